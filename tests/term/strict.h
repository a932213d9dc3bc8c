/* A terminal that takes nothing amiss: what bytes may reach it. */
#ifndef LEDE_TEST_STRICT_H
#define LEDE_TEST_STRICT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Are these only what curses writes for a terminal of xterm's family: printable text, and the sequences that move, erase,
 * colour and set the modes of a full-screen program? Where not, *at is the offset of the first byte that is wrong.
 */
bool strict_is_clean(const char *bytes, size_t len, bool utf8, size_t *at);

#endif
