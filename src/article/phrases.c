/*
 * Phrases of page furniture: what news sites print around their stories, a vocabulary of the trade. The lists of
 * src/article/phrases are made a table by phrases.awk: every line of every page is looked up there, and nearly all have done when
 * the place of their first four letters is empty.
 */
#include <string.h>

#include "lede/eight.h"
#include "lede/utf.h"
#include "phrases.h"

/* The first eight bytes of each phrase, apart: nearly all are told from a line by these. */
struct phrase_eight {
    uint64_t bytes, mask;
};

#include "phrases_data.h"

enum { PHRASE_BUCKETS = sizeof phrase_starts / sizeof *phrase_starts - 1, PHRASE_SHORT = 16 };

/* ---- folding ------------------------------------------------------------------------- */

static bool
key_is_ornament(uint32_t cp)
{
    return cp == 0x2022 || cp == 0xB7 || cp == '|' || cp == '>' || cp == 0xBB || cp == 0x203A || cp == 0x2192 || cp == 0x2190 ||
           cp == '<' || cp == 0xAB || cp == 0x25B6 || cp == 0x25BA || cp == 0xFE0F || cp == '*' || cp == '+' || cp == '#' ||
           (cp >= 0x2500 && cp <= 0x27BF) || (cp >= 0x1F300 && cp <= 0x1FAFF);
}

static void
key_put(struct key *key, uint32_t cp)
{
    if (cp < 0x80 && ascii_digit((char)cp)) {
        if (!key->n || key->s[key->n - 1] != '#')
            key->s[key->n++] = '#';
        return;
    }
    if (utf_is_space(cp)) {
        if (key->n && key->s[key->n - 1] != ' ')
            key->s[key->n++] = ' ';
        return;
    }
    if (cp == 0x2018 || cp == 0x2019)
        cp = '\'';
    else if (cp == 0x201C || cp == 0x201D)
        cp = '"';
    else if (cp == 0x2010 || cp == 0x2011 || cp == 0x2013 || cp == 0x2014)
        cp = '-';
    key->n += (size_t)utf_encode(utf_lower(cp), key->s + key->n);
}

/* Letters, single blanks and marks that stay as they are: eight bytes are folded at once. */
static inline bool
key_is_easy(const struct key *key, uint64_t eight)
{
    uint64_t letters = eight_letters(eight), blanks = eight_equal(eight, ' ');
    uint64_t marks = eight_between(eight, '!', '/') | eight_between(eight, ':', '?');
    uint64_t before = !key->n || key->s[key->n - 1] == ' ' ? 0x80 : 0;

    if (!key->n && !(letters & 0x80))
        return false;
    return (letters | blanks | marks) == EIGHT_TOPS && !(blanks & (blanks << 8 | before));
}

/* Small letters, straight quotes, digits as '#', ornaments before the first word dropped: until there are n bytes or all. */
static void
key_fold(struct key *key, size_t n)
{
    while (key->rest.len && key->n < n && key->n < KEY_BYTES) {
        size_t bytes = 8;
        uint64_t eight = key->rest.len >= bytes ? eight_load((const unsigned char *)key->rest.at, bytes) : 0;

        if (key_is_easy(key, eight)) {
            eight_store((unsigned char *)key->s + key->n, eight | EIGHT(0x20));
            key->n += bytes;
        } else if (ascii_letter(*key->rest.at)) {
            key->s[key->n++] = (char)(*key->rest.at | 0x20);
            bytes = 1;
        } else {
            uint32_t cp;

            bytes = (size_t)utf_decode(key->rest.at, key->rest.len, &cp);
            if (!utf_is_hidden(cp) && !(key->n == 0 && (key_is_ornament(cp) || cp == '-' || cp == 0x2013)))
                key_put(key, cp);
        }
        key->rest = slice_of(key->rest.at + bytes, key->rest.len - bytes);
    }
    key->s[key->n] = '\0';
}

/* Byte i of the key; NUL behind its end. */
static inline unsigned char
key_at(struct key *key, size_t i)
{
    if (key->n <= i && i < KEY_BYTES)
        key_fold(key, i + 1);
    return i < key->n ? (unsigned char)key->s[i] : 0;
}

/* The same without the marks at its end, for the exact table. */
static void
key_trim(struct key *key)
{
    while (key->n) {
        uint32_t cp;
        int n = utf_decode_before(key->s, key->n, &cp);

        if (!strchr(" .:!?*,;-([", (int)(cp < 0x80 ? cp : 'x')) && cp != 0x2026 &&
            !(key_is_ornament(cp) && cp != '#' && cp != '+'))
            break;
        key->n -= (size_t)n;
    }
    key->s[key->n] = '\0';
}

/* ---- the table ------------------------------------------------------------------------ */

/* Four letters, or fewer and what is behind them: phrases that a line may begin with have the same. */
static uint32_t
phrase_head(uint64_t eight)
{
    uint64_t others = ~eight_letters(eight) & EIGHT_TOPS;

    return (uint32_t)(eight & (((others & -others) << 1) - 1));
}

/* The key begins with the phrase, and may go on with another word only. */
static void
phrase_look(const struct phrase *phrase, struct key *key, uint32_t words, struct found *found)
{
    size_t n = 0;
    bool word_ends;

    while (phrase->words[n] && key_at(key, n) == (unsigned char)phrase->words[n])
        n++;
    if (phrase->words[n])
        return;
    word_ends = !ascii_alnum(phrase->words[n - 1]) || !ascii_alnum((char)key_at(key, n));
    if (phrase->asks)
        found->asks |= phrase->asks;
    else if (word_ends && !phrase->most)
        found->alone = phrase;
    else if (word_ends && words <= phrase->most)
        found->opening = phrase;
}

struct found
phrases_find(struct key *key, uint32_t words)
{
    struct found found = {NULL, NULL, 0};
    const uint16_t *bucket;
    uint64_t eight;

    key_fold(key, 8);
    eight = eight_load((const unsigned char *)key->s, key->n < 8 ? key->n : 8);
    bucket = &phrase_starts[phrase_head(eight) * 0x9E3779B1u / (UINT32_MAX / PHRASE_BUCKETS + 1)];
    for (uint32_t i = bucket[0]; i < bucket[1]; i++) /* of two that fit the longer comes later */
        if (!((eight ^ phrase_eights[i].bytes) & phrase_eights[i].mask))
            phrase_look(&phrases[i], key, words, &found);
    return found;
}

enum line_class
phrases_alone(struct key *key, size_t len, const struct phrase *alone)
{
    struct key whole;
    char first = (char)key_at(key, 0);

    if (!alone && len > PHRASE_SHORT && (ascii_letter(first) || first == '"' || first == '#'))
        return LINE_PLAIN; /* no phrase begins it: the rest need not be folded */
    key_fold(key, KEY_BYTES);
    if (key->rest.len)
        return LINE_PLAIN;
    whole = *key;
    key_trim(&whole);
    if (whole.n == 0)
        return LINE_VIDEO;
    alone = phrases_find(&whole, 0).alone;
    return alone && strcmp(alone->words, whole.s) == 0 ? alone->class : LINE_PLAIN;
}

const struct phrase *
phrases_all(size_t *n)
{
    *n = sizeof phrases / sizeof *phrases;
    return phrases;
}
