/* The collection coming in, a little between frames; and its cache being written behind. */
#ifndef LEDE_UI_LOADING_H
#define LEDE_UI_LOADING_H

#include <sys/types.h>

#include "lede/import.h"
#include "lede/watch.h"

struct loading {
    struct import *import;
    struct watch *watch;        /* from when all is there; NULL: what is read does not change */
    bool done;                  /* all is there, or loading was stopped */
    struct loader_progress progress;
    const struct import_setup *setup;
    struct index *index;
    struct problems *problems;
    size_t problems_from;       /* those before are of the configuration */
    pid_t saver;                /* the process that writes the cache, or 0 */
    bool news;                  /* something came or ended since the app was told */
};

/* Setup and problems are the caller's. */
void loading_start(struct loading *loading, const struct import_setup *setup, struct problems *problems);
/* Takes what is ready, for at most so many milliseconds. True when more is ready. */
bool loading_take(struct loading *loading, int64_t milliseconds);
/* The same, waiting for what is not ready yet: so that a small collection is there in the first frame. */
void loading_wait(struct loading *loading, int64_t milliseconds);
/* For poll(): what is read, or, when all is there, what changes. -1 when nothing comes any more. */
int loading_fd(const struct loading *loading);
/* Esc: what is there stays. */
void loading_stop(struct loading *loading);
/* The reader is left. */
void loading_end(struct loading *loading);

int64_t loading_clock(void); /* milliseconds since some time */

#endif
