#include "known.h"

#include <stdio.h>
#include <string.h>

#include "hash.h"
#include "internal.h"
#include "pack.h"

enum { RACY_SECONDS = 2 }; /* time stamps of files may be as coarse as that (FAT) */

struct known_file {
    uint32_t article;
    struct known_row row;
    bool seen;
};

struct known {
    struct arena *arena; /* paths */
    struct article_options reading;
    int64_t since;
    struct hash by_path;
    VEC(struct known_file) files;
};

/* ---- one file ------------------------------------------------------------------------- */

/* Are these the bytes of the file? */
static bool
known_same_bytes(struct slice text, const char *path)
{
    FILE *file = fopen(path, "rbe");
    char bytes[1 << 14];
    bool same = file != NULL;
    size_t at = 0, n;

    while (same && (n = fread(bytes, 1, sizeof bytes, file)) > 0) {
        same = n <= text.len - at && memcmp(bytes, text.at + at, n) == 0;
        at += n;
    }
    if (file)
        (void)fclose(file);
    return same && at == text.len;
}

/* Does the file say what it said? Text that was decoded from another encoding has to be decoded again. */
static bool
known_same_text(const struct known_row *row, const char *path, const struct article_options *reading)
{
    struct article *article;
    struct slice text;
    bool same;

    if (!pack_text(row->record.at, row->record.len, &text))
        return false;
    if (text.len == row->size)
        return known_same_bytes(text, path);
    article = article_load(path, reading, NULL);
    same = article && slice_equal(slice_of(article->text, article->len), text);
    article_free(article);
    return same;
}

bool
known_is(const struct known_row *row, const struct known_state *file, int64_t since, const struct article_options *reading,
         bool *doubted)
{
    int64_t last = file->mtime_ns > file->ctime_ns ? file->mtime_ns : file->ctime_ns;
    bool doubt = last / 1000000000 >= since - RACY_SECONDS;

    if (row->mtime_ns != file->mtime_ns || row->size != file->size)
        return false;
    if (doubted)
        *doubted = doubt;
    return !doubt || known_same_text(row, file->path, reading);
}

struct known_row
known_row(const struct index *index, uint32_t article)
{
    const struct document_row *document = index_document(index, article);
    const char *record = article < index->image->ndocuments ? index->image->file + document->record
                                                            : store_at(index->store, document->record);

    return (struct known_row){document->mtime_ns, document->file_size, slice_of(record, document->len)};
}

/* ---- all of an index ----------------------------------------------------------------------- */

struct known *
known_new(const struct index *index, int64_t since, const struct article_options *reading)
{
    struct known *known = mem_zero(1, sizeof *known);
    struct text path = {0};

    known->reading = *reading;
    known->since = since;
    known->arena = arena_new();
    for (uint32_t id = 0; id < index_narticles(index); id++) {
        const char *kept;

        if (!index_alive(index, id))
            continue;
        path.n = 0;
        index_put_path(index, id, &path);
        kept = arena_string(known->arena, path.v, path.n);
        hash_put(&known->by_path, kept, path.n)->value = (uint32_t)known->files.n;
        vec_push(&known->files, ((struct known_file){id, known_row(index, id), false}));
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

    if (!file || !known_is(&file->row, &(struct known_state){path, mtime_ns, ctime_ns, size}, known->since, &known->reading, NULL))
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
