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
    size_t skip; /* of what stands before a field: before the first of a row no comma */
};

/* There is always so much room behind `out` in a row; no field but strings takes a twentieth of it. */
enum { SINK_ROOM = 2048 };

void sink_open(struct sink *sink);              /* "{" */
void sink_close(struct sink *sink);             /* "}"; no newline */
void sink_end_row(struct sink *sink);           /* newline; for CSV too */

/*
 * The fields. A key is a literal, made by the compiler into what JSON writes before a value; behind it are blanks, so that
 * SINK_KEY_ROOM bytes may be copied in any case, which is two instructions.
 */
struct sink_key {
    const char *json; /* ", \"start\": " */
    size_t len;
};
#define SINK_KEY_ROOM 32
#define SINK_KEY(name) \
    ((struct sink_key){", \"" name "\": " "                                ", \
                       sizeof name + 5 + 0 * sizeof(char[sizeof name + 5 <= SINK_KEY_ROOM ? 1 : -1])}) /* none is longer */

void sink_put_key(struct sink *sink, struct sink_key key);
void sink_put_string(struct sink *sink, struct sink_key key, struct slice value);
void sink_put_words(struct sink *sink, struct sink_key key, struct slice value);
void sink_put_name(struct sink *sink, struct sink_key key, const char *value);
void sink_put_word(struct sink *sink, struct sink_key key, const char *word);
void sink_put_count(struct sink *sink, struct sink_key key, uint32_t value);
void sink_put_decimal(struct sink *sink, struct sink_key key, bool has, struct decimal value);
void sink_put_share(struct sink *sink, struct sink_key key, float value);
void sink_put_null(struct sink *sink, struct sink_key key);

#define sink_key(sink, key) sink_put_key(sink, SINK_KEY(key)) /* JSON: for values that the caller writes himself */
#define sink_string(sink, key, value) sink_put_string(sink, SINK_KEY(key), value) /* exactly */
#define sink_words(sink, key, value) sink_put_words(sink, SINK_KEY(key), value) /* as shown; null when empty */
#define sink_name(sink, key, value) sink_put_name(sink, SINK_KEY(key), value) /* null when NULL */
#define sink_word(sink, key, value) sink_put_word(sink, SINK_KEY(key), value) /* one of ours, of a few letters; null when NULL */
#define sink_count(sink, key, value) sink_put_count(sink, SINK_KEY(key), value)
#define sink_decimal(sink, key, has, value) sink_put_decimal(sink, SINK_KEY(key), has, value)
#define sink_share(sink, key, value) sink_put_share(sink, SINK_KEY(key), value) /* two digits */
#define sink_null(sink, key) sink_put_null(sink, SINK_KEY(key))

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
