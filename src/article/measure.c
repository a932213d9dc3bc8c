/* Measuring a line, sixteen bytes at once: words, capitals, figures; how it begins and ends, and whether it is running text. */
#include <string.h>

#include "bytes.h"
#include "lede/sixteen.h"
#include "lede/utf.h"
#include "page.h"

enum {
    MEASURE_DENSE = 75,
    MEASURE_DENSE_WORD = 25,
    MEASURE_QUOTE_WORDS = 3,
    MEASURE_PROSE_WORDS = 9,
    MEASURE_LONG_WORDS = 20,
    MEASURE_SURE_WORDS = 40
};

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

/* ---- words ------------------------------------------------------------------------------- */

/* A line while it is being measured. */
struct measured {
    const unsigned char *start, *end; /* of the line */
    const unsigned char *text, *text_end;
    struct line *line;
};

/* What is behind the end of the line counts as blank. */
static inline struct sixteen
line_sixteen(const struct measured *m, const unsigned char *s)
{
    return sixteen_load_of(s, (size_t)(m->end - s), (size_t)(m->text_end - s));
}

/* The blanks where there are more than spaces: tabs, U+00A0, and other control characters, which are none. */
static unsigned
line_odd_blanks(const struct measured *m, const unsigned char *s)
{
    unsigned blanks = 0;

    for (int i = 0; i < 16; i++) {
        if (s + i < m->end && s[i] == '\t')
            m->line->flags |= LINE_TABS;
        if (s + i >= m->end || byte_is_blank(s + i) || (s[i] == 0xA0 && s[i - 1] == 0xC2)) /* 0xA0 never begins a text */
            blanks |= 1u << i;
    }
    return blanks;
}

static inline unsigned
line_blanks(const struct measured *m, const unsigned char *s, struct sixteen bytes)
{
    if (sixteen_between(bytes, 0, 0x1F) | sixteen_equal(bytes, 0xC2) || *s == 0xA0) /* U+00A0 is C2 A0 */
        return line_odd_blanks(m, s);
    return sixteen_equal(bytes, ' ');
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

/* Four words nearly always do for sixteen bytes: they are written whether they are there or not, which beats guessing. */
static inline void
words_take(uint32_t *v, uint32_t at, unsigned starts)
{
    v[0] = at + sixteen_first(starts);
    starts &= starts - 1;
    v[1] = at + sixteen_first(starts);
    starts &= starts - 1;
    v[2] = at + sixteen_first(starts);
    starts &= starts - 1;
    v[3] = at + sixteen_first(starts);
    for (v += 4; (starts &= starts - 1) != 0; v++)
        *v = at + sixteen_first(starts);
}

static inline uint64_t
line_hash(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * UINT64_C(0xD6E8FEB86659FD93);
    return hash ^ hash >> 32;
}

/* Counts words and digits; a word ends at a blank. Returns the number of words, which go to v. */
static uint32_t
line_count(const struct measured *m, uint32_t *v)
{
    unsigned before = 1; /* a word may begin at the first byte */
    uint64_t hash = UINT64_C(0x9E3779B97F4A7C15) ^ (uint64_t)(m->end - m->start);
    uint32_t words = 0, digits = 0;

    for (const unsigned char *s = m->start; s < m->end; s += 16) {
        struct sixteen bytes = line_sixteen(m, s);
        unsigned blanks = line_blanks(m, s, bytes), starts = ~blanks & (blanks << 1 | before) & 0xFFFF;

        uint32_t counts = sixteen_counts(starts | sixteen_between(bytes, '0', '9') << 16);

        before = blanks >> 15;
        words_take(v + words, (uint32_t)(s - m->text), starts);
        words += counts & 0xFFFF;
        digits += counts >> 16;
        hash = line_hash(line_hash(hash, sixteen_eight(bytes, 0)), sixteen_eight(bytes, 1));
    }
    m->line->digits = digits;
    m->line->hash = (uint32_t)hash;
    return words;
}

/* ---- beginning and end --------------------------------------------------------------------- */

/* Capitals and no small letter: the first word tells of most lines. */
static bool
line_shouts(const struct measured *m)
{
    unsigned upper = 0;

    for (const unsigned char *s = m->start; s < m->end; s += 16) {
        struct sixteen bytes = line_sixteen(m, s);

        if (sixteen_between(bytes, 'a', 'z'))
            return false;
        upper |= sixteen_between(bytes, 'A', 'Z');
    }
    return upper != 0;
}

/* A script that does not divide words. */
static bool
line_is_dense(const struct measured *m)
{
    size_t len = (size_t)(m->end - m->start);

    if (len <= MEASURE_DENSE || len / MEASURE_DENSE_WORD <= m->line->words)
        return false;
    for (const unsigned char *s = m->start; s < m->end; s++)
        if (*s >= 0x80 && !byte_is_blank(s) && !(*s == 0xA0 && s[-1] == 0xC2))
            return true;
    return false;
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

    if (s[at - 1] == '.') { /* most */
        line->flags |= LINE_STOPPED;
        return;
    }
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

    if (ascii_upper(s.at[0])) /* most */
        return;
    line->mark = line_mark(s);
    utf_decode(s.at + line->mark, s.len - line->mark, &cp);
    if (utf_is_lower(cp))
        line->flags |= LINE_LOWER;
    if (cp == '"' || cp == 0x201C || cp == 0x2018 || cp == '\'' || cp == 0xAB)
        line->flags |= LINE_QUOTED;
}

/*
 * A sentence ends at the stop s, and a capital follows: the stop is none of "U.S.", closing marks may stand behind it, and its
 * word is more than the stop.
 */
static bool
line_is_sentence(const struct measured *m, const unsigned char *s)
{
    if (s == m->start || byte_sorts[s[-1]] & (BYTE_BLANK | BYTE_UPPER) || (s[-1] == 0xA0 && s[-2] == 0xC2))
        return false;
    for (s++; s < m->end && !byte_is_blank(s); s++)
        if (byte_sorts[*s] && !(byte_sorts[*s] & BYTE_HIGH))
            return false;
    while (s < m->end && byte_is_blank(s))
        s += *s == 0xC2 ? 2 : 1;
    return s < m->end && word_is_capital(s, m->end);
}

static bool
line_has_sentences(const struct measured *m)
{
    for (const unsigned char *s = m->start; s < m->end; s += 16) {
        struct sixteen bytes = line_sixteen(m, s);
        unsigned stops = sixteen_equal(bytes, '.') | sixteen_equal(bytes, '!') | sixteen_equal(bytes, '?');

        for (; stops; stops &= stops - 1)
            if (line_is_sentence(m, s + sixteen_first(stops)))
                return true;
    }
    return false;
}

/* Running text, or what is as good: where the other signs do not decide, a sentence inside does. */
static bool
line_is_running(const struct measured *m)
{
    struct line *line = m->line;
    bool stopped = line_has(line, LINE_STOPPED);

    if (line->words > MEASURE_SURE_WORDS || line_has(line, LINE_DENSE) ||
        (line->words >= MEASURE_PROSE_WORDS && line_has(line, LINE_STOPPED | LINE_COLON)) ||
        (line->words >= MEASURE_QUOTE_WORDS && stopped && line_has(line, LINE_QUOTED)))
        return true;
    if (!line_has_sentences(m))
        return false;
    line->flags |= LINE_SENTENCES;
    return line->words >= MEASURE_LONG_WORDS || (line->words >= MEASURE_QUOTE_WORDS && stopped);
}

void
measure_line(const char *text, const char *text_end, struct line *line, struct words *words)
{
    const unsigned char *base = (const unsigned char *)text;
    struct measured m = {base + line->span.start, base + line->span.end, base, (const unsigned char *)text_end, line};

    line->first_word = (uint32_t)words->n;
    words_reserve(words, span_len(line->span) / 2 + 8);
    line->words = line_count(&m, words->v + words->n);
    words->n += line->words;
    words_look(text, text_end, line, words->v + line->first_word);
    if (line_shouts(&m))
        line->flags |= LINE_SHOUTS;
    if (line_is_dense(&m))
        line->flags |= LINE_DENSE;
    line_beginning(text, line);
    line_ending(text, line);
    if (line_is_running(&m))
        line->flags |= LINE_PROSE;
    line->shown = line->span;
    line->shown.start += line->mark;
    line->kind = BLOCK_PARA;
}
