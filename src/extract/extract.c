/* One article's finds, put together. */
#include <string.h>

#include "finds.h"

struct extractor {
    struct speech *speech;
    struct measures *measures;
    struct finds finds;
};

struct extractor *
extractor_new(void)
{
    return extractor_new_with(NULL);
}

struct extractor *
extractor_new_with(const struct vocabulary *words)
{
    struct extractor *extractor = mem_zero(1, sizeof *extractor);

    extractor->speech = speech_new(words);
    extractor->measures = measures_new();
    return extractor;
}

void
extractor_free(struct extractor *extractor)
{
    if (!extractor)
        return;
    speech_free(extractor->speech);
    measures_free(extractor->measures);
    vec_free(&extractor->finds.entities);
    vec_free(&extractor->finds.mentions);
    vec_free(&extractor->finds.quotes);
    vec_free(&extractor->finds.figures);
    mem_free(extractor);
}

/*
 * The innermost quote that holds each figure. Both lists are in order; a clause may hold fragments, so the scan goes on from
 * the first quote that has not ended, and the last that holds the figure is the innermost.
 */
static void
extract_link_quotes(struct finds *finds)
{
    size_t open = 0;

    for (size_t i = 0; i < finds->figures.n; i++) {
        struct figure *figure = &finds->figures.v[i];

        figure->quote = ROW_NONE;
        while (open < finds->quotes.n && finds->quotes.v[open].span.end <= figure->span.start)
            open++;
        for (size_t q = open; q < finds->quotes.n && finds->quotes.v[q].span.start <= figure->span.start; q++)
            if (span_holds(finds->quotes.v[q].span, figure->span) && finds->quotes.v[q].kind != QUOTE_SCARE)
                figure->quote = (uint32_t)q;
    }
}

const struct extract *
extract_article(struct extractor *extractor, const struct article *article)
{
    struct finds *finds = &extractor->finds;
    struct extract *extract = arena_alloc(article->arena, sizeof *extract);

    vec_clear(&finds->entities);
    vec_clear(&finds->mentions);
    vec_clear(&finds->quotes);
    vec_clear(&finds->figures);
    speech_find(extractor->speech, article, finds);
    figures_find(extractor->measures, article, finds);
    extract_link_quotes(finds);
#define KEEP(list) \
    (extract->list = arena_copy(article->arena, finds->list.v, finds->list.n * sizeof *finds->list.v), \
     extract->n##list = finds->list.n)
    KEEP(entities);
    KEEP(mentions);
    KEEP(quotes);
    KEEP(figures);
#undef KEEP
    return extract;
}

/* ---- names ----------------------------------------------------------------------- */

static const char *const quote_kinds[QUOTE_KINDS] = {"direct", "fragment", "pull", "indirect", "scare"};
static const char *const founds[FOUND_KINDS] = {"named", "pronoun", "role", "attribution", "continued", "floating", "unknown"};
static const char *const figure_kinds[FIGURE_KINDS] = {"money",    "percent", "count",    "number", "ordinal", "fraction",
                                                       "multiple", "measure", "duration", "age",    "date"};
static const char *const hedges[HEDGES] = {NULL, "about", "nearly", "more", "less", "at_least", "at_most", "up_to"};
static const char *const trends[TRENDS] = {NULL, "up", "down"};

const char *
quote_kind_name(enum quote_kind kind)
{
    return quote_kinds[kind];
}

const char *
quote_found_name(enum quote_found found)
{
    return founds[found];
}

const char *
figure_kind_name(enum figure_kind kind)
{
    return figure_kinds[kind];
}

const char *
hedge_name(enum hedge hedge)
{
    return hedges[hedge];
}

const char *
trend_name(enum trend trend)
{
    return trends[trend];
}

/* The place of name in a list, or n. */
static int
extract_name_index(const char *name, const char *const *names, int n)
{
    int i = 0;

    while (i < n && strcmp(names[i], name) != 0)
        i++;
    return i;
}

bool
quote_kind_read(const char *name, enum quote_kind *kind)
{
    int i = extract_name_index(name, quote_kinds, QUOTE_KINDS);

    if (i < QUOTE_KINDS)
        *kind = (enum quote_kind)i;
    return i < QUOTE_KINDS;
}

bool
figure_kind_read(const char *name, enum figure_kind *kind)
{
    int i = extract_name_index(name, figure_kinds, FIGURE_KINDS);

    if (i < FIGURE_KINDS)
        *kind = (enum figure_kind)i;
    return i < FIGURE_KINDS;
}
