/* The readings of a figure: ages, clocks, ordinals, multiples, dates, "a year", else a quantity. */
#include <string.h>

#include "figures.h"
#include "figures_filter.h"

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
    figures_add_quantity(f, q, &end);
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
    figures_add_quantity(f, &q, &end);
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
    figures_add_quantity(f, &q, &end);
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
    figures_add_quantity(f, &q, &end);
    figures_merge_borders(f);
    figures_share_noun(f);
    return end;
}

/* Each class and shape has its readings, in this order. */
size_t
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
