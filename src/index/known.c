#include "known.h"

#include <string.h>

#include "hash.h"
#include "internal.h"

struct known_file {
    uint32_t article;
    int64_t mtime_ns;
    uint64_t size;
    bool seen;
};

struct known {
    struct arena *arena; /* paths */
    struct hash by_path;
    VEC(struct known_file) files;
};

struct known *
known_new(const struct index *index)
{
    struct known *known = mem_zero(1, sizeof *known);
    struct text path = {0};

    known->arena = arena_new();
    for (uint32_t id = 0; id < index_narticles(index); id++) {
        const struct document_row *document = index_document(index, id);
        const char *kept;

        if (!index_alive(index, id))
            continue;
        path.n = 0;
        index_put_path(index, id, &path);
        kept = arena_string(known->arena, path.v, path.n);
        hash_put(&known->by_path, kept, path.n)->value = (uint32_t)known->files.n;
        vec_push(&known->files, ((struct known_file){id, document->mtime_ns, document->file_size, false}));
    }
    text_free(&path);
    return known;
}

void
known_free(struct known *known)
{
    if (!known)
        return;
    hash_free(&known->by_path);
    vec_free(&known->files);
    arena_free(known->arena);
    mem_free(known);
}

bool
known_same(void *arg, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size)
{
    struct known *known = arg;
    const struct hash_slot *slot = hash_find(&known->by_path, path, strlen(path));
    struct known_file *file = slot ? &known->files.v[slot->value] : NULL;

    (void)ctime_ns; /* time and size do for a file that was looked at while we ran */
    if (!file || file->mtime_ns != mtime_ns || file->size != size)
        return false;
    file->seen = true;
    return true;
}

void
known_retire_unseen(const struct known *known, struct index *index)
{
    for (size_t i = 0; i < known->files.n; i++)
        if (!known->files.v[i].seen)
            index_retire(index, known->files.v[i].article);
}
