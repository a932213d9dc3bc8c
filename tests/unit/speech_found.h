/* What speech is found in a text: for the tests of who said it. */
#ifndef LEDE_TESTS_UNIT_SPEECH_FOUND_H
#define LEDE_TESTS_UNIT_SPEECH_FOUND_H

#include "unit.h"

#include "extract/finds.h"

/* What was found in one text. */
struct found {
    struct article *article;
    struct speech *speech;
    struct finds finds;
};

static inline struct found
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

static inline void
found_free(struct found *found)
{
    vec_free(&found->finds.entities);
    vec_free(&found->finds.mentions);
    vec_free(&found->finds.quotes);
    vec_free(&found->finds.figures);
    speech_free(found->speech);
    article_free(found->article);
}

static inline void
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

#endif
