/* The words that the user added, beside those of the lexicon. Private to this folder. */
#ifndef LEDE_EXTRACT_VOCABULARY_H
#define LEDE_EXTRACT_VOCABULARY_H

#include "lede/extract.h"
#include "lexicon.h"

struct own_word {
    const char *text;     /* folded as the lexicon's are */
    uint32_t len, hash;
};

struct vocabulary {
    VEC(uint64_t) classes;      /* of the lexicon's words with what was added to them, then of the user's own, by number */
    VEC(struct own_word) words; /* those that the lexicon does not know; the first has the number lexicon_nwords */
    uint16_t *slots;            /* by hash: the number of a word of one's own, 0 is free */
    uint32_t mask;
    struct arena *arena;
};

/* Of a word that the lexicon does not know: its number, or 0. The hash is that of lexicon_add(). */
uint16_t vocabulary_find(const struct vocabulary *vocabulary, uint32_t hash, const char *at, size_t len);

/* The classes by number, with or without words of the user's (NULL). */
static inline const uint64_t *
vocabulary_classes(const struct vocabulary *vocabulary)
{
    return vocabulary ? vocabulary->classes.v : lexicon_of;
}

#endif
