/* Articles and extracts made by hand, so that the index is tested without the extractor. */
#ifndef LEDE_TEST_INDEX_MAKE_H
#define LEDE_TEST_INDEX_MAKE_H

#include "lede/index.h"

struct make {
    struct index *index;
    struct article *article;
    VEC(struct entity) entities;
    VEC(struct quote) quotes;
    VEC(struct figure) figures;
};

/* Begins an article of plain paragraphs. */
void make_article(struct make *make, const char *path, const char *text);
/* Somebody by that name; returns the entity's number. Roles and affiliations: words of the text, or NULL. */
uint32_t make_entity(struct make *make, enum entity_kind kind, const char *name);
void make_known_as(struct make *make, uint32_t entity, const char *title, const char *role, const char *affiliation);
/* The words (found in the text) are a quote of entity, or of nobody (ENTITY_NONE); returns its row. */
uint32_t make_quote(struct make *make, enum quote_kind kind, const char *words, uint32_t entity, uint32_t utterance);
uint32_t make_figure(struct make *make, enum figure_kind kind, const char *words, uint32_t quote);
/* Hands it to the index; returns its id. */
uint32_t make_done(struct make *make);
void make_free(struct make *make);
/* Ids as "0 2 5"; valid until the next call. */
const char *make_ids(const struct ids *ids);

#endif
