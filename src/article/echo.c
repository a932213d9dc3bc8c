/*
 * Echo: which words of a few lines stand elsewhere in the page. A headline's words come back in the story, a pull quote repeats
 * it, a standfirst is often its first sentence. The few lines are put in a small table of hashes, then the page is read once.
 */
#include <string.h>

#include "page.h"

enum { ECHO_SLOTS = 1 << 12, ECHO_MOST = ECHO_SLOTS / 4, ECHO_MAYBE = 1 << 14 };
#define ECHO_NEVER UINT32_MAX

struct echo_slot {
    uint32_t hash;        /* 0: free */
    uint32_t first, last; /* lines that have it */
};
struct echo_line {
    uint32_t line;
    uint32_t first, n; /* its part of tokens */
};
struct echo {
    struct echo_slot slots[ECHO_SLOTS];
    VEC(struct echo_line) asked; /* in the order of lines */
    VEC(uint32_t) tokens;        /* slots of its words (even) and three-word runs (odd), ECHO_NEVER: none */
    size_t nslots;
    uint64_t maybe[ECHO_MAYBE / 64]; /* a bit for each hash that is in slots: keeps the page's other words off the table */
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

/* The hash of three words in a row. */
static inline uint32_t
echo_three(const uint32_t *words)
{
    uint32_t hash = ((words[0] * 31 + words[1]) * 0x9E3779B1u ^ words[2]) | 1;

    return hash ^ hash >> 13;
}

void
echo_add(struct echo *echo, const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];
    const uint32_t *words = page->words + line->first_word;
    struct echo_line asked = {.line = (uint32_t)i, .first = (uint32_t)echo->tokens.n};

    if (echo->asked.n && echo->asked.v[echo->asked.n - 1].line >= i)
        return;
    for (uint32_t n = 0; n < line->words && echo->tokens.n < 2 * ECHO_MOST; n++) {
        vec_push(&echo->tokens, words[n] & 1 ? echo_put(echo, words[n]) : ECHO_NEVER);
        vec_push(&echo->tokens, n >= 2 ? echo_put(echo, echo_three(words + n - 2)) : ECHO_NEVER);
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
        const struct line *line = &page->lines[i];
        const uint32_t *words = page->words + line->first_word;

        if (line->class != LINE_PLAIN || !line_is_prose(line))
            continue;
        for (uint32_t n = 0; n < line->words; n++) {
            if (words[n] & 1)
                echo_note(echo, words[n], (uint32_t)i);
            if (n >= 2)
                echo_note(echo, echo_three(words + n - 2), (uint32_t)i);
        }
    }
}

/* ---- answers ----------------------------------------------------------------------------- */

static double
echo_share(const struct echo *echo, size_t line, uint32_t odd, double doubt)
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
    return all ? seen / (all + doubt) : 0;
}

double
echo_words(const struct echo *echo, size_t i)
{
    return echo_share(echo, i, 0, 0);
}

double
echo_runs(const struct echo *echo, size_t i)
{
    return echo_share(echo, i, 1, 0);
}

double
echo_weight(const struct echo *echo, size_t i)
{
    return echo_share(echo, i, 0, 1.5);
}
