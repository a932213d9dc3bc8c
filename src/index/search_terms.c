/*
 * What each term asks of an article, a quote, a figure. Who asks for a property that the thing itself has not is given that of what
 * holds it (the date of a quote is its article's; the speaker of a figure that of the quote it stands in), or of what it holds (a
 * quote has a value when a figure in it has).
 */
#include <string.h>

#include "internal.h"
#include "lede/utf.h"
#include "pack.h"
#include "search.h"

enum { UNIT_UNSEEN, UNIT_IS, UNIT_IS_NOT };
enum { ASKS_ROW = 10 }; /* tenths of a microsecond: of some rows the article has to be made */

/* ---- the index, as searches see it ---------------------------------------------------------- */

/* The ids of the article's quotes are [*first, *last); of its figures the same. */
static void
look_quotes(const struct search *search, uint32_t article, uint32_t *first, uint32_t *last)
{
    *first = index_first_quote(search->index, article);
    *last = index_first_quote(search->index, article + 1);
}

static void
look_figures(const struct search *search, uint32_t article, uint32_t *first, uint32_t *last)
{
    *first = index_first_figure(search->index, article);
    *last = index_first_figure(search->index, article + 1);
}

/* ---- binding ---------------------------------------------------------------------------------- */

/* The articles that hold all the words. */
static void
bind_words(struct search *search, const struct query_words *words, struct search_term *term)
{
    struct id_set one;

    id_set_fill(&term->articles);
    for (size_t i = 0; i < words->n; i++) {
        struct slice word = slice_of(words->v[i].text, words->v[i].len);

        id_set_new(&one, search->narticles);
        (words->v[i].prefix ? terms_mark_prefix : terms_mark_word)(&search->index->terms, word, &one);
        id_set_keep(&term->articles, &one);
        id_set_free(&one);
    }
}

static bool
bind_matches(struct search *search, struct slice name, const struct query_term *asked)
{
    search->scratch.n = 0;
    utf_fold(&search->scratch, name.at, name.len);
    return utf_words_match(search->scratch.v, asked->name, !asked->prefix);
}

/* A source has a number: its name is looked at once. */
static void
bind_outlet(struct search *search, const struct query_term *asked, struct search_term *term)
{
    uint32_t nsources = index_nsources(search->index);
    bool *matches = mem_zero((size_t)nsources + 1, sizeof *matches);

    for (uint32_t source = 0; source < nsources; source++)
        matches[source] = bind_matches(search, index_source_name(search->index, source), asked);
    for (uint32_t id = 0; id < search->narticles; id++)
        if (matches[index_article_source(search->index, id)])
            id_set_put(&term->articles, id);
    mem_free(matches);
}

/* What is known has to lie in it. */
static void
bind_dates(struct search *search, const struct query_term *asked, struct search_term *term)
{
    for (uint32_t id = 0; id < search->narticles; id++) {
        const struct document_row *document = index_document(search->index, id);

        if (document->first_day && document->first_day >= asked->first && document->last_day <= asked->last)
            id_set_put(&term->articles, id);
    }
}

static void
bind_speakers(struct search *search, const struct query_term *asked, struct search_term *term)
{
    const struct index *index = search->index;
    uint32_t n = index_nspeakers(index);
    struct ids quotes = {0};

    term->speakers = mem_zero((size_t)n + 1, sizeof *term->speakers);
    term->nspeakers = n;
    id_set_new(&term->listed, search->narticles);
    for (uint32_t id = 0; id < n; id++)
        if (index_speaker_matches(index, id, asked->name, !asked->prefix))
            term->speakers[index_speaker_resolve(index, id)] = true;
    for (uint32_t id = 0; id < n; id++) {
        if (!term->speakers[id])
            continue;
        index_speaker_quotes(index, id, true, &quotes);
        for (size_t i = 0; i < quotes.n; i++) {
            uint32_t article = index_quote_row(index, quotes.v[i])->article;

            id_set_put(&term->articles, article);
            if (index_quote_listed(index, quotes.v[i]))
                id_set_put(&term->listed, article);
        }
    }
    vec_free(&quotes);
}

static void
bind_term(struct search *search, const struct query_term *asked, struct search_term *term)
{
    if (asked->has_unit)
        term->units = mem_zero(UNIT_OTHER + 1, 1);
    if (asked->about == ABOUT_PATH || asked->about == ABOUT_FIGURE ||
        (asked->about == ABOUT_QUOTE && !asked->name))
        return;
    id_set_new(&term->articles, search->narticles);
    term->has_articles = true;
    if (asked->about == ABOUT_OUTLET)
        bind_outlet(search, asked, term);
    else if (asked->about == ABOUT_DATE)
        bind_dates(search, asked, term);
    else if (asked->about == ABOUT_QUOTE)
        bind_speakers(search, asked, term);
    else
        bind_words(search, &asked->words, term);
}

void
search_bind(struct search *search)
{
    search->terms = mem_zero(search->query->terms.n + 1, sizeof *search->terms);
    for (size_t i = 0; i < search->query->terms.n; i++)
        bind_term(search, &search->query->terms.v[i], &search->terms[i]);
}

void
search_unbind(struct search *search)
{
    for (size_t i = 0; i < search->query->terms.n; i++) {
        id_set_free(&search->terms[i].articles);
        id_set_free(&search->terms[i].listed);
        mem_free(search->terms[i].speakers);
        mem_free(search->terms[i].units);
        vec_free(&search->terms[i].marks);
    }
    mem_free(search->terms);
}

void
search_term_sets(struct search *search, uint32_t at, enum search_unit unit, struct search_sets *sets)
{
    const struct query_term *asked = &search->query->terms.v[at];
    const struct search_term *term = &search->terms[at];
    bool word = asked->about == ABOUT_TEXT && asked->words.n == 1, name = asked->about == ABOUT_QUOTE && !asked->quote_kinds;

    if (!term->has_articles) {
        id_set_fill(&sets->maybe);
        return;
    }
    id_set_join(&sets->maybe, unit == SEARCH_ARTICLES && name ? &term->listed : &term->articles);
    if (asked->about == ABOUT_OUTLET || asked->about == ABOUT_DATE || (unit == SEARCH_ARTICLES && (word || name)))
        id_set_join(&sets->sure, &sets->maybe);
}

/* ---- quotes ------------------------------------------------------------------------------------ */

/* While articles come, somebody may turn out to be one who came later. */
static bool
asks_is_one(const struct search_term *term, uint32_t speaker)
{
    return speaker < term->nspeakers && term->speakers[speaker];
}

static bool
asks_speaker(const struct search *search, const struct search_term *term, uint32_t id)
{
    const struct quote_row *row = index_quote_row(search->index, id);
    const struct quote *quote;

    if (index_quote_nspeakers(search->index, id) == 0)
        return false;
    if (asks_is_one(term, index_speaker_resolve(search->index, row->speaker)))
        return true;
    if (index_quote_nspeakers(search->index, id) == 1)
        return false;
    quote = index_quote(search->index, id);
    for (int i = 1; i < quote->nspeakers; i++)
        if (asks_is_one(term, index_speaker_of(search->index, row->article, quote->speakers[i])))
            return true;
    return false;
}

static bool
asks_quote(const struct search *search, uint32_t at, uint32_t id)
{
    uint32_t kinds = search->query->terms.v[at].quote_kinds;
    const struct search_term *term = &search->terms[at];

    if (kinds && !(kinds & 1u << index_quote_kind(search->index, id)))
        return false;
    return !term->speakers || asks_speaker(search, term, id);
}

/* Listed ones; but who asks for the kind that never is means those. */
static bool
asks_any_quote(const struct search *search, uint32_t at, uint32_t article)
{
    bool scare = search->query->terms.v[at].quote_kinds & 1u << QUOTE_SCARE;
    uint32_t id, last;

    for (look_quotes(search, article, &id, &last); id < last; id++)
        if ((scare || index_quote_listed(search->index, id)) && asks_quote(search, at, id))
            return true;
    return false;
}

static bool
asks_quotes(const struct search *search, uint32_t at, const struct search_ask *ask)
{
    uint32_t quote;

    if (ask->unit == SEARCH_ARTICLES)
        return asks_any_quote(search, at, ask->article);
    if (ask->unit == SEARCH_QUOTES)
        return asks_quote(search, at, ask->id);
    quote = index_figure_quote(search->index, ask->article, ask->id - index_figure_id(search->index, ask->article, 0));
    return quote != ID_NONE && asks_quote(search, at, quote);
}

/* ---- figures ------------------------------------------------------------------------------------- */

/* Of a range any part may do. */
static bool
asks_bound(const struct query_bound *bound, double low, double high)
{
    switch (bound->op) {
    case QUERY_LT:
        return low < bound->value;
    case QUERY_LE:
        return low <= bound->value;
    case QUERY_GT:
        return high > bound->value;
    case QUERY_GE:
        return high >= bound->value;
    default:
        return low <= bound->value && high >= bound->value;
    }
}

/* Units have numbers: each is compared once. */
static bool
asks_unit(const struct search *search, uint32_t at, uint32_t id)
{
    uint16_t number = index_figure_unit_number(search->index, id);
    unsigned char *known = &search->terms[at].units[number];

    if (number == UNIT_OTHER || *known == UNIT_UNSEEN) {
        bool is = query_unit_is(&search->query->terms.v[at].unit, index_figure_unit(search->index, id));

        if (number == UNIT_OTHER)
            return is;
        *known = is ? UNIT_IS : UNIT_IS_NOT;
    }
    return *known == UNIT_IS;
}

static bool
asks_figure(const struct search *search, uint32_t at, uint32_t id)
{
    const struct query_term *asked = &search->query->terms.v[at];
    double low, high;

    if (asked->figure_kinds && !(asked->figure_kinds & 1u << index_figure_kind(search->index, id)))
        return false;
    if (asked->nbounds && !index_figure_value(search->index, id, &low, &high))
        return false;
    for (size_t i = 0; i < asked->nbounds; i++)
        if (!asks_bound(&asked->bounds[i], low, high))
            return false;
    return !asked->has_unit || asks_unit(search, at, id);
}

static bool
asks_stands_in(struct search *search, uint32_t figure, const struct search_ask *quote)
{
    const struct pack_places *places;
    uint32_t row;

    look_at(search, quote->article);
    places = look_places(search);
    row = figure - search->look.first_figure;
    return row < places->figures.n && span_holds(index_quote_row(search->index, quote->id)->span, places->figures.v[row].span);
}

/* Where the figure stands is looked at last: for that the record must be read. */
static bool
asks_figures(struct search *search, uint32_t at, const struct search_ask *ask)
{
    uint32_t id, last;

    if (ask->unit == SEARCH_FIGURES)
        return asks_figure(search, at, ask->id);
    for (look_figures(search, ask->article, &id, &last); id < last; id++) {
        if (ask->unit == SEARCH_QUOTES && !index_figure_quoted(search->index, id))
            continue;
        if (asks_figure(search, at, id) && (ask->unit == SEARCH_ARTICLES || asks_stands_in(search, id, ask)))
            return true;
    }
    return false;
}

/* ---- words ------------------------------------------------------------------------------------------ */

/* A phrase stands in one block; what is not in the text as a whole is in none of them. */
static bool
asks_article(const struct search *search, const struct query_words *words, uint32_t id)
{
    struct slice record = index_record(search->index, id), text;
    const struct article *article;

    if (query_words_in(words, index_headline(search->index, id, NULL))) /* it may have been given beside the text */
        return true;
    if (pack_text(record.at, record.len, &text) && !query_words_in(words, text))
        return false;
    article = index_article(search->index, id);
    for (size_t i = 0; i < article->nblocks; i++)
        if (article->blocks[i].kind != BLOCK_BOILER && query_words_in(words, article_slice(article, article->blocks[i].words)))
            return true;
    return false;
}

static bool
asks_quote_words(struct search *search, uint32_t at, uint32_t id)
{
    struct span span = index_quote_row(search->index, id)->span;

    return look_may(search, at, span) && look_words(search, at, span);
}

static bool
asks_text(struct search *search, uint32_t at, const struct search_ask *ask)
{
    const struct query_words *words = &search->query->terms.v[at].words;

    if (!id_set_has(&search->terms[at].articles, ask->article))
        return false;
    if (ask->unit != SEARCH_ARTICLES)
        look_at(search, ask->article);
    if (ask->unit == SEARCH_QUOTES)
        return asks_quote_words(search, at, ask->id);
    if (ask->unit == SEARCH_FIGURES)
        return look_block(search, at, ask->id);
    return words->n == 1 || asks_article(search, words, ask->article);
}

/* ---- terms -------------------------------------------------------------------------------------------- */

static bool
asks_path(struct search *search, const struct query_term *asked, uint32_t article)
{
    struct text path = {0};

    index_put_path(search->index, article, &path);
    search->scratch.n = 0;
    utf_fold(&search->scratch, path.v, path.n);
    text_free(&path);
    return strstr(search->scratch.v, asked->name) != NULL;
}

bool
search_asks(struct search *search, uint32_t at, const struct search_ask *ask)
{
    const struct query_term *asked = &search->query->terms.v[at];

    search->spent += asked->about == ABOUT_TEXT ? 1 : ASKS_ROW;
    switch (asked->about) {
    case ABOUT_TEXT:
        return asks_text(search, at, ask);
    case ABOUT_TITLE:
        return id_set_has(&search->terms[at].articles, ask->article) &&
               query_words_in(&asked->words, index_headline(search->index, ask->article, NULL));
    case ABOUT_OUTLET:
    case ABOUT_DATE:
        return id_set_has(&search->terms[at].articles, ask->article);
    case ABOUT_PATH:
        return asks_path(search, asked, ask->article);
    case ABOUT_QUOTE:
        if (search->terms[at].has_articles && !id_set_has(&search->terms[at].articles, ask->article))
            return false;
        return asks_quotes(search, at, ask);
    default:
        return asks_figures(search, at, ask);
    }
}
