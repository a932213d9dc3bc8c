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
