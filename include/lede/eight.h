/* Eight bytes at once, in a register: plain C, no instructions of some processors only. */
#ifndef LEDE_EIGHT_H
#define LEDE_EIGHT_H

#include <stddef.h>
#include <stdint.h>

/*
 * Eight bytes in a number, the first the lowest, and flags for them: the top bit of each byte. (H. S. Warren, Hacker's Delight,
 * chapter 6.) In sums of a byte below 0x80 and a constant no carry leaves the byte.
 */
#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))
#define EIGHT_TOPS EIGHT(0x80u)
#define EIGHT_NOT(low) (~((low) + EIGHT(0x7F))) /* flags of those that are 0; all are below 0x80 */

static inline uint64_t
eight_four(const unsigned char *s) /* compilers make one load of it */
{
    return (uint64_t)((uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 | (uint32_t)s[3] << 24);
}

/* The first `left` bytes, or eight; 0 for the rest. */
static inline uint64_t
eight_load(const unsigned char *s, size_t left)
{
    if (left >= 8)
        return eight_four(s) | eight_four(s + 4) << 32;
    if (left >= 4) /* those in the middle are in both halves */
        return eight_four(s) | eight_four(s + left - 4) << 8 * (left - 4);
    return left ? (uint64_t)s[0] | (uint64_t)s[left / 2] << 8 * (left / 2) | (uint64_t)s[left - 1] << 8 * (left - 1) : 0;
}

static inline void
eight_store(unsigned char *to, uint64_t eight)
{
    to[0] = (unsigned char)eight; /* one by one, or compilers do not see that it is one store */
    to[1] = (unsigned char)(eight >> 8);
    to[2] = (unsigned char)(eight >> 16);
    to[3] = (unsigned char)(eight >> 24);
    to[4] = (unsigned char)(eight >> 32);
    to[5] = (unsigned char)(eight >> 40);
    to[6] = (unsigned char)(eight >> 48);
    to[7] = (unsigned char)(eight >> 56);
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

/*
 * A number below 10^8 in decimal digits, a byte each, the first the lowest: a division for two, four, eight of them at once. (Paul
 * Khuong, "How to print integers really fast", 2011.)
 */
static inline uint64_t
eight_digits(uint32_t value)
{
    uint64_t fours = value / 10000 | (uint64_t)(value % 10000) << 32;
    uint64_t twos = (fours * 10486 >> 20) & UINT64_C(0x7F0000007F); /* hundreds; 10486 / 2^20 is 1/100 for all below 10000 */

    twos |= (fours - 100 * twos) << 16;
    fours = (twos * 103 >> 10) & UINT64_C(0x000F000F000F000F); /* and tens */
    return fours | (twos - 10 * fours) << 8;
}

/* The first n bytes, n < 8 or all; 0 for the rest. */
static inline uint64_t
eight_head(uint64_t eight, unsigned n)
{
    return n < 8 ? eight & (((uint64_t)1 << 8 * n) - 1) : eight;
}

#endif
