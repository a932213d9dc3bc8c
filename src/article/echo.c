/*
 * Echo: which words of a few lines stand elsewhere in the page. A headline's words come back in the story, a pull quote repeats
 * it, a standfirst is often its first sentence. The few lines are put in a small table of hashes, then the page is read once:
 * by the keys of its words, which stand ready; only where a key is one of the asked is a word hashed.
 */
#include <string.h>

#include "page.h"

enum { ECHO_MOST = 1 << 10, ECHO_KEYS = 1 << 12 };
#define ECHO_NEVER UINT32_MAX

struct echo_slot {
    uint32_t hash;        /* 0: free */
    uint32_t first, last; /* lines that have it */
};
struct echo_line {
    uint32_t line;
    uint32_t first, n; /* its part of tokens */
    unsigned what;     /* enum echo_asked */
};
struct echo {
    uint64_t words[ECHO_KEYS / 64], runs[ECHO_KEYS / 64]; /* a bit for each key, or keys in a row, of what is asked */
    VEC(struct echo_line) asked; /* in the order of lines */
    VEC(uint32_t) tokens;        /* its words (even) and three-word runs (odd): hashes, then slots; ECHO_NEVER: none */
    struct echo_slot *slots;
    uint32_t mask;
    bool any_runs;
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
    mem_free(echo->slots);
    mem_free(echo);
}

/* ---- keys --------------------------------------------------------------------------------- */

static inline bool
keys_has(const uint64_t *keys, uint32_t key)
{
    return keys[key >> 20 & (ECHO_KEYS / 64 - 1)] >> (key >> 26) & 1;
}

static inline void
keys_put(uint64_t *keys, uint32_t key)
{
    keys[key >> 20 & (ECHO_KEYS / 64 - 1)] |= (uint64_t)1 << (key >> 26);
}

/* Of three words in a row, the last of them at word. */
static inline uint32_t
run_key(const struct word *word)
{
    return word[-2].key * 3 + word[-1].key * 5 + word[0].key; /* keys are well mixed already */
}

static uint32_t
run_hash(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t hash = ((a * 31 + b) * 0x9E3779B1u ^ c) | 1;

    return hash ^ hash >> 13;
}

static uint32_t
run_hash_at(const struct page *page, const struct word *word)
{
    return run_hash(word_hash_at(page, word - 2), word_hash_at(page, word - 1), word_hash_at(page, word));
}

/* ---- asking ------------------------------------------------------------------------------- */

void
echo_add(struct echo *echo, const struct page *page, size_t i, unsigned what)
{
    const struct line *line = &page->lines[i];
    const struct word *words = page->words + line->first_word;
    struct echo_line asked = {.line = (uint32_t)i, .first = (uint32_t)echo->tokens.n, .what = what};
    uint32_t before[2] = {0, 0};

    for (uint32_t n = 0; n < line->words && echo->tokens.n < 2 * ECHO_MOST; n++) {
        uint32_t hash = word_hash_at(page, &words[n]);
        bool word = what & ECHO_WORDS && hash & 1, run = what & ECHO_RUNS && n >= 2;

        vec_push(&echo->tokens, word ? hash : ECHO_NEVER);
        vec_push(&echo->tokens, run ? run_hash(before[0], before[1], hash) : ECHO_NEVER);
        if (word)
            keys_put(echo->words, words[n].key);
        if (run)
            keys_put(echo->runs, run_key(&words[n]));
        before[0] = before[1];
        before[1] = hash;
    }
    asked.n = (uint32_t)echo->tokens.n - asked.first;
    echo->any_runs |= (what & ECHO_RUNS) != 0;
    vec_push(&echo->asked, asked);
}

static uint32_t
echo_slot(const struct echo *echo, uint32_t hash)
{
    uint32_t slot = (hash ^ hash >> 15) & echo->mask;

    while (echo->slots[slot].hash && echo->slots[slot].hash != hash)
        slot = (slot + 1) & echo->mask;
    return slot;
}

/* Tokens become slots. */
static void
echo_build(struct echo *echo)
{
    uint32_t size = 16;

    while (size < echo->tokens.n * 2)
        size *= 2;
    echo->slots = mem_zero(size, sizeof *echo->slots);
    echo->mask = size - 1;
    for (size_t i = 0; i < echo->tokens.n; i++) {
        uint32_t *token = &echo->tokens.v[i], hash = *token;

        if (hash == ECHO_NEVER)
            continue;
        *token = echo_slot(echo, hash);
        echo->slots[*token] = (struct echo_slot){hash, ECHO_NEVER, 0};
    }
}

/* ---- reading the page ----------------------------------------------------------------------- */

static void
echo_note(struct echo_slot *slot, uint32_t line)
{
    if (slot->first == ECHO_NEVER)
        slot->first = line;
    slot->last = line;
}

static void
echo_note_hash(struct echo *echo, uint32_t hash, uint32_t line)
{
    struct echo_slot *slot = &echo->slots[echo_slot(echo, hash)];

    if (slot->hash)
        echo_note(slot, line);
}

/* A line's own words, or runs, have their slots. */
static void
echo_note_own(struct echo *echo, const struct echo_line *asked, uint32_t odd)
{
    for (uint32_t k = odd; k < asked->n; k += 2) {
        uint32_t token = echo->tokens.v[asked->first + k];

        if (token != ECHO_NEVER)
            echo_note(&echo->slots[token], asked->line);
    }
}

/* own: what was asked of the line itself, or NULL. */
static void
echo_read(struct echo *echo, const struct page *page, uint32_t i, const struct echo_line *own)
{
    const struct word *words = page->words + page->lines[i].first_word;
    uint32_t n = page->lines[i].words;

    if (own && own->what & ECHO_WORDS) {
        echo_note_own(echo, own, 0);
    } else {
        for (uint32_t k = 0; k < n; k++)
            if (keys_has(echo->words, words[k].key)) {
                uint32_t hash = word_hash_at(page, &words[k]);

                if (hash & 1)
                    echo_note_hash(echo, hash, i);
            }
    }
    if (own && own->what & ECHO_RUNS) {
        echo_note_own(echo, own, 1);
    } else {
        for (uint32_t k = 2; echo->any_runs && k < n; k++)
            if (keys_has(echo->runs, run_key(&words[k])))
                echo_note_hash(echo, run_hash_at(page, &words[k]), i);
    }
}

void
echo_run(struct echo *echo, const struct page *page)
{
    const struct echo_line *asked, *end;

    if (!echo->asked.n)
        return; /* nothing was asked for: there is no list yet */
    asked = echo->asked.v;
    end = asked + echo->asked.n;
    echo_build(echo);
    for (size_t i = 0; i < page->n; i++) { /* running text alone counts: furniture repeats itself */
        while (asked < end && asked->line < i)
            asked++;
        if (page->lines[i].class == LINE_PLAIN && line_is_prose(&page->lines[i]))
            echo_read(echo, page, (uint32_t)i, asked < end && asked->line == i ? asked : NULL);
    }
}

/* ---- answers ----------------------------------------------------------------------------- */

static const struct echo_line *
echo_line(const struct echo *echo, size_t line)
{
    size_t low = 0, high = echo->asked.n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (echo->asked.v[mid].line < line)
            low = mid + 1;
        else
            high = mid;
    }
    return low < echo->asked.n && echo->asked.v[low].line == line ? &echo->asked.v[low] : NULL;
}

static double
echo_share(const struct echo *echo, const struct echo_line *asked, uint32_t odd, double doubt)
{
    unsigned all = 0, seen = 0;

    for (uint32_t k = odd; asked && k < asked->n; k += 2) {
        uint32_t token = echo->tokens.v[asked->first + k];
        const struct echo_slot *slot = &echo->slots[token == ECHO_NEVER ? 0 : token];

        if (token == ECHO_NEVER)
            continue;
        all++;
        seen += slot->first != ECHO_NEVER && (slot->first != asked->line || slot->last != asked->line);
    }
    return all ? seen / (all + doubt) : 0;
}

double
echo_words(const struct echo *echo, size_t i)
{
    return echo_share(echo, echo_line(echo, i), 0, 0);
}

double
echo_runs(const struct echo *echo, const struct page *page, size_t i)
{
    const struct echo_line *asked = echo_line(echo, i);
    struct echo *now;
    double share;

    if (asked && asked->what & ECHO_RUNS)
        return echo_share(echo, asked, 1, 0);
    now = echo_new();
    echo_add(now, page, i, ECHO_RUNS);
    echo_run(now, page);
    share = echo_share(now, now->asked.v, 1, 0);
    echo_free(now);
    return share;
}

double
echo_weight(const struct echo *echo, size_t i)
{
    return echo_share(echo, echo_line(echo, i), 0, 1.5);
}
