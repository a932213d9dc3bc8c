/* Two ends of a range: "30 to 50 barges", "$40-55bn", "six or seven per cent", "between 30 and 60 mg". */
#include <string.h>

#include "figures.h"

/* The token behind what joins two ends of a range at k, or k. *dash: the ends are joined by a dash. */
static size_t
range_connector(const struct reader *r, const struct quantity *q, size_t k, bool *dash)
{
    *dash = false;
    if (reader_has(r, k, SCAN_LINE))
        return k;
    if (reader_shape(r, k, SCAN_DASH)) {
        if (reader_has(r, k, SCAN_GLUED) && !reader_has(r, k + 1, SCAN_GLUED)) /* "8- to 16-metre" */
            return reader_one_of(r, k + 1, "to or and") ? k + 2 : k;
        if (reader_joined(r, k) && reader_one_of(r, k + 1, "to or") && reader_joined(r, k + 2))
            return k + 3;
        if (reader_has(r, k, SCAN_GLUED) != reader_has(r, k + 1, SCAN_GLUED))
            return k;
        *dash = true;
        return q->amount.digits || reader_joined(r, k) ? k + 1 : k;
    }
    if (reader_mark(r, k, '~'))
        return k + 1;
    if (reader_one_of(r, k, "to or through"))
        return k + 1;
    if (reader_said(r, k, "and") && (reader_said(r, q->first - 1, "between") || reader_said(r, q->first - 2, "between") ||
                                     (reader_said(r, q->first - 1, "of") && reader_said(r, q->first - 2, "ages"))))
        return k + 1;
    return k;
}

/* "rose 3 cents to $2.68", "sank by 0.3 to 7.9 percent": by how much and to where, not from and to. */
static bool
range_is_change(const struct reader *r, const struct quantity *a, const struct quantity *b, size_t connector)
{
    size_t k = a->first;

    if (!reader_said(r, connector, "to") || k == 0)
        return false;
    while (k > 0 && (reader_is(r, k - 1, IS_HEDGE) || reader_said(r, k - 1, "by") || reader_said(r, k - 1, "another")))
        k--;
    if (!reader_is(r, k - 1, IS_TREND))
        return false;
    return a->kind != FIGURE_NUMBER || decimal_compare(decimal_mul(a->amount.value, decimal_make(4, 0)), b->amount.value) < 0;
}

static bool
range_same_unit(const struct quantity *a, const struct quantity *b)
{
    if (a->kind != b->kind)
        return a->kind == FIGURE_NUMBER && !a->amount.part;
    if (!a->unit || !b->unit)
        return a->unit == b->unit;
    return strcmp(a->unit, b->unit) == 0 || (a->kind == FIGURE_MONEY && (a->unit[0] == '$' || b->unit[0] == '$'));
}

/* "3-6": two whole numbers and a dash, from token i */
static bool
range_is_pair(const struct reader *r, size_t i)
{
    return reader_shape(r, i, SCAN_INTEGER) && reader_joined(r, i + 1) && reader_shape(r, i + 2, SCAN_INTEGER);
}

static bool
range_falls(const struct reader *r, size_t i)
{
    return range_is_pair(r, i) && decimal_compare(number_literal(r, i), number_literal(r, i + 2)) > 0;
}

/* "the Herons (4-6, 2-3 Eastern)", "won 3-6, 6-3, 7-6", "6-7 (4)": games won and lost, sets of a match. No range falls. */
static bool
range_is_record(const struct reader *r, size_t i)
{
    bool before = i > 3 && reader_shape(r, i - 1, SCAN_COMMA) && range_is_pair(r, i - 4);
    bool after = reader_shape(r, i + 3, SCAN_COMMA) && range_is_pair(r, i + 4);
    size_t open = before ? i - 5 : i - 1;

    if (!range_is_pair(r, i))
        return false;
    if (reader_mark(r, i - 1, '(') && i > 3 && range_is_pair(r, i - 4))
        return true; /* "6-7 (5-7)" */
    if (reader_mark(r, open, '(') && reader_shape(r, open - 1, SCAN_WORD) && reader_has(r, open - 1, SCAN_UPPER))
        return true;
    if ((before && range_falls(r, i - 4)) || (after && range_falls(r, i + 4)))
        return true;
    return reader_mark(r, i + 3, '(') && reader_shape(r, i + 4, SCAN_INTEGER) && reader_mark(r, i + 5, ')');
}

/* "lost 1 - 2 to Lund", "beat Lund 2-3": goals of each side */
static bool
range_is_score(const struct reader *r, const struct quantity *a, const struct quantity *b)
{
    size_t noun;
    bool apart = !reader_has(r, a->end, SCAN_GLUED);

    if (!a->amount.plain || !b->amount.plain || b->kind != FIGURE_NUMBER || b->amount.digits == false ||
        decimal_compare(b->amount.value, decimal_make(200, 0)) > 0)
        return false;
    if (range_is_record(r, a->first))
        return true;
    if (decimal_compare(b->amount.value, decimal_make(30, 0)) > 0)
        return false;
    if (!apart &&
        !reader_one_of(r, a->first - 1, "won win wins lost lose loses beat beats drew draw draws winning losing ended by"))
        return false;
    return !counted_read(r, b->end, true, &noun) || !counted_plural(r, noun - 1);
}

/* "11 and 8 percent", "35 and 80 mg": two figures, of which the second names the unit of both. */
static void
range_share_unit(const struct reader *r, struct quantity *q)
{
    struct quantity b;
    size_t k = q->end + 1;

    if (q->kind != FIGURE_NUMBER || !reader_one_of(r, q->end, "and by") || reader_has(r, k, SCAN_LINE) || !quantity_read(r, k, &b))
        return;
    if (reader_said(r, q->end, "by") && b.kind != FIGURE_MEASURE) /* "11 by 14 inches" */
        return;
    if (b.amount.digits != q->amount.digits || reader_shape(r, b.first, SCAN_SIGN) ||
        reader_is(r, b.first, IS_CODE | IS_PREFIX) || b.per)
        return;
    if (b.kind == FIGURE_PERCENT || b.kind == FIGURE_MEASURE || (b.kind == FIGURE_DURATION && !reader_joined(r, b.end - 2))) {
        q->kind = b.kind;
        q->unit = b.unit;
    }
}

/* The lower end, to which the scale or the hundredths of the upper one belong as well: "$10-15bn", "10 to 15 cents". */
static struct decimal
range_low(const struct reader *r, const struct quantity *q, const struct quantity *b)
{
    struct decimal low = q->amount.value, mantissa;

    mantissa = b->amount.scaled ? decimal_mul(b->amount.value, decimal_make(1, -b->amount.scale)) : b->amount.value;
    if (b->amount.scaled && !q->amount.scaled && decimal_compare(low, mantissa) < 0)
        low = decimal_mul(low, decimal_make(1, b->amount.scale));
    if (q->kind == FIGURE_NUMBER && b->kind == FIGURE_PERCENT && b->unit && strcmp(b->unit, "percentage point") == 0 &&
        reader_one_of(r, b->end - 2, "basis"))
        low = decimal_mul(low, decimal_make(1, -2));
    if (q->kind == FIGURE_NUMBER && b->kind == FIGURE_MONEY && reader_is(r, b->end - 1, IS_MONEY) &&
        money_forms[reader_word(r, b->end - 1)->money].exponent < 0)
        low = decimal_mul(low, decimal_make(1, money_forms[reader_word(r, b->end - 1)->money].exponent));
    return low;
}

/* Reads the upper end behind q and joins the two, where they are one range. */
void
range_join(const struct reader *r, struct quantity *q)
{
    struct quantity b;
    struct decimal low;
    bool dash;
    size_t k = range_connector(r, q, q->end, &dash);
    int order;

    if (k == q->end && !q->amount.vague && !q->amount.scaled)
        range_share_unit(r, q);
    if (k == q->end || q->amount.vague || q->amount.has_high || reader_has(r, k, SCAN_LINE) || !quantity_read(r, k, &b) ||
        b.amount.vague)
        return;
    if (q->kind == FIGURE_MONEY && b.kind == FIGURE_NUMBER && (dash || b.amount.digits) && b.end == b.amount.end) {
        if (!dash && !(reader_said(r, q->end, "to") || reader_said(r, q->end, "or")))
            return;
        if (!dash && !(q->amount.scaled == b.amount.scaled && !reader_shape(r, b.end, SCAN_WORD)))
            return;
        b.kind = q->kind;
        b.unit = q->unit;
    }
    if (dash && q->kind == FIGURE_NUMBER && range_is_score(r, q, &b))
        return;
    if (!range_same_unit(q, &b) || range_is_change(r, q, &b, q->end))
        return;
    if (q->per && !b.per)
        return;
    low = range_low(r, q, &b);
    order = decimal_compare(low, b.amount.value);
    if (order > 0 && q->kind == FIGURE_NUMBER && b.kind == FIGURE_PERCENT && q->end == q->amount.end &&
        (reader_said(r, q->end, "to") || dash) && !reader_said(r, q->first - 1, "between")) {
        q->kind = b.kind; /* "52 to 38 percent", "from 9 to 5 percent": two figures, one unit */
        q->unit = b.unit;
        return;
    }
    if (reader_said(r, q->end, "or") &&
        (q->kind != FIGURE_NUMBER || decimal_compare(decimal_mul(low, decimal_make(3, 0)), b.amount.value) < 0))
        return;
    if (order == 0 ||
        (order > 0 && !reader_one_of(r, q->first - 1, "between") && !(low.digits < 0 && b.amount.value.digits < 0)))
        return;
    if (dash && q->amount.plain && b.amount.plain && q->kind == FIGURE_NUMBER && b.kind == FIGURE_NUMBER &&
        b.amount.value.digits < 0)
        return;
    q->amount.value = order > 0 ? b.amount.value : low;
    q->amount.high = order > 0 ? low : b.amount.value;
    q->amount.has_high = true;
    q->amount.plain = false;
    q->amount.scaled |= b.amount.scaled;
    q->amount.end = b.amount.end;
    q->kind = b.kind;
    q->unit = b.unit;
    q->per = b.per;
    q->end = b.end;
}
