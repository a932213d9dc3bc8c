/* An amount and its unit: percents, measures, durations, ages, multiples. */
#include <string.h>

#include "figures.h"

const struct unit_form *
quantity_form(const struct reader *r, size_t i)
{
    return &unit_forms[reader_word(r, i)->unit];
}

/* "kilowatt-hours", "megawatt hours", from the first word's token k: the unit, with *end behind it; else NULL. */
static const char *
quantity_work(const struct reader *r, size_t k, size_t *end)
{
    static const char *const works[][2] = {{"W", "Wh"}, {"kW", "kWh"}, {"MW", "MWh"}, {"GW", "GWh"}, {"TW", "TWh"}};
    size_t hour = k + 1 + reader_joined(r, k + 1);

    if (!reader_is(r, k, IS_UNIT) || !reader_one_of(r, hour, "hour hours") || reader_has(r, hour, SCAN_LINE))
        return NULL;
    for (size_t i = 0; i < sizeof works / sizeof *works; i++)
        if (strcmp(quantity_form(r, k)->unit, works[i][0]) == 0) {
            *end = hour + 1;
            return works[i][1];
        }
    return NULL;
}

/* "a share" is no unit, "a day", "per kg", "/hour" are. */
void
quantity_rate(const struct reader *r, struct quantity *q)
{
    size_t k = q->end;
    bool slash = reader_mark(r, k, '/') && reader_has(r, k, SCAN_GLUED);

    if (!slash && reader_joined(r, k) && reader_one_of(r, k + 1, "a an") && reader_joined(r, k + 2))
        k += 3; /* "the £600-a-year toll" */
    else if (!slash && !reader_one_of(r, k, "a an per each"))
        return;
    else
        k++;
    if (reader_has(r, k, SCAN_LINE) || !reader_is(r, k, IS_UNIT | IS_TIME) ||
        (reader_said(r, k, "second") && reader_shape(r, k + 1, SCAN_WORD)))
        return;
    if (reader_one_of(r, k + 1, "ago earlier later before after old") || (reader_slice(r, k).len < 2 && !slash))
        return;
    q->per = quantity_work(r, k, &q->end);
    if (q->per)
        return;
    q->per = quantity_form(r, k)->unit;
    q->end = k + 1;
    if (slash && reader_mark(r, q->end, '^') && reader_shape(r, q->end + 1, SCAN_INTEGER))
        q->end += 2;
}

/* ---- percents ---------------------------------------------------------------------------------- */

static bool
quantity_percent(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end;

    if (reader_joined(r, k))
        k++;
    if (reader_has(r, k, SCAN_LINE))
        return false;
    if (reader_said(r, k, "of") && q->amount.part && reader_mark(r, k + 1, '1'))
        k += 2; /* "one-half of 1 percent" */
    if (reader_one_of(r, k, "a of") && q->amount.part && reader_one_of(r, k + 1, "percent per a one percentage")) {
        k++; /* "half a percent", "one-tenth of one percent" */
        if (reader_one_of(r, k, "a one") && reader_one_of(r, k + 1, "percent per percentage"))
            k++;
    }
    q->kind = FIGURE_PERCENT;
    q->unit = "%";
    if ((reader_said(r, k, "basis") && reader_one_of(r, k + 1, "point points")) || (q->amount.digits && reader_one_of(r, k, "bp bps"))) {
        q->unit = "percentage point";
        q->amount.value = decimal_mul(q->amount.value, decimal_make(1, -2));
        q->amount.high = decimal_mul(q->amount.high, decimal_make(1, -2));
        q->end = k + 1 + reader_said(r, k, "basis");
        return true;
    }
    if (reader_is(r, k, IS_PERCENT) && reader_one_of(r, k, "percentage percent") &&
        reader_one_of(r, k + 1 + reader_joined(r, k + 1), "point points")) {
        q->unit = "percentage point";
        q->end = k + 2 + reader_joined(r, k + 1);
        return true;
    }
    if (reader_shape(r, k, SCAN_PERCENT) ||
        (reader_is(r, k, IS_PERCENT) && !(reader_said(r, k, "pc") && !reader_has(r, k, SCAN_GLUED)))) {
        q->end = k + 1;
        if (reader_one_of(r, k, "percentage") && !q->amount.digits && !decimal_is_integer(q->amount.value))
            return false;
        return true;
    }
    if (reader_said(r, k, "per") && reader_one_of(r, k + 1, "cent cents") && !reader_has(r, k + 1, SCAN_LINE)) {
        q->end = k + 2;
        return true;
    }
    return false;
}

/* ---- measures and times --------------------------------------------------------------------------- */

/* A blank or a hyphen may stand between number and unit; a symbol needs digits. Returns the unit's token, or SIZE_MAX. */
static size_t
quantity_unit_at(const struct reader *r, const struct quantity *q, uint32_t classes)
{
    size_t k = q->amount.end;
    const struct unit_form *form;

    if (reader_joined(r, k))
        k++;
    if (reader_has(r, k, SCAN_LINE))
        return SIZE_MAX;
    if (reader_is(r, k + 1, IS_UNIT) && reader_one_of(r, k, "metric imperial short long"))
        k++;
    if (reader_is(r, k + 1, IS_TIME) &&
        reader_one_of(r, k, "full straight consecutive business working calendar solid successive"))
        k++;
    if (!reader_is(r, k, classes))
        return SIZE_MAX;
    form = quantity_form(r, k);
    if (form->exact && !q->amount.digits && (reader_slice(r, k).len < 2 || reader_one_of(r, k, "in st mo ms ys ha")))
        return SIZE_MAX;
    return k;
}

/* "757s": seconds are hardly counted so, and 757 is a type. */
static bool
quantity_is_airliner(const struct reader *r, const struct quantity *q)
{
    struct slice s = reader_slice(r, q->first);

    return q->amount.plain && s.len == 3 && s.at[0] == '7' && s.at[2] == '7';
}

/* "in" is an inch only where nothing else can follow: "2 in thick", "5ft 10in". Single letters touch their number. */
static bool
quantity_symbol_fits(const struct reader *r, const struct quantity *q, size_t k)
{
    struct slice s = reader_slice(r, k);
    bool glued = reader_has(r, k, SCAN_GLUED), word_next = reader_shape(r, k + 1, SCAN_WORD);

    if (!quantity_form(r, k)->exact)
        return true;
    if (slice_is(s, "in") && !glued)
        return !word_next
                   ? q->amount.end - q->amount.first > 1 || reader_shape(r, k + 1, SCAN_STOP)
                   : reader_one_of(r, k + 1, "long thick wide deep high tall") ||
                         (q->amount.part && !reader_is(r, q->first - 1, IS_TREND)) ||
                         (q->amount.end - q->amount.first > 1 && !q->amount.plain && q->amount.digits &&
                          !decimal_is_integer(q->amount.value) && !q->amount.scaled && reader_is(r, k + 1, IS_STOP) && false);
    if (slice_is(s, "F") || slice_is(s, "C")) { /* "40C at noon", but no "13F filing", no "SCP-173C" */
        bool after = word_next && !reader_has(r, k + 1, SCAN_GLUED) && !reader_is(r, k + 1, IS_STOP | IS_VERB);

        if (q->amount.digits && !decimal_is_integer(q->amount.value) && glued && !reader_mark(r, k + 1, '/'))
            return true; /* "the 1.5C goal": nothing else is called so */
        if (after && glued && reader_one_of(r, k + 1, "target goal limit threshold warming rise"))
            after = false;
        else if (reader_one_of(r, q->first - 1, "the a"))
            return false;
        return !after && !reader_one_of(r, q->first - 1, "room no") &&
               !(reader_has(r, q->first - 1, SCAN_UPPER) && !reader_begins(r, q->first - 1)) &&
               !reader_joined(r, q->first - 1) && !reader_mark(r, k + 1, '/') &&
               decimal_compare(q->amount.value, decimal_make(5000, 0)) < 0;
    }
    if (slice_is(s, "A") || slice_is(s, "V") || slice_is(s, "st"))
        return glued;
    if (slice_is(s, "s") && glued && q->amount.plain && (word_next ? !reader_is(r, k + 1, IS_STOP | IS_VERB) : reader_joined(r, k + 1)) &&
        reader_at(r, k)->start == reader_at(r, q->first)->start + 2 && r->text[reader_at(r, k)->start - 1] == '0')
        return false; /* "20s dresses" */
    if (slice_is(s, "s") && quantity_is_airliner(r, q))
        return false;
    if (slice_is(s, "s") || slice_is(s, "l") || slice_is(s, "mo"))
        return glued || !word_next;
    if (slice_is(s, "pm"))
        return false;
    if (s.len == 1 && !glued && reader_mark(r, k + 1, '/'))
        return true; /* "15 J/m^2" */
    if (s.len == 1 && !glued)
        return !word_next || reader_is(r, k + 1, IS_STOP | IS_VERB) || reader_one_of(r, k + 1, "long wide deep high tall x") ||
               slice_ends(reader_slice(r, k + 1), "ed");
    return true;
}

/* "square miles", "sq ft", "km squared", "cubic feet": the unit's text, or NULL; *end is behind it. */
static const char *
quantity_powered(const struct reader *r, size_t k, size_t *end)
{
    static const struct {
        const char *unit, *square, *cubic;
    } powers[] = {{"m", "m2", "m3"},    {"km", "km2", "km3"}, {"cm", "cm2", "cm3"}, {"mi", "mi2", "mi3"},
                  {"ft", "ft2", "ft3"}, {"yd", "yd2", "yd3"}, {"in", "in2", "in3"}, {"mm", "mm2", "mm3"}};
    const char *unit = NULL;
    int power = 2;

    if (reader_is(r, k, IS_POWER)) {
        size_t at = k + 1 + (reader_mark(r, k + 1, '.') && reader_has(r, k + 1, SCAN_GLUED));

        at += reader_joined(r, at);
        if (!reader_is(r, at, IS_UNIT))
            return NULL;
        power = reader_word(r, k)->value;
        unit = quantity_form(r, at)->unit;
        *end = at + 1;
    } else if (reader_is(r, k, IS_UNIT) && reader_one_of(r, k + 1, "squared cubed")) {
        power = reader_said(r, k + 1, "cubed") ? 3 : 2;
        unit = quantity_form(r, k)->unit;
        *end = k + 2;
    } else if (reader_is(r, k, IS_UNIT) && reader_mark(r, k + 1, '^') && reader_shape(r, k + 2, SCAN_INTEGER)) {
        power = reader_mark(r, k + 2, '3') ? 3 : 2;
        unit = quantity_form(r, k)->unit;
        *end = k + 3;
    } else {
        return NULL;
    }
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
        if (strcmp(unit, powers[i].unit) == 0)
            return power == 3 ? powers[i].cubic : powers[i].square;
    return NULL;
}

/* 9" where no quotation is open that the mark might close */
static bool
quantity_primes(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end, floor = q->first > 40 ? q->first - 40 : 0;

    if (!q->amount.digits || !reader_mark(r, k, '"') || !reader_has(r, k, SCAN_GLUED))
        return false;
    for (size_t at = q->first; at-- > floor && !reader_has(r, at + 1, SCAN_LINE);)
        if (reader_mark(r, at, '"') && !reader_has(r, at, SCAN_GLUED))
            return false;
    q->kind = FIGURE_MEASURE;
    q->unit = "in";
    q->end = k + 1;
    return true;
}

/* "°C", "degrees Celsius", "deg F", "°" */
static bool
quantity_degrees(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end + reader_joined(r, q->amount.end);

    if (reader_shape(r, k, SCAN_DEGREE)) {
        q->unit = "°";
    } else if (reader_is(r, k, IS_UNIT) && reader_one_of(r, k, "degree degrees deg")) {
        q->unit = "°";
        if (reader_said(r, k, "deg") && reader_mark(r, k + 1, '.'))
            k++;
    } else {
        return false;
    }
    k++;
    if (reader_joined(r, k) && reader_is(r, k + 1, IS_UNIT))
        k++;
    if (reader_one_of(r, k, "c f celsius celcius fahrenheit farenheit centigrade") && !reader_has(r, k, SCAN_LINE)) {
        char first = (char)(r->text[reader_at(r, k)->start] | 0x20);

        q->unit = first == 'f' ? "°F" : "°C";
        k++;
    }
    q->kind = FIGURE_MEASURE;
    q->end = k;
    return true;
}

/* "two hours and 30 minutes", but neither "between two hours and 90 minutes" nor "two weeks and five days later" of two things. */
static bool
quantity_is_one_time(const struct reader *r, const struct quantity *q, const struct amount *more, int32_t times, size_t unit)
{
    return !reader_one_of(r, q->first - 1, "between both") && decimal_compare(more->value, decimal_make(times, 0)) < 0 &&
           !reader_joined(r, unit - 1) && !reader_joined(r, unit + 1);
}

/* Years have no whole number of days, but twelve months: what sentences are given in. */
static int32_t
quantity_of_next(const struct unit_form *form, const struct unit_form *small)
{
    if (strcmp(form->unit, "year") == 0 && strcmp(small->unit, "month") == 0)
        return 12;
    return small->of_next && small->of_next < form->of_next && form->of_next % small->of_next == 0 ? form->of_next / small->of_next : 0;
}

/* "5ft 10in", "5 feet and 2 inches", "12st 4lb", "3m 41s", "two hours and 30 minutes": all in the smaller unit */
static void
quantity_compound(const struct reader *r, struct quantity *q, size_t k)
{
    const struct unit_form *form = quantity_form(r, k);
    struct amount more;
    size_t from = q->end;
    struct quantity next = {0};
    const struct unit_form *small;

    if (reader_said(r, from, "and") || reader_shape(r, from, SCAN_COMMA) || reader_joined(r, from))
        from++;
    if (!form->of_next || q->amount.part || !decimal_is_integer(q->amount.value) || reader_has(r, from, SCAN_LINE) ||
        !number_read(r, from, &more) || more.scaled)
        return;
    next.amount = more;
    next.first = from;
    if (strcmp(form->unit, "ft") == 0 && reader_joined(r, k - 1) && reader_joined(r, q->end) && q->end == k + 1 &&
        decimal_is_integer(more.value) && decimal_compare(more.value, decimal_make(12, 0)) < 0) { /* "six-foot-seven" */
        q->amount.value = q->amount.high = decimal_add(decimal_mul(q->amount.value, decimal_make(12, 0)), more.value);
        q->unit = "in";
        q->end = more.end;
        return;
    }
    k = quantity_unit_at(r, &next, form->dimension == UNIT_TIME ? IS_TIME : IS_UNIT);
    if (k == SIZE_MAX)
        return;
    small = quantity_form(r, k);
    if (form->dimension == UNIT_TIME) {
        int32_t times = small->dimension == UNIT_TIME ? quantity_of_next(form, small) : 0;

        if (!times || (from != q->end && !(reader_said(r, q->end, "and") && quantity_is_one_time(r, q, &more, times, k))))
            return;
        q->amount.value = decimal_add(decimal_mul(q->amount.value, decimal_make(times, 0)), more.value);
    } else {
        if (strcmp(small->unit, form->next) != 0)
            return;
        q->amount.value = decimal_add(decimal_mul(q->amount.value, decimal_make(form->of_next, 0)), more.value);
    }
    q->amount.high = q->amount.value;
    q->unit = small->unit;
    q->end = k + 1;
    if (form->dimension == UNIT_TIME && small->of_next > 1)
        quantity_compound(r, q, k);
}

/* "3m 41s": minutes and seconds, as runners write */
static bool
quantity_stopwatch(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end;

    if (!q->amount.digits || !reader_has(r, k, SCAN_GLUED) || !reader_mark(r, k, 'm'))
        return false;
    if (!scan_is_literal(reader_at(r, k + 1)) || !reader_has(r, k + 2, SCAN_GLUED) || !reader_one_of(r, k + 2, "s sec secs"))
        return false;
    q->kind = FIGURE_DURATION;
    q->unit = "second";
    q->amount.value = decimal_add(decimal_mul(q->amount.value, decimal_make(60, 0)), number_literal(r, k + 1));
    q->amount.high = q->amount.value;
    q->end = k + 3;
    return true;
}

static void
quantity_per_unit(const struct reader *r, struct quantity *q)
{
    static const struct {
        const char *unit, *per, *both;
    } speeds[] = {{"km", "hour", "km/h"}, {"mi", "hour", "mph"}, {"m", "second", "m/s"}};

    quantity_rate(r, q);
    if (!q->per)
        return;
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++)
        if (strcmp(q->unit, speeds[i].unit) == 0 && strcmp(q->per, speeds[i].per) == 0) {
            q->unit = speeds[i].both;
            q->per = NULL;
            return;
        }
}

static bool
quantity_measure(const struct reader *r, struct quantity *q)
{
    size_t k, at = q->amount.end + reader_joined(r, q->amount.end);
    const char *unit;

    if (quantity_degrees(r, q) || quantity_primes(r, q))
        return true;
    if (reader_has(r, at, SCAN_LINE))
        return false;
    if (reader_said(r, at + 1, "thermal") && reader_said(r, at, "british") && reader_one_of(r, at + 2, "unit units")) {
        q->unit = "Btu", q->end = at + 3, q->kind = FIGURE_MEASURE;
        return true;
    }
    unit = quantity_powered(r, at, &q->end);
    if (!unit)
        unit = quantity_work(r, at, &q->end);
    if (!unit && reader_said(r, at, "parts") && reader_said(r, at + 1, "per") && reader_one_of(r, at + 2, "million billion"))
        unit = reader_said(r, at + 2, "million") ? "ppm" : "ppb", q->end = at + 3;
    if (!unit && reader_said(r, at, "light") && reader_joined(r, at + 1) && reader_one_of(r, at + 2, "year years"))
        unit = "light-year", q->end = at + 3;
    if (!unit) {
        k = quantity_unit_at(r, q, IS_UNIT);
        if (k == SIZE_MAX || !quantity_symbol_fits(r, q, k))
            return false;
        if (reader_is(r, k, IS_TIME) && !reader_is(r, k, IS_UNIT))
            return false;
        q->unit = quantity_form(r, k)->unit;
        if (reader_said(r, at, "metric") && strcmp(q->unit, "ton") == 0)
            q->unit = "t";
        q->end = k + 1;
        if (q->unit[0] == 'b' && reader_one_of(r, k, "bar bars") && !q->amount.digits)
            return false; /* "two bars" serve beer */
        if (reader_one_of(r, k, "cup cups stone yard yards foot league bit") && !q->amount.part && reader_has(r, k, SCAN_UPPER))
            return false;
        if (reader_one_of(r, k, "bit") && !reader_joined(r, k - 1))
            return false;
        if (reader_shape(r, k + 1, SCAN_DASH) && reader_has(r, k + 1, SCAN_GLUED) && reader_has(r, k + 2, SCAN_GLUED) &&
            quantity_form(r, k)->exact && !reader_is(r, k + 2, IS_UNIT) && !reader_shape(r, k + 2, SCAN_WORD))
            return false; /* "24703 L-202": a code */
        quantity_compound(r, q, k);
        if (strcmp(q->unit, "lb") == 0 && reader_joined(r, q->end) && reader_one_of(r, q->end + 1, "ft feet foot")) {
            q->unit = "lb-ft"; /* torque */
            q->end += 2;
        }
    } else {
        q->unit = unit;
    }
    q->kind = FIGURE_MEASURE;
    quantity_per_unit(r, q);
    return true;
}

/* "61-year-old", "five years old", "3 years of age", "87 yo" */
static bool
quantity_age_after(const struct reader *r, struct quantity *q, size_t k)
{
    if (reader_joined(r, k))
        k++;
    if (reader_one_of(r, k, "old olds")) {
        q->end = k + 1;
        return true;
    }
    if (reader_said(r, k, "of") && reader_said(r, k + 1, "age")) {
        q->end = k + 2;
        return true;
    }
    return false;
}

static bool
quantity_time(const struct reader *r, struct quantity *q)
{
    size_t k = quantity_unit_at(r, q, IS_TIME);
    const struct unit_form *form;

    if (quantity_stopwatch(r, q))
        return true;
    if (q->amount.vague && reader_said(r, q->amount.end, "of") && reader_is(r, q->amount.end + 1, IS_TIME))
        k = q->amount.end + 1;
    if (reader_one_of(r, q->amount.end, "a an") && q->amount.part && reader_is(r, q->amount.end + 1, IS_TIME))
        k = q->amount.end + 1; /* "half an hour" */
    if (reader_said(r, q->amount.end, "yo")) {
        q->kind = FIGURE_AGE, q->unit = "year", q->end = q->amount.end + 1;
        return true;
    }
    if (k == SIZE_MAX || !quantity_symbol_fits(r, q, k))
        return false;
    form = quantity_form(r, k);
    if (reader_said(r, k, "second") && !q->amount.digits && !q->amount.part &&
        decimal_compare(q->amount.value, decimal_make(1, 0)) != 0 && !reader_joined(r, k - 1))
        return false; /* "two second homes" */
    q->unit = form->unit;
    q->end = k + 1;
    if (strcmp(q->unit, "fortnight") == 0) {
        q->unit = "week";
        q->amount.value = decimal_mul(q->amount.value, decimal_make(2, 0));
        q->amount.high = decimal_mul(q->amount.high, decimal_make(2, 0));
    }
    q->kind = quantity_age_after(r, q, k + 1) ? FIGURE_AGE : FIGURE_DURATION;
    if (q->kind == FIGURE_DURATION) {
        quantity_compound(r, q, k);
        if (q->end == k + 1 && reader_said(r, k + 1, "and") && reader_one_of(r, k + 2, "a half") &&
            reader_said(r, k + 2 + reader_said(r, k + 2, "a"), "half") && q->amount.value.digits == 1 &&
            q->amount.value.exponent == 0) {
            q->amount.value = decimal_add(q->amount.value, decimal_make(5, -1));
            q->amount.high = q->amount.value;
            q->end = k + 3 + reader_said(r, k + 2, "a");
        }
    }
    return true;
}

/* ---- multiples ------------------------------------------------------------------------------------ */

static bool
quantity_multiple(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end;

    if (reader_has(r, k, SCAN_LINE))
        return false;
    if ((reader_mark(r, k, 'x') || reader_shape(r, k, SCAN_TIMES)) && reader_has(r, k, SCAN_GLUED) &&
        q->amount.digits && !scan_is_literal(reader_at(r, k + 1)) &&
        !(decimal_compare(q->amount.value, decimal_make(200, 0)) >= 0 && reader_shape(r, k + 1, SCAN_WORD))) { /* "777x jets" */
        q->end = k + 1;
    } else if (reader_said(r, k + reader_joined(r, k), "fold")) {
        q->end = k + 1 + reader_joined(r, k);
    } else if (reader_said(r, k, "times") && !q->amount.vague &&
               ((q->amount.digits && !decimal_is_integer(q->amount.value)) || reader_one_of(
                   r, k + 1,
                   "the as more less higher larger bigger lower smaller faster greater better what that its his her their "
                   "stronger earnings over than those"))) {
        q->end = k + 1;
    } else {
        return false;
    }
    q->kind = FIGURE_MULTIPLE;
    return true;
}

/* A word or sign behind the number that touches it and means nothing to us: then it is a name. */
static bool
quantity_is_name(const struct reader *r, const struct quantity *q)
{
    const struct scan_token *next = reader_at(r, q->amount.end);

    return q->amount.digits && (next->flags & SCAN_GLUED) && (next->shape == SCAN_WORD || next->shape == SCAN_IDENT) &&
           !reader_mark(r, q->amount.end, 's');
}

/*
 * The unit behind the amount, if there is one. What stands there is a unit, or begins one, by its class or its shape, or is one of
 * the words that are asked for by name: behind other words, which most are, no kind is tried, and behind a unit no more than its own.
 */
static bool
quantity_with_unit(const struct reader *r, struct quantity *q)
{
    size_t k = q->amount.end + reader_joined(r, q->amount.end);
    const struct scan_token *t = reader_at(r, k);
    uint32_t is = t->shape == SCAN_PERCENT ? IS_PERCENT : t->shape == SCAN_SIGN ? IS_MONEY : t->classes;

    if (t->shape == SCAN_DEGREE || t->shape == SCAN_TIMES || reader_mark(r, k, '"') || reader_letter(r, k) ||
        reader_one_of(r, k, "light parts bp bps of an basis per fold times yo full straight consecutive business working calendar solid "
                            "successive british metric imperial short long"))
        is = ~(uint32_t)0;
    if ((is & IS_PERCENT) && quantity_percent(r, q))
        return true;
    q->unit = NULL;
    if ((is & (IS_MONEY | IS_CITIZEN | IS_PREFIX)) && quantity_money_after(r, q))
        return true;
    q->unit = NULL;
    return (is == ~(uint32_t)0 && quantity_multiple(r, q)) || ((is & (IS_TIME | IS_UNIT)) && quantity_time(r, q)) ||
           ((is & (IS_UNIT | IS_POWER)) && quantity_measure(r, q));
}

/* What stands behind a number that may be the upper part of a fraction. */
static bool
quantity_may_be_part(const struct reader *r, size_t end)
{
    return reader_is(r, end, IS_PART | IS_ORDINAL | IS_TENS | IS_SMALL) || reader_shape(r, end, SCAN_DASH) ||
           (reader_is(r, end, IS_STOP) && reader_one_of(r, end, "in out of over and"));
}

bool
quantity_read(const struct reader *r, size_t i, struct quantity *q)
{
    *q = (struct quantity){.first = i};
    if (reader_shape(r, i, SCAN_SIGN) || reader_shape(r, i, SCAN_DASH) || reader_is(r, i, IS_PREFIX | IS_CODE)) {
        if (quantity_money_before(r, i, q))
            return true;
        *q = (struct quantity){.first = i};
    }
    if (!number_read(r, i, &q->amount)) {
        if (!number_vague(r, i, &q->amount) && !number_part(r, i, &q->amount))
            return false;
    } else if (!q->amount.part && quantity_may_be_part(r, q->amount.end)) {
        struct amount part;
        bool minus = reader_is(r, i, IS_LEAD) && reader_one_of(r, i, "minus negative");

        if (number_part(r, i + minus, &part) && part.end > q->amount.end) { /* "one" of "one-third", "one in five" */
            q->amount = part;
            q->amount.first = i;
            q->amount.value = q->amount.high = decimal_mul(part.value, decimal_make(minus ? -1 : 1, 0));
        }
    }
    q->end = q->amount.end;
    if (q->amount.vague)
        q->hedge = HEDGE_ABOUT;
    if (quantity_with_unit(r, q))
        return true;
    q->unit = NULL;
    q->end = q->amount.end;
    q->kind = q->amount.part ? FIGURE_FRACTION : FIGURE_NUMBER;
    return !quantity_is_name(r, q);
}

bool
quantity_single(const struct reader *r, struct quantity *q, size_t unit)
{
    if (reader_is(r, unit, IS_TIME)) {
        q->amount.end = unit;
        return quantity_time(r, q);
    }
    q->amount.end = unit;
    if (quantity_percent(r, q))
        return true;
    q->unit = NULL;
    return quantity_measure(r, q) || quantity_money_after(r, q);
}
