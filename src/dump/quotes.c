/* `lede quotes`: who said what, as a dossier or as rows. */
#include <stdlib.h>
#include <string.h>

#include "lede/utf.h"
#include "rows.h"

struct quotes {
    FILE *out;
    const struct index *index;
    const struct dump_choice *choice;
    bool *speakers; /* by resolved id: wanted; NULL for all */
    struct row_places *places;
};

static void
quotes_choose_speakers(struct quotes *quotes)
{
    uint32_t n = index_nspeakers(quotes->index);

    if (!quotes->choice->speaker)
        return;
    quotes->speakers = mem_zero(n, sizeof *quotes->speakers);
    for (uint32_t id = 0; id < n; id++)
        if (index_speaker_matches(quotes->index, id, quotes->choice->speaker, !quotes->choice->speaker_begins))
            quotes->speakers[index_speaker_resolve(quotes->index, id)] = true;
}

static bool
quotes_wanted(const struct quotes *quotes, uint32_t id, bool rows)
{
    const struct quote *quote = index_quote(quotes->index, id);
    uint32_t article = index_quote_place(quotes->index, id).article;

    if (quotes->choice->quote_kinds && !(quotes->choice->quote_kinds & 1u << quote->kind))
        return false;
    if (!quotes->choice->quote_kinds && !rows && !index_quote_listed(quotes->index, id))
        return false;
    if (quotes->choice->search && !search_passes_quote(quotes->choice->search, id))
        return false;
    if (!quotes->speakers)
        return true;
    for (int i = 0; i < quote->nspeakers; i++)
        if (quotes->speakers[index_speaker_of(quotes->index, article, quote->speakers[i])])
            return true;
    return false;
}

/* ---- rows ------------------------------------------------------------------------- */

static void
quotes_row(struct sink *sink, const struct index *index, uint32_t id)
{
    struct place place = index_quote_place(index, id);
    const struct article *article = index_article(index, place.article);
    const struct row_names names = {index, place.article};

    sink_open(sink);
    rows_path(sink, article);
    rows_quote(sink, article, index_extract(index, place.article), index_quote(index, id), &names);
    sink_words(sink, "outlet", article_slice(article, article->outlet));
    sink_words(sink, "title", article_slice(article, article->title));
    sink_name(sink, "published", article->published);
    sink_close(sink);
    sink_end_row(sink);
}

/* The header comes from the same function as the rows, run over an empty article. */
static void
quotes_csv_header(struct sink *sink)
{
    static const struct article article = {.path = "", .text = ""};
    static const struct extract extract = {0};
    static const struct quote quote = {.repeats = ROW_NONE};
    static const struct row_names names = {0};

    sink->form = SINK_CSV_HEADER;
    sink_open(sink);
    sink_null(sink, "path");
    rows_quote(sink, &article, &extract, &quote, &names);
    sink_null(sink, "outlet");
    sink_null(sink, "title");
    sink_null(sink, "published");
    sink_close(sink);
    sink_end_row(sink);
    sink->form = SINK_CSV;
}

static void
quotes_rows(const struct quotes *quotes, enum sink_form form)
{
    struct text row = {0};
    struct sink sink = {.out = &row, .stream = quotes->out, .form = form};

    if (form == SINK_CSV)
        quotes_csv_header(&sink);
    for (uint32_t id = 0; id < index_nquotes(quotes->index); id++)
        if (quotes_wanted(quotes, id, true))
            quotes_row(&sink, quotes->index, id);
    text_free(&row);
}

/* ---- for the eye ---------------------------------------------------------------------- */

static uint32_t
quotes_count_articles(const struct quotes *quotes, const struct ids *ids)
{
    uint32_t n = 0, last = ID_NONE;

    for (size_t i = 0; i < ids->n; i++) {
        uint32_t article = index_quote_place(quotes->index, ids->v[i]).article;

        n += article != last;
        last = article;
    }
    return n;
}

/* "Ana Ferreira, mayor, Harbour Trust — 3 quotes in 2 articles": of those that follow */
static void
quotes_speaker(const struct quotes *quotes, uint32_t id, const struct ids *ids, struct text *out)
{
    uint32_t narticles = quotes_count_articles(quotes, ids);
    struct speaker speaker;

    index_speaker_named(quotes->index, id, &speaker);
    text_puts(out, speaker.name);
    if (speaker.role)
        text_printf(out, ", %s", speaker.role);
    for (size_t i = 0; i < speaker.naffiliations; i++)
        text_printf(out, "%s%s", i ? "; " : ", ", speaker.affiliations[i]);
    text_printf(out, " — %zu %s in %u %s", ids->n, ids->n == 1 ? "quote" : "quotes", narticles,
                narticles == 1 ? "article" : "articles");
}

static void
quotes_speaker_line(const struct quotes *quotes, uint32_t id, const struct ids *ids, bool markdown)
{
    struct text line = {0};

    if (id == ID_NONE)
        text_puts(&line, "Speaker unknown");
    else
        quotes_speaker(quotes, id, ids, &line);
    plain_line(quotes->out, markdown ? "## " : "", &line, markdown);
    if (markdown)
        putc('\n', quotes->out);
    text_free(&line);
}

/* "Harbour Post · the headline" */
static void
quotes_source(const struct quotes *quotes, uint32_t article_id, struct text *out)
{
    const struct article *article = index_article(quotes->index, article_id);
    struct text buf = {0};
    struct slice words = plain_words(&buf, article_source(article));

    text_add(out, words.at, words.len);
    words = plain_words(&buf, article_headline(article, NULL));
    text_puts(out, " · ");
    text_add(out, words.at, words.len);
    text_free(&buf);
}

/* How sure it is: a wavy line for what was inferred, a question mark for what is unknown. */
static const char *
quotes_sign(const struct quote *quote)
{
    switch (quote->found) {
    case FOUND_PRONOUN:
    case FOUND_FLOATING:
    case FOUND_CONTINUED:
        return "~";
    case FOUND_UNKNOWN:
        return "?";
    default:
        return " ";
    }
}

/* The words of the quote, in marks when they were; reported speech with its verb where that says more than "said": who denies
   something has not said it. Of an utterance in parts the last one has it. */
static void
quotes_words(const struct article *article, const struct quote *quote, bool last, struct text *out)
{
    static const char *const plain[] = {"said", "say", "says", "told", "tells", "according to", "added", "adds", ":", ""};
    bool marks = quote->kind != QUOTE_INDIRECT, telling = last && !marks;
    struct slice cue = article_slice(article, quote->cue), words;
    struct text buf = {0};

    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        telling = telling && !slice_is_nocase(cue, plain[i]);
    words = plain_words(&buf, article_slice(article, quote->span));
    if (slice_ends(words, ",")) /* the comma before "he said" is not the speaker's */
        words.len--;
    text_printf(out, "%s%.*s%s", marks ? "“" : "", (int)words.len, words.at, marks ? "”" : "");
    if (telling) {
        words = plain_words(&buf, cue);
        text_printf(out, " (%.*s)", (int)words.len, words.at);
    }
    text_free(&buf);
}

/* "    ¶7   ~ words", the lines below under its words: those of a standfirst a little to the right. */
static void
quotes_wrap(const struct quotes *quotes, const char *where, const char *sign, const char *words)
{
    int columns = utf_width_of(where, strlen(where)), pad = columns < 5 ? 5 - columns : 1;
    char first[40], indent[40];

    (void)snprintf(first, sizeof first, "    %s%*s%s ", where, pad, "", sign);
    (void)snprintf(indent, sizeof indent, "%*s", 4 + columns + pad + 2, "");
    plain_wrap(quotes->out, first, indent, words, quotes->choice->columns);
}

/* An utterance: the quotes ids[0..n) of one article. A quote that its attribution cuts in two is read as one. */
static void
quotes_item(const struct quotes *quotes, const uint32_t *ids, size_t n, bool markdown)
{
    struct place place = index_quote_place(quotes->index, ids[0]);
    const struct article *article = index_article(quotes->index, place.article);
    const struct quote *quote = index_quote(quotes->index, ids[0]);
    struct text line = {0};
    const char *where = rows_place(quotes->places, quotes->index, place.article, quote->block);

    for (size_t i = 0; i < n; i++) {
        text_puts(&line, i ? " … " : "");
        quotes_words(article, index_quote(quotes->index, ids[i]), i + 1 == n, &line);
    }
    if (markdown) {
        text_puts(&line, " — ");
        quotes_source(quotes, place.article, &line);
        text_printf(&line, "%s%s", *where ? ", " : "", where);
        plain_line(quotes->out, "- ", &line, true);
    } else {
        quotes_wrap(quotes, where, quotes_sign(quote), line.v);
    }
    text_free(&line);
}

static void
quotes_article_line(const struct quotes *quotes, uint32_t article)
{
    struct text line = {0};

    quotes_source(quotes, article, &line);
    plain_wrap(quotes->out, "  ", "    ", line.v, quotes->choice->columns);
    text_free(&line);
}

static void
quotes_keep_wanted(const struct quotes *quotes, struct ids *ids)
{
    size_t kept = 0;

    for (size_t i = 0; i < ids->n; i++)
        if (quotes_wanted(quotes, ids->v[i], false))
            ids->v[kept++] = ids->v[i];
    ids->n = kept;
}

/* How many of ids[0..n) are one utterance in one paragraph. */
static size_t
quotes_utterance(const struct quotes *quotes, const uint32_t *ids, size_t n)
{
    const struct quote *first = index_quote(quotes->index, ids[0]);
    uint32_t article = index_quote_place(quotes->index, ids[0]).article;
    size_t same = 1;

    while (same < n && index_quote_place(quotes->index, ids[same]).article == article &&
           index_quote(quotes->index, ids[same])->utterance == first->utterance &&
           index_quote(quotes->index, ids[same])->block == first->block)
        same++;
    return same;
}

/* What one speaker said; ID_NONE: what nobody is known to have said. */
static void
quotes_of(const struct quotes *quotes, uint32_t speaker, struct ids *ids, bool markdown, bool *first)
{
    uint32_t article = ID_NONE;

    quotes_keep_wanted(quotes, ids);
    for (size_t i = 0, n; i < ids->n; i += n) {
        uint32_t from = index_quote_place(quotes->index, ids->v[i]).article;

        n = quotes_utterance(quotes, ids->v + i, ids->n - i);
        if (article == ID_NONE) {
            if (!*first)
                putc('\n', quotes->out);
            quotes_speaker_line(quotes, speaker, ids, markdown);
            *first = false;
        }
        if (article != from && !markdown)
            quotes_article_line(quotes, from);
        article = from;
        quotes_item(quotes, ids->v + i, n, markdown);
    }
}

/* Speakers in the order of their number of quotes, the unknown last. */
static void
quotes_by_speaker(const struct quotes *quotes, bool markdown)
{
    struct ids order = {0}, ids = {0};
    bool first = true;

    index_speakers_list(quotes->index, "", &order);
    for (size_t i = 0; i < order.n; i++) {
        if (quotes->speakers && !quotes->speakers[order.v[i]])
            continue;
        index_speaker_quotes(quotes->index, order.v[i], true, &ids);
        quotes_of(quotes, order.v[i], &ids, markdown, &first);
    }
    vec_clear(&ids);
    for (uint32_t id = 0; id < index_nquotes(quotes->index); id++)
        if (index_quote(quotes->index, id)->nspeakers == 0)
            vec_push(&ids, id);
    quotes_of(quotes, ID_NONE, &ids, markdown, &first);
    vec_free(&order);
    vec_free(&ids);
}

void
dump_quotes(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format)
{
    struct row_places places = {0};
    struct quotes quotes = {out, index, choice, NULL, &places};

    quotes_choose_speakers(&quotes);
    if (format == DUMP_JSONL || format == DUMP_CSV)
        quotes_rows(&quotes, format == DUMP_CSV ? SINK_CSV : SINK_JSON);
    else
        quotes_by_speaker(&quotes, format == DUMP_MARKDOWN);
    rows_places_free(&places);
    mem_free(quotes.speakers);
}
