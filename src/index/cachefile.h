/* The file of a cache as bytes: its header, its sections, whether they are whole. */
#ifndef LEDE_INDEX_CACHEFILE_H
#define LEDE_INDEX_CACHEFILE_H

#include "checksum.h"
#include "freeze.h"
#include "lede/index.h"

#define CACHE_SUFFIX ".lede"
#define CACHE_BEGUN ".begun"
enum { CACHE_STALE_SHARE = 50 }; /* one changed article in so many makes the file worth writing again */

struct cacheheader {
    char magic[8];
    uint32_t order;              /* 0x01020304 as this machine writes it */
    uint32_t version;            /* of the format: CACHEFILE_VERSION */
    uint64_t rows;               /* a checksum of the sizes of all rows: another compiler may lay them out otherwise */
    uint64_t settings;           /* see struct cache_setup, with the options of reading */
    uint64_t file_len;
    int64_t opened, written;     /* seconds since the epoch */
    uint32_t narticles, nsections;
    struct extent extents[SECTIONS];
    uint64_t sums[SECTIONS];
    uint64_t sum;                /* of all above */
};

struct cachefile {
    const char *at;              /* mapped; NULL: none */
    size_t len;
    struct cacheheader header;
};

/* Maps a file whose header and sections are whole. Returns NULL, or why it is of no use (a few words, static). */
const char *cachefile_open(struct cachefile *file, const char *name, const char *key, uint64_t settings);
struct slice cachefile_section(const struct cachefile *file, enum section section);
void cachefile_close(struct cachefile *file);
/* Writes the sections from `at` on, then the header; false when something failed (errno). */
bool cachefile_write(int fd, uint64_t at, const struct index *index, const char *key, struct cacheheader *header);
/* Removes what writers left that no longer live. */
void cachefile_sweep(const char *folder);

#endif
