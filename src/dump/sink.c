#include <inttypes.h>
#include <string.h>

#include "lede/utf.h"
#include "sink.h"

/* What JSON can only write, or a terminal should only see, as an escape: \n, \u202e, \udb40\udc01 */
static void
sink_json_escape(FILE *out, uint32_t cp)
{
    static const char escapes[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
    const char *escape = cp && cp < 0x80 ? strchr(escapes, (int)cp) : NULL;

    if (escape)
        fprintf(out, "\\%c", letters[escape - escapes]);
    else if (cp > 0xFFFF)
        fprintf(out, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xD800 + ((cp - 0x10000) >> 10), 0xDC00 + (cp & 0x3FF));
    else
        fprintf(out, "\\u%04" PRIx32, cp);
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
sink_json_string(FILE *out, struct slice value)
{
    size_t from = 0, taken;

    putc('"', out);
    for (size_t i = 0; i < value.len; i += taken) {
        uint32_t cp;

        if (!sink_is_harmful(value, i, &cp, &taken) && cp != '"' && cp != '\\')
            continue;
        fwrite(value.at + from, 1, i - from, out);
        from = i + taken;
        sink_json_escape(out, cp);
    }
    fwrite(value.at + from, 1, value.len - from, out);
    putc('"', out);
}

/* RFC 4180: marks around what holds a comma, a mark or a line end; marks doubled. It has no escapes, so that control characters
   are left out: they are no part of what a reader reads, and a spreadsheet or terminal may obey them. */
static void
sink_csv_string(FILE *out, struct slice value)
{
    bool marks = false;
    size_t taken;

    for (size_t i = 0; i < value.len && !marks; i++)
        marks = value.at[i] == '"' || value.at[i] == ',' || value.at[i] == '\n' || value.at[i] == '\r';
    if (marks)
        putc('"', out);
    for (size_t i = 0; i < value.len; i += taken) {
        uint32_t cp;
        bool harmful = sink_is_harmful(value, i, &cp, &taken) && cp != '\n' && cp != '\r' && cp != '\t';

        if (harmful && cp == UTF_REPLACEMENT)
            fputs("\xEF\xBF\xBD", out);
        else if (!harmful)
            fwrite(value.at + i, 1, taken, out);
        if (cp == '"')
            putc('"', out);
    }
    if (marks)
        putc('"', out);
}

/* Writes what comes before a value; false when the value is not wanted (a header). */
static bool
sink_begin(struct sink *sink, const char *key)
{
    if (sink->begun)
        fputs(sink->form == SINK_JSON ? ", " : ",", sink->out);
    sink->begun = true;
    if (sink->form == SINK_JSON)
        fprintf(sink->out, "\"%s\": ", key);
    else if (sink->form == SINK_CSV_HEADER)
        fputs(key, sink->out);
    return sink->form != SINK_CSV_HEADER;
}

void
sink_open(struct sink *sink)
{
    if (sink->form == SINK_JSON)
        putc('{', sink->out);
    sink->begun = false;
}

void
sink_close(struct sink *sink)
{
    if (sink->form == SINK_JSON)
        putc('}', sink->out);
    sink->begun = true;
}

void
sink_end_row(struct sink *sink)
{
    fputs(sink->form == SINK_JSON ? "\n" : "\r\n", sink->out); /* RFC 4180 wants CRLF */
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
        fputs("null", sink->out);
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
        fprintf(sink->out, "%" PRIu32, value);
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
        fputs(decimal_print(value, buf), sink->out);
}

void
sink_share(struct sink *sink, const char *key, float value)
{
    int hundredths = (int)(value * 100 + 0.5F); /* no %f: it would write a comma in some locales */

    if (sink_begin(sink, key))
        fprintf(sink->out, "%d.%02d", hundredths / 100, hundredths % 100);
}
