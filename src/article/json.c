#include "json.h"

#include <string.h>

#include "bytes.h"
#include "lede/utf.h"

static bool
json_fail(struct json *json, const char *at, const char *wrong)
{
    json->at = at;
    json->wrong = wrong;
    return false;
}

/* ---- marks -------------------------------------------------------------------------- */

char
json_peek(struct json *json)
{
    while (json->at < json->end && (*json->at == ' ' || *json->at == '\t' || *json->at == '\n' || *json->at == '\r'))
        json->at++;
    return json->at < json->end ? *json->at : '\0';
}

bool
json_take(struct json *json, char mark)
{
    if (json_peek(json) != mark)
        return false;
    json->at++;
    return true;
}

bool
json_expect(struct json *json, char mark, char closing)
{
    if (json_take(json, mark))
        return true;
    return json_fail(json, json->at,
                     mark == ':'      ? "not JSON: a colon is missing"
                     : closing == '}' ? "not JSON: a comma or } is missing"
                                      : "not JSON: a comma or ] is missing");
}

bool
json_ends(struct json *json)
{
    (void)json_peek(json); /* a NUL in the line is no end */
    return json->at == json->end || json_fail(json, json->at, "not JSON: something stands behind the end");
}

size_t
json_column(const struct json *json, const char *at)
{
    size_t column = 1;

    for (const char *s = json->text; s < at; s++)
        column += ((unsigned char)*s & 0xC0) != 0x80;
    return column;
}

/* ---- strings -------------------------------------------------------------------------- */

/* Skips what means itself: the first mark, backslash or control character, or the end. */
static const char *
json_plain_end(const char *s, const char *end)
{
    for (; end - s >= 8; s += 8) {
        uint64_t eight = eight_load((const unsigned char *)s, 8);
        uint64_t found = eight_between(eight, 0, 0x1F) | eight_equal(eight, '"') | eight_equal(eight, '\\');

        if (found)
            return s + eight_first(found);
    }
    while (s < end && (unsigned char)*s >= 0x20 && *s != '"' && *s != '\\')
        s++;
    return s;
}

static int
json_hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* The four digits behind "\u", or -1. */
static int32_t
json_hex(const char *s, const char *end)
{
    int32_t unit = 0;

    if (end - s < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int digit = json_hex_digit(s[i]);

        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

bool
json_string(struct json *json, struct slice *raw)
{
    const char *start;

    if (!json_take(json, '"'))
        return json_fail(json, json->at, "not JSON: a string is missing");
    start = json->at;
    for (const char *s = start;;) {
        s = json_plain_end(s, json->end);
        if (s == json->end)
            return json_fail(json, start - 1, "not JSON: a string has no end");
        if (*s == '"') {
            *raw = slice_of(start, (size_t)(s - start));
            json->at = s + 1;
            return true;
        }
        if (*s != '\\')
            return json_fail(json, s, "not JSON: a control character in a string");
        if (json->end - s < 2 || !s[1] || !strchr("\"\\/bfnrtu", s[1]) || (s[1] == 'u' && json_hex(s + 2, json->end) < 0))
            return json_fail(json, s, "not JSON: no such escape");
        s += s[1] == 'u' ? 6 : 2;
    }
}

/* The code point of the escape at s, which json_string() has passed; *taken are its bytes, a pair's twelve. */
static uint32_t
json_escape(const char *s, const char *end, size_t *taken)
{
    static const char letters[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
    int32_t unit, low;

    *taken = 2;
    if (s[1] != 'u')
        return (unsigned char)means[strchr(letters, s[1]) - letters];
    unit = json_hex(s + 2, end);
    *taken = 6;
    if (unit < 0xD800 || unit > 0xDBFF || end - s < 12 || s[6] != '\\' || s[7] != 'u')
        return (uint32_t)unit;
    low = json_hex(s + 8, end);
    if (low < 0xDC00 || low > 0xDFFF)
        return (uint32_t)unit;
    *taken = 12;
    return 0x10000 + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
}

bool
json_decode(struct json *json, struct slice raw, char *to, size_t *len)
{
    const char *s = raw.at, *end = raw.at + raw.len;
    char *out = to;

    while (s < end) {
        const char *escape = memchr(s, '\\', (size_t)(end - s));
        size_t plain = escape ? (size_t)(escape - s) : (size_t)(end - s), taken;
        uint32_t cp;

        memcpy(out, s, plain);
        out += plain;
        s += plain;
        if (s == end)
            break;
        cp = json_escape(s, end, &taken);
        if (cp == 0)
            return json_fail(json, s, "U+0000 in a string");
        if (cp >= 0xD800 && cp <= 0xDFFF)
            return json_fail(json, s, "half a surrogate pair");
        out += utf_encode(cp, out);
        s += taken;
    }
    *len = (size_t)(out - to);
    return true;
}

bool
json_name(struct json *json, struct slice *raw)
{
    if (json_peek(json) != '"')
        return json_fail(json, json->at, "not JSON: a name in marks is missing");
    return json_string(json, raw) && json_expect(json, ':', '\0');
}

/* ---- numbers and words ------------------------------------------------------------------ */

static bool
json_digits(const char **s, const char *end)
{
    const char *from = *s;

    while (*s < end && **s >= '0' && **s <= '9')
        ++*s;
    return *s > from;
}

bool
json_number(struct json *json, struct slice *raw)
{
    const char *start, *s, *end = json->end;
    bool good;

    (void)json_peek(json);
    start = s = json->at;
    s += s < end && *s == '-';
    if (s < end && *s == '0') /* no other digit may follow */
        good = (s++, true);
    else
        good = json_digits(&s, end);
    if (good && s < end && *s == '.')
        good = (s++, json_digits(&s, end));
    if (good && s < end && (*s == 'e' || *s == 'E')) {
        s++;
        s += s < end && (*s == '+' || *s == '-');
        good = json_digits(&s, end);
    }
    if (!good || (s < end && *s >= '0' && *s <= '9'))
        return json_fail(json, start, "not JSON: no such number");
    *raw = slice_of(start, (size_t)(s - start));
    json->at = s;
    return true;
}

bool
json_word(struct json *json)
{
    static const char *const words[] = {"true", "false", "null"};

    (void)json_peek(json);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts(slice_of(json->at, (size_t)(json->end - json->at)), words[i])) {
            json->at += strlen(words[i]);
            return true;
        }
    return json_fail(json, json->at, json->at == json->end ? "not JSON: it breaks off" : "not JSON: a value is missing");
}

/* ---- any value -------------------------------------------------------------------------- */

static bool
json_scalar(struct json *json)
{
    struct slice raw;
    char c = json_peek(json);

    if (c == '"')
        return json_string(json, &raw);
    return c == '-' || (c >= '0' && c <= '9') ? json_number(json, &raw) : json_word(json);
}

bool
json_skip(struct json *json)
{
    char closing[JSON_DEEPEST]; /* of the objects and lists that are open */
    size_t depth = 0;
    struct slice name;

    for (;;) {
        char c = json_peek(json);

        if (c == '{' || c == '[') {
            if (depth == JSON_DEEPEST)
                return json_fail(json, json->at, "nested too deep");
            json->at++;
            closing[depth++] = c == '{' ? '}' : ']';
            if (json_peek(json) != closing[depth - 1]) {
                if (c == '{' && !json_name(json, &name))
                    return false;
                continue;
            }
        } else if (!json_scalar(json)) {
            return false;
        }
        while (depth > 0 && json_take(json, closing[depth - 1]))
            depth--;
        if (depth == 0)
            return true;
        if (!json_expect(json, ',', closing[depth - 1]) || (closing[depth - 1] == '}' && !json_name(json, &name)))
            return false;
    }
}
