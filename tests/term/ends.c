/* How it ends, and how it stops: whatever comes, the terminal is the user's again. */
#include <glob.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lede/base.h"
#include "pty.h"

static struct pty *
open_with(const struct pty_setup *setup)
{
    struct pty *pty = pty_start(setup);

    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    return pty;
}

static void
check_restored(struct pty *pty)
{
    size_t len;
    const char *bytes = pty_bytes(pty, &len);

    assert_non_null(strstr(bytes, "\033[?1049h"));
    assert_non_null(strstr(bytes, "\033[?1049l")); /* the other screen left */
    assert_non_null(strstr(bytes, "\033[?2004l")); /* paste marks off */
    assert_non_null(strstr(bytes, "\033[?1l"));    /* cursor keys as they were */
    assert_true(pty_modes_restored(pty));
    for (int y = 0; y < 40; y++)
        assert_false(pty_shows(pty, "Ferry council"));
}

/* The numbers of the last margins that were set, "" for the whole screen; NULL: there were none. */
static const char *
last_margins(struct pty *pty)
{
    static char numbers[24];
    const char *found = NULL;
    size_t len;

    for (const char *s = pty_bytes(pty, &len); (s = strstr(s, "\033["));) {
        size_t n = strspn(s += 2, "0123456789;");

        if (s[n] == 'r' && n < sizeof numbers) {
            (void)snprintf(numbers, sizeof numbers, "%.*s", (int)n, s);
            found = numbers;
        }
    }
    return found;
}

/* Margins are left in the terminal between frames, and to nobody else. */
static void
test_margins_are_taken_off(void **state)
{
    static const char *const keys[] = {"Q", "\032"};
    struct text text = {0};
    char path[200];

    (void)state;
    text_puts(&text, "Title: The long pier\nOutlet: Tern Harbour Courier\nDate: 2031-03-06\n");
    for (int i = 1; i <= 20; i++)
        text_printf(&text, "\nPlank %d is older than plank %d, the harbour master found, and it shows.\n", i, i + 1);
    fixture_write("0-pier.txt", text.v, text.n);
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct pty *pty = pty_start(&(struct pty_setup){.cols = 100, .rows = 16, .job = i == 1});

        (void)pty_frame(pty);
        pty_until(pty, "The long pier");
        (void)pty_keys(pty, "z");
        for (int j = 0; j < 12; j++)
            (void)pty_keys(pty, "j");
        assert_non_null(last_margins(pty));
        assert_string_equal(last_margins(pty), "2;15");
        pty_send(pty, keys[i]);
        if (i == 0)
            assert_int_equal(pty_wait(pty), 0);
        else
            pty_wait_stopped(pty);
        assert_string_equal(last_margins(pty), "");
        pty_free(pty);
    }
    (void)snprintf(path, sizeof path, "%s/0-pier.txt", fixture_folder());
    assert_int_equal(unlink(path), 0);
    text_free(&text);
}

static void
test_quit(void **state)
{
    static const char *const keys[] = {"q", "Q", "\003"};

    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct pty *pty = open_with(&(struct pty_setup){0});

        pty_send(pty, keys[i]);
        assert_int_equal(pty_wait(pty), 0);
        check_restored(pty);
        assert_string_equal(pty_stderr(pty), "");
        pty_free(pty);
    }
}

static void
test_signals(void **state)
{
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};

    (void)state;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        struct pty *pty = open_with(&(struct pty_setup){0});

        pty_signal(pty, numbers[i]);
        assert_int_equal(pty_wait(pty), 128 + numbers[i]);
        check_restored(pty);
        pty_free(pty);
    }
}

/* On the selected row a cursor would invert a cell: it is to be seen in a prompt alone. */
static void
test_cursor_is_where_one_types(void **state)
{
    struct pty *pty = open_with(&(struct pty_setup){0});
    bool visible;
    int x, y;

    (void)state;
    (void)pty_keys(pty, "1j");
    pty_cursor(pty, &x, &y, &visible);
    assert_false(visible);
    assert_int_equal(strncmp(pty_row(pty, y), "▌", 3), 0); /* all the same, for those who follow it by a braille display */
    (void)pty_keys(pty, "/ab");
    pty_cursor(pty, &x, &y, &visible);
    assert_true(visible);
    assert_int_equal(y, pty_find(pty, "/ab", NULL));
    (void)pty_keys(pty, "\033");
    pty_cursor(pty, &x, &y, &visible);
    assert_false(visible);
    pty_free(pty);
}

/* The cursor is shown again, though the reader may have hidden it. */
static void
test_cursor_comes_back(void **state)
{
    struct pty *pty = open_with(&(struct pty_setup){0});
    bool visible;
    int x, y;

    (void)state;
    pty_send(pty, "q");
    (void)pty_wait(pty);
    pty_cursor(pty, &x, &y, &visible);
    assert_true(visible);
    pty_free(pty);
}

static void
stop_and_continue(struct pty *pty)
{
    pty_wait_stopped(pty);
    assert_true(pty_modes_restored(pty));
    assert_false(pty_shows(pty, "Ferry council"));
    pty_continue(pty);
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
}

static void
test_stop_by_key_and_back(void **state)
{
    struct pty *pty = open_with(&(struct pty_setup){.job = true});

    (void)state;
    for (int i = 0; i < 3; i++) {
        pty_send(pty, "\032");
        stop_and_continue(pty);
    }
    pty_keys(pty, "?");
    pty_until(pty, "half a page down");
    pty_send(pty, "Q");
    assert_int_equal(pty_wait(pty), 0);
    check_restored(pty);
    pty_free(pty);
}

/* While it was stopped, the window became another. */
static void
test_resized_while_stopped(void **state)
{
    struct pty *pty = open_with(&(struct pty_setup){.job = true});

    (void)state;
    pty_send(pty, "\032");
    pty_wait_stopped(pty);
    pty_resize(pty, 80, 24);
    pty_continue(pty);
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    assert_true(strlen(pty_row(pty, 23)) > 0);
    pty_free(pty);
}

/* Without a shell that could continue it (an orphaned job) it must not stop, nor hang. */
static void
test_no_stop_without_a_shell(void **state)
{
    struct pty *pty = open_with(&(struct pty_setup){0});

    (void)state;
    pty_keys(pty, "\032");
    pty_until(pty, "Ferry council");
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 0);
    pty_free(pty);
}

/* ---- the terminal vanishes ------------------------------------------------------------------- */

static void
check_gone(bool nohup)
{
    struct pty *pty = open_with(&(struct pty_setup){.nohup = nohup});
    struct rusage before, after;

    getrusage(RUSAGE_CHILDREN, &before);
    pty_hang_up(pty);
    assert_int_equal(pty_wait(pty), 128 + SIGHUP);
    getrusage(RUSAGE_CHILDREN, &after);
    /* Spinning for the whole of the test's patience would show. */
    assert_true(after.ru_utime.tv_sec - before.ru_utime.tv_sec < 30);
    pty_free(pty);
}

static void
test_terminal_vanishes(void **state)
{
    (void)state;
    check_gone(false);
    check_gone(true);
}

/* The screen cannot be given back through a link that hangs, but the program must not hang with it. */
static void
test_stalled_terminal(void **state)
{
    static const int numbers[] = {SIGTERM, SIGHUP};

    (void)state;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        struct pty *pty = open_with(&(struct pty_setup){0});

        pty_stall(pty);
        for (int k = 0; k < 60; k++) { /* 60 times the whole screen is more than any buffer between holds */
            pty_send(pty, "\014");
            pty_listen(pty, 5);
        }
        pty_signal(pty, numbers[i]);
        assert_int_equal(pty_wait(pty), 128 + numbers[i]);
        pty_free(pty);
    }
}

/* ---- what is said at the end ------------------------------------------------------------------- */

static void
test_problems_are_told_afterwards(void **state)
{
    struct pty *pty;

    (void)state;
    pty = pty_start(&(struct pty_setup){.args = {fixture_folder(), "/nonexistent/\033]0;x\007.txt"}});
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 1);
    assert_string_equal(pty_stderr(pty), "lede: /nonexistent/\\x1b]0;x\\x07.txt: No such file or directory\n");
    pty_free(pty);
}

static void
test_wrong_theme_is_told_afterwards(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.args = {"--theme=fog", fixture_folder()}});

    (void)state;
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 1);
    assert_non_null(strstr(pty_stderr(pty), "lede: fog: no theme of this name"));
    pty_free(pty);
}

/* On a terminal, standard error is held while the screen is ours. */
static void
test_standard_error_is_held(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.stderr_here = true, .args = {fixture_folder(), "/nonexistent/x.txt"}});
    const char *bytes, *left;
    size_t len;

    (void)state;
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 1);
    bytes = pty_bytes(pty, &len);
    left = strstr(bytes, "\033[?1049l");
    assert_non_null(left);
    assert_non_null(strstr(left, "lede: /nonexistent/x.txt: No such file or directory"));
    pty_free(pty);
}

/* Somebody makes the mapped file of the index cache shorter: nothing can be shown any more, but the terminal is the user's. */
static void
test_cache_cut_short_in_use(void **state)
{
    char command[512], folder[128], variable[160], held[160];
    struct pty *pty;
    glob_t found;

    (void)state;
    (void)snprintf(folder, sizeof folder, "%s/caches", fixture_folder());
    (void)snprintf(variable, sizeof variable, "XDG_CACHE_HOME=%s", folder);
    (void)snprintf(command, sizeof command, "%s '%s' speakers --cache=always '%s' >/dev/null", variable, getenv("LEDE"), fixture_folder());
    assert_int_equal(system(command), 0);
    (void)snprintf(command, sizeof command, "%s/lede/*.lede", folder);
    assert_int_equal(glob(command, 0, NULL, &found), 0);
    /* the reader may save another under this name: the articles are so new that it had to compare them */
    (void)snprintf(held, sizeof held, "%s/held", folder);
    assert_int_equal(link(found.gl_pathv[0], held), 0);
    pty = open_with(&(struct pty_setup){.env = {variable}, .args = {"--cache=always", fixture_folder()}});
    assert_int_equal(truncate(held, 0), 0);
    pty_send(pty, "\tGk\r\tF");
    pty_send(pty, "boat\r");
    assert_int_equal(pty_wait(pty), 3);
    check_restored(pty);
    assert_non_null(strstr(pty_stderr(pty), "index cache"));
    pty_free(pty);
    globfree(&found);
    (void)snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quit),
        cmocka_unit_test(test_signals),
        cmocka_unit_test(test_margins_are_taken_off),
        cmocka_unit_test(test_cursor_is_where_one_types),
        cmocka_unit_test(test_cursor_comes_back),
        cmocka_unit_test(test_stop_by_key_and_back),
        cmocka_unit_test(test_resized_while_stopped),
        cmocka_unit_test(test_no_stop_without_a_shell),
        cmocka_unit_test(test_terminal_vanishes),
        cmocka_unit_test(test_stalled_terminal),
        cmocka_unit_test(test_problems_are_told_afterwards),
        cmocka_unit_test(test_wrong_theme_is_told_afterwards),
        cmocka_unit_test(test_standard_error_is_held),
        cmocka_unit_test(test_cache_cut_short_in_use),
    };

    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
