/* The list of articles: two lines each, headline over outlet and counts. */
#include <stdio.h>
#include <string.h>

#include "state.h"

int
articles_height(const void *app, size_t i)
{
    (void)app;
    (void)i;
    return 2;
}

/* "4 “ 6 #" at the right end, closer in a narrow list; returns the columns it took. With a speaker chosen, what is theirs. */
static int
articles_counts(struct app *app, struct canvas *canvas, struct rect row, uint32_t id)
{
    uint32_t nquotes, nfigures;
    char quotes[16], figures[16];
    int nq, nf, x;

    choose_counts(app, id, &nquotes, &nfigures);
    if (app->choice.speaker != ID_NONE) {
        struct share share = who_share(app, id);

        nquotes = share.nquotes;
        nfigures = share.nfigures;
    }
    nq = snprintf(quotes, sizeof quotes, row.width < 28 ? "%u“" : "%u “", nquotes) - 2; /* the mark: three bytes, one column */
    nf = snprintf(figures, sizeof figures, row.width < 28 ? "%u#" : "%u #", nfigures);
    if (nf < (row.width < 28 ? 3 : 4)) /* so that the marks stand under one another */
        nf = row.width < 28 ? 3 : 4;
    if (nq + 1 + nf + 8 > row.width)
        return 0;
    x = row.x + row.width - nf - 1 - nq - 1;
    canvas_put(canvas, x, row.y, nq, nquotes ? ROLE_QUOTE : ROLE_DIM, slice_str(quotes));
    x += nq + 1 + (nf - canvas_columns(slice_str(figures)));
    canvas_put(canvas, x, row.y, nf, nfigures ? ROLE_FIGURE : ROLE_DIM, slice_str(figures));
    return nq + nf + 3;
}

/* The headline row has one role from end to end: each change of attributes costs a slow line thirty bytes. */
static void
articles_headline(struct app *app, struct canvas *canvas, struct rect row, size_t i)
{
    uint32_t id = app->views[PANE_LIST].ids.v[i];
    bool made, open = id == app->reader.id, selected = i == app->views[PANE_LIST].list.sel;
    struct slice headline = article_headline(index_article(app->setup.index, id), &made);
    enum role role = open ? ROLE_TITLE : ROLE_TEXT;
    int x = row.x + 1;

    if (open)
        canvas_put(canvas, row.x, row.y, 1, role, slice_str("›"));
    if (made)
        x += canvas_put(canvas, x, row.y, 2, role, slice_str("~ "));
    draw_text(app, canvas, (struct rect){x, row.y, row.x + row.width - x - 1, 1}, role, headline);
    if (selected)
        draw_selected(app, canvas, PANE_LIST, row, true);
    if (selected && app->focus == PANE_LIST)
        canvas_role(canvas, row, role);
}

static void
articles_item(struct app *app, struct canvas *canvas, struct rect body, size_t i, int y)
{
    uint32_t id = app->views[PANE_LIST].ids.v[i];
    struct rect row = {body.x, body.y + y, body.width, 1};
    int first = y < 0 ? 0 : y, used;

    if (y >= 0)
        articles_headline(app, canvas, row, i);
    if (++row.y < body.y + body.height && row.y >= body.y) {
        used = articles_counts(app, canvas, row, id);
        draw_text(app, canvas, (struct rect){row.x + 1, row.y, row.width - 1 - used, 1}, ROLE_DIM,
                  article_source(index_article(app->setup.index, id)));
        if (i == app->views[PANE_LIST].list.sel) /* the bar alone: a field on both lines would double what a step sends */
            canvas_put(canvas, row.x, row.y, 1, ROLE_BAR, slice_str("▌"));
    }
    if (app->choice.speaker != ID_NONE && who_share(app, id).nquotes == 0)
        canvas_flag(canvas, (struct rect){body.x, body.y + first, body.width, y + 2 > body.height ? 1 : y + 2 - first}, CELL_ASIDE);
}

void
articles_draw(struct app *app, struct canvas *canvas)
{
    struct rect body = app->layout.body[PANE_LIST];
    struct list_heights heights = app_heights(app, PANE_LIST);
    struct list_row row;
    struct text text = {0};
    char key[24];

    if (list_first(&app->views[PANE_LIST].list, heights, &row)) {
        do
            articles_item(app, canvas, body, row.i, row.y);
        while (list_next(&app->views[PANE_LIST].list, heights, &row));
        return;
    }
    if (sweep_is_on(app, PANE_LIST))
        text_puts(&text, sweep_says);
    else if (words_shown(app))
        text_printf(&text, "No article passes “%s”. %s takes the filter off.", words_shown(app),
                    app_key_of(app, ACTION_BACK, key));
    else if (app->loading)
        text_puts(&text, "Reading …");
    else
        text_printf(&text, "No articles in %s.", app->setup.opened ? app->setup.opened : "what was opened");
    draw_empty(canvas, body, text.v);
    text_free(&text);
}

/* ---- the article ------------------------------------------------------------------------------ */

/* What was opened, or something in it, could not be read: the first such file and why. False: it was not that. */
static bool
article_refused(const struct app *app, struct text *out)
{
    const struct problems *problems = app->setup.problems;
    size_t len = app->setup.opened ? strlen(app->setup.opened) : 0;

    len -= len > 1 && app->setup.opened[len - 1] == '/';
    for (size_t i = 0; problems && i < problems->n && len; i++)
        if (strncmp(problems->v[i].where, app->setup.opened, len) == 0 && memchr("/:", problems->v[i].where[len], 3)) {
            text_printf(out, "%s: %s.", problems->v[i].where, problems->v[i].what);
            return true;
        }
    return false;
}

void
article_draw(struct app *app, struct canvas *canvas)
{
    struct rect body = app->layout.body[PANE_ARTICLE];
    struct text text = {0};
    char key[24];

    if (app->reader.article) {
        struct lit lit = find_lit(app);

        reader_draw(&app->reader, canvas, (struct rect){app->layout.text_x, body.y, app->layout.text_width, body.height},
                    &lit, app->focus == PANE_ARTICLE && app->asking == ASK_NOTHING);
        return;
    }
    if (app->loading)
        text_puts(&text, "Reading …");
    else if (article_refused(app, &text))
        text_printf(&text, " Leave with %s.", app_key_of(app, ACTION_QUIT, key));
    else
        text_printf(&text,
                    "No articles in %s. An article is a file of plain text: its name ends in .txt, .text or .md. Leave with %s "
                    "and name another folder or file: lede FOLDER",
                    app->setup.opened ? app->setup.opened : "what was opened", app_key_of(app, ACTION_QUIT, key));
    draw_empty(canvas, body, text.v);
    text_free(&text);
}
