/* The words before a number that say how sure the text is of it. */
#ifndef LEDE_HEDGES_H
#define LEDE_HEDGES_H

#include <stddef.h>
#include <stdint.h>

struct hedge_form {
    const char *words;  /* what stands there, single blanks */
    uint8_t hedge;
};

/* Before a number; the last word of each has the class IS_HEDGE. */
extern const struct hedge_form hedge_before[];
extern const size_t hedge_nbefore;

#endif
