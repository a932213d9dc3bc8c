/*
 * The order of the figures: by kind, or by size among those that can be compared. A collection has millions of them, so that they
 * are sorted by digits of a key and not by comparing; what has the same key stays in the order of the text.
 */
#include <stdlib.h>
#include <string.h>

#include "state.h"

enum {
    KEY_SIZE = 48,       /* bits of the size: eleven decimal digits of it */
    KEY_SCALE = 12,      /* bits of the scale's place among all by name; above them the kind */
    SCALES_MOST = (1 << KEY_SCALE) - 1, /* those beyond are taken for one */
    DIGIT = 11,          /* bits that one pass sorts by */
    DIGITS = 6,
    SEEN = 256,          /* units whose scale is remembered */
};

struct keys {
    uint64_t *key, *key2;
    uint32_t *id, *id2;
    size_t n;
};

/* ---- by digits ------------------------------------------------------------------------------- */

static void
sort_pass(struct keys *keys, int shift, size_t starts[])
{
    uint64_t *key = keys->key;
    uint32_t *id = keys->id;

    for (size_t i = 0; i < keys->n; i++) {
        size_t to = starts[keys->key[i] >> shift & ((1 << DIGIT) - 1)]++;

        keys->key2[to] = keys->key[i];
        keys->id2[to] = keys->id[i];
    }
    keys->key = keys->key2, keys->key2 = key;
    keys->id = keys->id2, keys->id2 = id;
}

/* The lowest digit first; a digit that is the same in all keys needs no pass. */
static void
sort_digits(struct keys *keys)
{
    size_t *starts = mem_zero(1 << DIGIT, sizeof *starts);

    for (int digit = 0; digit < DIGITS; digit++) {
        int shift = digit * DIGIT;
        size_t at = 0, most = 0;

        memset(starts, 0, sizeof *starts << DIGIT);
        for (size_t i = 0; i < keys->n; i++)
            starts[keys->key[i] >> shift & ((1 << DIGIT) - 1)]++;
        for (size_t i = 0; i < (size_t)1 << DIGIT; i++) {
            size_t count = starts[i];

            most = count > most ? count : most;
            starts[i] = at;
            at += count;
        }
        if (most < keys->n)
            sort_pass(keys, shift, starts);
    }
    mem_free(starts);
}

/* ---- keys ---------------------------------------------------------------------------------------- */

/* What a unit makes of a value: its scale, and the size in that as a line through two points. */
struct seen {
    const char *unit;    /* kept by the scales */
    uint32_t kind;
    uint32_t scale;      /* its place in the scales */
    double zero, times;
};

struct sizer {
    const struct index *index;
    struct units scales, names; /* names: of the units that were seen */
    struct seen seen[SEEN];
};

static const struct seen *
sort_seen(struct sizer *sizer, enum figure_kind kind, const char *unit)
{
    struct seen *seen = &sizer->seen[(((uintptr_t)unit >> 3) + (uintptr_t)kind * 31) % SEEN];
    struct figure_size zero, one;
    size_t place;

    if (seen->unit && seen->kind == kind && strcmp(seen->unit, unit) == 0)
        return seen;
    zero = figure_size_of(kind, unit, true, 0);
    one = figure_size_of(kind, unit, true, 1);
    place = units_place(&sizer->names, unit); /* which may move the names */
    seen->unit = sizer->names.v.v[place].unit;
    seen->kind = kind;
    place = units_place(&sizer->scales, zero.scale);
    seen->scale = (uint32_t)(place < SCALES_MOST ? place : SCALES_MOST);
    seen->zero = zero.size;
    seen->times = one.size - zero.size;
    return seen;
}

/* Bits that are the less, the greater the number is. */
static uint64_t
sort_descending(double number)
{
    uint64_t bits;

    memcpy(&bits, &number, sizeof bits);
    return ~(bits >> 63 ? ~bits : bits | UINT64_C(1) << 63) >> (64 - KEY_SIZE);
}

static uint64_t
sort_key(struct sizer *sizer, uint32_t id)
{
    enum figure_kind kind = index_figure_kind(sizer->index, id);
    const char *unit = index_figure_unit(sizer->index, id);
    const struct seen *seen = sort_seen(sizer, kind, unit ? unit : "");
    double number;
    uint64_t size = (UINT64_C(1) << KEY_SIZE) - 1; /* without one: behind those that have it */

    if (index_figure_number(sizer->index, id, &number))
        size = sort_descending(number * seen->times + seen->zero);
    return (uint64_t)kind << (KEY_SIZE + KEY_SCALE) | (uint64_t)seen->scale << KEY_SIZE | size;
}

static int
sort_compare_scales(const void *a, const void *b)
{
    const struct units_count *x = a, *y = b;

    return strcmp(x->unit, y->unit);
}

/* Scales were numbered as they were met: from now on by name. */
static void
sort_rank_scales(struct keys *keys, struct units *scales)
{
    uint64_t mask = (uint64_t)SCALES_MOST << KEY_SIZE;
    struct units_count *sorted = mem_zero(scales->v.n + 1, sizeof *sorted);
    uint64_t *ranks = mem_zero(scales->v.n + 1, sizeof *ranks);

    for (uint32_t i = 0; i < scales->v.n; i++)
        sorted[i] = (struct units_count){scales->v.v[i].unit, i};
    if (scales->v.n > 1)
        qsort(sorted, scales->v.n, sizeof *sorted, sort_compare_scales);
    for (uint32_t i = 0; i < scales->v.n; i++)
        ranks[sorted[i].n] = i < SCALES_MOST ? i : SCALES_MOST;
    for (size_t i = 0; i < keys->n; i++)
        keys->key[i] = (keys->key[i] & ~mask) | ranks[(keys->key[i] & mask) >> KEY_SIZE] << KEY_SIZE;
    mem_free(sorted);
    mem_free(ranks);
}

void
sort_figures(const struct app *app, struct ids *ids)
{
    struct keys keys = {.n = ids->n};
    struct sizer sizer = {.index = app->setup.index};
    uint64_t *key;
    uint32_t *id;

    if (app->choice.sort == SORT_PLACE || ids->n < 2)
        return;
    keys.key = key = mem_zero(2 * ids->n, sizeof *key);
    keys.id = id = mem_zero(2 * ids->n, sizeof *id);
    keys.key2 = keys.key + ids->n;
    keys.id2 = keys.id + ids->n;
    memcpy(keys.id, ids->v, ids->n * sizeof *ids->v);
    for (size_t i = 0; i < ids->n; i++)
        keys.key[i] = app->choice.sort == SORT_SIZE ? sort_key(&sizer, ids->v[i])
                                                    : (uint64_t)index_figure_kind(sizer.index, ids->v[i]);
    if (app->choice.sort == SORT_SIZE)
        sort_rank_scales(&keys, &sizer.scales);
    sort_digits(&keys);
    memcpy(ids->v, keys.id, ids->n * sizeof *ids->v);
    mem_free(key);
    mem_free(id);
    units_free(&sizer.scales);
    units_free(&sizer.names);
}
