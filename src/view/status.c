/* The titles of the panes, the tabs, and the status line: where am I, what is filtered, what is going on. */
#include <stdio.h>
#include <string.h>

#include "lede/utf.h"
#include "state.h"

static const char *const pane_names[PANES] = {"Articles", "Article", "Quotes", "Figures"};
enum { SAYS_LEAST = 16 }; /* columns of a sentence; less says nothing */
static const char gone_says[] = "file gone";
static const char *const sort_names[SORTS] = {"", "by size", "by kind"};

static enum role
titles_role(const struct app *app, enum pane pane)
{
    return app->focus == pane ? ROLE_PANE_TITLE_FOCUS : ROLE_PANE_TITLE;
}

/* "12", "200+": at least so many, as long as the query goes on */
static void
titles_number(const struct app *app, enum pane pane, struct text *out)
{
    char buf[DECIMAL_GROUPED_BUF];

    text_printf(out, "%s%s", draw_number(app->views[pane].ids.n, buf), sweep_is_on(app, pane) ? "+" : "");
}

static void
titles_counts(const struct app *app, enum pane pane, struct text *out)
{
    bool spoken = pane == PANE_QUOTES && app->choice.speaker != ID_NONE && !app->choice.quote_kinds && !app->choice.words;
    size_t sources = spoken && app->choice.all ? app->sources : 0;
    char buf[DECIMAL_GROUPED_BUF];

    titles_number(app, pane, out);
    if (pane == PANE_LIST && app->choice.words)
        text_printf(out, " of %s", draw_number(index_nalive(app->setup.index), buf));
    else if (pane != PANE_LIST && !app->choice.all)
        text_puts(out, " here");
    else if (sources)
        text_printf(out, " in %s %s", draw_number(sources, buf), sources == 1 ? "source" : "sources");
    else if (pane != PANE_LIST)
        text_puts(out, " in all");
}

static void
titles_add(struct text *out, const char *before, const char *s, const char *behind)
{
    text_printf(out, "%s%s%s%s", out->n ? "  " : "", before, s, behind);
}

/* What holds for the pane, in the hue of the filter. */
static void
titles_filter(struct app *app, enum pane pane, struct text *out)
{
    if (app->choice.speaker != ID_NONE)
        titles_add(out, "", app->surname.v, "");
    if (words_shown(app) && pane != PANE_ARTICLE)
        titles_add(out, "“", words_shown(app), "”");
    for (int kind = 0; kind < QUOTE_KINDS && pane == PANE_QUOTES; kind++)
        if (app->choice.quote_kinds & 1u << kind)
            titles_add(out, "", quote_kind_name((enum quote_kind)kind), "");
    for (int kind = 0; kind < FIGURE_KINDS && pane == PANE_FIGURES; kind++)
        if (app->choice.figure_kinds & 1u << kind)
            titles_add(out, "", figure_kind_name((enum figure_kind)kind), "");
    if (pane == PANE_FIGURES && app->choice.unit[0])
        titles_add(out, "", app->choice.unit, "");
    if (pane == PANE_FIGURES && app->choice.sort != SORT_PLACE)
        titles_add(out, "", sort_names[app->choice.sort], "");
}

static int
titles_put(struct canvas *canvas, struct rect row, int x, enum role role, const struct text *text)
{
    return canvas_put_cut(canvas, x, row.y, row.x + row.width - x, role, slice_of(text->v, text->n), canvas->ascii);
}

/* Name, counts, filter. Where there is no room for all, the counts are the bare number: a filter is never what gives way. */
static void
titles_list(struct app *app, struct canvas *canvas, enum pane pane, struct rect row)
{
    struct text counts = {0}, filter = {0};
    int x = row.x + 1, end = row.x + row.width;

    titles_counts(app, pane, &counts);
    titles_filter(app, pane, &filter);
    x += canvas_put_cut(canvas, x, row.y, row.width - 1, titles_role(app, pane), slice_str(pane_names[pane]), canvas->ascii) + 2;
    if (filter.n && x + canvas_columns(slice_of(counts.v, counts.n)) + 2 + canvas_columns(slice_of(filter.v, filter.n)) >= end) {
        counts.n = 0;
        titles_number(app, pane, &counts);
        x--;
    }
    x += titles_put(canvas, row, x, ROLE_DIM, &counts);
    if (filter.n)
        (void)titles_put(canvas, row, x + 2, ROLE_STATUS_FILTER, &filter);
    text_free(&counts);
    text_free(&filter);
}

/* At the right end; returns the column where it begins. */
static int
titles_filter_right(struct app *app, struct canvas *canvas, struct rect row)
{
    int end = row.x + row.width - 1, width;
    struct text filter = {0};

    titles_filter(app, PANE_ARTICLE, &filter);
    width = canvas_columns(slice_of(filter.v, filter.n));
    if (width > row.width / 2)
        width = row.width / 2;
    if (width)
        canvas_put_cut(canvas, end - width, row.y, width, ROLE_STATUS_FILTER, slice_of(filter.v, filter.n), canvas->ascii);
    text_free(&filter);
    return width ? end - width - 2 : end;
}

/* Over the article its source, and that there is no file of it any more; the headline too, once it is out of view. */
static void
titles_article(struct app *app, struct canvas *canvas, struct rect row)
{
    int x = app->layout.text_x, end = titles_filter_right(app, canvas, row);

    if (!app->reader.article) {
        canvas_put(canvas, x, row.y, end - x, titles_role(app, PANE_ARTICLE), slice_str("Article"));
        return;
    }
    x += canvas_put_cut(canvas, x, row.y, end - x, titles_role(app, PANE_ARTICLE), article_source(app->reader.article),
                        canvas->ascii);
    if (changes_gone(app) && end - x > 4)
        x += 2 + canvas_put_cut(canvas, x + 2, row.y, end - x - 2, ROLE_STATUS_PROBLEM, slice_str(gone_says), canvas->ascii);
    if (!reader_at_top(&app->reader) && end - x > 12)
        canvas_put_cut(canvas, x + 2, row.y, end - x - 2, ROLE_DIM, article_headline(app->reader.article, NULL), canvas->ascii);
}

static void
titles_tabs(struct app *app, struct canvas *canvas)
{
    struct rect row = app->layout.tabs;
    struct text filter = {0};
    int x = row.x + 1;

    for (int pane = 0; pane < PANES && x < row.width; pane++) {
        struct text counts = {0};

        x += canvas_put_cut(canvas, x, row.y, row.width - x, titles_role(app, (enum pane)pane), slice_str(pane_names[pane]),
                            canvas->ascii);
        if (pane != PANE_ARTICLE && row.width >= 48) {
            titles_number(app, (enum pane)pane, &counts);
            x += 1 + titles_put(canvas, row, x + 1, ROLE_DIM, &counts);
        }
        x += row.width < 36 ? 1 : 2;
        text_free(&counts);
    }
    titles_filter(app, app->focus, &filter);
    if (filter.n && x + 4 < row.width)
        (void)titles_put(canvas, row, x, ROLE_STATUS_FILTER, &filter);
    text_free(&filter);
}

void
titles_draw(struct app *app, struct canvas *canvas)
{
    if (app->layout.tabs.width > 0)
        titles_tabs(app, canvas);
    for (int pane = 0; pane < PANES; pane++) {
        struct rect row = app->layout.title[pane];

        if (!app->layout.shown[pane] || row.width <= 0)
            continue;
        if (pane == PANE_ARTICLE)
            titles_article(app, canvas, row);
        else
            titles_list(app, canvas, (enum pane)pane, row);
    }
}

/* ---- the status line ----------------------------------------------------------------------- */

/* Puts a part, two blanks behind the one before. Only the first part is cut; of the others those that fit are put. */
static void
status_put(struct canvas *canvas, struct rect row, int *x, enum role role, const char *s)
{
    int room = row.x + row.width - *x;

    if (*x <= row.x + 1 || canvas_columns(slice_str(s)) <= room)
        *x += canvas_put_cut(canvas, *x, row.y, room, role, slice_str(s), canvas->ascii) + 2;
}

/* A filter as it is put: cut where there is no room for all, but never the sign that it is one. */
static int
status_put_filter(struct canvas *canvas, struct rect row, int x, int columns, struct slice what)
{
    int used = canvas_put_cut(canvas, x, row.y, columns - 2, ROLE_STATUS_FILTER, what, canvas->ascii);

    return used + canvas_put(canvas, x + used, row.y, 2, ROLE_STATUS_FILTER, slice_str(" ✕"));
}

/* Filters share what room there is: each has a part of it, and what one before it left. */
static void
status_filter(struct app *app, struct canvas *canvas, struct rect row, int *x)
{
    struct text parts[3 + QUOTE_KINDS + FIGURE_KINDS] = {{0}};
    int n = 0, left;

    if (app->choice.speaker != ID_NONE)
        text_puts(&parts[n++], app->surname.v);
    if (words_shown(app))
        text_printf(&parts[n++], "“%s”", words_shown(app));
    for (int kind = 0; kind < QUOTE_KINDS; kind++)
        if (app->choice.quote_kinds & 1u << kind)
            text_puts(&parts[n++], quote_kind_name((enum quote_kind)kind));
    for (int kind = 0; kind < FIGURE_KINDS; kind++)
        if (app->choice.figure_kinds & 1u << kind)
            text_puts(&parts[n++], figure_kind_name((enum figure_kind)kind));
    if (app->choice.unit[0])
        text_printf(&parts[n++], "in %s", app->choice.unit);
    for (int i = 0; i < n; i++) {
        int room = row.x + row.width - *x, all = 0;

        for (left = i; left < n; left++)
            all += canvas_columns(slice_of(parts[left].v, parts[left].n)) + 4;
        if (all - 2 > room)
            room = (room - 2 * (n - i - 1)) / (n - i);
        if (room >= 4)
            *x += status_put_filter(canvas, row, *x, room, slice_of(parts[i].v, parts[i].n)) + 2;
    }
    for (int i = 0; i < n; i++)
        text_free(&parts[i]);
    if (app->choice.all)
        status_put(canvas, row, x, ROLE_STATUS, "all sources"); /* a scope, no filter */
}

/* One pane at a time has no title to say whose article this is. */
static void
status_source(const struct app *app, struct canvas *canvas, struct rect row, int *x)
{
    int room = row.x + row.width - *x;

    if (app->layout.tabs.width > 0 && app->focus == PANE_ARTICLE && app->overlay == OVERLAY_NONE && room >= 8)
        *x += canvas_put_cut(canvas, *x, row.y, room, ROLE_STATUS, article_source(app->reader.article), canvas->ascii) + 2;
}

static void
status_where(struct app *app, struct canvas *canvas, struct rect row, int *x)
{
    struct text text = {0};
    struct span here;
    uint32_t paragraph;

    if (app->zoom)
        status_put(canvas, row, x, ROLE_STATUS, "zoom");
    if (!app->reader.article)
        return;
    here = reader_cursor_span(&app->reader);
    paragraph = span_empty(here) ? 0 : reader_paragraph_at(&app->reader, here.start);
    if (paragraph)
        text_printf(&text, "¶%u of %zu", paragraph, app->reader.paras.n);
    else if (app->reader.paras.n)
        text_printf(&text, "%zu ¶", app->reader.paras.n);
    /* Zoomed is for slow lines too: a number that changes with every step would be a third of what a step sends. */
    if (!app->zoom || !text.n)
        text_printf(&text, "%s%d %%", text.n ? " · " : "", reader_percent(&app->reader));
    status_put(canvas, row, x, ROLE_STATUS, text.v);
    text_free(&text);
    status_source(app, canvas, row, x);
}

static void
status_going_on(struct app *app, struct canvas *canvas, struct rect row, int *x)
{
    char key[24], n1[DECIMAL_GROUPED_BUF], n2[DECIMAL_GROUPED_BUF];
    struct text text = {0};

    if (app->loading && app->progress.found > 0) {
        text_printf(&text, "reading %s of %s%s", draw_number(app->progress.taken, n1), draw_number(app->progress.found, n2),
                    app->progress.counting ? "+" : "");
        status_put(canvas, row, x, ROLE_STATUS, text.v);
    }
    if (app->setup.problems && app->setup.problems->n) {
        text.n = 0;
        text_printf(&text, "%s %s %s", draw_number(app->setup.problems->n, n1), app->setup.problems->n == 1 ? "problem" : "problems",
                    app_key_of(app, ACTION_PROBLEMS, key));
        status_put(canvas, row, x, ROLE_STATUS_PROBLEM, text.v);
    }
    if (app->counting) {
        text.n = 0;
        text_printf(&text, "count %ld", app->count);
        status_put(canvas, row, x, ROLE_STATUS_KEY, text.v);
    }
    text_free(&text);
}

/* Puts a key and what it does in front of column x; returns the column before them, or `from` when there is no room. */
static int
status_hint(struct canvas *canvas, int x, int y, int from, const char *key, const char *does)
{
    int columns = canvas_columns(slice_str(key)), width = columns + 1 + (int)strlen(does);

    if (x - width < from)
        return from;
    x -= width;
    canvas_put(canvas, x, y, width, ROLE_STATUS_KEY, slice_str(key));
    canvas_put(canvas, x + columns + 1, y, width, ROLE_STATUS, slice_str(does));
    return x - 2;
}

static bool
status_filtered(const struct app *app)
{
    bool narrow = false;

    for (int narrowing = NARROW_NONE; narrowing <= NARROW_UNIT; narrowing++)
        narrow |= choice_narrows(&app->choice, (enum narrowing)narrowing);
    return narrow || app->choice.words || app->choice.speaker != ID_NONE;
}

/* Esc takes off several things, one at a time: which is next. NULL where there is none to take off. */
static const char *
status_escape(const struct app *app)
{
    if (app->counting)
        return "no count";
    if (app->overlay != OVERLAY_NONE)
        return NULL;
    if (app->sought[0])
        return "search off";
    return status_filtered(app) ? back_says(app) : NULL;
}

/* The keys that matter, help the last of them, from the right; as many as there is room for behind `from`. */
static void
status_hints(struct app *app, struct canvas *canvas, struct rect row, int from)
{
    static const struct {
        enum action action;
        const char *does;
    } hints[] = {{ACTION_HELP, "help"}, {ACTION_SEARCH, "find"}, {ACTION_SCOPE, "all"}, {ACTION_SPEAKERS, "speakers"},
                 {ACTION_SPEAKER, "speaker"}};
    int x = row.x + row.width - 1;
    const char *escape = status_escape(app);

    if (app->overlay == OVERLAY_SPEAKERS) { /* any other key is typed into the name */
        x = status_hint(canvas, x, row.y, from, "Esc", "closes");
        (void)status_hint(canvas, x, row.y, from, "Enter", "only this speaker");
        return;
    }
    for (size_t i = 0; i < sizeof hints / sizeof *hints && x > from; i++) {
        char key[24];

        if (app_key_of(app, hints[i].action, key)[0])
            x = status_hint(canvas, x, row.y, from, key,
                            hints[i].action == ACTION_SCOPE && app->choice.all ? "here" : hints[i].does);
        if (hints[i].action == ACTION_HELP && escape && app_key_of(app, ACTION_BACK, key)[0])
            x = status_hint(canvas, x, row.y, from, key, escape);
    }
}

/* What can be asked, before anything was. */
static void
status_fields(struct text *out)
{
    const char *name, *does;

    for (size_t i = 0; (name = query_field_name(i, &does)); i++)
        text_printf(out, "%s%s", i ? " " : "words “phrases” ", name);
}

/* A blank ended the word, and nothing is left of what its beginning had found: the word did it, not what is typed behind it. */
static void
status_whole_word(const struct app *app, struct text *out)
{
    struct slice typed = slice_str(prompt_text(&app->prompt)), word = slice_trim(typed);
    size_t start = word.len;

    if (app->views[PANE_LIST].ids.n || sweep_is_on(app, PANE_LIST) || word.len == 0 || typed.at[typed.len - 1] != ' ')
        return;
    while (start && !strchr(" (-", word.at[start - 1]))
        start--;
    word = slice_of(word.at + start, word.len - start);
    if (word.len && !memchr(word.at, '"', word.len) && !memchr(word.at, '*', word.len) && !memchr(word.at, ':', word.len) &&
        !strchr(")<>", word.at[word.len - 1]))
        text_printf(out, "no such whole word; %.*s* finds what begins so", (int)word.len, word.at);
}

/* Behind what is typed, at the right end: how many articles, and before it, as far as there is room, what is wrong. */
static void
status_query(struct app *app, struct canvas *canvas, struct rect row)
{
    const char *label = row.width < 60 ? "find: " : "find in all: ";
    enum role role = app->wrong.sentence && !app->wrong.unfinished ? ROLE_STATUS_PROBLEM : ROLE_DIM;
    struct prompt_mark mark = {app->wrong.offset, app->wrong.offset + app->wrong.len, role};
    char n1[DECIMAL_GROUPED_BUF], n2[DECIMAL_GROUPED_BUF];
    struct text says = {0}, count = {0};
    int typed = canvas_columns(slice_str(label)) + canvas_columns(slice_str(prompt_text(&app->prompt))) + 3, room, n;

    text_printf(&count, "%s%s of %s articles", draw_number(app->views[PANE_LIST].ids.n, n1), sweep_is_on(app, PANE_LIST) ? "+" : "",
                draw_number(index_nalive(app->setup.index), n2));
    text_puts(&says, app->wrong.sentence ? app->wrong.sentence : "");
    if (!prompt_text(&app->prompt)[0])
        status_fields(&says);
    else if (!app->wrong.sentence)
        status_whole_word(app, &says);
    n = canvas_columns(slice_of(count.v, count.n));
    room = row.width - typed - n - 3;
    if (n + 24 > row.width || (says.n && room < SAYS_LEAST && app->wrong.sentence && room + n + 2 >= SAYS_LEAST))
        room += n + 2, n = 0;
    if (n)
        canvas_put(canvas, row.x + row.width - n - 1, row.y, n, ROLE_DIM, slice_of(count.v, count.n));
    row.width -= n ? n + 3 : 0;
    if (says.n && room >= SAYS_LEAST)
        canvas_put_cut(canvas, row.x + typed, row.y, room, role, slice_of(says.v, says.n), canvas->ascii);
    prompt_draw(&app->prompt, canvas, row, label, app->wrong.sentence ? &mark : NULL);
    text_free(&says);
    text_free(&count);
}

static void
status_prompt(struct app *app, struct canvas *canvas, struct rect row)
{
    char found[2 * DECIMAL_GROUPED_BUF + 16] = "";
    int n = 0;

    if (app->asking == ASK_WORDS) {
        status_query(app, canvas, row);
        return;
    }
    if (strncmp(app->message, "hit ", 4) == 0)
        (void)snprintf(found, sizeof found, "%.*s", (int)strcspn(app->message, "\xC2"), app->message); /* to the dot */
    else if (app->message[0])
        (void)snprintf(found, sizeof found, "%s", strncmp(app->message, "not found", 9) == 0 ? "not found" : "went round");
    n = (int)strlen(found);
    if (n + 24 > row.width)
        n = 0;
    if (n)
        canvas_put(canvas, row.x + row.width - n - 1, row.y, n, ROLE_DIM, slice_str(found));
    row.width -= n + (n ? 2 : 0);
    prompt_draw(&app->prompt, canvas, row, "/", NULL);
}

void
status_draw(struct app *app, struct canvas *canvas)
{
    struct rect row = app->layout.status;
    int x = row.x, least = row.width * 2 / 5;

    if (row.width <= 0)
        return;
    canvas_role(canvas, row, ROLE_STATUS);
    if (app->asking != ASK_NOTHING) {
        status_prompt(app, canvas, row);
        return;
    }
    x += row.width > 20;
    if (row.width > 30)
        row.width -= 10; /* help keeps its place */
    if (app->message[0])
        status_put(canvas, row, &x, ROLE_STATUS, app->message);
    status_filter(app, canvas, row, &x);
    if (app->layout.tabs.width > 0 && changes_gone(app))
        status_put(canvas, row, &x, ROLE_STATUS_PROBLEM, gone_says);
    if (!app->message[0])
        status_where(app, canvas, row, &x);
    status_going_on(app, canvas, row, &x);
    if (x < least) /* so that no hint comes and goes with a digit */
        x = least;
    status_hints(app, canvas, app->layout.status, x);
}
