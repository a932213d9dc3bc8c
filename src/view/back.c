/* The way back: what was before each step deeper. */
#include <string.h>

#include "state.h"

static char *
back_copy(const char *s)
{
    return s ? strcpy(mem_alloc(strlen(s) + 1), s) : NULL;
}

struct frame
back_frame(struct app *app, enum frame_kind kind)
{
    struct frame frame = {.kind = kind, .focus = app->focus, .margin = app->margin, .zoom = app->zoom, .choice = app->choice,
                          .place = reader_here(&app->reader)};

    frame.choice.words = back_copy(app->choice.words);
    for (int pane = 0; pane < PANES; pane++) {
        struct list_place *place = &frame.lists[pane];

        place->id = app_selected(app, (enum pane)pane);
        place->any = pane != PANE_ARTICLE && place->id != ID_NONE;
        if (place->any)
            place->line = list_line(&app->views[pane].list, app_heights(app, (enum pane)pane));
    }
    return frame;
}

void
frame_free(struct frame *frame)
{
    mem_free(frame->choice.words);
    *frame = (struct frame){0};
}

void
back_push(struct app *app, enum frame_kind kind)
{
    if (app->back.n == APP_FRAMES) {
        frame_free(&app->back.v[0]);
        memmove(app->back.v, app->back.v + 1, (app->back.n - 1) * sizeof *app->back.v);
        app->back.n--;
    }
    vec_push(&app->back, back_frame(app, kind));
}

void
back_drop(struct app *app)
{
    if (app->back.n)
        frame_free(&app->back.v[--app->back.n]);
}

/* ---- filters that go round ---------------------------------------------------------------- */

bool
choice_narrows(const struct choice *choice, enum narrowing narrowing)
{
    return (narrowing == NARROW_QUOTES && choice->quote_kinds) || (narrowing == NARROW_FIGURES && choice->figure_kinds) ||
           (narrowing == NARROW_UNIT && choice->unit[0]);
}

static void
back_widen(struct choice *choice, enum narrowing narrowing)
{
    if (narrowing == NARROW_QUOTES)
        choice->quote_kinds = 0;
    else if (narrowing == NARROW_FIGURES)
        choice->figure_kinds = 0;
    else if (narrowing == NARROW_UNIT)
        choice->unit[0] = '\0';
}

void
back_narrow(struct app *app, enum narrowing narrowing)
{
    if (choice_narrows(&app->choice, narrowing))
        return;
    back_push(app, FRAME_FILTER);
    app->back.v[app->back.n - 1].narrowing = narrowing;
}

/* Where all is shown again, no step back may bring the filter back: nothing would take it off then. */
void
back_narrowed(struct app *app, enum narrowing narrowing)
{
    size_t kept = 0;

    if (choice_narrows(&app->choice, narrowing))
        return;
    for (size_t i = 0; i < app->back.n; i++) {
        struct frame *frame = &app->back.v[i];

        back_widen(&frame->choice, narrowing);
        if (frame->narrowing == narrowing)
            frame_free(frame);
        else
            app->back.v[kept++] = *frame;
    }
    app->back.n = kept;
}

/* The frame is to bring back what is chosen now, but for the filter that it was before. */
static void
back_frame_narrowed(struct app *app, struct frame *frame)
{
    char *words = back_copy(app->choice.words);

    mem_free(frame->choice.words);
    frame->choice = app->choice;
    frame->choice.words = words;
    back_widen(&frame->choice, frame->narrowing);
}

void
back_drop_list(struct app *app)
{
    while (app->focus == PANE_LIST && app->back.n && app->back.v[app->back.n - 1].kind == FRAME_LIST)
        back_drop(app);
}

bool
back_holds(const struct app *app, enum frame_kind kind)
{
    for (size_t i = 0; i < app->back.n; i++)
        if (app->back.v[i].kind == kind)
            return true;
    return false;
}

static void
back_restore_list(struct app *app, enum pane pane, const struct list_place *place)
{
    struct view *view = &app->views[pane];
    size_t i = place->any ? view_find(view, place->id) : view->ids.n;

    if (i == view->ids.n)
        return;
    view->list.sel = i;
    list_keep(&view->list, app_heights(app, pane), place->line);
}

void
back_restore_places(struct app *app, const struct frame *frame)
{
    for (int pane = 0; pane < PANES; pane++)
        back_restore_list(app, (enum pane)pane, &frame->lists[pane]);
    if (frame->place.id != ID_NONE && frame->place.id == app->reader.id)
        reader_return(&app->reader, &frame->place);
}

static bool
back_same_choice(const struct choice *a, const struct choice *b)
{
    if (!a->words != !b->words || (a->words && strcmp(a->words, b->words) != 0))
        return false;
    return a->speaker == b->speaker && a->all == b->all && a->quote_kinds == b->quote_kinds && a->figure_kinds == b->figure_kinds &&
           a->sort == b->sort && strcmp(a->unit, b->unit) == 0;
}

void
back_restore(struct app *app, struct frame *frame)
{
    bool same = back_same_choice(&app->choice, &frame->choice);

    mem_free(app->choice.words);
    app->choice = frame->choice;
    frame->choice.words = NULL;
    if (app->choice.speaker != ID_NONE) /* while loading went on, it may have turned out to be another */
        app->choice.speaker = index_speaker_resolve(app->setup.index, app->choice.speaker);
    app->focus = frame->focus;
    app->margin = frame->margin;
    app->zoom = frame->zoom;
    if (frame->place.id != ID_NONE)
        reader_return(&app->reader, &frame->place);
    if (same)
        choose_opened(app);
    else
        choose_all(app);
    app_layout(app);
    back_restore_places(app, frame);
    frame_free(frame);
}

/* A step from the list, or into the zoom, is undone alone: what was read since stays. */
static void
back_step(struct app *app, struct frame *frame)
{
    if (frame->kind == FRAME_LIST)
        app_focus(app, PANE_LIST);
    app->zoom = frame->zoom;
    frame_free(frame);
    app_layout(app);
}

/* A filter comes off where one is: an article that was opened under it stays, with its place. */
static void
back_unfilter(struct app *app, struct frame *frame)
{
    frame->place = reader_here(&app->reader);
    for (int pane = 0; pane < PANES; pane++)
        frame->lists[pane].any = false;
    back_restore(app, frame);
    follow_mark(app);
}

const char *
back_says(const struct app *app)
{
    static const char *const off[] = {NULL, "kind off", "kind off", "unit off"};
    const struct frame *frame;
    size_t n = app->back.n;

    while (app->focus == PANE_LIST && n && app->back.v[n - 1].kind == FRAME_LIST)
        n--;
    if (n == 0)
        return NULL;
    frame = &app->back.v[n - 1];
    if (frame->narrowing)
        return off[frame->narrowing];
    if (frame->kind == FRAME_ZOOM)
        return "unzoom";
    if (frame->kind == FRAME_LIST)
        return "list";
    if (frame->kind == FRAME_FILTER && app->choice.words && !frame->choice.words)
        return "query off";
    if (frame->kind == FRAME_FILTER && app->choice.speaker != ID_NONE && frame->choice.speaker == ID_NONE)
        return "speaker off";
    return "back";
}

bool
back_pop(struct app *app)
{
    struct frame frame;

    back_drop_list(app);
    if (app->back.n == 0)
        return false;
    frame = app->back.v[--app->back.n];
    if (frame.narrowing)
        back_frame_narrowed(app, &frame);
    if (frame.kind == FRAME_LIST || frame.kind == FRAME_ZOOM)
        back_step(app, &frame);
    else if (frame.kind == FRAME_FILTER && frame.place.id != app->reader.id)
        back_unfilter(app, &frame);
    else
        back_restore(app, &frame);
    return true;
}
