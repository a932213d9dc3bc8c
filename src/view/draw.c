/* What the panes share. */
#include <stdio.h>

#include "lede/utf.h"
#include "state.h"
#include "wrap.h"

void
draw_selected(struct app *app, struct canvas *canvas, enum pane pane, struct rect rect, bool first)
{
    bool focused = app->focus == pane && app->overlay == OVERLAY_NONE;

    canvas_put(canvas, rect.x, rect.y, 1, ROLE_BAR, slice_str("▌"));
    canvas_flag(canvas, rect, focused ? CELL_SELECTED : CELL_SELECTED_AWAY);
    if (focused && first && app->asking == ASK_NOTHING) {
        canvas->cursor_x = rect.x;
        canvas->cursor_y = rect.y;
    }
}

const char *
draw_number(size_t n, char buf[DECIMAL_GROUPED_BUF])
{
    return decimal_print_grouped(decimal_make((int64_t)n, 0), buf);
}

int
draw_text(const struct app *app, struct canvas *canvas, struct rect rect, enum role role, struct slice s)
{
    int used = canvas_put_cut(canvas, rect.x, rect.y, rect.width, role, s, canvas->ascii);
    struct lit lit = find_lit(app);
    struct span hit;

    if (!lit_is(&lit))
        return used;
    for (size_t at = 0; lit_find(&lit, s.at, s.len, at, &hit); at = hit.end) {
        int x = canvas_columns(slice_of(s.at, hit.start)), width = canvas_columns(slice_of(s.at + hit.start, hit.end - hit.start));

        if (x >= used)
            break;
        canvas_role(canvas, (struct rect){rect.x + x, rect.y, x + width > used ? used - x : width, 1}, ROLE_HIT);
    }
    return used;
}

void
draw_empty(struct canvas *canvas, struct rect rect, const char *text)
{
    struct lines lines = {0};
    struct text marks = {0};
    int width = rect.width - 2;

    if (width < 1)
        return;
    wrap_lines(&lines, &marks, slice_str(text), 0, width);
    for (int i = 0; i < (int)lines.n && i + 1 < rect.height; i++)
        canvas_put(canvas, rect.x + 1, rect.y + 1 + i, width, ROLE_DIM,
                   slice_of(text + lines.v[i].start, lines.v[i].end - lines.v[i].start));
    vec_free(&lines);
    text_free(&marks);
}

/* The number of the paragraph, counted as the status line does; of the open article without counting. */
static uint32_t
draw_paragraph(const struct app *app, struct place place, uint32_t block)
{
    const struct article *article = index_article(app->setup.index, place.article);
    uint32_t n = 0;

    if (block >= article->nblocks || article->blocks[block].kind != BLOCK_PARA)
        return 0;
    if (place.article == app->reader.id)
        return reader_paragraph_at(&app->reader, article->blocks[block].words.start);
    for (uint32_t i = 0; i <= block; i++)
        n += article->blocks[i].kind == BLOCK_PARA;
    return n;
}

void
draw_place(struct text *out, const struct slice *source, const struct app *app, struct place place, uint32_t block)
{
    const struct article *article = index_article(app->setup.index, place.article);
    uint32_t n = draw_paragraph(app, place, block);
    enum block_kind kind = block < article->nblocks ? article->blocks[block].kind : BLOCK_PARA;

    if (source)
        text_add(out, source->at, source->len);
    if (source && (n || kind != BLOCK_PARA))
        text_puts(out, " · ");
    if (n)
        text_printf(out, "¶%u", n);
    else if (kind != BLOCK_PARA)
        text_puts(out, kind == BLOCK_QUOTE ? "pull quote" : block_kind_name(kind));
}

void
draw_rules(struct app *app, struct canvas *canvas)
{
    enum border border = app->setup.theme->border;
    const struct layout *layout = &app->layout;
    struct rect across = layout->rule_across, screen = layout->screen;

    if (border == BORDER_NONE)
        return;
    for (int i = 0; i < layout->nrules; i++)
        canvas_fill(canvas, (struct rect){layout->rule_x[i], screen.y, 1, screen.height}, ROLE_RULE,
                    border == BORDER_UNICODE ? 0x2502 : '|');
    if (across.width > 0) {
        canvas_fill(canvas, across, ROLE_RULE, border == BORDER_UNICODE ? 0x2500 : '-');
        canvas_put(canvas, across.x - 1, across.y, 1, ROLE_RULE, slice_str(border == BORDER_UNICODE ? "├" : "+"));
    }
}
