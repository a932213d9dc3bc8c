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
    VEC(struct place) places; /* of the window's figures */
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

/* ---- making figures ----------------------------------------------------------------------- */

struct finder {
    struct reader reader;
    struct measures *measures;
    const struct article *article;
    struct finds *finds;
    size_t floor; /* the token behind the last figure */
    uint32_t block;
};

static struct figure *
figures_add(struct finder *f, size_t first, size_t end, enum figure_kind kind)
{
    struct figure *figure = vec_add(&f->finds->figures);
    struct place *place = vec_add(&f->measures->places);

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

static void
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

static struct figure *
figures_add_quantity(struct finder *f, const struct quantity *q, size_t *end)
{
    struct figure *figure = figures_add(f, q->first, q->end, q->kind);
    const struct reader *r = &f->reader;
    size_t noun;

    figure->has_value = true;
    figure->value = q->amount.value;
    figure->has_high = q->amount.has_high;
    figure->high = q->amount.high;
    figure->unit = figures_per(f, q);
    figure->hedge = q->hedge;
    *end = q->end;
    figures_hedge(f, figure, q->first, end);
    if (q->kind == FIGURE_NUMBER) {
        size_t at = *end + reader_joined(r, *end);
        bool one = decimal_compare(q->amount.value, decimal_make(1, 0)) == 0 && !q->amount.has_high;
        size_t from = at, start;

        if (reader_said(r, at, "of") &&
            (q->amount.vague || one || reader_has(r, at + 1, SCAN_UPPER) || reader_one_of(r, at + 1, "the its their his her our these those my your")))
            from = at + 1; /* "two of the mill's weavers" */
        while (from > at && from < at + 4 && reader_one_of(r, from, "the its their his her our these those all my your"))
            from++;
        start = from;
        if (reader_one_of(r, from, "more fewer other additional such most least") && reader_shape(r, from + 1, SCAN_WORD))
            start += !reader_one_of(r, from++, "most least"); /* "one of the most crowded ports" */
        if (reader_shape(r, from, SCAN_INTEGER) && reader_joined(r, from + 1) && reader_shape(r, from + 2, SCAN_WORD))
            start = from += 3; /* "650 18-hole courses" */
        else if (labels_airliner(r, from))
            start = ++from; /* "400 737 jets" */
        if (reader_joined(r, q->first - 1) && scan_is_literal(reader_at(r, q->first - 2)))
            noun = 0; /* "a 2-1 victory" */
        else if (at > *end && reader_one_of(r, at, "strong odd some plus time"))
            noun = 0; /* "a 20,000-strong choir" */
        else if (at > *end && reader_shape(r, at, SCAN_WORD) && counted_read(r, at, true, &noun))
            noun = at + 1; /* "the nine-member board" has nine members */
        else if (!counted_read(r, from, !one || from > at, &noun) ||
                 ((!one || (from > at && slice_ends(reader_slice(r, from), "ing"))) && !counted_many(r, noun - 1) && !q->amount.vague))
            noun = 0; /* "three swam": what several are is a plural */
        if (noun) {
            figure->kind = FIGURE_COUNT;
            figure->of = (struct span){reader_at(r, start)->start, reader_at(r, noun - 1)->end};
            at = noun - 1 - (reader_mark(r, noun - 1, 's') && reader_has(r, noun - 1, SCAN_GLUED)); /* "747s" */
            figure->unit = arena_string(f->article->arena, reader_slice(r, at).at, reader_at(r, noun - 1)->end - reader_at(r, at)->start);
            figures_hedge_after(f, figure, noun, end);
        }
    }
    return figure;
}

static bool
figures_opposed(enum hedge a, enum hedge b)
{
    bool low = a == HEDGE_MORE || a == HEDGE_AT_LEAST, high = a == HEDGE_LESS || a == HEDGE_AT_MOST;

    return (low && (b == HEDGE_LESS || b == HEDGE_AT_MOST)) || (high && (b == HEDGE_MORE || b == HEDGE_AT_LEAST));
}

/* "more than 35 but fewer than 75": two borders, one figure. The newest figure goes into the one before. */
static void
figures_merge_borders(struct finder *f)
{
    struct measures *m = f->measures;
    struct figure *b, *a;
    struct place *pb, *pa;
    size_t joint;

    if (m->places.n < 2)
        return;
    b = &f->finds->figures.v[f->finds->figures.n - 1], a = b - 1;
    pb = &m->places.v[m->places.n - 1], pa = pb - 1;
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
    m->places.n--;
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
    const struct measures *m = f->measures;
    struct figure *last = &f->finds->figures.v[f->finds->figures.n - 1];
    size_t n = m->places.n - 1;

    if (last->kind != FIGURE_NUMBER || last->has_high || n == 0 || last[-1].kind != FIGURE_AGE ||
        decimal_compare(last->value, decimal_make(115, 0)) > 0 || !decimal_is_integer(last->value) ||
        !reader_one_of(&f->reader, m->places.v[n - 1].end, "and or") || m->places.v[n - 1].end + 1 != m->places.v[n].first)
        return;
    last->kind = FIGURE_AGE;
    last->unit = last[-1].unit;
}

/* "three million and five million copies", "12, 15 or 20 barges": the last one's noun is that of all. */
static void
figures_share_noun(struct finder *f)
{
    const struct measures *m = f->measures;
    const struct figure *last = &f->finds->figures.v[f->finds->figures.n - 1];
    size_t n = m->places.n - 1;

    if (last->kind != FIGURE_COUNT) {
        figures_share_age(f);
        return;
    }
    for (size_t i = n; i > 0; i--) {
        struct figure *figure = &f->finds->figures.v[f->finds->figures.n - 1 - (n + 1 - i)];
        size_t k = m->places.v[i - 1].end, next = m->places.v[i].first;
        bool comma = reader_shape(&f->reader, k, SCAN_COMMA), joint = reader_one_of(&f->reader, k + comma, "and or");
        size_t of = k;

        while (i == n && reader_said(&f->reader, k, "of") && of < next && of < k + 6 &&
               (reader_has(&f->reader, of, SCAN_UPPER) || figures_possessive(&f->reader, of) || reader_one_of(&f->reader, of, "of the its their his her our these those past last next first top only some all other remaining")))
            of++; /* "nine of the 12 judges" */
        if (figure->kind != FIGURE_NUMBER || (k + comma + joint != next && of != next) || (i == n && !joint && of == k) ||
            !(comma || joint || of > k))
            return;
        figure->kind = FIGURE_COUNT;
        figure->of = last->of;
        figure->unit = last->unit;
    }
}

/* ---- kinds that words around the number make ------------------------------------------------- */

/* A number that is somebody's age; or both ends of one. */
static size_t
figures_add_age(struct finder *f, struct quantity *q, size_t first)
{
    size_t end;

    range_join(&f->reader, q);
    if (q->kind == FIGURE_NUMBER)
        q->unit = "year";
    q->kind = FIGURE_AGE;
    q->first = first;
    (void)figures_add_quantity(f, q, &end);
    return end;
}

/* "aged 44", "ages 5 to 11", "the age of about 30" */
static size_t
figures_aged(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct quantity q;
    size_t at = i + 1;
    bool between, hedged;

    if (!reader_one_of(r, i, "aged age ages") || reader_has(r, at, SCAN_LINE))
        return 0;
    between = reader_said(r, at, "between");
    at += between;
    if (reader_said(r, at, "of") && !reader_said(r, i, "aged"))
        at++;
    hedged = reader_one_of(r, at, "about around roughly nearly");
    at += hedged;
    if (!quantity_read(r, at, &q) || (q.kind != FIGURE_NUMBER && q.kind != FIGURE_AGE && q.kind != FIGURE_DURATION) ||
        q.amount.scaled || q.amount.part || q.amount.vague ||
        (q.kind == FIGURE_NUMBER && decimal_compare(q.amount.value, decimal_make(120, 0)) > 0))
        return 0;
    return figures_add_age(f, &q, hedged || between ? at : i);
}

/* "in his 50s", "a woman in her late 30s" */
static size_t
figures_age_decade(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct decimal value;
    struct figure *figure;

    int spelled = reader_decade(r, i);

    if (!spelled && (!reader_shape(r, i, SCAN_INTEGER) || reader_at(r, i)->end - reader_at(r, i)->start != 2 ||
                     !reader_mark(r, i + 1, 's') || !reader_has(r, i + 1, SCAN_GLUED)))
        return 0;
    if (!reader_one_of(r, i - 1, "his her their my your our") &&
        !(reader_one_of(r, i - 1, "early mid late") && reader_one_of(r, i - 2, "his her their my your our")))
        return 0;
    value = spelled ? decimal_make(spelled, 0) : number_literal(r, i);
    figure = figures_add(f, i, i + 1 + !spelled, FIGURE_AGE);
    figure->has_value = figure->has_high = true;
    figure->value = value;
    figure->high = decimal_add(value, decimal_make(9, 0));
    figure->unit = "year";
    return i + 1 + !spelled;
}

/* "17:46 into the third period", "ran it in 2:04:35" */
static size_t
figures_game_clock(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct slice s = reader_slice(r, i);
    struct figure *figure;
    int part = 0, seconds = 0;

    if (!dates_is_stopwatch(r, i))
        return 0;
    for (size_t k = 0; k < s.len; k++) {
        if (s.at[k] == ':')
            seconds = (seconds + part) * 60, part = 0;
        else
            part = part * 10 + (s.at[k] - '0');
    }
    figure = figures_add(f, i, i + 1, FIGURE_DURATION);
    figure->has_value = true;
    figure->value = figure->high = decimal_make(seconds + part, 0);
    figure->unit = "second";
    return i + 1;
}

static size_t
figures_ordinal(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct amount a;
    struct figure *figure;

    if (!number_ordinal(r, i, &a) || !filter_ordinal(r, i, a.end, a.digits))
        return 0;
    figure = figures_add(f, i, a.end, FIGURE_ORDINAL);
    figure->has_value = true;
    figure->value = figure->high = a.value;
    return a.end;
}

static size_t
figures_grown(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct figure *figure;
    size_t end = i + 1;
    int32_t factor;

    if (!reader_is(r, i, IS_GROWN) || !filter_grown(r, i))
        return 0;
    factor = reader_word(r, i)->value;
    figure = figures_add(f, i, end, FIGURE_MULTIPLE);
    figure->has_value = true;
    figure->value = figure->high = decimal_make(factor, -1);
    figures_hedge(f, figure, i, &end);
    figure->trend = reader_one_of(r, i, "twice thrice") ? TREND_NONE : factor > 10 ? TREND_UP : TREND_DOWN;
    return end;
}

/* "multibillion-dollar", "multimillion" */
static size_t
figures_multi(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct slice s = reader_slice(r, i);
    static const struct {
        const char *word;
        int32_t power;
    } many[] = {{"multimillion", 6}, {"multibillion", 9}, {"multitrillion", 12}, {"multithousand", 3}};
    struct figure *figure;
    size_t end = i + 1, power = 0;

    if (!reader_shape(r, i, SCAN_WORD) || s.len < 5 || (s.at[0] | 0x20) != 'm' || (s.at[4] | 0x20) != 'i')
        return 0;
    if (reader_said(r, i, "multi") && reader_joined(r, i + 1) && reader_is(r, i + 2, IS_SCALE)) {
        power = (size_t)reader_word(r, i + 2)->value;
        end = i + 3;
    }
    for (size_t k = 0; k < sizeof many / sizeof *many; k++)
        if (reader_said(r, i, many[k].word))
            power = (size_t)many[k].power;
    if (!power)
        return 0;
    if (reader_is(r, end + reader_joined(r, end), IS_MONEY))
        end += 1 + reader_joined(r, end);
    figure = figures_add(f, i, end, reader_is(r, end - 1, IS_MONEY) ? FIGURE_MONEY : FIGURE_NUMBER);
    figure->unit = figure->kind == FIGURE_MONEY ? money_forms[reader_word(r, end - 1)->money].unit : NULL;
    figure->has_value = figure->has_high = true;
    figure->value = decimal_make(2, (int32_t)power);
    figure->high = decimal_make(999, (int32_t)power);
    figure->hedge = HEDGE_ABOUT;
    return end;
}

/* "a year ago", "for a week", "another month", "all day": one of a unit, where it is an amount and no rate. */
static size_t
figures_single(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct quantity q = {.first = i, .kind = FIGURE_DURATION};
    size_t unit, end;

    if (!filter_single(r, i, &unit))
        return 0;
    q.amount =
        (struct amount){.first = i, .end = unit, .value = decimal_make(1, 0), .high = decimal_make(1, 0), .article = true};
    if (!quantity_single(r, &q, unit))
        return 0;
    (void)figures_add_quantity(f, &q, &end);
    return end;
}

static size_t
figures_date(struct finder *f, size_t i)
{
    struct date date;
    struct figure *figure;

    if (!dates_read(&f->reader, i, &date) || !filter_date(&f->reader, &date))
        return 0;
    figure = figures_add(f, date.first, date.end, FIGURE_DATE);
    if (date.iso[0])
        figure->date = arena_string(f->article->arena, date.iso, strlen(date.iso));
    return date.end;
}

/* "several years", "a few weeks": an interval of time; of other things they say too little */
static size_t
figures_some_time(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    size_t k = i + (reader_is(r, i, IS_LEAD) && reader_said(r, i, "a")), end;
    struct quantity q = {.first = i, .kind = FIGURE_DURATION, .hedge = HEDGE_ABOUT};
    bool several;

    if (!reader_is(r, k, IS_VAGUE) || !reader_one_of(r, k, "several few"))
        return 0;
    several = reader_said(r, k, "several");
    if (!reader_is(r, k + 1, IS_TIME) || reader_has(r, k + 1, SCAN_LINE) ||
        reader_slice(r, k + 1).at[reader_slice(r, k + 1).len - 1] != 's' ||
        reader_one_of(r, k + 1, "s ms nights weekends quarters"))
        return 0;
    if (reader_one_of(r, i - 1, "past last next the these those first"))
        q.first = i;
    q.amount = (struct amount){.first = i,
                               .end = k + 1,
                               .value = decimal_make(several ? 3 : 2, 0),
                               .high = decimal_make(several ? 9 : 5, 0),
                               .has_high = true,
                               .vague = true};
    if (!quantity_single(r, &q, k + 1))
        return 0;
    (void)figures_add_quantity(f, &q, &end);
    return end;
}

static size_t
figures_quantity(struct finder *f, size_t i)
{
    const struct reader *r = &f->reader;
    struct quantity q;
    size_t end;

    if (!quantity_read(r, i, &q))
        return 0;
    if (ages_may(r, i) && !q.amount.scaled && !q.amount.vague && ages_fit(r, &q))
        return figures_add_age(f, &q, i);
    range_join(r, &q);
    if (!filter_quantity(r, &q))
        return 0;
    if (q.kind == FIGURE_NUMBER && q.amount.has_high && q.amount.digits && reader_one_of(r, q.end, "age demographic"))
        q.kind = FIGURE_AGE, q.unit = "year"; /* "the 25-54 age group" */
    (void)figures_add_quantity(f, &q, &end);
    figures_merge_borders(f);
    figures_share_noun(f);
    return end;
}

/* ---- the walk ---------------------------------------------------------------------------------- */

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

/* The figure at token i, if there is one; returns the token behind it, or 0. Each class and shape has its readings, in this order. */
static size_t
figures_at(struct finder *f, size_t i)
{
    const struct scan_token *t = reader_at(&f->reader, i);
    uint32_t is = t->shape == SCAN_WORD ? t->classes : 0;
    size_t end;

    if (t->shape == SCAN_INTEGER && (end = figures_age_decade(f, i)))
        return end;
    if (((t->shape != SCAN_WORD && t->shape != SCAN_SIGN) || (is & (IS_MONTH | IS_LEAD | IS_ORDINAL | IS_SMALL))) &&
        (end = figures_date(f, i)))
        return end;
    if ((t->shape == SCAN_INTEGER || t->shape == SCAN_GROUPED || (is & (IS_ORDINAL | IS_TENS | IS_SMALL))) &&
        (end = figures_ordinal(f, i)))
        return end;
    if (t->shape == SCAN_CLOCK)
        return figures_game_clock(f, i);
    if ((is & IS_GROWN) && (end = figures_grown(f, i)))
        return end;
    if ((is & (IS_LEAD | IS_VAGUE)) && ((end = figures_aged(f, i)) || (end = figures_age_decade(f, i)) || (end = figures_some_time(f, i)) ||
                                        (end = figures_multi(f, i)) || (end = figures_single(f, i))))
        return end;
    return figures_quantity(f, i);
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
    struct finder f = {.measures = measures, .article = article, .finds = finds};

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
