/*
 * What a speaker says over all articles: their quotes, and the figures that stand in them. Somebody may have half of all quotes, and
 * a key waits for them: rows alone are looked at, each once, and what was asked last is kept, since whoever asks for the quotes
 * asks how many there are, in which sources, with which figures.
 */
#include <string.h>

#include "internal.h"
#include "pack.h"

/* Joins two lists that ascend, without what stands in both, to the first. */
static void
spoken_join(struct ids *ids, const struct ids *more)
{
    struct ids both = {0};
    size_t i = 0, k = 0;

    while (i < ids->n || k < more->n) {
        uint32_t next = k == more->n || (i < ids->n && ids->v[i] <= more->v[k]) ? ids->v[i] : more->v[k];

        i += i < ids->n && ids->v[i] == next;
        k += k < more->n && more->v[k] == next;
        vec_push(&both, next);
    }
    vec_free(ids);
    *ids = both;
}

/* The quotes of all names that mean the speaker, of whom there are hardly ever more than two. */
static void
spoken_gather(const struct index *index, uint32_t id, struct ids *quotes)
{
    struct ids raw = {0}, one = {0};

    vec_clear(quotes);
    index_raw_ids(index, id, &raw);
    for (size_t i = 0; i < raw.n; i++) {
        vec_clear(&one);
        identity_quotes(&index->identities, raw.v[i], &one);
        if (quotes->n == 0)
            ids_append(quotes, one.v, one.n);
        else if (one.n)
            spoken_join(quotes, &one);
    }
    vec_free(&raw);
    vec_free(&one);
}

/* The article of a quote that comes behind those of `article`. Who has much to say has it in the next few. */
static uint32_t
spoken_article(const struct index *index, uint32_t quote, uint32_t article, bool often)
{
    uint32_t n = index_narticles(index);

    if (!often)
        return index_quote_row(index, quote)->article;
    while (article + 1 < n && index_finds(index, article + 1)->first_quote <= quote)
        article++;
    return article;
}

static bool
spoken_often(const struct index *index, const struct ids *quotes)
{
    return quotes->n > index_narticles(index) / 8;
}

/* Takes what is not there any more out of all, and those that are listed into a list of their own. */
static void
spoken_look(const struct index *index, struct spoken *spoken)
{
    bool *sources = mem_zero((size_t)index_nsources(index) + 1, sizeof *sources);
    size_t all = 0, listed = 0;
    uint32_t article = 0, last = ID_NONE;
    bool often = spoken_often(index, &spoken->all);

    vec_reserve(&spoken->listed, spoken->all.n);
    spoken->narticles = spoken->noutlets = 0;
    for (size_t i = 0; i < spoken->all.n; i++) {
        uint32_t id = spoken->all.v[i], source;

        article = spoken_article(index, id, article, often);
        if (!index_alive(index, article))
            continue;
        spoken->all.v[all++] = id;
        if (!(index_quote_flags(index, id) & QUOTE_LISTED))
            continue;
        spoken->listed.v[listed++] = id;
        if (article == last)
            continue;
        last = article;
        source = index_finds(index, article)->source;
        spoken->narticles++;
        spoken->noutlets += !sources[source];
        sources[source] = true;
    }
    spoken->all.n = all;
    spoken->listed.n = listed;
    mem_free(sources);
}

static const struct spoken *
spoken_of(const struct index *index, uint32_t speaker)
{
    struct spoken *spoken = (struct spoken *)&index->spoken; /* it is a cache */

    if (spoken->known && spoken->speaker == speaker && spoken->changes == index_changes(index))
        return spoken;
    spoken_gather(index, speaker, &spoken->all);
    spoken_look(index, spoken);
    spoken->speaker = speaker;
    spoken->changes = index_changes(index);
    spoken->known = true;
    return spoken;
}

void
spoken_free(struct spoken *spoken)
{
    vec_free(&spoken->all);
    vec_free(&spoken->listed);
}

void
index_speaker_quotes(const struct index *index, uint32_t id, bool all, struct ids *quotes)
{
    const struct spoken *spoken = spoken_of(index, id);

    vec_clear(quotes);
    ids_append(quotes, all ? spoken->all.v : spoken->listed.v, all ? spoken->all.n : spoken->listed.n);
}

void
index_speaker(const struct index *index, uint32_t id, struct speaker *speaker)
{
    const struct spoken *spoken = spoken_of(index, id);

    index_speaker_named(index, id, speaker);
    speaker->nquotes = (uint32_t)spoken->listed.n;
    speaker->narticles = spoken->narticles;
    speaker->noutlets = spoken->noutlets;
}

/* ---- figures --------------------------------------------------------------------------------- */

enum { SAID_FEW = 64 }; /* figures of an article that are compared with one another */

/* The figures of one article while they are gone through. */
struct said {
    const struct index *index;
    struct figure_rows rows;
    uint32_t article, n;
    bool placed;              /* the places were read */
    struct pack_places places;
    bool quotes[QUOTE_ROW_MOST + 1]; /* are theirs, by row; the last: one of all further ones is */
    struct ids theirs;        /* rows of the figures in them */
};

/* The ids ascend. */
static bool
said_in(uint32_t id, const uint32_t *ids, size_t n)
{
    while (n > 1) {
        ids = ids[n / 2] <= id ? ids + n / 2 : ids;
        n -= n / 2;
    }
    return n && *ids == id;
}

/* Figures that say the same have the same value: where no other of theirs has it, the article need not be made. */
static bool
said_once(const struct said *said, uint32_t row)
{
    if (said->theirs.n > SAID_FEW)
        return false;
    for (size_t i = 0; i < said->theirs.n; i++)
        if (said->theirs.v[i] != row && said->rows.values[said->theirs.v[i]] == said->rows.values[row])
            return false;
    return true;
}

/* What no row knows of the figures; NULL where the record says nothing. */
static const struct pack_figure *
said_figures(struct said *said)
{
    struct slice record;

    if (!said->placed) {
        record = index_record(said->index, said->article);
        said->placed = true;
        (void)pack_places(record.at, record.len, &said->places);
    }
    return said->places.figures.n == said->n ? said->places.figures.v : NULL;
}

/* Of figures that say the same the fullest is listed, or, where the speaker did not say that, the first of theirs. */
static bool
said_is_listed(struct said *said, uint32_t row)
{
    const struct pack_figure *figures;
    uint32_t first;

    if (!(said->rows.flags[row] & FIGURE_REPEATS) || said_once(said, row) || !(figures = said_figures(said)))
        return true;
    first = figures[row].same_as == ROW_NONE ? row : figures[row].same_as;
    if (said_in(figures[first].fuller ? figures[first].fuller : first, said->theirs.v, said->theirs.n))
        return false;
    for (uint32_t i = first; i < row; i++)
        if ((i == first || figures[i].same_as == first) && said_in(i, said->theirs.v, said->theirs.n))
            return false;
    return true;
}

static uint32_t
said_row(uint32_t quote, uint32_t first)
{
    return quote - first < QUOTE_ROW_MOST ? quote - first : QUOTE_ROW_MOST;
}

/* A figure in none, or in a quote that its row does not know, has QUOTE_ROW_MOST. */
static bool
said_far(struct said *said, uint32_t row, uint32_t first, const uint32_t *quotes, size_t n)
{
    const struct pack_figure *figures = said->rows.flags[row] & FIGURE_QUOTED ? said_figures(said) : NULL;

    return figures && said_in(first + figures[row].quote, quotes, n);
}

/* Appends the figures in these quotes, all of one article. */
static void
said_take(struct said *said, uint32_t article, const uint32_t *quotes, size_t n, struct ids *out)
{
    uint32_t first_quote = index_first_quote(said->index, article), first = index_first_figure(said->index, article);

    said->article = article;
    said->n = index_first_figure(said->index, article + 1) - first;
    said->placed = false;
    said->rows = index_figure_rows(said->index, first);
    vec_clear(&said->theirs);
    for (size_t i = 0; i < n; i++)
        said->quotes[said_row(quotes[i], first_quote)] = true;
    for (uint32_t row = 0; row < said->n; row++)
        if (said->quotes[said->rows.quotes[row]] &&
            (said->rows.quotes[row] < QUOTE_ROW_MOST || said_far(said, row, first_quote, quotes, n)))
            vec_push(&said->theirs, row);
    for (size_t i = 0; i < n; i++)
        said->quotes[said_row(quotes[i], first_quote)] = false;
    for (size_t i = 0; i < said->theirs.n; i++)
        if (said_is_listed(said, said->theirs.v[i]))
            vec_push(out, first + said->theirs.v[i]);
}

static void
said_free(struct said *said)
{
    vec_free(&said->theirs);
    pack_places_free(&said->places);
}

void
index_speaker_figures(const struct index *index, uint32_t id, struct ids *figures)
{
    const struct ids *quotes = &spoken_of(index, id)->all;
    struct said said = {.index = index};
    uint32_t article = 0;
    bool often = spoken_often(index, quotes);
    size_t n;

    vec_clear(figures);
    for (size_t i = 0; i < quotes->n; i += n) {
        uint32_t end;

        article = spoken_article(index, quotes->v[i], article, often);
        end = index_first_quote(index, article + 1);
        for (n = 1; i + n < quotes->n && quotes->v[i + n] < end; n++)
            ;
        said_take(&said, article, quotes->v + i, n, figures);
    }
    said_free(&said);
}

void
index_article_speaker_figures(const struct index *index, uint32_t article, uint32_t speaker, struct ids *figures)
{
    struct said said = {.index = index};
    struct ids quotes = {0};

    vec_clear(figures);
    for (uint32_t id = index_first_quote(index, article); id < index_first_quote(index, article + 1); id++)
        if (index_quote_is_by(index, id, speaker))
            vec_push(&quotes, id);
    if (quotes.n)
        said_take(&said, article, quotes.v, quotes.n, figures);
    vec_free(&quotes);
    said_free(&said);
}
