/* Memory that is always there: what cannot be had ends the program. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lede/base.h"

static void (*exhausted_hook)(void);

void
mem_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

void
mem_exhausted(void)
{
    static const char says[] = "lede: out of memory\n";

    if (exhausted_hook)
        exhausted_hook();
    if (write(STDERR_FILENO, says, sizeof says - 1) < 0)
        _exit(3);
    _exit(3);
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
