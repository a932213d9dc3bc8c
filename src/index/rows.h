/*
 * The rows of the index: of fixed size, without pointers, the same in memory and in the file of the cache, where they are used
 * as they lie. And the image: all of them as they lie in such a file.
 */
#ifndef LEDE_INDEX_ROWS_H
#define LEDE_INDEX_ROWS_H

#include "frozen.h"
#include "lede/extract.h"

struct document_row {
    uint64_t record;          /* its place: in the file (image), or in the store */
    int64_t mtime_ns;         /* of the file that was read */
    uint64_t file_size;
    uint32_t len;             /* of the record */
    uint32_t sum;             /* of the record, see checksum() */
    uint32_t path;            /* its place in the paths, NUL-terminated there; in the image "0:path below the folder" */
    uint32_t root;            /* image only: the number of the folder */
    uint32_t first_entity;
    uint32_t first_day, last_day; /* between which it was published, or seen: year * 10000 + month * 100 + day; 0: not known */
};

/* The same article, as lists ask for it: apart, so that all of them stay near the processor while a list is made. */
struct finds_row {
    uint32_t first_quote, first_figure;
    uint32_t source;          /* the same number for the same outlet (or file, where none is known) */
};

/* A quote is a row, and a byte of flags beside it, so that those that are listed are found in a twentieth of the memory. */
enum {
    ROW_KIND = 0x0F,
    QUOTE_LISTED = 0x10,
    QUOTE_NSPEAKERS = 5,      /* shift */
    FIGURE_REPEATS = 0x10,
    FIGURE_QUOTED = 0x20,
    FIGURE_RANGE = 0x40,
};

struct quote_row {
    uint32_t article;
    struct span span;
    uint32_t speaker;         /* raw identity of the first speaker, or ID_NONE */
};

/* The row of the quote that holds a figure, where FIGURE_QUOTED says that there is one; from here on the figure itself knows. */
enum { QUOTE_ROW_MOST = UINT8_MAX };

/* A figure is a byte of flags (kind, FIGURE_*), a value (NAN: none) and a unit: */
enum { UNIT_NONE = 0, UNIT_OTHER = UINT16_MAX /* not in the table: the figure itself knows */ };

struct identity_row {
    uint32_t name, key, surname;             /* places in the strings; surname may be FROZEN_NONE */
    uint32_t aliases, affiliations, roles;   /* places in the lists: a count, then places in the strings; roles: pairs with n */
    uint32_t quotes, nquotes;                /* its part of the quotes of identities */
    uint32_t nlisted;
    uint8_t kind, gender, bare, unused;
};

struct family_row {
    uint32_t surname;                        /* place in the strings */
    uint32_t full, bare;                     /* places in the lists: a count, then raw identities */
};

/* Parts of the file. */
enum section {
    SECTION_KEY,              /* what the collection is: real paths of its folders */
    SECTION_DOCUMENTS,
    SECTION_FINDS,
    SECTION_PATHS,
    SECTION_BY_PATH,          /* frozen: path with the number of its folder → article */
    SECTION_ENTITIES,
    SECTION_QUOTES,
    SECTION_QUOTE_FLAGS,      /* u8 */
    SECTION_FIGURE_FLAGS,
    SECTION_FIGURE_VALUES,    /* u32: codes */
    SECTION_VALUES,           /* doubles, by code */
    SECTION_FIGURE_QUOTES,    /* u8: see QUOTE_ROW_MOST */
    SECTION_FIGURE_UNITS,
    SECTION_UNITS,            /* u32: places in the strings; unit 1 is the first */
    SECTION_SOURCES,          /* u32: places in the strings */
    SECTION_BY_SOURCE,        /* frozen: the name of the source → source */
    SECTION_STRINGS,          /* NUL-terminated each */
    SECTION_IDENTITIES,
    SECTION_LISTS,
    SECTION_IDENTITY_QUOTES,
    SECTION_BY_KEY,           /* frozen: key → identity */
    SECTION_FAMILIES,
    SECTION_BY_SURNAME,       /* frozen: surname → family */
    SECTION_TERMS,
    SECTIONS
};

struct image {
    const char *file;         /* the mapped file; records are places in it */
    size_t file_len;
    struct slice sections[SECTIONS];

    /* the sections again, as what they are */
    const struct document_row *documents;
    const struct finds_row *finds;
    const struct quote_row *quotes;
    const uint8_t *quote_flags, *figure_flags, *figure_quotes;
    const double *values;
    const uint16_t *figure_units;
    const uint32_t *figure_values, *entities, *units, *sources, *lists, *identity_quotes;
    const char *paths, *strings;
    const struct identity_row *identities;
    const struct family_row *families;
    uint32_t ndocuments, nquotes, nfigures, nentities, nunits, nsources, nidentities, nfamilies;
    struct frozen by_path, by_source, by_key, by_surname;
};

/* An image without rows: what there is without a cache. */
extern const struct image image_empty;
/* Fills the typed members from file and sections; false when sizes do not fit. */
bool image_open(struct image *image);
/* The path of an article of the image below its folder. */
const char *image_path(const struct image *image, const struct document_row *document);
/* Is the path below the folder? *at is then where the part below begins. */
bool image_path_below(const char *folder, const char *path, size_t *at);
/* The article of a path, as walk.c spells it below the folders as they were given; FROZEN_NONE when there is none. */
uint32_t image_find(const struct image *image, const char *const *roots, size_t nroots, const char *path);
frozen_key image_path_key, image_unit_key, image_source_key, image_identity_key, image_surname_key;

#endif
