/* Lines: a page is cut at its newlines, and each line is measured in one pass over its bytes. */
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum {
    LINES_MAX = 1 << 18,     /* lines that are looked at one by one; what follows is joined, to bound the memory */
    LINES_JOINED = 4096,     /* bytes of such a joined piece */
    LINES_PROSE_WORDS = 9,
    LINES_LONG_WORDS = 20,
    LINES_WRAP_FROM = 45, LINES_WRAP_TO = 90, LINES_WRAP_MIN = 8, LINES_WRAP_CAPS = 100
};

struct words {
    uint32_t *v;
    size_t n, cap;
};

/* ---- measuring ------------------------------------------------------------------- */

/* Sorts of bytes, as bits. */
enum { BYTE_BLANK = 1, BYTE_UPPER = 2, BYTE_LOWER = 4, BYTE_DIGIT = 8, BYTE_STOP = 16, BYTE_HIGH = 32, BYTE_C2 = 64 };

static const unsigned char byte_sorts[256] = {
    ['\t'] = BYTE_BLANK, ['\n'] = BYTE_BLANK, ['\v'] = BYTE_BLANK, ['\f'] = BYTE_BLANK, ['\r'] = BYTE_BLANK, [' '] = BYTE_BLANK,
    ['.'] = BYTE_STOP, ['!'] = BYTE_STOP, ['?'] = BYTE_STOP,
#define TEN(first, sort) \
    [first] = sort, [first + 1] = sort, [first + 2] = sort, [first + 3] = sort, [first + 4] = sort, [first + 5] = sort, \
    [first + 6] = sort, [first + 7] = sort, [first + 8] = sort, [first + 9] = sort
    TEN('0', BYTE_DIGIT),
    TEN('A', BYTE_UPPER), TEN('K', BYTE_UPPER), ['U'] = BYTE_UPPER, ['V'] = BYTE_UPPER, ['W'] = BYTE_UPPER, ['X'] = BYTE_UPPER,
    ['Y'] = BYTE_UPPER, ['Z'] = BYTE_UPPER,
    TEN('a', BYTE_LOWER), TEN('k', BYTE_LOWER), ['u'] = BYTE_LOWER, ['v'] = BYTE_LOWER, ['w'] = BYTE_LOWER, ['x'] = BYTE_LOWER,
    ['y'] = BYTE_LOWER, ['z'] = BYTE_LOWER,
    TEN(0x80, BYTE_HIGH), TEN(0x8A, BYTE_HIGH), TEN(0x94, BYTE_HIGH), TEN(0x9E, BYTE_HIGH), TEN(0xA8, BYTE_HIGH),
    TEN(0xB2, BYTE_HIGH), [0xBC] = BYTE_HIGH, [0xBD] = BYTE_HIGH, [0xBE] = BYTE_HIGH, [0xBF] = BYTE_HIGH, [0xC0] = BYTE_HIGH,
    [0xC1] = BYTE_HIGH, [0xC2] = BYTE_HIGH | BYTE_C2, [0xC3] = BYTE_HIGH, [0xC4] = BYTE_HIGH, [0xC5] = BYTE_HIGH,
    TEN(0xC6, BYTE_HIGH), TEN(0xD0, BYTE_HIGH), TEN(0xDA, BYTE_HIGH), TEN(0xE4, BYTE_HIGH), TEN(0xEE, BYTE_HIGH),
    [0xF8] = BYTE_HIGH, [0xF9] = BYTE_HIGH, [0xFA] = BYTE_HIGH, [0xFB] = BYTE_HIGH, [0xFC] = BYTE_HIGH, [0xFD] = BYTE_HIGH,
    [0xFE] = BYTE_HIGH, [0xFF] = BYTE_HIGH,
#undef TEN
};

/* Words that furniture or notes are made of and news rarely; by their first letters, with no regard to case. */
static const struct {
    const char *word;
    unsigned flag;
} cue_words[] = {
    {"cookies", LINE_CUE},   {"copyright", LINE_CUE}, {"inbox", LINE_CUE},       {"javascript", LINE_CUE}, {"newsletter", LINE_CUE},
    {"recaptcha", LINE_CUE}, {"subscri", LINE_CUE},   {"unsubscribe", LINE_CUE}, {"contributed", LINE_HINT}, {"opinion", LINE_HINT},
    {"views", LINE_HINT},
};
/* Their first and second letters: a cheap test that spares nearly all comparisons. */
#define BOTH(c) [c] = true, [c - 32] = true
static const bool cue_initials[256] = {BOTH('c'), BOTH('i'), BOTH('j'), BOTH('n'), BOTH('o'), BOTH('r'), BOTH('s'), BOTH('u'), BOTH('v')};
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

/* Counts words, capitals and digits; a word ends at a blank or U+00A0. */
static void
line_count(const char *text, const char *text_end, struct line *line, struct words *words)
{
    const unsigned char *s = (const unsigned char *)text + line->span.start, *end = (const unsigned char *)text + line->span.end;
    unsigned char all = 0;
    bool stopped = false;

    while (s < end) {
        const unsigned char *word = s;
        unsigned char bits = 0;

        for (; s < end && !(byte_sorts[*s] & BYTE_BLANK); s++) {
            bits |= byte_sorts[*s];
            if (byte_sorts[*s] & BYTE_C2 && end - s > 1 && s[1] == 0xA0)
                break;
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
            vec_push(words, word_between(word, s, text_end - (const char *)s >= 8));
            all |= bits;
        }
        if (s < end) {
            if (*s == '\t')
                line->flags |= LINE_TABS;
            s += *s == 0xC2 ? 2 : 1;
        }
    }
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
    if (cp == '.' || cp == '!' || cp == '?' || cp == 0x2026)
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
    static const char *const marks[] = {"- ", "* ", "• ", "– ", "— ", "· ", "▪ ", "■ ", "◦ ", "● ", "‣ ", "►", "→ ", "•\t", "-\t", "•\xC2\xA0",
                                        "•"};
    size_t n = 0;

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

static void
line_measure(const char *text, const char *text_end, struct line *line, struct words *words)
{
    line->first_word = (uint32_t)words->n;
    line_count(text, text_end, line, words);
    line_beginning(text, line);
    line_ending(text, line);
    line->shown = line->span;
    line->shown.start += line->mark;
    line->kind = BLOCK_PARA;
}

/* ---- cutting ---------------------------------------------------------------------- */

typedef void line_taker(void *taker, struct span span, bool gap);

/* Hands over each line that is not blank, without the byte order mark. */
static void
lines_each(const char *text, size_t len, line_taker *take, void *taker)
{
    bool gap = false;
    size_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    while (at < len) {
        const char *newline = memchr(text + at, '\n', len - at);
        size_t end = newline ? (size_t)(newline - text) : len;
        struct slice line = slice_trim(slice_of(text + at, end - at));

        if (line.len) {
            uint32_t start = (uint32_t)(line.at - text);
            take(taker, (struct span){start, start + (uint32_t)line.len}, gap);
            gap = false;
        } else {
            gap = true;
        }
        at = end + 1;
    }
}

struct gathered {
    VEC(struct line) lines;
};

static void
lines_take(void *taker, struct span span, bool gap)
{
    struct gathered *g = taker;
    struct line *last = g->lines.n ? &g->lines.v[g->lines.n - 1] : NULL;

    if (g->lines.n >= LINES_MAX && span.end - last->span.start <= LINES_JOINED) {
        last->span.end = span.end;
        return;
    }
    vec_push(&g->lines, ((struct line){.span = span, .flags = gap ? LINE_GAP : 0}));
}

/* ---- hard-wrapped text ---------------------------------------------------------------- */

/*
 * Text from a mail or an old terminal is wrapped at a width: lines with a neighbour below are nearly all of 45 to 90 bytes, and
 * most of them end within a sentence. Then a line that is full (the first word of the next would not have fitted) is joined
 * with the next.
 */
static uint32_t
lines_wrap_width(const struct gathered *g, const char *text)
{
    size_t inner = 0, fit = 0, open = 0;
    uint32_t width = 0;

    for (size_t i = 0; i < g->lines.n; i++) {
        const struct line *line = &g->lines.v[i];
        uint32_t len = span_len(line->span);

        if (len > LINES_WRAP_CAPS)
            return 0;
        width = len > width ? len : width;
        if (i + 1 == g->lines.n || line_has(&g->lines.v[i + 1], LINE_GAP))
            continue;
        inner++;
        fit += len >= LINES_WRAP_FROM && len <= LINES_WRAP_TO;
        open += memchr(".!?:\"", text[line->span.end - 1], 5) == NULL;
    }
    return inner >= LINES_WRAP_MIN && fit * 10 >= inner * 8 && open * 10 >= inner * 6 ? width : 0;
}

static void
lines_unwrap(struct gathered *g, const char *text)
{
    uint32_t width = lines_wrap_width(g, text), tail;
    size_t kept = 0;

    if (!width || !g->lines.n)
        return;
    tail = span_len(g->lines.v[0].span);
    for (size_t i = 1; i < g->lines.n; i++) {
        const struct line *line = &g->lines.v[i];
        const char *start = text + line->span.start, *blank = memchr(start, ' ', span_len(line->span));
        uint32_t word = blank ? (uint32_t)(blank - start) : span_len(line->span);

        if (!line_has(line, LINE_GAP) && tail + 1 + word > width - width / 10)
            g->lines.v[kept].span.end = line->span.end;
        else
            g->lines.v[++kept] = *line;
        tail = span_len(line->span);
    }
    g->lines.n = kept + 1;
}

/* ---- lines that stand twice ------------------------------------------------------------ */

static uint64_t
line_hash(const char *s, size_t len)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ len, word;

    for (; len >= 8; s += 8, len -= 8) {
        memcpy(&word, s, 8);
        hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    word = 0;
    if (len)
        memcpy(&word, s, len);
    hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 32;
}

static void
lines_mark_twins(struct page *page)
{
    size_t size = 16, mask;
    uint32_t *table;

    while (size < page->n * 2)
        size *= 2;
    mask = size - 1;
    table = mem_zero(size, sizeof *table);
    for (size_t i = 0; i < page->n; i++) {
        struct slice s = line_slice(page, i);
        size_t slot = (size_t)line_hash(s.at, s.len) & mask;

        while (table[slot] && !slice_equal(line_slice(page, table[slot] - 1), s))
            slot = (slot + 1) & mask;
        if (table[slot]) {
            page->lines[i].flags |= LINE_AGAIN;
            page->lines[i].twin = table[slot] - 1;
            page->lines[table[slot] - 1].flags |= LINE_TWICE;
        } else {
            table[slot] = (uint32_t)i + 1;
        }
    }
    mem_free(table);
}

void
lines_find(struct page *page)
{
    struct gathered g = {0};
    struct words words = {0};
    size_t gaps = 0;

    lines_each(page->text, page->article->len, lines_take, &g);
    lines_unwrap(&g, page->text);
    page->lines = g.lines.v;
    page->n = g.lines.n;
    for (size_t i = 0; i < page->n; i++) {
        line_measure(page->text, page->text + page->article->len, &page->lines[i], &words);
        gaps += line_has(&page->lines[i], LINE_GAP);
    }
    page->words = words.v;
    page->gaps = gaps * 3 > page->n;
    lines_mark_twins(page);
}

struct slice
line_slice(const struct page *page, size_t i)
{
    return article_slice(page->article, page->lines[i].span);
}

bool
line_begins(const struct page *page, size_t i, size_t k)
{
    struct slice a = line_slice(page, i), b = line_slice(page, k);

    return a.len >= b.len && memcmp(a.at, b.at, b.len) == 0;
}

bool
line_is_prose(const struct line *line)
{
    if (line->words >= LINES_PROSE_WORDS && line_has(line, LINE_STOPPED | LINE_COLON))
        return true;
    if (line_has(line, LINE_QUOTED | LINE_SENTENCES) && line_has(line, LINE_STOPPED) && line->words >= 3)
        return true;
    return line->words > 2 * LINES_LONG_WORDS || (line->words >= LINES_LONG_WORDS && line_has(line, LINE_SENTENCES));
}

bool
line_is_long(const struct line *line)
{
    return line->words >= LINES_LONG_WORDS && line_is_prose(line);
}

/* ---- --body --------------------------------------------------------------------------- */

struct plain {
    VEC(struct block) blocks;
};

static void
lines_take_plain(void *taker, struct span span, bool gap)
{
    struct plain *plain = taker;
    struct block *last = plain->blocks.n ? &plain->blocks.v[plain->blocks.n - 1] : NULL;

    (void)gap;
    if (plain->blocks.n >= LINES_MAX && span.end - last->span.start <= LINES_JOINED)
        last->span.end = last->words.end = span.end;
    else
        vec_push(&plain->blocks, ((struct block){.span = span, .words = span, .kind = BLOCK_PARA}));
}

void
blocks_plain(struct article *article)
{
    struct plain plain = {0};

    lines_each(article->text, article->len, lines_take_plain, &plain);
    article->blocks = arena_copy(article->arena, plain.blocks.v, plain.blocks.n * sizeof *plain.blocks.v);
    article->nblocks = plain.blocks.n;
    vec_free(&plain.blocks);
}
