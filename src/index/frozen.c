#include "frozen.h"

#include <string.h>

#include "hash.h"

static uint32_t *
frozen_probe(uint32_t *slots, uint32_t size, const void *rows, frozen_key *key_of, struct slice key)
{
    uint32_t at = (uint32_t)hash_of(key.at, key.len) & (size - 1);

    while (slots[at] != FROZEN_NONE && !slice_equal(key_of(rows, slots[at]), key))
        at = (at + 1) & (size - 1);
    return &slots[at];
}

uint32_t
frozen_find(const struct frozen *frozen, const void *rows, uint32_t nrows, frozen_key *key_of, struct slice key)
{
    uint32_t row = frozen->size && nrows ? *frozen_probe((uint32_t *)frozen->slots, frozen->size, rows, key_of, key) : FROZEN_NONE;

    return row < nrows ? row : FROZEN_NONE;
}

uint32_t *
frozen_make(const void *rows, uint32_t n, frozen_key *key_of, uint32_t *size)
{
    uint32_t *slots;

    for (*size = 64; *size < n * UINT64_C(2);)
        *size *= 2;
    slots = mem_alloc(*size * sizeof *slots);
    memset(slots, 0xFF, *size * sizeof *slots);
    for (uint32_t i = 0; i < n; i++)
        *frozen_probe(slots, *size, rows, key_of, key_of(rows, i)) = i;
    return slots;
}
