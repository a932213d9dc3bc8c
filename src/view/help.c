/* Help, made from the live key map; and the list of problems. */
#include <stdio.h>
#include <string.h>

#include "state.h"
#include "wrap.h"

/* What the signs mean, with the role each has. */
static const struct {
    const char *sign, *means;
    enum role role;
} signs[] = {
    {"“ ”", "what somebody said; without marks: reported speech", ROLE_QUOTE},
    {"~", "the speaker was inferred: a pronoun, or the quotes around it; before a headline: these are the first words", ROLE_DIM},
    {"?", "nobody is known to have said this", ROLE_DIM},
    {"4 “ 6 #", "four quotes and six figures; with a speaker chosen, theirs", ROLE_QUOTE},
    {"¶7", "the seventh paragraph", ROLE_DIM},
    {"×2", "the figure stands in two places of the article", ROLE_DIM},
    {"›", "the article that is open", ROLE_TITLE},
    {"▌", "what is selected", ROLE_BAR},
    {"□", "the caption of a picture", ROLE_DIM},
    {"✕", "what is filtered; Back takes it off", ROLE_STATUS_FILTER},
    {"12j 50G 03j", "a count before a key: so many times, or to that row or paragraph; 0 begins one of one digit, Back ends it", ROLE_KEY},
    {"C-c", "while something is typed, and in the list of speakers: closes that, no more", ROLE_KEY},
};

static char *
help_copy(const char *s)
{
    return s ? strcpy(mem_alloc(strlen(s) + 1), s) : NULL;
}

static void
help_add(struct app *app, const char *key, const char *does, enum role role)
{
    struct help_line *line = vec_add(&app->help);

    line->key = help_copy(key);
    line->does = help_copy(does);
    line->role = role;
}

void
help_free(struct app *app)
{
    for (size_t i = 0; i < app->help.n; i++) {
        mem_free(app->help.v[i].key);
        mem_free(app->help.v[i].does);
    }
    vec_free(&app->help);
}

static void
help_add_group(struct app *app, enum action_group group)
{
    if (app->help.n)
        help_add(app, NULL, "", ROLE_TEXT);
    help_add(app, NULL, action_group_name(group), ROLE_HEADING);
    for (int action = ACTION_NONE + 1; action < ACTIONS; action++) {
        const char *keys = keymap_keys(app->setup.keymap, (enum action)action);

        if (action_group((enum action)action) == group && keys[0])
            help_add(app, keys, action_does((enum action)action), ROLE_KEY);
    }
}

/* What can be asked of all articles. */
static void
help_add_queries(struct app *app)
{
    static const struct {
        const char *form, *means;
    } forms[] = {
        {"word", "a whole word, in any case, with or without accents; while it is typed, the beginning of one"},
        {"wor*  “two words”", "the beginning of a word; words in a row"},
        {"a b  a OR b  -a  ( )", "both; one of them; not a; also AND, NOT"},
        {"Up  Down", "while a query or search is typed: those of before"},
    };
    const char *name, *does;

    help_add(app, NULL, "", ROLE_TEXT);
    help_add(app, NULL, "Queries", ROLE_HEADING);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        help_add(app, forms[i].form, forms[i].means, ROLE_KEY);
    for (size_t i = 0; (name = query_field_name(i, &does)); i++)
        help_add(app, name, does, ROLE_KEY);
}

void
help_open(struct app *app)
{
    if (app->overlay == OVERLAY_HELP) {
        app->overlay = OVERLAY_NONE;
        app_layout(app);
        return;
    }
    help_free(app);
    for (int group = 0; group < ACTION_GROUPS; group++)
        help_add_group(app, (enum action_group)group);
    help_add_queries(app);
    help_add(app, NULL, "", ROLE_TEXT);
    help_add(app, NULL, "Signs", ROLE_HEADING);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        help_add(app, signs[i].sign, signs[i].means, signs[i].role);
    app->overlay = OVERLAY_HELP;
    app->overlay_list = (struct list){.n = app->help.n};
    app_layout(app);
}

/* ---- lines that wrap behind a column -------------------------------------------------------- */

enum { HELP_KEYS = 22, HELP_COLUMNS = 84 };

static int
help_indent(const struct app *app)
{
    return app->width >= 60 ? HELP_KEYS : app->width / 3;
}

static int
help_width(const struct app *app)
{
    int width = (app->width < HELP_COLUMNS ? app->width : HELP_COLUMNS) - help_indent(app) - 3;

    return width < 1 ? 1 : width;
}

int
help_height(const void *app, size_t i)
{
    const struct app *a = app;
    struct lines lines = {0};
    struct text marks = {0};
    int n;

    wrap_lines(&lines, &marks, slice_str(a->help.v[i].does), 0, help_width(a));
    n = (int)lines.n;
    vec_free(&lines);
    text_free(&marks);
    return n ? n : 1;
}

static void
help_draw_line(struct app *app, struct canvas *canvas, const struct help_line *line, int y, int first, int last)
{
    struct lines lines = {0};
    int x = 2 + (line->key ? help_indent(app) : 0);

    if (line->key && y >= first)
        canvas_put_cut(canvas, 2, y, help_indent(app) - 1, line->role, slice_str(line->key), canvas->ascii);
    wrap_lines(&lines, &app->scratch, slice_str(line->does), 0, help_width(app));
    for (int i = 0; i < (int)lines.n; i++)
        if (y + i >= first && y + i < last)
            canvas_put(canvas, x, y + i, app->width - x, line->key ? ROLE_TEXT : line->role,
                       slice_of(line->does + lines.v[i].start, lines.v[i].end - lines.v[i].start));
    vec_free(&lines);
}

static void
help_title(struct app *app, struct canvas *canvas, const char *title, const char *hint)
{
    struct rect screen = app->layout.screen;
    int x = 2 + canvas_put_cut(canvas, 2, screen.y, app->width - 2, ROLE_PANE_TITLE_FOCUS, slice_str(title), canvas->ascii);
    struct list_heights heights;
    const struct list *list = app_list(app, &heights);

    canvas_put_cut(canvas, x + 2, screen.y, app->width - x - 2, ROLE_DIM, slice_str(hint), canvas->ascii);
    if (list->top > 0 || list->skip > 0)
        canvas_put(canvas, 0, screen.y + 1, 2, ROLE_DIM, slice_str("…"));
}

static void
help_hint(const struct app *app, char *hint, size_t size)
{
    char back[24], down[24];

    (void)snprintf(hint, size, "%s goes on, %s closes", app_key_of(app, ACTION_DOWN, down), app_key_of(app, ACTION_BACK, back));
}

void
help_draw(struct app *app, struct canvas *canvas)
{
    struct rect screen = app->layout.screen;
    struct list_heights heights = {help_height, app, false};
    struct list_row row;
    char hint[80];

    help_hint(app, hint, sizeof hint);
    help_title(app, canvas, "Keys", hint);
    if (!list_first(&app->overlay_list, heights, &row))
        return;
    do
        help_draw_line(app, canvas, &app->help.v[row.i], screen.y + 2 + row.y, screen.y + 2, screen.y + screen.height);
    while (list_next(&app->overlay_list, heights, &row));
    canvas->cursor_x = 0;
    canvas->cursor_y = screen.y < app->height ? screen.y : -1;
}

/* ---- problems --------------------------------------------------------------------------------- */

void
problems_open(struct app *app)
{
    size_t n = app->setup.problems ? app->setup.problems->n : 0;

    if (app->overlay == OVERLAY_SPEAKERS)
        return;
    if (n == 0) {
        if (app->overlay == OVERLAY_PROBLEMS) { /* while one looked at them, they went */
            app->overlay = OVERLAY_NONE;
            app_layout(app);
        }
        app_say(app, "everything could be read");
        return;
    }
    if (app->overlay != OVERLAY_PROBLEMS)
        app->overlay_list = (struct list){0};
    app->overlay = OVERLAY_PROBLEMS;
    app->overlay_list.n = n;
    app_layout(app);
}

static void
problems_text(const struct problem *problem, struct text *out)
{
    text_printf(out, "%s%s%s", problem->where ? problem->where : "", problem->where && problem->where[0] ? ": " : "",
                problem->what ? problem->what : "");
}

static void
problems_wrap(const struct app *app, size_t i, struct text *text, struct lines *lines)
{
    struct text marks = {0};

    problems_text(&app->setup.problems->v[i], text);
    wrap_lines(lines, &marks, slice_of(text->v, text->n), 0, app->width - 4);
    text_free(&marks);
}

int
problems_height(const void *app, size_t i)
{
    struct text text = {0};
    struct lines lines = {0};
    int n;

    problems_wrap(app, i, &text, &lines);
    n = (int)lines.n;
    text_free(&text);
    vec_free(&lines);
    return n;
}

void
problems_draw(struct app *app, struct canvas *canvas)
{
    struct rect screen = app->layout.screen;
    struct list_heights heights = {problems_height, app, false};
    struct list_row row;
    char hint[80];

    help_hint(app, hint, sizeof hint);
    help_title(app, canvas, "What could not be read", hint);
    if (!list_first(&app->overlay_list, heights, &row))
        return;
    do {
        struct text text = {0};
        struct lines lines = {0};
        bool first = true;

        problems_wrap(app, row.i, &text, &lines);
        for (int i = 0; i < (int)lines.n; i++) {
            struct rect line = {0, screen.y + 2 + row.y + i, app->width, 1};

            if (row.y + i < 0 || line.y >= screen.y + screen.height)
                continue;
            canvas_put(canvas, 2, line.y, app->width - 2, ROLE_TEXT,
                       slice_of(text.v + lines.v[i].start, lines.v[i].end - lines.v[i].start));
            if (row.i != app->overlay_list.sel)
                continue;
            canvas_put(canvas, 0, line.y, 1, ROLE_BAR, slice_str("▌"));
            canvas_flag(canvas, line, CELL_SELECTED);
            if (first)
                canvas->cursor_x = 0, canvas->cursor_y = line.y;
            first = false;
        }
        text_free(&text);
        vec_free(&lines);
    } while (list_next(&app->overlay_list, heights, &row));
}
