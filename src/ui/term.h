/* The terminal: into curses and out of it, by one way each. */
#ifndef LEDE_UI_TERM_H
#define LEDE_UI_TERM_H

#include "input.h"

/* False, with a sentence, when standard input or output is no terminal, or one that curses can't use. */
bool term_open(struct error *error);
void term_close(void); /* the terminal as it was */
/* Leaves the screen to the shell, and takes it again; what stands on it then is unknown. */
void term_pause(void);
void term_resume(void);
/* The size it has now; tells curses. */
void term_size(int *width, int *height);
/* What curses writes between these reaches the terminal in one piece. */
void term_begin_frame(void);
void term_end_frame(void);
bool term_is_ascii(void); /* the locale has no UTF-8 */
/* Teaches input what this terminal's keys send. */
void term_learn_keys(struct input *input);

#endif
