/* Editing a line: the keys that readline users have in their fingers. */
#include <string.h>

#include "lede/keys.h"
#include "lede/utf.h"
#include "prompt.h"

enum { PROMPT_MAX = 1024 }; /* bytes; a longer paste is cut */

void
prompt_open(struct prompt *prompt, const char *text)
{
    prompt->text.n = 0;
    text_puts(&prompt->text, text);
    prompt->at = prompt->text.n;
}

const char *
prompt_text(const struct prompt *prompt)
{
    return prompt->text.v ? prompt->text.v : "";
}

void
prompt_free(struct prompt *prompt)
{
    text_free(&prompt->text);
    prompt->at = 0;
}

static void
prompt_cut(struct prompt *prompt, size_t from, size_t to)
{
    struct text *text = &prompt->text;

    memmove(text->v + from, text->v + to, text->n - to + 1);
    text->n -= to - from;
    prompt->at = from;
}

static void
prompt_insert(struct prompt *prompt, const char *s, size_t len)
{
    struct text *text = &prompt->text;

    if (text->n + len > PROMPT_MAX)
        return;
    text_add(text, s, len);
    memmove(text->v + prompt->at + len, text->v + prompt->at, text->n - len - prompt->at);
    memcpy(text->v + prompt->at, s, len);
    prompt->at += len;
}

static size_t
prompt_before(const struct prompt *prompt, size_t at)
{
    size_t start = 0;

    for (size_t i = 0; i < at; i = utf_grapheme_end(prompt->text.v, prompt->text.n, i))
        start = i;
    return start;
}

static size_t
prompt_word_before(const struct prompt *prompt)
{
    size_t at = prompt->at;

    while (at && prompt->text.v[at - 1] == ' ')
        at--;
    while (at && prompt->text.v[at - 1] != ' ')
        at--;
    return at;
}

static enum prompt_answer
prompt_rub_out(struct prompt *prompt, size_t from)
{
    if (prompt->text.n == 0)
        return PROMPT_LEFT;
    if (from == prompt->at)
        return PROMPT_NOTHING;
    prompt_cut(prompt, from, prompt->at);
    return PROMPT_CHANGED;
}

static enum prompt_answer
prompt_move(struct prompt *prompt, size_t at)
{
    prompt->at = at;
    return PROMPT_MOVED;
}

static enum prompt_answer
prompt_type(struct prompt *prompt, uint32_t key)
{
    char utf[4];

    if (key >= KEY_NAMED || utf_is_hidden(key))
        return PROMPT_UNUSED;
    prompt_insert(prompt, utf, (size_t)utf_encode(key, utf));
    return PROMPT_CHANGED;
}

enum prompt_answer
prompt_key(struct prompt *prompt, uint32_t key)
{
    size_t end = prompt->text.n;

    switch (key) {
    case KEY_RETURN:
        return PROMPT_DONE;
    case KEY_ESCAPE:
    case KEY_CTRL | 'c':
    case KEY_CTRL | 'g':
        return PROMPT_LEFT;
    case KEY_RUBOUT:
    case KEY_CTRL | 'h':
        return prompt_rub_out(prompt, prompt_before(prompt, prompt->at));
    case KEY_CTRL | 'u':
        return prompt->at ? prompt_rub_out(prompt, 0) : PROMPT_NOTHING;
    case KEY_CTRL | 'w':
        return prompt->at ? prompt_rub_out(prompt, prompt_word_before(prompt)) : PROMPT_NOTHING;
    case KEY_DELETE:
    case KEY_CTRL | 'd':
        if (prompt->at >= end)
            return PROMPT_NOTHING;
        prompt_cut(prompt, prompt->at, utf_grapheme_end(prompt->text.v, end, prompt->at));
        return PROMPT_CHANGED;
    case KEY_CTRL | 'k':
        if (prompt->at >= end)
            return PROMPT_NOTHING;
        prompt_cut(prompt, prompt->at, end);
        return PROMPT_CHANGED;
    case KEY_LEFT_ARROW:
    case KEY_CTRL | 'b':
        return prompt_move(prompt, prompt_before(prompt, prompt->at));
    case KEY_RIGHT_ARROW:
    case KEY_CTRL | 'f':
        return prompt_move(prompt, prompt->at < end ? utf_grapheme_end(prompt->text.v, end, prompt->at) : end);
    case KEY_HOME_KEY:
    case KEY_CTRL | 'a':
        return prompt_move(prompt, 0);
    case KEY_END_KEY:
    case KEY_CTRL | 'e':
        return prompt_move(prompt, end);
    default:
        return prompt_type(prompt, key);
    }
}

enum prompt_answer
prompt_paste(struct prompt *prompt, const char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        char utf[4];

        i += (size_t)utf_decode(s + i, len - i, &cp);
        if (cp == '\n' || cp == '\t' || cp == '\r')
            cp = ' ';
        if (!utf_is_hidden(cp))
            prompt_insert(prompt, utf, (size_t)utf_encode(cp, utf));
    }
    return PROMPT_CHANGED;
}

/* ---- lines of before ----------------------------------------------------------------------- */

void
recall_open(struct recall *recall, struct past *past, enum past_kind kind)
{
    recall_free(recall);
    *recall = (struct recall){.past = past, .kind = kind, .at = past_count(past, kind)};
}

bool
recall_line(struct recall *recall, struct prompt *prompt, bool back)
{
    size_t n = past_count(recall->past, recall->kind);
    const char *typed = prompt_text(prompt);

    if (back ? recall->at == 0 : recall->at >= n)
        return false;
    if (recall->at == n) {
        mem_free(recall->typed);
        recall->typed = strcpy(mem_alloc(strlen(typed) + 1), typed);
    }
    recall->at = back ? recall->at - 1 : recall->at + 1;
    prompt_open(prompt, recall->at < n ? past_line(recall->past, recall->kind, recall->at) : recall->typed);
    return true;
}

void
recall_free(struct recall *recall)
{
    mem_free(recall->typed);
    recall->typed = NULL;
}

/* ---- drawing -------------------------------------------------------------------------------- */

static void
prompt_draw_mark(const struct prompt *prompt, struct canvas *canvas, struct rect line, size_t from, const struct prompt_mark *mark)
{
    size_t n = prompt->text.n, start = mark->start < n ? mark->start : n, end = mark->end < n ? mark->end : n;
    const char *text = prompt_text(prompt);
    int x, width;

    if (start < from)
        start = from;
    if (end < start)
        end = start;
    x = canvas_columns(slice_of(text + from, start - from));
    width = canvas_columns(slice_of(text + start, end - start));
    if (x + (width ? width : 1) > line.width)
        width = line.width - x;
    if (width >= 0)
        canvas_role(canvas, (struct rect){line.x + x, line.y, width ? width : 1, 1}, mark->role);
}

void
prompt_draw(const struct prompt *prompt, struct canvas *canvas, struct rect rect, const char *label, const struct prompt_mark *mark)
{
    const char *text = prompt_text(prompt);
    int used = canvas_put(canvas, rect.x, rect.y, rect.width / 2, ROLE_PROMPT, slice_str(label));
    int room = rect.width - used - 1;
    size_t from = 0;

    if (room < 1)
        room = 1;
    while (from < prompt->at && canvas_columns(slice_of(text + from, prompt->at - from)) > room)
        from = utf_grapheme_end(text, prompt->text.n, from);
    if (from > prompt->at) /* what was typed before a combining mark made one character with it */
        from = prompt->at;
    canvas_put(canvas, rect.x + used, rect.y, room + 1, ROLE_PROMPT, slice_of(text + from, prompt->text.n - from));
    if (mark)
        prompt_draw_mark(prompt, canvas, (struct rect){rect.x + used, rect.y, room + 1, 1}, from, mark);
    canvas->cursor_x = rect.x + used + canvas_columns(slice_of(text + from, prompt->at - from));
    canvas->cursor_y = rect.y;
    canvas->typing = true;
    if (canvas->cursor_x >= canvas->width)
        canvas->cursor_x = canvas->width - 1;
}
