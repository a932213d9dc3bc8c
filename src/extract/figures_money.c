/* An amount and its currency. */
#include <string.h>

#include "figures.h"

static const char *
quantity_money_unit(const struct reader *r, size_t i)
{
    return money_forms[reader_word(r, i)->money].unit;
}

/* A currency before the number: "$", "C$", "US $", "$US", "USD", "Rs.", "usd$". Returns the token behind it, or i. */
static size_t
quantity_prefix(const struct reader *r, size_t i, const char **unit)
{
    size_t k = i;

    *unit = NULL;
    if (reader_is(r, k, IS_PREFIX | IS_CODE) && reader_shape(r, k, SCAN_WORD) && reader_shape(r, k + 1, SCAN_SIGN) &&
        !reader_has(r, k + 1, SCAN_LINE) &&
        (reader_has(r, k + 1, SCAN_GLUED) || reader_has(r, k, SCAN_UPPER) || reader_one_of(r, k, "c hk"))) {
        if (reader_has(r, k + 1, SCAN_GLUED) || !reader_said(r, k, "a")) {
            *unit = quantity_money_unit(r, k);
            k += 2;
        }
    } else if (reader_shape(r, k, SCAN_SIGN) && reader_is(r, k, IS_MONEY)) {
        *unit = quantity_money_unit(r, k++);
        if (reader_is(r, k, IS_PREFIX) && reader_has(r, k, SCAN_GLUED) && reader_has(r, k, SCAN_UPPER))
            *unit = quantity_money_unit(r, k++); /* "$US9" */
    } else if (reader_is(r, k, IS_CODE) && reader_is(r, k, IS_MONEY) && reader_shape(r, k, SCAN_WORD)) {
        *unit = quantity_money_unit(r, k++);
        if (reader_mark(r, k, '.') && reader_has(r, k, SCAN_GLUED) && reader_slice(r, i).len == 2)
            k++; /* "Rs. 50" */
    }
    if (*unit && reader_mark(r, k, ':') && reader_has(r, k, SCAN_GLUED) && reader_has(r, k + 1, SCAN_GLUED))
        k++;
    return *unit ? k : i;
}

/* Rupiah, won, yen and the like have no hundredths: three digits behind a point are thousands. */
static void
quantity_thousands(const struct reader *r, struct quantity *q)
{
    static const char *const whole[] = {"IDR", "VND", "KRW", "JPY", "CLP", "COP", "PYG", "HUF", "ISK"};
    struct slice s = reader_slice(r, q->amount.end - 1);

    if (q->amount.value.exponent >= 0 && !(reader_shape(r, q->amount.end - 1, SCAN_DECIMAL)))
        return;
    if (!reader_shape(r, q->amount.end - 1, SCAN_DECIMAL) || s.len < 5 || s.at[s.len - 4] != '.')
        return;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strcmp(q->unit, whole[i]) == 0) {
            q->amount.value = decimal_mul(q->amount.value, decimal_make(1, 3));
            q->amount.high = q->amount.value;
        }
}

/* Cents behind dollars: "5 dollars 25 cents", "seven pounds 45", "six dollars and thirty cents", "45€ 50". */
static void
quantity_cents(const struct reader *r, struct quantity *q, bool symbol)
{
    struct amount more;
    size_t k = q->end + reader_said(r, q->end, "and");
    bool cents;

    if (reader_has(r, k, SCAN_LINE) || q->amount.scaled || !decimal_is_integer(q->amount.value) || !number_read(r, k, &more) ||
        more.scaled || !decimal_is_integer(more.value) || decimal_compare(more.value, decimal_make(100, 0)) >= 0 ||
        more.value.digits < 0)
        return;
    cents = reader_is(r, more.end, IS_MONEY) && money_forms[reader_word(r, more.end)->money].exponent == -2;
    if (!cents &&
        (symbol || (k > q->end && !reader_shape(r, more.end, SCAN_STOP)) || reader_at(r, k)->end - reader_at(r, k)->start < 2))
        if (!(symbol && k == q->end && reader_at(r, k)->end - reader_at(r, k)->start == 2 && reader_shape(r, k, SCAN_INTEGER)))
            return;
    if (!cents && reader_shape(r, more.end, SCAN_WORD) && reader_has(r, more.end, SCAN_GLUED))
        return;
    if (!cents && (reader_shape(r, more.end, SCAN_WORD) && !reader_is(r, more.end, IS_STOP)))
        return;
    if (!cents && (reader_shape(r, more.end, SCAN_SIGN) || reader_shape(r, more.end, SCAN_PERCENT) ||
                   reader_shape(r, more.end, SCAN_DASH)))
        return;
    q->amount.value = decimal_add(q->amount.value, decimal_mul(more.value, decimal_make(1, -2)));
    q->amount.high = q->amount.value;
    q->end = more.end + cents;
}

/* Are the pounds of this sentence money? A million of them are, and where there is talk of paying. */
static bool
quantity_pounds(const struct reader *r, const struct quantity *q)
{
    size_t from = q->first > 12 ? q->first - 12 : 0;

    if (reader_shape(r, q->amount.end + 1, SCAN_INTEGER) &&
        reader_at(r, q->amount.end + 1)->end - reader_at(r, q->amount.end + 1)->start == 2 &&
        !reader_has(r, q->amount.end + 1, SCAN_LINE))
        return true; /* "seven pounds 45": pounds and pence */
    if (reader_said(r, q->amount.end + 1, "sterling") || (q->amount.scaled && q->amount.scale >= 6))
        return true;
    for (size_t k = q->first; k-- > from && !reader_shape(r, k, SCAN_STOP);) {
        if (reader_one_of(r, k, "weigh weighs weighed weight weighing heavy lost gained"))
            return false;
        if (reader_one_of(
                r, k,
                "cost costs price priced worth paid pay pays fine fined bid bill profit profits spent spend earn earned "
                "earning sum debt fee prize wage rent tax levy ticket"))
            return true;
    }
    for (size_t k = 0; k < r->n && k < 400; k++)
        if (reader_shape(r, k, SCAN_SIGN) &&
            slice_is(slice_str(money_forms[reader_word(r, k)->money].unit ? money_forms[reader_word(r, k)->money].unit : ""),
                     "GBP"))
            return true;
    return false;
}

/* "1080p video", "a camera of 720p": lines of a picture; such numbers only, for shares may cost 640p. */
static bool
quantity_is_picture(const struct reader *r, const struct quantity *q, size_t k)
{
    static const char *const lines[] = {"240", "360", "480", "720", "1080", "1440", "2160"};
    size_t from = q->first, end = k;
    bool known = false;

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        known |= slice_is(reader_slice(r, q->first), lines[i]);
    while (from > 0 && q->first - from < 12 && !reader_shape(r, from - 1, SCAN_STOP))
        from--;
    while (end < r->n && end - k < 12 && !reader_shape(r, end, SCAN_STOP))
        end++;
    for (size_t i = from; known && i < end; i++)
        if (reader_one_of(r, i, "video videos resolution display screen footage streaming stream camera cameras webcam pixels hd"))
            return true;
    return false;
}

/* Why the currency's word or sign at k is none of this amount: it belongs to the next one, or is another word. */
static bool
quantity_no_money(const struct reader *r, const struct quantity *q, size_t k, bool hyphen, bool land)
{
    const struct money_form *form = &money_forms[reader_word(r, k)->money];

    if (reader_shape(r, k, SCAN_SIGN) && scan_is_literal(reader_at(r, k + 1)) && reader_has(r, k + 1, SCAN_GLUED) &&
        !reader_has(r, k, SCAN_GLUED))
        return true; /* "1 $10": the sign belongs to the next */
    if (reader_shape(r, k, SCAN_SIGN) && !reader_has(r, k, SCAN_GLUED) && !q->amount.digits)
        return true; /* "sold one $ 5 bill" */
    if (reader_one_of(r, k, "pound pounds")) {
        if (hyphen || reader_said(r, k, "pound") ? !(q->amount.scaled && q->amount.scale >= 6) : !quantity_pounds(r, q))
            return true;
    }
    if (form->exact && form->exponent == -2 && !reader_has(r, k, SCAN_GLUED)) /* c and p only behind digits */
        return true;
    if (form->exact && form->exponent == -2 && reader_shape(r, k, SCAN_WORD) && (!q->amount.digits || q->amount.scaled))
        return true;
    if (reader_said(r, k, "cent") && !hyphen && reader_has(r, k, SCAN_UPPER) && !r->heading)
        return true; /* 50 Cent, the musician: an amount would be in cents */
    if (reader_said(r, k, "p") && quantity_is_picture(r, q, k))
        return true;
    if (reader_one_of(r, k, "won crowns marks quid sterling rand real") && hyphen)
        return true;
    if (reader_said(r, k, "won") && !q->amount.scaled &&
        (!q->amount.digits || decimal_compare(q->amount.value, decimal_make(1000, 0)) < 0))
        return true;
    if (reader_said(r, k, "marks") && !q->amount.scaled && !land && decimal_is_integer(q->amount.value))
        return true; /* school's, not Germany's */
    if (reader_shape(r, k, SCAN_WORD) && (form->classes & IS_CODE) && form->exact &&
        (reader_is(r, k, IS_UNIT) || (hyphen && reader_slice(r, k).len < 3)))
        return true;
    if (reader_is(r, k, IS_CODE) && reader_shape(r, k, SCAN_WORD) && scan_is_literal(reader_at(r, k + 1)) &&
        !q->amount.scaled && reader_has(r, k + 1, SCAN_GLUED))
        return true; /* "3 USD50 cards" */
    return false;
}

/* A currency behind the number: "dollars", "million yen", "€", "USD", "Swiss francs", "cents". */
bool
quantity_money_after(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end, land = 0;
    const struct money_form *form;
    bool hyphen = reader_joined(r, k), mega;

    k += hyphen;
    if (reader_has(r, k, SCAN_LINE))
        return false;
    if (reader_one_of(r, k, "of") && q->amount.vague)
        k++;
    while (land < 2 && reader_is(r, k + land, IS_CITIZEN) && reader_is(r, k + land + 1, IS_CITIZEN | IS_MONEY))
        land++;
    if (reader_said(r, k, "u") && reader_mark(r, k + 1, '.') && reader_said(r, k + 2, "s") && reader_mark(r, k + 3, '.') &&
        reader_is(r, k + 4, IS_MONEY)) {
        k += 4;
        q->unit = "USD";
    }
    k += land;
    if (reader_is(r, k, IS_PREFIX) && reader_has(r, k, SCAN_UPPER) && reader_shape(r, k + 1, SCAN_SIGN) &&
        reader_has(r, k + 1, SCAN_GLUED) && !scan_is_literal(reader_at(r, k + 2)))
        q->unit = quantity_money_unit(r, k++);
    if (!reader_is(r, k, IS_MONEY))
        return false;
    form = &money_forms[reader_word(r, k)->money];
    mega = form->exponent > 0;
    if (quantity_no_money(r, q, k, hyphen, land > 0))
        return false;
    if (q->unit == NULL)
        q->unit = form->unit;
    if (land) {
        const char *iso = money_of_land(reader_slice(r, k - 1), form->unit);

        q->unit = iso ? iso : q->unit;
    }
    q->amount.value = decimal_mul(q->amount.value, decimal_make(1, form->exponent));
    q->amount.high = decimal_mul(q->amount.high, decimal_make(1, form->exponent));
    q->amount.scaled |= mega;
    q->kind = FIGURE_MONEY;
    q->end = k + 1;
    if (reader_mark(r, q->end, '.') && reader_has(r, q->end, SCAN_GLUED) && reader_one_of(r, k, "руб р грн") &&
        !reader_has(r, q->end + 1, SCAN_LINE))
        q->end++;
    if (reader_said(r, q->end, "sterling"))
        q->end++;
    if (reader_is(r, q->end, IS_SCALE) && !q->amount.scaled &&
        !reader_has(r, q->end, SCAN_GLUED | SCAN_LINE)) { /* "75 USD million" */
        q->amount.value = decimal_mul(q->amount.value, decimal_make(1, reader_word(r, q->end)->value));
        q->amount.high = q->amount.value;
        q->amount.scaled = true;
        q->end++;
    }
    quantity_thousands(r, q);
    if (form->exponent == 0 && !q->amount.vague && !hyphen)
        quantity_cents(r, q, reader_shape(r, k, SCAN_SIGN));
    quantity_rate(r, q);
    return true;
}

bool
quantity_money_before(const struct reader *r, size_t i, struct quantity *q)
{
    size_t k = i;
    bool minus = reader_shape(r, k, SCAN_DASH) && !(reader_has(r, k, SCAN_GLUED) && reader_shape(r, k - 1, SCAN_WORD)) &&
                 !scan_is_literal(reader_at(r, k - 1)) && reader_has(r, k + 1, SCAN_GLUED);
    size_t from;

    k += minus;
    from = quantity_prefix(r, k, &q->unit);
    if (from == k || reader_has(r, from, SCAN_LINE))
        return false;
    if (!number_read(r, from, &q->amount) || (!q->amount.digits && !reader_shape(r, from, SCAN_DASH)))
        return false;
    if (reader_has(r, q->amount.end, SCAN_GLUED) && reader_is(r, q->amount.end, IS_LETTER)) { /* "$3m", "$1.9T" */
        int32_t power = reader_word(r, q->amount.end)->value;

        q->amount.value = decimal_mul(q->amount.value, decimal_make(1, power));
        q->amount.scaled = true;
        q->amount.scale = power;
        q->amount.end++;
    }
    if (reader_has(r, from, SCAN_GLUED) && reader_is(r, from - 1, IS_CODE) && reader_shape(r, from - 1, SCAN_WORD) &&
        !q->amount.scaled && reader_has(r, q->amount.end, SCAN_GLUED) && reader_shape(r, q->amount.end, SCAN_WORD))
        return false; /* a code of a product */
    if (q->amount.plain && !q->amount.scaled && reader_at(r, from)->end - reader_at(r, from)->start < 3 &&
        reader_one_of(r, k, "all try top cup pen mad bob gel cop sos amd"))
        return false; /* codes that are words: "ALL 5 mills" */
    if (reader_is(r, k, IS_CODE) && reader_shape(r, k, SCAN_WORD) && money_forms[reader_word(r, k)->money].exponent > 0)
        q->amount.value =
            decimal_mul(q->amount.value, decimal_make(1, money_forms[reader_word(r, k)->money].exponent)); /* "MAUD 70" */
    q->amount.high = q->amount.value;
    q->amount.plain = false;
    if (minus) {
        q->amount.value = decimal_mul(q->amount.value, decimal_make(-1, 0));
        q->amount.high = q->amount.value;
    }
    q->kind = FIGURE_MONEY;
    q->end = q->amount.end;
    q->first = i;
    quantity_thousands(r, q);
    if (reader_is(r, q->end, IS_MONEY) && reader_shape(r, q->end, SCAN_WORD) && !reader_has(r, q->end, SCAN_LINE) &&
        reader_slice(r, q->end).len > 2 && (!reader_is(r, q->end, IS_CODE) || !scan_is_literal(reader_at(r, q->end + 1))))
        q->end++; /* "$10 dollars", "$10 CAD": twice said */
    if (reader_is(r, q->end - 1, IS_CODE) && reader_shape(r, q->end - 1, SCAN_WORD) && q->end > q->amount.end &&
        strcmp(q->unit, "$") == 0)
        q->unit = quantity_money_unit(r, q->end - 1);
    quantity_rate(r, q);
    return true;
}

const char *
quantity_declared(const struct reader *r, size_t i)
{
    size_t k = i, land = i - 1;

    if (!reader_said(r, i, "dollars"))
        return NULL;
    if (reader_mark(r, i - 1, '.') && reader_said(r, i - 2, "s") && reader_said(r, i - 4, "u")) /* U.S. */
        k = i - 4;
    else if (reader_is(r, land, IS_CITIZEN))
        k = reader_is(r, land - 1, IS_CITIZEN) ? land - 1 : land;
    if (k == i || !reader_said(r, k - 1, "in"))
        return NULL;
    for (size_t at = k - 1; at-- > 0 && k - at < 6;)
        if (reader_one_of(r, at, "amounts figures prices sums values dollars"))
            return k == i - 4 ? "USD" : money_of_land(reader_slice(r, land), "$");
    return NULL;
}
