/* Watching by looking: every few seconds all files are looked at, and what is not as it was last time is noted. */
#include <errno.h>
#include <string.h>

#include "watch.h"

/* What a file was at the last look. */
struct seen {
    char *path;
    int64_t mtime, ctime; /* nanoseconds; ctime tells what a tool that sets times back would hide */
    uint64_t size, ino;
    uint32_t round;
};

struct survey {
    struct watched *watched;
    VEC(struct seen) files;
    struct hash by_path;
    uint32_t round;
    struct walk *walk;         /* the one that goes on */
    VEC(char *) hidden;        /* what could not be looked into this time: nothing is known of the files below */
};

static struct seen
survey_seen(const struct stat *st)
{
    return (struct seen){.mtime = article_time_ns(st->st_mtim), .ctime = article_time_ns(st->st_ctim), .size = (uint64_t)st->st_size,
                         .ino = (uint64_t)st->st_ino};
}

static bool
survey_same(const struct seen *a, const struct seen *b)
{
    return a->mtime == b->mtime && a->ctime == b->ctime && a->size == b->size && a->ino == b->ino;
}

/* The file's place, made when it was not known; *known says which. */
static struct seen *
survey_place(struct survey *survey, const char *path, bool *known)
{
    size_t len = strlen(path);
    struct hash_slot *slot = hash_find(&survey->by_path, path, len);
    struct seen *seen;

    *known = slot != NULL;
    if (slot)
        return &survey->files.v[slot->value];
    seen = vec_add(&survey->files);
    seen->path = mem_alloc(len + 1);
    memcpy(seen->path, path, len + 1);
    hash_put(&survey->by_path, seen->path, len)->value = (uint32_t)survey->files.n - 1;
    return seen;
}

/* Takes down what the file is now. True when it was something else, or nothing, before. */
static bool
survey_update(struct survey *survey, const char *path, const struct stat *st)
{
    struct seen now = survey_seen(st), *seen;
    bool known, changed;

    seen = survey_place(survey, path, &known);
    changed = !known || !survey_same(seen, &now);
    now.path = seen->path;
    now.round = survey->round;
    *seen = now;
    return changed;
}

/* Called by the walk. */
static bool
survey_found(void *arg, const char *path, struct error *error)
{
    struct survey *survey = arg;
    const struct stat *st = survey->walk->st;
    struct stat again;
    bool first = survey->round == 1;

    if (error || !st) {
        if (stat(path, &again) == 0 || (errno != ENOENT && errno != ENOTDIR)) {
            vec_push(&survey->hidden, mem_alloc(strlen(path) + 1));
            memcpy(survey->hidden.v[survey->hidden.n - 1], path, strlen(path) + 1);
        }
    } else if (survey_update(survey, path, st) &&
               (!first || article_time_ns(st->st_ctim) >= article_time_ns(survey->watched->since))) {
        settle_note(&survey->watched->settle, path, SETTLE_WRITING, watched_clock());
    }
    return true;
}

static bool
survey_is_hidden(const struct survey *survey, const char *path)
{
    for (size_t i = 0; i < survey->hidden.n; i++)
        if (strncmp(path, survey->hidden.v[i], strlen(survey->hidden.v[i])) == 0)
            return true;
    return false;
}

/* Those that were not met this time are gone. */
static void
survey_drop_gone(struct survey *survey)
{
    size_t kept = 0;

    for (size_t i = 0; i < survey->files.n; i++) {
        struct seen *seen = &survey->files.v[i];

        if (seen->round == survey->round || survey_is_hidden(survey, seen->path)) {
            survey->files.v[kept++] = *seen;
            continue;
        }
        settle_note(&survey->watched->settle, seen->path, SETTLE_DONE, watched_clock());
        mem_free(seen->path);
    }
    if (kept == survey->files.n)
        return;
    survey->files.n = kept;
    hash_free(&survey->by_path);
    for (size_t i = 0; i < kept; i++)
        hash_put(&survey->by_path, survey->files.v[i].path, strlen(survey->files.v[i].path))->value = (uint32_t)i;
}

void
survey_look(struct survey *survey)
{
    struct walk walk = watched_walk(survey->watched);

    walk.found = survey_found;
    walk.arg = survey;
    survey->walk = &walk;
    survey->round++;
    for (size_t i = 0; i < survey->watched->npaths; i++)
        if (strcmp(survey->watched->paths[i], "-") != 0)
            (void)walk_path(&walk, survey->watched->paths[i]);
    walk_end(&walk);
    survey->walk = NULL;
    survey_drop_gone(survey);
    for (size_t i = 0; i < survey->hidden.n; i++)
        mem_free(survey->hidden.v[i]);
    vec_clear(&survey->hidden);
}

bool
survey_settled(struct survey *survey, const char *path)
{
    struct stat st;

    if (stat(path, &st) < 0 || !survey_update(survey, path, &st))
        return true;
    settle_note(&survey->watched->settle, path, SETTLE_WRITING, watched_clock());
    return false;
}

struct survey *
survey_start(struct watched *watched)
{
    struct survey *survey = mem_zero(1, sizeof *survey);

    survey->watched = watched;
    survey_look(survey);
    return survey;
}

void
survey_free(struct survey *survey)
{
    if (!survey)
        return;
    for (size_t i = 0; i < survey->files.n; i++)
        mem_free(survey->files.v[i].path);
    vec_free(&survey->files);
    hash_free(&survey->by_path);
    vec_free(&survey->hidden);
    mem_free(survey);
}
