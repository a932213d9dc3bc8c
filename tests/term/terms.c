/* Terminals of several kinds, and what is no terminal. */
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"
#include "strict.h"

extern char **environ;

/* ---- kinds of terminals ------------------------------------------------------------------- */

static void
test_kinds_of_terminals(void **state)
{
    static const char *const terms[] = {"xterm-256color", "xterm", "screen", "tmux", "tmux-256color", "linux", "vt100", "vt220", "rxvt"};

    (void)state;
    for (size_t i = 0; i < COUNT(terms); i++) {
        struct pty *pty = pty_start(&(struct pty_setup){.term = terms[i]});
        size_t len, at;
        const char *bytes;

        if (pty_wait_or_frame(pty)) { /* this system has no terminfo entry of that name */
            assert_non_null(strstr(pty_stderr(pty), "knows nothing of"));
            print_message("no terminfo: %s\n", terms[i]);
            pty_free(pty);
            continue;
        }
        pty_until(pty, "Ferry council");
        pty_keys(pty, "?");
        pty_until(pty, "half a page down");
        pty_keys(pty, "\033");
        pty_send(pty, "q");
        assert_int_equal(pty_wait(pty), 0);
        bytes = pty_bytes(pty, &len);
        assert_row(strict_is_clean(bytes, len, true, &at), "%s: byte %zu: %02x", terms[i], at, (unsigned char)bytes[at]);
        assert_true(pty_modes_restored(pty));
        pty_free(pty);
    }
}

/* A single cell, from the start, with and without UTF-8. */
static void
test_one_cell(void **state)
{
    static const char *const terms[] = {"xterm-256color", "xterm", "screen", "tmux", "linux", "vt100", "vt220"};
    static const char *const locales[] = {"LC_ALL=C.UTF-8", "LC_ALL=POSIX"};

    (void)state;
    for (size_t i = 0; i < COUNT(terms) * COUNT(locales); i++) {
        const char *term = terms[i % COUNT(terms)], *locale = locales[i / COUNT(terms)];
        struct pty *pty = pty_start(&(struct pty_setup){.term = term, .cols = 1, .rows = 1, .env = {locale}});
        size_t len, at;
        const char *bytes;

        if (!pty_wait_or_frame(pty)) { /* else this system has no terminfo entry of that name */
            pty_keys(pty, "Sj");
            pty_signal(pty, SIGTERM);
            assert_int_equal(pty_wait(pty), 128 + SIGTERM);
            bytes = pty_bytes(pty, &len);
            assert_row(strict_is_clean(bytes, len, i < COUNT(terms), &at), "%s, %s: byte %zu", term, locale, at);
            assert_true(pty_modes_restored(pty));
        }
        pty_free(pty);
    }
}

static void
test_terminals_that_cannot(void **state)
{
    static const struct {
        const char *term, *sentence;
    } rows[] = {
        {"dumb", "lede: the reader needs a terminal with a cursor that moves; TERM is 'dumb', which has none\n"},
        {"no-such-terminal", "lede: TERM is 'no-such-terminal', a terminal that this system knows nothing of\n"},
        {"evil\033]0;x\007", "lede: TERM is 'evil\\x1b]0;x\\x07', a terminal that this system knows nothing of\n"},
        {"", "lede: TERM is not set: which terminal is this?\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct pty *pty = pty_start(&(struct pty_setup){.term = rows[i].term});
        size_t len;

        assert_int_equal(pty_wait(pty), 1);
        assert_string_equal(pty_stderr(pty), rows[i].sentence);
        (void)pty_bytes(pty, &len);
        assert_int_equal(len, 0);
        assert_true(pty_modes_restored(pty));
        pty_free(pty);
    }
}

/* Without colours the hierarchy is made of attributes alone. */
static void
test_without_colours(void **state)
{
    static const struct pty_setup setups[] = {{.term = "vt220"}, {.env = {"NO_COLOR=1"}}};

    (void)state;
    for (size_t i = 0; i < COUNT(setups); i++) {
        struct pty *pty = pty_start(&setups[i]);
        bool attributes = false;

        (void)pty_frame(pty);
        pty_until(pty, "Ferry council");
        for (int y = 0; y < 40; y++)
            for (int x = 0; x < 120; x++) {
                struct pty_look look = pty_look(pty, x, y);

                assert_int_equal(look.fg, -1);
                assert_int_equal(look.bg, -1);
                attributes |= look.bold;
            }
        assert_true(attributes);
        pty_free(pty);
    }
}

/* Eight colours: no sequence for more. */
static void
test_eight_colours(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.term = "screen"});
    bool any = false;

    (void)state;
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    for (int y = 0; y < 40; y++)
        for (int x = 0; x < 120; x++) {
            struct pty_look look = pty_look(pty, x, y);

            assert_in_range(look.fg + 1, 0, 8);
            assert_in_range(look.bg + 1, 0, 8);
            any |= look.fg > 0;
        }
    assert_true(any);
    pty_free(pty);
}

/* ---- locales ------------------------------------------------------------------------------------ */

static void
test_no_locale(void **state)
{
    static const struct pty_setup setups[] = {{.env = {"LC_ALL=C"}}, {.env = {"LC_ALL=POSIX"}}, {.env = {"LC_ALL"}}};

    (void)state;
    for (size_t i = 0; i < COUNT(setups); i++) {
        struct pty *pty = pty_start(&setups[i]);
        const char *bytes;
        size_t len;

        (void)pty_frame(pty);
        pty_until(pty, "\"We will not put people");
        pty_keys(pty, "?");
        pty_keys(pty, "\033");
        bytes = pty_bytes(pty, &len);
        for (size_t at = 0; at < len; at++)
            assert_true((unsigned char)bytes[at] < 0x80);
        pty_free(pty);
    }
}

/* ---- no terminal ---------------------------------------------------------------------------------- */

/* Runs the program without any terminal; says is what it says. */
static void
run_without(char *says, size_t size)
{
    const char *program = getenv("LEDE");
    char *argv[] = {(char *)(program ? program : "./lede"), (char *)fixture_folder(), NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int out[2], status;
    size_t n = 0;
    ssize_t got;
    pid_t pid;

    assert_int_equal(pipe(out), 0);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 2);
    assert_int_equal(posix_spawnattr_init(&attributes), 0);
    assert_int_equal(posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID), 0); /* no /dev/tty either */
    assert_int_equal(posix_spawn(&pid, argv[0], &actions, &attributes, argv, environ), 0);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]);
    while (n + 1 < size && (got = read(out[0], says + n, size - 1 - n)) > 0)
        n += (size_t)got;
    says[n] = '\0';
    close(out[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(WEXITSTATUS(status), 1);
}

static void
test_standard_input_is_no_terminal(void **state)
{
    char says[1024];

    (void)state;
    run_without(says, sizeof says);
    assert_string_equal(says, "lede: standard input is not a terminal; for scripts there is 'lede extract', see lede --help\n");
}

/* `lede articles </dev/null`, `ls | lede articles`: the keys come from the terminal all the same. */
static void
test_standard_input_is_elsewhere(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.input_away = true});

    (void)state;
    pty_keys(pty, "?");
    pty_keys(pty, "\033");
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 0);
    assert_string_equal(pty_stderr(pty), "");
    pty_free(pty);
}

/* In a pseudo-terminal, with the output sent elsewhere by a shell. */
static void
test_standard_output_is_no_terminal(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){.output_away = true});
    size_t len;

    (void)state;
    assert_int_equal(pty_wait(pty), 1);
    assert_string_equal(pty_stderr(pty),
                        "lede: standard output is not a terminal; for scripts there is 'lede extract', see lede --help\n");
    (void)pty_bytes(pty, &len);
    assert_int_equal(len, 0);
    pty_free(pty);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_of_terminals),
        cmocka_unit_test(test_one_cell),
        cmocka_unit_test(test_terminals_that_cannot),
        cmocka_unit_test(test_without_colours),
        cmocka_unit_test(test_eight_colours),
        cmocka_unit_test(test_no_locale),
        cmocka_unit_test(test_standard_input_is_no_terminal),
        cmocka_unit_test(test_standard_input_is_elsewhere),
        cmocka_unit_test(test_standard_output_is_no_terminal),
    };

    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
