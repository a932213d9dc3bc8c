#include "fixture.h"

#include "unit/unit.h"

enum { DEPTH = 8 };

struct open_mark {
    char kind;
    uint32_t row;           /* of the quote, figure or entity */
    uint32_t start;
};

struct fixture {
    struct article *article;
    struct text text;
    VEC(struct block) blocks;
    VEC(struct entity) entities;
    VEC(struct quote) quotes;
    VEC(struct figure) figures;
    struct open_mark open[DEPTH];
    int depth;
    struct span hedge, name, cue; /* wait for the next figure, the next quote */
};

static uint32_t
fixture_entity(struct fixture *f, struct slice name)
{
    for (uint32_t i = 0; i < f->entities.n; i++)
        if (slice_is(name, f->entities.v[i].name))
            return i;
    vec_push(&f->entities, ((struct entity){.kind = ENTITY_PERSON, .name = arena_string(f->article->arena, name.at, name.len)}));
    return (uint32_t)f->entities.n - 1;
}

static uint32_t
fixture_quote(struct fixture *f, char kind, struct slice name)
{
    struct quote *quote = vec_add(&f->quotes);

    quote->kind = kind == 'q' || kind == '?' ? QUOTE_DIRECT : kind == 'g' ? QUOTE_FRAGMENT : kind == 'p' ? QUOTE_PULL
                : kind == 's' ? QUOTE_SCARE : QUOTE_INDIRECT;
    quote->found = name.len ? FOUND_NAMED : FOUND_UNKNOWN;
    quote->repeats = ROW_NONE;
    quote->utterance = (uint32_t)f->quotes.n - 1;
    quote->block = (uint32_t)f->blocks.n - 1;
    quote->speaker = f->name;
    quote->cue = f->cue;
    f->cue = (struct span){0, 0};
    f->name = (struct span){0, 0};
    if (name.len) {
        uint32_t entity = fixture_entity(f, name); /* may move nothing of quotes */
        quote->speakers[quote->nspeakers++] = entity;
    }
    return (uint32_t)f->quotes.n - 1;
}

static uint32_t
fixture_figure(struct fixture *f, struct slice spec)
{
    struct figure *figure = vec_add(&f->figures);
    char buf[128], kind[32], value[48], unit[32];

    (void)snprintf(buf, sizeof buf, "%.*s", (int)spec.len, spec.at);
    assert_int_equal(sscanf(buf, "%31s %47s %31s", kind, value, unit), 3);
    assert_true(figure_kind_read(kind, &figure->kind));
    if (figure->kind == FIGURE_DATE) {
        figure->date = arena_string(f->article->arena, value, strlen(value));
    } else {
        figure->value = decimal_from_double(strtod(value, NULL));
        figure->has_value = true;
    }
    if (strcmp(unit, "-") != 0)
        figure->unit = arena_string(f->article->arena, unit, strlen(unit));
    figure->quote = figure->same_as = ROW_NONE;
    for (int i = 0; i < f->depth; i++)
        if (strchr("qgi", f->open[i].kind))
            figure->quote = f->open[i].row;
    figure->hedge_words = f->hedge;
    figure->hedge = span_empty(f->hedge) ? HEDGE_NONE : HEDGE_ABOUT;
    f->hedge = (struct span){0, 0};
    figure->block = (uint32_t)f->blocks.n - 1;
    return (uint32_t)f->figures.n - 1;
}

/* At "{k spec|": opens a mark and returns what stands behind the bar. */
static const char *
fixture_open(struct fixture *f, const char *at)
{
    const char *bar = strchr(at, '|');
    struct slice spec;
    struct open_mark *mark = &f->open[f->depth];

    assert_non_null(bar);
    assert_true(f->depth < DEPTH);
    spec = slice_trim(slice_of(at + 2, (size_t)(bar - at - 2)));
    mark->kind = at[1];
    mark->start = (uint32_t)f->text.n;
    if (strchr("qgip?s", mark->kind))
        mark->row = fixture_quote(f, mark->kind, spec);
    else if (mark->kind == 'f')
        mark->row = fixture_figure(f, spec);
    else if (mark->kind == 'a')
        mark->row = fixture_entity(f, spec);
    if (mark->kind == 'q' || mark->kind == '?') {
        text_puts(&f->text, "“");
        mark->start = (uint32_t)f->text.n;
    }
    f->depth++;
    return bar + 1;
}

static void
fixture_name(struct fixture *f, struct span span)
{
    struct quote *last = f->quotes.n ? &f->quotes.v[f->quotes.n - 1] : NULL;

    if (last && last->block == f->blocks.n - 1 && span_empty(last->speaker))
        last->speaker = span;
    else
        f->name = span;
}

static void
fixture_close(struct fixture *f)
{
    const struct open_mark *mark = &f->open[--f->depth];
    struct span span = {mark->start, (uint32_t)f->text.n};

    if (strchr("qgip?s", mark->kind))
        f->quotes.v[mark->row].span = span;
    else if (mark->kind == 'f')
        f->figures.v[mark->row].span = span;
    else if (mark->kind == 'a')
        f->entities.v[mark->row].affiliation = span;
    else if (mark->kind == 'n')
        fixture_name(f, span);
    else if (mark->kind == 'v')
        f->cue = span;
    else if (mark->kind == 'h')
        f->hedge = (struct span){span.start, span.end - 1};
    else if (mark->kind == 'o' && f->figures.n)
        f->figures.v[f->figures.n - 1].of = span;
    if (mark->kind == 'q' || mark->kind == '?')
        text_puts(&f->text, "”");
}

/* The line's text with the marks taken out; returns its span. */
static struct span
fixture_words(struct fixture *f, const char *at, const char *end)
{
    uint32_t start = (uint32_t)f->text.n;

    while (at < end) {
        if (*at == '{')
            at = fixture_open(f, at);
        else if (*at == '}' && f->depth)
            fixture_close(f), at++;
        else
            text_putc(&f->text, *at++);
    }
    assert_int_equal(f->depth, 0);
    return (struct span){start, (uint32_t)f->text.n};
}

static void
fixture_same(struct fixture *f)
{
    for (uint32_t i = 0; i < f->figures.n; i++)
        for (uint32_t j = 0; j < i && f->figures.v[i].same_as == ROW_NONE; j++) {
            const struct figure *a = &f->figures.v[j], *b = &f->figures.v[i];

            if (a->same_as == ROW_NONE && !a->date && !b->date && a->kind == b->kind && decimal_compare(a->value, b->value) == 0)
                f->figures.v[i].same_as = j;
        }
}

static void
fixture_line(struct fixture *f, const char *line, const char *end)
{
    struct article *article = f->article;
    const char *colon = memchr(line, ':', (size_t)(end - line));
    bool repeated = *line == '=';
    struct block *block;
    char kind[32];
    struct span span;

    assert_non_null(colon);
    (void)snprintf(kind, sizeof kind, "%.*s", (int)(colon - line - repeated), line + repeated);
    for (line = colon + 1; *line == ' '; line++)
        ;
    if (strcmp(kind, "published") == 0) {
        article->published = arena_string(article->arena, line, (size_t)(end - line));
        return;
    }
    block = vec_add(&f->blocks);
    block->repeated = repeated;
    if (strcmp(kind, "pull") == 0)
        block->kind = BLOCK_QUOTE;
    else if (strcmp(kind, "outlet") == 0)
        block->kind = BLOCK_BOILER;
    else
        assert_row(block_kind_read(kind, &block->kind), "no kind of block: %s", kind);
    span = fixture_words(f, line, end);
    block = &f->blocks.v[f->blocks.n - 1];
    block->span = block->words = span;
    text_putc(&f->text, '\n');
    if (strcmp(kind, "outlet") == 0)
        article->outlet = span;
    else if (block->kind == BLOCK_TITLE)
        article->title = span;
    else if (block->kind == BLOCK_STANDFIRST && !repeated)
        article->standfirst = span;
    else if (block->kind == BLOCK_BYLINE)
        article->byline = span;
}

/* Takes the place of what parsing found: the text is the fixture's, without marks. */
static void
fixture_hand_over(struct fixture *f, struct extract *extract)
{
    struct article *article = f->article;

    article->text = arena_string(article->arena, f->text.v, f->text.n);
    article->len = (uint32_t)f->text.n;
    article->blocks = arena_copy(article->arena, f->blocks.v, f->blocks.n * sizeof *f->blocks.v);
    article->nblocks = f->blocks.n;
    extract->entities = arena_copy(article->arena, f->entities.v, f->entities.n * sizeof *f->entities.v);
    extract->nentities = f->entities.n;
    extract->quotes = arena_copy(article->arena, f->quotes.v, f->quotes.n * sizeof *f->quotes.v);
    extract->nquotes = f->quotes.n;
    extract->figures = arena_copy(article->arena, f->figures.v, f->figures.n * sizeof *f->figures.v);
    extract->nfigures = f->figures.n;
}

uint32_t
fixture_add(struct index *index, const char *path, const char *source)
{
    static const struct article_options body = {.body = true};
    struct fixture f = {0};
    struct extract *extract;
    uint32_t id;

    f.article = article_parse(path, "", 0, &body, NULL);
    assert_non_null(f.article);
    text_puts(&f.text, "");
    while (*source) {
        const char *end = source + strcspn(source, "\n");

        if (end > source)
            fixture_line(&f, source, end);
        source = *end ? end + 1 : end;
    }
    fixture_same(&f);
    extract = arena_alloc(f.article->arena, sizeof *extract);
    fixture_hand_over(&f, extract);
    id = index_add(index, f.article, extract);
    text_free(&f.text);
    vec_free(&f.blocks);
    vec_free(&f.entities);
    vec_free(&f.quotes);
    vec_free(&f.figures);
    return id;
}

uint32_t
fixture_load(struct index *index, const char *name)
{
    const char *folder = getenv("LEDE_SRCDIR");
    struct text path = {0}, source = {0};
    FILE *file;
    uint32_t id;
    int c;

    text_printf(&path, "%s/tests/data/screen/%s", folder ? folder : ".", name);
    file = fopen(path.v, "r");
    assert_row(file, "can't read %s", path.v);
    while ((c = getc(file)) != EOF)
        text_putc(&source, (char)c);
    (void)fclose(file);
    id = fixture_add(index, name, source.v);
    text_free(&path);
    text_free(&source);
    return id;
}
