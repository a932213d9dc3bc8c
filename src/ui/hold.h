/* What is written to standard error while curses has the screen. */
#ifndef LEDE_UI_HOLD_H
#define LEDE_UI_HOLD_H

/* From here on standard error goes to a file, if it is a terminal. */
void hold_start(void);
/* Standard error is what it was, and has what was held. */
void hold_end(void);
/* The first half alone; for a process that is about to die. */
void hold_let_go(void);

#endif
