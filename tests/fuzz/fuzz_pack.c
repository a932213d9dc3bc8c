/*
 * Records of articles, whole and damaged: what is packed comes back as it was, and any bytes that are taken for a record make an
 * article that can be printed, indexed and packed again. An input is one of these:
 *
 *     text, or a line of JSON           an article; its record is damaged in some places that the text decides
 *     \2 N (PLACE PLACE BYTE)*N text    its record is damaged in these
 *     \1 bytes                          a record, perhaps
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "finds.h"
#include "index/pack.h"
#include "lede/dump.h"
#include "lede/utf.h"
#include "unit/pack_same.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FUZZ_RECORD = 1, FUZZ_EDITS = 2, FUZZ_DAMAGES = 24 };

/* Its own memory, not a byte longer: reads beyond the end are seen. */
struct bytes {
    char *v;
    size_t n;
};

static struct bytes
fuzz_bytes(const void *from, size_t n)
{
    struct bytes bytes = {mem_alloc(n), n};

    if (n)
        memcpy(bytes.v, from, n);
    return bytes;
}

static void
check_same(const struct article *article, const struct extract *extract, const struct article *back, const struct extract *finds)
{
    size_t row;
    const char *field = pack_same(article, extract, back, finds, &row);

    if (field) {
        fprintf(stderr, "another %s (%zu)\n", field, row);
        abort();
    }
}

/* There and back. */
static struct bytes
check_returns(const struct article *article, const struct extract *extract)
{
    struct arena *arena = arena_new();
    struct text record = {0};
    struct article *back;
    const struct extract *finds;
    struct bytes bytes;

    pack_article(&record, article, extract);
    bytes = fuzz_bytes(record.v, record.n);
    text_free(&record);
    CHECK(pack_size(bytes.v, bytes.n) == bytes.n);
    CHECK(unpack_article(bytes.v, bytes.n, article->path, arena, &back, &finds));
    check_same(article, extract, back, finds);
    arena_free(arena);
    return bytes;
}

static void
check_looks(struct bytes record)
{
    struct slice slice;
    struct pack_counts counts;
    int64_t mtime_ns;
    uint64_t file_size;
    bool made;
    const char *published = pack_published(record.v, record.n);

    CHECK(pack_size(record.v, record.n) <= record.n);
    CHECK(!pack_headline(record.v, record.n, &slice, &made) || (slice.len > 0 && utf_valid(slice.at, slice.len, NULL)));
    CHECK(!pack_source(record.v, record.n, &slice) || (slice.len > 0 && utf_valid(slice.at, slice.len, NULL)));
    CHECK(!pack_text(record.v, record.n, &slice) || slice.at[slice.len] == '\0');
    CHECK(!published || utf_valid(published, strlen(published), NULL));
    CHECK(pack_file(record.v, record.n, &mtime_ns, &file_size) == pack_counts(record.v, record.n, &counts));
}

/* What is read without unpacking, of any bytes; of those that can be unpacked it is the same. */
static void
check_places(struct bytes record, const struct article *article, const struct extract *extract)
{
    struct pack_places places = {0};
    bool read = pack_places(record.v, record.n, &places);

    for (size_t i = 0; i < places.figures.n; i++)
        CHECK(places.figures.v[i].block < places.blocks.n);
    if (article) {
        CHECK(read && places.blocks.n == article->nblocks && places.figures.n == extract->nfigures);
        for (size_t i = 0; i < places.blocks.n; i++)
            CHECK(memcmp(&places.blocks.v[i], &article->blocks[i].words, sizeof places.blocks.v[i]) == 0);
        for (size_t i = 0; i < places.figures.n; i++) {
            const struct pack_figure *a = &places.figures.v[i];
            const struct figure *b = &extract->figures[i];

            CHECK(a->span.start == b->span.start && a->span.end == b->span.end && a->block == b->block && a->quote == b->quote &&
                  a->same_as == b->same_as && a->fuller == b->fuller);
        }
    }
    pack_places_free(&places);
}

/* Takes the article over. */
static void
check_index(struct article *article, const struct extract *extract)
{
    struct index *index = index_new();
    struct ids ids = {0};

    CHECK(index_add(index, article, extract) == 0);
    filter_quotes(index, &FILTER_ALL, &ids);
    filter_figures(index, &FILTER_ALL, &ids);
    index_speakers_list(index, "", &ids);
    for (size_t i = 0; i < ids.n; i++) {
        struct speaker speaker;

        index_speaker(index, ids.v[i], &speaker);
    }
    vec_free(&ids);
    index_free(index);
}

static void
check_any(struct bytes record)
{
    struct arena *arena = arena_new();
    struct text row = {0};
    struct article *article;
    const struct extract *extract;

    check_looks(record);
    if (!unpack_article(record.v, record.n, "fuzz.txt", arena, &article, &extract)) {
        check_places(record, NULL, NULL);
        arena_free(arena);
        return;
    }
    check_places(record, article, extract);
    finds_check(article, extract);
    mem_free(check_returns(article, extract).v);
    dump_article(&row, article, extract);
    CHECK(utf_valid(row.v, row.n, NULL));
    text_free(&row);
    article->arena = arena;
    check_index(article, extract);
}

/* xorshift64*, Vigna 2016 */
static uint32_t
fuzz_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (uint32_t)(*state * UINT64_C(2685821657736338717) >> 32);
}

/* Mostly not in the text: that is the most of a record, and the least of what can go wrong. */
static void
fuzz_damage(struct bytes record, uint64_t *state)
{
    uint32_t random = fuzz_random(state), value = fuzz_random(state);
    struct slice text = slice_of(record.v, 0);
    size_t at;

    if (random % 8)
        (void)pack_text(record.v, record.n, &text);
    at = random / 8 % (record.n - text.len);
    at += at >= (size_t)(text.at - record.v) ? text.len : 0;
    record.v[at] = (char)(value & 1 ? record.v[at] ^ 1 << (value >> 1) % 8 : (int)(value >> 8 & 0xFF));
}

/* Each time in other places; every fourth time the record ends early. */
static void
check_damages(struct bytes record, const uint8_t *data, size_t size)
{
    uint64_t state = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < size; i++)
        state = (state ^ data[i]) * UINT64_C(1099511628211); /* FNV-1a */
    state |= 1;
    for (int i = 0; i < FUZZ_DAMAGES; i++) {
        struct bytes copy = fuzz_bytes(record.v, i % 4 ? record.n : 1 + fuzz_random(&state) % record.n);

        for (uint32_t n = 1 + fuzz_random(&state) % 3; n > 0; n--)
            fuzz_damage(copy, &state);
        check_any(copy);
        mem_free(copy.v);
    }
}

static void
check_text(struct extractor *extractor, const uint8_t *data, size_t size)
{
    const uint8_t *edits = data + 2;
    size_t nedits = size > 1 && data[0] == FUZZ_EDITS && (size - 2) / 3 >= data[1] ? data[1] : 0;
    size_t skip = nedits ? 2 + 3 * nedits : 0;
    const char *text = (const char *)data + skip;
    struct article *article = size > skip && *text == '{' ? article_parse_json("fuzz.jsonl:1", text, size - skip, NULL, NULL)
                                                          : article_parse("fuzz.txt", text, size - skip, NULL, NULL);
    struct bytes record;

    if (!article)
        return;
    record = check_returns(article, extract_article(extractor, article));
    check_damages(record, data, size);
    for (size_t i = 0; i < nedits; i++)
        record.v[((size_t)edits[3 * i] << 8 | edits[3 * i + 1]) % record.n] = (char)edits[3 * i + 2];
    check_any(record);
    mem_free(record.v);
    article_free(article);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct extractor *extractor;

    if (size > 0 && data[0] == FUZZ_RECORD) {
        struct bytes record = fuzz_bytes(data + 1, size - 1);

        check_any(record);
        mem_free(record.v);
        return 0;
    }
    extractor = extractor_new();
    check_text(extractor, data, size);
    extractor_free(extractor);
    return 0;
}
