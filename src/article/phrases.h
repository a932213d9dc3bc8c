/* Phrases of page furniture, and how the beginning of a line is folded to be looked up among them. For src/article only. */
#ifndef LEDE_ARTICLE_PHRASES_H
#define LEDE_ARTICLE_PHRASES_H

#include "page.h"

enum {
    KEY_BYTES = 96,   /* of the folded beginning of a line */
    PHRASE_BYTES = 53 /* of a phrase, with its NUL: they stand in the table itself, which needs no relocation then */
};

/* What a line that begins so is asked further. */
enum { PHRASE_ASK_BYLINE = 1, PHRASE_ASK_FOLLOW = 2, PHRASE_ASK_APPEAL = 4 };

struct phrase {
    char words[PHRASE_BYTES];
    unsigned char class; /* enum line_class */
    unsigned char asks;  /* then it is no phrase, and what follows may be the rest of a word */
    unsigned char most;  /* words of a line that it may open; 0: it is all of the line */
};

/* Folded as far as somebody looks: most lines are told from every phrase by a few letters. */
struct key {
    struct slice rest; /* what is not folded yet: at first all of the line */
    size_t n;
    char s[KEY_BYTES + 8];
};

struct found {
    const struct phrase *alone;   /* the longest that the line begins with, and might be; or NULL */
    const struct phrase *opening; /* the longest that opens it; or NULL */
    unsigned asks;
};
/* What a line of so many words begins with, up to the end of a word. */
struct found phrases_find(struct key *key, uint32_t words);
/*
 * What a line is when it is the phrase and nothing else, marks at its end aside; LINE_VIDEO when it is marks alone; else
 * LINE_PLAIN. len: bytes of the line; alone: what phrases_find() found.
 */
enum line_class phrases_alone(struct key *key, size_t len, const struct phrase *alone);
/* For the tests: all of them. */
const struct phrase *phrases_all(size_t *n);

#endif
