/*
 * A record: all that the index keeps of one article, text and finds, as bytes without pointers. It can lie in a mapped file,
 * is a third of the size of the structs, and is made into structs again when somebody looks.
 */
#ifndef LEDE_INDEX_PACK_H
#define LEDE_INDEX_PACK_H

#include "lede/extract.h"

/* To be kept beside records that outlive the program: raised whenever the same article gives other bytes. The byte order and
   the sizes of the machine are the keeper's business, too. */
enum { PACK_VERSION = 3 };

/* Appends the record of an article to *out. The path is not in it. The same article always gives the same bytes. */
void pack_article(struct text *out, const struct article *article, const struct extract *extract);
/*
 * The article and extract of a record. Structs lie in `arena`, text and strings are those of the record, so both must live as
 * long; article->arena is NULL, article->path is `path` (of what kind it was, the record knows). The bytes may be anything (a
 * damaged file): false when they are no record; what is made otherwise holds together: spans inside the text and between
 * characters, in order where the headers say so, entities, quotes, blocks that exist, enumerators in their ranges, decimals as
 * decimal_make() has them, text and strings valid UTF-8. `record` may lie at any address and have other bytes behind it. Time and
 * memory are linear in the record's size.
 */
bool unpack_article(const char *record, size_t len, const char *path, struct arena *arena, struct article **article,
                    const struct extract **extract);

/*
 * What lists need, without unpacking: each reads the head, in constant time. Any bytes are safe here, too: false (or 0, NULL)
 * for what is no record. Slices and strings are those of the record.
 */

/* The length of the record that begins here: where the next one may begin. */
size_t pack_size(const char *record, size_t len);
/* As article_headline() says, with *made (may be NULL) for its *marked; valid UTF-8. False, too, where that says the file's
   name, which is not in a record. */
bool pack_headline(const char *record, size_t len, struct slice *headline, bool *made);
/* The outlet; valid UTF-8. False, too, where the article names none: the file's name stands for it then (article_source()). */
bool pack_source(const char *record, size_t len, struct slice *source);
/* article->text, with its NUL behind it; what a damaged file has there may be invalid UTF-8. */
bool pack_text(const char *record, size_t len, struct slice *text);
/* article->published, or NULL. */
const char *pack_published(const char *record, size_t len);
bool pack_file(const char *record, size_t len, int64_t *mtime_ns, uint64_t *file_size);

struct pack_counts {
    uint32_t blocks, tags, entities, mentions, quotes, figures;
};
/* How many there are; in a damaged file more than can be, perhaps. */
bool pack_counts(const char *record, size_t len, struct pack_counts *counts);

/* Where a figure stands, and what else of it no row of the index has; as in struct figure. */
struct pack_figure {
    struct span span;
    uint32_t block, quote, same_as, fuller;
};
struct pack_places {
    VEC(struct span) blocks;   /* their words: inside the text, between characters */
    VEC(struct pack_figure) figures; /* in blocks and quotes that exist */
};
/* Reads these alone, a tenth of the work of unpacking. Replaces *places, whose vectors are the caller's; false, and
   none, for what is no record. */
bool pack_places(const char *record, size_t len, struct pack_places *places);
void pack_places_free(struct pack_places *places);

#endif
