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
/* "¶7"; of what is no paragraph "standfirst", "pull quote", as in the reader. "" for no block. */
const char *rows_place(const struct article *article, uint32_t block, char buf[16]);

#endif
