/*
 * What is applied of a query that is being typed. The parser passes over what is wrong or unfinished; the same is cut from the
 * text, so that no title says of its list what is not true.
 */
#include <string.h>

#include "lede/query.h"
#include "state.h"

enum { APPLIED_CUTS = 32 /* mistakes that are cut; with more the query is shown as it stands */ };

/* The next word, parenthesis, or field with its value in quotation marks, from *at on; false at the end. */
static bool
applied_token(const struct text *text, size_t *at, struct span *token)
{
    size_t i = *at;
    bool quoted = false;

    while (i < text->n && text->v[i] == ' ')
        i++;
    token->start = (uint32_t)i;
    for (; i < text->n && (quoted || !strchr(" ()", text->v[i])); i++)
        quoted ^= text->v[i] == '"';
    if (i == token->start && i < text->n)
        i++;
    token->end = (uint32_t)i;
    *at = i;
    return token->end > token->start;
}

/* What waits for the next token alone, a field for its value too. OR does not: the parser is content with what stands before it. */
static bool
applied_leads(const struct text *text, struct span token)
{
    const char *s = text->v + token.start;

    if (strchr(":<>=", text->v[token.end - 1]))
        return true;
    return (span_len(token) == 3 && (memcmp(s, "NOT", 3) == 0 || memcmp(s, "AND", 3) == 0)) || (span_len(token) == 1 && *s == '-');
}

static void
applied_trim(struct text *text)
{
    while (text->n && text->v[text->n - 1] == ' ')
        text->v[--text->n] = '\0';
}

/* Cuts the tokens in which the mistake is, and what led to them: it would negate the next one instead. False when there are none. */
static bool
applied_cut(struct text *text, const struct query_error *wrong)
{
    struct span token, cut = {0, 0};
    size_t at = 0, from = wrong->offset, to = wrong->offset + (wrong->len ? wrong->len : 1);
    uint32_t leads = UINT32_MAX;

    while (applied_token(text, &at, &token)) {
        if (token.start < to && token.end > from) {
            if (cut.end == 0)
                cut.start = leads < token.start ? leads : token.start;
            cut.end = token.end;
        }
        if (!applied_leads(text, token))
            leads = UINT32_MAX;
        else if (leads == UINT32_MAX)
            leads = token.start;
    }
    if (cut.end == 0)
        return false;
    while (cut.end < text->n && text->v[cut.end] == ' ' && (!cut.start || strchr(" (", text->v[cut.start - 1])))
        cut.end++;
    while (cut.start && text->v[cut.start - 1] == ' ' && strchr(")", text->v[cut.end]))
        cut.start--;
    memmove(text->v + cut.start, text->v + cut.end, text->n - cut.end + 1);
    text->n -= span_len(cut);
    applied_trim(text);
    return true;
}

/* Is it right as it stands? */
static bool
applied_reads(const char *text, struct query_error *wrong)
{
    query_free(query_parse(text, 0, wrong));
    return !wrong->sentence;
}

/* Of a date that is being typed the parser takes the year or month that is there. */
static void
applied_shorten(struct text *text)
{
    struct query_error wrong = {0};
    struct text shorter = {0};
    const char *dash = strrchr(text->v, '-');

    if (dash && !memchr(dash, ' ', strlen(dash))) {
        text_add(&shorter, text->v, (size_t)(dash - text->v));
        if (applied_reads(shorter.v, &wrong))
            text->v[text->n = shorter.n] = '\0';
    }
    query_error_clear(&wrong);
    text_free(&shorter);
}

static void
applied_finish(struct text *text)
{
    struct text whole = {0};

    query_complete(text->v, &whole);
    text->n = 0;
    text_add(text, whole.v, whole.n);
    text_free(&whole);
    applied_trim(text);
}

/* True when nothing is wrong any more. */
static bool
applied_mend(struct text *text)
{
    struct query_error wrong = {0};
    struct query *query = query_parse(text->v, QUERY_TYPING, &wrong);
    bool done = query_is_empty(query) || !wrong.sentence;

    if (query_is_empty(query))
        text->v[text->n = 0] = '\0';
    query_free(query);
    if (!done && wrong.unfinished) {
        applied_finish(text);
        if (!applied_reads(text->v, &wrong))
            applied_shorten(text);
    }
    if (!done)
        done = applied_reads(text->v, &wrong) || !applied_cut(text, &wrong);
    query_error_clear(&wrong);
    return done;
}

void
applied_query(const char *typed, struct text *out)
{
    out->n = 0;
    text_puts(out, typed);
    for (int i = 0; i < APPLIED_CUTS && !applied_mend(out); i++)
        ;
}
