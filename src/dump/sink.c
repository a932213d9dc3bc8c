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

/* Eight bytes that can be written as they stand: ASCII, neither controls nor '"' nor '\\'. */
static inline bool
sink_is_plain(uint64_t eight)
{
    uint64_t marks = (eight ^ EIGHT('"')) - EIGHT(1), strokes = (eight ^ EIGHT('\\')) - EIGHT(1);
    uint64_t dels = (eight ^ EIGHT(0x7F)) - EIGHT(1), controls = eight - EIGHT(0x20);

    /* a difference has borrowed from the byte above only behind a byte that is not plain itself */
    return !((marks | strokes | dels | controls | eight) & EIGHT_TOPS);
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
        if (value.len - i >= 8 && sink_is_plain(eight_load(at + i, 8))) {
            i += 8;
        } else if (value.len - i < 8 && value.len > 8 && sink_is_plain(eight_load(at + value.len - 8, 8))) {
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

/* What CSV, which has no escapes, leaves out: no part of what a reader reads, and a spreadsheet or terminal may obey it. */
static bool
sink_csv_drops(struct slice value, size_t i, uint32_t *cp, size_t *taken)
{
    return sink_is_harmful(value, i, cp, taken) && *cp != '\n' && *cp != '\r' && *cp != '\t';
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

    while (first < value.len && sink_csv_drops(value, first, &cp, &taken) && cp != UTF_REPLACEMENT)
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
 * Writes what comes before a value. Returns where the value goes, with room for `more` bytes (sink_end() tells where it ends), or
 * NULL when it is not wanted (a header). Name and value are written with one look at the room: half of the fields of a row are
 * null, and most of the others a few digits.
 */
static inline char *
sink_begin(struct sink *sink, struct sink_key key, size_t more)
{
    char *to = text_room(sink->out, SINK_KEY_ROOM + key.len + more);
    size_t skip = sink->begun ? 0 : 2; /* ", " */

    sink->begun = true;
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

static void
sink_end(struct sink *sink, char *to)
{
    *to = '\0';
    sink->out->n = (size_t)(to - sink->out->v);
}

/* Offsets: printf() took a tenth of `lede extract` for them alone. The digits go to their place at once: to copy bytes that have
   just been written one by one makes a processor wait. */
static char *
sink_digits(char *to, uint32_t value)
{
    unsigned n = 1;
    char *end;

    for (uint32_t rest = value; rest >= 10; rest /= 10)
        n++;
    end = to + n;
    while (n-- > 0) {
        to[n] = (char)('0' + value % 10);
        value /= 10;
    }
    return end;
}

void
sink_open(struct sink *sink)
{
    if (sink->form == SINK_JSON)
        text_putc(sink->out, '{');
    sink->begun = false;
}

void
sink_close(struct sink *sink)
{
    if (sink->form == SINK_JSON)
        text_putc(sink->out, '}');
    sink->begun = true;
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
    char *to = sink_begin(sink, key, 0);

    if (to)
        sink_end(sink, to);
}

void
sink_put_string(struct sink *sink, struct sink_key key, struct slice value)
{
    char *to = sink_begin(sink, key, value.len + 2);

    if (!to)
        return;
    sink_end(sink, to);
    if (sink->form == SINK_JSON)
        sink_json_string(sink->out, value);
    else
        sink_csv_string(sink->out, value);
}

void
sink_put_null(struct sink *sink, struct sink_key key)
{
    char *to = sink_begin(sink, key, 4);

    if (to && sink->form == SINK_JSON) {
        memcpy(to, "null", 4);
        to += 4;
    }
    if (to)
        sink_end(sink, to);
}

void
sink_put_words(struct sink *sink, struct sink_key key, struct slice value)
{
    if (value.len == 0) {
        sink_put_null(sink, key);
    } else if (utf_plain_run(value.at, value.len) == value.len) { /* as good as always, and needs no copy */
        sink_put_string(sink, key, value);
    } else {
        struct text buf = {0};

        sink_put_string(sink, key, plain_words(&buf, value));
        text_free(&buf);
    }
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
sink_put_count(struct sink *sink, struct sink_key key, uint32_t value)
{
    char *to = sink_begin(sink, key, 10);

    if (to)
        sink_end(sink, sink_digits(to, value));
}

void
sink_put_decimal(struct sink *sink, struct sink_key key, bool has, struct decimal value)
{
    char *to;

    if (!has) {
        sink_put_null(sink, key);
        return;
    }
    to = sink_begin(sink, key, DECIMAL_BUF);
    if (to)
        sink_end(sink, to + strlen(decimal_print(value, to)));
}

void
sink_put_share(struct sink *sink, struct sink_key key, float value)
{
    uint32_t hundredths = (uint32_t)(value * 100 + 0.5F); /* no %f: it would write a comma in some locales */
    char *to = sink_begin(sink, key, 12);

    if (!to)
        return;
    to = sink_digits(to, hundredths / 100);
    *to++ = '.';
    *to++ = (char)('0' + hundredths / 10 % 10);
    *to++ = (char)('0' + hundredths % 10);
    sink_end(sink, to);
}
