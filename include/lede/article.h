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

/* What the path of an article is: of a file; or of a line of JSON, the name or number that it gives, or none: "FILE:LINE". */
enum path_kind { PATH_FILE, PATH_NAME, PATH_NUMBER, PATH_NONE };

/*
 * A value record: filled by article_load() or article_parse(), constant afterwards. Everything in it lives in its arena
 * until article_free(). Absent fields are empty spans or NULL; nothing is invented.
 */
struct article {
    struct arena *arena;
    const char *path;          /* as it was given; "-" for standard input */
    const char *text;          /* valid UTF-8, NUL-terminated; offsets of all spans are into this */
    uint32_t len;              /* behind the NUL stands what was given beside the text: title … tags may be spans there */
    const char *encoding;      /* "utf-8" (text is the file byte for byte, BOM included) or "windows-1252" */
    bool repaired;             /* the file was neither; bad bytes were made U+FFFD */
    enum path_kind path_kind;
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
/*
 * The same from a line of JSON Lines, without its line end: {"path" or "id", "text", "title", "standfirst", "byline", "outlet",
 * "published", "url", "tags"}. What is given counts more than what is found in the text. where, "FILE:LINE", is the path of
 * a line that gives none. NULL with the reason (STATUS_INVALID, or STATUS_REFUSED when too large) for what is no such line.
 */
struct article *article_parse_json(const char *where, const char *line, size_t len, const struct article_options *options,
                                   struct error *error);
/* True when so many bytes are no more than the options allow; else the reason is in *error (STATUS_REFUSED). */
bool article_fits(size_t len, const struct article_options *options, struct error *error);
/* Opens what lines are read from, without waiting; a FIFO or character device only if it was named by the user. Returns the
   descriptor ("-": options->input, which the caller must not close), or -1 with the reason in *error. */
int article_open(const char *path, const struct article_options *options, bool named, struct error *error);
void article_free(struct article *article); /* NULL is allowed */

const char *block_kind_name(enum block_kind kind);   /* "title", "standfirst", …: static */
bool block_kind_read(const char *name, enum block_kind *kind);
/* Reading text: what a reader is shown. The rest is furniture or metadata, shown on request. */
bool block_is_reading(enum block_kind kind);
/* Quotes and figures are looked for in title, standfirst, heading, para, quote, item, caption. */
bool block_is_searched(enum block_kind kind);

/* A time stamp of a file as struct article has it. */
static inline int64_t article_time_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}
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
