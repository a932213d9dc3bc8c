/* Base: memory, slices, spans, vectors, errors. Nothing here knows about news. */
#ifndef LEDE_BASE_H
#define LEDE_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define LEDE_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define LEDE_NORETURN __attribute__((noreturn))
#else
#define LEDE_PRINTF(fmt, args)
#define LEDE_NORETURN
#endif

/* ---- memory ---------------------------------------------------------- */

/*
 * These never return NULL: when memory runs out they write one line to standard
 * error and end the program with status 3. The hook, if set, runs first; the
 * terminal layer uses it to restore the screen.
 */
void *mem_alloc(size_t size);                     /* uninitialised */
void *mem_zero(size_t count, size_t size);        /* zeroed; overflow-checked */
void *mem_resize(void *old, size_t count, size_t size); /* like realloc; overflow-checked */
void mem_on_exhausted(void (*hook)(void));
/* Once, before all else, for a program that holds much: large blocks are given back to the system when they are freed or grow. */
void mem_return_large(void);
/* Gives what is free back to the system, where the C library keeps it: each thread that ended has left some. Takes milliseconds. */
void mem_return_free(void);
/* The same end with another line: for what cannot be gone on with, like pages of a mapped file that are no more. For a handler, too. */
LEDE_NORETURN void mem_abandon(const char *says);
LEDE_NORETURN void mem_exhausted(void);           /* that end, for memory that was had otherwise */

/* ---- arena ----------------------------------------------------------- */

/*
 * An arena gives out memory that is freed all at once. Not thread-safe: an
 * arena belongs to one thread at a time and may be handed over whole.
 */
struct arena;

struct arena *arena_new(void);                    /* free with arena_free() */
void arena_free(struct arena *arena);             /* NULL is allowed */
void *arena_alloc(struct arena *arena, size_t size);   /* aligned for any type; zeroed */
void *arena_copy(struct arena *arena, const void *from, size_t size); /* NULL when size is 0 */
char *arena_string(struct arena *arena, const char *from, size_t len); /* copies, adds a NUL */
char *arena_printf(struct arena *arena, const char *fmt, ...) LEDE_PRINTF(2, 3);
size_t arena_used(const struct arena *arena);     /* bytes taken from the system */

/* ---- slices and spans ------------------------------------------------- */

/* Bytes that belong to somebody else. Not NUL-terminated. */
struct slice {
    const char *at;
    size_t len;
};

/* A byte range [start, end) of an article's UTF-8 text. Empty: there is none. */
struct span {
    uint32_t start, end;
};

static inline struct slice slice_of(const char *at, size_t len) { return (struct slice){at, len}; }
/* of a NUL-terminated string; NULL gives an empty slice */
static inline struct slice slice_str(const char *string) { return slice_of(string, string ? strlen(string) : 0); }
static inline bool span_empty(struct span s) { return s.end <= s.start; }
static inline uint32_t span_len(struct span s) { return s.end > s.start ? s.end - s.start : 0; }
static inline bool span_holds(struct span outer, struct span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}
static inline bool span_meets(struct span a, struct span b) { return a.start < b.end && b.start < a.end; }

/* Here, since what is compared with is a literal nearly always: its length is known then, and a few letters are one comparison. */
static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}
static inline bool slice_is(struct slice a, const char *string) /* byte for byte */
{
    size_t n = strlen(string);

    return a.len == n && (n == 0 || memcmp(a.at, string, n) == 0);
}
static inline bool slice_starts(struct slice a, const char *prefix)
{
    size_t n = strlen(prefix);

    return a.len >= n && (n == 0 || memcmp(a.at, prefix, n) == 0);
}
static inline bool slice_ends(struct slice a, const char *suffix)
{
    size_t n = strlen(suffix);

    return a.len >= n && (n == 0 || memcmp(a.at + a.len - n, suffix, n) == 0);
}
bool slice_is_nocase(struct slice a, const char *string); /* ASCII letters without case */
struct slice slice_trim(struct slice a);                  /* without ASCII white space and U+00A0 at both ends */

/* ---- vectors ----------------------------------------------------------- */

/*
 * VEC(int) numbers = {0};  *vec_add(&numbers) = 7;  numbers.v[0];  vec_free(&numbers);
 * vec_add() gives a pointer to a new zeroed element; it and all pointers into
 * .v are valid until the next vec_add(). vec_clear() keeps the memory. vec_reserve() makes room for so many elements in all.
 */
#define VEC(type) struct { type *v; size_t n, cap; }
#define VEC_TYPE(name, type) struct name { type *v; size_t n, cap; }
#define vec_add(vec) \
    ((vec)->n < (vec)->cap ? (void)0 : (void)((vec)->v = vec_grow((vec)->v, &(vec)->cap, sizeof *(vec)->v)), \
     vec_zeroed((vec)->v, (vec)->n, sizeof *(vec)->v), &(vec)->v[(vec)->n++])
#define vec_push(vec, value) (*vec_add(vec) = (value))
#define vec_reserve(vec, want) \
    do { \
        while ((vec)->cap < (want)) \
            (vec)->v = vec_grow((vec)->v, &(vec)->cap, sizeof *(vec)->v); \
    } while (0)
#define vec_clear(vec) ((void)((vec)->n = 0))
#define vec_free(vec) (mem_free((vec)->v), (vec)->v = NULL, (vec)->n = (vec)->cap = 0)
void *vec_grow(void *old, size_t *cap, size_t size);
/* Here, so that the size is known when it is compiled: a few stores, and none where all of the element is set at once. */
static inline void vec_zeroed(void *v, size_t n, size_t size) { memset((char *)v + n * size, 0, size); }
void mem_free(void *p);

/* A growing string of bytes; .v is NUL-terminated after every text_* call. */
struct text {
    char *v;
    size_t n, cap;
};
/* Makes room for `more` bytes and a NUL behind .n. */
void text_grow(struct text *text, size_t more);
/* Room for `more` bytes behind .n, to be filled by the caller, who then adds to .n and ends with a NUL. */
static inline char *text_room(struct text *text, size_t more)
{
    if (text->cap - text->n <= more)
        text_grow(text, more);
    return text->v + text->n;
}
/* Here, since rows are put together from pieces of some ten bytes: as calls they were a tenth of `lede extract`. */
static inline void text_add(struct text *text, const char *bytes, size_t len)
{
    char *to = text_room(text, len);

    if (len)
        memcpy(to, bytes, len);
    to[len] = '\0';
    text->n += len;
}
static inline void text_puts(struct text *text, const char *string) { text_add(text, string, strlen(string)); }
static inline void text_putc(struct text *text, char c) { text_add(text, &c, 1); }
void text_printf(struct text *text, const char *fmt, ...) LEDE_PRINTF(2, 3);
void text_free(struct text *text);

/* ---- errors -------------------------------------------------------------- */

enum status {
    STATUS_OK,
    STATUS_IO,       /* the system said no: not found, not readable, … */
    STATUS_REFUSED,  /* readable, but not an article: binary, too large, a FIFO */
    STATUS_INVALID,  /* a wrong line of configuration, a wrong argument */
};

/* What went wrong, as one sentence without a final stop. sentence is owned; free with error_clear(). */
struct error {
    enum status status;
    char *sentence;
};
/* Sets *error (which may be NULL) and returns status. A former sentence is freed. */
enum status error_set(struct error *error, enum status status, const char *fmt, ...) LEDE_PRINTF(3, 4);
void error_clear(struct error *error);

/* All that went wrong in a run, in order: a path (or file:line) and a reason each. */
struct problem {
    char *where; /* the file's name, "file:12", or "" */
    char *what;
};
struct problems {
    struct problem *v;
    size_t n, cap;
};
void problems_add(struct problems *problems, const char *where, const char *fmt, ...) LEDE_PRINTF(3, 4);
/* Takes out those of a file, or, where the path ends in a slash, of all below that folder; of what was added before `from` none. */
void problems_drop(struct problems *problems, size_t from, const char *path);
void problems_free(struct problems *problems);

/* The name of a list (n of them) that is nearest to what was written, at most a third of its letters away, or NULL when none is:
   for "did you mean". */
const char *nearest_name(const char *written, const char *const *names, size_t n);

/* Makes a folder and those above it, for their owner alone, as the XDG Base Directory Specification has it. false: it is not there
   then, and errno tells why. */
bool file_make_folder(const char *path);
/* Writes all of it. Returns 0, else what errno says; EIO where nothing more can be written. */
int file_write(int fd, const char *bytes, size_t len);

#endif
