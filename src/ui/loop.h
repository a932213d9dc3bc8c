/* The loop between the terminal and the reader's state. */
#ifndef LEDE_UI_LOOP_H
#define LEDE_UI_LOOP_H

#include "lede/app.h"
#include "loading.h"

struct loop_setup {
    struct loading *loading;
    const struct keymap *keymap;
    const struct theme *theme;
    const char *opened;
    struct past *past;
    bool ascii;
    const struct theme *(*next_theme)(void *arg); /* see ui.h */
    void *arg;
};

/* Runs on the open terminal until the reader is left. Returns the signal that ended it, or 0. */
int loop_run(const struct loop_setup *setup);

#endif
