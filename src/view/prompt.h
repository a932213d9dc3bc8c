/* A line that is being typed. */
#ifndef LEDE_VIEW_PROMPT_H
#define LEDE_VIEW_PROMPT_H

#include "lede/canvas.h"

struct prompt {
    struct text text;
    size_t at;       /* the insertion point, in bytes */
};

enum prompt_answer { PROMPT_NOTHING, PROMPT_MOVED, PROMPT_CHANGED, PROMPT_DONE, PROMPT_LEFT, PROMPT_UNUSED };

void prompt_open(struct prompt *prompt, const char *text);
/* One key: PROMPT_DONE for Enter, PROMPT_LEFT for Escape (and for rubbing out in an empty line), PROMPT_UNUSED when it is none
   for a line. */
enum prompt_answer prompt_key(struct prompt *prompt, uint32_t key);
/* Takes text in; line ends become blanks, what is hidden is dropped. */
enum prompt_answer prompt_paste(struct prompt *prompt, const char *s, size_t len);
const char *prompt_text(const struct prompt *prompt);
/* Draws label and line, scrolled so that the insertion point is seen, and sets the cursor. */
void prompt_draw(const struct prompt *prompt, struct canvas *canvas, struct rect rect, const char *label);
void prompt_free(struct prompt *prompt);

#endif
