/* Whose dollars "$" are in an article. Only for src/extract/figures.c. */
#ifndef LEDE_DOLLAR_H
#define LEDE_DOLLAR_H

#include "figures.h"

/* The ISO 4217 code of what a bare "$" means by the custom of the agency or outlet, or NULL where nothing decides it. */
const char *dollar_home(const struct article *article);
/* Is the sentence of token i about another land than the code's? Then its "$" may well be that land's. */
bool dollar_is_abroad(const struct reader *r, size_t i, const char *home);

#endif
