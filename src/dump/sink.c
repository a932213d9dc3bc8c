#include <inttypes.h>
#include <string.h>

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

void
sink_json_string(struct text *out, struct slice value)
{
    size_t from = 0, taken;

    text_putc(out, '"');
    for (size_t i = 0; i < value.len; i += taken) {
        uint32_t cp;

        if (!sink_is_harmful(value, i, &cp, &taken) && cp != '"' && cp != '\\')
            continue;
        text_add(out, value.at + from, i - from);
        from = i + taken;
        sink_json_escape(out, cp);
    }
    text_add(out, value.at + from, value.len - from);
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

/* Writes what comes before a value; false when the value is not wanted (a header). */
static bool
sink_begin(struct sink *sink, const char *key)
{
    if (sink->begun)
        text_puts(sink->out, sink->form == SINK_JSON ? ", " : ",");
    sink->begun = true;
    if (sink->form == SINK_JSON) {
        text_putc(sink->out, '"');
        text_puts(sink->out, key);
        text_puts(sink->out, "\": ");
    } else if (sink->form == SINK_CSV_HEADER) {
        text_puts(sink->out, key);
    }
    return sink->form != SINK_CSV_HEADER;
}

/* printf() took a tenth of `lede extract` for its offsets alone. */
static void
sink_digits(struct text *out, uint32_t value)
{
    char digits[10];
    size_t n = sizeof digits;

    do
        digits[--n] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    text_add(out, digits + n, sizeof digits - n);
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
sink_key(struct sink *sink, const char *key)
{
    (void)sink_begin(sink, key);
}

void
sink_string(struct sink *sink, const char *key, struct slice value)
{
    if (!sink_begin(sink, key))
        return;
    if (sink->form == SINK_JSON)
        sink_json_string(sink->out, value);
    else
        sink_csv_string(sink->out, value);
}

void
sink_null(struct sink *sink, const char *key)
{
    if (sink_begin(sink, key) && sink->form == SINK_JSON)
        text_puts(sink->out, "null");
}

void
sink_words(struct sink *sink, const char *key, struct slice value)
{
    struct text buf = {0};

    if (value.len)
        sink_string(sink, key, plain_words(&buf, value));
    else
        sink_null(sink, key);
    text_free(&buf);
}

void
sink_name(struct sink *sink, const char *key, const char *value)
{
    if (value)
        sink_string(sink, key, slice_str(value));
    else
        sink_null(sink, key);
}

void
sink_count(struct sink *sink, const char *key, uint32_t value)
{
    if (sink_begin(sink, key))
        sink_digits(sink->out, value);
}

void
sink_count_or_null(struct sink *sink, const char *key, uint32_t value, uint32_t none)
{
    if (value == none)
        sink_null(sink, key);
    else
        sink_count(sink, key, value);
}

void
sink_decimal(struct sink *sink, const char *key, bool has, struct decimal value)
{
    char buf[DECIMAL_BUF];

    if (!has)
        sink_null(sink, key);
    else if (sink_begin(sink, key))
        text_puts(sink->out, decimal_print(value, buf));
}

void
sink_share(struct sink *sink, const char *key, float value)
{
    int hundredths = (int)(value * 100 + 0.5F); /* no %f: it would write a comma in some locales */

    if (sink_begin(sink, key))
        text_printf(sink->out, "%d.%02d", hundredths / 100, hundredths % 100);
}
