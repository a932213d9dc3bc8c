/* An index as text: all that can be asked of it, without ids. Two indexes that give the same answers have the same text. */
#ifndef LEDE_TEST_CACHE_DESCRIBE_H
#define LEDE_TEST_CACHE_DESCRIBE_H

#include "lede/index.h"

/* Appends to *out. Paths begin where `folder` ends in them. loose: without what an index still knows of speakers from articles that
   went, and learns of them in the order in which articles come: all names, affiliations and the role. */
void cache_describe(const struct index *index, const char *folder, bool loose, struct text *out);

#endif
