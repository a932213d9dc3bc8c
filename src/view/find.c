/* Search in the pane that has the keys: as one types, from where one was; n and N go on. */
#include <stdio.h>
#include <string.h>

#include "lede/utf.h"
#include "state.h"

/* Hits are counted where that takes no time that is felt: so many of them, in so much text, so many rows. */
enum { FIND_HITS = 999, FIND_BYTES = 1 << 20, FIND_ROWS = 20000 };

/* Which hit of how many; at 0: not known. */
struct tally {
    unsigned at, of;
};

static char *
find_fold(const char *typed)
{
    struct text folded = {0};

    utf_fold(&folded, typed, strlen(typed));
    return folded.v;
}

/* "hit 3 of 12", "hit 3 of 999+"; where the search came round, that too. */
static void
find_say(struct app *app, struct tally tally, const char *round)
{
    char hit[48] = "";

    if (tally.at)
        (void)snprintf(hit, sizeof hit, "hit %u of %u%s", tally.at, tally.of > FIND_HITS ? FIND_HITS : tally.of,
                       tally.of > FIND_HITS ? "+" : "");
    app_say(app, "%s%s%s%s", hit, hit[0] && round ? " · " : "", round ? "search went on from " : "", round ? round : "");
}

/* ---- what is sought ----------------------------------------------------------------------- */

/* The query, when it came last and has words; else the search in the pane. */
static struct lit
find_sought(const struct app *app)
{
    bool query = app->asked_last && app->query && query_has_words(app->query);

    return (struct lit){query ? "" : app->pattern, query ? app->query : NULL};
}

static bool
find_is_sought(const struct app *app)
{
    struct lit lit = find_sought(app);

    return lit_is(&lit);
}

bool
lit_is(const struct lit *lit)
{
    return lit->query || lit->pattern[0];
}

bool
lit_find(const struct lit *lit, const char *s, size_t len, size_t from, struct span *hit)
{
    return lit->query ? query_find(lit->query, s, len, from, hit) : utf_find(s, len, from, lit->pattern, hit);
}

/* ---- in the article ----------------------------------------------------------------------- */

/* The first hit in the shown blocks from offset on. */
static bool
find_forward(const struct app *app, uint32_t from, struct span *hit)
{
    const struct reader *reader = &app->reader;
    const struct lit lit = find_sought(app);
    const struct article *article = reader->article;

    for (size_t i = 0; i < article->nblocks; i++) {
        struct span words = article->blocks[i].words;
        uint32_t at = from > words.start ? from - words.start : 0;

        if (words.end <= from || !reader_block_shown(reader, i))
            continue;
        if (lit_find(&lit, article->text + words.start, span_len(words), at, hit)) {
            hit->start += words.start;
            hit->end += words.start;
            return true;
        }
    }
    return false;
}

/* The last hit in the shown blocks that starts before offset. */
static bool
find_backward(const struct app *app, uint32_t before, struct span *hit)
{
    const struct reader *reader = &app->reader;
    const struct lit lit = find_sought(app);
    const struct article *article = reader->article;
    bool found = false;

    for (size_t i = article->nblocks; i-- > 0 && !found;) {
        struct span words = article->blocks[i].words, next;

        if (words.start >= before || !reader_block_shown(reader, i))
            continue;
        for (size_t at = 0; lit_find(&lit, article->text + words.start, span_len(words), at, &next); at = next.end) {
            if (words.start + next.start >= before)
                break;
            *hit = (struct span){words.start + next.start, words.start + next.end};
            found = true;
        }
    }
    return found;
}

static struct tally
find_tally_article(const struct app *app)
{
    const struct article *article = app->reader.article;
    const struct lit lit = find_sought(app);
    struct tally tally = {0, 0};

    if (article->len > FIND_BYTES)
        return tally;
    for (size_t i = 0; i < article->nblocks && tally.of <= FIND_HITS; i++) {
        struct span words = article->blocks[i].words, hit;

        if (!reader_block_shown(&app->reader, i))
            continue;
        for (size_t at = 0; tally.of <= FIND_HITS && lit_find(&lit, article->text + words.start, span_len(words), at, &hit);
             at = hit.end) {
            tally.of++;
            if (words.start + hit.start == app->hit.start)
                tally.at = tally.of;
        }
    }
    return tally;
}

/* From the cursor's hit on; `next` means behind it. False when there is none anywhere. */
static bool
find_in_article(struct app *app, bool back, bool next)
{
    struct span here = app->hit, hit = {0};
    struct span line = reader_cursor_span(&app->reader);
    bool wrapped = false;

    if (!app->reader.article)
        return false;
    if (here.end <= line.start || here.start >= line.end + 1 || span_empty(here))
        here = (struct span){line.start, line.start};
    if (back ? !find_backward(app, here.start, &hit) : !find_forward(app, next ? here.end : here.start, &hit)) {
        wrapped = true;
        if (back ? !find_backward(app, UINT32_MAX, &hit) : !find_forward(app, 0, &hit))
            return false;
    }
    app->hit = hit;
    reader_goto(&app->reader, hit.start);
    reader_mark_cursor(&app->reader);
    find_say(app, find_tally_article(app), wrapped ? back ? "the end" : "the top" : NULL);
    return true;
}

/* ---- in lists ------------------------------------------------------------------------------- */

static bool
find_slice(const struct app *app, struct slice s)
{
    struct span hit;

    return s.len > 0 && utf_find(s.at, s.len, 0, app->pattern, &hit);
}

static bool
find_in_quote(struct app *app, uint32_t id)
{
    struct place place = index_quote_place(app->setup.index, id);
    const struct article *article = index_article(app->setup.index, place.article);
    uint32_t speaker = index_quote_speaker(app->setup.index, id);

    return find_slice(app, article_slice(article, index_quote(app->setup.index, id)->span)) ||
           (speaker != ID_NONE && find_slice(app, slice_str(app_speaker_name(app, speaker))));
}

/* What the query left in a list is a hit, wherever its words stand. */
static bool
find_matches(struct app *app, enum pane pane, uint32_t id)
{
    const struct article *article;
    const struct figure *figure;

    if (find_sought(app).query)
        return true;
    if (pane == PANE_QUOTES)
        return find_in_quote(app, id);
    if (pane == PANE_LIST) {
        article = index_article(app->setup.index, id);
        return find_slice(app, article_headline(article, NULL)) || find_slice(app, article_source(article));
    }
    article = index_article(app->setup.index, index_figure_place(app->setup.index, id).article);
    figure = index_figure(app->setup.index, id);
    return find_slice(app, article_slice(article, figure->span)) || find_slice(app, article_slice(article, figure->of));
}

static struct tally
find_tally_list(struct app *app)
{
    const struct view *view = &app->views[app->focus];
    struct tally tally = {0, 0};

    if (view->ids.n > FIND_ROWS)
        return tally;
    for (size_t i = 0; i < view->ids.n && tally.of <= FIND_HITS; i++) {
        if (!find_matches(app, app->focus, view->ids.v[i]))
            continue;
        tally.of++;
        if (i == view->list.sel)
            tally.at = tally.of;
    }
    return tally;
}

static bool
find_in_list(struct app *app, bool back, bool next)
{
    struct view *view = &app->views[app->focus];
    size_t n = view->ids.n, at = view->list.sel;

    for (size_t i = next ? 1 : 0; i < n + (next ? 1 : 0); i++) {
        size_t item = back ? (at + n - i % n) % n : (at + i) % n;

        if (!find_matches(app, app->focus, view->ids.v[item]))
            continue;
        list_select(&view->list, app_heights(app, app->focus), item);
        find_say(app, find_tally_list(app), !next || (back ? item < at : item > at) ? NULL : back ? "the end" : "the top");
        return true;
    }
    return false;
}

static bool
find_run(struct app *app, bool back, bool next)
{
    bool found;

    if (!find_is_sought(app))
        return true;
    found = app->focus == PANE_ARTICLE ? find_in_article(app, back, next) : find_in_list(app, back, next);
    if (found)
        follow_moved(app);
    else
        app_say(app, "not found: %s", find_sought(app).query ? app->choice.words : app->sought);
    return found;
}

/* ---- the prompt ------------------------------------------------------------------------------- */

static char *
find_copy(const char *s)
{
    return strcpy(mem_alloc(strlen(s) + 1), s);
}

static void
find_set(struct app *app, const char *typed)
{
    mem_free(app->sought);
    mem_free(app->pattern);
    app->sought = find_copy(typed);
    app->pattern = find_fold(typed);
    app->hit = (struct span){0, 0};
}

struct lit
find_lit(const struct app *app)
{
    return find_sought(app);
}

/* Where there is a query, n goes through its words again. */
void
find_clear(struct app *app)
{
    find_set(app, "");
    app->asked_last = app->choice.words != NULL;
}

void
find_open(struct app *app)
{
    if (app->overlay != OVERLAY_NONE)
        return;
    frame_free(&app->search_from);
    app->search_from = back_frame(app, FRAME_OPEN);
    mem_free(app->sought_before);
    app->sought_before = find_copy(app->sought);
    app->asked_last_before = app->asked_last;
    app->hit_before = app->hit;
    prompt_open(&app->prompt, "");
    recall_open(&app->recall, app->past, PAST_SEARCH);
    app->asking = ASK_SEARCH;
}

void
find_typed(struct app *app)
{
    back_restore_places(app, &app->search_from);
    find_set(app, prompt_text(&app->prompt));
    app->asked_last = false;
    (void)find_run(app, false, false);
}

void
find_done(struct app *app)
{
    if (!prompt_text(&app->prompt)[0]) {
        find_clear(app);
    } else if (app->pattern[0]) {
        past_add(app->past, PAST_SEARCH, prompt_text(&app->prompt));
        (void)find_run(app, false, false);
    }
}

void
find_left(struct app *app)
{
    back_restore_places(app, &app->search_from);
    find_set(app, app->sought_before);
    app->hit = app->hit_before;
    app->asked_last = app->asked_last_before;
}

void
find_again(struct app *app, bool back)
{
    if (app->overlay != OVERLAY_NONE)
        return;
    if (find_is_sought(app) && find_run(app, back, true))
        return;
    if (places_next(app, back)) /* nothing to search for, or nothing found here: the next of the places where this figure stands */
        return;
    if (!find_is_sought(app))
        app_say(app, "nothing was searched for yet");
}
