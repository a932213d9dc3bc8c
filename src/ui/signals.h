/* Signals set flags, nothing else. */
#ifndef LEDE_UI_SIGNALS_H
#define LEDE_UI_SIGNALS_H

#include <stdbool.h>

struct signals_seen {
    bool resized;    /* WINCH */
    bool stop;       /* TSTP: someone wants us to stop */
    bool resumed;    /* CONT */
    int end;         /* HUP, INT, QUIT or TERM: the signal; else 0 */
};

bool signals_open(void);  /* false when the system has no pipe left */
void signals_close(void); /* as it was before */
int signals_fd(void);     /* readable when a signal came */
/* What came since the last call. */
struct signals_seen signals_take(void);
/* Did one come that ends the program? It stays to be taken. */
bool signals_ended(void);
/* Stops this process, as the terminal's driver does for Ctrl-Z; returns when it goes on. */
void signals_stop(void);

#endif
