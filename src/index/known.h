/* What the index has of which files, for another thread to look at while the index goes on. */
#ifndef LEDE_INDEX_KNOWN_H
#define LEDE_INDEX_KNOWN_H

#include "lede/index.h"

struct known;

struct known *known_new(const struct index *index);
void known_free(struct known *known); /* NULL is allowed */
/* Is the file as it was when it was read? For struct loader_options. */
bool known_same(void *known, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size);
/* Retires the articles whose files known_same() was not asked for, or that it did not find the same. */
void known_retire_unseen(const struct known *known, struct index *index);

#endif
