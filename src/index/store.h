/*
 * Where records are kept: in memory, or, when there is a file for them, there, mapped. What was put stays where it is until
 * store_free(): pointers hold.
 */
#ifndef LEDE_INDEX_STORE_H
#define LEDE_INDEX_STORE_H

#include "lede/base.h"

struct store;

/* In memory, until store_use(). Places begin with `start`, a multiple of 64 KiB. */
struct store *store_new(uint64_t start);
/* Writes what is there to the file, and appends what comes. The descriptor stays the caller's, and open as long as the store. */
void store_use(struct store *store, int fd);
/*
 * The same with a file of its own, which nobody else can see and which is gone with the store: below $TMPDIR, /var/tmp or /tmp. Where
 * none can be made all stays in memory.
 */
void store_use_own(struct store *store);
bool store_has_file(const struct store *store);
/* Nothing more goes to the file. */
void store_release(struct store *store);
/* Puts a record; returns its place. In the file, when it gets there, it has the same place. */
uint64_t store_put(struct store *store, const void *bytes, size_t len);
const char *store_at(const struct store *store, uint64_t place);
/* Writes what is not written. False when something could not be: it stays in memory, nothing is lost, the file is of no use. */
bool store_flush(struct store *store);
/* The place after the last record: where the file ends once all is flushed. */
uint64_t store_end(const struct store *store);
void store_free(struct store *store); /* NULL is allowed */

#endif
