/* What the index has of which files, for another thread to look at while the index goes on. */
#ifndef LEDE_INDEX_KNOWN_H
#define LEDE_INDEX_KNOWN_H

#include "lede/index.h"

/* A file as it is: times in ns since the epoch. */
struct known_state {
    const char *path;
    int64_t mtime_ns, ctime_ns;
    uint64_t size;
};

/* The same when it was read, and what was made of it then. */
struct known_row {
    int64_t mtime_ns;
    uint64_t size;
    struct slice record;
};

/*
 * Is the file as it was when it was read, after `since` (seconds since the epoch)? Size and time stamp must be the same; but a file
 * can be replaced by another of its size and be given its time (rsync, touch -r, an archive that is unpacked), or be written twice
 * within the grain of its clock. The time of its last change (ctime) is the system's own: where that is not older than the reading,
 * the bytes decide, and *doubted (may be NULL) is set. In any thread.
 */
bool known_is(const struct known_row *row, const struct known_state *file, int64_t since, const struct article_options *reading,
              bool *doubted);

struct known;

/* What there is of each article that is there; the index goes on, and outlives it. Asks with `since` and `reading` as above. */
struct known *known_new(const struct index *index, int64_t since, const struct article_options *reading);
void known_free(struct known *known); /* NULL is allowed */
/* The row of an article of the index. */
struct known_row known_row(const struct index *index, uint32_t article);
/* Is the file as it was when it was read? For struct loader_options. */
bool known_same(void *known, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size);
/* Retires the articles whose files known_same() was not asked for, or that it did not find the same. */
void known_retire_unseen(const struct known *known, struct index *index);

#endif
