/* The reader as a state machine: keys and loaded articles in, cells out. Without input or output of its own. */
#ifndef LEDE_APP_H
#define LEDE_APP_H

#include "lede/canvas.h"
#include "lede/index.h"
#include "lede/keys.h"
#include "lede/past.h"

struct app;

struct app_setup {
    const struct index *index;         /* grows while the app runs: see app_grown() */
    const struct problems *problems;   /* grows too */
    const struct keymap *keymap;
    const struct theme *theme;         /* for the border style alone */
    const char *opened;                /* what was opened, for empty states ("articles") */
    const struct vocabulary *words;    /* of the user's, with which the index is filled; NULL for none */
    struct past *past;                 /* what was searched for before, to which the app adds; NULL: it begins anew */
    bool ascii;                        /* the terminal's locale has no UTF-8: ASCII stand-ins for marks and rules */
};

struct app *app_new(const struct app_setup *setup); /* everything in setup must outlive it; the struct itself is copied */
void app_free(struct app *app);

enum { APP_REDRAW = 1, APP_QUIT = 2, APP_SUSPEND = 4, APP_REPAINT = 8 /* Ctrl-L: also what did not change */, APP_THEME = 16 };

/* Each returns a set of APP_*: 0 means nothing changed and nothing needs to be drawn. */
unsigned app_resize(struct app *app, int width, int height);
unsigned app_key(struct app *app, uint32_t key);
/* The reader waited: digits typed so far were meant for panes, and the first key of a sequence for nothing. */
unsigned app_paused(struct app *app);
/* Does it show something that a pause would end? Then app_paused() is to be called when there is one, not only at the next key. */
bool app_waits(const struct app *app);
unsigned app_paste(struct app *app, const char *text, size_t len); /* into a prompt; ignored elsewhere */
/* The index or the problems grew, or loading went on or ended. What the reader looks at stays where it is. */
unsigned app_grown(struct app *app, struct loader_progress progress, bool done);
/* Is Esc waiting to stop the loading? Set by the key; the loop stops the loader and calls app_grown() with done. */
bool app_wants_stop(const struct app *app);

/* Is there something to look through while no key waits? Each call of app_work() takes some milliseconds. */
bool app_has_work(const struct app *app);
unsigned app_work(struct app *app);

/* The look was changed, as APP_THEME asked: its borders count from now on, and the status line names it. */
unsigned app_theme(struct app *app, const struct theme *theme);

/* Draws the whole screen; the canvas has the size of the last app_resize(). */
void app_draw(struct app *app, struct canvas *canvas);

#endif
