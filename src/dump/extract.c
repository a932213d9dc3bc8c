/* A row of `lede extract`: one article. */
#include <string.h>

#include "rows.h"

static void
extract_tags(struct sink *sink, const struct article *article)
{
    struct text buf = {0};

    sink_key(sink, "tags");
    text_putc(sink->out, '[');
    for (size_t i = 0; i < article->ntags; i++) {
        if (i)
            text_puts(sink->out, ", ");
        sink_json_string(sink->out, plain_words(&buf, article_slice(article, article->tags[i])));
    }
    text_putc(sink->out, ']');
    text_free(&buf);
}

static void
extract_blocks(struct sink *sink, const struct article *article)
{
    sink_key(sink, "blocks");
    text_putc(sink->out, '[');
    for (size_t i = 0; i < article->nblocks; i++) {
        const struct block *block = &article->blocks[i];

        if (i)
            text_puts(sink->out, ", ");
        sink_open(sink);
        sink_count(sink, "start", block->span.start);
        sink_count(sink, "end", block->span.end);
        sink_word(sink, "kind", block_kind_name(block->kind));
        sink_close(sink);
    }
    text_putc(sink->out, ']');
}

static void
extract_quotes(struct sink *sink, const struct article *article, const struct extract *extract)
{
    const struct row_names names = {0};

    sink_key(sink, "quotes");
    text_putc(sink->out, '[');
    for (size_t i = 0; i < extract->nquotes; i++) {
        text_puts(sink->out, i ? ", " : "");
        sink_open(sink);
        rows_quote(sink, article, extract, &extract->quotes[i], &names);
        sink_close(sink);
    }
    text_putc(sink->out, ']');
}

static void
extract_figures(struct sink *sink, const struct article *article, const struct extract *extract)
{
    sink_key(sink, "figures");
    text_putc(sink->out, '[');
    for (size_t i = 0; i < extract->nfigures; i++) {
        text_puts(sink->out, i ? ", " : "");
        sink_open(sink);
        rows_figure(sink, article, &extract->figures[i]);
        sink_close(sink);
    }
    text_putc(sink->out, ']');
}

void
dump_article(struct text *out, const struct article *article, const struct extract *extract)
{
    struct sink sink = {.out = out, .form = SINK_JSON};

    (void)text_room(out, 5 * (size_t)article->len + 4 * SINK_ROOM); /* what most rows need: they are not moved as they grow */
    sink_open(&sink);
    rows_path(&sink, article);
    sink_word(&sink, "encoding", article->encoding);
    sink_words(&sink, "title", article_slice(article, article->title));
    sink_words(&sink, "standfirst", article_slice(article, article->standfirst));
    sink_words(&sink, "byline", article_slice(article, article->byline));
    sink_words(&sink, "outlet", article_slice(article, article->outlet));
    sink_name(&sink, "published", article->published);
    sink_words(&sink, "url", article_slice(article, article->url));
    extract_tags(&sink, article);
    extract_blocks(&sink, article);
    extract_quotes(&sink, article, extract);
    extract_figures(&sink, article, extract);
    sink_close(&sink);
    sink_end_row(&sink);
}
