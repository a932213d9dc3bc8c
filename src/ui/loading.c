/* The collection coming in, a little between frames. */
#include "loading.h"

#include <poll.h>
#include <time.h>

int64_t
loading_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
loading_start(struct loading *loading, struct index *index, struct problems *problems, const char *const *paths, size_t npaths,
              const struct loader_options *options)
{
    *loading = (struct loading){.index = index, .problems = problems, .news = true};
    loading->loader = loader_start(paths, npaths, options);
}

static void
loading_add(struct loading *loading, struct loaded *loaded)
{
    if (loaded->article)
        index_add(loading->index, loaded->article, loaded->extract);
    else
        problems_add(loading->problems, loaded->path, "%s", loaded->error.sentence);
    loaded_clear(loaded);
    loading->news = true;
}

bool
loading_take(struct loading *loading, int64_t milliseconds)
{
    int64_t until = loading_clock() + milliseconds;
    struct loaded loaded;

    if (!loading->loader)
        return false;
    while (loader_next(loading->loader, false, &loaded)) {
        loading_add(loading, &loaded);
        if (loading_clock() >= until)
            return true;
    }
    if (loader_done(loading->loader))
        loading_stop(loading);
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
        if (!loading->loader || left <= 0 || poll(&fd, 1, (int)left) <= 0)
            return;
    }
}

int
loading_fd(const struct loading *loading)
{
    return loading->loader ? loader_fd(loading->loader) : -1;
}

void
loading_stop(struct loading *loading)
{
    if (!loading->loader)
        return;
    loading->progress = loader_progress(loading->loader);
    loading->progress.counting = false;
    loader_free(loading->loader);
    loading->loader = NULL;
    loading->news = true;
}
