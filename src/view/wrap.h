/* Lines: where a text breaks at a width. */
#ifndef LEDE_VIEW_WRAP_H
#define LEDE_VIEW_WRAP_H

#include "lede/base.h"

/* One line: bytes [start, end) of the text, without the blanks at its end, and its columns. */
struct line {
    uint32_t start, end;
    int columns;
};

VEC_TYPE(lines, struct line);

/*
 * Breaks s to lines of at most `width` columns (at least 1), the first of them `first` columns shorter. Breaks as UAX #14 has
 * them; a word too long for a line is cut between characters. A line end inside s counts as a blank. *lines is cleared
 * first; a text without anything to show has no lines. marks is scratch that is kept for the next call.
 */
void wrap_lines(struct lines *lines, struct text *marks, struct slice s, int first, int width);

#endif
