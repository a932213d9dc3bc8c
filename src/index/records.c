/* Records as they lie in the image or the store. One that was damaged on the disk is made anew from its file. */
#include <string.h>

#include "checksum.h"
#include "internal.h"
#include "pack.h"

enum { RECORD_UNSEEN, RECORD_GOOD, RECORD_MENDED /* and all above: the place in `mended`, counted from here */ };

/* How many quotes, figures and entities the rows know of. */
struct counts {
    uint32_t quotes, figures, entities;
};

static struct counts
records_counts(const struct index *index, uint32_t id)
{
    const struct document_row *document = index_document(index, id);
    const struct document_row *next = id + 1 < index_narticles(index) ? index_document(index, id + 1) : NULL;

    return (struct counts){
        index_first_quote(index, id + 1) - index_first_quote(index, id),
        index_first_figure(index, id + 1) - index_first_figure(index, id),
        (next ? next->first_entity : index_nentities(index)) - document->first_entity,
    };
}

/* An article that says nothing, with as many finds as the rows promise: a blank each, since unpack_article() believes no others. */
static void
records_pack_empty(struct text *out, const char *path, const struct counts *counts)
{
    struct arena *arena = arena_new();
    struct span all = {0, counts->figures + 1};
    const struct block block = {.span = all, .words = all, .kind = BLOCK_PARA};
    char *text = arena_alloc(arena, (size_t)all.end + 1);
    struct entity *entities = arena_alloc(arena, counts->entities * sizeof *entities + 1);
    struct quote *quotes = arena_alloc(arena, counts->quotes * sizeof *quotes + 1);
    struct figure *figures = arena_alloc(arena, counts->figures * sizeof *figures + 1);
    const struct article article = {.path = path, .text = memset(text, ' ', all.end), .len = all.end, .encoding = "utf-8",
                                    .blocks = &block, .nblocks = 1};
    const struct extract extract = {
        .entities = entities, .nentities = counts->entities,
        .quotes = quotes, .nquotes = counts->quotes,
        .figures = figures, .nfigures = counts->figures,
    };

    for (uint32_t i = 0; i < counts->entities; i++)
        entities[i].name = "?";
    for (uint32_t i = 0; i < counts->quotes; i++) {
        quotes[i].span = all;
        quotes[i].kind = QUOTE_SCARE; /* not listed */
        quotes[i].found = FOUND_UNKNOWN;
        quotes[i].repeats = ROW_NONE;
    }
    for (uint32_t i = 0; i < counts->figures; i++) {
        figures[i].span = (struct span){i, i + 1};
        figures[i].quote = figures[i].same_as = ROW_NONE;
    }
    pack_article(out, &article, &extract);
    arena_free(arena);
}

struct slice
records_empty(const struct index *index, uint32_t id, struct arena *arena)
{
    struct counts counts = records_counts(index, id);
    struct text record = {0};
    struct slice kept;

    records_pack_empty(&record, "", &counts);
    kept = slice_of(arena_copy(arena, record.v, record.n), record.n);
    text_free(&record);
    return kept;
}

/* The record anew from the file; false when that is not what it was. */
static bool
records_mend_from(const struct index *index, uint32_t id, const struct counts *counts, const char *path, struct text *out)
{
    const struct document_row *document = index_document(index, id);
    struct article *article = article_load(path, &index->reading, NULL);
    struct extractor *extractor = extractor_new_with(index->words);

    if (article && article->mtime_ns == document->mtime_ns && article->file_size == document->file_size) {
        const struct extract *extract = extract_article(extractor, article);

        if (extract->nquotes == counts->quotes && extract->nfigures == counts->figures && extract->nentities == counts->entities)
            pack_article(out, article, extract);
    }
    article_free(article);
    extractor_free(extractor);
    return out->n > 0;
}

static void
records_mend(struct index *index, uint32_t id, struct mended *mended)
{
    struct counts counts = records_counts(index, id);
    struct text path = {0};

    index_put_path(index, id, &path);
    mended->lost = !records_mend_from(index, id, &counts, path.v, &mended->record);
    if (mended->lost)
        records_pack_empty(&mended->record, path.v, &counts);
    text_free(&path);
}

/* NULL when the record in the file is good. */
static const struct mended *
records_mended(const struct index *index, uint32_t id)
{
    return index->checked[id] >= RECORD_MENDED ? &index->mended.v[index->checked[id] - RECORD_MENDED] : NULL;
}

struct slice
index_record(const struct index *index, uint32_t id)
{
    struct index *own = (struct index *)index; /* what was looked at is a cache */
    const struct document_row *document = index_document(index, id);
    const struct mended *mended;
    const char *at;

    if (id >= index->image->ndocuments)
        return slice_of(store_at(index->store, document->record), document->len);
    at = index->image->file + document->record;
    if (!index->checked)
        own->checked = mem_zero(index->image->ndocuments, sizeof *own->checked);
    if (index->checked[id] == RECORD_UNSEEN) {
        own->checked[id] = RECORD_GOOD;
        if (checksum_32(at, document->len) != document->sum) {
            own->checked[id] = RECORD_MENDED + (uint32_t)own->mended.n;
            records_mend(own, id, vec_add(&own->mended));
        }
    }
    mended = records_mended(index, id);
    return mended ? slice_of(mended->record.v, mended->record.n) : slice_of(at, document->len);
}

bool
index_record_lost(const struct index *index, uint32_t id)
{
    if (id >= index->image->ndocuments)
        return false;
    (void)index_record(index, id);
    return records_mended(index, id) && records_mended(index, id)->lost;
}

uint32_t
index_nmended(const struct index *index)
{
    return (uint32_t)index->mended.n;
}

void
records_free(struct index *index)
{
    mem_free(index->checked);
    for (size_t i = 0; i < index->mended.n; i++)
        text_free(&index->mended.v[i].record);
    vec_free(&index->mended);
}
