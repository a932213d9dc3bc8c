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

/*
 * Four bytes that a word of a list begins with, in one of 1,024 slots: a cheap test that spares nearly all comparisons. A table
 * is static const bool[FOUR_SLOTS] with FOUR() for each word; two words of one slot do not compile.
 */
enum { FOUR_SLOTS = 1024 };
#define FOUR_SLOT(four) ((uint32_t)(four) * 0x9E3779B1u >> 22)
#define FOUR(a, b, c, d) [FOUR_SLOT((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16 | (uint32_t)(d) << 24)] = true

static inline bool
four_may_be(const char *s, const bool slots[FOUR_SLOTS])
{
    const unsigned char *four = (const unsigned char *)s;

    return slots[FOUR_SLOT(four[0] | (uint32_t)four[1] << 8 | (uint32_t)four[2] << 16 | (uint32_t)four[3] << 24)];
}

#endif
