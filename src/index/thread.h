/* Threads that work for the one that began them: of the loader and of the watch. */
#ifndef LEDE_INDEX_THREAD_H
#define LEDE_INDEX_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Begins a thread that takes no signals but those of its own faults; to be joined. False when none can be had. */
bool thread_start(pthread_t *thread, void *(*run)(void *arg), void *arg);

/* A pipe by which threads wake one another in poll(): never blocks, not for other programs. -1 twice when none can be had. */
void thread_pipe(int ends[2]);

#endif
