/* What belongs together among figures: the same one said twice, and the period of an amount. */
#ifndef LEDE_FIGURES_SAME_H
#define LEDE_FIGURES_SAME_H

#include "figures.h"

/* The figures of one article by value, to find the earlier of two. */
struct same {
    uint32_t *heads;      /* figure + 1 by hash, 0: none */
    size_t nheads;
    VEC(uint32_t) links;  /* the next figure + 1 of the same hash */
};

void same_clear(struct same *same);
void same_free(struct same *same);
/* Sets same_as of figure i, the newest; call for each in order. */
void same_link(struct same *same, const struct article *article, struct figure *figures, uint32_t i);

/* Sets `fuller` of the first of each group, when all figures are known. */
void same_choose(struct figure *figures, size_t n);

/* Gives the amounts of a window the period in which they fell: "over the past 12 months", "in 2025", "last year". */
void period_set(const struct reader *r, struct figure *figures, const struct place *places, size_t n);

#endif
