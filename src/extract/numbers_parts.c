/* Ordinals, vague numbers and parts of things. */
#include <string.h>

#include "numbers.h"

/* ---- ordinals ---------------------------------------------------------------------------------- */

/* "51st" and "12th", but "12st" are stones. */
static bool
number_suffix_fits(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);
    bool teen = s.len > 1 && s.at[s.len - 2] == '1';
    char last = s.at[s.len - 1];

    if (!reader_is(r, i + 1, IS_SUFFIX) || !reader_has(r, i + 1, SCAN_GLUED))
        return false;
    return reader_said(r, i + 1, teen ? "th" : last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th");
}

bool
number_ordinal(const struct reader *r, size_t i, struct amount *a)
{
    int64_t group = 0;
    size_t k = i;
    struct amount before = {0};

    *a = (struct amount){.first = i};
    if (reader_shape(r, i, SCAN_INTEGER) || reader_shape(r, i, SCAN_GROUPED)) {
        if (!number_suffix_fits(r, i) || reader_has(r, i, SCAN_DEAD))
            return false;
        a->value = number_literal(r, i);
        a->digits = true;
        a->end = i + 2;
    } else if (reader_is(r, i, IS_ORDINAL)) {
        a->value = number_of(reader_word(r, i)->value);
        a->end = i + 1;
    } else if (reader_is(r, i, IS_TENS | IS_SMALL)) {
        if (reader_is(r, i, IS_TENS) && (reader_joined(r, i + 1) || !reader_shape(r, i + 1, SCAN_DASH))) {
            k = i + 1 + (reader_shape(r, i + 1, SCAN_DASH) ? 1 : 0);
            if (reader_is(r, k, IS_ORDINAL) && reader_word(r, k)->value < 10) {
                a->value = number_of(reader_word(r, i)->value + reader_word(r, k)->value);
                a->end = k + 1;
                a->high = a->value;
                return true;
            }
        }
        if (!number_spelled(r, i, false, &before))
            return false;
        k = before.end;
        if (reader_said(r, k, "and"))
            k++;
        if (reader_is(r, k, IS_TENS) && reader_joined(r, k + 1) && reader_is(r, k + 2, IS_ORDINAL)) {
            group = reader_word(r, k)->value;
            k += 2;
        } else if (reader_joined(r, k) && reader_is(r, k - 1, IS_TENS) && reader_is(r, k + 1, IS_ORDINAL)) {
            k++; /* "one hundred twenty-fifth" */
        }
        if (!reader_is(r, k, IS_ORDINAL))
            return false;
        if (reader_word(r, k)->value >= 100) { /* "two hundredth" */
            a->value = decimal_mul(before.value, number_of(reader_word(r, k)->value));
        } else if (decimal_compare(before.value, number_of(100)) >= 0 || (k > before.end && before.scaled)) {
            a->value = decimal_add(before.value, number_of(group + reader_word(r, k)->value));
        } else if (decimal_compare(before.value, number_of(20)) >= 0 && decimal_compare(before.value, number_of(100)) < 0) {
            return false;
        } else {
            return false;
        }
        a->end = k + 1;
    } else {
        return false;
    }
    a->high = a->value;
    return true;
}

/* ---- vague ones -------------------------------------------------------------------------------- */

/* Plural words of size: from, to, and the power of ten for the interval that "tens of" and the like mean. */
static bool
number_plural(const struct reader *r, size_t i, int64_t *low, int64_t *high, int32_t *power)
{
    struct slice s = reader_slice(r, i);

    if (reader_said(r, i, "tens")) {
        *low = 20, *high = 99, *power = 0;
    } else if (reader_said(r, i, "scores")) {
        *low = 40, *high = 99, *power = 0;
    } else if (reader_is(r, i, IS_DOZEN) && s.len > 5) {
        *low = 24, *high = 99, *power = 0;
    } else if (reader_is(r, i, IS_HUNDRED) && s.len > 7) {
        *low = 200, *high = 999, *power = 0;
    } else if (reader_is(r, i, IS_SCALE) && s.len > 5 && (s.at[s.len - 1] == 's' || s.at[s.len - 1] == 'S')) {
        *low = 2, *high = 999, *power = reader_word(r, i)->value;
    } else {
        return false;
    }
    return true;
}

static bool
number_vague_set(struct amount *a, size_t first, size_t end, struct decimal low, struct decimal high)
{
    *a = (struct amount){.first = first, .end = end, .value = low, .high = high, .has_high = true, .vague = true};
    return true;
}

/* "several hundred", "a few thousand", "a couple of", "a couple of hundred" */
static bool
number_several(const struct reader *r, size_t i, struct amount *a)
{
    size_t k = i + reader_said(r, i, "a");
    int64_t low, high;
    int32_t power = 0;

    if (!reader_is(r, k, IS_VAGUE) || reader_said(r, k, "many"))
        return false;
    low = reader_said(r, k, "several") ? 3 : 2;
    high = reader_said(r, k, "several") ? 9 : 5;
    if (reader_said(r, k, "couple")) {
        if (!reader_said(r, k + 1, "of") && !reader_is(r, k + 1, IS_HUNDRED | IS_SCALE | IS_DOZEN | IS_TIME))
            return false;
        low = high = 2;
        k += reader_said(r, k + 1, "of");
        if (reader_one_of(r, k + 1, "the these those his her their our my your them"))
            return false;
    }
    k++;
    if (reader_is(r, k, IS_HUNDRED))
        power = 2;
    else if (reader_is(r, k, IS_SCALE))
        power = reader_word(r, k)->value;
    else if (reader_is(r, k, IS_DOZEN))
        return number_vague_set(a, i, k + 1, number_of(low * 12), number_of(high * 12));
    if (power) {
        k++;
        if (reader_is(r, k, IS_SCALE))
            power += reader_word(r, k++)->value;
    }
    if (!power && low != high && !reader_is(r, k, IS_PERCENT) &&
        !(reader_is(r, k, IS_MONEY) && reader_shape(r, k, SCAN_WORD)) &&
        !(reader_said(r, k, "per") && reader_said(r, k + 1, "cent")))
        return false; /* "several aides", "a few"; but "a few percent", "several dollars" */
    number_vague_set(a, i, k, decimal_make(low, power), decimal_make(high, power));
    a->has_high = low != high;
    a->scaled = power > 2;
    return true;
}

bool
number_vague(const struct reader *r, size_t i, struct amount *a)
{
    int64_t low, high, low2, high2;
    int32_t power, power2;
    size_t k = i;

    if (number_several(r, i, a))
        return true;
    if (!number_plural(r, k, &low, &high, &power))
        return false;
    k++;
    if (reader_said(r, k, "of") && number_plural(r, k + 1, &low2, &high2, &power2)) {
        if (power2 == 0)
            power2 = reader_is(r, k + 1, IS_HUNDRED) ? 2 : 1;
        number_vague_set(a, i, k + 2, decimal_make(low, power + power2), decimal_make(high, power + power2));
    } else if (reader_one_of(r, i, "tens scores") && !(reader_said(r, k, "of") && reader_said(r, i, "scores"))) {
        return false; /* "tens" alone, "scores" of a match */
    } else {
        number_vague_set(a, i, k, decimal_make(low, power), decimal_make(high, power));
    }
    a->scaled = power > 0;
    return true;
}

/* ---- parts ---------------------------------------------------------------------------------------- */

/* A number that may stand on either side of "in" or "out of". */
size_t
number_small(const struct reader *r, size_t i, int64_t *value)
{
    struct amount a = {0};

    if (reader_has(r, i, SCAN_DEAD))
        return i;
    if (reader_shape(r, i, SCAN_INTEGER) || reader_shape(r, i, SCAN_GROUPED)) {
        struct decimal d = number_literal(r, i);

        if (d.exponent < 0 || d.exponent > 7 || d.digits > 1000000)
            return i;
        *value = number_whole(d);
        return i + 1;
    }
    if (!reader_is(r, i, IS_SMALL | IS_TENS) || !number_spelled(r, i, true, &a) || a.value.exponent < 0 || a.value.exponent > 9)
        return i;
    *value = number_whole(a.value);
    return a.end;
}

/* "one in five", "1 in 10", "four out of five", "one of every ten" */
static bool
number_share(const struct reader *r, size_t i, struct amount *a)
{
    int64_t over, under;
    size_t k = number_small(r, i, &over), next;
    bool out;

    if (k == i || over <= 0 || over > 99)
        return false;
    out = reader_said(r, k, "out") && reader_said(r, k + 1, "of");
    if (out)
        k += 2;
    else if (reader_said(r, k, "in") || (reader_said(r, k, "of") && reader_said(r, k + 1, "every")))
        k++;
    else
        return false;
    if (reader_one_of(r, k, "every each")) {
        out = true;
        k++;
    }
    next = number_small(r, k, &under);
    if (next == k || under <= over || reader_is(r, next, IS_TIME | IS_PERCENT | IS_UNIT | IS_MONEY) ||
        reader_shape(r, next, SCAN_PERCENT) || (reader_has(r, next, SCAN_GLUED) && reader_shape(r, next, SCAN_WORD)))
        return false;
    if (!out && (under > 1000 ? over != 1 : over > 9))
        return false; /* "rose 12 in 2020" */
    if (!out && under >= 1900 && under <= 2100 && reader_shape(r, k, SCAN_INTEGER))
        return false;
    *a = (struct amount){.first = i, .end = next, .part = true, .value = number_ratio(number_of(over), under)};
    a->high = a->value;
    return true;
}

/* Is the word behind "a third" what is third? Then it is an ordinal. */
static bool
number_names_next(const struct reader *r, size_t i)
{
    if (reader_said(r, i, "and") && reader_one_of(r, i + 1, "final last possibly perhaps probably likely even"))
        return true; /* "a third and final term" */
    if (reader_is(r, i, IS_VERB) && reader_one_of(r, i, "say said are were have had think believe support oppose want live"))
        return false; /* "nearly a third say" */
    return reader_shape(r, i, SCAN_WORD) && !reader_is(r, i, IS_STOP | IS_SCALE | IS_HUNDRED | IS_MONTH | IS_PERCENT) &&
           !reader_one_of(r, i, "higher lower larger smaller bigger cheaper faster slower");
}

/* What stands above the line: "two", "54", "one hundred and thirty". */
static size_t
number_over(const struct reader *r, size_t i, int64_t *value)
{
    struct amount a = {0};

    if (!reader_is(r, i, IS_SMALL | IS_TENS))
        return number_small(r, i, value);
    if (!number_spelled(r, i, false, &a) || a.value.exponent < 0 || a.value.exponent > 9 || a.value.digits > 1000000000)
        return i;
    *value = number_whole(a.value);
    return a.end;
}

/* "one over three", said of nothing else: the figure is all that is left of the clause. */
static bool
number_quotient(const struct reader *r, size_t i, struct amount *a)
{
    int64_t over, under;
    size_t k = number_small(r, i, &over), next;

    if (k == i || !reader_said(r, k, "over"))
        return false;
    next = number_over(r, k + 1, &under);
    if (next == k + 1 || under <= 0 || !reader_shape(r, next, SCAN_STOP) ||
        !(i == 0 || reader_one_of(r, i - 1, "is equals minus negative")))
        return false;
    *a = (struct amount){.first = i, .end = next, .part = true, .value = number_ratio(number_of(over), under)};
    a->high = a->value;
    return true;
}

/* Does a part's name, or what joins a share, follow the first number's words? Before all readings of a part are tried. */
static bool
number_part_follows(const struct reader *r, size_t i)
{
    for (size_t k = i; k < i + 16; k++) {
        const struct scan_token *t = reader_at(r, k);

        if (t->classes & (IS_PART | IS_ORDINAL))
            return true;
        if (t->shape == SCAN_DASH || scan_is_literal(t) || (t->classes & (IS_SMALL | IS_TENS | IS_HUNDRED | IS_SCALE)))
            continue;
        if (reader_one_of(r, k, "in out of over"))
            return true;
        if (!reader_one_of(r, k, "and a an") && !reader_mark(r, k, '&'))
            return false;
    }
    return true;
}

bool
number_part(const struct reader *r, size_t i, struct amount *a)
{
    int64_t over = 1, under;
    size_t k = i;
    bool article = reader_is(r, i, IS_LEAD) && reader_one_of(r, i, "a an");

    if (!number_part_follows(r, i))
        return false;
    *a = (struct amount){.first = i, .part = true};
    if (number_share(r, i, a) || number_quotient(r, i, a))
        return true;
    *a = (struct amount){.first = i, .part = true};
    if (article)
        k++;
    else if (!reader_is(r, k, IS_PART)) {
        if (reader_shape(r, k, SCAN_INTEGER) && reader_at(r, k)->end - reader_at(r, k)->start > 2)
            return false;
        k = number_over(r, k, &over);
        if (k == i || over < 1)
            return false;
    }
    if (!article && k > i && reader_shape(r, k, SCAN_DASH))
        k++;
    if (reader_has(r, k, SCAN_LINE) && k > i)
        return false;
    if (!reader_is(r, k, IS_PART)) {
        int64_t tens = 0;

        if (reader_is(r, k, IS_TENS) && reader_joined(r, k + 1) && reader_is(r, k + 2, IS_ORDINAL) &&
            reader_word(r, k + 2)->value < 10) {
            tens = reader_word(r, k)->value;
            k += 2;
        }
        if (!reader_is(r, k, IS_ORDINAL) || over != 1 || (k == i))
            return false;
        under = tens + reader_word(r, k)->value;
        if (under < 3 || number_names_next(r, k + 1) || (reader_shape(r, k + 1, SCAN_DASH) && article))
            return false;
    } else {
        under = reader_word(r, k)->value;
    }
    if (k == i && under != 2 && !reader_is(r, k + 1, IS_SCALE))
        return false; /* "quarters", "thirds" alone */
    if (reader_said(r, k, "halves") && k == i)
        return false;
    a->end = k + 1;
    a->value = number_ratio(number_of(over), under);
    a->high = a->value;
    return true;
}
