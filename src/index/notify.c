/*
 * Watching by inotify(7). A watch is on a folder (an inode), which may have several paths: each stands in a row of its own. Above
 * each argument its parent is watched for that one name, so that a folder or file that comes back is seen. A folder is watched
 * before its names are read: what appears meanwhile is seen twice, not never.
 */
#include "watch.h"

#ifdef HAVE_SYS_INOTIFY_H
#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

enum {
    NOTIFY_NAMES = IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE,
    NOTIFY_BYTES = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB,
    NOTIFY_SELF = IN_DELETE_SELF | IN_MOVE_SELF,
    NOTIFY_ROOM = 1 << 16,
    NOTIFY_ROUNDS = 64 /* buffers read in one go: who writes without end must not keep the rest waiting */
};

/* One way to a folder that is watched, or to a file behind a link. */
struct way {
    int wd;
    bool file;        /* path is the file's */
    const char *only; /* of the names in it only this, the argument's own; NULL: all */
    char *path;       /* of a folder: with a slash at its end, or empty for the working directory */
    size_t root;      /* the argument that it belongs to */
};

struct notify {
    struct watched *watched;
    int fd;
    char **names;             /* of the arguments, without their folders; NULL where they have none */
    VEC(struct way) ways;     /* by wd, then in the order in which they were found */
    VEC(char *) links;        /* paths of ways that are links to folders: events say nothing of what a link is to */
    struct walk *walk;        /* the one that goes on */
    size_t root;              /* the argument that it goes through */
    bool initial;             /* it is the first: what it finds is news only if it changed since */
    bool whole;               /* of a later one: the folder came with all in it, nobody writes to that */
    bool failed, lost;        /* not all folders can be watched; events were lost */
    dev_t device;             /* the last that was looked at */
    bool has_device;
};

/* A path that an event may be of. */
struct meant {
    char *path;
    size_t root;
    bool only;
};
VEC_TYPE(meants, struct meant);

/* ---- ways -------------------------------------------------------------------------------- */

/* The first way of this watch, or where it would stand. */
static size_t
notify_way(const struct notify *notify, int wd)
{
    size_t from = 0, to = notify->ways.n;

    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (notify->ways.v[middle].wd < wd)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* "c", "./c" and "c//": one thing, for which the first argument stands. */
static bool
notify_same(const char *a, const char *b)
{
    struct arena *arena = arena_new();
    bool same = strcmp(walk_plain(arena, a), walk_plain(arena, b)) == 0;

    arena_free(arena);
    return same;
}

static void
notify_put(struct notify *notify, struct way way)
{
    size_t at = notify_way(notify, way.wd), n = notify->ways.n;

    for (; at < n && notify->ways.v[at].wd == way.wd; at++) {
        const struct way *known = &notify->ways.v[at];

        if (known->file == way.file && !known->only == !way.only && notify_same(known->path, way.path) &&
            (!way.only || strcmp(known->only, way.only) == 0)) {
            mem_free(way.path);
            return;
        }
    }
    (void)vec_add(&notify->ways);
    memmove(notify->ways.v + at + 1, notify->ways.v + at, (n - at) * sizeof way);
    notify->ways.v[at] = way;
}

static char *
notify_copy(const char *path, size_t len)
{
    char *copy = mem_alloc(len + 2);

    memcpy(copy, path, len);
    copy[len] = '\0';
    return copy;
}

/* With a slash at the end; the caller's. */
static char *
notify_folder_path(const char *path)
{
    size_t len = strlen(path);
    char *copy = notify_copy(path, len);

    if (len > 0 && path[len - 1] != '/')
        memcpy(copy + len, "/", 2);
    return copy;
}

/* Takes the path over. What vanished meanwhile, or may not be read, is not watched; there is nothing to be told of it. */
static void
notify_add(struct notify *notify, struct way way, uint32_t mask)
{
    bool full = notify->watched->how.max_folders && notify->ways.n >= notify->watched->how.max_folders;

    way.root = notify->root;
    way.wd = full ? -1 : inotify_add_watch(notify->fd, *way.path ? way.path : ".", mask | NOTIFY_SELF | IN_MASK_ADD);
    if (way.wd >= 0) {
        notify_put(notify, way);
        return;
    }
    notify->failed |= full || errno == ENOSPC || errno == ENOMEM;
    mem_free(way.path);
}

static bool
notify_has(const struct notify *notify, int wd)
{
    size_t at = notify_way(notify, wd);

    return at < notify->ways.n && notify->ways.v[at].wd == wd;
}

static bool
notify_is_link(const struct notify *notify, const char *folder)
{
    for (size_t i = 0; i < notify->links.n; i++)
        if (strcmp(notify->links.v[i], folder) == 0)
            return true;
    return false;
}

static void
notify_drop_links(struct notify *notify, const char *folder)
{
    size_t kept = 0;

    for (size_t i = 0; i < notify->links.n; i++)
        if (strncmp(notify->links.v[i], folder, strlen(folder)) == 0)
            mem_free(notify->links.v[i]);
        else
            notify->links.v[kept++] = notify->links.v[i];
    notify->links.n = kept;
}

/* Takes off the ways to a folder that is gone, and to all below it; false when there were none. */
static bool
notify_drop_folder(struct notify *notify, const char *folder)
{
    size_t kept = 0, n = notify->ways.n;
    VEC(int) dropped = {0};

    notify_drop_links(notify, folder);
    for (size_t i = 0; i < n; i++) {
        struct way *way = &notify->ways.v[i];

        if (way->only || strncmp(way->path, folder, strlen(folder)) != 0) {
            notify->ways.v[kept++] = *way;
            continue;
        }
        vec_push(&dropped, way->wd);
        mem_free(way->path);
    }
    notify->ways.n = kept;
    for (size_t i = 0; i < dropped.n; i++) /* another path may lead there */
        if (!notify_has(notify, dropped.v[i]))
            (void)inotify_rm_watch(notify->fd, dropped.v[i]);
    vec_free(&dropped);
    return kept < n;
}

static void
notify_drop_watch(struct notify *notify, int wd)
{
    size_t from = notify_way(notify, wd), to = from;

    while (to < notify->ways.n && notify->ways.v[to].wd == wd)
        mem_free(notify->ways.v[to++].path);
    if (to == from)
        return;
    memmove(notify->ways.v + from, notify->ways.v + to, (notify->ways.n - to) * sizeof *notify->ways.v);
    notify->ways.n -= to - from;
}

/* ---- walking ----------------------------------------------------------------------------------- */

/* File systems where a change that is made on another host, or behind the kernel's back, is no event here: statfs(2). */
static bool
notify_is_remote(const char *path)
{
    static const uint32_t remote[] = {
        0x6969,     /* NFS */
        0x517B,     /* SMB */
        0xFF534D42, /* CIFS */
        0xFE534D42, /* SMB2 */
        0x65735546, /* FUSE */
        0x01021997, /* 9P */
        0x5346414F, /* AFS */
        0x6B414653, /* kAFS */
        0x73757245, /* Coda */
        0x564C,     /* NCP */
        0x00C36400, /* Ceph */
        0x0BD00BD0, /* Lustre */
        0x01161970, /* GFS2 */
        0x7461636F, /* OCFS2 */
        0x47504653, /* GPFS */
        0x786F4256, /* folders of VirtualBox */
        0xBACBACBC, /* of VMware */
    };
    struct statfs fs;

    if (statfs(path, &fs) < 0)
        return false;
    for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
        if ((uint32_t)fs.f_type == remote[i])
            return true;
    return false;
}

static bool
notify_is_news(const struct notify *notify, const struct stat *st)
{
    const struct timespec *since = &notify->watched->since, *changed = &st->st_ctim;

    return changed->tv_sec > since->tv_sec || (changed->tv_sec == since->tv_sec && changed->tv_nsec >= since->tv_nsec);
}

/* Called by the walk. */
static void
notify_enters(void *arg, const char *path)
{
    struct notify *notify = arg;
    const struct stat *st = notify->walk->st;
    struct stat now;

    if (!notify->has_device || st->st_dev != notify->device) {
        notify->has_device = true;
        notify->device = st->st_dev;
        notify->failed |= notify_is_remote(path);
    }
    if (notify->walk->link)
        vec_push(&notify->links, notify_folder_path(path));
    notify_add(notify, (struct way){.path = notify_folder_path(path)}, NOTIFY_NAMES | NOTIFY_BYTES | IN_ONLYDIR | IN_EXCL_UNLINK);
    /* looked at again, as it may have changed between the look and the watch: a name may be gone */
    if (notify->initial && stat(path, &now) == 0 && notify_is_news(notify, &now))
        notify->watched->rescan = true;
}

/* A link is watched at its end, too, as bytes are written there. */
static void
notify_add_link(struct notify *notify, const char *path)
{
    notify_add(notify, (struct way){.path = notify_copy(path, strlen(path)), .file = true}, NOTIFY_BYTES);
}

/* Called by the walk. */
static bool
notify_found(void *arg, const char *path, struct error *error)
{
    struct notify *notify = arg;
    struct settle *settle = &notify->watched->settle;
    const struct stat *st = notify->walk->st;
    int64_t now = watched_clock();

    if (error)
        return true; /* the loader says it */
    if (notify->walk->link)
        notify_add_link(notify, path);
    if (!notify->initial)
        settle_note(settle, path, SETTLE_BORN, now); /* with its folder */
    if (notify->initial ? st && notify_is_news(notify, st) : notify->whole)
        settle_note(settle, path, SETTLE_DONE, now);
    return !notify->failed;
}

/* The argument, or where folder is not NULL this one below it. */
static void
notify_walk(struct notify *notify, size_t root, const char *folder)
{
    const char *path = notify->watched->paths[root];
    struct walk walk = watched_walk(notify->watched);

    walk.found = notify_found;
    walk.enters = notify_enters;
    walk.arg = notify;
    notify->walk = &walk;
    notify->root = root;
    if (folder)
        (void)walk_below(&walk, path, folder);
    else
        (void)walk_path(&walk, path);
    walk_end(&walk);
    notify->walk = NULL;
}

/* ---- events ---------------------------------------------------------------------------------- */

static bool
notify_is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void
notify_folder_came(struct notify *notify, const struct meant *meant, const char *folder, uint32_t mask)
{
    /* what is moved here, or a link that is turned, may take the place of another; what is made does not */
    if (mask & IN_MOVED_TO && notify_drop_folder(notify, folder))
        settle_note(&notify->watched->settle, folder, SETTLE_FOLDER, watched_clock());
    notify->whole = mask & IN_MOVED_TO;
    notify_walk(notify, meant->root, meant->only ? NULL : folder);
}

/* False when it is nothing about a folder. */
static bool
notify_folder(struct notify *notify, const struct meant *meant, uint32_t mask)
{
    bool is = mask & IN_ISDIR, about = true;
    char *folder = notify_folder_path(meant->path);

    if (mask & (IN_CREATE | IN_MOVED_TO) && (is || notify_is_folder(meant->path))) {
        notify_folder_came(notify, meant, folder, mask);
    } else if ((mask & IN_MOVED_FROM && is) || (mask & (IN_DELETE | IN_MOVED_FROM) && notify_is_link(notify, folder))) {
        /* not one that is deleted: it was empty, its files were told of one by one, and its watch ends by itself */
        (void)notify_drop_folder(notify, folder);
        settle_note(&notify->watched->settle, folder, SETTLE_FOLDER, watched_clock());
        about = true;
    } else {
        about = is;
    }
    mem_free(folder);
    return about;
}

static void
notify_file(struct notify *notify, const char *path, uint32_t mask)
{
    struct settle *settle = &notify->watched->settle;
    int64_t now = watched_clock();
    struct stat st;

    if (mask & IN_CREATE)
        settle_note(settle, path, SETTLE_BORN, now);
    if (mask & (IN_MODIFY | IN_ATTRIB))
        settle_note(settle, path, SETTLE_WRITING, now);
    if (mask & (IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | NOTIFY_SELF))
        settle_note(settle, path, SETTLE_DONE, now);
    if (mask & IN_CREATE && lstat(path, &st) == 0 && (S_ISLNK(st.st_mode) || st.st_nlink > 1))
        settle_note(settle, path, SETTLE_DONE, now); /* a link is whole at once */
}

static void
notify_mean(const struct notify *notify, struct meants *meants, const struct way *way, const char *name)
{
    const char *root = notify->watched->paths[way->root];
    size_t n = strlen(way->path), m = strlen(name);
    struct meant meant = {.root = way->root, .only = way->only};

    if (way->only) {
        meant.path = notify_copy(root, strlen(root));
    } else {
        meant.path = mem_alloc(n + m + 1);
        memcpy(meant.path, way->path, n);
        memcpy(meant.path + n, name, m + 1);
    }
    for (size_t i = 0; i < meants->n; i++)
        if (notify_same(meants->v[i].path, meant.path)) {
            mem_free(meant.path);
            return;
        }
    vec_push(meants, meant);
}

static bool
notify_takes(const struct notify *notify, const struct way *way, const char *name, uint32_t mask)
{
    struct walk walk = watched_walk(notify->watched);

    if (way->only)
        return strcmp(way->only, name) == 0;
    if (name[0] == '.')
        return false;
    return mask & (IN_ISDIR | NOTIFY_NAMES) || walk_takes(&walk, name);
}

/* Something happened to a name in a folder. */
static void
notify_named(struct notify *notify, int wd, const char *name, uint32_t mask)
{
    struct walk walk = watched_walk(notify->watched);
    struct meants meants = {0};

    for (size_t i = notify_way(notify, wd); i < notify->ways.n && notify->ways.v[i].wd == wd; i++)
        if (!notify->ways.v[i].file && notify_takes(notify, &notify->ways.v[i], name, mask))
            notify_mean(notify, &meants, &notify->ways.v[i], name);
    for (size_t i = 0; i < meants.n; i++) {
        const struct meant *meant = &meants.v[i];

        if (!notify_folder(notify, meant, mask) && (meant->only || walk_takes(&walk, name)))
            notify_file(notify, meant->path, mask);
        mem_free(meant->path);
    }
    vec_free(&meants);
}

/* Something happened to what is watched: only files are of interest here; for folders, their parents tell. */
static void
notify_self(struct notify *notify, int wd, uint32_t mask)
{
    for (size_t i = notify_way(notify, wd); i < notify->ways.n && notify->ways.v[i].wd == wd; i++)
        if (notify->ways.v[i].file) /* IN_ATTRIB: its last name is gone, or another one */
            notify_file(notify, notify->ways.v[i].path, mask & IN_ATTRIB ? mask | IN_DELETE_SELF : mask);
}

static void
notify_event(struct notify *notify, const struct inotify_event *event)
{
    if (event->mask & (IN_Q_OVERFLOW | IN_UNMOUNT))
        notify->lost = true;
    else if (event->mask & IN_IGNORED)
        notify_drop_watch(notify, event->wd);
    else if (event->len > 0)
        notify_named(notify, event->wd, event->name, event->mask);
    else
        notify_self(notify, event->wd, event->mask);
}

bool
notify_read(struct notify *notify)
{
    _Alignas(struct inotify_event) char buffer[NOTIFY_ROOM];

    for (int round = 0; round < NOTIFY_ROUNDS && !notify->lost && !notify->failed; round++) {
        ssize_t got = read(notify->fd, buffer, sizeof buffer);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        for (const char *at = buffer; at < buffer + got && !notify->lost;) {
            const struct inotify_event *event = (const struct inotify_event *)(const void *)at;

            notify_event(notify, event);
            at += sizeof *event + event->len;
        }
    }
    return !notify->lost && !notify->failed;
}

void
notify_changed(struct notify *notify, const char *path)
{
    struct stat st;

    if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode)) {
        notify->root = 0;
        notify_add_link(notify, path);
    }
}

int
notify_fd(const struct notify *notify)
{
    return notify->fd;
}

/* ---- beginning and end ----------------------------------------------------------------------- */

/* Watches for the argument's own name; not where that is no name ("..", "/"). */
static void
notify_add_parent(struct notify *notify, size_t root)
{
    const char *path = notify->watched->paths[root];
    size_t end = strlen(path), start;

    while (end > 0 && path[end - 1] == '/')
        end--;
    for (start = end; start > 0 && path[start - 1] != '/'; start--)
        ;
    if (start == end || (end - start == 1 && path[start] == '.') || (end - start == 2 && memcmp(path + start, "..", 2) == 0))
        return;
    notify->root = root;
    notify->names[root] = notify_copy(path + start, end - start);
    notify_add(notify, (struct way){.path = notify_copy(path, start), .only = notify->names[root]},
               NOTIFY_NAMES | (notify_is_folder(path) ? 0u : (uint32_t)NOTIFY_BYTES) | IN_ONLYDIR | IN_EXCL_UNLINK);
}

struct notify *
notify_start(struct watched *watched)
{
    struct notify *notify = mem_zero(1, sizeof *notify);

    notify->watched = watched;
    notify->names = mem_zero(watched->npaths, sizeof *notify->names);
    notify->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    notify->failed = notify->fd < 0;
    notify->initial = true;
    for (size_t i = 0; i < watched->npaths && !notify->failed; i++)
        if (strcmp(watched->paths[i], "-") != 0) {
            notify_add_parent(notify, i);
            notify_walk(notify, i, NULL);
        }
    notify->initial = false;
    if (!notify->failed)
        return notify;
    notify_free(notify);
    return NULL;
}

void
notify_free(struct notify *notify)
{
    if (!notify)
        return;
    for (size_t i = 0; i < notify->ways.n; i++)
        mem_free(notify->ways.v[i].path);
    vec_free(&notify->ways);
    for (size_t i = 0; i < notify->links.n; i++)
        mem_free(notify->links.v[i]);
    vec_free(&notify->links);
    for (size_t i = 0; i < notify->watched->npaths; i++)
        mem_free(notify->names[i]);
    mem_free(notify->names);
    if (notify->fd >= 0)
        (void)close(notify->fd);
    mem_free(notify);
}

#else

struct notify *
notify_start(struct watched *watched)
{
    (void)watched;
    return NULL;
}

void
notify_free(struct notify *notify)
{
    (void)notify;
}

int
notify_fd(const struct notify *notify)
{
    (void)notify;
    return -1;
}

bool
notify_read(struct notify *notify)
{
    (void)notify;
    return false;
}

void
notify_changed(struct notify *notify, const char *path)
{
    (void)notify, (void)path;
}
#endif
