/* A hash table from strings to numbers. */
#ifndef LEDE_INDEX_HASH_H
#define LEDE_INDEX_HASH_H

#include "lede/base.h"

/* All zero is an empty table. Keys are not copied: they must outlive it. Open addressing, linear probing. */
struct hash {
    struct hash_slot *slots;
    size_t n, size; /* size: a power of two, or 0 */
};

struct hash_slot {
    const char *key;
    uint32_t len;
    uint32_t value;
};

/* The slot of a key, or NULL. */
struct hash_slot *hash_find(const struct hash *hash, const char *key, size_t len);
/* The slot of a key, made with value UINT32_MAX when it is new. Valid until the next hash_put(). */
struct hash_slot *hash_put(struct hash *hash, const char *key, size_t len);
/* A number made of all bytes of the key. */
size_t hash_of(const char *key, size_t len);
void hash_free(struct hash *hash);

#endif
