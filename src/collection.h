/* What is opened: an index that knows the user's aliases. */
#ifndef LEDE_COLLECTION_H
#define LEDE_COLLECTION_H

#include "lede/index.h"

/* An empty index with the rules of each folder's aliases.ini, then of the one in the configuration folder. Wrong lines are added
   to problems. Free with index_free(). */
struct index *collection_index(const char *const *paths, size_t npaths, struct problems *problems);

#endif
