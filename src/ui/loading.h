/* The collection coming in, a little between frames. */
#ifndef LEDE_UI_LOADING_H
#define LEDE_UI_LOADING_H

#include "lede/index.h"

struct loading {
    struct loader *loader;      /* NULL when all is there, or loading was stopped */
    struct loader_progress progress;
    struct index *index;
    struct problems *problems;
    bool news;                  /* something came or ended since the app was told */
};

/* Index and problems are the caller's. */
void loading_start(struct loading *loading, struct index *index, struct problems *problems, const char *const *paths,
                   size_t npaths, const struct loader_options *options);
/* Takes what is ready, for at most so many milliseconds. True when more is ready. */
bool loading_take(struct loading *loading, int64_t milliseconds);
/* The same, waiting for what is not ready yet: so that a small collection is there in the first frame. */
void loading_wait(struct loading *loading, int64_t milliseconds);
int loading_fd(const struct loading *loading); /* for poll(); -1 when nothing comes any more */
void loading_stop(struct loading *loading);

int64_t loading_clock(void); /* milliseconds since some time */

#endif
