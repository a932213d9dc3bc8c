#include "caches.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "collection.h"
#include "complain.h"

/* Names of files and folders are anybody's: nothing in them may steer the terminal. */
static void
caches_print_name(const char *name)
{
    (void)complain_write(stdout, name, strlen(name));
}

struct caches_told {
    const char *only; /* the one file that was asked for, or NULL */
    size_t n;
};

static void
caches_print(void *arg, const struct cache_status *status)
{
    struct caches_told *told = arg;
    time_t written = (time_t)status->written;
    struct tm tm;
    char when[32] = "";

    if (told->only && strcmp(told->only, status->file) != 0)
        return;
    told->n++;
    caches_print_name(status->file);
    printf(": %.1f MB, ", (double)status->bytes / 1e6);
    if (status->unfit) {
        printf("of no use: %s\n", status->unfit);
        return;
    }
    if (localtime_r(&written, &tm))
        (void)strftime(when, sizeof when, "%Y-%m-%d %H:%M", &tm);
    printf("%u articles, written %s\n", status->narticles, when);
    for (const char *at = status->collection; *at;) {
        size_t len = strcspn(at, "\n");

        printf("  ");
        (void)complain_write(stdout, at, len);
        putchar('\n');
        at += len + (at[len] == '\n');
    }
}

/* False, and said, where one of the paths has none: no cache is looked for elsewhere in its place. */
static bool
caches_can_have(const struct options *options, const char *folder, struct arena *arena, const char **only)
{
    bool there = true;

    for (size_t i = 0; i < options->npaths; i++)
        if (access(options->paths[i], F_OK) != 0) {
            complain(options->paths[i], strerror(errno));
            there = false;
        }
    *only = there && options->npaths ? cache_name(arena, folder, options->paths, options->npaths) : NULL;
    if (there && options->npaths && !*only)
        complain("", "only folders have an index cache");
    return there && (*only || !options->npaths);
}

static int
caches_status(const struct options *options, const char *folder, struct arena *arena)
{
    struct caches_told told = {0};

    if (!caches_can_have(options, folder, arena, &told.only))
        return 1;
    if (!cache_each(folder, caches_print, &told)) {
        complain(folder, strerror(errno));
        return 1;
    }
    if (told.n == 0) {
        caches_print_name(told.only ? options->paths[0] : folder);
        printf(": no index cache%s\n", told.only ? "" : "s");
    }
    return 0;
}

struct caches_removed {
    size_t n;
    uint64_t bytes;
};

/* "/home/ida/.cache/lede/0123.lede: 4.2 MB, of /home/ida/clippings" */
static void
caches_print_removed(void *arg, const struct cache_status *status)
{
    struct caches_removed *removed = arg;
    const char *before = ", of ";

    removed->n++;
    removed->bytes += status->bytes;
    caches_print_name(status->file);
    printf(": %.1f MB", (double)status->bytes / 1e6);
    for (const char *at = status->collection ? status->collection : ""; *at; before = ", ") {
        size_t len = strcspn(at, "\n");

        fputs(before, stdout);
        (void)complain_write(stdout, at, len);
        at += len + (at[len] == '\n');
    }
    putchar('\n');
}

static int
caches_clear(const struct options *options, const char *folder, struct arena *arena)
{
    struct caches_removed removed = {0};
    struct error error = {0};
    const char *only;

    if (!caches_can_have(options, folder, arena, &only))
        return 1;
    cache_clear(folder, options->paths, options->npaths, caches_print_removed, &removed, &error);
    printf("%zu index cache%s removed", removed.n, removed.n == 1 ? "" : "s");
    if (removed.n)
        printf(", %.1f MB", (double)removed.bytes / 1e6);
    putchar('\n');
    if (error.status == STATUS_OK)
        return 0;
    complain("", error.sentence);
    error_clear(&error);
    return 1;
}

int
caches_run(const struct options *options)
{
    struct arena *arena = arena_new();
    const char *folder = collection_caches(arena);
    int status = 1;

    if (!folder)
        complain("", "there is no folder for caches: neither XDG_CACHE_HOME nor HOME is set");
    else
        status = options->clear ? caches_clear(options, folder, arena) : caches_status(options, folder, arena);
    arena_free(arena);
    return status;
}
