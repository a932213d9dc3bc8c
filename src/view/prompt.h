/* A line that is being typed. */
#ifndef LEDE_VIEW_PROMPT_H
#define LEDE_VIEW_PROMPT_H

#include "lede/canvas.h"
#include "lede/past.h"

struct prompt {
    struct text text;
    size_t at;       /* the insertion point, in bytes */
};

/* Going through the lines of before in a prompt. */
struct recall {
    struct past *past;
    enum past_kind kind;
    size_t at;       /* the one that is shown; as many as there are: what was typed */
    char *typed;
};

enum prompt_answer { PROMPT_NOTHING, PROMPT_MOVED, PROMPT_CHANGED, PROMPT_DONE, PROMPT_LEFT, PROMPT_UNUSED };

void prompt_open(struct prompt *prompt, const char *text);
/* One key: PROMPT_DONE for Enter, PROMPT_LEFT for Escape (and for rubbing out in an empty line), PROMPT_UNUSED when it is none
   for a line. */
enum prompt_answer prompt_key(struct prompt *prompt, uint32_t key);
/* Takes text in; line ends become blanks, what is hidden is dropped. */
enum prompt_answer prompt_paste(struct prompt *prompt, const char *s, size_t len);
/* A prompt is opened: it begins behind the last line of its kind. */
void recall_open(struct recall *recall, struct past *past, enum past_kind kind);
/* Puts the line before (or after) into the prompt; false when there is none. */
bool recall_line(struct recall *recall, struct prompt *prompt, bool back);
void recall_free(struct recall *recall);

const char *prompt_text(const struct prompt *prompt);
/* A place of the line that looks different: [start, end), or, when that is empty, the column behind it. */
struct prompt_mark {
    size_t start, end;
    enum role role;
};
/* Draws label and line, scrolled so that the insertion point is seen, and sets the cursor. mark may be NULL. */
void prompt_draw(const struct prompt *prompt, struct canvas *canvas, struct rect rect, const char *label,
                const struct prompt_mark *mark);
void prompt_free(struct prompt *prompt);

#endif
