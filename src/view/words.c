/* Only articles with these words, as one types. */
#include <string.h>

#include "state.h"

static void
words_set(struct app *app, const char *typed)
{
    mem_free(app->choice.words);
    app->choice.words = typed[strspn(typed, " ")] ? strcpy(mem_alloc(strlen(typed) + 1), typed) : NULL;
}

void
words_open(struct app *app)
{
    if (app->overlay != OVERLAY_NONE)
        return;
    back_push(app, FRAME_FILTER);
    prompt_open(&app->prompt, app->choice.words ? app->choice.words : "");
    app->asking = ASK_WORDS;
    app_focus(app, PANE_LIST); /* where the effect is seen */
}

void
words_typed(struct app *app)
{
    words_set(app, prompt_text(&app->prompt));
    choose_all(app);
}

/* Words over words are one step back; no words are none. */
void
words_done(struct app *app)
{
    const struct frame *before = &app->back.v[app->back.n - 1];

    if (!app->choice.words && !before->choice.words)
        words_left(app);
    else if (before->choice.words && app->back.n > 1)
        back_drop(app);
    else if (app->choice.words && app->views[PANE_LIST].ids.n == 0)
        app_say(app, "no article has these words");
}

void
words_left(struct app *app)
{
    (void)back_pop(app);
}
