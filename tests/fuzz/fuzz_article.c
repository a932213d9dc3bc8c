/*
 * Any bytes at all, through decoding, blocks, extraction, index and printing. What must hold whatever the text says is checked
 * here; what must not happen at all is left to the sanitizers. Built for libFuzzer by --enable-fuzzing, else with driver.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "finds.h"
#include "lede/dump.h"
#include "lede/utf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Nothing but blanks and characters that are never shown. */
static bool
is_blank(const struct article *article, uint32_t from, uint32_t to)
{
    while (from < to) {
        uint32_t cp;

        from += (uint32_t)utf_decode(article->text + from, to - from, &cp);
        if (!utf_is_space(cp) && !utf_is_hidden(cp))
            return false;
    }
    return true;
}

/* Every word of the text stands in a block, and there is something to call the article by. */
static void
check_cover(const struct article *article)
{
    struct slice headline = article_headline(article, NULL);
    uint32_t end = 0;

    for (size_t i = 0; i < article->nblocks; i++) {
        CHECK(is_blank(article, end, article->blocks[i].span.start));
        end = article->blocks[i].span.end;
    }
    CHECK(is_blank(article, end, article->len));
    CHECK(headline.len > 0 && utf_valid(headline.at, headline.len, NULL));
    CHECK(article_source(article).len > 0);
}

static char *
print_row(const struct article *article, const struct extract *extract)
{
    struct text row = {0};

    dump_article(&row, article, extract);
    CHECK(row.n > 2 && row.v[row.n - 1] == '\n' && row.v[row.n - 2] == '}' && utf_valid(row.v, row.n, NULL));
    return row.v;
}

/* Takes the article over. */
static void
check_index(struct article *article, const struct extract *extract)
{
    struct index *index = index_new();
    struct ids ids = {0};
    size_t nquotes = extract->nquotes, nfigures = extract->nfigures, nblocks = article->nblocks, len = article->len;

    CHECK(index_add(index, article, extract) == 0);
    /* What comes out of its record again is what went in. */
    CHECK(index_extract(index, 0)->nquotes == nquotes && index_extract(index, 0)->nfigures == nfigures);
    CHECK(index_article(index, 0)->nblocks == nblocks && index_article(index, 0)->len == len);
    filter_quotes(index, &FILTER_ALL, &ids);
    CHECK(ids.n <= nquotes);
    filter_figures(index, &FILTER_ALL, &ids);
    CHECK(ids.n <= nfigures);
    index_speakers_list(index, "", &ids);
    for (size_t i = 0; i < ids.n; i++) {
        struct speaker speaker;

        index_speaker(index, ids.v[i], &speaker);
        CHECK(speaker.nquotes > 0 && speaker.narticles == 1 && speaker.noutlets == 1);
    }
    index_terms_find(index, "a", &ids);
    vec_free(&ids);
    index_free(index);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct extractor *kept; /* what a text leaves in it must not change what is found in the next */
    struct extractor *fresh = extractor_new();
    const struct article_options options = {.body = size > 0 && data[0] == '\x01', .max_bytes = 1 << 20};
    struct article *article = article_parse("fuzz.txt", (const char *)data, size, &options, NULL);

    if (!kept)
        kept = extractor_new();
    if (article) {
        const struct extract *extract = extract_article(kept, article), *again = extract_article(fresh, article);
        char *row = print_row(article, extract), *row_again = print_row(article, again);

        finds_check(article, extract);
        check_cover(article);
        CHECK(strcmp(row, row_again) == 0);
        free(row);
        free(row_again);
        check_index(article, extract);
    }
    extractor_free(fresh);
    return 0;
}
