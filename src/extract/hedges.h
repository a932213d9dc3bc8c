/* How sure the text is of a figure: the words before and after it. */
#ifndef LEDE_HEDGES_H
#define LEDE_HEDGES_H

#include "lede/extract.h"
#include "scan.h"

struct hedge_form {
    const char *words;  /* what stands there, single blanks */
    uint8_t hedge;
};

/* Before a number; the last word of each has the class IS_HEDGE. */
extern const struct hedge_form hedge_before[];
extern const size_t hedge_nbefore;

/* Tokens of one window, and the text they point into. */
struct hedge_text {
    const struct token *v;
    size_t n;
    const char *text;
    const struct words *words;
};

/*
 * The hedge that ends right before token `first`: sets *words to its place. floor: tokens before it belong to other figures.
 * HEDGE_NONE when there is none.
 */
enum hedge hedges_before(const struct hedge_text *text, size_t first, size_t floor, struct span *words);
/* The same from token `end` on: "or more", "or so". *next is the token behind it. */
enum hedge hedges_after(const struct hedge_text *text, size_t end, struct span *words, size_t *next);

#endif
