/* The image: sections of a mapped file as the arrays that they are. Their bytes were checked before. */
#include "rows.h"

#include <string.h>

#include "lede/index.h"

const struct image image_empty = {.file = NULL};

static uint32_t
image_count(const struct image *image, enum section section, size_t size)
{
    return (uint32_t)(image->sections[section].len / size);
}

static struct frozen
image_frozen(const struct image *image, enum section section)
{
    return (struct frozen){(const void *)image->sections[section].at, image_count(image, section, sizeof(uint32_t))};
}

/* Where a row has parts in several sections, there are as many of each. */
static bool
image_agrees(const struct image *image)
{
    return image_count(image, SECTION_FINDS, sizeof *image->finds) == image->ndocuments &&
           image_count(image, SECTION_QUOTE_FLAGS, sizeof(uint8_t)) == image->nquotes &&
           image_count(image, SECTION_FIGURE_VALUES, sizeof(uint32_t)) == image->nfigures &&
           image_count(image, SECTION_FIGURE_QUOTES, sizeof(uint8_t)) == image->nfigures &&
           image_count(image, SECTION_FIGURE_UNITS, sizeof(uint16_t)) == image->nfigures;
}

bool
image_open(struct image *image)
{
    const struct slice *s = image->sections;

    image->documents = (const void *)s[SECTION_DOCUMENTS].at;
    image->ndocuments = image_count(image, SECTION_DOCUMENTS, sizeof *image->documents);
    image->finds = (const void *)s[SECTION_FINDS].at;
    image->quotes = (const void *)s[SECTION_QUOTES].at;
    image->nquotes = image_count(image, SECTION_QUOTES, sizeof *image->quotes);
    image->quote_flags = (const void *)s[SECTION_QUOTE_FLAGS].at;
    image->figure_flags = (const void *)s[SECTION_FIGURE_FLAGS].at;
    image->nfigures = image_count(image, SECTION_FIGURE_FLAGS, sizeof *image->figure_flags);
    image->figure_values = (const void *)s[SECTION_FIGURE_VALUES].at;
    image->figure_quotes = (const void *)s[SECTION_FIGURE_QUOTES].at;
    image->values = (const void *)s[SECTION_VALUES].at;
    image->figure_units = (const void *)s[SECTION_FIGURE_UNITS].at;
    image->entities = (const void *)s[SECTION_ENTITIES].at;
    image->nentities = image_count(image, SECTION_ENTITIES, sizeof *image->entities);
    image->units = (const void *)s[SECTION_UNITS].at;
    image->nunits = image_count(image, SECTION_UNITS, sizeof *image->units);
    image->sources = (const void *)s[SECTION_SOURCES].at;
    image->nsources = image_count(image, SECTION_SOURCES, sizeof *image->sources);
    image->lists = (const void *)s[SECTION_LISTS].at;
    image->identity_quotes = (const void *)s[SECTION_IDENTITY_QUOTES].at;
    image->paths = s[SECTION_PATHS].at;
    image->strings = s[SECTION_STRINGS].at;
    image->identities = (const void *)s[SECTION_IDENTITIES].at;
    image->nidentities = image_count(image, SECTION_IDENTITIES, sizeof *image->identities);
    image->families = (const void *)s[SECTION_FAMILIES].at;
    image->nfamilies = image_count(image, SECTION_FAMILIES, sizeof *image->families);
    image->by_path = image_frozen(image, SECTION_BY_PATH);
    image->by_source = image_frozen(image, SECTION_BY_SOURCE);
    image->by_key = image_frozen(image, SECTION_BY_KEY);
    image->by_surname = image_frozen(image, SECTION_BY_SURNAME);
    return image_agrees(image);
}

const char *
image_path(const struct image *image, const struct document_row *document)
{
    return strchr(image->paths + document->path, ':') + 1;
}

struct slice
image_path_key(const void *image, uint32_t row)
{
    const struct image *of = image;

    return slice_str(of->paths + of->documents[row].path);
}

struct slice
image_unit_key(const void *image, uint32_t row)
{
    const struct image *of = image;

    return slice_str(of->strings + of->units[row]);
}

struct slice
image_source_key(const void *image, uint32_t row)
{
    const struct image *of = image;

    return slice_str(of->strings + of->sources[row]);
}

struct slice
image_identity_key(const void *image, uint32_t row)
{
    const struct image *of = image;

    return slice_str(of->strings + of->identities[row].key);
}

struct slice
image_surname_key(const void *image, uint32_t row)
{
    const struct image *of = image;

    return slice_str(of->strings + of->families[row].surname);
}

bool
image_path_below(const char *folder, const char *path, size_t *at)
{
    size_t len = strlen(folder);

    if (strncmp(path, folder, len) != 0)
        return false;
    if (len && folder[len - 1] != '/' && path[len++] != '/')
        return false;
    *at = len;
    return true;
}

uint32_t
image_find(const struct image *image, const char *const *roots, size_t nroots, const char *path)
{
    struct text key = {0};
    uint32_t id = FROZEN_NONE;

    for (size_t root = 0; root < nroots && id == FROZEN_NONE && image->ndocuments; root++) {
        size_t at;

        if (!image_path_below(roots[root], path, &at))
            continue;
        key.n = 0;
        text_printf(&key, "%zu:%s", root, path + at);
        id = frozen_find(&image->by_path, image, image->ndocuments, image_path_key, slice_of(key.v, key.n));
    }
    text_free(&key);
    return id;
}
