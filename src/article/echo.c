/*
 * Echo: which words of a few lines stand elsewhere in the page. A headline's words come back in the story, a pull quote repeats
 * it, a standfirst is often its first sentence. The few lines are put in a small table of hashes, then the page is read once.
 */
#include <string.h>

#include "page.h"

enum { ECHO_SLOTS = 1 << 12, ECHO_MOST = ECHO_SLOTS / 4, ECHO_CONTENT = 4 };
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
        echo->slots[slot] = (struct echo_slot){hash, ECHO_NEVER, 0};
    }
    return slot;
}

/* ---- words -------------------------------------------------------------------------- */

/* Letters and digits, and bytes of letters beyond ASCII: those of general punctuation (E2 80 ..) and U+00A0 divide. */
static inline bool
echo_is_letter(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0xC3;
}

struct echo_words {
    const unsigned char *at, *end;
    uint32_t hash, before, before2; /* of this word and the two before it */
    size_t len;
};

static bool
echo_next(struct echo_words *words)
{
    const unsigned char *s = words->at, *end = words->end;
    uint32_t hash = 2166136261u;
    const unsigned char *start;

    while (s < end && (!echo_is_letter(*s) || *s == 0xE2)) {
        if (*s >= 0x80)
            while (s + 1 < end && (s[1] & 0xC0) == 0x80)
                s++;
        s++;
    }
    start = s;
    while (s < end && ((echo_is_letter(*s) && *s != 0xE2) || (*s & 0xC0) == 0x80))
        hash = (hash ^ (*s | 0x20)) * 16777619u, s++;
    words->at = s;
    words->len = (size_t)(s - start);
    words->before2 = words->before;
    words->before = words->hash;
    words->hash = hash ? hash : 1;
    return words->len > 0;
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
    struct echo_slot *slot = &echo->slots[echo_slot(echo, hash)];

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
