/* The fields of a quote and of a figure: the same in `lede extract`, in JSON Lines and in CSV. */
#ifndef LEDE_DUMP_ROWS_H
#define LEDE_DUMP_ROWS_H

#include "sink.h"

/* Names of the speakers come from the index when there is one (the same name in all articles), else from the article. */
struct row_names {
    const struct index *index; /* or NULL */
    uint32_t article;
};

/* "path": as it was given, a number as a number; null for an article that came without. */
void rows_path(struct sink *sink, const struct article *article);
void rows_quote(struct sink *sink, const struct article *article, const struct extract *extract, const struct quote *quote,
                const struct row_names *names);
void rows_figure(struct sink *sink, const struct article *article, const struct figure *figure);
const char *rows_speaker_name(const struct extract *extract, const struct row_names *names, uint32_t entity);

/* The numbers of an article's paragraphs, counted once for all places that are asked for in a row. Zeroed before the first. */
struct row_places {
    uint32_t article;
    struct ids numbers; /* by block: of the last paragraph up to there */
    char text[16];
};

/* "¶7"; of what is no paragraph "standfirst", "pull quote", as in the reader. "" for no block. Valid until the next call. */
const char *rows_place(struct row_places *places, const struct index *index, uint32_t id, uint32_t block);
void rows_places_free(struct row_places *places);

#endif
