/*
 * The words of an article, each once. What terms_add() takes is a row of records: hash, length, the folded word. Words of ASCII
 * are folded eight bytes at once, all others by utf_fold().
 */
#include <string.h>

#include "lede/eight.h"
#include "lede/utf.h"
#include "terms.h"

enum { SEEN_FIRST = 1024, ROOM = TERM_RECORD + TERM_MAX };

/* A word that the article has, in a table by hash. */
struct seen {
    uint64_t head;              /* its first eight bytes, zeros behind it */
    uint32_t hash;
    uint32_t at;                /* of its record, counted from 1; 0: free */
};

struct collector {
    struct text *out;
    size_t from;                /* where the records begin in *out */
    struct seen *seen;
    uint32_t size, n;
    struct text folded;
    struct seen first[SEEN_FIRST]; /* enough for all but very long articles */
};

enum { SORT_GAP, SORT_PART, SORT_OTHER };

/* The control characters that utf_fold() drops join what stands on both sides, so they are no gaps. */
static const unsigned char sorts[256] = {
    2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
};

/* ---- cutting folded text ------------------------------------------------------------- */

struct slice
term_next(const char **at)
{
    const char *start = NULL;
    bool part = false;

    while (**at) {
        int n = utf_word_step(*at, 4, &part); /* a NUL ends what is decoded */

        if (part && !start)
            start = *at;
        if (!part && start)
            break;
        *at += n;
    }
    if (!start)
        return slice_of("", 0);
    return slice_of(start, (size_t)(*at - start) < TERM_MAX ? (size_t)(*at - start) : TERM_MAX);
}

/* Multiplication carries upwards, the shift brings it down again (as in FxHash of Firefox, with a stronger end). */
static uint64_t
term_mix(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

uint32_t
term_hash(struct slice word)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < word.len; i += 8)
        hash = term_mix(hash, eight_load((const unsigned char *)word.at + i, word.len - i));
    return (uint32_t)hash;
}

/* ---- each word once ---------------------------------------------------------------------- */

static void
collect_grow(struct collector *c)
{
    struct seen *old = c->seen;
    uint32_t size = c->size;

    c->size *= 2;
    c->seen = mem_zero(c->size, sizeof *c->seen);
    for (uint32_t i = 0; i < size; i++)
        if (old[i].at) {
            uint32_t at = old[i].hash & (c->size - 1);

            while (c->seen[at].at)
                at = (at + 1) & (c->size - 1);
            c->seen[at] = old[i];
        }
    if (old != c->first)
        mem_free(old);
}

/* Does the search for a word end here: is it here, or is here free? */
static bool
collect_ends(const struct collector *c, const struct seen *seen, uint64_t head, const char *word, size_t len)
{
    const char *record;

    if (!((seen->head == head) | (seen->at == 0))) /* one branch of two */
        return false;
    if (len < 8 || seen->at == 0)
        return true;
    record = c->out->v + c->from + seen->at - 1;
    return (unsigned char)record[4] == len && memcmp(record + TERM_RECORD, word, len) == 0;
}

/* Whether a word is new is a toss, which costs more than the work, so the record is always written, and counts or not. */
static void
collect_word(struct collector *c, uint64_t head, uint32_t hash, const char *word, size_t len)
{
    struct text *out = c->out;
    char *to = out->cap - out->n > ROOM ? out->v + out->n : text_room(out, ROOM);
    uint32_t at = hash & (c->size - 1), place = (uint32_t)(out->n - c->from) + 1;
    bool is_new;

    while (!collect_ends(c, &c->seen[at], head, word, len))
        at = (at + 1) & (c->size - 1);
    is_new = (c->seen[at].at == 0) & (out->n - c->from < UINT32_MAX - ROOM); /* gigabytes of words are nobody's article */
    c->seen[at] = (struct seen){head, hash, is_new ? place : c->seen[at].at};
    memcpy(to, &hash, sizeof hash);
    to[4] = (char)len;
    eight_store((unsigned char *)to + TERM_RECORD, head);
    if (len > 8)
        memcpy(to + TERM_RECORD + 8, word + 8, len - 8);
    out->n += is_new * (TERM_RECORD + len);
    c->n += is_new;
    if (c->n > c->size / 2)
        collect_grow(c);
}

/* ---- cutting text ------------------------------------------------------------------------ */

/* By the last byte: the characters of U+0080, U+2000, U+2080 and behind, 64 each, that fold to nothing of a word and do not
   vanish. Blanks, dashes, quotes, the ellipsis, signs of money: what newspapers have most of. */
static const uint64_t gaps_0080 = UINT64_C(0x89D3DBFF00000000); /* not ª ² ³ µ ¹ º ¼ ½ ¾, nor the soft hyphen */
static const uint64_t gaps_2000 = UINT64_C(0xFFFF83FFFFFF07FF); /* not the hidden ones */
static const uint64_t gaps_2080 = UINT64_C(0xFFFFFEFF00000000); /* money from U+20A0 on, but ₨, which is "rs" */

/* The bytes of such a character; 0: look closer. */
static size_t
collect_gap(const unsigned char *s, const unsigned char *end)
{
    uint64_t gaps;

    if (s[0] == 0xC2)
        return end - s >= 2 && (s[1] & 0xC0) == 0x80 && gaps_0080 >> (s[1] & 0x3F) & 1 ? 2 : 0;
    if (end - s < 3 || s[0] != 0xE2 || (s[2] & 0xC0) != 0x80)
        return 0;
    gaps = s[1] == 0x80 ? gaps_2000 : s[1] == 0x82 ? gaps_2080 : 0;
    return gaps >> (s[2] & 0x3F) & 1 ? 3 : 0;
}

/* The bytes up to the next gap of ASCII, as utf_fold() has them. */
static size_t
collect_folded(struct collector *c, const unsigned char *s, const unsigned char *end)
{
    const char *at;
    struct slice word;
    size_t n = 0;

    while (s + n < end && sorts[s[n]] != SORT_GAP)
        n++;
    c->folded.n = 0;
    utf_fold(&c->folded, (const char *)s, n);
    at = c->folded.v;
    while ((word = term_next(&at)).len)
        collect_word(c, eight_load((const unsigned char *)word.at, word.len), term_hash(word), word.at, word.len);
    return n;
}

/* The same, or a word of ASCII alone and no further. */
static size_t
collect_run(struct collector *c, const unsigned char *s, const unsigned char *end)
{
    unsigned char word[TERM_MAX];
    uint64_t head = 0, hash = 0;
    size_t len = 0, n;

    do {
        uint64_t eight = eight_load(s + len, (size_t)(end - s) - len), other;

        other = ~(eight_letters(eight) | eight_between(eight, '0', '9')) & EIGHT_TOPS;
        n = other ? eight_first(other) : 8;
        if (n && len < TERM_MAX) {
            eight = (eight | EIGHT(0x20)) & (n < 8 ? ((uint64_t)1 << 8 * n) - 1 : UINT64_MAX); /* digits have that bit */
            eight_store(word + len, eight);
            head = len ? head : eight;
            hash = term_mix(hash, eight);
        }
        len += n;
    } while (n == 8);
    if (s + len < end && sorts[s[len]] == SORT_OTHER && !collect_gap(s + len, end))
        return collect_folded(c, s, end);
    collect_word(c, head, (uint32_t)hash, (const char *)word, len < TERM_MAX ? len : TERM_MAX);
    return len;
}

static void
collect_text(struct collector *c, const unsigned char *s, const unsigned char *end)
{
    while (s < end) {
        size_t gap = sorts[*s] == SORT_OTHER ? collect_gap(s, end) : sorts[*s] == SORT_GAP;

        s += gap ? gap : collect_run(c, s, end);
    }
}

void
terms_collect(struct text *out, const struct article *article)
{
    struct collector c = {.out = out, .from = out->n, .size = SEEN_FIRST};

    c.seen = c.first;
    for (size_t i = 0; i < article->nblocks; i++) {
        const struct block *block = &article->blocks[i];
        struct slice words = article_slice(article, block->words);

        if (block->kind != BLOCK_BOILER)
            collect_text(&c, (const unsigned char *)words.at, (const unsigned char *)words.at + words.len);
    }
    if (article->title.start > article->len) { /* a headline that was given beside the text stands in no block */
        struct slice title = article_slice(article, article->title);

        collect_text(&c, (const unsigned char *)title.at, (const unsigned char *)title.at + title.len);
    }
    text_add(out, "", 0);
    if (c.seen != c.first)
        mem_free(c.seen);
    text_free(&c.folded);
}
