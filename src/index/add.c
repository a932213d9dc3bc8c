/* An article taken into the index: its rows, its record, its words. */
#include "internal.h"

#include <math.h>
#include <string.h>

#include "checksum.h"
#include "pack.h"
#include "query.h"

static bool
index_same_speaker(const struct quote *a, const struct quote *b)
{
    return a->nspeakers && b->nspeakers && a->speakers[0] == b->speakers[0];
}

/* A fragment is part of its clause's row, when that is one: same utterance, and the clause holds it. Rows are in order, the
   longer first, so the clause stands not far before. */
static bool
index_is_part(const struct extract *extract, size_t row)
{
    const struct quote *quote = &extract->quotes[row];

    for (size_t i = row; i-- > 0;) {
        const struct quote *before = &extract->quotes[i];

        if (before->utterance == quote->utterance && before->kind == QUOTE_INDIRECT && span_holds(before->span, quote->span))
            return true;
        if (before->block != quote->block)
            break;
    }
    return false;
}

static bool
index_is_listed(const struct extract *extract, size_t row)
{
    const struct quote *quote = &extract->quotes[row];

    switch (quote->kind) {
    case QUOTE_SCARE:
        return false;
    case QUOTE_FRAGMENT:
        return !index_is_part(extract, row);
    case QUOTE_PULL:
        return quote->repeats == ROW_NONE || !index_same_speaker(quote, &extract->quotes[quote->repeats]);
    default:
        return true;
    }
}

_Static_assert(QUOTE_KINDS - 1 <= ROW_KIND && QUOTE_MAX_SPEAKERS < 1 << (8 - QUOTE_NSPEAKERS), "bits of a quote's flags");

static void
index_add_quote(struct index *index, uint32_t first_entity, const struct extract *extract, uint32_t article, uint32_t row)
{
    const struct quote *quote = &extract->quotes[row];
    uint32_t id = index_nquotes(index), first = ID_NONE;
    bool listed = index_is_listed(extract, row);

    for (int i = 0; i < quote->nspeakers; i++) {
        uint32_t speaker = index_entity(index, first_entity + quote->speakers[i]);

        first = i ? first : speaker;
        identity_add_quote(&index->identities, speaker, id, listed);
    }
    vec_push(&index->quotes, ((struct quote_row){
        .article = article,
        .span = quote->span,
        .speaker = first,
    }));
    vec_push(&index->quote_flags, (uint8_t)(quote->kind | (listed ? QUOTE_LISTED : 0) | quote->nspeakers << QUOTE_NSPEAKERS));
}

static uint16_t
index_unit_number(struct index *index, const char *unit)
{
    size_t len = unit ? strlen(unit) : 0;
    struct hash_slot *slot;

    if (len == 0)
        return UNIT_NONE;
    if (index->units.n == 0) /* the first addition: those of the image are known by the same table from now on */
        for (uint32_t i = 0; i < index->image->nunits; i++) {
            struct slice known = image_unit_key(index->image, i);
            hash_put(&index->units, known.at, known.len)->value = i + 1;
        }
    slot = hash_find(&index->units, unit, len);
    if (slot)
        return (uint16_t)slot->value;
    if (index->units.n + 1 >= UNIT_OTHER)
        return UNIT_OTHER;
    vec_push(&index->unit_names, arena_string(index->arena, unit, len));
    slot = hash_put(&index->units, index->unit_names.v[index->unit_names.n - 1], len);
    slot->value = (uint32_t)index->units.n;
    return (uint16_t)slot->value;
}

static void
index_add_figure(struct index *index, const struct extract *extract, uint32_t row)
{
    const struct figure *figure = &extract->figures[row];
    struct figure_size size = figure_size(figure);
    unsigned flags = figure->kind;
    double value = figure->has_value ? decimal_to_double(figure->value) : (double)NAN;

    if (figure->kind == FIGURE_DATE)
        value = size.has ? size.size : (double)NAN; /* so that dates can be sorted, too */
    if (extract_shown_figure(extract, row) != row)
        flags |= FIGURE_REPEATS;
    if (figure->quote != ROW_NONE)
        flags |= FIGURE_QUOTED;
    if (figure->has_high)
        flags |= FIGURE_RANGE;
    vec_push(&index->figure_flags, (uint8_t)flags);
    vec_push(&index->figure_quotes, figure->quote < QUOTE_ROW_MOST ? (uint8_t)figure->quote : QUOTE_ROW_MOST);
    vec_push(&index->figure_values, values_code(&index->values, value));
    vec_push(&index->figure_units, index_unit_number(index, figure->unit));
}

static struct slice
index_source_key(const void *index, uint32_t source)
{
    return index_source_name(index, source);
}

static uint32_t
index_source(struct index *index, const struct article *article)
{
    struct slice source = article_source(article);
    uint32_t known = frozen_find(&index->image->by_source, index->image, index->image->nsources, image_source_key, source);

    if (known != FROZEN_NONE)
        return known;
    known = numbers_find(&index->sources, index, index_source_key, source);
    if (known != UINT32_MAX)
        return known;
    known = index_nsources(index);
    vec_push(&index->source_names, arena_string(index->arena, source.at, source.len));
    numbers_put(&index->sources, index, index_source_key, known);
    return known;
}

/* So that dates are asked of rows, not of records. */
static void
index_note_days(struct document_row *document, const struct article *article)
{
    const char *date = article->published ? article->published : article->seen_on;

    if (!date || !query_value_date(slice_str(date), &document->first_day, &document->last_day))
        document->first_day = document->last_day = 0;
}

uint32_t
index_add_packed(struct index *index, const struct article *article, const struct extract *extract, struct slice packed)
{
    uint32_t id = index_narticles(index), len;
    struct document_row document = {
        .mtime_ns = article->mtime_ns,
        .file_size = article->file_size,
        .path = (uint32_t)index->paths.n,
        .first_entity = index_nentities(index),
    };
    const struct finds_row finds = {index_nquotes(index), index_nfigures(index), index_source(index, article)};

    index_note_days(&document, article);
    memcpy(&len, packed.at, sizeof len);
    document.len = len;
    document.record = store_put(index->store, packed.at + sizeof len, len);
    document.sum = checksum_32(packed.at + sizeof len, len);
    text_add(&index->paths, article->path, strlen(article->path) + 1);
    for (size_t i = 0; i < extract->nentities; i++)
        vec_push(&index->entities, identity_of(&index->identities, article, &extract->entities[i]));
    for (uint32_t i = 0; i < extract->nquotes; i++)
        index_add_quote(index, document.first_entity, extract, id, i);
    for (uint32_t i = 0; i < extract->nfigures; i++)
        index_add_figure(index, extract, i);
    vec_push(&index->documents, document);
    numbers_put(&index->by_path, index, index_path_key, id);
    vec_push(&index->finds, finds);
    (void)terms_add(&index->terms, id, packed.at + sizeof len + len, packed.len - sizeof len - len);
    index->changes++;
    return id;
}

void
index_pack(struct text *packed, const struct article *article, const struct extract *extract)
{
    size_t start = packed->n;
    uint32_t len = 0;

    text_add(packed, (const char *)&len, sizeof len);
    pack_article(packed, article, extract);
    len = (uint32_t)(packed->n - start - sizeof len);
    memcpy(packed->v + start, &len, sizeof len);
    terms_collect(packed, article);
}

uint32_t
index_add(struct index *index, struct article *article, const struct extract *extract)
{
    struct text packed = {0};
    uint32_t id;

    index_pack(&packed, article, extract);
    id = index_add_packed(index, article, extract, slice_of(packed.v, packed.n));
    text_free(&packed);
    article_free(article);
    return id;
}
