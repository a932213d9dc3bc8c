/*
 * The index cache: one file a collection, mapped when the collection is opened again. Whatever is wrong with the file, or with
 * the folder it should go to, costs time and nothing else.
 */
#ifndef LEDE_CACHE_H
#define LEDE_CACHE_H

#include "lede/index.h"

struct cache_setup {
    const char *folder;          /* where caches are kept; made when it is not there */
    const char *const *roots;    /* the folders of the collection, as given */
    size_t nroots;
    struct article_options reading;
    const struct vocabulary *words; /* of the user's, to read a file again; NULL for none. Outlives the index. Settings name them */
    const char *settings;        /* all else that the index depends on, in words: it counts only whether they are the same */
};

/* The cache of a collection; owned by the caller. NULL when one of the roots is no folder: single files have none. The strings of
   the setup are copied, the array of roots must outlive the index. */
struct cache *cache_new(const struct cache_setup *setup);
/* After index_free(), for the index points into the mapped file. Removes what was begun and not saved. */
void cache_free(struct cache *cache); /* NULL is allowed */

/* Lets an empty index begin with what the file has; false when there is no file, or none that is whole and fits. */
bool cache_load(struct cache *cache, struct index *index);
/*
 * Is the file as it was when the index of the cache was made? Then it need not be read again. For the finder's thread of a
 * loader. Files that changed about when they were read, or later, are looked at more closely, whatever their time stamp says.
 */
bool cache_knows(struct cache *cache, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size);
/*
 * Since when files can be told by their time stamps, in seconds since the epoch. When loading was stopped, some were not compared,
 * and what held for them is what held before.
 */
int64_t cache_trusted(const struct cache *cache);
/* When the finder is done: retires what it did not come by. */
void cache_retire_unseen(struct cache *cache, struct index *index);

/* Lets an index that did not begin with the file's keep its records in a new file instead of in memory, where that is possible. */
void cache_begin(struct cache *cache, struct index *index);
/*
 * Writes the index as the new file. One that began with an image is made anew from its records for that. Only reads
 * the index: may run in a process forked off. False with the reason in *error when it could not be done: the old file stays.
 */
bool cache_save(struct cache *cache, const struct index *index, struct error *error);
/* Has enough changed since it was loaded that writing costs less than reading the changed files again next time? When the
   finder is done. */
bool cache_wants_save(const struct cache *cache, const struct index *index);
/* In the process that forked off another to save: the file that was begun is that one's, and not removed here. */
void cache_leave(struct cache *cache, struct index *index);

/* ---- the folder of caches --------------------------------------------------------------- */

struct cache_status {
    const char *file;            /* all strings live as long as the call of cache_each() */
    const char *collection;      /* the real paths of its folders, one a line; NULL when it is no cache that we can read */
    uint64_t bytes;
    uint32_t narticles;
    int64_t written;             /* seconds since the epoch */
    const char *unfit;           /* why it would not be used ("of another version"), or NULL */
};
/* The file of the cache of these folders, be it there or not, in the arena; NULL when one of them is no folder. */
const char *cache_name(struct arena *arena, const char *folder, const char *const *roots, size_t nroots);
/* Calls `each` for every cache in the folder, in the order of the names; false when the folder can't be read. */
bool cache_each(const char *folder, void (*each)(void *arg, const struct cache_status *status), void *arg);
/* Removes the cache of these folders, or, with nroots 0, all of them, and calls `each` for those that are gone. */
void cache_clear(const char *folder, const char *const *roots, size_t nroots, void (*each)(void *arg, const struct cache_status *status),
                 void *arg, struct error *error);

#endif
