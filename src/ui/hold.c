/* What is written to standard error while curses has the screen. */
#include "hold.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int real = -1;
static FILE *held;

void
hold_start(void)
{
    if (!isatty(STDERR_FILENO))
        return;
    held = tmpfile();
    if (!held)
        return;
    fflush(stderr);
    real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real < 0 || dup2(fileno(held), STDERR_FILENO) < 0) {
        fclose(held);
        held = NULL;
    }
}

void
hold_let_go(void)
{
    if (held)
        (void)dup2(real, STDERR_FILENO);
}

void
hold_end(void)
{
    char bytes[4096];
    size_t n;

    if (!held)
        return;
    fflush(stderr);
    hold_let_go();
    (void)close(real);
    real = -1;
    rewind(held);
    while ((n = fread(bytes, 1, sizeof bytes, held)) > 0)
        fwrite(bytes, 1, n, stderr);
    fclose(held);
    held = NULL;
}
