/* Measuring a line in one pass over its bytes: words, capitals, how it begins and ends; and a hash for each word. */
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum { MEASURE_DENSE = 75, MEASURE_DENSE_WORD = 25 };

/* Sorts of bytes, as bits. */
enum { BYTE_BLANK = 1, BYTE_UPPER = 2, BYTE_LOWER = 4, BYTE_DIGIT = 8, BYTE_STOP = 16, BYTE_HIGH = 32, BYTE_C2 = 64 };

static const unsigned char byte_sorts[256] = {
    ['\0'] = BYTE_BLANK,  ['\t'] = BYTE_BLANK,  ['\n'] = BYTE_BLANK,  ['\v'] = BYTE_BLANK,  ['\f'] = BYTE_BLANK,
    ['\r'] = BYTE_BLANK,  [' '] = BYTE_BLANK,   ['.'] = BYTE_STOP,    ['!'] = BYTE_STOP,    ['?'] = BYTE_STOP,
#define TEN(first, sort)                                                                                                         \
    [first] = sort, [first + 1] = sort, [first + 2] = sort, [first + 3] = sort, [first + 4] = sort, [first + 5] = sort,          \
    [first + 6] = sort, [first + 7] = sort, [first + 8] = sort, [first + 9] = sort
    TEN('0', BYTE_DIGIT), TEN('A', BYTE_UPPER), TEN('K', BYTE_UPPER), ['U'] = BYTE_UPPER,   ['V'] = BYTE_UPPER,
    ['W'] = BYTE_UPPER,   ['X'] = BYTE_UPPER,   ['Y'] = BYTE_UPPER,   ['Z'] = BYTE_UPPER,   TEN('a', BYTE_LOWER),
    TEN('k', BYTE_LOWER), ['u'] = BYTE_LOWER,   ['v'] = BYTE_LOWER,   ['w'] = BYTE_LOWER,   ['x'] = BYTE_LOWER,
    ['y'] = BYTE_LOWER,   ['z'] = BYTE_LOWER,   TEN(0x80, BYTE_HIGH), TEN(0x8A, BYTE_HIGH), TEN(0x94, BYTE_HIGH),
    TEN(0x9E, BYTE_HIGH), TEN(0xA8, BYTE_HIGH), TEN(0xB2, BYTE_HIGH), [0xBC] = BYTE_HIGH,   [0xBD] = BYTE_HIGH,
    [0xBE] = BYTE_HIGH,   [0xBF] = BYTE_HIGH,   [0xC0] = BYTE_HIGH,   [0xC1] = BYTE_HIGH,   [0xC2] = BYTE_HIGH | BYTE_C2,
    [0xC3] = BYTE_HIGH,   [0xC4] = BYTE_HIGH,   [0xC5] = BYTE_HIGH,   TEN(0xC6, BYTE_HIGH), TEN(0xD0, BYTE_HIGH),
    TEN(0xDA, BYTE_HIGH), TEN(0xE4, BYTE_HIGH), TEN(0xEE, BYTE_HIGH), [0xF8] = BYTE_HIGH,   [0xF9] = BYTE_HIGH,
    [0xFA] = BYTE_HIGH,   [0xFB] = BYTE_HIGH,   [0xFC] = BYTE_HIGH,   [0xFD] = BYTE_HIGH,   [0xFE] = BYTE_HIGH,
    [0xFF] = BYTE_HIGH,
#undef TEN
};

/* Words that furniture or notes are made of and news rarely; by their first letters, with no regard to case. */
static const struct {
    const char *word;
    unsigned flag;
} cue_words[] = {
    {"cookies", LINE_CUE},      {"copyright", LINE_CUE}, {"inbox", LINE_CUE},   {"javascript", LINE_CUE},
    {"newsletter", LINE_CUE},   {"recaptcha", LINE_CUE}, {"subscri", LINE_CUE}, {"unsubscribe", LINE_CUE},
    {"contributed", LINE_HINT}, {"opinion", LINE_HINT},  {"views", LINE_HINT},
};
/* Their first and second letters: a cheap test that spares nearly all comparisons. */
#define BOTH(c) [c] = true, [c - 32] = true
static const bool cue_initials[256] = {BOTH('c'), BOTH('i'), BOTH('j'), BOTH('n'), BOTH('o'),
                                       BOTH('r'), BOTH('s'), BOTH('u'), BOTH('v')};
static const bool cue_seconds[256] = {BOTH('o'), BOTH('n'), BOTH('a'), BOTH('e'), BOTH('u'), BOTH('p'), BOTH('i')};
#undef BOTH

static unsigned
line_cue(const char *at, size_t len)
{
    for (size_t i = 0; i < sizeof cue_words / sizeof *cue_words; i++) {
        const char *word = cue_words[i].word;

        if ((*at | 0x20) == *word && (at[1] | 0x20) == word[1] && len >= strlen(word) && strncasecmp(at, word, strlen(word)) == 0)
            return cue_words[i].flag;
    }
    return 0;
}

/* A word that begins with a capital, be it behind a quotation mark or a bracket. */
static bool
line_is_capital(const unsigned char *s, const unsigned char *end, uint32_t words)
{
    unsigned char sort = byte_sorts[*s];

    if (sort & BYTE_HIGH) { /* headlines and names are short: only there do foreign capitals count */
        uint32_t cp;

        if (words >= 40)
            return false;
        utf_decode((const char *)s, (size_t)(end - s), &cp);
        return utf_is_upper(cp);
    }
    return sort & BYTE_UPPER || (sort == 0 && end - s > 1 && byte_sorts[s[1]] & BYTE_UPPER);
}

/* The word before s ended in a stop that is none of "U.S."; closing marks may stand behind it. */
static bool
line_is_stopped(const unsigned char *word, const unsigned char *s)
{
    while (s > word && (byte_sorts[s[-1]] & BYTE_HIGH || byte_sorts[s[-1]] == 0))
        s--;
    return s - word > 1 && byte_sorts[s[-1]] & BYTE_STOP && !(byte_sorts[s[-2]] & BYTE_UPPER);
}

static uint32_t
line_digits(const unsigned char *s, const unsigned char *end)
{
    uint32_t n = 0;

    for (; s < end; s++)
        n += byte_sorts[*s] & BYTE_DIGIT ? 1 : 0;
    return n;
}

/* ---- words ---------------------------------------------------------------------------- */

/* The first n bytes at s, at most eight, in one number. Where more may be read, more is read: that beats a loop. */
static inline uint64_t
word_load(const unsigned char *s, size_t n, bool more)
{
    static const unsigned char masks[16] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    uint64_t bytes = 0, mask;

    n = n < 8 ? n : 8;
    if (!more) {
        memcpy(&bytes, s, n);
        return bytes;
    }
    memcpy(&bytes, s, 8);
    memcpy(&mask, masks + 8 - n, 8);
    return bytes & mask;
}

/* more: eight bytes may be read behind s[len). */
static inline uint32_t
word_hash(const unsigned char *s, size_t len, bool more)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ len;
    size_t at = 0;

    do {
        hash = (hash ^ (word_load(s + at, len - at, more) | 0x2020202020202020u)) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
        at += 8;
    } while (at < len);
    return ((uint32_t)hash & ~1u) | (len >= 4) | ((uint32_t)hash < 2 ? 2 : 0);
}

uint32_t
line_word(const char *s, size_t len)
{
    return len ? word_hash((const unsigned char *)s, len, false) : 0;
}

static inline bool
word_is_mark(const unsigned char *s, const unsigned char *end)
{
    return byte_sorts[*s] == 0 || byte_sorts[*s] & BYTE_STOP || (*s == 0xE2 && end - s > 2 && s[1] == 0x80);
}

/* The hash of the word between the marks around it, "'s" cut: 0 when there are only marks. */
static inline uint32_t
word_between(const unsigned char *s, const unsigned char *end, bool more)
{
    while (s < end && word_is_mark(s, end))
        s += *s == 0xE2 ? 3 : 1;
    while (end > s) {
        if (byte_sorts[end[-1]] == 0 || byte_sorts[end[-1]] & BYTE_STOP)
            end--;
        else if (end - s > 2 && end[-3] == 0xE2 && end[-2] == 0x80)
            end -= 3;
        else
            break;
    }
    if (end - s > 2 && end[-1] == 's' && end[-2] == '\'')
        end -= 2;
    else if (end - s > 4 && end[-1] == 's' && memcmp(end - 4, "\xE2\x80\x99", 3) == 0)
        end -= 4;
    return end > s ? word_hash(s, (size_t)(end - s), more) : 0;
}

/* Room for so many more: a word is a letter and a blank at least. */
static void
words_reserve(struct words *words, size_t more)
{
    if (words->cap - words->n >= more)
        return;
    words->cap = words->cap * 2 > words->n + more ? words->cap * 2 : words->n + more;
    words->v = mem_resize(words->v, words->cap, sizeof *words->v);
}

/* Counts words, capitals and digits; a word ends at a blank or U+00A0. */
static void
line_count(const char *text, const char *text_end, struct line *line, struct words *words)
{
    const unsigned char *s = (const unsigned char *)text + line->span.start, *end = (const unsigned char *)text + line->span.end;
    unsigned char all = 0;
    bool stopped = false;

    words_reserve(words, span_len(line->span) / 2 + 1);
    while (s < end) {
        const unsigned char *word = s;
        unsigned char bits = 0, sort;

        /* behind a line there is always a blank, U+00A0 or NUL: the end needs no look of its own */
        while (!((sort = byte_sorts[*s]) & (BYTE_BLANK | BYTE_C2)) || (sort & BYTE_C2 && s < end && s[1] != 0xA0)) {
            bits |= sort;
            s++;
        }
        if (s > word) {
            bool capital = line_is_capital(word, end, line->words);

            line->words++;
            line->caps += capital;
            if (capital && stopped)
                line->flags |= LINE_SENTENCES;
            if (cue_initials[*word] && cue_seconds[word[1]] && end - word > 4)
                line->flags |= (uint16_t)line_cue((const char *)word, (size_t)(end - word));
            if (bits & BYTE_DIGIT)
                line->digits += line_digits(word, s);
            stopped = bits & BYTE_STOP && line_is_stopped(word, s);
            words->v[words->n++] = word_between(word, s, text_end - (const char *)s >= 8);
            all |= bits;
        }
        if (s < end) {
            if (*s == '\t')
                line->flags |= LINE_TABS;
            s += *s == 0xC2 ? 2 : 1;
        }
    }
    if (all & BYTE_HIGH && span_len(line->span) > MEASURE_DENSE && span_len(line->span) / MEASURE_DENSE_WORD > line->words)
        line->flags |= LINE_DENSE;
    if (all & BYTE_UPPER && !(all & BYTE_LOWER))
        line->flags |= LINE_SHOUTS;
}

static bool
line_is_closer(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == 0x201D || cp == 0x2019 || cp == 0xBB || cp == '*';
}

/* How the line ends, behind closing marks. "…" ends a sentence in speech; teasers that are cut short have it too. */
static void
line_ending(const char *text, struct line *line)
{
    const char *s = text + line->span.start;
    size_t at = span_len(line->span);
    uint32_t cp = 0;

    for (int tries = 0; at && tries < 5; tries++) {
        at -= (size_t)utf_decode_before(s, at, &cp);
        if (!line_is_closer(cp) && !utf_is_space(cp))
            break;
    }
    if (cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == 0x0964)
        line->flags |= LINE_STOPPED;
    if (cp == '!' || cp == '?')
        line->flags |= LINE_ASKS;
    if (cp == ':')
        line->flags |= LINE_COLON;
}

/* Bytes of the list mark with the blanks behind it: "- ", "• ", "–\t"; 0 when there is none. A dash before a name may be
   the signature of a tweet: body.c sees to that. */
static uint8_t
line_mark(struct slice s)
{
    static const char *const marks[] = {"- ", "* ", "• ", "– ", "— ",  "· ",  "▪ ",        "■ ", "◦ ",
                                        "● ", "‣ ", "►",  "→ ", "•\t", "-\t", "•\xC2\xA0", "•"};
    size_t n = 0;

    if (s.at[0] != '-' && s.at[0] != '*' && s.at[0] != '\xC2' && s.at[0] != '\xE2') /* the marks begin so */
        return 0;
    if (slice_starts(s, "“") || slice_starts(s, "‘")) /* and more often these */
        return 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks && !n; i++)
        if (slice_starts(s, marks[i]))
            n = strlen(marks[i]);
    while (n && n < s.len && n < 16 && (s.at[n] == ' ' || s.at[n] == '\t'))
        n++;
    return n < s.len ? (uint8_t)n : 0;
}

static void
line_beginning(const char *text, struct line *line)
{
    struct slice s = {text + line->span.start, span_len(line->span)};
    uint32_t cp;

    line->mark = line_mark(s);
    utf_decode(s.at + line->mark, s.len - line->mark, &cp);
    if (utf_is_lower(cp))
        line->flags |= LINE_LOWER;
    if (cp == '"' || cp == 0x201C || cp == 0x2018 || cp == '\'' || cp == 0xAB)
        line->flags |= LINE_QUOTED;
}

void
measure_line(const char *text, const char *text_end, struct line *line, struct words *words)
{
    line->first_word = (uint32_t)words->n;
    line_count(text, text_end, line, words);
    line_beginning(text, line);
    line_ending(text, line);
    line->shown = line->span;
    line->shown.start += line->mark;
    line->kind = BLOCK_PARA;
}
