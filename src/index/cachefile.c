#include "cachefile.h"
#include "pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CACHEFILE_VERSION = 7, CACHEFILE_ORDER = 0x01020304 };
static const char cachefile_magic[8] = {'l', 'e', 'd', 'e', ' ', 'i', 'd', 'x'};

static uint64_t
cachefile_rows(void)
{
    static const uint32_t sizes[] = {
        sizeof(struct document_row), sizeof(struct finds_row), sizeof(struct quote_row), sizeof(struct identity_row),
        sizeof(struct family_row), sizeof(struct cacheheader), sizeof(double), SECTIONS, PACK_VERSION,
    };

    return checksum_64(sizes, sizeof sizes);
}

static uint64_t
cachefile_header_sum(const struct cacheheader *header)
{
    return checksum_64(header, offsetof(struct cacheheader, sum));
}

/* ---- reading --------------------------------------------------------------------------------- */

/* Checksums are no signatures: what somebody else wrote is not believed. The administrator may provide a cache for all. */
static const char *
cachefile_check_file(int fd, struct stat *st)
{
    if (fstat(fd, st) < 0)
        return strerror(errno);
    if (!S_ISREG(st->st_mode))
        return "no file";
    if (st->st_uid != geteuid() && st->st_uid != 0)
        return "of another user";
    return st->st_size < (off_t)sizeof(struct cacheheader) ? "cut short" : NULL;
}

static const char *
cachefile_map(struct cachefile *file, const char *name)
{
    int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK); /* a FIFO would wait */
    const char *why;
    struct stat st;
    void *at = MAP_FAILED;

    if (fd < 0)
        return errno == ENOENT ? "there is none" : errno == ELOOP ? "a link" : strerror(errno);
    why = cachefile_check_file(fd, &st);
    if (!why)
        at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (!why && at == MAP_FAILED)
        why = strerror(errno);
    (void)close(fd);
    if (why)
        return why;
    file->at = at;
    file->len = (size_t)st.st_size;
    memcpy(&file->header, file->at, sizeof file->header);
    return NULL;
}

static const char *
cachefile_check_header(const struct cachefile *file)
{
    const struct cacheheader *header = &file->header;

    if (memcmp(header->magic, cachefile_magic, sizeof cachefile_magic) != 0)
        return "no index cache";
    if (header->order != CACHEFILE_ORDER)
        return "of a machine with another byte order";
    if (header->version != CACHEFILE_VERSION || header->rows != cachefile_rows())
        return "of another version";
    if (header->sum != cachefile_header_sum(header))
        return "damaged";
    return header->file_len == file->len ? NULL : "cut short";
}

static const char *
cachefile_check_sections(const struct cachefile *file)
{
    for (int i = 0; i < SECTIONS; i++) {
        struct extent extent = file->header.extents[i];

        if (extent.at > file->len || extent.len > file->len - extent.at || extent.at % sizeof(uint64_t))
            return "damaged";
        if (checksum_64(file->at + extent.at, extent.len) != file->header.sums[i])
            return "damaged";
    }
    return NULL;
}

/* Records lie between header and sections. */
static const char *
cachefile_check_records(const struct cachefile *file)
{
    struct slice rows = cachefile_section(file, SECTION_DOCUMENTS);
    const struct document_row *documents = (const void *)rows.at;

    for (size_t i = 0; i < rows.len / sizeof *documents; i++)
        if (documents[i].record > file->len || documents[i].len > file->len - documents[i].record)
            return "damaged";
    return NULL;
}

const char *
cachefile_open(struct cachefile *file, const char *name, const char *key, uint64_t settings)
{
    const char *why = cachefile_map(file, name);
    struct slice own;

    if (!why)
        why = cachefile_check_header(file);
    if (!why && settings && file->header.settings != settings)
        why = "made with other settings";
    if (!why)
        why = cachefile_check_sections(file);
    if (!why)
        why = cachefile_check_records(file);
    own = why ? (struct slice){0} : cachefile_section(file, SECTION_KEY);
    if (!why && key && !slice_is(own, key))
        why = "of another collection";
    if (why)
        cachefile_close(file);
    return why;
}

struct slice
cachefile_section(const struct cachefile *file, enum section section)
{
    return slice_of(file->at + file->header.extents[section].at, (size_t)file->header.extents[section].len);
}

void
cachefile_close(struct cachefile *file)
{
    if (file->at)
        (void)munmap((void *)file->at, file->len);
    *file = (struct cachefile){0};
}

/* ---- writing ---------------------------------------------------------------------------------- */

/* The checksums are of what can be read from the file, not of what was meant to be written. */
static bool
cachefile_sum(int fd, struct cacheheader *header)
{
    const char *at = mmap(NULL, (size_t)header->file_len, PROT_READ, MAP_SHARED, fd, 0);

    if (at == MAP_FAILED)
        return false;
    for (int i = 0; i < SECTIONS; i++)
        header->sums[i] = checksum_64(at + header->extents[i].at, header->extents[i].len);
    (void)munmap((void *)at, (size_t)header->file_len);
    return true;
}

static bool
cachefile_write_header(int fd, struct cacheheader *header)
{
    memcpy(header->magic, cachefile_magic, sizeof cachefile_magic);
    header->order = CACHEFILE_ORDER;
    header->version = CACHEFILE_VERSION;
    header->rows = cachefile_rows();
    header->nsections = SECTIONS;
    header->written = (int64_t)time(NULL);
    if (!cachefile_sum(fd, header))
        return false;
    header->sum = cachefile_header_sum(header);
    return pwrite(fd, header, sizeof *header, 0) == (ssize_t)sizeof *header;
}

bool
cachefile_write(int fd, uint64_t at, const struct index *index, const char *key, struct cacheheader *header)
{
    struct writer writer;
    bool written;

    if (at < CACHE_RECORDS)
        at = CACHE_RECORDS;
    if (lseek(fd, (off_t)at, SEEK_SET) < 0)
        return false;
    writer_open(&writer, fd);
    writer.at = at;
    freeze_index(index, &writer, header->extents);
    writer_align(&writer, sizeof(uint64_t));
    header->extents[SECTION_KEY] = (struct extent){writer.at, strlen(key)};
    writer_put(&writer, key, strlen(key));
    header->file_len = writer.at;
    written = writer_flush(&writer);
    if (!written)
        errno = writer.error;
    writer_close(&writer);
    return written && ftruncate(fd, (off_t)header->file_len) == 0 && cachefile_write_header(fd, header);
}

void
cachefile_sweep(const char *folder)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;

    while (dir && (entry = readdir(dir))) {
        size_t len = strlen(entry->d_name), suffix = strlen(CACHE_BEGUN);
        int fd;

        if (len < suffix || strcmp(entry->d_name + len - suffix, CACHE_BEGUN) != 0)
            continue;
        fd = openat(dirfd(dir), entry->d_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
            (void)unlinkat(dirfd(dir), entry->d_name, 0);
        if (fd >= 0)
            (void)close(fd);
    }
    if (dir)
        (void)closedir(dir);
}
