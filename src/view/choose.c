/* What each pane lists: the ids of the index that pass the shared filter. Built when the filter changes, added to when the index
   grows, never on plain movement. */
#include <stdlib.h>
#include <string.h>

#include "lede/utf.h"
#include "state.h"

enum { RESORT_MAX = 20000 }; /* while loading, a longer sorted list waits for the end before it is sorted again */

/* ---- the selection through a change ------------------------------------------------------- */

size_t
view_find(const struct view *view, uint32_t id)
{
    for (size_t i = 0; i < view->ids.n; i++)
        if (view->ids.v[i] == id)
            return i;
    return view->ids.n;
}

static struct list_place
choose_here(struct app *app, enum pane pane)
{
    struct list_place place = {.id = app_selected(app, pane)};

    place.any = place.id != ID_NONE;
    if (place.any)
        place.line = list_line(&app->views[pane].list, app_heights(app, pane));
    return place;
}

/* Articles are in an order of their own: what stands now where the selected one stood. */
static size_t
choose_neighbour(const struct view *view, enum pane pane, uint32_t id)
{
    size_t i = 0;

    if (pane == PANE_LIST)
        return view->list.sel < view->ids.n ? view->list.sel : view->ids.n ? view->ids.n - 1 : 0;
    while (i + 1 < view->ids.n && view->ids.v[i] < id)
        i++;
    return i;
}

/* The item that was selected, else the one that took its place, on the same line of the screen. */
static void
choose_return(struct app *app, enum pane pane, struct list_place place)
{
    struct view *view = &app->views[pane];
    size_t i = view_find(view, pane == PANE_LIST ? changes_now(app, place.id) : place.id);

    view->list.n = view->ids.n;
    if (!place.any) {
        view->list.sel = view->list.top = 0;
        view->list.skip = 0;
        list_show(&view->list, app_heights(app, pane));
        return;
    }
    view->list.sel = i < view->ids.n ? i : choose_neighbour(view, pane, place.id);
    list_keep(&view->list, app_heights(app, pane), place.line);
}

/* ---- articles -------------------------------------------------------------------------------- */

void
choose_articles(struct app *app)
{
    struct list_place here = choose_here(app, PANE_LIST);
    struct ids *ids = &app->views[PANE_LIST].ids;

    vec_clear(ids);
    if (app->search)
        sweep_start(app, PANE_LIST);
    else
        index_list(app->setup.index, ids);
    choose_return(app, PANE_LIST, here);
}

/* The ids of an article's quotes are [*first, *last). */
static void
choose_quote_ids(const struct index *index, uint32_t article, uint32_t *first, uint32_t *last)
{
    *first = index_quote_id(index, article, 0);
    *last = article + 1 < index_narticles(index) ? index_quote_id(index, article + 1, 0) : index_nquotes(index);
}

static void
choose_figure_ids(const struct index *index, uint32_t article, uint32_t *first, uint32_t *last)
{
    *first = index_figure_id(index, article, 0);
    *last = article + 1 < index_narticles(index) ? index_figure_id(index, article + 1, 0) : index_nfigures(index);
}

/* The counts of an article in an array that grows. */
static uint32_t *
choose_counts_at(struct app *app, uint32_t article)
{
    if (article >= app->narticle_counts) {
        size_t n = app->narticle_counts ? app->narticle_counts * 2 : 64;

        while (n <= article)
            n *= 2;
        app->article_counts = mem_resize(app->article_counts, n * 2, sizeof *app->article_counts);
        memset(app->article_counts + app->narticle_counts * 2, 0, (n - app->narticle_counts) * 2 * sizeof *app->article_counts);
        app->narticle_counts = n;
    }
    return &app->article_counts[(size_t)article * 2];
}

void
choose_counts(struct app *app, uint32_t article, uint32_t *nquotes, uint32_t *nfigures)
{
    uint32_t *counts = choose_counts_at(app, article), id, last;

    if (!counts[0]) {
        counts[0] = counts[1] = 1;
        for (choose_quote_ids(app->setup.index, article, &id, &last); id < last; id++)
            counts[0] += index_quote_listed(app->setup.index, id);
        for (choose_figure_ids(app->setup.index, article, &id, &last); id < last; id++)
            counts[1] += !index_figure_repeats(app->setup.index, id);
    }
    *nquotes = counts[0] - 1;
    *nfigures = counts[1] - 1;
}

/* ---- quotes -------------------------------------------------------------------------------------- */

/* Pushes the quote if it passes the query and its kind does. */
static void
choose_push_quote(struct app *app, uint32_t id)
{
    struct view *view = &app->views[PANE_QUOTES];
    enum quote_kind kind = index_quote_kind(app->setup.index, id);

    if (app->search && !search_passes_quote(app->search, id))
        return;
    view->counts[kind]++;
    if (!app->choice.quote_kinds || app->choice.quote_kinds & 1u << kind)
        vec_push(&view->ids, id);
}

/* The open article keeps what was said in it when its file goes. */
void
choose_quotes_of(struct app *app, uint32_t article)
{
    uint32_t id, last;

    for (choose_quote_ids(app->setup.index, article, &id, &last); id < last; id++)
        if ((app->choice.all ? index_quote_listed : index_quote_was_listed)(app->setup.index, id) &&
            (app->choice.speaker == ID_NONE || index_quote_is_by(app->setup.index, id, app->choice.speaker)))
            choose_push_quote(app, id);
}

static void
choose_quotes_of_speaker(struct app *app)
{
    for (size_t i = 0; i < app->said_quotes.n; i++)
        choose_push_quote(app, app->said_quotes.v[i]);
}

/* Calls `of` with each article that is in scope, from `from` on. */
static void
choose_each(struct app *app, void (*of)(struct app *, uint32_t), uint32_t from)
{
    uint32_t n = index_narticles(app->setup.index);

    if (!app->choice.all) {
        if (app->reader.id != ID_NONE)
            of(app, app->reader.id);
    } else {
        for (; from < n; from++)
            if (index_alive(app->setup.index, from))
                of(app, from);
    }
}

static void
choose_clear(struct app *app, enum pane pane)
{
    vec_clear(&app->views[pane].ids);
    memset(app->views[pane].counts, 0, sizeof app->views[pane].counts);
    app->sweeps[pane].more = false;
}

void
choose_quotes(struct app *app)
{
    struct list_place here = choose_here(app, PANE_QUOTES);

    choose_clear(app, PANE_QUOTES);
    if (app->choice.all && app->choice.speaker != ID_NONE)
        choose_quotes_of_speaker(app);
    else if (app->choice.all && app->search)
        sweep_start(app, PANE_QUOTES);
    else
        choose_each(app, choose_quotes_of, 0);
    choose_return(app, PANE_QUOTES, here);
}

/* ---- figures ---------------------------------------------------------------------------------------- */

/* Pushes the figure if it passes the query, and its kind and unit do. */
static void
choose_push_figure(struct app *app, uint32_t id)
{
    struct view *view = &app->views[PANE_FIGURES];
    enum figure_kind kind = index_figure_kind(app->setup.index, id);
    const char *unit;

    if (app->search && !search_passes_figure(app->search, id))
        return;
    if (app->choice.unit[0] &&
        (!(unit = index_figure_unit(app->setup.index, id)) || strncmp(unit, app->choice.unit, UNIT_MAX - 1) != 0))
        return;
    view->counts[kind]++; /* of the kinds that have such a unit: the next one is never empty */
    if (app->choice.figure_kinds && !(app->choice.figure_kinds & 1u << kind))
        return;
    vec_push(&view->ids, id);
}

static void
choose_said_figures_of(struct app *app, uint32_t article)
{
    struct ids ids = {0};

    index_article_speaker_figures(app->setup.index, article, app->choice.speaker, &ids);
    for (size_t i = 0; i < ids.n; i++)
        choose_push_figure(app, ids.v[i]);
    vec_free(&ids);
}

/* By the rows of the index alone: no article is made for it, but where words are asked for. */
void
choose_figures_of(struct app *app, uint32_t article)
{
    uint32_t id, end;

    if (app->choice.speaker != ID_NONE) {
        choose_said_figures_of(app, article);
        return;
    }
    for (choose_figure_ids(app->setup.index, article, &id, &end); id < end; id++)
        if (!index_figure_repeats(app->setup.index, id))
            choose_push_figure(app, id);
}

static void
choose_figures_of_speaker(struct app *app)
{
    for (size_t i = 0; i < app->said_figures.n; i++)
        choose_push_figure(app, app->said_figures.v[i]);
}

/* Who stands at the top of a sorted list looks at what is greatest, whichever that turns out to be. */
static struct list_place
choose_figures_here(struct app *app)
{
    struct list_place here = choose_here(app, PANE_FIGURES);

    here.any &= app->choice.sort == SORT_PLACE || app->views[PANE_FIGURES].list.sel > 0;
    return here;
}

void
choose_resort(struct app *app)
{
    struct list_place here = choose_figures_here(app);

    sort_figures(app, &app->views[PANE_FIGURES].ids);
    choose_return(app, PANE_FIGURES, here);
}

/* whole: to the end, not only the first of them */
static void
choose_passing_figures(struct app *app, bool whole)
{
    if (app->choice.all && app->choice.speaker != ID_NONE)
        choose_figures_of_speaker(app);
    else if (app->choice.all && app->search)
        (whole ? sweep_all : sweep_start)(app, PANE_FIGURES);
    else
        choose_each(app, choose_figures_of, 0);
}

void
choose_units(struct app *app, struct units *units)
{
    const struct ids *ids = &app->views[PANE_FIGURES].ids;
    bool nouns = app->choice.figure_kinds == 1u << FIGURE_COUNT;
    char unit[UNIT_MAX];

    memcpy(unit, app->choice.unit, sizeof unit);
    app->choice.unit[0] = '\0';
    choose_clear(app, PANE_FIGURES);
    choose_passing_figures(app, true);
    for (size_t i = 0; i < ids->n; i++)
        units_add(units, index_figure_kind(app->setup.index, ids->v[i]), index_figure_unit(app->setup.index, ids->v[i]), nouns);
    units_sort(units);
    memcpy(app->choice.unit, unit, sizeof unit);
}

void
choose_figures(struct app *app)
{
    struct list_place here = choose_figures_here(app);

    choose_clear(app, PANE_FIGURES);
    choose_passing_figures(app, false);
    sort_figures(app, &app->views[PANE_FIGURES].ids);
    figures_measure(app);
    choose_return(app, PANE_FIGURES, here);
}

/* ---- when ------------------------------------------------------------------------------------------------ */

void
choose_all(struct app *app)
{
    sweep_query(app);
    who_choose(app);
    choose_articles(app);
    choose_quotes(app);
    choose_figures(app);
    app->seen = index_narticles(app->setup.index);
}

void
choose_opened(struct app *app)
{
    if (app->choice.all)
        return;
    choose_quotes(app);
    choose_figures(app);
}

static void
choose_append(struct app *app, enum pane pane, void (*of)(struct app *, uint32_t))
{
    struct view *view = &app->views[pane];

    choose_each(app, of, app->seen);
    view->list.n = view->ids.n;
    list_show(&view->list, app_heights(app, pane));
}

/* Nothing that is on the screen moves: what came is behind. */
static void
choose_append_all(struct app *app, bool done)
{
    bool sorted = app->choice.sort != SORT_PLACE;

    if (!app->choice.all)
        return;
    choose_append(app, PANE_QUOTES, choose_quotes_of);
    if (!sorted)
        choose_append(app, PANE_FIGURES, choose_figures_of);
    if ((sorted && (done || app->views[PANE_FIGURES].ids.n < RESORT_MAX)) || app->views[PANE_FIGURES].ids.n < 64)
        choose_figures(app);
}

void
choose_grown(struct app *app, bool done)
{
    uint32_t n = index_narticles(app->setup.index);
    struct view *list = &app->views[PANE_LIST];

    if (changes_follow(app)) {
        choose_all(app);
    } else if (app->choice.speaker != ID_NONE) {
        app->choice.speaker = index_speaker_resolve(app->setup.index, app->choice.speaker);
        if (n != app->seen)
            choose_all(app);
    } else if (app->choice.words) { /* a search over all costs: not for each article */
        if (n > app->searched + 64 + app->searched / 8 || (done && n > app->searched))
            choose_all(app);
    } else if (n != app->seen || done) {
        for (uint32_t id = app->seen; id < n; id++)
            vec_push(&list->ids, id);
        list->list.n = list->ids.n;
        list_show(&list->list, app_heights(app, PANE_LIST));
        choose_append_all(app, done);
    }
    app->seen = n;
}
