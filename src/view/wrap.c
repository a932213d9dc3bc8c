/* Where a text breaks at a width. */
#include "lede/canvas.h"
#include "lede/utf.h"
#include "wrap.h"

/* The line that is being filled. */
struct wrap {
    struct lines *lines;
    struct slice s;
    size_t start;            /* of the line */
    size_t end;              /* behind its last character that is no blank */
    size_t chance;           /* the last place where it may break; start when there is none */
    size_t chance_end;       /* what `end` was there */
    int columns, end_columns, chance_columns, chance_end_columns;
    int room;
};

static void
wrap_open(struct wrap *w, size_t start, int width)
{
    w->start = w->end = w->chance = w->chance_end = start;
    w->columns = w->end_columns = w->chance_columns = w->chance_end_columns = 0;
    w->room = width;
}

static void
wrap_close(struct wrap *w, size_t end, int columns)
{
    vec_push(w->lines, ((struct line){(uint32_t)w->start, (uint32_t)end, columns}));
}

/* The line is full before the character at `at`: break at the last chance, else here. */
static void
wrap_break(struct wrap *w, size_t at, int width)
{
    int columns = w->columns, end_columns = w->end_columns;
    size_t end = w->end;

    if (w->chance > w->start) {
        size_t next = w->chance;
        int before = w->chance_columns;

        wrap_close(w, w->chance_end, w->chance_end_columns);
        wrap_open(w, next, width);
        w->columns = columns - before;
        if (end > next)
            w->end = end, w->end_columns = end_columns - before;
    } else {
        wrap_close(w, w->end, w->end_columns);
        wrap_open(w, at, width);
    }
}

static void
wrap_chance(struct wrap *w, size_t at)
{
    w->chance = at;
    w->chance_columns = w->columns;
    w->chance_end = w->end;
    w->chance_end_columns = w->end_columns;
}

/* Takes one character in; blanks never fill a line. */
static void
wrap_take(struct wrap *w, size_t at, size_t next, uint32_t cp, int width)
{
    int columns = canvas_columns_of(cp);

    if (utf_is_space(cp)) {
        if (w->end == w->start)
            wrap_open(w, next, w->room); /* blanks at the start of a line are dropped */
        else
            w->columns += columns;
        return;
    }
    if (columns && w->columns + columns > w->room && w->end > w->start)
        wrap_break(w, at, width);
    if (columns && w->columns + columns > w->room && w->end > w->start)
        wrap_break(w, at, width); /* what came over from the line before may fill this one */
    w->columns += columns;
    w->end = next;
    w->end_columns = w->columns;
}

void
wrap_lines(struct lines *lines, struct text *marks, struct slice s, int first, int width)
{
    struct wrap w = {.lines = lines, .s = s};
    bool ended = false;

    vec_clear(lines);
    if (width < 1)
        width = 1;
    if (marks->cap < s.len + 1) {
        marks->v = mem_resize(marks->v, s.len + 1, 1);
        marks->cap = s.len + 1;
    }
    utf_line_breaks(s.at, s.len, marks->v);
    wrap_open(&w, 0, width - first > 0 ? width - first : 1);
    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        size_t next = at + (size_t)utf_decode(s.at + at, s.len - at, &cp);

        ended |= marks->v[at] == '!'; /* stands at the line end itself */
        if ((marks->v[at] || ended) && w.end > w.start && !utf_is_space(cp)) {
            wrap_chance(&w, at);
            ended = false;
        }
        wrap_take(&w, at, next, cp, width);
        at = next;
    }
    if (w.end > w.start)
        wrap_close(&w, w.end, w.end_columns);
}
