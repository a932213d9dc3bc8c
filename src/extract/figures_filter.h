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
/* "a", "another", "all", "full" before a unit, as one of it: sets *unit to the unit's token. */
bool filter_single(const struct reader *r, size_t i, size_t *unit);

/* ---- figures_labels.c ------------------------------------------------------------------------ */

/* An amount that is part of a name: "Studio 12", "Voyager 9", "a 737 jet", "5500M". */
bool labels_are(const struct reader *r, const struct quantity *q);
/* The number at token i is the type of an airliner, where the words around it say so. */
bool labels_airliner(const struct reader *r, size_t i);

/* ---- figures_ages.c -------------------------------------------------------------------------- */

/* A number that is somebody's age: "Smith, 44,", "a boy of eight". */
bool ages_fit(const struct reader *r, const struct quantity *q);
/* May the number at token i be an age, by the word before or behind it? Most say no at once. */
bool ages_may(const struct reader *r, size_t i);

#endif
