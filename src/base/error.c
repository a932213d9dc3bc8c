/* Errors are values with a sentence; problems are all errors of a run. */
#include <stdio.h>
#include <string.h>

#include "lede/base.h"

static char *
error_format(const char *fmt, va_list args)
{
    va_list again;
    char *sentence;
    int n;

    va_copy(again, args);
    n = vsnprintf(NULL, 0, fmt, args);
    sentence = mem_alloc((size_t)n + 1);
    (void)vsnprintf(sentence, (size_t)n + 1, fmt, again);
    va_end(again);
    return sentence;
}

enum status
error_set(struct error *error, enum status status, const char *fmt, ...)
{
    va_list args;
    char *sentence;

    if (!error)
        return status;
    va_start(args, fmt);
    sentence = error_format(fmt, args); /* before the old one goes: it may be an argument */
    va_end(args);
    error_clear(error);
    error->status = status;
    error->sentence = sentence;
    return status;
}

void
error_clear(struct error *error)
{
    mem_free(error->sentence);
    *error = (struct error){0};
}

void
problems_add(struct problems *problems, const char *where, const char *fmt, ...)
{
    struct problem *problem = vec_add(problems);
    va_list args;

    va_start(args, fmt);
    problem->what = error_format(fmt, args);
    va_end(args);
    problem->where = mem_alloc(strlen(where) + 1);
    memcpy(problem->where, where, strlen(where) + 1);
}

static bool
problem_is_of(const struct problem *problem, const char *path)
{
    size_t len = strlen(path);

    return strncmp(problem->where, path, len) == 0 && (!problem->where[len] || (len && path[len - 1] == '/'));
}

void
problems_drop(struct problems *problems, size_t from, const char *path)
{
    size_t kept = from < problems->n ? from : problems->n;

    for (size_t i = kept; i < problems->n; i++)
        if (problem_is_of(&problems->v[i], path)) {
            mem_free(problems->v[i].where);
            mem_free(problems->v[i].what);
        } else {
            problems->v[kept++] = problems->v[i];
        }
    problems->n = kept;
}

void
problems_free(struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++) {
        mem_free(problems->v[i].where);
        mem_free(problems->v[i].what);
    }
    vec_free(problems);
}
