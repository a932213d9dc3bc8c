/* The chosen speaker: what to call them, what is theirs in each article. */
#include <string.h>

#include "state.h"

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
    const struct ids *ids = &app->said_quotes;

    if (speaker->kind != ENTITY_PERSON || !blank) {
        text_puts(out, speaker->name);
        return;
    }
    for (size_t i = 0; i < ids->n && i < 32 && out->n == 0; i++) {
        struct slice named = article_slice(index_article(app->setup.index, index_quote_place(app->setup.index, ids->v[i]).article),
                                           index_quote(app->setup.index, ids->v[i])->speaker);

        if (named.len && who_is_word(speaker->name, named))
            text_add(out, named.at, named.len);
    }
    if (out->n == 0)
        text_puts(out, blank + 1);
}

/* As titles, status line and pane show them. */
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
    vec_clear(&app->said_quotes);
    vec_clear(&app->said_figures);
    if (app->choice.speaker == ID_NONE)
        return;
    index_speaker_quotes(app->setup.index, app->choice.speaker, false, &app->said_quotes);
    index_speaker_figures(app->setup.index, app->choice.speaker, &app->said_figures);
    who_name(app);
}

static uint32_t
who_between(const struct ids *ids, uint32_t first, uint32_t end)
{
    return (uint32_t)(ids_before(ids, end) - ids_before(ids, first));
}

struct share
who_share(const struct app *app, uint32_t article)
{
    const struct index *index = app->setup.index;
    struct share share = {.nquotes = who_between(&app->said_quotes, index_first_quote(index, article),
                                                 index_first_quote(index, article + 1))};

    if (share.nquotes)
        share.nfigures = who_between(&app->said_figures, index_first_figure(index, article), index_first_figure(index, article + 1));
    return share;
}
