/* Queries: any bytes. What is wrong has its place, what was typed can be made whole, and what is found lies in the text. */
#include <stdlib.h>
#include <string.h>

#include "lede/query.h"

#define CHECK(what) ((what) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char fuzz_text[] =
    "Harbour “calm”, says Vik\n\nThe U.S. crane cost $1.5bn, 20 % more than in 2025.\n\n"
    "“We won’t pay,” Ida Vik said. Québec, inter\xC2\xADnational.\n";

/* Small and always the same; never freed, for the process ends. */
static const struct index *
fuzz_index(void)
{
    static struct index *index;
    const struct article_options options = {.body = true};

    if (!index) {
        struct extractor *extractor = extractor_new();
        struct error error = {0};
        struct article *article = article_parse("a.txt", fuzz_text, strlen(fuzz_text), &options, &error);

        CHECK(article);
        index = index_new();
        (void)index_add(index, article, extract_article(extractor, article));
        extractor_free(extractor);
    }
    return index;
}

static void
check_error(const struct query_error *error, size_t len)
{
    if (!error->sentence)
        return;
    CHECK(*error->sentence);
    CHECK(error->offset <= len && error->len <= len - error->offset);
}

static void
check_search(const struct query *query)
{
    const struct index *index = fuzz_index();
    struct search *search = search_new(index, query);
    size_t len = strlen(fuzz_text);
    struct span hit;

    (void)search_passes_article(search, 0);
    for (uint32_t i = 0; i < index_nquotes(index); i++)
        (void)search_passes_quote(search, i);
    for (uint32_t i = 0; i < index_nfigures(index); i++)
        (void)search_passes_figure(search, i);
    if (query_is_empty(query))
        CHECK(search_passes_article(search, 0));
    for (size_t at = 0; query_find(query, fuzz_text, len, at, &hit); at = hit.end)
        CHECK(hit.start >= at && hit.end > hit.start && hit.end <= len);
    search_free(search);
}

/* Where nothing was wrong with what was typed, nothing is with the whole of it. */
static void
check_whole(const char *text, const struct query_error *typed)
{
    struct query_error error = {0};
    struct text whole = {0};

    query_complete(text, &whole);
    if (!typed->sentence && strlen(text) < 4000) {
        struct query *query = query_parse(whole.v, 0, &error);

        CHECK(query);
        query_free(query);
    }
    query_error_clear(&error);
    text_free(&whole);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = mem_alloc(size + 1);
    struct query_error error = {0};
    struct query *query;

    memcpy(text, data, size);
    text[size] = '\0';
    query = query_parse(text, 0, &error);
    CHECK(!query == (error.sentence != NULL));
    check_error(&error, strlen(text));
    if (query)
        check_search(query);
    query_free(query);
    query = query_parse(text, QUERY_TYPING, &error);
    CHECK(query);
    check_error(&error, strlen(text));
    check_search(query);
    check_whole(text, &error);
    query_free(query);
    query_error_clear(&error);
    mem_free(text);
    return 0;
}
