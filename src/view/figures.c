/* The figures pane: columns that align by digit: hedge and number, what follows the digits, what is counted. */
#include <stdio.h>
#include <string.h>

#include "state.h"
#include "wrap.h"

/* What is looked at for the widths of the columns: more than a screen. Articles are made for it, and stay open for the next time. */
enum { MEASURED = 4096, MEASURED_ARTICLES = INDEX_OPEN / 2 };

/* A figure cut into what its columns hold. */
struct parts {
    struct slice hedge, number, tail, of;
    char hedge_buf[16];
};

static bool
figures_has_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The number ends with its last digit; dates, and figures in words, are a number as a whole. */
static void
figures_split(const struct article *article, const struct figure *figure, struct parts *parts)
{
    struct slice all = article_slice(article, figure->span);
    size_t end = all.len;

    while (end > 0 && !figures_has_digit(all.at[end - 1]))
        end--;
    if (end == 0 || figure->kind == FIGURE_DATE || figure->kind == FIGURE_ORDINAL)
        end = all.len;
    parts->number = slice_of(all.at, end);
    parts->tail = slice_of(all.at + end, all.len - end);
    parts->hedge = article_slice(article, figure->hedge_words);
    if (parts->hedge.len == 0 && hedge_name(figure->hedge)) {
        (void)snprintf(parts->hedge_buf, sizeof parts->hedge_buf, "%s", hedge_name(figure->hedge));
        for (char *c = parts->hedge_buf; *c; c++)
            *c = (char)(*c == '_' ? ' ' : *c);
        parts->hedge = slice_str(parts->hedge_buf);
    }
    parts->of = article_slice(article, figure->of);
    if (parts->of.len == 0 && figure->kind == FIGURE_COUNT)
        parts->of = slice_str(figure->unit);
}

static int
figures_lead(const struct parts *parts)
{
    return canvas_columns(parts->number) + (parts->hedge.len ? canvas_columns(parts->hedge) + 1 : 0);
}

/* The columns hold the widest of what is listed that leaves room for what is counted; wider ones push it aside. */
void
figures_measure(struct app *app)
{
    const struct ids *ids = &app->views[PANE_FIGURES].ids;
    int width = app->layout.body[PANE_FIGURES].width;
    int most = width * 2 / 5 < 22 ? width * 2 / 5 : 22, tail_most = width < 34 ? 3 : width < 48 ? 5 : 10;

    uint32_t last = ID_NONE;
    int articles = 0;

    app->figure_lead = app->figure_tail = 0;
    for (size_t i = 0; i < ids->n && i < MEASURED; i++) {
        struct place place = index_figure_place(app->setup.index, ids->v[i]);
        struct parts parts;
        int lead, tail;

        if (place.article != last && ++articles > MEASURED_ARTICLES)
            break;
        last = place.article;
        figures_split(index_article(app->setup.index, place.article), index_figure(app->setup.index, ids->v[i]), &parts);
        lead = figures_lead(&parts);
        tail = canvas_columns(parts.tail);
        if (lead <= most && lead > app->figure_lead)
            app->figure_lead = lead;
        if (tail <= tail_most && tail > app->figure_tail)
            app->figure_tail = tail;
    }
}

/* ---- what an item holds -------------------------------------------------------------------------- */

struct shown {
    uint32_t id;
    struct place place;
    const struct figure *figure;
    const struct article *article;
    bool blank, head, source;
    int details, rows;
    struct lines lines;        /* of the details */
    struct text text;
};

/* Does the figure, but for what is no digit at its ends, read so, and is no word of scale behind it? */
static bool
figures_number_is(struct slice own, const char *number)
{
    size_t at = 0, n = strlen(number);

    while (at < own.len && !figures_has_digit(own.at[at]))
        at++;
    if (own.len - at < n || memcmp(own.at + at, number, n) != 0)
        return false;
    for (at += n; at < own.len; at++)
        if ((own.at[at] >= 'a' && own.at[at] <= 'z') || figures_has_digit(own.at[at]))
            return false;
    return true;
}

/* Units that are words are in the singular: "2 years", "3 centuries". */
static void
figures_unit(const struct figure *figure, struct text *out)
{
    size_t n = strlen(figure->unit);
    bool word = figure->kind == FIGURE_DURATION || figure->kind == FIGURE_AGE || strchr(figure->unit, ' ');
    bool one = !figure->has_high && figure->value.digits == 1 && figure->value.exponent == 0;

    if (!word || one || n < 3)
        text_printf(out, " %s", figure->unit);
    else if (figure->unit[n - 1] == 'y' && figure->unit[n - 2] == 'r') /* century, not day */
        text_printf(out, " %.*sies", (int)n - 1, figure->unit);
    else
        text_printf(out, " %ss", figure->unit);
}

/* "Dozens", "multibillion": what they are taken to span serves to sort them, but nobody gave those ends. */
static bool
figures_vague(const struct figure *figure, struct slice own)
{
    for (size_t i = 0; i < own.len; i++)
        if (figures_has_digit(own.at[i]))
            return false;
    return figure->has_high && figure->hedge == HEDGE_ABOUT;
}

/* "1,200,000,000,000 $", "2026-01-14", "10 to 15 km"; nothing when the text has it so already. */
static void
figures_normal(const struct figure *figure, struct slice own, struct text *out)
{
    char buf[DECIMAL_GROUPED_BUF], plain[DECIMAL_BUF];

    if (figure->date) {
        if (!slice_is(own, figure->date))
            text_puts(out, figure->date);
        return;
    }
    if (!figure->has_value || figures_vague(figure, own))
        return;
    if (!figure->has_high && (figures_number_is(own, decimal_print_grouped(figure->value, buf)) ||
                              figures_number_is(own, decimal_print(figure->value, plain))))
        return;
    text_puts(out, decimal_print_grouped(figure->value, buf));
    if (figure->has_high)
        text_printf(out, " to %s", decimal_print_grouped(figure->high, buf));
    if (figure->unit && figure->kind != FIGURE_COUNT) /* a count's unit is what it counts */
        figures_unit(figure, out);
}

static void
figures_part(struct text *out, struct slice s)
{
    if (s.len == 0)
        return;
    if (out->n)
        text_puts(out, " · ");
    text_add(out, s.at, s.len);
}

/* Does the row show all of what is counted? */
static bool
figures_of_fits(const struct app *app, const struct parts *parts)
{
    int lead = figures_lead(parts), tail = canvas_columns(parts->tail);
    int used = (lead > app->figure_lead ? lead : app->figure_lead) + (tail > app->figure_tail ? tail : app->figure_tail);

    return used + 2 + canvas_columns(parts->of) <= app->layout.body[PANE_FIGURES].width - 5;
}

/* The other places of the same figure: ", also title and ¶4". */
static void
figures_also(struct app *app, struct shown *shown)
{
    uint32_t rows[PLACES_MAX], n = places_of(app, shown->place, rows), named = n < PLACES_MAX ? n : PLACES_MAX;
    const struct figure *figures = index_extract(app->setup.index, shown->place.article)->figures;
    uint32_t last = figures[shown->place.row].block;
    size_t from = shown->text.n;

    for (uint32_t i = 0; i < named; i++) {
        if (rows[i] == shown->place.row || figures[rows[i]].block == last)
            continue; /* twice in a paragraph: the count says so */
        last = figures[rows[i]].block;
        text_puts(&shown->text, shown->text.n == from ? ", also " : ", ");
        draw_place(&shown->text, NULL, app, (struct place){shown->place.article, rows[i]}, last);
    }
    if (n > named)
        text_puts(&shown->text, " …");
}

/* On selection: the normalised value, what the row had no room for, when, who says so, where. */
static void
figures_details(struct app *app, struct shown *shown)
{
    const struct figure *figure = shown->figure;
    struct slice source = article_source(shown->article);
    struct text normal = {0}, place = {0};
    uint32_t speaker = ID_NONE;
    struct parts parts;

    figures_normal(figure, article_slice(shown->article, figure->span), &normal);
    if (normal.n)
        text_printf(&shown->text, "= %s", normal.v);
    figures_part(&shown->text, slice_str(trend_name(figure->trend)));
    figures_split(shown->article, figure, &parts);
    if (!figures_of_fits(app, &parts))
        figures_part(&shown->text, parts.of);
    figures_part(&shown->text, article_slice(shown->article, figure->period));
    if (figure->quote != ROW_NONE)
        speaker = index_quote_speaker(app->setup.index, index_quote_id(app->setup.index, shown->place.article, figure->quote));
    if (speaker != ID_NONE)
        figures_part(&shown->text, slice_str(app_speaker_name(app, speaker)));
    draw_place(&place, app->choice.all ? &source : NULL, app, shown->place, figure->block);
    figures_part(&shown->text, slice_of(place.v, place.n));
    figures_also(app, shown);
    text_free(&normal);
    text_free(&place);
}

static void
figures_item(struct app *app, size_t i, struct shown *shown)
{
    const struct view *view = &app->views[PANE_FIGURES];
    const struct figure *before = i ? index_figure(app->setup.index, view->ids.v[i - 1]) : NULL;

    *shown = (struct shown){.id = view->ids.v[i]};
    shown->place = index_figure_place(app->setup.index, shown->id);
    shown->figure = index_figure(app->setup.index, shown->id);
    shown->article = index_article(app->setup.index, shown->place.article);
    if (app->choice.sort != SORT_PLACE)
        shown->head = !before || before->kind != shown->figure->kind ||
                      (app->choice.sort == SORT_SIZE && strcmp(figure_size(before).scale, figure_size(shown->figure).scale) != 0);
    else if (app->choice.sort == SORT_PLACE && app->choice.all)
        shown->head = !before || index_figure_place(app->setup.index, view->ids.v[i - 1]).article != shown->place.article;
    shown->blank = shown->head && i > 0;
    if (i == view->list.sel) {
        int width = app->layout.body[PANE_FIGURES].width - 4;

        figures_details(app, shown);
        wrap_lines(&shown->lines, &app->scratch, slice_of(shown->text.v, shown->text.n), 0, width);
        shown->details = (int)shown->lines.n;
    } else {
        shown->source = app->choice.all && app->choice.sort != SORT_PLACE;
    }
    shown->rows = shown->blank + shown->head + 1 + shown->details + shown->source;
}

static void
figures_item_free(struct shown *shown)
{
    vec_free(&shown->lines);
    text_free(&shown->text);
}

int
figures_height(const void *app, size_t i)
{
    struct shown shown;
    int rows;

    figures_item((struct app *)app, i, &shown); /* uses its scratch */
    rows = shown.rows;
    figures_item_free(&shown);
    return rows;
}

/* ---- drawing ----------------------------------------------------------------------------------------- */

/* The article's headline, or the kind, or kind and scale: "money · CAD", "duration · day". */
static void
figures_draw_head(struct app *app, struct canvas *canvas, struct rect row, const struct shown *shown)
{
    const char *scale = app->choice.sort == SORT_SIZE ? figure_size(shown->figure).scale : "";
    struct text text = {0};
    struct slice head = article_headline(shown->article, NULL);

    if (app->choice.sort != SORT_PLACE) {
        text_printf(&text, "%s%s%s", figure_kind_name(shown->figure->kind), scale[0] ? " · " : "", scale);
        head = slice_of(text.v, text.n);
    }
    canvas_put_cut(canvas, row.x + 1, row.y, row.width - 2, ROLE_HEADING, head, canvas->ascii);
    text_free(&text);
}

static void
figures_draw_value(struct app *app, struct canvas *canvas, struct rect row, const struct shown *shown)
{
    struct parts parts;
    int x = row.x + 1, end = row.x + row.width - 1, of = x + app->figure_lead + app->figure_tail + 2, lead;
    uint32_t rows[PLACES_MAX], places = places_of(app, shown->place, rows);
    char times[16];

    if (places > 1) { /* said in more than one place of the article */
        int n = snprintf(times, sizeof times, "×%u", places) - 1;

        if (end - n - 1 > of + 4) {
            canvas_put(canvas, end - n, row.y, n, ROLE_DIM, slice_str(times));
            end -= n + 1;
        }
    }
    figures_split(shown->article, shown->figure, &parts);
    lead = figures_lead(&parts);
    if (lead < app->figure_lead)
        x += app->figure_lead - lead;
    if (parts.hedge.len) {
        x += canvas_put(canvas, x, row.y, end - x, ROLE_HEDGE, parts.hedge);
        x++;
    }
    if (canvas_columns(parts.number) > end - x) {
        canvas_put_cut(canvas, x, row.y, end - x, ROLE_FIGURE, parts.number, canvas->ascii);
        return;
    }
    x += draw_text(app, canvas, (struct rect){x, row.y, end - x, 1}, ROLE_FIGURE, parts.number);
    x += draw_text(app, canvas, (struct rect){x, row.y, end - x, 1}, ROLE_FIGURE, parts.tail);
    if (of < x + 2)
        of = x + 2;
    if (parts.of.len)
        draw_text(app, canvas, (struct rect){of, row.y, end - of, 1}, ROLE_TEXT, parts.of);
}

static void
figures_draw_source(struct app *app, struct canvas *canvas, struct rect row, const struct shown *shown)
{
    struct text text = {0};
    struct slice source = article_source(shown->article);

    draw_place(&text, &source, app, shown->place, shown->figure->block);
    canvas_put_cut(canvas, row.x + 3, row.y, row.width - 4, ROLE_DIM, slice_of(text.v, text.n), canvas->ascii);
    text_free(&text);
}

static void
figures_draw_item(struct app *app, struct canvas *canvas, struct rect body, const struct list_row *at)
{
    struct shown shown;
    bool selected = at->i == app->views[PANE_FIGURES].list.sel, first = true;

    figures_item(app, at->i, &shown);
    for (int r = 0; r < shown.rows && at->y + r < body.height; r++) {
        struct rect row = {body.x, body.y + at->y + r, body.width, 1};
        int line = r - shown.blank - shown.head;

        if (at->y + r < 0 || r < shown.blank)
            continue;
        if (line < 0) {
            figures_draw_head(app, canvas, row, &shown);
            continue;
        }
        if (line == 0) {
            figures_draw_value(app, canvas, row, &shown);
        } else if (line <= shown.details) {
            struct line l = shown.lines.v[line - 1];

            canvas_put(canvas, row.x + 3, row.y, row.width - 3, ROLE_DIM, slice_of(shown.text.v + l.start, l.end - l.start));
        } else {
            figures_draw_source(app, canvas, row, &shown);
        }
        if (selected)
            draw_selected(app, canvas, PANE_FIGURES, row, first);
        first &= !selected;
    }
    figures_item_free(&shown);
}

static void
figures_draw_empty(struct app *app, struct canvas *canvas)
{
    struct text text = {0};
    char key[24];

    if (!app->reader.article)
        return;
    if (sweep_is_on(app, PANE_FIGURES)) {
        draw_empty(canvas, app->layout.body[PANE_FIGURES], sweep_says);
        return;
    }
    text_puts(&text, app->choice.figure_kinds ? "No figures of this kind" : "No figures");
    if (app->choice.unit[0])
        text_printf(&text, " in %s", app->choice.unit);
    if (app->choice.speaker != ID_NONE)
        text_printf(&text, " in the words of %s", app->who.v);
    if (app->choice.all)
        text_printf(&text, " in any source%s.", app->choice.words ? " that pass the query" : "");
    else
        text_printf(&text, " here. %s shows those of all sources.", app_key_of(app, ACTION_SCOPE, key));
    draw_empty(canvas, app->layout.body[PANE_FIGURES], text.v);
    text_free(&text);
}

void
figures_draw(struct app *app, struct canvas *canvas)
{
    struct rect body = app->layout.body[PANE_FIGURES];
    struct list *list = &app->views[PANE_FIGURES].list;
    struct list_heights heights = app_heights(app, PANE_FIGURES);
    struct list_row row;

    if (!list_first(list, heights, &row)) {
        figures_draw_empty(app, canvas);
        return;
    }
    do
        figures_draw_item(app, canvas, body, &row);
    while (list_next(list, heights, &row));
}
