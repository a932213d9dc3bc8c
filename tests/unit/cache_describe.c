#include "cache_describe.h"

#include <stdlib.h>
#include <string.h>

#include "lede/dump.h"
#include "lede/query.h"

struct describing {
    const struct index *index;
    const char *folder;
    bool loose;
    struct text *out;
    struct ids list;
};

static void
describe_slice(struct describing *to, const char *what, struct slice s)
{
    text_printf(to->out, " %s=%.*s", what, (int)s.len, s.at ? s.at : "");
}

static const char *
describe_below(const struct describing *to, const char *path)
{
    const char *at = strstr(path, to->folder);

    return at ? at + strlen(to->folder) : path;
}

static const char *
describe_speaker_name(const struct index *index, uint32_t id)
{
    struct speaker speaker;

    if (id == ID_NONE)
        return "-";
    index_speaker(index, id, &speaker);
    return speaker.name;
}

/* ---- quotes and figures ------------------------------------------------------------------ */

static void
describe_quote(struct describing *to, uint32_t article, uint32_t row)
{
    const struct index *index = to->index;
    uint32_t id = index_quote_id(index, article, row);
    struct place place = index_quote_place(index, id);
    const struct quote *quote = index_quote(index, id);

    text_printf(to->out, " quote %s %u-%u listed=%d by=%s", quote_kind_name(index_quote_kind(index, id)), quote->span.start, quote->span.end,
                index_quote_listed(index, id), describe_speaker_name(index, index_quote_speaker(index, id)));
    for (int i = 0; i < quote->nspeakers; i++) {
        uint32_t speaker = index_speaker_of(index, article, quote->speakers[i]);

        text_printf(to->out, " +%s%s", describe_speaker_name(index, speaker), index_quote_is_by(index, id, speaker) ? "" : "!");
    }
    describe_slice(to, "words", index_quote_words(index, id));
    text_puts(to->out, place.article == article && place.row == row ? "\n" : " in another place\n");
}

static void
describe_figure(struct describing *to, uint32_t article, uint32_t row)
{
    const struct index *index = to->index;
    uint32_t id = index_figure_id(index, article, row);
    struct place place = index_figure_place(index, id);
    const struct figure *figure = index_figure(index, id);
    double low, high;
    bool has = index_figure_value(index, id, &low, &high);

    text_printf(to->out, " figure %s %u-%u repeats=%d quoted=%d unit=%s", figure_kind_name(index_figure_kind(index, id)), figure->span.start,
                figure->span.end, index_figure_repeats(index, id), index_figure_quoted(index, id),
                index_figure_unit(index, id) ? index_figure_unit(index, id) : "-");
    if (has)
        text_printf(to->out, " %.17g..%.17g", low, high);
    text_puts(to->out, place.article == article && place.row == row ? "\n" : " in another place\n");
}

static void
describe_article(struct describing *to, uint32_t id)
{
    const struct index *index = to->index;
    const struct article *article = index_article(index, id);
    const struct extract *extract = index_extract(index, id);
    struct article placed = *article;
    bool made;

    text_printf(to->out, "article %s found=%d", describe_below(to, article->path), index_find_path(index, article->path) == id);
    describe_slice(to, "headline", index_headline(index, id, &made));
    text_printf(to->out, " made=%d", made);
    describe_slice(to, "source", index_source_name(index, index_article_source(index, id)));
    text_puts(to->out, "\n ");
    placed.path = describe_below(to, article->path);
    dump_article(to->out, &placed, extract);
    for (uint32_t i = 0; i < extract->nquotes; i++)
        describe_quote(to, id, i);
    for (uint32_t i = 0; i < extract->nfigures; i++)
        describe_figure(to, id, i);
    for (uint32_t i = 0; i < extract->nentities; i++)
        text_printf(to->out, " entity %s is %s, quoted=%d\n", extract->entities[i].name,
                    describe_speaker_name(index, index_speaker_of(index, id, i)),
                    index_article_has_speaker(index, id, index_speaker_of(index, id, i)));
}

/* ---- lists of ids, as places that hold for any numbering ---------------------------------------- */

static void
describe_strings(struct describing *to, const char *what, const char *const *strings, size_t n)
{
    if (to->loose)
        return;
    text_printf(to->out, " %s", what);
    for (size_t i = 0; i < n; i++)
        text_printf(to->out, "|%s", strings[i]);
    text_putc(to->out, '\n');
}

/* Where the article stands in the list. */
static size_t
describe_place(const struct describing *to, uint32_t article)
{
    size_t i = 0;

    while (i < to->list.n && to->list.v[i] != article)
        i++;
    return i;
}

static int
describe_compare_places(const void *a, const void *b)
{
    const struct place *x = a, *y = b;

    return x->article != y->article ? (x->article > y->article) - (x->article < y->article) : (x->row > y->row) - (x->row < y->row);
}

/* "3.0 3.2 5.1 ": article and row of each, in the order of the list. */
static void
describe_places(struct describing *to, const char *what, const struct ids *ids, bool quotes)
{
    struct place *places = mem_alloc(ids->n * sizeof *places + 1);

    for (size_t i = 0; i < ids->n; i++) {
        places[i] = quotes ? index_quote_place(to->index, ids->v[i]) : index_figure_place(to->index, ids->v[i]);
        places[i].article = (uint32_t)describe_place(to, places[i].article);
    }
    if (ids->n)
        qsort(places, ids->n, sizeof *places, describe_compare_places);
    text_printf(to->out, "%s", what);
    for (size_t i = 0; i < ids->n; i++)
        text_printf(to->out, " %u.%u", places[i].article, places[i].row);
    text_putc(to->out, '\n');
    mem_free(places);
}

static void
describe_filter(struct describing *to, const char *what, const struct filter *filter)
{
    struct ids ids = {0};

    text_printf(to->out, "filter %s\n", what);
    filter_quotes(to->index, filter, &ids);
    describe_places(to, " quotes", &ids, true);
    filter_figures(to->index, filter, &ids);
    describe_places(to, " figures", &ids, false);
    vec_free(&ids);
}

/* ---- speakers -------------------------------------------------------------------------- */

static void
describe_speaker(struct describing *to, uint32_t id)
{
    const struct filter filter = {.speaker = id, .article = ID_NONE};
    struct ids ids = {0};
    struct speaker speaker;

    index_speaker(to->index, id, &speaker);
    text_printf(to->out, "speaker %s kind=%d role=%s quotes=%u articles=%u outlets=%u own=%d\n", speaker.name, (int)speaker.kind,
                speaker.role && !to->loose ? speaker.role : "-", speaker.nquotes, speaker.narticles, speaker.noutlets,
                index_speaker_resolve(to->index, id) == id && speaker.id == id);
    describe_strings(to, "aliases", speaker.aliases, speaker.naliases);
    describe_strings(to, "affiliations", speaker.affiliations, speaker.naffiliations);
    index_speaker_quotes(to->index, id, false, &ids);
    describe_places(to, " listed", &ids, true);
    index_speaker_quotes(to->index, id, true, &ids);
    describe_places(to, " all", &ids, true);
    describe_filter(to, speaker.name, &filter);
    vec_free(&ids);
}

static void
describe_speakers(struct describing *to)
{
    static const char *const words[] = {"", "t", "ilves", "olev", "no such name"};
    struct ids ids = {0};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        index_speakers_list(to->index, words[i], &ids);
        text_printf(to->out, "speakers '%s'", words[i]);
        for (size_t k = 0; k < ids.n; k++)
            text_printf(to->out, "|%s", describe_speaker_name(to->index, ids.v[k]));
        text_putc(to->out, '\n');
    }
    index_speakers_list(to->index, "", &ids);
    for (size_t i = 0; i < ids.n; i++)
        describe_speaker(to, ids.v[i]);
    vec_free(&ids);
}

/* ---- terms, queries ------------------------------------------------------------------------- */

static void
describe_terms(struct describing *to)
{
    static const char *const words[] = {"harbour", "harb", "the quay", "s", "ferry", "caf\xC3\xA9", "cafe", "zzz", "ilves said", "million", "12"};
    struct ids ids = {0};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        bool *has = mem_zero(to->list.n, sizeof *has);

        index_terms_find(to->index, words[i], &ids);
        for (size_t k = 0; k < ids.n; k++)
            if (index_alive(to->index, ids.v[k]))
                has[describe_place(to, ids.v[k])] = true;
        text_printf(to->out, "terms '%s'", words[i]);
        for (size_t k = 0; k < to->list.n; k++)
            if (has[k])
                text_printf(to->out, " %zu", k);
        text_putc(to->out, '\n');
        mem_free(has);
    }
    vec_free(&ids);
}

static void
describe_queries(struct describing *to)
{
    static const char *const queries[] = {"harbour", "speaker:tamm", "unit:% OR kind:money", "NOT ferry", "outlet:\"Quay Gazette\" harbour*",
                                          "value>1000000"};

    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct query_error error = {0};
        struct query *query = query_parse(queries[i], 0, &error);
        struct search *search = query ? search_new(to->index, query) : NULL;
        struct filter filter = FILTER_ALL;

        filter.search = search;
        if (search)
            describe_filter(to, queries[i], &filter);
        for (size_t k = 0; search && k < to->list.n; k++)
            text_printf(to->out, "%s", search_passes_article(search, to->list.v[k]) ? "+" : "-");
        text_printf(to->out, "%s\n", error.sentence ? error.sentence : "");
        search_free(search);
        query_free(query);
        query_error_clear(&error);
    }
}

static void
describe_filters(struct describing *to)
{
    struct filter filter = FILTER_ALL;

    describe_filter(to, "all", &filter);
    for (unsigned kind = 0; kind < QUOTE_KINDS; kind++) {
        filter = FILTER_ALL;
        filter.quote_kinds = 1u << kind;
        describe_filter(to, quote_kind_name((enum quote_kind)kind), &filter);
    }
    for (unsigned kind = 0; kind < FIGURE_KINDS; kind++) {
        filter = FILTER_ALL;
        filter.figure_kinds = 1u << kind;
        describe_filter(to, figure_kind_name((enum figure_kind)kind), &filter);
    }
    for (size_t i = 0; i < to->list.n; i++) {
        filter = FILTER_ALL;
        filter.article = to->list.v[i];
        describe_filter(to, "article", &filter);
    }
}

void
cache_describe(const struct index *index, const char *folder, bool loose, struct text *out)
{
    struct describing to = {.index = index, .folder = folder, .loose = loose, .out = out};

    index_list(index, &to.list);
    text_printf(out, "%u alive, %zu listed\n", index_nalive(index), to.list.n);
    for (size_t i = 0; i < to.list.n; i++)
        describe_article(&to, to.list.v[i]);
    describe_speakers(&to);
    describe_terms(&to);
    describe_filters(&to);
    describe_queries(&to);
    vec_free(&to.list);
}
