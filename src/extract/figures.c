/* How much: reads the figures of an article, window by window, token by token. */
#include <stdlib.h>
#include <string.h>

#include "dollar.h"
#include "figures_filter.h"
#include "figures_same.h"
#include "tokens.h"

/* A window is read at once. Long blocks are cut at a sentence end or a blank, so that memory stays bounded. */
enum { WINDOW_BYTES = 64 * 1024, WINDOW_SLACK = 4 * 1024 };

struct measures {
    struct words *words;
    scan_tokens tokens;
    struct places places;     /* of the window's figures */
    struct lists lists;
    struct dollars dollars;
    struct same same;
};

struct measures *
measures_new(void)
{
    struct measures *measures = mem_zero(1, sizeof *measures);

    measures->words = words_new();
    return measures;
}

void
measures_free(struct measures *measures)
{
    if (!measures)
        return;
    words_free(measures->words);
    lists_free(&measures->lists);
    scan_free(&measures->tokens);
    vec_free(&measures->places);
    dollar_free(&measures->dollars);
    same_free(&measures->same);
    mem_free(measures);
}

/* What may stand behind "a", "another", "aged", "several": all else of these frequent words begins nothing. */
static bool
figures_leads(const struct reader *r, size_t i)
{
    const struct scan_token *next = reader_at(r, i + 1);

    if (next->shape == SCAN_DASH)
        next = reader_at(r, i + 2);
    return scan_is_literal(next) || next->shape == SCAN_SIGN ||
           (next->classes & (IS_SMALL | IS_TENS | IS_HUNDRED | IS_SCALE | IS_DOZEN | IS_ORDINAL | IS_PART | IS_TIME | IS_UNIT |
                             IS_VAGUE | IS_PREFIX | IS_POWER | IS_CODE | IS_MONEY | IS_PERCENT)) ||
           (r->year && reader_one_of(r, i, "yesterday today tomorrow")) || reader_one_of(r, i, "minus negative") ||
           reader_one_of(r, i + 1, "of between full straight consecutive business working calendar") ||
           reader_is(r, i, IS_SCALE) || reader_decade(r, i);
}

/* May a figure begin with this token? All but a few say no at once. */
static inline bool
figures_may_begin(const struct reader *r, size_t i)
{
    const struct scan_token *t = &r->v[i];

    if (t->shape == SCAN_WORD) {
        uint32_t starts = t->classes & SCAN_STARTS;

        if (!starts)
            return false;
        if (!(starts & ~(uint32_t)(IS_LEAD | IS_VAGUE)))
            return figures_leads(r, i) || t->end - t->start > 8;
        if (!(starts & ~(uint32_t)(IS_CODE | IS_PREFIX)))
            return scan_is_literal(reader_at(r, i + 1)) || reader_shape(r, i + 1, SCAN_SIGN) || reader_mark(r, i + 1, ':') ||
                   (reader_mark(r, i + 1, '.') && scan_is_literal(reader_at(r, i + 2))) || reader_shape(r, i + 1, SCAN_DASH);
        return true;
    }
    if (t->shape <= SCAN_SIGN)
        return true;
    return (t->shape == SCAN_DASH || t->shape == SCAN_MARK || t->shape == SCAN_OPEN) && reader_has(r, i + 1, SCAN_GLUED) &&
           (scan_is_literal(reader_at(r, i + 1)) ||
            (t->shape == SCAN_DASH && (reader_is(r, i + 1, IS_MONEY | IS_PREFIX) || reader_shape(r, i + 1, SCAN_SLASHED))));
}

static void
figures_walk(struct finder *f)
{
    const scan_tokens *tokens = &f->measures->tokens;
    const char *dollar;
    size_t next = 0, end;

    for (size_t k = 0; k < tokens->nnotable; k++) {
        size_t i = tokens->notable[k];

        if (i < next)
            continue;
        if (!figures_may_begin(&f->reader, i)) {
            if ((f->reader.v[i].classes & IS_MONEY) && (dollar = quantity_declared(&f->reader, i)))
                f->measures->dollars.declared = dollar;
        } else if ((end = filter_identifier(&f->reader, i)) || (end = figures_at(f, i))) {
            f->floor = next = end;
        }
    }
}

/* "U.S. trade", "Mr. Brandt": a stop that ends no sentence becomes a mark. Of months the date's grammar takes care. */
static void
figures_mark_abbreviations(scan_tokens *tokens, const struct reader *r)
{
    for (size_t k = 0; k < tokens->nmarks; k++) {
        size_t i = tokens->marks[k];
        struct scan_token *t = &tokens->v[i], *before = t - (i > 0);
        bool letter = before->end - before->start == 1 && (before->flags & SCAN_UPPER);

        if (t->shape != SCAN_STOP || !(t->flags & SCAN_GLUED) || before->shape != SCAN_WORD || r->text[t->start] != '.')
            continue;
        if (letter || reader_one_of(r, i - 1, "mr mrs ms dr sen rep gov gen prof st"))
            t->shape = SCAN_MARK;
    }
}

/* Marks what is part of an address: "name@host", "/path/to". */
static void
figures_mark_dead(scan_tokens *tokens, const char *text)
{
    for (size_t n = 0; n < tokens->nmarks; n++) {
        size_t i = tokens->marks[n];
        struct scan_token *t = &tokens->v[i];
        char c = text[t->start];

        if (t->shape != SCAN_MARK || (c != '@' && c != '/' && c != '_' && c != '\\') || (t->flags & SCAN_DEAD))
            continue;
        if (c == '/' && (t->flags & SCAN_GLUED))
            continue;
        if (c == '@')
            for (size_t k = i; k > 0 && (tokens->v[k].flags & SCAN_GLUED) && !(tokens->v[k - 1].flags & SCAN_DEAD); k--)
                tokens->v[k - 1].flags |= SCAN_DEAD;
        for (size_t k = i; k < tokens->n && (k == i || (tokens->v[k].flags & SCAN_GLUED)); k++)
            tokens->v[k].flags |= SCAN_DEAD;
    }
}

/* "fell by 3 cents, or 1.3%": one change in two units. What the first is said of, the second is. */
static void
figures_said_twice(const struct finder *f, struct figure *figure, const struct place *place)
{
    const struct figure *before = figure - 1;
    size_t k = place[-1].end;

    if (!reader_shape(&f->reader, k, SCAN_COMMA) || !reader_said(&f->reader, k + 1, "or") || before->kind == figure->kind ||
        reader_at(&f->reader, k + 2)->start != (figure->hedge && figure->hedge_words.start < figure->span.start
                                                    ? figure->hedge_words.start : figure->span.start) ||
        (figure->kind != FIGURE_PERCENT && figure->kind != FIGURE_MONEY))
        return;
    figure->trend = figure->trend ? figure->trend : before->trend;
    if (span_empty(figure->of) && before->kind != FIGURE_COUNT)
        figure->of = before->of;
}

static void
figures_finish(struct finder *f, size_t from)
{
    if (f->finds->figures.n == from)
        return; /* before the first there is no list to point into */
    for (size_t i = from; i < f->finds->figures.n; i++) {
        struct place *place = &f->measures->places.v[i - from];

        counted_about(&f->reader, &f->finds->figures.v[i], place->first, place->end);
        if (i > from)
            figures_said_twice(f, &f->finds->figures.v[i], &f->measures->places.v[i - from]);
        dollar_note(&f->measures->dollars, &f->reader, f->article, &f->finds->figures.v[i], (uint32_t)i, place->first);
    }
    period_set(&f->reader, f->finds->figures.v + from, f->measures->places.v, f->finds->figures.n - from);
    for (size_t i = from; i < f->finds->figures.n; i++)
        same_link(&f->measures->same, f->article, f->finds->figures.v, (uint32_t)i);
}

static uint32_t
figures_window(struct finder *f, uint32_t at, uint32_t end)
{
    struct measures *m = f->measures;
    size_t from = f->finds->figures.n;
    uint32_t next;

    m->tokens.n = m->tokens.nnotable = m->tokens.nmarks = 0;
    vec_clear(&m->places);
    next = scan_text(m->words, f->article->text, at, end, f->article->len, &m->tokens);
    figures_mark_dead(&m->tokens, f->article->text);
    f->reader.v = m->tokens.v;
    f->reader.n = m->tokens.n;
    figures_mark_abbreviations(&m->tokens, &f->reader);
    f->floor = 0;
    figures_walk(f);
    figures_finish(f, from);
    return next;
}

/* Where a window that begins at `at` may end: behind a sentence, else at a blank, else anywhere but within a character. */
static uint32_t
figures_cut(const char *text, uint32_t at, uint32_t end)
{
    uint32_t cut = at + WINDOW_BYTES;

    if (end - at <= WINDOW_BYTES + WINDOW_SLACK)
        return end;
    for (uint32_t k = cut; k > cut - WINDOW_SLACK; k--)
        if (text[k] == '\n' || (text[k] == ' ' && text[k - 1] == '.'))
            return k;
    for (uint32_t k = cut; k > cut - WINDOW_SLACK; k--)
        if (text[k] == ' ')
            return k;
    while (((unsigned char)text[cut] & 0xC0) == 0x80)
        cut--;
    return cut;
}

/* The article's date, as far as it is known: "2026", "2026-01", "2026-01-14T17:07". */
static void
figures_take_date(struct reader *reader, const char *published)
{
    size_t len = published ? strlen(published) : 0;

    reader->year = len >= 4 ? atoi(published) : 0;
    reader->month = len >= 7 ? atoi(published + 5) : 0;
    reader->day = len >= 10 ? atoi(published + 8) : 0;
}

void
figures_find(struct measures *measures, const struct article *article, struct finds *finds)
{
    struct finder f = {.measures = measures, .article = article, .finds = finds, .places = &measures->places};

    f.reader.words = measures->words;
    f.reader.lists = &measures->lists;
    f.reader.text = article->text;
    measures->tokens.known = finds->tokens ? finds->tokens->v : &scan_unknown;
    same_clear(&measures->same);
    dollar_clear(&measures->dollars);
    figures_take_date(&f.reader, article->published);
    for (size_t b = 0; b < article->nblocks; b++) {
        const struct block *block = &article->blocks[b];
        struct span span = block->words.end > block->words.start ? block->words : block->span;

        if (!block_is_searched(block->kind) || block->repeated)
            continue;
        f.block = (uint32_t)b;
        f.reader.heading = block->kind == BLOCK_TITLE || block->kind == BLOCK_HEADING;
        for (uint32_t at = span.start; at < span.end;)
            at = figures_window(&f, at, figures_cut(article->text, at, span.end));
    }
    dollar_apply(&measures->dollars, article, finds->figures.v, finds->figures.n);
    same_choose(finds->figures.v, finds->figures.n);
}
