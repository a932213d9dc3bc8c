/*
 * Echo: which words of a few lines stand elsewhere in the page. A headline's words come back in the story, a pull quote repeats
 * it, a standfirst is often its first sentence. The few lines are put in a small table of hashes, then the page is read once:
 * by a few letters of each word; only where these are among the asked is a word hashed, and none that two lines have had.
 */
#include <limits.h>
#include <string.h>

#include "bytes.h"
#include "page.h"

enum { ECHO_MOST = 1 << 10, ECHO_KEYS = 1 << 12, ECHO_GUESS = 256 }; /* guess: tokens of most articles */
#define ECHO_NEVER UINT32_MAX

struct echo_token {
    uint32_t hash; /* then its slot; ECHO_NEVER: none */
    uint32_t key;  /* in the filter */
};
struct echo_slot {
    uint32_t hash;        /* 0: free */
    uint32_t first, last; /* lines that have it */
    uint32_t key;
};
struct echo_line {
    uint32_t line;
    uint32_t first, n; /* its part of tokens */
    unsigned what;     /* enum echo_asked */
};
struct echo {
    unsigned char filter[2][ECHO_KEYS]; /* of words and runs: how many are asked for under a key; 255: that or more */
    VEC(struct echo_line) asked;        /* in the order of lines */
    VEC(struct echo_token) tokens;      /* words (even) and three-word runs (odd) */
    struct echo_slot *slots;
    uint32_t mask;
};

struct echo *
echo_new(void)
{
    struct echo *echo = mem_zero(1, sizeof *echo);

    echo->tokens.cap = ECHO_GUESS;
    echo->tokens.v = mem_resize(NULL, echo->tokens.cap, sizeof *echo->tokens.v);
    return echo;
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

/* The first four bytes of a word, without regard to case; a word of marks alone has none. */
static inline uint32_t
word_four(const struct page *page, uint32_t at)
{
    return (uint32_t)eight_load((const unsigned char *)page->text + at, page->article->len - at) | 0x20202020;
}

/* Of a word of four letters or more. Words, and runs, of the same hash have the same key. */
static inline uint32_t
word_key(uint32_t four)
{
    return four * 0x9E3779B1u >> 20;
}

/* The initials of a run, when another word follows it. */
static inline uint32_t
run_initials(uint32_t initials, uint32_t four)
{
    return initials << 8 | (four & 0xFF);
}

/* Of three words in a row. */
static inline uint32_t
run_key(uint32_t initials)
{
    return (initials << 8) * 0x9E3779B1u >> 20;
}

static uint32_t
run_hash(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t hash = ((a * 31 + b) * 0x9E3779B1u ^ c) | 1;

    return hash ^ hash >> 13;
}

static uint32_t
run_hash_at(const struct page *page, const uint32_t *word)
{
    return run_hash(word_hash_at(page, word[-2]), word_hash_at(page, word[-1]), word_hash_at(page, word[0]));
}

/* ---- asking ------------------------------------------------------------------------------- */

void
echo_add(struct echo *echo, const struct page *page, size_t i, unsigned what)
{
    const struct line *line = &page->lines[i];
    const uint32_t *words = page->words + line->first_word;
    struct echo_line asked = {.line = (uint32_t)i, .first = (uint32_t)echo->tokens.n, .what = what};
    uint32_t before[2] = {0, 0}, initials = 0;

    for (uint32_t n = 0; n < line->words && echo->tokens.n < 2 * ECHO_MOST; n++) {
        uint32_t hash = word_hash_at(page, words[n]), four = word_four(page, words[n]);
        struct echo_token word = {ECHO_NEVER, 0}, run = {ECHO_NEVER, 0};

        initials = run_initials(initials, four);
        if (what & ECHO_WORDS && hash & 1)
            word = (struct echo_token){hash, word_key(four)};
        if (what & ECHO_RUNS && n >= 2)
            run = (struct echo_token){run_hash(before[0], before[1], hash), run_key(initials)};
        vec_push(&echo->tokens, word);
        vec_push(&echo->tokens, run);
        before[0] = before[1];
        before[1] = hash;
    }
    asked.n = (uint32_t)echo->tokens.n - asked.first;
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
        struct echo_token *token = &echo->tokens.v[i];
        struct echo_slot *slot;

        if (token->hash == ECHO_NEVER)
            continue;
        slot = &echo->slots[echo_slot(echo, token->hash)];
        if (!slot->hash) {
            unsigned char *asked = &echo->filter[i & 1][token->key];

            *slot = (struct echo_slot){token->hash, ECHO_NEVER, ECHO_NEVER, token->key};
            *asked = (unsigned char)(*asked + (*asked < UCHAR_MAX));
        }
        token->hash = (uint32_t)(slot - echo->slots);
    }
}

/* ---- reading the page ----------------------------------------------------------------------- */

/* What a second line has is known to all who asked. */
static void
echo_note(struct echo *echo, uint32_t at, uint32_t line, uint32_t odd)
{
    struct echo_slot *slot = &echo->slots[at];

    if (slot->first == ECHO_NEVER) {
        slot->first = slot->last = line;
    } else if (slot->first == slot->last && slot->first != line) {
        unsigned char *asked = &echo->filter[odd][slot->key];

        slot->last = line;
        *asked = (unsigned char)(*asked - (*asked < UCHAR_MAX));
    }
}

static void
echo_note_hash(struct echo *echo, uint32_t hash, uint32_t line, uint32_t odd)
{
    uint32_t at = echo_slot(echo, hash);

    if (echo->slots[at].hash)
        echo_note(echo, at, line, odd);
}

/* A line's own words, or runs, have their slots. */
static void
echo_note_own(struct echo *echo, const struct echo_line *asked, uint32_t odd)
{
    for (uint32_t k = odd; k < asked->n; k += 2) {
        uint32_t at = echo->tokens.v[asked->first + k].hash;

        if (at != ECHO_NEVER)
            echo_note(echo, at, asked->line, odd);
    }
}

/* own: what was asked of the line itself, or NULL. */
static void
echo_read(struct echo *echo, const struct page *page, uint32_t i, const struct echo_line *own)
{
    const uint32_t *words = page->words + page->lines[i].first_word;
    uint32_t n = page->lines[i].words, initials = 0;
    unsigned what = ECHO_WORDS | ECHO_RUNS;

    for (unsigned odd = 0; own && odd < 2; odd++)
        if (own->what & (odd ? ECHO_RUNS : ECHO_WORDS)) {
            echo_note_own(echo, own, odd);
            what &= odd ? ~(unsigned)ECHO_RUNS : ~(unsigned)ECHO_WORDS;
        }
    for (uint32_t k = 0; k < n; k++) {
        uint32_t four = word_four(page, words[k]), hash;

        initials = run_initials(initials, four);
        if (echo->filter[0][word_key(four)] && what & ECHO_WORDS && (hash = word_hash_at(page, words[k])) & 1)
            echo_note_hash(echo, hash, i, 0);
        if (echo->filter[1][run_key(initials)] && what & ECHO_RUNS && k >= 2)
            echo_note_hash(echo, run_hash_at(page, &words[k]), i, 1);
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
        uint32_t at = echo->tokens.v[asked->first + k].hash;
        const struct echo_slot *slot = &echo->slots[at == ECHO_NEVER ? 0 : at];

        if (at == ECHO_NEVER)
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
