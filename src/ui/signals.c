/* Signals set flags, nothing else; a pipe wakes the loop. */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};

enum { NCAUGHT = sizeof caught / sizeof *caught, FIRST_END = 3, STOP_WAIT = 100 /* ms */ };

static volatile sig_atomic_t flags[NCAUGHT];
static struct sigaction before[NCAUGHT];
static int wake[2] = {-1, -1};

static void
signals_handle(int number)
{
    int saved = errno;

    for (int i = 0; i < NCAUGHT; i++)
        if (caught[i] == number)
            flags[i] = 1;
    if (write(wake[1], "", 1) < 0) {
        /* a full pipe wakes as well */
    }
    errno = saved;
}

bool
signals_open(void)
{
    struct sigaction action = {.sa_handler = signals_handle};

    if (pipe(wake) < 0)
        return false;
    for (int i = 0; i < 2; i++) {
        (void)fcntl(wake[i], F_SETFD, FD_CLOEXEC);
        (void)fcntl(wake[i], F_SETFL, O_NONBLOCK);
    }
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < NCAUGHT; i++) {
        flags[i] = 0;
        sigaction(caught[i], NULL, &before[i]);
        /* A write to a terminal that takes nothing any more must not keep it from ending. */
        action.sa_flags = i < FIRST_END ? SA_RESTART : 0;
        if (before[i].sa_handler != SIG_IGN) /* nohup, and shells without job control, mean it */
            sigaction(caught[i], &action, NULL);
    }
    return true;
}

void
signals_close(void)
{
    for (int i = 0; i < NCAUGHT; i++)
        sigaction(caught[i], &before[i], NULL);
    for (int i = 0; i < 2; i++) {
        (void)close(wake[i]);
        wake[i] = -1;
    }
}

int
signals_fd(void)
{
    return wake[0];
}

static bool
signals_was(int number)
{
    bool was = false;

    for (int i = 0; i < NCAUGHT; i++)
        if (caught[i] == number && flags[i]) {
            flags[i] = 0;
            was = true;
        }
    return was;
}

static void
signals_drain(void)
{
    char bytes[64];

    while (read(wake[0], bytes, sizeof bytes) > 0)
        ;
}

struct signals_seen
signals_take(void)
{
    struct signals_seen seen = {0};

    signals_drain();
    seen.resized = signals_was(SIGWINCH);
    seen.stop = signals_was(SIGTSTP);
    seen.resumed = signals_was(SIGCONT);
    for (int i = FIRST_END; i < NCAUGHT; i++)
        if (signals_was(caught[i]))
            seen.end = caught[i];
    return seen;
}

bool
signals_ended(void)
{
    for (int i = FIRST_END; i < NCAUGHT; i++)
        if (flags[i])
            return true;
    return false;
}

void
signals_stop(void)
{
    struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
    struct pollfd fd = {.fd = wake[0], .events = POLLIN};

    sigaction(SIGTSTP, NULL, &ours);
    if (ours.sa_handler == SIG_IGN)
        return;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, NULL);
    signals_drain();
    kill(0, SIGTSTP); /* the whole job, as the driver does: a pipeline stops with it */
    /* With other threads about, this one may run on a little before it stops: it waits for CONT. Where nobody could wake
       us again (an orphaned job), the system does not stop us, and CONT never comes. */
    (void)poll(&fd, 1, STOP_WAIT);
    sigaction(SIGTSTP, &ours, NULL);
}
