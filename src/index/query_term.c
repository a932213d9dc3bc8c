/* Terms of a query: what a word, a phrase or a field asks. */
#include <string.h>

#include "lede/utf.h"
#include "query_parse.h"

struct term_reader {
    struct query_parser *parser;
    const struct query_token *token;
    struct query_term *term;
    struct slice value;    /* without the star behind it */
    size_t at, end;        /* of the value in the query */
    bool prefix;           /* its last word is a beginning */
};

bool
query_token_begins(const struct query_token *token, size_t len)
{
    uint32_t cp;

    if (token->kind != TOKEN_TERM || token->end != len || token->value.len == 0 || token->unknown)
        return false;
    if ((token->quoted && !token->open) || token->field == FIELD_VALUE || token->field == FIELD_DATE)
        return false;
    (void)utf_decode_before(token->value.at, token->value.len, &cp);
    return utf_is_alnum(cp);
}

bool
query_token_waits(const struct query_token *token, size_t len)
{
    size_t name = 0;

    if (token->kind != TOKEN_TERM || token->field || token->unknown || token->quoted || token->end != len)
        return false;
    while (name < token->value.len && (token->value.at[name] | 0x20) >= 'a' && (token->value.at[name] | 0x20) <= 'z')
        name++;
    for (size_t i = name; i < token->value.len; i++)
        if (!memchr(":<>=", token->value.at[i], 4))
            return false;
    return name > 0 && name < token->value.len;
}

/* What is wrong with a value that is still being typed may come right with the next key. */
static bool
term_unfinished(const struct term_reader *reader)
{
    return reader->parser->typing && reader->token->end == reader->parser->len;
}

static bool
term_fails(struct term_reader *reader, const char *why)
{
    query_complain(reader->parser, reader->at, reader->end, term_unfinished(reader), "%s", why);
    return false;
}

static bool
term_wordless(struct term_reader *reader)
{
    const struct query_token *token = reader->token;

    if (token->quoted)
        query_complain(reader->parser, token->mark, token->end, false, "nothing stands between the quotation marks");
    return token->quoted ? false : term_fails(reader, "there is no word in this");
}

/* ---- words --------------------------------------------------------------------------------- */

/* A star stands right behind the beginning of a word, and nothing of that word behind it: refuses others in value[from, to). */
static bool
term_stars(struct term_reader *reader, size_t from, size_t to)
{
    const char *star = from < to ? memchr(reader->value.at + from, '*', to - from) : NULL;
    size_t at;

    if (!star)
        return true;
    at = reader->at + (size_t)(star - reader->value.at);
    query_complain(reader->parser, at, at + 1, false, "a star stands behind the beginning of a word");
    return false;
}

/* The star of a word that ends at `end`; *behind is where the next may begin. */
static bool
term_star(struct term_reader *reader, size_t end, size_t *behind, bool *prefix)
{
    struct slice value = reader->value;

    *prefix = end < value.len && value.at[end] == '*';
    *behind = end + *prefix;
    if (!*prefix || *behind == value.len || value.at[*behind] == ' ')
        return true;
    return term_stars(reader, end, *behind);
}

/* A word with something else in it ("U.S.", "3.5", "co-op") is the phrase of its parts. */
static bool
term_words(struct term_reader *reader)
{
    struct arena *arena = reader->parser->query->arena;
    struct query_word words[QUERY_PHRASE];
    struct query_reader text;
    size_t n = 0, behind = 0;
    bool fine = true;

    query_reader_open(&text, reader->value, 0);
    while (fine && query_reader_next(&text)) {
        if (n == QUERY_PHRASE) {
            fine = term_fails(reader, "a phrase has at most 32 words");
            break;
        }
        words[n] = (struct query_word){arena_string(arena, text.word, text.n), text.n, false};
        fine = term_stars(reader, behind, text.span.start) && term_star(reader, text.span.end, &behind, &words[n].prefix);
        n++;
    }
    query_reader_close(&text);
    if (!fine || !term_stars(reader, behind, reader->value.len))
        return false;
    if (n == 0)
        return term_wordless(reader);
    words[n - 1].prefix |= reader->prefix;
    reader->term->words = (struct query_words){arena_copy(arena, words, n * sizeof *words), n};
    return true;
}

/* ---- names ------------------------------------------------------------------------------------ */

static bool
term_has_word(struct slice s)
{
    struct query_reader reader;
    bool has;

    query_reader_open(&reader, s, 0);
    has = query_reader_next(&reader);
    query_reader_close(&reader);
    return has;
}

static bool
term_name(struct term_reader *reader)
{
    bool any = reader->token->field == FIELD_PATH || term_has_word(reader->value);
    struct text folded = {0};
    struct slice trimmed;

    utf_fold(&folded, reader->value.at, reader->value.len);
    trimmed = slice_trim(slice_of(folded.v, folded.n));
    reader->term->name = arena_string(reader->parser->query->arena, trimmed.at, trimmed.len);
    reader->term->prefix = reader->prefix;
    text_free(&folded);
    return (any && trimmed.len > 0) || term_wordless(reader);
}

/* ---- kinds ------------------------------------------------------------------------------------- */

enum { KINDS = QUOTE_KINDS + FIGURE_KINDS };

static const char *
term_kind_name(int i)
{
    return i < QUOTE_KINDS ? quote_kind_name((enum quote_kind)i) : figure_kind_name((enum figure_kind)(i - QUOTE_KINDS));
}

static bool
term_no_kind(struct term_reader *reader)
{
    const char *names[KINDS], *near;
    struct text all = {0};

    for (int i = 0; i < KINDS; i++) {
        names[i] = term_kind_name(i);
        text_printf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    near = query_nearest(reader->value, names, KINDS);
    query_complain(reader->parser, reader->at, reader->end, term_unfinished(reader), "there is no such kind%s%s%s",
                   near ? "; did you mean '" : ": there are ", near ? near : all.v, near ? "'?" : "");
    text_free(&all);
    return false;
}

/* Bits of all kinds, those of quotes first; several where a beginning is several's. */
static bool
term_kinds(struct term_reader *reader)
{
    struct slice value = reader->value;

    for (int i = 0; i < KINDS; i++) {
        const char *name = term_kind_name(i);
        size_t len = reader->prefix && value.len < strlen(name) ? value.len : strlen(name);
        char begin[32];

        (void)snprintf(begin, sizeof begin, "%.*s", (int)len, name);
        if (!value.len || !slice_is_nocase(value, begin))
            continue;
        if (i < QUOTE_KINDS)
            reader->term->quote_kinds |= 1u << i;
        else
            reader->term->figure_kinds |= 1u << (i - QUOTE_KINDS);
    }
    reader->term->about = reader->term->quote_kinds ? ABOUT_QUOTE : ABOUT_FIGURE;
    return reader->term->quote_kinds || reader->term->figure_kinds || term_no_kind(reader);
}

/* ---- numbers and dates ---------------------------------------------------------------------------- */

static bool
term_bound(struct term_reader *reader, enum query_op op, struct slice s)
{
    struct query_term *term = reader->term;
    struct slice unit;
    struct decimal value;

    if (!query_value_number(s, &value, &unit))
        return term_fails(reader, "this is no number: 1.5bn, 10k, 1e9, 20% and $5m are");
    term->bounds[term->nbounds++] = (struct query_bound){op, decimal_to_double(value)};
    if (unit.len) {
        term->has_unit = true;
        query_unit_read(&term->unit, reader->parser->query->arena, unit, false);
    }
    return true;
}

/* "2bn..5bn", "..5%": the ends belong to it. */
static bool
term_value(struct term_reader *reader)
{
    enum query_op op = reader->token->op == QUERY_HAS ? QUERY_EQ : reader->token->op;
    struct slice low, high;

    if (!query_value_range(reader->value, &low, &high))
        return term_bound(reader, op, reader->value);
    if (op != QUERY_EQ || !(low.len || high.len))
        return term_fails(reader, "a range stands behind ':' or '=' and has an end");
    return (!low.len || term_bound(reader, QUERY_GE, low)) && (!high.len || term_bound(reader, QUERY_LE, high));
}

/* A date that is being typed is taken as far as it goes: "2026-0" is the year. */
static bool
term_day(struct term_reader *reader, struct slice s, uint32_t *first, uint32_t *last)
{
    if (query_value_date(s, first, last))
        return true;
    (void)term_fails(reader, "this is no date: 2026, 2026-01 and 2026-01-14 are");
    if (!term_unfinished(reader))
        return false;
    while (s.len && s.at[s.len - 1] != '-')
        s.len--;
    if (s.len > 1 && query_value_date(slice_of(s.at, s.len - 1), first, last))
        return true;
    *first = 0;
    *last = UINT32_MAX;
    return true;
}

static bool
term_date(struct term_reader *reader)
{
    struct query_term *term = reader->term;
    enum query_op op = reader->token->op;
    struct slice low, high;
    uint32_t first, last;

    term->last = UINT32_MAX;
    if (query_value_range(reader->value, &low, &high)) {
        if ((op != QUERY_HAS && op != QUERY_EQ) || !(low.len || high.len))
            return term_fails(reader, "a range stands behind ':' or '=' and has an end");
        return (!low.len || term_day(reader, low, &term->first, &last)) &&
               (!high.len || term_day(reader, high, &first, &term->last)) &&
               (term->first <= term->last || term_fails(reader, "this range ends before it begins"));
    }
    if (!term_day(reader, reader->value, &first, &last))
        return false;
    if (op == QUERY_HAS || op == QUERY_EQ || op == QUERY_GE)
        term->first = first;
    if (op == QUERY_HAS || op == QUERY_EQ || op == QUERY_LE)
        term->last = last;
    if (op == QUERY_GT)
        term->first = last + 1; /* no day may have that number: the first behind it counts */
    if (op == QUERY_LT)
        term->last = first - 1;
    return true;
}

/* ---- terms ------------------------------------------------------------------------------------------- */

static bool
term_field(struct term_reader *reader)
{
    static const enum query_about abouts[] = {
        [FIELD_NONE] = ABOUT_TEXT,   [FIELD_SPEAKER] = ABOUT_QUOTE, [FIELD_OUTLET] = ABOUT_OUTLET, [FIELD_VALUE] = ABOUT_FIGURE,
        [FIELD_UNIT] = ABOUT_FIGURE, [FIELD_DATE] = ABOUT_DATE,     [FIELD_TITLE] = ABOUT_TITLE,   [FIELD_PATH] = ABOUT_PATH,
    };

    reader->term->about = abouts[reader->token->field];
    switch (reader->token->field) {
    case FIELD_NONE:
    case FIELD_TITLE:
        return term_words(reader);
    case FIELD_KIND:
        return term_kinds(reader);
    case FIELD_VALUE:
        return term_value(reader);
    case FIELD_DATE:
        return term_date(reader);
    case FIELD_UNIT:
        query_unit_read(&reader->term->unit, reader->parser->query->arena, slice_trim(reader->value), reader->prefix);
        reader->term->has_unit = true;
        return reader->term->unit.typed[0] || term_fails(reader, "there is no unit in this");
    default:
        return term_name(reader);
    }
}

/* Can the token be read at all? */
static bool
term_is_whole(struct term_reader *reader)
{
    const struct query_token *token = reader->token;
    const char *near = token->unknown ? query_nearest_field(token->value) : NULL;
    bool compares = token->field == FIELD_VALUE || token->field == FIELD_DATE;

    if (token->unknown && near)
        query_complain(reader->parser, token->start, token->start + token->value.len, false,
                       "there is no such field; did you mean '%s'?", near);
    else if (token->unknown)
        query_complain(reader->parser, token->start, token->start + token->value.len, false,
                       "there is no such field; in quotation marks these are words");
    else if (reader->parser->typing && query_token_waits(token, reader->parser->len))
        query_complain(reader->parser, token->start, token->end, true, "there is no such field yet; a blank makes it a word");
    else if (token->field && !compares && token->op != QUERY_HAS && token->op != QUERY_EQ)
        query_complain(reader->parser, token->start, token->end, false,
                       "this field is asked with ':'; value and date can be compared");
    else if (token->field && token->value.len == 0 && !token->quoted)
        query_complain(reader->parser, token->start, token->end, true, "%s must come behind this", query_scan_wants(token->field));
    else if (token->open && token->value.len == 0)
        query_complain(reader->parser, token->mark, token->end, true, "this quotation mark is not closed");
    else
        return true;
    return false;
}

static void
term_open(struct term_reader *reader)
{
    const struct query_token *token = reader->token;
    struct slice value = token->value;
    size_t star = value.len;

    reader->at = (size_t)(value.at - reader->parser->text);
    reader->end = reader->at + value.len;
    reader->prefix = reader->parser->typing && query_token_begins(token, reader->parser->len);
    if (token->field && token->field != FIELD_TITLE && star && value.at[star - 1] == '*') {
        reader->prefix = true;
        value.len--;
    }
    reader->value = value;
    if (token->quoted && token->open)
        query_complain(reader->parser, token->mark, reader->at, true, "this quotation mark is not closed");
}

/* A beginning that kinds of quotes and of figures share asks for either. */
static uint32_t
term_either(struct query *query, uint32_t quote)
{
    struct query_term figure = query->terms.v[query->nodes.v[quote].term];
    uint32_t second = (uint32_t)query->nodes.n;

    figure.about = ABOUT_FIGURE;
    figure.quote_kinds = 0;
    query->terms.v[query->nodes.v[quote].term].figure_kinds = 0;
    vec_push(&query->nodes, ((struct query_node){NODE_TERM, (uint32_t)query->terms.n, NODE_NONE, NODE_NONE}));
    vec_push(&query->terms, figure);
    query->nodes.v[quote].next = second;
    vec_push(&query->nodes, ((struct query_node){NODE_OR, 0, quote, NODE_NONE}));
    return second + 1;
}

uint32_t
query_read_term(struct query_parser *parser)
{
    struct query_term term = {0};
    struct term_reader reader = {.parser = parser, .token = &parser->token, .term = &term};
    struct query *query = parser->query;
    uint32_t node = (uint32_t)query->nodes.n;

    if (!term_is_whole(&reader))
        return NODE_NONE;
    term_open(&reader);
    if (query->terms.n + 2 > QUERY_TERMS) {
        query_complain(parser, parser->token.start, parser->token.end, false, "more than %d terms", QUERY_TERMS - 1);
        return NODE_NONE;
    }
    if (!term_field(&reader))
        return NODE_NONE;
    vec_push(&query->nodes, ((struct query_node){NODE_TERM, (uint32_t)query->terms.n, NODE_NONE, NODE_NONE}));
    vec_push(&query->terms, term);
    if (term.words.n && !parser->negated)
        vec_push(&query->sought, term.words);
    return term.quote_kinds && term.figure_kinds ? term_either(query, node) : node;
}
