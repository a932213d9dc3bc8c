/* The article as lines: wrapped around the view alone, so that one of 64 MiB opens at once. */
#ifndef LEDE_VIEW_READER_H
#define LEDE_VIEW_READER_H

#include "lede/canvas.h"
#include "lede/index.h"
#include "wrap.h"

/* A quote or figure of the open article: a row of its extract. */
enum mark_kind { MARK_NONE, MARK_QUOTE, MARK_FIGURE };
struct mark {
    enum mark_kind kind;
    uint32_t row;
};

/*
 * A line of the page. The page is a sequence of slots: the blocks that are shown (4 * block + 2), the line of metadata
 * (4 * block + 1, before that block) and the stand-in for a headline (0). A long block is set in parts. Row: first the blank
 * lines before the part, then its lines.
 */
struct spot {
    uint32_t slot, part;
    int row;
};

/* One part of a slot, wrapped. */
struct piece {
    uint32_t slot, part;
    bool valid;
    int gap, indent;           /* blank lines before; columns before each line */
    enum role role;
    bool made;                 /* not from the article's text: carries no marks */
    char prefix[24];           /* stands in the indent of the first line */
    const char *base;          /* what the lines are ranges of */
    struct lines lines;
};

enum { READER_PIECES = 128 };

struct reader {
    const struct index *index;
    uint32_t id;               /* of the article, or ID_NONE */
    const struct article *article;
    const struct extract *extract;
    int width, height;         /* of the text, in columns and lines */
    bool furniture;            /* shown */
    struct spot top, cursor;
    struct mark current;
    bool passed;               /* the cursor only came by it: nobody went to it */
    bool alone;                /* no pane stands beside the article */
    struct text meta;          /* the line of metadata */
    uint32_t meta_slot;
    struct ids paras;          /* the blocks that are paragraphs */
    struct text marks;         /* scratch for wrapping */
    struct piece pieces[READER_PIECES];
};

/* Where one was: valid in the same article at any size. */
struct reader_place {
    uint32_t id, top, cursor;  /* offsets */
    struct spot top_spot, cursor_spot;
    int width;
    bool furniture;
    struct mark current;
    bool passed;
};

void reader_open(struct reader *reader, const struct index *index, uint32_t id); /* ID_NONE: nothing */
void reader_size(struct reader *reader, int width, int height);
void reader_furniture(struct reader *reader, bool shown);
struct reader_place reader_here(const struct reader *reader);
void reader_return(struct reader *reader, const struct reader_place *place); /* opens the article too */
void reader_free(struct reader *reader);

/* Moving the cursor; the view follows with two lines of context. */
void reader_step(struct reader *reader, long lines);
void reader_page(struct reader *reader, long lines);
void reader_end(struct reader *reader, bool last);
void reader_paragraph(struct reader *reader, long n);       /* from 1 */
void reader_goto(struct reader *reader, uint32_t offset);   /* if it was out of view: a third down the view */
/* Makes a mark the current one and shows its beginning. */
void reader_goto_mark(struct reader *reader, struct mark mark);
/* The current mark becomes the first on the cursor's line, or after it. */
void reader_mark_cursor(struct reader *reader);
/* Does the current mark touch the cursor's line? */
bool reader_mark_near(const struct reader *reader);
/* To the next or previous listed mark; false at the end. */
bool reader_next_mark(struct reader *reader, bool back);

struct span reader_mark_span(const struct reader *reader, struct mark mark);
/* The first row of the extract whose span ends behind the cursor line's start; n of them when none. */
uint32_t reader_quote_at_cursor(const struct reader *reader);
uint32_t reader_figure_at_cursor(const struct reader *reader);
struct span reader_cursor_span(const struct reader *reader);  /* of the cursor's line; empty on a made one */
bool reader_block_shown(const struct reader *reader, size_t block);
/* The paragraph (from 1) that holds the offset or stands before it; 0 before the first. */
uint32_t reader_paragraph_at(const struct reader *reader, uint32_t offset);
int reader_percent(const struct reader *reader);
bool reader_at_top(const struct reader *reader);

/* For drawing: the piece of a spot (valid until the next call), and the next spot; false at the end. */
const struct piece *reader_piece(struct reader *reader, uint32_t slot, uint32_t part);
bool reader_next(struct reader *reader, struct spot *spot);

/* reader_draw.c: draws the view at x, y, with its hits. */
struct lit;
void reader_draw(struct reader *reader, struct canvas *canvas, struct rect rect, const struct lit *lit, bool focused);

/* pages.c: what a slot looks like. */
uint32_t reader_slots(const struct reader *reader);
bool reader_slot_shown(const struct reader *reader, uint32_t slot);
void reader_fill_piece(struct reader *reader, struct piece *piece);
uint32_t reader_parts(const struct reader *reader, uint32_t slot);
uint32_t reader_part_start(const struct reader *reader, uint32_t slot, uint32_t part);
void reader_make_meta(struct reader *reader);

enum { SLOT_NONE = -1 };
static inline bool slot_is_block(uint32_t slot) { return slot % 4 == 2; }
static inline uint32_t slot_of_block(size_t block) { return (uint32_t)(4 * block + 2); }

#endif
