#include "pack_same.h"

#include <string.h>

#define SAME(field, test) \
    do { \
        if (!(test)) \
            return field; \
    } while (0)

static bool
same_span(struct span a, struct span b)
{
    return a.start == b.start && a.end == b.end;
}

static bool
same_string(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
same_decimal(struct decimal a, struct decimal b)
{
    return a.digits == b.digits && a.exponent == b.exponent;
}

/* May stand behind the text, so the words are compared, too. */
static bool
same_given(const struct article *a, const struct article *b, struct span x, struct span y)
{
    return same_span(x, y) && slice_equal(article_slice(a, x), article_slice(b, y));
}

static const char *
same_meta(const struct article *a, const struct article *b)
{
    SAME("path", same_string(a->path, b->path));
    SAME("len", a->len == b->len);
    SAME("text", memcmp(a->text, b->text, a->len + (size_t)1) == 0);
    SAME("encoding", same_string(a->encoding, b->encoding));
    SAME("path_kind", a->path_kind == b->path_kind);
    SAME("repaired", a->repaired == b->repaired);
    SAME("title", same_given(a, b, a->title, b->title));
    SAME("standfirst", same_given(a, b, a->standfirst, b->standfirst));
    SAME("byline", same_given(a, b, a->byline, b->byline));
    SAME("outlet", same_given(a, b, a->outlet, b->outlet));
    SAME("url", same_given(a, b, a->url, b->url));
    SAME("published", same_string(a->published, b->published));
    SAME("seen_on", same_string(a->seen_on, b->seen_on));
    SAME("mtime_ns", a->mtime_ns == b->mtime_ns);
    SAME("file_size", a->file_size == b->file_size);
    SAME("nblocks", a->nblocks == b->nblocks);
    SAME("ntags", a->ntags == b->ntags);
    return NULL;
}

static const char *
same_block(const struct block *a, const struct block *b)
{
    SAME("block span", same_span(a->span, b->span));
    SAME("block words", same_span(a->words, b->words));
    SAME("block kind", a->kind == b->kind);
    SAME("block repeated", a->repeated == b->repeated);
    return NULL;
}

static const char *
same_entity(const struct entity *a, const struct entity *b)
{
    SAME("entity kind", a->kind == b->kind);
    SAME("entity gender", a->gender == b->gender);
    SAME("entity plural", a->plural == b->plural);
    SAME("entity bare", a->bare == b->bare);
    SAME("entity name", same_string(a->name, b->name));
    SAME("entity title", same_string(a->title, b->title));
    SAME("entity role", same_span(a->role, b->role));
    SAME("entity affiliation", same_span(a->affiliation, b->affiliation));
    SAME("entity first", same_span(a->first, b->first));
    return NULL;
}

static const char *
same_mention(const struct mention *a, const struct mention *b)
{
    SAME("mention span", same_span(a->span, b->span));
    SAME("mention entity", a->entity == b->entity);
    SAME("mention pronoun", a->pronoun == b->pronoun);
    return NULL;
}

static const char *
same_quote(const struct quote *a, const struct quote *b)
{
    SAME("quote span", same_span(a->span, b->span));
    SAME("quote speaker", same_span(a->speaker, b->speaker));
    SAME("quote cue", same_span(a->cue, b->cue));
    SAME("quote kind", a->kind == b->kind);
    SAME("quote found", a->found == b->found);
    SAME("quote confidence", memcmp(&a->confidence, &b->confidence, sizeof a->confidence) == 0);
    SAME("quote nspeakers", a->nspeakers == b->nspeakers);
    SAME("quote speakers", memcmp(a->speakers, b->speakers, a->nspeakers * sizeof *a->speakers) == 0);
    SAME("quote utterance", a->utterance == b->utterance);
    SAME("quote repeats", a->repeats == b->repeats);
    SAME("quote block", a->block == b->block);
    return NULL;
}

static const char *
same_figure(const struct figure *a, const struct figure *b)
{
    SAME("figure span", same_span(a->span, b->span));
    SAME("figure kind", a->kind == b->kind);
    SAME("figure has_value", a->has_value == b->has_value);
    SAME("figure has_high", a->has_high == b->has_high);
    SAME("figure value", same_decimal(a->value, b->value));
    SAME("figure high", same_decimal(a->high, b->high));
    SAME("figure date", same_string(a->date, b->date));
    SAME("figure unit", same_string(a->unit, b->unit));
    SAME("figure hedge", a->hedge == b->hedge);
    SAME("figure hedge_words", same_span(a->hedge_words, b->hedge_words));
    SAME("figure trend", a->trend == b->trend);
    SAME("figure of", same_span(a->of, b->of));
    SAME("figure period", same_span(a->period, b->period));
    SAME("figure quote", a->quote == b->quote);
    SAME("figure same_as", a->same_as == b->same_as);
    SAME("figure fuller", a->fuller == b->fuller);
    SAME("figure block", a->block == b->block);
    return NULL;
}

#define SAME_LIST(n, same, a, b) \
    for (*row = 0; *row < (n); ++*row) { \
        const char *field = same(&(a)[*row], &(b)[*row]); \
        if (field) \
            return field; \
    }

const char *
pack_same(const struct article *a, const struct extract *x, const struct article *b, const struct extract *y, size_t *row)
{
    const char *meta = same_meta(a, b);

    *row = 0;
    if (meta)
        return meta;
    SAME("nentities", x->nentities == y->nentities);
    SAME("nmentions", x->nmentions == y->nmentions);
    SAME("nquotes", x->nquotes == y->nquotes);
    SAME("nfigures", x->nfigures == y->nfigures);
    for (; *row < a->ntags; ++*row)
        SAME("tag", same_given(a, b, a->tags[*row], b->tags[*row]));
    SAME_LIST(a->nblocks, same_block, a->blocks, b->blocks);
    SAME_LIST(x->nentities, same_entity, x->entities, y->entities);
    SAME_LIST(x->nmentions, same_mention, x->mentions, y->mentions);
    SAME_LIST(x->nquotes, same_quote, x->quotes, y->quotes);
    SAME_LIST(x->nfigures, same_figure, x->figures, y->figures);
    return NULL;
}
