/*
 * Measures a program in a pseudo-terminal: how soon it shows something, how many bytes a key costs, what it does when idle, how
 * often it paints while the window is dragged; and, without a terminal, how long it runs and how much memory it takes.
 *
 *     measure start  PROGRAM [ARG…]              ms to the last byte of the first screen: median and least of 15 runs
 *     measure key    KEYS KEY PROGRAM [ARG…]     bytes that KEY is answered with, after KEYS
 *     measure idle   PROGRAM [ARG…]              bytes in half a second without input
 *     measure resize PROGRAM [ARG…]              frames and bytes for 20 quick changes of size
 *     measure run    PROGRAM [ARG…]              seconds of CPU and peak memory in MiB; its output is thrown away
 *
 * A screen is over when nothing came for QUIET ms; that time is not counted.
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 15, QUIET = 60, FRAME_FD = 9, COLS = 120, ROWS = 40 };

struct session {
    pid_t pid;
    int master, frames;
    double started;              /* ms */
};

/* What came until it was quiet. */
struct answer {
    size_t bytes;
    unsigned frames;
    double last;                 /* when its last byte came: ms since the start */
};

static double
measure_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static struct session
measure_start(char **argv)
{
    struct winsize size = {.ws_col = COLS, .ws_row = ROWS};
    struct session session;
    int frames[2];

    if (pipe(frames) < 0) {
        perror("pipe");
        exit(2);
    }
    session.started = measure_clock();
    session.pid = forkpty(&session.master, NULL, NULL, &size);
    if (session.pid < 0) {
        perror("forkpty");
        exit(2);
    }
    if (session.pid == 0) {
        dup2(frames[1], FRAME_FD);
        close(frames[0]);
        close(frames[1]);
        setenv("LEDE_FRAME_FD", "9", 1);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(frames[1]);
    session.frames = frames[0];
    return session;
}

static void
measure_end(struct session *session)
{
    kill(session->pid, SIGKILL);
    (void)waitpid(session->pid, NULL, 0);
    close(session->master);
    close(session->frames);
}

static struct answer
measure_listen(const struct session *session, int quiet)
{
    struct answer answer = {0};

    for (;;) {
        struct pollfd fds[2] = {{.fd = session->master, .events = POLLIN}, {.fd = session->frames, .events = POLLIN}};
        char bytes[65536];
        ssize_t n;

        if (poll(fds, 2, quiet) <= 0)
            return answer;
        if (fds[1].revents & POLLIN && (n = read(session->frames, bytes, sizeof bytes)) > 0)
            for (ssize_t i = 0; i < n; i++)
                answer.frames += bytes[i] == '\n';
        if (!(fds[0].revents & POLLIN)) {
            if (fds[0].revents)
                return answer;
            continue;
        }
        n = read(session->master, bytes, sizeof bytes);
        if (n <= 0)
            return answer;
        answer.last = measure_clock() - session->started;
        answer.bytes += (size_t)n;
    }
}

static int
measure_compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void
measure_first_screen(char **argv)
{
    double last[RUNS];

    for (int i = 0; i < RUNS; i++) {
        struct session session = measure_start(argv);

        last[i] = measure_listen(&session, QUIET).last;
        measure_end(&session);
    }
    qsort(last, RUNS, sizeof *last, measure_compare);
    printf("%.1f %.1f\n", last[RUNS / 2], last[0]);
}

static void
measure_send(const struct session *session, const char *keys)
{
    if (write(session->master, keys, strlen(keys)) < 0)
        perror("write");
}

static void
measure_key(const char *before, const char *key, char **argv)
{
    struct session session = measure_start(argv);

    (void)measure_listen(&session, 4 * QUIET);
    measure_send(&session, before);
    (void)measure_listen(&session, 4 * QUIET);
    measure_send(&session, key);
    printf("%zu\n", measure_listen(&session, 4 * QUIET).bytes);
    measure_end(&session);
}

static void
measure_idle(char **argv)
{
    struct session session = measure_start(argv);

    (void)measure_listen(&session, 10 * QUIET);
    printf("%zu\n", measure_listen(&session, 500).bytes);
    measure_end(&session);
}

static void
measure_resize(char **argv)
{
    struct session session = measure_start(argv);
    struct answer answer;

    (void)measure_listen(&session, 4 * QUIET);
    for (int i = 0; i < 20; i++) {
        struct winsize size = {.ws_col = (unsigned short)(COLS - i), .ws_row = (unsigned short)(ROWS - i % 5)};

        (void)ioctl(session.master, TIOCSWINSZ, &size);
        (void)poll(NULL, 0, 5); /* as fast as a window is dragged */
    }
    answer = measure_listen(&session, 8 * QUIET);
    printf("%u %zu\n", answer.frames, answer.bytes);
    measure_end(&session);
}

static void
measure_run(char **argv)
{
    struct rusage usage;
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        if (dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO) >= 0)
            execvp(argv[0], argv);
        _exit(127);
    }
    if (wait4(pid, &status, 0, &usage) != pid || !WIFEXITED(status))
        exit(2);
    printf("%.3f %.1f\n",
           (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
           (double)usage.ru_maxrss / 1024);
}

int
main(int argc, char **argv)
{
    unsetenv("LINES");
    unsetenv("COLUMNS");
    if (argc > 2 && strcmp(argv[1], "start") == 0)
        measure_first_screen(argv + 2);
    else if (argc > 4 && strcmp(argv[1], "key") == 0)
        measure_key(argv[2], argv[3], argv + 4);
    else if (argc > 2 && strcmp(argv[1], "idle") == 0)
        measure_idle(argv + 2);
    else if (argc > 2 && strcmp(argv[1], "resize") == 0)
        measure_resize(argv + 2);
    else if (argc > 2 && strcmp(argv[1], "run") == 0)
        measure_run(argv + 2);
    else
        return 2;
    return 0;
}
