/* A scrolling list: rows of differing height, one of them selected. */
#ifndef LEDE_VIEW_LIST_H
#define LEDE_VIEW_LIST_H

#include "lede/base.h"

/* What a list asks of its pane: how many lines item i takes. Only items near the view are asked for. */
struct list_heights {
    int (*of)(const void *pane, size_t i);
    const void *pane;
    bool even;       /* one height for all: see list_step() */
};

/* A value. top and sel are items; skip lines of the top item are above the view. */
struct list {
    size_t n, sel, top;
    int skip;
    int height;      /* lines of the view */
};

/* After every change of n, sel, height or of what items take: sel is inside, and in view with two lines of context. */
void list_show(struct list *list, struct list_heights heights);
/* Moves the selection by items; a selected item taller than the view scrolls first, so that all of it can be read. Even items
   are scrolled by half the view at once: a step that scrolls repaints the pane, so it shall be a rare one. */
void list_step(struct list *list, struct list_heights heights, long by);
/* Moves the selection by about so many lines, the view along. */
void list_page(struct list *list, struct list_heights heights, long lines);
/* Selects item i; if it was out of view, a third down the view. */
void list_select(struct list *list, struct list_heights heights, size_t i);
/* The line of the view on which the selected item begins; and scrolling so that it begins there, as nearly as can be. */
int list_line(const struct list *list, struct list_heights heights);
void list_keep(struct list *list, struct list_heights heights, int y);
/* Scrolls the view without a selection (help): sel follows top. */
void list_scroll(struct list *list, struct list_heights heights, long lines);

/* The items in view, from the top: item i at line y of the view (negative: begins above it), with its height. False: none more. */
struct list_row {
    size_t i;
    int y, height;
};
bool list_first(const struct list *list, struct list_heights heights, struct list_row *row);
bool list_next(const struct list *list, struct list_heights heights, struct list_row *row);

#endif
