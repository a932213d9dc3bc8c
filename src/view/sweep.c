/*
 * What a query finds, a slice at a time: the first screenful with the key that asked, the rest while no key waits. What an index
 * knows of whole articles is there at once; what stands in quotes and figures has to be looked at.
 */
#include <limits.h>

#include "state.h"

enum {
    SWEEP_FIRST = 3000,  /* µs, roughly, that a pane gets with the key */
    SWEEP_ENOUGH = 200,  /* or so many items: more than a screen */
    SWEEP_SLICE = 4000,  /* µs between two looks at the keyboard */
};

const char sweep_says[] = "Looking through all articles …";

void
sweep_free(struct app *app)
{
    search_free(app->search);
    query_free(app->query);
    app->search = NULL;
    app->query = NULL;
    for (int pane = 0; pane < PANES; pane++)
        app->sweeps[pane].more = false;
}

void
sweep_query(struct app *app)
{
    sweep_free(app);
    query_error_clear(&app->wrong);
    app->searched = index_narticles(app->setup.index);
    if (!app->choice.words)
        return;
    app->query = query_parse(app->choice.words, QUERY_TYPING, &app->wrong);
    if (app->wrong.sentence)
        applied_query(app->choice.words, &app->applied);
    if (!query_is_empty(app->query))
        app->search = search_new(app->setup.index, app->query);
}

/* ---- slices --------------------------------------------------------------------------- */

/* Articles are listed in an order of their own, so they are asked one by one. */
static void
sweep_articles(struct app *app, struct sweep *sweep, long until)
{
    struct ids *ids = &app->views[PANE_LIST].ids;

    for (; sweep->next < app->order.n && search_spent(app->search) < until; sweep->next++)
        if (search_passes_article(app->search, app->order.v[sweep->next]))
            vec_push(ids, app->order.v[sweep->next]);
    sweep->more = sweep->next < app->order.n;
}

static void
sweep_finds(struct app *app, enum pane pane, long until, size_t enough)
{
    struct sweep *sweep = &app->sweeps[pane];
    enum search_unit unit = pane == PANE_QUOTES ? SEARCH_QUOTES : SEARCH_FIGURES;

    while (app->views[pane].ids.n < enough) {
        uint32_t article = search_next(app->search, unit, &sweep->next, app->searched, until);

        if (article == ID_NONE)
            break;
        (pane == PANE_QUOTES ? choose_quotes_of : choose_figures_of)(app, article);
    }
    sweep->more = sweep->next < app->searched;
}

static void
sweep_slice(struct app *app, enum pane pane, long until, size_t enough)
{
    if (pane == PANE_LIST)
        sweep_articles(app, &app->sweeps[pane], until);
    else
        sweep_finds(app, pane, until, enough);
}

static void
sweep_begin(struct app *app, enum pane pane)
{
    app->sweeps[pane] = (struct sweep){0, true};
    if (pane == PANE_LIST)
        index_list(app->setup.index, &app->order);
}

void
sweep_start(struct app *app, enum pane pane)
{
    sweep_begin(app, pane);
    sweep_slice(app, pane, search_spent(app->search) + SWEEP_FIRST, SWEEP_ENOUGH);
}

void
sweep_all(struct app *app, enum pane pane)
{
    sweep_begin(app, pane);
    sweep_slice(app, pane, LONG_MAX, SIZE_MAX);
}

/* ---- work ------------------------------------------------------------------------------- */

bool
sweep_is_on(const struct app *app, enum pane pane)
{
    return app->search && app->sweeps[pane].more;
}

bool
app_has_work(const struct app *app)
{
    return sweep_is_on(app, PANE_LIST) || sweep_is_on(app, PANE_QUOTES) || sweep_is_on(app, PANE_FIGURES);
}

/* What was found goes behind; only a list that is sorted has to be sorted anew, once all is there. */
unsigned
app_work(struct app *app)
{
    static const enum pane panes[] = {PANE_LIST, PANE_QUOTES, PANE_FIGURES};

    for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
        struct view *view = &app->views[panes[i]];
        size_t before = view->ids.n;

        if (!sweep_is_on(app, panes[i]))
            continue;
        sweep_slice(app, panes[i], search_spent(app->search) + SWEEP_SLICE, SIZE_MAX);
        if (panes[i] == PANE_FIGURES && app->choice.sort != SORT_PLACE && !app->sweeps[PANE_FIGURES].more)
            choose_resort(app);
        view->list.n = view->ids.n;
        list_show(&view->list, app_heights(app, panes[i]));
        return view->ids.n != before || !app_has_work(app) ? APP_REDRAW : 0;
    }
    return 0;
}
