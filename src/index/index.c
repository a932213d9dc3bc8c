/* The index: who has which id. Ids below those of the image are its rows, the rest was added. */
#include "internal.h"

#include <math.h>
#include <string.h>

#include "checksum.h"
#include "pack.h"
#include "query.h"

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
    vec_free(&index->quotes);
    vec_free(&index->figure_flags);
    vec_free(&index->figure_values);
    vec_free(&index->figure_units);
    vec_free(&index->entities);
    vec_free(&index->source_names);
    vec_free(&index->unit_names);
    vec_free(&index->dead);
    vec_free(&index->order);
    text_free(&index->paths);
    hash_free(&index->by_path);
    hash_free(&index->sources);
    hash_free(&index->units);
    identities_free(&index->identities);
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

const struct document_row *
index_document(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->ndocuments;

    return id < n ? &index->image->documents[id] : &index->documents.v[id - n];
}

const struct quote_row *
index_quote_row(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nquotes;

    return id < n ? &index->image->quotes[id] : &index->quotes.v[id - n];
}

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

/* ---- adding --------------------------------------------------------------------- */

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

static void
index_add_quote(struct index *index, const struct document_row *document, const struct extract *extract, uint32_t article, uint32_t row)
{
    const struct quote *quote = &extract->quotes[row];
    uint32_t id = document->first_quote + row, first = ID_NONE;
    bool listed = index_is_listed(extract, row);

    for (int i = 0; i < quote->nspeakers; i++) {
        uint32_t speaker = index_entity(index, document->first_entity + quote->speakers[i]);

        first = i ? first : speaker;
        identity_add_quote(&index->identities, speaker, id, listed);
    }
    vec_push(&index->quotes, ((struct quote_row){
        .article = article,
        .span = quote->span,
        .speaker = first,
        .flags = (uint16_t)(quote->kind | (listed ? QUOTE_LISTED : 0)),
        .nspeakers = quote->nspeakers,
    }));
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
    vec_push(&index->figure_values, value);
    vec_push(&index->figure_units, index_unit_number(index, figure->unit));
}

static uint32_t
index_source(struct index *index, const struct article *article)
{
    struct slice source = article_source(article);
    uint32_t known = frozen_find(&index->image->by_source, index->image, index->image->nsources, image_source_key, source);
    struct hash_slot *slot;

    if (known != FROZEN_NONE)
        return known;
    slot = hash_find(&index->sources, source.at, source.len);
    if (!slot) {
        vec_push(&index->source_names, arena_string(index->arena, source.at, source.len));
        slot = hash_put(&index->sources, index->source_names.v[index->source_names.n - 1], source.len);
        slot->value = index->image->nsources + (uint32_t)index->source_names.n - 1;
    }
    return slot->value;
}

static void
index_note_path(struct index *index, const char *path, uint32_t id)
{
    const char *kept = arena_string(index->arena, path, strlen(path));

    hash_put(&index->by_path, kept, strlen(kept))->value = id;
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
        .first_quote = index_nquotes(index),
        .first_figure = index_nfigures(index),
        .first_entity = index_nentities(index),
        .source = index_source(index, article),
    };

    index_note_days(&document, article);
    memcpy(&len, packed.at, sizeof len);
    document.len = len;
    document.record = store_put(index->store, packed.at + sizeof len, len);
    document.sum = checksum_32(packed.at + sizeof len, len);
    text_add(&index->paths, article->path, strlen(article->path) + 1);
    index_note_path(index, article->path, id);
    for (size_t i = 0; i < extract->nentities; i++)
        vec_push(&index->entities, identity_of(&index->identities, article, &extract->entities[i]));
    for (uint32_t i = 0; i < extract->nquotes; i++)
        index_add_quote(index, &document, extract, id, i);
    for (uint32_t i = 0; i < extract->nfigures; i++)
        index_add_figure(index, extract, i);
    vec_push(&index->documents, document);
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

/* ---- articles that went ------------------------------------------------------------- */

uint32_t
index_find_path(const struct index *index, const char *path)
{
    const struct hash_slot *slot = hash_find(&index->by_path, path, strlen(path));
    uint32_t id = slot ? slot->value : image_find(index->image, index->roots, index->nroots, path);

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

/* ---- articles, quotes, figures ----------------------------------------------------- */

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

uint32_t
index_nquotes(const struct index *index)
{
    return index->image->nquotes + (uint32_t)index->quotes.n;
}

struct place
index_quote_place(const struct index *index, uint32_t id)
{
    uint32_t article = index_quote_row(index, id)->article;

    return (struct place){article, id - index_document(index, article)->first_quote};
}

const struct quote *
index_quote(const struct index *index, uint32_t id)
{
    struct place place = index_quote_place(index, id);

    return &index_extract(index, place.article)->quotes[place.row];
}

uint32_t
index_quote_id(const struct index *index, uint32_t article, uint32_t row)
{
    return index_document(index, article)->first_quote + row;
}

bool
index_quote_listed(const struct index *index, uint32_t id)
{
    const struct quote_row *row = index_quote_row(index, id);

    return row->flags & QUOTE_LISTED && index_alive(index, row->article);
}

enum quote_kind
index_quote_kind(const struct index *index, uint32_t id)
{
    return (enum quote_kind)(index_quote_row(index, id)->flags & ROW_KIND);
}

struct slice
index_quote_words(const struct index *index, uint32_t id)
{
    const struct quote_row *row = index_quote_row(index, id);
    struct slice record = index_record(index, row->article), text;

    return pack_text(record.at, record.len, &text) && row->span.end <= text.len ? slice_of(text.at + row->span.start, span_len(row->span)) : (struct slice){0};
}

uint32_t
index_first_quote(const struct index *index, uint32_t article)
{
    return article < index_narticles(index) ? index_document(index, article)->first_quote : index_nquotes(index);
}

uint32_t
index_first_figure(const struct index *index, uint32_t article)
{
    return article < index_narticles(index) ? index_document(index, article)->first_figure : index_nfigures(index);
}

uint32_t
index_nfigures(const struct index *index)
{
    return index->image->nfigures + (uint32_t)index->figure_flags.n;
}

struct place
index_figure_place(const struct index *index, uint32_t id)
{
    uint32_t low = 0, high = index_narticles(index);

    /* The last article that begins no later; those without figures share their first with the next. */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (index_document(index, middle)->first_figure <= id)
            low = middle;
        else
            high = middle;
    }
    return (struct place){low, id - index_document(index, low)->first_figure};
}

const struct figure *
index_figure(const struct index *index, uint32_t id)
{
    struct place place = index_figure_place(index, id);

    return &index_extract(index, place.article)->figures[place.row];
}

uint32_t
index_figure_id(const struct index *index, uint32_t article, uint32_t row)
{
    return index_document(index, article)->first_figure + row;
}

static uint8_t
index_figure_flags(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nfigures;

    return id < n ? index->image->figure_flags[id] : index->figure_flags.v[id - n];
}

enum figure_kind
index_figure_kind(const struct index *index, uint32_t id)
{
    return (enum figure_kind)(index_figure_flags(index, id) & ROW_KIND);
}

bool
index_figure_repeats(const struct index *index, uint32_t id)
{
    return index_figure_flags(index, id) & FIGURE_REPEATS;
}

bool
index_figure_quoted(const struct index *index, uint32_t id)
{
    return index_figure_flags(index, id) & FIGURE_QUOTED;
}

bool
index_figure_number(const struct index *index, uint32_t id, double *number)
{
    uint32_t n = index->image->nfigures;

    *number = id < n ? index->image->figure_values[id] : index->figure_values.v[id - n];
    return !isnan(*number);
}

bool
index_figure_value(const struct index *index, uint32_t id, double *low, double *high)
{
    bool has = index_figure_number(index, id, low) && index_figure_kind(index, id) != FIGURE_DATE;

    *high = *low;
    if (index_figure_flags(index, id) & FIGURE_RANGE)
        *high = decimal_to_double(index_figure(index, id)->high);
    return has;
}

uint16_t
index_figure_unit_number(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nfigures;

    return id < n ? index->image->figure_units[id] : index->figure_units.v[id - n];
}

const char *
index_figure_unit(const struct index *index, uint32_t id)
{
    uint16_t unit = index_figure_unit_number(index, id);

    if (unit == UNIT_NONE)
        return NULL;
    if (unit == UNIT_OTHER)
        return index_figure(index, id)->unit;
    if (unit <= index->image->nunits)
        return image_unit_key(index->image, unit - 1u).at;
    return index->unit_names.v[unit - 1u - index->image->nunits];
}

/* ---- sources ------------------------------------------------------------------------------ */

uint32_t
index_nsources(const struct index *index)
{
    return index->image->nsources + (uint32_t)index->source_names.n;
}

uint32_t
index_article_source(const struct index *index, uint32_t article)
{
    return index_document(index, article)->source;
}

struct slice
index_source_name(const struct index *index, uint32_t source)
{
    uint32_t n = index->image->nsources;

    return source < n ? image_source_key(index->image, source) : slice_str(index->source_names.v[source - n]);
}

struct slice
index_headline(const struct index *index, uint32_t article, bool *made)
{
    struct slice record = index_record(index, article), headline;

    if (pack_headline(record.at, record.len, &headline, made))
        return headline;
    if (made)
        *made = true;
    return index_source_name(index, index_article_source(index, article));
}
