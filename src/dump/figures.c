/* `lede figures`: how much, in columns or as rows. */
#include <string.h>

#include "lede/utf.h"
#include "rows.h"

struct figures {
    FILE *out;
    const struct index *index;
    const struct dump_choice *choice;
    int columns; /* of the values of the article that is printed */
    size_t printed;
    struct row_places *places;
};

enum { FIGURES_COLUMNS = 12, FIGURES_MOST_COLUMNS = 28, FIGURES_SUBJECT = 40 };

static bool
figures_wanted(const struct figures *figures, uint32_t id, bool rows)
{
    if (figures->choice->figure_kinds && !(figures->choice->figure_kinds & 1u << index_figure_kind(figures->index, id)))
        return false;
    if (figures->choice->unit_search && !search_passes_figure(figures->choice->unit_search, id))
        return false;
    if (figures->choice->search && !search_passes_figure(figures->choice->search, id))
        return false;
    return rows || !index_figure_repeats(figures->index, id);
}

/* ---- rows -------------------------------------------------------------------------- */

static void
figures_source_fields(struct sink *sink, const struct article *article)
{
    sink_words(sink, "outlet", article_slice(article, article->outlet));
    sink_words(sink, "title", article_slice(article, article->title));
    sink_name(sink, "published", article->published);
}

static void
figures_csv_header(struct sink *sink)
{
    static const struct article article = {.path = "", .text = ""};
    static const struct figure figure = {.quote = ROW_NONE, .same_as = ROW_NONE};

    sink->form = SINK_CSV_HEADER;
    sink_open(sink);
    sink_null(sink, "path");
    rows_figure(sink, &article, &figure);
    figures_source_fields(sink, &article);
    sink_close(sink);
    sink_end_row(sink);
    sink->form = SINK_CSV;
}

static void
figures_rows(struct figures *figures, enum sink_form form)
{
    struct text row = {0};
    struct sink sink = {.out = &row, .stream = figures->out, .form = form};

    if (form == SINK_CSV)
        figures_csv_header(&sink);
    for (uint32_t id = 0; id < index_nfigures(figures->index); id++) {
        const struct article *article = index_article(figures->index, index_figure_place(figures->index, id).article);

        if (!figures_wanted(figures, id, true))
            continue;
        figures->printed++;
        sink_open(&sink);
        rows_path(&sink, article);
        rows_figure(&sink, article, index_figure(figures->index, id));
        figures_source_fields(&sink, article);
        sink_close(&sink);
        sink_end_row(&sink);
    }
    text_free(&row);
}

/* ---- for the eye ---------------------------------------------------------------------- */

static const char *const figures_hedges[HEDGES] = {"", "about", "nearly", "more than", "less than", "at least", "at most", "up to"};

static void
figures_pad(FILE *out, const char *s, int columns, bool right)
{
    int pad = columns - utf_width_of(s, strlen(s));

    if (!right)
        fputs(s, out);
    for (; pad > 0; pad--)
        putc(' ', out);
    if (right)
        fputs(s, out);
}

/* "canola exports, in 2025": what is counted, and over which time */
static void
figures_subject(const struct article *article, const struct figure *figure, struct text *out)
{
    struct text buf = {0};
    struct slice of = plain_words(&buf, article_slice(article, figure->of));

    out->n = 0;
    text_add(out, of.at, of.len);
    if (!out->n && figure->kind == FIGURE_COUNT && figure->unit)
        text_puts(out, figure->unit);
    of = plain_words(&buf, article_slice(article, figure->period));
    if (of.len)
        text_printf(out, "%s%.*s", out->n ? ", " : "", (int)of.len, of.at);
    text_free(&buf);
}

static void
figures_line(const struct figures *figures, uint32_t id)
{
    struct place place = index_figure_place(figures->index, id);
    const struct article *article = index_article(figures->index, place.article);
    const struct figure *figure = index_figure(figures->index, id);
    struct text buf = {0}, subject = {0};
    struct slice words = plain_words(&buf, article_slice(article, figure->span));

    figures_subject(article, figure, &subject);
    fputs("  ", figures->out);
    figures_pad(figures->out, figures_hedges[figure->hedge], 9, true);
    putc(' ', figures->out);
    figures_pad(figures->out, words.len ? buf.v : "", figures->columns, true);
    fputs("  ", figures->out);
    figures_pad(figures->out, subject.v, FIGURES_SUBJECT, false);
    fprintf(figures->out, "  %s\n", rows_place(figures->places, figures->index, place.article, figure->block));
    text_free(&buf);
    text_free(&subject);
}

static void
figures_item(const struct figures *figures, uint32_t id)
{
    struct place place = index_figure_place(figures->index, id);
    const struct article *article = index_article(figures->index, place.article);
    const struct figure *figure = index_figure(figures->index, id);
    struct text buf = {0}, subject = {0}, line = {0};
    struct slice words = plain_words(&buf, article_slice(article, figure->span));
    const char *hedge = figures_hedges[figure->hedge], *where;

    figures_subject(article, figure, &subject);
    where = rows_place(figures->places, figures->index, place.article, figure->block);
    text_printf(&line, "%s%s%.*s%s%s", hedge, *hedge ? " " : "", (int)words.len, words.at, subject.n ? " — " : "", subject.v);
    text_printf(&line, "%s%s", *where ? ", " : "", where);
    plain_line(figures->out, "- ", &line, true);
    text_free(&buf);
    text_free(&subject);
    text_free(&line);
}

static void
figures_heading(const struct figures *figures, uint32_t article_id, bool markdown)
{
    const struct article *article = index_article(figures->index, article_id);
    struct text buf = {0}, line = {0};
    struct slice words = plain_words(&buf, article_source(article));

    text_printf(&line, "%.*s — ", (int)words.len, words.at);
    words = plain_words(&buf, article_headline(article, NULL));
    text_add(&line, words.at, words.len);
    plain_line(figures->out, markdown ? "## " : "", &line, markdown);
    if (markdown)
        putc('\n', figures->out);
    text_free(&buf);
    text_free(&line);
}

/* So wide that the values of this article stand in one column; one that is much longer than the rest may stick out. */
static int
figures_widest(const struct figures *figures, uint32_t first)
{
    uint32_t article_id = index_figure_place(figures->index, first).article;
    const struct article *article = index_article(figures->index, article_id);
    int widest = FIGURES_COLUMNS;

    for (uint32_t id = first; id < index_nfigures(figures->index) && index_figure_place(figures->index, id).article == article_id; id++) {
        struct slice words = article_slice(article, index_figure(figures->index, id)->span);
        int columns = figures_wanted(figures, id, false) ? utf_width_of(words.at, words.len) : 0;

        if (columns > widest && columns <= FIGURES_MOST_COLUMNS)
            widest = columns;
    }
    return widest;
}

static void
figures_by_article(struct figures *figures, bool markdown)
{
    uint32_t last = ID_NONE;

    for (uint32_t id = 0; id < index_nfigures(figures->index); id++) {
        uint32_t article = index_figure_place(figures->index, id).article;

        if (!figures_wanted(figures, id, false))
            continue;
        if (article != last) {
            if (last != ID_NONE)
                putc('\n', figures->out);
            figures_heading(figures, article, markdown);
            figures->columns = figures_widest(figures, id);
        }
        last = article;
        figures->printed++;
        if (markdown)
            figures_item(figures, id);
        else
            figures_line(figures, id);
    }
}

size_t
dump_figures(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format)
{
    struct row_places places = {0};
    struct figures figures = {.out = out, .index = index, .choice = choice, .places = &places};

    if (format == DUMP_JSONL || format == DUMP_CSV)
        figures_rows(&figures, format == DUMP_CSV ? SINK_CSV : SINK_JSON);
    else
        figures_by_article(&figures, format == DUMP_MARKDOWN);
    rows_places_free(&places);
    return figures.printed;
}
