/*
 * Runs the reader (the arguments) in a pseudo-terminal, leaves it with "q" when it has painted, waits for it and for all that it forked
 * off, and ends as it did.
 */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE = 60000, QUIET = 150 /* ms: for the first frame; without a frame, when all is loaded */ };

/* Takes what the terminal is sent until the program has painted all, or has gone. */
static void
reader_wait_for_frames(int terminal, int frames)
{
    struct pollfd fds[] = {{.fd = frames, .events = POLLIN}, {.fd = terminal, .events = POLLIN}};
    int patience = PATIENCE;
    char bytes[4096];

    while (poll(fds, 2, patience) > 0) {
        if (fds[0].revents) {
            patience = QUIET;
            if (read(frames, bytes, sizeof bytes) <= 0)
                return;
        }
        if (fds[1].revents && read(terminal, bytes, sizeof bytes) <= 0)
            return;
    }
}

int
main(int argc, char **argv)
{
    const struct winsize size = {.ws_row = 40, .ws_col = 120};
    int frames[2], terminal, status = 0, got;
    char number[16], bytes[4096];
    pid_t reader, ended;

    (void)argc;
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) < 0 || pipe(frames) < 0)
        return 99;
    reader = forkpty(&terminal, NULL, NULL, &size);
    if (reader == 0) {
        (void)close(frames[0]);
        (void)snprintf(number, sizeof number, "%d", frames[1]);
        (void)setenv("LEDE_FRAME_FD", number, 1);
        (void)setenv("TERM", "xterm-256color", 1);
        (void)execv(argv[1], argv + 1);
        _exit(127);
    }
    (void)close(frames[1]);
    reader_wait_for_frames(terminal, frames[0]);
    if (write(terminal, "q", 1) < 0)
        perror("terminal");
    while (read(terminal, bytes, sizeof bytes) > 0)
        ;
    while ((ended = wait(&got)) > 0 || errno == EINTR)
        if (ended == reader)
            status = got;
    if (WIFSIGNALED(status))
        return 128 + WTERMSIG(status);
    return WEXITSTATUS(status);
}
