/* Records as they lie in the image or the store. One that was damaged on the disk is made anew from its file. */
#include <string.h>

#include "checksum.h"
#include "internal.h"
#include "pack.h"

enum { RECORD_UNSEEN, RECORD_GOOD, RECORD_MENDED };

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
        (next ? next->first_quote : index_nquotes(index)) - document->first_quote,
        (next ? next->first_figure : index_nfigures(index)) - document->first_figure,
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

static void
records_mend(struct index *index, uint32_t id, struct text *out)
{
    struct extractor *extractor = extractor_new();
    struct counts counts = records_counts(index, id);
    struct text path = {0};
    struct article *article;

    index_put_path(index, id, &path);
    article = article_load(path.v, &index->reading, NULL);
    if (article) {
        const struct extract *extract = extract_article(extractor, article);

        if (extract->nquotes == counts.quotes && extract->nfigures == counts.figures && extract->nentities == counts.entities)
            pack_article(out, article, extract);
    }
    if (out->n == 0)
        records_pack_empty(out, path.v, &counts);
    article_free(article);
    text_free(&path);
    extractor_free(extractor);
}

static struct slice
records_mended(const struct index *index, uint32_t id)
{
    size_t i = 0;

    while (index->mended.v[i].id != id)
        i++;
    return slice_of(index->mended.v[i].record.v, index->mended.v[i].record.n);
}

struct slice
index_record(const struct index *index, uint32_t id)
{
    struct index *own = (struct index *)index; /* what was looked at is a cache */
    const struct document_row *document = index_document(index, id);
    const char *at;

    if (id >= index->image->ndocuments)
        return slice_of(store_at(index->store, document->record), document->len);
    at = index->image->file + document->record;
    if (!index->checked)
        own->checked = mem_zero(index->image->ndocuments, 1);
    if (index->checked[id] == RECORD_UNSEEN) {
        own->checked[id] = RECORD_GOOD;
        if (checksum_32(at, document->len) != document->sum) {
            own->checked[id] = RECORD_MENDED;
            vec_push(&own->mended, ((struct mended){.id = id}));
            records_mend(own, id, &own->mended.v[own->mended.n - 1].record);
        }
    }
    return index->checked[id] == RECORD_GOOD ? slice_of(at, document->len) : records_mended(index, id);
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
