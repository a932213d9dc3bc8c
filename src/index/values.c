#include "values.h"

#include <math.h>
#include <string.h>

static uint64_t
values_bits(double number)
{
    uint64_t bits;

    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* Fibonacci hashing (Knuth, volume 3, 6.4): the high bits of the product, for round numbers differ in their high bits alone. */
static uint32_t *
values_probe(const struct values *values, double number)
{
    uint64_t bits = values_bits(number);
    uint32_t at = (uint32_t)((bits ^ bits >> 29) * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (values->nslots - 1);

    while (values->slots[at] != UINT32_MAX && values_bits(values->v.v[values->slots[at]]) != bits)
        at = (at + 1) & (values->nslots - 1);
    return &values->slots[at];
}

static void
values_grow(struct values *values)
{
    mem_free(values->slots);
    values->nslots = values->nslots ? values->nslots * 2 : 1024;
    values->slots = mem_alloc(values->nslots * sizeof *values->slots);
    memset(values->slots, 0xFF, values->nslots * sizeof *values->slots);
    for (uint32_t i = 0; i < values->v.n; i++)
        *values_probe(values, values->v.v[i]) = i;
}

uint32_t
values_code(struct values *values, double number)
{
    uint32_t *slot;

    if (values->v.n * 4 >= values->nslots * UINT64_C(3))
        values_grow(values);
    slot = values_probe(values, isnan(number) ? (double)NAN : number);
    if (*slot == UINT32_MAX) {
        *slot = (uint32_t)values->v.n;
        vec_push(&values->v, isnan(number) ? (double)NAN : number);
    }
    return *slot;
}

void
values_free(struct values *values)
{
    vec_free(&values->v);
    mem_free(values->slots);
}
