/* Growing strings. */
#include <stdio.h>
#include <string.h>

#include "lede/base.h"

static void
text_reserve(struct text *text, size_t more)
{
    size_t cap = text->cap ? text->cap : 64;

    if (text->cap - text->n > more)
        return;
    while (cap - text->n <= more)
        cap *= 2;
    text->v = mem_resize(text->v, cap, 1);
    text->cap = cap;
}

char *
text_room(struct text *text, size_t more)
{
    text_reserve(text, more);
    return text->v + text->n;
}

void
text_add(struct text *text, const char *bytes, size_t len)
{
    text_reserve(text, len);
    if (len)
        memcpy(text->v + text->n, bytes, len);
    text->n += len;
    text->v[text->n] = '\0';
}

void
text_puts(struct text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void
text_putc(struct text *text, char c)
{
    text_add(text, &c, 1);
}

void
text_printf(struct text *text, const char *fmt, ...)
{
    va_list args;
    int n;

    va_start(args, fmt);
    n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    text_reserve(text, (size_t)n);
    va_start(args, fmt);
    (void)vsnprintf(text->v + text->n, (size_t)n + 1, fmt, args);
    va_end(args);
    text->n += (size_t)n;
}

void
text_free(struct text *text)
{
    mem_free(text->v);
    *text = (struct text){0};
}
