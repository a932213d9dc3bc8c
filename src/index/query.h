/* A query as it was read: a tree of terms. */
#ifndef LEDE_INDEX_QUERY_H
#define LEDE_INDEX_QUERY_H

#include "lede/query.h"

enum {
    QUERY_BYTES = 4096,    /* longest query */
    QUERY_DEPTH = 32,      /* parentheses within one another: the parser and whoever walks the tree go so deep, no deeper */
    QUERY_TERMS = 64,
    QUERY_PHRASE = 32,     /* words of a phrase: bits of a word in query_words.c */
    QUERY_WORD = 48,       /* bytes of a word that count: terms.c cuts there */
    QUERY_BOUNDS = 8,      /* comparisons that are asked of one figure */
};

#define NODE_NONE UINT32_MAX

/* ---- words (query_words.c) ---------------------------------------------------------- */

struct query_word {
    const char *text;      /* folded, at most QUERY_WORD bytes, NUL-terminated */
    size_t len;
    bool prefix;           /* begins a word */
};

/* Words that stand one behind the other. */
struct query_words {
    const struct query_word *v;
    size_t n;
};

/* Reads text word by word, folded, as terms_collect() does. */
struct query_reader {
    const char *s;
    size_t len, at;
    struct text folded;    /* of the code point before `at`, read up to folded_at */
    size_t folded_at, from;
    char word[QUERY_WORD + 1];
    size_t n;              /* of the word */
    struct span span;      /* where it stands in s */
};
void query_reader_open(struct query_reader *reader, struct slice s, size_t at);
bool query_reader_next(struct query_reader *reader);
void query_reader_close(struct query_reader *reader);

bool query_words_in(const struct query_words *words, struct slice s);

/* ---- where words may stand (query_marks.c) -------------------------------------------- */

/* Goes through text. Where the words stand in it there is a mark among them; so it is in any part of it that begins with a word. */
struct query_marks {
    const struct query_word *word; /* one of them */
    struct slice s;
    bool untold;           /* they may stand anywhere: nothing is marked */
    size_t at, special;    /* special: behind the last code point that may fold to anything; 0: none yet */
    bool goes_on;          /* the word may, there */
    uint64_t first, second, two; /* its first letters, eight times; two: it has two */
};
/* Does a word go on behind this byte, or begin with it? Of ASCII. */
static inline bool
query_marks_within(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}
void query_marks_open(struct query_marks *marks, const struct query_words *words, struct slice s);
/* The next one, ascending; false: there is none. */
bool query_marks_next(struct query_marks *marks, size_t *mark);
/* False: the words surely stand nowhere in s. */
bool query_words_may(const struct query_words *words, struct slice s);
bool query_word_is(const struct query_word *word, const char *folded, size_t len);

/* ---- values (query_value.c) --------------------------------------------------------- */

enum query_op { QUERY_HAS /* ":" */, QUERY_EQ, QUERY_LT, QUERY_LE, QUERY_GT, QUERY_GE };

struct query_bound {
    enum query_op op;
    double value;
};

/* "1.5bn", "$2 million", "20%", "10k", "1e9", "5 km": *unit is what is no number, or empty. False: not a number. */
bool query_value_number(struct slice s, struct decimal *value, struct slice *unit);
/* "2026", "2026-01", "2026-01-14", as its first and last day, year * 10000 + month * 100 + day. Of what has a time too, the day. */
bool query_value_date(struct slice s, uint32_t *first, uint32_t *last);
/* The two ends of "a..b"; either may be empty. False when there is no "..". */
bool query_value_range(struct slice s, struct slice *low, struct slice *high);

/* ---- units (query_unit.c) ----------------------------------------------------------- */

struct query_unit {
    const char *typed;     /* folded */
    const char *normal;    /* what figures in that unit have ("km" for "kilometres"), folded; may be the same */
    bool prefix, dollars;  /* dollars: any */
};
void query_unit_read(struct query_unit *unit, struct arena *arena, struct slice s, bool prefix);
bool query_unit_is(const struct query_unit *unit, const char *of); /* of: a figure's; NULL is none */

/* ---- terms ---------------------------------------------------------------------------- */

enum query_about { ABOUT_TEXT, ABOUT_TITLE, ABOUT_OUTLET, ABOUT_PATH, ABOUT_DATE, ABOUT_QUOTE, ABOUT_FIGURE };

struct query_term {
    enum query_about about;
    struct query_words words;        /* TEXT, TITLE, OUTLET; also SPEAKER */
    const char *name;                /* PATH, and the speaker of a QUOTE: folded; or NULL */
    bool prefix;                     /* its words may be beginnings */
    uint32_t first, last;            /* DATE: days; 0 and UINT32_MAX: no bound */
    uint32_t quote_kinds;            /* QUOTE; 0: any */
    uint32_t figure_kinds;           /* FIGURE; 0: any */
    struct query_bound bounds[QUERY_BOUNDS];
    size_t nbounds;
    struct query_unit unit;
    bool has_unit;
};

enum query_node_kind { NODE_TERM, NODE_AND, NODE_OR, NODE_NOT };

struct query_node {
    enum query_node_kind kind;
    uint32_t term;                   /* of a NODE_TERM */
    uint32_t child, next;            /* the first child, the next sibling; NODE_NONE */
};

struct query {
    struct arena *arena;
    VEC(struct query_term) terms;
    VEC(struct query_node) nodes;
    uint32_t root;                   /* NODE_NONE: empty */
    VEC(struct query_words) sought;  /* for query_find(): words that are not negated */
};

/* ---- tokens (query_scan.c) ------------------------------------------------------------- */

enum query_field {
    FIELD_NONE, FIELD_SPEAKER, FIELD_OUTLET, FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_DATE, FIELD_TITLE, FIELD_PATH
};

enum query_token_kind { TOKEN_END, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_AND, TOKEN_OR, TOKEN_NOT, TOKEN_TERM };

struct query_token {
    enum query_token_kind kind;
    size_t start, end;
    enum query_field field;          /* of a TERM */
    enum query_op op;
    bool unknown;                    /* it looks like a field, but there is none of the name in `value` */
    bool quoted, open;               /* in quotation marks; without the closing one */
    size_t mark;                     /* where the opening one stands */
    struct slice value;              /* the word, what stands in the marks, or what the field asks */
};

void query_scan(const char *text, size_t len, size_t at, struct query_token *token);
/* What the field asks for: "a name". */
const char *query_scan_wants(enum query_field field);
/* The nearest of n names, or NULL when none is near. */
const char *query_nearest(struct slice word, const char *const *names, size_t n);
const char *query_nearest_field(struct slice word);

#endif
