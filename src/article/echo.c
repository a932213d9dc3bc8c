/*
 * Echo: which words of a few lines stand elsewhere in the page. A headline's words come back in the story, a pull quote repeats
 * it, a standfirst is often its first sentence. The few lines are put in a small table of hashes, then the page is read once.
 */
#include <string.h>

#include "page.h"

enum { ECHO_SLOTS = 1 << 12, ECHO_MOST = ECHO_SLOTS / 4, ECHO_CONTENT = 4, ECHO_MAYBE = 1 << 14 };
#define ECHO_NEVER UINT32_MAX

struct echo_slot {
    uint32_t hash;          /* 0: free */
    uint32_t first, last;   /* lines that have it */
};
struct echo_line {
    uint32_t line;
    uint32_t first, n;      /* its part of tokens */
};
struct echo {
    struct echo_slot slots[ECHO_SLOTS];
    VEC(struct echo_line) asked;        /* in the order of lines */
    VEC(uint32_t) tokens;               /* slots of its words (even) and three-word runs (odd), ECHO_NEVER: none */
    size_t nslots;
    uint64_t maybe[ECHO_MAYBE / 64];    /* a bit for each hash that is in slots: keeps the page's other words off the table */
};

struct echo *
echo_new(void)
{
    return mem_zero(1, sizeof(struct echo));
}

void
echo_free(struct echo *echo)
{
    vec_free(&echo->asked);
    vec_free(&echo->tokens);
    mem_free(echo);
}

static uint32_t
echo_slot(const struct echo *echo, uint32_t hash)
{
    uint32_t slot = (hash ^ hash >> 15) & (ECHO_SLOTS - 1);

    while (echo->slots[slot].hash && echo->slots[slot].hash != hash)
        slot = (slot + 1) & (ECHO_SLOTS - 1);
    return slot;
}

static uint32_t
echo_put(struct echo *echo, uint32_t hash)
{
    uint32_t slot = echo_slot(echo, hash);

    if (!echo->slots[slot].hash) {
        if (echo->nslots >= ECHO_SLOTS / 2)
            return ECHO_NEVER;
        echo->nslots++;
        echo->maybe[hash % ECHO_MAYBE / 64] |= (uint64_t)1 << (hash % 64);
        echo->slots[slot] = (struct echo_slot){hash, ECHO_NEVER, 0};
    }
    return slot;
}

/* ---- words -------------------------------------------------------------------------- */

/* 1: letters, digits, and bytes of letters beyond ASCII. General punctuation (E2 80 ..) and U+00A0 (C2 A0) divide. */
static const unsigned char echo_letters[256] = {
#define TEN(first) \
    [first] = 1, [first + 1] = 1, [first + 2] = 1, [first + 3] = 1, [first + 4] = 1, [first + 5] = 1, [first + 6] = 1, \
    [first + 7] = 1, [first + 8] = 1, [first + 9] = 1
    TEN('0'), TEN('A'), TEN('K'), ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1,
    TEN('a'), TEN('k'), ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1,
    TEN(0xC3), TEN(0xCD), TEN(0xD7), [0xE1] = 1, TEN(0xE3), TEN(0xED),
    /* bytes within a letter: 2, they go on but do not begin */
#define TWO(first) \
    [first] = 2, [first + 1] = 2, [first + 2] = 2, [first + 3] = 2, [first + 4] = 2, [first + 5] = 2, [first + 6] = 2, [first + 7] = 2
    TWO(0x80), TWO(0x88), TWO(0x90), TWO(0x98), TWO(0xA0), TWO(0xA8), TWO(0xB0), TWO(0xB8),
#undef TEN
#undef TWO
};

struct echo_words {
    const unsigned char *at, *end;
    uint32_t hash, before, before2; /* of this word and the two before it */
    size_t len;
};

/* The first n bytes at s, at most eight, in one word. Within the line more is read than needed: that beats a loop. */
static uint64_t
echo_load(const unsigned char *s, size_t n, const unsigned char *end)
{
    static const unsigned char masks[16] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    uint64_t word = 0, mask;

    n = n < 8 ? n : 8;
    if (end - s >= 8) {
        memcpy(&word, s, 8);
        memcpy(&mask, masks + 8 - n, 8);
        return word & mask;
    }
    memcpy(&word, s, n);
    return word;
}

/* Eight bytes at a time; small and capital ASCII letters alike. */
static uint32_t
echo_hash(const unsigned char *s, size_t len, const unsigned char *end)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ len;

    for (; len; s += len < 8 ? len : 8, len -= len < 8 ? len : 8) {
        hash = (hash ^ (echo_load(s, len, end) | 0x2020202020202020u)) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    return (uint32_t)hash ? (uint32_t)hash : 1;
}

static bool
echo_next(struct echo_words *words)
{
    const unsigned char *s = words->at, *end = words->end, *start;

    while (s < end && echo_letters[*s] != 1)
        s++;
    start = s;
    while (s < end && echo_letters[*s])
        s++;
    words->at = s;
    words->len = (size_t)(s - start);
    if (!words->len)
        return false;
    words->before2 = words->before;
    words->before = words->hash;
    words->hash = echo_hash(start, words->len, end);
    return true;
}

static struct echo_words
echo_begin(struct slice s)
{
    return (struct echo_words){.at = (const unsigned char *)s.at, .end = (const unsigned char *)s.at + s.len};
}

static uint32_t
echo_run_hash(const struct echo_words *words)
{
    uint32_t hash = (words->before2 * 31 + words->before) * 0x9E3779B1u ^ words->hash;

    return hash ? hash : 1;
}

void
echo_add(struct echo *echo, const struct page *page, size_t i)
{
    struct echo_words words = echo_begin(article_slice(page->article, page->lines[i].shown));
    struct echo_line asked = {.line = (uint32_t)i, .first = (uint32_t)echo->tokens.n};

    if (echo->asked.n && echo->asked.v[echo->asked.n - 1].line >= i)
        return;
    for (uint32_t n = 1; echo_next(&words) && echo->tokens.n < 2 * ECHO_MOST; n++) {
        vec_push(&echo->tokens, words.len >= ECHO_CONTENT ? echo_put(echo, words.hash) : ECHO_NEVER);
        vec_push(&echo->tokens, n >= 3 ? echo_put(echo, echo_run_hash(&words)) : ECHO_NEVER);
    }
    asked.n = (uint32_t)echo->tokens.n - asked.first;
    vec_push(&echo->asked, asked);
}

static inline void
echo_note(struct echo *echo, uint32_t hash, uint32_t line)
{
    struct echo_slot *slot;

    if (!(echo->maybe[hash % ECHO_MAYBE / 64] >> (hash % 64) & 1))
        return;
    slot = &echo->slots[echo_slot(echo, hash)];
    if (slot->hash) {
        if (slot->first == ECHO_NEVER)
            slot->first = line;
        slot->last = line;
    }
}

void
echo_run(struct echo *echo, const struct page *page)
{
    if (!echo->asked.n)
        return;
    for (size_t i = 0; i < page->n; i++) { /* running text alone counts: furniture repeats itself */
        if (page->lines[i].class != LINE_PLAIN || !line_is_prose(&page->lines[i]))
            continue;
        struct echo_words words = echo_begin(article_slice(page->article, page->lines[i].shown));

        for (uint32_t n = 1; echo_next(&words); n++) {
            if (words.len >= ECHO_CONTENT)
                echo_note(echo, words.hash, (uint32_t)i);
            if (n >= 3)
                echo_note(echo, echo_run_hash(&words), (uint32_t)i);
        }
    }
}

/* ---- answers ----------------------------------------------------------------------------- */

static double
echo_share(const struct echo *echo, size_t line, uint32_t odd)
{
    size_t low = 0, high = echo->asked.n;
    unsigned all = 0, seen = 0;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (echo->asked.v[mid].line < line)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == echo->asked.n || echo->asked.v[low].line != line)
        return 0;
    for (uint32_t k = odd; k < echo->asked.v[low].n; k += 2) {
        uint32_t token = echo->tokens.v[echo->asked.v[low].first + k];

        if (token == ECHO_NEVER)
            continue;
        all++;
        seen += echo->slots[token].first != ECHO_NEVER && (echo->slots[token].first != line || echo->slots[token].last != line);
    }
    return all ? (double)seen / all : 0;
}

double
echo_words(const struct echo *echo, size_t i)
{
    return echo_share(echo, i, 0);
}

double
echo_runs(const struct echo *echo, size_t i)
{
    return echo_share(echo, i, 1);
}
