/* Live folders: the thread that watches, and the queue of what it has to tell. */
#include "watch.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "thread.h"

enum { WATCH_MOST = 1 << 16, WATCH_SLOWER = 20 };

struct told {
    enum watch_kind kind;
    char *path;
};

struct watch {
    struct watched watched;
    char **paths;
    struct notify *notify; /* NULL: by looking */
    struct survey *survey;
    int64_t next_look;     /* of the survey; or, when both are NULL, when to begin anew */
    pthread_t thread;
    bool has_thread;
    int stop_pipe[2], pipe[2];
    char *last;            /* the path that the caller has */

    pthread_mutex_t lock;  /* guards all below */
    VEC(struct told) told;
    size_t taken;
    bool signalled;
    struct watch_state state;
};

/* ---- for both ways ------------------------------------------------------------------------- */

struct walk
watched_walk(const struct watched *watched)
{
    return (struct walk){
        .max_files = watched->options.max_files,
        .max_depth = watched->options.max_depth,
        .jsonl = watched->options.jsonl,
    };
}

/* Files are stamped by a clock that goes in steps of some milliseconds; a finer one would seem to be later. */
struct timespec
watched_stamp(void)
{
    struct timespec now;

#ifdef CLOCK_REALTIME_COARSE
    (void)clock_gettime(CLOCK_REALTIME_COARSE, &now);
#else
    (void)clock_gettime(CLOCK_REALTIME, &now);
    now.tv_sec--;
#endif
    return now;
}

int64_t
watched_clock(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- the queue ------------------------------------------------------------------------------- */

/* Called with the lock. */
static void
watch_signal(struct watch *watch)
{
    if (watch->signalled)
        return;
    watch->signalled = true;
    while (write(watch->pipe[1], "", 1) < 0 && errno == EINTR)
        ;
}

static void
watch_forget(struct watch *watch)
{
    for (size_t i = watch->taken; i < watch->told.n; i++)
        mem_free(watch->told.v[i].path);
    vec_clear(&watch->told);
    watch->taken = 0;
}

/* When nobody takes them, so many changes come to "look at everything". */
static void
watch_tell(struct watch *watch, enum watch_kind kind, const char *path)
{
    struct told told = {.kind = kind};

    pthread_mutex_lock(&watch->lock);
    if (watch->taken * 2 > watch->told.n) {
        watch->told.n -= watch->taken;
        memmove(watch->told.v, watch->told.v + watch->taken, watch->told.n * sizeof *watch->told.v);
        watch->taken = 0;
    }
    if (kind == WATCH_RESCAN || watch->told.n - watch->taken >= watch->watched.how.most) {
        watch_forget(watch);
        told.kind = WATCH_RESCAN;
    } else {
        told.path = mem_alloc(strlen(path) + 1);
        memcpy(told.path, path, strlen(path) + 1);
    }
    vec_push(&watch->told, told);
    watch_signal(watch);
    pthread_mutex_unlock(&watch->lock);
}

bool
watch_next(struct watch *watch, struct change *change)
{
    char bytes[16];
    bool got;

    mem_free(watch->last);
    watch->last = NULL;
    pthread_mutex_lock(&watch->lock);
    got = watch->taken < watch->told.n;
    if (got) {
        const struct told *told = &watch->told.v[watch->taken++];

        watch->last = told->path;
        *change = (struct change){told->kind, told->path};
    } else {
        vec_clear(&watch->told);
        watch->taken = 0;
        while (read(watch->pipe[0], bytes, sizeof bytes) > 0)
            ;
        watch->signalled = false;
    }
    pthread_mutex_unlock(&watch->lock);
    return got;
}

int
watch_fd(const struct watch *watch)
{
    return watch->pipe[0];
}

struct watch_state
watch_state(struct watch *watch)
{
    struct watch_state state;

    pthread_mutex_lock(&watch->lock);
    state = watch->state;
    pthread_mutex_unlock(&watch->lock);
    return state;
}

/* ---- the thread -------------------------------------------------------------------------------- */

/* A path has come to rest: is there a file? */
static void
watch_settled(void *arg, const struct unsettled *one)
{
    struct watch *watch = arg;
    struct stat st;
    bool there;

    if (one->folder) {
        watch_tell(watch, WATCH_GONE, one->path);
        return;
    }
    there = stat(one->path, &st) == 0 ? !S_ISDIR(st.st_mode) : errno != ENOENT && errno != ENOTDIR && errno != ELOOP;
    if (there && watch->survey && !survey_settled(watch->survey, one->path))
        return;
    if (there && watch->notify)
        notify_changed(watch->notify, one->path);
    /* Who was born and died meanwhile is told of, too: a loader that ran at the same time may have met it. */
    watch_tell(watch, there ? WATCH_CHANGED : WATCH_GONE, one->path);
}

static void
watch_begin(struct watch *watch)
{
    struct watched *watched = &watch->watched;

    watch->notify = watched->how.polls ? NULL : notify_start(watched);
    if (!watch->notify) {
        watch->survey = survey_start(watched);
        watch->next_look = watched_clock() + watched->how.interval;
    }
    pthread_mutex_lock(&watch->lock);
    watch->state = (struct watch_state){true, watch->survey != NULL};
    watch_signal(watch);
    pthread_mutex_unlock(&watch->lock);
}

/* Events were lost, and more will be while it goes on like this: everything is set up anew a little later. */
static void
watch_end_notify(struct watch *watch)
{
    notify_free(watch->notify);
    watch->notify = NULL;
    settle_clear(&watch->watched.settle);
    watch->next_look = watched_clock() + watch->watched.how.times.writing;
}

static void
watch_look(struct watch *watch)
{
    int64_t begun = watched_clock(), wait = watch->watched.how.interval, took;

    if (!watch->notify && !watch->survey) {
        watch->watched.since = watched_stamp();
        watch->watched.rescan = true;
        watch_begin(watch);
    }
    if (!watch->survey || watch->next_look > begun)
        return;
    survey_look(watch->survey);
    took = watched_clock() - begun;
    if (took * WATCH_SLOWER > wait)
        wait = took * WATCH_SLOWER;
    watch->next_look = begun + took + wait;
}

/* Milliseconds, for poll(). */
static int
watch_wait(const struct watch *watch)
{
    int64_t now = watched_clock(), wait = settle_wait(&watch->watched.settle, now);
    int64_t look = watch->notify ? -1 : watch->next_look > now ? watch->next_look - now : 0;

    if (wait < 0 || (look >= 0 && look < wait))
        wait = look;
    return wait > INT32_MAX ? INT32_MAX : (int)wait;
}

static void
watch_settle(struct watch *watch)
{
    struct settle *settle = &watch->watched.settle;

    if (settle->flooded && settle_wait(settle, watched_clock()) == 0) {
        settle_clear(settle);
        watch->watched.rescan = true;
    }
    settle_take(settle, watched_clock(), watch_settled, watch);
    if (watch->watched.rescan && (watch->notify || watch->survey)) {
        watch->watched.rescan = false;
        watch_tell(watch, WATCH_RESCAN, NULL);
    }
}

static void *
watch_run(void *arg)
{
    struct watch *watch = arg;

    watch_begin(watch);
    for (;;) {
        struct pollfd fds[] = {{.fd = watch->stop_pipe[0], .events = POLLIN},
                               {.fd = watch->notify ? notify_fd(watch->notify) : -1, .events = POLLIN}};

        watch_settle(watch);
        if (poll(fds, 2, watch_wait(watch)) < 0 && errno != EINTR && errno != EAGAIN)
            break;
        if (fds[0].revents)
            break;
        if (watch->notify && fds[1].revents && !notify_read(watch->notify))
            watch_end_notify(watch);
        watch_look(watch);
    }
    return NULL;
}

/* ---- beginning and end ------------------------------------------------------------------------- */

struct watch *
watch_start_as(const char *const *paths, size_t npaths, const struct loader_options *options, const struct watch_how *how)
{
    struct watch *watch = mem_zero(1, sizeof *watch);

    watch->paths = mem_zero(npaths, sizeof *watch->paths);
    for (size_t i = 0; i < npaths; i++) {
        watch->paths[i] = mem_alloc(strlen(paths[i]) + 1);
        memcpy(watch->paths[i], paths[i], strlen(paths[i]) + 1);
    }
    watch->watched = (struct watched){
        .paths = (const char *const *)watch->paths,
        .npaths = npaths,
        .options = *options,
        .how = *how,
        .settle = {.times = how->times, .most = how->most},
        .since = watched_stamp(),
    };
    thread_pipe(watch->pipe);
    thread_pipe(watch->stop_pipe);
    pthread_mutex_init(&watch->lock, NULL);
    /* Without descriptors or a thread nothing is watched: the articles can be read all the same. */
    if (watch->pipe[0] >= 0 && watch->stop_pipe[0] >= 0)
        watch->has_thread = thread_start(&watch->thread, watch_run, watch);
    return watch;
}

struct watch *
watch_start(const char *const *paths, size_t npaths, const struct loader_options *options)
{
    static const struct watch_how how = {
        .times = {.done = 100, .writing = 1000, .longest = 2000},
        .interval = 5000,
        .most = WATCH_MOST,
    };

    return watch_start_as(paths, npaths, options, &how);
}

void
watch_free(struct watch *watch)
{
    if (!watch)
        return;
    /* A byte: to close this end wakes nobody while a child that was forked meanwhile (the saver) has it, too. */
    if (watch->has_thread) {
        while (write(watch->stop_pipe[1], "", 1) < 0 && errno == EINTR)
            ;
        pthread_join(watch->thread, NULL);
    }
    notify_free(watch->notify);
    survey_free(watch->survey);
    settle_clear(&watch->watched.settle);
    watch_forget(watch);
    vec_free(&watch->told);
    mem_free(watch->last);
    for (size_t i = 0; i < watch->watched.npaths; i++)
        mem_free(watch->paths[i]);
    mem_free(watch->paths);
    pthread_mutex_destroy(&watch->lock);
    for (int i = 0; i < 2; i++) {
        if (watch->pipe[i] >= 0)
            (void)close(watch->pipe[i]);
        if (watch->stop_pipe[i] >= 0)
            (void)close(watch->stop_pipe[i]);
    }
    mem_free(watch);
}
