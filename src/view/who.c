/* The chosen speaker: what to call them, what is theirs in each article. */
#include <stdlib.h>
#include <string.h>

#include "state.h"

static bool
who_says(const struct app *app, uint32_t article, uint32_t row)
{
    uint32_t quote = index_figure_quote(app->setup.index, article, row);

    return quote != ID_NONE && index_quote_is_by(app->setup.index, quote, app->choice.speaker);
}

/* Of figures that say the same the fullest is listed, or, where the chosen speaker did not say that, the first of theirs. */
bool
who_lists_figure(const struct app *app, uint32_t article, uint32_t row)
{
    bool shown = !index_figure_repeats(app->setup.index, index_figure_id(app->setup.index, article, row));
    const struct extract *extract;
    uint32_t first;

    if (app->choice.speaker == ID_NONE)
        return shown;
    if (!who_says(app, article, row))
        return false;
    if (shown)
        return true;
    extract = index_extract(app->setup.index, article); /* made anew only for those that are said twice */
    first = extract->figures[row].same_as;
    if (who_says(app, article, extract_shown_figure(extract, row)))
        return false;
    for (uint32_t i = first; first != ROW_NONE && i < row; i++)
        if ((i == first || extract->figures[i].same_as == first) && who_says(app, article, i))
            return false;
    return true;
}

static uint32_t
who_figures(const struct app *app, uint32_t article)
{
    uint32_t end = index_first_figure(app->setup.index, article + 1) - index_first_figure(app->setup.index, article), n = 0;

    for (uint32_t i = 0; i < end; i++)
        n += who_lists_figure(app, article, i);
    return n;
}

/* Is s one of the words of name? */
static bool
who_is_word(const char *name, struct slice s)
{
    size_t n;

    for (const char *at = name; *at; at += n + (at[n] == ' ')) {
        n = strcspn(at, " ");
        if (slice_equal(slice_of(at, n), s))
            return true;
    }
    return false;
}

/* What a person is called for short: the one word of the name by which quotes name them ("Xi"), else the last. */
static void
who_short_name(const struct app *app, const struct speaker *speaker, struct text *out)
{
    const char *blank = strrchr(speaker->name, ' ');
    struct ids ids = {0};

    if (speaker->kind != ENTITY_PERSON || !blank) {
        text_puts(out, speaker->name);
        return;
    }
    index_speaker_quotes(app->setup.index, speaker->id, false, &ids);
    for (size_t i = 0; i < ids.n && i < 32 && out->n == 0; i++) {
        struct slice named = article_slice(index_article(app->setup.index, index_quote_place(app->setup.index, ids.v[i]).article),
                                           index_quote(app->setup.index, ids.v[i])->speaker);

        if (named.len && who_is_word(speaker->name, named))
            text_add(out, named.at, named.len);
    }
    if (out->n == 0)
        text_puts(out, blank + 1);
    vec_free(&ids);
}

/* The index counts a speaker's quotes each time it is asked: here once, for titles, status line and pane. */
static void
who_name(struct app *app)
{
    struct speaker speaker;

    index_speaker(app->setup.index, app->choice.speaker, &speaker);
    app->sources = speaker.noutlets;
    app->who.n = app->about.n = 0;
    text_puts(&app->who, speaker.name);
    app->surname.n = 0;
    who_short_name(app, &speaker, &app->surname);
    text_puts(&app->about, speaker.role ? speaker.role : "");
    for (size_t i = 0; i < speaker.naffiliations; i++)
        text_printf(&app->about, "%s%s", app->about.n ? ", " : "", speaker.affiliations[i]);
}

void
who_choose(struct app *app)
{
    struct ids ids = {0};

    vec_clear(&app->shares);
    if (app->choice.speaker == ID_NONE)
        return;
    who_name(app);
    index_speaker_quotes(app->setup.index, app->choice.speaker, false, &ids);
    for (size_t i = 0; i < ids.n; i++) {
        uint32_t article = index_quote_place(app->setup.index, ids.v[i]).article;

        if (app->shares.n == 0 || app->shares.v[app->shares.n - 1].article != article)
            vec_push(&app->shares, ((struct share){article, 0, who_figures(app, article)}));
        app->shares.v[app->shares.n - 1].nquotes++;
    }
    vec_free(&ids);
}

static int
who_compare(const void *key, const void *share)
{
    uint32_t id = *(const uint32_t *)key, article = ((const struct share *)share)->article;

    return (id > article) - (id < article);
}

const struct share *
who_share(const struct app *app, uint32_t article)
{
    return app->shares.n ? bsearch(&article, app->shares.v, app->shares.n, sizeof *app->shares.v, who_compare) : NULL;
}
