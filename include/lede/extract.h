/* What an article says: its people and bodies, its quotes with their speakers, its figures. All byte ranges of its text. */
#ifndef LEDE_EXTRACT_H
#define LEDE_EXTRACT_H

#include "lede/article.h"
#include "lede/decimal.h"
#include "lede/wordlists.h"

#define ENTITY_NONE UINT32_MAX
#define ROW_NONE UINT32_MAX

enum entity_kind {
    ENTITY_PERSON,
    ENTITY_ORG,    /* company, ministry, foundation, party */
    ENTITY_PLACE,  /* a city or country; it may speak: "Ottawa said" */
    ENTITY_ROLE,   /* a common noun: "senior officials", "a spokesman" */
};
enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* Somebody of one article: all the names that mean the same one there. */
struct entity {
    enum entity_kind kind;
    enum gender gender;
    bool plural;              /* "officials", "analysts" */
    bool bare;                /* a person of whom the article gives the surname alone */
    const char *name;         /* the fullest name, title cut, white space single; a role has its first letter large. In the arena */
    const char *title;        /* honorific or office before the name ("Prime Minister"), or NULL */
    struct span role;         /* "vice-president", "a former diplomat": empty when none */
    struct span affiliation;  /* "Asia Pacific Foundation of Canada": empty when none */
    struct span first;        /* where it is first named */
};

/* Words that name or stand for an entity. */
struct mention {
    struct span span;
    uint32_t entity;
    bool pronoun;
};

enum quote_kind {
    QUOTE_DIRECT,    /* a clause or more in marks; the span is without the marks */
    QUOTE_FRAGMENT,  /* a phrase in marks within reported speech */
    QUOTE_PULL,
    QUOTE_INDIRECT,  /* reported speech: the reported clause, without speaker and cue */
    QUOTE_SCARE,     /* in marks, but nobody's speech: scare quotes, titles of works, nicknames */
    QUOTE_KINDS
};
/* What the verb of a cue tells of the speech, beside that it is speech. */
enum cue_class { CUE_PLAIN, CUE_CLAIMED, CUE_DENIED, CUE_ASKED };
enum quote_found { FOUND_NAMED, FOUND_PRONOUN, FOUND_ROLE, FOUND_ATTRIBUTION, FOUND_CONTINUED, FOUND_FLOATING, FOUND_UNKNOWN,
                   FOUND_KINDS };

#define QUOTE_MAX_SPEAKERS 4

struct quote {
    struct span span;
    struct span speaker;      /* the words that name the speaker at this quote; empty when there are none */
    struct span cue;          /* "said", "according to", ":"; empty when there is none */
    enum quote_kind kind;
    enum quote_found found;
    float confidence;         /* 0 to 1: the share of such finds that are right */
    uint32_t speakers[QUOTE_MAX_SPEAKERS]; /* entities; the first nspeakers are set */
    uint8_t nspeakers;        /* 0: unknown */
    uint32_t utterance;       /* numbers what one speaker says in one go, from 0 */
    uint32_t repeats;         /* a pull quote: the quote (index) that holds the words in the text, or ROW_NONE */
    uint32_t block;           /* index of the block it stands in */
};

enum figure_kind {
    FIGURE_MONEY, FIGURE_PERCENT, FIGURE_COUNT, FIGURE_NUMBER, FIGURE_ORDINAL, FIGURE_FRACTION, FIGURE_MULTIPLE, FIGURE_MEASURE,
    FIGURE_DURATION, FIGURE_AGE, FIGURE_DATE, FIGURE_KINDS
};
enum hedge { HEDGE_NONE, HEDGE_ABOUT, HEDGE_NEARLY, HEDGE_MORE, HEDGE_LESS, HEDGE_AT_LEAST, HEDGE_AT_MOST, HEDGE_UP_TO, HEDGES };
enum trend { TREND_NONE, TREND_UP, TREND_DOWN, TRENDS };

struct figure {
    struct span span;         /* sign, number, scale word and unit; neither hedge nor the noun counted */
    enum figure_kind kind;
    bool has_value, has_high; /* has_high: a range; both ends count */
    struct decimal value, high;
    const char *date;         /* for dates, in place of value: ISO 8601 with what is known ("--01-13", "199X", "2026-Q3"); or NULL */
    const char *unit;         /* "USD" or "$", "%", "percentage point", "km", "month", the noun of a count; or NULL */
    enum hedge hedge;
    struct span hedge_words;  /* where the hedge stands; empty when none or not beside the figure */
    enum trend trend;
    struct span of;           /* what it counts or is a share of; empty when unknown */
    struct span period;       /* "over the past 12 months"; empty when none */
    uint32_t quote;           /* the quote (index) that holds it, or ROW_NONE */
    uint32_t same_as;         /* an earlier figure of the article that says the same, or ROW_NONE */
    uint32_t fuller;          /* of a first of several that say the same: the later one that says more, which lists show; or 0 */
    uint32_t block;           /* index of the block it stands in */
};

/* All finds of one article, each list in the order of the text. Lives in the article's arena. */
struct extract {
    const struct entity *entities;
    size_t nentities;
    const struct mention *mentions;
    size_t nmentions;
    const struct quote *quotes;
    size_t nquotes;
    const struct figure *figures;
    size_t nfigures;
};

/* Of figures that say the same lists show one, that which says most: its row. */
static inline uint32_t
extract_shown_figure(const struct extract *extract, uint32_t row)
{
    uint32_t first = extract->figures[row].same_as == ROW_NONE ? row : extract->figures[row].same_as;

    return extract->figures[first].fuller ? extract->figures[first].fuller : first;
}

/* Only sizes of one kind and scale can be compared: money of a currency, durations in days, lengths in metres. */
struct figure_size {
    const char *scale;        /* "CAD", "%", "day", "m"; "" where the kind says all. Valid as long as the figure */
    double size;
    bool has;                 /* a date without a year has none */
};
struct figure_size figure_size(const struct figure *figure);
/* The same from its parts: of a date the value is what figure_size() makes of it. The unit may be NULL. */
struct figure_size figure_size_of(enum figure_kind kind, const char *unit, bool has, double value);

/* Words beside those of the lexicon, from the user's lists. Once they are all there many threads may read them. */
struct vocabulary;
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary); /* NULL is allowed */
/* The word is copied. What the lexicon has said of it in the same list does not count any more. False: there is no room. */
bool vocabulary_add(struct vocabulary *vocabulary, const struct added_word *added);

/* Working memory for extraction, kept from article to article; one a thread. */
struct extractor;
struct extractor *extractor_new(void);
/* One that knows words of the user's, too: they may be NULL, must outlive it, and are only read. */
struct extractor *extractor_new_with(const struct vocabulary *words);
void extractor_free(struct extractor *extractor);
/* Never fails; the result lives in the article's arena. */
const struct extract *extract_article(struct extractor *extractor, const struct article *article);

/* Of the words of a cue; with words of the user's, or NULL. */
enum cue_class extract_cue_class(struct slice cue, const struct vocabulary *words);

const char *quote_kind_name(enum quote_kind kind);      /* the words of the command line; static */
const char *quote_found_name(enum quote_found found);
const char *figure_kind_name(enum figure_kind kind);
const char *hedge_name(enum hedge hedge);               /* NULL for HEDGE_NONE */
const char *trend_name(enum trend trend);               /* NULL for TREND_NONE */
bool quote_kind_read(const char *name, enum quote_kind *kind);
bool figure_kind_read(const char *name, enum figure_kind *kind);

#endif
