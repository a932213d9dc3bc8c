/*
 * curses names row and column wherever it goes, sets margins for each scroll and takes them off again: thirty bytes before the
 * first letter of the line that came into view. A line feed, a backspace or ESC [ S do the same from a cursor that is known.
 */
#include "moves.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lede/utf.h"

enum { WAY = 32 /* bytes of a way to a place */, NEAR = 4 /* steps that are made singly */ };

static void
moves_lost(struct moves *moves)
{
    moves->x = moves->y = 0;
}

void
moves_release(struct moves *moves, struct text *out)
{
    /* Setting margins sends the cursor home, so it is saved before. */
    if (moves->top)
        text_puts(out, "\0337\033[r\0338");
    moves->top = moves->bottom = 0;
}

void
moves_size(struct moves *moves, int cols, int rows, struct text *out)
{
    if (cols == moves->cols && rows == moves->rows)
        return;
    moves_release(moves, out);
    moves_lost(moves);
    moves->cols = cols;
    moves->rows = rows;
}

/* ---- ways ---------------------------------------------------------------------------------- */

/* No margin, and no edge of the screen, stops or scrolls a cursor between the two rows. */
static bool
moves_is_free(const struct moves *moves, int from, int to)
{
    if (from < 1 || to < 1 || to > moves->rows)
        return false;
    if (!moves->top || from == to)
        return true;
    return from < to ? from > moves->bottom || to <= moves->bottom : from < moves->top || to >= moves->top;
}

/* So many steps: as the single one again and again, or with a number. */
static void
way_add(char way[WAY], int steps, const char *single, char letter)
{
    size_t n = strlen(way), len = strlen(single);

    if (steps <= 0)
        return;
    if (steps <= NEAR && (size_t)steps * len <= 4)
        while (steps-- > 0 && n + len < WAY)
            n += (size_t)snprintf(way + n, WAY - n, "%s", single);
    else
        (void)snprintf(way + n, WAY - n, "\033[%d%c", steps, letter);
}

static void
way_down(char way[WAY], int from, int to)
{
    way_add(way, to - from, "\n", 'B');
    way_add(way, from - to, "\033[A", 'A');
}

static void
way_across(char way[WAY], int from, int to)
{
    char back[WAY] = "", round[WAY] = "\r";

    if (to >= from) {
        way_add(way, to - from, "\033[C", 'C');
        return;
    }
    way_add(back, from - to, "\b", 'D');
    way_add(round, to - 1, "\033[C", 'C');
    (void)strncat(way, strlen(round) < strlen(back) ? round : back, WAY - strlen(way) - 1);
}

static void
way_named(char way[WAY], int x, int y)
{
    if (x == 1)
        (void)snprintf(way, WAY, y == 1 ? "\033[H" : "\033[%dH", y);
    else
        (void)snprintf(way, WAY, "\033[%d;%dH", y, x);
}

/* Writes the shortest way, or s, if that is short enough, or x or y unknown. */
static void
moves_go(struct moves *moves, int x, int y, const char *s, size_t len, struct text *out)
{
    char best[WAY] = "", steps[WAY] = "";

    if (x >= 1 && y >= 1)
        way_named(best, x, y);
    if (!best[0] || len < strlen(best))
        (void)snprintf(best, sizeof best, "%.*s", (int)len, s);
    if (moves_is_free(moves, moves->y, y) && (moves->x >= 1 || x == moves->x)) {
        way_down(steps, moves->y, y);
        way_across(steps, moves->x, x);
        if (strlen(steps) < strlen(best))
            (void)snprintf(best, sizeof best, "%s", steps);
    }
    text_puts(out, best);
    moves->x = x;
    moves->y = y;
}

/* ---- sequences ------------------------------------------------------------------------------ */

/* ESC [ n ; m letter: how many numbers; what is missing is 1, as it is for moves. -1: something else is in it. */
static int
control_numbers(const char *s, size_t len, int numbers[2])
{
    int n = 0;

    numbers[0] = numbers[1] = 0;
    for (size_t i = 2; i + 1 < len; i++) {
        if (s[i] == ';')
            n++;
        else if (s[i] < '0' || s[i] > '9')
            return -1;
        if (n > 1 || numbers[n] > 9999)
            return -1;
        if (s[i] != ';')
            numbers[n] = 10 * numbers[n] + s[i] - '0';
    }
    for (int i = 0; i < 2; i++)
        if (numbers[i] == 0)
            numbers[i] = 1;
    return n + 1;
}

/* Up or down by relative steps, which margins of ours must not stop. */
static void
moves_step(struct moves *moves, int by, struct text *out)
{
    int to = moves->y + by;

    if (!moves_is_free(moves, moves->y, to)) {
        moves_release(moves, out);
        if (moves->y && to >= 1 && to <= moves->rows)
            moves->y = to;
        else
            moves->y = 0;
        return;
    }
    moves->y = to;
}

static void
moves_margins(struct moves *moves, const int numbers[2], struct text *out)
{
    moves_release(moves, out);
    moves->foreign = numbers[0] != 1 || numbers[1] != moves->rows;
    moves_lost(moves);
}

static int
moves_clip(int at, int most)
{
    return at > most ? most : at;
}

bool
moves_control(struct moves *moves, const char *s, size_t len, struct text *out)
{
    int numbers[2], n = control_numbers(s, len, numbers);
    char letter = s[len - 1];

    if (letter == 'r' && n >= 0) {
        moves_margins(moves, numbers, out);
        return false;
    }
    if (moves->foreign || n < 0) {
        if (!strchr("mhl", letter))
            moves_lost(moves);
        return false;
    }
    switch (letter) {
    case 'H':
    case 'f':
        moves_go(moves, moves_clip(numbers[1], moves->cols), moves_clip(numbers[0], moves->rows), s, len, out);
        return true;
    case 'd':
        moves_go(moves, moves->x, moves_clip(numbers[0], moves->rows), s, len, out);
        return true;
    case 'G':
        moves_go(moves, moves_clip(numbers[0], moves->cols), moves->y, s, len, out);
        return true;
    case 'A':
    case 'B':
        moves_step(moves, letter == 'A' ? -numbers[0] : numbers[0], out);
        break;
    case 'C':
        moves->x = moves->x && moves->x + numbers[0] <= moves->cols ? moves->x + numbers[0] : 0;
        break;
    case 'D':
        moves->x = moves->x > numbers[0] ? moves->x - numbers[0] : 0;
        break;
    case 'b': /* the last character again */
        moves->x = moves->x && moves->x + numbers[0] < moves->cols ? moves->x + numbers[0] : 0;
        break;
    case '@':
    case 'P':
        if (moves->y < moves->top || moves->y > moves->bottom) /* some terminals shift no characters outside the margins */
            moves_release(moves, out);
        break;
    case 'J':
        if (numbers[0] == 2) /* all is made anew, maybe since somebody else wrote: who knows which margins there are */
            moves_release(moves, out);
        break;
    case 'h': /* maybe the mode of inserting */
    case 'L':
    case 'M':
    case 'S':
    case 'T':
        moves_release(moves, out);
        break;
    default:
        if (!strchr("KXml", letter))
            moves_lost(moves);
    }
    return false;
}

void
moves_escape(struct moves *moves, char letter, struct text *out)
{
    if (letter == 'M' && !moves->foreign)
        moves_step(moves, -1, out);
    else if (!strchr("7=>", letter)) {
        moves_release(moves, out);
        moves_lost(moves);
    }
}

void
moves_byte(struct moves *moves, char c, struct text *out)
{
    if (moves->foreign)
        return;
    if (c == '\n')
        moves_step(moves, 1, out);
    else if (c == '\r')
        moves->x = 1;
    else if (c == '\b')
        moves->x = moves->x > 1 ? moves->x - 1 : 0;
    else if (c == '\t')
        moves->x = 0;
}

/* Where characters end that begin at column x; 0: nobody knows. */
static int
characters_end(const char *s, size_t len, bool utf8, int x)
{
    for (size_t i = 0; x > 0 && i < len;) {
        uint32_t cp = ' ';

        i += utf8 ? (size_t)utf_decode(s + i, len - i, &cp) : 1;
        x = cp == UTF_REPLACEMENT ? 0 : x + utf_width(cp);
    }
    return x;
}

void
moves_characters(struct moves *moves, const char *s, size_t len, bool utf8, struct text *out)
{
    int end = characters_end(s, len, utf8, moves->x);

    if (moves->foreign)
        return;
    if (end == 0 || end > moves->cols + 1) /* they may run over the edge to another row, and scroll */
        moves_release(moves, out);
    if (end == 0 || end > moves->cols) /* in the last column terminals differ */
        moves_lost(moves);
    else
        moves->x = end;
}

/* ---- scrolling ------------------------------------------------------------------------------- */

static size_t
scroll_is(const char *s, size_t len, const char *what)
{
    size_t n = strlen(what);

    return n <= len && memcmp(s, what, n) == 0 ? n : 0;
}

/* By how many lines up (below 0: down), in the words curses has for a terminal that can. */
static int
scroll_lines(const char *s, size_t len, size_t *taken)
{
    int numbers[2];
    size_t n = 2;

    if (len > 0 && *s == '\n') {
        *taken = 1;
        return 1;
    }
    if ((*taken = scroll_is(s, len, "\033M")))
        return -1;
    if (!scroll_is(s, len, "\033["))
        return 0;
    while (n < len && s[n] >= '0' && s[n] <= '9')
        n++;
    if (n == len || (s[n] != 'S' && s[n] != 'T') || control_numbers(s, n + 1, numbers) != 1)
        return 0;
    *taken = n + 1;
    return s[n] == 'S' ? numbers[0] : -numbers[0];
}

static void
scroll_set(struct moves *moves, int top, int bottom, struct text *out)
{
    if (moves->top == top && moves->bottom == bottom)
        return;
    text_printf(out, "\033[%d;%dr", top, bottom);
    moves->top = top;
    moves->bottom = bottom;
    moves->x = moves->y = 1;
}

size_t
moves_scroll(struct moves *moves, const char *s, size_t len, struct text *out)
{
    char words[WAY];
    int numbers[2], lines;
    size_t at = 2, n;

    while (at < len && s[at] != 'r' && (unsigned char)s[at] < 0x40)
        at++;
    if (moves->foreign || at == len || control_numbers(s, ++at, numbers) != 2 || numbers[1] > moves->rows || numbers[0] >= numbers[1])
        return 0;
    (void)snprintf(words, sizeof words, "\033[%d;1H", numbers[1]);
    if (!(n = scroll_is(s + at, len - at, words))) {
        (void)snprintf(words, sizeof words, "\033[%d;1H", numbers[0]);
        n = scroll_is(s + at, len - at, words);
    }
    at += n;
    lines = n ? scroll_lines(s + at, len - at, &n) : 0;
    (void)snprintf(words, sizeof words, "\033[1;%dr", moves->rows);
    if (!lines || !scroll_is(s + at + n, len - at - n, words))
        return 0;
    scroll_set(moves, numbers[0], numbers[1], out);
    if (abs(lines) == 1)
        text_puts(out, lines > 0 ? "\033[S" : "\033[T");
    else
        text_printf(out, "\033[%d%c", abs(lines), lines > 0 ? 'S' : 'T');
    return at + n + strlen(words);
}
