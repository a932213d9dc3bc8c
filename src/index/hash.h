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

/*
 * A table of numbers whose keys are told by others, `rows`: four bytes for each, and no copy of the key, where a hash has sixteen. For
 * what each article of a large collection has. All zero is empty; numbers are below UINT32_MAX.
 */
struct numbers {
    uint32_t *slots;
    size_t n, size; /* size: a power of two, or 0 */
};
typedef struct slice numbers_key(const void *rows, uint32_t number);
/* The number of that key, or UINT32_MAX. */
uint32_t numbers_find(const struct numbers *numbers, const void *rows, numbers_key *key_of, struct slice key);
/* Puts a number, which has a key already, in place of the one of the same key. */
void numbers_put(struct numbers *numbers, const void *rows, numbers_key *key_of, uint32_t number);
void numbers_free(struct numbers *numbers);

#endif
