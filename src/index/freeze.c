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

void
freeze_slots(struct freezing *freezing, enum section section, const void *keys, uint32_t n, frozen_key *key_of)
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

/* Paths and where each begins: what image_path_key() has in the rows. */
struct path_keys {
    const char *paths;
    const uint32_t *places;
};

static struct slice
freeze_path_key(const void *keys, uint32_t row)
{
    const struct path_keys *of = keys;

    return slice_str(of->paths + of->places[row]);
}

static void
freeze_documents(struct freezing *freezing, const struct index *index)
{
    struct text paths = {0};
    struct ids places = {0};
    struct path_keys keys;

    freeze_begin(freezing, SECTION_DOCUMENTS);
    for (size_t i = 0; i < index->documents.n; i++) {
        struct document_row row = index->documents.v[i];

        freeze_path(index, index->paths.v + row.path, &row, &paths);
        vec_push(&places, row.path);
        writer_put(freezing->writer, &row, sizeof row);
    }
    freeze_end(freezing, SECTION_DOCUMENTS);
    freeze_section(freezing, SECTION_PATHS, paths.v, paths.n);
    keys = (struct path_keys){paths.v, places.v};
    freeze_slots(freezing, SECTION_BY_PATH, &keys, (uint32_t)index->documents.n, freeze_path_key);
    vec_free(&places);
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
    freeze_section(&freezing, SECTION_FINDS, index->finds.v, index->finds.n * sizeof *index->finds.v);
    freeze_section(&freezing, SECTION_ENTITIES, index->entities.v, index->entities.n * sizeof *index->entities.v);
    freeze_section(&freezing, SECTION_QUOTES, index->quotes.v, index->quotes.n * sizeof *index->quotes.v);
    freeze_section(&freezing, SECTION_QUOTE_FLAGS, index->quote_flags.v, index->quote_flags.n);
    freeze_section(&freezing, SECTION_FIGURE_FLAGS, index->figure_flags.v, index->figure_flags.n);
    freeze_section(&freezing, SECTION_FIGURE_VALUES, index->figure_values.v, index->figure_values.n * sizeof *index->figure_values.v);
    freeze_section(&freezing, SECTION_FIGURE_QUOTES, index->figure_quotes.v, index->figure_quotes.n);
    freeze_section(&freezing, SECTION_VALUES, index->values.v.v, index->values.v.n * sizeof *index->values.v.v);
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
