/*
 * Fuzz target: terms. Each line is an article: its words must be those of the folded line, be found in memory, mapped, and mapped
 * with others added. Then the section is damaged, where the input says, and must answer or be refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "index/terms.h"
#include "lede/utf.h"

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            (void)fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            abort(); \
        } \
    } while (0)

enum { LINES = 24, DAMAGES = 4 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The lines of the input; the last one has all the rest. */
static size_t
fuzz_lines(const char *s, size_t len, struct slice lines[LINES])
{
    size_t n = 0;

    for (const char *end = s + len; s < end && n < LINES; n++) {
        const char *line_end = n + 1 < LINES ? memchr(s, '\n', (size_t)(end - s)) : NULL;

        lines[n] = slice_of(s, (size_t)((line_end ? line_end : end) - s));
        s += lines[n].len + 1;
    }
    return n;
}

static void
fuzz_collect(struct text *out, struct slice line)
{
    struct block block = {.words = {0, (uint32_t)line.len}, .kind = BLOCK_PARA};

    out->n = 0;
    terms_collect(out, &(struct article){.text = line.at, .len = (uint32_t)line.len, .blocks = &block, .nblocks = 1});
}

static bool
fuzz_has(const struct ids *ids, uint32_t id)
{
    for (size_t i = 0; i < ids->n; i++)
        if (ids->v[i] == id)
            return true;
    return false;
}

static void
fuzz_ask(const struct terms *terms, const struct slice *lines, size_t from, size_t to)
{
    struct text folded = {0};
    struct ids ids = {0};

    for (size_t i = from; i < to; i++) {
        const char *at;
        struct slice word;

        folded.n = 0;
        utf_fold(&folded, lines[i].at, lines[i].len);
        at = folded.v;
        for (int words = 0; words < 20 && (word = term_next(&at)).len; words++) {
            terms_find_word(terms, word, &ids);
            CHECK(fuzz_has(&ids, (uint32_t)i));
            CHECK(terms_count_word(terms, word) == ids.n);
            terms_find_prefix(terms, slice_of(word.at, word.len / 2 + 1), &ids);
            CHECK(fuzz_has(&ids, (uint32_t)i));
        }
    }
    text_free(&folded);
    vec_free(&ids);
}

static char *
fuzz_written(const struct terms *terms, size_t *len)
{
    FILE *file = tmpfile();
    struct writer writer;
    char *bytes;

    CHECK(file);
    writer_open(&writer, fileno(file));
    terms_write(terms, &writer);
    CHECK(writer_flush(&writer));
    *len = (size_t)writer.at;
    bytes = mem_alloc(*len);
    CHECK(pread(fileno(file), bytes, *len, 0) == (ssize_t)*len);
    writer_close(&writer);
    (void)fclose(file);
    return bytes;
}

static void
fuzz_damaged(const char *bytes, size_t len, const struct text *collected)
{
    struct terms terms = {0};
    struct ids ids = {0};
    size_t again;

    if (!terms_map(&terms, bytes, len))
        return;
    terms_find_prefix(&terms, slice_str(""), &ids);
    for (size_t i = 0; i < ids.n; i++)
        CHECK(ids.v[i] < terms.limit && (i == 0 || ids.v[i - 1] < ids.v[i]));
    (void)terms_add(&terms, terms.limit, collected->v, collected->n);
    mem_free(fuzz_written(&terms, &again));
    vec_free(&ids);
    terms_free(&terms);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice lines[LINES] = {{0}};
    char *text = mem_alloc(size + 1), *base, *all;
    size_t n, middle, len;
    struct terms first = {0}, terms = {0}, again = {0};
    struct text collected = {0};

    memcpy(text, data, size);
    text[size] = '\0';
    n = fuzz_lines(text, size, lines);
    middle = size ? data[0] % (n + 1) : 0;
    for (size_t i = 0; i < middle; i++) {
        fuzz_collect(&collected, lines[i]);
        CHECK(terms_add(&first, (uint32_t)i, collected.v, collected.n));
    }
    fuzz_ask(&first, lines, 0, middle);
    base = fuzz_written(&first, &len);
    CHECK(terms_map(&terms, base, len));
    for (size_t i = middle; i < n; i++) {
        fuzz_collect(&collected, lines[i]);
        CHECK(terms_add(&terms, (uint32_t)i, collected.v, collected.n));
    }
    fuzz_ask(&terms, lines, 0, n);
    all = fuzz_written(&terms, &len);
    CHECK(terms_map(&again, all, len));
    fuzz_ask(&again, lines, 0, n);
    terms_free(&again);
    for (size_t i = 0; i < DAMAGES && i * 4 + 4 <= size; i++) {
        const uint8_t *say = data + size - i * 4 - 4;

        all[(size_t)(say[0] | say[1] << 8) % len] = (char)say[2];
        all[len - 1 - say[3] % len] ^= (char)(1 << (say[2] & 7)); /* the foot is at the end */
        fuzz_damaged(all, len, &collected);
    }
    (void)terms_add(&first, first.limit, text, size); /* any bytes for a list */
    terms_free(&first);
    terms_free(&terms);
    text_free(&collected);
    mem_free(base);
    mem_free(all);
    mem_free(text);
    return 0;
}
