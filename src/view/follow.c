/* What follows what: moving in one pane moves the others. */
#include "state.h"

/* Ids ascend: the first at or behind `wanted`, if of the open article; else the last before it that is. */
static void
follow_list(struct app *app, enum pane pane, uint32_t wanted)
{
    struct view *view = &app->views[pane];
    size_t row;

    if (wanted == ID_NONE || view->ids.n == 0)
        return;
    row = ids_before(&view->ids, wanted);
    for (int i = 0; i < 2; i++, row--) {
        if (row < view->ids.n) {
            uint32_t id = view->ids.v[row];
            struct place place = pane == PANE_QUOTES ? index_quote_place(app->setup.index, id)
                                                     : index_figure_place(app->setup.index, id);

            if (place.article == app->reader.id) {
                list_select(&view->list, app_heights(app, pane), row);
                return;
            }
        }
        if (row == 0)
            return;
    }
}

static void
follow_quotes(struct app *app)
{
    uint32_t row = reader_quote_at_cursor(&app->reader);

    follow_list(app, PANE_QUOTES, index_quote_id(app->setup.index, app->reader.id, row));
}

static void
follow_figures(struct app *app)
{
    uint32_t row = reader_figure_at_cursor(&app->reader);
    const struct extract *extract = app->reader.extract;
    struct view *view = &app->views[PANE_FIGURES];

    if (row < extract->nfigures && app->reader.current.kind == MARK_FIGURE)
        row = extract_shown_figure(extract, row);
    if (app->choice.sort == SORT_PLACE) {
        follow_list(app, PANE_FIGURES, index_figure_id(app->setup.index, app->reader.id, row));
    } else if (row < extract->nfigures && view->ids.n < 20000) {
        size_t i = view_find(view, index_figure_id(app->setup.index, app->reader.id, row));

        if (i < view->ids.n)
            list_select(&view->list, app_heights(app, PANE_FIGURES), i);
    }
}

static void
follow_article(struct app *app, enum pane pane)
{
    uint32_t id = app_selected(app, pane);
    struct place place;

    if (id == ID_NONE)
        return;
    place = pane == PANE_QUOTES ? index_quote_place(app->setup.index, id) : index_figure_place(app->setup.index, id);
    if (place.article == app->reader.id)
        reader_goto_mark(&app->reader, (struct mark){pane == PANE_QUOTES ? MARK_QUOTE : MARK_FIGURE, place.row});
}

void
follow_mark(struct app *app)
{
    if (!app->reader.article)
        return;
    follow_quotes(app);
    follow_figures(app);
}

void
follow_moved(struct app *app)
{
    if (!app->reader.article || app->focus == PANE_LIST)
        return;
    if (app->focus != PANE_ARTICLE)
        follow_article(app, app->focus);
    if (app->focus != PANE_QUOTES)
        follow_quotes(app);
    if (app->focus != PANE_FIGURES)
        follow_figures(app);
}

void
follow_speaker(struct app *app, uint32_t quote)
{
    struct view *view = &app->views[PANE_QUOTES];
    size_t i = quote == ID_NONE ? view->ids.n : view_find(view, quote);

    if (!app->reader.article)
        return;
    if (i < view->ids.n)
        list_select(&view->list, app_heights(app, PANE_QUOTES), i);
    else
        follow_quotes(app);
    if (quote == ID_NONE)
        follow_article(app, PANE_QUOTES);
    if (quote == ID_NONE || app->focus != PANE_FIGURES)
        follow_figures(app);
}

/* The pane that gets the keys says what is current in the article; the page stays where it is. */
void
follow_focus(struct app *app)
{
    uint32_t id = app_selected(app, app->focus);
    struct place place;

    if (!app->reader.article || app->focus == PANE_LIST)
        return;
    if (app->focus == PANE_ARTICLE) {
        if (!reader_mark_near(&app->reader))
            reader_mark_cursor(&app->reader);
        return;
    }
    if (id == ID_NONE)
        return;
    place = app->focus == PANE_QUOTES ? index_quote_place(app->setup.index, id) : index_figure_place(app->setup.index, id);
    if (place.article == app->reader.id)
        app->reader.current = (struct mark){app->focus == PANE_QUOTES ? MARK_QUOTE : MARK_FIGURE, place.row};
    app->reader.passed = false;
}
