/* Exact decimal numbers. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lede/decimal.h"

enum { DECIMAL_DIGITS = 18, DECIMAL_MAX_EXPONENT = 400 };
#define DECIMAL_LIMIT INT64_C(1000000000000000000)
__extension__ typedef __int128 decimal_wide;

static const int64_t decimal_powers[DECIMAL_DIGITS + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, INT64_C(10000000000), INT64_C(100000000000),
    INT64_C(1000000000000), INT64_C(10000000000000), INT64_C(100000000000000), INT64_C(1000000000000000),
    INT64_C(10000000000000000), INT64_C(100000000000000000), DECIMAL_LIMIT,
};

struct decimal
decimal_make(int64_t digits, int32_t exponent)
{
    if (digits == 0)
        return (struct decimal){0, 0};
    while (digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    if (exponent > DECIMAL_MAX_EXPONENT)
        exponent = DECIMAL_MAX_EXPONENT;
    if (exponent < -DECIMAL_MAX_EXPONENT)
        return (struct decimal){0, 0};
    return (struct decimal){digits, exponent};
}

struct decimal
decimal_from_double(double value)
{
    char buf[48];
    char *e;
    int64_t digits;

    if (!isfinite(value) || value == 0)
        return (struct decimal){0, 0};
    (void)snprintf(buf, sizeof buf, "%.11e", value); /* d.ddddddddddde±xx: 12 significant digits */
    e = strchr(buf, 'e');
    *e = '\0';
    memmove(strchr(buf, '.'), strchr(buf, '.') + 1, strlen(strchr(buf, '.')));
    digits = strtoll(buf, NULL, 10);
    return decimal_make(digits, (int32_t)strtol(e + 1, NULL, 10) - 11);
}

/* Digits and power are exact as doubles, so one operation rounds right (Clinger, "How to Read Floating Point Numbers
   Accurately", 1990). */
static bool
decimal_fast_double(struct decimal d, double *value)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const int32_t most = (int32_t)(sizeof powers / sizeof *powers) - 1;
    const int64_t exact = INT64_C(1) << 53;

    if (d.digits > exact || d.digits < -exact || d.exponent > most || d.exponent < -most)
        return false;
    *value = d.exponent < 0 ? (double)d.digits / powers[-d.exponent] : (double)d.digits * powers[d.exponent];
    return true;
}

double
decimal_to_double(struct decimal d)
{
    double value;
    char buf[48];

    if (decimal_fast_double(d, &value))
        return value;
    (void)snprintf(buf, sizeof buf, "%" PRId64 "e%" PRId32, d.digits, d.exponent);
    return strtod(buf, NULL); /* rounds right, which pow() would not */
}

/* digits of up to 36 places, brought down to 18 by rounding half away from zero */
static struct decimal
decimal_round(decimal_wide digits, int32_t exponent)
{
    int last = 0;

    while (digits >= DECIMAL_LIMIT || digits <= -DECIMAL_LIMIT) {
        last = (int)(digits % 10);
        digits /= 10;
        exponent++;
    }
    if (last >= 5)
        digits++;
    else if (last <= -5)
        digits--;
    return decimal_make((int64_t)digits, exponent);
}

struct decimal
decimal_add(struct decimal a, struct decimal b)
{
    decimal_wide wide;

    if (a.digits == 0)
        return b;
    if (b.digits == 0)
        return a;
    if (a.exponent < b.exponent) {
        struct decimal swap = a;
        a = b;
        b = swap;
    }
    if (a.exponent - b.exponent > 2 * DECIMAL_DIGITS)
        return a;
    wide = a.digits;
    while (a.exponent > b.exponent && wide < DECIMAL_LIMIT && wide > -DECIMAL_LIMIT) {
        wide *= 10;
        a.exponent--;
    }
    while (a.exponent > b.exponent) { /* what b has beyond the digits that are kept */
        b.digits /= 10;
        b.exponent++;
    }
    return decimal_round(wide + b.digits, a.exponent);
}

struct decimal
decimal_mul(struct decimal a, struct decimal b)
{
    return decimal_round((decimal_wide)a.digits * b.digits, a.exponent + b.exponent);
}

int
decimal_compare(struct decimal a, struct decimal b)
{
    bool below = a.exponent < b.exponent;
    int32_t gap = below ? b.exponent - a.exponent : a.exponent - b.exponent;
    decimal_wide high = below ? b.digits : a.digits, low = below ? a.digits : b.digits;

    /* the signs decide, and beyond 18 places any digit does: neither has more */
    if (a.digits && b.digits && (a.digits < 0) == (b.digits < 0))
        high *= decimal_powers[gap < DECIMAL_DIGITS ? gap : DECIMAL_DIGITS];
    return (below ? -1 : 1) * ((high > low) - (high < low));
}

bool
decimal_is_integer(struct decimal d)
{
    return d.digits == 0 || d.exponent >= 0;
}

/* ---- printing --------------------------------------------------------------- */

/* Writes the digits of value; returns how many, at most 20. */
static int
decimal_digits(uint64_t value, char digits[20])
{
    char all[20];
    size_t at = sizeof all;

    do
        all[--at] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    memcpy(digits, all + at, sizeof all - at);
    return (int)(sizeof all - at);
}

/* Without printf(), which took a twentieth of `lede extract` for this. */
char *
decimal_write(struct decimal d, char buf[DECIMAL_BUF])
{
    char digits[20], *to = buf;
    int n = decimal_digits(d.digits < 0 ? -(uint64_t)d.digits : (uint64_t)d.digits, digits);
    int point = n + d.exponent; /* digits before the point */
    int whole = d.exponent >= 0 ? n : point > 0 ? point : 0;

    if (d.digits < 0)
        *to++ = '-';
    if (point > 21 || point <= -6) {
        return to + snprintf(to, DECIMAL_BUF - 1, "%c%s%.*se%+03d", digits[0], n > 1 ? "." : "", n - 1, digits + 1, point - 1);
    }
    memcpy(to, digits, (size_t)whole);
    to += whole;
    for (int zeros = d.exponent; zeros > 0; zeros--)
        *to++ = '0';
    if (d.exponent < 0) {
        if (whole == 0)
            *to++ = '0';
        *to++ = '.';
        for (int zeros = -point; zeros > 0; zeros--)
            *to++ = '0';
        memcpy(to, digits + whole, (size_t)(n - whole));
        to += n - whole;
    }
    *to = '\0';
    return to;
}

char *
decimal_print(struct decimal d, char buf[DECIMAL_BUF])
{
    (void)decimal_write(d, buf);
    return buf;
}

char *
decimal_print_grouped(struct decimal d, char buf[DECIMAL_GROUPED_BUF])
{
    char plain[DECIMAL_BUF];
    size_t whole, out = 0, start;

    decimal_print(d, plain);
    start = plain[0] == '-';
    whole = strcspn(plain + start, ".e");
    if (strchr(plain, 'e')) {
        memcpy(buf, plain, strlen(plain) + 1);
        return buf;
    }
    if (start)
        buf[out++] = '-';
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0)
            buf[out++] = ',';
        buf[out++] = plain[start + i];
    }
    memcpy(buf + out, plain + start + whole, strlen(plain + start + whole) + 1);
    return buf;
}
