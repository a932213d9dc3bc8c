/* The cache written behind the reader's back, by a process of its own. */
#ifndef LEDE_UI_SAVER_H
#define LEDE_UI_SAVER_H

#include <sys/types.h>

#include "lede/cache.h"

/*
 * Forks a process that has the index as it is now and writes it, while the reader goes on and may change its own or end. (So
 * Redis saves its data.) No other thread may use the index. Returns its pid; 0 when there could be none.
 */
pid_t saver_start(struct cache *cache, struct index *index);
/* Has it ended? Frees what the system remembers of it. */
bool saver_ended(pid_t saver);

#endif
