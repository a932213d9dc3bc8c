/*
 * The extractor against articles of our own with their answers: what it finds may only become more. A file of tests/data/speech
 * holds the text, a line "====", and a line "kind<TAB>speaker<TAB>words" for each quotation; "?" is nobody.
 */
#include "speech_found.h"

/* What was reached when this was last raised: of the rows that the file asks for, and rows beyond them. */
struct goal {
    const char *file;
    unsigned rows, found, right, extra;
};

static const struct goal goals[] = {
#include "speech_goals.h"
};

struct fixture {
    struct found found;
    char *bytes;
    const char *answers;
};

static struct fixture
fixture_load(const char *file)
{
    const char *folder = getenv("LEDE_SRCDIR");
    struct fixture fixture;
    char path[4096], *end;
    FILE *in;
    size_t n;

    snprintf(path, sizeof path, "%s/tests/data/speech/%s", folder ? folder : ".", file);
    in = fopen(path, "rb");
    assert_row(in != NULL, "%s: cannot be opened", path);
    fixture.bytes = mem_zero(1, 1 << 16);
    n = fread(fixture.bytes, 1, (1 << 16) - 1, in);
    fclose(in);
    assert_true(n > 0);
    end = strstr(fixture.bytes, "\n====\n");
    assert_row(end != NULL, "%s: has no answers", path);
    fixture.answers = end + strlen("\n====\n");
    fixture.found = find(fixture.bytes, (size_t)(end + 1 - fixture.bytes));
    return fixture;
}

static void
fixture_free(struct fixture *fixture)
{
    found_free(&fixture->found);
    mem_free(fixture->bytes);
}

/* The row that has these words, or NULL. */
static const struct quote *
row_of(const struct fixture *fixture, struct slice words)
{
    for (size_t i = 0; i < fixture->found.finds.quotes.n; i++)
        if (fixture->found.finds.quotes.v[i].kind != QUOTE_SCARE &&
            slice_equal(article_slice(fixture->found.article, fixture->found.finds.quotes.v[i].span), words))
            return &fixture->found.finds.quotes.v[i];
    return NULL;
}

static struct goal
score(struct fixture *fixture, const char *file, bool show)
{
    struct goal got = {.file = file};
    unsigned listed = 0;

    for (const char *at = fixture->answers; *at;) {
        const char *end = strchr(at, '\n'), *speaker = strchr(at, '\t') + 1, *words = strchr(speaker, '\t') + 1;
        const struct quote *quote = row_of(fixture, slice_of(words, (size_t)(end - words)));
        struct text name = {0};

        got.rows++;
        if (quote) {
            print_speakers(&name, &fixture->found, quote);
            got.found++;
            got.right += slice_equal(slice_of(name.v, name.n), slice_of(speaker, (size_t)(words - 1 - speaker)));
        }
        if (show && (!quote || !slice_equal(slice_of(name.v, name.n), slice_of(speaker, (size_t)(words - 1 - speaker)))))
            print_message("%s: %.*s [%s]\n", file, (int)(end - at), at, quote ? name.v : "not found");
        text_free(&name);
        at = end + 1;
    }
    for (size_t i = 0; i < fixture->found.finds.quotes.n; i++)
        listed += fixture->found.finds.quotes.v[i].kind != QUOTE_SCARE;
    got.extra = listed - got.found;
    return got;
}

static void
test_scores_do_not_fall(void **state)
{
    bool show = getenv("SPEECH_SHOW") != NULL;

    (void)state;
    for (size_t i = 0; i < COUNT(goals); i++) {
        struct fixture fixture = fixture_load(goals[i].file);
        struct goal got = score(&fixture, goals[i].file, show);

        if (show)
            print_message("    {\"%s\", %u, %u, %u, %u},\n", got.file, got.rows, got.found, got.right, got.extra);
        assert_row(got.rows == goals[i].rows, "%s: %u rows", got.file, got.rows);
        if (!show)
            assert_row(got.found >= goals[i].found && got.right >= goals[i].right && got.extra <= goals[i].extra,
                       "%s: found %u of %u, right %u, extra %u; SPEECH_SHOW=1 says which", got.file, got.found, got.rows, got.right, got.extra);
        fixture_free(&fixture);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_scores_do_not_fall)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
