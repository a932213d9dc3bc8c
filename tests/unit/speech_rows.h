/* Rows of a text and the quotes that are found in it, for the tests of who said it. All people and outlets are invented. */
#ifndef LEDE_TESTS_UNIT_SPEECH_ROWS_H
#define LEDE_TESTS_UNIT_SPEECH_ROWS_H

#include "speech_found.h"

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
