/* Unit tests of src/base/decimal.c. */
#include "unit.h"

#include <math.h>

#include "lede/decimal.h"

static void
test_printing(void **state)
{
    static const struct {
        int64_t digits;
        int32_t exponent;
        const char *plain, *grouped;
    } rows[] = {
        {0, 0, "0", "0"},
        {0, 7, "0", "0"},
        {7, 0, "7", "7"},
        {-7, 0, "-7", "-7"},
        {80, 9, "80000000000", "80,000,000,000"},
        {999, 0, "999", "999"},
        {1000, 0, "1000", "1,000"},
        {-123456, 0, "-123456", "-123,456"},
        {25, -2, "0.25", "0.25"},
        {-25, -1, "-2.5", "-2.5"},
        {1234567, -2, "12345.67", "12,345.67"},
        {100, -2, "1", "1"},            /* normalised */
        {5, -6, "0.000005", "0.000005"},
        {5, -7, "5e-07", "5e-07"},      /* as JSON and awk would have it: no rows of zeros */
        {12, -8, "1.2e-07", "1.2e-07"},
        {1, 20, "100000000000000000000", "100,000,000,000,000,000,000"},
        {1, 21, "1e+21", "1e+21"},
        {199, 28, "1.99e+30", "1.99e+30"},
        {INT64_MAX, 0, "9223372036854775807", "9,223,372,036,854,775,807"},
        {INT64_MIN, 0, "-9223372036854775808", "-9,223,372,036,854,775,808"},
        {1, 100000, "1e+400", "1e+400"}, /* beyond any newspaper: held at the limit */
        {1, -100000, "0", "0"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decimal d = decimal_make(rows[i].digits, rows[i].exponent);
        char plain[DECIMAL_BUF], grouped[DECIMAL_GROUPED_BUF];

        assert_row(strcmp(decimal_print(d, plain), rows[i].plain) == 0, "row %zu: got %s, not %s", i, plain, rows[i].plain);
        assert_row(strcmp(decimal_print_grouped(d, grouped), rows[i].grouped) == 0, "row %zu: got %s, not %s", i, grouped,
                   rows[i].grouped);
    }
}

static struct decimal
read_decimal(const char *s)
{
    int64_t digits = 0;
    int32_t exponent = 0;
    bool minus = *s == '-', point = false;

    for (s += minus; *s && *s != 'e'; s++)
        if (*s == '.')
            point = true;
        else
            digits = digits * 10 + (*s - '0'), exponent -= point;
    if (*s == 'e')
        exponent += (int32_t)atoi(s + 1);
    return decimal_make(minus ? -digits : digits, exponent);
}

static void
test_arithmetic(void **state)
{
    static const struct {
        const char *a, *b, *sum, *product;
        int order;
    } rows[] = {
        {"0", "0", "0", "0", 0},
        {"1", "0", "1", "0", 1},
        {"0.1", "0.2", "0.3", "0.02", -1},          /* what doubles get wrong */
        {"-5", "5", "0", "-25", -1},
        {"15", "1e9", "1000000015", "15000000000", -1},
        {"2.5", "-2.50", "0", "-6.25", 1},
        {"999999999999999999", "1", "1000000000000000000", "999999999999999999", 1},
        {"999999999999999999", "999999999999999999", "2000000000000000000", "9.99999999999999998e+35", 0}, /* the 19th digit is rounded */
        {"1e300", "1e-300", "1e+300", "1", 1},      /* too far apart to add */
        {"1e400", "1e400", "2e+400", "1e+400", 0},  /* held at the limit, not wrapped */
        {"1e20", "1e18", "101000000000000000000", "1e+38", 1},
        {"-1.5", "-0.5", "-2", "0.75", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decimal a = read_decimal(rows[i].a), b = read_decimal(rows[i].b);
        char buf[DECIMAL_BUF];

        assert_row(strcmp(decimal_print(decimal_add(a, b), buf), rows[i].sum) == 0, "row %zu: %s + %s = %s", i, rows[i].a,
                   rows[i].b, buf);
        assert_row(strcmp(decimal_print(decimal_add(b, a), buf), rows[i].sum) == 0, "row %zu: %s + %s = %s", i, rows[i].b,
                   rows[i].a, buf);
        assert_row(strcmp(decimal_print(decimal_mul(a, b), buf), rows[i].product) == 0, "row %zu: %s * %s = %s", i, rows[i].a,
                   rows[i].b, buf);
        assert_row(decimal_compare(a, b) == rows[i].order, "row %zu: compare %s %s", i, rows[i].a, rows[i].b);
        assert_row(decimal_compare(b, a) == -rows[i].order, "row %zu: compare %s %s", i, rows[i].b, rows[i].a);
    }
}

static void
test_halves_round_away_from_zero(void **state)
{
    struct decimal long_one = decimal_make(INT64_C(100000000000000001), 0); /* times 15: 1500000000000000015, 19 digits */
    char buf[DECIMAL_BUF];

    (void)state;
    assert_string_equal(decimal_print(decimal_mul(long_one, decimal_make(15, 0)), buf), "1500000000000000020");
    assert_string_equal(decimal_print(decimal_mul(long_one, decimal_make(-15, 0)), buf), "-1500000000000000020");
    assert_string_equal(decimal_print(decimal_mul(long_one, decimal_make(14, 0)), buf), "1400000000000000010");
}

static void
test_doubles_there_and_back(void **state)
{
    static const struct {
        double value;
        const char *print;
    } rows[] = {
        {0, "0"}, {1, "1"}, {-2.5, "-2.5"}, {1.0 / 3, "0.333333333333"}, {2.0 / 3, "0.666666666667"}, {0.1, "0.1"},
        {80e9, "80000000000"}, {1e-9, "1e-09"}, {1e300, "1e+300"}, {NAN, "0"}, {INFINITY, "0"}, {-INFINITY, "0"},
    };
    char buf[DECIMAL_BUF];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decimal d = decimal_from_double(rows[i].value);
        assert_row(strcmp(decimal_print(d, buf), rows[i].print) == 0, "row %zu: got %s, not %s", i, buf, rows[i].print);
    }
    assert_true(decimal_to_double(decimal_make(1, -1)) == 0.1);
    assert_true(decimal_to_double(decimal_make(-199, 28)) == -1.99e30);
}

/* The same double as the C library reads from the digits, by whichever way it is made. */
static void
test_doubles_are_the_nearest(void **state)
{
    uint64_t seed = 20261122;
    char text[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        int64_t digits;
        int32_t exponent;

        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        digits = (int64_t)(seed >> (i % 60)) / 2;
        digits = i % 2 ? -(digits % INT64_C(1000000000000000000)) : digits % INT64_C(1000000000000000000);
        exponent = (int32_t)(seed % 61) - 30;
        (void)snprintf(text, sizeof text, "%lldE%d", (long long)digits, (int)exponent);
        assert_true(decimal_to_double(decimal_make(digits, exponent)) == strtod(text, NULL));
    }
}

static void
test_integers(void **state)
{
    (void)state;
    assert_true(decimal_is_integer(decimal_make(0, -3)));
    assert_true(decimal_is_integer(decimal_make(500, -2)));
    assert_true(decimal_is_integer(decimal_make(5, 9)));
    assert_false(decimal_is_integer(decimal_make(55, -1)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printing),
        cmocka_unit_test(test_arithmetic),
        cmocka_unit_test(test_halves_round_away_from_zero),
        cmocka_unit_test(test_doubles_there_and_back),
        cmocka_unit_test(test_doubles_are_the_nearest),
        cmocka_unit_test(test_integers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
