/* The terminal: into curses and out of it, by one way each. */
#include "term.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "hold.h"
#include "lede/keys.h"
#include "signals.h"
#include "squeeze.h"

enum { STUCK = 200 /* ms */, FRAME_PART = 1 << 14 };

static SCREEN *screen;
static struct termios modes;    /* before us */
static struct text farewell;    /* what gives the screen back, written beforehand */
static int tty = -1;            /* the terminal, whatever standard output is at the moment */
static int buffer = -1;         /* a file in memory that takes a frame, or -1 */
static struct squeeze squeeze;
static struct text frame, squeezed;

/* An extended capability has a name, but no variable. */
static const char *
term_string(const char *capability)
{
    const char *s = tigetstr((char *)capability);

    return s && s != (const char *)-1 ? s : "";
}

/* Writes s without the delays of terminfo, which only real old terminals need. */
static void
term_add_plain(struct text *out, const char *s)
{
    while (*s) {
        const char *end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;

        if (end)
            s = end + 1;
        else
            text_putc(out, *s++);
    }
}

static bool
term_takes_more(int milliseconds)
{
    struct pollfd fd = {.fd = tty, .events = POLLOUT};

    return poll(&fd, 1, milliseconds) > 0;
}

static void
term_write(const char *s, size_t len)
{
    while (len > 0 && !signals_ended()) {
        ssize_t n = write(tty, s, len);

        if (n < 0 && (errno == EINTR || (errno == EAGAIN && term_takes_more(-1))))
            continue;
        if (n <= 0)
            return;
        s += n;
        len -= (size_t)n;
    }
}

/* ---- frames ------------------------------------------------------------------------------ */

/*
 * curses 6 writes whenever it moves the cursor: a hundred times a frame, and over ssh as many packets. So for the time of a frame
 * its standard output is a file in memory.
 */
static void
term_open_buffer(void)
{
#ifdef MFD_CLOEXEC
    buffer = memfd_create("frame", MFD_CLOEXEC);
#endif
    tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (tty < 0)
        tty = STDOUT_FILENO;
}

static void
term_close_buffer(void)
{
    if (buffer >= 0)
        (void)close(buffer);
    if (tty != STDOUT_FILENO)
        (void)close(tty);
    tty = buffer = -1;
    text_free(&frame);
    text_free(&squeezed);
}

void
term_begin_frame(void)
{
    if (buffer >= 0 && tty != STDOUT_FILENO)
        (void)dup2(buffer, STDOUT_FILENO);
}

static void
term_start_squeeze(void)
{
    squeeze = (struct squeeze){.utf8 = !term_is_ascii()};
    squeeze.scrolls = strcmp(term_string("indn"), "\033[%p1%dS") == 0 && strcmp(term_string("rin"), "\033[%p1%dT") == 0;
}

/* Before anything that knows nothing of margins; whatever was lost of the last frame. */
static void
term_margins_off(void)
{
    static const char off[] = "\0337\033[r\0338";

    if (squeeze.scrolls && write(tty, off, sizeof off - 1) < 0) {
        /* nobody is there to be told */
    }
}

static void
term_read_frame(void)
{
    ssize_t n;

    frame.n = 0;
    while ((n = pread(buffer, text_room(&frame, FRAME_PART), FRAME_PART, (off_t)frame.n)) > 0)
        frame.n += (size_t)n;
}

void
term_end_frame(void)
{
    if (buffer < 0 || tty == STDOUT_FILENO)
        return;
    (void)dup2(tty, STDOUT_FILENO);
    term_read_frame();
    squeezed.n = 0;
    squeeze_frame(&squeeze, frame.v, frame.n, COLS, LINES, &squeezed);
    term_write(squeezed.v, squeezed.n);
    if (ftruncate(buffer, 0) < 0 || lseek(buffer, 0, SEEK_SET) < 0) {
        (void)close(buffer);
        buffer = -1;
    }
}

/* ---- modes ---------------------------------------------------------------------------------- */

/* Memory has run out, perhaps in another thread in the midst of a frame: nothing of curses is called. */
static void
term_abandon(void)
{
    term_write(farewell.v, farewell.n);
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
    hold_let_go();
}

static void
term_prepare_farewell(void)
{
    static const char *const capabilities[] = {"BD", "rmkx", "sgr0", "op", "rmcup", "cnorm"};

    farewell.n = 0;
    if (squeeze.scrolls)
        text_puts(&farewell, "\033[r");
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
        term_add_plain(&farewell, term_string(capabilities[i]));
    text_puts(&farewell, "");
}

static void
term_say(const char *capability)
{
    struct text s = {0};

    text_puts(&s, "");
    term_add_plain(&s, term_string(capability));
    if (write(tty, s.v, s.n) < 0) {
        /* nobody is there to be told */
    }
    text_free(&s);
}

static void
term_paste_marks(bool on)
{
    term_say(on ? "BE" : "BD");
}

/* An exported LINES or COLUMNS is often stale: it counts only where the driver does not know the size. */
static void
term_choose_size(void)
{
    struct winsize size;
    bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;

    use_env(!known);
    use_tioctl(known);
}

static void
term_set_modes(void)
{
    raw(); /* Ctrl-C and Ctrl-Z are keys, and can be bound */
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);   /* scrolling by the terminal, where that saves bytes */
    typeahead(-1);         /* no frame is broken off half-way */
    if (has_colors() && start_color() == OK)
        (void)use_default_colors();
    term_paste_marks(true);
}

/* Looked up before curses starts, which would change modes and say things that then had to be taken back. */
static bool
term_usable(struct error *error)
{
    const char *name = getenv("TERM");
    int found;
    bool moves;

    if (!name || !*name) {
        error_set(error, STATUS_IO, "TERM is not set: which terminal is this?");
        return false;
    }
    if (setupterm(NULL, STDOUT_FILENO, &found) != OK) {
        error_set(error, STATUS_IO, "TERM is '%s', a terminal that this system knows nothing of", name);
        return false;
    }
    moves = *term_string("cup");
    (void)del_curterm(cur_term);
    if (!moves)
        error_set(error, STATUS_IO, "the reader needs a terminal with a cursor that moves; TERM is '%s', which has none", name);
    return moves;
}

static bool
term_start(struct error *error)
{
    if (!term_usable(error))
        return false;
    term_choose_size();
    screen = newterm(NULL, stdout, stdin);
    if (!screen)
        error_set(error, STATUS_IO, "curses can't use this terminal; TERM is '%s'", getenv("TERM"));
    return screen;
}

bool
term_open(struct error *error)
{
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &modes) < 0) {
        error_set(error, STATUS_IO, "standard input is not a terminal; for scripts there is 'lede extract', see lede --help");
        return false;
    }
    if (!isatty(STDOUT_FILENO)) {
        error_set(error, STATUS_IO, "standard output is not a terminal; for scripts there is 'lede extract', see lede --help");
        return false;
    }
    fflush(stdout);
    if (!term_start(error))
        return false;
    term_open_buffer();
    term_start_squeeze();
    term_prepare_farewell();
    mem_on_exhausted(term_abandon);
    hold_start();
    term_set_modes();
    return true;
}

void
term_close(void)
{
    term_pause();
    mem_on_exhausted(NULL);
    delscreen(screen);
    screen = NULL;
    text_free(&farewell);
    term_close_buffer();
    hold_end();
}

void
term_pause(void)
{
    if (!term_takes_more(STUCK)) /* a link that hangs: what it was to carry is given up, or we would wait for ever */
        (void)tcflush(tty, TCOFLUSH);
    term_margins_off();
    term_paste_marks(false);
    curs_set(1);
    endwin();
    term_say("cnorm"); /* again: some terminals keep it with the screen that came back, as it was hidden in a frame */
}

void
term_resume(void)
{
    reset_prog_mode();
    term_paste_marks(true);
    clearok(curscr, TRUE);
    term_start_squeeze();
}

void
term_size(int *width, int *height)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0 &&
        (size.ws_row != LINES || size.ws_col != COLS))
        (void)resizeterm(size.ws_row, size.ws_col);
    *width = COLS;
    *height = LINES;
}

bool
term_is_ascii(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
}

void
term_learn_keys(struct input *input)
{
    static const struct {
        const char *capability;
        uint32_t key;
    } keys[] = {
        {"kcuu1", KEY_UP_ARROW}, {"kcud1", KEY_DOWN_ARROW}, {"kcub1", KEY_LEFT_ARROW}, {"kcuf1", KEY_RIGHT_ARROW},
        {"khome", KEY_HOME_KEY}, {"kend", KEY_END_KEY}, {"kpp", KEY_PAGE_UP}, {"knp", KEY_PAGE_DOWN},
        {"kcbt", KEY_SHIFT_TAB}, {"kdch1", KEY_DELETE}, {"kich1", KEY_INSERT}, {"kent", KEY_RETURN},
    };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        input_learn(input, term_string(keys[i].capability), keys[i].key);
    for (unsigned i = 1; i <= 12; i++) {
        char name[8];

        (void)snprintf(name, sizeof name, "kf%u", i);
        input_learn(input, term_string(name), KEY_FUNCTION_1 + i - 1);
    }
}
