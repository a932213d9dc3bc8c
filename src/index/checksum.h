/* Checksums of what is kept: XXH3 (xxhash.com), as fast as memory is read. */
#ifndef LEDE_INDEX_CHECKSUM_H
#define LEDE_INDEX_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

uint64_t checksum_64(const void *bytes, size_t len);
static inline uint32_t checksum_32(const void *bytes, size_t len) { return (uint32_t)checksum_64(bytes, len); }

#endif
