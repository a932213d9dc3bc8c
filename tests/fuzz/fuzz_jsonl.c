/*
 * Any bytes as JSON Lines: through the reader of lines, the reader of JSON, extraction and printing. What is read and printed
 * again means the same, and what is printed is JSON to our own strict reader.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/mman.h>

#include "article/json.h"
#include "dump/sink.h"
#include "index/lines.h"
#include "lede/dump.h"
#include "lede/utf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition) ((condition) ? (void)0 : check_failed(#condition, __LINE__))

static void
check_failed(const char *condition, int line)
{
    fprintf(stderr, "fuzz_jsonl.c:%d: does not hold: %s\n", line, condition);
    abort();
}

static void
check_json(const char *text, size_t len)
{
    struct json json = {.text = text, .at = text, .end = text + len};

    CHECK(utf_valid(text, len, NULL) && json_skip(&json) && json_ends(&json));
}

/* In the text or in what stands behind it: whole characters, before a NUL. */
static void
check_field(const struct article *article, struct span span)
{
    struct slice s = article_slice(article, span);

    CHECK(span.start <= span.end);
    CHECK(utf_valid(s.at, s.len, NULL) && !memchr(s.at, '\0', s.len));
}

static void
check_fields(const struct article *article)
{
    CHECK(utf_valid(article->text, article->len, NULL) && strlen(article->text) == article->len);
    check_field(article, article->title);
    check_field(article, article->standfirst);
    check_field(article, article->byline);
    check_field(article, article->outlet);
    check_field(article, article->url);
    for (size_t i = 0; i < article->ntags; i++) {
        check_field(article, article->tags[i]);
        CHECK(!span_empty(article->tags[i]));
    }
    CHECK(article->path && *article->path && utf_valid(article->path, strlen(article->path), NULL));
    CHECK(article_headline(article, NULL).len > 0 && article_source(article).len > 0);
}

static void
put_field(struct text *line, const char *key, struct slice value)
{
    text_printf(line, ", \"%s\": ", key);
    if (value.len)
        sink_json_string(line, value);
    else
        text_puts(line, "null");
}

static struct slice
title_of(const struct article *article)
{
    return slice_trim(article_slice(article, article->title));
}

/* Written as a line, with all that was given or found, and read again: the same. */
static void
check_again(const struct article *article, const struct article_options *options)
{
    struct text line = {0};
    struct article *again;

    text_puts(&line, "{\"text\": ");
    sink_json_string(&line, slice_of(article->text, article->len));
    put_field(&line, "title", article_slice(article, article->title));
    put_field(&line, "standfirst", article_slice(article, article->standfirst));
    put_field(&line, "byline", article_slice(article, article->byline));
    put_field(&line, "outlet", article_slice(article, article->outlet));
    put_field(&line, "url", article_slice(article, article->url));
    put_field(&line, "published", slice_str(article->published));
    put_field(&line, "path", slice_str(article->path));
    text_puts(&line, "}");
    check_json(line.v, line.n);
    again = article_parse_json("again:1", line.v, line.n, options, NULL);
    if (again) { /* escapes may make it too large */
        CHECK(again->len == article->len && memcmp(again->text, article->text, article->len) == 0);
        CHECK(title_of(article).len == 0 || slice_equal(title_of(article), title_of(again)));
        CHECK(strcmp(article->path, again->path) == 0);
    } else {
        CHECK(line.n > options->max_bytes);
    }
    article_free(again);
    text_free(&line);
}

static void
check_line(struct extractor *extractor, struct slice line, const struct article_options *options)
{
    struct error error = {0};
    struct article *article = article_parse_json("fuzz:1", line.at, line.len, options, &error);
    struct text row = {0};

    CHECK((article != NULL) == (error.status == STATUS_OK));
    CHECK(article || (error.sentence && *error.sentence && utf_valid(error.sentence, strlen(error.sentence), NULL)));
    error_clear(&error);
    if (!article)
        return;
    check_json(line.at, line.len);
    check_fields(article);
    dump_article(&row, article, extract_article(extractor, article));
    CHECK(row.n > 2 && row.v[row.n - 1] == '\n' && !memchr(row.v, '\n', row.n - 1));
    check_json(row.v, row.n);
    check_again(article, options);
    text_free(&row);
    article_free(article);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct article_options options = {.body = size > 0 && data[0] == '\x01', .max_bytes = 1 << 16};
    struct extractor *extractor = extractor_new();
    int fd = memfd_create("fuzz.jsonl", 0);
    struct lines lines = {.options = &options, .fd = fd, .stop = -1};
    struct error error = {0};
    enum lines_got got;
    struct slice line;
    uint64_t number = 0;

    CHECK(fd >= 0 && write(fd, data, size) == (ssize_t)size && lseek(fd, 0, SEEK_SET) == 0);
    while ((got = lines_next(&lines, &line, &error)) != LINES_END) {
        CHECK(lines.number > number);
        number = lines.number;
        CHECK((got == LINES_WRONG) == (error.status != STATUS_OK));
        if (got == LINES_LINE) {
            CHECK(line.len > 0 && !memchr(line.at, '\n', line.len));
            check_line(extractor, line, &options);
        }
        error_clear(&error);
    }
    lines_free(&lines);
    extractor_free(extractor);
    (void)close(fd);
    return 0;
}
