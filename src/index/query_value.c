/* Numbers and dates of a query, as readers write them. */
#include <string.h>

#include "lede/utf.h"
#include "query.h"

enum { VALUE_DIGITS = 18, VALUE_EXPONENT = 300 };

/* Words of scale; "m" is a million, as beside money, not a metre ("unit:m" asks for that). */
static const struct {
    const char *word;
    int32_t exponent;
} value_scales[] = {
    {"k", 3}, {"thousand", 3}, {"thousands", 3}, {"m", 6}, {"mn", 6}, {"mln", 6}, {"mio", 6}, {"million", 6}, {"millions", 6}, {"b", 9},
    {"bn", 9}, {"bln", 9}, {"billion", 9}, {"billions", 9}, {"tn", 12}, {"trn", 12}, {"tln", 12}, {"trillion", 12}, {"trillions", 12},
    {"lakh", 5}, {"crore", 7},
};

static bool
value_is_digit(struct slice s, size_t at)
{
    return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

/* Bytes of what may stand for a minus at s[at]. */
static size_t
value_minus(struct slice s, size_t at)
{
    if (at < s.len && s.at[at] == '-')
        return 1;
    return s.len - at >= 3 && memcmp(s.at + at, "\xE2\x88\x92", 3) == 0 ? 3 : 0;
}

/* What stands before the number: a sign, a currency ("$", "US$", "EUR "), a sign. */
static bool
value_lead(struct slice s, size_t *at, bool *negative, struct slice *unit)
{
    size_t from, n = value_minus(s, 0);

    *negative = n > 0;
    *at = n ? n : s.len && s.at[0] == '+';
    for (from = *at; *at < s.len && !value_is_digit(s, *at) && s.at[*at] != '.' && !value_minus(s, *at); ++*at)
        ;
    *unit = slice_trim(slice_of(s.at + from, *at - from));
    n = value_minus(s, *at);
    if (n && *negative)
        return false;
    *negative |= n > 0;
    *at += n;
    return unit->len <= 8;
}

/* Commas part thousands; false where they do not ("1,5"). */
static bool
value_commas(struct slice s, size_t at)
{
    for (size_t i = at; i < s.len; i++) {
        if (s.at[i] == ',') {
            if (!value_is_digit(s, i + 1) || !value_is_digit(s, i + 2) || !value_is_digit(s, i + 3) || value_is_digit(s, i + 4))
                return false;
        } else if (!value_is_digit(s, i)) {
            break;
        }
    }
    return true;
}

static bool
value_digits(struct slice s, size_t *at, int64_t *digits, int32_t *exponent)
{
    bool point = false, any = false;
    int kept = 0;

    *digits = 0;
    *exponent = 0;
    if (!value_commas(s, *at))
        return false;
    for (; *at < s.len && *exponent < VALUE_EXPONENT; ++*at) {
        char c = s.at[*at];

        if (c == ',' && !point && any)
            continue;
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (!value_is_digit(s, *at))
            break;
        any = true;
        if (kept < VALUE_DIGITS) {
            *digits = *digits * 10 + (c - '0');
            kept += *digits > 0;
            *exponent -= point;
        } else {
            *exponent += !point;
        }
    }
    return any && *exponent > -VALUE_EXPONENT && *exponent < VALUE_EXPONENT;
}

/* "e9", "E-3" */
static bool
value_exponent(struct slice s, size_t *at, int32_t *exponent)
{
    size_t i = *at;
    bool minus = false;
    int32_t power = 0;

    if (i >= s.len || (s.at[i] | 0x20) != 'e')
        return true;
    if (++i < s.len && (s.at[i] == '-' || s.at[i] == '+'))
        minus = s.at[i++] == '-';
    if (!value_is_digit(s, i))
        return true; /* a word that begins with e */
    for (; value_is_digit(s, i); i++)
        if (power < 1000)
            power = power * 10 + (s.at[i] - '0');
    if (power > VALUE_EXPONENT)
        return false;
    *exponent += minus ? -power : power;
    *at = i;
    return true;
}

/* The word of scale at the beginning of s; moves s behind it. A word goes on with letters alone: "m" of "mi" is none. */
static int32_t
value_scale(struct slice *s)
{
    size_t n = 0;

    while (n < s->len && (s->at[n] | 0x20) >= 'a' && (s->at[n] | 0x20) <= 'z')
        n++;
    for (size_t i = 0; i < sizeof value_scales / sizeof *value_scales; i++)
        if (slice_is_nocase(slice_of(s->at, n), value_scales[i].word)) {
            *s = slice_trim(slice_of(s->at + n, s->len - n));
            return value_scales[i].exponent;
        }
    return 0;
}

bool
query_value_number(struct slice s, struct decimal *value, struct slice *unit)
{
    struct slice rest;
    int64_t digits;
    int32_t exponent;
    bool negative;
    size_t at;

    s = slice_trim(s);
    if (!value_lead(s, &at, &negative, unit) || !value_digits(s, &at, &digits, &exponent) || !value_exponent(s, &at, &exponent))
        return false;
    rest = slice_trim(slice_of(s.at + at, s.len - at));
    if (rest.len && rest.at[0] == '-') /* "5-km", "$2-million" */
        rest = slice_of(rest.at + 1, rest.len - 1);
    exponent += value_scale(&rest);
    if (rest.len && unit->len)
        return false;
    if (rest.len)
        *unit = rest;
    for (size_t i = 0; i < unit->len; i++) /* "5 or 6", "3/4" are no numbers with a unit */
        if (value_is_digit(*unit, i) && !(unit->len <= 3 && i + 1 == unit->len))
            return false;
    *value = decimal_make(negative ? -digits : digits, exponent);
    return true;
}

bool
query_value_range(struct slice s, struct slice *low, struct slice *high)
{
    static const char *const marks[] = {"..", "\xE2\x80\xA6"}; /* a keyboard that helps makes one of the dots */

    for (size_t at = 0; at < s.len; at++)
        for (size_t i = 0; i < 2; i++) {
            size_t n = strlen(marks[i]);

            if (s.len - at < n || memcmp(s.at + at, marks[i], n) != 0)
                continue;
            *low = slice_trim(slice_of(s.at, at));
            *high = slice_trim(slice_of(s.at + at + n, s.len - at - n));
            return true;
        }
    return false;
}

/* ---- dates ----------------------------------------------------------------------------- */

static uint32_t
value_days(uint32_t year, uint32_t month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

/* So many digits, moved behind; UINT32_MAX when there are fewer. */
static uint32_t
value_part(struct slice s, size_t *at, int n)
{
    uint32_t part = 0;

    for (; n > 0; n--, ++*at) {
        if (!value_is_digit(s, *at))
            return UINT32_MAX;
        part = part * 10 + (uint32_t)(s.at[*at] - '0');
    }
    return part;
}

bool
query_value_date(struct slice s, uint32_t *first, uint32_t *last)
{
    size_t at = 0;
    uint32_t year = value_part(s, &at, 4), month, day;

    if (year > 9999)
        return false;
    *first = year * 10000 + 101;
    *last = year * 10000 + 1231;
    if (at == s.len)
        return true;
    if (s.at[at++] != '-' || (month = value_part(s, &at, 2)) < 1 || month > 12)
        return false;
    *first = year * 10000 + month * 100 + 1;
    *last = *first - 1 + value_days(year, month);
    if (at == s.len)
        return true;
    if (s.at[at++] != '-' || (day = value_part(s, &at, 2)) < 1 || day > value_days(year, month))
        return false;
    *first = *last = year * 10000 + month * 100 + day;
    return at == s.len || s.at[at] == 'T';
}
