/* Blocks: what each line of a pasted page is. The passes stand in files of their own; here is their order. */
#include "page.h"

enum { BLOCKS_NAME_WORDS = 14 };

bool
line_names(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    /* the counts settle most cases before words are looked at */
    return line->words >= 2 && line->words <= BLOCKS_NAME_WORDS && line->caps * 2 >= line->words && line->digits == 0 &&
           byline_is_name(line_slice(page, i));
}

static void
blocks_classify(struct page *page)
{
    for (size_t i = page->first; i < page->n; i++) {
        struct line *line = &page->lines[i];

        line->class = (uint8_t)furniture_class(line_slice(page, i), line);
        if (line->class != LINE_PLAIN)
            continue;
        if (line_names(page, i))
            line->flags |= LINE_NAME;
        if (quote_names(page, i))
            line->flags |= LINE_SOURCE;
    }
}

static void
blocks_ask(struct page *page, struct echo *echo)
{
    for (size_t i = page->first; i < page->n; i++) {
        unsigned what = title_asks(page, i) | quote_asks(page, i);

        if (what)
            echo_add(echo, page, i, what);
    }
    echo_run(echo, page);
}

/* The headline was given beside the text, which has neither that nor a heading of furniture with lines below: it is no page. */
static bool
blocks_is_clean(const struct page *page)
{
    static const unsigned furniture = 1u << LINE_RELATED | 1u << LINE_LEGAL | 1u << LINE_SUBSCRIBE | 1u << LINE_NEWSLETTER |
                                      1u << LINE_AUTHOR | 1u << LINE_COMMENTS | 1u << LINE_TOPICS | 1u << LINE_FOLLOW;

    if (!page_is_given(page, page->article->title) || page->title < page->n)
        return false;
    for (size_t i = page->first; i < page->n; i++)
        if (furniture & 1u << page->lines[i].class)
            return false;
    return true;
}

/* A page has a standfirst above its text, other stories and buttons around it, which are known by their place; here the same lines
   are text. */
static void
blocks_all_text(struct page *page)
{
    struct span *standfirst = &page->article->standfirst;

    for (size_t i = page->first; i < page->n; i++) {
        struct line *line = &page->lines[i];
        bool guessed = line->kind == BLOCK_STANDFIRST && span_holds(line->span, *standfirst);

        if (guessed)
            *standfirst = (struct span){0, 0};
        if (guessed || (line->kind == BLOCK_BOILER && line->class == LINE_PLAIN))
            line->kind = BLOCK_PARA;
    }
}

static void
blocks_keep(struct page *page)
{
    struct article *article = page->article;
    struct block *blocks = page->n ? arena_alloc(article->arena, page->n * sizeof *blocks) : NULL;

    for (size_t i = 0; i < page->n; i++) {
        const struct line *line = &page->lines[i];

        blocks[i] = (struct block){line->span, line->shown, (enum block_kind)line->kind, line->repeated};
    }
    article->blocks = blocks;
    article->nblocks = page->n;
}

void
blocks_find(struct article *article)
{
    struct page page = {.article = article, .text = article->text};
    struct echo *echo = echo_new();

    lines_find(&page);
    header_read(&page);
    blocks_classify(&page);
    page.prose = title_text_begins(&page);
    title_mark(&page);
    blocks_ask(&page, echo);
    title_find(&page, echo);
    meta_find(&page, echo);
    body_find(&page, echo);
    meta_repeated(&page, echo);
    if (blocks_is_clean(&page))
        blocks_all_text(&page);
    blocks_keep(&page);
    echo_free(echo);
    mem_free(page.lines);
    mem_free(page.words);
}
