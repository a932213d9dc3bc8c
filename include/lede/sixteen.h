/*
 * Sixteen bytes at once, and answers as bits, the first byte's the lowest. SSE2, which every x86-64 has, needs two instructions
 * for a question; elsewhere, and with LEDE_PLAIN_C, eight.h is asked twice.
 */
#ifndef LEDE_SIXTEEN_H
#define LEDE_SIXTEEN_H

#include <string.h>

#include "lede/eight.h"

#if defined(__SSE2__) && !defined(LEDE_PLAIN_C)

#include <emmintrin.h>

struct sixteen {
    __m128i bytes;
};

/* The sixteen bytes at s, which need not be aligned and must all be there: sixteen_load_of() for fewer. */
static inline struct sixteen
sixteen_load(const unsigned char *s)
{
    return (struct sixteen){_mm_loadu_si128((const __m128i *)(const void *)s)};
}

/* Bits of those that are this byte. */
static inline unsigned
sixteen_equal(struct sixteen x, unsigned char byte)
{
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(x.bytes, _mm_set1_epi8((char)byte)));
}

/* Bits of those from `from` to `to`, both of ASCII. */
static inline unsigned
sixteen_between(struct sixteen x, unsigned char from, unsigned char to)
{
    __m128i above = _mm_sub_epi8(x.bytes, _mm_set1_epi8((char)from));

    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8((char)(to - from))), above));
}

/* Each with the bits of this byte, too: 0x20 makes small letters. */
static inline struct sixteen
sixteen_or(struct sixteen x, unsigned char byte)
{
    return (struct sixteen){_mm_or_si128(x.bytes, _mm_set1_epi8((char)byte))};
}

/* The bits of x that y has not. */
static inline struct sixteen
sixteen_without(struct sixteen x, struct sixteen y)
{
    return (struct sixteen){_mm_andnot_si128(y.bytes, x.bytes)};
}

/* Is the bit 0x20 set, which tells small letters? */
static inline unsigned
sixteen_bit5(struct sixteen x)
{
    return (unsigned)_mm_movemask_epi8(_mm_slli_epi16(x.bytes, 2));
}

/* Those beyond ASCII. */
static inline unsigned
sixteen_high(struct sixteen x)
{
    return (unsigned)_mm_movemask_epi8(x.bytes);
}

/* A mask of the first n bytes: from the sixteen 255 of it to the sixteen 0 behind them, from 16 - n on. */
static inline __m128i
sixteen_mask(unsigned n)
{
    static const unsigned char masks[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

    return _mm_loadu_si128((const __m128i *)(const void *)(masks + 16 - n));
}

/* The first n bytes, and 0 in place of the others. */
static inline struct sixteen
sixteen_head(struct sixteen x, unsigned n)
{
    return (struct sixteen){_mm_and_si128(sixteen_mask(n), x.bytes)};
}

/* The first n bytes, n < 16, and `fill` in place of the others. */
static inline struct sixteen
sixteen_keep(struct sixteen x, unsigned n, unsigned char fill)
{
    __m128i kept = sixteen_mask(n);

    return (struct sixteen){_mm_or_si128(_mm_and_si128(kept, x.bytes), _mm_andnot_si128(kept, _mm_set1_epi8((char)fill)))};
}

#else

struct sixteen {
    uint64_t low, high;
};

static inline struct sixteen
sixteen_load(const unsigned char *s)
{
    return (struct sixteen){eight_load(s, 8), eight_load(s + 8, 8)};
}

/* Each product puts the flag of a byte where its bit belongs, in the highest byte. */
static inline unsigned
sixteen_bits(uint64_t low, uint64_t high)
{
    return (unsigned)((low >> 7) * UINT64_C(0x0102040810204080) >> 56 | (high >> 7) * UINT64_C(0x0102040810204080) >> 56 << 8);
}

static inline unsigned
sixteen_equal(struct sixteen x, unsigned char byte)
{
    uint64_t low = x.low ^ EIGHT(byte), high = x.high ^ EIGHT(byte);

    return sixteen_bits(eight_equal(low, 0), eight_equal(high, 0));
}

static inline unsigned
sixteen_between(struct sixteen x, unsigned char from, unsigned char to)
{
    return sixteen_bits(eight_between(x.low, from, to), eight_between(x.high, from, to));
}

static inline unsigned
sixteen_high(struct sixteen x)
{
    return sixteen_bits(x.low & EIGHT_TOPS, x.high & EIGHT_TOPS);
}

static inline struct sixteen
sixteen_or(struct sixteen x, unsigned char byte)
{
    return (struct sixteen){x.low | EIGHT(byte), x.high | EIGHT(byte)};
}

static inline struct sixteen
sixteen_without(struct sixteen x, struct sixteen y)
{
    return (struct sixteen){x.low & ~y.low, x.high & ~y.high};
}

static inline unsigned
sixteen_bit5(struct sixteen x)
{
    return sixteen_bits(x.low << 2 & EIGHT_TOPS, x.high << 2 & EIGHT_TOPS);
}

static inline struct sixteen
sixteen_head(struct sixteen x, unsigned n)
{
    return (struct sixteen){eight_head(x.low, n < 8 ? n : 8), eight_head(x.high, n < 8 ? 0 : n - 8)};
}

static inline struct sixteen
sixteen_keep(struct sixteen x, unsigned n, unsigned char fill)
{
    unsigned low = n < 8 ? n : 8, high = n - low;

    x.low = low < 8 ? eight_head(x.low, low) | EIGHT(fill) << 8 * low : x.low;
    x.high = eight_head(x.high, high) | EIGHT(fill) << 8 * high;
    return x;
}

#endif

/* The first `left` bytes at s, and blanks where these are less than sixteen. As many as `room`, no fewer, can be read there. */
static inline struct sixteen
sixteen_load_of(const unsigned char *s, size_t left, size_t room)
{
    unsigned char bytes[16] = {0};

    if (left >= sizeof bytes)
        return sixteen_load(s);
    if (room >= sizeof bytes)
        return sixteen_keep(sixteen_load(s), (unsigned)left, ' ');
    memcpy(bytes, s, left);
    return sixteen_keep(sixteen_load(bytes), (unsigned)left, ' ');
}

/* Their two halves as eight.h has them. */
static inline uint64_t
sixteen_eight(struct sixteen x, int half)
{
#if defined(__SSE2__) && defined(__x86_64__) && !defined(LEDE_PLAIN_C)
    return (uint64_t)_mm_cvtsi128_si64(half ? _mm_unpackhi_epi64(x.bytes, x.bytes) : x.bytes);
#elif defined(__SSE2__) && !defined(LEDE_PLAIN_C)
    uint64_t eight[2];

    _mm_storeu_si128((__m128i *)(void *)eight, x.bytes);
    return eight[half];
#else
    return half ? x.high : x.low;
#endif
}

/* How many bits are set in each half of a number: in the same half. */
static inline uint32_t
sixteen_counts(uint32_t bits)
{
    bits -= bits >> 1 & 0x55555555;
    bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F;
    return (bits + (bits >> 8)) & 0x001F001F;
}

/* The place of the first bit; sixteen when there is none. */
static inline unsigned
sixteen_first(unsigned bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctz(bits | 1u << 16);
#else
    bits |= 1u << 16;
    return sixteen_counts((bits & -bits) - 1) & 0xFFFF;
#endif
}

#endif
