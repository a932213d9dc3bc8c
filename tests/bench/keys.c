/*
 * bench-keys CACHES FOLDER KEYS…: what keys cost over a large collection, without a terminal. CACHES is a folder for its index
 * cache. Each KEYS ("4a", "<Enter>", "Fferry") is a step: typed, drawn after each key; then what the app looks through while no key
 * waits. The dearest key, all of the step, and the work, in ms and millions of instructions (of this process alone): of the
 * first round, when articles and speakers are looked at for the first time, and the median of all.
 */
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "lede/app.h"
#include "lede/import.h"
#include "lede/utf.h"

enum { ROUNDS = 7, STEPS_MAX = 64, WIDTH = 120, HEIGHT = 40 };

struct cost {
    double ms, instructions;
};

/* Of a step. */
struct round {
    struct cost key, keys, work;
};

static int counter = -1; /* of the processor; not everywhere */

static void
bench_count(void)
{
    struct perf_event_attr attr = {.type = PERF_TYPE_HARDWARE, .size = sizeof attr, .config = PERF_COUNT_HW_INSTRUCTIONS,
                                   .exclude_kernel = 1, .exclude_hv = 1};

    counter = (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0);
}

static struct cost
bench_now(void)
{
    struct timespec now;
    uint64_t n = 0;

    if (counter >= 0 && read(counter, &n, sizeof n) != (ssize_t)sizeof n)
        n = 0;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (struct cost){(double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6, (double)n * 1e-6};
}

static struct cost
bench_since(struct cost start)
{
    struct cost now = bench_now();

    return (struct cost){now.ms - start.ms, now.instructions - start.instructions};
}

static void
bench_add(struct cost *sum, struct cost cost)
{
    sum->ms += cost.ms;
    sum->instructions += cost.instructions;
}

static uint32_t
bench_key(const char **keys)
{
    const char *end = **keys == '<' ? strchr(*keys, '>') : NULL;
    uint32_t key = 0;
    char name[32];
    const char *at = name;

    if (!end) {
        *keys += utf_decode(*keys, strlen(*keys), &key);
        return key;
    }
    (void)snprintf(name, sizeof name, "%.*s", (int)(end - *keys - 1), *keys + 1);
    if (!key_read(&at, &key) || *at) {
        (void)fprintf(stderr, "no such key: %s\n", name);
        exit(2);
    }
    *keys = end + 1;
    return key;
}

static void
bench_step(struct app *app, struct canvas *canvas, const char *keys, struct round *round)
{
    struct cost start;

    while (*keys) {
        uint32_t key = bench_key(&keys);
        struct cost cost;

        start = bench_now();
        (void)app_key(app, key);
        app_draw(app, canvas);
        cost = bench_since(start);
        bench_add(&round->keys, cost);
        if (cost.ms > round->key.ms)
            round->key = cost;
    }
    start = bench_now();
    while (app_has_work(app))
        (void)app_work(app);
    app_draw(app, canvas);
    round->work = bench_since(start);
}

static void
bench_round(const struct app_setup *setup, char **steps, int nsteps, struct round *rounds)
{
    struct app *app = app_new(setup);
    struct canvas *canvas = canvas_new(WIDTH, HEIGHT);

    (void)app_resize(app, WIDTH, HEIGHT);
    (void)app_grown(app, (struct loader_progress){0}, true);
    app_draw(app, canvas);
    for (int i = 0; i < nsteps; i++)
        bench_step(app, canvas, steps[i], &rounds[i]);
    if (getenv("BENCH_SHOW"))
        canvas_print(canvas, stderr);
    canvas_free(canvas);
    app_free(app);
}

static int
bench_compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double
bench_median(double values[ROUNDS])
{
    qsort(values, ROUNDS, sizeof *values, bench_compare);
    return values[ROUNDS / 2];
}

static void
bench_print(const char *what, struct round rounds[ROUNDS][STEPS_MAX], int step, size_t offset)
{
    double ms[ROUNDS], instructions[ROUNDS];
    struct cost first;

    for (int i = 0; i < ROUNDS; i++) {
        const struct cost *cost = (const struct cost *)((const char *)&rounds[i][step] + offset);

        ms[i] = cost->ms;
        instructions[i] = cost->instructions;
    }
    first = (struct cost){ms[0], instructions[0]};
    printf("  %s %.2f ms %.1f M, median %.2f ms %.1f M\n", what, first.ms, first.instructions, bench_median(ms),
           bench_median(instructions));
}

static struct index *
bench_open(struct cache *cache, const char *const *folder)
{
    struct index *index = index_new();
    struct import_setup setup = {.paths = folder, .npaths = 1, .index = index, .cache = cache, .cache_from = 1};
    struct import *import = import_start(&setup);
    struct error error = {0};
    struct loaded failed;
    enum import_state state;

    while ((state = import_next(import, true, &failed)) != IMPORT_DONE)
        if (state == IMPORT_FAILED)
            loaded_clear(&failed);
    import_free(import);
    if (cache && cache_wants_save(cache, index) && !cache_save(cache, index, &error))
        (void)fprintf(stderr, "%s\n", error.sentence);
    error_clear(&error);
    return index;
}

int
main(int argc, char **argv)
{
    static struct round rounds[ROUNDS][STEPS_MAX];
    const char *const *folder = (const char *const *)argv + 2;
    int nsteps = argc - 3;
    struct problems problems = {0};
    struct keymap *keymap = keymap_new();
    struct cache *cache;
    struct app_setup app = {.problems = &problems, .keymap = keymap, .theme = theme_builtin(), .opened = "a folder"};
    struct index *index;

    if (argc < 4 || nsteps > STEPS_MAX) {
        (void)fprintf(stderr, "usage: %s CACHES FOLDER KEYS…\n", argv[0]);
        return 2;
    }
    cache = cache_new(&(struct cache_setup){.folder = argv[1], .roots = folder, .nroots = 1, .settings = "bench"});
    app.index = index = bench_open(cache, folder);
    bench_count();
    for (int i = 0; i < ROUNDS; i++)
        bench_round(&app, argv + 3, nsteps, rounds[i]);
    for (int i = 0; i < nsteps; i++) {
        printf("%s\n", argv[3 + i]);
        bench_print("dearest key", rounds, i, offsetof(struct round, key));
        bench_print("all keys   ", rounds, i, offsetof(struct round, keys));
        bench_print("then       ", rounds, i, offsetof(struct round, work));
    }
    index_free(index);
    cache_free(cache);
    keymap_free(keymap);
    problems_free(&problems);
    return 0;
}
