/* Painting the page: each byte of a line gets a role, later coats over earlier ones. */
#include <string.h>

#include "lede/utf.h"
#include "state.h"

enum {
    BEFORE = 1500, /* bytes before a line in which a quote may begin whose speaker is named in the line */
    BEHIND = 500,  /* and behind it */
    LINE_MAX_BYTES = 2048, /* a line of more is no text that anybody searches */
    QUERY_REACH = 200, /* bytes of a phrase that runs over a line's end */
    BACK = 32,     /* rows further back that may reach over the line */
};

struct coat {
    struct span line;
    unsigned char *roles;  /* one for each byte of the line */
};

static void
coat_paint(struct coat *coat, struct span span, enum role role)
{
    uint32_t start = span.start > coat->line.start ? span.start : coat->line.start;
    uint32_t end = span.end < coat->line.end ? span.end : coat->line.end;

    if (start < end)
        memset(coat->roles + (start - coat->line.start), role, end - start);
}

/* ---- quotes and figures ---------------------------------------------------------------- */

struct rows {
    uint32_t first, last;
};

/* The rows [first, last) that may have to do with a line; they are in the order of their starts. */
static struct rows
draw_rows(const struct reader *reader, enum mark_kind kind, struct span line)
{
    uint32_t n = (uint32_t)(kind == MARK_QUOTE ? reader->extract->nquotes : reader->extract->nfigures);
    uint32_t from = line.start > BEFORE ? line.start - BEFORE : 0, low = 0, high = n;
    struct rows rows;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (reader_mark_span(reader, (struct mark){kind, middle}).start < from)
            low = middle + 1;
        else
            high = middle;
    }
    rows.first = low > BACK ? low - BACK : 0;
    for (rows.last = low; rows.last < n; rows.last++)
        if (reader_mark_span(reader, (struct mark){kind, rows.last}).start >= line.end + BEHIND)
            break;
    return rows;
}

/*
 * The field on the current mark ties it to a row of another pane. Where there is none, it would cost a slow line a hundred bytes
 * a step, for the words of the mark left and of the mark come by; the cursor alone tells where the keys find one.
 */
static enum mark_kind
draw_lit(const struct reader *reader)
{
    return reader->alone && reader->passed ? MARK_NONE : reader->current.kind;
}

static void
draw_quotes(const struct reader *reader, struct coat *coat)
{
    struct rows rows = draw_rows(reader, MARK_QUOTE, coat->line);
    const struct quote *quotes = reader->extract->quotes;

    for (uint32_t i = rows.first; i < rows.last; i++)
        if (quotes[i].kind == QUOTE_INDIRECT)
            coat_paint(coat, quotes[i].span, ROLE_INDIRECT);
    for (uint32_t i = rows.first; i < rows.last; i++)
        if (quotes[i].kind != QUOTE_INDIRECT && quotes[i].kind != QUOTE_SCARE)
            coat_paint(coat, quotes[i].span, ROLE_QUOTE);
    if (draw_lit(reader) == MARK_QUOTE)
        coat_paint(coat, reader_mark_span(reader, reader->current), ROLE_CURRENT);
    for (uint32_t i = rows.first; i < rows.last; i++)
        if (quotes[i].kind != QUOTE_SCARE && quotes[i].found != FOUND_PRONOUN)
            coat_paint(coat, quotes[i].speaker, ROLE_SPEAKER);
}

/* The quote under the cursor is one field: a figure in it would be a hole. */
static void
draw_figures(const struct reader *reader, struct coat *coat)
{
    struct rows rows = draw_rows(reader, MARK_FIGURE, coat->line);
    struct span field = {0, 0};

    if (draw_lit(reader) == MARK_QUOTE)
        field = reader_mark_span(reader, reader->current);
    for (uint32_t i = rows.first; i < rows.last; i++) {
        if (span_holds(field, reader->extract->figures[i].span))
            continue;
        coat_paint(coat, reader->extract->figures[i].hedge_words, ROLE_HEDGE);
        coat_paint(coat, reader->extract->figures[i].span, ROLE_FIGURE);
    }
    if (draw_lit(reader) == MARK_FIGURE)
        coat_paint(coat, reader_mark_span(reader, reader->current), ROLE_CURRENT);
}

/* Hits are looked for in the line and what stands around it, as one may run over a line's end. */
static void
draw_hits(const struct piece *piece, struct coat *coat, const struct lit *lit)
{
    uint32_t reach = lit->query ? QUERY_REACH : (uint32_t)strlen(lit->pattern) * 4;
    uint32_t first = piece->lines.v[0].start, last = piece->lines.v[piece->lines.n - 1].end;
    uint32_t from = coat->line.start > first + reach ? coat->line.start - reach : first;
    uint32_t to = last - coat->line.end > reach ? coat->line.end + reach : last;
    struct span hit;

    if (span_len(coat->line) > LINE_MAX_BYTES)
        return;
    while (from > first && (lit->query ? piece->base[from] != ' ' && coat->line.start - from < QUERY_REACH * 2
                                       : ((unsigned char)piece->base[from] & 0xC0) == 0x80))
        from--; /* to a character; for words to a word */
    for (size_t at = 0; lit_find(lit, piece->base + from, to - from, at, &hit); at = hit.end)
        coat_paint(coat, (struct span){from + hit.start, from + hit.end}, ROLE_HIT);
}

/* ---- lines --------------------------------------------------------------------------------- */

static void
draw_coat(const struct reader *reader, const struct piece *piece, struct coat *coat, const struct lit *lit)
{
    bool furniture = piece->role == ROLE_FURNITURE;

    memset(coat->roles, piece->role, span_len(coat->line));
    if (!piece->made && !furniture) {
        draw_quotes(reader, coat);
        draw_figures(reader, coat);
    }
    if (lit_is(lit) && !piece->made)
        draw_hits(piece, coat, lit);
}

static void
draw_runs(struct canvas *canvas, int x, int y, int columns, const struct piece *piece, const struct coat *coat)
{
    uint32_t n = span_len(coat->line);
    int used = 0;

    for (uint32_t at = 0, end; at < n; at = end) {
        for (end = at + 1; end < n && coat->roles[end] == coat->roles[at]; end++)
            ;
        used += canvas_put(canvas, x + used, y, columns - used, (enum role)coat->roles[at],
                           slice_of(piece->base + coat->line.start + at, end - at));
    }
}

/* The column where the current mark begins in the line, or -1. */
static int
draw_mark_column(const struct reader *reader, const struct piece *piece, struct span line)
{
    struct span mark = reader_mark_span(reader, reader->current);

    if (piece->made || piece->role == ROLE_FURNITURE || !span_meets(mark, line))
        return -1;
    return mark.start > line.start ? canvas_columns(slice_of(piece->base + line.start, mark.start - line.start)) : 0;
}

static int
draw_line(struct reader *reader, struct canvas *canvas, struct rect rect, int y, const struct spot *spot, const struct lit *lit)
{
    const struct piece *piece = reader_piece(reader, spot->slot, spot->part);
    const struct line *line = &piece->lines.v[spot->row - piece->gap];
    struct coat coat = {.line = {line->start, line->end}};
    int current;

    if (spot->row == piece->gap)
        canvas_put(canvas, rect.x, y, rect.width, ROLE_DIM, slice_str(piece->prefix));
    coat.roles = mem_alloc(span_len(coat.line) + 1);
    draw_coat(reader, piece, &coat, lit);
    draw_runs(canvas, rect.x + piece->indent, y, rect.width - piece->indent, piece, &coat);
    mem_free(coat.roles);
    current = draw_mark_column(reader, piece, coat.line);
    return current < 0 ? -1 : rect.x + piece->indent + current;
}

void
reader_draw(struct reader *reader, struct canvas *canvas, struct rect rect, const struct lit *lit, bool focused)
{
    struct spot spot = reader->top;
    int y = 0;

    if (!reader->article || rect.height <= 0 || rect.width <= 0)
        return;
    do {
        const struct piece *piece = reader_piece(reader, spot.slot, spot.part);
        bool cursor = spot.slot == reader->cursor.slot && spot.part == reader->cursor.part && spot.row == reader->cursor.row;
        int current = -1;

        if (spot.row >= piece->gap && piece->lines.n)
            current = draw_line(reader, canvas, rect, rect.y + y, &spot, lit);
        if (cursor && focused) {
            /* Where there is no other pane, no hue need say which has the keys, and thirteen bytes of each step are saved. */
            canvas_put(canvas, rect.x - 2, rect.y + y, 1, reader->alone ? ROLE_TEXT : ROLE_BAR, slice_str("▌"));
            canvas->cursor_x = current >= 0 ? current : rect.x;
            canvas->cursor_y = rect.y + y;
        }
    } while (++y < rect.height && reader_next(reader, &spot));
}
