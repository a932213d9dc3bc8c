/* The list of speakers: narrows as one types; the one chosen is the filter. */
#include <stdio.h>
#include <string.h>

#include "lede/utf.h"
#include "state.h"

/* Which rows match what is typed. When it only grew, only rows that matched before are asked. */
static void
speakers_narrow(struct app *app, bool longer)
{
    struct text folded = {0};
    size_t n = longer ? app->narrowed.n : app->speakers.n, kept = 0;

    utf_fold(&folded, prompt_text(&app->prompt), strlen(prompt_text(&app->prompt)));
    for (size_t i = 0; i < n; i++) {
        uint32_t row = longer ? app->narrowed.v[i] : (uint32_t)i;

        if (folded.n && !index_speaker_matches(app->setup.index, app->speakers.v[row].id, folded.v, false))
            continue;
        if (kept == app->narrowed.n)
            vec_push(&app->narrowed, row);
        else
            app->narrowed.v[kept] = row;
        kept++;
    }
    app->narrowed.n = kept;
    text_free(&folded);
    app->overlay_list.n = kept;
    app->overlay_list.sel = app->overlay_list.top = 0;
    app->overlay_list.skip = 0;
    list_show(&app->overlay_list, (struct list_heights){one_line, app, true});
}

void
speakers_open(struct app *app)
{
    struct ids ids = {0};

    if (app->overlay != OVERLAY_NONE)
        return;
    index_speakers_list(app->setup.index, "", &ids);
    vec_clear(&app->speakers);
    for (size_t i = 0; i < ids.n; i++)
        vec_push(&app->speakers, ((struct speaker_row){.id = ids.v[i]}));
    vec_free(&ids);
    vec_clear(&app->narrowed);
    prompt_open(&app->prompt, "");
    app->overlay = OVERLAY_SPEAKERS;
    app->overlay_list = (struct list){0};
    speakers_narrow(app, false);
    app_layout(app);
}

void
speakers_typed(struct app *app)
{
    speakers_narrow(app, false);
}

/* The filter is set over all sources. Who chooses somebody while reading an article means what they say in it, first of all. */
void
speakers_follow(struct app *app, uint32_t speaker, uint32_t quote)
{
    back_push(app, FRAME_FILTER);
    app->choice.speaker = speaker;
    app->choice.all = true;
    app->choice.quote_kinds = app->choice.figure_kinds = 0;
    app->choice.unit[0] = '\0';
    if (app->focus == PANE_ARTICLE && app->reader.article)
        follow_mark(app);
    choose_all(app);
    follow_speaker(app, quote);
    if (app->focus != PANE_FIGURES)
        app_focus(app, PANE_QUOTES);
}

static void
speakers_close(struct app *app)
{
    app->overlay = OVERLAY_NONE;
    app_layout(app);
}

static void
speakers_choose(struct app *app)
{
    size_t i = app->overlay_list.sel;
    uint32_t id;

    if (i >= app->narrowed.n) {
        app_say(app, "nobody of that name is quoted");
        return;
    }
    id = index_speaker_resolve(app->setup.index, app->speakers.v[app->narrowed.v[i]].id);
    speakers_close(app);
    if (id != app->choice.speaker) {
        speakers_follow(app, id, ID_NONE);
        app_focus(app, PANE_QUOTES);
    }
}

/* Keys that move; letters are typed. */
static bool
speakers_move(struct app *app, uint32_t key)
{
    struct list_heights heights = {one_line, app, true};
    struct list *list = &app->overlay_list;

    if (key == KEY_DOWN_ARROW || key == KEY_TAB || key == (KEY_CTRL | 'n'))
        list_step(list, heights, 1);
    else if (key == KEY_UP_ARROW || key == KEY_SHIFT_TAB || key == (KEY_CTRL | 'p'))
        list_step(list, heights, -1);
    else if (key == KEY_PAGE_DOWN)
        list_page(list, heights, list->height - 2);
    else if (key == KEY_PAGE_UP)
        list_page(list, heights, 2 - list->height);
    else
        return false;
    return true;
}

void
speakers_key(struct app *app, uint32_t key)
{
    size_t before = app->prompt.text.n;
    enum prompt_answer answer;

    app->answer |= APP_REDRAW;
    if (key == (KEY_CTRL | 'l')) {
        app->answer |= APP_REPAINT;
        return;
    }
    if (key == (KEY_CTRL | 'z')) {
        app->answer |= APP_SUSPEND;
        return;
    }
    if (speakers_move(app, key))
        return;
    answer = prompt_key(&app->prompt, key);
    if (answer == PROMPT_CHANGED)
        speakers_narrow(app, app->prompt.text.n > before && app->prompt.at == app->prompt.text.n);
    else if (answer == PROMPT_DONE)
        speakers_choose(app);
    else if (answer == PROMPT_LEFT)
        speakers_close(app);
}

/* ---- drawing ------------------------------------------------------------------------------------ */

/* Counting goes over all quotes of a speaker: only for lines that are seen, once. */
static const struct speaker_row *
speakers_row(struct app *app, size_t i)
{
    struct speaker_row *row = &app->speakers.v[app->narrowed.v[i]];
    struct speaker speaker;

    if (!row->counted) {
        index_speaker(app->setup.index, row->id, &speaker);
        row->nquotes = speaker.nquotes;
        row->nsources = speaker.noutlets;
        row->counted = true;
    }
    return row;
}

static void
speakers_item(struct app *app, struct canvas *canvas, struct rect row, size_t i)
{
    const struct speaker_row *counts = speakers_row(app, i);
    struct speaker speaker;
    struct text about = {0};
    char numbers[2 * DECIMAL_GROUPED_BUF + 32], n1[DECIMAL_GROUPED_BUF], n2[DECIMAL_GROUPED_BUF];
    int n = snprintf(numbers, sizeof numbers, "%s %s in %s %s", draw_number(counts->nquotes, n1),
                     counts->nquotes == 1 ? "quote" : "quotes", draw_number(counts->nsources, n2),
                     counts->nsources == 1 ? "source" : "sources");
    int x = row.x + 2, end = row.x + row.width - n - 2;

    index_speaker_named(app->setup.index, counts->id, &speaker);
    if (end - x < 8) { /* the name before the counts */
        end = row.x + row.width - 1;
    } else {
        canvas_put(canvas, end + 1, row.y, n, ROLE_DIM, slice_str(numbers));
    }
    x += canvas_put_cut(canvas, x, row.y, end - x, ROLE_SPEAKER, slice_str(speaker.name), canvas->ascii) + 2;
    if (speaker.role)
        text_puts(&about, speaker.role);
    if (speaker.naffiliations)
        text_printf(&about, "%s%s", about.n ? ", " : "", speaker.affiliations[0]);
    if (about.n && end - x > 8)
        canvas_put_cut(canvas, x, row.y, end - x - 1, ROLE_DIM, slice_of(about.v, about.n), canvas->ascii);
    text_free(&about);
    if (i == app->overlay_list.sel) {
        canvas_put(canvas, row.x, row.y, 1, ROLE_BAR, slice_str("▌"));
        canvas_flag(canvas, row, CELL_SELECTED);
    }
}

void
speakers_draw(struct app *app, struct canvas *canvas)
{
    struct rect screen = app->layout.screen, row = {screen.x, screen.y, screen.width < 84 ? screen.width : 84, 1};
    struct list_heights heights = {one_line, app, true};
    char n1[DECIMAL_GROUPED_BUF], n2[DECIMAL_GROUPED_BUF];
    struct text title = {0};
    struct list_row at;
    int width;

    text_printf(&title, "%s of %s", draw_number(app->narrowed.n, n1), draw_number(app->speakers.n, n2));
    width = canvas_put_cut(canvas, row.x + 2, row.y, row.width - 2, ROLE_PANE_TITLE_FOCUS, slice_str("Speakers"), canvas->ascii);
    canvas_put_cut(canvas, row.x + width + 4, row.y, row.width - width - 4, ROLE_DIM, slice_of(title.v, title.n), canvas->ascii);
    text_free(&title);
    if (list_first(&app->overlay_list, heights, &at)) {
        do
            speakers_item(app, canvas, (struct rect){row.x, row.y + 3 + at.y, row.width, 1}, at.i);
        while (list_next(&app->overlay_list, heights, &at));
    } else if (screen.height > 4) {
        canvas_put_cut(canvas, row.x + 2, row.y + 3, row.width - 2, ROLE_DIM,
                       slice_str(app->speakers.n ? "Nobody of that name is quoted." : "Nobody is quoted here."), canvas->ascii);
    }
    if (screen.height > 1)
        prompt_draw(&app->prompt, canvas, (struct rect){row.x + 2, row.y + 1, row.width - 2, 1}, "name: ", NULL);
}
