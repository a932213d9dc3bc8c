/* Which pane stands where, by the width of the screen. */
#ifndef LEDE_VIEW_LAYOUT_H
#define LEDE_VIEW_LAYOUT_H

#include "lede/canvas.h"

enum pane { PANE_LIST, PANE_ARTICLE, PANE_QUOTES, PANE_FIGURES, PANES };
enum { LAYOUT_WIDE = 120, LAYOUT_TWO = 72 };

struct layout {
    struct rect title[PANES];  /* one line each; empty when there is no room or the pane is not shown */
    struct rect body[PANES];
    bool shown[PANES];
    struct rect tabs;          /* one pane at a time: the line that names them all */
    struct rect screen;        /* all but the status line: for overlays */
    struct rect status;
    int rule_x[2], nrules;     /* upright rules */
    struct rect rule_across;   /* between quotes and figures */
    int text_x, text_width;    /* the reading column */
    bool single;
};

/* margin: which of quotes and figures is the taller. single: one pane at a time whatever the width. */
void layout_make(struct layout *layout, int width, int height, enum pane focus, enum pane margin, bool single);

#endif
