/* The reader on the terminal. */
#ifndef LEDE_UI_H
#define LEDE_UI_H

#include "lede/index.h"

struct ui_options {
    const char *const *paths;      /* what to open */
    size_t npaths;
    struct loader_options loader;
    const char *config;            /* ini file to load in place of the usual one; NULL: the usual one */
    const char *theme;             /* NULL: the configured one, else the built-in */
};

/*
 * Runs the reader until it is left; returns the exit status: 0, 1 when something could not be read, 128 + signal after TERM or
 * HUP. Needs a terminal on standard input and output: without, or when curses can't use it, says so on standard error and
 * returns 1. Problems are on the screen while it runs, and printed to standard error afterwards.
 */
int ui_run(const struct ui_options *options);

#endif
