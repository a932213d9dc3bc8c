#include "settle.h"

#include <stdlib.h>
#include <string.h>

void
settle_clear(struct settle *settle)
{
    for (size_t i = 0; i < settle->v.n; i++)
        mem_free(settle->v.v[i].path);
    vec_free(&settle->v);
    hash_free(&settle->by_path);
    settle->flooded = false;
}

static struct unsettled *
settle_find(struct settle *settle, const char *path, enum settle_sort sort, int64_t now)
{
    size_t len = strlen(path);
    struct hash_slot *slot = hash_find(&settle->by_path, path, len);
    struct unsettled *one;
    char *copy;

    if (slot)
        return &settle->v.v[slot->value];
    copy = mem_alloc(len + 1);
    memcpy(copy, path, len + 1);
    one = vec_add(&settle->v);
    *one = (struct unsettled){.path = copy, .first = now, .born = sort == SETTLE_BORN};
    hash_put(&settle->by_path, copy, len)->value = (uint32_t)settle->v.n - 1;
    return one;
}

void
settle_note(struct settle *settle, const char *path, enum settle_sort sort, int64_t now)
{
    struct unsettled *one;

    if (settle->v.n >= settle->most) {
        settle_clear(settle);
        settle->flooded = true;
    }
    if (settle->flooded) { /* told when the flood is over: until then every new event puts it off */
        settle->next = now + settle->times.writing;
        return;
    }
    one = settle_find(settle, path, sort, now);
    one->folder = sort == SETTLE_FOLDER;
    one->due = now + (sort == SETTLE_DONE ? settle->times.done : sort == SETTLE_FOLDER ? 0 : settle->times.writing);
    if (sort == SETTLE_DONE && one->due > one->first + settle->times.longest)
        one->due = one->first + settle->times.longest > now ? one->first + settle->times.longest : now;
    if (settle->v.n == 1 || one->due < settle->next)
        settle->next = one->due;
}

int64_t
settle_wait(const struct settle *settle, int64_t now)
{
    if (settle->v.n == 0 && !settle->flooded)
        return -1;
    return settle->next > now ? settle->next - now : 0;
}

static int
settle_compare(const void *a, const void *b)
{
    return strcmp(((const struct unsettled *)a)->path, ((const struct unsettled *)b)->path);
}

/* Moves what is due to *due; what stays gets its places anew. */
static void
settle_part(struct settle *settle, int64_t now, struct unsettled *due, size_t *ndue)
{
    size_t kept = 0;

    hash_free(&settle->by_path);
    for (size_t i = 0; i < settle->v.n; i++) {
        struct unsettled *one = &settle->v.v[i];

        if (one->due <= now) {
            due[(*ndue)++] = *one;
            continue;
        }
        if (kept == 0 || one->due < settle->next)
            settle->next = one->due;
        hash_put(&settle->by_path, one->path, strlen(one->path))->value = (uint32_t)kept;
        settle->v.v[kept++] = *one;
    }
    settle->v.n = kept;
}

void
settle_take(struct settle *settle, int64_t now, void (*take)(void *arg, const struct unsettled *one), void *arg)
{
    struct unsettled *due;
    size_t ndue = 0;

    if (settle->v.n == 0 || settle->next > now)
        return;
    due = mem_zero(settle->v.n, sizeof *due);
    settle_part(settle, now, due, &ndue);
    if (ndue)
        qsort(due, ndue, sizeof *due, settle_compare);
    for (size_t i = 0; i < ndue; i++) {
        take(arg, &due[i]);
        mem_free(due[i].path);
    }
    mem_free(due);
}
