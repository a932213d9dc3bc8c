/*
 * The bytes of a record, for pack.c that writes them and unpack.c that reads them:
 *
 *     head       struct record_head, in the byte order of the machine: a record is a cache, not a format for exchange
 *     text       and a NUL, so that an article can point to it; then what was given beside the text, and a NUL
 *     finds      numbers of 7 bits a byte, the lowest first (LEB128), each list after the other as in unpack.c
 *     strings    each with a NUL, equal ones mostly once; a string is its offset here, and 0 is NULL. The last byte is a NUL
 *
 * Starts are counted from the last start or end of the same list. Counted modulo 2^32, so that any span comes back as it was.
 */
#ifndef LEDE_INDEX_RECORD_H
#define LEDE_INDEX_RECORD_H

#include "lede/extract.h"
#include "pack.h"

struct record_head {
    uint64_t size;             /* of all the record */
    uint64_t strings;          /* where they begin; the finds end there */
    uint64_t file_size;
    int64_t mtime_ns;
    uint32_t len;              /* of the text, without its NUL */
    uint32_t extent;           /* the same, with what was given beside it, where title, outlet and tags may be: len or more */
    uint32_t published;        /* a string */
    struct span title, outlet;
    struct span headline;      /* the title, or the first words; empty: neither, the file's name stands for it */
    struct pack_counts counts;
    uint32_t flags;
    uint32_t figures;          /* where they begin, so that they are read without what stands before them */
};

/* Of the head. */
enum { RECORD_REPAIRED = 1, RECORD_PATH_KIND = 1 /* shift */, RECORD_PATH_KIND_MASK = 3 };

/* A row's block, or a quote's utterance, counted from that of the last row: two bits, where 3 is "a number follows". */
enum { RECORD_STEP_BITS = 2, RECORD_STEP_FAR = 3 };

/* The first number of a find. What is rare stands high, where it makes the number longer; parts without a bit are not there. */
enum { RECORD_BLOCK_REPEATED = 1, RECORD_BLOCK_WORDS = 2, RECORD_BLOCK_KIND = 2 /* shift */ };

enum {
    RECORD_ENTITY_GENDER = 2,  /* shift; below: the kind */
    RECORD_ENTITY_FIRST = 1 << 4,
    RECORD_ENTITY_ROLE = 1 << 5,
    RECORD_ENTITY_AFFILIATION = 1 << 6,
    RECORD_ENTITY_PLURAL = 1 << 7,
    RECORD_ENTITY_BARE = 1 << 8,
    RECORD_ENTITY_TITLE = 1 << 9,
};
enum { RECORD_ENTITY_KIND_MASK = 3, RECORD_ENTITY_GENDER_MASK = 3 };

enum {
    RECORD_QUOTE_UTTERANCE = 2, /* shifts; below: the block */
    RECORD_QUOTE_KIND = 4,
    RECORD_QUOTE_SPEAKER = 1 << 7,
    RECORD_QUOTE_CUE = 1 << 8,
    RECORD_QUOTE_FOUND = 9,
    RECORD_QUOTE_TRUST = 12,
    RECORD_QUOTE_NSPEAKERS = 14,
    RECORD_QUOTE_REPEATS = 1 << 17,
};
enum { RECORD_QUOTE_KIND_MASK = 7, RECORD_QUOTE_FOUND_MASK = 7, RECORD_QUOTE_NSPEAKERS_MASK = 7 };
/* The confidence: that of the last quote, none, or four bytes. */
enum { RECORD_TRUST_SAME, RECORD_TRUST_NONE, RECORD_TRUST_GIVEN, RECORD_TRUST_MASK };

enum {
    RECORD_FIGURE_KIND = 2,    /* shift; below: the block */
    RECORD_FIGURE_HAS_VALUE = 1 << 6,
    RECORD_FIGURE_VALUE = 1 << 7, /* not zero */
    RECORD_FIGURE_EXPONENT = 1 << 8,
    RECORD_FIGURE_UNIT = 1 << 9,
    RECORD_FIGURE_OF = 1 << 10,
    RECORD_FIGURE_QUOTE = 1 << 11,
    RECORD_FIGURE_SAME = 1 << 12,
    RECORD_FIGURE_DATE = 1 << 13,
    RECORD_FIGURE_HEDGE = 14,
    RECORD_FIGURE_HEDGE_WORDS = 1 << 17,
    RECORD_FIGURE_TREND = 18,
    RECORD_FIGURE_PERIOD = 1 << 20,
    RECORD_FIGURE_HAS_HIGH = 1 << 21,
    RECORD_FIGURE_HIGH = 1 << 22,
    RECORD_FIGURE_HIGH_EXPONENT = 1 << 23,
    RECORD_FIGURE_FULLER = 1 << 24,
};
enum { RECORD_FIGURE_KIND_MASK = 15, RECORD_FIGURE_HEDGE_MASK = 7, RECORD_FIGURE_TREND_MASK = 3 };

/* Signed numbers as unsigned ones, small where they are near zero: 0, -1, 1, -2 are 0, 1, 2, 3. */
static inline uint64_t
record_fold(int64_t value)
{
    return (uint64_t)value << 1 ^ (value < 0 ? UINT64_MAX : 0);
}
static inline int64_t
record_unfold(uint64_t folded)
{
    uint64_t value = folded >> 1 ^ (folded & 1 ? UINT64_MAX : 0);

    return value > INT64_MAX ? -(int64_t)(UINT64_MAX - value) - 1 : (int64_t)value;
}
/* The same for differences of places. */
static inline uint32_t
record_fold_difference(uint32_t difference)
{
    return difference << 1 ^ (difference >> 31 ? UINT32_MAX : 0);
}
static inline uint32_t
record_unfold_difference(uint32_t folded)
{
    return folded >> 1 ^ (folded & 1 ? UINT32_MAX : 0);
}

/* The head of a record, when the parts it tells of lie inside these bytes; all but its spans is checked then. */
bool record_head(const char *record, size_t len, struct record_head *head);
/* Is the span inside the text, cutting no character? */
static inline bool
record_span_fits(const char *text, uint32_t len, struct span span)
{
    return span.start <= span.end && span.end <= len && ((unsigned char)text[span.start] & 0xC0) != 0x80 &&
           ((unsigned char)text[span.end] & 0xC0) != 0x80;
}
/* Or in what was given beside it, across no NUL? */
static inline bool
record_given_fits(const char *text, const struct record_head *head, struct span span)
{
    return record_span_fits(text, span.start > head->len ? head->extent : head->len, span);
}

#endif
