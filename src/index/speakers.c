/* Speakers: one over all articles, with their quotes and sources. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lede/utf.h"

uint32_t
index_nspeakers(const struct index *index)
{
    return (uint32_t)index->identities.v.n;
}

uint32_t
index_speaker_resolve(const struct index *index, uint32_t id)
{
    return identity_resolve(&index->identities, id);
}

uint32_t
index_speaker_of(const struct index *index, uint32_t article, uint32_t entity)
{
    return identity_resolve(&index->identities, index_entity(index, index_document(index, article)->first_entity + entity));
}

uint32_t
index_quote_speaker(const struct index *index, uint32_t quote)
{
    return index_quote_nspeakers(index, quote) ? identity_resolve(&index->identities, index_quote_row(index, quote)->speaker) : ID_NONE;
}

bool
index_quote_is_by(const struct index *index, uint32_t quote, uint32_t speaker)
{
    const struct quote_row *row = index_quote_row(index, quote);
    unsigned nspeakers = index_quote_nspeakers(index, quote);
    const struct quote *q;

    if (nspeakers == 0)
        return false;
    if (identity_resolve(&index->identities, row->speaker) == speaker)
        return true;
    q = nspeakers > 1 ? index_quote(index, quote) : NULL;
    for (unsigned i = 1; i < nspeakers && i < q->nspeakers; i++)
        if (index_speaker_of(index, row->article, q->speakers[i]) == speaker)
            return true;
    return false;
}

size_t
index_raw_ids(const struct index *index, uint32_t id, struct ids *raw)
{
    const struct ids *bare = identity_bare(&index->identities, id);

    vec_clear(raw);
    vec_push(raw, id);
    for (size_t i = 0; bare && i < bare->n; i++)
        if (identity_resolve(&index->identities, bare->v[i]) == id)
            vec_push(raw, bare->v[i]);
    return raw->n;
}

static void
index_push_name(struct strings *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->v[i], name) == 0)
            return;
    vec_push(names, name);
}

/*
 * Articles that give the surname alone know them by other names ("Carney", "Mr Carney"), and perhaps their role. Gathered anew
 * each time, for whom a bare surname means may change with the next article.
 */
static void
index_gather_bare(const struct index *index, uint32_t id, struct speaker *speaker)
{
    struct identity *identity = identity_at(&index->identities, id); /* the list is a cache */
    struct ids raw = {0};

    if (index_raw_ids(index, id, &raw) > 1) {
        vec_clear(&identity->shown);
        for (size_t i = 0; i < raw.n; i++) {
            const struct identity *met = identity_at(&index->identities, raw.v[i]);

            if (met != identity)
                index_push_name(&identity->shown, met->name);
            for (size_t k = 0; k < met->aliases.n; k++)
                index_push_name(&identity->shown, met->aliases.v[k]);
            if (!speaker->role)
                speaker->role = identity_role(met);
        }
        speaker->aliases = identity->shown.v;
        speaker->naliases = identity->shown.n;
    }
    vec_free(&raw);
}

void
index_speaker_named(const struct index *index, uint32_t id, struct speaker *speaker)
{
    const struct identity *identity = identity_at(&index->identities, id);

    *speaker = (struct speaker){
        .id = id,
        .kind = identity->kind,
        .name = identity->name,
        .aliases = identity->aliases.v,
        .naliases = identity->aliases.n,
        .affiliations = identity->affiliations.v,
        .naffiliations = identity->affiliations.n,
        .role = identity_role(identity),
    };
    index_gather_bare(index, id, speaker);
}

bool
index_article_has_speaker(const struct index *index, uint32_t article, uint32_t speaker)
{
    uint32_t end = index_first_quote(index, article + 1);

    for (uint32_t id = index_first_quote(index, article); id < end; id++)
        if (index_quote_listed(index, id) && index_quote_is_by(index, id, speaker))
            return true;
    return false;
}

static bool
index_name_matches(const char *name, const char *folded, bool whole)
{
    struct text own = {0};
    bool matches;

    utf_fold(&own, name, strlen(name));
    matches = utf_words_match(own.v, folded, whole);
    text_free(&own);
    return matches;
}

bool
index_speaker_matches(const struct index *index, uint32_t id, const char *folded, bool whole)
{
    const struct identity *identity = identity_at(&index->identities, id);
    bool matches = index_name_matches(identity->name, folded, whole);

    for (size_t i = 0; i < identity->aliases.n && !matches; i++)
        matches = index_name_matches(identity->aliases.v[i], folded, whole);
    return matches;
}

struct ranked {
    uint32_t id, nquotes;
    const char *name;
};

static int
index_compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->nquotes != y->nquotes)
        return x->nquotes > y->nquotes ? -1 : 1;
    if (strcmp(x->name, y->name) != 0)
        return strcmp(x->name, y->name);
    return x->id < y->id ? -1 : x->id > y->id; /* "the company" of each article */
}

/* Listed quotes under a raw id. Articles that went have taken theirs along, so these have to be counted. */
static uint32_t
index_count_listed(const struct index *index, uint32_t raw, struct ids *quotes)
{
    uint32_t listed = identity_nlisted(&index->identities, raw);

    if (listed == 0 || index->ndead == 0)
        return listed;
    vec_clear(quotes);
    identity_quotes(&index->identities, raw, quotes);
    listed = 0;
    for (size_t i = 0; i < quotes->n; i++)
        listed += index_quote_listed(index, quotes->v[i]);
    return listed;
}

/* Listed quotes of each resolved speaker. A quote of two names that are one counts twice here: it is for the order alone. */
static uint32_t *
index_listed_quotes(const struct index *index)
{
    uint32_t n = index_nspeakers(index);
    uint32_t *counts = mem_zero(n, sizeof *counts);
    struct ids quotes = {0};

    for (uint32_t raw = 0; raw < n; raw++) {
        uint32_t listed = index_count_listed(index, raw, &quotes);

        if (listed)
            counts[identity_resolve(&index->identities, raw)] += listed;
    }
    vec_free(&quotes);
    return counts;
}

void
index_speakers_list(const struct index *index, const char *folded, struct ids *out)
{
    VEC(struct ranked) ranked = {0};
    uint32_t *counts = index_listed_quotes(index);

    vec_clear(out);
    for (uint32_t id = 0; id < index_nspeakers(index); id++)
        if (counts[id] && (!*folded || index_speaker_matches(index, id, folded, false)))
            vec_push(&ranked, ((struct ranked){id, counts[id], identity_name(&index->identities, id)}));
    if (ranked.n)
        qsort(ranked.v, ranked.n, sizeof *ranked.v, index_compare_ranked);
    for (size_t i = 0; i < ranked.n; i++)
        vec_push(out, ranked.v[i].id);
    vec_free(&ranked);
    mem_free(counts);
}
