/* The index: who has which id. Ids below those of the image are its rows, the rest was added. */
#include <string.h>

#include "internal.h"

struct index *
index_new(void)
{
    struct index *index = mem_zero(1, sizeof *index);

    index->arena = arena_new();
    index->image = &image_empty;
    index->store = store_new(CACHE_RECORDS);
    index->first_late = UINT32_MAX;
    return index;
}

void
index_free(struct index *index)
{
    if (!index)
        return;
    opened_free(index);
    vec_free(&index->documents);
    vec_free(&index->finds);
    vec_free(&index->quotes);
    vec_free(&index->quote_flags);
    vec_free(&index->figure_flags);
    vec_free(&index->figure_quotes);
    vec_free(&index->figure_values);
    values_free(&index->values);
    vec_free(&index->figure_units);
    vec_free(&index->entities);
    vec_free(&index->source_names);
    vec_free(&index->unit_names);
    vec_free(&index->dead);
    vec_free(&index->order);
    text_free(&index->paths);
    numbers_free(&index->by_path);
    numbers_free(&index->sources);
    hash_free(&index->units);
    identities_free(&index->identities);
    spoken_free(&index->spoken);
    terms_free(&index->terms);
    store_free(index->store);
    records_free(index);
    arena_free(index->arena);
    mem_free(index);
}

void
index_show_image(struct index *index, const struct image *image)
{
    index->image = image;
    index->first_late = image->ndocuments;
    identities_image(&index->identities, image);
}

void
index_alias(struct index *index, const char *name, const char *alias, const char *paths)
{
    aliases_add(&index->identities, name, alias, paths);
}

/* ---- rows -------------------------------------------------------------------------- */

uint32_t
index_nentities(const struct index *index)
{
    return index->image->nentities + (uint32_t)index->entities.n;
}

uint32_t
index_entity(const struct index *index, uint32_t at)
{
    uint32_t n = index->image->nentities;

    return at < n ? index->image->entities[at] : index->entities.v[at - n];
}

void
index_put_path(const struct index *index, uint32_t id, struct text *out)
{
    const struct document_row *document = index_document(index, id);

    if (id >= index->image->ndocuments) {
        text_puts(out, index->paths.v + document->path);
        return;
    }
    text_puts(out, index->roots[document->root]);
    if (out->n == 0 || out->v[out->n - 1] != '/')
        text_putc(out, '/');
    text_puts(out, image_path(index->image, document));
}

/* ---- articles that went ------------------------------------------------------------- */

struct slice
index_path_key(const void *index, uint32_t id)
{
    const struct index *of = index;

    return slice_str(of->paths.v + of->documents.v[id - of->image->ndocuments].path);
}

uint32_t
index_find_path(const struct index *index, const char *path)
{
    uint32_t id = numbers_find(&index->by_path, index, index_path_key, slice_str(path));

    if (id == UINT32_MAX)
        id = image_find(index->image, index->roots, index->nroots, path);
    return id != ID_NONE && index_alive(index, id) ? id : ID_NONE;
}

bool
index_alive(const struct index *index, uint32_t article)
{
    return article >= index->dead.n || !index->dead.v[article];
}

void
index_retire(struct index *index, uint32_t article)
{
    if (!index_alive(index, article))
        return;
    while (index->dead.n <= article)
        vec_push(&index->dead, false);
    index->dead.v[article] = true;
    index->ndead++;
    index->changes++;
}

uint64_t
index_changes(const struct index *index)
{
    return index->changes;
}

/* ---- articles ------------------------------------------------------------------------------ */

uint32_t
index_narticles(const struct index *index)
{
    return index->image->ndocuments + (uint32_t)index->documents.n;
}

uint32_t
index_nalive(const struct index *index)
{
    return index_narticles(index) - index->ndead;
}

const struct article *
index_article(const struct index *index, uint32_t id)
{
    return opened_get(index, id)->article;
}

const struct extract *
index_extract(const struct index *index, uint32_t id)
{
    return opened_get(index, id)->extract;
}
