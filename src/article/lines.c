/* Lines: a page is cut at its newlines, and those that are not blank are kept. */
#include <string.h>
#include <strings.h>

#include "lede/sixteen.h"
#include "page.h"

enum {
    LINES_MAX = 1 << 18, /* lines that are looked at one by one; what follows is joined, to bound the memory */
    LINES_JOINED = 4096, /* bytes of such a joined piece */
    LINES_WRAP_FROM = 45,
    LINES_WRAP_TO = 90,
    LINES_WRAP_MIN = 8,
    LINES_WRAP_CAPS = 100,
    LINES_GUESS = 96, /* bytes of a line, of a word: room for most articles is taken at once */
    LINES_GUESS_WORD = 5
};

/* ---- cutting ---------------------------------------------------------------------- */

typedef void line_taker(void *taker, struct span span, bool gap);

/* Most lines have nothing to trim. */
static inline struct slice
line_trim(struct slice line)
{
    if (line.len && ascii_alnum(line.at[0]) && line.at[line.len - 1] == '.')
        return line;
    return slice_trim(line);
}

/* Hands over each line that is not blank, without the byte order mark. */
static void
lines_each(const char *text, size_t len, line_taker *take, void *taker)
{
    bool gap = false;
    size_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    while (at < len) {
        const char *newline = memchr(text + at, '\n', len - at);
        size_t end = newline ? (size_t)(newline - text) : len;
        struct slice line = line_trim(slice_of(text + at, end - at));

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
        size_t slot = page->lines[i].hash & mask;

        while (table[slot] && !(page->lines[table[slot] - 1].hash == page->lines[i].hash &&
                                slice_equal(line_slice(page, table[slot] - 1), s)))
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

    g.lines.cap = page->article->len / LINES_GUESS + 16;
    g.lines.v = mem_resize(NULL, g.lines.cap, sizeof *g.lines.v);
    words.cap = page->article->len / LINES_GUESS_WORD + 16;
    words.v = mem_resize(NULL, words.cap, sizeof *words.v);
    lines_each(page->text, page->article->len, lines_take, &g);
    lines_unwrap(&g, page->text);
    page->lines = g.lines.v;
    page->n = g.lines.n;
    for (size_t i = 0; i < page->n; i++) {
        measure_line(page->text, page->text + page->article->len, &page->lines[i], &words);
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

/* Where the first two letters are, with `small` 0x20 without regard to case, the rest is compared. */
static bool
line_finds(struct slice s, const char *words, unsigned char small)
{
    size_t n = strlen(words);

    for (size_t i = 0; i + n <= s.len; i += 16) {
        const unsigned char *at = (const unsigned char *)s.at + i;
        size_t left = s.len - i;
        unsigned pairs = sixteen_equal(sixteen_or(sixteen_load_of(at, left, left), small), (unsigned char)words[0] | small) &
                         sixteen_equal(sixteen_or(sixteen_load_of(at + 1, left - 1, left - 1), small), (unsigned char)words[1] | small);

        for (; pairs; pairs &= pairs - 1) {
            struct slice rest = {s.at + i + sixteen_first(pairs), left - sixteen_first(pairs)};

            if (rest.len >= n && (small ? strncasecmp(rest.at, words, n) : memcmp(rest.at, words, n)) == 0)
                return true;
        }
    }
    return false;
}

bool
line_says(struct slice s, const char *words)
{
    return line_finds(s, words, 0x20);
}

bool
line_has_bytes(struct slice s, const char *bytes)
{
    return line_finds(s, bytes, 0);
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
