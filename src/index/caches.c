/* The folder of caches: what there is, and away with it. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cachefile.h"
#include "lede/cache.h"

VEC_TYPE(cache_names, char *);

static int
caches_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The files of caches in the folder, by name; whole paths. */
static bool
caches_find(struct arena *arena, const char *folder, struct cache_names *names)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;

    if (!dir)
        return errno == ENOENT;
    while ((entry = readdir(dir))) {
        size_t len = strlen(entry->d_name), suffix = strlen(CACHE_SUFFIX);

        if (len > suffix && strcmp(entry->d_name + len - suffix, CACHE_SUFFIX) == 0)
            vec_push(names, arena_printf(arena, "%s/%s", folder, entry->d_name));
    }
    (void)closedir(dir);
    if (names->n)
        qsort(names->v, names->n, sizeof *names->v, caches_compare);
    return true;
}

static struct cache_status
caches_status(struct arena *arena, const char *name)
{
    struct cachefile file = {0};
    struct cache_status status = {.file = name, .unfit = cachefile_open(&file, name, NULL, 0)};
    struct stat st;

    if (lstat(name, &st) == 0)
        status.bytes = (uint64_t)st.st_size;
    if (!status.unfit) {
        struct slice key = cachefile_section(&file, SECTION_KEY);

        status.collection = arena_string(arena, key.at, key.len);
        status.narticles = file.header.narticles;
        status.written = file.header.written;
    }
    cachefile_close(&file);
    return status;
}

bool
cache_each(const char *folder, void (*each)(void *arg, const struct cache_status *status), void *arg)
{
    struct arena *arena = arena_new();
    struct cache_names names = {0};
    bool readable = caches_find(arena, folder, &names);

    for (size_t i = 0; i < names.n; i++) {
        const struct cache_status status = caches_status(arena, names.v[i]);

        each(arg, &status);
    }
    vec_free(&names);
    arena_free(arena);
    return readable;
}

static bool
caches_remove(const char *name, struct error *error)
{
    if (unlink(name) == 0)
        return true;
    if (errno != ENOENT)
        error_set(error, STATUS_IO, "cannot remove %s: %s", name, strerror(errno));
    return false;
}

void
cache_clear(const char *folder, const char *const *roots, size_t nroots, void (*each)(void *arg, const struct cache_status *status),
            void *arg, struct error *error)
{
    struct arena *arena = arena_new();
    struct cache_names names = {0};

    cachefile_sweep(folder);
    if (nroots) {
        char *name = (char *)cache_name(arena, folder, roots, nroots);

        if (name)
            vec_push(&names, name);
    } else if (!caches_find(arena, folder, &names)) {
        error_set(error, STATUS_IO, "cannot read %s: %s", folder, strerror(errno));
    }
    for (size_t i = 0; i < names.n; i++) {
        const struct cache_status status = caches_status(arena, names.v[i]);

        if (caches_remove(names.v[i], error))
            each(arg, &status);
    }
    vec_free(&names);
    arena_free(arena);
}
