/* Finding the files of a collection. */
#ifndef LEDE_INDEX_WALK_H
#define LEDE_INDEX_WALK_H

#include "lede/base.h"

struct walk {
    /* Called for each article file in order, with error NULL, and for each file or folder that is refused, with the reason
       (which it may take over). Returns false to stop. */
    bool (*found)(void *arg, const char *path, struct error *error);
    void *arg;
    size_t max_files;   /* 0: the default */
    unsigned max_depth; /* 0: the default */
    size_t nfiles;      /* so far */
};

/* A folder: its articles at any depth; "-" or a file: itself. False when found() said stop or a limit was reached. */
bool walk_path(struct walk *walk, const char *path);

#endif
