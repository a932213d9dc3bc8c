/*
 * curses sets the look anew at each change, resets it in two or three sequences, and names the character set each time (xterm's
 * sgr0 is ESC ( B ESC [ m): a third of what it writes for a page with quotes and figures. Here a look is sent when something is
 * drawn in it, by the shortest way from the look before.
 */
#include "squeeze.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ESC = 0x1B, SHIFT_OUT = 0x0E, SHIFT_IN = 0x0F };
enum { PARAMETERS = 16, DIGITS = 3 };
enum { REVERSE = 1u << 7, LINES_OF_A_LOOK = 1u << 4 | 1u << 5 | 1u << 9 };

/* ---- looks ------------------------------------------------------------------------------- */

static bool
pen_same_colors(const struct squeeze_pen *a, const struct squeeze_pen *b)
{
    return strcmp(a->fg, b->fg) == 0 && strcmp(a->bg, b->bg) == 0;
}

/* Is a blank the same in both? Where letters and ground are exchanged, the letters' colour is the field's. */
static bool
pen_same_ground(const struct squeeze_pen *a, const struct squeeze_pen *b)
{
    if ((a->attrs | b->attrs) & REVERSE)
        return a->attrs == b->attrs && pen_same_colors(a, b);
    return (a->attrs & LINES_OF_A_LOOK) == (b->attrs & LINES_OF_A_LOOK) && strcmp(a->bg, b->bg) == 0;
}

static void
pen_add(char *parameters, size_t size, const char *more)
{
    size_t n = strlen(parameters);

    (void)snprintf(parameters + n, size - n, "%s%s", n ? ";" : "", more);
}

static void
pen_add_attrs(char *parameters, size_t size, unsigned attrs)
{
    for (int i = 1; i <= 9; i++)
        if (attrs & 1u << i)
            pen_add(parameters, size, (char[]){(char)('0' + i), '\0'});
}

static void
pen_from_nothing(const struct squeeze_pen *to, char *parameters, size_t size)
{
    parameters[0] = '\0';
    if (!to->attrs && !to->fg[0] && !to->bg[0])
        return;
    pen_add(parameters, size, "0");
    pen_add_attrs(parameters, size, to->attrs);
    if (to->fg[0])
        pen_add(parameters, size, to->fg);
    if (to->bg[0])
        pen_add(parameters, size, to->bg);
}

/* 22 to 29, which end one attribute, are not known to a VT100: that takes a new beginning. */
static bool
pen_from(const struct squeeze_pen *from, const struct squeeze_pen *to, char *parameters, size_t size)
{
    parameters[0] = '\0';
    if (from->attrs & ~to->attrs)
        return false;
    pen_add_attrs(parameters, size, to->attrs & ~from->attrs);
    if (strcmp(from->fg, to->fg) != 0)
        pen_add(parameters, size, to->fg[0] ? to->fg : "39");
    if (strcmp(from->bg, to->bg) != 0)
        pen_add(parameters, size, to->bg[0] ? to->bg : "49");
    return true;
}

static void
squeeze_flush(struct squeeze *squeeze, struct text *out)
{
    char anew[64], on[64];
    const struct squeeze_pen *to = &squeeze->wanted;

    if (squeeze->off || (squeeze->sent.attrs == to->attrs && pen_same_colors(&squeeze->sent, to)))
        return;
    pen_from_nothing(to, anew, sizeof anew);
    if (pen_from(&squeeze->sent, to, on, sizeof on) && strlen(on) <= strlen(anew))
        text_printf(out, "\033[%sm", on);
    else
        text_printf(out, "\033[%sm", anew);
    squeeze->sent = *to;
}

/* ---- the parameters of a look ------------------------------------------------------------ */

/* 30–37, 90–97; with ground 40–47, 100–107. */
static bool
sgr_is_color(const char *token, bool ground)
{
    int number = atoi(token) - (ground ? 10 : 0);

    return (number >= 30 && number <= 37) || (number >= 90 && number <= 97);
}

/* 38;5;N or 38;2;R;G;B, and 48: returns the tokens taken, or 0. */
static int
sgr_extended(char tokens[PARAMETERS][DIGITS + 1], int n, char color[20])
{
    int take = n < 2 ? 0 : strcmp(tokens[1], "5") == 0 ? 3 : strcmp(tokens[1], "2") == 0 ? 5 : 0;

    if (take == 0 || take > n)
        return 0;
    color[0] = '\0';
    for (int i = 0; i < take; i++)
        pen_add(color, 20, tokens[i]);
    return take;
}

static bool
sgr_end_attribute(struct squeeze_pen *pen, const char *token)
{
    if (token[0] != '2' || token[1] < '2' || token[1] > '9' || token[2])
        return false;
    pen->attrs &= ~(1u << (token[1] - '0'));
    if (token[1] == '2')
        pen->attrs &= ~(1u << 1); /* neither bold nor dim */
    return true;
}

/* Returns the tokens taken, or 0: a parameter that is not known. */
static int
sgr_apply(struct squeeze_pen *pen, char tokens[PARAMETERS][DIGITS + 1], int n)
{
    const char *token = tokens[0];

    if (!token[0] || strcmp(token, "0") == 0)
        *pen = (struct squeeze_pen){0};
    else if (strcmp(token, "10") == 0)
        return 1; /* the font that it is: Linux's console names it in each look; 11 would be another, and is not known here */
    else if (token[0] >= '1' && token[0] <= '9' && !token[1])
        pen->attrs |= 1u << (token[0] - '0');
    else if (strcmp(token, "38") == 0)
        return sgr_extended(tokens, n, pen->fg);
    else if (strcmp(token, "48") == 0)
        return sgr_extended(tokens, n, pen->bg);
    else if (strcmp(token, "39") == 0)
        pen->fg[0] = '\0';
    else if (strcmp(token, "49") == 0)
        pen->bg[0] = '\0';
    else if (sgr_is_color(token, false))
        (void)snprintf(pen->fg, sizeof pen->fg, "%s", token);
    else if (sgr_is_color(token, true))
        (void)snprintf(pen->bg, sizeof pen->bg, "%s", token);
    else
        return sgr_end_attribute(pen, token) ? 1 : 0;
    return 1;
}

/* "1;38;5;130" */
static bool
sgr_read(struct squeeze_pen *pen, const char *s, size_t len)
{
    char tokens[PARAMETERS][DIGITS + 1] = {""};
    int n = 1;
    size_t at = 0;

    for (size_t i = 0; i < len; i++)
        if (s[i] == ';' && n < PARAMETERS) {
            n++, at = 0;
        } else if (s[i] < '0' || s[i] > '9' || at == DIGITS) {
            return false;
        } else {
            tokens[n - 1][at++] = s[i];
        }
    for (int i = 0, taken; i < n; i += taken) {
        taken = sgr_apply(pen, tokens + i, n - i);
        if (taken == 0)
            return false;
    }
    return true;
}

/* ---- sequences ------------------------------------------------------------------------------ */

/* How much of the look must be the terminal's before something is handed on. */
enum need { NEED_NOTHING, NEED_GROUND, NEED_ALL };

static void
squeeze_pass(struct squeeze *squeeze, const char *s, size_t len, enum need need, struct text *out)
{
    if (need == NEED_ALL || (need == NEED_GROUND && !pen_same_ground(&squeeze->sent, &squeeze->wanted)))
        squeeze_flush(squeeze, out);
    text_add(out, s, len);
}

/* Hands on what is not understood, and from here on all. */
static void
squeeze_give_up(struct squeeze *squeeze, const char *s, size_t len, struct text *out)
{
    moves_release(&squeeze->moves, out);
    squeeze_pass(squeeze, s, len, NEED_ALL, out);
    squeeze->off = true;
}

static void
squeeze_look(struct squeeze *squeeze, const char *s, size_t len, struct text *out)
{
    struct squeeze_pen pen = squeeze->wanted;

    if (sgr_read(&pen, s + 2, len - 3)) {
        squeeze->wanted = pen;
        return;
    }
    squeeze_give_up(squeeze, s, len, out);
}

/* The whole screen needs no numbers. */
static bool
squeeze_margins_off(const struct squeeze *squeeze, const char *s, size_t len)
{
    char whole[24];
    int n = snprintf(whole, sizeof whole, "\033[1;%dr", squeeze->moves.rows);

    return (size_t)n == len && memcmp(s, whole, len) == 0;
}

static void
squeeze_control(struct squeeze *squeeze, const char *s, size_t len, struct text *out)
{
    char final = s[len - 1];

    if (final == 'm' && s[2] != '?' && s[2] != '>')
        squeeze_look(squeeze, s, len, out);
    else if (moves_control(&squeeze->moves, s, len, out))
        return;
    else if (final == 'r' && squeeze_margins_off(squeeze, s, len))
        text_puts(out, "\033[r");
    else if (strchr("ABCDGHdfrhl", final))
        squeeze_pass(squeeze, s, len, NEED_NOTHING, out);
    else if (strchr("JKXPLMST@", final)) /* erasing and scrolling leave the colour of the ground: "bce" */
        squeeze_pass(squeeze, s, len, NEED_GROUND, out);
    else
        squeeze_pass(squeeze, s, len, NEED_ALL, out);
}

static void
squeeze_charset(struct squeeze *squeeze, const char *s, struct text *out)
{
    if (squeeze->charset != s[2])
        squeeze_pass(squeeze, s, 3, NEED_NOTHING, out);
    squeeze->charset = s[2];
}

/* The lines that come into view have the ground that is wanted now. */
static size_t
squeeze_scroll(struct squeeze *squeeze, const char *s, size_t len, struct text *out)
{
    if (!squeeze->scrolls || !pen_same_ground(&squeeze->sent, &squeeze->wanted))
        return 0;
    return moves_scroll(&squeeze->moves, s, len, out);
}

/* Returns the bytes taken. */
static size_t
squeeze_escape(struct squeeze *squeeze, const char *s, size_t len, struct text *out)
{
    size_t n = 2, scrolled;

    if (len >= 3 && s[1] == '(') {
        squeeze_charset(squeeze, s, out);
        return 3;
    }
    if (len >= 3 && s[1] == '[') {
        while (n < len && (unsigned char)s[n] >= 0x20 && (unsigned char)s[n] < 0x40)
            n++;
        if (n < len && s[n] == 'r' && (scrolled = squeeze_scroll(squeeze, s, len, out)))
            return scrolled;
        if (n < len) {
            squeeze_control(squeeze, s, n + 1, out);
            return n + 1;
        }
    }
    n = len < 2 ? len : 2;
    if (n < 2 || s[1] == '8' || s[1] == '[') { /* restores a look that we don't know; or is broken off */
        squeeze_give_up(squeeze, s, n, out);
    } else {
        moves_escape(&squeeze->moves, s[1], out);
        squeeze_pass(squeeze, s, n, NEED_ALL, out);
    }
    return n;
}

static size_t
squeeze_byte(struct squeeze *squeeze, const char *s, size_t len, struct text *out)
{
    size_t n = 1;

    if (*s == ESC)
        return squeeze_escape(squeeze, s, len, out);
    if (*s == SHIFT_IN || *s == SHIFT_OUT) {
        if (squeeze->shift != *s)
            squeeze_pass(squeeze, s, 1, NEED_NOTHING, out);
        squeeze->shift = *s;
    } else if ((unsigned char)*s < 0x20) {
        moves_byte(&squeeze->moves, *s, out);
        squeeze_pass(squeeze, s, 1, *s == '\n' ? NEED_GROUND : NEED_NOTHING, out);
    } else if (*s == ' ') {
        moves_characters(&squeeze->moves, s, 1, false, out);
        squeeze_pass(squeeze, s, 1, NEED_GROUND, out);
    } else {
        while (n < len && (unsigned char)s[n] > 0x20)
            n++;
        moves_characters(&squeeze->moves, s, n, squeeze->utf8 && squeeze->shift != SHIFT_OUT && squeeze->charset != '0', out);
        squeeze_pass(squeeze, s, n, NEED_ALL, out);
    }
    return n;
}

void
squeeze_frame(struct squeeze *squeeze, const char *bytes, size_t len, int cols, int rows, struct text *out)
{
    size_t at = 0;

    moves_size(&squeeze->moves, cols, rows, out);
    while (at < len && !squeeze->off)
        at += squeeze_byte(squeeze, bytes + at, len - at, out);
    text_add(out, bytes + at, len - at);
    squeeze_flush(squeeze, out); /* what others write to the terminal between two frames is in the look that they expect */
}
