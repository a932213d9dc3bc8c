/* What was searched for before, in this session and those before it. */
#ifndef LEDE_PAST_H
#define LEDE_PAST_H

#include "lede/base.h"

enum past_kind { PAST_SEARCH, PAST_QUERY, PAST_KINDS }; /* in a pane; over all articles */

struct past;

/* Keeps `most` lines of each kind, the last ones. */
struct past *past_new(size_t most);
void past_free(struct past *past); /* NULL is allowed */

/* Puts a line at the end; one that was there already moves. What is no line that could be typed (empty, longer than a kilobyte,
   invalid UTF-8, controls) is left out. */
void past_add(struct past *past, enum past_kind kind, const char *line);
size_t past_count(const struct past *past, enum past_kind kind);
const char *past_line(const struct past *past, enum past_kind kind, size_t i); /* the oldest is 0; valid until the next change */

/* Adds what a file has, whose absence is no problem, nor are lines that are none. */
void past_load(struct past *past, const char *path);
/*
 * Writes what was added since past_load() behind what the file has by now, as others may have added to it. The file is for its
 * owner alone (0600) and replaced as a whole; its folder is made. False, with a sentence, when that can't be. Nothing is written
 * when nothing was added, and nothing over what is no ordinary file: /dev/null is how some say that they want none.
 */
bool past_save(struct past *past, const char *path, struct error *error);

#endif
