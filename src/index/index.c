/* The index: who has which id. */
#include "internal.h"

struct index *
index_new(void)
{
    return mem_zero(1, sizeof(struct index));
}

void
index_free(struct index *index)
{
    if (!index)
        return;
    for (size_t i = 0; i < index->documents.n; i++)
        article_free(index->documents.v[i].article);
    vec_free(&index->documents);
    vec_free(&index->quotes);
    vec_free(&index->figures);
    vec_free(&index->listed);
    identities_free(&index->identities);
    terms_free(&index->terms);
    hash_free(&index->sources);
    mem_free(index);
}

void
index_alias(struct index *index, const char *name, const char *alias, const char *paths)
{
    aliases_add(&index->identities, name, alias, paths);
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
index_push_once(struct ids *ids, uint32_t id)
{
    if (ids->n == 0 || ids->v[ids->n - 1] != id)
        vec_push(ids, id);
}

static void
index_add_quote(struct index *index, const struct document *document, uint32_t article, uint32_t row)
{
    const struct quote *quote = &document->extract->quotes[row];
    uint32_t id = (uint32_t)index->quotes.n;
    bool listed = index_is_listed(document->extract, row);

    vec_push(&index->quotes, ((struct place){article, row}));
    vec_push(&index->listed, listed);
    for (int i = 0; i < quote->nspeakers; i++) {
        struct identity *identity = &index->identities.v.v[document->speakers[quote->speakers[i]]];

        index_push_once(&identity->quotes, id);
        if (listed)
            index_push_once(&identity->articles, article);
    }
}

static uint32_t
index_source(struct index *index, const struct article *article)
{
    struct slice source = article_source(article);
    struct hash_slot *slot = hash_put(&index->sources, source.at, source.len);

    if (slot->value == UINT32_MAX)
        slot->value = (uint32_t)index->sources.n;
    return slot->value;
}

static void
index_add_terms(struct index *index, uint32_t id, const struct article *article)
{
    struct text collected = {0};

    terms_collect(&collected, article);
    (void)terms_add(&index->terms, id, collected.v, collected.n);
    text_free(&collected);
}

uint32_t
index_add(struct index *index, struct article *article, const struct extract *extract)
{
    uint32_t id = (uint32_t)index->documents.n;
    struct document document = {
        .article = article,
        .extract = extract,
        .first_quote = (uint32_t)index->quotes.n,
        .first_figure = (uint32_t)index->figures.n,
        .source = index_source(index, article),
        .speakers = arena_alloc(article->arena, extract->nentities * sizeof(uint32_t) + 1),
    };

    for (size_t i = 0; i < extract->nentities; i++)
        document.speakers[i] = identity_of(&index->identities, article, &extract->entities[i]);
    for (uint32_t i = 0; i < extract->nquotes; i++)
        index_add_quote(index, &document, id, i);
    for (uint32_t i = 0; i < extract->nfigures; i++)
        vec_push(&index->figures, ((struct place){id, i}));
    vec_push(&index->documents, document);
    index_add_terms(index, id, article);
    return id;
}

/* ---- articles, quotes, figures ----------------------------------------------------- */

uint32_t
index_narticles(const struct index *index)
{
    return (uint32_t)index->documents.n;
}

const struct article *
index_article(const struct index *index, uint32_t id)
{
    return index->documents.v[id].article;
}

const struct extract *
index_extract(const struct index *index, uint32_t id)
{
    return index->documents.v[id].extract;
}

uint32_t
index_nquotes(const struct index *index)
{
    return (uint32_t)index->quotes.n;
}

struct place
index_quote_place(const struct index *index, uint32_t id)
{
    return index->quotes.v[id];
}

const struct quote *
index_quote(const struct index *index, uint32_t id)
{
    struct place place = index->quotes.v[id];

    return &index->documents.v[place.article].extract->quotes[place.row];
}

uint32_t
index_quote_id(const struct index *index, uint32_t article, uint32_t row)
{
    return index->documents.v[article].first_quote + row;
}

bool
index_quote_listed(const struct index *index, uint32_t id)
{
    return index->listed.v[id];
}

uint32_t
index_nfigures(const struct index *index)
{
    return (uint32_t)index->figures.n;
}

struct place
index_figure_place(const struct index *index, uint32_t id)
{
    return index->figures.v[id];
}

const struct figure *
index_figure(const struct index *index, uint32_t id)
{
    struct place place = index->figures.v[id];

    return &index->documents.v[place.article].extract->figures[place.row];
}

uint32_t
index_figure_id(const struct index *index, uint32_t article, uint32_t row)
{
    return index->documents.v[article].first_figure + row;
}
