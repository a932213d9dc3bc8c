/*
 * A record: all that the index keeps of one article, text and finds, as bytes without pointers. It can lie in a mapped file,
 * is a third of the size of the structs, and is made into structs again when somebody looks.
 */
#ifndef LEDE_INDEX_PACK_H
#define LEDE_INDEX_PACK_H

#include "lede/extract.h"

/* Appends the record of an article to *out. The path is not in it. */
void pack_article(struct text *out, const struct article *article, const struct extract *extract);
/*
 * The article and extract of a record. Structs and small strings lie in `arena`, article->text points into the record, so both
 * must live as long; article->arena is NULL, article->path is `path`. The bytes may be anything (a damaged file): false when they
 * are no record; what is made otherwise holds together: spans inside the text, in order where the headers say so, entities,
 * quotes, blocks that exist, enumerators in their ranges, text valid UTF-8 or as it was packed.
 */
bool unpack_article(const char *record, size_t len, const char *path, struct arena *arena, struct article **article,
                    const struct extract **extract);

#endif
