/* The parts of the figures' grammar. Only for the files of src/extract that read figures. */
#ifndef LEDE_FIGURES_H
#define LEDE_FIGURES_H

#include "finds.h"
#include "money.h"
#include "scan.h"
#include "units.h"

/* What is read: the tokens of one window of an article. */
struct reader {
    const struct words *words;
    struct lists *lists;
    const char *text;
    const struct scan_token *v;
    size_t n;
    bool heading;          /* a headline: capitals say nothing */
    int year, month, day;  /* of the article; 0: not known */
};

/* Token i, a few before the first and behind the last too, where there is nothing (scan.h). */
static inline const struct scan_token *
reader_at(const struct reader *r, size_t i)
{
    return r->v - SCAN_BEFORE + (i + SCAN_BEFORE); /* i may be "-1" */
}
static inline bool
reader_is(const struct reader *r, size_t i, uint32_t classes)
{
    return (reader_at(r, i)->classes & classes) != 0;
}
static inline bool
reader_shape(const struct reader *r, size_t i, enum scan_shape shape)
{
    return reader_at(r, i)->shape == shape;
}
static inline bool
reader_has(const struct reader *r, size_t i, int flags)
{
    return (reader_at(r, i)->flags & flags) != 0;
}
static inline const struct word *
reader_word(const struct reader *r, size_t i)
{
    return words_at(r->words, reader_at(r, i)->word);
}
static inline struct slice
reader_slice(const struct reader *r, size_t i)
{
    const struct scan_token *token = reader_at(r, i);

    return slice_of(r->text + token->start, token->end - token->start);
}
/* reader_one_of() for a list that is asked for the first time, or has words that the table does not know. */
bool reader_looks_up(const struct reader *r, size_t i, const char *list);
/* Is token i, in any case, a word of this list of small words with single blanks? Asked so often that the usual way is inline. */
static inline bool
reader_one_of(const struct reader *r, size_t i, const char *list)
{
    const struct scan_token *t = reader_at(r, i);
    uint16_t number = r->lists->slots[lists_slot_of(list)];

    if (r->lists->closed[number] == list)
        return lists_bit(r->lists, t->word, number);
    return reader_looks_up(r, i, list);
}
static inline bool
reader_said(const struct reader *r, size_t i, const char *word)
{
    return reader_one_of(r, i, word);
}
/* The one byte of a token: a mark, or a letter in this case. */
static inline bool
reader_mark(const struct reader *r, size_t i, char mark)
{
    const struct scan_token *t = reader_at(r, i);

    return t->end == t->start + 1 && r->text[t->start] == mark; /* the token that is not there is empty */
}
/* A word of one letter, of which many are known in one case only. */
static inline bool
reader_letter(const struct reader *r, size_t i)
{
    const struct scan_token *t = reader_at(r, i);

    return t->end == t->start + 1 && t->shape == SCAN_WORD;
}
/* A dash that joins two words without blanks. American papers set the em dash without blanks, too: it parts. */
static inline bool
reader_joined(const struct reader *r, size_t i)
{
    return reader_shape(r, i, SCAN_DASH) && reader_has(r, i, SCAN_GLUED) && reader_has(r, i + 1, SCAN_GLUED) &&
           !(reader_at(r, i)->end == reader_at(r, i)->start + 3 && r->text[reader_at(r, i)->start + 2] == '\x94');
}
/* 20 to 90 of "twenties" to "nineties"; else 0. */
static inline int
reader_decade(const struct reader *r, size_t i)
{
    return reader_is(r, i, IS_LEAD) && reader_word(r, i)->value >= 20 ? reader_word(r, i)->value : 0;
}
/* The first word of a sentence, where a capital says nothing. */
bool reader_begins(const struct reader *r, size_t i);

/* ---- numbers.c ------------------------------------------------------------------- */

struct amount {
    struct decimal value, high;
    size_t first, end;     /* tokens */
    bool has_high;
    bool digits;           /* begins with a literal */
    bool plain;            /* an integer literal without separators or scale: may be a year, a name, an age */
    bool scaled;           /* has a scale word */
    int32_t scale;         /* of the last scale word: its power of ten */
    bool part;             /* a fraction */
    bool vague;            /* "dozens": an interval */
    bool letter_m;         /* a glued m that was taken for millions */
    bool article;          /* "a", "an" for one */
};

/* The literal of a token in digits. */
struct decimal number_literal(const struct reader *r, size_t i);
/* Reads an amount that begins at token i, sign and scale words too; ordinals are not amounts. */
bool number_read(const struct reader *r, size_t i, struct amount *amount);
/* Reads an ordinal at i: "51st", "twenty-first", "two hundredth". */
bool number_ordinal(const struct reader *r, size_t i, struct amount *amount);
/* "tens of thousands", "several hundred", "a couple of" */
bool number_vague(const struct reader *r, size_t i, struct amount *amount);
/* A part of something: "two-thirds", "a quarter", "one in five". */
bool number_part(const struct reader *r, size_t i, struct amount *amount);

/* ---- dates.c ------------------------------------------------------------------------ */

struct date {
    size_t first, end;
    char iso[32];          /* "" when nothing is known for sure */
};

/* Reads a date from token i on. False, and *date undefined, when none begins there. */
bool dates_read(const struct reader *r, size_t i, struct date *date);
/* Does the token, of the form 17:46, say how long, and not when? */
bool dates_is_stopwatch(const struct reader *r, size_t i);

/* ---- hedges.c ------------------------------------------------------------------------ */

/*
 * The hedge that ends right before token `first`: sets *words to its place. floor: tokens before it belong to other figures.
 * HEDGE_NONE when there is none.
 */
enum hedge hedges_before(const struct reader *r, size_t first, size_t floor, struct span *words);
/* The same from token `end` on: "or more", "or so". *next is the token behind it. */
enum hedge hedges_after(const struct reader *r, size_t end, struct span *words, size_t *next);

/* ---- figures_quantity.c --------------------------------------------------------------------- */

/* An amount with its unit. */
struct quantity {
    struct amount amount;
    enum figure_kind kind;
    const char *unit;      /* static, or NULL */
    const char *per;       /* "day" of "$1m a day", or NULL */
    size_t first, end;
    enum hedge hedge;      /* from a mark inside: "30-odd" */
};

/* Reads an amount and its unit from token i on. False, and *quantity undefined, when none begins there. */
bool quantity_read(const struct reader *r, size_t i, struct quantity *quantity);
const struct unit_form *quantity_form(const struct reader *r, size_t i); /* of a token that is a unit */
/* "a day", "per kg", "/hour" behind a quantity. "a share" is no unit. */
void quantity_rate(const struct reader *r, struct quantity *q);
/* figures_money.c: a currency before the number, or behind the amount that has been read. */
bool quantity_money_before(const struct reader *r, size_t i, struct quantity *q);
bool quantity_money_after(const struct reader *r, struct quantity *q);
/* "All amounts are in Canadian dollars": at the word "dollars", the code of what the article's "$" is; else NULL. */
const char *quantity_declared(const struct reader *r, size_t i);
/* The unit at a token for an amount that is there already, of "a week". */
bool quantity_single(const struct reader *r, struct quantity *quantity, size_t unit);

/* ---- figures_range.c --------------------------------------------------------------------- */

/* Reads the upper end behind q and joins the two, where they are one range. */
void range_join(const struct reader *r, struct quantity *q);

/* ---- figures_phrase.c ------------------------------------------------------------------------ */

/* May the word at i stand in the phrase of what is counted? first: it begins it. many: the number before it is not one. */
bool counted_takes(const struct reader *r, size_t i, bool first, bool many);
/* "based", "newly" end no noun phrase, nor does "supporting" of "one pastor supporting the bill". */
bool counted_may_be_head(const struct reader *r, size_t i, bool first);
bool counted_plural(const struct reader *r, size_t i);
bool counted_many(const struct reader *r, size_t i);
/* The noun phrase that begins at token i; its head is its last word. */
bool counted_read(const struct reader *r, size_t i, bool many, size_t *end);

/* ---- figures_make.c ------------------------------------------------------------------------ */

/* The tokens of a figure: [first, end). */
struct place {
    size_t first, end;
};
VEC_TYPE(places, struct place);

/* The walk over a window: what is read, and where the figures go. */
struct finder {
    struct reader reader;
    struct measures *measures;
    const struct article *article;
    struct finds *finds;
    struct places *places; /* of the window's figures, the last of finds->figures */
    size_t floor;          /* the token behind the last figure */
    uint32_t block;
};

/*
 * Adds a figure of the tokens [first, end), with its place; the caller sets value and unit. The figure belongs to f->finds, and
 * the pointer is valid until the next one is added.
 */
struct figure *figures_add(struct finder *f, size_t first, size_t end, enum figure_kind kind);
/* Adds the figure of a quantity, with its hedge and what it counts. Sets *end behind it, and behind a hedge that follows. */
void figures_add_quantity(struct finder *f, const struct quantity *q, size_t *end);
/* Seeks the hedge before or behind a figure of the tokens [first, *end), and moves *end behind one that follows. */
void figures_hedge(struct finder *f, struct figure *figure, size_t first, size_t *end);
/* "more than 35 but fewer than 75": two borders, one figure. The newest figure goes into the one before. */
void figures_merge_borders(struct finder *f);
/* "three million and five million copies", "12, 15 or 20 barges": the noun of the newest figure is that of those before. */
void figures_share_noun(struct finder *f);

/* ---- figures_kinds.c ----------------------------------------------------------------------- */

/* Adds the figure at token i, if there is one, to f->finds. Returns the token behind it, or 0. f->floor stays. */
size_t figures_at(struct finder *f, size_t i);

/* ---- figures_of.c ------------------------------------------------------------------------ */

/* Fills of and trend from what stands around the figure's tokens [first, end). */
void counted_about(const struct reader *r, struct figure *figure, size_t first, size_t end);

#endif
