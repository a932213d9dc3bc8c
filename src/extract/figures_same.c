/* The same figure twice, and when an amount was. */
#include <string.h>

#include "figures_same.h"

enum { SAME_HEADS = 1024, SAME_CHAIN = 12, PERIOD_REACH = 30, PERIOD_WORDS = 6 };

void
same_clear(struct same *same)
{
    if (same->heads)
        memset(same->heads, 0, same->nheads * sizeof *same->heads);
    vec_clear(&same->links);
}

void
same_free(struct same *same)
{
    mem_free(same->heads);
    same->heads = NULL;
    same->nheads = 0;
    vec_free(&same->links);
}

/* "1,406 delegates" are "the 1,406" of the next paragraph. */
static enum figure_kind
same_kind(const struct figure *figure)
{
    return figure->kind == FIGURE_NUMBER ? FIGURE_COUNT : figure->kind;
}

static size_t
same_hash(const struct figure *figure)
{
    uint64_t hash = (uint64_t)figure->value.digits * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)same_kind(figure) * 131 +
                    (uint64_t)(uint32_t)figure->value.exponent * UINT64_C(0xD1B54A32D192ED03);

    for (const char *c = figure->date; c && *c; c++)
        hash = hash * 31 + (unsigned char)*c;
    return (size_t)(hash >> 32) % SAME_HEADS;
}

static bool
same_text(const char *a, const char *b)
{
    return a == b || (a && b && slice_is_nocase(slice_str(a), b));
}

static bool
same_value(const struct figure *a, const struct figure *b)
{
    if (same_kind(a) != same_kind(b) || a->has_value != b->has_value || a->has_high != b->has_high)
        return false;
    if (a->kind == FIGURE_DATE)
        return a->date && b->date && strcmp(a->date, b->date) == 0;
    return a->has_value && decimal_compare(a->value, b->value) == 0 && (!a->has_high || decimal_compare(a->high, b->high) == 0);
}

/* Hedges that do not contradict: one is silent, or both leave the same side open. */
static bool
same_hedge(enum hedge a, enum hedge b)
{
    return a == b || !a || !b || (a == HEDGE_ABOUT && b == HEDGE_NEARLY) || (a == HEDGE_NEARLY && b == HEDGE_ABOUT);
}

/* The last word of a phrase: what it is about. */
static struct span
same_head(const struct article *article, struct span phrase)
{
    uint32_t start = phrase.end;

    while (start > phrase.start && article->text[start - 1] != ' ' && article->text[start - 1] != '-')
        start--;
    return (struct span){start, phrase.end};
}

/* Do two phrases share a word of weight? "two-way trade with China", "Canada–China two-way trade" */
static bool
same_about(const struct article *article, struct span a, struct span b)
{
    struct slice x = article_slice(article, a), y = article_slice(article, b);
    size_t i = 0;

    while (i < x.len) {
        size_t len = 0;

        while (i + len < x.len &&
               (((x.at[i + len] | 0x20) >= 'a' && (x.at[i + len] | 0x20) <= 'z') || (unsigned char)x.at[i + len] > 0xE2))
            len++;
        if (len > 3 && i < 200)
            for (size_t k = 0; k + len <= y.len && k < 200; k++)
                if ((x.at[i] | 0x20) == (y.at[k] | 0x20)) {
                    size_t n = 0;

                    while (n < len - 1 && (x.at[i + n] | 0x20) == (y.at[k + n] | 0x20))
                        n++;
                    if (n >= len - 1) /* but for an ending */
                        return true;
                }
        i += len + 1;
    }
    return false;
}

/* A small number says nothing by itself: two boys are not two ports. */
static bool
same_needs_about(const struct figure *figure)
{
    return figure->kind == FIGURE_COUNT || figure->kind == FIGURE_NUMBER || figure->kind == FIGURE_ORDINAL ||
           figure->kind == FIGURE_FRACTION || figure->kind == FIGURE_MULTIPLE || figure->kind == FIGURE_PERCENT;
}

/* Three digits that are no zeros, to the one: two things of an article hardly have the same by chance. */
static bool
same_is_telling(const struct figure *figure)
{
    return !figure->has_high && figure->value.digits >= 100 && figure->value.exponent >= 0;
}

static bool
same_figure(const struct article *article, const struct figure *a, const struct figure *b)
{
    if (!same_value(a, b))
        return false;
    if (same_kind(a) != FIGURE_COUNT && !same_text(a->unit, b->unit))
        return false;
    if (!same_hedge(a->hedge, b->hedge))
        return false;
    if (same_kind(a) == FIGURE_COUNT && same_is_telling(a) && a->block != b->block)
        return true; /* "412 accounts" are the "412 users" two paragraphs on */
    if (a->kind != b->kind)
        return false;
    if (a->kind == FIGURE_DATE || a->kind == FIGURE_AGE)
        return true;
    if (a->kind == FIGURE_DURATION && (a->has_high || decimal_compare(a->value, decimal_make(10, 0)) < 0))
        return false; /* two years here are not the two years there */
    if (a->hedge && a->hedge == b->hedge && !same_needs_about(a))
        return true; /* "roughly $3 trillion" twice in an article is one, whatever it is called */
    if (span_empty(a->of) || span_empty(b->of))
        return !same_needs_about(a) || (a->kind == FIGURE_PERCENT && a->value.digits > 9);
    if (a->kind == FIGURE_COUNT || a->kind == FIGURE_ORDINAL) /* "second largest town", "second largest bank" */
        return same_about(article, same_head(article, a->of), same_head(article, b->of));
    return same_about(article, a->of, b->of);
}

void
same_link(struct same *same, const struct article *article, struct figure *figures, uint32_t i)
{
    size_t hash = same_hash(&figures[i]);
    uint32_t at;

    if (!same->heads) {
        same->heads = mem_zero(SAME_HEADS, sizeof *same->heads);
        same->nheads = SAME_HEADS;
    }
    at = same->heads[hash];
    for (int tries = 0; at && tries < SAME_CHAIN; tries++) {
        if (same_figure(article, &figures[at - 1], &figures[i])) {
            uint32_t first = figures[at - 1].same_as;

            figures[i].same_as = first == ROW_NONE ? at - 1 : first;
            break;
        }
        if (figures[i].hedge && figures[at - 1].hedge && figures[at - 1].same_as != ROW_NONE &&
            same_value(&figures[at - 1], &figures[i]) && same_text(figures[at - 1].unit, figures[i].unit))
            break; /* "over 50" was said before, so that a bare 50 before that is not "under 50" */
        at = same->links.v[at - 1];
    }
    vec_push(&same->links, same->heads[hash]);
    same->heads[hash] = i + 1;
}

/*
 * How much a figure says besides its number. Who checks facts wants the sentence that commits itself: a headline has "$80 billion"
 * where the story has "about $80 billion in trade last year". The hedge counts most, for it changes what was claimed.
 */
static int
same_weight(const struct figure *figure)
{
    return (figure->hedge ? 3 : 0) + (span_empty(figure->of) ? 0 : 2) + (span_empty(figure->period) ? 0 : 2) + (figure->trend ? 1 : 0);
}

void
same_choose(struct figure *figures, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t first = figures[i].same_as, shown;

        if (first == ROW_NONE)
            continue;
        shown = figures[first].fuller ? figures[first].fuller : first;
        if (same_weight(&figures[i]) > same_weight(&figures[shown]))
            figures[first].fuller = (uint32_t)i;
    }
}

/* ---- periods ---------------------------------------------------------------------------------- */

/* May a phrase of time begin at token i? */
static inline bool
period_begins(const struct reader *r, size_t i)
{
    return reader_one_of(r, i, "in over during for since by until within from through throughout between last this next");
}

/* A phrase of time that begins at token i: "over the past 12 months", "in 2025", "last year", "this week". */
static bool
period_read(const struct reader *r, size_t i, struct span *period)
{
    bool preposition = !reader_one_of(r, i, "last this next");
    size_t k = i + preposition;

    while (k < i + 5 &&
           reader_one_of(r, k,
                         "the past last previous preceding next this same first coming current early late mid a each every to"))
        k++;
    while (k < i + 8 &&
           ((reader_shape(r, k, SCAN_INTEGER) || reader_shape(r, k, SCAN_DASH) || reader_is(r, k, IS_SMALL | IS_TENS)) ||
            (reader_is(r, k, IS_MONTH | IS_ORDINAL | IS_SEASON)) || reader_one_of(r, k, "few several and to") ||
            (reader_mark(r, k, '.') && reader_is(r, k - 1, IS_MONTH))))
        k++;
    /* "for years", "the last minute", "from a year earlier" */
    if (reader_is(r, k, IS_TIME) && ((preposition && k == i + 1) || reader_said(r, k, "minute") ||
                                     (reader_said(r, i, "from") && reader_one_of(r, k + 1, "earlier ago"))))
        return false;
    if (reader_is(r, k, IS_TIME) || (reader_one_of(r, k, "period half") && k > i + 1))
        k++;
    else if (!(k > i && (reader_shape(r, k - 1, SCAN_INTEGER) || reader_is(r, k - 1, IS_MONTH | IS_SEASON))))
        return false;
    if (k == i + 1 && !preposition)
        return false;
    if (reader_shape(r, k - 1, SCAN_INTEGER) && !reader_is(r, k - 2, IS_MONTH) &&
        reader_at(r, k - 1)->end - reader_at(r, k - 1)->start != 4)
        return false;
    /* "in the 2008 primary", "a 40-minute call", "in the hours after", "for last year’s winner": of something else */
    if (reader_joined(r, k) || (reader_has(r, k, SCAN_GLUED) && reader_mark(r, k + 1, 's')) ||
        (reader_is(r, k - 1, IS_TIME) && reader_joined(r, k - 2)) ||
        (reader_said(r, i, "between") && reader_said(r, k, "and")) || reader_one_of(r, k, "of after before since until when that") ||
        ((reader_shape(r, k - 1, SCAN_INTEGER) || reader_is(r, k - 1, IS_MONTH)) && reader_shape(r, k, SCAN_WORD) &&
         !reader_has(r, k, SCAN_LINE) && !reader_is(r, k, IS_STOP | IS_VERB) && !slice_ends(reader_slice(r, k), "ly")))
        return false;
    *period = (struct span){reader_at(r, i)->start, reader_at(r, k - 1)->end};
    return true;
}

/* Two men, three of them: such are named in a story, not measured over a time. */
static bool
period_is_small(const struct figure *figure)
{
    return (figure->kind == FIGURE_COUNT || figure->kind == FIGURE_NUMBER) && !figure->has_high &&
           decimal_compare(figure->value, decimal_make(100, 0)) < 0;
}

/* "70 percent over two years", "$3 billion of trade in 2025": a phrase of time in the figure's own clause. */
static void
period_after(const struct reader *r, struct figure *figure, size_t end)
{
    bool small = period_is_small(figure), verb = false;

    if (figure->kind == FIGURE_MEASURE && reader_joined(r, end - 2))
        return; /* "a 15-inch bolt in 2021": it is as long today */
    for (size_t k = end; k < end + PERIOD_WORDS; k++) {
        const struct scan_token *t = reader_at(r, k);
        struct span period = {0, 0};

        if (t->shape == SCAN_STOP || t->shape == SCAN_COMMA || (t->flags & SCAN_LINE))
            return;
        if ((k > end || !small) && period_begins(r, k) && period_read(r, k, &period)) {
            /* "was the weakest since 2022", "were held until 2021": with a verb between, these say when it was so */
            if (!(reader_one_of(r, k, "until") || (verb && reader_one_of(r, k, "since by from"))))
                figure->period = period;
            return;
        }
        if (t->classes & IS_VERB)
            verb |= !(t->classes & IS_STOP) || reader_one_of(r, k, "is are was were be been has have had");
        if (small && (verb || slice_ends(reader_slice(r, k), "ed") || (k > end && slice_ends(reader_slice(r, k), "ing"))))
            return; /* "all three released in 2021" */
    }
}

/* "In 2025, exports fell by 10 percent": the phrase with which the sentence of the figure begins. */
static void
period_before(const struct reader *r, struct figure *figure, size_t first)
{
    struct span period;
    size_t begin = first, k, floor = first > 4 ? first - 4 : 0;

    while (!reader_has(r, begin, SCAN_LINE) && !reader_shape(r, begin - 1, SCAN_STOP) && first - begin <= PERIOD_REACH)
        begin--;
    if (first - begin > PERIOD_REACH || !period_begins(r, begin) || period_is_small(figure) || !period_read(r, begin, &period) ||
        period.end > figure->span.start)
        return;
    k = begin;
    while (reader_at(r, k)->start < period.end)
        k++;
    k += reader_said(r, k, "alone");
    if (!reader_shape(r, k, SCAN_COMMA) && !reader_one_of(r, begin, "last this next"))
        return;
    for (size_t at = first; at-- > floor && at > begin;)
        if (reader_said(r, at, "to") && at + 1 < first && reader_shape(r, at + 1, SCAN_WORD) &&
            !reader_is(r, at + 1, IS_STOP | IS_HEDGE | IS_SMALL | IS_TENS))
            return; /* "planned to open a $2 billion mill": not then */
    figure->period = period;
}

void
period_set(const struct reader *r, struct figure *figures, const struct place *places, size_t n)
{
    for (size_t f = 0; f < n; f++) {
        struct figure *figure = &figures[f];

        if (figure->kind == FIGURE_DATE || figure->kind == FIGURE_DURATION || figure->kind == FIGURE_AGE ||
            figure->kind == FIGURE_ORDINAL)
            continue;
        period_after(r, figure, places[f].end);
        if (span_empty(figure->period))
            period_before(r, figure, places[f].first);
    }
}
