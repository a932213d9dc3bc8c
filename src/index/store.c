#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A chunk is a multiple of any page size, so that the file can take the place of the memory. */
enum { STORE_CHUNK = 1 << 20, STORE_UNIT = 1 << 16, STORE_ALIGN = 8 };

struct store_chunk {
    uint64_t start;
    size_t size, used;
    char *at;
    bool mapped; /* it is the file's, or the system's pages; else from mem_alloc() */
};

struct store {
    int fd;
    bool own; /* fd is the store's, to be closed */
    bool failed;
    uint64_t end; /* of the last chunk */
    VEC(struct store_chunk) chunks;
};

struct store *
store_new(uint64_t start)
{
    struct store *store = mem_zero(1, sizeof *store);

    store->fd = -1;
    store->end = start;
    return store;
}

static bool
store_write(const struct store *store, const struct store_chunk *chunk)
{
    size_t done = 0;

    while (done < chunk->used) {
        ssize_t n = pwrite(store->fd, chunk->at + done, chunk->used - done, (off_t)(chunk->start + done));

        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        if (n > 0)
            done += (size_t)n;
    }
    return true;
}

/* The chunk in memory again, from the file that it was written to. */
static bool
store_read(const struct store *store, const struct store_chunk *chunk)
{
    size_t done = 0;

    if (mmap(chunk->at, chunk->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
        return false;
    while (done < chunk->used) {
        ssize_t n = pread(store->fd, chunk->at + done, chunk->used - done, (off_t)(chunk->start + done));

        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        if (n > 0)
            done += (size_t)n;
    }
    return true;
}

/*
 * Writes the chunk, then lets the file take the place of its memory, at the same address. The file is made as long as the chunk
 * first: a mapping must not reach beyond its end. Some file systems have files that cannot be mapped, and where mmap() fails
 * the memory may be gone already.
 */
static void
store_settle(struct store *store, struct store_chunk *chunk)
{
    if (store->fd < 0 || store->failed)
        return;
    if (ftruncate(store->fd, (off_t)(chunk->start + chunk->size)) < 0 || !store_write(store, chunk)) {
        store->failed = true;
        return;
    }
    if (!chunk->mapped ||
        mmap(chunk->at, chunk->size, PROT_READ, MAP_SHARED | MAP_FIXED, store->fd, (off_t)chunk->start) != MAP_FAILED)
        return;
    store->failed = true;
    if (!store_read(store, chunk))
        mem_exhausted();
}

static struct store_chunk *
store_new_chunk(struct store *store, size_t len)
{
    struct store_chunk *chunk = vec_add(&store->chunks);
    size_t size = len <= STORE_CHUNK ? STORE_CHUNK : (len + STORE_UNIT - 1) / STORE_UNIT * STORE_UNIT;
    void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    *chunk = (struct store_chunk){.start = store->end, .size = size, .mapped = at != MAP_FAILED};
    chunk->at = chunk->mapped ? at : mem_zero(1, size);
    store->end += size;
    return chunk;
}

static void
store_close_own(struct store *store)
{
    if (store->own)
        (void)close(store->fd);
    store->own = false;
    store->fd = -1;
}

void
store_use(struct store *store, int fd)
{
    store_close_own(store);
    store->fd = fd;
    store->failed = false;
    for (size_t i = 0; i + 1 < store->chunks.n; i++)
        store_settle(store, &store->chunks.v[i]);
}

void
store_release(struct store *store)
{
    store_close_own(store);
}

bool
store_has_file(const struct store *store)
{
    return store->fd >= 0;
}

/* A file without a name in the folder, or -1. */
static int
store_nameless(const char *folder)
{
    struct text path = {0};
    int fd = -1;

#ifdef O_TMPFILE
    fd = open(folder, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
#endif
    if (fd < 0) { /* not all systems and file systems have those */
        text_printf(&path, "%s/lede-XXXXXX", folder);
        fd = mkostemp(path.v, O_CLOEXEC);
        if (fd >= 0)
            (void)unlink(path.v);
    }
    text_free(&path);
    return fd;
}

void
store_use_own(struct store *store)
{
    const char *const folders[] = {getenv("TMPDIR"), "/var/tmp", "/tmp"}; /* in /tmp files may be memory again */
    int fd = -1;

    for (size_t i = 0; fd < 0 && i < sizeof folders / sizeof *folders; i++)
        if (folders[i] && *folders[i])
            fd = store_nameless(folders[i]);
    if (fd < 0)
        return;
    store_use(store, fd);
    store->own = true;
}

uint64_t
store_put(struct store *store, const void *bytes, size_t len)
{
    struct store_chunk *chunk = store->chunks.n ? &store->chunks.v[store->chunks.n - 1] : NULL;
    uint64_t place;

    if (!chunk || chunk->size - chunk->used < len) {
        if (chunk)
            store_settle(store, chunk);
        chunk = store_new_chunk(store, len);
    }
    place = chunk->start + chunk->used;
    memcpy(chunk->at + chunk->used, bytes, len);
    chunk->used += (len + STORE_ALIGN - 1) / STORE_ALIGN * STORE_ALIGN;
    if (chunk->used > chunk->size)
        chunk->used = chunk->size;
    return place;
}

const char *
store_at(const struct store *store, uint64_t place)
{
    size_t low = 0, high = store->chunks.n;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (store->chunks.v[middle].start <= place)
            low = middle;
        else
            high = middle;
    }
    return store->chunks.v[low].at + (place - store->chunks.v[low].start);
}

bool
store_flush(struct store *store)
{
    if (store->chunks.n && store->fd >= 0 && !store->failed && !store_write(store, &store->chunks.v[store->chunks.n - 1]))
        store->failed = true;
    return store->fd >= 0 && !store->failed;
}

uint64_t
store_end(const struct store *store)
{
    return store->end;
}

void
store_free(struct store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < store->chunks.n; i++) {
        if (store->chunks.v[i].mapped)
            (void)munmap(store->chunks.v[i].at, store->chunks.v[i].size);
        else
            mem_free(store->chunks.v[i].at);
    }
    vec_free(&store->chunks);
    store_close_own(store);
    mem_free(store);
}
