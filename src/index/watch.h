/* Watching folders: how, for tests; and the two ways, notify.c by inotify, survey.c by looking. All runs in the watch's thread. */
#ifndef LEDE_INDEX_WATCH_H
#define LEDE_INDEX_WATCH_H

#include "lede/watch.h"
#include "settle.h"
#include "walk.h"

struct watch_how {
    struct settle_times times;
    int64_t interval;   /* milliseconds between two looks at everything; more where one takes long */
    size_t most;        /* changes that are remembered before all is to be looked at again */
    size_t max_folders; /* as if the system allowed no more; 0: as many as it allows */
    bool polls;         /* as if there were no inotify */
};
struct watch *watch_start_as(const char *const *paths, size_t npaths, const struct loader_options *options,
                             const struct watch_how *how);

/* What both ways share. */
struct watched {
    const char *const *paths;
    size_t npaths;
    struct loader_options options;
    struct watch_how how;
    struct settle settle;
    struct timespec since; /* what happened from then on must be told */
    bool rescan;           /* it can't be told */
};
/* A walk as the loader does it, to be ended with walk_end(). */
struct walk watched_walk(const struct watched *watched);
/* On the clock that stamps files; and one that only goes forward, in milliseconds. */
struct timespec watched_stamp(void);
int64_t watched_clock(void);

struct notify;
/* Begins; NULL when that can't be: then the folders must be looked at. */
struct notify *notify_start(struct watched *watched);
void notify_free(struct notify *notify);
int notify_fd(const struct notify *notify);
/* Notes what happened. False when events were lost, or more folders are there than can be watched: begin anew. */
bool notify_read(struct notify *notify);
/* The file has changed; where its name is a link, the file behind it is perhaps another now. */
void notify_changed(struct notify *notify, const char *path);

struct survey;
struct survey *survey_start(struct watched *watched); /* with a first look */
void survey_free(struct survey *survey);
/* Looks at everything, and notes what is not as it was. */
void survey_look(struct survey *survey);
/* True when the file is still what it was at the last look; if not, that is noted. */
bool survey_settled(struct survey *survey, const char *path);

#endif
