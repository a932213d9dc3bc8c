/* Units of a query: the one that is typed, or the one that the extractor makes of it ("kilometres": km, "euros": EUR). */
#include <string.h>

#include "lede/utf.h"
#include "query.h"

/* Dollars by whatever name: where the text says "$", its outlet may have decided which. ISO 4217. */
static const char unit_dollars[] = " $ usd cad aud nzd hkd sgd twd jmd ttd fjd bbd xcd nad bnd bmd bsd bzd gyd kyd lrd srd sbd ";

static const char *
unit_fold(struct arena *arena, struct slice s)
{
    struct text folded = {0};
    const char *kept;

    utf_fold(&folded, s.at, s.len);
    kept = arena_string(arena, folded.v ? folded.v : "", folded.n);
    text_free(&folded);
    return kept;
}

/* Reads a made sentence as an article, so that a query knows all the units that articles know. */
static const char *
unit_normal(struct arena *arena, struct slice s, const char *format)
{
    const struct article_options options = {.body = true};
    struct error error = {0};
    struct text text = {0};
    struct article *article;
    const char *unit = NULL;

    text_printf(&text, format, (int)s.len, s.at);
    article = article_parse("", text.v, text.n, &options, &error);
    if (article) {
        struct extractor *extractor = extractor_new();
        const struct extract *extract = extract_article(extractor, article);

        if (extract->nfigures && extract->figures[0].unit)
            unit = unit_fold(arena, slice_str(extract->figures[0].unit));
        extractor_free(extractor);
    }
    article_free(article);
    error_clear(&error);
    text_free(&text);
    return unit;
}

void
query_unit_read(struct query_unit *unit, struct arena *arena, struct slice s, bool prefix)
{
    *unit = (struct query_unit){.typed = unit_fold(arena, s), .prefix = prefix};
    if (!prefix && s.len <= 40)
        unit->normal = unit_normal(arena, s, "They had 12 %.*s.");
    if (!prefix && !unit->normal && s.len <= 8)
        unit->normal = unit_normal(arena, s, "It was %.*s12.");
    if (!unit->normal)
        unit->normal = unit->typed;
    unit->dollars = !prefix && strcmp(unit->normal, "$") == 0;
}

/* Words of a noun ("vehicles" of "electric vehicles"); of what is no word all of it. */
bool
query_unit_is(const struct query_unit *unit, const char *of)
{
    struct text folded = {0};
    bool is;

    if (!of)
        return false;
    utf_fold(&folded, of, strlen(of));
    is = strcmp(folded.v, unit->typed) == 0 || strcmp(folded.v, unit->normal) == 0 ||
         (unit->prefix && strncmp(folded.v, unit->typed, strlen(unit->typed)) == 0);
    if (!is && unit->dollars) {
        const char *at = strstr(unit_dollars, folded.v);

        is = folded.n && at && at[-1] == ' ' && at[folded.n] == ' ';
    }
    if (!is && strchr(folded.v, ' ') && unit->typed[0])
        is = utf_words_match(folded.v, unit->typed, !unit->prefix);
    text_free(&folded);
    return is;
}
