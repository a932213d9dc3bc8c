/* Files of sections, keys and values: the only way to iniparser. */
#ifndef LEDE_CONF_INI_H
#define LEDE_CONF_INI_H

#include "lede/base.h"

struct ini_entry {
    const char *section;  /* "" before the first section */
    const char *key;      /* as written */
    const char *value;    /* without white space at the ends, marks and comment; may be "" */
    unsigned line;        /* from 1 */
};

struct ini;

/*
 * Reads a file. A line that is wrong costs that line: it is added to problems with "path:line" and its text, and the rest is
 * read. Returns NULL, with a problem, when the file can't be read at all.
 *
 *   # comment        ; comment
 *   [section]
 *   key = value      ; a comment behind a value begins with a blank and ';' ('#' begins a colour)
 *   key = "a value with marks keeps its blanks and ';'"
 *
 * A key that a section has twice: the later one counts, and that is a problem too.
 */
struct ini *ini_load(const char *path, struct problems *problems);
void ini_free(struct ini *ini);
const char *ini_path(const struct ini *ini);
size_t ini_count(const struct ini *ini);
/* In the order of the file. Belongs to the ini. */
const struct ini_entry *ini_entry(const struct ini *ini, size_t at);

/* Adds "path:line" and "'key = value': reason" to problems. */
void ini_complain(const struct ini *ini, const struct ini_entry *entry, struct problems *problems, const char *fmt, ...)
    LEDE_PRINTF(4, 5);

/* An entry on its way through a file. The arena lives until the end of the file. */
struct ini_line {
    const struct ini *ini;
    const struct ini_entry *entry;
    struct arena *arena;
    struct problems *problems;
};
/* Calls `each` for every entry of a file, in its order. That there is no such file is no problem. */
void ini_each(const char *path, void (*each)(void *arg, const struct ini_line *line), void *arg, struct problems *problems);


#endif
