/* Scrolling: all steps ask for the heights of the items near the view alone, so a list may hold a million. */
#include "list.h"

enum { LIST_CONTEXT = 2 };

static int
list_height(struct list_heights heights, size_t i)
{
    int height = heights.of(heights.pane, i);

    return height > 0 ? height : 1;
}

/* Moves (*top, *skip) up by at most `lines`. */
static void
list_up(struct list_heights heights, size_t *top, int *skip, int lines)
{
    *skip -= lines;
    while (*skip < 0 && *top > 0)
        *skip += list_height(heights, --*top);
    if (*skip < 0)
        *skip = 0;
}

/* Moves (*top, *skip) down by `lines`; stays on the last line of the last item. */
static void
list_down(const struct list *list, struct list_heights heights, size_t *top, int *skip, long lines)
{
    *skip = (int)(*skip + lines);
    while (*top + 1 < list->n && *skip >= list_height(heights, *top))
        *skip -= list_height(heights, (*top)++);
    if (*top + 1 >= list->n && *skip >= list_height(heights, *top))
        *skip = list_height(heights, *top) - 1;
}

static bool
list_before(size_t top, int skip, size_t other, int other_skip)
{
    return top < other || (top == other && skip < other_skip);
}

/* The lowest top: with it the last line of the list stands at the bottom. */
static void
list_last_top(const struct list *list, struct list_heights heights, size_t *top, int *skip)
{
    *top = list->n - 1;
    *skip = list_height(heights, *top);
    list_up(heights, top, skip, list->height);
}

static void
list_clamp(struct list *list, struct list_heights heights)
{
    size_t top;
    int skip;

    if (list->sel >= list->n)
        list->sel = list->n - 1;
    if (list->top >= list->n)
        list->top = list->n - 1, list->skip = 0;
    if (list->skip >= list_height(heights, list->top))
        list->skip = list_height(heights, list->top) - 1;
    list_last_top(list, heights, &top, &skip);
    if (list_before(top, skip, list->top, list->skip))
        list->top = top, list->skip = skip;
}

/* The least and the greatest top with which the selection, with its context, is in view. */
static void
list_bounds(const struct list *list, struct list_heights heights, int context, size_t *low, int *low_skip, size_t *high,
            int *high_skip)
{
    *low = list->sel;
    *low_skip = list_height(heights, list->sel) + context;
    list_up(heights, low, low_skip, list->height);
    *high = list->sel;
    *high_skip = 0;
    list_up(heights, high, high_skip, context);
}

void
list_show(struct list *list, struct list_heights heights)
{
    int context = list->height > 3 * LIST_CONTEXT ? LIST_CONTEXT : 0;
    int tall, low_skip, high_skip;
    size_t low, high;

    if (list->n == 0) {
        list->sel = list->top = 0;
        list->skip = 0;
        return;
    }
    if (list->height <= 0) { /* a pane that is not shown keeps its selection */
        list->sel = list->sel < list->n ? list->sel : list->n - 1;
        list->top = list->sel;
        list->skip = 0;
        return;
    }
    list_clamp(list, heights);
    tall = list_height(heights, list->sel);
    if (tall + 2 * context > list->height)
        context = 0;
    list_bounds(list, heights, context, &low, &low_skip, &high, &high_skip);
    if (tall >= list->height) { /* any part of it may fill the view */
        if (list_before(list->top, list->skip, list->sel, 0))
            list->top = list->sel, list->skip = 0;
        else if (list_before(low, low_skip, list->top, list->skip))
            list->top = low, list->skip = low_skip;
        return;
    }
    if (list_before(high, high_skip, list->top, list->skip))
        list->top = high, list->skip = high_skip;
    if (list_before(list->top, list->skip, low, low_skip))
        list->top = low, list->skip = low_skip;
    list_clamp(list, heights);
}

/* Scrolls within a selected item that is taller than the view; false when there is nothing to scroll that way. */
static bool
list_step_inside(struct list *list, struct list_heights heights, long by)
{
    int tall = list->n ? list_height(heights, list->sel) : 0;

    if (tall <= list->height || list->top != list->sel || list->height <= 0)
        return false;
    if (by > 0 && list->skip + list->height < tall)
        list->skip++;
    else if (by < 0 && list->skip > 0)
        list->skip--;
    else
        return false;
    return true;
}

/* From where the list stood before the step that left it. */
static void
list_leap(struct list *list, struct list_heights heights, const struct list *before, long by)
{
    int height = list_height(heights, list->sel), lines = list->height / 2 / height * height;

    if (list->top == before->top && list->skip == before->skip)
        return;
    list->top = before->top;
    list->skip = before->skip;
    if (by < 0)
        list_up(heights, &list->top, &list->skip, lines);
    else
        list_down(list, heights, &list->top, &list->skip, lines);
    list_show(list, heights);
}

void
list_step(struct list *list, struct list_heights heights, long by)
{
    struct list before = *list;

    if (list->n == 0 || ((by == 1 || by == -1) && list_step_inside(list, heights, by)))
        return;
    if (by < 0)
        list->sel = (size_t)-by > list->sel ? 0 : list->sel - (size_t)-by;
    else
        list->sel = (size_t)by >= list->n - list->sel ? list->n - 1 : list->sel + (size_t)by;
    list_show(list, heights);
    if (heights.even && (by == 1 || by == -1))
        list_leap(list, heights, &before, by);
}

void
list_page(struct list *list, struct list_heights heights, long lines)
{
    size_t at = list->sel;
    long left = lines < 0 ? -lines : lines;

    if (list->n == 0)
        return;
    while (left > 0 && (lines < 0 ? at > 0 : at + 1 < list->n)) {
        at = lines < 0 ? at - 1 : at + 1;
        left -= list_height(heights, at);
    }
    if (lines < 0)
        list_up(heights, &list->top, &list->skip, (int)-lines);
    else
        list_down(list, heights, &list->top, &list->skip, lines);
    list->sel = at;
    list_show(list, heights);
}

void
list_select(struct list *list, struct list_heights heights, size_t i)
{
    struct list before = *list;

    if (list->n == 0)
        return;
    list->sel = i < list->n ? i : list->n - 1;
    list_show(list, heights);
    if (list->top == before.top && list->skip == before.skip)
        return;
    if (list->sel + 1 < before.top || list->sel > before.top + (size_t)list->height) {
        list->top = list->sel;
        list->skip = 0;
        list_up(heights, &list->top, &list->skip, list->height / 3);
        list_show(list, heights);
    }
}

int
list_line(const struct list *list, struct list_heights heights)
{
    int y = -list->skip;

    for (size_t i = list->top; i < list->sel && y < list->height; i++)
        y += list_height(heights, i);
    return y;
}

void
list_keep(struct list *list, struct list_heights heights, int y)
{
    if (list->n == 0)
        return;
    list->top = list->sel < list->n ? list->sel : list->n - 1;
    list->skip = y < 0 ? -y : 0; /* within an item taller than the view */
    list_up(heights, &list->top, &list->skip, y > 0 ? y : 0);
    list_show(list, heights);
}

void
list_scroll(struct list *list, struct list_heights heights, long lines)
{
    if (list->n == 0)
        return;
    if (lines < 0)
        list_up(heights, &list->top, &list->skip, lines < -1000000 ? 1000000 : (int)-lines);
    else
        list_down(list, heights, &list->top, &list->skip, lines > 1000000 ? 1000000 : lines);
    list->sel = list->top;
    list_clamp(list, heights);
    list->sel = list->top;
}

bool
list_first(const struct list *list, struct list_heights heights, struct list_row *row)
{
    if (list->n == 0 || list->height <= 0)
        return false;
    *row = (struct list_row){.i = list->top, .y = -list->skip, .height = list_height(heights, list->top)};
    return true;
}

bool
list_next(const struct list *list, struct list_heights heights, struct list_row *row)
{
    row->y += row->height;
    if (++row->i >= list->n || row->y >= list->height)
        return false;
    row->height = list_height(heights, row->i);
    return true;
}
