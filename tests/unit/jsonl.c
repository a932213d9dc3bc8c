/* Articles from lines of JSON: which fields count, what is refused and how that is said. */
#include "unit.h"

#include "lede/article.h"

static struct article *
parse(const char *line, bool body, struct error *error)
{
    const struct article_options options = {.body = body};
    size_t len = strlen(line);
    char *exact = malloc(len ? len : 1);
    struct article *article;

    memcpy(exact, line, len);
    article = article_parse_json("in:7", exact, len, &options, error);
    free(exact); /* the article must not point into the line */
    return article;
}

/* ---- what is refused ---------------------------------------------------------------------- */

static const struct {
    const char *line, *reason;
} refused[] = {
    {"nope", "is no JSON object"},
    {"[1]", "is no JSON object"},
    {"\"text\"", "is no JSON object"},
    {"{}", "has no \"text\""},
    {"{\"title\": \"A\"}", "has no \"text\""},
    {"{\"Text\": \"A\"}", "has no \"text\""},
    {"{\"text\": null}", "\"text\" is not a string at column 10"},
    {"{\"text\": 5}", "\"text\" is not a string at column 10"},
    {"{\"text\": [\"a\"]}", "\"text\" is not a string at column 10"},
    {"{\"text\": \"a\", \"text\": 1}", "\"text\" is not a string at column 23"},
    {"{\"text\": \"\", \"title\": 1}", "\"title\" is not a string at column 23"},
    {"{\"text\": \"\", \"byline\": [\"A\"]}", "\"byline\" is not a string at column 24"},
    {"{\"text\": \"\", \"url\": {}}", "\"url\" is not a string at column 21"},
    {"{\"text\": \"\", \"path\": 3}", "\"path\" is not a string at column 22"},
    {"{\"text\": \"\", \"id\": true}", "\"id\" is not a string or a number at column 20"},
    {"{\"text\": \"\", \"tags\": \"a\"}", "\"tags\" is not a list of strings at column 22"},
    {"{\"text\": \"\", \"tags\": [\"a\", 1]}", "\"tags\" is not a list of strings at column 28"},
    {"{\"text\": \"\", \"tags\": [\"a\",]}", "\"tags\" is not a list of strings at column 27"},
    {"{\"text\": \"\", \"tags\": [\"a\" \"b\"]}", "not JSON: a comma or ] is missing at column 27"},
    {"{\"text\": \"ab\\u0000c\"}", "U+0000 in a string at column 13"},
    {"{\"text\": \"ab\\ud800c\"}", "half a surrogate pair at column 13"},
    {"{\"text\": \"\", \"title\": \"\\udc00\"}", "half a surrogate pair at column 24"},
    {"{\"text\": \"\", \"tags\": [\"\", \"\\udc00\"]}", "half a surrogate pair at column 28"},
    {"{\"text\": \"\", \"id\": 01}", "not JSON: no such number at column 20"},
    {"{\"text\": \"\" \"id\": 1}", "not JSON: a comma or } is missing at column 13"},
    {"{\"text\": \"\", }", "not JSON: a name in marks is missing at column 14"},
    {"{\"text\": \"\"}}", "not JSON: something stands behind the end at column 13"},
    {"{\"text\": \"\"", "not JSON: a comma or } is missing at column 12"},
    {"{\"text\": \"", "not JSON: a string has no end at column 10"},
    {"{\"é\": \"é\", \"text\" 1}", "not JSON: a colon is missing at column 19"}, /* characters, not bytes */
    {"{\"text\": \"\", \"title\": nul}", "not JSON: a value is missing at column 23"},
    {"{\"text\": \"\", \"x\": [1, {\"y\": tru}]}", "not JSON: a value is missing at column 29"},
    {"{\"text\": \"caf\xE9\"}", "is not UTF-8 at column 14"},
    {"{\"text\": \"\", \"x\": \"caf\xE9\"}", "is not UTF-8 at column 23"},
};

static void
test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct error error = {0};

        assert_row(!parse(refused[i].line, false, &error), "read: %s", refused[i].line);
        assert_row(strcmp(error.sentence, refused[i].reason) == 0, "%s: %s", refused[i].line, error.sentence);
        assert_int_equal(error.status, STATUS_INVALID);
        error_clear(&error);
        assert_null(parse(refused[i].line, false, NULL)); /* nobody need ask why */
    }
}

static void
test_too_large(void **state)
{
    const struct article_options options = {.max_bytes = 20};
    struct error error = {0};
    struct article *article = article_parse_json("", "{\"text\":\"123456789\"}", 20, &options, &error);

    (void)state;
    assert_non_null(article);
    article_free(article);
    assert_null(article_parse_json("", "{\"text\":\"1234567890\"}", 21, &options, &error));
    assert_int_equal(error.status, STATUS_REFUSED);
    assert_string_equal(error.sentence, "larger than the limit of 20 bytes");
    error_clear(&error);
}

static void
test_too_many_tags(void **state)
{
    struct text line = {0};
    struct error error = {0};

    (void)state;
    text_puts(&line, "{\"text\":\"\",\"tags\":[\"a\"");
    for (int i = 0; i < 10000; i++)
        text_puts(&line, ",\"a\"");
    text_puts(&line, "]}");
    assert_null(article_parse_json("", line.v, line.n, NULL, &error));
    assert_string_equal(error.sentence, "more than 10000 tags");
    error_clear(&error);
    text_free(&line);
}

/* ---- what is read --------------------------------------------------------------------------- */

enum { TITLE, STANDFIRST, BYLINE, OUTLET, URL, PUBLISHED, TAGS, PATH, WHATS };

static const struct {
    const char *line;
    int what;
    const char *want; /* NULL: absent */
} fields[] = {
    {"{\"text\": \"\", \"title\": \"A \\\"big\\\" day\"}", TITLE, "A \"big\" day"},
    {"{\"title\": \"A\", \"text\": \"\", \"title\": \"B\"}", TITLE, "B"},
    {"{\"text\": \"\", \"title\": \"A\", \"title\": null}", TITLE, NULL},
    {"{\"text\": \"\", \"title\": null}", TITLE, NULL},
    {"{\"text\": \"\", \"title\": \"\"}", TITLE, NULL},
    {"{\"text\": \"\", \"title\": \" \\n \"}", TITLE, NULL},
    {"{\"text\": \"\", \"title\": \" A \"}", TITLE, "A"},
    {"{\"text\": \"\", \"t\\u0069tle\": \"A\"}", TITLE, "A"},
    {"{\"text\": \"\", \"title\\u0000\": 7}", TITLE, NULL},
    {"{\"text\": \"\", \"title \": 7}", TITLE, NULL},
    {"{\"text\": \"\", \"x\": {\"title\": \"A\"}, \"y\": [\"title\", \"A\", \"\\ud800\"]}", TITLE, NULL},
    {"{\"text\": \"\", \"standfirst\": \"It rained\"}", STANDFIRST, "It rained"},
    {"{\"text\": \"\", \"byline\": \"Ida Vik and Arvid Steen\"}", BYLINE, "Ida Vik and Arvid Steen"},
    {"{\"text\": \"\", \"outlet\": \"Quay Gazette\"}", OUTLET, "Quay Gazette"},
    {"{\"text\": \"\", \"url\": \"https://example.org/a?b=\\u0026\"}", URL, "https://example.org/a?b=&"},
    /* dates: as they are given in ISO 8601, else as they are understood */
    {"{\"text\": \"\", \"published\": \"2026-01-14\"}", PUBLISHED, "2026-01-14"},
    {"{\"text\": \"\", \"published\": \"2026-01\"}", PUBLISHED, "2026-01"},
    {"{\"text\": \"\", \"published\": \"2026-01-14T17:07\"}", PUBLISHED, "2026-01-14T17:07"},
    {"{\"text\": \"\", \"published\": \"2026-01-14T17:07:33Z\"}", PUBLISHED, "2026-01-14T17:07:33Z"},
    {"{\"text\": \"\", \"published\": \"2026-01-14T17:07:33.125+01:00\"}", PUBLISHED, "2026-01-14T17:07:33.125+01:00"},
    {"{\"text\": \"\", \"published\": \"2026-01-14 17:07:33-0500\"}", PUBLISHED, "2026-01-14 17:07:33-0500"},
    {"{\"text\": \"\", \"published\": \"14 January 2026\"}", PUBLISHED, "2026-01-14"},
    {"{\"text\": \"\", \"published\": \"Published Jan 14, 2026\"}", PUBLISHED, "2026-01-14"},
    {"{\"text\": \"\", \"published\": \"yesterday\"}", PUBLISHED, NULL},
    {"{\"text\": \"\", \"published\": \"2026-13-01\"}", PUBLISHED, NULL},
    {"{\"text\": \"\", \"tags\": [\"sea\", \"\", \"fish, fried\"]}", TAGS, "sea;fish, fried;"},
    {"{\"text\": \"\", \"tags\": []}", TAGS, ""},
    {"{\"text\": \"\", \"tags\": null}", TAGS, ""},
    {"{\"text\": \"\", \"path\": \"a/b.txt\"}", PATH, "a/b.txt"},
    {"{\"text\": \"\", \"path\": \" a \"}", PATH, " a "},
    {"{\"text\": \"\", \"id\": \"a-1\"}", PATH, "a-1"},
    {"{\"text\": \"\", \"id\": -17}", PATH, "#-17"},
    {"{\"text\": \"\", \"id\": 1.50e+3}", PATH, "#1.50e+3"},
    {"{\"text\": \"\", \"id\": \"17\"}", PATH, "17"},
    {"{\"text\": \"\", \"id\": 17, \"id\": \"x\"}", PATH, "x"},
    {"{\"text\": \"\", \"id\": 17, \"path\": \"a\"}", PATH, "a"},
    {"{\"text\": \"\", \"id\": 17, \"path\": null}", PATH, "#17"},
    {"{\"text\": \"\", \"id\": null}", PATH, NULL},
    {"{\"text\": \"\", \"path\": \"\"}", PATH, NULL},
    {"{\"text\": \"\"}", PATH, NULL},
    /* what is given counts more than a header block in the text, and that more than a guess */
    {"{\"text\": \"Title: B\\nOutlet: O\\n\\nIt rained.\", \"title\": \"A\"}", TITLE, "A"},
    {"{\"text\": \"Title: B\\nOutlet: O\\n\\nIt rained.\", \"title\": \"A\"}", OUTLET, "O"},
    {"{\"text\": \"Title: B\\nDate: 2026-01-02\\nTags: x, y\\n\\nIt rained.\", \"published\": \"2025\"}", PUBLISHED, "2025"},
    {"{\"text\": \"Title: B\\nDate: 2026-01-02\\nTags: x, y\\n\\nIt rained.\", \"published\": \"soon\"}", PUBLISHED, "2026-01-02"},
    {"{\"text\": \"Title: B\\nTags: x, y\\n\\nIt rained.\", \"tags\": [\"z\"]}", TAGS, "z;"},
    {"{\"text\": \"Title: B\\nTags: x, y\\n\\nIt rained.\"}", TAGS, "x;y;"},
};

static const char *
field_of(const struct article *article, int what, struct text *buf)
{
    const struct span spans[] = {article->title, article->standfirst, article->byline, article->outlet, article->url};
    struct slice s;

    buf->n = 0;
    text_puts(buf, "");
    switch (what) {
    case PUBLISHED:
        return article->published;
    case TAGS:
        for (size_t i = 0; i < article->ntags; i++)
            text_printf(buf, "%.*s;", (int)span_len(article->tags[i]), article->text + article->tags[i].start);
        return buf->v;
    case PATH:
        text_printf(buf, "%s%s", article->path_kind == PATH_NUMBER ? "#" : "", article->path);
        if (article->path_kind == PATH_NONE)
            assert_string_equal(article->path, "in:7");
        return article->path_kind == PATH_NONE ? NULL : buf->v;
    default:
        s = article_slice(article, spans[what]);
        text_add(buf, s.at, s.len);
        return s.len ? buf->v : NULL;
    }
}

static void
test_fields(void **state)
{
    struct text buf = {0};

    (void)state;
    for (size_t i = 0; i < COUNT(fields) * 2; i++) {
        bool body = i % 2; /* a body has no header block */
        const char *line = fields[i / 2].line, *want = fields[i / 2].want, *got;
        struct error error = {0};
        struct article *article = parse(line, body, &error);

        assert_row(article, "%s: %s", line, error.sentence);
        got = field_of(article, fields[i / 2].what, &buf);
        if (!body || !strstr(line, "Title: B"))
            assert_row(want ? got && strcmp(got, want) == 0 : !got, "%s: %s", line, got ? got : "nothing");
        assert_string_equal(article->encoding, "utf-8");
        assert_int_equal(article->text[article->len], '\0');
        article_free(article);
    }
    text_free(&buf);
}

/* ---- blocks ------------------------------------------------------------------------------------ */

static const char *
kind_of_block(const struct article *article, size_t i)
{
    return i < article->nblocks ? block_kind_name(article->blocks[i].kind) : "none";
}

/* What is given is looked for in the text, and shown and searched where that has it. */
static void
test_given_words_in_the_text(void **state)
{
    struct article *article = parse(
        "{\"title\": \"Crane stands still\", \"standfirst\": \"Nobody asked for it\", \"text\": \"Crane Stands Still\\n\\nNobody asked "
        "for it\\n\\nThe crane on the quay has not moved since the end of last week, the harbour office says.\\n\\nIt may "
        "move again in a month or so, if the parts come in time, the office added on Monday.\"}",
        false, NULL);

    (void)state;
    assert_string_equal(kind_of_block(article, 0), "title");
    assert_false(article->blocks[0].repeated);
    assert_string_equal(kind_of_block(article, 1), "standfirst");
    assert_string_equal(kind_of_block(article, 2), "para");
    assert_true(slice_is(article_slice(article, article->title), "Crane stands still"));
    article_free(article);
}

/* The text of a line that has its title beside it is mostly nothing but the text. */
static void
test_given_words_not_in_the_text(void **state)
{
    struct article *article = parse(
        "{\"title\": \"Crane stands still\", \"text\": \"Nothing moved.\\n\\nThe crane on the quay has not moved since the end of last "
        "week, the harbour office says.\\n\\nIt may move again in a month or so, if the parts come in time, the office "
        "added on Monday.\"}",
        false, NULL);

    (void)state;
    assert_int_equal(article->nblocks, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(kind_of_block(article, i), "para");
    assert_true(slice_is(article_headline(article, NULL), "Crane stands still"));
    article_free(article);
}

static const struct {
    const char *line, *kinds;
} clean[] = {
    {"{\"title\": \"Rain\", \"text\": \"It rained.\"}", "para"},
    {"{\"title\": \"Rain\", \"text\": \"It cost $5, said Ida Vik.\"}", "para"},
    {"{\"title\": \"Rain\", \"text\": \"No comment.\\n\\nIt rained\\n\\n“So what?”\"}", "para para para"},
    {"{\"title\": \"Rain\", \"text\": \"\"}", ""},
    {"{\"title\": \"Rain\", \"text\": \"The crane on the quay has not moved since the end of last week, the harbour office says.\\n\\nIt rained"
     "\\n\\nIt did\"}",
     "para para para"},
    {"{\"title\": \"Rain\", \"text\": \"It rained.\\n\\nAdvertisement\\n\\nIt stopped.\"}", "para boiler para"},
    /* furniture that its form gives away: a page after all */
    {"{\"title\": \"Rain\", \"text\": \"The crane on the quay has not moved since the end of last week, the harbour office says.\\n\\nIt may "
     "move again in a month or so, if the parts come in time, the office added on Monday.\\n\\nMost read\\n\\nCrane moves\"}",
     "para para boiler boiler"},
};

static void
test_clean_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(clean); i++) {
        struct article *article = parse(clean[i].line, false, NULL);
        struct text kinds = {0};

        text_puts(&kinds, "");
        for (size_t k = 0; k < article->nblocks; k++)
            text_printf(&kinds, "%s%s", k ? " " : "", kind_of_block(article, k));
        assert_row(strcmp(kinds.v, clean[i].kinds) == 0, "%s: %s", clean[i].line, kinds.v);
        text_free(&kinds);
        article_free(article);
    }
}

static void
test_text_is_what_was_meant(void **state)
{
    struct article *article = parse("{\"text\": \"\\ufeffCaf\\u00e9\\r\\n\\ud83d\\ude00 \\u201cNo\\u201d\\u0007\"}", true, NULL);

    (void)state;
    assert_true(slice_is(slice_of(article->text, article->len), "\xEF\xBB\xBF"
                                                                "Café\r\n😀 “No”\a"));
    article_free(article);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_too_many_tags),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_given_words_in_the_text),
        cmocka_unit_test(test_given_words_not_in_the_text),
        cmocka_unit_test(test_clean_texts),
        cmocka_unit_test(test_text_is_what_was_meant),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
