/* The parser of queries, shared by the grammar (query.c) and the terms (query_term.c). */
#ifndef LEDE_INDEX_QUERY_PARSE_H
#define LEDE_INDEX_QUERY_PARSE_H

#include "query.h"

struct query_parser {
    const char *text;
    size_t len;
    bool typing;
    bool negated;                    /* what is read now is to be absent */
    int depth;
    struct query_token token, before;
    struct query_error *error;
    struct query *query;
};

/* Keeps the first error. */
void query_complain(struct query_parser *parser, size_t start, size_t end, bool unfinished, const char *fmt, ...)
    LEDE_PRINTF(5, 6);
/* Makes a node of parser->token; NODE_NONE when that has no meaning, with an error. Does not advance. */
uint32_t query_read_term(struct query_parser *parser);
/* Is this the last token, ending with a word that may go on? */
bool query_token_begins(const struct query_token *token, size_t len);
/* Is it a name with a colon or comparison at the end of the text? While somebody types, it waits for what is asked. */
bool query_token_waits(const struct query_token *token, size_t len);

#endif
