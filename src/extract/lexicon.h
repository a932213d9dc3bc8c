/* The words that the extractor knows, each with its classes. Made from the lists of lexicon/ when the program is built. */
#ifndef LEDE_EXTRACT_LEXICON_H
#define LEDE_EXTRACT_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* 64 classes do not fit an enum of C11. */
#define LEX_BIT(n) (UINT64_C(1) << (n))

/* cues.txt: verbs that report speech */
#define LEX_CUE LEX_BIT(0)
#define LEX_ATTITUDE LEX_BIT(1)   /* attitudes.txt: belief, wish, support, naming */
#define LEX_CLAIMED LEX_BIT(2)
#define LEX_DENIED LEX_BIT(3)
#define LEX_ASKED LEX_BIT(4)
#define LEX_WROTE LEX_BIT(5)
#define LEX_STRONG LEX_BIT(6)     /* enough for a reported clause by itself */
#define LEX_WEAK LEX_BIT(7)       /* needs marks or "that" */
#define LEX_MARKS LEX_BIT(8)      /* needs marks */
#define LEX_TOLD LEX_BIT(9)       /* whom it is said to stands first */
#define LEX_PHRASE LEX_BIT(10)    /* only with its particle: "point out", "go on" */
#define LEX_THAT LEX_BIT(11)      /* a report or a study finds, shows that … */
#define LEX_BASE LEX_BIT(12)
#define LEX_THIRD LEX_BIT(13)
#define LEX_PAST LEX_BIT(14)
#define LEX_ING LEX_BIT(15)
#define LEX_PARTICIPLE LEX_BIT(16)
/* titles.txt */
#define LEX_TITLE LEX_BIT(17)
#define LEX_ABBR LEX_BIT(18)
#define LEX_OFFICE LEX_BIT(19)
#define LEX_MALE LEX_BIT(20)
#define LEX_FEMALE LEX_BIT(21)
/* given.txt, orgs.txt, places.txt */
#define LEX_GIVEN LEX_BIT(22)
#define LEX_GIVEN_MALE LEX_BIT(23)
#define LEX_GIVEN_FEMALE LEX_BIT(24)
#define LEX_ORG LEX_BIT(25)
#define LEX_ORG_NAME LEX_BIT(26)
#define LEX_PLACE LEX_BIT(27)
/* roles.txt */
#define LEX_ROLE LEX_BIT(28)
#define LEX_PLURAL LEX_BIT(29)
#define LEX_BODY LEX_BIT(30)
#define LEX_THING LEX_BIT(31)
/* words.txt */
#define LEX_W_PRON_SUBJ_M LEX_BIT(32)
#define LEX_W_PRON_SUBJ_F LEX_BIT(33)
#define LEX_W_PRON_SUBJ_P LEX_BIT(34)
#define LEX_W_PRON_FIRST LEX_BIT(35)
#define LEX_W_PRON_OTHER LEX_BIT(36)
#define LEX_W_PRON_OBJ_M LEX_BIT(37)
#define LEX_W_PRON_OBJ_F LEX_BIT(38)
#define LEX_W_PRON_OBJ_P LEX_BIT(39)
#define LEX_W_PRON_OBJ_X LEX_BIT(40)
#define LEX_W_POSS_M LEX_BIT(41)
#define LEX_W_POSS_F LEX_BIT(42)
#define LEX_W_POSS_P LEX_BIT(43)
#define LEX_W_POSS_X LEX_BIT(44)
#define LEX_W_DET LEX_BIT(45)
#define LEX_W_PREP LEX_BIT(46)
#define LEX_W_SUB LEX_BIT(47)
#define LEX_W_CONJ LEX_BIT(48)
#define LEX_W_REL LEX_BIT(49)
#define LEX_W_AUX LEX_BIT(50)
#define LEX_W_BE LEX_BIT(51)
#define LEX_NOUN LEX_BIT(52)         /* "her remark that" */
#define LEX_W_MODAL LEX_BIT(53)
#define LEX_W_NEG LEX_BIT(54)
#define LEX_W_ADV LEX_BIT(55)
#define LEX_W_TIME LEX_BIT(56)
#define LEX_W_MONTH_DAY LEX_BIT(57)
#define LEX_W_ABBR LEX_BIT(58)
#define LEX_W_SENTENCE LEX_BIT(59)
#define LEX_W_SUFFIX LEX_BIT(60)
#define LEX_W_PARTICLE LEX_BIT(61)
#define LEX_W_VERB LEX_BIT(62)
#define LEX_W_DEMONYM LEX_BIT(63)

/* Sets of classes that are asked for together. */
#define LEX_CUE_FORM (LEX_BASE | LEX_THIRD | LEX_PAST | LEX_ING | LEX_PARTICIPLE)
#define LEX_SUBJECT (LEX_W_PRON_SUBJ_M | LEX_W_PRON_SUBJ_F | LEX_W_PRON_SUBJ_P | LEX_W_PRON_FIRST)
#define LEX_POSS (LEX_W_POSS_M | LEX_W_POSS_F | LEX_W_POSS_P | LEX_W_POSS_X)
#define LEX_OBJECT (LEX_W_PRON_OBJ_M | LEX_W_PRON_OBJ_F | LEX_W_PRON_OBJ_P | LEX_W_PRON_OBJ_X)

/*
 * A word as the table knows it: folded (ASCII letters in small, hyphens '-', apostrophes '\''), its first sixteen bytes as two
 * numbers, the first byte the lowest. Hardly any word is longer, so that words are compared in one go.
 */
struct lexicon_key {
    uint64_t head, tail;
    uint64_t sum;
    uint32_t hash, len; /* len: of the folded word */
};

/* Multiplicative hashing, sixteen bytes a step; awk can do it too. */
static inline uint64_t
lexicon_fold(uint64_t sum)
{
    return (sum + (sum >> 32)) * UINT64_C(0xD6E8FEB86629D093);
}

/* The next sixteen bytes of the word, of which n belong to it; the rest are 0. */
static inline void
lexicon_add(struct lexicon_key *key, uint64_t head, uint64_t tail, unsigned n)
{
    if (key->len == 0) {
        key->head = head;
        key->tail = tail;
    }
    key->len += n;
    key->sum = lexicon_fold(key->sum) + head * UINT64_C(0x9E3779B97F4A7C15) + tail * UINT64_C(0xC2B2AE3D27D4EB4F);
    key->hash = (uint32_t)(lexicon_fold(key->sum) >> 32);
}

/* Of what is a number when it is compiled, but looks too long to be put in place. */
#if defined(__GNUC__)
#define LEXICON_CONSTANT __attribute__((always_inline)) static inline
#else
#define LEXICON_CONSTANT static inline
#endif

/* Eight letters of a word from `at` on. Each for itself, so that compilers see a number where the word is a literal. */
LEXICON_CONSTANT uint64_t
lexicon_letters(const char *word, size_t len, size_t at)
{
#define LETTER(n) (at + (n) < len ? (uint64_t)(unsigned char)word[at + (n)] << 8 * (n) : 0)
    return LETTER(0) | LETTER(1) | LETTER(2) | LETTER(3) | LETTER(4) | LETTER(5) | LETTER(6) | LETTER(7);
#undef LETTER
}

/* The hash of a literal of up to sixteen small letters. */
LEXICON_CONSTANT uint32_t
lexicon_hash_of(const char *word)
{
    const size_t len = strlen(word);
    struct lexicon_key key = {0};

    lexicon_add(&key, lexicon_letters(word, len, 0), lexicon_letters(word, len, 8), (unsigned)len);
    return key.hash;
}

/* The table, which lexicon.awk makes. */
enum { LEXICON_SLOTS = 16384, LEXICON_BUCKETS = 4096 };
struct lexicon_entry {
    uint64_t head, tail;
    uint16_t len;  /* 0: the slot is free */
    uint16_t word;
    uint32_t rest; /* of a word longer than head and tail: its place in a list of them */
};
extern const uint64_t lexicon_of[]; /* the classes; of word 0, a stranger: none */
extern const struct lexicon {
    uint16_t moves[LEXICON_BUCKETS]; /* what brings each word of a bucket to a slot of its own */
    struct lexicon_entry slots[LEXICON_SLOTS];
} lexicon;
extern const uint32_t lexicon_nwords; /* and the stranger */

/* Does the word fold to this one, which is folded? */
bool lexicon_folds_to(const char *at, size_t len, const char *word, size_t word_len);
/* The key of a word in which letters are all that has to be folded. */
struct lexicon_key lexicon_key_of(const char *at, size_t len);
/* The rest of a word longer than head and tail is the entry's, too. */
bool lexicon_same(const struct lexicon_entry *entry, const char *at, size_t len);

/*
 * The one entry that may be a word's. A perfect hash: each word has a slot to itself, so that there is nothing to probe, and no
 * branch on whether the word is known, which no processor can guess: a third of an article's words are strangers.
 */
static inline const struct lexicon_entry *
lexicon_entry_of(const struct lexicon_key *key)
{
    return &lexicon.slots[(key->hash * lexicon.moves[key->hash >> 20]) >> 18];
}

/* A word of up to sixteen bytes; 0: not known. In sums, lest the compiler make a branch of it. */
static inline uint16_t
lexicon_find_short(const struct lexicon_key *key)
{
    const struct lexicon_entry *entry = lexicon_entry_of(key);
    uint64_t other = (entry->head ^ key->head) | (entry->tail ^ key->tail) | (entry->len ^ key->len);

    return (uint16_t)(entry->word & ((other == 0) * UINT32_MAX));
}

/* Any word, which is not folded, by its key. */
static inline uint16_t
lexicon_find(const struct lexicon_key *key, const char *at, size_t len)
{
    uint16_t word = lexicon_find_short(key);

    return key->len <= 16 || lexicon_same(lexicon_entry_of(key), at, len) ? word : 0;
}

static inline uint64_t lexicon_classes(uint16_t word) { return lexicon_of[word]; }

#endif
