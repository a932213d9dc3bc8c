/* The real program in a pseudo-terminal, with libvterm as the terminal. */
#ifndef LEDE_TEST_PTY_H
#define LEDE_TEST_PTY_H

#include "../unit/unit.h"

#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

/* How the program is started; what is left out is usual. */
struct pty_setup {
    int cols, rows;              /* 0: 120 × 40; -1: the driver does not know */
    const char *term;            /* NULL: xterm-256color; "": not set */
    const char *env[8];          /* NAME=value, or NAME to take it away; NULL at the end */
    const char *args[8];         /* what comes after the program's name; NULL: the folder of the fixture */
    bool nohup;                  /* HUP is ignored, as under nohup(1) */
    bool input_away;             /* standard input is not the terminal, but /dev/null */
    bool output_away;            /* standard output is not the terminal, but /dev/null */
    bool stderr_here;            /* standard error is the terminal too, not a file */
    bool job;                    /* as a job of a small shell, which can stop and continue it */
};

struct pty;

struct pty *pty_start(const struct pty_setup *setup);
void pty_free(struct pty *pty); /* ends the program if it still runs */

void pty_send(struct pty *pty, const char *keys);
void pty_resize(struct pty *pty, int cols, int rows);
void pty_signal(struct pty *pty, int number);
/* Waits for the next frame that shows all input, and for its bytes; fails the test after a long time. Returns its number. */
unsigned long pty_frame(struct pty *pty);
/* Waits until what was sent is on the screen, whether it changes something or not: another width is always drawn. */
void pty_sync(struct pty *pty);
/* The same for a program that may refuse; true: it has ended. */
bool pty_wait_or_frame(struct pty *pty);
/* Waits, over any number of frames, until the text is on the screen, or is gone from it. */
void pty_until(struct pty *pty, const char *text);
void pty_until_gone(struct pty *pty, const char *text);
/* Sends keys and waits for the frame; returns its number. */
unsigned long pty_keys(struct pty *pty, const char *keys);

/* The screen. */
const char *pty_row(struct pty *pty, int y);         /* UTF-8, without blanks at the end; valid until the next call */
bool pty_shows(struct pty *pty, const char *text);   /* in one row */
int pty_find(struct pty *pty, const char *text, int *x); /* row, and column if x is not NULL; -1: nowhere */
void pty_cursor(struct pty *pty, int *x, int *y, bool *visible);
struct pty_look {
    int fg, bg;                  /* 0–255, -1: the terminal's own */
    bool bold, italic, underline, reverse;
};
struct pty_look pty_look(struct pty *pty, int x, int y);
bool pty_blank(struct pty *pty, int x, int y);       /* nothing but the ground is to be seen */

/* All bytes the program wrote since the start or the last pty_forget(). */
const char *pty_bytes(const struct pty *pty, size_t *len);
void pty_forget(struct pty *pty);
/* Reads what comes for so many milliseconds: for tests that nothing does. */
void pty_listen(struct pty *pty, int milliseconds);

/* Waits for the end; returns the exit status, or 128 + the signal. */
int pty_wait(struct pty *pty);
const char *pty_stderr(struct pty *pty);             /* all that the program wrote to a file that is its standard error */
bool pty_modes_restored(const struct pty *pty);      /* the driver's settings are what they were */
void pty_hang_up(struct pty *pty);                   /* the terminal vanishes */
void pty_stall(struct pty *pty);                     /* it takes no byte any more: a link that hangs */
/* With .job: waits until it has stopped; lets it go on. */
void pty_wait_stopped(struct pty *pty);
void pty_continue(struct pty *pty);

/* A folder of articles, made for the test, gone at the end. */
const char *fixture_folder(void);
void fixture_write(const char *name, const char *bytes, size_t len);
int fixture_make(void **state);
int fixture_remove(void **state);

#endif
