/* Currencies: how they are written, and which they are. */
#ifndef LEDE_MONEY_H
#define LEDE_MONEY_H

#include "scan.h"

struct money_form {
    const char *text;      /* "$", "USD", "dollars", "cents" */
    const char *unit;      /* the ISO 4217 code, or the sign where it does not tell the country */
    int8_t exponent;       /* -2: a hundredth of the unit */
    uint32_t classes;      /* IS_MONEY, and IS_CODE or IS_PREFIX */
    bool exact;
};

extern const struct money_form money_forms[];
extern const size_t money_nforms;
/* The ISO code of a currency named by land and name, "Canadian" and "dollar", or NULL: then the name alone decides. */
const char *money_of_land(struct slice land, const char *unit);

#endif
