/* bench-article ROUNDS FILE…: how fast pages become blocks, files and printing left out. The best round counts. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lede/article.h"

static double
bench_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Seconds for one round over all articles, or for the copying and checking alone. */
static double
bench_round(struct article *const *articles, int n, bool body)
{
    const struct article_options options = {.body = body};
    double start = bench_now();

    for (int i = 0; i < n; i++)
        article_free(article_parse(articles[i]->path, articles[i]->text, articles[i]->len, &options, NULL));
    return bench_now() - start;
}

int
main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 0, n = 0;
    struct article **articles = mem_zero((size_t)argc, sizeof *articles);
    double best[2] = {1e9, 1e9}, megabytes = 0;

    for (int i = 2; i < argc; i++) {
        struct article *article = article_load(argv[i], NULL, NULL);

        if (article) {
            megabytes += article->len / 1e6;
            articles[n++] = article;
        }
    }
    for (int i = 0; i < rounds; i++)
        for (int body = 0; body < 2; body++) {
            double seconds = bench_round(articles, n, body);

            best[body] = seconds < best[body] ? seconds : best[body];
        }
    printf("%d articles, %.2f MB: %.1f MB/s; with --body %.1f MB/s\n", n, megabytes, megabytes / best[0], megabytes / best[1]);
    for (int i = 0; i < n; i++)
        article_free(articles[i]);
    mem_free(articles);
    return n && rounds > 0 ? 0 : 1;
}
