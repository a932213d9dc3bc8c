/* Words of an article on their way to people and scripts. */
#include <string.h>

#include "lede/utf.h"
#include "sink.h"

struct slice
plain_words(struct text *buf, struct slice words)
{
    utf_plain(buf, words.at, words.len);
    return slice_of(buf->v, buf->n);
}

void
plain_line(FILE *out, const char *prefix, const struct text *line, bool markdown)
{
    fputs(prefix, out);
    for (size_t i = 0; i < line->n; i++) {
        if (markdown && line->v[i] && strchr("\\`*_[]<>#|", line->v[i]))
            putc('\\', out);
        putc(line->v[i], out);
    }
    putc('\n', out);
}

/* The end of what fits into `columns` from s: the last break before, or one grapheme where nothing else will do. */
static size_t
plain_fit(const char *s, size_t len, const char *marks, int columns)
{
    size_t at = 0, best = 0;
    int used = 0;

    while (at < len) {
        size_t end = utf_grapheme_end(s, len, at);

        if (at > 0 && marks[at])
            best = at;
        used += utf_width_of(s + at, end - at);
        if (used > columns && s[at] != ' ')
            return best ? best : at > 0 ? at : end;
        at = end;
    }
    return len;
}

void
plain_wrap(FILE *out, const char *first_indent, const char *indent, const char *words, int columns)
{
    size_t len = strlen(words);
    char *marks = mem_zero(len + 1, 1);
    size_t at = 0;

    utf_line_breaks(words, len, marks);
    fputs(first_indent, out);
    columns -= utf_width_of(indent, strlen(indent));
    while (at < len) {
        size_t n = plain_fit(words + at, len - at, marks + at, columns > 8 ? columns : 8);
        struct slice line = slice_trim(slice_of(words + at, n));

        if (at > 0)
            fputs(indent, out);
        fwrite(line.at, 1, line.len, out);
        putc('\n', out);
        at += n;
    }
    if (len == 0)
        putc('\n', out);
    mem_free(marks);
}
