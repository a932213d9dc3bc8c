/*
 * The file of a cache:
 *
 *     header      4 KiB: what it is, where the sections are, checksums of them and of itself
 *     records     from 64 KiB on, in chunks of the store; each has its checksum in its row
 *     sections    the rows of the index, each from a place that is a multiple of 64
 *
 * It is written under another name and renamed when it is whole, so a reader sees the old file or the new one. It is not
 * flushed to the disk before: what a power cut leaves half written the checksums tell, and the file is made again.
 */
#include "lede/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cachefile.h"
#include "freeze.h"
#include "known.h"

enum { BEGIN_TRIES = 8 };

struct cache {
    struct arena *arena;
    struct cache_setup own;
    uint64_t settings;          /* a checksum; never 0 */
    const char *key;            /* real paths of the folders, one a line */
    const char *name, *begun;   /* the file, and the one that is written */
    int fd;                     /* of that, or -1 */
    int64_t opened;             /* seconds since the epoch: what was found unchanged was so after that */
    struct cachefile file;      /* as it was when it was loaded */
    struct image image;
    bool loaded;
    bool compared;              /* all files with what was loaded */
    uint8_t *seen;              /* by article of the image */
    size_t ndoubts;             /* files that had to be read to be known */
    bool stands;                /* there is a file of this index, as it was after `saved` changes */
    uint64_t saved;
};

/* ---- names ----------------------------------------------------------------------------- */

/* Real paths of folders, one a line; NULL when one is no folder, or has a line break in its path. */
static const char *
cache_key(struct arena *arena, const char *const *roots, size_t nroots)
{
    struct text key = {0};
    const char *kept = NULL;
    size_t i;

    for (i = 0; i < nroots; i++) {
        char *real = realpath(roots[i], NULL);
        struct stat st;
        bool folder = real && !strchr(real, '\n') && stat(real, &st) == 0 && S_ISDIR(st.st_mode);

        if (folder)
            text_printf(&key, "%s\n", real);
        free(real);
        if (!folder)
            break;
    }
    if (i == nroots && nroots > 0)
        kept = arena_string(arena, key.v, key.n);
    text_free(&key);
    return kept;
}

static const char *
cache_file_name(struct arena *arena, const char *folder, const char *key)
{
    return arena_printf(arena, "%s/%016llx" CACHE_SUFFIX, folder, (unsigned long long)checksum_64(key, strlen(key)));
}

const char *
cache_name(struct arena *arena, const char *folder, const char *const *roots, size_t nroots)
{
    const char *key = cache_key(arena, roots, nroots);

    return key ? cache_file_name(arena, folder, key) : NULL;
}

struct cache *
cache_new(const struct cache_setup *setup)
{
    struct arena *arena = arena_new();
    const char *key = cache_key(arena, setup->roots, setup->nroots);
    struct cache *cache;

    if (!key) {
        arena_free(arena);
        return NULL;
    }
    cache = arena_alloc(arena, sizeof *cache);
    *cache = (struct cache){.arena = arena, .own = *setup, .key = key, .fd = -1, .opened = (int64_t)time(NULL)};
    cache->own.folder = arena_string(arena, setup->folder, strlen(setup->folder));
    cache->own.settings = NULL;
    cache->settings = checksum_64(setup->settings, strlen(setup->settings)) | 1;
    cache->name = cache_file_name(arena, cache->own.folder, key);
    return cache;
}

static void
cache_drop_begun(struct cache *cache)
{
    if (cache->fd >= 0)
        (void)close(cache->fd);
    if (cache->begun)
        (void)unlink(cache->begun);
    cache->fd = -1;
    cache->begun = NULL;
}

void
cache_free(struct cache *cache)
{
    if (!cache)
        return;
    cache_drop_begun(cache);
    cachefile_sweep(cache->own.folder);
    cachefile_close(&cache->file);
    mem_free(cache->seen);
    arena_free(cache->arena);
}

/* ---- reading --------------------------------------------------------------------------------- */

/* The words, when they speak of no more articles than there are. */
static bool
cache_map_terms(const struct cache *cache, struct index *index)
{
    struct slice section = cache->image.sections[SECTION_TERMS];
    struct terms terms = {0};

    if (!terms_map(&terms, section.at, section.len) || terms.limit > cache->image.ndocuments)
        return false;
    index->terms = terms;
    return true;
}

bool
cache_load(struct cache *cache, struct index *index)
{
    index->reading = cache->own.reading;
    index->words = cache->own.words;
    index_roots(index, cache->own.roots, cache->own.nroots);
    if (cachefile_open(&cache->file, cache->name, cache->key, cache->settings))
        return false;
    cache->image.file = cache->file.at;
    cache->image.file_len = cache->file.len;
    for (int i = 0; i < SECTIONS; i++)
        cache->image.sections[i] = cachefile_section(&cache->file, (enum section)i);
    if (!image_open(&cache->image) || !cache_map_terms(cache, index))
        return false;
    cache->seen = mem_zero(cache->image.ndocuments, 1);
    cache->loaded = cache->stands = true;
    index_show_image(index, &cache->image);
    return true;
}

bool
cache_knows(struct cache *cache, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size)
{
    const struct document_row *document;
    struct known_row row;
    bool doubted = false, same;
    uint32_t id;

    if (!cache->loaded)
        return false;
    id = image_find(&cache->image, cache->own.roots, cache->own.nroots, path);
    if (id == FROZEN_NONE)
        return false;
    document = &cache->image.documents[id];
    row = (struct known_row){document->mtime_ns, document->file_size, slice_of(cache->image.file + document->record, document->len)};
    same = known_is(&row, &(struct known_state){path, mtime_ns, ctime_ns, size}, cache->file.header.opened, &cache->own.reading, &doubted);
    cache->ndoubts += doubted;
    if (!same)
        return false;
    cache->seen[id] = true;
    return true;
}

void
cache_retire_unseen(struct cache *cache, struct index *index)
{
    for (uint32_t id = 0; cache->loaded && id < cache->image.ndocuments; id++)
        if (!cache->seen[id])
            index_retire(index, id);
    cache->compared = true;
}

/* All that another file would be better at. */
static uint64_t
cache_changes(const struct cache *cache, const struct index *index)
{
    return index_changes(index) + cache->ndoubts + index_nmended(index);
}

static void
cache_note_saved(struct cache *cache, const struct index *index)
{
    cache->begun = NULL;
    cache->stands = true;
    cache->saved = cache_changes(cache, index);
}

bool
cache_wants_save(const struct cache *cache, const struct index *index)
{
    uint32_t n = index_nalive(index);
    uint64_t changed = cache_changes(cache, index) - cache->saved;

    return cache->stands ? changed * CACHE_STALE_SHARE > n : n > 0;
}

/* ---- writing ----------------------------------------------------------------------------------- */

/*
 * Takes the lock that tells that the writer of the file lives. False when somebody who swept the folder came between making and
 * locking. Where files can't be locked they can't be swept.
 */
static bool
cache_lock_begun(int fd)
{
    struct stat st;

    if (flock(fd, LOCK_EX | LOCK_NB) < 0)
        return errno != EWOULDBLOCK;
    return fstat(fd, &st) == 0 && st.st_nlink > 0;
}

/* A file that nobody else writes, not even a process of the same number on another machine. */
static bool
cache_begin_file(struct cache *cache)
{
    if (!file_make_folder(cache->own.folder))
        return false;
    cachefile_sweep(cache->own.folder);
    for (int tries = 0; tries < BEGIN_TRIES; tries++) {
        char *begun = arena_printf(cache->arena, "%s.XXXXXX" CACHE_BEGUN, cache->name);

        cache->fd = mkostemps(begun, (int)strlen(CACHE_BEGUN), O_CLOEXEC); /* readable by the user alone */
        if (cache->fd < 0)
            return false;
        cache->begun = begun;
        if (cache_lock_begun(cache->fd))
            return true;
        cache_drop_begun(cache);
    }
    return false;
}

void
cache_begin(struct cache *cache, struct index *index)
{
    if (cache->fd < 0 && !cache->loaded && cache_begin_file(cache))
        store_use(index->store, cache->fd);
}

int64_t
cache_trusted(const struct cache *cache)
{
    return cache->loaded && !cache->compared ? cache->file.header.opened : cache->opened;
}

static bool
cache_write(struct cache *cache, const struct index *index, struct error *error)
{
    struct cacheheader header = {.settings = cache->settings, .opened = cache_trusted(cache), .narticles = index_narticles(index)};
    bool written;

    errno = EIO; /* for what fails without saying why: a write that ends early */
    written = store_flush(index->store) &&
              cachefile_write(cache->fd, store_end(index->store), index, cache->key, &header) &&
              rename(cache->begun, cache->name) == 0;
    if (!written)
        error_set(error, STATUS_IO, "cannot write the index cache: %s", strerror(errno));
    return written;
}

/* The records of the new file are put in its own store, whatever the index has. */
static bool
cache_write_rebuilt(struct cache *cache, const struct index *index, struct error *error)
{
    struct index *new;
    bool written;

    cache_drop_begun(cache); /* begun with the records of the first articles, before others came late; they stay mapped */
    if (!cache_begin_file(cache)) {
        error_set(error, STATUS_IO, "cannot write the index cache: %s", strerror(errno));
        return false;
    }
    new = index_rebuild(index, cache->fd);
    written = cache_write(cache, new, error);
    index_free(new);
    return written;
}

void
cache_leave(struct cache *cache, struct index *index)
{
    cache_note_saved(cache, index);
    store_release(index->store); /* what comes is not for the file that the other one writes */
}

bool
cache_save(struct cache *cache, const struct index *index, struct error *error)
{
    bool plain = cache->begun && index->image->ndocuments == 0 && index_in_order(index);
    bool saved = plain ? cache_write(cache, index, error) : cache_write_rebuilt(cache, index, error);

    if (saved)
        cache_note_saved(cache, index);
    return saved;
}
