/* What the files that read numbers share. */
#ifndef LEDE_NUMBERS_H
#define LEDE_NUMBERS_H

#include "figures.h"

static inline struct decimal
number_of(int64_t value)
{
    return decimal_make(value, 0);
}

static inline struct decimal
number_tens(int32_t power)
{
    return decimal_make(1, power);
}

/* A whole number of a decimal that is known to be one and small. */
static inline int64_t
number_whole(struct decimal d)
{
    int64_t value = d.digits;

    for (int32_t k = 0; k < d.exponent && k < 18; k++)
        value *= 10;
    return value;
}

/* A quotient: exact where a divisor's primes are those of ten, else to twelve digits. */
struct decimal number_ratio(struct decimal a, int64_t b);
/* Is the token a fraction? "9/11" and "24/7" are none. */
bool number_is_proper(const struct reader *r, size_t i);
static inline bool
number_is_fraction(const struct reader *r, size_t i)
{
    return reader_shape(r, i, SCAN_SLASHED) && number_is_proper(r, i);
}
/* Reads a number in words from token i. no_and: "and" joins two numbers here ("between two and three"). */
bool number_spelled(const struct reader *r, size_t i, bool no_and, struct amount *a);
/* A whole number that may stand on either side of "in" or "out of"; returns the token behind it, or i. */
size_t number_small(const struct reader *r, size_t i, int64_t *value);

#endif
