/*
 * bench-terms [-s] FOLDER [WORD…]: how fast the words of the articles of a folder are collected, taken in, written, mapped and
 * found, against a plain scan of their text (-s), which is what must be beaten.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "index/internal.h"
#include "lede/utf.h"

enum { BATCH = 256, ROUNDS = 5 };

struct bench {
    bool scan;
    struct terms terms;
    struct text raw, folded;    /* all articles, each with its NUL */
    double collect, add;
    size_t articles, bytes, records;
};

static double
bench_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec * 1e-3;
}

static int
bench_is_text(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 4 && strcmp(entry->d_name + len - 4, ".txt") == 0;
}

static void
bench_keep(struct bench *bench, const struct article *article)
{
    bench->articles++;
    bench->bytes += article->len;
    if (!bench->scan)
        return;
    text_add(&bench->raw, article->text, article->len + 1);
    utf_fold(&bench->folded, article->text, article->len);
    text_add(&bench->folded, "", 1);
}

static void
bench_batch(struct bench *bench, struct article **articles, size_t n)
{
    static struct text lists[BATCH];
    double start = bench_now();

    for (size_t i = 0; i < n; i++) {
        lists[i].n = 0;
        terms_collect(&lists[i], articles[i]);
        bench->records += lists[i].n;
    }
    bench->collect += bench_now() - start;
    start = bench_now();
    for (size_t i = 0; i < n; i++)
        if (!terms_add(&bench->terms, (uint32_t)(bench->articles + i), lists[i].v, lists[i].n))
            exit(1);
    bench->add += bench_now() - start;
    for (size_t i = 0; i < n; i++) {
        bench_keep(bench, articles[i]);
        article_free(articles[i]);
    }
}

static void
bench_folder(struct bench *bench, const char *folder)
{
    struct article *articles[BATCH];
    struct dirent **names;
    int found = scandir(folder, &names, bench_is_text, alphasort);
    size_t n = 0;

    for (int i = 0; i < found; i++) {
        struct text path = {0};

        text_printf(&path, "%s/%s", folder, names[i]->d_name);
        articles[n] = article_load(path.v, NULL, NULL);
        n += articles[n] != NULL;
        if (n == BATCH || (n && i == found - 1)) {
            bench_batch(bench, articles, n);
            n = 0;
        }
        text_free(&path);
        free(names[i]);
    }
    free(names);
}

/* ---- finding --------------------------------------------------------------------------- */

static double
bench_find(const struct terms *terms, const char *word, bool whole, size_t *n)
{
    struct slice slice = slice_str(word);
    struct ids ids = {0};
    double best = 1e18;

    for (int i = 0; i < ROUNDS; i++) {
        double start = bench_now(), took;

        if (whole)
            terms_find_word(terms, slice, &ids);
        else
            terms_find_prefix(terms, slice, &ids);
        took = bench_now() - start;
        best = took < best ? took : best;
    }
    *n = ids.n;
    vec_free(&ids);
    return best;
}

static bool
bench_is_part(char c)
{
    unsigned char u = (unsigned char)c;

    return u >= 0x80 || (u >= '0' && u <= '9') || ((u | 0x20) >= 'a' && (u | 0x20) <= 'z');
}

/* How many articles hold the word: the first place in each is enough, then on to the next article. */
static double
bench_scan(const struct text *all, const char *word, size_t *n)
{
    double best = 1e18;
    size_t len = strlen(word);

    for (int round = 0; round < ROUNDS; round++) {
        double start = bench_now(), took;
        const char *at = all->v, *end = all->v + all->n;

        *n = 0;
        while (at < end && (at = memmem(at, (size_t)(end - at), word, len))) {
            if ((at == all->v || !bench_is_part(at[-1])) && !bench_is_part(at[len])) {
                ++*n;
                at += strlen(at) + 1;
            } else {
                at++;
            }
        }
        took = bench_now() - start;
        best = took < best ? took : best;
    }
    return best;
}

/* The same without case, by the two forms of the first letter: memchr(3) is as fast as memory. */
static double
bench_scan_letter(const struct text *all, const char *word)
{
    double best = 1e18;
    size_t len = strlen(word);
    const char letters[2] = {word[0], (char)(word[0] >= 'a' && word[0] <= 'z' ? word[0] & ~0x20 : word[0])};

    for (int round = 0; round < ROUNDS; round++) {
        double start = bench_now(), took;
        const char *end = all->v + all->n;

        for (int k = 0; k < 2; k++)
            for (const char *at = all->v; at < end && (at = memchr(at, letters[k], (size_t)(end - at))); at++)
                if (strncasecmp(at, word, len) == 0 && (at == all->v || !bench_is_part(at[-1])) && !bench_is_part(at[len]))
                    at += strlen(at);
        took = bench_now() - start;
        best = took < best ? took : best;
    }
    return best;
}

static void
bench_word(const struct bench *bench, const struct terms *mapped, const char *word)
{
    size_t n, prefixed;

    printf("%-14s memory %8.1f µs", word, bench_find(&bench->terms, word, true, &n));
    printf("  mapped %8.1f µs  %6zu articles", bench_find(mapped, word, true, &n), n);
    printf("; prefix: memory %8.1f µs", bench_find(&bench->terms, word, false, &prefixed));
    printf("  mapped %8.1f µs  %6zu\n", bench_find(mapped, word, false, &prefixed), prefixed);
    if (!bench->scan)
        return;
    printf("%-14s folded, memmem   %9.1f µs  %6zu\n", "", bench_scan(&bench->folded, word, &n), n);
    printf("%-14s raw, memchr      %9.1f µs\n", "", bench_scan_letter(&bench->raw, word));
}

static size_t
bench_file(struct bench *bench, const char **at)
{
    char name[] = "/tmp/lede-terms-XXXXXX";
    int fd = mkstemp(name);
    struct writer writer;
    double start = bench_now();
    size_t len;

    if (fd < 0)
        exit(1);
    (void)unlink(name);
    writer_open(&writer, fd);
    terms_write(&bench->terms, &writer);
    if (!writer_flush(&writer))
        exit(1);
    len = (size_t)writer.at;
    writer_close(&writer);
    printf("written: %.1f MB in %.1f ms\n", (double)len / 1e6, (bench_now() - start) / 1e3);
    *at = mmap(NULL, len, PROT_READ, MAP_PRIVATE, fd, 0);
    (void)close(fd);
    return *at == MAP_FAILED ? 0 : len;
}

static void
bench_print(const struct bench *bench)
{
    const struct terms *terms = &bench->terms;
    double n = (double)bench->articles;
    size_t postings = 0;

    for (size_t i = 0; i < terms->terms.n; i++)
        postings += terms->terms.v[i].n;
    printf("%zu articles, %.1f MB, %zu words, %.1f entries an article, %.0f bytes collected\n", bench->articles,
           (double)bench->bytes / 1e6, terms->terms.n, (double)postings / n, (double)bench->records / n);
    printf("collect %.2f µs, add %.2f µs an article\n", bench->collect / n, bench->add / n);
    printf("memory: %.1f MB lists, %.1f MB words, %.1f MB slots\n", terms->npieces * 8 / 1e6,
           ((double)terms->terms.n * sizeof(struct term) + (double)terms->words.n) / 1e6,
           (double)terms->nslots * sizeof(struct terms_slot) / 1e6);
}

int
main(int argc, char **argv)
{
    struct bench bench = {.scan = argc > 1 && strcmp(argv[1], "-s") == 0};
    struct terms mapped = {0};
    const char *at;
    size_t len;
    int first = bench.scan ? 2 : 1;

    if (argc <= first)
        return 2;
    bench_folder(&bench, argv[first]);
    bench_print(&bench);
    len = bench_file(&bench, &at);
    if (!len || !terms_map(&mapped, at, len))
        return 1;
    for (int i = first + 1; i < argc; i++)
        bench_word(&bench, &mapped, argv[i]);
    (void)munmap((void *)(uintptr_t)at, len);
    terms_free(&mapped);
    terms_free(&bench.terms);
    text_free(&bench.raw);
    text_free(&bench.folded);
    return 0;
}
