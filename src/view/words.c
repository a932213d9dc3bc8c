/* The query: what is asked of all articles, as one types. */
#include <string.h>

#include "state.h"

static void
words_set(struct app *app, const char *typed)
{
    bool any = typed[strspn(typed, " ")];

    mem_free(app->choice.words);
    app->choice.words = any ? strcpy(mem_alloc(strlen(typed) + 1), typed) : NULL;
    app->choice.all = any || app->back.v[app->back.n - 1].choice.all;
    app->asked_last = any;
}

void
words_open(struct app *app)
{
    if (app->overlay != OVERLAY_NONE)
        return;
    back_push(app, FRAME_FILTER);
    prompt_open(&app->prompt, app->choice.words ? app->choice.words : "");
    recall_open(&app->recall, app->past, PAST_QUERY);
    app->asked_last_before = app->asked_last;
    app->asking = ASK_WORDS;
    app_focus(app, PANE_LIST); /* where the effect is seen */
}

void
words_typed(struct app *app)
{
    words_set(app, prompt_text(&app->prompt));
    choose_all(app);
}

/* Nobody takes a query for what it is not: the cursor goes to what is wrong. */
static bool
words_refused(struct app *app)
{
    if (!app->choice.words || !app->wrong.sentence || app->wrong.unfinished)
        return false;
    app->asking = ASK_WORDS;
    app->prompt.at = app->wrong.offset < app->prompt.text.n ? app->wrong.offset : app->prompt.text.n;
    return true;
}

/* What is asked from now on is what was seen: a beginning gets its star, what is open is closed. */
static void
words_take(struct app *app)
{
    struct text whole = {0};

    query_complete(app->choice.words, &whole);
    while (whole.n && whole.v[whole.n - 1] == ' ')
        whole.v[--whole.n] = '\0';
    words_set(app, whole.v);
    text_free(&whole);
    if (app->choice.words)
        past_add(app->past, PAST_QUERY, app->choice.words);
    if (app->wrong.sentence)
        choose_all(app);
}

/* A query over a query is one step back; none is none. */
void
words_done(struct app *app)
{
    const struct frame *before = &app->back.v[app->back.n - 1];

    if (words_refused(app))
        return;
    if (app->choice.words)
        words_take(app);
    if (!app->choice.words && !before->choice.words)
        words_left(app);
    else if (before->choice.words && app->back.n > 1)
        back_drop(app);
    else if (app->choice.words && app->views[PANE_LIST].ids.n == 0)
        app_say(app, "nothing is found");
}

void
words_left(struct app *app)
{
    app->asked_last = app->asked_last_before;
    (void)back_pop(app);
}

const char *
words_shown(const struct app *app)
{
    if (!app->choice.words || !app->wrong.sentence)
        return app->choice.words;
    return app->applied.n ? app->applied.v : NULL;
}
