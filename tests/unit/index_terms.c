/* Unit tests of src/index/terms*.c and postings.c, against a search that reads every text anew. */
#include "unit.h"

#include <unistd.h>

#include "index/query.h"
#include "index/terms.h"
#include "lede/utf.h"

/* ---- a section, written to a file and read back into a block of just its size ------------------ */

static char *
written(const struct terms *terms, size_t *len)
{
    FILE *file = tmpfile();
    struct writer writer;
    char *bytes;

    assert_non_null(file);
    writer_open(&writer, fileno(file));
    writer_put(&writer, "\1\2\3", 3); /* it need not be the first of the file */
    writer_align(&writer, 8);
    terms_write(terms, &writer);
    assert_true(writer_flush(&writer));
    assert_int_equal(writer.at % 8, 0);
    *len = (size_t)writer.at - 8;
    bytes = mem_alloc(*len);
    assert_int_equal(pread(fileno(file), bytes, *len, 8), (ssize_t)*len);
    writer_close(&writer);
    (void)fclose(file);
    return bytes;
}

/* ---- invented texts ------------------------------------------------------------------------- */

static const char *const pieces[] = {
    "crane", "Crane", "CRANES", "cran", "c", "harbour", "Québec", "QUÉBEC", "quebec", "Straße", "strasse", "naïve", "Łódź", "ﬁn", "½",
    "O’Brien", "o'brien", "C-47", "4,500", "€205m", "№5", "x²", "中文", "中", "日本語", "Σίσυφος", "Мост", "йод", "l’été", "été",
    "so\xC2\xAD" "ft", "a\xCC\x81", "zero\xE2\x80\x8Bwidth", "\x01", "ab\x02" "cd", "\x7F", "İ", "ŉ", "…", "•", "\xE2\x80\xA8", "😀",
    "\xEF\xB7\xBA", "eightlet", "ninelette", "sixteenletterrs1", "seventeenletters2",
    "pneumonoultramicroscopicsilicovolcanoconiosisesan", "pneumonoultramicroscopicsilicovolcanoconiosises",
    "pneumonoultramicroscopicsilicovolcanoconiosises",  "pneumonoultramicroscopicsilicovolcanoconiosisé",
    "pneumonoultramicroscopicsilicovolcanoconiosisesandthenméré", "pneumonoultramicroscopicsilicovolcanoconiosisesandthen’s",
    "世界世界世界世界世界世界世界世界世界世界世界世界",
};

static const char *const gaps[] = {
    " ", " ", " ", ", ", ". ", "\n", "-", "–", "’", " “", "” ", "'", "\xC2\xA0", "", "", "/", "\t", "@", "[", "`", "{", "«", "\xE2\x80\x89",
};

static uint32_t
chance(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* A text of some pieces, in blocks; a cut may fall within a character, furniture is among them. */
struct invented {
    struct article article;
    struct text text;
    struct block blocks[4];
};

static void
invent(struct invented *invented, uint32_t *seed, uint32_t npieces)
{
    struct text *text = &invented->text;
    uint32_t from = 0;

    *invented = (struct invented){.text = {0}};
    text_puts(text, "");
    for (uint32_t n = chance(seed, npieces); n > 0; n--) {
        static const uint32_t ranges[] = {0x80, 0x400, 0x2100, 0x1F800};
        char any[4];

        text_puts(text, pieces[chance(seed, COUNT(pieces))]);
        if (chance(seed, 4) == 0) {
            text_add(text, any, (size_t)utf_encode(0x80 + chance(seed, ranges[chance(seed, COUNT(ranges))]), any));
            continue;
        }
        text_puts(text, gaps[chance(seed, COUNT(gaps))]);
    }
    for (size_t i = 0; i < COUNT(invented->blocks); i++) {
        uint32_t to = i + 1 < COUNT(invented->blocks) ? from + chance(seed, (uint32_t)text->n - from + 1) : (uint32_t)text->n;

        invented->blocks[i] = (struct block){.words = {from, to}, .kind = i == 1 ? BLOCK_BOILER : BLOCK_PARA};
        from = to;
    }
    invented->article = (struct article){
        .text = text->v, .len = (uint32_t)text->n, .blocks = invented->blocks, .nblocks = COUNT(invented->blocks)};
}

/* The words of an article, cut by the rule alone. */
VEC_TYPE(word_list, char *);

static void
cut(struct word_list *words, const char *folded)
{
    char word[TERM_MAX + 1];
    size_t len = strlen(folded), n = 0;

    for (size_t at = 0;;) {
        uint32_t cp = 0;
        int step = at < len ? utf_decode(folded + at, len - at, &cp) : 0;
        bool is_part = step && utf_is_alnum(cp);

        for (int i = 0; is_part && i < step; i++)
            if (n < TERM_MAX)
                word[n++] = folded[at + (size_t)i];
        if (!is_part && n > 0) {
            word[n] = '\0';
            vec_push(words, strcpy(mem_alloc(n + 1), word));
            n = 0;
        }
        if (!step)
            return;
        at += (size_t)step;
    }
}

static struct word_list
words_of(const struct article *article)
{
    struct word_list words = {0};
    struct text folded = {0};

    for (size_t i = 0; i < article->nblocks; i++) {
        struct slice s = article_slice(article, article->blocks[i].words);

        folded.n = 0;
        utf_fold(&folded, s.at, s.len);
        if (article->blocks[i].kind != BLOCK_BOILER)
            cut(&words, folded.v);
    }
    text_free(&folded);
    return words;
}

static void
words_free(struct word_list *words)
{
    for (size_t i = 0; i < words->n; i++)
        mem_free(words->v[i]);
    vec_free(words);
}

static bool
words_have(const struct word_list *words, const char *word, bool prefix)
{
    for (size_t i = 0; i < words->n; i++)
        if (prefix ? strncmp(words->v[i], word, strlen(word)) == 0 : strcmp(words->v[i], word) == 0)
            return true;
    return false;
}

/* ---- what is asked, and what is answered ------------------------------------------------------ */

static void
answers(const struct terms *terms, const struct word_list *articles, size_t n, const char *word, const char *form)
{
    struct ids ids = {0};

    for (int prefix = 0; prefix < 2; prefix++) {
        size_t at = 0;

        if (prefix)
            terms_find_prefix(terms, slice_str(word), &ids);
        else
            terms_find_word(terms, slice_str(word), &ids);
        for (uint32_t id = 0; id < n; id++)
            if (words_have(&articles[id], word, prefix)) {
                assert_row(at < ids.n && ids.v[at] == id, "%s: '%s' of %u not found", form, word, (unsigned)id);
                at++;
            }
        assert_row(at == ids.n, "%s: '%s' found too often", form, word);
        if (!prefix)
            assert_row(terms_count_word(terms, slice_str(word)) == at, "%s: '%s' counted wrong", form, word);
    }
    vec_free(&ids);
}

/* Each word of each article, and each beginning of it. */
static void
answers_all(const struct terms *terms, const struct word_list *articles, size_t n, const char *form)
{
    struct word_list asked = {0};

    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < articles[i].n; k++) {
            char word[TERM_MAX + 1];

            (void)strcpy(word, articles[i].v[k]);
            for (size_t len = strlen(word); len > 0; word[--len] = '\0')
                if (!words_have(&asked, word, false)) {
                    vec_push(&asked, strcpy(mem_alloc(len + 1), word));
                    answers(terms, articles, n, word, form);
                }
        }
    answers(terms, articles, n, "nowhere", form);
    answers(terms, articles, n, "zzz", form);
    words_free(&asked);
}

static void
test_words_are_those_of_the_folded_text(void **state)
{
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct invented invented;
        struct word_list words;
        struct text out = {0};
        size_t at = 0, distinct = 0;

        invent(&invented, &seed, round % 100 ? 24 : 3000);
        words = words_of(&invented.article);
        text_puts(&out, "kept");
        terms_collect(&out, &invented.article);
        assert_memory_equal(out.v, "kept", 4);
        for (at = 4; at < out.n; distinct++) {
            uint32_t hash;
            size_t len = (unsigned char)out.v[at + 4];
            char word[TERM_MAX + 1];

            assert_true(len > 0 && len <= TERM_MAX && at + TERM_RECORD + len <= out.n);
            memcpy(&hash, out.v + at, sizeof hash);
            memcpy(word, out.v + at + TERM_RECORD, len);
            word[len] = '\0';
            assert_int_equal(hash, term_hash(slice_str(word)));
            assert_row(words_have(&words, word, false), "round %d: '%s' is in no text", round, word);
            at += TERM_RECORD + len;
        }
        for (size_t i = 0; i < words.n; i++) {
            struct word_list before = {words.v, i, 0};

            assert_row(memmem(out.v, out.n, words.v[i], strlen(words.v[i])), "round %d: '%s' is missing", round, words.v[i]);
            distinct -= !words_have(&before, words.v[i], false);
        }
        assert_row(distinct == 0, "round %d: a word twice", round);
        words_free(&words);
        text_free(&out);
        text_free(&invented.text);
    }
}

/* Searches look for phrases in the text itself: they must see the words that the index has. */
static void
test_searches_cut_the_same(void **state)
{
    uint32_t seed = 5;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct invented invented;
        struct word_list words;
        size_t n = 0;

        invent(&invented, &seed, 24);
        words = words_of(&invented.article);
        for (size_t i = 0; i < COUNT(invented.blocks); i++) {
            struct slice s = article_slice(&invented.article, invented.blocks[i].words);
            struct query_reader reader;

            if (invented.blocks[i].kind == BLOCK_BOILER)
                continue;
            query_reader_open(&reader, s, 0);
            for (; query_reader_next(&reader); n++)
                assert_row(n < words.n && strcmp(reader.word, words.v[n]) == 0, "round %d: '%s' where the index has '%s' in '%.*s'",
                           round, reader.word, n < words.n ? words.v[n] : "nothing", (int)s.len, s.at);
            query_reader_close(&reader);
        }
        assert_int_equal(n, words.n);
        words_free(&words);
        text_free(&invented.text);
    }
}

static void
test_signs_are_no_letters(void **state)
{
    static const struct {
        const char *text, *words;
    } rows[] = {
        {"¿Qué? ¡Sí!", "que si"},           {"€205.5m £9bn ¥100 ₨5", "205 5m 9bn 100 rs5"},
        {"世界。你好、", "世界 你好"},       {"コーヒー・豆", "コーヒー 豆"},
        {"✓ done → next • 5", "done next 5"}, {"3×4 ÷ 2 ≈ 6", "3 4 2 6"},
        {"½ cup, x²", "1 2 cup x2"},          {"col·lecció", "col leccio"},
        {"हिन्दी।", "हिनदी"},                   {"😀smile", "smile"},
        {"№5", "no5"},                        {"\xF0\x9F bad \xFF" "bytes", "bad bytes"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text folded = {0}, words = {0};
        struct slice word;
        const char *at;

        utf_fold(&folded, rows[i].text, strlen(rows[i].text));
        text_puts(&words, "");
        at = folded.v;
        while ((word = term_next(&at)).len) {
            text_puts(&words, words.n ? " " : "");
            text_add(&words, word.at, word.len);
        }
        assert_row(strcmp(words.v, rows[i].words) == 0, "row %zu: '%s' not '%s'", i, words.v, rows[i].words);
        text_free(&words);
        text_free(&folded);
    }
}

/* More different words than the collector has room for at first. */
static void
test_a_long_article(void **state)
{
    struct text text = {0}, out = {0};
    struct block block = {.kind = BLOCK_PARA};
    struct terms terms = {0};

    (void)state;
    for (int i = 0; i < 60000; i++)
        text_printf(&text, "w%d ", i % 20000);
    block.words.end = (uint32_t)text.n;
    terms_collect(&out, &(struct article){.text = text.v, .len = (uint32_t)text.n, .blocks = &block, .nblocks = 1});
    assert_true(terms_add(&terms, 0, out.v, out.n));
    assert_int_equal(terms.terms.n, 20000);
    text_free(&text);
    text_free(&out);
    terms_free(&terms);
}

/* Articles 0 to `middle` - 1 in a base, the rest added; then all written once more. */
static void
answers_in_parts(const struct text *lists, const struct word_list *articles, uint32_t n, uint32_t middle)
{
    struct terms first = {0}, terms = {0}, again = {0};
    char *base, *all;
    size_t len;

    for (uint32_t i = 0; i < middle; i++)
        assert_true(terms_add(&first, i, lists[i].v, lists[i].n));
    answers_all(&first, articles, middle, "in memory");
    base = written(&first, &len);
    terms_free(&first);
    assert_true(terms_map(&terms, base, len));
    assert_int_equal(terms.limit, middle);
    answers_all(&terms, articles, middle, "mapped");
    for (uint32_t i = middle; i < n; i++)
        assert_true(terms_add(&terms, i, lists[i].v, lists[i].n));
    answers_all(&terms, articles, n, "mapped and added");
    all = written(&terms, &len);
    terms_free(&terms);
    mem_free(base);
    assert_true(terms_map(&again, all, len));
    answers_all(&again, articles, n, "written again");
    terms_free(&again);
    mem_free(all);
}

static void
test_answers(void **state)
{
    enum { N = 40 };
    struct text lists[N] = {{0}};
    struct word_list articles[N];
    uint32_t seed = 3;

    (void)state;
    for (size_t i = 0; i < N; i++) {
        struct invented invented;

        invent(&invented, &seed, 30);
        articles[i] = words_of(&invented.article);
        terms_collect(&lists[i], &invented.article);
        text_free(&invented.text);
    }
    for (uint32_t middle = 0; middle <= N; middle += 8)
        answers_in_parts(lists, articles, N, middle);
    for (size_t i = 0; i < N; i++) {
        text_free(&lists[i]);
        words_free(&articles[i]);
    }
}

/* ---- lists: sparse, dense, in runs --------------------------------------------------------------- */

static void
record(struct text *out, const char *word)
{
    uint32_t hash = term_hash(slice_str(word));

    text_add(out, (const char *)&hash, sizeof hash);
    text_putc(out, (char)strlen(word));
    text_puts(out, word);
}

/* The row's word is in the article when … */
struct pattern {
    const char *word;
    uint32_t every, run, from;  /* the first `run` of `every` ids, from id `from` on */
};

static const struct pattern patterns[] = {
    {"all", 1, 1, 0},        {"half", 2, 1, 0},        {"odd", 2, 1, 1},         {"six", 6, 1, 0},        {"seven", 7, 1, 0},
    {"eight", 8, 1, 0},      {"runs", 40, 9, 3},       {"long", 700, 350, 5},    {"gap63", 63, 1, 0},     {"gap64", 64, 1, 0},
    {"gap65", 65, 1, 2},     {"gap70", 71, 1, 0},      {"gap8191", 8191, 1, 0},  {"gap8192", 8192, 1, 0}, {"gap8193", 8193, 1, 9},
    {"pairs", 8200, 2, 100}, {"first", 1u << 30, 1, 0}, {"late", 1u << 30, 1, 29000}, {"tail", 1, 1, 29990},
    {"gap15000", 15000, 1, 0},
};

static bool
pattern_has(const struct pattern *pattern, uint32_t id)
{
    return id >= pattern->from && (id - pattern->from) % pattern->every < pattern->run;
}

static void
patterns_add(struct terms *terms, uint32_t from, uint32_t to)
{
    for (uint32_t id = from; id < to; id++) {
        struct text out = {0};

        for (size_t i = 0; i < COUNT(patterns); i++)
            if (pattern_has(&patterns[i], id))
                record(&out, patterns[i].word);
        assert_true(terms_add(terms, id, out.v, out.n));
        text_free(&out);
    }
}

static void
patterns_check(const struct terms *terms, uint32_t n, const char *form)
{
    struct ids ids = {0};

    for (size_t i = 0; i < COUNT(patterns); i++) {
        size_t at = 0;

        terms_find_word(terms, slice_str(patterns[i].word), &ids);
        for (uint32_t id = 0; id < n; id++)
            if (pattern_has(&patterns[i], id)) {
                assert_row(at < ids.n && ids.v[at] == id, "%s of %u, %s: %u not found", form, (unsigned)n, patterns[i].word,
                           (unsigned)id);
                at++;
            }
        assert_row(at == ids.n, "%s of %u: %s found too often", form, (unsigned)n, patterns[i].word);
        assert_int_equal(terms_count_word(terms, slice_str(patterns[i].word)), at);
    }
    terms_find_prefix(terms, slice_str(""), &ids);
    assert_int_equal(ids.n, n); /* "all" */
    terms_find_prefix(terms, slice_of(NULL, 0), &ids);
    assert_int_equal(ids.n, n);
    vec_free(&ids);
}

/* Where a base ends within a code of bits, or before one. */
static void
test_lists(void **state)
{
    static const uint32_t middles[] = {1, 2, 6, 7, 8, 13, 14, 63, 64, 65, 101, 102, 8192, 8193, 20000};
    enum { N = 30000 };

    (void)state;
    for (size_t i = 0; i < COUNT(middles); i++) {
        struct terms first = {0}, terms = {0}, again = {0};
        size_t len;
        char *base, *all;

        patterns_add(&first, 0, middles[i]);
        patterns_check(&first, middles[i], "in memory");
        base = written(&first, &len);
        assert_true(terms_map(&terms, base, len));
        patterns_check(&terms, middles[i], "mapped");
        patterns_add(&terms, middles[i], N);
        patterns_check(&terms, N, "mapped and added");
        all = written(&terms, &len);
        assert_true(terms_map(&again, all, len));
        patterns_check(&again, N, "written again");
        terms_free(&first);
        terms_free(&terms);
        terms_free(&again);
        mem_free(base);
        mem_free(all);
    }
}

static void
test_a_dense_list_is_short(void **state)
{
    struct terms terms = {0};
    size_t len;

    (void)state;
    for (uint32_t id = 0; id < 100000; id++) {
        struct text out = {0};

        record(&out, "the");
        assert_true(terms_add(&terms, id, out.v, out.n));
        text_free(&out);
    }
    mem_free(written(&terms, &len));
    assert_in_range(len, 100000 / 8, 100000 / 6);
    assert_in_range(terms.npieces * 8, 100000 / 8, 100000 / 4);
    terms_free(&terms);
}

/* ---- what is refused, and what is damaged --------------------------------------------------------- */

static void
test_what_is_no_list_is_refused(void **state)
{
    struct terms terms = {0};
    struct text out = {0}, bad = {0};
    struct ids ids = {0};

    (void)state;
    record(&out, "crane");
    record(&out, "mast");
    for (size_t len = 1; len < out.n; len++)
        if (len != TERM_RECORD + strlen("crane"))
            assert_row(!terms_add(&terms, 0, out.v, len), "%zu bytes are no list", len);
    text_add(&bad, "hash\0", 5);
    assert_false(terms_add(&terms, 0, bad.v, bad.n)); /* an empty word */
    for (int i = 0; i <= TERM_MAX; i++)
        text_putc(&bad, 'a');
    bad.v[4] = TERM_MAX + 1;
    assert_false(terms_add(&terms, 0, bad.v, bad.n));
    assert_int_equal(terms.limit, 0);
    assert_int_equal(terms.terms.n, 0);

    assert_true(terms_add(&terms, 5, out.v, out.n));
    assert_false(terms_add(&terms, 5, out.v, out.n));
    assert_false(terms_add(&terms, 4, out.v, out.n));
    assert_false(terms_add(&terms, POSTING_IDS, out.v, out.n));
    assert_true(terms_add(&terms, 6, NULL, 0)); /* an article without words */
    assert_int_equal(terms.limit, 7);
    record(&out, "mast"); /* twice in a list: once in the article */
    assert_true(terms_add(&terms, POSTING_IDS - 1, out.v, out.n));
    terms_find_word(&terms, slice_str("mast"), &ids);
    assert_int_equal(ids.n, 2);
    assert_int_equal(ids.v[1], POSTING_IDS - 1);
    assert_int_equal(terms_count_word(&terms, slice_str("mast")), 2);
    vec_free(&ids);
    text_free(&bad);
    text_free(&out);
    terms_free(&terms);
}

/* Asks all that can be asked of bytes that may be a section: nothing is read beyond them (as the sanitizer sees), ids ascend. */
static void
use_section(const char *bytes, size_t len)
{
    static const char *const words[] = {"", "c", "crane", "all", "half", "gap", "w500", "w", "zzz"};
    struct terms terms = {0};
    struct text more = {0};
    struct ids ids = {0};
    size_t again;

    if (!terms_map(&terms, bytes, len))
        return;
    for (size_t i = 0; i < COUNT(words); i++) {
        (void)terms_count_word(&terms, slice_str(words[i]));
        for (int prefix = 0; prefix < 2; prefix++) {
            (prefix ? terms_find_prefix : terms_find_word)(&terms, slice_str(words[i]), &ids);
            for (size_t k = 0; k < ids.n; k++)
                assert_true(ids.v[k] < terms.limit && (k == 0 || ids.v[k - 1] < ids.v[k]));
        }
    }
    vec_free(&ids);
    for (size_t i = 0; i < COUNT(patterns); i++)
        record(&more, patterns[i].word);
    (void)terms_add(&terms, terms.limit, more.v, more.n);
    mem_free(written(&terms, &again));
    text_free(&more);
    terms_free(&terms);
}

static void
test_damaged_sections(void **state)
{
    struct terms terms = {0};
    size_t len;
    char *good;
    uint32_t seed = 11;

    (void)state;
    patterns_add(&terms, 0, 150);
    good = written(&terms, &len);
    assert_in_range(len, 500, 5000);
    for (size_t n = 0; n < len; n++) {
        char *copy = mem_alloc(n);

        memcpy(copy, good, n);
        assert_row(!terms_map(&(struct terms){0}, copy, n), "cut to %zu of %zu bytes: taken", n, len);
        memcpy(copy, good + len - n, n); /* the foot is whole */
        use_section(copy, n);
        mem_free(copy);
    }
    for (size_t i = 0; i < len * 8; i++) {
        char *copy = mem_alloc(len);

        memcpy(copy, good, len);
        copy[i / 8] = (char)(copy[i / 8] ^ 1 << i % 8);
        use_section(copy, len);
        copy[chance(&seed, (uint32_t)len)] = (char)chance(&seed, 256);
        copy[chance(&seed, (uint32_t)len)] = (char)0xFF;
        use_section(copy, len);
        mem_free(copy);
    }
    mem_free(good);
    terms_free(&terms);
}

static void
test_sections_are_refused(void **state)
{
    struct terms terms = {0}, other = {0};
    size_t len;
    char *good, *shifted;

    (void)state;
    good = written(&terms, &len); /* of no words at all */
    assert_true(terms_map(&other, good, len));
    terms_free(&other);
    shifted = mem_zero(len + 8, 1);
    memcpy(shifted + 4, good, len);
    assert_false(terms_map(&(struct terms){0}, shifted + 4, len));
    memcpy(shifted + 8, good, len);
    assert_false(terms_map(&(struct terms){0}, shifted, len + 8)); /* bytes that belong to nothing */
    assert_true(terms_add(&terms, 0, NULL, 0));
    assert_false(terms_map(&terms, good, len)); /* holds something already */
    mem_free(shifted);
    mem_free(good);
    terms_free(&terms);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_those_of_the_folded_text),
        cmocka_unit_test(test_searches_cut_the_same),
        cmocka_unit_test(test_signs_are_no_letters),
        cmocka_unit_test(test_a_long_article),
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_a_dense_list_is_short),
        cmocka_unit_test(test_what_is_no_list_is_refused),
        cmocka_unit_test(test_damaged_sections),
        cmocka_unit_test(test_sections_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
