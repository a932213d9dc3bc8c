/* The real program in a terminal: what stands where, keys, sizes, bytes. */
#include "pty.h"

#include <unistd.h>

static struct pty *
open_at(int cols, int rows)
{
    struct pty *pty = pty_start(&(struct pty_setup){.cols = cols, .rows = rows});

    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    return pty;
}

static void
test_first_screen(void **state)
{
    struct pty *pty = open_at(120, 40);

    (void)state;
    pty_until(pty, "Islanders count");          /* the list */
    assert_true(pty_shows(pty, "night boat to Orrin Island")); /* the article */
    assert_true(pty_shows(pty, "Mora Quill"));
    assert_true(pty_shows(pty, "$4.2 million"));
    pty_free(pty);
}

/* Speech and figures have a look of their own, which plain text has not. */
static void
test_marks_are_coloured(void **state)
{
    struct pty *pty = open_at(120, 40);
    struct pty_look text, figure, speech;
    int x, y;

    (void)state;
    y = pty_find(pty, "chairs the council", &x);
    assert_true(y >= 0);
    text = pty_look(pty, x, y);
    assert_int_equal(text.fg, -1);
    y = pty_find(pty, "deck that leaks", &x);
    assert_true(y >= 0);
    speech = pty_look(pty, x, y);
    y = pty_find(pty, "$4.2 million", &x);
    assert_true(y >= 0);
    figure = pty_look(pty, x, y);
    assert_int_not_equal(speech.fg, text.fg);
    assert_int_not_equal(figure.fg, text.fg);
    assert_int_not_equal(figure.fg, speech.fg);
    assert_true(figure.bold);
    pty_free(pty);
}

static void
test_cursor_stands_on_the_selected_row(void **state)
{
    struct pty *pty = open_at(120, 40);
    int x, y, below;
    bool visible;

    (void)state;
    pty_keys(pty, "1");
    pty_cursor(pty, &x, &y, &visible);
    assert_false(visible); /* it would invert a cell; who follows it by other means finds it there */
    assert_non_null(strstr(pty_row(pty, y), "Ferry council"));
    pty_keys(pty, "j");
    pty_cursor(pty, &x, &below, &visible);
    assert_true(below > y);
    assert_non_null(strstr(pty_row(pty, below), "Islanders"));
    pty_keys(pty, "k");
    pty_cursor(pty, &x, &below, &visible);
    assert_int_equal(below, y);
    pty_free(pty);
}

static void
test_arrows_and_escape(void **state)
{
    struct pty *pty = open_at(120, 40);
    int x, top, y;
    bool visible;

    (void)state;
    pty_keys(pty, "1");
    pty_cursor(pty, &x, &top, &visible);
    pty_keys(pty, "\033OB"); /* as terminfo has it */
    pty_cursor(pty, &x, &y, &visible);
    assert_true(y > top);
    pty_keys(pty, "\033[A"); /* as terminals send it all the same */
    pty_cursor(pty, &x, &y, &visible);
    assert_int_equal(y, top);
    pty_keys(pty, "?");
    assert_true(pty_shows(pty, "half-page-down") || pty_shows(pty, "half a page down"));
    pty_keys(pty, "\033"); /* alone */
    assert_false(pty_shows(pty, "half a page down"));
    pty_free(pty);
}

/* Pasted text goes into a prompt as it is, and types no commands. */
static void
test_paste(void **state)
{
    struct pty *pty = open_at(120, 40);
    size_t len;

    (void)state;
    assert_non_null(strstr(pty_bytes(pty, &len), "\033[?2004h"));
    pty_keys(pty, "/");
    pty_keys(pty, "\033[200~qqQ\033]0;x\007island\033[201~");
    pty_until(pty, "qqQ]0;xisland");
    pty_free(pty);
}

/* What waits is taken before anything is drawn: a held key does not run on behind the screen. */
static void
test_a_burst_of_keys_is_one_frame(void **state)
{
    struct pty *pty = open_at(120, 40);
    unsigned long before;
    char burst[202];

    (void)state;
    before = pty_keys(pty, "1");
    memset(burst, 'j', 100);
    memset(burst + 100, 'k', 100);
    burst[200] = 'j';
    burst[201] = '\0';
    assert_in_range(pty_keys(pty, burst), before + 1, before + 2);
    pty_free(pty);
}

static void
test_nothing_changed_nothing_sent(void **state)
{
    struct pty *pty = open_at(120, 40);
    size_t len;

    (void)state;
    pty_keys(pty, "1");
    pty_listen(pty, 300); /* what the loading still says */
    pty_forget(pty);
    pty_listen(pty, 300);
    (void)pty_bytes(pty, &len);
    assert_int_equal(len, 0);
    pty_free(pty);
}

static void
test_a_step_in_the_list_is_cheap(void **state)
{
    struct pty *pty = open_at(120, 40);
    size_t len;

    (void)state;
    pty_keys(pty, "1");
    pty_listen(pty, 300);
    pty_keys(pty, "j");
    pty_forget(pty);
    pty_keys(pty, "j");
    (void)pty_bytes(pty, &len);
    assert_in_range(len, 1, 100);
    pty_free(pty);
}

/* By lines, no mark is lit that one did not go to: a bar, its old place, and where one is. */
static void
test_a_step_in_the_zoomed_article_is_cheap(void **state)
{
    struct pty *pty = open_at(120, 40);
    size_t len;

    (void)state;
    pty_keys(pty, "2");
    pty_listen(pty, 300);
    pty_keys(pty, "z");
    for (int i = 0; i < 4; i++) {
        pty_forget(pty);
        pty_keys(pty, "j");
        (void)pty_bytes(pty, &len);
        assert_in_range(len, 1, 80);
    }
    pty_free(pty);
}

/* Only a screen whose contents are unknown is cleared. */
static void
test_never_clears(void **state)
{
    static const char *const walk[] = {"1jk", "2jG", "3j", "s", "?", "z", "z", "Sm\r"};
    struct pty *pty = open_at(120, 40);
    size_t len;

    (void)state;
    pty_forget(pty);
    for (size_t i = 0; i < COUNT(walk); i++) {
        pty_send(pty, walk[i]);
        pty_listen(pty, 50);
    }
    assert_null(strstr(pty_bytes(pty, &len), "\033[2J"));
    assert_null(strstr(pty_bytes(pty, &len), "\033[J"));
    assert_true(len > 0);
    pty_keys(pty, "\014");
    assert_non_null(strstr(pty_bytes(pty, &len), "\033[2J"));
    pty_free(pty);
}

static void
test_wide_and_combining(void **state)
{
    static const char text[] = "Title: 漢字の見出し e\u0301tude\nOutlet: 港\n\nThe 漢字 harbour|\n";
    struct pty_setup setup = {.cols = 60, .rows = 20};
    char path[128];
    struct pty *pty;
    int x;

    (void)state;
    fixture_write("wide.page", text, sizeof text - 1);
    (void)snprintf(path, sizeof path, "%s/wide.page", fixture_folder());
    setup.args[0] = path;
    pty = pty_start(&setup);
    (void)pty_frame(pty);
    pty_until(pty, "漢字の見出し e\u0301tude");
    assert_true(pty_find(pty, "The 漢字 harbour|", &x) >= 0);
    pty_free(pty);
}

/* ---- sizes -------------------------------------------------------------------------------- */

static void
test_every_size(void **state)
{
    static const int sizes[][2] = {{200, 50}, {120, 40}, {80, 24}, {40, 12}, {10, 3}, {2, 2}, {1, 1}, {300, 2}, {3, 100}};
    struct pty *pty = open_at(120, 40);

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        pty_resize(pty, sizes[i][0], sizes[i][1]);
        (void)pty_frame(pty);
    }
    pty_resize(pty, 80, 24);
    pty_until(pty, "Ferry council");
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct pty *other = pty_start(&(struct pty_setup){.cols = sizes[i][0], .rows = sizes[i][1]});

        (void)pty_frame(other);
        pty_send(other, "q");
        assert_int_equal(pty_wait(other), 0);
        pty_free(other);
    }
    pty_free(pty);
}

/* There and back again in one go: what the terminal cut off meanwhile is drawn again. */
static void
test_resized_and_back(void **state)
{
    struct pty *pty = open_at(120, 40);

    (void)state;
    pty_until(pty, "$4.2 million");
    pty_resize(pty, 20, 5);
    pty_resize(pty, 120, 40);
    (void)pty_frame(pty);
    pty_until(pty, "$4.2 million");
    pty_until(pty, "Islanders count");
    pty_free(pty);
}

static void
test_resize_storm(void **state)
{
    struct pty *pty = open_at(120, 40);
    unsigned long before;

    (void)state;
    pty_listen(pty, 300);
    before = pty_keys(pty, "1");
    for (int i = 0; i < 20; i++)
        pty_resize(pty, 80 + i % 7 * 10, 20 + i);
    pty_resize(pty, 100, 30);
    assert_in_range(pty_frame(pty), before + 1, before + 3);
    pty_until(pty, "Ferry council");
    assert_true(strlen(pty_row(pty, 29)) > 0); /* the status line is at the new bottom */
    pty_free(pty);
}

/* ---- what a terminal may have said before ---------------------------------------------------- */

static void
test_stale_lines_and_columns(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.cols = 100, .rows = 30, .env = {"LINES=10", "COLUMNS=20"}});

    (void)state;
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    assert_true(strlen(pty_row(pty, 29)) > 0);
    pty_free(pty);
}

/* A serial line has no size: terminfo's 80 × 24, or what the user says. */
static void
test_size_unknown(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.cols = -1});

    (void)state;
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    assert_true(strlen(pty_row(pty, 23)) > 0);
    pty_free(pty);
    pty = pty_start(&(struct pty_setup){.cols = -1, .env = {"LINES=12", "COLUMNS=40"}});
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    assert_true(strlen(pty_row(pty, 11)) > 0);
    for (int y = 12; y < 24; y++)
        assert_string_equal(pty_row(pty, y), "");
    pty_free(pty);
}

/* What a query finds beyond the first screenful comes while no key waits, and the counts with it. */
static void
test_a_query_goes_on(void **state)
{
    char folder[] = "/tmp/lede-query-XXXXXX", path[64];
    struct pty *pty;

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 6; i++) {
        FILE *file;

        (void)snprintf(path, sizeof path, "%s/%d.txt", folder, i);
        file = fopen(path, "w");
        assert_non_null(file);
        (void)fprintf(file, "Title: Low water %d\n\n", i);
        for (int q = 0; q < 120; q++)
            (void)fprintf(file, "“The tide of the year %d turns for us,” said Ida Vik.\n\n", q);
        (void)fclose(file);
    }
    pty = pty_start(&(struct pty_setup){.cols = 200, .rows = 40, .args = {folder}});
    pty_until(pty, "Low water 5");
    (void)pty_keys(pty, "F\"turns for us\"");
    pty_until(pty, "Quotes  720 in all");
    pty_until(pty, "6 of 6 articles");
    (void)pty_keys(pty, "\r");
    pty_send(pty, "Q");
    assert_int_equal(pty_wait(pty), 0);
    pty_free(pty);
    for (int i = 0; i < 6; i++) {
        (void)snprintf(path, sizeof path, "%s/%d.txt", folder, i);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_screen),
        cmocka_unit_test(test_marks_are_coloured),
        cmocka_unit_test(test_cursor_stands_on_the_selected_row),
        cmocka_unit_test(test_arrows_and_escape),
        cmocka_unit_test(test_paste),
        cmocka_unit_test(test_a_burst_of_keys_is_one_frame),
        cmocka_unit_test(test_nothing_changed_nothing_sent),
        cmocka_unit_test(test_a_step_in_the_list_is_cheap),
        cmocka_unit_test(test_a_step_in_the_zoomed_article_is_cheap),
        cmocka_unit_test(test_never_clears),
        cmocka_unit_test(test_wide_and_combining),
        cmocka_unit_test(test_every_size),
        cmocka_unit_test(test_resized_and_back),
        cmocka_unit_test(test_resize_storm),
        cmocka_unit_test(test_stale_lines_and_columns),
        cmocka_unit_test(test_size_unknown),
        cmocka_unit_test(test_a_query_goes_on),
    };

    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
