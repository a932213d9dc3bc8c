/* A reader without a terminal: keys as text go in, a screen comes out. */
#ifndef LEDE_TEST_SCREEN_DRIVER_H
#define LEDE_TEST_SCREEN_DRIVER_H

#include "lede/app.h"

struct driver {
    struct index *index;
    struct problems problems;
    struct keymap *keymap;
    struct app *app;
    struct canvas *canvas;
};

/* The fixtures of tests/data/screen, all loaded. */
void driver_open(struct driver *driver, int width, int height);
/* With the articles that are in driver->index already (NULL: none). */
void driver_open_on(struct driver *driver, struct index *index, int width, int height, bool ascii);
/* Keys: characters for themselves, others by name: "jj<Enter>S<C-w>". Returns what the last one answered. */
unsigned driver_keys(struct driver *driver, const char *keys);
void driver_resize(struct driver *driver, int width, int height);
/* Draws; the text of row y without the blanks at its end (valid until the next call). */
const char *driver_row(struct driver *driver, int y);
/* Draws; does any row hold these words? */
bool driver_shows(struct driver *driver, const char *words);
/* The whole screen as canvas_print() has it; free with mem_free(). */
char *driver_print(struct driver *driver);
void driver_close(struct driver *driver);

#endif
