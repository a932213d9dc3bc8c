/* The index made anew from records: no file is read, nothing is extracted. */
#include <string.h>

#include "internal.h"
#include "pack.h"

static void
rebuild_aliases(const struct index *old, struct index *new)
{
    for (size_t i = 0; i < old->identities.aliases.n; i++) {
        const struct alias *alias = &old->identities.aliases.v[i];

        aliases_add(&new->identities, alias->name, alias->folded, alias->paths);
    }
}

static void
rebuild_article(const struct index *old, struct index *new, uint32_t id, struct text *packed, struct text *path)
{
    const struct document_row *document = index_document(old, id);
    struct slice record = index_record(old, id);
    uint32_t len = (uint32_t)record.len;
    struct arena *arena = arena_new();
    const struct extract *extract;
    struct article *article;

    path->n = 0;
    index_put_path(old, id, path);
    if (unpack_article(record.at, record.len, path->v, arena, &article, &extract)) {
        packed->n = 0;
        text_add(packed, (const char *)&len, sizeof len);
        text_add(packed, record.at, record.len);
        terms_collect(packed, article);
        article->mtime_ns = document->mtime_ns;
        article->file_size = index_record_lost(old, id) ? UINT64_MAX : document->file_size; /* no file has that: read it next time */
        (void)index_add_packed(new, article, extract, slice_of(packed->v, packed->n));
    }
    arena_free(arena);
}

struct index *
index_rebuild(const struct index *old, int fd)
{
    struct index *new = index_new();
    struct text packed = {0}, path = {0};
    struct ids list = {0};

    if (fd >= 0)
        store_use(new->store, fd);
    index_roots(new, old->roots, old->nroots);
    new->reading = old->reading;
    new->words = old->words;
    rebuild_aliases(old, new);
    index_list(old, &list);
    for (size_t i = 0; i < list.n; i++)
        rebuild_article(old, new, list.v[i], &packed, &path);
    vec_free(&list);
    text_free(&packed);
    text_free(&path);
    return new;
}

void
index_replace(struct index **index)
{
    struct index *new = index_rebuild(*index, -1);

    index_free(*index);
    *index = new;
}
