/* Unit tests of src/index/walk.c, lines.c and loader.c: which files are articles, in which order, and what is refused why. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lede/index.h"
#include "scratch.h"

static void
put_text(const char *path)
{
    scratch_put(path, path, strlen(path));
}

/* ---- what comes out, as one string: "path;path!reason;" ------------------------------------ */

static char *
load_paths(const char *const *paths, size_t n, const struct loader_options *options)
{
    struct loader *loader = loader_start(paths, n, options);
    struct loaded loaded;
    struct text out = {0};

    text_puts(&out, "");
    while (loader_next(loader, true, &loaded)) {
        if (loaded.article) {
            assert_string_equal(loaded.path, loaded.article->path);
            assert_non_null(loaded.extract);
            text_printf(&out, "%s;", loaded.path);
        } else {
            assert_int_not_equal(loaded.error.status, STATUS_OK);
            text_printf(&out, "%s!%s;", loaded.path, loaded.error.sentence);
        }
        article_free(loaded.article);
        loaded_clear(&loaded);
    }
    assert_true(loader_done(loader));
    loader_free(loader);
    return out.v;
}

static void
assert_loads(const char *path, const struct loader_options *options, const char *want)
{
    static const struct loader_options defaults = {.jobs = 2};
    char *got = load_paths(&path, 1, options ? options : &defaults);

    assert_string_equal(got, want);
    mem_free(got);
}

static void
test_which_files_are_articles(void **state)
{
    static const char *const files[] = {
        "c/a.txt", "c/b.text", "c/n.md", "c/x.html", "c/.hidden.txt", "c/.git/a.txt", "c/txt", "c/.txt", "c/UPPER.TXT",
        "c/sub/deep/d.txt", "c/sub.txt", "c/sub-a.txt", "c/e.txt~",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(files); i++)
        put_text(files[i]);
    /* sorted by the bytes of the whole paths: "sub-a" < "sub." < "sub/" */
    assert_loads("c", NULL, "c/a.txt;c/b.text;c/n.md;c/sub-a.txt;c/sub.txt;c/sub/deep/d.txt;");
    assert_loads("c/", NULL, "c/a.txt;c/b.text;c/n.md;c/sub-a.txt;c/sub.txt;c/sub/deep/d.txt;");
    assert_loads("c/x.html", NULL, "c/x.html;"); /* a file that is named is read */
    assert_loads("c/.hidden.txt", NULL, "c/.hidden.txt;");
    assert_loads("none", NULL, "none!No such file or directory;");
    assert_int_equal(mkdir("empty", 0700), 0);
    assert_loads("empty", NULL, "");
}

static void
test_order_is_that_of_the_arguments(void **state)
{
    static const char *const paths[] = {"b.txt", "missing", "folder", "a.txt", "b.txt", "./folder//z.txt", "missing"};
    const struct loader_options options = {.jobs = 3};
    char *got;

    (void)state;
    put_text("a.txt");
    put_text("b.txt");
    put_text("folder/z.txt");
    put_text("folder/y.txt");
    got = load_paths(paths, COUNT(paths), &options);
    assert_string_equal(got, "b.txt;missing!No such file or directory;folder/y.txt;folder/z.txt;a.txt;missing!No such file or directory;"); /* what is
        named twice is one article */
    mem_free(got);
}

static void
test_order_does_not_hang_on_the_number_of_workers(void **state)
{
    char path[64], *one = NULL;
    const char *const folder = "many";

    (void)state;
    for (int i = 0; i < 1200; i++) { /* more than the loader reads ahead */
        (void)snprintf(path, sizeof path, "many/%d/%d.txt", i % 7, i);
        put_text(path);
    }
    for (unsigned jobs = 1; jobs <= 16; jobs *= 4) {
        const struct loader_options options = {.jobs = jobs};
        char *got = load_paths(&folder, 1, &options);

        if (one)
            assert_string_equal(got, one);
        else
            one = got;
        if (got != one)
            mem_free(got);
    }
    mem_free(one);
}

static void
test_what_is_refused(void **state)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "r/socket.txt"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    (void)state;
    scratch_put("r/binary.txt", "a\0b", 3);
    scratch_put("r/empty.txt", "", 0);
    put_text("r/good.txt");
    assert_int_equal(mkfifo("r/fifo.txt", 0600), 0); /* must not block */
    assert_int_equal(symlink("/dev/zero", "r/zero.txt"), 0); /* must not be read for ever */
    assert_int_equal(symlink("nowhere", "r/dangling.txt"), 0);
    assert_int_equal(symlink("self.txt", "r/self.txt"), 0);
    assert_int_equal(mkdir("r/folder.txt", 0700), 0); /* a folder, whatever its name */
    assert_true(fd >= 0 && bind(fd, (struct sockaddr *)&name, sizeof name) == 0);
    assert_loads("r", NULL,
                 "r/binary.txt!is binary, not text;r/dangling.txt!No such file or directory;r/empty.txt;"
                 "r/fifo.txt!is a FIFO, not a file;r/good.txt;r/self.txt!Too many levels of symbolic links;"
                 "r/socket.txt!is a socket or device, not a file;r/zero.txt!is a device, not a file;");
    assert_loads("r/fifo.txt", NULL, "r/fifo.txt!is a FIFO, not a file;");
    (void)close(fd);
}

static void
test_too_large(void **state)
{
    const struct loader_options options = {.jobs = 1, .article = {.max_bytes = 8}};
    const struct loader_options mib = {.jobs = 1, .article = {.max_bytes = 1 << 20}};

    (void)state;
    scratch_put("l/eight.txt", "12345678", 8);
    scratch_put("l/nine.txt", "123456789", 9);
    assert_loads("l", &options, "l/eight.txt;l/nine.txt!larger than the limit of 8 bytes;");
    put_text("g/gig.txt");
    assert_int_equal(truncate("g/gig.txt", (off_t)1 << 30), 0); /* sparse */
    assert_loads("g", &mib, "g/gig.txt!larger than the limit of 1 MiB;");
    assert_loads("g", NULL, "g/gig.txt!larger than the limit of 64 MiB;");
}

static void
test_links_in_a_circle_end(void **state)
{
    (void)state;
    put_text("w/a/one.txt");
    put_text("w/b/two.txt");
    assert_int_equal(symlink("..", "w/a/up"), 0);
    assert_int_equal(symlink("../a", "w/b/across"), 0);
    assert_loads("w", NULL,
                 "w/a/one.txt;w/a/up/!a link that leads back to w;w/b/across/one.txt;w/b/across/up/!a link that leads back to w;"
                 "w/b/two.txt;");
}

static void
test_limits_of_depth_and_number(void **state)
{
    const struct loader_options shallow = {.jobs = 1, .max_depth = 2}, few = {.jobs = 1, .max_files = 2};
    static const char *const twice[] = {"d/1/a.txt", "d"};
    char *got;

    (void)state;
    put_text("d/1/2/3/deep.txt");
    put_text("d/1/2/b.txt");
    put_text("d/1/a.txt");
    assert_loads("d", &shallow, "d/1/2/3/!deeper than the limit of 2 folders;d/1/2/b.txt;d/1/a.txt;");
    assert_loads("d", &few,
                 "d/1/2/3/deep.txt;d/1/2/b.txt;"
                 "d/1/a.txt!the limit of 2 files is reached; this file and all after it are left out;");
    got = load_paths(twice, 2, &few); /* over all arguments together */
    assert_string_equal(got, "d/1/a.txt;d/1/2/3/deep.txt;"
                             "d/1/2/b.txt!the limit of 2 files is reached; this file and all after it are left out;");
    mem_free(got);
}

static void
test_unreadable_files_and_folders(void **state)
{
    (void)state;
    put_text("u/a.txt");
    put_text("u/closed/b.txt");
    assert_int_equal(chmod("u/a.txt", 0), 0);
    assert_int_equal(chmod("u/closed", 0), 0);
    if (geteuid() == 0) { /* root reads everything: be nobody for a while */
        assert_int_equal(chmod(".", 0755), 0);
        assert_int_equal(chmod("u", 0755), 0);
        assert_int_equal(seteuid(65534), 0);
    }
    assert_loads("u", NULL, "u/a.txt!Permission denied;u/closed/!Permission denied;");
    if (getuid() == 0)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod("u/closed", 0700), 0);
}

/* ---- without waiting ---------------------------------------------------------------------- */

static void
test_the_descriptor_tells_when_something_can_be_taken(void **state)
{
    const char *const folder = "p";
    const struct loader_options options = {.jobs = 2};
    struct loader *loader;
    struct loaded loaded;
    char path[64];
    int taken = 0;

    (void)state;
    for (int i = 0; i < 100; i++) {
        (void)snprintf(path, sizeof path, "p/%03d.txt", i);
        put_text(path);
    }
    loader = loader_start(&folder, 1, &options);
    while (!loader_done(loader)) {
        struct pollfd fd = {.fd = loader_fd(loader), .events = POLLIN};

        assert_int_equal(poll(&fd, 1, 60000), 1); /* a lost wake-up would hang here */
        while (loader_next(loader, false, &loaded)) {
            (void)snprintf(path, sizeof path, "p/%03d.txt", taken++);
            assert_string_equal(loaded.path, path);
            article_free(loaded.article);
            loaded_clear(&loaded);
        }
    }
    assert_int_equal(taken, 100);
    assert_int_equal(loader_progress(loader).found, 100);
    assert_int_equal(loader_progress(loader).taken, 100);
    assert_false(loader_progress(loader).counting);
    assert_false(loader_next(loader, true, &loaded));
    loader_free(loader);
}

static void
render_nothing(struct text *row, const struct article *article, const struct extract *extract)
{
    (void)article, (void)extract;
    text_puts(row, "row");
}

/* Rows are told of in batches; the last ones are, too, when what follows them can't be read. */
static void
test_an_error_at_the_end(void **state)
{
    static const char *const paths[] = {"slow.txt", "missing.txt"};
    struct text words = {0};

    (void)state;
    for (int i = 0; i < 20000; i++)
        text_puts(&words, "It cost $5, said Ida Vik. ");
    scratch_put("slow.txt", words.v, words.n); /* all is found before it is read */
    text_free(&words);
    for (int i = 0; i < 20; i++) {
        const struct loader_options options = {.jobs = 1, .render = render_nothing};
        struct loader *loader = loader_start(paths, COUNT(paths), &options);
        struct loaded loaded;
        int taken = 0;

        while (!loader_done(loader)) {
            struct pollfd fd = {.fd = loader_fd(loader), .events = POLLIN};

            assert_int_equal(poll(&fd, 1, 60000), 1);
            while (loader_next(loader, false, &loaded)) {
                taken++;
                loaded_clear(&loaded);
            }
        }
        assert_int_equal(taken, 2);
        loader_free(loader);
    }
}

static void
render_path(struct text *row, const struct article *article, const struct extract *extract)
{
    (void)extract;
    text_puts(row, article->path);
    if (strstr(article->path, "7.txt")) /* too long to be kept for another */
        for (int i = 0; i < 1 << 15; i++)
            text_puts(row, " and more");
}

/* A row is its own article's, whatever was where it is: rows given back, rows kept, rows of what could not be read. */
static void
test_rows_are_used_again(void **state)
{
    enum { ROWS = 300 };
    const char *const folder = "rows";
    char path[64];

    (void)state;
    for (int i = 0; i < ROWS; i++) {
        (void)snprintf(path, sizeof path, "rows/%03d.txt", i);
        scratch_put(path, i % 5 == 2 ? "\0\0\0\0" : path, i % 5 == 2 ? 4 : (size_t)(1 + i % 12)); /* NULs are no text */
    }
    for (unsigned jobs = 1; jobs < 4; jobs++) {
        const struct loader_options options = {.jobs = jobs, .render = render_path};
        struct loader *loader = loader_start(&folder, 1, &options);
        struct loaded loaded;
        int taken = 0;

        for (; loader_next(loader, true, &loaded); taken++) {
            (void)snprintf(path, sizeof path, "rows/%03d.txt", taken);
            assert_string_equal(loaded.path, path);
            assert_int_equal(loaded.error.status, taken % 5 == 2 ? STATUS_REFUSED : STATUS_OK);
            assert_int_equal(loaded.row.n, taken % 5 == 2 ? 0 : strlen(path) + (taken % 10 == 7 ? 9 << 15 : 0));
            assert_true(loaded.row.n == 0 || memcmp(loaded.row.v, path, strlen(path)) == 0);
            if (taken % 3)
                loader_reuse(loader, &loaded);
            else
                loaded_clear(&loaded);
        }
        assert_int_equal(taken, ROWS);
        loader_free(loader);
    }
}

/* The sanitizer sees what is not freed, the thread sanitizer what is freed too early. */
static void
test_stopping_midway(void **state)
{
    const char *const folder = "s";
    char path[64];

    (void)state;
    for (int i = 0; i < 300; i++) {
        (void)snprintf(path, sizeof path, "s/%d.txt", i);
        put_text(path);
    }
    scratch_put("s/0b.txt", "\0", 1);
    for (int taken = 0; taken < 40; taken += 13) {
        const struct loader_options options = {.jobs = 4};
        struct loader *loader = loader_start(&folder, 1, &options);

        for (int i = 0; i < taken; i++) {
            struct loaded loaded;

            assert_true(loader_next(loader, true, &loaded));
            article_free(loaded.article);
            loaded_clear(&loaded);
        }
        loader_free(loader);
    }
    loader_free(NULL);
}

/* ---- any course of things --------------------------------------------------------------------- */

enum { STRESS_FILES = 600, STRESS_ROUNDS = 90 };

/* What a round is made of, by chance; the seed says it all. */
struct stress {
    uint32_t seed;
    size_t n;                        /* arguments */
    const char *paths[STRESS_FILES];
    uint32_t stop;                   /* it is stopped when so many were taken */
    uint32_t haste;                  /* of the taker: 1 does nothing else between two looks */
    struct text want, got;
};

static uint32_t
stress_random(struct stress *stress, uint32_t below)
{
    stress->seed = stress->seed * 1664525 + 1013904223;
    return (stress->seed >> 8) % below;
}

/* Called in the finder's thread. */
static bool
stress_known(void *arg, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size)
{
    (void)arg, (void)mtime_ns, (void)ctime_ns, (void)size;
    return path[0] == 'k';
}

/* Names begin with t: tiny, s: slow, k: known, b: binary, m: missing. */
static void
stress_put_files(char names[STRESS_FILES][24])
{
    struct text words = {0};

    for (int i = 0; i < 10000; i++)
        text_puts(&words, "It cost $5, said Ida Vik. ");
    for (int i = 0; i < STRESS_FILES; i++) {
        char kind = i < 4 ? 's' : "tttttttkkkbmm"[i % 13];

        (void)snprintf(names[i], sizeof names[i], "%c%03d.txt", kind, i);
        if (kind == 's')
            scratch_put(names[i], words.v, words.n);
        else if (kind == 'b')
            scratch_put(names[i], "\0", 1);
        else if (kind != 'm')
            put_text(names[i]);
    }
    text_free(&words);
}

/* A slow one at the beginning, or somewhere, or none; then a run of the others, of one kind or mixed. */
static void
stress_choose(struct stress *stress, char names[STRESS_FILES][24])
{
    size_t n = 1 + stress_random(stress, stress_random(stress, 2) ? 20 : STRESS_FILES - 4);
    size_t slow = stress_random(stress, 2) ? 0 : stress_random(stress, STRESS_FILES);
    char only = "\0\0\0tmk"[stress_random(stress, 6)];

    stress->n = 0;
    stress->want.n = stress->got.n = 0;
    text_puts(&stress->want, "");
    text_puts(&stress->got, "");
    for (size_t i = 0; i < n; i++) {
        const char *name = i == slow ? names[stress_random(stress, 4)] : names[4 + i];

        if (only && name[0] != 's' && name[0] != only)
            continue;
        stress->paths[stress->n++] = name;
        if (name[0] != 'k')
            text_printf(&stress->want, "%s%s;", name, strchr("bm", name[0]) ? "!" : "");
    }
    stress->stop = stress_random(stress, 3) ? UINT32_MAX : stress_random(stress, (uint32_t)n);
    stress->haste = 1 + stress_random(stress, 3) * 40;
}

static bool
stress_take(struct stress *stress, struct loader *loader, bool wait)
{
    struct loaded loaded;

    if (!loader_next(loader, wait, &loaded))
        return false;
    text_printf(&stress->got, "%s%s;", loaded.path, loaded.error.status == STATUS_OK ? "" : "!");
    loaded_clear(&loaded);
    for (uint32_t i = stress_random(stress, stress->haste); i > 0; i--)
        sched_yield();
    return true;
}

/* Waits as the reader does, by poll(), or as the commands do. */
static void
stress_run(struct stress *stress, unsigned jobs, bool polls)
{
    const struct loader_options options = {.jobs = jobs, .render = render_nothing, .known = stress_known};
    struct loader *loader = loader_start(stress->paths, stress->n, &options);
    uint32_t seed = stress->seed, taken = 0;

    while (taken < stress->stop && (polls ? !loader_done(loader) : stress_take(stress, loader, true))) {
        struct pollfd fd = {.fd = loader_fd(loader), .events = POLLIN};

        taken += !polls;
        if (polls)
            assert_row(poll(&fd, 1, 60000) == 1, "lost wake-up: seed %u, %u jobs, after %s", (unsigned)seed, jobs, stress->got.v);
        while (polls && taken < stress->stop && stress_take(stress, loader, false))
            taken++;
    }
    loader_free(loader);
    if (stress->stop == UINT32_MAX)
        assert_string_equal(stress->got.v, stress->want.v);
    else
        assert_memory_equal(stress->got.v, stress->want.v, stress->got.n);
}

/*
 * A taker that lags behind, and comes to the slow one when as much as may be ahead of it is read, the last of that untold of: by
 * chance this comes about too seldom.
 */
static void
test_a_slow_one_in_the_middle(void **state)
{
    enum { BEFORE = 256, ALL = 600 };
    const char *const folder = "mid";
    struct text words = {0};
    char path[32];

    (void)state;
    for (int i = 0; i < ALL; i++) {
        (void)snprintf(path, sizeof path, "mid/%03d.txt", i);
        put_text(path);
    }
    for (int i = 0; i < 60000; i++)
        text_puts(&words, "It cost $5, said Ida Vik. ");
    (void)snprintf(path, sizeof path, "mid/%03d.txt", BEFORE);
    scratch_put(path, words.v, words.n);
    text_free(&words);
    for (unsigned jobs = 2; jobs < 8; jobs += 2) {
        const struct loader_options options = {.jobs = jobs, .render = render_nothing};
        struct loader *loader = loader_start(&folder, 1, &options);
        struct loaded loaded;
        int taken = 0;

        while (!loader_done(loader)) {
            struct pollfd fd = {.fd = loader_fd(loader), .events = POLLIN};

            assert_row(poll(&fd, 1, 60000) == 1, "lost wake-up: %u jobs, after %d", jobs, taken);
            while (loader_next(loader, false, &loaded)) {
                loaded_clear(&loaded);
                (void)poll(NULL, 0, taken++ % 16 == 0); /* lags */
            }
        }
        assert_int_equal(taken, ALL);
        loader_free(loader);
    }
}

/* Handlers belong to the thread that takes; but a fault is of the thread that has it. */
static void
render_mask(struct text *row, const struct article *article, const struct extract *extract)
{
    sigset_t mask;

    (void)article, (void)extract;
    assert_int_equal(pthread_sigmask(SIG_BLOCK, NULL, &mask), 0);
    text_puts(row, sigismember(&mask, SIGTERM) && sigismember(&mask, SIGWINCH) && !sigismember(&mask, SIGBUS) ? "blocked" : "open");
}

static bool
known_mask(void *arg, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size)
{
    (void)path, (void)mtime_ns, (void)ctime_ns, (void)size;
    render_mask(arg, NULL, NULL);
    return false;
}

static void
test_threads_take_no_signals(void **state)
{
    const char *const path = "mask.txt";
    struct text finder = {0}, here = {0};
    const struct loader_options options = {.jobs = 1, .render = render_mask, .known = known_mask, .known_arg = &finder};
    struct loader *loader;
    struct loaded loaded;

    (void)state;
    put_text(path);
    loader = loader_start(&path, 1, &options);
    render_mask(&here, NULL, NULL);
    assert_true(loader_next(loader, true, &loaded));
    assert_memory_equal(loaded.row.v, "blocked", 7);
    loaded_clear(&loaded);
    loader_free(loader);
    assert_memory_equal(finder.v, "blocked", 7);
    assert_memory_equal(here.v, "open", 4);
    text_free(&finder);
    text_free(&here);
}

/* Whatever is slow, wrong, known or given up: nothing hangs, nothing is left out, all comes in its order. */
static void
test_any_course(void **state)
{
    static const unsigned jobs[] = {1, 2, 7};
    static char names[STRESS_FILES][24];
    struct stress stress = {.seed = 1};

    (void)state;
    stress_put_files(names);
    for (uint32_t round = 0; round < STRESS_ROUNDS; round++) {
        stress_choose(&stress, names);
        stress_run(&stress, jobs[round % COUNT(jobs)], round % 4 != 0);
    }
    text_free(&stress.want);
    text_free(&stress.got);
}

/* ---- JSON Lines ---------------------------------------------------------------------------- */

static const struct loader_options lines = {.jobs = 2, .jsonl = true};

#define put_bytes(path, literal) scratch_put(path, literal, sizeof(literal) - 1)

static void
test_lines_are_articles(void **state)
{
    static const struct loader_options small = {.jobs = 2, .jsonl = true, .article = {.max_bytes = 24}};

    (void)state;
    put_bytes("j/b.jsonl", "\xEF\xBB\xBF{\"id\":null,\"text\":\"a\"}\r\n\n \t\n{\"text\":\"\"}");
    put_bytes("j/c.ndjson", "nope\n{\"text\":\"\"}\n");
    put_text("j/a.txt");
    put_bytes("j/empty.jsonl", "");
    put_bytes("j/blank.jsonl", "\n\r\n  ");
    /* names of lines: FILE:LINE, blank lines counted */
    assert_loads("j", &lines, "j/b.jsonl:1;j/b.jsonl:4;j/c.ndjson:1!is no JSON object;j/c.ndjson:2;");
    assert_loads("j/a.txt", &lines, "j/a.txt:1!is no JSON object;"); /* a file that is named is read */
    put_bytes("l.jsonl", "{\"text\":\"123456789 1234\"}\n{\"text\":\"123456789 123\"}\n\n{\"text\":\"123456789 1234\"}");
    assert_loads("l.jsonl", &small,
                 "l.jsonl:1!larger than the limit of 24 bytes;l.jsonl:2;l.jsonl:4!larger than the limit of 24 bytes;");
    assert_loads("missing", &lines, "missing!No such file or directory;");
}

/* A line far longer than what is read at once, and one that is dropped on the way. */
static void
test_long_lines(void **state)
{
    const struct loader_options options = {.jobs = 2, .jsonl = true, .article = {.max_bytes = 300000}};
    struct text file = {0};

    (void)state;
    for (size_t len = 100000; len <= 900000; len += 200000) {
        text_puts(&file, "{\"text\":\"");
        for (size_t i = 0; i < len; i++)
            text_putc(&file, 'a');
        text_puts(&file, "\"}\n");
    }
    scratch_put("long.jsonl", file.v, file.n - 1); /* the last one has no line end */
    assert_loads("long.jsonl", &options,
                 "long.jsonl:1;long.jsonl:2!larger than the limit of 300000 bytes;long.jsonl:3!larger than the limit of 300000 "
                 "bytes;long.jsonl:4!larger than the limit of 300000 bytes;long.jsonl:5!larger than the limit of 300000 bytes;");
    text_free(&file);
}

static void
test_many_lines_in_their_order(void **state)
{
    const char *const path = "m.jsonl";
    struct text file = {0}, want = {0};

    (void)state;
    for (int i = 1; i <= 5000; i++) { /* far more than are held */
        text_printf(&file, "{\"text\":\"It cost $%d.\"%s\n", i, i % 7 ? "}" : "");
        text_printf(&want, "m.jsonl:%d%s;", i, i % 7 ? "" : "!not JSON: a comma or } is missing at column ");
        if (i % 7 == 0) {
            want.n--;
            text_printf(&want, "%d;", 22 + (i > 9) + (i > 99) + (i > 999));
        }
    }
    scratch_put(path, file.v, file.n);
    for (unsigned jobs = 1; jobs <= 16; jobs *= 4) {
        const struct loader_options options = {.jobs = jobs, .jsonl = true};
        char *got = load_paths(&path, 1, &options);

        assert_string_equal(got, want.v);
        mem_free(got);
    }
    text_free(&file);
    text_free(&want);
}

static struct loader *
start_on_pipe(int ends[2], unsigned jobs)
{
    static const char *const piped = "-";
    struct loader_options options = {.jobs = jobs, .jsonl = true};

    assert_int_equal(pipe(ends), 0);
    options.article.input = ends[0];
    return loader_start(&piped, 1, &options);
}

static void
say(int fd, const char *words)
{
    assert_int_equal(write(fd, words, strlen(words)), strlen(words));
}

/* An article comes out when its line has come in, however long the next one takes. */
static void
test_a_pipe_that_waits_for_each_answer(void **state)
{
    int ends[2];
    struct loader *loader = start_on_pipe(ends, 2);
    struct loaded loaded;

    (void)state;
    for (int i = 1; i <= 2000; i++) {
        char line[80], want[40];

        (void)snprintf(line, sizeof line, "{\"id\":%d,\"text\":\"It ", i);
        (void)snprintf(want, sizeof want, "-:%d", i);
        say(ends[1], line);
        say(ends[1], "cost $9.\"}\n");
        assert_true(loader_next(loader, true, &loaded));
        assert_string_equal(loaded.path, want);
        assert_int_equal(loaded.extract->nfigures, 1);
        article_free(loaded.article);
        loaded_clear(&loaded);
        assert_false(loader_next(loader, false, &loaded));
    }
    assert_false(loader_done(loader));
    (void)close(ends[1]);
    assert_false(loader_next(loader, true, &loaded));
    assert_true(loader_done(loader));
    assert_int_equal(loader_progress(loader).found, 2000);
    loader_free(loader);
    (void)close(ends[0]);
}

/* The finder waits for input, or for room: both must end. */
static void
test_stopping_a_stream(void **state)
{
    int ends[2];
    struct loader *loader = start_on_pipe(ends, 3);
    struct loaded loaded;
    FILE *in;

    (void)state;
    say(ends[1], "{\"text\":\"a\"}\n{\"text\":");
    assert_true(loader_next(loader, true, &loaded));
    article_free(loaded.article);
    loaded_clear(&loaded);
    loader_free(loader);
    (void)close(ends[0]);
    (void)close(ends[1]);
    in = fopen("full.jsonl", "w");
    assert_non_null(in);
    for (int i = 0; i < 3000; i++)
        assert_true(fputs("{\"text\":\"a\"}\n", in) >= 0);
    assert_int_equal(fclose(in), 0);
    for (int taken = 0; taken < 1000; taken += 300) {
        const char *const path = "full.jsonl";

        loader = loader_start(&path, 1, &lines);
        for (int i = 0; i < taken; i++) {
            assert_true(loader_next(loader, true, &loaded));
            article_free(loaded.article);
            loaded_clear(&loaded);
        }
        loader_free(loader);
    }
}

/* A child that was forked meanwhile (it saves the cache) has the descriptors, too: that must not keep the finder waiting. */
static void
test_stopping_a_stream_while_a_child_runs(void **state)
{
    int ends[2], until[2];
    struct loader *loader = start_on_pipe(ends, 1);
    pid_t child;
    char c;

    (void)state;
    assert_int_equal(pipe(until), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)close(until[1]);
        _exit(read(until[0], &c, 1) == 0 ? 0 : 1);
    }
    loader_free(loader);
    (void)close(until[1]);
    assert_int_equal(waitpid(child, NULL, 0), child);
    (void)close(until[0]);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

/* No more lines are read ahead than are held. */
static void
test_a_stream_is_not_read_far_ahead(void **state)
{
    int ends[2], status;
    struct loader *loader;
    struct loaded loaded;
    pid_t writer;
    struct pollfd fd;

    (void)state;
    loader = start_on_pipe(ends, 2);
    writer = fork();
    assert_true(writer >= 0);
    if (writer == 0) { /* never ends by itself */
        char line[4096] = "{\"text\":\"\",\"x\":\"";

        memset(line + strlen(line), 'a', sizeof line - strlen(line) - 3);
        memcpy(line + sizeof line - 3, "\"}\n", 3);
        (void)close(ends[0]);
        for (;;)
            if (write(ends[1], line, sizeof line) < 0)
                _exit(0);
    }
    (void)close(ends[1]);
    for (int i = 0; i < 2000; i++) {
        assert_true(loader_next(loader, true, &loaded));
        article_free(loaded.article);
        loaded_clear(&loaded);
        assert_true(loader_progress(loader).found - loader_progress(loader).taken <= 512);
    }
    fd = (struct pollfd){.fd = ends[0], .events = POLLIN};
    assert_int_equal(poll(&fd, 1, 60000), 1); /* the rest waits in the pipe */
    loader_free(loader);
    (void)close(ends[0]);
    assert_int_equal(waitpid(writer, &status, 0), writer); /* by SIGPIPE or EPIPE */
}

static void
test_named_pipes_are_streams(void **state)
{
    const char *const path = "fifo.jsonl";
    struct loader *loader;
    struct loaded loaded;
    int fd;

    (void)state;
    assert_int_equal(mkfifo("fifo.jsonl", 0600), 0);
    loader = loader_start(&path, 1, &lines);
    fd = open("fifo.jsonl", O_WRONLY); /* waits until it is read, as the loader waits until it is written */
    assert_true(fd >= 0);
    say(fd, "{\"text\":\"a\"}\n{\"text\":\"b\"}");
    (void)close(fd);
    for (int i = 0; i < 2; i++) {
        assert_true(loader_next(loader, true, &loaded));
        assert_non_null(loaded.article);
        article_free(loaded.article);
        loaded_clear(&loaded);
    }
    assert_false(loader_next(loader, true, &loaded));
    loader_free(loader);
    loader = loader_start(&path, 1, &lines); /* nobody writes: that can be stopped, too */
    loader_free(loader);
    assert_int_equal(mkdir("g", 0700), 0);
    assert_int_equal(mkfifo("g/fifo.jsonl", 0600), 0); /* nobody asked for this one */
    assert_loads("g", &lines, "g/fifo.jsonl!is a FIFO, not a file;");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)
    const struct CMUnitTest tests[] = {
        TEST(test_which_files_are_articles),
        TEST(test_order_is_that_of_the_arguments),
        TEST(test_order_does_not_hang_on_the_number_of_workers),
        TEST(test_what_is_refused),
        TEST(test_too_large),
        TEST(test_links_in_a_circle_end),
        TEST(test_limits_of_depth_and_number),
        TEST(test_unreadable_files_and_folders),
        TEST(test_the_descriptor_tells_when_something_can_be_taken),
        TEST(test_an_error_at_the_end),
        TEST(test_rows_are_used_again),
        TEST(test_stopping_midway),
        TEST(test_a_slow_one_in_the_middle),
        TEST(test_threads_take_no_signals),
        TEST(test_any_course),
        TEST(test_lines_are_articles),
        TEST(test_long_lines),
        TEST(test_many_lines_in_their_order),
        TEST(test_a_pipe_that_waits_for_each_answer),
        TEST(test_stopping_a_stream),
        TEST(test_stopping_a_stream_while_a_child_runs),
        TEST(test_a_stream_is_not_read_far_ahead),
        TEST(test_named_pipes_are_streams),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
