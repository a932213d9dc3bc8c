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

/* ---- numbers, searches, Esc --------------------------------------------------------------------- */

/* Two digits that are panes are two panes at once, and a count when a key follows soon. */
static void
test_digits_one_after_the_other(void **state)
{
    static const struct screen_row rows[] = {
        {"32", "count 32", NULL, 120},
        {"32", "Esc no count", NULL, 120},
        {"32<Esc>", "4 ¶ · 7 %", "count 3", 120},
        {"3t32<Esc>", "direct ✕", "count 3", 120}, /* that was all that Esc did */
        {"50<Esc>", "4 ¶ · 7 %", "count 5", 120},
        {"50<Esc>j", "4 ¶ · 11 %", NULL, 120},
    };
    struct driver driver;

    (void)state;
    check_screens(rows, COUNT(rows));
    driver_open(&driver, 120, 40);
    (void)driver_keys(&driver, "32");
    assert_int_equal(driver.app->focus, PANE_ARTICLE);
    assert_true(app_waits(driver.app));
    assert_int_equal(app_paused(driver.app), APP_REDRAW);
    assert_false(app_waits(driver.app));
    assert_false(driver_shows(&driver, "count 3"));
    assert_int_equal(driver.app->focus, PANE_ARTICLE);
    (void)driver_keys(&driver, "31");
    assert_int_equal(driver.app->focus, PANE_LIST);
    (void)driver_keys(&driver, "<F12>");
    assert_int_equal(driver.app->focus, PANE_ARTICLE);
    assert_int_equal(app_paused(driver.app), 0);
    driver_close(&driver);
}

static void
test_search_without_hits(void **state)
{
    static const struct screen_row rows[] = {
        {"4n", "place 2 of 2", NULL, 120},
        {"4/zzz<Enter>", "not found: zzz", NULL, 120},
        {"4/zzz<Enter>n", "place 2 of 2", "not found", 120},
        {"4/zzz<Enter>nn", "place 1 of 2", "not found", 120},
        {"3/zzz<Enter>n", "not found: zzz", NULL, 120},
        {"3/zzz<Enter><Esc>n", "nothing was searched for yet", NULL, 120},
        {"3/zzz<Enter>/<Enter>n", "nothing was searched for yet", NULL, 120},
        {"/bridge<Enter><Esc>4n", "place 2 of 2", NULL, 120},
        {"/bridge<Enter>/<Enter>4n", "place 2 of 2", NULL, 120},
        {"Fbridge<Enter>1/zzz<Enter>n", "not found: zzz", NULL, 120},
        {"Fbridge<Enter>2/zzz<Enter><Esc>n", "hit 1 of 6", NULL, 120}, /* the words of the query again */
    };

    (void)state;
    check_screens(rows, COUNT(rows));
}

/* The status line says what comes off next: the search, then the last step. */
static void
test_escape_says_what_it_does(void **state)
{
    static const struct screen_row rows[] = {
        {"", "? help", "Esc", 120},
        {"/bridge<Enter>", "Esc search off", NULL, 120},
        {"/zzz<Enter>", "Esc search off", NULL, 120},
        {"3s", "Esc speaker off", NULL, 120},
        {"3s/bridge<Enter>", "Esc search off", NULL, 120},
        {"3s/bridge<Enter><Esc>", "Esc speaker off", NULL, 120},
        {"3s/bridge<Enter><Esc><Esc>", "? help", "Esc", 120},
        {"Fbridge<Enter>", "Esc query off", NULL, 120},
        {"Fbridge<Enter>3t", "Esc kind off", NULL, 120},
        {"Fbridge<Enter>3t<Esc>", "Esc query off", "kind off", 120},
        {"4u", "Esc unit off", NULL, 120},
        {"3sjj<Enter>", "Esc back", NULL, 120},
        {"3sjj<Enter><Esc>", "Esc speaker off", NULL, 120},
        {"3sz", "Esc unzoom", NULL, 120},
        {"3s", "Esc speaker off", NULL, 80},
    };

    (void)state;
    check_screens(rows, COUNT(rows));
}

/* What waits for its word asks nothing; a blank ends a word, and when that was too early, it is said. */
static void
test_operators_without_a_word(void **state)
{
    static const struct screen_row rows[] = {
        {"Fferry", "1 of 4 articles", NULL, 160},
        {"Fferry speaker:", "1 of 4 articles", NULL, 160},
        {"Fferry AND ", "1 of 4 articles", NULL, 160},
        {"F(ferry foo:", "1 of 4 articles", NULL, 160},
        {"Fferry foo:", "1 of 4 articles", NULL, 160},
        {"Fferry foo:<Enter>", "“ferry” ✕", NULL, 160},
        {"Fferry foo: ", "0 of 4 articles", NULL, 160}, /* a word */
        {"F(ferry OR ", "1 of 4 articles", NULL, 160},
        {"Fferr ", "0 of 4 articles", NULL, 160},
        {"Fferr ", "no such whole word; ferr* finds what begins so", NULL, 160},
        {"Fferry ", "1 of 4 articles", "whole word", 160},
        {"Fferr*", NULL, "whole word", 160},
        {"Ftitle:xyz ", "0 of 4 articles", "whole word", 160},
    };

    (void)state;
    check_screens(rows, COUNT(rows));
}

/* ---- what is selected ------------------------------------------------------------------------ */

/* A selection is kept while its pane is not on the screen. */
static void
test_list_keeps_its_row(void **state)
{
    static const struct {
        const char *wide, *narrow;
        int width;
    } rows[] = {{"JJ", "J", 80}, {"J", "J", 60}, {"", "a3jjjjjj<Enter>", 80}, {"1j<Enter>", "J", 80}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;
        const struct view *list;

        driver_open(&driver, 120, 40);
        (void)driver_keys(&driver, rows[i].wide);
        driver_resize(&driver, rows[i].width, 24);
        (void)driver_keys(&driver, rows[i].narrow);
        driver_resize(&driver, 120, 40);
        list = &driver.app->views[PANE_LIST];
        assert_row(driver.app->reader.id > 0 && list->ids.v[list->list.sel] == driver.app->reader.id,
                   "%s, %s: row %zu is selected, %u is open", rows[i].wide, rows[i].narrow, list->list.sel, driver.app->reader.id);
        driver_close(&driver);
    }
}

/* Another order of the figures is looked at from its top. */
static void
test_sorted_from_the_top(void **state)
{
    static const char *const keys[] = {"a4jjjjo", "a4Go", "a4Goo", "a4Gooo", "4Go", "a4gog", "a4GojFcouncil<Enter>4ggt"};

    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct driver driver;
        const struct list *list;

        driver_open(&driver, 120, 20);
        (void)driver_keys(&driver, keys[i]);
        list = &driver.app->views[PANE_FIGURES].list;
        assert_row(list->sel == 0 && list->top == 0 && list->skip == 0, "%s: %zu, from %zu on", keys[i], list->sel, list->top);
        driver_close(&driver);
    }
}

/* Who was chosen by name is read at once where they speak. */
static void
test_speaker_is_gone_to(void **state)
{
    struct driver driver;
    struct span cursor, quote;

    (void)state;
    driver_open(&driver, 80, 16);
    (void)driver_keys(&driver, "Svest<Enter>");
    quote = reader_mark_span(&driver.app->reader, driver.app->reader.current);
    cursor = reader_cursor_span(&driver.app->reader);
    assert_int_equal(driver.app->reader.current.kind, MARK_QUOTE);
    assert_in_range(quote.start, cursor.start, cursor.end);
    assert_true(driver_shows(&driver, "members had read of the"));
    driver_close(&driver);
}

/* The bar stands beside both lines of an article, as beside all lines of a quote. */
static void
test_both_lines_have_the_bar(void **state)
{
    static const char *const keys[] = {"1j", "2J", "1G"};

    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct driver driver;
        int bars = 0;

        driver_open(&driver, 120, 40);
        (void)driver_keys(&driver, keys[i]);
        for (int y = 0; y < 40; y++)
            bars += strncmp(driver_row(&driver, y), "▌", 3) == 0;
        assert_row(bars == 2, "%s: %d", keys[i], bars);
        driver_close(&driver);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_are_filters),
        cmocka_unit_test(test_digits_one_after_the_other),
        cmocka_unit_test(test_search_without_hits),
        cmocka_unit_test(test_escape_says_what_it_does),
        cmocka_unit_test(test_operators_without_a_word),
        cmocka_unit_test(test_both_lines_have_the_bar),
        cmocka_unit_test(test_list_keeps_its_row),
        cmocka_unit_test(test_sorted_from_the_top),
        cmocka_unit_test(test_speaker_is_gone_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
