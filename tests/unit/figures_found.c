#include "unit/figures_found.h"

/* Figures take the plain words from speech: without it they must find the same. */
static void
check_alone(const struct found *found)
{
    struct finds alone = {0};

    figures_find(found->measures, found->article, &alone);
    assert_int_equal(alone.figures.n, found->finds.figures.n);
    for (size_t i = 0; i < alone.figures.n; i++) {
        assert_memory_equal(&alone.figures.v[i].span, &found->finds.figures.v[i].span, sizeof alone.figures.v[i].span);
        assert_memory_equal(&alone.figures.v[i].of, &found->finds.figures.v[i].of, sizeof alone.figures.v[i].of);
        assert_int_equal(alone.figures.v[i].kind, found->finds.figures.v[i].kind);
        assert_int_equal(alone.figures.v[i].hedge, found->finds.figures.v[i].hedge);
    }
    vec_free(&alone.figures);
}

struct found
find(const char *text, size_t len)
{
    struct article_options options = {.body = true};
    struct found found = {.speech = speech_new(NULL), .measures = measures_new()};

    found.article = article_parse("test.txt", text, len, &options, NULL);
    assert_non_null(found.article);
    speech_find(found.speech, found.article, &found.finds);
    figures_find(found.measures, found.article, &found.finds);
    check_alone(&found);
    return found;
}

void
found_free(struct found *found)
{
    vec_free(&found->finds.figures);
    vec_free(&found->finds.quotes);
    vec_free(&found->finds.entities);
    vec_free(&found->finds.mentions);
    speech_free(found->speech);
    article_free(found->article);
    measures_free(found->measures);
}

static void
print_figure(struct text *out, const struct found *found, const struct figure *figure)
{
    char buf[DECIMAL_BUF];
    struct slice words = article_slice(found->article, figure->span);

    text_printf(out, "%s%s %.*s = ", out->n ? "; " : "", figure_kind_name(figure->kind), (int)words.len, words.at);
    text_puts(out, figure->date ? figure->date : figure->has_value ? decimal_print(figure->value, buf) : "?");
    if (figure->has_high)
        text_printf(out, "..%s", decimal_print(figure->high, buf));
    if (figure->unit)
        text_printf(out, " %s", figure->unit);
    if (hedge_name(figure->hedge))
        text_printf(out, " ~%s", hedge_name(figure->hedge));
}

void
check_rows(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));
        struct text out = {0};

        text_puts(&out, "");
        for (size_t k = 0; k < found.finds.figures.n; k++)
            print_figure(&out, &found, &found.finds.figures.v[k]);
        assert_row(strcmp(out.v, rows[i].figures) == 0, "%s\n  want %s\n  got  %s", rows[i].text, rows[i].figures, out.v);
        text_free(&out);
        found_free(&found);
    }
}
