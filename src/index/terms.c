/*
 * Terms: the folded words of all articles, each with the articles that hold it. A posting list is differences of ids in
 * seven-bit groups (as in every search engine since Witten, Moffat, Bell, "Managing Gigabytes", 1994): about a byte an entry.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lede/utf.h"

enum { TERM_MAX = 48 }; /* longer words are cut: a prefix still finds them */

static bool
term_is_part(char c)
{
    unsigned char u = (unsigned char)c;

    return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z');
}

/* The next word of folded text: letters, digits, and what is not ASCII. */
static struct slice
term_next(const char **at)
{
    const char *start;

    while (**at && !term_is_part(**at))
        ++*at;
    start = *at;
    while (term_is_part(**at))
        ++*at;
    return slice_of(start, (size_t)(*at - start) < TERM_MAX ? (size_t)(*at - start) : TERM_MAX);
}

static void
posting_add(struct posting *posting, uint32_t id)
{
    uint32_t step = posting->n ? id - posting->last : id;

    if (posting->n && step == 0)
        return;
    for (; step >= 0x80; step >>= 7)
        text_putc(&posting->bytes, (char)(step | 0x80));
    text_putc(&posting->bytes, (char)step);
    posting->last = id;
    posting->n++;
}

static void
posting_read(const struct posting *posting, struct ids *out)
{
    const unsigned char *at = (const unsigned char *)posting->bytes.v;
    uint32_t id = 0;

    vec_clear(out);
    for (uint32_t i = 0; i < posting->n; i++) {
        uint32_t step = 0;
        int shift = 0;

        do
            step |= (uint32_t)(*at & 0x7F) << shift, shift += 7;
        while (*at++ & 0x80);
        id += step;
        vec_push(out, id);
    }
}

static void
terms_add_word(struct terms *terms, uint32_t id, struct slice word)
{
    struct hash_slot *slot = hash_find(&terms->by_word, word.at, word.len);

    if (!slot) {
        const char *kept = arena_string(terms->arena, word.at, word.len);

        slot = hash_put(&terms->by_word, kept, word.len);
        slot->value = (uint32_t)terms->postings.n;
        (void)vec_add(&terms->postings);
        vec_push(&terms->words, kept);
    }
    posting_add(&terms->postings.v[slot->value], id);
}

void
terms_add(struct terms *terms, uint32_t id, const struct article *article)
{
    if (!terms->arena)
        terms->arena = arena_new();
    for (size_t i = 0; i < article->nblocks; i++) {
        const struct block *block = &article->blocks[i];
        struct slice words = article_slice(article, block->words), word;
        const char *at;

        if (block->kind == BLOCK_BOILER)
            continue;
        terms->scratch.n = 0;
        utf_fold(&terms->scratch, words.at, words.len);
        at = terms->scratch.v;
        while ((word = term_next(&at)).len)
            terms_add_word(terms, id, word);
    }
}

/* ---- finding ---------------------------------------------------------------------- */

static int
terms_compare(const void *a, const void *b, void *terms)
{
    const char *const *words = ((const struct terms *)terms)->words.v;

    return strcmp(words[*(const uint32_t *)a], words[*(const uint32_t *)b]);
}

static void
terms_sort(struct terms *terms)
{
    if (terms->sorted.n == terms->postings.n)
        return;
    vec_clear(&terms->sorted);
    for (size_t i = 0; i < terms->postings.n; i++)
        vec_push(&terms->sorted, (uint32_t)i);
    qsort_r(terms->sorted.v, terms->sorted.n, sizeof *terms->sorted.v, terms_compare, terms);
}

/* a ∪ b into a; both ascending */
static void
ids_unite(struct ids *a, const struct ids *b)
{
    struct ids all = {0};
    size_t i = 0, j = 0;

    while (i < a->n || j < b->n) {
        uint32_t next = j >= b->n || (i < a->n && a->v[i] <= b->v[j]) ? a->v[i] : b->v[j];

        i += i < a->n && a->v[i] == next;
        j += j < b->n && b->v[j] == next;
        vec_push(&all, next);
    }
    vec_free(a);
    *a = all;
}

/* a ∩ b into a */
static void
ids_intersect(struct ids *a, const struct ids *b)
{
    size_t kept = 0;

    for (size_t i = 0, j = 0; i < a->n; i++) {
        while (j < b->n && b->v[j] < a->v[i])
            j++;
        if (j < b->n && b->v[j] == a->v[i])
            a->v[kept++] = a->v[i];
    }
    a->n = kept;
}

static void
terms_find_prefix(struct terms *terms, struct slice prefix, struct ids *out)
{
    struct ids one = {0};
    size_t low = 0, high;

    terms_sort(terms);
    for (high = terms->sorted.n; low < high;) {
        size_t middle = low + (high - low) / 2;

        if (strncmp(terms->words.v[terms->sorted.v[middle]], prefix.at, prefix.len) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < terms->sorted.n; low++) {
        uint32_t at = terms->sorted.v[low];

        if (strncmp(terms->words.v[at], prefix.at, prefix.len) != 0)
            break;
        posting_read(&terms->postings.v[at], &one);
        ids_unite(out, &one);
    }
    vec_free(&one);
}

static void
terms_find_word(const struct terms *terms, struct slice word, struct ids *out)
{
    const struct hash_slot *slot = hash_find(&terms->by_word, word.at, word.len);

    if (slot)
        posting_read(&terms->postings.v[slot->value], out);
}

void
index_terms_find(const struct index *index, const char *folded, struct ids *out)
{
    struct terms *terms = (struct terms *)&index->terms; /* the sorted list is a cache */
    struct slice word;
    bool first = true;

    vec_clear(out);
    while ((word = term_next(&folded)).len) {
        struct ids found = {0};

        if (*folded)
            terms_find_word(terms, word, &found);
        else
            terms_find_prefix(terms, word, &found);
        if (first)
            ids_unite(out, &found);
        else
            ids_intersect(out, &found);
        first = false;
        vec_free(&found);
    }
}

void
terms_free(struct terms *terms)
{
    for (size_t i = 0; i < terms->postings.n; i++)
        text_free(&terms->postings.v[i].bytes);
    vec_free(&terms->postings);
    vec_free(&terms->words);
    vec_free(&terms->sorted);
    hash_free(&terms->by_word);
    text_free(&terms->scratch);
    arena_free(terms->arena);
}
