/* The tables of phrases.c. */
#ifndef LEDE_ARTICLE_PHRASES_H
#define LEDE_ARTICLE_PHRASES_H

#include "page.h"

struct phrase {
    const char *words;
    enum line_class class;
    unsigned char most; /* words of a line that it may open; 0: it is all of the line */
    char second;        /* byte of words */
};
struct phrases {
    const struct phrase *v;
    size_t n;
};

/* By the first byte. */
extern const struct phrases phrases_exact[256], phrases_openings[256];

#endif
