/* Numbers in digits and in words, with their scale. */
#include <math.h>
#include <string.h>

#include "numbers.h"

/* ---- digits --------------------------------------------------------------------------- */

/* "1 234 567": groups of three after blanks. A plain blank counts only where no other reading is near. */
static size_t
number_spaced(const struct reader *r, size_t i, struct decimal *value)
{
    size_t end = i + 1;
    const struct scan_token *t = reader_at(r, i);

    if (t->shape != SCAN_INTEGER || t->end - t->start > 3 || r->text[t->start] == '0')
        return end;
    if (reader_is(r, i - 1, IS_MONTH) || (reader_shape(r, i - 1, SCAN_STOP) && reader_is(r, i - 2, IS_MONTH)))
        return end;
    while (end < r->n) {
        const struct scan_token *next = reader_at(r, end);
        bool last = next->shape == SCAN_DECIMAL || next->shape == SCAN_GROUPED;
        const char *point = r->text + next->start + 3;

        if ((next->shape != SCAN_INTEGER && !last) || next->start - r->v[end - 1].end > 3 ||
            (next->flags & (SCAN_GLUED | SCAN_LINE | SCAN_WIDE)) || next->end - next->start < 3 ||
            (!last && next->end - next->start != 3) || (last && *point != '.' && *point != ','))
            break;
        end++;
        if (last)
            break;
    }
    if (end < r->n && end > i + 1 && reader_shape(r, end, SCAN_INTEGER) && !reader_has(r, end, SCAN_GLUED | SCAN_LINE))
        return i + 1; /* a row of numbers */
    if (end == i + 2 && r->text[reader_at(r, i + 1)->start] == '7' && r->text[reader_at(r, i + 1)->start + 2] == '7' &&
        reader_one_of(r, end, "max dreamliner jet jets planes aircraft airliners"))
        return i + 1; /* "400 737 jets" */
    for (size_t k = i + 1; k < end; k++)
        *value = decimal_add(decimal_mul(*value, number_of(1000)), number_literal(r, k));
    return end;
}

/* A small whole exponent at token k, its sign before it; returns the token behind it, or k. */
static size_t
number_exponent(const struct reader *r, size_t k, int32_t *exponent)
{
    size_t at = k;
    bool minus = false;
    struct slice s;

    while (at < k + 3 && (reader_shape(r, at, SCAN_DASH) || reader_mark(r, at, '+'))) {
        minus ^= reader_shape(r, at, SCAN_DASH);
        at++;
    }
    s = reader_slice(r, at);
    if (!reader_shape(r, at, SCAN_INTEGER) || !reader_has(r, at, SCAN_GLUED) || s.len > 2)
        return k;
    *exponent = s.len == 2 ? (s.at[0] - '0') * 10 + s.at[1] - '0' : s.at[0] - '0';
    *exponent = minus ? -*exponent : *exponent;
    return at + 1;
}

/* "×10^30", "x10^-3", "× 10−5", "2.5^-1": powers, as science writes them; returns the token behind them, or i. */
static size_t
number_science(const struct reader *r, size_t i, struct decimal *value)
{
    int32_t exponent = 0;
    size_t k = i, end;

    if (reader_mark(r, i, '^') && reader_has(r, i, SCAN_GLUED) && (end = number_exponent(r, i + 1, &exponent)) != i + 1) {
        *value = decimal_from_double(pow(decimal_to_double(*value), exponent));
        return end;
    }
    if (reader_shape(r, k, SCAN_IDENT) && reader_has(r, k, SCAN_GLUED) && slice_is(reader_slice(r, k), "x10"))
        k++;
    else if (reader_shape(r, k, SCAN_TIMES) && reader_shape(r, k + 1, SCAN_INTEGER) && slice_is(reader_slice(r, k + 1), "10"))
        k += 2;
    else
        return i;
    k += reader_mark(r, k, '^');
    end = number_exponent(r, k, &exponent);
    if (end == k)
        return i;
    *value = decimal_mul(*value, number_tens(exponent));
    return end;
}

/* "±0.01", "+/- 1": how exact the number before is, no number of its own; returns the token behind it, or i. */
static size_t
number_uncertainty(const struct reader *r, size_t i)
{
    size_t k = i;

    if (!reader_shape(r, k, SCAN_MARK))
        return i;
    if (slice_is(reader_slice(r, k), "\xC2\xB1"))
        k++;
    else if (reader_mark(r, k, '+') && reader_mark(r, k + 1, '/') && reader_shape(r, k + 2, SCAN_DASH))
        k += 3;
    return k > i && scan_is_literal(reader_at(r, k)) ? k + 1 : i;
}

/* Is what follows a thing that is counted? Then a glued m is a million. */
static bool
number_counts_something(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (!reader_shape(r, i, SCAN_WORD) || reader_has(r, i, SCAN_GLUED))
        return false;
    if (reader_is(r, i, IS_MONEY | IS_PERSON))
        return true;
    return !reader_is(r, i, IS_STOP | IS_UNIT | IS_FLAT | IS_VERB) && s.len > 3 && s.at[s.len - 1] == 's' &&
           s.at[s.len - 2] != 's';
}

/* "the number of deaths fell from 12.6m to 5m": metres have no number, no sales, no users. */
static bool
number_of_many(const struct reader *r, size_t i)
{
    size_t floor = i > 16 ? i - 16 : 0;

    if (reader_one_of(r, i + 1, "long wide deep high tall across away above below behind") || reader_one_of(r, i - 2, "within every") ||
        (reader_said(r, i + 1, "from") && !scan_is_literal(reader_at(r, i + 2))))
        return false;
    for (size_t k = i; k-- > floor && !reader_shape(r, k, SCAN_STOP);) {
        if (reader_one_of(r, k, "depth height length width altitude metres race sprint freestyle hurdles swim sea"))
            return false;
        if (reader_one_of(r, k, "number population sales audience circulation membership deaths cases users voters visitors passengers "
                                "subscribers customers viewers households jobs migrants refugees pupils votes"))
            return true;
    }
    return false;
}

/* A scale word or letter at i, for a literal when digits; sets *power; returns the token behind it, or i. */
static size_t
number_scale(const struct reader *r, size_t i, bool digits, int32_t *power, bool *letter_m)
{
    const struct scan_token *t = reader_at(r, i);

    if (t->shape != SCAN_WORD || !t->word)
        return i;
    if (t->classes & IS_LETTER) {
        if (!digits || t->flags & SCAN_LINE)
            return i;
        if (!(t->flags & SCAN_GLUED)) { /* "2.33 k": apart only from a number that is no name, and with nothing behind */
            bool apart = (reader_shape(r, i - 1, SCAN_DECIMAL) || reader_shape(r, i - 1, SCAN_GROUPED)) &&
                         !reader_shape(r, i + 1, SCAN_WORD);

            if (!apart || !strchr("kKMBG", r->text[t->start]) || t->end - t->start > 1)
                return i;
            *power = reader_word(r, i)->value;
            return i + 1;
        }
        *power = reader_word(r, i)->value;
        *letter_m = reader_mark(r, i, 'm');
        if (*letter_m && !number_counts_something(r, i + 1) && !number_of_many(r, i))
            return i;
        if ((reader_mark(r, i, 't') || reader_mark(r, i, 'b') || reader_mark(r, i, 'T') ||
             reader_mark(r, i, 'G')) &&
            !number_counts_something(r, i + 1) && !reader_mark(r, i, 'b'))
            return i;
        return i + 1;
    }
    if (!(t->classes & IS_SCALE))
        return i;
    *power = reader_word(r, i)->value;
    return i + 1;
}

/* A fraction behind a whole number: "½", "7/8", "-7/8"; returns the token behind it, or i. */
static size_t
number_mixed(const struct reader *r, size_t i, struct decimal *value)
{
    size_t k = i;

    if (reader_joined(r, k))
        k++;
    if (reader_has(r, k, SCAN_LINE) || !(reader_shape(r, k, SCAN_VULGAR) || number_is_fraction(r, k)))
        return i;
    if (k == i && reader_shape(r, k, SCAN_SLASHED) && reader_has(r, k, SCAN_GLUED))
        return i;
    *value = decimal_add(*value, number_literal(r, k));
    return k + 1;
}

static size_t number_group(const struct reader *r, size_t i, int64_t *value);

/* "and a half", "and three-quarters", "and one third": adds the part times unit; returns the token behind it, or i. */
static size_t
number_and_part(const struct reader *r, size_t i, struct decimal unit, struct decimal *value)
{
    size_t k = i;
    int64_t over = 1, under;

    if (reader_joined(r, k) && reader_said(r, k + 1, "and") && reader_joined(r, k + 2) && reader_said(r, k + 3, "a") &&
        reader_joined(r, k + 4) && reader_said(r, k + 5, "half")) { /* "seven-and-a-half years" */
        *value = decimal_add(*value, decimal_mul(unit, decimal_make(5, -1)));
        return k + 6;
    }
    if (!reader_said(r, k, "and"))
        return i;
    k++;
    if (reader_one_of(r, k, "a an one"))
        k++;
    else if (reader_is(r, k, IS_SMALL | IS_TENS))
        k = number_group(r, k, &over);
    else if (!reader_said(r, k, "half"))
        return i;
    if (reader_joined(r, k))
        k++;
    if (!reader_is(r, k, IS_PART | IS_ORDINAL))
        return i;
    under = reader_word(r, k)->value;
    if (reader_is(r, k, IS_ORDINAL) && (under < 3 || over != 1))
        return i;
    if (reader_shape(r, k + 1, SCAN_WORD) && reader_is(r, k, IS_ORDINAL) && !reader_is(r, k + 1, IS_STOP | IS_SCALE | IS_UNIT))
        return i; /* "two and a third man" */
    *value = decimal_add(*value, decimal_mul(unit, number_ratio(number_of(over), under)));
    return k + 1;
}

/* ---- words -------------------------------------------------------------------------------- */

/* Up to 999 in words: "twenty-one", "three hundred and five"; returns the token behind it, or i. */
static size_t
number_group(const struct reader *r, size_t i, int64_t *value)
{
    size_t k = i, dash;
    int64_t group = 0;

    if (reader_is(r, k, IS_TENS)) {
        group = reader_word(r, k++)->value;
        dash = reader_shape(r, k, SCAN_DASH) ? k + 1 : k;
        if (reader_is(r, dash, IS_SMALL) && reader_word(r, dash)->value > 0 && reader_word(r, dash)->value < 10 &&
            !reader_has(r, dash, SCAN_LINE)) {
            group += reader_word(r, dash)->value;
            k = dash + 1;
        }
    } else if (reader_is(r, k, IS_SMALL)) {
        group = reader_word(r, k++)->value;
    } else if (!reader_said(r, k, "hundred")) {
        return i;
    }
    *value = group;
    if (!reader_said(r, k, "hundred") && !(reader_joined(r, k) && reader_said(r, k + 1, "hundred")))
        return k;
    k += reader_joined(r, k) ? 2 : 1;
    *value = (group ? group : 1) * 100;
    return k;
}

/* What may follow a hundred: "and five", "twenty-one"; returns the token behind it, or i. */
static size_t
number_under_hundred(const struct reader *r, size_t i, bool no_and, int64_t *value)
{
    size_t k = i, end;
    bool and = false;

    if (reader_said(r, k, "and") || reader_mark(r, k, '&')) {
        and = true;
        k++;
    }
    if ((and&&no_and) || !reader_is(r, k, IS_SMALL | IS_TENS) || reader_said(r, k + 1, "hundred") ||
        reader_has(r, k, SCAN_LINE))
        return i;
    end = number_group(r, k, value);
    if (and&&reader_is(r, end + reader_joined(r, end), IS_PART) &&
        *value < reader_word(r, end + reader_joined(r, end))->value)
        return i; /* "a hundred and three quarters"; thirty fifths are more than one */
    if (reader_is(r, end, IS_SCALE) && and)
        return end; /* "two hundred and two thousand" */
    return end;
}

/* "two and a half", "a million and a half", "two and a half million", "two billion and a quarter million" */
static void
number_add_part(const struct reader *r, struct amount *a, size_t k, struct decimal total, struct decimal unit)
{
    struct decimal part = number_of(0);
    int32_t power;
    bool letter, scaled;

    a->end = k;
    a->value = total;
    if (!reader_said(r, k, "and") && !(reader_joined(r, k) && reader_said(r, k + 1, "and")))
        return;
    a->end = number_and_part(r, k, number_of(1), &part);
    scaled = a->end != k && number_scale(r, a->end, false, &power, &letter) != a->end;
    a->value = decimal_add(total, decimal_mul(part, scaled && a->scaled ? number_tens(power) : unit));
    if (!scaled)
        return;
    if (!a->scaled)
        a->value = decimal_mul(a->value, number_tens(power));
    a->scale = a->scaled ? a->scale : power;
    a->scaled = true;
    a->end++;
}

/* Thousands, millions and so on after a first group: each must be smaller than the one before. */
bool
number_spelled(const struct reader *r, size_t i, bool no_and, struct amount *a)
{
    struct decimal total = number_of(0), unit = number_of(1);
    int64_t group = 0, more = 0;
    int32_t limit = 99, power = 0;
    size_t k = i, next;
    bool letter;

    for (;;) {
        size_t from = k;
        bool and = false;

        if (from != i && (reader_said(r, from, "and") || reader_mark(r, from, '&'))) {
            if (no_and)
                break;
            and = true;
            from++;
        }
        next = number_group(r, from, &group);
        if (from != i &&
            (reader_is(r, next, IS_PART) || (reader_joined(r, next) && reader_is(r, next + 1, IS_PART | IS_ORDINAL))) && and)
            break; /* "two million and three fifths" */
        if (next == from || (from != i && reader_has(r, from, SCAN_LINE)))
            break;
        if (group >= 100 && (size_t)(next - from) >= 1 && reader_said(r, next - 1, "hundred")) {
            size_t tail = number_under_hundred(r, next, no_and, &more);

            if (tail != next) {
                group += more;
                next = tail;
            }
        }
        power = 0;
        if (number_scale(r, next, false, &power, &letter) == next + 1 ||
            (reader_joined(r, next) && reader_is(r, next + 1, IS_SCALE))) {
            if (reader_joined(r, next))
                power = reader_word(r, ++next)->value;
            next++;
            while (reader_is(r, next, IS_SCALE)) /* "lakh crore", "thousand billion" */
                power += reader_word(r, next++)->value;
        }
        if (power >= limit || (and&&power == 0 && limit == 99))
            break; /* "two thousand and three thousand" are two */
        total = decimal_add(total, decimal_mul(number_of(group), number_tens(power)));
        unit = number_tens(power);
        a->scaled |= power > 0;
        a->scale = power ? power : a->scale;
        limit = power;
        k = next;
        if (power == 0)
            break;
    }
    if (k == i)
        return false;
    number_add_part(r, a, k, total, unit);
    return true;
}

/* "point zero three", "point seventy-one" */
static void
number_point_words(const struct reader *r, struct amount *a)
{
    size_t k = a->end + 1;
    int32_t places = 0;
    int64_t group;
    struct decimal fraction = number_of(0);

    if (!reader_said(r, a->end, "point"))
        return;
    while (places < 12) {
        size_t next = number_group(r, k, &group);

        if (next == k || group > 99)
            break;
        places += group > 9 ? 2 : 1;
        fraction = decimal_add(fraction, decimal_make(group, -places));
        k = next;
    }
    if (!places)
        return;
    a->value = decimal_add(a->value, fraction);
    a->end = k;
}

/* ---- dozens, halves ----------------------------------------------------------------------- */

static void
number_dozens(const struct reader *r, struct amount *a)
{
    if (!reader_is(r, a->end, IS_DOZEN) || reader_has(r, a->end, SCAN_LINE))
        return;
    a->value = decimal_mul(a->value, number_of(12));
    a->end++;
    a->plain = false;
}

static bool
number_finish(const struct reader *r, struct amount *a, bool minus)
{
    number_dozens(r, a);
    if (minus)
        a->value = decimal_mul(a->value, number_of(-1));
    a->high = a->value;
    return true;
}

static bool number_in_digits(const struct reader *r, size_t i, struct amount *a);

/* "3 million 400 thousand", "6 crore and two hundred": what follows a scale word must be of a smaller one. */
static void
number_lower_scale(const struct reader *r, struct amount *a)
{
    struct amount more = {0};
    size_t k = a->end;
    bool lower;

    if (reader_said(r, k, "and") && reader_said(r, k + 2, "hundred") && reader_is(r, k + 1, IS_SMALL)) {
        if (number_spelled(r, k + 1, true, &more) && !counted_plural(r, more.end) && more.scale < a->scale) {
            a->value = decimal_add(a->value, more.value);
            a->end = more.end;
        }
        return;
    }
    lower = reader_said(r, k + 1, "hundred") || (reader_is(r, k + 1, IS_SCALE) && reader_word(r, k + 1)->value < a->scale);
    if (!lower || !reader_shape(r, k, SCAN_INTEGER) || reader_has(r, k, SCAN_LINE) || !number_in_digits(r, k, &more))
        return; /* each step goes to a smaller scale, of which there are few */
    a->value = decimal_add(a->value, more.value);
    a->end = more.end;
}

/* May token i, behind a literal, go on with it? Behind most stands a noun, a sign, or the sentence is over. */
static bool
number_goes_on(const struct reader *r, size_t i)
{
    const struct scan_token *t = reader_at(r, i);

    if (t->shape == SCAN_WORD)
        return (t->classes & (IS_HUNDRED | IS_SCALE | IS_LETTER)) || reader_said(r, i, "and");
    return scan_is_literal(t) || t->shape == SCAN_SLASHED || t->shape == SCAN_IDENT || t->shape == SCAN_DASH ||
           t->shape == SCAN_TIMES || t->shape == SCAN_MARK;
}

static bool
number_in_digits(const struct reader *r, size_t i, struct amount *a)
{
    int32_t power;
    int64_t small;
    size_t next;
    bool letter = false;

    if (scan_is_literal(reader_at(r, i)) && !reader_shape(r, i, SCAN_VULGAR) && !number_goes_on(r, i + 1)) {
        a->value = number_literal(r, i);
        a->plain = reader_shape(r, i, SCAN_INTEGER);
        a->digits = true;
        a->end = i + 1;
        return true;
    }
    if (reader_shape(r, i, SCAN_VULGAR) || number_is_fraction(r, i)) {
        a->value = number_literal(r, i);
        a->part = true;
        a->end = i + 1;
    } else if (scan_is_literal(reader_at(r, i))) {
        a->value = number_literal(r, i);
        a->plain = reader_shape(r, i, SCAN_INTEGER);
        a->end = number_spaced(r, i, &a->value);
        next = number_mixed(r, a->end, &a->value);
        next = number_science(r, next, &a->value);
        next = number_uncertainty(r, next);
        a->plain = a->plain && next == i + 1;
        a->end = next;
    } else {
        return false;
    }
    a->digits = true;
    if (reader_said(r, a->end, "hundred") && !a->part) {
        a->value = decimal_mul(a->value, number_of(100));
        a->end++;
        a->plain = false;
        if (reader_said(r, a->end, "and") && number_small(r, a->end + 1, &small) == a->end + 2 && small > 0 && small < 100 &&
            !reader_said(r, a->end + 2, "hundred")) {
            a->value = decimal_add(a->value, number_of(small));
            a->end += 2;
        }
    }
    next = reader_joined(r, a->end) && reader_is(r, a->end + 1, IS_SCALE) ? a->end + 1 : a->end;
    if (number_scale(r, next, true, &power, &letter) != next) {
        next++;
        while (reader_is(r, next, IS_SCALE) && !reader_has(r, next, SCAN_GLUED))
            power += reader_word(r, next++)->value;
        a->value = decimal_mul(a->value, number_tens(power));
        a->scaled = true;
        a->scale = power;
        a->letter_m = letter;
        a->plain = a->part = false;
        number_add_part(r, a, next, a->value, number_tens(power));
        if (a->end == next && a->scale >= 3)
            number_lower_scale(r, a);
    } else {
        number_add_part(r, a, a->end, a->value, number_of(1));
    }
    return true;
}

/* "half a million", "half a dozen", "a quarter million", "three quarters of a million": a part of a scale word */
static bool
number_part_of_scale(const struct reader *r, size_t i, struct amount *a)
{
    struct amount part = {0};
    size_t k;

    if (!number_part(r, i, &part))
        return false;
    k = part.end;
    if (reader_said(r, k, "of"))
        k++;
    if (reader_one_of(r, k, "a an"))
        k++;
    if (reader_joined(r, k))
        k++;
    if (!reader_is(r, k, IS_SCALE | IS_DOZEN) || reader_slice(r, k).at[reader_slice(r, k).len - 1] == 's')
        return false;
    *a = part;
    a->part = false;
    a->scaled = reader_is(r, k, IS_SCALE);
    a->scale = reader_word(r, k)->value;
    a->value = decimal_mul(part.value, reader_is(r, k, IS_DOZEN) ? number_of(12) : number_tens(a->scale));
    a->high = a->value;
    a->end = k + 1;
    return true;
}

static bool
number_with_article(const struct reader *r, size_t i, struct amount *a)
{
    int32_t power;
    bool letter;

    if (!reader_is(r, i, IS_LEAD) || !reader_one_of(r, i, "a an") || reader_has(r, i + 1, SCAN_LINE))
        return false;
    if (reader_said(r, i + 1, "hundred")) {
        if (!number_spelled(r, i + 1, false, a))
            return false;
    } else if (reader_is(r, i + 1, IS_DOZEN)) {
        a->value = number_of(12);
        a->end = i + 2;
    } else if (number_scale(r, i + 1, false, &power, &letter) != i + 1 && reader_slice(r, i + 1).len > 3 &&
               reader_slice(r, i + 1).at[reader_slice(r, i + 1).len - 1] != 's') {
        a->value = number_tens(power);
        a->scaled = true;
        a->scale = power;
        a->end = number_and_part(r, i + 2, number_tens(power), &a->value);
        while (reader_is(r, a->end, IS_SCALE) && a->end == i + 2) {
            a->value = decimal_mul(a->value, number_tens(reader_word(r, a->end)->value));
            a->end++;
        }
    } else {
        return false;
    }
    a->first = i;
    return true;
}

/* A minus that belongs to the number: after a blank or at the start, with the number right behind it. */
static bool
number_minus(const struct reader *r, size_t i)
{
    if (reader_is(r, i, IS_LEAD) && reader_one_of(r, i, "minus negative"))
        return !reader_one_of(r, i - 1, "or a"); /* "plus or minus three points", "a negative one" */
    if (!reader_shape(r, i, SCAN_DASH) || !(scan_is_literal(reader_at(r, i + 1)) || number_is_fraction(r, i + 1)))
        return false;
    if (reader_shape(r, i - 1, SCAN_SIGN) && reader_has(r, i, SCAN_GLUED))
        return true; /* "$-4.5m" */
    if (!reader_has(r, i, SCAN_GLUED) || i == 0 || reader_shape(r, i - 1, SCAN_OPEN) || reader_mark(r, i - 1, '<') ||
        reader_mark(r, i - 1, '>'))
        return reader_has(r, i + 1, SCAN_GLUED) &&
               (!scan_is_literal(reader_at(r, i - 1)) || reader_shape(r, i + 1, SCAN_DECIMAL)); /* a column of a table */
    return false;
}

/* Parts begin with a word, or with digits that a part's name follows: all other numbers need not be asked. */
static bool
number_may_be_part(const struct reader *r, size_t i)
{
    return reader_shape(r, i, SCAN_WORD) || reader_is(r, i + 1, IS_PART | IS_ORDINAL) || reader_shape(r, i + 1, SCAN_DASH);
}

bool
number_read(const struct reader *r, size_t i, struct amount *a)
{
    bool minus = number_minus(r, i);
    size_t from = i + minus;

    *a = (struct amount){.first = i};
    if (reader_has(r, from, SCAN_DEAD))
        return false;
    if ((number_may_be_part(r, from) && number_part_of_scale(r, from, a)) || number_in_digits(r, from, a) ||
        number_with_article(r, from, a)) {
        a->first = i;
        return number_finish(r, a, minus);
    }
    if (!reader_is(r, from, IS_SMALL | IS_TENS) && !(reader_said(r, from, "hundred") && reader_is(r, from + 1, IS_SCALE)))
        return false;
    if (!number_spelled(r, from, reader_said(r, i - 1, "between"), a))
        return false;
    if (minus && reader_has(r, i, SCAN_LINE) && reader_shape(r, i, SCAN_DASH))
        return false; /* a list mark */
    number_point_words(r, a);
    return number_finish(r, a, minus);
}
