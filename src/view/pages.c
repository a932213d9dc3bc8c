/* The page: which blocks stand on it, in which dress. */
#include <stdio.h>
#include <string.h>

#include "lede/utf.h"
#include "reader.h"

/*
 * A longer block is wrapped in parts of about so many bytes, each cut at a blank: a line of 64 MiB opens at once, at the price
 * of a short line every 16 KiB.
 */
enum { PART = 16384, PART_SEARCH = 1024 };

struct dress {
    enum role role;
    int gap, indent;
    const char *prefix;
};

static const struct dress dresses[BLOCK_KINDS] = {
    [BLOCK_TITLE] = {ROLE_TITLE, 1, 0, ""},
    [BLOCK_STANDFIRST] = {ROLE_STANDFIRST, 1, 0, ""},
    [BLOCK_HEADING] = {ROLE_HEADING, 1, 0, ""},
    [BLOCK_PARA] = {ROLE_TEXT, 1, 0, ""},
    [BLOCK_QUOTE] = {ROLE_PULL, 1, 4, ""},
    [BLOCK_ATTRIBUTION] = {ROLE_DIM, 0, 6, "    — "},
    [BLOCK_ITEM] = {ROLE_TEXT, 1, 2, "• "},
    [BLOCK_CAPTION] = {ROLE_DIM, 1, 2, "□ "},
};

bool
reader_block_shown(const struct reader *reader, size_t i)
{
    const struct block *block = &reader->article->blocks[i];

    return reader->furniture || (block_is_reading(block->kind) && !block->repeated);
}

uint32_t
reader_slots(const struct reader *reader)
{
    return (uint32_t)(4 * reader->article->nblocks + 2);
}

bool
reader_slot_shown(const struct reader *reader, uint32_t slot)
{
    if (slot == 0)
        return span_empty(reader->article->title);
    if (slot == reader->meta_slot)
        return reader->meta.n > 0;
    return slot_is_block(slot) && slot / 4 < reader->article->nblocks && reader_block_shown(reader, slot / 4);
}

/* ---- metadata ---------------------------------------------------------------------------- */

static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
                                     "October", "November", "December"};

/* "2026-01-14T17:07" as "14 January 2026, 17:07"; what has another form stays as it is. */
static void
pages_date(struct text *out, const char *iso)
{
    int year, month = 0, day = 0, hour, minute;
    int n = sscanf(iso, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute);

    if (n < 2 || month < 1 || month > 12) {
        text_puts(out, iso);
        return;
    }
    if (n >= 3)
        text_printf(out, "%d ", day);
    text_printf(out, "%s %d", months[month - 1], year);
    if (n == 5)
        text_printf(out, ", %02d:%02d", hour, minute);
}

static void
pages_dot(struct text *out)
{
    if (out->n)
        text_puts(out, " · ");
}

void
reader_make_meta(struct reader *reader)
{
    const struct article *article = reader->article;
    struct slice byline = article_slice(article, article->byline), source = article_source(article);
    size_t before = 0;

    reader->meta.n = 0;
    if (span_empty(article->title))
        text_puts(&reader->meta, article->nblocks ? "no headline: these are its first words" : "an empty file");
    if (byline.len) {
        pages_dot(&reader->meta);
        text_puts(&reader->meta, "By ");
        text_add(&reader->meta, byline.at, byline.len);
    }
    pages_dot(&reader->meta);
    if (slice_trim(source).len == 0)
        source = slice_str("(no name)"); /* so that no page is without a line */
    text_add(&reader->meta, source.at, source.len);
    if (article->published) {
        pages_dot(&reader->meta);
        pages_date(&reader->meta, article->published);
    }
    for (size_t i = 0; i < article->nblocks; i++) { /* behind headline and standfirst */
        enum block_kind kind = article->blocks[i].kind;

        if (kind == BLOCK_TITLE || (kind == BLOCK_STANDFIRST && !article->blocks[i].repeated))
            before = i + 1;
        else if (block_is_reading(kind) && !article->blocks[i].repeated)
            break;
    }
    reader->meta_slot = (uint32_t)(4 * before + 1);
}

/* ---- parts ------------------------------------------------------------------------------------ */

static struct span
pages_words(const struct reader *reader, uint32_t slot)
{
    return reader->article->blocks[slot / 4].words;
}

uint32_t
reader_parts(const struct reader *reader, uint32_t slot)
{
    uint32_t len = slot_is_block(slot) ? span_len(pages_words(reader, slot)) : 0;

    return len <= PART ? 1 : (len + PART - 1) / PART;
}

/* Does not ask for the part before, so that any part can be found at once. */
uint32_t
reader_part_start(const struct reader *reader, uint32_t slot, uint32_t part)
{
    struct span words = pages_words(reader, slot);
    const char *text = reader->article->text;
    uint32_t at, limit;

    if (part == 0)
        return words.start;
    if (part >= reader_parts(reader, slot))
        return words.end;
    at = words.start + part * PART;
    limit = words.end - at > PART_SEARCH ? at + PART_SEARCH : words.end;
    for (uint32_t i = at; i < limit; i++)
        if (text[i] == ' ' || text[i] == '\n')
            return i + 1;
    while (at < words.end && ((unsigned char)text[at] & 0xC0) == 0x80)
        at++;
    return at;
}

/* ---- dress --------------------------------------------------------------------------------------- */

/* Items and furniture stand close together, an attribution under its quote; the first thing on the page at its top. */
static int
pages_gap(const struct reader *reader, uint32_t slot)
{
    const struct article *article = reader->article;
    enum block_kind kind, before_kind;
    uint32_t before = slot;

    while (before > 0 && !reader_slot_shown(reader, --before))
        ;
    if (before == slot || !reader_slot_shown(reader, before))
        return 0;
    if (!slot_is_block(slot))
        return 1;
    kind = article->blocks[slot / 4].kind;
    if (!slot_is_block(before))
        return 1;
    before_kind = article->blocks[before / 4].kind;
    if (!block_is_reading(kind) && !block_is_reading(before_kind))
        return 0;
    if (kind == BLOCK_ITEM && before_kind == BLOCK_ITEM)
        return 0;
    return block_is_reading(kind) ? dresses[kind].gap : 1;
}

static void
pages_dress(const struct reader *reader, struct piece *piece)
{
    const struct block *block = &reader->article->blocks[piece->slot / 4];
    const struct dress *dress = &dresses[block->kind];

    piece->role = dress->role;
    piece->indent = dress->indent;
    (void)snprintf(piece->prefix, sizeof piece->prefix, "%s", dress->prefix);
    if (!block_is_reading(block->kind) || block->repeated) {
        piece->role = ROLE_FURNITURE;
        (void)snprintf(piece->prefix, sizeof piece->prefix, "%s: ", block->repeated ? "repeated" : block_kind_name(block->kind));
        piece->indent = (int)strlen(piece->prefix);
    }
    if (piece->indent > reader->width / 2) { /* a narrow page has no room for it */
        piece->indent = 0;
        piece->prefix[0] = '\0';
    }
}

static void
pages_wrap(struct reader *reader, struct piece *piece, const char *base, struct span span)
{
    piece->base = base;
    wrap_lines(&piece->lines, &reader->marks, slice_of(base + span.start, span_len(span)), 0, reader->width - piece->indent);
    for (size_t i = 0; i < piece->lines.n; i++) {
        piece->lines.v[i].start += span.start;
        piece->lines.v[i].end += span.start;
    }
}

static void
pages_fill_made(struct reader *reader, struct piece *piece)
{
    piece->made = true;
    if (piece->slot == 0) {
        struct slice words = article_headline(reader->article, NULL);

        piece->role = ROLE_TITLE;
        pages_wrap(reader, piece, words.at, (struct span){0, (uint32_t)words.len});
    } else {
        piece->role = ROLE_DIM;
        pages_wrap(reader, piece, reader->meta.v, (struct span){0, (uint32_t)reader->meta.n});
    }
}

void
reader_fill_piece(struct reader *reader, struct piece *piece)
{
    piece->gap = piece->part == 0 ? pages_gap(reader, piece->slot) : 0;
    piece->indent = 0;
    piece->prefix[0] = '\0';
    piece->made = false;
    if (!slot_is_block(piece->slot)) {
        pages_fill_made(reader, piece);
        return;
    }
    pages_dress(reader, piece);
    if (piece->part > 0)
        piece->prefix[0] = '\0';
    pages_wrap(reader, piece, reader->article->text,
               (struct span){reader_part_start(reader, piece->slot, piece->part),
                             reader_part_start(reader, piece->slot, piece->part + 1)});
}
