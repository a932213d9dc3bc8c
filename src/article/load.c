/* From a path to decoded text. What can't be an article is refused with a reason. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes.h"
#include "lede/article.h"
#include "lede/sixteen.h"
#include "lede/utf.h"

enum { LOAD_CHUNK = 1 << 16, LOAD_BINARY_PROBE = 8192 };
static const size_t load_default_limit = (size_t)64 << 20, load_hard_limit = INT32_MAX;

static size_t
load_limit(const struct article_options *options)
{
    size_t limit = options && options->max_bytes ? options->max_bytes : load_default_limit;

    return limit < load_hard_limit ? limit : load_hard_limit;
}

static const char *
load_kind_of(mode_t mode)
{
    return S_ISDIR(mode)   ? "is a folder"
           : S_ISFIFO(mode) ? "is a FIFO, not a file"
           : S_ISSOCK(mode) ? "is a socket, not a file"
                            : "is a device, not a file";
}

static enum status
load_too_large(struct error *error, size_t limit)
{
    if (limit % (1 << 20) == 0)
        return error_set(error, STATUS_REFUSED, "larger than the limit of %zu MiB", limit >> 20);
    return error_set(error, STATUS_REFUSED, "larger than the limit of %zu bytes", limit);
}

/* Reads all of fd into *bytes. A file may grow while it is read: the limit holds for what comes. */
static enum status
load_all(int fd, bool regular, size_t size_hint, size_t limit, struct text *bytes, struct error *error)
{
    size_t want = size_hint + 1;

    for (;;) {
        ssize_t got;

        if (bytes->cap - bytes->n < want) {
            bytes->cap = bytes->n + (want > LOAD_CHUNK ? want : LOAD_CHUNK);
            bytes->v = mem_resize(bytes->v, bytes->cap, 1);
        }
        got = read(fd, bytes->v + bytes->n, bytes->cap - bytes->n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, STATUS_IO, "%s", strerror(errno));
        if (got == 0)
            return STATUS_OK;
        bytes->n += (size_t)got;
        if (bytes->n > limit)
            return load_too_large(error, limit);
        if (regular && bytes->n < bytes->cap)
            return STATUS_OK; /* read() stops short of what it was asked for at the end of a file only: nobody need ask again */
        want = 1;
    }
}

/* Bytes below 0x20 other than line ends: most articles have none. */
static bool
load_has_controls(const char *text, size_t len)
{
    unsigned controls = 0;

    for (size_t i = 0; i < len; i += 16) {
        struct sixteen bytes = sixteen_load_of((const unsigned char *)text + i, len - i, len - i);

        controls |= sixteen_between(bytes, 0, 0x1F) & ~sixteen_equal(bytes, '\n');
    }
    return controls != 0;
}

/* Text has no NUL, and not many other control characters. */
static bool
load_is_binary(const char *bytes, size_t len)
{
    size_t probe = len < LOAD_BINARY_PROBE ? len : LOAD_BINARY_PROBE, controls = 0;

    if (!load_has_controls(bytes, probe))
        return false;
    for (size_t i = 0; i < probe; i++) {
        unsigned char c = (unsigned char)bytes[i];

        if (c == 0)
            return true;
        controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B;
    }
    return controls * 10 > probe;
}

/* Sets text and encoding: UTF-8 as it stands, else windows-1252 where every byte has a meaning there, else repaired. */
static void
load_decode(struct article *article, const char *bytes, size_t len)
{
    size_t n = len;

    article->encoding = "utf-8";
    if (utf_valid(bytes, len, NULL)) {
        article->text = arena_string(article->arena, bytes, len);
    } else {
        bool fits = true;

        for (size_t i = 0; i < len && fits; i++) {
            unsigned char c = (unsigned char)bytes[i];
            fits = c != 0x81 && c != 0x8D && c != 0x8F && c != 0x90 && c != 0x9D;
        }
        if (fits) {
            article->encoding = "windows-1252";
            article->text = utf_from_windows_1252(article->arena, bytes, len, &n);
        } else {
            article->repaired = true;
            article->text = utf_repair(article->arena, bytes, len, &n);
        }
    }
    article->len = (uint32_t)n;
}

bool
article_fits(size_t len, const struct article_options *options, struct error *error)
{
    size_t limit = load_limit(options);

    return len <= limit || load_too_large(error, limit) == STATUS_OK;
}

struct article *
article_parse(const char *path, const char *bytes, size_t len, const struct article_options *options, struct error *error)
{
    struct arena *arena;
    struct article *article;

    if (!article_fits(len, options, error))
        return NULL;
    if (load_is_binary(bytes, len)) {
        error_set(error, STATUS_REFUSED, "is binary, not text");
        return NULL;
    }
    arena = arena_new();
    article = arena_alloc(arena, sizeof *article);
    article->arena = arena;
    article->path = arena_string(arena, path, strlen(path));
    article->file_size = len;
    load_decode(article, bytes, len);
    if (options && options->body)
        blocks_plain(article);
    else
        blocks_find(article);
    return article;
}

static int
load_open(const char *path, struct error *error)
{
    int fd;

    fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); /* a FIFO must not block */
    if (fd < 0 && errno == ENXIO) /* what open() says of a socket */
        error_set(error, STATUS_REFUSED, "is a socket or device, not a file");
    else if (fd < 0)
        error_set(error, STATUS_IO, "%s", strerror(errno));
    return fd;
}

int
article_open(const char *path, const struct article_options *options, bool named, struct error *error)
{
    struct stat st;
    int fd;

    if (strcmp(path, "-") == 0)
        return options ? options->input : STDIN_FILENO;
    fd = load_open(path, error);
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) < 0)
        error_set(error, STATUS_IO, "%s", strerror(errno));
    else if (!S_ISREG(st.st_mode) && !(named && (S_ISFIFO(st.st_mode) || S_ISCHR(st.st_mode))))
        error_set(error, STATUS_REFUSED, "%s", load_kind_of(st.st_mode));
    else
        return fd;
    (void)close(fd);
    return -1;
}

struct article *
article_load(const char *path, const struct article_options *options, struct error *error)
{
    struct article *article = NULL;
    struct text bytes = {0};
    struct stat st;
    bool piped = strcmp(path, "-") == 0;
    int fd = !piped ? load_open(path, error) : options ? options->input : STDIN_FILENO;
    size_t limit = load_limit(options);

    if (fd < 0)
        return NULL;
    if (fstat(fd, &st) < 0)
        error_set(error, STATUS_IO, "%s", strerror(errno));
    else if (!piped && !S_ISREG(st.st_mode))
        error_set(error, STATUS_REFUSED, "%s", load_kind_of(st.st_mode));
    else if (S_ISREG(st.st_mode) && st.st_size > (off_t)limit)
        load_too_large(error, limit);
    else if (load_all(fd, S_ISREG(st.st_mode), S_ISREG(st.st_mode) ? (size_t)st.st_size : LOAD_CHUNK, limit, &bytes, error) == STATUS_OK)
        article = article_parse(path, bytes.v, bytes.n, options, error);
    if (article && S_ISREG(st.st_mode))
        article->mtime_ns = article_time_ns(st.st_mtim);
    if (!piped)
        (void)close(fd);
    text_free(&bytes);
    return article;
}
