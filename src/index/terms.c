/*
 * Terms in memory. A posting list (postings.h) lies in a chain of pieces that double in size from 8 bytes to 4096, as in
 * Lucene's byte slices: hardly anything is lost on rare words, and hardly anything is moved. The last four bytes of a piece are
 * the place of the next.
 */
#include <string.h>

#include "internal.h"

enum { PIECE_UNIT = 8, PIECE_LINK = 4, PIECE_LEVELS = 9, PIECE_LARGEST = 1 << PIECE_LEVELS /* in units */ };
enum { BATCH = 32 };

/* ---- pieces ---------------------------------------------------------------------------- */

static size_t
piece_room(const struct term *term)
{
    return ((size_t)PIECE_UNIT << term->level) - PIECE_LINK;
}

static unsigned char *
piece_at(const struct terms *terms, uint32_t piece)
{
    return terms->pieces + (size_t)piece * PIECE_UNIT;
}

/* There is room: see terms_have_room(). */
static uint32_t
piece_new(struct terms *terms, unsigned level)
{
    uint32_t piece = terms->npieces, cap = terms->pieces_cap;

    if (cap - terms->npieces < 1u << level) {
        cap = cap == 0 ? 2 * PIECE_LARGEST : cap > UINT32_MAX / 2 ? UINT32_MAX : cap * 2;
        terms->pieces = mem_resize(terms->pieces, cap, PIECE_UNIT);
        terms->pieces_cap = cap;
    }
    terms->npieces += 1u << level;
    return piece;
}

static void
term_put(struct terms *terms, struct term *term, unsigned char byte)
{
    if (term->used == piece_room(term)) {
        uint32_t full = term->piece;
        size_t link = term->used;

        term->level += term->level < PIECE_LEVELS;
        term->piece = piece_new(terms, term->level);
        term->used = 0;
        memcpy(piece_at(terms, full) + link, &term->piece, PIECE_LINK);
    }
    piece_at(terms, term->piece)[term->used++] = byte;
}

static void
term_push(struct terms *terms, struct term *term, uint32_t id)
{
    unsigned char code[POSTING_MAX];
    unsigned n = posting_code(&term->next, id, code);

    if (n == 0)
        piece_at(terms, term->piece)[term->used - 1] |= code[0];
    for (unsigned i = 0; i < n; i++)
        term_put(terms, term, code[i]);
}

void
terms_list(const struct terms *terms, const struct term *term, struct text *out)
{
    uint32_t piece = term->first;
    struct term at = {0}; /* runs through the chain */

    if (term->n == 1) {
        uint32_t next = 0;

        posting_push(out, &next, term->last);
        return;
    }
    for (; piece != term->piece; at.level += at.level < PIECE_LEVELS) {
        const unsigned char *bytes = piece_at(terms, piece);

        text_add(out, (const char *)bytes, piece_room(&at));
        memcpy(&piece, bytes + piece_room(&at), PIECE_LINK);
    }
    text_add(out, (const char *)piece_at(terms, piece), term->used);
}

/* ---- adding ------------------------------------------------------------------------------- */

static void
terms_grow(struct terms *terms)
{
    uint32_t size = terms->nslots ? terms->nslots * 2 : 4096;
    struct terms_slot *slots = mem_zero(size, sizeof *slots);

    for (uint32_t i = 0; i < terms->nslots; i++)
        if (terms->slots[i].term) {
            uint32_t at = terms->slots[i].hash & (size - 1);

            while (slots[at].term)
                at = (at + 1) & (size - 1);
            slots[at] = terms->slots[i];
        }
    mem_free(terms->slots);
    terms->slots = slots;
    terms->nslots = size;
}

static bool
term_is(const struct terms *terms, const struct term *term, struct slice word)
{
    return term->len == word.len && memcmp(terms->words.v + term->word, word.at, word.len) == 0;
}

/* The slot of a word, or the free one where it belongs. */
static struct terms_slot *
terms_probe(const struct terms *terms, uint32_t hash, struct slice word)
{
    for (uint32_t at = hash;; at++) {
        struct terms_slot *slot = &terms->slots[at & (terms->nslots - 1)];

        if (!slot->term || (slot->hash == hash && term_is(terms, &terms->terms.v[slot->term - 1], word)))
            return slot;
    }
}

static struct term *
terms_get(struct terms *terms, uint32_t hash, struct slice word)
{
    struct terms_slot *slot = terms_probe(terms, hash, word);
    struct term *term;

    if (slot->term)
        return &terms->terms.v[slot->term - 1];
    term = vec_add(&terms->terms);
    term->word = (uint32_t)terms->words.n;
    term->len = (uint8_t)word.len;
    text_add(&terms->words, word.at, word.len);
    *slot = (struct terms_slot){hash, (uint32_t)terms->terms.n};
    return term;
}

static void
term_add(struct terms *terms, struct term *term, uint32_t id)
{
    if (term->n && term->last == id)
        return;
    if (term->n == 1) {
        term->first = term->piece = piece_new(terms, 0);
        term_push(terms, term, term->last);
    }
    if (term->n > 0)
        term_push(terms, term, id);
    term->last = id;
    term->n++;
}

/* What an article says of a word. */
struct term_record {
    struct slice word;
    uint32_t hash;
};

static struct term_record
term_record_at(const char *at)
{
    struct term_record record = {.word = {at + TERM_RECORD, (unsigned char)at[4]}};

    memcpy(&record.hash, at, sizeof record.hash);
    return record;
}

/* How many words; false when the bytes are no list of records. */
static bool
terms_count(const char *collected, size_t len, size_t *n)
{
    *n = 0;
    for (size_t at = 0; at < len; ++*n) {
        size_t word = len - at < TERM_RECORD ? 0 : (unsigned char)collected[at + 4];

        if (word == 0 || word > TERM_MAX || word > len - at - TERM_RECORD)
            return false;
        at += TERM_RECORD + word;
    }
    return true;
}

static void
terms_fetch(const void *at)
{
#if defined(__GNUC__)
    __builtin_prefetch(at);
#else
    (void)at;
#endif
}

/* A large table is not in the processor's caches: asks for what the words of a batch need, a step at a time for all. */
static void
terms_fetch_batch(const struct terms *terms, const struct term_record *records, size_t n)
{
    const struct term *found[BATCH];

    for (size_t i = 0; i < n; i++)
        terms_fetch(&terms->slots[records[i].hash & (terms->nslots - 1)]);
    for (size_t i = 0; i < n; i++) {
        const struct terms_slot *slot = &terms->slots[records[i].hash & (terms->nslots - 1)];

        found[i] = slot->term ? &terms->terms.v[slot->term - 1] : NULL;
        if (found[i])
            terms_fetch(found[i]);
    }
    for (size_t i = 0; i < n; i++)
        if (found[i]) {
            terms_fetch(terms->words.v + found[i]->word);
            if (found[i]->n > 1)
                terms_fetch(piece_at(terms, found[i]->piece) + found[i]->used);
        }
}

static bool
terms_have_room(const struct terms *terms, size_t nwords, size_t len)
{
    return nwords < (UINT32_MAX - terms->npieces) / PIECE_LARGEST &&
           len < UINT32_MAX - terms->words.n && terms->base.words_len < UINT32_MAX - terms->words.n - len;
}

bool
terms_add(struct terms *terms, uint32_t id, const char *collected, size_t len)
{
    size_t n;

    if (id < terms->limit || id >= POSTING_IDS || !terms_count(collected, len, &n) || !terms_have_room(terms, n, len))
        return false;
    terms->limit = id + 1;
    while ((terms->terms.n + n) * 4 >= (size_t)terms->nslots * 3)
        terms_grow(terms);
    while (n > 0) {
        struct term_record records[BATCH];
        size_t batch = n < BATCH ? n : BATCH;

        for (size_t i = 0; i < batch; i++) {
            records[i] = term_record_at(collected);
            collected = records[i].word.at + records[i].word.len;
        }
        terms_fetch_batch(terms, records, batch);
        for (size_t i = 0; i < batch; i++)
            term_add(terms, terms_get(terms, records[i].hash, records[i].word), id);
        n -= batch;
    }
    return true;
}

void
terms_free(struct terms *terms)
{
    vec_free(&terms->terms);
    text_free(&terms->words);
    mem_free(terms->slots);
    mem_free(terms->pieces);
}

/* ---- finding -------------------------------------------------------------------------------- */

static void
terms_mark(const struct terms *terms, const struct term *term, struct text *list, struct id_set *set)
{
    if (term->n == 1) {
        id_set_put(set, term->last);
        return;
    }
    list->n = 0;
    terms_list(terms, term, list);
    posting_mark(set, (const unsigned char *)list->v, (const unsigned char *)list->v + list->n);
}

/* As the index has it; an empty one may have no address. */
static struct slice
term_cut(struct slice word)
{
    return slice_of(word.at ? word.at : "", word.len < TERM_MAX ? word.len : TERM_MAX);
}

static const struct term *
terms_get_word(const struct terms *terms, struct slice word)
{
    const struct terms_slot *slot = terms->nslots ? terms_probe(terms, term_hash(word), word) : NULL;

    return slot && slot->term ? &terms->terms.v[slot->term - 1] : NULL;
}

void
terms_mark_word(const struct terms *terms, struct slice word, struct id_set *set)
{
    const struct term *term;
    struct text list = {0};

    word = term_cut(word);
    term = terms_get_word(terms, word);
    terms_base_mark(&terms->base, word, true, set);
    if (term)
        terms_mark(terms, term, &list, set);
    text_free(&list);
}

/* Words in memory are not sorted: running through them costs a few ns each, and new ones come all the time. */
void
terms_mark_prefix(const struct terms *terms, struct slice prefix, struct id_set *set)
{
    struct text list = {0};

    prefix = term_cut(prefix);
    terms_base_mark(&terms->base, prefix, false, set);
    for (size_t i = 0; i < terms->terms.n; i++) {
        const struct term *term = &terms->terms.v[i];

        if (term_begins(slice_of(terms->words.v + term->word, term->len), prefix))
            terms_mark(terms, term, &list, set);
    }
    text_free(&list);
}

void
terms_find_word(const struct terms *terms, struct slice word, struct ids *out)
{
    struct id_set set;

    id_set_new(&set, terms->limit);
    terms_mark_word(terms, word, &set);
    id_set_list(&set, out);
    id_set_free(&set);
}

void
terms_find_prefix(const struct terms *terms, struct slice prefix, struct ids *out)
{
    struct id_set set;

    id_set_new(&set, terms->limit);
    terms_mark_prefix(terms, prefix, &set);
    id_set_list(&set, out);
    id_set_free(&set);
}

uint32_t
terms_count_word(const struct terms *terms, struct slice word)
{
    const struct term *term;

    word = term_cut(word);
    term = terms_get_word(terms, word);
    return terms_base_count(&terms->base, word) + (term ? term->n : 0);
}

void
index_terms_find(const struct index *index, const char *folded, struct ids *out)
{
    struct id_set all, one;
    struct slice word;
    bool first = true;

    id_set_new(&all, index->terms.limit);
    while ((word = term_next(&folded)).len) {
        id_set_new(&one, index->terms.limit);
        if (*folded)
            terms_mark_word(&index->terms, word, first ? &all : &one);
        else
            terms_mark_prefix(&index->terms, word, first ? &all : &one);
        if (!first)
            id_set_keep(&all, &one);
        first = false;
        id_set_free(&one);
    }
    id_set_list(&all, out);
    id_set_free(&all);
}
