/* Terms: the folded words of all articles, each with the articles that hold it. */
#ifndef LEDE_INDEX_TERMS_H
#define LEDE_INDEX_TERMS_H

#include "hash.h"
#include "lede/index.h"

/* Articles that hold a term, as differences in variable-length bytes. */
struct posting {
    struct text bytes;
    uint32_t last, n;
};

struct terms {
    struct arena *arena;
    struct hash by_word;
    VEC(struct posting) postings;
    VEC(const char *) words;     /* the word of each posting */
    struct ids sorted;           /* postings in the order of their words; rebuilt when words came */
    struct text scratch;
};

/* Takes in the words of an article; ids must ascend. */
void terms_add(struct terms *terms, uint32_t id, const struct article *article);
void terms_free(struct terms *terms);

#endif
