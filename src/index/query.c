/*
 * The parser of queries: by recursive descent over
 *
 *     any  = all { OR all }
 *     all  = unit { [AND] unit }
 *     unit = { NOT | - } ( "(" any ")" | term )
 *
 * It goes down by parentheses alone, QUERY_DEPTH of them. Whoever types gets a query at every key: what is wrong or unfinished
 * leaves no node.
 */
#include "query_parse.h"

#include <stdio.h>
#include <string.h>

enum { SENTENCE_MAX = 300 };

/* ---- errors ------------------------------------------------------------------------- */

void
query_error_clear(struct query_error *error)
{
    mem_free(error->sentence);
    *error = (struct query_error){0};
}

void
query_complain(struct query_parser *parser, size_t start, size_t end, bool unfinished, const char *fmt, ...)
{
    char sentence[SENTENCE_MAX];
    va_list args;

    if (parser->error->sentence)
        return;
    va_start(args, fmt);
    (void)vsnprintf(sentence, sizeof sentence, fmt, args);
    va_end(args);
    *parser->error = (struct query_error){start, end - start, unfinished, strcpy(mem_alloc(strlen(sentence) + 1), sentence)};
}

/* ---- nodes ---------------------------------------------------------------------------- */

static uint32_t
query_node(struct query *query, enum query_node_kind kind, uint32_t child)
{
    struct query_node *node = vec_add(&query->nodes);

    *node = (struct query_node){.kind = kind, .child = child, .next = NODE_NONE};
    return (uint32_t)query->nodes.n - 1;
}

/* Nodes that become the children of one. */
struct list {
    uint32_t first, last;
    size_t n;
};

static void
query_append(struct query *query, struct list *list, uint32_t node)
{
    if (node == NODE_NONE)
        return;
    if (list->n++ == 0)
        list->first = node;
    else
        query->nodes.v[list->last].next = node;
    list->last = node;
}

/* Is it answered by a set or a row of the index, without looking at text? */
static bool
query_is_cheap(const struct query *query, uint32_t node)
{
    enum query_about about;

    if (query->nodes.v[node].kind != NODE_TERM)
        return false;
    about = query->terms.v[query->nodes.v[node].term].about;
    return about == ABOUT_OUTLET || about == ABOUT_DATE || about == ABOUT_FIGURE || about == ABOUT_QUOTE;
}

/* All children, what is cheap to ask first: of the others most are never asked. */
static struct list
query_order(struct query *query, const struct list *list)
{
    struct list cheap = {0}, rest = {0};

    for (uint32_t node = list->first, next; node != NODE_NONE; node = next) {
        next = query->nodes.v[node].next;
        query->nodes.v[node].next = NODE_NONE;
        query_append(query, query_is_cheap(query, node) ? &cheap : &rest, node);
    }
    if (cheap.n == 0)
        return rest;
    query_append(query, &cheap, rest.n ? rest.first : NODE_NONE);
    return cheap;
}

static uint32_t
query_join(struct query *query, enum query_node_kind kind, const struct list *list)
{
    if (list->n == 0)
        return NODE_NONE;
    return list->n == 1 ? list->first : query_node(query, kind, query_order(query, list).first);
}

/* ---- terms that belong to one another ----------------------------------------------------- */

static bool
query_fits_quote(const struct query_term *a, const struct query_term *b)
{
    return !(a->name && b->name) && !(a->quote_kinds && b->quote_kinds);
}

static bool
query_fits_figure(const struct query_term *a, const struct query_term *b)
{
    return !(a->figure_kinds && b->figure_kinds) && !(a->has_unit && b->has_unit) && a->nbounds + b->nbounds <= QUERY_BOUNDS;
}

static void
query_merge(struct query_term *into, const struct query_term *term)
{
    if (term->name) {
        into->name = term->name;
        into->prefix = term->prefix;
    }
    into->quote_kinds |= term->quote_kinds;
    into->figure_kinds |= term->figure_kinds;
    for (size_t i = 0; i < term->nbounds; i++)
        into->bounds[into->nbounds++] = term->bounds[i];
    if (term->has_unit) {
        into->unit = term->unit;
        into->has_unit = true;
    }
}

/*
 * "kind:money value>1bn" means one figure that is both, "speaker:vik kind:direct" one quote. So terms of a figure (or of a quote)
 * that stand beside each other are made one term; a second unit, kind or name begins another.
 */
static bool
query_belongs(struct query *query, const struct list *list, uint32_t node)
{
    const struct query_term *term = &query->terms.v[query->nodes.v[node].term];
    struct query_term *before = NULL;

    if (query->nodes.v[node].kind != NODE_TERM || (term->about != ABOUT_QUOTE && term->about != ABOUT_FIGURE))
        return false;
    for (uint32_t at = list->n ? list->first : NODE_NONE; at != NODE_NONE; at = query->nodes.v[at].next)
        if (query->nodes.v[at].kind == NODE_TERM && query->terms.v[query->nodes.v[at].term].about == term->about)
            before = &query->terms.v[query->nodes.v[at].term];
    if (!before || !(term->about == ABOUT_QUOTE ? query_fits_quote(before, term) : query_fits_figure(before, term)))
        return false;
    query_merge(before, term);
    return true;
}

/* ---- the grammar ------------------------------------------------------------------------------ */

static void
query_advance(struct query_parser *parser)
{
    parser->before = parser->token;
    query_scan(parser->text, parser->len, parser->token.end, &parser->token);
}

static uint32_t query_any(struct query_parser *parser);

static uint32_t
query_parenthesis(struct query_parser *parser)
{
    struct query_token open = parser->token;
    uint32_t node;

    if (parser->depth == QUERY_DEPTH) {
        query_complain(parser, open.start, open.end, false, "more than %d parentheses within one another", QUERY_DEPTH);
        parser->token.end = parser->len; /* no way on from here */
        query_advance(parser);
        return NODE_NONE;
    }
    parser->depth++;
    query_advance(parser);
    if (parser->token.kind == TOKEN_CLOSE)
        query_complain(parser, open.start, parser->token.end, false, "nothing stands between the parentheses");
    node = query_any(parser);
    if (parser->token.kind == TOKEN_CLOSE)
        query_advance(parser);
    else
        query_complain(parser, open.start, open.end, true, "this parenthesis is not closed");
    parser->depth--;
    return node;
}

/* An operator, or an opening parenthesis, behind which nothing comes. */
static void
query_missing(struct query_parser *parser, const struct query_token *before)
{
    static const char *const names[] = {"", "the parenthesis", "", "AND", "OR", "NOT", ""};
    struct query_token *token = &parser->token;

    if (token->kind == TOKEN_END && before->end > before->start)
        query_complain(parser, before->start, before->end, true, "something must come behind %s", names[before->kind]);
    else if (token->kind == TOKEN_CLOSE)
        query_complain(parser, before->start, before->end, false, "something must stand between %s and the parenthesis",
                       names[before->kind]);
    else if (token->kind != TOKEN_END)
        query_complain(parser, token->start, token->end, false, "something must stand before %s", names[token->kind]);
}

static uint32_t
query_unit(struct query_parser *parser)
{
    struct query_token not = {0};
    uint32_t node = NODE_NONE;
    bool negated = false;

    for (; parser->token.kind == TOKEN_NOT; query_advance(parser)) {
        negated = !negated;
        not = parser->token;
    }
    parser->negated ^= negated;
    if (parser->token.kind == TOKEN_OPEN) {
        node = query_parenthesis(parser);
    } else if (parser->token.kind == TOKEN_TERM) {
        node = query_read_term(parser);
        query_advance(parser);
    } else {
        query_missing(parser, not.kind == TOKEN_NOT ? &not : &parser->before);
    }
    parser->negated ^= negated;
    return negated && node != NODE_NONE ? query_node(parser->query, NODE_NOT, node) : node;
}

static bool
query_begins_unit(const struct query_token *token)
{
    return token->kind == TOKEN_TERM || token->kind == TOKEN_OPEN || token->kind == TOKEN_NOT;
}

static uint32_t
query_all(struct query_parser *parser)
{
    struct list list = {0};

    do {
        uint32_t node;

        if (parser->token.kind == TOKEN_AND && list.n == 0)
            query_complain(parser, parser->token.start, parser->token.end, false, "something must stand before AND");
        if (parser->token.kind == TOKEN_AND)
            query_advance(parser);
        node = query_unit(parser);
        if (node != NODE_NONE && !query_belongs(parser->query, &list, node))
            query_append(parser->query, &list, node);
    } while (parser->token.kind == TOKEN_AND || query_begins_unit(&parser->token));
    return query_join(parser->query, NODE_AND, &list);
}

static uint32_t
query_any(struct query_parser *parser)
{
    struct list list = {0};

    query_append(parser->query, &list, query_all(parser));
    while (parser->token.kind == TOKEN_OR) {
        query_advance(parser);
        query_append(parser->query, &list, query_all(parser));
    }
    return query_join(parser->query, NODE_OR, &list);
}

/* ---- queries -------------------------------------------------------------------------------------- */

static void
query_parse_all(struct query_parser *parser)
{
    struct list list = {0};

    query_scan(parser->text, parser->len, 0, &parser->token);
    if (parser->token.kind == TOKEN_END) {
        query_complain(parser, 0, parser->len, true, "the query is empty");
        return;
    }
    while (parser->token.kind != TOKEN_END) {
        query_append(parser->query, &list, query_any(parser));
        if (parser->token.kind == TOKEN_CLOSE) {
            query_complain(parser, parser->token.start, parser->token.end, false, "no parenthesis is open here");
            query_advance(parser);
        }
    }
    parser->query->root = query_join(parser->query, NODE_AND, &list);
}

struct query *
query_parse(const char *text, unsigned flags, struct query_error *error)
{
    struct query *query = mem_zero(1, sizeof *query);
    struct query_parser parser = {.text = text, .len = strlen(text), .typing = flags & QUERY_TYPING,
                                  .error = error, .query = query};

    query_error_clear(error);
    query->arena = arena_new();
    query->root = NODE_NONE;
    if (parser.len > QUERY_BYTES)
        query_complain(&parser, QUERY_BYTES, parser.len, false, "a query has at most %d bytes", QUERY_BYTES);
    else
        query_parse_all(&parser);
    if (!error->sentence || parser.typing)
        return query;
    query_free(query);
    return NULL;
}

void
query_free(struct query *query)
{
    if (!query)
        return;
    vec_free(&query->terms);
    vec_free(&query->nodes);
    vec_free(&query->sought);
    arena_free(query->arena);
    mem_free(query);
}

bool
query_is_empty(const struct query *query)
{
    return query->root == NODE_NONE;
}

bool
query_has_words(const struct query *query)
{
    return query->sought.n > 0;
}

bool
query_asks(const struct query *query, enum search_unit unit)
{
    for (size_t i = 0; i < query->terms.n; i++)
        if (query->terms.v[i].about == (unit == SEARCH_QUOTES ? ABOUT_QUOTE : ABOUT_FIGURE) && unit != SEARCH_ARTICLES)
            return true;
    return false;
}

/* ---- made whole --------------------------------------------------------------------------------------- */

/* Tokens that wait for another one, at the end, are cut: [0, *len) of text is left; *open parentheses are not closed in it. */
static struct query_token
query_cut(const char *text, size_t *len, size_t *open)
{
    VEC(struct query_token) tokens = {0};
    struct query_token token = {0};

    *open = 0;
    for (size_t at = 0; query_scan(text, *len, at, &token), token.kind != TOKEN_END; at = token.end)
        vec_push(&tokens, token);
    while (tokens.n) {
        const struct query_token *last = &tokens.v[tokens.n - 1];

        if (last->kind == TOKEN_CLOSE)
            break;
        if (last->kind == TOKEN_TERM && (last->value.len || !(last->field || last->quoted)) && !query_token_waits(last, *len))
            break;
        *len = last->start;
        tokens.n--;
    }
    for (size_t i = 0; i < tokens.n; i++) {
        *open += tokens.v[i].kind == TOKEN_OPEN;
        *open -= tokens.v[i].kind == TOKEN_CLOSE && *open;
    }
    token = tokens.n ? tokens.v[tokens.n - 1] : (struct query_token){0};
    vec_free(&tokens);
    return token;
}

void
query_complete(const char *text, struct text *out)
{
    size_t len = strlen(text), open;
    struct query_token last = query_cut(text, &len, &open);

    out->n = 0;
    text_add(out, text, len);
    if (query_token_begins(&last, len))
        text_putc(out, '*');
    if (last.open)
        text_putc(out, '"');
    while (open-- > 0)
        text_putc(out, ')');
}
