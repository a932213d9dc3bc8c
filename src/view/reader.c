/* Moving about in an article, by lines, by pages, by place. */
#include "reader.h"

#include "lede/utf.h"

enum { READER_CONTEXT = 2 };

/* ---- pieces and spots ------------------------------------------------------------------- */

static void
reader_forget(struct reader *reader)
{
    for (int i = 0; i < READER_PIECES; i++)
        reader->pieces[i].valid = false;
}

const struct piece *
reader_piece(struct reader *reader, uint32_t slot, uint32_t part)
{
    struct piece *piece = &reader->pieces[(slot / 2 + part * 7) % READER_PIECES];

    if (!piece->valid || piece->slot != slot || piece->part != part) {
        piece->slot = slot;
        piece->part = part;
        piece->valid = true;
        reader_fill_piece(reader, piece);
    }
    return piece;
}

static int
reader_rows(struct reader *reader, uint32_t slot, uint32_t part)
{
    const struct piece *piece = reader_piece(reader, slot, part);

    return piece->lines.n ? piece->gap + (int)piece->lines.n : 0;
}

static bool
reader_next_piece(struct reader *reader, struct spot *spot)
{
    struct spot next = *spot;

    do {
        if (next.part + 1 < reader_parts(reader, next.slot)) {
            next.part++;
        } else {
            next.part = 0;
            do
                if (++next.slot >= reader_slots(reader))
                    return false;
            while (!reader_slot_shown(reader, next.slot));
        }
    } while (reader_rows(reader, next.slot, next.part) == 0);
    next.row = 0;
    *spot = next;
    return true;
}

static bool
reader_previous_piece(struct reader *reader, struct spot *spot)
{
    struct spot next = *spot;
    int rows;

    do {
        if (next.part > 0) {
            next.part--;
        } else {
            do
                if (next.slot-- == 0)
                    return false;
            while (!reader_slot_shown(reader, next.slot));
            next.part = reader_parts(reader, next.slot) - 1;
        }
        rows = reader_rows(reader, next.slot, next.part);
    } while (rows == 0);
    next.row = rows - 1;
    *spot = next;
    return true;
}

bool
reader_next(struct reader *reader, struct spot *spot)
{
    if (spot->row + 1 < reader_rows(reader, spot->slot, spot->part)) {
        spot->row++;
        return true;
    }
    return reader_next_piece(reader, spot);
}

static bool
reader_previous(struct reader *reader, struct spot *spot)
{
    if (spot->row > 0) {
        spot->row--;
        return true;
    }
    return reader_previous_piece(reader, spot);
}

static bool
reader_is_gap(struct reader *reader, const struct spot *spot)
{
    return spot->row < reader_piece(reader, spot->slot, spot->part)->gap;
}

static int
spot_compare(const struct spot *a, const struct spot *b)
{
    if (a->slot != b->slot)
        return a->slot < b->slot ? -1 : 1;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* The first, or the last, line of the page. */
static struct spot
reader_edge(struct reader *reader, bool last)
{
    struct spot spot = {last ? reader_slots(reader) : 0, 0, 0};

    if (last) {
        (void)reader_previous_piece(reader, &spot);
    } else {
        if (!reader_slot_shown(reader, 0) || reader_rows(reader, 0, 0) == 0)
            (void)reader_next_piece(reader, &spot);
        while (reader_is_gap(reader, &spot) && reader_next(reader, &spot))
            ;
    }
    return spot;
}

/* ---- places -------------------------------------------------------------------------------- */

/* The block that holds offset or stands before it; 0 when none does. */
static size_t
reader_block_at(const struct reader *reader, uint32_t offset)
{
    size_t low = 0, high = reader->article->nblocks;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (reader->article->blocks[middle].words.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void
reader_spot_in_block(struct reader *reader, uint32_t slot, uint32_t offset, struct spot *spot)
{
    uint32_t parts = reader_parts(reader, slot), part = 0;
    const struct piece *piece;
    size_t line = 0;

    if (parts > 1) {
        uint32_t len = span_len(reader->article->blocks[slot / 4].words);

        part = (uint32_t)((uint64_t)(offset - reader_part_start(reader, slot, 0)) * parts / (len + 1));
        while (part > 0 && reader_part_start(reader, slot, part) > offset)
            part--;
        while (part + 1 < parts && reader_part_start(reader, slot, part + 1) <= offset)
            part++;
    }
    piece = reader_piece(reader, slot, part);
    while (line + 1 < piece->lines.n && piece->lines.v[line + 1].start <= offset)
        line++;
    *spot = (struct spot){slot, part, piece->gap + (int)line};
}

/* The line that shows offset; of what is hidden, the first line after it, else the last of the page. */
static struct spot
reader_locate(struct reader *reader, uint32_t offset)
{
    struct spot spot;
    size_t block = reader_block_at(reader, offset);
    uint32_t slot = slot_of_block(block);

    if (reader->article->nblocks == 0)
        return reader_edge(reader, false);
    if (reader_slot_shown(reader, slot)) {
        if (offset < reader->article->blocks[block].words.start)
            offset = reader->article->blocks[block].words.start;
        reader_spot_in_block(reader, slot, offset, &spot);
        if (reader_rows(reader, spot.slot, spot.part) > 0)
            return spot;
    }
    spot = (struct spot){slot, 0, 0};
    if (!reader_next_piece(reader, &spot))
        return reader_edge(reader, true);
    while (reader_is_gap(reader, &spot) && reader_next(reader, &spot))
        ;
    return spot;
}

static struct span
reader_spot_span(const struct reader *reader, const struct spot *spot)
{
    const struct piece *piece = reader_piece((struct reader *)reader, spot->slot, spot->part); /* the pieces are a cache */
    int line = spot->row > piece->gap ? spot->row - piece->gap : 0;

    if (piece->made || (size_t)line >= piece->lines.n)
        return (struct span){0, 0};
    return (struct span){piece->lines.v[line].start, piece->lines.v[line].end};
}

struct span
reader_cursor_span(const struct reader *reader)
{
    return reader->article ? reader_spot_span(reader, &reader->cursor) : (struct span){0, 0};
}

/* A spot after the width, or what is shown, changed: made lines are found by their slot, others by their offset. */
static void
reader_relocate(struct reader *reader, struct spot *spot, uint32_t offset)
{
    if (!slot_is_block(spot->slot) && reader_slot_shown(reader, spot->slot)) {
        int rows = reader_rows(reader, spot->slot, 0);

        spot->row = spot->row < rows ? spot->row : rows - 1;
        if (spot->row >= 0)
            return;
    }
    *spot = reader_locate(reader, offset);
}

/* ---- the view --------------------------------------------------------------------------------- */

static struct spot
reader_above(struct reader *reader, struct spot spot, long lines)
{
    while (lines-- > 0 && reader_previous(reader, &spot))
        ;
    return spot;
}

/* Keeps the cursor in view. A cursor that is out of it by more than `near` lines comes to stand a third down. */
static void
reader_show_near(struct reader *reader, int near)
{
    int height = reader->height > 0 ? reader->height : 1;
    int context = height > 3 * READER_CONTEXT ? READER_CONTEXT : 0;
    struct spot high = reader_above(reader, reader->cursor, context);
    struct spot low = reader_above(reader, reader->cursor, height - 1 - context);
    struct spot last, first = reader_edge(reader, false);
    struct spot far_low = reader_above(reader, low, near), far_high = high;

    for (int i = 0; i < near && reader_next(reader, &far_high); i++)
        ;
    if (spot_compare(&reader->top, &far_low) < 0 || spot_compare(&reader->top, &far_high) > 0)
        reader->top = reader_above(reader, reader->cursor, height / 3);
    else if (spot_compare(&reader->top, &low) < 0)
        reader->top = low;
    else if (spot_compare(&reader->top, &high) > 0)
        reader->top = high;
    last = reader_above(reader, reader_edge(reader, true), height - 1);
    if (spot_compare(&reader->top, &last) > 0)
        reader->top = last;
    if (spot_compare(&reader->top, &first) < 0)
        reader->top = first;
}

static void
reader_show(struct reader *reader)
{
    reader_show_near(reader, reader->height);
}

void
reader_open(struct reader *reader, const struct index *index, uint32_t id)
{
    if (id != ID_NONE)
        index_hold(index, id, true);
    if (reader->article)
        index_hold(reader->index, reader->id, false);
    reader->index = index;
    reader->id = id;
    reader->article = id == ID_NONE ? NULL : index_article(index, id);
    reader->extract = id == ID_NONE ? NULL : index_extract(index, id);
    reader->current = (struct mark){MARK_NONE, 0};
    reader_forget(reader);
    vec_clear(&reader->paras);
    if (!reader->article)
        return;
    for (size_t i = 0; i < reader->article->nblocks; i++)
        if (reader->article->blocks[i].kind == BLOCK_PARA)
            vec_push(&reader->paras, (uint32_t)i);
    reader_make_meta(reader);
    reader->top = reader->cursor = reader_edge(reader, false);
}

void
reader_size(struct reader *reader, int width, int height)
{
    struct reader_place here;

    if (width < 1)
        width = 1;
    if (!reader->article) {
        reader->width = width;
        reader->height = height;
        return;
    }
    if (width != reader->width) {
        here = reader_here(reader);
        reader->width = width;
        reader->height = height;
        reader_forget(reader);
        reader_return(reader, &here);
    } else if (height != reader->height) {
        reader->height = height;
        reader_show(reader);
    }
}

void
reader_furniture(struct reader *reader, bool shown)
{
    struct reader_place here;

    if (!reader->article) {
        reader->furniture = shown;
        return;
    }
    here = reader_here(reader);
    reader->furniture = shown;
    reader_forget(reader);
    here.width = -1; /* spots mean other lines now */
    here.furniture = shown;
    reader_return(reader, &here);
}

struct reader_place
reader_here(const struct reader *reader)
{
    struct reader_place place = {.id = reader->id, .width = reader->width, .furniture = reader->furniture,
                                 .current = reader->current, .passed = reader->passed, .top_spot = reader->top, .cursor_spot = reader->cursor};

    if (reader->article) {
        place.top = reader_spot_span(reader, &reader->top).start;
        place.cursor = reader_spot_span(reader, &reader->cursor).start;
    }
    return place;
}

void
reader_return(struct reader *reader, const struct reader_place *place)
{
    if (place->id != reader->id)
        reader_open(reader, reader->index, place->id);
    if (!reader->article)
        return;
    reader->top = place->top_spot;
    reader->cursor = place->cursor_spot;
    if (place->width != reader->width || place->furniture != reader->furniture) {
        reader_relocate(reader, &reader->top, place->top);
        reader_relocate(reader, &reader->cursor, place->cursor);
    }
    reader->current = place->current;
    reader->passed = place->passed;
    reader_show(reader);
}

void
reader_free(struct reader *reader)
{
    for (int i = 0; i < READER_PIECES; i++)
        vec_free(&reader->pieces[i].lines);
    text_free(&reader->meta);
    text_free(&reader->marks);
    vec_free(&reader->paras);
}

/* ---- moving ------------------------------------------------------------------------------------- */

static bool
reader_move_line(struct reader *reader, bool up)
{
    struct spot spot = reader->cursor;

    do
        if (!(up ? reader_previous(reader, &spot) : reader_next(reader, &spot)))
            return false;
    while (reader_is_gap(reader, &spot));
    reader->cursor = spot;
    return true;
}

void
reader_step(struct reader *reader, long lines)
{
    for (; lines > 0 && reader_move_line(reader, false); lines--)
        ;
    for (; lines < 0 && reader_move_line(reader, true); lines++)
        ;
    reader_show(reader);
}

void
reader_page(struct reader *reader, long lines)
{
    bool up = lines < 0;

    for (long left = up ? -lines : lines; left > 0; left--) {
        struct spot top = reader->top, cursor = reader->cursor;

        if (up ? reader_previous(reader, &top) : reader_next(reader, &top))
            reader->top = top;
        if (!(up ? reader_previous(reader, &cursor) : reader_next(reader, &cursor)))
            break;
        reader->cursor = cursor;
    }
    if (reader_is_gap(reader, &reader->cursor))
        (void)reader_move_line(reader, false);
    reader_show(reader);
}

void
reader_end(struct reader *reader, bool last)
{
    reader->cursor = reader_edge(reader, last);
    reader_show(reader);
}

void
reader_goto(struct reader *reader, uint32_t offset)
{
    reader->cursor = reader_locate(reader, offset);
    reader_show_near(reader, 0); /* a jump: what comes next is then in view too, and the page stands still for a while */
}

void
reader_paragraph(struct reader *reader, long n)
{
    if (n < 1 || reader->paras.n == 0) {
        reader_end(reader, false);
        return;
    }
    n = (size_t)n > reader->paras.n ? (long)reader->paras.n : n;
    reader_goto(reader, reader->article->blocks[reader->paras.v[n - 1]].words.start);
}

/* ---- where am I --------------------------------------------------------------------------------------- */

uint32_t
reader_paragraph_at(const struct reader *reader, uint32_t offset)
{
    size_t low = 0, high = reader->paras.n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (reader->article->blocks[reader->paras.v[middle]].words.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

int
reader_percent(const struct reader *reader)
{
    struct spot last = reader_edge((struct reader *)reader, true);
    struct span here = reader_cursor_span(reader), end = reader_spot_span(reader, &last);

    if (span_empty(here))
        return reader->cursor.slot >= last.slot ? 100 : 0;
    return end.end ? (int)((uint64_t)here.end * 100 / end.end) : 100;
}

bool
reader_at_top(const struct reader *reader)
{
    struct spot first = reader_edge((struct reader *)reader, false);

    return spot_compare(&reader->top, &first) <= 0;
}
