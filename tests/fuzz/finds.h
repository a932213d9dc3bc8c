/* What must hold of an article and its finds, whatever its text says: by fuzz_article, fuzz_pack and tests/unit/index_pack. */
#ifndef LEDE_FUZZ_FINDS_H
#define LEDE_FUZZ_FINDS_H

#include "lede/extract.h"

/* Ends the program with a line that says what does not hold. */
void finds_check(const struct article *article, const struct extract *extract);

#define CHECK(condition) ((condition) ? (void)0 : finds_failed(#condition, __FILE__, __LINE__))
LEDE_NORETURN void finds_failed(const char *condition, const char *file, int line);

#endif
