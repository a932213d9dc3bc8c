/* A file on its way to the disk: buffered, counted, aligned; the first error is kept and ends the writing. */
#ifndef LEDE_INDEX_WRITER_H
#define LEDE_INDEX_WRITER_H

#include "lede/base.h"

struct writer {
    int fd;
    uint64_t at;        /* bytes put so far: the place in the file of the next */
    struct text buffer; /* not yet written */
    int error;          /* of the first write that failed (errno), or 0: later ones do nothing */
};

void writer_open(struct writer *writer, int fd); /* the descriptor stays the caller's */
void writer_put(struct writer *writer, const void *bytes, size_t len);
/* Zeros until the place is a multiple of `to`, a power of two: what follows can be used where it is mapped. */
void writer_align(struct writer *writer, unsigned to);
/* Hands on all that was put; false when it, or anything before, failed. */
bool writer_flush(struct writer *writer);
void writer_close(struct writer *writer); /* frees the buffer; does not flush */

#endif
