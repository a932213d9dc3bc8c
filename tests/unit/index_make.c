#include "index_make.h"

#include "unit.h"

void
make_article(struct make *make, const char *path, const char *text)
{
    const struct article_options options = {.body = true};
    struct error error = {0};

    if (!make->index)
        make->index = index_new();
    vec_clear(&make->entities);
    vec_clear(&make->quotes);
    vec_clear(&make->figures);
    make->article = article_parse(path, text, strlen(text), &options, &error);
    assert_non_null(make->article);
}

static struct span
make_span(const struct make *make, const char *words)
{
    const char *at = words ? strstr(make->article->text, words) : NULL;
    uint32_t start;

    if (!words)
        return (struct span){0, 0};
    assert_row(at, "the article does not say '%s'", words);
    start = (uint32_t)(at - make->article->text);
    return (struct span){start, start + (uint32_t)strlen(words)};
}

static uint32_t
make_block(const struct make *make, struct span span)
{
    for (uint32_t i = 0; i < make->article->nblocks; i++)
        if (span_holds(make->article->blocks[i].span, span))
            return i;
    fail_msg("%s", "the words stand in no block");
    return 0;
}

uint32_t
make_entity(struct make *make, enum entity_kind kind, const char *name)
{
    struct entity *entity = vec_add(&make->entities);

    entity->kind = kind;
    entity->name = arena_string(make->article->arena, name, strlen(name));
    entity->bare = kind == ENTITY_PERSON && !strchr(name, ' ');
    return (uint32_t)make->entities.n - 1;
}

void
make_known_as(struct make *make, uint32_t entity, const char *title, const char *role, const char *affiliation)
{
    make->entities.v[entity].title = title;
    make->entities.v[entity].role = make_span(make, role);
    make->entities.v[entity].affiliation = make_span(make, affiliation);
}

uint32_t
make_quote(struct make *make, enum quote_kind kind, const char *words, uint32_t entity, uint32_t utterance)
{
    struct quote *quote = vec_add(&make->quotes);

    quote->span = make_span(make, words);
    quote->kind = kind;
    quote->found = entity == ENTITY_NONE ? FOUND_UNKNOWN : FOUND_NAMED;
    quote->confidence = 1;
    quote->repeats = ROW_NONE;
    quote->utterance = utterance;
    quote->block = make_block(make, quote->span);
    if (entity != ENTITY_NONE)
        quote->speakers[quote->nspeakers++] = entity;
    return (uint32_t)make->quotes.n - 1;
}

uint32_t
make_figure(struct make *make, enum figure_kind kind, const char *words, uint32_t quote)
{
    struct figure *figure = vec_add(&make->figures);

    figure->span = make_span(make, words);
    figure->kind = kind;
    figure->quote = quote;
    figure->same_as = ROW_NONE;
    figure->block = make_block(make, figure->span);
    return (uint32_t)make->figures.n - 1;
}

uint32_t
make_done(struct make *make)
{
    struct arena *arena = make->article->arena;
    struct extract *extract = arena_alloc(arena, sizeof *extract);

    *extract = (struct extract){
        .entities = arena_copy(arena, make->entities.v, make->entities.n * sizeof *make->entities.v),
        .nentities = make->entities.n,
        .quotes = arena_copy(arena, make->quotes.v, make->quotes.n * sizeof *make->quotes.v),
        .nquotes = make->quotes.n,
        .figures = arena_copy(arena, make->figures.v, make->figures.n * sizeof *make->figures.v),
        .nfigures = make->figures.n,
    };
    return index_add(make->index, make->article, extract);
}

void
make_free(struct make *make)
{
    index_free(make->index);
    vec_free(&make->entities);
    vec_free(&make->quotes);
    vec_free(&make->figures);
}

const char *
make_ids(const struct ids *ids)
{
    static char buf[512];
    int n = 0;

    buf[0] = '\0';
    for (size_t i = 0; i < ids->n; i++)
        n += snprintf(buf + n, sizeof buf - (size_t)n, i ? " %u" : "%u", ids->v[i]);
    return buf;
}
