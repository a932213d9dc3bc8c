/* Finds the figures of a text and prints them in a line, for tables of sentences. */
#ifndef LEDE_TEST_FIGURES_FOUND_H
#define LEDE_TEST_FIGURES_FOUND_H

#include "unit/unit.h"

#include "extract/finds.h"

struct row {
    const char *text;
    const char *figures; /* kind, text, = value, unit, ~hedge; "; " between two */
};

struct found {
    struct speech *speech;
    struct measures *measures;
    struct article *article;
    struct finds finds;
};

struct found find(const char *text, size_t len); /* all of it reading text; found_free() when done */
void found_free(struct found *found);
void check_rows(const struct row *rows, size_t n);

#endif
