/* What is said on standard error. */
#ifndef LEDE_COMPLAIN_H
#define LEDE_COMPLAIN_H

#include <stdio.h>

#include "lede/base.h"

/* "lede: where: what", or without where when that is "". Names and arguments may hold anything: controls are written as \x1b. */
void complain(const char *where, const char *what);
/* The text, and under the bytes [offset, offset + len) of it a line that points there. */
void complain_place(const char *text, size_t offset, size_t len);
/* What may hold anything, as in these complaints, to any stream; returns the columns that it took. */
int complain_write(FILE *out, const char *s, size_t len);
void complain_all(const struct problems *problems);

#endif
