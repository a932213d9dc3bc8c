/* A row of named fields, as JSON or CSV: what is written is said once for both. */
#ifndef LEDE_DUMP_SINK_H
#define LEDE_DUMP_SINK_H

#include <stdio.h>
#include <string.h>

#include "lede/decimal.h"
#include "lede/dump.h"

enum sink_form { SINK_JSON, SINK_CSV, SINK_CSV_HEADER };

struct sink {
    struct text *out;
    FILE *stream; /* where each row goes when it ends; NULL: rows stay in out */
    enum sink_form form;
    bool begun; /* a field of this row was written */
};

void sink_open(struct sink *sink);              /* "{" */
void sink_close(struct sink *sink);             /* "}"; no newline */
void sink_end_row(struct sink *sink);           /* newline; for CSV too */

/*
 * The fields. A key is given as a literal: the compiler counts its letters, which strlen() would do two million times in a
 * collection of 2,000 articles.
 */
void sink_put_key(struct sink *sink, struct slice key);
void sink_put_string(struct sink *sink, struct slice key, struct slice value);
void sink_put_words(struct sink *sink, struct slice key, struct slice value);
void sink_put_name(struct sink *sink, struct slice key, const char *value);
void sink_put_count(struct sink *sink, struct slice key, uint32_t value);
void sink_put_decimal(struct sink *sink, struct slice key, bool has, struct decimal value);
void sink_put_share(struct sink *sink, struct slice key, float value);
void sink_put_null(struct sink *sink, struct slice key);

static inline struct slice sink_name_of(const char *key) { return slice_of(key, strlen(key)); }
/* JSON: for values that the caller writes himself */
static inline void sink_key(struct sink *sink, const char *key) { sink_put_key(sink, sink_name_of(key)); }
static inline void sink_null(struct sink *sink, const char *key) { sink_put_null(sink, sink_name_of(key)); }
/* exactly */
static inline void sink_string(struct sink *sink, const char *key, struct slice value)
{
    sink_put_string(sink, sink_name_of(key), value);
}
/* as shown; null when empty */
static inline void sink_words(struct sink *sink, const char *key, struct slice value)
{
    sink_put_words(sink, sink_name_of(key), value);
}
/* null when NULL */
static inline void sink_name(struct sink *sink, const char *key, const char *value)
{
    sink_put_name(sink, sink_name_of(key), value);
}
static inline void sink_count(struct sink *sink, const char *key, uint32_t value)
{
    sink_put_count(sink, sink_name_of(key), value);
}
static inline void sink_count_or_null(struct sink *sink, const char *key, uint32_t value, uint32_t none)
{
    if (value == none)
        sink_null(sink, key);
    else
        sink_count(sink, key, value);
}
static inline void sink_decimal(struct sink *sink, const char *key, bool has, struct decimal value)
{
    sink_put_decimal(sink, sink_name_of(key), has, value);
}
/* two digits */
static inline void sink_share(struct sink *sink, const char *key, float value)
{
    sink_put_share(sink, sink_name_of(key), value);
}

/* A JSON string with its marks. */
void sink_json_string(struct text *out, struct slice value);

/* Words of an article as people and scripts want them: white space single, no-break hyphens plain, hidden characters dropped. The
   result is in buf, valid until it is used again. */
struct slice plain_words(struct text *buf, struct slice words);
/* Prints a prefix, then the line, then a newline; in Markdown with a backslash before what that would read as its own. */
void plain_line(FILE *out, const char *prefix, const struct text *line, bool markdown);
/* The same, written to a terminal or file in lines of at most `columns`, each after the first indented. Returns the column. */
void plain_wrap(FILE *out, const char *first_indent, const char *indent, const char *words, int columns);

#endif
