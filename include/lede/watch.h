/* Live folders: which articles were added, changed or removed since. */
#ifndef LEDE_WATCH_H
#define LEDE_WATCH_H

#include "lede/index.h"

enum watch_kind {
    WATCH_CHANGED, /* new, or its bytes may be others: to be loaded (again). Who knows it by time and size may look first */
    WATCH_GONE,    /* removed, or moved away; a path that ends in a slash is a folder with all below it */
    WATCH_RESCAN,  /* too much happened to tell: look at everything again */
};

struct change {
    enum watch_kind kind;
    const char *path; /* as the loader spells it; NULL for WATCH_RESCAN. Valid until the next watch_next() or watch_free() */
};

/*
 * Watches what loader_start() finds under the same paths, with the same options, in a thread of its own: by inotify, or by looking
 * at everything every few seconds where there is none, where the system's limit is reached, and where a folder lies on another
 * host. What is named twice is watched once; "-" is not watched. A change is told when the file is closed, or nothing was
 * written for a while, so that nobody reads half an article.
 *
 * Nothing that happens after this call is lost; to lose nothing at all, call it before loader_start(). What changes while it
 * sets itself up may be told as WATCH_RESCAN.
 */
struct watch *watch_start(const char *const *paths, size_t npaths, const struct loader_options *options);
void watch_free(struct watch *watch); /* NULL is allowed */
/* Readable when watch_next() has something, for poll(); -1 when the system has no more descriptors. Belongs to the watch. */
int watch_fd(const struct watch *watch);
/* Takes the next change; false when there is none now. Never waits. */
bool watch_next(struct watch *watch, struct change *change);

struct watch_state {
    bool ready;   /* set up: from now on it is only told what happens */
    bool polling; /* not by inotify: changes are seen some seconds late */
};
struct watch_state watch_state(struct watch *watch);

#endif
