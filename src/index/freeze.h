/* From an index in memory to the sections of a file. */
#ifndef LEDE_INDEX_FREEZE_H
#define LEDE_INDEX_FREEZE_H

#include "internal.h"
#include "writer.h"

/* A section on its way: where it begins and how long it is. */
struct extent {
    uint64_t at, len;
};

/* What is written in rows: strings and lists of numbers that rows point into. */
struct freezing {
    struct writer *writer;
    struct extent *extents;   /* SECTIONS of them */
    struct text strings;
    struct ids lists;
};

/*
 * Writes all sections but SECTION_KEY of an index without an image, whose articles all live, below index_roots(), and whose
 * store has the places of the file. Errors are the writer's.
 */
void freeze_index(const struct index *index, struct writer *writer, struct extent *extents);

/* For the files of this folder: one section. */
void freeze_section(struct freezing *freezing, enum section section, const void *bytes, size_t len);
uint32_t freeze_string(struct freezing *freezing, const char *string); /* its place */
/* The slots by which n rows are found; `keys` is what key_of() has them from: an image, or what stands for it. */
void freeze_slots(struct freezing *freezing, enum section section, const void *keys, uint32_t n, frozen_key *key_of);
/* freeze_identities.c */
void freeze_identities(struct freezing *freezing, const struct identities *identities);

#endif
