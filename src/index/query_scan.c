/* Tokens of a query. Nothing is refused here: what it means, and whether that can be, is the parser's to say. */
#include <string.h>

#include "lede/utf.h"
#include "query.h"

struct scan {
    const char *s;
    size_t len, at;
};

/* One table: the parser, suggestions, help and the manual's test go by it. A second name of a field has no sentence. */
static const struct scan_field {
    const char *name;
    enum query_field field;
    const char *shown, *does;
} scan_fields[] = {
    {"speaker", FIELD_SPEAKER, "speaker:", "said by whom: words of a name"},
    {"outlet", FIELD_OUTLET, "outlet:", "where it appeared: words of its name"},
    {"title", FIELD_TITLE, "title:", "words of the headline"},
    {"headline", FIELD_TITLE, NULL, NULL},
    {"date", FIELD_DATE, "date:", "when it appeared: 2026, 2026-01..2026-03; date> date<"},
    {"kind", FIELD_KIND, "kind:", "kind of quote or figure: direct, money"},
    {"value", FIELD_VALUE, "value>", "how much: 1.5bn, 20%, $5m; also value< >= <= ="},
    {"unit", FIELD_UNIT, "unit:", "in which unit: USD, %, km"},
    {"path", FIELD_PATH, "path:", "part of the file's name"},
};

enum { SCAN_FIELDS = sizeof scan_fields / sizeof *scan_fields, SCAN_NAME = 24 };

const char *
query_field_name(size_t i, const char **does)
{
    size_t n = 0;

    for (size_t f = 0; f < SCAN_FIELDS; f++)
        if (scan_fields[f].shown && n++ == i) {
            *does = scan_fields[f].does;
            return scan_fields[f].shown;
        }
    return NULL;
}

const char *
query_scan_wants(enum query_field field)
{
    switch (field) {
    case FIELD_SPEAKER:
    case FIELD_OUTLET:
        return "a name";
    case FIELD_KIND:
        return "a kind";
    case FIELD_VALUE:
        return "a number";
    case FIELD_UNIT:
        return "a unit";
    case FIELD_DATE:
        return "a date";
    case FIELD_PATH:
        return "part of a path";
    default:
        return "a word";
    }
}

/* ---- what is near ------------------------------------------------------------------------ */

static unsigned
scan_least(unsigned a, unsigned b, unsigned c)
{
    a = a < b ? a : b;
    return a < c ? a : c;
}

/* How many letters differ (Levenshtein 1965); both are short. */
static unsigned
scan_distance(struct slice a, const char *b)
{
    unsigned row[SCAN_NAME + 1], n = (unsigned)strlen(b);

    for (unsigned j = 0; j <= n; j++)
        row[j] = j;
    for (unsigned i = 1; i <= a.len; i++) {
        unsigned corner = row[0];

        row[0] = i;
        for (unsigned j = 1; j <= n; j++) {
            unsigned above = row[j];

            row[j] = scan_least(row[j] + 1, row[j - 1] + 1, corner + ((a.at[i - 1] | 0x20) != b[j - 1]));
            corner = above;
        }
    }
    return row[n];
}

static bool
scan_begins(struct slice word, const char *name)
{
    size_t same = 0;

    while (same < word.len && name[same] && (word.at[same] | 0x20) == name[same])
        same++;
    return same == word.len && same > 1;
}

/* A third of the letters may be wrong; who began a name ("mon") means it. */
const char *
query_nearest(struct slice word, const char *const *names, size_t n)
{
    const char *best = NULL;
    unsigned least = UINT32_MAX;

    if (word.len == 0 || word.len > SCAN_NAME)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(names[i]);
        unsigned far = len > SCAN_NAME ? SCAN_NAME : scan_begins(word, names[i]) ? 1 : scan_distance(word, names[i]);

        if (far <= (len + 2) / 3 && far < least)
            least = far, best = names[i];
    }
    return best;
}

const char *
query_nearest_field(struct slice word)
{
    const char *names[SCAN_FIELDS];

    for (size_t i = 0; i < SCAN_FIELDS; i++)
        names[i] = scan_fields[i].name;
    return query_nearest(word, names, SCAN_FIELDS);
}

/* ---- characters ------------------------------------------------------------------------------ */

/* Bytes of a quotation mark at s[at], 0 when there is none: straight, curly, or of other lands, as texts are pasted. */
static size_t
scan_mark(const struct scan *scan, size_t at)
{
    uint32_t cp = 0;
    size_t n;

    if (at >= scan->len)
        return 0;
    n = (size_t)utf_decode(scan->s + at, scan->len - at, &cp);
    return cp == '"' || (cp >= 0x201C && cp <= 0x201F) || cp == 0xAB || cp == 0xBB ? n : 0;
}

static size_t
scan_blank(const struct scan *scan, size_t at)
{
    uint32_t cp = 0;
    size_t n;

    if (at >= scan->len)
        return 0;
    n = (size_t)utf_decode(scan->s + at, scan->len - at, &cp);
    return utf_is_space(cp) ? n : 0;
}

static size_t
scan_skip(const struct scan *scan, size_t at)
{
    size_t n;

    while ((n = scan_blank(scan, at)))
        at += n;
    return at;
}

/* The end of a run of characters that mean nothing by themselves. */
static size_t
scan_run(const struct scan *scan, size_t at)
{
    while (at < scan->len && scan->s[at] != '(' && scan->s[at] != ')' && !scan_blank(scan, at) && !scan_mark(scan, at))
        at++;
    return at;
}

/* ---- tokens --------------------------------------------------------------------------------------- */

/* In marks, from the opening one. */
static void
scan_quoted(struct scan *scan, struct query_token *token)
{
    size_t from = scan->at + scan_mark(scan, scan->at), at = from, n;

    while (at < scan->len && !scan_mark(scan, at))
        at++;
    n = scan_mark(scan, at);
    token->quoted = true;
    token->mark = scan->at;
    token->open = n == 0;
    token->value = slice_of(scan->s + from, at - from);
    token->end = scan->at = at + n;
}

static bool
scan_is_operator(struct slice word)
{
    return slice_is(word, "AND") || slice_is(word, "OR") || slice_is(word, "NOT");
}

static size_t
scan_op(const struct scan *scan, size_t at, enum query_op *op)
{
    static const struct {
        const char *text;
        enum query_op op;
    } ops[] = {{">=", QUERY_GE}, {"<=", QUERY_LE}, {"≥", QUERY_GE}, {"≤", QUERY_LE}, {">", QUERY_GT}, {"<", QUERY_LT},
               {"=", QUERY_EQ}, {":", QUERY_HAS}};

    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        size_t n = strlen(ops[i].text);

        if (scan->len - at >= n && memcmp(scan->s + at, ops[i].text, n) == 0) {
            *op = ops[i].op;
            return n;
        }
    }
    return 0;
}

/* What the field asks: in marks, or the run behind it. A word that is an operator is none: "kind: AND …" waits. */
static void
scan_value(struct scan *scan, struct query_token *token)
{
    size_t at = scan_skip(scan, scan->at), end = scan_run(scan, at);

    token->end = scan->at;
    token->value = slice_of(scan->s + scan->at, 0);
    if (scan_mark(scan, at)) {
        scan->at = at;
        scan_quoted(scan, token);
    } else if (end > at && !(at > scan->at && scan_is_operator(slice_of(scan->s + at, end - at)))) {
        token->value = slice_of(scan->s + at, end - at);
        token->end = scan->at = end;
    }
}

/* Letters, then ":" or a comparison. Blanks may stand before a comparison ("value > 5"); a word with a colon and a blank behind
   it is no field, unless one of that name is known. */
static bool
scan_field(struct scan *scan, struct query_token *token)
{
    size_t end = scan->at, at, n;
    struct slice name;

    while (end < scan->len && (scan->s[end] | 0x20) >= 'a' && (scan->s[end] | 0x20) <= 'z')
        end++;
    name = slice_of(scan->s + scan->at, end - scan->at);
    at = scan_skip(scan, end);
    if (name.len == 0 || at >= scan->len)
        return false;
    n = scan_op(scan, at, &token->op);
    if (n == 0 || (at > end && token->op == QUERY_HAS))
        return false;
    for (size_t i = 0; i < SCAN_FIELDS && !token->field; i++)
        if (slice_is_nocase(name, scan_fields[i].name))
            token->field = scan_fields[i].field;
    if (!token->field && (at > end || at + n >= scan->len || scan_blank(scan, at + n)))
        return false;
    scan->at = at + n;
    scan_value(scan, token);
    token->unknown = !token->field;
    if (token->unknown)
        token->value = name;
    return true;
}

static void
scan_word(struct scan *scan, struct query_token *token)
{
    size_t end = scan_run(scan, scan->at);

    token->kind = TOKEN_TERM;
    token->op = QUERY_HAS;
    if (scan_field(scan, token))
        return;
    token->value = slice_of(scan->s + scan->at, end - scan->at);
    token->end = scan->at = end;
    if (slice_is(token->value, "AND"))
        token->kind = TOKEN_AND;
    else if (slice_is(token->value, "OR"))
        token->kind = TOKEN_OR;
    else if (slice_is(token->value, "NOT"))
        token->kind = TOKEN_NOT;
}

/* Dots, dashes and the like, as they stand in what is pasted, are no words. */
static bool
scan_is_nothing(const struct query_token *token)
{
    struct query_reader reader;
    bool any;

    if (token->kind != TOKEN_TERM || token->field || token->unknown || token->quoted ||
        memchr(token->value.at, '*', token->value.len))
        return false;
    query_reader_open(&reader, token->value, 0);
    any = query_reader_next(&reader);
    query_reader_close(&reader);
    return !any;
}

void
query_scan(const char *text, size_t len, size_t at, struct query_token *token)
{
    struct scan scan = {text, len, at};

    do {
        scan.at = scan_skip(&scan, scan.at);
        *token = (struct query_token){.start = scan.at, .end = scan.at, .kind = TOKEN_END};
        if (scan.at >= len)
            return;
        token->end = scan.at + 1;
        if (text[scan.at] == '(') {
            token->kind = TOKEN_OPEN;
        } else if (text[scan.at] == ')') {
            token->kind = TOKEN_CLOSE;
        } else if (scan_mark(&scan, scan.at)) {
            token->kind = TOKEN_TERM;
            scan_quoted(&scan, token);
        } else if (text[scan.at] == '-' && scan.at + 1 < len && !scan_blank(&scan, scan.at + 1) && text[scan.at + 1] != ')' &&
                   text[scan.at + 1] != '-') {
            token->kind = TOKEN_NOT;
        } else {
            scan_word(&scan, token);
        }
    } while (scan_is_nothing(token));
}
