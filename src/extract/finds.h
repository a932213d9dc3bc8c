/* What the finders of this folder hand to extract.c. */
#ifndef LEDE_EXTRACT_FINDS_H
#define LEDE_EXTRACT_FINDS_H

#include "lede/extract.h"

struct tokens;

struct finds {
    VEC(struct entity) entities;
    VEC(struct mention) mentions;
    VEC(struct quote) quotes;
    VEC(struct figure) figures;
    const struct tokens *tokens; /* of tokens.h: from speech_find() for figures_find(), which does without, more slowly; or NULL */
};

/*
 * Who said it: entities, mentions and quotes, in the order of the text, quotes by start (then longer first). Strings live in
 * the article's arena; all else that is needed meanwhile belongs to the struct speech and is kept for the next article.
 */
struct speech;
struct speech *speech_new(const struct vocabulary *own);
void speech_free(struct speech *speech);
void speech_find(struct speech *speech, const struct article *article, struct finds *finds);

/* How much: figures in the order of the text, all fields but `quote`, which extract.c sets. */
struct measures;
struct measures *measures_new(void);
void measures_free(struct measures *measures);
void figures_find(struct measures *measures, const struct article *article, struct finds *finds);

#endif
