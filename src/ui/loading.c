#include "loading.h"

#include <poll.h>
#include <string.h>
#include <time.h>

#include "saver.h"

int64_t
loading_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
loading_start(struct loading *loading, const struct import_setup *setup, struct problems *problems)
{
    *loading = (struct loading){.setup = setup, .index = setup->index, .problems = problems,
                                .problems_from = problems->n, .news = true};
    if (!setup->loader.jsonl)
        loading->watch = watch_start(setup->paths, setup->npaths, &setup->loader);
    loading->import = import_start(setup);
}

/* What could not be read the last time: the file is gone, or is read anew. */
static void
loading_forgive(struct loading *loading, const char *path)
{
    problems_drop(loading->problems, loading->problems_from, path);
}

/* All files are looked at again; those that were read before are passed over, the others are read anew. */
static void
loading_forgive_all(struct loading *loading)
{
    while (loading->problems->n > loading->problems_from)
        loading_forgive(loading, loading->problems->v[loading->problems->n - 1].where);
}

static void
loading_fail(struct loading *loading, struct loaded *failed)
{
    loading_forgive(loading, failed->path);
    problems_add(loading->problems, failed->path, "%s", failed->error.sentence);
    loaded_clear(failed);
}

/* All is there, or as much as the reader wanted: the next start finds it in the cache. */
static void
loading_save(struct loading *loading)
{
    const struct import_setup *setup = loading->setup;

    if (loading->saver && saver_ended(loading->saver))
        loading->saver = 0;
    if (setup->cache && loading->saver == 0 && index_nalive(setup->index) >= setup->cache_from &&
        cache_wants_save(setup->cache, setup->index))
        loading->saver = saver_start(setup->cache, setup->index);
}

/* What the disk says since: what is to be read is begun with, what went is away. */
static void
loading_changes(struct loading *loading)
{
    struct arena *arena = arena_new();
    VEC(const char *) changed = {0};
    struct change change;
    bool all = false;

    while (watch_next(loading->watch, &change)) {
        if (change.kind == WATCH_RESCAN)
            all = true;
        else
            loading_forgive(loading, change.path);
        if (change.kind == WATCH_GONE)
            import_gone(loading->import, change.path);
        else if (change.kind == WATCH_CHANGED)
            vec_push(&changed, arena_string(arena, change.path, strlen(change.path)));
        loading->news = true;
    }
    if (all) {
        loading_forgive_all(loading);
        import_rescan(loading->import);
    } else if (changed.n) {
        import_refresh(loading->import, changed.v, changed.n);
    }
    loading->done = !import_busy(loading->import);
    vec_free(&changed);
    arena_free(arena);
}

bool
loading_take(struct loading *loading, int64_t milliseconds)
{
    int64_t until = loading_clock() + milliseconds;
    struct loaded failed;

    if (loading->done && loading->watch)
        loading_changes(loading);
    while (!loading->done) {
        enum import_state state = import_next(loading->import, false, &failed);

        if (state == IMPORT_NONE)
            return false;
        loading->news = true;
        if (state == IMPORT_FAILED)
            loading_fail(loading, &failed);
        if (state == IMPORT_DONE)
            loading_stop(loading);
        else if (loading_clock() >= until)
            return true;
    }
    return false;
}

void
loading_wait(struct loading *loading, int64_t milliseconds)
{
    int64_t until = loading_clock() + milliseconds;

    for (;;) {
        int64_t left = until - loading_clock();
        struct pollfd fd = {.fd = loading_fd(loading), .events = POLLIN};

        (void)loading_take(loading, left);
        left = until - loading_clock();
        if (loading->done || left <= 0 || poll(&fd, 1, (int)left) <= 0)
            return;
    }
}

int
loading_fd(const struct loading *loading)
{
    if (!loading->done)
        return import_fd(loading->import);
    return loading->watch ? watch_fd(loading->watch) : -1;
}

void
loading_stop(struct loading *loading)
{
    if (loading->done)
        return;
    import_stop(loading->import);
    loading->progress = import_progress(loading->import);
    loading->done = loading->news = true;
    loading_save(loading);
}

void
loading_end(struct loading *loading)
{
    loading_stop(loading);
    watch_free(loading->watch);
    import_free(loading->import);
}
