/* The words of a block as tokens: what scan.re cuts and scanwords.c knows about each word. For the figures alone. */
#ifndef LEDE_SCAN_H
#define LEDE_SCAN_H

#include <string.h>

#include "lede/base.h"
#include "lede/eight.h"

/*
 * What a word may mean; a word may mean several things ("second", "quarter", "pound", "may", "in"), so these are bits, and
 * the grammar decides. Tokens that are no words have shapes instead, see below.
 */
enum scan_class {
    IS_SMALL = 1u << 0,     /* zero to nineteen */
    IS_TENS = 1u << 1,      /* twenty to ninety */
    IS_HUNDRED = 1u << 2,
    IS_SCALE = 1u << 3,     /* thousand, million, bn, lakh: value is the power of ten */
    IS_LETTER = 1u << 4,    /* a scale only when it touches its number: k, m, b, t */
    IS_DOZEN = 1u << 5,
    IS_ORDINAL = 1u << 6,   /* first, third, twentieth, hundredth; value is the number */
    IS_PART = 1u << 7,      /* half, quarters, thirds: value is the denominator */
    IS_MONTH = 1u << 8,
    IS_WEEKDAY = 1u << 9,
    IS_MONEY = 1u << 10,    /* a currency's sign, code or name */
    IS_UNIT = 1u << 11,     /* of a measure */
    IS_TIME = 1u << 12,     /* a unit of time */
    IS_PERCENT = 1u << 13,
    IS_GROWN = 1u << 14,    /* doubled, halved, twofold, twice: value is the factor in tenths */
    IS_HEDGE = 1u << 15,    /* stands directly before a number: "about" */
    IS_TREND = 1u << 16,    /* rose, fell; value is 1 or -1 */
    IS_STOP = 1u << 17,     /* a word that no noun phrase goes over: prepositions, conjunctions, pronouns, auxiliaries */
    IS_VERB = 1u << 18,     /* forms that end a noun phrase: "said", "were"; of all verbs the frequent ones */
    IS_LABEL = 1u << 19,    /* a number after it is a name, not an amount: "Section 301" */
    IS_PERSON = 1u << 20,   /* plurals without -s: people, police */
    IS_SUFFIX = 1u << 21,   /* st nd rd th */
    IS_CODE = 1u << 22,     /* a currency code or prefix that may stand before digits: USD, C (of C$) */
    IS_SEASON = 1u << 23,
    IS_VAGUE = 1u << 24,    /* several, few, many: a vague number before a scale word */
    IS_WORN = 1u << 25,     /* follows an ordinal or a part in a set phrase: "first aid", "half time" */
    IS_CITIZEN = 1u << 26,  /* "Canadian" before a currency */
    IS_FLAT = 1u << 27,     /* a singular that ends in s, or an adjective: "business", "overseas" */
    IS_PREFIX = 1u << 28,   /* letters before a sign: C$, US$ */
    IS_POWER = 1u << 29,    /* square, cubic: value is the power */
    IS_LEAD = 1u << 30,     /* other words with which a figure may begin: a, another, aged, minus */
};

enum scan_shape {
    SCAN_WORD,
    SCAN_INTEGER,    /* 1204 */
    SCAN_GROUPED,    /* 1,204,000 or 1.204.000 or 12,34,567, with or without a decimal part */
    SCAN_DECIMAL,    /* 3.4  .534  5,00 */
    SCAN_POWER,      /* 1e10 */
    SCAN_VULGAR,     /* ½ */
    SCAN_CLOCK,      /* 10:30 */
    SCAN_SLASHED,    /* 3/4 or 03/04/2026 */
    SCAN_ISO_DATE,   /* 2026-01-14 */
    SCAN_IDENT,      /* 2.0.1, an address, G7: letters and digits mixed */
    SCAN_SIGN,       /* a currency's sign */
    SCAN_PERCENT,    /* % */
    SCAN_DEGREE,     /* ° */
    SCAN_DASH,       /* - – — ‑ − */
    SCAN_TIMES,      /* × */
    SCAN_STOP,       /* . ! ? : ; and line ends: a sentence or a clause is over */
    SCAN_COMMA,
    SCAN_OPEN,       /* ( [ and opening quotes */
    SCAN_CLOSE,
    SCAN_MARK,       /* all other punctuation: its byte tells */
};

enum { SCAN_ABBREVIATION = 4 }; /* letters of the longest that matters: "prof." */

enum { SCAN_GLUED = 1, SCAN_UPPER = 2, SCAN_ALLCAPS = 4, SCAN_DEAD = 8, SCAN_LINE = 16, SCAN_WIDE = 32 };

struct scan_token {
    uint32_t start, end;
    uint32_t classes;
    uint16_t word;     /* index into the words, 0: not known */
    uint8_t shape;
    uint8_t flags;     /* GLUED: nothing before it; UPPER: a capital; DEAD: part of an address; LINE: begins a line;
                          WIDE: more than one blank before it */
};

/* One known word. Which fields count, classes tell. */
struct word {
    const char *text;
    uint64_t key;      /* its first 8 bytes, small */
    uint64_t tail;     /* its last 8 bytes, small, of a word of 9 to 16 letters */
    uint32_t classes;
    int32_t value;     /* number, power of ten, denominator, month, factor, trend */
    int16_t money;     /* rows of the tables in money.c and units.c */
    int16_t unit;
    uint8_t len;
    bool exact;        /* in this case only: MB, mb */
    bool letters;      /* of ASCII, not exact, not longer than 16: key and tail are the word */
    uint8_t hedge;     /* the first form of hedge_before that ends with it, one more than its index */
};

/*
 * The table in which words are looked up. Of plain words the lexicon's number is known already, which tells the rest: what no
 * text of the tables is sought for is asked of the slots.
 */
enum { WORDS_SLOTS = 8192, WORDS_HEDGES = 256, WORDS_CASE = 0x8000 };

struct words_slot {
    uint64_t key;
    uint16_t word;     /* 0: the slot is free */
};

struct words {
    VEC(struct word) v;
    uint16_t *of;      /* what a word of the lexicon is when it is written small; WORDS_CASE: it is another one in large letters;
                          0 for the user's words, whose numbers are behind the lexicon's */
    uint32_t *classes; /* of the words, by index: beside `of` all that most words of a text need */
    struct words_slot slots[WORDS_SLOTS];
    struct words_hedge {
        uint8_t next;   /* form of a hedge that has the same last word, one more than its index */
        uint8_t before; /* letters of the form before that word and its blank */
        char first;     /* letter of the word before it */
    } hedges[WORDS_HEDGES];
    struct text strings; /* the words of the lists, each ended by NUL; never moves after words_new */
};

/*
 * Lists of words that the grammar asks for. A list is known by its address: all are literals. Each gets a number when it is first
 * asked for, and each word a row with a bit for each list: what is asked of one word, one list after the other, lies side by side.
 * Filled as they are asked for, so each reader has its own.
 */
enum { LISTS_SLOTS = 16384, LISTS_MOST = 768, LISTS_ROW = LISTS_MOST / 64 }; /* many more slots than lists: two in one slot cost a search */

struct lists {
    uint16_t slots[LISTS_SLOTS];    /* by address: the number of a list; 0: none */
    const char *v[LISTS_MOST];      /* by number, from 1 */
    const char *closed[LISTS_MOST]; /* the list again, where the table knows all of its words */
    uint64_t others[LISTS_MOST];    /* lists_trait() of those that it does not know */
    uint64_t *rows;                 /* of the words by index; that of word 0 is never set */
    uint16_t n;
};

void lists_free(struct lists *lists);
/* Is this word, index `word` of the table, in the list? The first call for a list reads it. */
bool lists_has(struct lists *lists, const struct words *words, const char *list, uint16_t word, struct slice text);

static inline size_t
lists_slot_of(const char *list)
{
    return ((uintptr_t)list >> 1) % LISTS_SLOTS;
}

static inline bool
lists_bit(const struct lists *lists, uint16_t word, uint16_t number)
{
    return lists->rows[(size_t)word * LISTS_ROW + number / 64] >> number % 64 & 1;
}

struct words *words_new(void);
void words_free(struct words *words);
/* The word text[0..len), whose key this is; 0: not known. */
uint16_t words_find(const struct words *words, uint64_t key, const char *text, size_t len);

static inline const struct word *
words_at(const struct words *words, uint16_t index)
{
    return &words->v.v[index];
}

/* Up to 8 bytes of a word, small, the rest blanks: what is compared and hashed. With `room` 8 bytes may be read whatever len. */
static inline uint64_t
words_key(const char *text, size_t len, bool room)
{
    uint64_t bytes = eight_load((const unsigned char *)text, room || len >= 8 ? 8 : len);

    return eight_head(bytes, len < 8 ? (unsigned)len : 8) | EIGHT(0x20);
}

static inline uint32_t
words_slot_of(uint64_t key, size_t len)
{
    return (uint32_t)((key * UINT64_C(0x9E3779B97F4A7C15) + len * UINT64_C(0xD1B54A32D192ED03)) >> 51);
}

struct token; /* of tokens.h */

/* The words with which a figure may begin, and those that say whose dollars "$" are. */
#define SCAN_STARTS \
    (IS_SMALL | IS_TENS | IS_HUNDRED | IS_SCALE | IS_DOZEN | IS_ORDINAL | IS_PART | IS_MONTH | IS_CODE | IS_PREFIX | IS_GROWN | \
     IS_VAGUE | IS_LEAD)
#define SCAN_NOTABLE (SCAN_STARTS | IS_MONEY)

/*
 * What stands before the first and after the last token: a full stop. The grammar looks this many tokens back and ahead at most,
 * so that it never has to ask whether there are any.
 */
enum { SCAN_BEFORE = 8, SCAN_BEHIND = 16 };
extern const struct scan_token scan_nothing;

/*
 * The tokens of a window, with scan_nothing around them. Nine in ten are words and marks of which nothing can begin: `notable` lists
 * the others, so that nobody walks over all of them. `marks` lists the stops of what may be abbreviations, and the marks of addresses.
 */
typedef struct {
    struct scan_token *v;
    size_t n, cap;
    uint32_t *notable, *marks;
    size_t nnotable, nmarks;
    const struct token *known; /* the next token of speech (struct tokens), of which plain words are taken; the scan moves it on */
} scan_tokens;

extern const struct token scan_unknown; /* for `known` where there is no speech */

void scan_free(scan_tokens *tokens);

/*
 * Adds the tokens of text from `at` to at least `end` (a token that begins before `end` is taken whole); `limit` is where the
 * text ends: a NUL stands there. Returns where it stopped.
 */
uint32_t scan_text(const struct words *words, const char *text, uint32_t at, uint32_t end, uint32_t limit, scan_tokens *tokens);

static inline bool
scan_is_literal(const struct scan_token *token)
{
    return token->shape >= SCAN_INTEGER && token->shape <= SCAN_VULGAR;
}

#endif
