#include "caches.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "collection.h"
#include "complain.h"
#include "lede/utf.h"

/* Names of folders are anybody's: nothing in them may steer the terminal. */
static void
caches_print_path(struct slice path)
{
    struct text plain = {0};

    utf_plain(&plain, path.at, path.len);
    printf("  %s\n", plain.v);
    text_free(&plain);
}

static void
caches_print(void *arg, const struct cache_status *status)
{
    size_t *n = arg;
    time_t written = (time_t)status->written;
    struct tm tm;
    char when[32] = "";

    ++*n;
    if (status->unfit) {
        printf("%s: %.1f MB, of no use: %s\n", status->file, (double)status->bytes / 1e6, status->unfit);
        return;
    }
    if (localtime_r(&written, &tm))
        (void)strftime(when, sizeof when, "%Y-%m-%d %H:%M", &tm);
    printf("%s: %.1f MB, %u articles, written %s\n", status->file, (double)status->bytes / 1e6, status->narticles, when);
    for (const char *at = status->collection; *at;) {
        size_t len = strcspn(at, "\n");

        caches_print_path(slice_of(at, len));
        at += len + (at[len] == '\n');
    }
}

static int
caches_status(const char *folder)
{
    size_t n = 0;

    if (!cache_each(folder, caches_print, &n)) {
        complain(folder, strerror(errno));
        return 1;
    }
    if (n == 0)
        printf("%s: no index caches\n", folder);
    return 0;
}

static int
caches_clear(const struct options *options, const char *folder)
{
    struct error error = {0};
    size_t n = cache_clear(folder, options->paths, options->npaths, &error);

    printf("%zu index cache%s removed\n", n, n == 1 ? "" : "s");
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
        status = options->clear ? caches_clear(options, folder) : caches_status(folder);
    arena_free(arena);
    return status;
}
