/* Numbers of figures, each different one kept once: news has few, and a code is half as long as the number. */
#ifndef LEDE_INDEX_VALUES_H
#define LEDE_INDEX_VALUES_H

#include "lede/base.h"

/* All zero: none. */
struct values {
    VEC(double) v;               /* by code */
    uint32_t *slots;             /* codes, by a hash of the number's bits; UINT32_MAX: free */
    uint32_t nslots;             /* a power of two, or 0 */
};

/* The code of a number; all NANs have one. */
uint32_t values_code(struct values *values, double number);
void values_free(struct values *values);

#endif
