/* Which units there are, and how often. */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "lede/index.h"

void
units_add(struct units *units, const struct figure *figure, bool nouns)
{
    struct hash_slot *slot;

    if (!figure->unit || (figure->kind == FIGURE_COUNT && !nouns))
        return;
    if (!units->slots)
        units->slots = mem_zero(1, sizeof *units->slots);
    slot = hash_put(units->slots, figure->unit, strlen(figure->unit));
    if (slot->value == UINT32_MAX) {
        slot->value = (uint32_t)units->v.n;
        vec_add(&units->v)->unit = figure->unit;
    }
    units->v.v[slot->value].n++;
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
    *units = (struct units){0};
}
