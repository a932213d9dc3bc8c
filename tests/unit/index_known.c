/* Unit tests of src/index/known.c, store.c and import.c: when a file is what it was, and where records are kept. */
#include "unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "index/internal.h"
#include "index/known.h"
#include "index/pack.h"
#include "lede/import.h"
#include "scratch.h"

static const char was[] = "Ferry is late\n\nThe ferry was late by 12 minutes on Monday.\n";
static const char other[] = "Ferry is late\n\nThe ferry was late by 21 minutes on Monday.\n"; /* as long */
static const char longer[] = "Ferry is late\n\nThe ferry was late by 12 minutes on Monday, they said.\n";
static const char latin[] = "Caf\xE9 is late\n\nThe caf\xE9 was late by 12 minutes on Monday.\n";
static const char latin_other[] = "Caf\xE9 is late\n\nThe caf\xE9 was late by 21 minutes on Monday.\n";

/* Writes the file, and gives it the time stamp that it had, as rsync and touch -r do. */
static void
put_at(const char *path, const char *bytes, const struct stat *st)
{
    const struct timespec times[2] = {st->st_atim, st->st_mtim};

    scratch_put(path, bytes, 0);
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static struct known_state
state_of(const char *path)
{
    struct stat st;

    assert_int_equal(stat(path, &st), 0);
    return (struct known_state){path, article_time_ns(st.st_mtim), article_time_ns(st.st_ctim), (uint64_t)st.st_size};
}

static void
test_known_is(void **state)
{
    enum { BEFORE, AFTER }; /* read before the last change, as far as the clock tells, or surely after */
    static const struct {
        const char *what, *first, *then;
        bool stamped; /* has its old time stamp */
        int read;
        bool is, doubted;
    } rows[] = {
        {"as it was", was, was, true, AFTER, true, false},
        {"as it was, perhaps", was, was, true, BEFORE, true, true},
        {"longer", was, longer, true, AFTER, false, false},
        {"another time", was, was, false, AFTER, false, false},
        {"other bytes", was, other, true, BEFORE, false, true},
        {"decoded", latin, latin, true, BEFORE, true, true},
        {"decoded, other bytes", latin, latin_other, true, BEFORE, false, true},
    };
    const struct article_options reading = {0};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct extractor *extractor = extractor_new();
        struct article *article;
        struct text record = {0};
        struct known_state file;
        struct known_row row;
        bool doubted = false, is;
        struct stat st;

        scratch_put("a.txt", rows[i].first, 0);
        assert_int_equal(stat("a.txt", &st), 0);
        article = article_load("a.txt", &reading, NULL);
        assert_non_null(article);
        pack_article(&record, article, extract_article(extractor, article));
        row = (struct known_row){article->mtime_ns, article->file_size, slice_of(record.v, record.n)};
        put_at("a.txt", rows[i].then, &st);
        file = state_of("a.txt");
        file.mtime_ns += !rows[i].stamped;
        is = known_is(&row, &file, rows[i].read == AFTER ? INT64_MAX : 0, &reading, &doubted);
        assert_row(is == rows[i].is, "%s: %d", rows[i].what, is);
        assert_row(!is || doubted == rows[i].doubted, "%s: doubted %d", rows[i].what, doubted);
        text_free(&record);
        article_free(article);
        extractor_free(extractor);
    }
}

/* ---- while the program runs ------------------------------------------------------------------ */

static size_t
take_all(struct import *import)
{
    struct loaded failed;
    enum import_state state;
    size_t n = 0;

    while ((state = import_next(import, true, &failed)) != IMPORT_DONE) {
        assert_int_equal(state, IMPORT_TOOK);
        n++;
    }
    return n;
}

static bool
says(const struct index *index, const char *path, const char *words)
{
    uint32_t id = index_find_path(index, path);

    return id != ID_NONE && strstr(index_article(index, id)->text, words);
}

/* Replaced by a file of its size and time, a file is read again, whoever asks: the watch for one, or somebody for all. */
static void
test_replaced(void **state)
{
    static const char *const roots[] = {"c"}, *const both[] = {"c/a.txt", "c/b.txt"};
    struct import_setup setup = {.paths = roots, .npaths = 1};
    struct import *import;
    struct stat st;

    (void)state;
    for (int rescan = 0; rescan < 2; rescan++) {
        scratch_put("c/a.txt", was, 0);
        scratch_put("c/b.txt", longer, 0);
        assert_int_equal(stat("c/a.txt", &st), 0);
        setup.index = index_new();
        import = import_start(&setup);
        assert_int_equal(take_all(import), 2);
        assert_true(says(setup.index, "c/a.txt", "12 minutes"));
        put_at("c/a.txt", other, &st);
        assert_int_equal(chmod("c/b.txt", 0600), 0); /* its ctime alone is new */
        if (rescan)
            import_rescan(import);
        else
            import_refresh(import, both, COUNT(both));
        assert_int_equal(take_all(import), 1);
        assert_true(says(setup.index, "c/a.txt", "21 minutes"));
        assert_true(says(setup.index, "c/b.txt", "12 minutes"));
        assert_int_equal(index_nalive(setup.index), 2);
        import_free(import);
        index_free(setup.index);
    }
}

/* ---- where records are ------------------------------------------------------------------------ */

enum { RECORDS = 600, RECORD = 9000 };

static void
record_of(unsigned char *bytes, unsigned n)
{
    for (unsigned i = 0; i < RECORD; i++)
        bytes[i] = (unsigned char)(n * 7 + i * (n + 1) + i / 256);
}

static void
test_own_file(void **state)
{
    static unsigned char bytes[RECORD];
    static const struct {
        const char *tmpdir;
        int from; /* the record from which on there is a file */
    } rows[] = {{"/tmp", 0}, {"/tmp", 250}, {"/nowhere/at/all", 1}, {"", 1}, {"/dev/null", 1}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store *store = store_new(CACHE_RECORDS);
        uint64_t places[RECORDS];

        assert_int_equal(setenv("TMPDIR", rows[i].tmpdir, 1), 0);
        assert_false(store_has_file(store));
        for (int n = 0; n < RECORDS; n++) {
            if (n == rows[i].from) {
                store_use_own(store);
                assert_true(store_has_file(store)); /* there is /var/tmp or /tmp */
            }
            record_of(bytes, (unsigned)n);
            places[n] = store_put(store, bytes, RECORD);
        }
        assert_true(store_flush(store));
        for (int n = 0; n < RECORDS; n++) {
            record_of(bytes, (unsigned)n);
            assert_row(memcmp(store_at(store, places[n]), bytes, RECORD) == 0, "row %zu: record %d", i, n);
        }
        store_free(store);
    }
    (void)unsetenv("TMPDIR");
}

/* From its own file into that of a cache, which somebody else owns. */
static void
test_own_file_left(void **state)
{
    static unsigned char bytes[RECORD], found[RECORD];
    struct store *store = store_new(CACHE_RECORDS);
    uint64_t places[RECORDS];
    int fd = open("cache", O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    (void)state;
    assert_true(fd >= 0);
    store_use_own(store);
    for (int n = 0; n < RECORDS; n++) {
        if (n == RECORDS / 2)
            store_use(store, fd);
        record_of(bytes, (unsigned)n);
        places[n] = store_put(store, bytes, RECORD);
    }
    assert_true(store_flush(store));
    store_free(store);
    for (int n = 0; n < RECORDS; n++) {
        record_of(bytes, (unsigned)n);
        assert_int_equal(pread(fd, found, RECORD, (off_t)places[n]), RECORD);
        assert_row(memcmp(found, bytes, RECORD) == 0, "record %d", n);
    }
    assert_int_equal(close(fd), 0); /* it was the caller's */
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, scratch_enter, scratch_leave)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_known_is),
        TEST(test_replaced),
        TEST(test_own_file),
        TEST(test_own_file_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
