#include <inttypes.h>
#include <string.h>

#include "lede/eight.h"
#include "lede/utf.h"
#include "sink.h"

/* What JSON can only write, or a terminal should only see, as an escape: \n, \u202e, \udb40\udc01 */
static void
sink_json_escape(struct text *out, uint32_t cp)
{
    static const char escapes[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
    const char *escape = cp && cp < 0x80 ? strchr(escapes, (int)cp) : NULL;

    if (escape)
        text_printf(out, "\\%c", letters[escape - escapes]);
    else if (cp > 0xFFFF)
        text_printf(out, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xD800 + ((cp - 0x10000) >> 10), 0xDC00 + (cp & 0x3FF));
    else
        text_printf(out, "\\u%04" PRIx32, cp);
}

/* The code point at value.at[i]; false when it can be written as it stands. A path may hold bytes that are no UTF-8: U+FFFD. */
static bool
sink_is_harmful(struct slice value, size_t i, uint32_t *cp, size_t *taken)
{
    unsigned char c = (unsigned char)value.at[i];

    *taken = 1;
    *cp = c;
    if (c >= 0x20 && c < 0x7F)
        return false;
    *taken = (size_t)utf_decode(value.at + i, value.len - i, cp);
    return utf_is_hidden(*cp) || (c >= 0x80 && *taken == 1);
}

/* Flags of the bytes that no JSON string can have as they stand, where there is one; perhaps of some others, too. */
static inline uint64_t
sink_escaped(uint64_t eight)
{
    uint64_t marks = (eight ^ EIGHT('"')) - EIGHT(1), strokes = (eight ^ EIGHT('\\')) - EIGHT(1);
    uint64_t dels = (eight ^ EIGHT(0x7F)) - EIGHT(1), controls = eight - EIGHT(0x20);

    /* a difference has borrowed from the byte above only behind a byte that is not plain itself */
    return (marks | strokes | dels | controls | eight) & EIGHT_TOPS;
}

/* The end of what can be written as it stands. Words are ASCII but for their marks, which are looked at without decoding: all of
   U+2010 to U+2027 can be written. */
static size_t
sink_json_run(struct slice value, size_t i)
{
    const unsigned char *at = (const unsigned char *)value.at;
    uint32_t cp;
    size_t taken;

    while (i < value.len) {
        if (value.len - i >= 8 && !sink_escaped(eight_load(at + i, 8))) {
            i += 8;
        } else if (value.len - i < 8 && value.len > 8 && !sink_escaped(eight_load(at + value.len - 8, 8))) {
            return value.len; /* the rest, and some of what has been seen */
        } else if (at[i] >= 0x20 && at[i] < 0x7F) {
            if (at[i] == '"' || at[i] == '\\')
                break;
            i++;
        } else if (at[i] == 0xE2 && value.len - i >= 3 && at[i + 1] == 0x80 && at[i + 2] >= 0x90 && at[i + 2] <= 0xA7) {
            i += 3;
        } else {
            if (sink_is_harmful(value, i, &cp, &taken))
                break;
            i += taken;
        }
    }
    return i;
}

void
sink_json_string(struct text *out, struct slice value)
{
    size_t i = sink_json_run(value, 0);
    char *to = text_room(out, i + 2);

    to[0] = '"';
    if (i)
        memcpy(to + 1, value.at, i);
    out->n += i + 1;
    while (i < value.len) {
        size_t end;
        uint32_t cp;

        i += (size_t)utf_decode(value.at + i, value.len - i, &cp);
        sink_json_escape(out, cp);
        end = sink_json_run(value, i);
        text_add(out, value.at + i, end - i);
        i = end;
    }
    text_putc(out, '"');
}

/*
 * Copies a string to where it is wanted as it stands, as good as always: ASCII without controls and marks, eight bytes at a time. `to`
 * has room for eight more. Returns whether all of it was so.
 */
static inline bool
sink_copy(char *to, struct slice value)
{
    const unsigned char *at = (const unsigned char *)value.at;
    uint64_t eight, flags = 0;
    size_t i = 0;

    if (value.len < 8) {
        eight = eight_load(at, value.len);
        eight_store((unsigned char *)to, eight);
        return !sink_escaped(eight | EIGHT('0') << 8 * value.len);
    }
    do { /* the last eight may be some of those before again */
        i = i + 8 <= value.len ? i : value.len - 8;
        eight = eight_load(at + i, 8);
        eight_store((unsigned char *)to + i, eight);
        flags |= sink_escaped(eight);
        i += 8;
    } while (i < value.len);
    return !flags;
}

/* Words as people want them, of ASCII: no blank at either end, nor two in a row. */
static bool
sink_is_plain(struct slice value)
{
    const unsigned char *at = (const unsigned char *)value.at;
    uint64_t pairs = 0;

    if (value.at[0] == ' ' || value.at[value.len - 1] == ' ')
        return false;
    for (size_t i = 0; i + 1 < value.len; i += 7) { /* the last of eight is the first of the next */
        uint64_t blanks = eight_equal(eight_load(at + i, value.len - i), ' ');

        pairs |= blanks & blanks << 8;
    }
    return !pairs;
}

/* Hidden, but part of how its neighbours are written: joined and parted letters (ZWNJ, ZWJ), pictures in colour or not. */
static bool
sink_is_joiner(uint32_t cp)
{
    return cp == 0x200C || cp == 0x200D || (cp >= 0xFE00 && cp <= 0xFE0F);
}

/* Nothing of it is seen in a cell, so that what stands behind it may begin a formula. */
static bool
sink_csv_hides(struct slice value, size_t i, uint32_t *cp, size_t *taken)
{
    return sink_is_harmful(value, i, cp, taken) && *cp != '\n' && *cp != '\r' && *cp != '\t';
}

/* What CSV, which has no escapes, leaves out: no part of what a reader reads, and a spreadsheet or terminal may obey it. */
static bool
sink_csv_drops(struct slice value, size_t i, uint32_t *cp, size_t *taken)
{
    return sink_csv_hides(value, i, cp, taken) && !sink_is_joiner(*cp);
}

/*
 * A spreadsheet takes a cell that begins so for a formula and runs it (OWASP, "CSV Injection"): text gets an apostrophe before it.
 * What is no more than a sign and a number or date ("-4.5%", "--01-13") can run nothing and stays as it is.
 */
static bool
sink_csv_is_formula(struct slice value)
{
    size_t first = 0, taken;
    uint32_t cp;

    while (first < value.len && sink_csv_hides(value, first, &cp, &taken) && cp != UTF_REPLACEMENT)
        first += taken;
    if (first == value.len || !memchr("=+-@\t\r\n", value.at[first], 7))
        return false;
    for (size_t i = first; i < value.len; i++)
        if (!memchr("+-0123456789.,%", value.at[i], i == first ? 2 : 15))
            return true;
    return value.len == first + 1;
}

/* RFC 4180: marks around what holds a comma, a mark or a line end; marks doubled. So is what holds a semicolon, which parts cells
   where the comma is the decimal sign. */
static void
sink_csv_string(struct text *out, struct slice value)
{
    bool marks = false;
    size_t taken;

    for (size_t i = 0; i < value.len && !marks; i++)
        marks = memchr("\",;\n\r", value.at[i], 5) != NULL;
    if (marks)
        text_putc(out, '"');
    if (sink_csv_is_formula(value))
        text_putc(out, '\'');
    for (size_t i = 0; i < value.len; i += taken) {
        uint32_t cp;
        bool drops = sink_csv_drops(value, i, &cp, &taken);

        if (drops && cp == UTF_REPLACEMENT)
            text_puts(out, "\xEF\xBF\xBD");
        else if (!drops)
            text_add(out, value.at + i, taken);
        if (cp == '"')
            text_putc(out, '"');
    }
    if (marks)
        text_putc(out, '"');
}

/*
 * Where a value goes: what comes before it is written; or NULL when it is not wanted (a header). sink_end() tells where it ends.
 * There is room for SINK_ROOM bytes, which sink_open() and each string see to: more than all fields without strings of a row take,
 * so that none of them has to ask. Half of the fields are null, and most of the others a few digits.
 */
static inline char *
sink_begin(struct sink *sink, struct sink_key key)
{
    char *to = sink->out->v + sink->out->n;
    size_t skip = sink->skip;

    sink->skip = 0;
    if (sink->form == SINK_JSON) {
        memcpy(to, key.json + skip, SINK_KEY_ROOM);
        return to + key.len - skip;
    }
    if (!skip)
        *to++ = ',';
    if (sink->form == SINK_CSV)
        return to;
    memcpy(to, key.json + 3, key.len - 6);
    to += key.len - 6;
    *to = '\0';
    sink->out->n = (size_t)(to - sink->out->v);
    return NULL;
}

static inline void
sink_end(struct sink *sink, char *to)
{
    *to = '\0';
    sink->out->n = (size_t)(to - sink->out->v);
}

/* Offsets: printf() took a tenth of `lede extract` for them alone. How many digits there are is nothing that a processor guesses. */
static inline char *
sink_digits(char *to, uint32_t value)
{
    uint64_t eight;
    unsigned none;

    if (value >= 100000000) {
        to = sink_digits(to, value / 100000000);
        eight_store((unsigned char *)to, eight_digits(value % 100000000) | EIGHT('0'));
        return to + 8;
    }
    eight = eight_digits(value);
    none = eight_first((eight + EIGHT(0x7F)) & EIGHT_TOPS);
    eight_store((unsigned char *)to, (eight | EIGHT('0')) >> 8 * none);
    return to + 8 - none;
}

void
sink_open(struct sink *sink)
{
    char *to = text_room(sink->out, SINK_ROOM);

    if (sink->form == SINK_JSON)
        *to++ = '{';
    sink_end(sink, to);
    sink->skip = 2; /* ", " */
}

void
sink_close(struct sink *sink)
{
    char *to = sink->out->v + sink->out->n;

    if (sink->form == SINK_JSON)
        *to++ = '}';
    sink_end(sink, to);
    sink->skip = 0;
}

void
sink_end_row(struct sink *sink)
{
    text_puts(sink->out, sink->form == SINK_JSON ? "\n" : "\r\n"); /* RFC 4180 wants CRLF */
    if (!sink->stream)
        return;
    fwrite(sink->out->v, 1, sink->out->n, sink->stream);
    sink->out->n = 0;
}

void
sink_put_key(struct sink *sink, struct sink_key key)
{
    char *to = sink_begin(sink, key);

    if (to)
        sink_end(sink, to);
}

/* A string that can't be written as it stands. */
static void
sink_put_escaped(struct sink *sink, struct slice value)
{
    if (sink->form == SINK_JSON)
        sink_json_string(sink->out, value);
    else
        sink_csv_string(sink->out, value);
    (void)text_room(sink->out, SINK_ROOM);
}

void
sink_put_string(struct sink *sink, struct sink_key key, struct slice value)
{
    char *to;

    (void)text_room(sink->out, value.len + 2 * SINK_ROOM);
    to = sink_begin(sink, key);
    if (!to)
        return;
    if (sink->form == SINK_JSON && sink_copy(to + 1, value)) {
        to[0] = to[1 + value.len] = '"';
        sink_end(sink, to + value.len + 2);
        return;
    }
    sink_end(sink, to);
    sink_put_escaped(sink, value);
}

void
sink_put_null(struct sink *sink, struct sink_key key)
{
    char *to = sink_begin(sink, key);

    if (!to)
        return;
    memcpy(to, "null", 4);
    sink_end(sink, to + (sink->form == SINK_JSON ? 4 : 0));
}

/* Words of several lines, or with characters that are not shown. */
static void
sink_put_plain(struct sink *sink, struct slice value)
{
    struct text buf = {0};

    sink_put_escaped(sink, utf_plain_run(value.at, value.len) == value.len ? value : plain_words(&buf, value));
    text_free(&buf);
}

void
sink_put_words(struct sink *sink, struct sink_key key, struct slice value)
{
    char *to;

    if (value.len == 0) {
        sink_put_null(sink, key);
        return;
    }
    (void)text_room(sink->out, value.len + 2 * SINK_ROOM);
    to = sink_begin(sink, key);
    if (!to)
        return;
    if (sink->form == SINK_JSON && sink_copy(to + 1, value) && sink_is_plain(value)) { /* as good as always */
        to[0] = to[1 + value.len] = '"';
        sink_end(sink, to + value.len + 2);
        return;
    }
    sink_end(sink, to);
    sink_put_plain(sink, value);
}

void
sink_put_name(struct sink *sink, struct sink_key key, const char *value)
{
    if (value)
        sink_put_string(sink, key, slice_str(value));
    else
        sink_put_null(sink, key);
}

void
sink_put_word(struct sink *sink, struct sink_key key, const char *word)
{
    char *to;

    if (!word) {
        sink_put_null(sink, key);
        return;
    }
    to = sink_begin(sink, key);
    if (!to)
        return;
    *to = '"';
    to = stpcpy(to + (sink->form == SINK_JSON), word);
    *to = '"';
    sink_end(sink, to + (sink->form == SINK_JSON));
}

void
sink_put_count(struct sink *sink, struct sink_key key, uint32_t value)
{
    char *to = sink_begin(sink, key);

    if (to)
        sink_end(sink, sink_digits(to, value));
}

void
sink_put_decimal(struct sink *sink, struct sink_key key, bool has, struct decimal value)
{
    char *to = has ? sink_begin(sink, key) : NULL;

    if (!has)
        sink_put_null(sink, key);
    else if (to)
        sink_end(sink, decimal_write(value, to));
}

void
sink_put_share(struct sink *sink, struct sink_key key, float value)
{
    uint32_t hundredths = (uint32_t)(value * 100 + 0.5F); /* no %f: it would write a comma in some locales */
    char *to = sink_begin(sink, key);

    if (!to)
        return;
    to = sink_digits(to, hundredths / 100);
    *to++ = '.';
    *to++ = (char)('0' + hundredths / 10 % 10);
    *to++ = (char)('0' + hundredths % 10);
    sink_end(sink, to);
}
