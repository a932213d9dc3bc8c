/*
 * Loading: one thread finds the files, some workers read and extract, the caller takes the results in order. A worker does not
 * begin an entry more than LOADER_WINDOW ahead of what was taken, so memory stays bounded.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "lede/index.h"
#include "walk.h"

enum { LOADER_WINDOW = 512, LOADER_MAX_JOBS = 64 };

struct entry {
    struct loaded loaded;
    bool ready;
};

struct loader {
    struct loader_options options;
    char **paths;
    size_t npaths;
    pthread_t finder, *workers;
    unsigned nworkers;
    int pipe[2];

    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t work, ready;
    VEC(struct entry) entries;
    size_t next, taken;
    bool found_all, stop, signalled;
};

/* Tells poll() that there is something; once until it is taken. */
static void
loader_signal(struct loader *loader)
{
    pthread_cond_broadcast(&loader->ready);
    if (!loader->signalled) {
        loader->signalled = true;
        while (write(loader->pipe[1], "", 1) < 0 && errno == EINTR)
            ;
    }
}

/* Called by walk() in the finder's thread. */
static bool
loader_found(void *arg, const char *path, struct error *error)
{
    struct loader *loader = arg;
    struct entry *entry;
    bool stop;

    pthread_mutex_lock(&loader->lock);
    entry = vec_add(&loader->entries);
    entry->loaded.path = mem_alloc(strlen(path) + 1);
    memcpy(entry->loaded.path, path, strlen(path) + 1);
    if (error) {
        entry->loaded.error = *error;
        *error = (struct error){0};
        entry->ready = true;
        if (loader->entries.n - 1 == loader->taken)
            loader_signal(loader);
    }
    stop = loader->stop;
    pthread_cond_signal(&loader->work);
    pthread_mutex_unlock(&loader->lock);
    return !stop;
}

static void *
loader_find(void *arg)
{
    struct loader *loader = arg;
    struct walk walk = {
        .found = loader_found,
        .arg = loader,
        .max_files = loader->options.max_files,
        .max_depth = loader->options.max_depth,
    };

    for (size_t i = 0; i < loader->npaths; i++)
        if (!walk_path(&walk, loader->paths[i]))
            break;
    walk_end(&walk);
    pthread_mutex_lock(&loader->lock);
    loader->found_all = true;
    pthread_cond_broadcast(&loader->work);
    loader_signal(loader);
    pthread_mutex_unlock(&loader->lock);
    return NULL;
}

/* Waits for an entry to read; false when there is no more. */
static bool
loader_take_work(struct loader *loader, size_t *at, const char **path)
{
    bool got = false;

    pthread_mutex_lock(&loader->lock);
    for (;;) {
        while (loader->next < loader->entries.n && loader->entries.v[loader->next].ready)
            loader->next++;
        if (loader->stop || (loader->found_all && loader->next == loader->entries.n))
            break;
        if (loader->next < loader->entries.n && loader->next < loader->taken + LOADER_WINDOW) {
            *at = loader->next++;
            *path = loader->entries.v[*at].loaded.path; /* the entry may move, its path does not */
            got = true;
            break;
        }
        pthread_cond_wait(&loader->work, &loader->lock);
    }
    pthread_mutex_unlock(&loader->lock);
    return got;
}

static void
loader_read(const struct loader *loader, struct extractor *extractor, const char *path, struct loaded *loaded)
{
    loaded->article = article_load(path, &loader->options.article, &loaded->error);
    if (!loaded->article)
        return;
    loaded->extract = extract_article(extractor, loaded->article);
    if (!loader->options.render)
        return;
    loader->options.render(&loaded->row, loaded->article, loaded->extract);
    article_free(loaded->article);
    loaded->article = NULL;
    loaded->extract = NULL;
}

static void *
loader_work(void *arg)
{
    struct loader *loader = arg;
    struct extractor *extractor = extractor_new();
    const char *path;
    size_t at;

    while (loader_take_work(loader, &at, &path)) {
        struct loaded loaded = {0};
        struct entry *entry;

        loader_read(loader, extractor, path, &loaded);
        pthread_mutex_lock(&loader->lock);
        entry = &loader->entries.v[at];
        loaded.path = entry->loaded.path;
        entry->loaded = loaded;
        entry->ready = true;
        if (at == loader->taken)
            loader_signal(loader);
        pthread_mutex_unlock(&loader->lock);
    }
    extractor_free(extractor);
    return NULL;
}

static unsigned
loader_jobs(unsigned wanted)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (wanted == 0)
        wanted = processors > 0 ? (unsigned)processors : 1;
    return wanted < LOADER_MAX_JOBS ? wanted : LOADER_MAX_JOBS;
}

static void
loader_pipe(struct loader *loader)
{
    if (pipe(loader->pipe) < 0) {
        loader->pipe[0] = loader->pipe[1] = -1;
        return;
    }
    for (int i = 0; i < 2; i++) {
        (void)fcntl(loader->pipe[i], F_SETFD, FD_CLOEXEC);
        (void)fcntl(loader->pipe[i], F_SETFL, O_NONBLOCK);
    }
}

struct loader *
loader_start(const char *const *paths, size_t npaths, const struct loader_options *options)
{
    struct loader *loader = mem_zero(1, sizeof *loader);

    loader->options = *options;
    loader->paths = mem_zero(npaths, sizeof *loader->paths);
    loader->npaths = npaths;
    for (size_t i = 0; i < npaths; i++) {
        loader->paths[i] = mem_alloc(strlen(paths[i]) + 1);
        memcpy(loader->paths[i], paths[i], strlen(paths[i]) + 1);
    }
    loader_pipe(loader);
    pthread_mutex_init(&loader->lock, NULL);
    pthread_cond_init(&loader->work, NULL);
    pthread_cond_init(&loader->ready, NULL);
    loader->nworkers = loader_jobs(options->jobs);
    loader->workers = mem_zero(loader->nworkers, sizeof *loader->workers);
    /* Where no thread can be had, the first taker finds everything done: slower, not wrong. */
    if (pthread_create(&loader->finder, NULL, loader_find, loader) != 0) {
        loader->finder = pthread_self();
        loader_find(loader);
    }
    for (unsigned i = 0; i < loader->nworkers; i++)
        if (pthread_create(&loader->workers[i], NULL, loader_work, loader) != 0) {
            loader->nworkers = i;
            break;
        }
    return loader;
}

/* Without a single worker thread the taker reads for itself. */
static void
loader_read_here(struct loader *loader)
{
    struct extractor *extractor;
    struct entry *entry = &loader->entries.v[loader->taken];

    if (entry->ready)
        return;
    extractor = extractor_new();
    loader_read(loader, extractor, entry->loaded.path, &entry->loaded);
    entry->ready = true;
    extractor_free(extractor);
}

static void
loader_drain(struct loader *loader)
{
    char bytes[64];

    while (read(loader->pipe[0], bytes, sizeof bytes) > 0)
        ;
    loader->signalled = false;
}

bool
loader_next(struct loader *loader, bool wait, struct loaded *loaded)
{
    bool got = false;

    pthread_mutex_lock(&loader->lock);
    for (;;) {
        bool some = loader->taken < loader->entries.n;

        if (some && loader->nworkers == 0)
            loader_read_here(loader);
        got = some && loader->entries.v[loader->taken].ready;
        if (got || !wait || (!some && loader->found_all))
            break;
        pthread_cond_wait(&loader->ready, &loader->lock);
    }
    if (got) {
        struct entry *entry = &loader->entries.v[loader->taken++];

        *loaded = entry->loaded;
        *entry = (struct entry){.ready = true};
        pthread_cond_broadcast(&loader->work);
    } else {
        loader_drain(loader);
    }
    pthread_mutex_unlock(&loader->lock);
    return got;
}

void
loaded_clear(struct loaded *loaded)
{
    mem_free(loaded->path);
    text_free(&loaded->row);
    error_clear(&loaded->error);
    *loaded = (struct loaded){0};
}

bool
loader_done(struct loader *loader)
{
    bool done;

    pthread_mutex_lock(&loader->lock);
    done = loader->found_all && loader->taken == loader->entries.n;
    pthread_mutex_unlock(&loader->lock);
    return done;
}

struct loader_progress
loader_progress(struct loader *loader)
{
    struct loader_progress progress;

    pthread_mutex_lock(&loader->lock);
    progress = (struct loader_progress){loader->entries.n, loader->taken, !loader->found_all};
    pthread_mutex_unlock(&loader->lock);
    return progress;
}

int
loader_fd(const struct loader *loader)
{
    return loader->pipe[0];
}

void
loader_free(struct loader *loader)
{
    if (!loader)
        return;
    pthread_mutex_lock(&loader->lock);
    loader->stop = true;
    pthread_cond_broadcast(&loader->work);
    pthread_mutex_unlock(&loader->lock);
    for (unsigned i = 0; i < loader->nworkers; i++)
        pthread_join(loader->workers[i], NULL);
    if (!pthread_equal(loader->finder, pthread_self()))
        pthread_join(loader->finder, NULL);
    for (size_t i = loader->taken; i < loader->entries.n; i++) {
        article_free(loader->entries.v[i].loaded.article);
        loaded_clear(&loader->entries.v[i].loaded);
    }
    vec_free(&loader->entries);
    for (size_t i = 0; i < loader->npaths; i++)
        mem_free(loader->paths[i]);
    mem_free(loader->paths);
    mem_free(loader->workers);
    pthread_cond_destroy(&loader->work);
    pthread_cond_destroy(&loader->ready);
    pthread_mutex_destroy(&loader->lock);
    if (loader->pipe[0] >= 0) {
        (void)close(loader->pipe[0]);
        (void)close(loader->pipe[1]);
    }
    mem_free(loader);
}
