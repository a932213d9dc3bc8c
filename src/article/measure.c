/* Measuring a line, eight bytes at once: words, capitals, figures, sentences; and how it begins and ends. */
#include <string.h>

#include "bytes.h"
#include "lede/utf.h"
#include "page.h"

enum { MEASURE_DENSE = 75, MEASURE_DENSE_WORD = 25, MEASURE_FOREIGN_CAPITALS = 40 };

const unsigned char byte_sorts[256] = {
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
    [0xBE] = BYTE_HIGH,   [0xBF] = BYTE_HIGH,   [0xC0] = BYTE_HIGH,   [0xC1] = BYTE_HIGH,   [0xC2] = BYTE_HIGH,
    [0xC3] = BYTE_HIGH,   [0xC4] = BYTE_HIGH,   [0xC5] = BYTE_HIGH,   TEN(0xC6, BYTE_HIGH), TEN(0xD0, BYTE_HIGH),
    TEN(0xDA, BYTE_HIGH), TEN(0xE4, BYTE_HIGH), TEN(0xEE, BYTE_HIGH), [0xF8] = BYTE_HIGH,   [0xF9] = BYTE_HIGH,
    [0xFA] = BYTE_HIGH,   [0xFB] = BYTE_HIGH,   [0xFC] = BYTE_HIGH,   [0xFD] = BYTE_HIGH,   [0xFE] = BYTE_HIGH,
    [0xFF] = BYTE_HIGH,
#undef TEN
};

/* ---- eight bytes ------------------------------------------------------------------------ */

/* A line while it is being measured. */
struct measured {
    const unsigned char *text, *end; /* end: of the line */
    struct line *line;
};

/* Flags of the bytes of each sort. */
struct eight {
    uint64_t blank, letter, upper, digit, stop, high;
};

/* The blanks where there are more than spaces: tabs, U+00A0, and other control characters, which are none. */
static uint64_t
eight_blanks(struct measured *m, const unsigned char *s)
{
    uint64_t blanks = 0;

    for (int i = 0; i < 8; i++) {
        if (s + i < m->end && s[i] == '\t')
            m->line->flags |= LINE_TABS;
        if (s + i >= m->end || byte_is_blank(s + i) || (s[i] == 0xA0 && s[i - 1] == 0xC2)) /* 0xA0 never begins a text */
            blanks |= (uint64_t)0x80 << 8 * i;
    }
    return blanks;
}

/* One of the bytes is 0xC2, or the first 0xA0: U+00A0 may be there. */
static inline bool
eight_may_blank(uint64_t bytes)
{
    return eight_equal(bytes ^ EIGHT_TOPS, 0x42) || (bytes & 0xFF) == 0xA0;
}

/*
 * The tests of eight.h, with what they have in common taken once: this is where most of the time of a page is spent.
 */
static inline struct eight
eight_read(struct measured *m, const unsigned char *s, uint64_t bytes)
{
    uint64_t low, small, ascii;
    struct eight sorts;

    ascii = ~bytes & EIGHT_TOPS;
    low = bytes & ~EIGHT_TOPS;
    small = low | EIGHT(0x20);
    sorts.high = bytes & EIGHT_TOPS;
    sorts.blank = EIGHT_NOT(low ^ EIGHT(' ')) & ascii;
    if (~(low + EIGHT(0x60)) & ascii || (sorts.high && eight_may_blank(bytes))) /* a byte below 0x20 */
        sorts.blank = eight_blanks(m, s);
    sorts.high &= ~sorts.blank;
    sorts.letter = (small + EIGHT(0x80 - 'a')) & ~(small + EIGHT(0x7F - 'z')) & ascii;
    sorts.upper = sorts.letter & ~(bytes << 2); /* 0x20 makes a letter small */
    sorts.digit = (low + EIGHT(0x80 - '0')) & ~(low + EIGHT(0x7F - '9')) & ascii;
    sorts.stop = (EIGHT_NOT(low ^ EIGHT('.')) | EIGHT_NOT(low ^ EIGHT('!')) | EIGHT_NOT(low ^ EIGHT('?'))) & ascii;
    return sorts;
}

/* ---- capitals and sentences -------------------------------------------------------------- */

/* A word that begins with a capital, be it behind a quotation mark or a bracket. */
static bool
line_is_capital(const unsigned char *s, const unsigned char *end, uint32_t words)
{
    unsigned char sort = byte_sorts[*s];

    if (sort & BYTE_HIGH) { /* headlines and names are short: only there do foreign capitals count */
        uint32_t cp;

        if (words >= MEASURE_FOREIGN_CAPITALS || (s[0] == 0xE2 && s[1] == 0x80)) /* U+2000 to U+203F are marks */
            return false;
        utf_decode((const char *)s, (size_t)(end - s), &cp);
        return utf_is_upper(cp);
    }
    return sort & BYTE_UPPER || (sort == 0 && end - s > 1 && byte_sorts[s[1]] & BYTE_UPPER);
}

/*
 * A sentence ends at the stop s, and a capital follows: the stop is none of "U.S.", closing marks may stand behind it, and its
 * word is more than the stop. words: those that begin before.
 */
static bool
line_is_sentence(const struct measured *m, const unsigned char *s, uint32_t words)
{
    const unsigned char *start = m->text + m->line->span.start;

    if (s == start || byte_sorts[s[-1]] & (BYTE_BLANK | BYTE_UPPER) || (s[-1] == 0xA0 && s[-2] == 0xC2))
        return false;
    for (s++; s < m->end && !byte_is_blank(s); s++)
        if (byte_sorts[*s] && !(byte_sorts[*s] & BYTE_HIGH))
            return false;
    while (s < m->end && byte_is_blank(s))
        s += *s == 0xC2 ? 2 : 1;
    return s < m->end && line_is_capital(s, m->end, words);
}

/* words: those that begin before the eight bytes at s. */
static void
line_sentences(const struct measured *m, const unsigned char *s, uint64_t stops, uint64_t starts, uint32_t words)
{
    for (; stops && !line_has(m->line, LINE_SENTENCES); stops &= stops - 1) {
        uint64_t before = starts & ((stops & -stops) - 1);

        if (line_is_sentence(m, s + eight_first(stops), words + eight_count(before)))
            m->line->flags |= LINE_SENTENCES;
    }
}

/* How many of the words that do not begin with a letter or figure begin with a capital behind a mark, or one beyond ASCII. */
static uint32_t
line_odd_capitals(const struct measured *m, const unsigned char *s, uint64_t odd, uint64_t starts, uint32_t words)
{
    uint32_t caps = 0;

    for (; odd; odd &= odd - 1) {
        uint64_t before = starts & ((odd & -odd) - 1);

        caps += line_is_capital(s + eight_first(odd), m->end, words + eight_count(before));
    }
    return caps;
}

/* ---- the line ------------------------------------------------------------------------------ */

/* Room for so many more: a word is a letter and a blank at least. */
static void
words_reserve(struct words *words, size_t more)
{
    if (words->cap - words->n >= more)
        return;
    words->cap = words->cap * 2 > words->n + more ? words->cap * 2 : words->n + more;
    words->v = mem_resize(words->v, words->cap, sizeof *words->v);
}

/* Two words nearly always do for eight bytes: they are written whether they are there or not, which beats guessing. */
static inline void
words_take(struct word *v, uint32_t at, uint64_t starts)
{
    v[0].at = at + eight_first(starts);
    starts &= starts - 1;
    v[1].at = at + eight_first(starts);
    for (v += 2; (starts &= starts - 1) != 0; v++)
        v->at = at + eight_first(starts);
}

/* The last bytes of a line; what is behind its end counts as blank. */
static uint64_t
line_tail(const unsigned char *s, size_t left)
{
    return eight_load(s, left) | EIGHT(' ') << 8 * left;
}

/* Counts words, capitals and digits; a word ends at a blank. Returns the number of words, which go to v. */
static uint32_t
line_count(struct measured *m, struct word *v)
{
    uint64_t before = 0x80, upper = 0, lower = 0, high = 0; /* before: a word may begin at the first byte */
    uint32_t words = 0, caps = 0, digits = 0, len = span_len(m->line->span);

    for (const unsigned char *s = m->end - len; s < m->end; s += 8) {
        size_t left = (size_t)(m->end - s);
        struct eight sorts = eight_read(m, s, left >= 8 ? eight_load(s, 8) : line_tail(s, left));
        uint64_t starts = ~sorts.blank & (sorts.blank << 8 | before) & EIGHT_TOPS, odd = starts & ~sorts.letter & ~sorts.digit;

        before = sorts.blank >> 56;
        upper |= sorts.upper;
        lower |= sorts.letter & ~sorts.upper;
        high |= sorts.high;
        caps += eight_count(starts & sorts.upper);
        digits += eight_count(sorts.digit);
        if (sorts.stop)
            line_sentences(m, s, sorts.stop, starts, words);
        if (odd)
            caps += line_odd_capitals(m, s, odd, starts, words);
        words_take(v + words, (uint32_t)(s - m->text), starts);
        words += eight_count(starts);
    }
    if (high && len > MEASURE_DENSE && len / MEASURE_DENSE_WORD > words)
        m->line->flags |= LINE_DENSE;
    if (upper && !lower)
        m->line->flags |= LINE_SHOUTS;
    m->line->caps = caps;
    m->line->digits = digits;
    return words;
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
    const unsigned char *base = (const unsigned char *)text;
    struct measured m = {base, base + line->span.end, line};

    line->first_word = (uint32_t)words->n;
    words_reserve(words, span_len(line->span) / 2 + 4);
    line->words = line_count(&m, words->v + words->n);
    words->n += line->words;
    words_key(text, text_end, line, words->v + line->first_word);
    line_beginning(text, line);
    line_ending(text, line);
    line->shown = line->span;
    line->shown.start += line->mark;
    line->kind = BLOCK_PARA;
}
