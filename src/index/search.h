/* A search: a query bound to an index, shared by its files. */
#ifndef LEDE_INDEX_SEARCH_H
#define LEDE_INDEX_SEARCH_H

#include "lede/query.h"
#include "pack.h"
#include "postings.h"
#include "query.h"

enum { SEARCH_UNITS = SEARCH_FIGURES + 1 };

/* The articles that may hold what is asked, and among them those that surely do. */
struct search_sets {
    struct id_set maybe, sure;
};

/* What of a term is known beforehand. */
struct search_term {
    struct id_set articles;      /* TEXT, TITLE: with all its words; OUTLET, DATE: of it; a QUOTE with a name: with any of theirs */
    struct id_set listed;        /* with a listed quote of theirs */
    bool has_articles;
    bool marked;                 /* TEXT: in the article that was looked at last. Where its words may stand there: */
    bool untold;                 /* anywhere; else at the marks, ascending */
    struct ids marks;
    uint32_t seen_block;         /* the block that was looked at last, or ID_NONE; do they stand in it? */
    bool seen_has;
    bool *speakers;              /* by resolved id, below nspeakers; NULL: anybody */
    uint32_t nspeakers;
    unsigned char *units;        /* by number: not looked at yet, the one asked for, another */
};

/* The article whose quotes or figures are looked through, one by one. */
struct search_look {
    uint32_t article;            /* ID_NONE: none yet */
    uint32_t first_figure, end_figure;
    struct slice text;
    bool placed;                 /* places were read */
    struct pack_places places;
};

struct search {
    const struct index *index;
    const struct query *query;
    uint32_t narticles;
    struct search_term *terms;   /* for each of the query */
    struct search_sets units[SEARCH_UNITS];
    bool any[SEARCH_UNITS];      /* the sets of the unit were made */
    long spent;                  /* tenths of a microsecond, roughly */
    struct text scratch;
    struct search_look look;
};

/* What is asked: an article, or a quote or figure of it. */
struct search_ask {
    enum search_unit unit;
    uint32_t article, id;        /* id: of the quote or figure */
};

/* search_look.c */
/* Forgets what was asked of another article. */
void look_at(struct search *search, uint32_t article);
/* May the words of the term stand in this span of the article's text? */
bool look_may(struct search *search, uint32_t term, struct span span);
/* Do they? */
bool look_words(struct search *search, uint32_t term, struct span span);
/* Where its figures stand. An article whose record says nothing has neither blocks nor figures. */
const struct pack_places *look_places(struct search *search);
/* Do the words of the term stand in the block of the figure? */
bool look_block(struct search *search, uint32_t term, uint32_t figure);
void look_free(struct search *search);

/* search_terms.c */
void search_bind(struct search *search);
void search_unbind(struct search *search);
/* Does the term hold of it? */
bool search_asks(struct search *search, uint32_t term, const struct search_ask *ask);
/* Can it be told from the article's number alone: that it may hold, that it does? Sets both. */
void search_term_sets(struct search *search, uint32_t term, enum search_unit unit, struct search_sets *sets);

#endif
