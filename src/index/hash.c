#include <string.h>

#include "hash.h"

/* FNV-1a, folded: short keys, no adversary beyond a slow lookup */
size_t
hash_of(const char *key, size_t len)
{
    uint64_t h = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)key[i]) * UINT64_C(1099511628211);
    return (size_t)(h ^ h >> 29);
}

static struct hash_slot *
hash_probe(const struct hash *hash, const char *key, size_t len)
{
    size_t at = hash_of(key, len) & (hash->size - 1);

    for (;; at = (at + 1) & (hash->size - 1)) {
        struct hash_slot *slot = &hash->slots[at];
        if (!slot->key || (slot->len == len && memcmp(slot->key, key, len) == 0))
            return slot;
    }
}

struct hash_slot *
hash_find(const struct hash *hash, const char *key, size_t len)
{
    struct hash_slot *slot = hash->size ? hash_probe(hash, key, len) : NULL;

    return slot && slot->key ? slot : NULL;
}

static void
hash_grow(struct hash *hash)
{
    struct hash bigger = {.size = hash->size ? hash->size * 2 : 64, .n = hash->n};

    bigger.slots = mem_zero(bigger.size, sizeof *bigger.slots);
    for (size_t i = 0; i < hash->size; i++)
        if (hash->slots[i].key)
            *hash_probe(&bigger, hash->slots[i].key, hash->slots[i].len) = hash->slots[i];
    mem_free(hash->slots);
    *hash = bigger;
}

struct hash_slot *
hash_put(struct hash *hash, const char *key, size_t len)
{
    struct hash_slot *slot;

    if (hash->n * 4 >= hash->size * 3)
        hash_grow(hash);
    slot = hash_probe(hash, key, len);
    if (!slot->key) {
        *slot = (struct hash_slot){key, (uint32_t)len, UINT32_MAX};
        hash->n++;
    }
    return slot;
}

void
hash_free(struct hash *hash)
{
    mem_free(hash->slots);
    *hash = (struct hash){0};
}

/* ---- numbers ---------------------------------------------------------------------------- */

static uint32_t *
numbers_probe(const struct numbers *numbers, const void *rows, numbers_key *key_of, struct slice key)
{
    size_t at = hash_of(key.at, key.len) & (numbers->size - 1);

    while (numbers->slots[at] != UINT32_MAX && !slice_equal(key_of(rows, numbers->slots[at]), key))
        at = (at + 1) & (numbers->size - 1);
    return &numbers->slots[at];
}

uint32_t
numbers_find(const struct numbers *numbers, const void *rows, numbers_key *key_of, struct slice key)
{
    return numbers->size ? *numbers_probe(numbers, rows, key_of, key) : UINT32_MAX;
}

static void
numbers_grow(struct numbers *numbers, const void *rows, numbers_key *key_of)
{
    struct numbers bigger = {.size = numbers->size ? numbers->size * 2 : 64, .n = numbers->n};

    bigger.slots = mem_alloc(bigger.size * sizeof *bigger.slots);
    memset(bigger.slots, 0xFF, bigger.size * sizeof *bigger.slots);
    for (size_t i = 0; i < numbers->size; i++)
        if (numbers->slots[i] != UINT32_MAX)
            *numbers_probe(&bigger, rows, key_of, key_of(rows, numbers->slots[i])) = numbers->slots[i];
    numbers_free(numbers);
    *numbers = bigger;
}

void
numbers_put(struct numbers *numbers, const void *rows, numbers_key *key_of, uint32_t number)
{
    uint32_t *slot;

    if (numbers->n * 2 >= numbers->size) /* a look at a key is a look at memory far away */
        numbers_grow(numbers, rows, key_of);
    slot = numbers_probe(numbers, rows, key_of, key_of(rows, number));
    numbers->n += *slot == UINT32_MAX;
    *slot = number;
}

void
numbers_free(struct numbers *numbers)
{
    mem_free(numbers->slots);
    *numbers = (struct numbers){0};
}
