/* What was searched for before. A file of it has a line for each, "search" or "query" before it, the oldest first. */
#include "lede/past.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lede/utf.h"

enum { LINE_MOST = 1024, FILE_MOST = 1 << 22 /* bytes */ };

static const char *const names[PAST_KINDS] = {"search ", "query "};

struct lines {
    VEC(char *) v;
};

struct past {
    size_t most;
    struct lines kinds[PAST_KINDS];
    size_t added[PAST_KINDS]; /* so many of the last ones are of this session */
};

/* ---- lines ------------------------------------------------------------------------------- */

struct past *
past_new(size_t most)
{
    struct past *past = mem_zero(1, sizeof *past);

    past->most = most;
    return past;
}

void
past_free(struct past *past)
{
    if (!past)
        return;
    for (int kind = 0; kind < PAST_KINDS; kind++) {
        for (size_t i = 0; i < past->kinds[kind].v.n; i++)
            mem_free(past->kinds[kind].v.v[i]);
        vec_free(&past->kinds[kind].v);
    }
    mem_free(past);
}

static void
past_take_out(struct past *past, enum past_kind kind, size_t i)
{
    struct lines *lines = &past->kinds[kind];

    if (i + past->added[kind] >= lines->v.n)
        past->added[kind]--;
    mem_free(lines->v.v[i]);
    memmove(lines->v.v + i, lines->v.v + i + 1, (lines->v.n - i - 1) * sizeof *lines->v.v);
    lines->v.n--;
}

/* The file may be anybody's: what it has comes to the screen. */
static bool
past_is_line(const char *line, size_t len)
{
    bool any = false;

    if (len > LINE_MOST)
        return false;
    for (size_t i = 0; i < len;) {
        uint32_t cp;

        i += (size_t)utf_decode(line + i, len - i, &cp);
        if (cp == UTF_REPLACEMENT || utf_is_hidden(cp))
            return false;
        any |= cp != ' ';
    }
    return any;
}

static void
past_put(struct past *past, enum past_kind kind, const char *line, size_t len)
{
    struct lines *lines = &past->kinds[kind];
    char *copy;

    if (past->most == 0 || !past_is_line(line, len))
        return;
    for (size_t i = 0; i < lines->v.n; i++)
        if (strlen(lines->v.v[i]) == len && memcmp(lines->v.v[i], line, len) == 0) {
            past_take_out(past, kind, i);
            break;
        }
    if (lines->v.n == past->most)
        past_take_out(past, kind, 0);
    copy = mem_alloc(len + 1);
    memcpy(copy, line, len);
    copy[len] = '\0';
    vec_push(&lines->v, copy);
    past->added[kind]++;
}

void
past_add(struct past *past, enum past_kind kind, const char *line)
{
    past_put(past, kind, line, strlen(line));
}

size_t
past_count(const struct past *past, enum past_kind kind)
{
    return past->kinds[kind].v.n;
}

const char *
past_line(const struct past *past, enum past_kind kind, size_t i)
{
    return past->kinds[kind].v.v[i];
}

/* ---- the file ------------------------------------------------------------------------------- */

static void
past_read_line(struct past *past, struct slice line)
{
    for (int kind = 0; kind < PAST_KINDS; kind++) {
        size_t n = strlen(names[kind]);

        if (line.len > n && memcmp(line.at, names[kind], n) == 0)
            past_put(past, (enum past_kind)kind, line.at + n, line.len - n);
    }
}

/* What is no ordinary file is not waited for. */
static bool
past_read(const char *path, struct text *text)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st;
    ssize_t n = -1;

    text->n = 0;
    text_puts(text, "");
    if (fd < 0)
        return false;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= FILE_MOST)
        while ((n = read(fd, text_room(text, LINE_MOST), LINE_MOST)) > 0 && text->n < FILE_MOST)
            text->n += (size_t)n;
    (void)close(fd);
    return n == 0;
}

void
past_load(struct past *past, const char *path)
{
    struct text text = {0};

    if (past_read(path, &text))
        for (size_t at = 0, end; at < text.n; at = end + 1) {
            const char *line = text.v + at, *stop = memchr(line, '\n', text.n - at);

            end = stop ? (size_t)(stop - text.v) : text.n;
            past_read_line(past, slice_of(line, end - at));
        }
    text_free(&text);
    memset(past->added, 0, sizeof past->added);
}

static void
past_make_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct text folder = {0};

    if (!slash || slash == path)
        return;
    text_add(&folder, path, (size_t)(slash - path));
    (void)file_make_folder(folder.v); /* the file says what is wrong with it */
    text_free(&folder);
}

static bool
past_fail(struct error *error, const char *path)
{
    error_set(error, STATUS_IO, "%s: %s", path, strerror(errno));
    return false;
}

/* Written beside its place and moved there, so that nobody ever reads a half. mkstemp() makes it 0600. */
static bool
past_write(const char *path, const struct text *text, struct error *error)
{
    struct text beside = {0};
    bool written;
    int fd;

    text_printf(&beside, "%s.XXXXXX", path);
    fd = mkstemp(beside.v);
    if (fd < 0) {
        text_free(&beside);
        return past_fail(error, path);
    }
    errno = file_write(fd, text->v, text->n);
    written = errno == 0;
    written = close(fd) == 0 && written && rename(beside.v, path) == 0;
    if (!written) {
        (void)past_fail(error, path);
        (void)unlink(beside.v);
    }
    text_free(&beside);
    return written;
}

/* Both, as a session that ended meanwhile may have added to the file. */
static void
past_merge(const struct past *past, const char *path, struct text *out)
{
    struct past *all = past_new(past->most);

    past_load(all, path);
    for (int kind = 0; kind < PAST_KINDS; kind++)
        for (size_t i = past->kinds[kind].v.n - past->added[kind]; i < past->kinds[kind].v.n; i++)
            past_add(all, (enum past_kind)kind, past->kinds[kind].v.v[i]);
    for (int kind = 0; kind < PAST_KINDS; kind++)
        for (size_t i = 0; i < all->kinds[kind].v.n; i++)
            text_printf(out, "%s%s\n", names[kind], all->kinds[kind].v.v[i]);
    past_free(all);
}

bool
past_save(struct past *past, const char *path, struct error *error)
{
    char real[PATH_MAX];
    struct text text = {0};
    struct stat st;
    bool saved, added = false;

    for (int kind = 0; kind < PAST_KINDS; kind++)
        added |= past->added[kind] > 0;
    if (!added)
        return true;
    if (realpath(path, real)) { /* a link stays one */
        if (stat(real, &st) < 0 || !S_ISREG(st.st_mode))
            return true;
        path = real;
    } else {
        past_make_folder(path);
    }
    past_merge(past, path, &text);
    saved = past_write(path, &text, error);
    text_free(&text);
    if (saved)
        memset(past->added, 0, sizeof past->added);
    return saved;
}
