/* Actions: one table from what a key means to what is done. */
#include <stdio.h>
#include <string.h>

#include "state.h"

/* ---- moving -------------------------------------------------------------------------------- */

static void
action_step(struct app *app, long by)
{
    struct list_heights heights;
    struct list *list = app_list(app, &heights);

    if (app->overlay == OVERLAY_HELP)
        list_scroll(list, heights, by);
    else if (list)
        list_step(list, heights, by);
    else if (app->reader.article)
        reader_step(&app->reader, by);
}

static void
action_page(struct app *app, long half, long count)
{
    struct list_heights heights;
    struct list *list = app_list(app, &heights);
    int height = list ? list->height : app->reader.height;
    long lines = half == 1 || half == -1 ? height / 2 : height - 2; /* a page keeps two lines of context */

    lines = (lines < 1 ? 1 : lines) * (half < 0 ? -1 : 1) * (count > 1 ? count > 1000 ? 1000 : count : 1);
    if (app->overlay == OVERLAY_HELP)
        list_scroll(list, heights, lines);
    else if (list)
        list_page(list, heights, lines);
    else if (app->reader.article)
        reader_page(&app->reader, lines);
}

/* To the first or last line; with a count to that row, in the article to that paragraph. */
static void
action_edge(struct app *app, bool last, long count)
{
    struct list_heights heights;
    struct list *list = app_list(app, &heights);

    if (list && app->overlay == OVERLAY_HELP)
        list_scroll(list, heights, count > 0 ? count - 1 - (long)list->top : last ? (long)list->n : -(long)list->n);
    else if (list)
        list_select(list, heights, count > 0 ? (size_t)count - 1 : last ? list->n : 0);
    else if (app->reader.article && count > 0)
        reader_paragraph(&app->reader, count);
    else if (app->reader.article)
        reader_end(&app->reader, last);
}

static void
action_moved(struct app *app)
{
    if (app->overlay != OVERLAY_NONE)
        return;
    if (app->focus == PANE_ARTICLE && app->reader.article)
        reader_mark_cursor(&app->reader);
    follow_moved(app);
}

static void action_down(struct app *app, long count) { action_step(app, count ? count : 1); action_moved(app); }
static void action_up(struct app *app, long count) { action_step(app, count ? -count : -1); action_moved(app); }
static void action_half_down(struct app *app, long count) { action_page(app, 1, count); action_moved(app); }
static void action_half_up(struct app *app, long count) { action_page(app, -1, count); action_moved(app); }
static void action_page_down(struct app *app, long count) { action_page(app, 2, count); action_moved(app); }
static void action_page_up(struct app *app, long count) { action_page(app, -2, count); action_moved(app); }
static void action_top(struct app *app, long count) { action_edge(app, false, count); action_moved(app); }
static void action_bottom(struct app *app, long count) { action_edge(app, true, count); action_moved(app); }

static void
action_mark(struct app *app, bool back, long count)
{
    if (app->overlay != OVERLAY_NONE || !app->reader.article)
        return;
    if (app->focus != PANE_ARTICLE)
        app_focus(app, PANE_ARTICLE);
    for (long i = 0; i < (count ? count : 1); i++)
        if (!reader_next_mark(&app->reader, back)) {
            app_say(app, back ? "no quote or figure before this one" : "no quote or figure after this one");
            break;
        }
    follow_moved(app);
}

static void action_next_mark(struct app *app, long count) { action_mark(app, false, count); }
static void action_previous_mark(struct app *app, long count) { action_mark(app, true, count); }

/* Through the list of articles as it stands: with a query, only those that the query finds. */
static void
action_article(struct app *app, long by)
{
    struct view *view = &app->views[PANE_LIST];
    size_t at = view_find(view, app->reader.id);

    if (view->ids.n == 0 || app->overlay != OVERLAY_NONE)
        return;
    if (at == view->ids.n) { /* the open one is filtered out: from the selected one */
        at = view->list.sel;
    } else if ((by < 0 && at == 0) || (by > 0 && at + 1 == view->ids.n)) {
        app_say(app, by < 0 ? "this is the first article" : "this is the last article");
        return;
    } else if (by < 0) {
        at = (size_t)-by > at ? 0 : at - (size_t)-by;
    } else {
        at = (size_t)by > view->ids.n - 1 - at ? view->ids.n - 1 : at + (size_t)by;
    }
    list_select(&view->list, app_heights(app, PANE_LIST), at);
    app_open(app, view->ids.v[at]);
}

static void action_next_article(struct app *app, long count) { action_article(app, count ? count : 1); }
static void action_previous_article(struct app *app, long count) { action_article(app, count ? -count : -1); }

/* ---- panes ------------------------------------------------------------------------------------ */

static void
action_focus(struct app *app, enum pane pane)
{
    if (app->overlay == OVERLAY_NONE)
        app_focus(app, pane);
}

static void
action_focus_by(struct app *app, unsigned by)
{
    action_focus(app, (enum pane)((app->focus + by) % PANES));
}

static void action_focus_next(struct app *app, long count) { (void)count; action_focus_by(app, 1); }
static void action_focus_previous(struct app *app, long count) { (void)count; action_focus_by(app, PANES - 1); }
static void action_focus_list(struct app *app, long count) { (void)count; action_focus(app, PANE_LIST); }
static void action_focus_article(struct app *app, long count) { (void)count; action_focus(app, PANE_ARTICLE); }
static void action_focus_quotes(struct app *app, long count) { (void)count; action_focus(app, PANE_QUOTES); }
static void action_focus_figures(struct app *app, long count) { (void)count; action_focus(app, PANE_FIGURES); }

static void
action_zoom(struct app *app, long count)
{
    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    if (app->zoom) {
        if (app->back.n && app->back.v[app->back.n - 1].kind == FRAME_ZOOM)
            back_drop(app);
        app->zoom = false;
    } else {
        if (app->layout.single) {
            app_say(app, "the screen shows one pane already");
            return;
        }
        back_push(app, FRAME_ZOOM);
        app->zoom = true;
    }
    app_layout(app);
}

static void
action_open_article(struct app *app)
{
    uint32_t id = app_selected(app, PANE_LIST);

    if (id == ID_NONE)
        return;
    back_drop_list(app);
    back_push(app, FRAME_LIST);
    app_focus(app, PANE_ARTICLE);
    if (id != app->reader.id)
        app_open(app, id);
}

static void
action_open_place(struct app *app, enum pane pane)
{
    uint32_t id = app_selected(app, pane);
    struct place place;
    size_t at;

    if (id == ID_NONE)
        return;
    place = pane == PANE_QUOTES ? index_quote_place(app->setup.index, id) : index_figure_place(app->setup.index, id);
    back_push(app, FRAME_OPEN);
    app_focus(app, PANE_ARTICLE);
    if (place.article != app->reader.id)
        app_open(app, place.article);
    reader_goto_mark(&app->reader, (struct mark){pane == PANE_QUOTES ? MARK_QUOTE : MARK_FIGURE, place.row});
    follow_moved(app);
    at = view_find(&app->views[PANE_LIST], place.article);
    if (at < app->views[PANE_LIST].ids.n)
        list_select(&app->views[PANE_LIST].list, app_heights(app, PANE_LIST), at);
}

static void
action_open(struct app *app, long count)
{
    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    if (app->focus == PANE_LIST)
        action_open_article(app);
    else if (app->focus == PANE_ARTICLE && !places_next(app, false))
        app_say(app, "nothing to open here: choose a quote or a figure in its pane");
    else if (app->focus != PANE_ARTICLE)
        action_open_place(app, app->focus);
}

static bool
action_close(struct app *app)
{
    if (app->overlay != OVERLAY_NONE) {
        app->overlay = OVERLAY_NONE;
        app_layout(app);
        return true;
    }
    return back_pop(app);
}

/* What is on top, then the search, then the last step: a filter, a jump, a zoom. status_hints() says which is next. */
static void
action_back(struct app *app, long count)
{
    (void)count;
    if (app->overlay == OVERLAY_NONE && app->sought[0]) {
        find_clear(app);
    } else if (!action_close(app) && app->loading) {
        app->wants_stop = true;
        app_say(app, "loading stops");
    }
}

static void
action_quit(struct app *app, long count)
{
    (void)count;
    if (!action_close(app))
        app->answer |= APP_QUIT;
}

static void action_quit_now(struct app *app, long count) { (void)count; app->answer |= APP_QUIT; }
static void action_suspend(struct app *app, long count) { (void)count; app->answer |= APP_SUSPEND; }
static void action_theme(struct app *app, long count) { (void)count; app->answer |= APP_THEME; }
static void action_redraw(struct app *app, long count) { (void)count; app->answer |= APP_REPAINT; }

/* ---- filters ------------------------------------------------------------------------------------ */

/* The quote that is meant: under the cursor, selected, or the one that holds the selected figure. */
static uint32_t
action_quote(struct app *app)
{
    uint32_t id, row;

    if (app->focus == PANE_FIGURES) {
        id = app_selected(app, PANE_FIGURES);
        row = id == ID_NONE ? ROW_NONE : index_figure(app->setup.index, id)->quote;
        return row == ROW_NONE ? ID_NONE : index_quote_id(app->setup.index, index_figure_place(app->setup.index, id).article, row);
    }
    if (app->focus == PANE_ARTICLE && app->reader.article) {
        row = reader_quote_at_cursor(&app->reader);
        if (row < app->reader.extract->nquotes)
            return index_quote_id(app->setup.index, app->reader.id, row);
    }
    return app_selected(app, PANE_QUOTES);
}

static void
action_speaker(struct app *app, long count)
{
    uint32_t quote, speaker;

    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    quote = action_quote(app);
    speaker = quote == ID_NONE ? ID_NONE : index_quote_speaker(app->setup.index, quote);
    if (quote == ID_NONE)
        app_say(app, app->focus == PANE_FIGURES ? "this figure stands in nobody's quote" : "no quote is selected here");
    else if (speaker == ID_NONE)
        app_say(app, "nobody is known to have said this");
    else if (speaker == app->choice.speaker)
        app_say(app, "these are the words of %s already", app_speaker_name(app, speaker));
    else
        speakers_follow(app, speaker, quote);
}

static void action_speakers(struct app *app, long count) { (void)count; speakers_open(app); }

static void
action_scope(struct app *app, long count)
{
    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    app->choice.all = !app->choice.all;
    choose_quotes(app);
    choose_figures(app);
    if (app->reader.article && app->focus == PANE_ARTICLE)
        follow_moved(app);
}

static void action_words(struct app *app, long count) { (void)count; words_open(app); }

static void
action_figure_sort(struct app *app, long count)
{
    static const char *const names[SORTS] = {"place", "size", "kind"};

    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    app->choice.sort = (enum figure_sort)((app->choice.sort + 1) % SORTS);
    choose_figures(app);
    list_select(&app->views[PANE_FIGURES].list, app_heights(app, PANE_FIGURES), 0); /* another order is read from its top */
    if (app->focus == PANE_FIGURES)
        follow_moved(app);
    app_say(app, "figures by %s", names[app->choice.sort]);
}

/* The next kind that occurs; behind the last one, all. */
static uint32_t
action_next_kind(const struct view *view, uint32_t kinds, int n)
{
    int at = 0;

    while (kinds && !(kinds & 1u << at))
        at++;
    for (at = kinds ? at + 1 : 0; at < n; at++)
        if (view->counts[at])
            return 1u << at;
    return 0;
}

static void
action_kind(struct app *app, long count)
{
    bool figures = (app->focus == PANE_FIGURES) || (app->focus != PANE_QUOTES && app->margin == PANE_FIGURES);
    enum narrowing narrowing = figures ? NARROW_FIGURES : NARROW_QUOTES;
    struct choice *choice = &app->choice;

    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    back_narrow(app, narrowing);
    if (figures) {
        choice->figure_kinds = action_next_kind(&app->views[PANE_FIGURES], choice->figure_kinds, FIGURE_KINDS);
        choose_figures(app);
    } else {
        choice->quote_kinds = action_next_kind(&app->views[PANE_QUOTES], choice->quote_kinds, QUOTE_KINDS);
        choose_quotes(app);
    }
    back_narrowed(app, narrowing);
    if (!choice_narrows(choice, narrowing))
        app_say(app, figures ? "figures of all kinds" : "quotes of all kinds");
}

/* The units of what is listed, most frequent first; behind the last one, all. */
static void
action_unit(struct app *app, long count)
{
    struct units units = {0};
    size_t at = 0;
    char buf[DECIMAL_GROUPED_BUF];

    (void)count;
    if (app->overlay != OVERLAY_NONE)
        return;
    choose_units(app, &units);
    while (app->choice.unit[0] && at < units.v.n && strncmp(units.v.v[at].unit, app->choice.unit, UNIT_MAX - 1) != 0)
        at++;
    if (app->choice.unit[0])
        at++;
    back_narrow(app, NARROW_UNIT);
    (void)snprintf(app->choice.unit, sizeof app->choice.unit, "%s", at < units.v.n ? units.v.v[at].unit : "");
    back_narrowed(app, NARROW_UNIT);
    choose_figures(app);
    if (!app->layout.shown[PANE_FIGURES])
        app_focus(app, PANE_FIGURES);
    if (units.v.n == 0)
        app_say(app, "no figure here has a unit");
    else if (at < units.v.n)
        app_say(app, "%s: %s, unit %zu of %zu", app->choice.unit, draw_number(units.v.v[at].n, buf), at + 1, units.v.n);
    else
        app_say(app, "figures in all units");
    units_free(&units);
}

/* ---- the rest --------------------------------------------------------------------------------------- */

static void action_search(struct app *app, long count) { (void)count; find_open(app); }
static void action_search_next(struct app *app, long count) { (void)count; find_again(app, false); }
static void action_search_previous(struct app *app, long count) { (void)count; find_again(app, true); }

static void
action_furniture(struct app *app, long count)
{
    (void)count;
    reader_furniture(&app->reader, !app->reader.furniture);
    app_say(app, app->reader.furniture ? "the furniture of the page is shown" : "the furniture of the page is hidden");
}

static void action_problems(struct app *app, long count) { (void)count; problems_open(app); }
static void action_help(struct app *app, long count) { (void)count; help_open(app); }

static void (*const table[ACTIONS])(struct app *, long) = {
    [ACTION_DOWN] = action_down,
    [ACTION_UP] = action_up,
    [ACTION_HALF_DOWN] = action_half_down,
    [ACTION_HALF_UP] = action_half_up,
    [ACTION_PAGE_DOWN] = action_page_down,
    [ACTION_PAGE_UP] = action_page_up,
    [ACTION_TOP] = action_top,
    [ACTION_BOTTOM] = action_bottom,
    [ACTION_NEXT_MARK] = action_next_mark,
    [ACTION_PREVIOUS_MARK] = action_previous_mark,
    [ACTION_NEXT_ARTICLE] = action_next_article,
    [ACTION_PREVIOUS_ARTICLE] = action_previous_article,
    [ACTION_FOCUS_NEXT] = action_focus_next,
    [ACTION_FOCUS_PREVIOUS] = action_focus_previous,
    [ACTION_FOCUS_LIST] = action_focus_list,
    [ACTION_FOCUS_ARTICLE] = action_focus_article,
    [ACTION_FOCUS_QUOTES] = action_focus_quotes,
    [ACTION_FOCUS_FIGURES] = action_focus_figures,
    [ACTION_ZOOM] = action_zoom,
    [ACTION_OPEN] = action_open,
    [ACTION_BACK] = action_back,
    [ACTION_SPEAKER] = action_speaker,
    [ACTION_SPEAKERS] = action_speakers,
    [ACTION_SCOPE] = action_scope,
    [ACTION_WORDS] = action_words,
    [ACTION_FIGURE_SORT] = action_figure_sort,
    [ACTION_KIND] = action_kind,
    [ACTION_UNIT] = action_unit,
    [ACTION_SEARCH] = action_search,
    [ACTION_SEARCH_NEXT] = action_search_next,
    [ACTION_SEARCH_PREVIOUS] = action_search_previous,
    [ACTION_FURNITURE] = action_furniture,
    [ACTION_PROBLEMS] = action_problems,
    [ACTION_HELP] = action_help,
    [ACTION_THEME] = action_theme,
    [ACTION_REDRAW] = action_redraw,
    [ACTION_SUSPEND] = action_suspend,
    [ACTION_QUIT] = action_quit,
    [ACTION_QUIT_NOW] = action_quit_now,
};

void
actions_run(struct app *app, enum action action, long count)
{
    if (table[action])
        table[action](app, count);
}
