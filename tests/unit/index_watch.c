/*
 * Unit tests of src/index/watch.c and what is below it: what happens in a folder, and what is told of it, by inotify and by looking.
 * Nothing is timed: each step ends with a file of its own, whose change comes after all that was done before.
 */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "index/watch.h"
#include "scratch.h"

/* ---- settling: no clock, no files ----------------------------------------------------------- */

static void
settle_say(void *arg, const struct unsettled *one)
{
    text_printf(arg, "%s%s;", one->path, one->born ? "+" : "");
}

static const struct {
    const char *name;
    struct {
        int64_t at; /* -1: the end */
        enum settle_sort sort;
        const char *path;
    } notes[8];
    int64_t looks[4]; /* when it is asked; 0: the end */
    const char *want; /* what comes, with a bar between the looks */
} settles[] = {
    {"done", {{10, SETTLE_DONE, "a"}, {-1}}, {109, 110, 500}, "|a;|"},
    {"writing is waited for longer", {{10, SETTLE_WRITING, "a"}, {-1}}, {110, 1009, 1010}, "||a;"},
    {"written, then closed", {{10, SETTLE_BORN, "a"}, {20, SETTLE_WRITING, "a"}, {30, SETTLE_DONE, "a"}, {-1}}, {129, 130}, "|a+;"},
    {"closed, then written", {{10, SETTLE_DONE, "a"}, {20, SETTLE_WRITING, "a"}, {-1}}, {500, 1020}, "|a;"},
    {"each event puts it off", {{10, SETTLE_DONE, "a"}, {90, SETTLE_DONE, "a"}, {-1}}, {110, 189, 190}, "||a;"},
    {"but not for ever",
     {{10, SETTLE_WRITING, "a"}, {1950, SETTLE_DONE, "a"}, {1990, SETTLE_DONE, "a"}, {-1}},
     {1999, 2010},
     "|a;"},
    {"writing may take as long as it takes", {{10, SETTLE_WRITING, "a"}, {900, SETTLE_WRITING, "a"}, {1800, SETTLE_WRITING, "a"}, {2700, SETTLE_WRITING, "a"}, {-1}},
     {3699, 3700}, "|a;"},
    {"in the order of the paths", {{10, SETTLE_DONE, "b"}, {11, SETTLE_DONE, "a"}, {12, SETTLE_DONE, "c"}, {-1}}, {111, 112}, "a;b;|c;"},
    {"a folder that is gone goes at once", {{10, SETTLE_DONE, "f/a"}, {10, SETTLE_FOLDER, "f/"}, {-1}}, {10, 110}, "f/;|f/a;"},
    {"removed and made again: it was there before", {{10, SETTLE_DONE, "a"}, {11, SETTLE_BORN, "a"}, {12, SETTLE_DONE, "a"}, {-1}}, {200}, "a;"},
    {"more than can be remembered",
     {{10, SETTLE_DONE, "a"}, {10, SETTLE_DONE, "b"}, {10, SETTLE_DONE, "c"}, {10, SETTLE_DONE, "d"}, {10, SETTLE_DONE, "e"}, {-1}},
     {110, 5000},
     "|"},
};

static void
test_settle(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(settles); i++) {
        struct settle settle = {.times = {.done = 100, .writing = 1000, .longest = 2000}, .most = 4};
        struct text got = {0};

        for (int k = 0; settles[i].notes[k].at >= 0; k++)
            settle_note(&settle, settles[i].notes[k].path, settles[i].notes[k].sort, settles[i].notes[k].at);
        for (int k = 0; settles[i].looks[k] > 0; k++) {
            text_puts(&got, k ? "|" : "");
            settle_take(&settle, settles[i].looks[k], settle_say, &got);
        }
        assert_row(strcmp(got.v, settles[i].want) == 0, "%s: %s", settles[i].name, got.v);
        assert_int_equal(settle.flooded, settles[i].notes[4].path != NULL);
        settle_clear(&settle);
        assert_int_equal(settle_wait(&settle, 0), -1);
        text_free(&got);
    }
}

/* ---- the scratch folder is the working directory of each test ----------------------------------- */

static void
shell(const char *script)
{
    char command[2048];

    (void)snprintf(command, sizeof command, "set -e; %s", script);
    assert_row(system(command) == 0, "%s", script);
}

/* Until files that are made from now on are stamped with a later time than those that are there. */
static void
let_time_pass(void)
{
    struct timespec from, now;

    (void)clock_gettime(CLOCK_REALTIME, &from); /* newer kernels stamp some files by the finer clock */
    do
        now = watched_stamp();
    while (now.tv_sec < from.tv_sec || (now.tv_sec == from.tv_sec && now.tv_nsec <= from.tv_nsec));
}

/* ---- what is told ------------------------------------------------------------------------------- */

/* The last that was told of each path. */
struct news {
    VEC(struct text) paths;
    VEC(enum watch_kind) kinds;
    int rescans;
};

static void
news_put(struct news *news, const struct change *change)
{
    if (change->kind == WATCH_RESCAN) {
        assert_null(change->path);
        news->rescans++;
        return;
    }
    for (size_t i = 0; i < news->paths.n; i++)
        if (strcmp(news->paths.v[i].v, change->path) == 0) {
            news->kinds.v[i] = change->kind;
            return;
        }
    text_puts(vec_add(&news->paths), change->path);
    vec_push(&news->kinds, change->kind);
}

static void
news_free(struct news *news)
{
    for (size_t i = 0; i < news->paths.n; i++)
        text_free(&news->paths.v[i]);
    vec_free(&news->paths);
    vec_free(&news->kinds);
    news->rescans = 0;
}

/* Waits for something to be told; fails when nothing is, for a minute. */
static void
news_wait(struct news *news, struct watch *watch)
{
    struct pollfd fd = {.fd = watch_fd(watch), .events = POLLIN};
    struct change change;

    assert_int_equal(poll(&fd, 1, 60000), 1);
    while (watch_next(watch, &change))
        news_put(news, &change);
}

static bool
news_has(const struct news *news, const char *path, enum watch_kind kind)
{
    for (size_t i = 0; i < news->paths.n; i++)
        if (strcmp(news->paths.v[i].v, path) == 0 && news->kinds.v[i] == kind)
            return true;
    return false;
}

/* "+" changed, "-" gone; by path, without the marks. */
static char *
news_print(const struct news *news)
{
    struct text out = {0};
    const char *last = "";

    text_puts(&out, news->rescans ? "*;" : "");
    for (;;) {
        size_t next = SIZE_MAX;

        for (size_t i = 0; i < news->paths.n; i++)
            if (strcmp(news->paths.v[i].v, last) > 0 && (next == SIZE_MAX || strcmp(news->paths.v[i].v, news->paths.v[next].v) < 0))
                next = i;
        if (next == SIZE_MAX)
            return out.v;
        last = news->paths.v[next].v;
        if (!strstr(last, "zz-mark"))
            text_printf(&out, "%c%s;", news->kinds.v[next] == WATCH_CHANGED ? '+' : '-', last);
    }
}

/*
 * What was told of all that was done before. mark: the path of a file that is watched. Changed twice, since a look at everything
 * takes its time: the first that sees the mark may have been elsewhere before.
 */
static char *
news_until(struct watch *watch, const char *mark)
{
    struct news all = {0};
    char *got;

    for (int i = 0; i < 2; i++) {
        struct news news = {0};

        scratch_put(mark, "x", 0);
        while (!news_has(&news, mark, WATCH_CHANGED))
            news_wait(&news, watch);
        all.rescans += news.rescans;
        for (size_t k = 0; k < news.paths.n; k++)
            news_put(&all, &(struct change){news.kinds.v[k], news.paths.v[k].v});
        news_free(&news);
    }
    got = news_print(&all);
    news_free(&all);
    return got;
}

static const struct watch_how fast = {.times = {.done = 20, .writing = 20, .longest = 2000}, .interval = 15, .most = 1000};

static struct watch *
start(const char *const *paths, size_t n, bool polls, const struct loader_options *options)
{
    static const struct loader_options defaults;
    struct watch_how how = fast;
    struct watch *watch;
    struct news none = {0};

    how.polls = polls;
    let_time_pass();
    watch = watch_start_as(paths, n, options ? options : &defaults, &how);
    while (!watch_state(watch).ready)
        news_wait(&none, watch);
    assert_int_equal(watch_state(watch).polling, polls);
    assert_int_equal(none.paths.n + (size_t)none.rescans, 0);
    return watch;
}

static void
assert_told(struct watch *watch, const char *mark, const char *want, const char *name, bool polls)
{
    char *got = news_until(watch, mark);

    assert_row(strcmp(got, want) == 0, "%s, by %s: told: %s", name, polls ? "looking" : "inotify", got);
    mem_free(got);
}

/* ---- one folder, one thing done in it --------------------------------------------------------- */

/* c has a.txt, b.txt, page.html, sub/s.txt, sub/deep/d.txt; away has 1.txt and 2/3.txt; other.txt stands beside. */
static const struct {
    const char *name, *act, *told, *looked; /* looked: what is seen by looking, where that is another thing */
} acts[] = {
    {"a new file", "echo x >c/n.txt", "+c/n.txt;", NULL},
    {"a file is written anew", "echo x >c/a.txt", "+c/a.txt;", NULL},
    {"a file grows", "echo x >>c/sub/deep/d.txt", "+c/sub/deep/d.txt;", NULL},
    {"a file is removed", "rm c/a.txt c/sub/deep/d.txt", "-c/a.txt;-c/sub/deep/d.txt;", NULL},
    {"no article's name", "echo x >c/page.html; echo x >c/n; echo x >c/sub/n.txt~; rm c/page.html", "", NULL},
    {"hidden", "echo x >c/.n.txt; mkdir c/.git; echo x >c/.git/n.txt; mv away c/.away", "", NULL},
    {"saved by renaming", "echo x >c/.a.txt.tmp; mv c/.a.txt.tmp c/a.txt", "+c/a.txt;", NULL},
    {"saved with a copy of the old one", "mv c/a.txt c/a.txt~; echo x >c/a.txt; rm c/a.txt~", "+c/a.txt;", NULL},
    {"a file is renamed", "mv c/a.txt c/n.txt", "-c/a.txt;+c/n.txt;", NULL},
    {"an article no more", "mv c/a.txt c/a.bak", "-c/a.txt;", NULL},
    {"an article at last", "mv c/page.html c/page.txt", "+c/page.txt;", NULL},
    {"a file moves to another folder", "mv c/a.txt c/sub/a.txt", "-c/a.txt;+c/sub/a.txt;", NULL},
    {"a file moves out, another in", "mv c/a.txt .; mv other.txt c/", "-c/a.txt;+c/other.txt;", NULL},
    {"one takes the place of another", "mv c/a.txt c/b.txt", "-c/a.txt;+c/b.txt;", NULL},
    {"a hard link", "ln other.txt c/n.txt", "+c/n.txt;", NULL},
    {"a new folder with files in it", "mkdir -p c/n/m; echo x >c/n/m/1.txt; echo x >c/n/2.txt; echo x >c/n/3.html", "+c/n/2.txt;+c/n/m/1.txt;", NULL},
    {"a folder is copied", "cp -r away c/n", "+c/n/1.txt;+c/n/2/3.txt;", NULL},
    {"a folder moves in", "mv away c/n", "+c/n/1.txt;+c/n/2/3.txt;", NULL},
    {"a folder moves out", "mv c/sub .", "-c/sub/;", "-c/sub/deep/d.txt;-c/sub/s.txt;"},
    {"a folder moves out, and is another's then", "mv c/sub .; echo x >sub/n.txt; echo x >sub/s.txt", "-c/sub/;",
     "-c/sub/deep/d.txt;-c/sub/s.txt;"},
    {"a folder is renamed", "mv c/sub c/n", "+c/n/deep/d.txt;+c/n/s.txt;-c/sub/;", "+c/n/deep/d.txt;+c/n/s.txt;-c/sub/deep/d.txt;-c/sub/s.txt;"},
    {"a folder is removed", "rm -r c/sub", "-c/sub/deep/d.txt;-c/sub/s.txt;", NULL},
    {"an empty folder comes and goes", "mkdir c/n; rmdir c/n", "", NULL},
    {"a folder with an article's name", "mkdir c/n.txt; echo x >c/n.txt/1.txt", "+c/n.txt/1.txt;", NULL},
    {"a link to a file", "ln -s ../other.txt c/n.txt", "+c/n.txt;", NULL},
    {"a link to a folder", "ln -s ../away c/n", "+c/n/1.txt;+c/n/2/3.txt;", NULL},
    {"a link that leads back", "ln -s .. c/sub/up; ln -s ../../c c/sub/c", "", NULL},
    {"a link that leads back, beside others", "ln -s . c/sub/self; echo x >c/sub/n.txt", "+c/sub/n.txt;", NULL},
};

static void
make_folder(void)
{
    shell("rm -rf c sub away other.txt a.txt; mkdir -p c/sub/deep away/2; for f in c/a.txt c/b.txt c/page.html c/sub/s.txt c/sub/deep/d.txt "
          "away/1.txt away/2/3.txt other.txt; do echo words >$f; done");
}

static void
test_acts(bool polls)
{
    static const char *const folder = "c";

    for (size_t i = 0; i < COUNT(acts); i++) {
        const char *want = polls && acts[i].looked ? acts[i].looked : acts[i].told;
        struct watch *watch;

        make_folder();
        watch = start(&folder, 1, polls, NULL);
        shell(acts[i].act);
        assert_told(watch, "c/zz-mark.txt", want, acts[i].name, polls);
        watch_free(watch);
    }
}

static void
test_acts_by_inotify(void **state)
{
    (void)state;
    test_acts(false);
}

static void
test_acts_by_looking(void **state)
{
    (void)state;
    test_acts(true);
}

/* ---- one watch, several steps: what has come is watched, what has gone is not ---------------------- */

static void
test_steps(bool polls)
{
    static const struct {
        const char *act, *told, *looked;
    } steps[] = {
        {"mkdir -p c/n/m; echo x >c/n/m/1.txt", "+c/n/m/1.txt;", NULL},
        {"echo xx >c/n/m/1.txt; echo x >c/n/m/2.txt", "+c/n/m/1.txt;+c/n/m/2.txt;", NULL},
        {"mv c/n c/o", "-c/n/;+c/o/m/1.txt;+c/o/m/2.txt;", "-c/n/m/1.txt;-c/n/m/2.txt;+c/o/m/1.txt;+c/o/m/2.txt;"},
        {"echo xxx >c/o/m/1.txt", "+c/o/m/1.txt;", NULL},
        {"mv c/o .", "-c/o/;", "-c/o/m/1.txt;-c/o/m/2.txt;"},
        {"echo xxxx >o/m/1.txt; rm o/m/2.txt", "", NULL},
        {"mv o c/p", "+c/p/m/1.txt;", NULL},
        {"mkdir c/p/q; echo x >c/p/q/3.txt", "+c/p/q/3.txt;", NULL},
        {"ln -s ../../away c/p/link", "+c/p/link/1.txt;+c/p/link/2/3.txt;", NULL},
        {"echo xx >away/2/3.txt", "+c/p/link/2/3.txt;", NULL},
        {"rm c/p/link", "-c/p/link/;", "-c/p/link/1.txt;-c/p/link/2/3.txt;"},
        {"echo xxx >away/2/3.txt", "", NULL},
        {"ln -s ../other.txt c/link.txt", "+c/link.txt;", NULL},
        {"echo xx >other.txt", "+c/link.txt;", NULL},
        {"echo x >new; mv new other.txt", "+c/link.txt;", NULL}, /* the file behind it is another one now */
        {"echo xxx >other.txt", "+c/link.txt;", NULL},
        {"rm other.txt", "-c/link.txt;", NULL},
    };
    static const char *const folder = "c";
    struct watch *watch;

    make_folder();
    watch = start(&folder, 1, polls, NULL);
    for (size_t i = 0; i < COUNT(steps); i++) {
        char mark[40];

        (void)snprintf(mark, sizeof mark, "c/zz-mark-%zu.txt", i);
        shell(steps[i].act);
        assert_told(watch, mark, polls && steps[i].looked ? steps[i].looked : steps[i].told, steps[i].act, polls);
    }
    watch_free(watch);
}

static void
test_steps_by_inotify(void **state)
{
    (void)state;
    test_steps(false);
}

static void
test_steps_by_looking(void **state)
{
    (void)state;
    test_steps(true);
}

/* ---- what is watched ------------------------------------------------------------------------------ */

static void
test_files_that_are_named(void **state)
{
    static const char *const paths[] = {"other.txt", "c/page.html", "-", "./c/sub//s.txt", "missing.txt"};

    (void)state;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;

        make_folder();
        shell("rm -f missing.txt");
        watch = start(paths, COUNT(paths), polls, NULL);
        shell("echo x >c/a.txt; echo x >c/page.html; rm c/sub/s.txt; echo x >missing.txt; echo x >c/sub/n.txt");
        assert_told(watch, "other.txt", "-./c/sub//s.txt;+c/page.html;+missing.txt;+other.txt;", "named", polls);
        shell("mv c/a.txt c/sub/s.txt; rm missing.txt");
        assert_told(watch, "other.txt", "+./c/sub//s.txt;-missing.txt;+other.txt;", "named, again", polls);
        watch_free(watch);
    }
}

static void
test_named_twice(void **state)
{
    static const char *const paths[] = {"./c/sub/s.txt", "c/", "./c", "c/sub"};

    (void)state;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;

        make_folder();
        watch = start(paths, COUNT(paths), polls, NULL);
        shell("echo xx >c/a.txt; echo x >c/sub/s.txt; echo x >c/sub/n.txt; mkdir c/sub/m; echo x >c/sub/m/1.txt");
        assert_told(watch, "c/zz-mark.txt", "+./c/sub/s.txt;+c/a.txt;+c/sub/m/1.txt;+c/sub/n.txt;", "twice", polls);
        watch_free(watch);
    }
}

static void
test_the_folder_itself_goes_and_comes(void **state)
{
    static const char *const paths[] = {"c", "away/"};

    (void)state;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;

        make_folder();
        watch = start(paths, COUNT(paths), polls, NULL);
        shell("mv c elsewhere");
        assert_told(watch, "away/zz-mark-1.txt", polls ? "-c/a.txt;-c/b.txt;-c/sub/deep/d.txt;-c/sub/s.txt;" : "-c/;", "moved", polls);
        shell("mkdir c; echo x >c/n.txt");
        assert_told(watch, "away/zz-mark-2.txt", "+c/n.txt;", "made anew", polls);
        shell("echo xx >c/n.txt; echo x >elsewhere/a.txt");
        assert_told(watch, "away/zz-mark-3.txt", "+c/n.txt;", "and changed", polls);
        shell("rm -r c elsewhere");
        assert_told(watch, "away/zz-mark-4.txt", "-c/n.txt;", "removed", polls);
        watch_free(watch);
    }
}

/* An argument that is a link: turned to another folder, as scripts do that publish one at once. */
static void
test_the_folder_is_a_link(void **state)
{
    static const char *const paths[] = {"here/", "c"};

    (void)state;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;

        make_folder();
        shell("rm -rf here one two; mkdir one two; echo x >one/1.txt; echo x >two/2.txt; ln -s one here");
        watch = start(paths, COUNT(paths), polls, NULL);
        shell("echo xx >one/1.txt; echo xx >two/2.txt");
        assert_told(watch, "c/zz-mark-1.txt", "+here/1.txt;", "behind a link", polls);
        shell("ln -s two new; mv -T new here");
        assert_told(watch, "c/zz-mark-2.txt", polls ? "-here/1.txt;+here/2.txt;" : "-here/;+here/2.txt;", "another link", polls);
        shell("echo xx >one/1.txt; echo xxx >two/2.txt");
        assert_told(watch, "c/zz-mark-3.txt", "+here/2.txt;", "behind that", polls);
        shell("rm here");
        assert_told(watch, "c/zz-mark-4.txt", polls ? "-here/2.txt;" : "-here/;", "no link", polls);
        watch_free(watch);
    }
}

static void
test_dot_and_dots(void **state)
{
    static const char *const paths[] = {".", "c/.."};

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
        for (int polls = 0; polls < 2; polls++) {
            struct watch *watch;
            char want[40], mark[40];

            make_folder();
            shell("rm -f zz-mark.txt");
            watch = start(&paths[i], 1, polls, NULL);
            shell("echo x >other.txt");
            (void)snprintf(want, sizeof want, "+%s/other.txt;", paths[i]);
            (void)snprintf(mark, sizeof mark, "%s/zz-mark.txt", paths[i]);
            assert_told(watch, mark, want, paths[i], polls);
            watch_free(watch);
        }
}

static void
test_options_of_the_loader(void **state)
{
    static const struct loader_options lines = {.jsonl = true}, shallow = {.max_depth = 1};
    static const char *const folder = "c";

    (void)state;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;

        make_folder();
        watch = start(&folder, 1, polls, &lines);
        shell("echo x >c/a.txt; echo x >c/n.jsonl; echo x >c/sub/n.ndjson");
        assert_told(watch, "c/zz-mark.jsonl", "+c/n.jsonl;+c/sub/n.ndjson;", "lines", polls);
        watch_free(watch);
        make_folder();
        watch = start(&folder, 1, polls, &shallow);
        shell("echo x >c/a.txt; echo x >c/sub/s.txt; echo x >c/sub/deep/d.txt; mkdir c/n c/n/m; echo x >c/n/1.txt; echo x >c/n/m/2.txt");
        assert_told(watch, "c/zz-mark.txt", "+c/a.txt;+c/n/1.txt;+c/sub/s.txt;", "depth", polls);
        watch_free(watch);
    }
}

/* ---- not before it is written -------------------------------------------------------------------- */

static void
test_half_a_file_is_not_told(void **state)
{
    static const char *const folder = "c";
    static const struct loader_options options;
    struct watch_how how = fast;
    struct watch *watch;
    struct news news = {0};
    int fd;

    (void)state;
    make_folder();
    how.times.writing = 3600 * 1000;
    let_time_pass();
    watch = watch_start_as(&folder, 1, &options, &how);
    while (!watch_state(watch).ready)
        news_wait(&news, watch);
    fd = open("c/n.txt", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(fd, "half", 4), 4);
    assert_told(watch, "c/zz-mark-1.txt", "", "half", false);
    assert_int_equal(write(fd, "whole", 5), 5);
    assert_told(watch, "c/zz-mark-2.txt", "", "not closed", false);
    assert_int_equal(close(fd), 0);
    assert_told(watch, "c/zz-mark-3.txt", "+c/n.txt;", "closed", false);
    watch_free(watch);
}

/* Who never closes is told of when nothing more is written. */
static void
test_a_file_that_stays_open(void **state)
{
    static const char *const folder = "c";

    (void)state;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;
        struct news news = {0};
        int fd;

        make_folder();
        watch = start(&folder, 1, polls, NULL);
        fd = open("c/n.txt", O_WRONLY | O_CREAT, 0600);
        assert_int_equal(write(fd, "all", 3), 3);
        while (!news_has(&news, "c/n.txt", WATCH_CHANGED))
            news_wait(&news, watch);
        assert_int_equal(close(fd), 0);
        news_free(&news);
        watch_free(watch);
    }
}

/* ---- beginning, limits, end ------------------------------------------------------------------------ */

/* What happens while the watch sets itself up is told by name, or as "look again". */
static void
test_nothing_is_lost_at_the_beginning(void **state)
{
    static const char *const folder = "c";
    static const struct loader_options options;

    (void)state;
    for (int i = 0; i < 40; i++) {
        struct watch_how how = fast;
        struct watch *watch;
        struct news news = {0};

        how.polls = i % 4 == 3;
        make_folder();
        let_time_pass();
        watch = watch_start_as(&folder, 1, &options, &how);
        if (i % 2)
            scratch_put("c/sub/s.txt", "x", 0);
        else
            assert_int_equal(unlink("c/sub/s.txt"), 0);
        while (!news.rescans && !news_has(&news, "c/sub/s.txt", i % 2 ? WATCH_CHANGED : WATCH_GONE))
            news_wait(&news, watch);
        news_free(&news);
        watch_free(watch);
    }
}

static void
test_too_much_to_tell(void **state)
{
    static const char *const folder = "c";
    static const struct loader_options options;
    struct watch_how how = fast;

    (void)state;
    how.most = 20;
    for (int polls = 0; polls < 2; polls++) {
        struct watch *watch;
        struct news news = {0};

        make_folder();
        how.polls = polls;
        let_time_pass();
        watch = watch_start_as(&folder, 1, &options, &how);
        while (!watch_state(watch).ready)
            news_wait(&news, watch);
        while (!news.rescans) { /* again, if the machine was so slow that they could be told */
            for (int i = 0; i < 300; i++) {
                char path[40];

                (void)snprintf(path, sizeof path, "c/%d.txt", i);
                scratch_put(path, "x", 0);
            }
            news_wait(&news, watch);
        }
        while (!news_has(&news, "c/zz-mark.txt", WATCH_CHANGED)) { /* it goes on as before, when that is over */
            scratch_put("c/zz-mark.txt", "x", 0);
            news_wait(&news, watch);
        }
        news_free(&news);
        shell("echo x >c/a.txt");
        assert_told(watch, "c/zz-mark-2.txt", "+c/a.txt;", "after the flood", polls);
        watch_free(watch);
    }
}

/* What nobody takes does not grow without end. */
static void
test_nobody_listens(void **state)
{
    static const char *const folder = "c";
    struct watch *watch;
    struct watch_how how = fast;
    static const struct loader_options options;
    struct change change;
    struct news news = {0};

    (void)state;
    make_folder();
    how.most = 3;
    let_time_pass();
    watch = watch_start_as(&folder, 1, &options, &how);
    while (!watch_state(watch).ready)
        news_wait(&news, watch);
    for (int i = 0; i < 10; i++) {
        char path[40];
        struct pollfd fd = {.fd = watch_fd(watch), .events = POLLIN};

        (void)snprintf(path, sizeof path, "c/%d.txt", i);
        scratch_put(path, "x", 0);
        assert_int_equal(poll(&fd, 1, 60000), 1);
        for (int k = 0; k < 3; k++) /* one at a time, each in a window of its own, mostly */
            let_time_pass();
    }
    while (!news_has(&news, "c/last.txt", WATCH_CHANGED)) {
        scratch_put("c/last.txt", "x", 0);
        news_wait(&news, watch);
    }
    while (watch_next(watch, &change))
        ;
    news_free(&news);
    watch_free(watch);
}

static void
test_more_folders_than_the_system_allows(void **state)
{
    static const char *const folder = "c";
    static const struct loader_options options;
    struct watch_how how = fast;
    struct watch *watch;
    struct news news = {0};

    (void)state;
    make_folder();
    let_time_pass();
    how.max_folders = 3; /* c's parent, c, c/sub */
    watch = watch_start_as(&folder, 1, &options, &how);
    while (!watch_state(watch).ready)
        news_wait(&news, watch);
    assert_true(watch_state(watch).polling);
    shell("echo x >c/sub/deep/d.txt");
    assert_told(watch, "c/zz-mark.txt", "+c/sub/deep/d.txt;", "at the beginning", true);
    watch_free(watch);

    make_folder();
    let_time_pass();
    how.max_folders = 5;
    watch = watch_start_as(&folder, 1, &options, &how);
    while (!watch_state(watch).ready)
        news_wait(&news, watch);
    assert_false(watch_state(watch).polling);
    shell("mkdir -p c/n/m/o; echo x >c/n/m/o/1.txt");
    while (!news.rescans)
        news_wait(&news, watch);
    news_free(&news);
    assert_true(watch_state(watch).polling);
    shell("echo xx >c/n/m/o/1.txt");
    assert_told(watch, "c/zz-mark.txt", "+c/n/m/o/1.txt;", "later", true);
    watch_free(watch);
}

static void
test_stopping(void **state)
{
    static const char *const paths[] = {"c", "missing", "-"};
    static const struct loader_options options;

    (void)state;
    make_folder();
    for (int i = 0; i < 50; i++) {
        struct watch_how how = fast;
        struct watch *watch;

        how.polls = i % 2;
        watch = watch_start_as(paths, COUNT(paths), &options, &how);
        scratch_put("c/a.txt", "x", 0);
        watch_free(watch);
    }
    watch_free(watch_start(paths, COUNT(paths), &options));
    watch_free(NULL);
}

/* The child that saves the cache has all descriptors, too; who ends the reader meanwhile does not wait for it. */
static void
test_stopping_while_a_child_runs(void **state)
{
    static const char *const path = "c";
    static const struct loader_options options;
    struct watch *watch;
    int until[2];
    pid_t child;
    char c;

    (void)state;
    make_folder();
    assert_int_equal(pipe(until), 0);
    watch = watch_start(&path, 1, &options);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)close(until[1]);
        _exit(read(until[0], &c, 1) == 0 ? 0 : 1);
    }
    watch_free(watch);
    (void)close(until[1]);
    assert_int_equal(waitpid(child, NULL, 0), child);
    (void)close(until[0]);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settle),
        TEST(test_acts_by_inotify),
        TEST(test_acts_by_looking),
        TEST(test_steps_by_inotify),
        TEST(test_steps_by_looking),
        TEST(test_files_that_are_named),
        TEST(test_named_twice),
        TEST(test_the_folder_itself_goes_and_comes),
        TEST(test_the_folder_is_a_link),
        TEST(test_dot_and_dots),
        TEST(test_options_of_the_loader),
        TEST(test_half_a_file_is_not_told),
        TEST(test_a_file_that_stays_open),
        TEST(test_nothing_is_lost_at_the_beginning),
        TEST(test_too_much_to_tell),
        TEST(test_nobody_listens),
        TEST(test_more_folders_than_the_system_allows),
        TEST(test_stopping),
        TEST(test_stopping_while_a_child_runs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
