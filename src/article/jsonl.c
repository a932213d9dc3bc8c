/*
 * An article from a line of JSON: its text, and what is known about it beside the text. What is given counts more than what
 * the text seems to say, and need not stand in the text: it is kept behind the text's NUL, so that title, byline and the
 * others are spans wherever they come from.
 */
#include <string.h>

#include "json.h"
#include "lede/utf.h"
#include "page.h"

enum { JSONL_LONGEST_NAME = 64, JSONL_MOST_TAGS = 10000 };

enum field { FIELD_TEXT, FIELD_PATH, FIELD_ID, FIELD_TITLE, FIELD_STANDFIRST, FIELD_BYLINE, FIELD_OUTLET, FIELD_PUBLISHED, FIELD_URL,
             FIELD_TAGS, FIELDS };
static const char *const field_names[FIELDS] = {"text",   "path",      "id",  "title", "standfirst", "byline",
                                                "outlet", "published", "url", "tags"};

/* A line that is being read: raw strings first, what they mean once their lengths are known. */
struct jsonl {
    struct json json;
    struct slice raw[FIELDS];  /* .at is NULL where a field is not given */
    bool number;               /* the id is one */
    VEC(struct slice) tags;
    struct span spans[FIELDS]; /* what they mean, in the article's text */
    struct article *article;
    struct error *error;
};

static bool
jsonl_fail(struct jsonl *line)
{
    error_set(line->error, STATUS_INVALID, "%s at column %zu", line->json.wrong, json_column(&line->json, line->json.at));
    return false;
}

static bool
jsonl_wrong_type(struct jsonl *line, enum field field, const char *type)
{
    error_set(line->error, STATUS_INVALID, "\"%s\" is not %s at column %zu", field_names[field], type,
              json_column(&line->json, line->json.at));
    return false;
}

/* ---- the object ------------------------------------------------------------------------- */

static enum field
jsonl_field(struct json *json, struct slice raw)
{
    char name[JSONL_LONGEST_NAME];
    size_t len;
    const char *at = json->at;

    if (raw.len > sizeof name || !json_decode(json, raw, name, &len)) {
        json->at = at; /* no name of ours; that it can't be said in UTF-8 harms nobody */
        json->wrong = NULL;
        return FIELDS;
    }
    for (int i = 0; i < FIELDS; i++)
        if (slice_is(slice_of(name, len), field_names[i]))
            return (enum field)i;
    return FIELDS;
}

static bool
jsonl_tags(struct jsonl *line)
{
    struct json *json = &line->json;

    vec_clear(&line->tags);
    if (!json_take(json, '['))
        return jsonl_wrong_type(line, FIELD_TAGS, "a list of strings");
    if (json_take(json, ']'))
        return true;
    do {
        if (json_peek(json) != '"')
            return jsonl_wrong_type(line, FIELD_TAGS, "a list of strings");
        if (line->tags.n == JSONL_MOST_TAGS) {
            error_set(line->error, STATUS_REFUSED, "more than %d tags", (int)JSONL_MOST_TAGS);
            return false;
        }
        if (!json_string(json, vec_add(&line->tags)))
            return jsonl_fail(line);
        if (json_take(json, ']'))
            return true;
    } while (json_expect(json, ',', ']'));
    return jsonl_fail(line);
}

/* The value of a field; of two values the last counts, as everywhere. */
static bool
jsonl_value(struct jsonl *line, enum field field)
{
    struct json *json = &line->json;
    char c = json_peek(json);

    if (field == FIELDS)
        return json_skip(json) || jsonl_fail(line);
    line->raw[field] = slice_of(NULL, 0);
    if (field == FIELD_ID)
        line->number = c == '-' || ascii_digit(c);
    if (field == FIELD_TAGS)
        vec_clear(&line->tags);
    if (c == 'n' && field != FIELD_TEXT)
        return json_word(json) || jsonl_fail(line);
    if (field == FIELD_TAGS)
        return jsonl_tags(line);
    if (field == FIELD_ID && line->number)
        return json_number(json, &line->raw[field]) || jsonl_fail(line);
    if (c == '"')
        return json_string(json, &line->raw[field]) || jsonl_fail(line);
    return jsonl_wrong_type(line, field, field == FIELD_ID ? "a string or a number" : "a string");
}

static bool
jsonl_object(struct jsonl *line)
{
    struct json *json = &line->json;
    struct slice name;

    if (!json_take(json, '{')) {
        error_set(line->error, STATUS_INVALID, "is no JSON object");
        return false;
    }
    if (!json_take(json, '}')) {
        do {
            if (!json_name(json, &name))
                return jsonl_fail(line);
            if (!jsonl_value(line, jsonl_field(json, name)))
                return false;
            if (json_take(json, '}'))
                break;
            if (!json_expect(json, ',', '}'))
                return jsonl_fail(line);
        } while (true);
    }
    if (!json_ends(json))
        return jsonl_fail(line);
    if (line->raw[FIELD_TEXT].at)
        return true;
    error_set(line->error, STATUS_INVALID, "has no \"text\"");
    return false;
}

/* ---- the article ----------------------------------------------------------------------------- */

/* Writes what raw means to the text at *at, with a NUL behind it. */
static bool
jsonl_put(struct jsonl *line, char *text, size_t *at, struct slice raw, struct span *span)
{
    size_t len;

    if (!json_decode(&line->json, raw, text + *at, &len))
        return jsonl_fail(line);
    *span = (struct span){(uint32_t)*at, (uint32_t)(*at + len)};
    text[span->end] = '\0';
    *at += len + 1;
    return true;
}

/* A field of blanks alone is not given. */
static void
jsonl_trim(const char *text, struct span *span)
{
    struct slice trimmed = slice_trim(slice_of(text + span->start, span_len(*span)));

    span->start = (uint32_t)(trimmed.at - text);
    span->end = span->start + (uint32_t)trimmed.len;
}

static bool
jsonl_put_tags(struct jsonl *line, char *text, size_t *at)
{
    struct article *article = line->article;
    struct span *tags = line->tags.n ? arena_alloc(article->arena, line->tags.n * sizeof *tags) : NULL;
    size_t n = 0;

    for (size_t i = 0; i < line->tags.n; i++) {
        if (!jsonl_put(line, text, at, line->tags.v[i], &tags[n]))
            return false;
        jsonl_trim(text, &tags[n]);
        n += !span_empty(tags[n]);
    }
    article->tags = tags;
    article->ntags = n;
    return true;
}

/* The text, and behind its NUL the fields. No string means more bytes than it is written with. */
static bool
jsonl_decode(struct jsonl *line)
{
    struct article *article = line->article;
    size_t room = 0, at = 0;
    char *text;

    for (int i = 0; i < FIELDS; i++)
        room += line->raw[i].len + 1;
    for (size_t i = 0; i < line->tags.n; i++)
        room += line->tags.v[i].len + 1;
    text = arena_alloc(article->arena, room);
    if (!jsonl_put(line, text, &at, line->raw[FIELD_TEXT], &line->spans[FIELD_TEXT]))
        return false;
    article->len = (uint32_t)(at - 1);
    for (int i = FIELD_TEXT + 1; i < FIELDS; i++)
        if (line->raw[i].at && !jsonl_put(line, text, &at, line->raw[i], &line->spans[i]))
            return false;
    if (!jsonl_put_tags(line, text, &at))
        return false;
    for (int i = FIELD_TITLE; i < FIELDS; i++)
        jsonl_trim(text, &line->spans[i]);
    article->text = text;
    article->encoding = "utf-8";
    return true;
}

static void
jsonl_name(struct jsonl *line, const char *where)
{
    struct article *article = line->article;
    enum field field = span_empty(line->spans[FIELD_PATH]) ? FIELD_ID : FIELD_PATH;
    struct slice name = article_slice(article, line->spans[field]);

    article->path = arena_string(article->arena, name.len ? name.at : where, name.len ? name.len : strlen(where));
    article->path_kind = name.len == 0                       ? PATH_NONE
                         : field == FIELD_ID && line->number ? PATH_NUMBER
                                                             : PATH_NAME;
}

/* In ISO 8601 as it is given; a date of another form as it is understood, or none. */
static const char *
jsonl_published(const struct jsonl *line)
{
    struct slice given = article_slice(line->article, line->spans[FIELD_PUBLISHED]);
    struct date date;

    if (date_is_iso(given))
        return arena_string(line->article->arena, given.at, given.len);
    return date_read(given, &date) || date_find(given, &date) ? date_keep(line->article->arena, &date) : NULL;
}

static void
jsonl_set(struct span *field, struct span given)
{
    if (!span_empty(given))
        *field = given;
}

/* Once before the blocks are found, which go by it, and once afterwards: a header block in the text does not count more. */
static void
jsonl_set_fields(const struct jsonl *line, const struct article *given)
{
    struct article *article = line->article;

    jsonl_set(&article->title, line->spans[FIELD_TITLE]);
    jsonl_set(&article->standfirst, line->spans[FIELD_STANDFIRST]);
    jsonl_set(&article->byline, line->spans[FIELD_BYLINE]);
    jsonl_set(&article->outlet, line->spans[FIELD_OUTLET]);
    jsonl_set(&article->url, line->spans[FIELD_URL]);
    if (given->published)
        article->published = given->published;
    if (given->ntags) {
        article->tags = given->tags;
        article->ntags = given->ntags;
    }
}

static void
jsonl_find_blocks(struct jsonl *line, const struct article_options *options)
{
    struct article *article = line->article;
    struct article given;

    article->published = jsonl_published(line);
    given = *article;
    jsonl_set_fields(line, &given);
    if (options && options->body)
        blocks_plain(article);
    else
        blocks_find(article);
    jsonl_set_fields(line, &given);
}

static bool
jsonl_read(struct jsonl *line, const char *where)
{
    size_t bad, len = (size_t)(line->json.end - line->json.text);

    if (!utf_valid(line->json.text, len, &bad)) {
        error_set(line->error, STATUS_INVALID, "is not UTF-8 at column %zu", json_column(&line->json, line->json.text + bad));
        return false;
    }
    if (!jsonl_object(line) || !jsonl_decode(line))
        return false;
    jsonl_name(line, where);
    return true;
}

struct article *
article_parse_json(const char *where, const char *bytes, size_t len, const struct article_options *options, struct error *error)
{
    struct jsonl line = {.json = {.text = bytes, .at = bytes, .end = bytes + len}, .error = error};
    struct arena *arena;

    if (!article_fits(len, options, error))
        return NULL;
    arena = arena_new();
    line.article = arena_alloc(arena, sizeof *line.article);
    line.article->arena = arena;
    line.article->file_size = len;
    if (jsonl_read(&line, where)) {
        jsonl_find_blocks(&line, options);
    } else {
        arena_free(arena);
        line.article = NULL;
    }
    vec_free(&line.tags);
    return line.article;
}
