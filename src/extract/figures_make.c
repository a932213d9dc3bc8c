/* Makes a figure of what was read: its hedge, what it counts, and what two numbers of one phrase share. */
#include <string.h>

#include "figures.h"
#include "figures_filter.h"

struct figure *
figures_add(struct finder *f, size_t first, size_t end, enum figure_kind kind)
{
    struct figure *figure = vec_add(&f->finds->figures);
    struct place *place = vec_add(f->places);

    *place = (struct place){first, end};
    figure->span = (struct span){reader_at(&f->reader, first)->start, reader_at(&f->reader, end - 1)->end};
    figure->kind = kind;
    figure->block = f->block;
    figure->quote = figure->same_as = ROW_NONE;
    return figure;
}

/*
 * "over three years" says when, "for over three years" how long: before a duration "over" judges only where something else
 * introduces the phrase.
 */
static bool
figures_over_is_period(const struct reader *r, const struct figure *figure, size_t first)
{
    return figure->kind == FIGURE_DURATION && reader_one_of(r, first - 1, "over above under below") &&
           !reader_one_of(r, first - 2,
                          "for well just of after lasted lasts lasting took takes taken spent is was been in to by with a "
                          "slightly little at");
}

/* "30 and more than 40", "30 and up 5 percent": the words [from, next) belong to what follows. */
static bool
figures_hedges_next(const struct reader *r, size_t from, size_t next)
{
    return reader_said(r, from, "and") && !reader_has(r, next, SCAN_LINE) &&
           (reader_one_of(r, next, "than a") || scan_is_literal(reader_at(r, next)) || reader_shape(r, next, SCAN_SIGN) ||
            reader_is(r, next, IS_SMALL | IS_TENS | IS_VAGUE));
}

/* "20 or more", "20 people or so": token `from` is behind the number or its noun. Sets *end behind the hedge. */
static void
figures_hedge_after(struct finder *f, struct figure *figure, size_t from, size_t *end)
{
    struct span words = {0, 0};
    size_t next = from;
    enum hedge hedge = figure->hedge ? HEDGE_NONE : hedges_after(&f->reader, from, &words, &next);

    if (!hedge || figures_hedges_next(&f->reader, from, next))
        return;
    figure->hedge = hedge;
    figure->hedge_words = words;
    *end = next;
}

static enum hedge
figures_hedge_before(const struct finder *f, const struct figure *figure, size_t first, size_t end, struct span *words)
{
    const struct reader *r = &f->reader;
    enum hedge hedge = HEDGE_NONE;
    size_t from = first;

    if (reader_is(r, first - 1, IS_HEDGE) && !figures_over_is_period(r, figure, first))
        hedge = hedges_before(r, first, f->floor, words);
    if (!hedge && reader_one_of(r, first - 1, "a an") && first > f->floor)
        from--; /* "an estimated", "nearly a third" has its article in the figure already */
    /* "presides over a five-member board": before an article these are of place */
    if (from < first && figure->kind != FIGURE_ORDINAL && !reader_one_of(r, from - 1, "over under above below beyond near around"))
        hedge = hedges_before(r, from, f->floor, words);
    if (hedge && figure->kind == FIGURE_DURATION && reader_said(r, first - 1, "than") &&
        reader_one_of(r, end, "ago earlier before previously"))
        hedge = HEDGE_NONE; /* "more than a year earlier" compares with then */
    return hedge;
}

void
figures_hedge(struct finder *f, struct figure *figure, size_t first, size_t *end)
{
    struct span words = {0, 0};
    enum hedge hedge;

    if (reader_said(&f->reader, first - 1, "some") && reader_joined(&f->reader, *end))
        return; /* "some seven-member crew": some crew */
    hedge = figures_hedge_before(f, figure, first, *end, &words);
    if (!hedge) {
        figures_hedge_after(f, figure, *end, end);
        return;
    }
    figure->hedge = hedge;
    figure->hedge_words = words;
}

static const char *
figures_per(const struct finder *f, const struct quantity *q)
{
    return q->per ? arena_printf(f->article->arena, "%s/%s", q->unit, q->per) : q->unit;
}

/* Where the phrase of what is counted begins, behind "of", "the", "more"; at: the token behind the number or its hyphen. */
static size_t
figures_counted_from(const struct reader *r, const struct quantity *q, bool one, size_t at, size_t *start)
{
    size_t from = at;

    if (reader_said(r, at, "of") &&
        (q->amount.vague || one || reader_has(r, at + 1, SCAN_UPPER) ||
         reader_one_of(r, at + 1, "the its their his her our these those my your")))
        from = at + 1; /* "two of the mill's weavers" */
    while (from > at && from < at + 4 && reader_one_of(r, from, "the its their his her our these those all my your"))
        from++;
    *start = from;
    if (reader_one_of(r, from, "more fewer other additional such most least") && reader_shape(r, from + 1, SCAN_WORD))
        *start += !reader_one_of(r, from++, "most least"); /* "one of the most crowded ports" */
    if (reader_shape(r, from, SCAN_INTEGER) && reader_joined(r, from + 1) && reader_shape(r, from + 2, SCAN_WORD))
        *start = from += 3; /* "650 18-hole courses" */
    else if (labels_airliner(r, from))
        *start = ++from; /* "400 737 jets" */
    return from;
}

/* The noun phrase that a number at [q->first, end) counts is [*start, the result); 0 when it counts none. */
static size_t
figures_counted(const struct reader *r, const struct quantity *q, size_t end, size_t *start)
{
    size_t at = end + reader_joined(r, end), from, noun;
    bool one = decimal_compare(q->amount.value, decimal_make(1, 0)) == 0 && !q->amount.has_high;

    from = figures_counted_from(r, q, one, at, start);
    if (reader_joined(r, q->first - 1) && scan_is_literal(reader_at(r, q->first - 2)))
        return 0; /* "a 2-1 victory" */
    if (at > end && reader_one_of(r, at, "strong odd some plus time"))
        return 0; /* "a 20,000-strong choir" */
    if (at > end && reader_shape(r, at, SCAN_WORD) && counted_read(r, at, true, &noun))
        return at + 1; /* "the nine-member board" has nine members */
    if (!counted_read(r, from, !one || from > at, &noun))
        return 0;
    if ((!one || (from > at && slice_ends(reader_slice(r, from), "ing"))) && !counted_many(r, noun - 1) && !q->amount.vague)
        return 0; /* "three swam": what several are is a plural */
    return noun;
}

/* A number that counts something becomes a count, with that as its unit. *end as in figures_hedge(). */
static void
figures_count(struct finder *f, struct figure *figure, const struct quantity *q, size_t *end)
{
    const struct reader *r = &f->reader;
    size_t start, noun = figures_counted(r, q, *end, &start), head;

    if (!noun)
        return;
    head = noun - 1 - (reader_mark(r, noun - 1, 's') && reader_has(r, noun - 1, SCAN_GLUED)); /* "747s" */
    figure->kind = FIGURE_COUNT;
    figure->of = (struct span){reader_at(r, start)->start, reader_at(r, noun - 1)->end};
    figure->unit = arena_string(f->article->arena, reader_slice(r, head).at, reader_at(r, noun - 1)->end - reader_at(r, head)->start);
    figures_hedge_after(f, figure, noun, end);
}

void
figures_add_quantity(struct finder *f, const struct quantity *q, size_t *end)
{
    struct figure *figure = figures_add(f, q->first, q->end, q->kind);

    figure->has_value = true;
    figure->value = q->amount.value;
    figure->has_high = q->amount.has_high;
    figure->high = q->amount.high;
    figure->unit = figures_per(f, q);
    figure->hedge = q->hedge;
    *end = q->end;
    figures_hedge(f, figure, q->first, end);
    if (q->kind == FIGURE_NUMBER)
        figures_count(f, figure, q, end);
}

static bool
figures_opposed(enum hedge a, enum hedge b)
{
    bool low = a == HEDGE_MORE || a == HEDGE_AT_LEAST, high = a == HEDGE_LESS || a == HEDGE_AT_MOST;

    return (low && (b == HEDGE_LESS || b == HEDGE_AT_MOST)) || (high && (b == HEDGE_MORE || b == HEDGE_AT_LEAST));
}

void
figures_merge_borders(struct finder *f)
{
    struct places *places = f->places;
    struct figure *b, *a;
    struct place *pb, *pa;
    size_t joint;

    if (places->n < 2)
        return;
    b = &f->finds->figures.v[f->finds->figures.n - 1], a = b - 1;
    pb = &places->v[places->n - 1], pa = pb - 1;
    if ((a->kind != b->kind && !(a->kind == FIGURE_NUMBER && b->kind == FIGURE_COUNT)) ||
        !figures_opposed(a->hedge, b->hedge) || a->has_high || b->has_high ||
        ((a->unit != NULL) != (b->unit != NULL) && b->kind != FIGURE_COUNT) ||
        (a->unit && b->unit && strcmp(a->unit, b->unit) != 0 && a->kind != FIGURE_COUNT))
        return;
    joint = pa->end;
    if (!reader_one_of(&f->reader, joint, "and but") || decimal_compare(a->value, b->value) == 0)
        return;
    if (reader_at(&f->reader, joint + 1)->start != b->hedge_words.start ||
        (decimal_compare(a->value, b->value) < 0) != (a->hedge == HEDGE_MORE || a->hedge == HEDGE_AT_LEAST))
        return;
    a->kind = b->kind;
    a->unit = b->unit;
    a->has_high = true;
    a->high = decimal_compare(a->value, b->value) < 0 ? b->value : a->value;
    a->value = decimal_compare(a->value, b->value) < 0 ? a->value : b->value;
    a->span.end = b->span.end;
    a->hedge = HEDGE_NONE;
    a->hedge_words = (struct span){0, 0};
    a->of = span_empty(a->of) ? b->of : a->of;
    pa->end = pb->end;
    f->finds->figures.n--;
    places->n--;
}

/* The mark or the letter of "Lund's" */
static bool
figures_possessive(const struct reader *r, size_t i)
{
    size_t mark = reader_mark(r, i, 's') && reader_has(r, i, SCAN_GLUED) ? i - 1 : i;

    return reader_has(r, mark, SCAN_GLUED) && (reader_mark(r, mark, '\'') || slice_is(reader_slice(r, mark), "\xE2\x80\x99")) &&
           reader_mark(r, mark + 1, 's');
}

/* "sons aged nine and 12" */
static void
figures_share_age(struct finder *f)
{
    const struct places *places = f->places;
    struct figure *last = &f->finds->figures.v[f->finds->figures.n - 1];
    size_t n = places->n - 1;

    if (last->kind != FIGURE_NUMBER || last->has_high || n == 0 || last[-1].kind != FIGURE_AGE ||
        decimal_compare(last->value, decimal_make(115, 0)) > 0 || !decimal_is_integer(last->value) ||
        !reader_one_of(&f->reader, places->v[n - 1].end, "and or") || places->v[n - 1].end + 1 != places->v[n].first)
        return;
    last->kind = FIGURE_AGE;
    last->unit = last[-1].unit;
}

/* From the newest one backwards. Only right before it may words stand between: "nine of the 12 judges". */
void
figures_share_noun(struct finder *f)
{
    const struct places *places = f->places;
    const struct figure *last = &f->finds->figures.v[f->finds->figures.n - 1];
    size_t n = places->n - 1;

    if (last->kind != FIGURE_COUNT) {
        figures_share_age(f);
        return;
    }
    for (size_t i = n; i > 0; i--) {
        struct figure *figure = &f->finds->figures.v[f->finds->figures.n - 1 - (n + 1 - i)];
        size_t k = places->v[i - 1].end, next = places->v[i].first;
        bool comma = reader_shape(&f->reader, k, SCAN_COMMA), joint = reader_one_of(&f->reader, k + comma, "and or");
        size_t of = k;

        while (i == n && reader_said(&f->reader, k, "of") && of < next && of < k + 6 &&
               (reader_has(&f->reader, of, SCAN_UPPER) || figures_possessive(&f->reader, of) ||
                reader_one_of(&f->reader, of,
                              "of the its their his her our these those past last next first top only some all other remaining")))
            of++; /* "nine of the 12 judges" */
        if (figure->kind != FIGURE_NUMBER || (k + comma + joint != next && of != next) || (i == n && !joint && of == k) ||
            !(comma || joint || of > k))
            return;
        figure->kind = FIGURE_COUNT;
        figure->of = last->of;
        figure->unit = last->unit;
    }
}
