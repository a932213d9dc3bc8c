/* Which units there are, and how often. */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "lede/index.h"

static struct units_count *
units_of(struct units *units, const char *unit)
{
    size_t len = strlen(unit);
    struct hash_slot *slot;

    if (!units->slots) {
        units->slots = mem_zero(1, sizeof *units->slots);
        units->strings = arena_new();
    }
    slot = hash_find(units->slots, unit, len);
    if (!slot) {
        const char *kept = arena_string(units->strings, unit, len);

        slot = hash_put(units->slots, kept, len);
        slot->value = (uint32_t)units->v.n;
        vec_add(&units->v)->unit = kept;
    }
    return &units->v.v[slot->value];
}

const char *
units_keep(struct units *units, const char *unit)
{
    return units_of(units, unit)->unit;
}

void
units_add(struct units *units, const struct figure *figure, bool nouns)
{
    if (figure->unit && (figure->kind != FIGURE_COUNT || nouns))
        units_of(units, figure->unit)->n++;
}

static int
units_compare(const void *a, const void *b)
{
    const struct units_count *x = a, *y = b;

    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return strcmp(x->unit, y->unit);
}

void
units_sort(struct units *units)
{
    if (units->v.n > 1)
        qsort(units->v.v, units->v.n, sizeof *units->v.v, units_compare);
}

void
units_free(struct units *units)
{
    vec_free(&units->v);
    if (units->slots)
        hash_free(units->slots);
    mem_free(units->slots);
    arena_free(units->strings);
    *units = (struct units){0};
}
