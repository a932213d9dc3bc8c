/* What somebody tries who has the reader for the first time: filters that come off, numbers, searches without a hit. */
#include "screen/driver.h"
#include "screen/fixture.h"
#include "unit.h"
#include "view/state.h"

struct screen_row {
    const char *keys;
    const char *shows, *hides; /* or NULL */
    int width;
};

static void
check_screens(const struct screen_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct driver driver;

        driver_open(&driver, rows[i].width, 40);
        (void)driver_keys(&driver, rows[i].keys);
        assert_row(!rows[i].shows || driver_shows(&driver, rows[i].shows), "%s: no '%s': %s", rows[i].keys, rows[i].shows,
                   driver_row(&driver, 39));
        assert_row(!rows[i].hides || !driver_shows(&driver, rows[i].hides), "%s: '%s': %s", rows[i].keys, rows[i].hides,
                   driver_row(&driver, 39));
        driver_close(&driver);
    }
}

static void
test_kinds_are_filters(void **state)
{
    static const struct screen_row rows[] = {
        {"3t", "direct ✕", NULL, 120},
        {"4t", "money ✕", NULL, 120},
        {"3t<Esc>", "Quotes  4 here", "✕", 120},
        {"3tt<Esc>", "Quotes  4 here", "✕", 120},
        {"4tt<Esc>", "Figures  7 here", "✕", 120},
        {"4t<Esc>q", NULL, "✕", 120},
        {"4tttttt", "figures of all kinds", "✕", 120},
        {"4ut", "percent ✕  in % ✕", NULL, 120},        /* the kinds that have it */
        {"4utt", "in % ✕", "percent ✕", 120},
        {"4tu", "money ✕  in EUR ✕", NULL, 120},
        {"4tu<Esc>", "money ✕", "in EUR", 120},
        {"4tu<Esc><Esc>", "Figures  7 here", "✕", 120},
        {"4ut<Esc>", "in % ✕", "percent ✕", 120},
        {"4tut<Esc>", "Figures  7 here", "✕", 120}, /* the kind went first: Esc brings none back */
        {"3ts<Esc>", "direct ✕", "Orme ✕", 120},
        {"3ts<Esc><Esc>", "Quotes  4 here", "✕", 120},
    };

    (void)state;
    check_screens(rows, COUNT(rows));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_are_filters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
