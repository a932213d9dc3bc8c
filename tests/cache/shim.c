/*
 * Loaded before the C library (LD_PRELOAD): counts the calls of the program that write, read or map files of the cache, and lets
 * the one of a given number go wrong.
 *
 *     FAULT_AT     the number of the call, from 1; 0: none
 *     FAULT_KIND   kill, short, or the error: ENOSPC EIO EROFS EINTR ENOMEM
 *     FAULT_LOG    a file that a letter is appended to for each call
 *
 * A process that was forked off goes on counting where the other one stood.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESCRIPTORS = 1024, STORE_CHUNK = 1 << 20 };

static bool of_cache[DESCRIPTORS]; /* descriptors of the cache's files */
static unsigned ncalls;

static bool
shim_is_cache(const char *path)
{
    return strstr(path, ".lede") || strstr(path, ".begun");
}

static bool
shim_has(int fd)
{
    return fd >= 0 && fd < DESCRIPTORS && of_cache[fd];
}

static int
shim_opened(int fd, const char *path)
{
    if (fd >= 0 && fd < DESCRIPTORS)
        of_cache[fd] = shim_is_cache(path);
    return fd;
}

static void
shim_log(char call)
{
    const char *log = getenv("FAULT_LOG");
    int fd = log ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;

    if (fd >= 0) {
        (void)!syscall(SYS_write, fd, &call, 1);
        (void)syscall(SYS_close, fd);
    }
}

static int
shim_errno(const char *kind)
{
    static const struct {
        const char *name;
        int number;
    } errors[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO}, {"EROFS", EROFS}, {"EINTR", EINTR}, {"ENOMEM", ENOMEM}};

    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(kind, errors[i].name) == 0)
            return errors[i].number;
    return 0;
}

enum fate { FATE_GO, FATE_FAIL, FATE_SHORT };

/* One call more: what becomes of it? errno is set when it fails. */
static enum fate
shim_call(char call)
{
    const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");

    shim_log(call);
    if (++ncalls != (at ? strtoul(at, NULL, 10) : 0) || !kind)
        return FATE_GO;
    if (strcmp(kind, "kill") == 0)
        (void)kill(getpid(), SIGKILL);
    if (strcmp(kind, "short") == 0)
        return FATE_SHORT;
    errno = shim_errno(kind);
    return errno ? FATE_FAIL : FATE_GO;
}

static size_t
shim_length(enum fate fate, size_t len)
{
    return fate == FATE_SHORT && len > 1 ? len / 2 : len;
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
    enum fate fate = shim_has(fd) ? shim_call('w') : FATE_GO;

    return fate == FATE_FAIL ? -1 : syscall(SYS_write, fd, bytes, shim_length(fate, len));
}

ssize_t
pwrite(int fd, const void *bytes, size_t len, off_t at)
{
    enum fate fate = shim_has(fd) ? shim_call('p') : FATE_GO;

    return fate == FATE_FAIL ? -1 : syscall(SYS_pwrite64, fd, bytes, shim_length(fate, len), at);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t len, off64_t at)
{
    return pwrite(fd, bytes, len, at);
}

ssize_t
pread(int fd, void *bytes, size_t len, off_t at)
{
    enum fate fate = shim_has(fd) ? shim_call('P') : FATE_GO;

    return fate == FATE_FAIL ? -1 : syscall(SYS_pread64, fd, bytes, shim_length(fate, len), at);
}

ssize_t
pread64(int fd, void *bytes, size_t len, off64_t at)
{
    return pread(fd, bytes, len, at);
}

/* Of articles: in the worker threads, and so not counted. Every read is short. */
ssize_t
read(int fd, void *bytes, size_t len)
{
    const char *kind = getenv("FAULT_KIND");

    return syscall(SYS_read, fd, bytes, kind && strcmp(kind, "reads") == 0 && len > 4096 ? 4096 : len);
}

int
ftruncate(int fd, off_t len)
{
    return shim_has(fd) && shim_call('t') == FATE_FAIL ? -1 : (int)syscall(SYS_ftruncate, fd, len);
}

int
ftruncate64(int fd, off64_t len)
{
    return ftruncate(fd, len);
}

int
rename(const char *from, const char *to)
{
    return shim_is_cache(to) && shim_call('r') == FATE_FAIL ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
unlink(const char *path)
{
    return shim_is_cache(path) && shim_call('u') == FATE_FAIL ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int
open(const char *path, int flags, ...)
{
    va_list args;
    int mode;

    va_start(args, flags);
    mode = flags & O_CREAT ? va_arg(args, int) : 0;
    va_end(args);
    if (shim_is_cache(path) && shim_call('o') == FATE_FAIL)
        return -1;
    return shim_opened((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), path);
}

int
open64(const char *path, int flags, ...)
{
    va_list args;
    int mode;

    va_start(args, flags);
    mode = flags & O_CREAT ? va_arg(args, int) : 0;
    va_end(args);
    return open(path, flags, mode);
}

int
mkostemps(char *path, int suffix, int flags)
{
    int (*next)(char *, int, int);

    *(void **)&next = dlsym(RTLD_NEXT, "mkostemps");
    if (shim_call('m') == FATE_FAIL)
        return -1;
    return shim_opened(next(path, suffix, flags), path);
}

int
mkostemps64(char *path, int suffix, int flags)
{
    return mkostemps(path, suffix, flags);
}

int
flock(int fd, int operation)
{
    return shim_has(fd) && shim_call('l') == FATE_FAIL ? -1 : (int)syscall(SYS_flock, fd, operation);
}

void *
mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset)
{
    bool counts = shim_has(fd) || (fd < 0 && len % STORE_CHUNK == 0);

    if (counts && shim_call('M') == FATE_FAIL)
        return MAP_FAILED;
    return (void *)syscall(SYS_mmap, at, len, protection, flags, fd, offset);
}

void *
mmap64(void *at, size_t len, int protection, int flags, int fd, off64_t offset)
{
    return mmap(at, len, protection, flags, fd, offset);
}

pid_t
fork(void)
{
    pid_t (*next)(void);

    *(void **)&next = dlsym(RTLD_NEXT, "fork");
    return shim_call('f') == FATE_FAIL ? -1 : next();
}
