/* A collection on its way into an index: from the cache, and from files through a loader. What the reader and the commands do alike. */
#ifndef LEDE_IMPORT_H
#define LEDE_IMPORT_H

#include "lede/cache.h"

struct import_setup {
    const char *const *paths;    /* must outlive the index */
    size_t npaths;
    struct loader_options loader; /* render, keep and known are the import's */
    struct index *index;         /* empty but for aliases; the caller's */
    struct cache *cache;         /* or NULL; the caller's */
    size_t cache_from;           /* a collection of fewer articles gets no cache: it is read as fast */
};

/*
 * With a cache that is whole, the index has all its articles when this returns; what changed since comes by import_next().
 * Without, all come so.
 */
struct import *import_start(const struct import_setup *setup);
void import_free(struct import *import); /* stops it */

enum import_state {
    IMPORT_TOOK,                 /* an article went into the index */
    IMPORT_FAILED,               /* a file could not be read: failed->path and ->error say it; loaded_clear() it */
    IMPORT_NONE,                 /* nothing is ready; only when wait is false */
    IMPORT_DONE,                 /* all is there */
};
enum import_state import_next(struct import *import, bool wait, struct loaded *failed);
bool import_busy(const struct import *import); /* something may still come */
int import_fd(const struct import *import);  /* readable when something is ready; for poll() */
struct loader_progress import_progress(struct import *import);
/* Stops reading; what is there stays. import_next() says IMPORT_DONE from then on. */
void import_stop(struct import *import);

/*
 * While the reader runs, when all else is done: files that changed or came; by import_next() their articles come, again or for
 * the first time. Those that are as they were read are left alone. Paths are copied.
 */
void import_refresh(struct import *import, const char *const *paths, size_t npaths);
/* A file that went, or, with a slash at the end, a folder: so do the articles. */
void import_gone(struct import *import, const char *path);
/* The whole collection is looked through again. */
void import_rescan(struct import *import);

#endif
