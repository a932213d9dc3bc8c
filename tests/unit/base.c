/* Unit tests of src/base: memory, slices, strings, errors. */
#include <unistd.h>

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <sys/wait.h>

#include "lede/base.h"

static void
test_arena_gives_zeroed_aligned_memory_of_any_size(void **state)
{
    static const size_t sizes[] = {0, 1, 7, 8, 15, 16, 17, 100, 2047, 2048, 2049, 4096, 5000, 1 << 20, (1 << 20) + 1};
    struct arena *arena = arena_new();
    unsigned char *pieces[COUNT(sizes)];

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        pieces[i] = arena_alloc(arena, sizes[i]);
        assert_row(((uintptr_t)pieces[i] & (_Alignof(max_align_t) - 1)) == 0, "size %zu is not aligned", sizes[i]);
        for (size_t b = 0; b < sizes[i]; b++)
            assert_row(pieces[i][b] == 0, "size %zu: byte %zu is not 0", sizes[i], b);
        memset(pieces[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < COUNT(sizes); i++)
        for (size_t b = 0; b < sizes[i]; b++)
            assert_row(pieces[i][b] == i + 1, "size %zu was written over", sizes[i]);
    assert_true(arena_used(arena) > 1 << 21);
    arena_free(arena);
    arena_free(NULL);
}

static void
test_arena_copies(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    assert_null(arena_copy(arena, "x", 0));
    assert_memory_equal(arena_copy(arena, "a\0b", 3), "a\0b", 3);
    assert_string_equal(arena_string(arena, NULL, 0), "");
    assert_string_equal(arena_string(arena, "harbour", 4), "harb");
    assert_string_equal(arena_printf(arena, "%s-%d", "bill", 7), "bill-7");
    arena_free(arena);
}

static void
test_arena_grows_in_proportion(void **state)
{
    struct arena *arena = arena_new();
    size_t asked = 0;

    (void)state;
    for (int i = 0; i < 100000; i++, asked += 48)
        (void)arena_alloc(arena, 48);
    assert_true(arena_used(arena) >= asked);
    assert_true(arena_used(arena) < asked * 2 + (1 << 21));
    arena_free(arena);
}

static void
test_vector_hands_out_zeroed_elements(void **state)
{
    VEC(int) numbers = {0};

    (void)state;
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(*vec_add(&numbers), 0);
        numbers.v[numbers.n - 1] = i;
    }
    assert_int_equal(numbers.n, 1000);
    assert_int_equal(numbers.v[999], 999);
    vec_clear(&numbers);
    assert_int_equal(*vec_add(&numbers), 0); /* the old value is not seen again */
    vec_push(&numbers, 5);
    assert_int_equal(numbers.v[1], 5);
    vec_free(&numbers);
    assert_null(numbers.v);
}

static void
test_text_is_always_terminated(void **state)
{
    struct text text = {0};

    (void)state;
    text_add(&text, "", 0);
    assert_string_equal(text.v, "");
    for (int i = 0; i < 300; i++) {
        text_putc(&text, (char)('a' + i % 26));
        assert_int_equal(strlen(text.v), i + 1);
    }
    text_printf(&text, "%0500d", 7); /* longer than what is free */
    assert_int_equal(text.n, 800);
    assert_int_equal(strlen(text.v), 800);
    text_puts(&text, "end");
    assert_string_equal(text.v + 800, "end");
    text_free(&text);
    assert_null(text.v);
}

static void
test_slices_compare(void **state)
{
    struct slice none = slice_str(NULL), word = slice_str("Ledger");

    (void)state;
    assert_int_equal(none.len, 0);
    assert_true(slice_equal(none, slice_str("")));
    assert_true(slice_is(word, "Ledger"));
    assert_false(slice_is(word, "Ledge"));
    assert_false(slice_is(word, "ledger"));
    assert_true(slice_is_nocase(word, "lEDGER"));
    assert_false(slice_is_nocase(word, "ledgers"));
    assert_true(slice_starts(word, "Led"));
    assert_true(slice_starts(word, ""));
    assert_false(slice_starts(word, "Ledgers"));
    assert_true(slice_ends(word, "ger"));
    assert_false(slice_ends(none, "r"));
}

static void
test_slices_are_trimmed(void **state)
{
    static const struct {
        const char *is, *becomes;
    } rows[] = {
        {"", ""}, {" ", ""}, {"\xC2\xA0", ""}, {" \t\r\n\v\f", ""}, {" a b ", "a b"}, {"\xC2\xA0 a\xC2\xA0\n", "a"},
        {"\xC3\xA0", "\xC3\xA0"}, /* à ends in the byte that a no-break space ends in */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice got = slice_trim(slice_str(rows[i].is));
        assert_row(slice_is(got, rows[i].becomes), "row %zu: got '%.*s'", i, (int)got.len, got.at);
    }
}

static void
test_spans(void **state)
{
    const struct span outer = {10, 20}, empty = {15, 15};

    (void)state;
    assert_true(span_empty(empty));
    assert_true(span_empty(((struct span){9, 3})));
    assert_int_equal(span_len(((struct span){9, 3})), 0);
    assert_int_equal(span_len(outer), 10);
    assert_true(span_holds(outer, outer));
    assert_false(span_holds(outer, ((struct span){9, 12})));
    assert_true(span_meets(outer, ((struct span){19, 30})));
    assert_false(span_meets(outer, ((struct span){20, 30}))); /* the end is not part of it */
}

static void
test_errors_keep_one_sentence(void **state)
{
    struct error error = {0};

    (void)state;
    assert_int_equal(error_set(NULL, STATUS_IO, "nobody listens"), STATUS_IO);
    assert_int_equal(error_set(&error, STATUS_IO, "%s is gone", "the file"), STATUS_IO);
    assert_string_equal(error.sentence, "the file is gone");
    error_set(&error, STATUS_INVALID, "line 3: %s", error.sentence); /* the old sentence is an argument */
    assert_string_equal(error.sentence, "line 3: the file is gone");
    assert_int_equal(error.status, STATUS_INVALID);
    error_clear(&error);
    assert_null(error.sentence);
    assert_int_equal(error.status, STATUS_OK);
}

static void
test_problems_are_all_kept_in_order(void **state)
{
    struct problems problems = {0};
    char where[32];

    (void)state;
    for (int i = 0; i < 50; i++) {
        (void)snprintf(where, sizeof where, "theme.ini:%d", i);
        problems_add(&problems, where, "wrong %d", i * 2);
    }
    assert_int_equal(problems.n, 50);
    assert_string_equal(problems.v[49].where, "theme.ini:49");
    assert_string_equal(problems.v[7].what, "wrong 14");
    problems_drop(&problems, 20, "theme.ini:1"); /* before the twentieth */
    problems_drop(&problems, 0, "theme.ini:4");
    problems_drop(&problems, 0, "theme");
    assert_int_equal(problems.n, 49);
    assert_string_equal(problems.v[4].where, "theme.ini:5");
    problems_add(&problems, "a/b/c.txt", "binary");
    problems_add(&problems, "a/b/c.txt", "binary");
    problems_add(&problems, "a/bc.txt", "binary");
    problems_drop(&problems, 0, "a/b/");
    assert_int_equal(problems.n, 50);
    assert_string_equal(problems.v[49].where, "a/bc.txt");
    problems_drop(&problems, 99, "a/bc.txt");
    assert_int_equal(problems.n, 50);
    problems_free(&problems);
    assert_int_equal(problems.n, 0);
}

static void
restore_screen(void)
{
    (void)!write(STDERR_FILENO, "hook\n", 5);
}

/* A child asks for more than there is: the hook runs, one line says so, the status is 3. */
static void
test_memory_that_runs_out_ends_the_program_with_a_line(void **state)
{
    int out[2], status;
    char says[64] = "";
    pid_t child;

    (void)state;
    assert_int_equal(pipe(out), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)dup2(out[1], STDERR_FILENO);
        mem_on_exhausted(restore_screen);
        (void)mem_resize(NULL, SIZE_MAX / 2, 4);
        _exit(0);
    }
    (void)close(out[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(out[0], says, sizeof says - 1) > 0);
    (void)close(out[0]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 3);
    assert_string_equal(says, "hook\nlede: out of memory\n");
}

static void
test_folders_and_files(void **state)
{
    char folder[] = "/tmp/lede-base-XXXXXX";
    struct text path = {0};
    struct stat st;
    char read_back[8] = {0};
    int fd;

    (void)state;
    assert_non_null(mkdtemp(folder));
    text_printf(&path, "%s/a/b", folder);
    assert_true(file_make_folder(path.v));
    assert_true(file_make_folder(path.v)); /* is there */
    assert_int_equal(stat(path.v, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    text_puts(&path, "/file");
    fd = open(path.v, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    assert_int_equal(file_write(fd, "weirs", 5), 0);
    assert_int_equal(pread(fd, read_back, sizeof read_back, 0), 5);
    assert_string_equal(read_back, "weirs");
    assert_int_equal(close(fd), 0);
    assert_int_equal(file_write(fd, "weirs", 5), EBADF);
    text_puts(&path, "/below");
    assert_false(file_make_folder(path.v)); /* below a file nothing can be */
    assert_int_equal(errno, ENOTDIR);
    for (const char *end; (end = strrchr(path.v, '/')) > path.v + strlen("/tmp");) {
        path.n = (size_t)(end - path.v);
        path.v[path.n] = '\0';
        assert_int_equal(remove(path.v), 0);
    }
    text_free(&path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_gives_zeroed_aligned_memory_of_any_size),
        cmocka_unit_test(test_arena_copies),
        cmocka_unit_test(test_arena_grows_in_proportion),
        cmocka_unit_test(test_vector_hands_out_zeroed_elements),
        cmocka_unit_test(test_text_is_always_terminated),
        cmocka_unit_test(test_slices_compare),
        cmocka_unit_test(test_slices_are_trimmed),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_errors_keep_one_sentence),
        cmocka_unit_test(test_problems_are_all_kept_in_order),
        cmocka_unit_test(test_memory_that_runs_out_ends_the_program_with_a_line),
        cmocka_unit_test(test_folders_and_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
