/* Unit tests of src/index/pack.c and unpack.c: what goes in comes out, and what is damaged is seen or does no harm. */
#include "unit.h"

#include <dirent.h>

#include "fuzz/finds.h"
#include "index/pack.h"
#include "index_make.h"
#include "lede/dump.h"
#include "lede/utf.h"
#include "pack_same.h"

static const struct extract nothing;

/* ---- there and back ------------------------------------------------------------------ */

static bool
same_slice(struct slice a, struct slice b)
{
    return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

/* What lists read of the record is what the article says. */
static void
assert_looks(const char *record, size_t len, const struct article *article, const struct extract *extract)
{
    struct slice got;
    struct pack_counts counts;
    bool made, wanted, named = !span_empty(article->title) || article->nblocks;
    const char *published = pack_published(record, len);
    int64_t mtime_ns;
    uint64_t file_size;

    assert_int_equal(pack_size(record, len), len);
    assert_true(pack_text(record, len, &got));
    assert_true(same_slice(got, slice_of(article->text, article->len)));
    assert_int_equal(pack_headline(record, len, &got, &made), named);
    assert_true(!named || same_slice(got, article_headline(article, &wanted)));
    assert_true(!named || made == wanted);
    assert_int_equal(pack_source(record, len, &got), !span_empty(article->outlet));
    assert_true(span_empty(article->outlet) || same_slice(got, article_source(article)));
    assert_true(published && article->published ? strcmp(published, article->published) == 0 : published == article->published);
    assert_true(pack_file(record, len, &mtime_ns, &file_size));
    assert_true(mtime_ns == article->mtime_ns && file_size == article->file_size);
    assert_true(pack_counts(record, len, &counts));
    assert_true(counts.blocks == article->nblocks && counts.tags == article->ntags && counts.entities == extract->nentities &&
                counts.mentions == extract->nmentions && counts.quotes == extract->nquotes && counts.figures == extract->nfigures);
}

static void
assert_same_rows(const struct article *article, const struct extract *extract, const struct article *back,
                 const struct extract *finds)
{
    struct text row = {0}, row_back = {0};

    dump_article(&row, article, extract);
    dump_article(&row_back, back, finds);
    assert_string_equal(row.v, row_back.v);
    text_free(&row);
    text_free(&row_back);
}

/* A copy at an odd address and not a byte longer: for the sanitizers. */
static char *
exact_copy(const char *bytes, size_t len)
{
    char *copy = mem_alloc(len + 1);

    memcpy(copy + 1, bytes, len);
    return copy;
}

static void
assert_comes_back(const struct article *article, const struct extract *extract)
{
    struct text record = {0}, again = {0};
    struct arena *arena = arena_new();
    struct article *back;
    const struct extract *finds;
    const char *field;
    char *copy;
    size_t row;

    pack_article(&record, article, extract);
    copy = exact_copy(record.v, record.n);
    assert_row(unpack_article(copy + 1, record.n, article->path, arena, &back, &finds), "%s: no record", article->path);
    field = pack_same(article, extract, back, finds, &row);
    assert_row(!field, "%s: another %s (%zu)", article->path, field, row);
    assert_null(back->arena);
    finds_check(back, finds);
    assert_same_rows(article, extract, back, finds);
    assert_looks(copy + 1, record.n, article, extract);
    pack_article(&again, back, finds);
    assert_int_equal(again.n, record.n);
    assert_memory_equal(again.v, record.v, record.n);
    text_free(&record);
    text_free(&again);
    arena_free(arena);
    free(copy);
}

static size_t
try_folder(struct extractor *extractor, const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    size_t n = 0;

    assert_row(dir, "%s: no folder", folder);
    while ((entry = readdir(dir))) {
        const char *dot = strrchr(entry->d_name, '.');
        char path[4096];
        struct article *article;

        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (!dot || (strcmp(dot, ".txt") != 0 && strcmp(dot, ".page") != 0) || !(article = article_load(path, NULL, NULL)))
            continue;
        assert_comes_back(article, extract_article(extractor, article));
        article_free(article);
        n++;
    }
    closedir(dir);
    return n;
}

static void
articles_come_back(void **state)
{
    static const char *const folders[] = {"articles", "tests/data/pasted", "tests/data/screen", "tests/data/speech",
                                          "tests/fuzz/seeds"};
    const char *srcdir = getenv("LEDE_SRCDIR");
    struct extractor *extractor = extractor_new();

    (void)state;
    for (size_t i = 0; i < COUNT(folders); i++) {
        char folder[4096];

        (void)snprintf(folder, sizeof folder, "%s/%s", srcdir ? srcdir : ".", folders[i]);
        assert_row(try_folder(extractor, folder) > 0, "%s: no article", folder);
    }
    extractor_free(extractor);
}

static void
other_articles_come_back(void **state)
{
    const char *folder = getenv("LEDE_MORE_ARTICLES");
    struct extractor *extractor;

    (void)state;
    if (!folder) {
        print_message("skip - LEDE_MORE_ARTICLES names no folder\n");
        skip();
    }
    extractor = extractor_new();
    print_message("%zu articles of %s\n", try_folder(extractor, folder), folder);
    extractor_free(extractor);
}

#define BYTES(literal) {literal, sizeof(literal) - 1}

static void
any_bytes_come_back(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
    } files[] = {
        BYTES(""),
        BYTES(" \n\t\n"),
        BYTES("\xEF\xBB\xBF"),
        BYTES("x"),
        BYTES("Price rises by \xA3" "5 \x96 again.\n"),               /* windows-1252 */
        BYTES("Price rises by \xA3" "5 \x81 again.\n"),               /* neither: repaired */
        BYTES("Title: Ferry late\nTags: ferries, tides\nDate: 14 January 2026\n\n$3m for \xE2\x80\x9Cthe quay\xE2\x80\x9D, said Ida Vik.\n"),
        BYTES("99999999999999999999 99999999999999999999.9 0.000000000000000000001 -5% 1e400 10\xE2\x80\x93" "12 ships, 1/3 of 2 km\n"),
    };
    struct extractor *extractor = extractor_new();

    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct article *article = article_parse("some/file.txt", files[i].bytes, files[i].len, NULL, NULL);

        assert_row(article, "%zu: no article", i);
        assert_comes_back(article, extract_article(extractor, article));
        assert_comes_back(article, &nothing);
        article_free(article);
    }
    extractor_free(extractor);
}

/* What is given beside the text stands behind it. */
static void
lines_come_back(void **state)
{
    static const char *const lines[] = {
        "{\"text\": \"\"}",
        "{\"text\": \"Ferry late\", \"title\": \"Late\"}",
        "{\"id\": 17, \"text\": \"The ferry was 3 hours late.\\n\\nIda Vik said it was tired.\\n\", \"title\": \" Tr\u00e6t \", "
        "\"tags\": [\"quays\", \"\", \" tides \"], \"published\": \"2026-01-14\", \"byline\": \"Bo Lund\", \"outlet\": \"Quay Gazette\", "
        "\"standfirst\": \"Again.\", \"url\": \"https://example.org/1\"}",
        "{\"path\": \"a/b\", \"url\": \"x\", \"text\": \"Title: Ferry late\\n\\n40% were.\"}",
        "{\"outlet\": \"Quay Gazette  \", \"text\": \"40% were.\"}",
    };
    struct extractor *extractor = extractor_new();

    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct article *article = article_parse_json("some.jsonl:7", lines[i], strlen(lines[i]), NULL, NULL);

        assert_row(article, "%zu: no article", i);
        assert_comes_back(article, extract_article(extractor, article));
        article_free(article);
    }
    extractor_free(extractor);
}

/* ---- fields that articles seldom have ---------------------------------------------------- */

#define WORDS "one two three four five six"
static const struct span word[] = {{0, 3}, {4, 7}, {8, 13}, {14, 18}, {19, 23}, {24, 27}};
static const struct block one_block = {.span = {0, 27}, .words = {4, 23}, .kind = BLOCK_PARA};
static const struct article plain = {.path = "a/b.txt", .text = WORDS, .len = sizeof WORDS - 1, .encoding = "utf-8",
                                     .blocks = &one_block, .nblocks = 1};
static const struct entity somebody = {.name = "Ida Vik"};

static void
meta_comes_back(void **state)
{
    static const struct span tags[] = {{24, 27}, {0, 3}, {27, 27}, {0, 27}};
    struct article article = plain;

    (void)state;
    article.encoding = "windows-1252";
    article.repaired = true;
    article.path_kind = PATH_NUMBER;
    article.title = word[1];
    article.standfirst = word[2];
    article.byline = word[0];
    article.outlet = word[5];
    article.url = (struct span){27, 27};
    article.published = "2026-01-14T17:07";
    article.seen_on = "2026-01";
    article.tags = tags;
    article.ntags = COUNT(tags);
    article.mtime_ns = INT64_MIN;
    article.file_size = UINT64_MAX;
    assert_comes_back(&article, &nothing);
    article.seen_on = article.published; /* the same string */
    article.mtime_ns = INT64_MAX;
    assert_comes_back(&article, &nothing);
}

static void
blocks_come_back(void **state)
{
    struct block blocks[BLOCK_KINDS];
    struct article article = plain;
    char text[2 * BLOCK_KINDS];

    (void)state;
    for (uint32_t i = 0; i < BLOCK_KINDS; i++) {
        memcpy(text + 2 * i, "a\n", 2);
        blocks[i] = (struct block){{2 * i, 2 * i + 1}, {2 * i + i % 2, 2 * i + 1}, (enum block_kind)i, i % 3 == 0};
    }
    text[sizeof text - 1] = '\0';
    article.text = text;
    article.len = sizeof text - 1;
    article.blocks = blocks;
    article.nblocks = BLOCK_KINDS;
    assert_comes_back(&article, &nothing);
}

static void
entities_come_back(void **state)
{
    struct entity entities[48];
    struct mention mentions[96];
    const struct extract extract = {.entities = entities, .nentities = COUNT(entities), .mentions = mentions,
                                    .nmentions = COUNT(mentions)};
    char names[COUNT(entities)][16];

    (void)state;
    for (unsigned i = 0; i < COUNT(entities); i++) {
        (void)snprintf(names[i], sizeof names[i], "N\xC3\xB8 %u", i / 2); /* each name twice */
        entities[i] = (struct entity){(enum entity_kind)(i % 4), (enum gender)(i % 3), i % 5 == 0, i % 7 == 0, names[i],
                                      i % 2 ? "Prime Minister" : NULL, word[i % 6], word[(i + 3) % 6], word[(i + 1) % 6]};
        if (i % 11 == 0)
            entities[i].role = entities[i].first = (struct span){0, 0};
        if (i % 13 == 0)
            entities[i].title = "";
    }
    for (uint32_t i = 0; i < COUNT(mentions); i++)
        mentions[i] = (struct mention){word[i / 16], (i * 31) % COUNT(entities), i % 3 == 0};
    assert_comes_back(&plain, &extract);
}

static void
quotes_come_back(void **state)
{
    static const float trusts[] = {0, 1, 1, 0.97f, 0.97f, 1.0f / 3, 0, 1e-38f};
    struct entity entities[300];
    struct quote quotes[FOUND_KINDS * QUOTE_KINDS];
    const struct extract extract = {.entities = entities, .nentities = COUNT(entities), .quotes = quotes,
                                    .nquotes = COUNT(quotes)};

    (void)state;
    for (size_t i = 0; i < COUNT(entities); i++)
        entities[i] = somebody;
    for (uint32_t i = 0; i < COUNT(quotes); i++) {
        quotes[i] = (struct quote){
            .span = {i / 2, i % 2 ? 20 : 21}, /* of those that begin together the longest first */
            .speaker = i % 3 ? word[i % 6] : (struct span){0, 0},
            .cue = i % 5 ? word[(i + 2) % 6] : (struct span){0, 0},
            .kind = (enum quote_kind)(i % QUOTE_KINDS),
            .found = (enum quote_found)(i / QUOTE_KINDS),
            .confidence = trusts[i % COUNT(trusts)],
            .speakers = {299, 0, 128, 127},
            .nspeakers = (uint8_t)(i % 5),
            .utterance = (i * 13) % (uint32_t)COUNT(quotes),
            .repeats = ROW_NONE,
        };
        if (quotes[i].found == FOUND_UNKNOWN)
            quotes[i].nspeakers = 0;
        if (quotes[i].kind == QUOTE_PULL && i % 2)
            quotes[i].repeats = i - 1;
    }
    assert_comes_back(&plain, &extract);
}

static void
figures_come_back(void **state)
{
    static const struct decimal values[] = {
        {0, 0}, {1, 0}, {-1, 0}, {5, -1}, {8, 10}, {999999999999999999, 400}, {-999999999999999999, -400}, {INT64_MAX, 0},
        {INT64_MIN + 1, 0}, {123456789012345678, -18}, {64, 0}, {-64, 0}, {-65, 0},
    };
    static const char *const units[] = {NULL, "%", "USD", "µm", "", "percentage point", "ship", "%"};
    enum { N = 13 * 8 };
    char text[2 * N];
    const struct block block = {{0, sizeof text - 1}, {0, sizeof text - 1}, BLOCK_PARA, false};
    const struct block blocks[] = {block};
    const struct quote quote = {.span = {20, 60}, .kind = QUOTE_DIRECT, .repeats = ROW_NONE, .found = FOUND_UNKNOWN};
    struct article article = plain;
    struct figure figures[N];
    const struct extract extract = {.quotes = &quote, .nquotes = 1, .figures = figures, .nfigures = N};

    (void)state;
    memset(text, '7', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    article.text = text;
    article.len = sizeof text - 1;
    article.blocks = blocks;
    for (uint32_t i = 0; i < N; i++) {
        const struct span at = {2 * i, 2 * i + 1}, before = {i, i + 1}, behind = {2 * i + 1, 2 * i + 1};

        figures[i] = (struct figure){
            at, (enum figure_kind)(i % FIGURE_KINDS), i % 4 != 0, i % 4 == 3, values[i % COUNT(values)],
            i % 4 == 3 ? values[(i + 5) % COUNT(values)] : values[0], i % FIGURE_KINDS == FIGURE_DATE ? "--01-13" : NULL,
            units[i % COUNT(units)], (enum hedge)(i % HEDGES), i % 2 ? before : (struct span){0, 0}, (enum trend)(i % TRENDS),
            i % 3 ? behind : (struct span){0, 0}, i % 5 ? before : (struct span){0, 0},
            span_holds(quote.span, at) ? 0 : ROW_NONE, i % 6 == 5 ? i / 2 : ROW_NONE, i % 6 == 4 && i + 20 < N ? i + 20 : 0, 0,
        };
    }
    assert_comes_back(&article, &extract);
}

/* ---- damage ---------------------------------------------------------------------------------- */

/* Whatever these bytes are: nothing is read beyond them, and what comes of them holds together. */
static bool
assert_harmless(const char *record, size_t len)
{
    struct arena *arena = arena_new();
    struct article *article;
    const struct extract *extract;
    struct slice slice;
    struct pack_counts counts;
    int64_t mtime_ns;
    uint64_t file_size;
    bool made, is = unpack_article(record, len, "damaged.txt", arena, &article, &extract);
    const char *published = pack_published(record, len);

    if (is) {
        finds_check(article, extract);
        assert_same_rows(article, extract, article, extract);
    }
    assert_true(pack_size(record, len) <= len);
    assert_true(!pack_headline(record, len, &slice, &made) || (slice.len > 0 && utf_valid(slice.at, slice.len, NULL)));
    assert_true(!pack_source(record, len, &slice) || (slice.len > 0 && utf_valid(slice.at, slice.len, NULL)));
    assert_true(!pack_text(record, len, &slice) || slice.at[slice.len] == '\0');
    assert_true(!published || utf_valid(published, strlen(published), NULL));
    (void)pack_file(record, len, &mtime_ns, &file_size);
    (void)pack_counts(record, len, &counts);
    arena_free(arena);
    return is;
}

static const char hurt[] = "Title: Ferry late\nOutlet: Quay Gazette\nTags: ferries, tides\nDate: 14 January 2026\n\n"
                           "“We lost $3m, perhaps 40%,” said Ida Vik, a pilot, on 3 May. “It hurts.”\n\n"
                           "She said that between 10 and 12 ships waited. Bo Lund, of the Quay Society, did not.\n";

static void
pack_hurt(struct text *record)
{
    struct article *article = article_parse("hurt.txt", hurt, sizeof hurt - 1, NULL, NULL);
    struct extractor *extractor = extractor_new();
    const struct extract *extract = extract_article(extractor, article);

    assert_true(extract->nquotes > 1 && extract->nfigures > 3 && extract->nmentions > 2 && article->ntags == 2);
    pack_article(record, article, extract);
    extractor_free(extractor);
    article_free(article);
}

static void
truncated_records(void **state)
{
    struct text record = {0};

    (void)state;
    pack_hurt(&record);
    for (size_t len = 0; len < record.n; len++) {
        char *copy = exact_copy(record.v, len);

        assert_row(!assert_harmless(copy + 1, len), "%zu of %zu bytes are a record", len, record.n);
        free(copy);
    }
    text_free(&record);
}

static void
changed_bytes(void **state)
{
    struct text record = {0};
    size_t refused = 0, tried = 0;
    char *copy;

    (void)state;
    pack_hurt(&record);
    copy = exact_copy(record.v, record.n);
    for (size_t i = 0; i < record.n; i++)
        for (int bit = 0; bit < 9; bit++, tried++) {
            copy[1 + i] = (char)(bit < 8 ? record.v[i] ^ 1 << bit : ~record.v[i]);
            refused += !assert_harmless(copy + 1, record.n);
            copy[1 + i] = record.v[i];
        }
    assert_true(assert_harmless(copy + 1, record.n));
    assert_true(refused > 0 && refused < tried);
    free(copy);
    text_free(&record);
}

/* Numbers that are too large, too long, or longer than need be, at each place where one may stand. */
static void
changed_numbers(void **state)
{
    static const char *const numbers[] = {"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", "\xFF\xFF\xFF\xFF\x0F", "\xFF\xFF\x7F", "\x80\x01",
                                          "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"};
    struct text record = {0};
    char *copy;

    (void)state;
    pack_hurt(&record);
    copy = exact_copy(record.v, record.n);
    for (size_t i = sizeof hurt; i < record.n; i++)
        for (size_t k = 0; k < COUNT(numbers); k++) {
            size_t len = strlen(numbers[k]), room = record.n - i < len ? record.n - i : len;

            memcpy(copy + 1 + i, numbers[k], room);
            (void)assert_harmless(copy + 1, record.n);
            memcpy(copy + 1 + i, record.v + i, room);
        }
    free(copy);
    text_free(&record);
}

/* Sizes, places and counts of the head, each as large as can be: refused, without asking for memory first. */
static void
absurd_counts(void **state)
{
    struct text record = {0};
    char *copy;

    (void)state;
    pack_hurt(&record);
    copy = exact_copy(record.v, record.n);
    for (size_t i = 0; i + 4 <= record.n - sizeof hurt; i += 4)
        for (uint32_t n = 0; n < 4; n++) {
            static const uint32_t absurd[] = {UINT32_MAX, INT32_MAX, UINT32_MAX / 8, 100000};
            struct arena *arena = arena_new();
            struct article *article;
            const struct extract *extract;

            memcpy(copy + 1 + i, &absurd[n], 4);
            (void)assert_harmless(copy + 1, record.n);
            (void)unpack_article(copy + 1, record.n, "damaged.txt", arena, &article, &extract);
            assert_in_range(arena_used(arena), 0, 100 * record.n);
            memcpy(copy + 1 + i, record.v + i, 4);
            arena_free(arena);
        }
    free(copy);
    text_free(&record);
}

/* What cannot be unpacked is an article without words, but with all its rows: ids stay what they are. */
static void
refused_record(void **state)
{
    struct make make = {0};
    const struct extract *extract;
    uint32_t id, ida;

    (void)state;
    make_article(&make, "a.txt", "Ida Vik said 3 ships and 40% of 5 boats were late.");
    ida = make_entity(&make, ENTITY_PERSON, "Ida Vik");
    make_quote(&make, QUOTE_INDIRECT, "3 ships", ida, 7000); /* there are not so many utterances */
    make_quote(&make, QUOTE_DIRECT, "were late", ida, 0);
    make_figure(&make, FIGURE_COUNT, "3 ships", 0);
    make_figure(&make, FIGURE_PERCENT, "40%", ROW_NONE);
    id = make_done(&make);
    extract = index_extract(make.index, id);
    assert_int_equal(extract->nentities, 1);
    assert_int_equal(extract->nquotes, 2);
    assert_int_equal(extract->nfigures, 2);
    assert_non_null(extract->entities[0].name);
    finds_check(index_article(make.index, id), extract);
    make_free(&make);
}

/* ---- several --------------------------------------------------------------------------------- */

static void
records_in_a_row(void **state)
{
    struct text records = {0};
    size_t at = 0, n = 0;

    (void)state;
    for (int i = 0; i < 3; i++)
        pack_hurt(&records);
    while (at < records.n) {
        size_t size = pack_size(records.v + at, records.n - at);

        assert_true(size > 0);
        assert_true(assert_harmless(records.v + at, records.n - at)); /* what stands behind is left alone */
        assert_true(at == 0 || memcmp(records.v, records.v + at, size) == 0);
        at += size;
        n++;
    }
    assert_int_equal(at, records.n);
    assert_int_equal(n, 3);
    text_free(&records);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles_come_back), cmocka_unit_test(other_articles_come_back), cmocka_unit_test(any_bytes_come_back),
        cmocka_unit_test(lines_come_back),    cmocka_unit_test(meta_comes_back),          cmocka_unit_test(blocks_come_back),
        cmocka_unit_test(entities_come_back), cmocka_unit_test(quotes_come_back),         cmocka_unit_test(figures_come_back),
        cmocka_unit_test(truncated_records),  cmocka_unit_test(changed_bytes),            cmocka_unit_test(absurd_counts),
        cmocka_unit_test(changed_numbers),    cmocka_unit_test(refused_record),           cmocka_unit_test(records_in_a_row),
    };

    return cmocka_run_group_tests_name("index_pack", tests, NULL, NULL);
}
