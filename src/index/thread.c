/*
 * A signal goes to any thread that does not block it. The handlers of the reader set flags without a lock, and are to break off a
 * write() of the main thread that waits for a terminal: both are right in the main thread only.
 */
#include "thread.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

bool
thread_start(pthread_t *thread, void *(*run)(void *arg), void *arg)
{
    /* A fault is of the thread that has it; blocked, it would end the program without the handler. */
    static const int faults[] = {SIGBUS, SIGSEGV, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
    sigset_t blocked, before;
    bool started;

    sigfillset(&blocked);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        sigdelset(&blocked, faults[i]);
    (void)pthread_sigmask(SIG_BLOCK, &blocked, &before); /* here, since a thread begins with the mask of the one that began it */
    started = pthread_create(thread, NULL, run, arg) == 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

void
thread_pipe(int ends[2])
{
    if (pipe(ends) < 0) {
        ends[0] = ends[1] = -1;
        return;
    }
    for (int i = 0; i < 2; i++) {
        (void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        (void)fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
}
