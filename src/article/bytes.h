/* Sorts of bytes, one at a time or eight at once. For src/article only. */
#ifndef LEDE_ARTICLE_BYTES_H
#define LEDE_ARTICLE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
 * Eight bytes in a number, the first the lowest, and flags for them: the top bit of each byte. (H. S. Warren, Hacker's Delight,
 * chapter 6.) In sums of a byte below 0x80 and a constant no carry leaves the byte.
 */
#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))
#define EIGHT_TOPS EIGHT(0x80u)
#define EIGHT_NOT(low) (~((low) + EIGHT(0x7F))) /* flags of those that are 0; all are below 0x80 */

static inline uint64_t
eight_load(const unsigned char *s, size_t left)
{
    uint64_t eight = 0;

    if (left >= 8) /* compilers make one load of it */
        return (uint64_t)s[0] | (uint64_t)s[1] << 8 | (uint64_t)s[2] << 16 | (uint64_t)s[3] << 24 | (uint64_t)s[4] << 32 |
               (uint64_t)s[5] << 40 | (uint64_t)s[6] << 48 | (uint64_t)s[7] << 56;
    while (left-- > 0)
        eight = eight << 8 | s[left];
    return eight;
}

static inline unsigned
eight_count(uint64_t flags)
{
    return (unsigned)((flags >> 7) * EIGHT(1) >> 56);
}

/* The place of the first flag; 7 when there is none. */
static inline unsigned
eight_first(uint64_t flags)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(flags | (uint64_t)1 << 63) >> 3;
#else
    return (unsigned)((((flags & -flags) - 1) & EIGHT(1)) * EIGHT(1) >> 56) - 1;
#endif
}

/* Flags of the bytes of ASCII that are from..to. */
static inline uint64_t
eight_between(uint64_t eight, unsigned from, unsigned to)
{
    uint64_t low = eight & ~EIGHT_TOPS, above = ~(low + EIGHT(0x7F - to));

    return (from ? above & (low + EIGHT(0x80 - from)) : above) & ~eight & EIGHT_TOPS;
}

/* Flags of the bytes that are this one of ASCII. */
static inline uint64_t
eight_equal(uint64_t eight, unsigned byte)
{
    return EIGHT_NOT((eight & ~EIGHT_TOPS) ^ EIGHT(byte)) & ~eight & EIGHT_TOPS;
}

static inline uint64_t
eight_letters(uint64_t eight)
{
    return eight_between(eight | EIGHT(0x20), 'a', 'z');
}

#endif
