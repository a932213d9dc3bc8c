/* `lede search`: the articles that a query finds, with the words around the first hits. */
#include <string.h>

#include "lede/query.h"
#include "lede/utf.h"
#include "rows.h"

struct found {
    FILE *out;
    const struct index *index;
    const struct dump_choice *choice;
    uint32_t id;
    const struct article *article;
    const struct extract *extract;
    uint32_t nhits, nquotes, nfigures;
    struct row_places *places;
};

enum { FOUND_LINES = 3, FOUND_ROW_COLUMNS = 100, FOUND_INDENT = 8, FOUND_ROOM = 1024 };

/* ---- words around a hit ------------------------------------------------------------------ */

/* The beginning of the word before s[at). */
static size_t
search_word_before(const char *s, size_t at)
{
    while (at > 0 && s[at - 1] == ' ')
        at--;
    while (at > 0 && s[at - 1] != ' ')
        at--;
    return at;
}

static size_t
search_word_end(const char *s, size_t len, size_t at)
{
    while (at < len && s[at] == ' ')
        at++;
    while (at < len && s[at] != ' ')
        at++;
    return at;
}

static int
search_width(struct slice plain, size_t from, size_t end)
{
    return utf_width_of(plain.at + from, end - from);
}

/* What fits of s[from, end). */
static size_t
search_cut(struct slice plain, size_t from, size_t end, int columns)
{
    size_t at = from, next;

    if (search_width(plain, from, end) <= columns)
        return end;
    while (at < end && (next = utf_grapheme_end(plain.at, plain.len, at), columns -= search_width(plain, at, next), columns >= 0))
        at = next;
    return at;
}

/* "… words before hit words behind …": whole words, as many as fit, a third of the columns before the hit, or more where nothing
   is behind it. */
static void
search_around(struct text *out, struct slice plain, struct span hit, int columns)
{
    size_t from = hit.start, end = search_cut(plain, hit.start, hit.end, columns), next;

    for (; from > 0; from = next) {
        next = search_word_before(plain.at, from);
        if (search_width(plain, next, hit.start) > columns / 3)
            break;
    }
    for (; end < plain.len; end = next) {
        next = search_word_end(plain.at, plain.len, end);
        if (search_width(plain, from, next) > columns - 4)
            break;
    }
    for (; from > 0 && end == plain.len; from = next) {
        next = search_word_before(plain.at, from);
        if (search_width(plain, next, end) > columns - 4)
            break;
    }
    text_puts(out, from > 0 ? "… " : "");
    text_add(out, plain.at + from, end - from);
    text_puts(out, end < plain.len ? " …" : "");
}

/* "¶3  … words …"; the block's kind where it is no paragraph */
static void
search_line(const struct found *found, uint32_t block, struct slice plain, struct span hit, struct text *line)
{
    const char *place = rows_place(found->places, found->index, found->id, block);
    int columns = found->choice->columns - FOUND_INDENT;

    text_puts(line, *place ? place : "");
    text_puts(line, *place ? "  " : "");
    search_around(line, plain, hit, columns);
}

/* So much of the block's words around the span that no more of them fit in a line: a paragraph of a megabyte may have thousands of
   hits that look alike. */
static struct span
search_near(const struct found *found, uint32_t block, struct span span)
{
    struct span words = found->article->blocks[block].words;
    uint32_t room = FOUND_ROOM + 16 * (uint32_t)(found->choice->columns > 0 ? found->choice->columns : 0);

    if (span.start - words.start > room)
        for (words.start = span.start - room; ((unsigned char)found->article->text[words.start] & 0xC0) == 0x80; words.start++)
            ;
    if (words.end > span.end && words.end - span.end > room)
        for (words.end = span.end + room; ((unsigned char)found->article->text[words.end] & 0xC0) == 0x80; words.end--)
            ;
    return words;
}

/* The span of the article as one of these plain words, which it stands in. */
static struct span
search_plain_span(const struct found *found, struct span words, struct span span, struct text *buf)
{
    struct slice before = plain_words(buf, slice_of(found->article->text + words.start, span.start - words.start));
    uint32_t start = (uint32_t)(before.len + (before.len && found->article->text[span.start - 1] == ' ')), len;

    len = (uint32_t)plain_words(buf, article_slice(found->article, span)).len;
    return (struct span){start, start + len};
}

/* ---- lines of an article -------------------------------------------------------------------- */

typedef void search_take(void *arg, struct text *line);

/* The first hit of each block that has one; the headline stands over them anyway. */
static bool
search_words(const struct found *found, int most, search_take *take, void *arg)
{
    struct text buf = {0}, line = {0};
    int n = 0;

    for (uint32_t b = 0; b < found->article->nblocks && n < most; b++) {
        const struct block *block = &found->article->blocks[b];
        struct slice plain;
        struct span hit;

        if (!block_is_reading(block->kind) || block->kind == BLOCK_TITLE || block->repeated)
            continue;
        plain = plain_words(&buf, article_slice(found->article, block->words));
        if (!query_find(found->choice->query, plain.at, plain.len, 0, &hit))
            continue;
        line.n = 0;
        search_line(found, b, plain, hit, &line);
        take(arg, &line);
        n++;
    }
    text_free(&buf);
    text_free(&line);
    return n > 0;
}

/* False when the words around are those of the last one. */
static bool
search_at(const struct found *found, uint32_t block, struct span span, struct text *last, struct text *line)
{
    struct text buf = {0};
    struct span near = search_near(found, block, span), hit = search_plain_span(found, near, span, &buf);
    struct slice plain = plain_words(&buf, article_slice(found->article, near));
    bool same;

    if (hit.start > plain.len)
        hit = (struct span){0, 0};
    if (hit.end > plain.len)
        hit.end = (uint32_t)plain.len;
    line->n = 0;
    search_line(found, block, plain, hit, line);
    same = slice_equal(slice_of(last->v, last->n), slice_of(line->v, line->n));
    last->n = 0;
    text_add(last, line->v, line->n);
    text_free(&buf);
    return !same;
}

static bool
search_quote(const struct found *found, uint32_t row)
{
    uint32_t id = index_quote_id(found->index, found->id, row);

    return index_quote_listed(found->index, id) && search_passes_quote(found->choice->search, id);
}

static bool
search_figure(const struct found *found, uint32_t row)
{
    uint32_t id = index_figure_id(found->index, found->id, row);

    return !index_figure_repeats(found->index, id) && search_passes_figure(found->choice->search, id);
}

/* The figures or quotes that pass, where they were asked for. */
static void
search_finds(const struct found *found, int most, enum search_unit unit, search_take *take, void *arg)
{
    bool quotes = unit == SEARCH_QUOTES;
    size_t rows = quotes ? found->extract->nquotes : found->extract->nfigures;
    struct text line = {0}, last = {0};

    for (uint32_t row = 0; row < rows && most > 0; row++) {
        uint32_t block = quotes ? found->extract->quotes[row].block : found->extract->figures[row].block;
        struct span span = quotes ? found->extract->quotes[row].span : found->extract->figures[row].span;

        if (!(quotes ? search_quote : search_figure)(found, row) || !search_at(found, block, span, &last, &line))
            continue;
        take(arg, &line);
        most--;
    }
    text_free(&line);
    text_free(&last);
}

/* Words that were asked for where they stand; where none were, the figures that were, or the quotes. */
static void
search_lines(const struct found *found, int most, search_take *take, void *arg)
{
    if (search_words(found, most, take, arg))
        return;
    if (query_asks(found->choice->query, SEARCH_FIGURES))
        search_finds(found, most, SEARCH_FIGURES, take, arg);
    else if (query_asks(found->choice->query, SEARCH_QUOTES))
        search_finds(found, most, SEARCH_QUOTES, take, arg);
}

static void
search_count(struct found *found)
{
    found->nhits = found->nquotes = found->nfigures = 0;
    for (uint32_t b = 0; b < found->article->nblocks; b++) {
        const struct block *block = &found->article->blocks[b];
        struct slice words = article_slice(found->article, block->words);
        struct span hit;

        if (block->kind == BLOCK_BOILER || block->repeated)
            continue;
        for (size_t at = 0; query_find(found->choice->query, words.at, words.len, at, &hit); at = hit.end)
            found->nhits++;
    }
    for (uint32_t row = 0; row < found->extract->nquotes; row++)
        found->nquotes += search_quote(found, row);
    for (uint32_t row = 0; row < found->extract->nfigures; row++)
        found->nfigures += search_figure(found, row);
}

/* ---- rows ------------------------------------------------------------------------------------- */

static void
search_keep(void *arg, struct text *line)
{
    struct text *kept = arg;

    kept->n = 0;
    text_add(kept, line->v, line->n);
}

static void
search_fields(struct sink *sink, const struct found *found, const struct text *context)
{
    rows_path(sink, found->article);
    sink_words(sink, "outlet", article_slice(found->article, found->article->outlet));
    sink_words(sink, "title", article_slice(found->article, found->article->title));
    sink_name(sink, "published", found->article->published);
    sink_count(sink, "hits", found->nhits);
    sink_count(sink, "quotes", found->nquotes);
    sink_count(sink, "figures", found->nfigures);
    sink_words(sink, "context", slice_of(context->v, context->n));
}

static void
search_row(struct found *found, struct sink *sink)
{
    struct text context = {0};

    search_count(found);
    search_lines(found, 1, search_keep, &context);
    sink_open(sink);
    search_fields(sink, found, &context);
    sink_close(sink);
    sink_end_row(sink);
    text_free(&context);
}

static void
search_csv_header(struct sink *sink)
{
    static const struct article article = {.path = "", .text = ""};
    static const struct text none;

    sink->form = SINK_CSV_HEADER;
    sink_open(sink);
    search_fields(sink, &(struct found){.article = &article}, &none);
    sink_close(sink);
    sink_end_row(sink);
    sink->form = SINK_CSV;
}

/* ---- for the eye --------------------------------------------------------------------------------- */

static void
search_print(void *arg, struct text *line)
{
    plain_line(arg, "  ", line, false);
}

static void
search_print_markdown(void *arg, struct text *line)
{
    plain_line(arg, "  - ", line, true);
}

/* "Harbour Post · Crane stands still · 2026-02-03" */
static void
search_about(const struct found *found, struct text *out)
{
    struct text buf = {0};
    struct slice words = plain_words(&buf, article_source(found->article));

    text_add(out, words.at, words.len);
    words = plain_words(&buf, article_headline(found->article, NULL));
    text_puts(out, " · ");
    text_add(out, words.at, words.len);
    if (found->article->published)
        text_printf(out, " · %s", found->article->published);
    text_free(&buf);
}

static void
search_item(const struct found *found, bool markdown, bool first)
{
    struct text line = {0}, buf = {0};
    struct slice path = plain_words(&buf, slice_str(found->article->path));

    if (!first && !markdown)
        putc('\n', found->out);
    if (markdown) {
        search_about(found, &line);
        text_printf(&line, " (%.*s)", (int)path.len, path.at);
        plain_line(found->out, "- ", &line, true);
        search_lines(found, FOUND_LINES, search_print_markdown, found->out);
    } else {
        text_add(&line, path.at, path.len);
        plain_line(found->out, "", &line, false);
        line.n = 0;
        search_about(found, &line);
        plain_line(found->out, "  ", &line, false);
        search_lines(found, FOUND_LINES, search_print, found->out);
    }
    text_free(&line);
    text_free(&buf);
}

void
dump_search(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format)
{
    struct dump_choice wide = *choice;
    struct row_places places = {0};
    struct found found = {.out = out, .index = index, .choice = choice, .places = &places};
    struct text row = {0};
    struct sink sink = {.out = &row, .stream = out, .form = format == DUMP_CSV ? SINK_CSV : SINK_JSON};
    struct ids ids = {0};
    bool rows = format == DUMP_JSONL || format == DUMP_CSV, first = true;

    wide.columns = FOUND_ROW_COLUMNS; /* rows do not depend on the terminal */
    if (rows)
        found.choice = &wide;
    if (format == DUMP_CSV)
        search_csv_header(&sink);
    index_list(index, &ids);
    for (size_t i = 0; i < ids.n && !ferror(out); i++) {
        if (!search_passes_article(choice->search, ids.v[i]))
            continue;
        found.id = ids.v[i];
        found.article = index_article(index, found.id);
        found.extract = index_extract(index, found.id);
        if (rows)
            search_row(&found, &sink);
        else
            search_item(&found, format == DUMP_MARKDOWN, first);
        first = false;
    }
    rows_places_free(&places);
    vec_free(&ids);
    text_free(&row);
}
