/* The reader on the terminal. */
#ifndef LEDE_UI_H
#define LEDE_UI_H

#include "lede/import.h"
#include "lede/keys.h"
#include "lede/past.h"
#include "lede/theme.h"

struct ui_options {
    const struct import_setup *import; /* what to open; its index is filled while the reader runs */
    struct problems *problems;     /* those of the configuration; what cannot be read is added */
    const struct keymap *keymap;
    const struct theme *theme;
    struct past *past;             /* what was searched for before, to which the reader adds; NULL: nothing is kept */
    bool ascii;                    /* draw in ASCII, whatever the locale */
    /* The theme after the one shown, when the reader asks for it; valid until the next call. NULL: there is no other. */
    const struct theme *(*next_theme)(void *arg);
    void *arg;
};

/*
 * Runs the reader until it is left; returns the exit status: 0, 1 when there are problems, 128 + signal after TERM or HUP. Needs
 * a terminal on standard input and output: without, or when curses can't use it, returns 1 with a sentence in *error. Problems
 * are on the screen while it runs; afterwards they are the caller's to print.
 */
int ui_run(const struct ui_options *options, struct error *error);

#endif
