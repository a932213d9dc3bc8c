/* Quotes and figures of the open article: which stands where, which comes next. */
#include "reader.h"

enum { MARKS_BACK = 64 }; /* how many rows before a place are asked whether they reach over it */

struct span
reader_mark_span(const struct reader *reader, struct mark mark)
{
    if (mark.kind == MARK_QUOTE && mark.row < reader->extract->nquotes)
        return reader->extract->quotes[mark.row].span;
    if (mark.kind == MARK_FIGURE && mark.row < reader->extract->nfigures)
        return reader->extract->figures[mark.row].span;
    return (struct span){0, 0};
}

static size_t
marks_count(const struct reader *reader, enum mark_kind kind)
{
    return kind == MARK_QUOTE ? reader->extract->nquotes : reader->extract->nfigures;
}

/* Is it a row that panes list? Of figures, those that say the same as an earlier one can be walked to as well. */
static bool
marks_listed(const struct reader *reader, struct mark mark)
{
    struct span span = reader_mark_span(reader, mark);

    if (span_empty(span))
        return false;
    if (mark.kind == MARK_FIGURE)
        return reader_block_shown(reader, reader->extract->figures[mark.row].block);
    return index_quote_was_listed(reader->index, index_quote_id(reader->index, reader->id, mark.row)) &&
           reader_block_shown(reader, reader->extract->quotes[mark.row].block);
}

/* The first row that starts at or behind offset. */
static uint32_t
marks_lower(const struct reader *reader, enum mark_kind kind, uint32_t offset)
{
    size_t low = 0, high = marks_count(reader, kind);

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (reader_mark_span(reader, (struct mark){kind, (uint32_t)middle}).start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* The first listed row that ends behind offset; their number when there is none. */
static uint32_t
marks_at(const struct reader *reader, enum mark_kind kind, uint32_t offset)
{
    uint32_t row = marks_lower(reader, kind, offset), n = (uint32_t)marks_count(reader, kind);

    for (uint32_t back = row, i = 0; back > 0 && i < MARKS_BACK; i++) {
        struct mark mark = {kind, --back};

        if (reader_mark_span(reader, mark).end > offset && marks_listed(reader, mark))
            row = back;
    }
    while (row < n && !marks_listed(reader, (struct mark){kind, row}))
        row++;
    return row;
}

uint32_t
reader_quote_at_cursor(const struct reader *reader)
{
    if (reader->current.kind == MARK_QUOTE)
        return reader->current.row;
    if (reader->current.kind == MARK_FIGURE && reader->extract->figures[reader->current.row].quote != ROW_NONE)
        return reader->extract->figures[reader->current.row].quote;
    return marks_at(reader, MARK_QUOTE, reader_cursor_span(reader).start);
}

uint32_t
reader_figure_at_cursor(const struct reader *reader)
{
    if (reader->current.kind == MARK_FIGURE)
        return reader->current.row;
    if (reader->current.kind == MARK_QUOTE)
        return marks_at(reader, MARK_FIGURE, reader_mark_span(reader, reader->current).start);
    return marks_at(reader, MARK_FIGURE, reader_cursor_span(reader).start);
}

/* Text order; a quote before the figures that begin with it. */
static bool
marks_before(const struct reader *reader, struct mark a, struct mark b)
{
    struct span x = reader_mark_span(reader, a), y = reader_mark_span(reader, b);

    if (b.kind == MARK_NONE)
        return true;
    return x.start != y.start ? x.start < y.start : a.kind < b.kind;
}

static struct mark
marks_first(const struct reader *reader, enum mark_kind kind, uint32_t row)
{
    return row < marks_count(reader, kind) ? (struct mark){kind, row} : (struct mark){MARK_NONE, 0};
}

void
reader_mark_cursor(struct reader *reader)
{
    uint32_t at = reader_cursor_span(reader).start;
    struct mark quote = marks_first(reader, MARK_QUOTE, marks_at(reader, MARK_QUOTE, at));
    struct mark figure = marks_first(reader, MARK_FIGURE, marks_at(reader, MARK_FIGURE, at));

    if (quote.kind == MARK_NONE || (figure.kind != MARK_NONE && marks_before(reader, figure, quote)))
        quote = figure;
    reader->current = quote;
    reader->passed = true;
}

bool
reader_mark_near(const struct reader *reader)
{
    struct span line = reader_cursor_span(reader);

    return reader->current.kind != MARK_NONE &&
           span_meets(reader_mark_span(reader, reader->current), (struct span){line.start, line.end + 1});
}

void
reader_goto_mark(struct reader *reader, struct mark mark)
{
    reader_goto(reader, reader_mark_span(reader, mark).start);
    reader->current = mark;
    reader->passed = false;
}

/* The nearest listed mark of a kind behind (or before) the current one in text order. */
static struct mark
marks_beside(const struct reader *reader, enum mark_kind kind, struct mark from, uint32_t at, bool back)
{
    uint32_t n = (uint32_t)marks_count(reader, kind);
    uint32_t row = marks_lower(reader, kind, back ? at + 1 : at);

    if (back) {
        while (row-- > 0) {
            struct mark mark = {kind, row};

            if (marks_listed(reader, mark) && (from.kind == MARK_NONE || marks_before(reader, mark, from)) &&
                !(mark.kind == from.kind && mark.row == from.row))
                return mark;
        }
        return (struct mark){MARK_NONE, 0};
    }
    for (; row < n; row++) {
        struct mark mark = {kind, row};

        if (marks_listed(reader, mark) && (from.kind == MARK_NONE || marks_before(reader, from, mark)) &&
            !(mark.kind == from.kind && mark.row == from.row))
            return mark;
    }
    return (struct mark){MARK_NONE, 0};
}

bool
reader_next_mark(struct reader *reader, bool back)
{
    struct span line = reader_cursor_span(reader);
    struct mark from = reader->current, quote, figure;
    struct span here = reader_mark_span(reader, from);
    uint32_t at;

    /* A current mark that the cursor left behind, or has not come to, is no place to go on from. */
    if (!reader_mark_near(reader)) {
        from = (struct mark){MARK_NONE, 0};
        at = back && line.start ? line.start - 1 : line.start;
    } else {
        at = here.start;
    }
    quote = marks_beside(reader, MARK_QUOTE, from, at, back);
    figure = marks_beside(reader, MARK_FIGURE, from, at, back);
    if (quote.kind == MARK_NONE || (figure.kind != MARK_NONE && marks_before(reader, figure, quote) != back))
        quote = figure;
    if (quote.kind == MARK_NONE)
        return false;
    reader_goto_mark(reader, quote);
    return true;
}
