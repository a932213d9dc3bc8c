/* The bytes a terminal sends, as keys and pasted text. Without a terminal of its own. */
#ifndef LEDE_UI_INPUT_H
#define LEDE_UI_INPUT_H

#include "lede/base.h"

struct input;

struct input_event {
    uint32_t key;       /* KEY_NONE: pasted text */
    const char *text;   /* valid UTF-8 without controls; lives until the next input_next() */
    size_t len;
};

struct input *input_new(void);
void input_free(struct input *input);
/* What this terminal sends for a key, beside what all send; copied. */
void input_learn(struct input *input, const char *bytes, uint32_t key);
void input_feed(struct input *input, const char *bytes, size_t len);
/* The next key or paste; false when there is none, or only the beginning of one. */
bool input_next(struct input *input, struct input_event *event);
/* The beginning of a sequence waits for its end, which may never come: after a while the Escape was one. */
bool input_unfinished(const struct input *input);
void input_expire(struct input *input);

#endif
