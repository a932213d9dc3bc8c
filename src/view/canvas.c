/* The grid of cells, and the gate: nothing hidden gets in, wide characters stay whole. */
#include <string.h>

#include "lede/canvas.h"
#include "lede/utf.h"

/* What stands for a character where the terminal knows ASCII alone: one column for one, so that nothing moves. */
static const struct {
    uint32_t from;
    char to;
} standins[] = {
    {0xA0, ' '}, {0xA3, 'L'}, {0xAB, '"'}, {0xB6, 'P'}, {0xB7, '-'}, {0xBB, '"'}, {0xD7, 'x'}, {0x2010, '-'}, {0x2011, '-'},
    {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2015, '-'}, {0x2018, '\''}, {0x2019, '\''}, {0x201A, ','}, {0x201B, '\''},
    {0x201C, '"'}, {0x201D, '"'}, {0x201E, '"'}, {0x2022, '*'}, {0x2026, '~'}, {0x2032, '\''}, {0x2033, '"'}, {0x2039, '<'},
    {0x203A, '>'}, {0x20AC, 'E'}, {0x2190, '<'}, {0x2192, '>'}, {0x2212, '-'}, {0x2500, '-'}, {0x2502, '|'}, {0x251C, '+'},
    {0x258C, '>'}, {0x25A1, '='}, {0x2715, 'x'},
};

struct canvas *
canvas_new(int width, int height)
{
    struct canvas *canvas = mem_zero(1, sizeof *canvas);

    canvas_resize(canvas, width, height);
    return canvas;
}

void
canvas_free(struct canvas *canvas)
{
    if (canvas)
        mem_free(canvas->cells);
    mem_free(canvas);
}

void
canvas_resize(struct canvas *canvas, int width, int height)
{
    canvas->width = width > 0 ? width : 0;
    canvas->height = height > 0 ? height : 0;
    mem_free(canvas->cells);
    canvas->cells = mem_zero((size_t)canvas->width * (size_t)canvas->height + 1, sizeof *canvas->cells);
    canvas_clear(canvas);
}

static const struct cell blank = {.ch = {' '}, .width = 1, .role = ROLE_TEXT};

void
canvas_clear(struct canvas *canvas)
{
    size_t n = (size_t)canvas->width * (size_t)canvas->height;

    canvas->cells[0] = blank; /* there is one cell more than the screen has */
    for (size_t done = 1; done < n; done += done < n - done ? done : n - done)
        memcpy(canvas->cells + done, canvas->cells, (done < n - done ? done : n - done) * sizeof blank);
    canvas->cursor_x = canvas->cursor_y = -1;
    canvas->typing = false;
}

/* ---- the gate ------------------------------------------------------------------------- */

/* What a code point becomes: 0 when it is dropped. */
static uint32_t
canvas_admit(uint32_t cp)
{
    if (cp >= 0x20 && cp < 0x7F)
        return cp;
    if (cp == '\t' || cp == '\n' || cp == '\v' || cp == '\f' || cp == 0x85 || cp == 0x2028 || cp == 0x2029)
        return ' ';
    if (utf_is_hidden(cp))
        return 0;
    return utf_is_space(cp) && utf_width(cp) == 1 ? ' ' : cp;
}

int
canvas_columns_of(uint32_t cp)
{
    cp = canvas_admit(cp);
    return cp ? utf_width(cp) : 0;
}

int
canvas_columns(struct slice s)
{
    int columns = 0;

    for (size_t i = 0; i < s.len;) {
        uint32_t cp;

        i += (size_t)utf_decode(s.at + i, s.len - i, &cp);
        columns += canvas_columns_of(cp);
    }
    return columns;
}

/* The letter under the accents, in its case; '?' when it is none of ASCII. */
static char
canvas_plain_letter(uint32_t cp)
{
    struct text folded = {0};
    char utf[4], letter = '?';

    utf_fold(&folded, utf, (size_t)utf_encode(cp, utf));
    if (folded.n == 1)
        letter = folded.v[0];
    if (letter >= 'a' && letter <= 'z' && utf_is_upper(cp))
        letter = (char)(letter - 'a' + 'A');
    text_free(&folded);
    return letter;
}

static char
canvas_standin(uint32_t cp)
{
    for (size_t i = 0; i < sizeof standins / sizeof *standins; i++)
        if (standins[i].from == cp)
            return standins[i].to;
    return canvas_plain_letter(cp);
}

/* ---- writing ---------------------------------------------------------------------------- */

static struct cell *
canvas_at(const struct canvas *canvas, int x, int y)
{
    return &canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x];
}

/* Before a cell is written over: the other half of a wide character in it becomes a blank. */
static void
canvas_split(struct canvas *canvas, int x, int y)
{
    struct cell *cell = canvas_at(canvas, x, y);

    if (cell->width == 0 && x > 0) {
        struct cell *left = canvas_at(canvas, x - 1, y);
        left->ch[0] = ' ', left->ch[1] = 0, left->width = 1;
    }
    if (cell->width == 2 && x + 1 < canvas->width) {
        struct cell *right = canvas_at(canvas, x + 1, y);
        right->ch[0] = ' ', right->width = 1;
    }
}

/* Writes one character of 1 or 2 columns; false when it lies outside, even in part. */
static bool
canvas_set(struct canvas *canvas, int x, int y, enum role role, uint32_t cp, int width)
{
    if (y < 0 || y >= canvas->height || x < 0 || x + width > canvas->width)
        return false;
    for (int i = 0; i < width; i++) {
        canvas_split(canvas, x + i, y);
        *canvas_at(canvas, x + i, y) = (struct cell){.role = (uint8_t)role};
    }
    canvas_at(canvas, x, y)->ch[0] = cp;
    canvas_at(canvas, x, y)->width = (uint8_t)width;
    return true;
}

static void
canvas_combine(struct cell *base, uint32_t cp)
{
    for (int i = 1; i <= CANVAS_MARKS; i++)
        if (!base->ch[i]) {
            base->ch[i] = cp;
            return;
        }
}

static bool
canvas_set_ascii(struct canvas *canvas, int x, int y, enum role role, uint32_t cp, int width)
{
    bool set = false;

    for (int i = 0; i < width; i++)
        set |= canvas_set(canvas, x + i, y, role, cp < 0x7F ? cp : (unsigned char)canvas_standin(cp), 1);
    return set;
}

/* The cell at x, y when one column can be written there without a look to its sides: nearly always, for nearly all text. */
static struct cell *
canvas_narrow_at(const struct canvas *canvas, int x, int y)
{
    struct cell *cell;

    if (x < 0 || y < 0 || x >= canvas->width || y >= canvas->height)
        return NULL;
    cell = canvas_at(canvas, x, y);
    return cell->width == 1 ? cell : NULL;
}

int
canvas_put(struct canvas *canvas, int x, int y, int columns, enum role role, struct slice s)
{
    struct cell *base = NULL;
    int used = 0;

    for (size_t i = 0; i < s.len;) {
        struct cell *narrow = s.at[i] >= 0x20 && s.at[i] < 0x7F && used < columns ? canvas_narrow_at(canvas, x + used, y) : NULL;
        uint32_t cp;
        int width;

        if (narrow) {
            *narrow = (struct cell){.ch = {(unsigned char)s.at[i++]}, .width = 1, .role = (uint8_t)role};
            base = narrow;
            used++;
            continue;
        }
        i += (size_t)utf_decode(s.at + i, s.len - i, &cp);
        cp = canvas_admit(cp);
        if (!cp)
            continue;
        width = utf_width(cp);
        if (width == 0) {
            if (base && !canvas->ascii)
                canvas_combine(base, cp);
            continue;
        }
        if (used + width > columns)
            break;
        base = NULL;
        if (canvas->ascii)
            (void)canvas_set_ascii(canvas, x + used, y, role, cp, width);
        else if (canvas_set(canvas, x + used, y, role, cp, width))
            base = canvas_at(canvas, x + used, y);
        used += width;
    }
    return used;
}

int
canvas_put_cut(struct canvas *canvas, int x, int y, int columns, enum role role, struct slice s, bool ascii)
{
    int used;

    if (columns <= 0)
        return 0;
    if (s.len <= (size_t)columns || canvas_columns(s) <= columns)
        return canvas_put(canvas, x, y, columns, role, s);
    used = canvas_put(canvas, x, y, columns - 1, role, s);
    return used + canvas_put(canvas, x + used, y, 1, role, slice_str(ascii ? "~" : "…"));
}

/* ---- areas ---------------------------------------------------------------------------------- */

static struct rect
canvas_clip(const struct canvas *canvas, struct rect rect)
{
    if (rect.x < 0)
        rect.width += rect.x, rect.x = 0;
    if (rect.y < 0)
        rect.height += rect.y, rect.y = 0;
    if (rect.width > canvas->width - rect.x)
        rect.width = canvas->width - rect.x;
    if (rect.height > canvas->height - rect.y)
        rect.height = canvas->height - rect.y;
    return rect;
}

void
canvas_fill(struct canvas *canvas, struct rect rect, enum role role, uint32_t ch)
{
    char utf[4];
    struct slice s = {utf, (size_t)utf_encode(ch, utf)};

    rect = canvas_clip(canvas, rect);
    for (int y = 0; y < rect.height; y++)
        for (int x = 0; x < rect.width; x++)
            (void)canvas_put(canvas, rect.x + x, rect.y + y, 1, role, s);
}

void
canvas_flag(struct canvas *canvas, struct rect rect, unsigned flags)
{
    rect = canvas_clip(canvas, rect);
    for (int y = 0; y < rect.height; y++)
        for (int x = 0; x < rect.width; x++)
            canvas_at(canvas, rect.x + x, rect.y + y)->flags |= (uint8_t)flags;
}

void
canvas_role(struct canvas *canvas, struct rect rect, enum role role)
{
    rect = canvas_clip(canvas, rect);
    for (int y = 0; y < rect.height; y++)
        for (int x = 0; x < rect.width; x++)
            canvas_at(canvas, rect.x + x, rect.y + y)->role = (uint8_t)role;
}

const struct cell *
canvas_cell(const struct canvas *canvas, int x, int y)
{
    return x >= 0 && y >= 0 && x < canvas->width && y < canvas->height ? canvas_at(canvas, x, y) : &blank;
}

bool
canvas_same_cell(const struct cell *a, const struct cell *b)
{
    if (a->width != b->width || a->role != b->role || a->flags != b->flags)
        return false;
    for (int i = 0; i <= CANVAS_MARKS; i++) {
        if (a->ch[i] != b->ch[i])
            return false;
        if (!a->ch[i])
            break;
    }
    return true;
}

/* ---- for tests -------------------------------------------------------------------------------- */

static void
canvas_print_cell(const struct cell *cell, struct text *out)
{
    char utf[4];

    if (cell->width == 0)
        return;
    for (int i = 0; i <= CANVAS_MARKS && cell->ch[i]; i++)
        text_add(out, utf, (size_t)utf_encode(cell->ch[i], utf));
}

static char
canvas_print_flags(unsigned flags)
{
    static const char letters[8] = {' ', 'S', 's', 'S', '-', 'S', 's', 'S'};

    return letters[flags & 7];
}

static void
canvas_print_line(FILE *out, char sign, struct text *line)
{
    while (line->n && line->v[line->n - 1] == ' ')
        line->v[--line->n] = '\0';
    if (line->n || sign == ':')
        fprintf(out, "%c%s%s\n", sign, line->n ? " " : "", line->n ? line->v : "");
    line->n = 0;
}

void
canvas_print(const struct canvas *canvas, FILE *out)
{
    struct text line = {0};

    for (int y = 0; y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++)
            canvas_print_cell(canvas_at(canvas, x, y), &line);
        canvas_print_line(out, ':', &line);
        for (int x = 0; x < canvas->width; x++) {
            const struct cell *cell = canvas_at(canvas, x, y);
            bool plain = cell->role == ROLE_TEXT && cell->ch[0] == ' ';

            text_putc(&line, plain ? ' ' : role_letter((enum role)cell->role));
        }
        canvas_print_line(out, 'r', &line);
        for (int x = 0; x < canvas->width; x++)
            text_putc(&line, canvas_print_flags(canvas_at(canvas, x, y)->flags));
        canvas_print_line(out, 'f', &line);
    }
    fprintf(out, "cursor %d,%d\n", canvas->cursor_x, canvas->cursor_y);
    text_free(&line);
}
