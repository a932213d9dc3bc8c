/* The quotes pane: words with hanging marks, the name once, under the speaker when one is chosen, else under the article. */
#include <stdio.h>

#include "lede/utf.h"
#include "state.h"

enum {
    QUOTE_LINES = 3,       /* of a quote that is not selected */
    QUOTE_BYTES = 16384,   /* of one that is; what is longer is read in the article */
    QUOTE_COLUMNS = 72,
};

/* How an item is made up, from the top: blank line, head (speaker chosen, or article), name, lines, line with the place. */
struct item {
    uint32_t id;
    const struct quote *quote;
    struct place place;
    bool blank, name, own_place;
    bool cue;              /* the verb stands before the place: who denies something has not said it */
    int heads, lines, rows;
    bool cut;
    const struct wrapped *wrapped;
};

static bool
quotes_grouped(const struct app *app)
{
    return app->choice.all && app->choice.speaker == ID_NONE;
}

static int
quotes_columns(const struct app *app)
{
    int columns = app->layout.body[PANE_QUOTES].width - 4; /* bar, mark, closing mark, edge */

    return columns < 1 ? 1 : columns > QUOTE_COLUMNS ? QUOTE_COLUMNS : columns;
}

static struct slice
quotes_words(const struct app *app, uint32_t id)
{
    const struct article *article = index_article(app->setup.index, index_quote_place(app->setup.index, id).article);
    struct slice words = article_slice(article, index_quote(app->setup.index, id)->span);

    if (words.len > QUOTE_BYTES)
        for (words.len = QUOTE_BYTES; words.len && ((unsigned char)words.at[words.len] & 0xC0) == 0x80; words.len--)
            ;
    return words;
}

static const struct wrapped *
quotes_wrap(struct app *app, uint32_t id)
{
    struct wrapped *wrapped = &app->wrapped[id % APP_WRAPPED];
    int columns = quotes_columns(app);

    if (wrapped->lines.v && wrapped->id == id && wrapped->width == columns)
        return wrapped;
    wrap_lines(&wrapped->lines, &app->scratch, quotes_words(app, id), 0, columns);
    if (wrapped->lines.n == 0)
        (void)vec_add(&wrapped->lines);
    wrapped->id = id;
    wrapped->width = columns;
    wrapped->cut = span_len(index_quote(app->setup.index, id)->span) > QUOTE_BYTES;
    return wrapped;
}

static bool
quotes_same_speaker(const struct app *app, uint32_t a, uint32_t b)
{
    const struct quote *x = index_quote(app->setup.index, a), *y = index_quote(app->setup.index, b);

    return x->nspeakers == y->nspeakers && index_quote_speaker(app->setup.index, a) == index_quote_speaker(app->setup.index, b);
}

/* Of reported speech whose verb tells more than "said"; words in marks were said in any case. */
static enum cue_class
quotes_cue_class(const struct app *app, const struct item *item)
{
    if (item->quote->kind != QUOTE_INDIRECT)
        return CUE_PLAIN;
    return extract_cue_class(article_slice(index_article(app->setup.index, item->place.article), item->quote->cue),
                             app->setup.words);
}

/* "denied · " */
static void
quotes_put_cue(const struct app *app, const struct item *item, struct text *out)
{
    struct slice cue = article_slice(index_article(app->setup.index, item->place.article), item->quote->cue);
    struct text plain = {0};

    utf_plain(&plain, cue.at, cue.len);
    text_printf(out, "%s · ", plain.v);
    text_free(&plain);
}

/* "denied · Harbour Post · ¶7 ~": dim, and what is not certain marked. */
static void
quotes_place(struct app *app, const struct item *item, struct text *out)
{
    struct slice source = article_source(index_article(app->setup.index, item->place.article));

    if (item->cue)
        quotes_put_cue(app, item, out);
    draw_place(out, app->choice.speaker != ID_NONE && app->choice.all ? &source : NULL, app, item->place, item->quote->block);
    if (item->quote->found == FOUND_PRONOUN || item->quote->found == FOUND_FLOATING || item->quote->found == FOUND_CONTINUED)
        text_puts(out, " ~");
    else if (item->quote->found == FOUND_UNKNOWN)
        text_puts(out, " ?");
}

/* Is there room for the place behind the last line of the words? A cut line makes room. */
static bool
quotes_place_fits(struct app *app, const struct item *item)
{
    struct text place = {0};
    int columns;

    quotes_place(app, item, &place);
    columns = canvas_columns(slice_of(place.v, place.n));
    text_free(&place);
    if (item->cut)
        return columns + 6 < app->layout.body[PANE_QUOTES].width;
    return item->wrapped->lines.v[item->lines - 1].columns + 1 + 2 + columns <= app->layout.body[PANE_QUOTES].width - 3;
}

/* A denial has its verb even if the place takes a line of its own for it; other verbs stand where there is room. */
static bool
quotes_shows_cue(struct app *app, struct item *item)
{
    enum cue_class class = quotes_cue_class(app, item);

    item->cue = class != CUE_PLAIN;
    return item->cue && (class == CUE_DENIED || app->choice.speaker != ID_NONE || quotes_place_fits(app, item));
}

static void
quotes_item(struct app *app, size_t i, struct item *item)
{
    const struct view *view = &app->views[PANE_QUOTES];
    bool chosen = app->choice.speaker != ID_NONE, group;

    *item = (struct item){.id = view->ids.v[i]};
    item->quote = index_quote(app->setup.index, item->id);
    item->place = index_quote_place(app->setup.index, item->id);
    group = i == 0 || index_quote_place(app->setup.index, view->ids.v[i - 1]).article != item->place.article;
    item->name = !chosen && (i == 0 || (quotes_grouped(app) && group) || !quotes_same_speaker(app, view->ids.v[i - 1], item->id));
    item->heads = chosen ? (i == 0 ? 2 : 0) : quotes_grouped(app) && group ? 1 : 0;
    item->blank = i > 0 && (item->name || chosen);
    item->wrapped = quotes_wrap(app, item->id);
    item->lines = (int)item->wrapped->lines.n;
    if (i != view->list.sel && item->lines > QUOTE_LINES)
        item->lines = QUOTE_LINES, item->cut = true;
    item->cut |= item->wrapped->cut;
    item->cue = quotes_shows_cue(app, item);
    item->own_place = chosen || !quotes_place_fits(app, item);
    item->rows = item->blank + item->heads + item->name + item->lines + item->own_place;
}

int
quotes_height(const void *app, size_t i)
{
    struct item item;

    quotes_item((struct app *)app, i, &item); /* wraps into a cache */
    return item.rows;
}

/* ---- lines ----------------------------------------------------------------------------------- */

static void
quotes_names(struct app *app, const struct item *item, struct text *out)
{
    for (int i = 0; i < item->quote->nspeakers; i++) {
        uint32_t id = index_speaker_of(app->setup.index, item->place.article, item->quote->speakers[i]);

        if (i)
            text_puts(out, i + 1 == item->quote->nspeakers ? " and " : ", ");
        text_puts(out, app_speaker_name(app, id));
    }
    if (item->quote->nspeakers == 0)
        text_puts(out, "speaker unknown");
}

static void
quotes_draw_name(struct app *app, struct canvas *canvas, struct rect row, const struct item *item)
{
    struct text name = {0};

    quotes_names(app, item, &name);
    draw_text(app, canvas, (struct rect){row.x + 1, row.y, row.width - 2, 1}, item->quote->nspeakers ? ROLE_SPEAKER : ROLE_DIM,
              slice_of(name.v, name.n));
    text_free(&name);
}

static void
quotes_draw_head(struct app *app, struct canvas *canvas, struct rect row, const struct item *item, int line)
{
    const struct text *who = line == 0 ? &app->who : &app->about;

    if (app->choice.speaker != ID_NONE) /* over a speaker's quotes the name, then role and bodies */
        canvas_put_cut(canvas, row.x + 1, row.y, row.width - 2, line == 0 ? ROLE_SPEAKER : ROLE_DIM, slice_of(who->v, who->n),
                       canvas->ascii);
    else
        canvas_put_cut(canvas, row.x + 1, row.y, row.width - 2, ROLE_HEADING,
                       article_headline(index_article(app->setup.index, item->place.article), NULL), canvas->ascii);
}

/* One line of the words; behind the last one the closing mark and, where it fits, the place. */
static void
quotes_draw_line(struct app *app, struct canvas *canvas, struct rect row, const struct item *item, int line)
{
    struct slice words = quotes_words(app, item->id);
    struct line l = item->wrapped->lines.v[line];
    bool marks = item->quote->kind != QUOTE_INDIRECT, last = line + 1 == item->lines;
    enum role role = marks ? ROLE_QUOTE : ROLE_INDIRECT;
    int x = row.x + 2, end = row.x + row.width - 1, room;
    struct text place = {0};

    if (last && !item->own_place)
        quotes_place(app, item, &place);
    if (marks && line == 0)
        canvas_put(canvas, row.x + 1, row.y, 1, role, slice_str("“"));
    room = end - x;
    if (last && item->cut && place.n)
        room -= canvas_columns(slice_of(place.v, place.n)) + 2;
    if (last && item->cut && room > l.columns - 1 && room < 2)
        room = l.columns + 1;
    if (last && item->cut) {
        int fits = l.columns < room ? l.columns : room - 1;

        x += canvas_put(canvas, x, row.y, fits, role, slice_of(words.at + l.start, l.end - l.start));
        x += canvas_put(canvas, x, row.y, 1, role, slice_str("…"));
    } else {
        x += draw_text(app, canvas, (struct rect){x, row.y, room, 1}, role, slice_of(words.at + l.start, l.end - l.start));
        if (marks && last)
            x += canvas_put(canvas, x, row.y, 1, role, slice_str("”"));
    }
    if (place.n && x + 2 + canvas_columns(slice_of(place.v, place.n)) <= end)
        canvas_put(canvas, x + 2, row.y, end - x - 2, ROLE_DIM, slice_of(place.v, place.n));
    text_free(&place);
}

static void
quotes_draw_place(struct app *app, struct canvas *canvas, struct rect row, const struct item *item)
{
    struct text place = {0};

    quotes_place(app, item, &place);
    canvas_put_cut(canvas, row.x + 2, row.y, row.width - 3, ROLE_DIM, slice_of(place.v, place.n), canvas->ascii);
    text_free(&place);
}

static void
quotes_draw_item(struct app *app, struct canvas *canvas, struct rect body, const struct list_row *at)
{
    struct item item;
    bool selected = at->i == app->views[PANE_QUOTES].list.sel, first = true;

    quotes_item(app, at->i, &item);
    for (int r = 0; r < item.rows; r++) {
        struct rect row = {body.x, body.y + at->y + r, body.width, 1};
        int line = r - item.blank;

        if (at->y + r < 0 || line < 0)
            continue;
        if (at->y + r >= body.height)
            break;
        if (line < item.heads) {
            quotes_draw_head(app, canvas, row, &item, line);
            continue;
        }
        line -= item.heads;
        if (item.name && line == 0) {
            quotes_draw_name(app, canvas, row, &item);
            continue;
        }
        line -= item.name;
        if (line < item.lines)
            quotes_draw_line(app, canvas, row, &item, line);
        else
            quotes_draw_place(app, canvas, row, &item);
        if (selected)
            draw_selected(app, canvas, PANE_QUOTES, row, first);
        first &= !selected;
    }
}

/* ---- the pane --------------------------------------------------------------------------------------- */

static void
quotes_draw_empty(struct app *app, struct canvas *canvas)
{
    struct text text = {0};
    char key[24];

    if (!app->reader.article)
        return;
    if (sweep_is_on(app, PANE_QUOTES)) {
        draw_empty(canvas, app->layout.body[PANE_QUOTES], sweep_says);
        return;
    }
    text_puts(&text, app->choice.quote_kinds ? "No quotes of this kind" : "No quotes");
    if (app->choice.speaker != ID_NONE)
        text_printf(&text, " of %s", app->who.v);
    if (app->choice.all)
        text_printf(&text, " in any source%s.", app->choice.words ? " that pass the query" : "");
    else
        text_printf(&text, " here. %s shows those of all sources.", app_key_of(app, ACTION_SCOPE, key));
    if (app->choice.quote_kinds)
        text_printf(&text, " %s shows the next kind.", app_key_of(app, ACTION_KIND, key));
    draw_empty(canvas, app->layout.body[PANE_QUOTES], text.v);
    text_free(&text);
}

void
quotes_draw(struct app *app, struct canvas *canvas)
{
    struct rect body = app->layout.body[PANE_QUOTES];
    struct list *list = &app->views[PANE_QUOTES].list;
    struct list_heights heights = app_heights(app, PANE_QUOTES);
    struct list_row row;

    if (!list_first(list, heights, &row)) {
        quotes_draw_empty(app, canvas);
        return;
    }
    do
        quotes_draw_item(app, canvas, body, &row);
    while (list_next(list, heights, &row));
}
