/* The letters that sixteen bytes begin with. */
#ifndef LEDE_EXTRACT_LETTERS_H
#define LEDE_EXTRACT_LETTERS_H

#include "lede/sixteen.h"

enum { LETTERS_READ = 16 };

struct letters {
    uint64_t head, tail; /* the letters in small, the first byte the lowest; 0 behind them */
    unsigned n;          /* ASCII letters before another byte comes */
    unsigned large;      /* a bit for each that is large, the first the lowest */
};

/* Of the sixteen bytes at s, all of which may be read. */
static inline struct letters
letters_read(const unsigned char *s)
{
    const struct sixteen bytes = sixteen_load(s), small = sixteen_or(bytes, 0x20);
    const unsigned n = sixteen_first(~sixteen_between(small, 'a', 'z'));
    const struct sixteen letters = sixteen_head(small, n);

    /* the bit of small letters, where it had to be set */
    return (struct letters){sixteen_eight(letters, 0), sixteen_eight(letters, 1), n, sixteen_bit5(sixteen_without(letters, bytes))};
}

#endif
