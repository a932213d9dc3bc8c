/* What is opened: an index that knows the user's aliases, the cache of the collection, and the import that fills it. */
#ifndef LEDE_COLLECTION_H
#define LEDE_COLLECTION_H

#include "lede/import.h"

enum { COLLECTION_CACHE_FROM = 500 }; /* articles: fewer are read within a few frames */

struct collection {
    struct arena *arena;
    struct index *index;
    struct cache *cache;         /* NULL: the collection is not all folders, or there shall be none */
    struct vocabulary *words;    /* of the user's words.ini; NULL: there are none */
    struct import_setup import;  /* for import_start() */
};

/*
 * An empty index with the rules of each folder's aliases.ini, then of the one in the configuration folder; the user's words; and
 * the cache, for collections of at least cache_from articles (0: no cache is used). Wrong lines are added to problems. Paths must outlive it.
 */
void collection_open(struct collection *collection, const char *const *paths, size_t npaths, const struct loader_options *loader,
                     size_t cache_from, struct problems *problems);
void collection_close(struct collection *collection);
/* The words of words.ini in the configuration folder, or NULL where there are none; free with vocabulary_free(). */
struct vocabulary *collection_words(struct problems *problems);
/* The folder of caches: $XDG_CACHE_HOME/lede, else ~/.cache/lede; in the arena. NULL when there is no home. */
const char *collection_caches(struct arena *arena);

#endif
