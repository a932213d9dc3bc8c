/* Finding the files of a collection. */
#ifndef LEDE_INDEX_WALK_H
#define LEDE_INDEX_WALK_H

#include <sys/stat.h>

#include "hash.h"
#include "lede/base.h"

struct walk {
    /* Called for each article file in order, with error NULL, and for each file or folder that is refused, with the reason
       (which it may take over). Returns false to stop. */
    bool (*found)(void *arg, const char *path, struct error *error);
    /* Called for each folder before its names are read; may be NULL. */
    void (*enters)(void *arg, const char *path);
    void *arg;
    /* Of the path that found() or enters() is called for; NULL when it could not be looked at. link: it is a link to that. */
    const struct stat *st;
    bool link;
    bool names_only;    /* regular files need not be looked at: st is NULL for those that their folder says are such */
    size_t max_files;   /* 0: the default */
    unsigned max_depth; /* 0: the default */
    bool jsonl;         /* .jsonl and .ndjson in place of .txt, .text and .md */
    size_t nfiles;      /* so far */
    struct hash seen;   /* paths of files; one that is named twice is one article */
    struct arena *names;
};

/* A folder: its articles at any depth; "-" or a file: itself. False when found() said stop or a limit was reached. */
bool walk_path(struct walk *walk, const char *path);
/*
 * The same of a folder some levels below `root`, which is spelled as walk_path() of that spells it, with a slash at its end:
 * depth and links that lead in a circle are counted from the root.
 */
bool walk_below(struct walk *walk, const char *root, const char *folder);
/* In a folder, a file of this name is an article. */
bool walk_takes(const struct walk *walk, const char *name);
/* In the arena: "a/./b//c" is "a/b/c", enough to see that a folder and a file in it were both named. */
char *walk_plain(struct arena *arena, const char *path);
/* Frees what the walk remembers; not the struct. */
void walk_end(struct walk *walk);

#endif
