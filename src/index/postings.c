/* Posting lists and sets of ids: see postings.h. */
#include <string.h>

#include "postings.h"

enum { SET_BITS = 64 };

static size_t
id_set_words(uint32_t limit)
{
    return ((size_t)limit + SET_BITS - 1) / SET_BITS + 1; /* one more: a code of bits may reach over the end */
}

void
id_set_new(struct id_set *set, uint32_t limit)
{
    set->limit = limit;
    set->v = mem_zero(id_set_words(limit), sizeof *set->v);
}

void
id_set_free(struct id_set *set)
{
    mem_free(set->v);
    set->v = NULL;
}

void
id_set_keep(struct id_set *set, const struct id_set *other)
{
    for (size_t i = 0; i < id_set_words(set->limit); i++)
        set->v[i] &= other->v[i];
}

static unsigned
id_set_count(uint64_t bits)
{
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
    return (unsigned)(((bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F)) * UINT64_C(0x0101010101010101) >> 56);
}

static unsigned
id_set_lowest(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    return id_set_count((bits & -bits) - 1);
#endif
}

void
id_set_join(struct id_set *set, const struct id_set *other)
{
    for (size_t i = 0; i < id_set_words(set->limit); i++)
        set->v[i] |= other->v[i];
}

void
id_set_turn(struct id_set *set)
{
    for (size_t i = 0; i < id_set_words(set->limit); i++)
        set->v[i] = ~set->v[i];
}

void
id_set_fill(struct id_set *set)
{
    memset(set->v, 0xFF, id_set_words(set->limit) * sizeof *set->v);
}

uint32_t
id_set_next(const struct id_set *set, uint32_t from)
{
    for (size_t i = from / SET_BITS; from < set->limit && i < id_set_words(set->limit); i++) {
        uint64_t bits = set->v[i] & (i == from / SET_BITS ? UINT64_MAX << from % SET_BITS : UINT64_MAX);

        if (bits) {
            uint32_t id = (uint32_t)(i * SET_BITS + id_set_lowest(bits));

            return id < set->limit ? id : set->limit;
        }
    }
    return set->limit;
}

static void
id_set_reserve(struct ids *out, size_t n)
{
    if (out->cap >= n)
        return;
    out->v = mem_resize(out->v, n, sizeof *out->v);
    out->cap = n;
}

void
id_set_list(const struct id_set *set, struct ids *out)
{
    size_t n = 0, words = id_set_words(set->limit);

    vec_clear(out);
    for (size_t i = 0; i < words; i++)
        n += id_set_count(set->v[i]);
    id_set_reserve(out, n);
    for (size_t i = 0; i < words; i++)
        for (uint64_t bits = set->v[i]; bits; bits &= bits - 1) {
            uint32_t id = (uint32_t)(i * SET_BITS + id_set_lowest(bits));

            if (id < set->limit)
                out->v[out->n++] = id;
        }
}

/* ---- lists ------------------------------------------------------------------------- */

/* What follows the first byte of a gap that has more; false when it does not end, or leads beyond POSTING_IDS. */
static bool
posting_long_gap(struct posting_walk *walk, uint32_t *gap)
{
    for (unsigned shift = 6; shift <= 20; shift += 7) {
        if (walk->at == walk->end)
            return false;
        *gap |= (uint32_t)(*walk->at & 0x7F) << shift;
        if (!(*walk->at++ & 0x80))
            return true;
    }
    return false;
}

bool
posting_step(struct posting_walk *walk, uint32_t limit, uint32_t *from, uint32_t *bits)
{
    struct posting_walk to = *walk;
    uint32_t gap;

    if (to.at == to.end || to.next >= limit)
        return false;
    gap = *to.at++;
    if (gap & 0x80) {
        *from = to.next;
        *bits = gap & 0x7F;
        to.next += POSTING_WINDOW;
    } else {
        if (gap & 0x40) {
            gap &= 0x3F;
            if (!posting_long_gap(&to, &gap))
                return false;
        }
        if (gap >= limit - to.next)
            return false;
        *from = to.next + gap;
        *bits = 1;
        to.next = *from + 1;
    }
    *walk = to;
    return true;
}

void
posting_mark(struct id_set *set, const unsigned char *at, const unsigned char *end)
{
    struct posting_walk walk = posting_walk(at, end);
    uint32_t from, bits;

    while (posting_step(&walk, set->limit, &from, &bits)) {
        size_t i = from / SET_BITS;
        unsigned shift = from % SET_BITS;

        set->v[i] |= (uint64_t)bits << shift;
        if (shift > SET_BITS - POSTING_WINDOW)
            set->v[i + 1] |= (uint64_t)bits >> (SET_BITS - shift);
    }
}

void
posting_push(struct text *list, uint32_t *next, uint32_t id)
{
    unsigned char code[POSTING_MAX];
    unsigned n = posting_code(next, id, code);

    if (n == 0)
        list->v[list->n - 1] = (char)((unsigned char)list->v[list->n - 1] | code[0]);
    else
        text_add(list, (const char *)code, n);
}

void
posting_join(struct text *list, uint32_t *next, struct posting_walk more)
{
    uint32_t from, bits;

    while (posting_step(&more, POSTING_IDS, &from, &bits))
        for (uint32_t id = from; bits; id++, bits >>= 1)
            if (bits & 1)
                posting_push(list, next, id);
}
