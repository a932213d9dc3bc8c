/* Queries over all articles: what is asked of articles, quotes and figures, and which of them pass. */
#ifndef LEDE_QUERY_H
#define LEDE_QUERY_H

#include "lede/index.h"

/* ---- the language (lede(1), QUERIES) --------------------------------------------- */

/* A query that was read: words, phrases, fields, AND, OR, NOT, parentheses. Constant afterwards. */
struct query;

enum {
    QUERY_TYPING = 1,      /* somebody types: the last word is a beginning; what is unfinished or wrong is passed over */
};

/* What is wrong with a query, and where. No sentence: nothing. */
struct query_error {
    size_t offset, len;    /* bytes of the query; len may be 0: at its end */
    bool unfinished;       /* more is to come: a mark or parenthesis is open, an operator or field waits for its word */
    char *sentence;        /* owned; free with query_error_clear() */
};
void query_error_clear(struct query_error *error);

/*
 * Reads a query. *error (never NULL; a former sentence is freed) has the first thing that is wrong. Returns NULL then; but with
 * QUERY_TYPING always a query, as far as it goes. Owned by the caller.
 */
struct query *query_parse(const char *text, unsigned flags, struct query_error *error);
void query_free(struct query *query);          /* NULL is allowed */
bool query_is_empty(const struct query *query); /* asks nothing: everything passes */
/* What was typed, made whole: a star behind the beginning of a word, closing marks and parentheses, no operator at the end. Read
   without QUERY_TYPING it means what `text` meant with it. Replaces *out. */
void query_complete(const char *text, struct text *out);

/* The next hit in s from offset `from` on of the words and phrases that articles are to have. */
bool query_find(const struct query *query, const char *s, size_t len, size_t from, struct span *hit);

/* The fields, for help and completion: name ("value>"), what it asks; NULL behind the last. */
const char *query_field_name(size_t i, const char **does);

/* Are there words or phrases that it wants to be there? */
bool query_has_words(const struct query *query);
/* Does it ask something of quotes (SEARCH_QUOTES: who, which kind) or figures (how much, in what unit), other than words? */
enum search_unit { SEARCH_ARTICLES, SEARCH_QUOTES, SEARCH_FIGURES };
bool query_asks(const struct query *query, enum search_unit unit);

/* ---- searching ---------------------------------------------------------------------- */

/*
 * A query bound to an index: knows which articles can have what is asked. Made anew when the index grew. The query and the index
 * must outlive it. Not thread-safe.
 */
struct search;
struct search *search_new(const struct index *index, const struct query *query);
void search_free(struct search *search);       /* NULL is allowed */

/* Does it pass? (Listed or not is the caller's to ask.) */
bool search_passes_article(struct search *search, uint32_t id);
bool search_passes_quote(struct search *search, uint32_t id);
bool search_passes_figure(struct search *search, uint32_t id);

/*
 * The articles that pass, or those with quotes or figures that may, from *next on, ascending: one at a time, ID_NONE when there
 * are no more among the first `end` articles. *next is moved behind it. When search_spent() has come to `until`, returns ID_NONE
 * with *next < end: call again with more.
 */
uint32_t search_next(struct search *search, enum search_unit unit, uint32_t *next, uint32_t end, long until);
/* What all questions to this search have cost so far: a unit is about a microsecond. For whoever has to stop in time. */
long search_spent(const struct search *search);

#endif
