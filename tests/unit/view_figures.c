/* The figures pane on articles as they are read: units, sizes, several places of one figure. */
#include "screen/driver.h"
#include "unit.h"

enum { WIDTH = 120, HEIGHT = 40 };

static const char mill[] =
    "Title: Harrow mill owes $40 million\n\n"
    "The mill of Harrow owes its banks about $40 million in loans, Ada Moor said on Tuesday.\n\n"
    "It lies 3 miles from Lund and 900 metres from the sea, has 62 looms and pays 7 percent.\n\n"
    "Its bridge took two years, its roof 40 weeks, its clock €5,000.\n\n"
    "The sum of $40 million is due in June. Four percent of weavers left.\n";
static const char quay[] =
    "Title: A quay for Lund\n\nLund will pay €9,000 for 12 km of rail and 30 boats, 5 percent more.\n";

static void
open_reader(struct driver *driver)
{
    struct extractor *extractor = extractor_new();
    struct index *index = index_new();
    static const char *const texts[] = {mill, quay};

    for (size_t i = 0; i < COUNT(texts); i++) {
        struct article *article =
            article_parse(i ? "b.txt" : "a.txt", texts[i], strlen(texts[i]), &(struct article_options){0}, NULL);

        index_add(index, article, extract_article(extractor, article));
    }
    extractor_free(extractor);
    driver_open_on(driver, index, WIDTH, HEIGHT, false);
}

/* ---- units ------------------------------------------------------------------------------- */

static void
test_units(void **state)
{
    static const struct {
        const char *keys, *shows, *hides;
    } rows[] = {
        {"4u", "%: 2, unit 1 of 7", "looms"},
        {"4u", "in % ✕", "miles"},
        {"4uu", "$: 1, unit 2 of 7", "percent"},
        {"4uuuuuuuu", "figures in all units", "✕"},
        {"4u<Esc>", "looms", "✕"},
        {"4uuu<Esc>", "looms", "✕"},
        {"4u<Enter><Esc>", "in % ✕", "looms"},
        {"4u<Enter><Esc><Esc>", "looms", "✕"},
        {"4au", "%: 3, unit 1 of 8", "looms"},
        {"4ttuu", "figures in all units", "miles"},         /* of percents */
        {"4tttu", "looms: 1, unit 1 of 1", "miles"},        /* of counts: what is counted */
        {"4ut", "percent ✕  in % ✕", "looms"},              /* one filter leaves the other alone */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;

        open_reader(&driver);
        (void)driver_keys(&driver, rows[i].keys);
        assert_row(driver_shows(&driver, rows[i].shows), "%s: not '%s' in: %s", rows[i].keys, rows[i].shows,
                   driver_row(&driver, HEIGHT - 1));
        (void)driver_keys(&driver, "z");
        assert_row(!driver_shows(&driver, rows[i].hides), "%s: '%s' is there", rows[i].keys, rows[i].hides);
        driver_close(&driver);
    }
}

/* Esc after the last of all units goes back to what was before the first, not further. */
static void
test_units_are_one_step(void **state)
{
    struct driver driver;

    (void)state;
    open_reader(&driver);
    (void)driver_keys(&driver, "4zu<Esc>");
    assert_true(driver_shows(&driver, "zoom"));
    (void)driver_keys(&driver, "uuuuuuuu<Esc>");
    assert_false(driver_shows(&driver, "zoom"));
    driver_close(&driver);
}

/* ---- sizes ---------------------------------------------------------------------------------- */

/* What is listed, a number or a heading a line. */
static void
test_sizes(void **state)
{
    static const char *const order[] = {"money · $", "$40 million", "money · EUR", "€9,000", "€5,000", "percent · %", "7 percent",
                                        "5 percent", "Four percent", "count", "62", "30", "measure · m", "12 km", "3 miles",
                                        "900 metres", "duration · day", "two years", "40 weeks"};
    struct driver driver;
    int y = 0;

    (void)state;
    open_reader(&driver);
    (void)driver_keys(&driver, "4azo");
    for (size_t i = 0; i < COUNT(order); i++) {
        while (y < HEIGHT && !strstr(driver_row(&driver, y), order[i]))
            y++;
        assert_row(y < HEIGHT, "%s is not where it should be", order[i]);
    }
    driver_close(&driver);
}

/* ---- places ------------------------------------------------------------------------------------ */

/* Listed is the place that says most, once; from it to the others and round. */
static void
test_places(void **state)
{
    static const struct {
        const char *keys, *shows;
    } rows[] = {
        {"4", "about $40 million"},
        {"4", "×3"},
        {"4", "¶1, also title, ¶4"},
        {"4<Enter>", "¶1 of 4"},
        {"4<Enter><Enter>", "place 3 of 3"},
        {"4<Enter><Enter><F12>", "¶4 of 4"},
        {"4<Enter><Enter><Enter>", "place 1 of 3"},
        {"4<Enter><Enter><Enter><Enter>", "place 2 of 3"},
        {"4<Enter>N", "place 1 of 3"},
        {"4n", "place 3 of 3"},
        {"4nn", "place 1 of 3"},
        {"4j<Enter><Enter>", "nothing to open here"},
        {"4jn", "nothing was searched for yet"},
        {"4/mill<Enter>n", "hit 1 of 1"}, /* a search goes first */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;

        open_reader(&driver);
        (void)driver_keys(&driver, rows[i].keys);
        assert_row(driver_shows(&driver, rows[i].shows), "%s: not '%s' but: %s", rows[i].keys, rows[i].shows,
                   driver_row(&driver, HEIGHT - 1));
        driver_close(&driver);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_units_are_one_step),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
