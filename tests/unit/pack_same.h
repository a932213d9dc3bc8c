/* Two articles with their finds, field by field. */
#ifndef LEDE_TEST_PACK_SAME_H
#define LEDE_TEST_PACK_SAME_H

#include "lede/extract.h"

/* NULL when all is the same, else the first field that is not; *row is then its place in its list. Arenas are not compared. */
const char *pack_same(const struct article *a, const struct extract *x, const struct article *b, const struct extract *y,
                      size_t *row);

#endif
