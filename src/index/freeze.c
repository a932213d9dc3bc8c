#include "freeze.h"

#include <string.h>

enum { FREEZE_ALIGN = 64 };

static void
freeze_begin(struct freezing *freezing, enum section section)
{
    writer_align(freezing->writer, FREEZE_ALIGN);
    freezing->extents[section].at = freezing->writer->at;
}

static void
freeze_end(struct freezing *freezing, enum section section)
{
    freezing->extents[section].len = freezing->writer->at - freezing->extents[section].at;
}

void
freeze_section(struct freezing *freezing, enum section section, const void *bytes, size_t len)
{
    freeze_begin(freezing, section);
    writer_put(freezing->writer, bytes, len);
    freeze_end(freezing, section);
}

uint32_t
freeze_string(struct freezing *freezing, const char *string)
{
    uint32_t place = (uint32_t)freezing->strings.n;

    text_add(&freezing->strings, string, strlen(string) + 1);
    return place;
}

/* The slots by which rows are found; `keys` as image_…_key() will see them, from the bytes that were written. */
static void
freeze_slots(struct freezing *freezing, enum section section, const struct image *keys, uint32_t n, frozen_key *key_of)
{
    uint32_t size;
    uint32_t *slots = frozen_make(keys, n, key_of, &size);

    freeze_section(freezing, section, slots, size * sizeof *slots);
    mem_free(slots);
}

/* "3:sub/a.txt": the folder's number and the path below it. */
static void
freeze_path(const struct index *index, const char *path, struct document_row *row, struct text *paths)
{
    size_t at = 0;

    row->root = 0;
    while (row->root < index->nroots && !image_path_below(index->roots[row->root], path, &at))
        row->root++;
    row->path = (uint32_t)paths->n;
    text_printf(paths, "%u:", row->root);
    text_add(paths, path + at, strlen(path + at) + 1);
}

static void
freeze_documents(struct freezing *freezing, const struct index *index)
{
    struct document_row *rows = mem_alloc(index->documents.n * sizeof *rows + 1);
    struct text paths = {0};
    struct image keys = {.documents = rows};

    for (size_t i = 0; i < index->documents.n; i++) {
        rows[i] = index->documents.v[i];
        freeze_path(index, index->paths.v + rows[i].path, &rows[i], &paths);
    }
    freeze_section(freezing, SECTION_DOCUMENTS, rows, index->documents.n * sizeof *rows);
    freeze_section(freezing, SECTION_PATHS, paths.v, paths.n);
    keys.paths = paths.v;
    freeze_slots(freezing, SECTION_BY_PATH, &keys, (uint32_t)index->documents.n, image_path_key);
    mem_free(rows);
    text_free(&paths);
}

static void
freeze_strings(struct freezing *freezing, enum section section, const struct strings *strings, struct ids *places)
{
    for (size_t i = 0; i < strings->n; i++)
        vec_push(places, freeze_string(freezing, strings->v[i]));
    freeze_section(freezing, section, places->v, places->n * sizeof *places->v);
}

static void
freeze_sources(struct freezing *freezing, const struct index *index)
{
    struct ids units = {0}, sources = {0};
    struct image keys = {0};

    freeze_strings(freezing, SECTION_UNITS, &index->unit_names, &units);
    freeze_strings(freezing, SECTION_SOURCES, &index->source_names, &sources);
    keys.sources = sources.v;
    keys.strings = freezing->strings.v;
    freeze_slots(freezing, SECTION_BY_SOURCE, &keys, (uint32_t)sources.n, image_source_key);
    vec_free(&units);
    vec_free(&sources);
}

void
freeze_index(const struct index *index, struct writer *writer, struct extent *extents)
{
    struct freezing freezing = {.writer = writer, .extents = extents};

    freeze_documents(&freezing, index);
    freeze_section(&freezing, SECTION_ENTITIES, index->entities.v, index->entities.n * sizeof *index->entities.v);
    freeze_section(&freezing, SECTION_QUOTES, index->quotes.v, index->quotes.n * sizeof *index->quotes.v);
    freeze_section(&freezing, SECTION_FIGURE_FLAGS, index->figure_flags.v, index->figure_flags.n);
    freeze_section(&freezing, SECTION_FIGURE_VALUES, index->figure_values.v, index->figure_values.n * sizeof *index->figure_values.v);
    freeze_section(&freezing, SECTION_FIGURE_UNITS, index->figure_units.v, index->figure_units.n * sizeof *index->figure_units.v);
    freeze_sources(&freezing, index);
    freeze_identities(&freezing, &index->identities);
    freeze_section(&freezing, SECTION_STRINGS, freezing.strings.v, freezing.strings.n);
    freeze_section(&freezing, SECTION_LISTS, freezing.lists.v, freezing.lists.n * sizeof *freezing.lists.v);
    freeze_begin(&freezing, SECTION_TERMS);
    terms_write(&index->terms, writer);
    freeze_end(&freezing, SECTION_TERMS);
    text_free(&freezing.strings);
    vec_free(&freezing.lists);
}
