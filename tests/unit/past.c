/* What was searched for before, and its file. */
#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lede/past.h"

static char folder[] = "/tmp/lede-past-XXXXXX";

static const char *
path_of(const char *name)
{
    static char path[200];

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void
write_file(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static const char *
read_file(const char *name)
{
    static char text[4096];
    FILE *file = fopen(path_of(name), "r");
    size_t n;

    if (!file)
        return "(none)";
    n = fread(text, 1, sizeof text - 1, file);
    text[n] = '\0';
    (void)fclose(file);
    return text;
}

static bool
save(struct past *past, const char *name)
{
    struct error error = {0};
    bool saved = past_save(past, path_of(name), &error);

    assert_true(saved == (error.sentence == NULL));
    error_clear(&error);
    return saved;
}

static void
test_lines(void **state)
{
    struct past *past = past_new(3);

    (void)state;
    past_add(past, PAST_QUERY, "one");
    past_add(past, PAST_QUERY, "two");
    past_add(past, PAST_SEARCH, "pier");
    past_add(past, PAST_QUERY, "one"); /* moves */
    assert_int_equal(past_count(past, PAST_QUERY), 2);
    assert_string_equal(past_line(past, PAST_QUERY, 0), "two");
    assert_string_equal(past_line(past, PAST_QUERY, 1), "one");
    past_add(past, PAST_QUERY, "three");
    past_add(past, PAST_QUERY, "four"); /* the oldest falls out */
    assert_int_equal(past_count(past, PAST_QUERY), 3);
    assert_string_equal(past_line(past, PAST_QUERY, 0), "one");
    assert_int_equal(past_count(past, PAST_SEARCH), 1);
    past_free(past);
    past = past_new(0);
    past_add(past, PAST_QUERY, "one");
    assert_int_equal(past_count(past, PAST_QUERY), 0);
    past_free(past);
    past_free(NULL);
}

/* Nothing comes to the screen that could not be typed. */
static void
test_strange_files(void **state)
{
    static const struct {
        const char *text;
        size_t nqueries;
        const char *last;
    } rows[] = {
        {"", 0, ""},
        {"query ferry\nquery speaker:tamm", 2, "speaker:tamm"},
        {"query ferry\r\n", 0, ""},
        {"query \n\nquery\nquerry x\nfoo\nquery  \nquery a", 1, "a"},
        {"query \033[31mred\nquery b\n", 1, "b"},
        {"query \xFF\nquery \xE2\x80\xAEx\nquery caf\xC3\xA9\n", 1, "caf\xC3\xA9"},
        {"search pier\nquery c\n", 1, "c"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct past *past = past_new(10);
        size_t n;

        write_file("strange", rows[i].text);
        past_load(past, path_of("strange"));
        n = past_count(past, PAST_QUERY);
        assert_row(n == rows[i].nqueries, "row %zu: %zu lines", i, n);
        assert_row(!n || strcmp(past_line(past, PAST_QUERY, n - 1), rows[i].last) == 0, "row %zu: %s", i, past_line(past, PAST_QUERY, n - 1));
        past_free(past);
    }
    assert_int_equal(unlink(path_of("strange")), 0);
}

static void
test_two_sessions(void **state)
{
    struct past *first = past_new(4), *second = past_new(4);
    struct stat st;

    (void)state;
    past_load(first, path_of("a/b/history"));
    past_load(second, path_of("a/b/history"));
    past_add(first, PAST_QUERY, "one");
    past_add(first, PAST_SEARCH, "pier");
    past_add(second, PAST_QUERY, "two");
    past_add(second, PAST_QUERY, "one");
    assert_true(save(first, "a/b/history")); /* its folder is made */
    assert_int_equal(stat(path_of("a/b/history"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat(path_of("a"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_string_equal(read_file("a/b/history"), "search pier\nquery one\n");
    assert_true(save(second, "a/b/history"));
    assert_string_equal(read_file("a/b/history"), "search pier\nquery two\nquery one\n");
    write_file("a/b/history", "query ferry\n");
    assert_true(save(second, "a/b/history")); /* nothing was added since */
    assert_string_equal(read_file("a/b/history"), "query ferry\n");
    past_free(first);
    past_free(second);
    assert_int_equal(unlink(path_of("a/b/history")), 0);
    assert_int_equal(rmdir(path_of("a/b")), 0);
    assert_int_equal(rmdir(path_of("a")), 0);
}

static void
test_places(void **state)
{
    struct past *past = past_new(4);
    struct stat st;

    (void)state;
    past_add(past, PAST_QUERY, "one");
    /* A link stays one; over what is no file nothing is written. */
    write_file("target", "query zero\n");
    assert_int_equal(symlink("target", path_of("link")), 0);
    assert_true(save(past, "link"));
    assert_int_equal(lstat(path_of("link"), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_string_equal(read_file("target"), "query zero\nquery one\n");
    past_add(past, PAST_QUERY, "two");
    assert_int_equal(symlink("/dev/null", path_of("none")), 0);
    assert_true(save(past, "none"));
    assert_int_equal(lstat(path_of("none"), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    past_load(past, path_of("")); /* a folder */
    past_add(past, PAST_QUERY, "three");
    assert_false(save(past, "target/history")); /* below a file nothing can be */
    assert_int_equal(unlink(path_of("target")), 0);
    assert_int_equal(unlink(path_of("link")), 0);
    assert_int_equal(unlink(path_of("none")), 0);
    past_free(past);
}

static int
make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
    (void)state;
    return rmdir(folder); /* fails where something was left beside the file */
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_strange_files),
        cmocka_unit_test(test_two_sessions),
        cmocka_unit_test(test_places),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
