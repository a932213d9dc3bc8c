/*
 * A strict reader of JSON (RFC 8259) over a line in memory: no tree is made, nothing is copied but what is asked for. It goes
 * through each byte once and does not recurse. For src/article only.
 */
#ifndef LEDE_ARTICLE_JSON_H
#define LEDE_ARTICLE_JSON_H

#include "lede/base.h"

enum { JSON_DEEPEST = 512 }; /* objects and lists within each other */

/* Begins with text, at and end set, over valid UTF-8. After a function has returned false, wrong says why (a static string) and
   at stands where. */
struct json {
    const char *text, *at, *end;
    const char *wrong;
};

/* The first byte of what comes next behind white space: '{', '[', '"' and so on; 0 at the end. */
char json_peek(struct json *json);
/* Takes this mark, and the white space before it, if it comes next. */
bool json_take(struct json *json, char mark);
/* The same; it is wrong if it does not. In an object or list: the mark that closes it, for a comma that is missing. */
bool json_expect(struct json *json, char mark, char closing);
/* A string; raw is what stands between its marks, escapes and all. */
bool json_string(struct json *json, struct slice *raw);
/* A string and the colon behind it. */
bool json_name(struct json *json, struct slice *raw);
/* A number, as it is written. */
bool json_number(struct json *json, struct slice *raw);
/* "true", "false" or "null". */
bool json_word(struct json *json);
/* Any value, with all that is in it. */
bool json_skip(struct json *json);
/* Nothing but white space is left. */
bool json_ends(struct json *json);
/*
 * Writes what a raw string means to `to`, which has room for raw.len bytes; sets *len. False for half a surrogate pair, which
 * UTF-8 can't say, and for U+0000, which no text has; at stands on it.
 */
bool json_decode(struct json *json, struct slice raw, char *to, size_t *len);
/* Where `at` stands in the line: its number among the characters, from 1. */
size_t json_column(const struct json *json, const char *at);

#endif
