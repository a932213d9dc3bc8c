/* Whose dollars "$" are in an article. Only for src/extract/figures.c. */
#ifndef LEDE_DOLLAR_H
#define LEDE_DOLLAR_H

#include "figures.h"

/* What is known of one article. All zero is a new one. */
struct dollars {
    const char *declared; /* where the article says so (quantity_declared()); or NULL */
    const char *home;     /* the ISO 4217 code by the custom of the agency or outlet, or NULL; asked for at the first "$" */
    bool home_known;
    VEC(uint32_t) abroad; /* figures whose "$" may be another land's all the same, ascending */
};

void dollar_clear(struct dollars *dollars);
void dollar_free(struct dollars *dollars);
/* For each figure in order, with its row and its first token. */
void dollar_note(struct dollars *dollars, const struct reader *r, const struct article *article, const struct figure *figure,
                  uint32_t row, size_t first);
/* Gives each "$" the code that the article says, or else that its outlet means by it. */
void dollar_apply(const struct dollars *dollars, const struct article *article, struct figure *figures, size_t n);

#endif
