/*
 * Loading: one thread finds the files, some workers read and extract, the caller takes the results in order. A worker does not
 * begin an entry more than LOADER_WINDOW ahead of what was taken, so memory stays bounded. Of JSON Lines the finder reads no
 * further ahead than that, nor than LOADER_AHEAD bytes: a stream may have no end.
 */
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "lede/index.h"
#include "lines.h"
#include "thread.h"
#include "walk.h"

enum { LOADER_WINDOW = 128, LOADER_BATCH = 16, LOADER_MAX_JOBS = 64, LOADER_AHEAD = 64 << 20, LOADER_ROWS = 32, LOADER_ROW = 256 << 10 };

/* What there is of an entry besides its path. */
struct result {
    struct loaded loaded;
    struct text line; /* of JSON: read in place of the file */
    size_t size;      /* of the line, counted in loader.ahead until it is taken */
};

/* All files of a collection are found long before they are read: a million of these are held. */
struct entry {
    char *path;
    struct result *result; /* NULL: nothing yet */
    bool ready;
};

/* What a worker takes out of an entry; the entry may move meanwhile, its path does not. */
struct work {
    size_t at;
    const char *path;
    struct text line; /* the worker's */
    struct text row;  /* room for one, which another was in */
};

struct loader {
    struct loader_options options;
    char **paths;
    size_t npaths;
    pthread_t finder, *workers;
    unsigned nworkers;       /* of the thread that started it and takes; the others see `unaided` */
    int pipe[2], stop_pipe[2]; /* stop_pipe: a byte wakes a finder that waits for input */
    const struct walk *walk; /* of the finder */
    const char *argument;      /* the path that is being looked through; the finder's */

    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t work, ready;
    VEC(struct entry) entries; /* without the first `gone`, which are taken */
    size_t gone, next, taken, ahead;
    VEC(struct text) rows; /* that were taken: the last is written over first, for a processor has it still */
    size_t untold; /* results that nobody has been told of */
    bool found_all, stop, signalled, alone; /* alone: there is no thread to take what is found meanwhile */
    bool unaided; /* there are no workers: the taker reads */
};

static size_t
loader_found_so_far(const struct loader *loader)
{
    return loader->gone + loader->entries.n;
}

static struct entry *
loader_entry(struct loader *loader, size_t at)
{
    return &loader->entries.v[at - loader->gone];
}

/* Tells poll() that there is something; once until it is taken. */
static void
loader_signal(struct loader *loader)
{
    loader->untold = 0;
    pthread_cond_broadcast(&loader->ready);
    if (!loader->signalled) {
        loader->signalled = true;
        while (write(loader->pipe[1], "", 1) < 0 && errno == EINTR)
            ;
    }
}

static struct result *
loader_result(struct entry *entry)
{
    if (!entry->result)
        entry->result = mem_zero(1, sizeof *entry->result);
    return entry->result;
}

/* A new entry at the end, for this path; those at the beginning that were taken make room for it. */
static struct entry *
loader_add(struct loader *loader, const char *path)
{
    size_t used = loader->taken - loader->gone;
    struct entry *entry;

    if (used > LOADER_WINDOW && used * 2 > loader->entries.n) {
        loader->entries.n -= used;
        memmove(loader->entries.v, loader->entries.v + used, loader->entries.n * sizeof *loader->entries.v);
        loader->gone = loader->taken;
    }
    entry = vec_add(&loader->entries);
    entry->path = mem_alloc(strlen(path) + 1);
    memcpy(entry->path, path, strlen(path) + 1);
    return entry;
}

/* The entry just added is complete: somebody is to read it. */
static void
loader_offer(struct loader *loader)
{
    pthread_cond_signal(&loader->work);
    if (loader->unaided)
        loader_signal(loader);
}

/* The entry just added can't be read. Takes the reason over. */
static void
loader_add_error(struct loader *loader, struct entry *entry, struct error *error)
{
    loader_result(entry)->loaded.error = *error;
    *error = (struct error){0};
    entry->ready = true;
    if (loader_found_so_far(loader) - 1 == loader->taken)
        loader_signal(loader);
}

/* ---- JSON Lines, in the finder's thread --------------------------------------------------- */

static void
loader_wait_for_room(struct loader *loader, size_t size)
{
    while (!loader->stop && !loader->alone && loader_found_so_far(loader) > loader->taken &&
           (loader_found_so_far(loader) - loader->taken >= LOADER_WINDOW || loader->ahead + size > LOADER_AHEAD))
        pthread_cond_wait(&loader->work, &loader->lock);
}

static bool
loader_add_line(struct loader *loader, const char *path, struct slice line, struct error *error)
{
    struct text copy = {0};
    struct entry *entry;
    bool stop;

    if (error->status == STATUS_OK)
        text_add(&copy, line.at, line.len);
    pthread_mutex_lock(&loader->lock);
    loader_wait_for_room(loader, copy.n);
    entry = loader_add(loader, path);
    *loader_result(entry) = (struct result){.line = copy, .size = copy.n};
    loader->ahead += copy.n;
    if (error->status != STATUS_OK)
        loader_add_error(loader, entry, error);
    stop = loader->stop;
    loader_offer(loader);
    pthread_mutex_unlock(&loader->lock);
    return !stop;
}

static bool
loader_find_lines(struct loader *loader, const char *path, int fd)
{
    struct lines lines = {.options = &loader->options.article, .fd = fd, .stop = loader->stop_pipe[0]};
    struct error error = {0};
    struct text where = {0};
    struct slice line = {0};
    bool go_on = true;

    while (go_on && lines_next(&lines, &line, &error) != LINES_END) {
        where.n = 0;
        text_printf(&where, "%s:%" PRIu64, path, lines.number);
        go_on = loader_add_line(loader, error.status == STATUS_IO ? path : where.v, line, &error);
    }
    text_free(&where);
    lines_free(&lines);
    return go_on;
}

static bool
loader_found_lines(struct loader *loader, const char *path)
{
    struct error error = {0};
    bool named = strcmp(path, loader->argument) == 0;
    int fd = article_open(path, &loader->options.article, named, &error);
    bool go_on;

    if (fd < 0)
        return loader_add_line(loader, path, slice_str(NULL), &error);
    go_on = loader_find_lines(loader, path, fd);
    if (strcmp(path, "-") != 0)
        (void)close(fd);
    return go_on;
}

/* ---- finding ------------------------------------------------------------------------------ */

static bool
loader_is_known(const struct loader *loader, const char *path)
{
    const struct loader_options *options = &loader->options;
    const struct stat *st = loader->walk->st;

    return options->known && st && S_ISREG(st->st_mode) &&
           options->known(options->known_arg, path, article_time_ns(st->st_mtim), article_time_ns(st->st_ctim), (uint64_t)st->st_size);
}

static bool
loader_stops(struct loader *loader)
{
    bool stop;

    pthread_mutex_lock(&loader->lock);
    stop = loader->stop;
    pthread_mutex_unlock(&loader->lock);
    return stop;
}

/* Called by walk() in the finder's thread. */
static bool
loader_found(void *arg, const char *path, struct error *error)
{
    struct loader *loader = arg;
    struct entry *entry;
    bool stop;

    if (!error && loader->options.jsonl)
        return loader_found_lines(loader, path);
    if (!error && loader_is_known(loader, path))
        return !loader_stops(loader);
    pthread_mutex_lock(&loader->lock);
    entry = loader_add(loader, path);
    if (error)
        loader_add_error(loader, entry, error);
    stop = loader->stop;
    loader_offer(loader);
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
        .jsonl = loader->options.jsonl,
        .names_only = !loader->options.known,
    };

    loader->walk = &walk;
    for (size_t i = 0; i < loader->npaths; i++) {
        loader->argument = loader->paths[i];
        if (!walk_path(&walk, loader->paths[i]))
            break;
    }
    walk_end(&walk);
    pthread_mutex_lock(&loader->lock);
    loader->found_all = true;
    pthread_cond_broadcast(&loader->work);
    loader_signal(loader);
    pthread_mutex_unlock(&loader->lock);
    return NULL;
}

/* ---- reading ------------------------------------------------------------------------------ */

static struct work
loader_work_of(struct loader *loader, size_t at)
{
    struct entry *entry = loader_entry(loader, at);
    struct work work = {.at = at, .path = entry->path};

    if (entry->result) {
        work.line = entry->result->line;
        entry->result->line = (struct text){0};
    }
    if (loader->rows.n)
        work.row = loader->rows.v[--loader->rows.n];
    return work;
}

/* What can't be read is ready when it is found. */
static void
loader_skip_ready(struct loader *loader)
{
    while (loader->next < loader_found_so_far(loader) && loader_entry(loader, loader->next)->ready)
        loader->next++;
}

/* Waits for an entry to read; false when there is no more. */
static bool
loader_take_work(struct loader *loader, struct work *work)
{
    bool got = false;

    pthread_mutex_lock(&loader->lock);
    for (;;) {
        loader_skip_ready(loader);
        if (loader->stop || (loader->found_all && loader->next == loader_found_so_far(loader)))
            break;
        if (loader->next < loader_found_so_far(loader) && loader->next < loader->taken + LOADER_WINDOW) {
            *work = loader_work_of(loader, loader->next++);
            got = true;
            break;
        }
        pthread_cond_wait(&loader->work, &loader->lock);
    }
    pthread_mutex_unlock(&loader->lock);
    return got;
}

static void
loader_read(const struct loader *loader, struct extractor *extractor, struct work *work, struct loaded *loaded)
{
    const struct article_options *options = &loader->options.article;

    if (loader->options.jsonl)
        loaded->article = article_parse_json(work->path, work->line.v, work->line.n, options, &loaded->error);
    else
        loaded->article = article_load(work->path, options, &loaded->error);
    text_free(&work->line);
    loaded->row = work->row;
    loaded->row.n = 0;
    if (!loaded->article)
        return;
    loaded->extract = extract_article(extractor, loaded->article);
    if (!loader->options.render)
        return;
    loader->options.render(&loaded->row, loaded->article, loaded->extract);
    if (loader->options.keep)
        return;
    article_free(loaded->article);
    loaded->article = NULL;
    loaded->extract = NULL;
}

/*
 * To wake the taker costs as much as to read a short article. Rows wait until there are some of them, unless there is nothing
 * else to do: all that was found is begun, or as much as may be ahead of the taker. (Or all would wait for one another.)
 *
 * Why the taker cannot sleep for ever. It sleeps only after it saw, under the lock, that the first entry is not ready, and
 * emptied the pipe. So whenever the lock is free: if the first entry is ready, then
 *   either the taker was told since it last looked (a byte is in the pipe),
 *   or some entry is not begun that may be begun: next < found, next < taken + LOADER_WINDOW, and it is not ready by itself
 *      (loader_skip_ready() has run). A worker will take that one, and when it is read all this is asked again.
 * The second can go on for LOADER_BATCH entries only. Nothing takes it away but the worker that begins the entry: found and
 * taken only grow. An entry that is ready when it is found is told of at once if it is the first (loader_add_error()); if not,
 * the first is still being read, or one of the two holds for it. The end is always told of (loader_find()), as a taker may wait
 * where nothing was found. Without workers each entry is told of when it is found (loader_offer()).
 */
static bool
loader_should_tell(const struct loader *loader)
{
    return loader->untold >= LOADER_BATCH || loader->next == loader_found_so_far(loader) ||
           loader->next >= loader->taken + LOADER_WINDOW;
}

static void *
loader_work(void *arg)
{
    struct loader *loader = arg;
    struct extractor *extractor = extractor_new_with(loader->options.words);
    struct work work;

    while (loader_take_work(loader, &work)) {
        struct loaded loaded = {0};
        struct entry *entry;

        loader_read(loader, extractor, &work, &loaded);
        pthread_mutex_lock(&loader->lock);
        entry = loader_entry(loader, work.at);
        loader_result(entry)->loaded = loaded;
        entry->ready = true;
        loader->untold++;
        loader_skip_ready(loader);
        if (loader_entry(loader, loader->taken)->ready && loader_should_tell(loader))
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

/* The taker must be told of what is found from now on, and of what was found before it was known that nobody else reads. */
static void
loader_without_workers(struct loader *loader)
{
    pthread_mutex_lock(&loader->lock);
    loader->unaided = true;
    loader_signal(loader);
    pthread_mutex_unlock(&loader->lock);
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
    thread_pipe(loader->pipe);
    loader->stop_pipe[0] = loader->stop_pipe[1] = -1;
    if (options->jsonl)
        thread_pipe(loader->stop_pipe);
    pthread_mutex_init(&loader->lock, NULL);
    pthread_cond_init(&loader->work, NULL);
    pthread_cond_init(&loader->ready, NULL);
    loader->nworkers = loader_jobs(options->jobs);
    loader->workers = mem_zero(loader->nworkers, sizeof *loader->workers);
    /* Where no thread can be had, the first taker finds everything done: slower, not wrong. */
    if (!thread_start(&loader->finder, loader_find, loader)) {
        loader->finder = pthread_self();
        loader->alone = true;
        loader_find(loader);
    }
    for (unsigned i = 0; i < loader->nworkers; i++)
        if (!thread_start(&loader->workers[i], loader_work, loader)) {
            loader->nworkers = i;
            break;
        }
    if (loader->nworkers == 0)
        loader_without_workers(loader);
    return loader;
}

/* Without a single worker thread the taker reads for itself. */
static void
loader_read_here(struct loader *loader)
{
    struct extractor *extractor;
    struct entry *entry = loader_entry(loader, loader->taken);
    struct work work;

    if (entry->ready)
        return;
    work = loader_work_of(loader, loader->taken);
    extractor = extractor_new_with(loader->options.words);
    loader_read(loader, extractor, &work, &loader_result(entry)->loaded);
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
        bool some = loader->taken < loader_found_so_far(loader);

        if (some && loader->nworkers == 0)
            loader_read_here(loader);
        got = some && loader_entry(loader, loader->taken)->ready;
        if (got || !wait || (!some && loader->found_all))
            break;
        pthread_cond_wait(&loader->ready, &loader->lock);
    }
    if (got) {
        struct entry *entry = loader_entry(loader, loader->taken++);

        loader->ahead -= entry->result->size;
        *loaded = entry->result->loaded;
        loaded->path = entry->path;
        mem_free(entry->result);
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

void
loader_reuse(struct loader *loader, struct loaded *loaded)
{
    pthread_mutex_lock(&loader->lock);
    if (loaded->row.v && loaded->row.cap <= LOADER_ROW && loader->rows.n < LOADER_ROWS) {
        vec_push(&loader->rows, loaded->row);
        loaded->row = (struct text){0};
    }
    pthread_mutex_unlock(&loader->lock);
    loaded_clear(loaded);
}

bool
loader_done(struct loader *loader)
{
    bool done;

    pthread_mutex_lock(&loader->lock);
    done = loader->found_all && loader->taken == loader_found_so_far(loader);
    pthread_mutex_unlock(&loader->lock);
    return done;
}

struct loader_progress
loader_progress(struct loader *loader)
{
    struct loader_progress progress;

    pthread_mutex_lock(&loader->lock);
    progress = (struct loader_progress){loader_found_so_far(loader), loader->taken, !loader->found_all};
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
    /* Not closed: while a child that was forked meanwhile has this end, too, that would wake nobody. */
    while (loader->stop_pipe[1] >= 0 && write(loader->stop_pipe[1], "", 1) < 0 && errno == EINTR)
        ;
    for (unsigned i = 0; i < loader->nworkers; i++)
        pthread_join(loader->workers[i], NULL);
    if (!pthread_equal(loader->finder, pthread_self()))
        pthread_join(loader->finder, NULL);
    for (size_t i = loader->taken; i < loader_found_so_far(loader); i++) {
        struct entry *entry = loader_entry(loader, i);

        mem_free(entry->path);
        if (!entry->result)
            continue;
        article_free(entry->result->loaded.article);
        loaded_clear(&entry->result->loaded);
        text_free(&entry->result->line);
        mem_free(entry->result);
    }
    vec_free(&loader->entries);
    for (size_t i = 0; i < loader->rows.n; i++)
        text_free(&loader->rows.v[i]);
    vec_free(&loader->rows);
    for (size_t i = 0; i < loader->npaths; i++)
        mem_free(loader->paths[i]);
    mem_free(loader->paths);
    mem_free(loader->workers);
    pthread_cond_destroy(&loader->work);
    pthread_cond_destroy(&loader->ready);
    pthread_mutex_destroy(&loader->lock);
    for (int i = 0; i < 2; i++) {
        if (loader->pipe[i] >= 0)
            (void)close(loader->pipe[i]);
        if (loader->stop_pipe[i] >= 0)
            (void)close(loader->stop_pipe[i]);
    }
    mem_free(loader);
}
