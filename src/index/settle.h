/* What happened to paths, until it is over: a file that is being written makes one change, not a hundred. */
#ifndef LEDE_INDEX_SETTLE_H
#define LEDE_INDEX_SETTLE_H

#include "hash.h"
#include "lede/base.h"

enum settle_sort {
    SETTLE_BORN,    /* it was not there before, and somebody may write to it */
    SETTLE_WRITING, /* somebody writes to it */
    SETTLE_DONE,    /* written and closed, moved, removed */
    SETTLE_FOLDER,  /* a folder is gone, with all in it; the path ends in a slash */
};

/* In milliseconds. */
struct settle_times {
    int64_t done;    /* is it settled, when nothing follows */
    int64_t writing; /* the same, when nobody says that it is over */
    int64_t longest; /* what is done again and again is told after this at last */
};

struct unsettled {
    char *path;
    int64_t first, due;
    bool born, folder;
};

/* All zero but for times and most is an empty one. Times are handed in; they only grow. */
struct settle {
    struct settle_times times;
    size_t most;        /* paths; when there are more, nothing is remembered but that: flooded */
    VEC(struct unsettled) v;
    struct hash by_path;
    int64_t next;       /* nothing is due before */
    bool flooded;
};

void settle_note(struct settle *settle, const char *path, enum settle_sort sort, int64_t now);
/* Milliseconds until something may be due; -1: nothing is. */
int64_t settle_wait(const struct settle *settle, int64_t now);
/* Takes what is due by now, in the order of the bytes of the paths, and calls take() for each. take() may note others. */
void settle_take(struct settle *settle, int64_t now, void (*take)(void *arg, const struct unsettled *one), void *arg);
/* Forgets everything. */
void settle_clear(struct settle *settle);

#endif
