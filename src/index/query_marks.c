/*
 * Where a word may stand in text: a look at the bytes, many times faster than reading and folding words. ASCII letters fold to
 * themselves, so a word of ASCII is found as it is; but for other code points among its letters (accents, ligatures, wide
 * letters) and hidden ones, which might fold to any part of it. There the ASCII letters in front of them decide: they must be its
 * beginning.
 */
#include <string.h>

#include "lede/eight.h"
#include "query.h"

/* Is it one that may fold to something, or to nothing at all? Of control characters, blanks do not. */
static bool
mark_is_special(unsigned char c)
{
    return c >= 0x7F || (c < ' ' && (c < '\t' || c > '\r'));
}

/* Bytes at s[i] that are punctuation which folds to no letter and stands in no word: dashes, quotation marks, dots (U+2010 to
   U+2027), the signs of money (before each second amount), a blank that does not break; 0: something else. */
static size_t
mark_punctuation(struct slice s, size_t i)
{
    static const char signs[] = "\xA0\xA2\xA3\xA5\xA7\xAB\xB0\xB7\xBB"; /* behind 0xC2 */
    const unsigned char *at = (const unsigned char *)s.at + i;

    if (s.len - i >= 2 && at[0] == 0xC2 && at[1] && strchr(signs, (char)at[1]))
        return 2;
    if (s.len - i >= 3 && at[0] == 0xE2 && at[1] == 0x82 && at[2] == 0xAC)
        return 3;
    return s.len - i >= 3 && at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0xA7 ? 3 : 0;
}

static bool
mark_begins(const char *word, size_t len, const char *at, size_t left)
{
    size_t i = 0;

    while (i < len && i < left && (at[i] >= 'A' && at[i] <= 'Z' ? at[i] | 0x20 : at[i]) == word[i])
        i++;
    return i == len;
}

/* At a special: are the letters before it a beginning of the word, or may they go on where another special before them did? */
static bool
mark_may_go_on(const struct query_marks *marks, size_t at)
{
    const struct query_word *word = marks->word;
    size_t n = 0;

    while (at - n > marks->special && query_marks_within(marks->s.at[at - n - 1])) {
        if (n == word->len)
            return false;
        n++;
    }
    return (marks->goes_on && marks->special && at - n == marks->special) ||
           mark_begins(word->text, n, marks->s.at + at - n, n);
}

static size_t
mark_end_of(struct slice s, size_t at)
{
    for (at++; at < s.len && ((unsigned char)s.at[at] & 0xC0) == 0x80; at++)
        ;
    return at;
}

/* Flags of the bytes that are special or blank, or where the first two letters of the word stand: of eight, and one more is read. */
static uint64_t
mark_flags(const struct query_marks *marks, size_t at)
{
    const unsigned char *s = (const unsigned char *)marks->s.at + at;
    uint64_t first = eight_load(s, 8), second = eight_load(s + 1, 8), low = first & ~EIGHT_TOPS, other;

    other = ((first | EIGHT(0x20)) ^ marks->first) | (((second | EIGHT(0x20)) ^ marks->second) & marks->two);
    return (EIGHT_NOT(other & ~EIGHT_TOPS) | first | (low + EIGHT(1)) | ~(low + EIGHT(0x60))) & EIGHT_TOPS;
}

void
query_marks_open(struct query_marks *marks, const struct query_words *words, struct slice s)
{
    const struct query_word *longest = &words->v[0];

    for (size_t i = 1; i < words->n; i++) /* the rarest, roughly */
        if (words->v[i].len > longest->len)
            longest = &words->v[i];
    *marks = (struct query_marks){.word = longest, .s = s, .first = EIGHT((unsigned char)longest->text[0])};
    if (longest->len > 1) {
        marks->second = EIGHT((unsigned char)longest->text[1]);
        marks->two = UINT64_MAX;
    }
    for (size_t i = 0; i < longest->len; i++)
        marks->untold |= (unsigned char)longest->text[i] >= 0x80;
}

/* The next byte that is worth a look. */
static size_t
mark_seek(const struct query_marks *marks, size_t at)
{
    for (; marks->s.len - at > 8; at += 8) {
        uint64_t flags = mark_flags(marks, at);

        if (flags)
            return at + eight_first(flags);
    }
    return at;
}

/* Goes past a special; true when the word may stand there. */
static bool
mark_special(struct query_marks *marks, size_t at)
{
    size_t n = mark_punctuation(marks->s, at);

    marks->at = n ? at + n : mark_end_of(marks->s, at);
    if (n)
        return false;
    marks->goes_on = mark_may_go_on(marks, at);
    marks->special = marks->at;
    return marks->goes_on;
}

bool
query_marks_next(struct query_marks *marks, size_t *mark)
{
    const struct query_word *word = marks->word;
    struct slice s = marks->s;
    bool found = false;

    while (!found && marks->at < s.len) {
        size_t at = mark_seek(marks, marks->at);

        marks->at = at + 1;
        *mark = at;
        if (mark_is_special((unsigned char)s.at[at]))
            found = mark_special(marks, at);
        else if ((s.at[at] | 0x20) == (word->text[0] | 0x20))
            found = mark_begins(word->text, word->len, s.at + at, s.len - at);
    }
    return found;
}

bool
query_words_may(const struct query_words *words, struct slice s)
{
    struct query_marks marks;
    size_t mark;

    query_marks_open(&marks, words, s);
    return marks.untold || query_marks_next(&marks, &mark);
}
