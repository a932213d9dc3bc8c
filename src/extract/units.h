/* Units of measures and of time, as newspapers write them. */
#ifndef LEDE_UNITS_H
#define LEDE_UNITS_H

#include "scan.h"

enum unit_dimension {
    UNIT_LENGTH, UNIT_AREA, UNIT_VOLUME, UNIT_MASS, UNIT_SPEED, UNIT_HEAT, UNIT_DATA, UNIT_ENERGY, UNIT_OTHER, UNIT_TIME
};

struct unit_form {
    const char *text;
    const char *unit;          /* what the figure says */
    const char *next;          /* the smaller unit that may follow ("5ft 10in"), or NULL */
    int32_t of_next;           /* how many of it; seconds for units of time */
    uint8_t dimension;
    bool exact;                /* a symbol: its case counts, and it stands right after a number in digits */
};

extern const struct unit_form unit_forms[];
extern const size_t unit_nforms;

#endif
