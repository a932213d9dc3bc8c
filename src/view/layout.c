/* The three layouts. The reading column is 60 to 72 wide wherever the screen allows; the list gives way first. */
#include "layout.h"

enum { TEXT_MIN = 60, TEXT_MAX = 72, GUTTERS = 4 };

static int
layout_between(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static void
layout_pane(struct layout *layout, enum pane pane, struct rect rect)
{
    bool titled = !layout->single && rect.height > 2;

    layout->shown[pane] = true;
    layout->title[pane] = titled ? (struct rect){rect.x, rect.y, rect.width, 1} : (struct rect){0};
    if (titled)
        rect.y++, rect.height--;
    layout->body[pane] = rect;
}

/* Quotes over figures, three fifths for the taller. */
static void
layout_margin(struct layout *layout, struct rect rect, enum pane margin)
{
    int upper = (rect.height - 1) * (margin == PANE_FIGURES ? 2 : 3) / 5;

    if (rect.height < 7) { /* no room for both */
        layout_pane(layout, margin, rect);
        return;
    }
    layout_pane(layout, PANE_QUOTES, (struct rect){rect.x, rect.y, rect.width, upper});
    layout->rule_across = (struct rect){rect.x, rect.y + upper, rect.width, 1};
    layout_pane(layout, PANE_FIGURES, (struct rect){rect.x, rect.y + upper + 1, rect.width, rect.height - upper - 1});
}

static void
layout_text(struct layout *layout)
{
    struct rect body = layout->body[PANE_ARTICLE];
    int spare = body.width - GUTTERS;

    if (body.width < 20) { /* every column counts */
        layout->text_x = body.x + (body.width > 6);
        layout->text_width = body.width - (body.width > 6);
        return;
    }
    layout->text_width = layout_between(spare, 1, TEXT_MAX);
    layout->text_x = body.x + 2 + (spare - layout->text_width) / 2;
}

static void
layout_wide(struct layout *layout, struct rect all, enum pane margin)
{
    int column = layout_between(TEXT_MIN + GUTTERS + (all.width - LAYOUT_WIDE) / 3, 1, TEXT_MAX + GUTTERS + 4);
    int spare = all.width - 2 - column; /* of each three columns more, the text takes one until it has all it can use */
    int list = layout_between(spare * 2 / 5, 22, 48);
    int side = layout_between(spare - list, 30, 76);
    int text = all.width - 2 - list - side;

    layout_pane(layout, PANE_LIST, (struct rect){all.x, all.y, list, all.height});
    layout_pane(layout, PANE_ARTICLE, (struct rect){all.x + list + 1, all.y, text, all.height});
    layout_margin(layout, (struct rect){all.x + list + text + 2, all.y, side, all.height}, margin);
    layout->rule_x[layout->nrules++] = all.x + list;
    layout->rule_x[layout->nrules++] = all.x + list + text + 1;
}

static void
layout_two(struct layout *layout, struct rect all, enum pane focus, enum pane margin)
{
    int side = layout_between(all.width - 1 - TEXT_MIN - GUTTERS, 26, 44);
    int text = all.width - 1 - side;

    layout_pane(layout, PANE_ARTICLE, (struct rect){all.x, all.y, text, all.height});
    if (focus == PANE_LIST) {
        layout_pane(layout, PANE_LIST, (struct rect){all.x, all.y, text, all.height});
        layout->shown[PANE_ARTICLE] = false;
    }
    layout_margin(layout, (struct rect){all.x + text + 1, all.y, side, all.height}, margin);
    layout->rule_x[layout->nrules++] = all.x + text;
}

void
layout_make(struct layout *layout, int width, int height, enum pane focus, enum pane margin, bool single)
{
    struct rect all = {0, 0, width, height};

    *layout = (struct layout){.single = single || width < LAYOUT_TWO};
    if (height >= 2) {
        layout->status = (struct rect){0, height - 1, width, 1};
        all.height--;
    }
    layout->screen = all;
    if (layout->single && height >= 5) {
        layout->tabs = (struct rect){0, 0, width, 1};
        all.y++, all.height--;
    }
    if (layout->single) {
        for (int pane = 0; pane < PANES; pane++) { /* all have their sizes; one is shown */
            layout_pane(layout, (enum pane)pane, all);
            layout->shown[pane] = pane == (int)focus;
        }
    } else if (width >= LAYOUT_WIDE) {
        layout_wide(layout, all, margin);
    } else {
        layout_two(layout, all, focus, margin);
    }
    layout_text(layout);
}
