/*
 * Words and phrases in text. Phrases are found by the shift-and method (Baeza-Yates and Gonnet 1992), with words in place of
 * letters: one pass, whatever the phrase.
 */
#include <string.h>

#include "lede/utf.h"
#include "query.h"

enum { WORD_FAR = 256 }; /* bytes that one looks back for the beginning of a word; no word is so long */

void
query_reader_open(struct query_reader *reader, struct slice s, size_t at)
{
    *reader = (struct query_reader){.s = s.at, .len = s.len, .at = at};
}

void
query_reader_close(struct query_reader *reader)
{
    text_free(&reader->folded);
}

static bool
reader_is_part(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

static void
reader_take(struct query_reader *reader, char c, size_t from)
{
    if (reader->n == 0)
        reader->span.start = (uint32_t)from;
    if (reader->n < QUERY_WORD)
        reader->word[reader->n++] = c;
    reader->span.end = (uint32_t)reader->at;
}

/* Takes a byte of ASCII; true when it ends a word. Control characters are hidden: they end nothing. */
static bool
reader_ascii(struct query_reader *reader)
{
    char c = reader->s[reader->at++];

    if (c >= 'A' && c <= 'Z')
        c = (char)(c | 0x20);
    if (reader_is_part(c))
        reader_take(reader, c, reader->at - 1);
    else if (reader->n && (c >= ' ' || (c >= '\t' && c <= '\r')) && c != 0x7F)
        return true;
    return false;
}

/* Takes one code point of those that the last one folded to; true when it ends a word. */
static bool
reader_folded(struct query_reader *reader)
{
    bool part;
    int n = utf_word_step(reader->folded.v + reader->folded_at, reader->folded.n - reader->folded_at, &part);

    for (; n > 0; n--, reader->folded_at++)
        if (part)
            reader_take(reader, reader->folded.v[reader->folded_at], reader->from);
    return !part && reader->n > 0;
}

/* Folds the next code point; true when it is a blank that ends a word. */
static bool
reader_fold(struct query_reader *reader)
{
    char between[6] = "x"; /* two letters: what folds to a blank, as the signs of accents do, must not lose it */
    size_t n;
    uint32_t cp;

    reader->from = reader->at;
    n = (size_t)utf_decode(reader->s + reader->at, reader->len - reader->at, &cp);
    reader->at += n;
    reader->folded.n = reader->folded_at = 0;
    if (utf_is_space(cp) && cp != 0x200B)
        return reader->n > 0;
    memcpy(between + 1, reader->s + reader->from, n);
    between[n + 1] = 'x';
    utf_fold(&reader->folded, between, n + 2);
    reader->folded_at = 1;
    reader->folded.n--;
    if (reader->folded.n == reader->folded_at && reader->n) /* a mark belongs to the letter before it */
        reader->span.end = (uint32_t)reader->at;
    return false;
}

bool
query_reader_next(struct query_reader *reader)
{
    bool ended = false;

    reader->n = 0;
    while (!ended) {
        if (reader->folded_at < reader->folded.n) {
            ended = reader_folded(reader);
        } else if (reader->at >= reader->len) {
            break;
        } else {
            ended = (unsigned char)reader->s[reader->at] < 0x80 ? reader_ascii(reader) : reader_fold(reader);
        }
    }
    reader->word[reader->n] = '\0';
    return reader->n > 0;
}

bool
query_word_is(const struct query_word *word, const char *folded, size_t len)
{
    return len >= word->len && memcmp(folded, word->text, word->len) == 0 && (word->prefix || len == word->len);
}

/* Bit i: the words 0 to i stand here, the last of them as the word just read. */
static uint32_t
words_step(const struct query_words *words, uint32_t state, const struct query_reader *reader)
{
    uint32_t fits = 0;

    state = state << 1 | 1;
    for (size_t i = 0; i < words->n; i++)
        if (state & 1u << i && query_word_is(&words->v[i], reader->word, reader->n))
            fits |= 1u << i;
    return fits;
}

bool
query_words_in(const struct query_words *words, struct slice s)
{
    struct query_reader reader;
    uint32_t state = 0;
    bool found = false;

    if (!query_words_may(words, s))
        return false;
    query_reader_open(&reader, s, 0);
    while (!found && query_reader_next(&reader)) {
        state = words_step(words, state, &reader);
        found = state >> (words->n - 1) & 1;
    }
    query_reader_close(&reader);
    return found;
}

/* ---- hits ------------------------------------------------------------------------------- */

/* The longest of the phrases that end with the word just read; its number of words, or 0. */
static size_t
find_step(const struct query *query, uint32_t *states, const struct query_reader *reader)
{
    size_t longest = 0;

    for (size_t i = 0; i < query->sought.n; i++) {
        const struct query_words *words = &query->sought.v[i];

        states[i] = words_step(words, states[i], reader);
        if (words->n > longest && states[i] >> (words->n - 1) & 1)
            longest = words->n;
    }
    return longest;
}

bool
query_find(const struct query *query, const char *s, size_t len, size_t from, struct span *hit)
{
    uint32_t states[QUERY_TERMS] = {0}, starts[QUERY_PHRASE];
    struct query_reader reader;
    size_t at = from, n = 0, words = 0;

    if (!query || query->sought.n == 0)
        return false;
    while (at > 0 && from - at < WORD_FAR && (reader_is_part((char)(s[at - 1] | 0x20)) || (unsigned char)s[at - 1] >= 0x80))
        at--; /* to the beginning of a word */
    query_reader_open(&reader, slice_of(s, len), at);
    while (words == 0 && query_reader_next(&reader)) {
        starts[n++ % QUERY_PHRASE] = reader.span.start;
        words = find_step(query, states, &reader);
        if (words && starts[(n - words) % QUERY_PHRASE] < from)
            words = 0;
    }
    if (words)
        *hit = (struct span){starts[(n - words) % QUERY_PHRASE], reader.span.end};
    query_reader_close(&reader);
    return words > 0;
}
