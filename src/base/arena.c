/* Arenas: a chain of chunks, each twice the last up to a limit, freed as a whole. */
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lede/base.h"

enum { ARENA_FIRST_CHUNK = 4096, ARENA_LARGEST_CHUNK = 1 << 20 };

struct chunk {
    struct chunk *next;
    size_t size, used;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct chunk *chunks; /* the one that is filled first */
    size_t next_size, total;
};

struct arena *
arena_new(void)
{
    struct arena *arena = mem_zero(1, sizeof *arena);

    arena->next_size = ARENA_FIRST_CHUNK;
    return arena;
}

void
arena_free(struct arena *arena)
{
    struct chunk *chunk, *next;

    if (!arena)
        return;
    for (chunk = arena->chunks; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

static struct chunk *
arena_chunk(struct arena *arena, size_t size)
{
    struct chunk *chunk = mem_alloc(sizeof *chunk + size);

    chunk->size = size;
    chunk->used = 0;
    arena->total += sizeof *chunk + size;
    return chunk;
}

/* A large piece gets a chunk of its own, put behind the one that is being filled. */
static void *
arena_alloc_large(struct arena *arena, size_t size)
{
    struct chunk *chunk = arena_chunk(arena, size);

    chunk->used = size;
    if (arena->chunks) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        chunk->next = NULL;
        arena->chunks = chunk;
    }
    return chunk->bytes;
}

static void *
arena_take(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    struct chunk *chunk = arena->chunks;
    void *p;

    size = (size + align - 1) & ~(align - 1);
    if (size >= arena->next_size / 2)
        return arena_alloc_large(arena, size);
    if (!chunk || chunk->size - chunk->used < size) {
        chunk = arena_chunk(arena, arena->next_size);
        chunk->next = arena->chunks;
        arena->chunks = chunk;
        if (arena->next_size < ARENA_LARGEST_CHUNK)
            arena->next_size *= 2;
    }
    p = chunk->bytes + chunk->used;
    chunk->used += size;
    return p;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_take(arena, size), 0, size);
}

void *
arena_copy(struct arena *arena, const void *from, size_t size)
{
    return size ? memcpy(arena_take(arena, size), from, size) : NULL;
}

char *
arena_string(struct arena *arena, const char *from, size_t len)
{
    char *copy = arena_take(arena, len + 1);

    if (len)
        memcpy(copy, from, len);
    copy[len] = '\0';
    return copy;
}

char *
arena_printf(struct arena *arena, const char *fmt, ...)
{
    va_list args;
    char *copy;
    int n;

    va_start(args, fmt);
    n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    copy = arena_take(arena, (size_t)n + 1);
    va_start(args, fmt);
    (void)vsnprintf(copy, (size_t)n + 1, fmt, args);
    va_end(args);
    return copy;
}

size_t
arena_used(const struct arena *arena)
{
    return arena->total;
}
