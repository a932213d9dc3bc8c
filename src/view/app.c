/* The reader as a whole: its size, its keys, what follows what. */
#include <stdio.h>
#include <string.h>

#include "lede/utf.h"
#include "state.h"

enum { COUNT_MAX = 1000000, PAST_MOST = 100 };

struct app *
app_new(const struct app_setup *setup)
{
    struct app *app = mem_zero(1, sizeof *app);

    app->setup = *setup;
    app->own_past = setup->past ? NULL : past_new(PAST_MOST);
    app->past = setup->past ? setup->past : app->own_past;
    app->choice.speaker = ID_NONE;
    app->focus = PANE_ARTICLE;
    app->margin = PANE_QUOTES;
    app->sought = mem_zero(1, 1);
    app->pattern = mem_zero(1, 1);
    app->loading = true;
    reader_open(&app->reader, setup->index, ID_NONE);
    app_layout(app);
    return app;
}

void
app_free(struct app *app)
{
    if (!app)
        return;
    while (app->back.n)
        back_drop(app);
    vec_free(&app->back);
    for (int i = 0; i < PANES; i++)
        vec_free(&app->views[i].ids);
    for (int i = 0; i < APP_WRAPPED; i++)
        vec_free(&app->wrapped[i].lines);
    reader_free(&app->reader);
    sweep_free(app);
    query_error_clear(&app->wrong);
    text_free(&app->applied);
    recall_free(&app->recall);
    past_free(app->own_past);
    vec_free(&app->order);
    vec_free(&app->said_quotes);
    vec_free(&app->said_figures);
    text_free(&app->who);
    text_free(&app->surname);
    text_free(&app->about);
    mem_free(app->article_counts);
    text_free(&app->scratch);
    prompt_free(&app->prompt);
    frame_free(&app->search_from);
    frame_free(&app->anchor);
    frame_free(&app->digit_from);
    vec_free(&app->speakers);
    vec_free(&app->narrowed);
    help_free(app);
    mem_free(app->choice.words);
    mem_free(app->sought);
    mem_free(app->sought_before);
    mem_free(app->pattern);
    mem_free(app);
}

void
app_say(struct app *app, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    (void)vsnprintf(app->message, sizeof app->message, fmt, args);
    va_end(args);
}

/* ---- lists and selections ---------------------------------------------------------------- */

int
one_line(const void *app, size_t i)
{
    (void)app;
    (void)i;
    return 1;
}

struct list_heights
app_heights(struct app *app, enum pane pane)
{
    static int (*const of[PANES])(const void *, size_t) = {articles_height, one_line, quotes_height, figures_height};

    return (struct list_heights){of[pane], app, pane == PANE_LIST};
}

struct list *
app_list(struct app *app, struct list_heights *heights)
{
    static int (*const of[])(const void *, size_t) = {one_line, one_line, help_height, problems_height};

    if (app->overlay != OVERLAY_NONE) {
        *heights = (struct list_heights){of[app->overlay], app, app->overlay == OVERLAY_SPEAKERS};
        return &app->overlay_list;
    }
    *heights = app_heights(app, app->focus);
    return app->focus == PANE_ARTICLE ? NULL : &app->views[app->focus].list;
}

uint32_t
app_selected(const struct app *app, enum pane pane)
{
    const struct view *view = &app->views[pane];

    return pane != PANE_ARTICLE && view->list.sel < view->ids.n ? view->ids.v[view->list.sel] : ID_NONE;
}

const char *
app_speaker_name(struct app *app, uint32_t speaker)
{
    struct speaker found;
    uint32_t at = speaker % APP_NAMES;

    if (!app->names[at].valid || app->names[at].id != speaker) {
        index_speaker_named(app->setup.index, speaker, &found);
        app->names[at].id = speaker;
        app->names[at].name = found.name;
        app->names[at].valid = true;
    }
    return app->names[at].name;
}

const char *
app_key_of(const struct app *app, enum action action, char buf[24])
{
    const char *keys = keymap_keys(app->setup.keymap, action);
    size_t n = strcspn(keys, ",");

    (void)snprintf(buf, 24, "%.*s", (int)(n < 23 ? n : 23), keys);
    return buf;
}

/* ---- what is open, what has the keys ------------------------------------------------------------ */

void
app_open(struct app *app, uint32_t article)
{
    app->told_gone = false;
    reader_open(&app->reader, app->setup.index, article);
    choose_opened(app);
    reader_mark_cursor(&app->reader);
    follow_mark(app);
}

void
app_focus(struct app *app, enum pane pane)
{
    app->focus = pane;
    follow_focus(app);
    if (pane == PANE_QUOTES || pane == PANE_FIGURES)
        app->margin = pane;
    app_layout(app);
}

/* ---- size ------------------------------------------------------------------------------------------ */

void
app_layout(struct app *app)
{
    struct layout *layout = &app->layout;

    layout_make(layout, app->width, app->height, app->focus, app->margin, app->zoom);
    app->reader.alone = layout->single;
    reader_size(&app->reader, layout->text_width, layout->body[PANE_ARTICLE].height);
    figures_measure(app);
    for (int pane = 0; pane < PANES; pane++) {
        if (pane == PANE_ARTICLE)
            continue;
        app->views[pane].list.height = layout->body[pane].height;
        list_show(&app->views[pane].list, app_heights(app, (enum pane)pane));
    }
    if (app->overlay != OVERLAY_NONE) {
        struct list_heights heights;
        struct list *list = app_list(app, &heights);

        list->height = layout->screen.height - (app->overlay == OVERLAY_SPEAKERS ? 4 : 2);
        list_show(list, heights);
    }
}

/* All resizes between two keys start from where the last key left off: what a small screen pushed away comes back. */
unsigned
app_resize(struct app *app, int width, int height)
{
    if (!app->anchored)
        app->anchor = back_frame(app, FRAME_OPEN);
    app->anchored = true;
    app->width = width > 0 ? width : 0;
    app->height = height > 0 ? height : 0;
    app_layout(app);
    back_restore_places(app, &app->anchor);
    return APP_REDRAW;
}

static void
app_weigh_anchor(struct app *app)
{
    if (app->anchored)
        frame_free(&app->anchor);
    app->anchored = false;
}

/* ---- growing ------------------------------------------------------------------------------------------- */

unsigned
app_grown(struct app *app, struct loader_progress progress, bool done)
{
    app->progress = progress;
    app->loading = !done;
    app->wants_stop = app->wants_stop && !done;
    for (int i = 0; i < APP_NAMES; i++)
        app->names[i].valid = false;
    changes_tell(app, done);
    choose_grown(app, done);
    if (app->reader.id == ID_NONE && index_narticles(app->setup.index) > 0)
        app_open(app, 0);
    if (app->overlay == OVERLAY_PROBLEMS)
        problems_open(app);
    return APP_REDRAW;
}

bool
app_wants_stop(const struct app *app)
{
    return app->wants_stop;
}

/* ---- keys -------------------------------------------------------------------------------------------------- */

static void
app_prompt_key(struct app *app, uint32_t key)
{
    enum asking asking = app->asking;
    enum prompt_answer answer;

    if (key == KEY_UP_ARROW || key == KEY_DOWN_ARROW)
        answer = recall_line(&app->recall, &app->prompt, key == KEY_UP_ARROW) ? PROMPT_CHANGED : PROMPT_NOTHING;
    else
        answer = prompt_key(&app->prompt, key);
    if (answer == PROMPT_CHANGED) {
        (asking == ASK_SEARCH ? find_typed : words_typed)(app);
    } else if (answer == PROMPT_DONE) {
        app->asking = ASK_NOTHING;
        (asking == ASK_SEARCH ? find_done : words_done)(app);
    } else if (answer == PROMPT_LEFT) {
        app->asking = ASK_NOTHING;
        (asking == ASK_SEARCH ? find_left : words_left)(app);
    }
    if (answer != PROMPT_NOTHING && answer != PROMPT_UNUSED)
        app->answer |= APP_REDRAW;
}

static bool
app_is_pane(enum action action)
{
    return action >= ACTION_FOCUS_LIST && action <= ACTION_FOCUS_FIGURES;
}

/* The panes were not meant: whatever the focus changed is as it was before the first digit. */
static void
app_take_panes_back(struct app *app)
{
    if (app->count_of_panes && app->overlay == OVERLAY_NONE)
        back_restore(app, &app->digit_from);
    app->count_of_panes = false;
}

static void
app_end_count(struct app *app)
{
    if (app->counting)
        app->answer |= APP_REDRAW;
    app->count = 0;
    app->counting = app->count_of_panes = false;
}

/*
 * Digits before a key count. A digit that focuses a pane (1 to 4) acts at once, and so does the next: whoever goes from pane to
 * pane waits for nothing. If another key follows soon, it was a count (12j, 10j), and the panes are taken back. 0 begins a count
 * of one digit (03j).
 */
static bool
app_counted(struct app *app, uint32_t key)
{
    enum action action;
    bool more = false;
    uint32_t first = app->digit;

    app->digit = 0;
    if (key < '0' || key > '9')
        return false;
    action = keymap_find(app->setup.keymap, KEY_NONE, key, &more);
    if (!app->counting && !first && (action != ACTION_NONE || more)) {
        if (!app_is_pane(action))
            return false;
        app->digit = key;
        frame_free(&app->digit_from);
        app->digit_from = back_frame(app, FRAME_OPEN);
        return false;
    }
    if (first) {
        app->count = (long)(first - '0');
        app->count_of_panes = true;
    }
    app->counting = true;
    app->count = app->count * 10 + (long)(key - '0');
    if (app->count > COUNT_MAX)
        app->count = COUNT_MAX;
    if (app->count_of_panes && app_is_pane(action))
        actions_run(app, action, 0);
    else
        app_take_panes_back(app);
    return true;
}

/* Who comes from another reader tries its keys. */
static void
app_say_unbound(struct app *app, uint32_t key)
{
    char utf[5] = "", help[24];

    if (key <= ' ' || key >= KEY_NAMED || utf_is_hidden(key) || !app_key_of(app, ACTION_HELP, help)[0])
        return;
    (void)utf_encode(key, utf);
    app_say(app, "%s does nothing; %s shows the keys", utf, help);
    app->answer |= APP_REDRAW;
}

static void
app_map_key(struct app *app, uint32_t key)
{
    enum action action;
    bool more = false;
    long count;

    if (app->pending == KEY_NONE && app_counted(app, key)) {
        app->answer |= APP_REDRAW;
        return;
    }
    app_take_panes_back(app);
    count = app->count;
    action = keymap_find(app->setup.keymap, app->pending, key, &more);
    if (action == ACTION_NONE && !more && app->pending != KEY_NONE) /* no such sequence: the key for itself */
        action = keymap_find(app->setup.keymap, KEY_NONE, key, &more);
    app->pending = more ? key : KEY_NONE;
    if (more)
        return;
    if (app->counting && action == ACTION_BACK) {
        app_end_count(app);
        return;
    }
    app_end_count(app);
    if (action == ACTION_NONE) {
        app_say_unbound(app, key);
        return;
    }
    app->answer |= APP_REDRAW;
    actions_run(app, action, count);
}

unsigned
app_key(struct app *app, uint32_t key)
{
    app_weigh_anchor(app);
    app->answer = app->message[0] ? APP_REDRAW : 0;
    app->message[0] = '\0';
    if (app->asking != ASK_NOTHING)
        app_prompt_key(app, key);
    else if (app->overlay == OVERLAY_SPEAKERS)
        speakers_key(app, key);
    else
        app_map_key(app, key);
    return app->answer;
}

bool
app_waits(const struct app *app)
{
    return app->counting && app->count_of_panes;
}

unsigned
app_paused(struct app *app)
{
    app->answer = 0;
    app->digit = 0;
    app->pending = KEY_NONE;
    if (app_waits(app))
        app_end_count(app);
    return app->answer;
}

unsigned
app_theme(struct app *app, const struct theme *theme)
{
    app->setup.theme = theme;
    app_say(app, "theme %s", theme->name);
    return APP_REDRAW;
}

unsigned
app_paste(struct app *app, const char *text, size_t len)
{
    if (app->asking == ASK_NOTHING && app->overlay != OVERLAY_SPEAKERS)
        return 0;
    app_weigh_anchor(app);
    (void)prompt_paste(&app->prompt, text, len);
    if (app->asking == ASK_SEARCH)
        find_typed(app);
    else if (app->asking == ASK_WORDS)
        words_typed(app);
    else
        speakers_typed(app);
    return APP_REDRAW;
}

/* ---- drawing --------------------------------------------------------------------------------------------------- */

static void
app_draw_panes(struct app *app, struct canvas *canvas)
{
    static void (*const draw[PANES])(struct app *, struct canvas *) = {articles_draw, article_draw, quotes_draw, figures_draw};

    draw_rules(app, canvas);
    titles_draw(app, canvas);
    for (int pane = 0; pane < PANES; pane++)
        if (app->layout.shown[pane])
            draw[pane](app, canvas);
}

void
app_draw(struct app *app, struct canvas *canvas)
{
    static void (*const overlays[])(struct app *, struct canvas *) = {app_draw_panes, speakers_draw, help_draw, problems_draw};

    canvas_clear(canvas);
    canvas->ascii = app->setup.ascii;
    if (app->width != canvas->width || app->height != canvas->height)
        return;
    overlays[app->overlay](app, canvas);
    status_draw(app, canvas);
}
