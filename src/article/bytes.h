/* Sorts of bytes. For src/article only. */
#ifndef LEDE_ARTICLE_BYTES_H
#define LEDE_ARTICLE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lede/eight.h"

/* As bits; none of them: a mark, like a comma or a bracket. */
enum { BYTE_BLANK = 1, BYTE_UPPER = 2, BYTE_LOWER = 4, BYTE_DIGIT = 8, BYTE_STOP = 16, BYTE_HIGH = 32 };

extern const unsigned char byte_sorts[256];

/* U+00A0 is the one blank beyond ASCII; a byte may be read behind s: text ends in a NUL. */
static inline bool
byte_is_blank(const unsigned char *s)
{
    return byte_sorts[*s] & BYTE_BLANK || (*s == 0xC2 && s[1] == 0xA0);
}

#endif
