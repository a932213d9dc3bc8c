/*
 * Terms: the folded words of all articles, each with the articles that hold it. Those of a cache file lie mapped as they were
 * written ("base"); what comes later is in memory.
 */
#ifndef LEDE_INDEX_TERMS_H
#define LEDE_INDEX_TERMS_H

#include <string.h>

#include "lede/index.h"
#include "postings.h"
#include "writer.h"

enum {
    TERM_MAX = 48,   /* bytes of a word; longer ones are cut: a prefix still finds them */
    TERM_RECORD = 5, /* bytes before the word in what terms_collect() makes: hash, as it lies in memory, and length */
};

/* A word in memory. Its posting list is a chain of pieces: see terms.c. */
struct term {
    uint32_t word;              /* where it begins in terms->words */
    uint32_t last, n;           /* the last id, how many ids; a single one has no list */
    uint32_t next;              /* what posting_code() wants */
    uint32_t first, piece;      /* the first piece and the one that is filled, in units */
    uint16_t used;              /* bytes of that */
    uint8_t level, len;         /* its size; bytes of the word */
};

struct terms_slot {
    uint32_t hash, term;        /* the number of the term + 1; 0: free */
};

/* The base: a mapped section. NULL and zeros: there is none. */
struct terms_base {
    const unsigned char *postings, *words;
    const struct terms_entry *entries; /* nwords + 1, by word */
    uint32_t nwords, limit;
    uint64_t postings_len, words_len;
};

/* All zero: no words. */
struct terms {
    uint32_t limit;             /* one more than the last id */
    struct terms_base base;
    VEC(struct term) terms;
    struct text words;          /* of the terms, one behind the other */
    struct terms_slot *slots;   /* open addressing, linear probing */
    uint32_t nslots;            /* a power of two, or 0 */
    unsigned char *pieces;
    uint32_t npieces, pieces_cap; /* in units */
};

/* The next word of folded text, cut by utf_word_step(); at most TERM_MAX bytes. Empty at the end. */
struct slice term_next(const char **at);
/* What terms are found by; the same on all machines. */
uint32_t term_hash(struct slice word);

/* Appends to *out the distinct folded words of the article, furniture left out, for terms_add(). In any thread. */
void terms_collect(struct text *out, const struct article *article);
/*
 * Takes in what terms_collect() made; ids must ascend and be below POSTING_IDS. The bytes may be anything: false, and nothing
 * is taken in, when they are no such list, when the id is not greater than all before, or when the words of all articles fill
 * their 4 GiB.
 */
bool terms_add(struct terms *terms, uint32_t id, const char *collected, size_t len);
void terms_free(struct terms *terms);

/* Ids of the articles that hold the folded word, or words that begin with the prefix; ascending, *out is cleared first. */
void terms_find_word(const struct terms *terms, struct slice word, struct ids *out);
void terms_find_prefix(const struct terms *terms, struct slice prefix, struct ids *out);
/* The same, put into a set; ids beyond its limit are left out. */
void terms_mark_word(const struct terms *terms, struct slice word, struct id_set *set);
void terms_mark_prefix(const struct terms *terms, struct slice prefix, struct id_set *set);
/* How many articles hold the word: from the dictionary alone, so a damaged file may lie. */
uint32_t terms_count_word(const struct terms *terms, struct slice word);

/* Writes a section of a cache file, from an 8-aligned place to another: all words, of the base and in memory. */
void terms_write(const struct terms *terms, struct writer *writer);
/*
 * Makes a section the base of terms that hold nothing yet; terms_add() goes on with greater ids than terms->limit - 1. `at` is
 * 8-aligned, len is what terms_write() wrote; the bytes must outlive terms. They may be anything: false when they are no
 * section, and whatever they are nothing outside is read and no id is found that is not below terms->limit, which the caller
 * compares with the number of articles. Time does not depend on len.
 */
bool terms_map(struct terms *terms, const char *at, size_t len);

/* ---- shared by the files of terms ----------------------------------------------------------- */

static inline bool
term_begins(struct slice word, struct slice prefix)
{
    return prefix.len == 0 || (word.len >= prefix.len && memcmp(word.at, prefix.at, prefix.len) == 0);
}
/* Puts the ids of the word, or of all that begin with it, into the set; whole: of the word alone. */
void terms_base_mark(const struct terms_base *base, struct slice word, bool whole, struct id_set *set);
uint32_t terms_base_count(const struct terms_base *base, struct slice word);
/* The posting list of a term in memory, as one; appended to *out. */
void terms_list(const struct terms *terms, const struct term *term, struct text *out);

#endif
