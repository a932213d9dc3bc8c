/* Numbers in digits: what separators mean. */
#include <string.h>

#include "numbers.h"

/* A quotient: exact where a divisor's primes are those of ten, else to twelve digits. */
struct decimal
number_ratio(struct decimal a, int64_t b)
{
    int64_t factor = 1;
    int32_t places = 0;

    while (places < 6 && factor % b) {
        factor *= 10;
        places++;
    }
    if (b > 0 && factor % b == 0)
        return decimal_mul(a, decimal_make(factor / b, -places));
    return decimal_from_double(decimal_to_double(a) / (double)b);
}

/* ---- literals ---------------------------------------------------------------------- */

static bool
number_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/*
 * Digits with separators. The last one is the decimal sign, unless it groups thousands, which it does in a `grouped` literal where
 * all are of one kind: "1,234" and "1,234,567", but "1.234,5" and "1,234.5". Beyond 18 digits only their number counts.
 */
static struct decimal
number_digits(const char *at, size_t len, bool grouped)
{
    int64_t digits = 0;
    int32_t exponent = 0, behind = 0; /* behind: digits after the last separator */
    int kept = 0;
    char last = '\0';
    bool mixed = false;

    for (size_t i = 0; i < len; i++) {
        char c = at[i];

        if (number_is_digit(c)) {
            behind++;
            if (kept < 18) {
                digits = digits * 10 + (c - '0');
                kept += kept || c != '0';
            } else {
                exponent++;
            }
        } else if (c == '.' || c == ',' || c == '\'' || c == '\xC2' || c == '\xE2') { /* of a character its first byte */
            mixed |= last && last != '\xE2' && c != last;
            last = c;
            behind = 0;
        }
    }
    if (last && last != '\'' && last != '\xE2' && (!grouped || mixed))
        exponent -= behind;
    return decimal_make(digits, exponent);
}

static struct decimal
number_power(const char *at, size_t len)
{
    size_t e = 0;
    int32_t exponent = 0;
    bool minus;

    while (e < len && at[e] != 'e' && at[e] != 'E')
        e++;
    minus = e + 1 < len && at[e + 1] == '-';
    for (size_t i = e + 1; i < len; i++)
        if (at[i] >= '0' && at[i] <= '9')
            exponent = exponent * 10 + (at[i] - '0');
    return decimal_mul(number_digits(at, e, false), number_tens(minus ? -exponent : exponent));
}

/* Unicode's vulgar fractions, U+00BC–BE and U+2150–215E, U+2189. */
static struct decimal
number_vulgar(const char *at, size_t len)
{
    static const uint8_t latin[3][2] = {{1, 4}, {1, 2}, {3, 4}};
    static const uint8_t forms[16][2] = {{1, 7}, {1, 9}, {1, 10}, {1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5},
                                         {4, 5}, {1, 6}, {5, 6},  {1, 8}, {3, 8}, {5, 8}, {7, 8}, {0, 1}};
    unsigned last = (unsigned char)at[len - 1];
    const uint8_t *form = len == 2 ? latin[(last - 0xBC) % 3] : forms[(last - 0x90) % 16];

    return number_ratio(number_of(form[0]), form[1]);
}

/* a/b; 0 when it is none (three parts, a division by nothing) */
static struct decimal
number_slashed(const char *at, size_t len, int64_t *over, int64_t *under)
{
    int64_t part[3] = {0, 0, 0};
    int n = 0;

    for (size_t i = 0; i < len && n < 3; i++) {
        if (at[i] >= '0' && at[i] <= '9')
            part[n] = part[n] < 1000000 ? part[n] * 10 + (at[i] - '0') : part[n];
        else if (at[i] == '/' || (unsigned char)at[i] == 0xE2)
            n++;
    }
    *over = part[0];
    *under = n == 1 ? part[1] : 0;
    return *under ? number_ratio(number_of(part[0]), part[1]) : number_of(0);
}

struct decimal
number_literal(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);
    int64_t over, under;

    switch (reader_at(r, i)->shape) {
    case SCAN_POWER:
        return number_power(s.at, s.len);
    case SCAN_VULGAR:
        return number_vulgar(s.at, s.len);
    case SCAN_SLASHED:
        return number_slashed(s.at, s.len, &over, &under);
    default:
        return number_digits(s.at, s.len, reader_shape(r, i, SCAN_GROUPED));
    }
}

/* "9/11" and "24/7" are no fractions, nor is what has an odd denominator; whole numbers are not written so. */
bool
number_is_proper(const struct reader *r, size_t i)
{
    int64_t over, under;
    struct slice s = reader_slice(r, i);

    (void)number_slashed(s.at, s.len, &over, &under);
    return under > 1 && over > 0 && over < under && !(over == 9 && under == 11) &&
           (under <= 12 || under % 4 == 0 || under % 10 == 0 || under < 100);
}
