/* An article: decoded text, cut into blocks, with what the page says about itself. */
#ifndef LEDE_ARTICLE_H
#define LEDE_ARTICLE_H

#include <stdio.h>
#include <time.h>

#include "lede/base.h"

enum block_kind {
    BLOCK_TITLE,
    BLOCK_STANDFIRST,
    BLOCK_BYLINE,
    BLOCK_DATE,
    BLOCK_HEADING,
    BLOCK_PARA,
    BLOCK_QUOTE,       /* a pull quote: words of the article or of a speaker, set apart, without marks */
    BLOCK_ATTRIBUTION, /* the line under a pull quote that says whose words they are */
    BLOCK_ITEM,
    BLOCK_CAPTION,
    BLOCK_TAGS,
    BLOCK_CREDIT,      /* "Additional research by …", "(Reporting by …)" */
    BLOCK_DISCLAIMER,
    BLOCK_BOILER,      /* furniture of the page */
    BLOCK_KINDS
};

/* One or more whole lines, without the white space at both ends. Blocks are in order and do not overlap. */
struct block {
    struct span span;
    struct span words;     /* what a reader is shown: without list mark, "By ", "EXCERPT:", "Title:"; inside span */
    enum block_kind kind;
    bool repeated;         /* says again what another block of reading text says: not shown twice, not searched twice */
};

/*
 * A value record: filled by article_load() or article_parse(), constant afterwards. Everything in it lives in its arena
 * until article_free(). Absent fields are empty spans or NULL; nothing is invented.
 */
struct article {
    struct arena *arena;
    const char *path;          /* as it was given; "-" for standard input */
    const char *text;          /* valid UTF-8, NUL-terminated; offsets of all spans are into this */
    uint32_t len;
    const char *encoding;      /* "utf-8" (text is the file byte for byte, BOM included) or "windows-1252" */
    bool repaired;             /* the file was neither; bad bytes were made U+FFFD */
    const struct block *blocks;
    size_t nblocks;
    struct span title, standfirst, byline, outlet, url; /* byline: the names, without "By" */
    const char *published;     /* ISO 8601, as exact as the text: "2026-01-14", "2026-01-14T17:07", "2026-01" */
    const char *seen_on;       /* ISO 8601 date inferred from a dateline or caption: not later than publication; or NULL */
    const struct span *tags;
    size_t ntags;
    int64_t mtime_ns;          /* of the file, since the epoch; 0 when there is none */
    uint64_t file_size;        /* bytes on disk */
};

struct article_options {
    bool body;                 /* the whole text is reading text: every line a paragraph */
    size_t max_bytes;          /* of a file; 0 means the default, 64 MiB; at most 2 GiB - 1 */
    int input;                 /* the descriptor that "-" is read from: 0 is standard input; it is not closed */
};

/*
 * Reads and parses a file ("-": standard input). Returns an article, owned by the caller, or NULL with the reason in *error
 * (STATUS_IO, or STATUS_REFUSED for a directory, device, FIFO, socket, binary or too large file). Never blocks on a FIFO. An
 * empty file is an article without blocks.
 */
struct article *article_load(const char *path, const struct article_options *options, struct error *error);
/* The same from memory; the bytes are copied. */
struct article *article_parse(const char *path, const char *bytes, size_t len, const struct article_options *options,
                              struct error *error);
void article_free(struct article *article); /* NULL is allowed */

const char *block_kind_name(enum block_kind kind);   /* "title", "standfirst", …: static */
bool block_kind_read(const char *name, enum block_kind *kind);
/* Reading text: what a reader is shown. The rest is furniture or metadata, shown on request. */
bool block_is_reading(enum block_kind kind);
/* Quotes and figures are looked for in title, standfirst, heading, para, quote, item, caption. */
bool block_is_searched(enum block_kind kind);

static inline struct slice article_slice(const struct article *article, struct span span)
{
    return (struct slice){article->text + span.start, span_len(span)};
}
/* The headline, or, where there is none, the first words of the reading text (at most 60 columns, cut at a word). *marked
   (may be NULL) says that it was made so. Never empty: an article without blocks has its file's name. */
struct slice article_headline(const struct article *article, bool *marked);
/* The outlet, or, where the text does not name it, the file's name without folder and suffix. */
struct slice article_source(const struct article *article);

/* For src/article itself: blocks.c fills blocks and metadata of an article whose text stands. */
void blocks_find(struct article *article);        /* guesses from a pasted page; a header block wins */
void blocks_plain(struct article *article);       /* --body: each line that is not blank is a paragraph */

#endif
