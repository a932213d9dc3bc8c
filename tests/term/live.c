/* Files that change, come and go while the reader runs; and the cache, by its second start. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "pty.h"

static void
write_article(const char *name, const char *headline, const char *words)
{
    char text[400];
    int n = snprintf(text, sizeof text,
                     "Title: %s\nOutlet: Tern Harbour Courier\nDate: 2031-04-01\n\nThe ferry is late again. “%s,” said Mora Quill.\n",
                     headline, words);

    fixture_write(name, text, (size_t)n);
}

static void
remove_article(const char *name)
{
    char path[200];

    (void)snprintf(path, sizeof path, "%s/%s", fixture_folder(), name);
    assert_int_equal(unlink(path), 0);
}

static void
test_a_new_file(void **state)
{
    struct pty *pty = pty_start(&(struct pty_setup){0});
    int first, x;

    (void)state;
    pty_until(pty, "Ferry council");
    write_article("b-before-island.txt", "Red lighthouse", "It will be red");
    pty_until(pty, "Red lighthouse");
    pty_until(pty, "1 new article");
    /* In its place by path, between the first and the island. */
    first = pty_find(pty, "Red lighthouse", &x);
    assert_true(pty_find(pty, "Ferry council delay…", NULL) < first);
    assert_true(first < pty_find(pty, "Islanders count the…", NULL));
    remove_article("b-before-island.txt");
    pty_until_gone(pty, "Red lighthouse");
    pty_until(pty, "1 article gone");
    pty_free(pty);
}

static void
test_the_open_article_changes(void **state)
{
    struct pty *pty;

    (void)state;
    write_article("0-first.txt", "Silent fog bell", "Nobody rang it");
    pty = pty_start(&(struct pty_setup){0});
    pty_until(pty, "Nobody rang it");
    write_article("0-first.txt", "Silent fog bell", "Somebody forgot it");
    pty_until(pty, "Somebody forgot it");
    pty_until_gone(pty, "Nobody rang it");
    remove_article("0-first.txt");
    pty_until(pty, "The file of this article is gone");
    assert_true(pty_shows(pty, "Somebody forgot it")); /* read on, and beside it who said that */
    assert_true(pty_shows(pty, "Quotes  1 here"));
    assert_int_equal(pty_find(pty, "▌Silent fog", NULL), -1);
    write_article("b-before-island.txt", "Red lighthouse", "It will be red");
    pty_until(pty, "1 new article");
    assert_true(pty_shows(pty, "Courier  file gone")); /* whatever else is said */
    pty_resize(pty, 60, 20);
    pty_until(pty, "1 new article  file gone");
    pty_resize(pty, 120, 40);
    remove_article("b-before-island.txt");
    pty_until(pty, "1 article gone");
    write_article("0-first.txt", "Silent fog bell", "It is back");
    pty_until(pty, "It is back"); /* a file of that name again */
    pty_until_gone(pty, "file gone");
    remove_article("0-first.txt");
    pty_until(pty, "file gone");
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 0);
    pty_free(pty);
}

/* The second start has all from the cache, and what changed in between. */
static void
test_cache(void **state)
{
    char home[200], cache[240];
    struct pty_setup setup = {.args = {"--cache=always", fixture_folder()}};
    struct pty *pty;

    (void)state;
    (void)snprintf(home, sizeof home, "%s-cache", fixture_folder());
    (void)snprintf(cache, sizeof cache, "XDG_CACHE_HOME=%s", home);
    setup.env[0] = cache;
    for (int i = 0; i < 3; i++) {
        pty = pty_start(&setup);
        pty_until(pty, "Ferry council");
        assert_true(pty_shows(pty, "Islanders count"));
        if (i == 1)
            pty_until(pty, "Tide tables");
        if (i == 2) {
            pty_until_gone(pty, "Tide tables");
            assert_true(pty_shows(pty, "Ferry council"));
        }
        pty_send(pty, "q");
        assert_int_equal(pty_wait(pty), 0);
        assert_string_equal(pty_stderr(pty), "");
        pty_free(pty);
        if (i == 0)
            write_article("aa-tides.txt", "Tide tables", "They were wrong");
        if (i == 1)
            remove_article("aa-tides.txt");
    }
}

/* A file that cannot be read is a problem as long as it is there and cannot be read. */
static void
test_a_problem_goes(void **state)
{
    struct pty *pty;

    (void)state;
    fixture_write("y-bytes.txt", "\0\1\2\0\0\0\0\377", 8);
    fixture_write("z-bytes.txt", "\0\1\2\0\0\0\0\377", 8);
    pty = pty_start(&(struct pty_setup){0});
    pty_until(pty, "2 problems !");
    remove_article("z-bytes.txt");
    pty_until(pty, "1 problem !");
    fixture_write("y-bytes.txt", "\0\1\2\0\0\0\0\376\376", 9);
    write_article("b-before-island.txt", "Red lighthouse", "It will be red");
    pty_until(pty, "Red lighthouse");
    assert_true(pty_shows(pty, "1 problem !")); /* once, however often it is tried */
    (void)pty_keys(pty, "!");
    assert_true(pty_shows(pty, "y-bytes.txt"));
    write_article("y-bytes.txt", "Green lighthouse", "It was grey");
    pty_until(pty, "Green lighthouse");
    pty_until_gone(pty, "problem !");
    assert_false(pty_shows(pty, "What could not be read"));
    remove_article("y-bytes.txt");
    remove_article("b-before-island.txt");
    pty_free(pty);
}

/* The lines of a file, from its path and from standard input, are articles like others; a wrong one is a problem. */
static void
test_lines_of_json(void **state)
{
    static const char lines[] =
        "{\"text\": \"Red lighthouse\\n\\nIt leaks. \\u201cIt will be red,\\u201d said Mora Quill.\", \"id\": \"tern-1\"}\n"
        "{\"text\": 5}\n"
        "{\"text\": \"It is 40 years old, Edda Varn said.\", \"title\": \"Silent fog bell\", \"outlet\": \"Quay Ledger\"}\n";
    char path[200];
    struct pty_setup setup = {.args = {"--input=jsonl", path}};
    struct pty *pty;

    (void)state;
    (void)snprintf(path, sizeof path, "%s/c-lines.jsonl", fixture_folder());
    fixture_write("c-lines.jsonl", lines, sizeof lines - 1);
    pty = pty_start(&setup);
    pty_until(pty, "“It will be red,”");
    assert_true(pty_shows(pty, "Articles  2"));
    assert_true(pty_shows(pty, "1 problem"));
    (void)pty_keys(pty, "J");
    pty_until(pty, "Edda Varn said");
    assert_true(pty_shows(pty, "Silent fog bell"));
    assert_true(pty_shows(pty, "Quay Ledger"));
    assert_true(pty_shows(pty, "40 years"));
    pty_send(pty, "q");
    assert_int_equal(pty_wait(pty), 1);
    assert_non_null(strstr(pty_stderr(pty), "c-lines.jsonl:2: "));
    pty_free(pty);
    remove_article("c-lines.jsonl");
}

/* What was searched for is there in the next session, also when the terminal went away; in folders that can't be made it is not. */
static void
test_history(void **state)
{
    static const char *const keys[] = {"/ferry\r", "Fharbour\r", "/\033[A", "F\033[A"};
    static const char *const shows[] = {"hit 1 of", "“harbour*”", "/ferry", "find in all: harbour*"};
    char home[200], variable[240], path[260];
    struct pty_setup setup = {0};

    (void)state;
    (void)snprintf(home, sizeof home, "%s-state", fixture_folder());
    (void)snprintf(variable, sizeof variable, "XDG_STATE_HOME=%s", home);
    setup.env[0] = variable;
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct pty *pty = pty_start(&setup);

        pty_until(pty, "Ferry council");
        pty_send(pty, keys[i]);
        pty_until(pty, shows[i]);
        pty_signal(pty, i ? SIGHUP : SIGTERM);
        (void)pty_wait(pty);
        assert_string_equal(pty_stderr(pty), "");
        pty_free(pty);
    }
    (void)snprintf(path, sizeof path, "%s/lede/history", home);
    assert_int_equal(unlink(path), 0);
    *strrchr(path, '/') = '\0';
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(home), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_new_file),
        cmocka_unit_test(test_the_open_article_changes),
        cmocka_unit_test(test_cache),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_a_problem_goes),
        cmocka_unit_test(test_lines_of_json),
    };

    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
