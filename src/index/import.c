#include "lede/import.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"
#include "known.h"

/* So many articles may be in memory with all they say, some 6 MB; of more the records go to a file, the cache's or a nameless one. */
enum { IMPORT_IN_MEMORY = 1000 };

struct import {
    struct import_setup setup;
    struct loader *loader;       /* NULL: done */
    struct loader_progress progress;
    int64_t started;             /* seconds since the epoch */
    bool all;                    /* the loader goes through the whole collection */
    struct known *known;         /* when it does so again */
};

static bool
import_knows(void *arg, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size)
{
    return cache_knows(arg, path, mtime_ns, ctime_ns, size);
}

static struct loader_options
import_options(const struct import *import)
{
    struct loader_options options = import->setup.loader;

    options.render = index_pack;
    options.keep = true;
    return options;
}

struct import *
import_start(const struct import_setup *setup)
{
    struct import *import = mem_zero(1, sizeof *import);
    struct loader_options options;

    import->setup = *setup;
    import->started = (int64_t)time(NULL);
    import->all = true;
    options = import_options(import);
    index_roots(setup->index, setup->paths, setup->npaths);
    if (setup->cache && cache_load(setup->cache, setup->index)) {
        options.known = import_knows;
        options.known_arg = setup->cache;
    }
    import->loader = loader_start(setup->paths, setup->npaths, &options);
    return import;
}

void
import_free(struct import *import)
{
    if (!import)
        return;
    loader_free(import->loader);
    known_free(import->known);
    mem_free(import);
}

/* An article that is there already under its path is another state of the file. */
static void
import_add(struct import *import, const struct loaded *loaded)
{
    struct index *index = import->setup.index;
    uint32_t before = index->first_late != UINT32_MAX ? index_find_path(index, loaded->article->path) : ID_NONE;

    if (before != ID_NONE)
        index_retire(index, before);
    (void)index_add_packed(index, loaded->article, loaded->extract, slice_of(loaded->row.v, loaded->row.n));
    if (import->setup.cache && index_narticles(index) == import->setup.cache_from)
        cache_begin(import->setup.cache, index);
    if (index->documents.n % IMPORT_IN_MEMORY == 0 && !store_has_file(index->store))
        store_use_own(index->store);
}

/* What cannot be read any more is not there any more. */
static void
import_drop(struct import *import, const char *path)
{
    uint32_t id = import->setup.index->first_late != UINT32_MAX ? index_find_path(import->setup.index, path) : ID_NONE;

    if (id != ID_NONE)
        index_retire(import->setup.index, id);
}

static void
import_end(struct import *import)
{
    if (import->all && import->known)
        known_retire_unseen(import->known, import->setup.index);
    else if (import->all && import->setup.cache)
        cache_retire_unseen(import->setup.cache, import->setup.index);
    index_settled(import->setup.index);
    import_stop(import);
}

enum import_state
import_next(struct import *import, bool wait, struct loaded *failed)
{
    struct loaded loaded;

    if (!import->loader)
        return IMPORT_DONE;
    if (!loader_next(import->loader, wait, &loaded)) {
        if (!wait && !loader_done(import->loader))
            return IMPORT_NONE;
        import_end(import);
        return IMPORT_DONE;
    }
    if (!loaded.article) {
        import_drop(import, loaded.path);
        if (!import->all && access(loaded.path, F_OK) < 0) { /* it came and went again: nobody asked for it */
            loaded_clear(&loaded);
            return IMPORT_TOOK;
        }
        *failed = loaded;
        return IMPORT_FAILED;
    }
    import_add(import, &loaded);
    article_free(loaded.article);
    loaded_clear(&loaded);
    return IMPORT_TOOK;
}

bool
import_busy(const struct import *import)
{
    return import->loader != NULL;
}

int
import_fd(const struct import *import)
{
    return import->loader ? loader_fd(import->loader) : -1;
}

struct loader_progress
import_progress(struct import *import)
{
    if (import->loader)
        import->progress = loader_progress(import->loader);
    return import->progress;
}

void
import_stop(struct import *import)
{
    if (!import->loader)
        return;
    import->progress = loader_progress(import->loader);
    import->progress.counting = false;
    loader_free(import->loader);
    import->loader = NULL;
    index_settled(import->setup.index);
    if (import->progress.taken >= IMPORT_IN_MEMORY)
        mem_return_free();
}

/* Since when files can be told by their time stamps. */
static int64_t
import_since(const struct import *import)
{
    return import->setup.cache ? cache_trusted(import->setup.cache) : import->started;
}

static void
import_again(struct import *import, const char *const *paths, size_t npaths, bool all)
{
    struct loader_options options = import_options(import);

    import_stop(import);
    known_free(import->known);
    import->known = all ? known_new(import->setup.index, import_since(import), &import->setup.loader.article) : NULL;
    import->all = all;
    options.known = all ? known_same : NULL;
    options.known_arg = import->known;
    import->loader = loader_start(paths, npaths, &options);
}

/* Is the file as it was when it was read? */
static bool
import_has(const struct import *import, const char *path)
{
    const struct index *index = import->setup.index;
    uint32_t id = index_find_path(index, path);
    struct stat st;
    struct known_state file = {.path = path};
    struct known_row row;

    if (id == ID_NONE || stat(path, &st) < 0)
        return false;
    file.mtime_ns = article_time_ns(st.st_mtim);
    file.ctime_ns = article_time_ns(st.st_ctim);
    file.size = (uint64_t)st.st_size;
    row = known_row(index, id);
    return known_is(&row, &file, import_since(import), &import->setup.loader.article, NULL);
}

void
import_refresh(struct import *import, const char *const *paths, size_t npaths)
{
    const char **changed = mem_alloc(npaths * sizeof *changed + 1);
    size_t n = 0;

    for (size_t i = 0; i < npaths; i++)
        if (!import_has(import, paths[i]))
            changed[n++] = paths[i];
    if (n)
        import_again(import, changed, n, false);
    mem_free(changed);
}

void
import_rescan(struct import *import)
{
    import_again(import, import->setup.paths, import->setup.npaths, true);
}

static void
import_gone_below(struct import *import, const char *folder)
{
    struct index *index = import->setup.index;
    size_t len = strlen(folder);
    struct text path = {0};

    for (uint32_t id = 0; id < index_narticles(index); id++) {
        path.n = 0;
        index_put_path(index, id, &path);
        if (path.n >= len && memcmp(path.v, folder, len) == 0)
            index_retire(index, id);
    }
    text_free(&path);
}

void
import_gone(struct import *import, const char *path)
{
    size_t len = strlen(path);

    if (len && path[len - 1] == '/')
        import_gone_below(import, path);
    else
        import_drop(import, path);
}
