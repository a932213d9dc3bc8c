/* Growing strings. */
#include <stdio.h>
#include <string.h>

#include "lede/base.h"

void
text_grow(struct text *text, size_t more)
{
    size_t cap = text->cap ? text->cap : 64;

    while (cap - text->n <= more)
        cap *= 2;
    text->v = mem_resize(text->v, cap, 1);
    text->cap = cap;
}

void
text_printf(struct text *text, const char *fmt, ...)
{
    va_list args;
    int n;

    va_start(args, fmt);
    n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    va_start(args, fmt);
    (void)vsnprintf(text_room(text, (size_t)n), (size_t)n + 1, fmt, args);
    va_end(args);
    text->n += (size_t)n;
}

void
text_free(struct text *text)
{
    mem_free(text->v);
    *text = (struct text){0};
}
