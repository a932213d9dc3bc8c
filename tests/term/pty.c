/* The real program in a pseudo-terminal, with libvterm as the terminal. */
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h> /* login_tty() */
#include <vterm.h>

#include "lede/base.h"

enum {
    /* ms: no measure of speed, only an end for what hangs. Sanitizers and valgrind are slow; and where the machine has far too much to
       do, the kernel closes an inotify descriptor after a minute only: fsnotify_destroy_group() waits for readers of lower priority. */
    PATIENCE = 300000,
    GRACE = 30,       /* ms: between a write() to a pseudo-terminal and its bytes the kernel's worker runs */
    FRAME_FD = 9,
};

struct pty {
    pid_t pid;
    int master, frames_fd, control, errors;
    VTerm *vt;
    VTermScreen *screen;
    int cols, rows;
    bool stalled;
    bool wider;                  /* pty_sync() made it so */
    bool cursor_visible;
    struct termios before;
    struct text bytes, row, stderr_text;
    char line[64];               /* of the frame descriptor, as far as it came */
    size_t line_len;
    unsigned long frame, frames_seen;
    bool reaped;
    int status;
};

static int64_t
pty_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- start ------------------------------------------------------------------------------------ */

static void
pty_environment(const struct pty_setup *setup)
{
    static const char *const gone[] = {"LINES", "COLUMNS", "NO_COLOR", "ESCDELAY", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < COUNT(gone); i++)
        unsetenv(gone[i]);
    setenv("HOME", "/nonexistent", 1); /* whoever runs the tests may have a configuration */
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("LEDE_FRAME_FD", "9", 1);
    if (setup->term && !*setup->term)
        unsetenv("TERM");
    else
        setenv("TERM", setup->term ? setup->term : "xterm-256color", 1);
    for (size_t i = 0; i < COUNT(setup->env) && setup->env[i]; i++)
        if (strchr(setup->env[i], '='))
            putenv((char *)setup->env[i]);
        else
            unsetenv(setup->env[i]);
}

LEDE_NORETURN static void
pty_exec(const struct pty_setup *setup)
{
    const char *program = getenv("LEDE");
    char *argv[COUNT(setup->args) + 2] = {(char *)(program ? program : "./lede"), (char *)fixture_folder()};

    for (size_t i = 0; i < COUNT(setup->args) && setup->args[i]; i++)
        argv[i + 1] = (char *)setup->args[i];
    if (setup->input_away)
        dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    if (setup->output_away)
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
    if (setup->nohup)
        signal(SIGHUP, SIG_IGN);
    pty_environment(setup);
    execv(argv[0], argv);
    _exit(127);
}

/* As a shell does it: the job in a group of its own, in the foreground until it stops. */
LEDE_NORETURN static void
pty_shell(const struct pty_setup *setup, int control)
{
    pid_t job;
    int status;

    signal(SIGTTOU, SIG_IGN);
    job = fork();
    if (job == 0) {
        setpgid(0, 0);
        (void)tcsetpgrp(STDIN_FILENO, getpid());
        signal(SIGTTOU, SIG_DFL);
        close(control);
        pty_exec(setup);
    }
    setpgid(job, job);
    (void)tcsetpgrp(STDIN_FILENO, job);
    while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
        char c = 's';

        (void)tcsetpgrp(STDIN_FILENO, getpid());
        if (write(control, &c, 1) != 1 || read(control, &c, 1) != 1)
            _exit(126);
        (void)tcsetpgrp(STDIN_FILENO, job);
        kill(-job, SIGCONT);
    }
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

static void
pty_child(const struct pty_setup *setup, int terminal, int frames, int errors, int control)
{
    sigset_t none;

    if (login_tty(terminal) < 0)
        _exit(127);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGHUP, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGQUIT, SIG_DFL); /* a shell without job control starts what runs behind it deaf to both */
    signal(SIGTERM, SIG_DFL);
    signal(SIGTSTP, SIG_DFL);
    dup2(frames, FRAME_FD);
    if (!setup->stderr_here)
        dup2(errors, STDERR_FILENO);
    for (int fd = 3; fd < 64; fd++)
        if (fd != FRAME_FD && fd != control)
            close(fd);
    if (setup->job)
        pty_shell(setup, control);
    pty_exec(setup);
}

static int
pty_set_cursor(VTermProp prop, VTermValue *value, void *arg)
{
    struct pty *pty = arg;

    if (prop == VTERM_PROP_CURSORVISIBLE)
        pty->cursor_visible = value->boolean;
    return 1;
}

static void
pty_open_vterm(struct pty *pty)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = pty_set_cursor};

    pty->vt = vterm_new(pty->rows, pty->cols);
    vterm_set_utf8(pty->vt, 1);
    pty->screen = vterm_obtain_screen(pty->vt);
    vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
    pty->cursor_visible = true;
}

static int
pty_temporary(void)
{
    FILE *file = tmpfile();
    int fd = file ? dup(fileno(file)) : -1;

    assert_true(fd >= 0);
    fclose(file);
    return fd;
}

struct pty *
pty_start(const struct pty_setup *setup)
{
    struct pty *pty = mem_zero(1, sizeof *pty);
    struct winsize size = {.ws_col = 120, .ws_row = 40};
    int frames[2], control[2], terminal;

    if (setup->cols > 0)
        size = (struct winsize){.ws_col = (unsigned short)setup->cols, .ws_row = (unsigned short)setup->rows};
    pty->cols = size.ws_col;
    pty->rows = size.ws_row;
    if (setup->cols < 0) {
        pty->cols = 80;
        pty->rows = 24;
        size.ws_col = size.ws_row = 0;
    }
    pty->errors = pty_temporary();
    assert_int_equal(pipe(frames), 0);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, control), 0);
    assert_int_equal(openpty(&pty->master, &terminal, NULL, NULL, &size), 0);
    assert_int_equal(tcgetattr(terminal, &pty->before), 0); /* now: the program may be faster than we are after the fork */
    pty->pid = fork();
    assert_true(pty->pid >= 0);
    if (pty->pid == 0)
        pty_child(setup, terminal, frames[1], pty->errors, control[1]);
    close(terminal);
    close(frames[1]);
    close(control[1]);
    pty->frames_fd = frames[0];
    pty->control = control[0];
    pty_open_vterm(pty);
    text_puts(&pty->bytes, "");
    return pty;
}

/* ---- reading -------------------------------------------------------------------------------------- */

static bool
pty_take_bytes(struct pty *pty)
{
    char bytes[4096];
    ssize_t n = read(pty->master, bytes, sizeof bytes);

    if (n <= 0)
        return false;
    text_add(&pty->bytes, bytes, (size_t)n);
    vterm_input_write(pty->vt, bytes, (size_t)n);
    return true;
}

static bool
pty_take_frames(struct pty *pty)
{
    char bytes[256];
    ssize_t n = read(pty->frames_fd, bytes, sizeof bytes);

    for (ssize_t i = 0; i < n; i++) {
        if (bytes[i] != '\n') {
            assert_true(pty->line_len < sizeof pty->line - 1);
            pty->line[pty->line_len++] = bytes[i];
            continue;
        }
        pty->line[pty->line_len] = '\0';
        pty->line_len = 0;
        assert_int_equal(sscanf(pty->line, "frame %lu", &pty->frame), 1);
        pty->frames_seen++;
    }
    return n > 0;
}

/* Takes what is there, or comes within some milliseconds. False: nothing came, or nothing will. */
static bool
pty_pump(struct pty *pty, int milliseconds)
{
    struct pollfd fds[2] = {{.fd = pty->stalled ? -1 : pty->master, .events = POLLIN}, {.fd = pty->frames_fd, .events = POLLIN}};
    bool any = false;

    if (poll(fds, 2, milliseconds) <= 0)
        return false;
    if (fds[0].revents)
        any |= pty_take_bytes(pty);
    if (fds[1].revents)
        any |= pty_take_frames(pty);
    return any;
}

static void
pty_settle(struct pty *pty)
{
    while (pty_pump(pty, GRACE))
        ;
}

void
pty_listen(struct pty *pty, int milliseconds)
{
    int64_t until = pty_clock() + milliseconds;

    while (pty_clock() < until)
        (void)pty_pump(pty, (int)(until - pty_clock()));
}

/* Says what is on the screen when a test fails. */
static void
pty_show(struct pty *pty)
{
    for (int y = 0; y < pty->rows; y++)
        print_error("|%s\n", pty_row(pty, y));
    print_error("%s", pty_stderr(pty));
}

/* Takes what comes; fails the test when the program has ended, or nothing happens for too long. */
static void
pty_wait_more(struct pty *pty, int64_t until, const char *what, const char *text)
{
    if (pty_pump(pty, 100))
        return;
    pty->reaped = waitpid(pty->pid, &pty->status, WNOHANG) == pty->pid;
    if (!pty->reaped && pty_clock() < until)
        return;
    pty_show(pty);
    fail_msg("%s; %s: %s", pty->reaped ? "it ended" : "it hangs", what, text);
}

unsigned long
pty_frame(struct pty *pty)
{
    unsigned long seen = pty->frames_seen;
    int64_t until = pty_clock() + PATIENCE;

    while (pty->frames_seen == seen)
        pty_wait_more(pty, until, "waited for", "a frame");
    pty_settle(pty);
    return pty->frame;
}

bool
pty_wait_or_frame(struct pty *pty)
{
    int64_t until = pty_clock() + PATIENCE;

    while (pty->frames_seen == 0 && !pty->reaped && pty_clock() < until)
        if (!pty_pump(pty, 20))
            pty->reaped = waitpid(pty->pid, &pty->status, WNOHANG) == pty->pid;
    return pty->reaped;
}

static void
pty_wait_for(struct pty *pty, const char *text, bool there)
{
    int64_t until = pty_clock() + PATIENCE;

    while (pty_shows(pty, text) != there)
        pty_wait_more(pty, until, there ? "not on the screen" : "still on the screen", text);
}

void
pty_until(struct pty *pty, const char *text)
{
    pty_wait_for(pty, text, true);
}

void
pty_until_gone(struct pty *pty, const char *text)
{
    pty_wait_for(pty, text, false);
}

/* ---- writing ---------------------------------------------------------------------------------------- */

void
pty_send(struct pty *pty, const char *keys)
{
    size_t len = strlen(keys);

    while (pty_pump(pty, 0))
        ;
    assert_int_equal(write(pty->master, keys, len), (ssize_t)len);
}

unsigned long
pty_keys(struct pty *pty, const char *keys)
{
    pty_send(pty, keys);
    return pty_frame(pty);
}

void
pty_resize(struct pty *pty, int cols, int rows)
{
    struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};

    while (pty_pump(pty, 0))
        ;
    pty->cols = cols;
    pty->rows = rows;
    vterm_set_size(pty->vt, rows, cols);
    assert_int_equal(ioctl(pty->master, TIOCSWINSZ, &size), 0);
}

void
pty_sync(struct pty *pty)
{
    pty->wider = !pty->wider;
    pty_resize(pty, pty->cols + (pty->wider ? 1 : -1), pty->rows);
    (void)pty_frame(pty);
    /* The first frame may have been that of the keys. */
    while (pty_pump(pty, 3 * GRACE))
        ;
}

void
pty_signal(struct pty *pty, int number)
{
    kill(pty->pid, number);
}

/* ---- the screen -------------------------------------------------------------------------------------- */

const char *
pty_row(struct pty *pty, int y)
{
    size_t end = 0;

    pty->row.n = 0;
    text_puts(&pty->row, "");
    for (int x = 0; x < pty->cols;) {
        VTermScreenCell cell;
        VTermPos pos = {y, x};

        assert_true(vterm_screen_get_cell(pty->screen, pos, &cell));
        if (cell.chars[0] == 0)
            text_putc(&pty->row, ' ');
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && cell.chars[i] != UINT32_MAX; i++) {
            uint32_t c = cell.chars[i];

            if (c < 0x80)
                text_putc(&pty->row, (char)c);
            else if (c < 0x800)
                text_printf(&pty->row, "%c%c", (int)(0xC0 | c >> 6), (int)(0x80 | (c & 63)));
            else if (c < 0x10000)
                text_printf(&pty->row, "%c%c%c", (int)(0xE0 | c >> 12), (int)(0x80 | (c >> 6 & 63)), (int)(0x80 | (c & 63)));
            else
                text_printf(&pty->row, "%c%c%c%c", (int)(0xF0 | c >> 18), (int)(0x80 | (c >> 12 & 63)),
                            (int)(0x80 | (c >> 6 & 63)), (int)(0x80 | (c & 63)));
        }
        if (cell.chars[0] != 0 && cell.chars[0] != ' ')
            end = pty->row.n;
        x += cell.width > 0 ? cell.width : 1;
    }
    pty->row.v[end] = '\0';
    return pty->row.v;
}

int
pty_find(struct pty *pty, const char *text, int *x)
{
    for (int y = 0; y < pty->rows; y++) {
        const char *row = pty_row(pty, y), *at = strstr(row, text);

        if (!at)
            continue;
        if (x) {
            *x = 0;
            for (const char *c = row; c < at; c++)
                *x += (*c & 0xC0) != 0x80; /* of rows without wide characters */
        }
        return y;
    }
    return -1;
}

bool
pty_shows(struct pty *pty, const char *text)
{
    return pty_find(pty, text, NULL) >= 0;
}

void
pty_cursor(struct pty *pty, int *x, int *y, bool *visible)
{
    VTermPos pos;

    vterm_state_get_cursorpos(vterm_obtain_state(pty->vt), &pos);
    *x = pos.col;
    *y = pos.row;
    *visible = pty->cursor_visible;
}

static int
pty_color(const VTermColor *color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
        return -1;
    return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : 256;
}

struct pty_look
pty_look(struct pty *pty, int x, int y)
{
    VTermPos pos = {y, x};
    VTermScreenCell cell;

    assert_true(vterm_screen_get_cell(pty->screen, pos, &cell));
    return (struct pty_look){pty_color(&cell.fg),    pty_color(&cell.bg),      cell.attrs.bold, cell.attrs.italic,
                             cell.attrs.underline, cell.attrs.reverse};
}

bool
pty_blank(struct pty *pty, int x, int y)
{
    VTermPos pos = {y, x};
    VTermScreenCell cell;

    assert_true(vterm_screen_get_cell(pty->screen, pos, &cell));
    return cell.chars[0] == 0 || cell.chars[0] == ' ';
}

/* ---- bytes and ends ---------------------------------------------------------------------------------- */

const char *
pty_bytes(const struct pty *pty, size_t *len)
{
    *len = pty->bytes.n;
    return pty->bytes.v;
}

void
pty_forget(struct pty *pty)
{
    while (pty_pump(pty, 0))
        ;
    pty->bytes.n = 0;
    text_puts(&pty->bytes, "");
}

int
pty_wait(struct pty *pty)
{
    int64_t until = pty_clock() + PATIENCE;

    while (!pty->reaped) {
        pid_t got = waitpid(pty->pid, &pty->status, WNOHANG);

        pty->reaped = got == pty->pid;
        if (pty->reaped)
            break;
        if (pty_clock() > until)
            fail_msg("the program does not end");
        /* What it still writes must be read, or it waits for us. */
        if (pty->master < 0)
            (void)poll(NULL, 0, 1);
        else
            (void)pty_pump(pty, 1);
    }
    if (pty->master >= 0)
        pty_settle(pty);
    return WIFEXITED(pty->status) ? WEXITSTATUS(pty->status) : 128 + WTERMSIG(pty->status);
}

const char *
pty_stderr(struct pty *pty)
{
    char bytes[1024];
    ssize_t n;

    pty->stderr_text.n = 0;
    text_puts(&pty->stderr_text, "");
    for (off_t at = 0; (n = pread(pty->errors, bytes, sizeof bytes, at)) > 0; at += n)
        text_add(&pty->stderr_text, bytes, (size_t)n);
    return pty->stderr_text.v;
}

bool
pty_modes_restored(const struct pty *pty)
{
    struct termios now;

    return tcgetattr(pty->master, &now) == 0 && now.c_iflag == pty->before.c_iflag && now.c_oflag == pty->before.c_oflag &&
           now.c_lflag == pty->before.c_lflag && now.c_cflag == pty->before.c_cflag;
}

void
pty_hang_up(struct pty *pty)
{
    close(pty->master);
    pty->master = -1;
}

void
pty_stall(struct pty *pty)
{
    pty->stalled = true;
}

void
pty_wait_stopped(struct pty *pty)
{
    struct pollfd fd = {.fd = pty->control, .events = POLLIN};
    int64_t until = pty_clock() + PATIENCE;
    char c;

    while (poll(&fd, 1, 0) == 0 && pty_clock() < until)
        (void)pty_pump(pty, 10);
    assert_int_equal(read(pty->control, &c, 1), 1);
    pty_settle(pty);
}

void
pty_continue(struct pty *pty)
{
    assert_int_equal(write(pty->control, "c", 1), 1);
}

void
pty_free(struct pty *pty)
{
    if (!pty->reaped) {
        kill(pty->pid, SIGKILL);
        (void)waitpid(pty->pid, NULL, 0);
    }
    if (pty->master >= 0)
        close(pty->master);
    close(pty->frames_fd);
    close(pty->control);
    close(pty->errors);
    vterm_free(pty->vt);
    text_free(&pty->bytes);
    text_free(&pty->row);
    text_free(&pty->stderr_text);
    mem_free(pty);
}
