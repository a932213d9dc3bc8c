/*
 * bench-pack ROUNDS FILE…: what a record of these articles takes, and how fast it is made, read and looked into; the best round
 * counts. Texts and finds are in memory, so the figures are of warm caches.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "index/pack.h"

struct bench {
    VEC(struct article *) articles;
    VEC(const struct extract *) extracts;
    VEC(size_t) starts;
    struct text records;
};

static double
bench_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void
bench_pack(struct bench *bench)
{
    bench->records.n = 0;
    vec_clear(&bench->starts);
    for (size_t i = 0; i < bench->articles.n; i++) {
        vec_push(&bench->starts, bench->records.n);
        pack_article(&bench->records, bench->articles.v[i], bench->extracts.v[i]);
    }
}

static const char *
bench_record(const struct bench *bench, size_t i, size_t *len)
{
    *len = bench->records.n - bench->starts.v[i];
    return bench->records.v + bench->starts.v[i];
}

/* An arena for some articles each, as whoever keeps the last ones seen would. */
static void
bench_unpack(struct bench *bench)
{
    struct arena *arena = NULL;
    struct article *article;
    const struct extract *extract;
    size_t len;

    for (size_t i = 0; i < bench->articles.n; i++) {
        const char *record = bench_record(bench, i, &len);

        if (i % 64 == 0) {
            arena_free(arena);
            arena = arena_new();
        }
        if (!unpack_article(record, len, "bench.txt", arena, &article, &extract)) {
            fprintf(stderr, "%s does not come back\n", bench->articles.v[i]->path);
            exit(1);
        }
    }
    arena_free(arena);
}

/* What a list of articles shows. */
static void
bench_look(struct bench *bench)
{
    struct slice slice;
    size_t len, there = 0;
    bool made;

    for (size_t i = 0; i < bench->articles.n; i++) {
        const char *record = bench_record(bench, i, &len);

        there += pack_headline(record, len, &slice, &made);
        there += pack_source(record, len, &slice);
        there += pack_published(record, len) != NULL;
    }
    if (there == 0)
        fputs("no headline, source or date\n", stderr);
}

static void
bench_row(struct bench *bench, const char *what, void (*run)(struct bench *bench), int rounds)
{
    double best = 1e9;

    for (int i = 0; i < rounds; i++) {
        double start = bench_now(), seconds;

        run(bench);
        seconds = bench_now() - start;
        best = seconds < best ? seconds : best;
    }
    printf("%-10s %8.2f us an article\n", what, best * 1e6 / (double)bench->articles.n);
}

int
main(int argc, char **argv)
{
    struct extractor *extractor = extractor_new();
    struct bench bench = {0};
    struct pack_counts all = {0};
    double text = 0, n;
    int rounds = argc > 1 ? atoi(argv[1]) : 0;

    for (int i = 2; i < argc; i++) {
        struct article *article = article_load(argv[i], NULL, NULL);
        const struct extract *extract;

        if (!article)
            continue;
        extract = extract_article(extractor, article);
        vec_push(&bench.articles, article);
        vec_push(&bench.extracts, extract);
        text += article->len;
        all.blocks += (uint32_t)article->nblocks;
        all.entities += (uint32_t)extract->nentities;
        all.mentions += (uint32_t)extract->nmentions;
        all.quotes += (uint32_t)extract->nquotes;
        all.figures += (uint32_t)extract->nfigures;
    }
    n = (double)bench.articles.n;
    if (n > 0 && rounds > 0) {
        bench_pack(&bench);
        printf("%.0f articles: %.1f blocks, %.1f entities, %.1f mentions, %.1f quotes, %.1f figures\n", n, all.blocks / n,
               all.entities / n, all.mentions / n, all.quotes / n, all.figures / n);
        printf("%.0f bytes of text, %.0f beside it\n", text / n, ((double)bench.records.n - text) / n);
        bench_row(&bench, "pack", bench_pack, rounds);
        bench_row(&bench, "unpack", bench_unpack, rounds);
        bench_row(&bench, "look", bench_look, rounds);
    }
    for (size_t i = 0; i < bench.articles.n; i++)
        article_free(bench.articles.v[i]);
    vec_free(&bench.articles);
    vec_free(&bench.extracts);
    vec_free(&bench.starts);
    text_free(&bench.records);
    extractor_free(extractor);
    return n > 0 && rounds > 0 ? 0 : 1;
}
