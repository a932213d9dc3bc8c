#include "unit/figures_found.h"

struct found
find(const char *text, size_t len)
{
    struct article_options options = {.body = true};
    struct found found = {.measures = measures_new()};

    found.article = article_parse("test.txt", text, len, &options, NULL);
    assert_non_null(found.article);
    figures_find(found.measures, found.article, &found.finds);
    return found;
}

void
found_free(struct found *found)
{
    vec_free(&found->finds.figures);
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
