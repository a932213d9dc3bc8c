/*
 * Stands in for libFuzzer where there is no clang: runs each seed as it is, then a bounded number of mutations of them, always
 * the same ones. Understands libFuzzer's -runs=N and -seed=N, files and folders. Where the target ends the program, the input is
 * left in ./crash-input; "fuzz_article crash-input" runs it again.
 */
#include <dirent.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lede/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

enum { DRIVER_LONGEST = 1 << 16 };

/* What articles are made of, and what they should not be made of. */
static const char *const words[] = {
    "“", "”", "\"", "‘", "’", "'", "«", "»", " said ", " said. ", ", said Ida Vik, ", "he told ", "according to ", "Mr ", ":", ";", ". ",
    ", ", "\n", "\n\n", "\r\n", "\r", " ", "\t", "\xC2\xA0", "\xE2\x80\x91", "—", "–", "…", "By ", "Tags: ", "Title: ", "Date: 2026-02-30\n",
    "Copy link\n", "- ", "• ", "$", "£9bn", "1,200", "0", "99999999999999999999", "1.5", "-3", "40%", "per cent", "two thirds", "million",
    "between 3 and 5 ", "Jan. 3, 2026", "1990s", "Q3", "one in ten ", "Dr. Una Berg-Lie", "The Quay Side Foundation", "(", ")", "[", "]",
    "\xEF\xBB\xBF", "\xFF", "\xC3", "\xE2\x80", "\xF0\x9F\x98\x80", "e\xCC\x81", "\xE2\x80\xAE", "\x1B[31m", "\xC2\x9B", "\xE2\x80\x8B", "\xE2\x80\xA8",
    "{\"text\": \"", "\"}\n", "\", \"title\": \"", "\\u0000", "\\ud83d\\ude00", "\\udc00", "\\n\\n", "\\\"", "[", "{", "}", "null", "\"tags\": [\"",
};

static VEC_TYPE(inputs, struct text) seeds;
static struct text input;
static uint64_t state = 1;

/* xorshift64*, Vigna 2016 */
static uint32_t
driver_random(uint32_t below)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return below ? (uint32_t)((state * UINT64_C(2685821657736338717)) >> 32) % below : 0;
}

static void
driver_died(void)
{
    FILE *file = fopen("crash-input", "wb");

    if (file) {
        (void)fwrite(input.v, 1, input.n, file);
        (void)fclose(file);
    }
}

static void
driver_signal(int number)
{
    driver_died();
    signal(number, SIG_DFL);
    raise(number);
}

static void
driver_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct text *seed;
    char buf[4096];
    size_t n;

    if (!file) {
        perror(path);
        exit(2);
    }
    seed = vec_add(&seeds);
    while ((n = fread(buf, 1, sizeof buf, file)) > 0)
        text_add(seed, buf, n);
    text_add(seed, "", 0);
    (void)fclose(file);
}

static void
driver_read_all(const char *path)
{
    struct stat st;
    struct dirent **entries;
    int n;

    if (stat(path, &st) < 0 || !S_ISDIR(st.st_mode)) {
        driver_read(path);
        return;
    }
    n = scandir(path, &entries, NULL, alphasort); /* sorted, so that every run is the same */
    for (int i = 0; i < n; i++) {
        char name[4096];

        if (entries[i]->d_name[0] != '.') {
            (void)snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
            driver_read(name);
        }
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

/* Puts bytes in place of input[at, at + gone). */
static void
driver_replace(uint32_t at, uint32_t gone, const char *bytes, size_t len)
{
    struct text rest = {0};

    if (input.n + len > DRIVER_LONGEST)
        return;
    text_add(&rest, input.v + at + gone, input.n - at - gone);
    input.n = at;
    text_add(&input, bytes, len);
    text_add(&input, rest.v, rest.n);
    text_free(&rest);
}

static void
driver_mutate(void)
{
    uint32_t at = driver_random((uint32_t)input.n + 1), room = (uint32_t)input.n - at;
    uint32_t some = driver_random((room < 200 ? room : 200) + 1);
    const struct text *other = &seeds.v[driver_random((uint32_t)seeds.n)];
    const char *word = words[driver_random(sizeof words / sizeof *words)];
    struct text copy = {0};
    char byte;

    switch (driver_random(7)) {
    case 0: /* another byte */
        byte = (char)driver_random(256);
        driver_replace(at, room ? 1 : 0, &byte, 1);
        break;
    case 1: /* a piece less */
        driver_replace(at, some, "", 0);
        break;
    case 2: /* a piece twice */
        text_add(&copy, input.v + at, some);
        driver_replace(at, 0, copy.v, copy.n);
        break;
    case 3: /* a piece of another seed */
        at = driver_random((uint32_t)other->n + 1);
        some = driver_random((uint32_t)(other->n - at < 400 ? other->n - at : 400) + 1);
        driver_replace(driver_random((uint32_t)input.n + 1), 0, other->v + at, some);
        break;
    case 4: /* a word many times */
        for (uint32_t i = driver_random(60); i > 0; i--)
            driver_replace(at, 0, word, strlen(word));
        break;
    default:
        driver_replace(at, driver_random(2) ? some : 0, word, strlen(word));
    }
    text_free(&copy);
}

static void
driver_run(const struct text *seed, uint32_t mutations)
{
    uint8_t *exact;

    input.n = 0;
    text_add(&input, seed->v, seed->n);
    while (mutations-- > 0)
        driver_mutate();
    exact = mem_alloc(input.n); /* no NUL behind it: reads beyond the end are seen */
    memcpy(exact, input.v, input.n);
    (void)LLVMFuzzerTestOneInput(exact, input.n);
    mem_free(exact);
}

int
main(int argc, char **argv)
{
    static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM, SIGTERM};
    unsigned long runs = 0;

    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], driver_signal);
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(driver_died);
    for (int i = 1; i < argc; i++)
        if (strncmp(argv[i], "-runs=", 6) == 0)
            runs = strtoul(argv[i] + 6, NULL, 10);
        else if (strncmp(argv[i], "-seed=", 6) == 0)
            state = strtoull(argv[i] + 6, NULL, 10) * 2 + 1;
        else if (argv[i][0] != '-')
            driver_read_all(argv[i]);
    for (size_t i = 0; i < seeds.n; i++)
        driver_run(&seeds.v[i], 0);
    for (unsigned long i = 0; seeds.n && i < runs; i++)
        driver_run(&seeds.v[driver_random((uint32_t)seeds.n)], 1 + driver_random(8));
    printf("%zu seeds, %lu mutations\n", seeds.n, runs);
    for (size_t i = 0; i < seeds.n; i++)
        text_free(&seeds.v[i]);
    vec_free(&seeds);
    text_free(&input);
    return 0;
}
