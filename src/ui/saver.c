#include "saver.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Neither the terminal nor a pipe that somebody waits at shall be held open, and a key like ^C is not meant for it. */
static void
saver_leave_terminal(void)
{
    int null = open("/dev/null", O_RDWR);

    mem_on_exhausted(NULL); /* the terminal is not ours to restore */
    signal(SIGBUS, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    (void)setsid();
    for (int fd = 0; fd <= 2 && null >= 0; fd++)
        (void)dup2(null, fd);
    for (int fd = 3; fd < 64; fd++) {
        int flags = fcntl(fd, F_GETFD);

        /* inherited: not ours; or one that stands for the terminal while frames are drawn and standard error is held */
        if (flags >= 0 && (!(flags & FD_CLOEXEC) || isatty(fd)))
            (void)close(fd);
    }
    (void)nice(10);
}

pid_t
saver_start(struct cache *cache, struct index *index)
{
    pid_t pid = fork();

    if (pid == 0) {
        struct error error = {0};

        saver_leave_terminal();
        _exit(cache_save(cache, index, &error) ? 0 : 1); /* nobody is told: the next start reads the files again */
    }
    if (pid < 0)
        return 0;
    cache_leave(cache, index);
    return pid;
}

bool
saver_ended(pid_t saver)
{
    return waitpid(saver, NULL, WNOHANG) != 0;
}
