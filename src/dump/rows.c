#include "rows.h"

#include <stdio.h>
#include <string.h>

void
rows_path(struct sink *sink, const struct article *article)
{
    if (article->path_kind == PATH_NONE) {
        sink_null(sink, "path");
    } else if (article->path_kind == PATH_NUMBER && sink->form == SINK_JSON) {
        sink_key(sink, "path");
        text_puts(sink->out, article->path);
    } else {
        sink_name(sink, "path", article->path);
    }
}

const char *
rows_speaker_name(const struct extract *extract, const struct row_names *names, uint32_t entity)
{
    struct speaker speaker;

    if (!names->index)
        return extract->entities[entity].name;
    index_speaker_named(names->index, index_speaker_of(names->index, names->article, entity), &speaker);
    return speaker.name;
}

/* "A", "A and B", "A, B and C" */
static void
rows_join_speakers(struct text *out, const struct extract *extract, const struct quote *quote, const struct row_names *names)
{
    for (int i = 0; i < quote->nspeakers; i++) {
        if (i)
            text_puts(out, i + 1 == quote->nspeakers ? " and " : ", ");
        text_puts(out, rows_speaker_name(extract, names, quote->speakers[i]));
    }
}

static void
rows_speakers(struct sink *sink, const struct extract *extract, const struct quote *quote, const struct row_names *names)
{
    struct text all = {0};

    if (quote->nspeakers < 2) {
        sink_null(sink, "speakers");
    } else if (sink->form == SINK_JSON) {
        sink_key(sink, "speakers");
        for (int i = 0; i < quote->nspeakers; i++) {
            text_puts(sink->out, i ? ", " : "[");
            sink_json_string(sink->out, slice_str(rows_speaker_name(extract, names, quote->speakers[i])));
        }
        text_putc(sink->out, ']');
    } else {
        for (int i = 0; i < quote->nspeakers; i++)
            text_printf(&all, "%s%s", i ? "; " : "", rows_speaker_name(extract, names, quote->speakers[i]));
        sink_string(sink, "speakers", slice_of(all.v, all.n));
    }
    text_free(&all);
}

static void
rows_span_or_null(struct sink *sink, struct sink_key start, struct sink_key end, struct span span)
{
    if (span_empty(span)) {
        sink_put_null(sink, start);
        sink_put_null(sink, end);
    } else {
        sink_put_count(sink, start, span.start);
        sink_put_count(sink, end, span.end);
    }
}

static void
rows_index_or_null(struct sink *sink, struct sink_key key, uint32_t index)
{
    if (index == ROW_NONE)
        sink_put_null(sink, key);
    else
        sink_put_count(sink, key, index);
}

/* "the Conservative leader" is a Conservative leader: the role, without its article. */
static struct slice
rows_role(const struct article *article, const struct entity *speaker)
{
    static const char *const articles[] = {"the ", "The ", "a ", "A ", "an ", "An "};
    struct slice role = article_slice(article, speaker->role);

    for (size_t i = 0; role.len && i < sizeof articles / sizeof *articles; i++)
        if (role.at[0] == articles[i][0] && slice_starts(role, articles[i]))
            return slice_of(role.at + strlen(articles[i]), role.len - strlen(articles[i]));
    return role;
}

void
rows_quote(struct sink *sink, const struct article *article, const struct extract *extract, const struct quote *quote,
           const struct row_names *names)
{
    const struct entity *speaker = quote->nspeakers ? &extract->entities[quote->speakers[0]] : NULL;
    struct text joined = {0};

    sink_count(sink, "start", quote->span.start);
    sink_count(sink, "end", quote->span.end);
    sink_string(sink, "text", article_slice(article, quote->span));
    sink_word(sink, "kind", quote_kind_name(quote->kind));
    if (quote->nspeakers == 1) {
        sink_name(sink, "speaker", rows_speaker_name(extract, names, quote->speakers[0]));
    } else {
        rows_join_speakers(&joined, extract, quote, names);
        sink_name(sink, "speaker", joined.v);
    }
    rows_span_or_null(sink, SINK_KEY("speaker_start"), SINK_KEY("speaker_end"), quote->speaker);
    rows_speakers(sink, extract, quote, names);
    sink_words(sink, "affiliation", speaker ? article_slice(article, speaker->affiliation) : slice_str(NULL));
    sink_words(sink, "role", speaker ? rows_role(article, speaker) : slice_str(NULL));
    sink_words(sink, "cue", article_slice(article, quote->cue));
    sink_word(sink, "found", quote_found_name(quote->found));
    sink_share(sink, "confidence", quote->confidence);
    sink_count(sink, "utterance", quote->utterance);
    rows_index_or_null(sink, SINK_KEY("repeats"), quote->repeats);
    text_free(&joined);
}

void
rows_figure(struct sink *sink, const struct article *article, const struct figure *figure)
{
    sink_count(sink, "start", figure->span.start);
    sink_count(sink, "end", figure->span.end);
    sink_string(sink, "text", article_slice(article, figure->span));
    sink_word(sink, "kind", figure_kind_name(figure->kind));
    if (figure->date)
        sink_name(sink, "value", figure->date);
    else
        sink_decimal(sink, "value", figure->has_value, figure->value);
    sink_decimal(sink, "value_high", figure->has_high, figure->high);
    sink_name(sink, "unit", figure->unit);
    sink_word(sink, "hedge", hedge_name(figure->hedge));
    sink_word(sink, "trend", trend_name(figure->trend));
    sink_words(sink, "of", article_slice(article, figure->of));
    sink_words(sink, "period", article_slice(article, figure->period));
    rows_index_or_null(sink, SINK_KEY("quote"), figure->quote);
    rows_index_or_null(sink, SINK_KEY("same_as"), figure->same_as);
}

/* A page of ten thousand paragraphs has as many quotes: counting from its top for each of them would take the square of that. */
static void
rows_places_count(struct row_places *places, const struct article *article, uint32_t id)
{
    uint32_t n = 0;

    if (places->article == id && places->numbers.n == article->nblocks)
        return;
    places->article = id;
    vec_clear(&places->numbers);
    for (size_t i = 0; i < article->nblocks; i++) {
        n += article->blocks[i].kind == BLOCK_PARA;
        vec_push(&places->numbers, n);
    }
}

const char *
rows_place(struct row_places *places, const struct index *index, uint32_t id, uint32_t block)
{
    const struct article *article = index_article(index, id);

    if (block >= article->nblocks)
        return "";
    if (article->blocks[block].kind == BLOCK_QUOTE)
        return "pull quote";
    if (article->blocks[block].kind != BLOCK_PARA)
        return block_kind_name(article->blocks[block].kind);
    rows_places_count(places, article, id);
    (void)snprintf(places->text, sizeof places->text, "¶%u", places->numbers.v[block]);
    return places->text;
}

void
rows_places_free(struct row_places *places)
{
    vec_free(&places->numbers);
}
