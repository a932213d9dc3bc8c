/* The index as text, JSON Lines, CSV and Markdown, for scripts and notes. */
#ifndef LEDE_DUMP_H
#define LEDE_DUMP_H

#include <stdio.h>

#include "lede/index.h"
#include "lede/query.h"

enum dump_format { DUMP_TEXT, DUMP_JSONL, DUMP_CSV, DUMP_MARKDOWN, DUMP_FORMATS };
bool dump_format_read(const char *name, enum dump_format *format);

/* What a dump leaves out. */
struct dump_choice {
    const char *speaker;         /* folded: all its words occur in a name or alias; NULL for all */
    bool speaker_begins;         /* its words may be beginnings of words */
    uint32_t quote_kinds;        /* bit sets; 0 for all, but then scare quotes only in jsonl and csv */
    uint32_t figure_kinds;
    const char *unit;            /* of figures, as it was asked for; NULL for all */
    const struct query *query;   /* and the search of it in the index: only what passes; both NULL for all */
    struct search *search;
    const struct query *unit_query; /* figures in that unit, as queries understand it: the same figure passes both */
    struct search *unit_search;
    int columns;                 /* width of text; at least 40 */
};

/* Appends one row of `lede extract`, with its newline. */
void dump_article(struct text *out, const struct article *article, const struct extract *extract);
/* These write to a stream; its errors are the caller's to check, with ferror(). */
void dump_quotes(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format);
/* Returns how many it printed. */
size_t dump_figures(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format);
/* Those with a listed quote that passes. */
void dump_speakers(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format);
/* The articles that pass; choice has a query. */
void dump_search(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format);

#endif
