/* Finding the files of a collection. */
#ifndef LEDE_INDEX_WALK_H
#define LEDE_INDEX_WALK_H

#include "hash.h"
#include "lede/base.h"

struct walk {
    /* Called for each article file in order, with error NULL, and for each file or folder that is refused, with the reason
       (which it may take over). Returns false to stop. */
    bool (*found)(void *arg, const char *path, struct error *error);
    void *arg;
    size_t max_files;   /* 0: the default */
    unsigned max_depth; /* 0: the default */
    bool jsonl;         /* .jsonl and .ndjson in place of .txt, .text and .md */
    size_t nfiles;      /* so far */
    struct hash seen;   /* paths of files; one that is named twice is one article */
    struct arena *names;
};

/* A folder: its articles at any depth; "-" or a file: itself. False when found() said stop or a limit was reached. */
bool walk_path(struct walk *walk, const char *path);
/* Frees what the walk remembers; not the struct. */
void walk_end(struct walk *walk);

#endif
