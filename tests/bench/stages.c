/*
 * bench-stages ROUNDS FILE…: where the time of `lede extract` goes, stage by stage, for files that are read before. The best round
 * counts. What perf says of the functions adds up to these.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lede/dump.h"
#include "lede/extract.h"

enum { STAGE_DECODE, STAGE_BLOCKS, STAGE_EXTRACT, STAGE_PRINT, STAGES };
static const char *const stages[STAGES] = {"decode", "blocks", "speech and figures", "print"};

struct bench {
    struct article **articles; /* as they were read: their text is what is parsed again */
    int n;
    size_t bytes, printed;
    struct extractor *extractor;
};

static double
bench_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Adds the seconds since *from to a stage, and starts the next. */
static void
bench_lap(double *from, double *stage)
{
    double now = bench_now();

    *stage += now - *from;
    *from = now;
}

/* All articles once. To parse one as running text is to decode it, and to cut it at its newlines, which is little. */
static void
bench_round(struct bench *bench, double seconds[STAGES])
{
    const struct article_options plain = {.body = true};
    struct text row = {0};

    bench->printed = 0;
    for (int i = 0; i < bench->n; i++) {
        const struct article *read = bench->articles[i];
        double from = bench_now(), decoded;
        struct article *article = article_parse(read->path, read->text, read->len, &plain, NULL);
        const struct extract *extract;

        article_free(article);
        decoded = bench_now() - from;
        seconds[STAGE_DECODE] += decoded;
        seconds[STAGE_BLOCKS] -= decoded;
        from = bench_now();
        article = article_parse(read->path, read->text, read->len, NULL, NULL);
        bench_lap(&from, &seconds[STAGE_BLOCKS]);
        extract = extract_article(bench->extractor, article);
        bench_lap(&from, &seconds[STAGE_EXTRACT]);
        row.n = 0;
        dump_article(&row, article, extract);
        bench_lap(&from, &seconds[STAGE_PRINT]);
        bench->printed += row.n;
        article_free(article);
    }
    text_free(&row);
}

static void
bench_print(const struct bench *bench, const double best[STAGES])
{
    double all = 0;

    for (int stage = 0; stage < STAGES; stage++)
        all += best[stage];
    printf("%d articles, %.2f MB, rows of %.2f MB\n", bench->n, bench->bytes / 1e6, bench->printed / 1e6);
    for (int stage = 0; stage < STAGES; stage++)
        printf("%-20s %5.1f %%  %7.1f MB/s\n", stages[stage], 100 * best[stage] / all, bench->bytes / 1e6 / best[stage]);
    printf("%-20s          %7.1f MB/s\n", "all", bench->bytes / 1e6 / all);
}

int
main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 0;
    struct bench bench = {.articles = mem_zero((size_t)argc, sizeof *bench.articles), .extractor = extractor_new()};
    double best[STAGES] = {0};

    for (int i = 2; i < argc; i++) {
        struct article *article = article_load(argv[i], NULL, NULL);

        if (!article)
            continue;
        bench.bytes += article->len;
        bench.articles[bench.n++] = article;
    }
    for (int i = 0; i < rounds; i++) {
        double seconds[STAGES] = {0};

        bench_round(&bench, seconds);
        for (int stage = 0; stage < STAGES; stage++)
            best[stage] = i == 0 || seconds[stage] < best[stage] ? seconds[stage] : best[stage];
    }
    if (bench.n && rounds > 0)
        bench_print(&bench, best);
    for (int i = 0; i < bench.n; i++)
        article_free(bench.articles[i]);
    mem_free(bench.articles);
    extractor_free(bench.extractor);
    return bench.n && rounds > 0 ? 0 : 1;
}
