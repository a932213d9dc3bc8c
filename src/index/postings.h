/* Posting lists as bytes, and sets of ids. */
#ifndef LEDE_INDEX_POSTINGS_H
#define LEDE_INDEX_POSTINGS_H

#include "lede/index.h"

/*
 * A list of ascending ids is a row of codes. `next` is the first id that no code has spoken of yet, 0 at the start:
 *
 *   1bbbbbbb                bit i: id next + i is there; then next += 7
 *   0cgggggg [cggggggg …]   id next + g is there, c: more of g follows, the lowest bits first; then next = that id + 1
 *
 * So a word of every article takes a bit for each, like a bitmap, and a rare word a byte or two, like the differences of
 * Witten, Moffat, Bell, "Managing Gigabytes" (1994). Every code but a gap in several bytes stands alone.
 */
enum {
    POSTING_MAX = 5,            /* bytes of a code */
    POSTING_WINDOW = 7,         /* ids in a code of bits */
    POSTING_IDS = 1 << 27,      /* ids are below: a set of them is 16 MiB at most, whatever a damaged file says */
};

/*
 * The code that puts `id`, greater than all before, behind those that led to *next; sets *next. Returns its bytes. 0: no new
 * code; out[0] is to be set in the last one, which is of bits.
 */
static inline unsigned
posting_code(uint32_t *next, uint32_t id, unsigned char out[POSTING_MAX])
{
    uint32_t gap = id - *next;
    unsigned n = 1;

    if (id < *next) {
        out[0] = (unsigned char)(1u << (id + POSTING_WINDOW - *next));
        return 0;
    }
    if (gap < POSTING_WINDOW) {
        out[0] = (unsigned char)(0x80u | 1u << gap);
        *next += POSTING_WINDOW;
        return 1;
    }
    out[0] = (unsigned char)((gap & 0x3F) | (gap > 0x3F ? 0x40u : 0));
    for (gap >>= 6; gap; gap >>= 7)
        out[n++] = (unsigned char)((gap & 0x7F) | (gap > 0x7F ? 0x80u : 0));
    *next = id + 1;
    return n;
}

/* Ids below `limit`, a bit each. */
struct id_set {
    uint64_t *v;
    uint32_t limit;
};

/* An empty set for ids below limit (at most POSTING_IDS); freed by id_set_free(). */
void id_set_new(struct id_set *set, uint32_t limit);
void id_set_free(struct id_set *set);
void id_set_keep(struct id_set *set, const struct id_set *other); /* set ∩ other; of the same limit */
void id_set_list(const struct id_set *set, struct ids *out);      /* ascending; *out is cleared first */
void id_set_join(struct id_set *set, const struct id_set *other); /* set ∪ other; of the same limit */
void id_set_fill(struct id_set *set);                             /* all ids below the limit */
void id_set_turn(struct id_set *set);                             /* those that were not in it */
uint32_t id_set_next(const struct id_set *set, uint32_t from);    /* the first from `from` on; the limit when there is none */
static inline bool
id_set_has(const struct id_set *set, uint32_t id)
{
    return id < set->limit && set->v[id >> 6] >> (id & 63) & 1;
}
static inline void
id_set_drop(struct id_set *set, uint32_t id)
{
    if (id < set->limit)
        set->v[id >> 6] &= ~(UINT64_C(1) << (id & 63));
}
static inline void
id_set_put(struct id_set *set, uint32_t id)
{
    if (id < set->limit)
        set->v[id >> 6] |= UINT64_C(1) << (id & 63);
}

/* A list on its way: the ids before `next` have been read. */
struct posting_walk {
    const unsigned char *at, *end;
    uint32_t next;
};

static inline struct posting_walk
posting_walk(const unsigned char *at, const unsigned char *end)
{
    return (struct posting_walk){at, end, 0};
}

/* The next code: bit i of *bits says that id *from + i is there; *from is below the limit. False, and *walk stays, at the end, at
   a gap that leads to the limit or beyond, at bytes that are no code. */
bool posting_step(struct posting_walk *walk, uint32_t limit, uint32_t *from, uint32_t *bits);
/* Puts the ids of a list into the set; the bytes may be anything. */
void posting_mark(struct id_set *set, const unsigned char *at, const unsigned char *end);
/* Appends the ids of the list `more`, greater than those in *list, in which all that has been put so far led to *next. */
void posting_join(struct text *list, uint32_t *next, struct posting_walk more);
/* Appends an id to a list; the same. */
void posting_push(struct text *list, uint32_t *next, uint32_t id);

#endif
