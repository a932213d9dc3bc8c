/* A hash table in a file: slots that hold numbers of rows, each row with a key. Made once, then only read. */
#ifndef LEDE_INDEX_FROZEN_H
#define LEDE_INDEX_FROZEN_H

#include "lede/base.h"

#define FROZEN_NONE UINT32_MAX

struct frozen {
    const uint32_t *slots;
    uint32_t size; /* a power of two, or 0 */
};
/* The key of a row. */
typedef struct slice frozen_key(const void *rows, uint32_t row);

/* The row with this key, or FROZEN_NONE. */
uint32_t frozen_find(const struct frozen *frozen, const void *rows, uint32_t nrows, frozen_key *key_of, struct slice key);
/* Slots for n rows; of several with one key the last is found. The caller frees them with mem_free(). */
uint32_t *frozen_make(const void *rows, uint32_t n, frozen_key *key_of, uint32_t *size);

#endif
