/* Which units there are, and how often. */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "lede/index.h"

size_t
units_place(struct units *units, const char *unit)
{
    size_t memo = ((uintptr_t)unit >> 3) % (sizeof units->met / sizeof *units->met), len;
    struct hash_slot *slot;

    /* an address may hold another unit by now */
    if (units->met[memo].unit == unit && strcmp(units->v.v[units->met[memo].place].unit, unit) == 0)
        return units->met[memo].place;
    len = strlen(unit);
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
    units->met[memo].unit = unit;
    units->met[memo].place = slot->value;
    return slot->value;
}

void
units_add(struct units *units, enum figure_kind kind, const char *unit, bool nouns)
{
    size_t place;

    if (!unit || (kind == FIGURE_COUNT && !nouns))
        return;
    place = units_place(units, unit); /* which may move the list */
    units->v.v[place].n++;
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
