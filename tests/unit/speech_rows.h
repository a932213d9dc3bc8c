/* Rows of a text and the quotes that are found in it, for the tests of who said it. All people and outlets are invented. */
#ifndef LEDE_TESTS_UNIT_SPEECH_ROWS_H
#define LEDE_TESTS_UNIT_SPEECH_ROWS_H

#include "unit.h"

#include "extract/finds.h"

/* What was found in one text. */
struct found {
    struct article *article;
    struct speech *speech;
    struct finds finds;
};

static struct found
find(const char *text, size_t len)
{
    struct article_options options = {.body = true};
    struct error error = {0};
    struct found found = {.speech = speech_new(NULL)};

    found.article = article_parse("test.txt", text, len, &options, &error);
    assert_non_null(found.article);
    speech_find(found.speech, found.article, &found.finds);
    return found;
}

static void
found_free(struct found *found)
{
    vec_free(&found->finds.entities);
    vec_free(&found->finds.mentions);
    vec_free(&found->finds.quotes);
    vec_free(&found->finds.figures);
    speech_free(found->speech);
    article_free(found->article);
}

static void
print_speakers(struct text *out, const struct found *found, const struct quote *quote)
{
    if (!quote->nspeakers)
        text_putc(out, '?');
    for (unsigned n = 0; n < quote->nspeakers; n++) {
        if (n)
            text_puts(out, " and ");
        text_puts(out, found->finds.entities.v[quote->speakers[n]].name);
    }
}

/* "kind speaker: words" a line. */
static void
print_quotes(struct text *out, const struct found *found)
{
    static const char *const kinds[] = {"direct", "fragment", "pull", "indirect", "scare"};

    for (size_t i = 0; i < found->finds.quotes.n; i++) {
        const struct quote *quote = &found->finds.quotes.v[i];

        text_puts(out, kinds[quote->kind]);
        text_putc(out, ' ');
        print_speakers(out, found, quote);
        text_printf(out, ": %.*s\n", (int)span_len(quote->span), found->article->text + quote->span.start);
    }
}

struct row {
    const char *text, *quotes;
};

static void
check_rows(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));
        struct text got = {0};

        text_puts(&got, "");
        print_quotes(&got, &found);
        assert_row(strcmp(got.v ? got.v : "", rows[i].quotes) == 0, "%s\n--- wanted\n%s--- got\n%s", rows[i].text, rows[i].quotes, got.v ? got.v : "");
        text_free(&got);
        found_free(&found);
    }
}

#define ROWS(name, ...) \
    static void \
    name(void **state) \
    { \
        static const struct row rows[] = {__VA_ARGS__}; \
\
        (void)state; \
        check_rows(rows, COUNT(rows)); \
    }

#endif
