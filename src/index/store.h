/*
 * Where records are kept: in memory, or, when there is a file for them, there, mapped. What was put stays where it is until
 * store_free(): pointers hold.
 */
#ifndef LEDE_INDEX_STORE_H
#define LEDE_INDEX_STORE_H

#include "lede/base.h"

struct store;

/* fd: a file to append to from `start` (a multiple of 64 KiB), which stays the caller's; -1: memory alone. */
struct store *store_new(int fd, uint64_t start);
/* Puts a record; returns its place. In the file, when it gets there, it has the same place. */
uint64_t store_put(struct store *store, const void *bytes, size_t len);
const char *store_at(const struct store *store, uint64_t place);
/* Writes what is not written. False when something could not be: it stays in memory, nothing is lost, the file is of no use. */
bool store_flush(struct store *store);
/* The place after the last record: where the file ends once all is flushed. */
uint64_t store_end(const struct store *store);
void store_free(struct store *store); /* NULL is allowed */

#endif
