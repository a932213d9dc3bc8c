/* Memory that is always there: what cannot be had ends the program. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __GLIBC__ /* which <stdlib.h> says */
#include <malloc.h>
#endif

#include "lede/base.h"

enum { MEM_LARGE = 1 << 20 };

static void (*exhausted_hook)(void);

void
mem_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

/*
 * glibc raises its limit for blocks of their own whenever one is freed, up to 32 MB. Vectors that grow leave holes of that size
 * then, which nothing fits: of 100,000 articles a quarter of all memory.
 */
void
mem_return_large(void)
{
#ifdef __GLIBC__
    (void)mallopt(M_MMAP_THRESHOLD, MEM_LARGE);
#endif
}

void
mem_return_free(void)
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

void
mem_abandon(const char *says)
{
    if (exhausted_hook)
        exhausted_hook();
    if (write(STDERR_FILENO, says, strlen(says)) < 0)
        _exit(3);
    _exit(3);
}

void
mem_exhausted(void)
{
    mem_abandon("lede: out of memory\n");
}

void *
mem_resize(void *old, size_t count, size_t size)
{
    void *p;

    if (size && count > SIZE_MAX / size)
        mem_exhausted();
    size *= count;
    p = realloc(old, size > 0 ? size : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *
mem_alloc(size_t size)
{
    return mem_resize(NULL, 1, size);
}

void *
mem_zero(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        mem_exhausted();
    return p;
}

void
mem_free(void *p)
{
    free(p);
}

void *
vec_grow(void *old, size_t *cap, size_t size)
{
    *cap = *cap ? *cap * 2 : 8;
    return mem_resize(old, *cap, size);
}
