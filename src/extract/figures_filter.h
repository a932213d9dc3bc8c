/* What looks like a figure and is none: names, identifiers, pronouns, set phrases. */
#ifndef LEDE_FIGURES_FILTER_H
#define LEDE_FIGURES_FILTER_H

#include "figures.h"

/* An identifier at token i (a telephone number, a part number, a path, an address): the token behind it, or 0. */
size_t filter_identifier(const struct reader *r, size_t i);
/* These say whether a reading is a figure. */
bool filter_quantity(const struct reader *r, const struct quantity *q);
bool filter_ordinal(const struct reader *r, size_t i, size_t end, bool digits);
bool filter_grown(const struct reader *r, size_t i);
bool filter_date(const struct reader *r, const struct date *date);
/* A number that is somebody's age: "Smith, 44,", "a boy of eight". */
bool filter_is_age(const struct reader *r, const struct quantity *q);
/* "a", "another", "all", "full" before a unit, as one of it: sets *unit to the unit's token. */
bool filter_single(const struct reader *r, size_t i, size_t *unit);

#endif
