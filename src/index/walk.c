/* Which files are articles: in a folder the regular files that end in .txt, .text or .md, at any depth, sorted by bytes. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "walk.h"

enum { WALK_MAX_FILES = 1000000, WALK_MAX_DEPTH = 32 };
static const char *const walk_suffixes[2][3] = {{".txt", ".text", ".md"}, {".jsonl", ".ndjson"}};

/* A folder on the way down, to notice links that lead in a circle. */
struct step {
    const struct step *up;
    const char *path;
    dev_t dev;
    ino_t ino;
    unsigned depth;
};

struct name {
    char *path; /* of a folder: with a slash at the end, so that sorting gives the order of full paths */
    struct stat st;
    int error; /* of stat(), or 0 */
    bool link, unseen;
};
VEC_TYPE(names, struct name);

static bool walk_folder(struct walk *walk, const struct step *step);

LEDE_PRINTF(4, 5)
static bool
walk_refuse(struct walk *walk, const char *path, enum status status, const char *fmt, ...)
{
    struct error error = {0};
    va_list args;
    char reason[512];
    bool go_on;

    va_start(args, fmt);
    (void)vsnprintf(reason, sizeof reason, fmt, args);
    va_end(args);
    error_set(&error, status, "%s", reason);
    go_on = walk->found(walk->arg, path, &error);
    error_clear(&error);
    return go_on;
}

bool
walk_takes(const struct walk *walk, const char *name)
{
    const char *const *suffixes = walk_suffixes[walk->jsonl];
    size_t len = strlen(name);

    if (name[0] == '.')
        return false;
    for (int i = 0; i < 3 && suffixes[i]; i++) {
        size_t n = strlen(suffixes[i]);
        if (len > n && strcmp(name + len - n, suffixes[i]) == 0)
            return true;
    }
    return false;
}

static int
walk_compare(const void *a, const void *b)
{
    return strcmp(((const struct name *)a)->path, ((const struct name *)b)->path);
}

static char *
walk_join(const char *folder, const char *name, bool slash)
{
    size_t n = strlen(folder), m = strlen(name);
    char *path = mem_alloc(n + m + 3);
    size_t at = n;

    memcpy(path, folder, n);
    if (n == 0 || folder[n - 1] != '/')
        path[at++] = '/';
    memcpy(path + at, name, m);
    at += m;
    if (slash)
        path[at++] = '/';
    path[at] = '\0';
    return path;
}

/* With a slash at its end a path means what the link is to. */
static bool
walk_is_link(const char *path)
{
    size_t len = strlen(path);
    char *bare = mem_alloc(len + 1);
    struct stat st;
    bool is;

    while (len > 1 && path[len - 1] == '/')
        len--;
    memcpy(bare, path, len);
    bare[len] = '\0';
    is = lstat(bare, &st) == 0 && S_ISLNK(st.st_mode);
    mem_free(bare);
    return is;
}

static void
walk_look(struct name *name, bool may_be_link)
{
    if (stat(name->path, &name->st) < 0)
        name->error = errno;
    name->link = may_be_link && walk_is_link(name->path);
}

/* Adds what is worth a look: folders, and whatever has the name of an article. */
static void
walk_add_name(const struct walk *walk, struct names *names, const char *folder, const struct dirent *entry)
{
    struct name name = {0};

    if (entry->d_name[0] == '.')
        return;
    if (entry->d_type == DT_REG && !walk_takes(walk, entry->d_name))
        return;
    name.path = walk_join(folder, entry->d_name, false);
    if (entry->d_type == DT_REG && walk->names_only) {
        name.unseen = true;
        vec_push(names, name);
        return;
    }
    walk_look(&name, entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN);
    if (name.error == 0 && S_ISDIR(name.st.st_mode)) {
        mem_free(name.path);
        name.path = walk_join(folder, entry->d_name, true);
    } else if (!walk_takes(walk, entry->d_name) && name.error != ELOOP) {
        mem_free(name.path);
        return;
    }
    vec_push(names, name);
}

static bool
walk_read_names(struct walk *walk, const char *folder, struct names *names)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;

    if (!dir)
        return walk_refuse(walk, folder, STATUS_IO, "%s", strerror(errno));
    while ((entry = readdir(dir)))
        walk_add_name(walk, names, folder, entry);
    (void)closedir(dir);
    if (names->n)
        qsort(names->v, names->n, sizeof *names->v, walk_compare);
    return true;
}

static bool
walk_into(struct walk *walk, const struct step *up, const struct name *name)
{
    struct step step = {up, name->path, name->st.st_dev, name->st.st_ino, up ? up->depth + 1 : 0};
    unsigned limit = walk->max_depth ? walk->max_depth : WALK_MAX_DEPTH;

    for (const struct step *s = up; s; s = s->up)
        if (s->dev == step.dev && s->ino == step.ino)
            return walk_refuse(walk, name->path, STATUS_REFUSED, "a link that leads back to %s", s->path);
    if (step.depth > limit)
        return walk_refuse(walk, name->path, STATUS_REFUSED, "deeper than the limit of %u folders", limit);
    if (walk->enters)
        walk->enters(walk->arg, name->path);
    return walk_folder(walk, &step);
}

char *
walk_plain(struct arena *arena, const char *path)
{
    char *plain = arena_string(arena, path, strlen(path)), *to = plain;

    while (path[0] == '.' && path[1] == '/')
        path += 2 + strspn(path + 2, "/");
    while (*path) {
        *to++ = *path++;
        while (to[-1] == '/' && (*path == '/' || (*path == '.' && path[1] == '/')))
            path += *path == '/' ? 1 : 2;
    }
    *to = '\0';
    return plain;
}

static bool
walk_is_new(struct walk *walk, const char *path)
{
    struct hash_slot *slot;
    const char *plain;

    if (!walk->names)
        walk->names = arena_new();
    plain = walk_plain(walk->names, path);
    slot = hash_put(&walk->seen, plain, strlen(plain));
    if (slot->value != UINT32_MAX)
        return false;
    slot->value = 0;
    return true;
}

void
walk_end(struct walk *walk)
{
    hash_free(&walk->seen);
    arena_free(walk->names);
}

static bool
walk_file(struct walk *walk, const char *path)
{
    size_t limit = walk->max_files ? walk->max_files : WALK_MAX_FILES;

    if (!walk_is_new(walk, path))
        return true;
    if (walk->nfiles == limit) {
        walk_refuse(walk, path, STATUS_REFUSED, "the limit of %zu files is reached; this file and all after it are left out", limit);
        return false;
    }
    walk->nfiles++;
    return walk->found(walk->arg, path, NULL);
}

static bool
walk_name(struct walk *walk, const struct step *step, const struct name *name)
{
    walk->st = name->error || name->unseen ? NULL : &name->st;
    walk->link = name->link;
    if (name->error)
        return walk_refuse(walk, name->path, STATUS_IO, "%s", strerror(name->error));
    if (!name->unseen && S_ISDIR(name->st.st_mode))
        return walk_into(walk, step, name);
    return walk_file(walk, name->path); /* what is no regular file is refused when it is loaded */
}

static bool
walk_folder(struct walk *walk, const struct step *step)
{
    struct names names = {0};
    bool go_on = walk_read_names(walk, step->path, &names);

    for (size_t i = 0; i < names.n; i++) {
        go_on = go_on && walk_name(walk, step, &names.v[i]);
        mem_free(names.v[i].path);
    }
    vec_free(&names);
    return go_on;
}

bool
walk_path(struct walk *walk, const char *path)
{
    struct name name = {.path = mem_alloc(strlen(path) + 1)};
    bool go_on;

    memcpy(name.path, path, strlen(path) + 1);
    if (strcmp(path, "-") != 0)
        walk_look(&name, true);
    go_on = walk_name(walk, NULL, &name);
    mem_free(name.path);
    return go_on;
}

/* The folders from the root down to the one above `folder`, each the step up of the next; how many, or 0 when they are no more, or
   too many. */
static size_t
walk_steps(struct step *steps, size_t most, const char *root, const char *folder, struct arena *arena)
{
    const char *at = folder + strlen(root), *slash;
    struct stat st;

    for (size_t n = 0; n < most; n++) {
        const char *path = n == 0 ? root : arena_string(arena, folder, (size_t)(at - folder));

        if (stat(path, &st) < 0)
            return 0;
        steps[n] = (struct step){n ? &steps[n - 1] : NULL, path, st.st_dev, st.st_ino, (unsigned)n};
        at += strspn(at, "/");
        slash = strchr(at, '/');
        if (!slash || !slash[1])
            return n + 1;
        at = slash + 1;
    }
    return 0;
}

bool
walk_below(struct walk *walk, const char *root, const char *folder)
{
    size_t most = (walk->max_depth ? walk->max_depth : WALK_MAX_DEPTH) + (size_t)1;
    struct arena *arena = arena_new();
    struct step *steps = arena_alloc(arena, most * sizeof *steps);
    size_t n = walk_steps(steps, most, root, folder, arena);
    struct name name = {.path = arena_string(arena, folder, strlen(folder))};
    bool go_on = true;

    walk_look(&name, true);
    if (n > 0 && !name.error && S_ISDIR(name.st.st_mode))
        go_on = walk_name(walk, &steps[n - 1], &name);
    arena_free(arena);
    return go_on;
}
