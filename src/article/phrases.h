/* The tables of phrases.c. */
#ifndef LEDE_ARTICLE_PHRASES_H
#define LEDE_ARTICLE_PHRASES_H

#include "page.h"

struct phrase {
    const char *words;
    enum line_class class;
};
struct phrase_opening {
    const char *words;
    enum line_class class;
    unsigned char most; /* words of the line */
};

extern const struct phrase phrases_exact[];
extern const size_t phrases_nexact;
extern const struct phrase_opening phrases_openings[];
extern const size_t phrases_nopenings;

#endif
