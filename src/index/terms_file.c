/*
 * Terms as a section of a cache file: the posting lists, a dictionary that is sorted by word, the words, and a foot that says
 * how large each is. The foot comes last, so that all is written in one pass.
 */
#include <stdlib.h>
#include <string.h>

#include "terms.h"

/* A word of the dictionary; it and its list end where those of the next entry begin. */
struct terms_entry {
    uint64_t list;
    uint32_t word, n;
};

struct terms_foot {
    char magic[8];
    uint32_t order, limit;      /* order: 1 as this machine writes it */
    uint32_t nwords, zero;
    uint64_t postings_len, words_len;
};

static const char magic[8] = "ledeTRM2"; /* the number rises with any change, of term_next() and utf_fold() too */

enum { ALIGN = 8 };

/* ---- the base ------------------------------------------------------------------------- */

/* Empty when the file is damaged. */
static struct slice
base_word(const struct terms_base *base, uint32_t i)
{
    uint32_t from = base->entries[i].word, to = base->entries[i + 1].word;

    if (from > to || to > base->words_len)
        return slice_of("", 0);
    return slice_of((const char *)base->words + from, to - from);
}

static struct slice
base_list(const struct terms_base *base, uint32_t i)
{
    uint64_t from = base->entries[i].list, to = base->entries[i + 1].list;

    if (from > to || to > base->postings_len)
        return slice_of("", 0);
    return slice_of((const char *)base->postings + from, (size_t)(to - from));
}

static int
word_compare(struct slice a, struct slice b)
{
    int order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);

    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The first entry that is not before the word. */
static uint32_t
base_find(const struct terms_base *base, struct slice word)
{
    uint32_t low = 0, high = base->nwords;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (word_compare(base_word(base, middle), word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
base_is(const struct terms_base *base, uint32_t i, struct slice word, bool whole)
{
    struct slice here = i < base->nwords ? base_word(base, i) : slice_of("", 0);

    return i < base->nwords && term_begins(here, word) && (!whole || here.len == word.len);
}

void
terms_base_mark(const struct terms_base *base, struct slice word, bool whole, struct id_set *set)
{
    const unsigned char *read = base->postings;

    for (uint32_t i = base_find(base, word); base_is(base, i, word, whole); i++) {
        struct slice list = base_list(base, i);
        const unsigned char *at = (const unsigned char *)list.at;

        if (list.len == 0 || at < read)
            continue; /* damaged: no byte is read twice, or a search might never end */
        posting_mark(set, at, at + list.len);
        read = at + list.len;
    }
}

uint32_t
terms_base_count(const struct terms_base *base, struct slice word)
{
    uint32_t i = base_find(base, word);

    return base_is(base, i, word, true) ? base->entries[i].n : 0;
}

/* ---- mapping --------------------------------------------------------------------------- */

/* Takes `len` bytes off *left, and what they need to be a multiple of ALIGN; false when there are not so many. */
static bool
section_take(size_t *left, uint64_t len)
{
    if (len > *left || *left - len < (ALIGN - len % ALIGN) % ALIGN)
        return false;
    *left -= (size_t)(len + (ALIGN - len % ALIGN) % ALIGN);
    return true;
}

bool
terms_map(struct terms *terms, const char *at, size_t len)
{
    struct terms_foot foot;
    size_t left = len, entries, words;

    if (terms->limit || len < sizeof foot || len % ALIGN || (uintptr_t)at % ALIGN)
        return false;
    memcpy(&foot, at + len - sizeof foot, sizeof foot);
    left -= sizeof foot;
    if (memcmp(foot.magic, magic, sizeof magic) != 0 || foot.order != 1 || foot.limit > POSTING_IDS || foot.words_len > UINT32_MAX)
        return false;
    if (!section_take(&left, foot.postings_len))
        return false;
    entries = len - sizeof foot - left;
    if (foot.nwords == UINT32_MAX || !section_take(&left, ((uint64_t)foot.nwords + 1) * sizeof(struct terms_entry)))
        return false;
    words = len - sizeof foot - left;
    if (!section_take(&left, foot.words_len) || left > 0)
        return false;
    terms->limit = foot.limit;
    terms->base = (struct terms_base){
        .postings = (const unsigned char *)at,
        .words = (const unsigned char *)at + words,
        .entries = (const struct terms_entry *)(const void *)(at + entries),
        .nwords = foot.nwords,
        .limit = foot.limit,
        .postings_len = foot.postings_len,
        .words_len = foot.words_len,
    };
    return true;
}

/* ---- writing ------------------------------------------------------------------------------ */

/* A word in memory, to be sorted: the first eight bytes as a number decide in most cases. */
struct sorted {
    uint64_t head;
    const char *words;
    const struct term *term;
};

static struct slice
sorted_word(const struct sorted *sorted)
{
    return slice_of(sorted->words + sorted->term->word, sorted->term->len);
}

static int
sorted_compare(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;

    if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
    return word_compare(sorted_word(x), sorted_word(y));
}

static struct sorted *
terms_sort(const struct terms *terms)
{
    struct sorted *all = mem_alloc((terms->terms.n + 1) * sizeof *all);

    for (size_t i = 0; i < terms->terms.n; i++) {
        struct slice word;

        all[i] = (struct sorted){.words = terms->words.v, .term = &terms->terms.v[i]};
        word = sorted_word(&all[i]);
        for (size_t k = 0; k < 8; k++)
            all[i].head = all[i].head << 8 | (k < word.len ? (unsigned char)word.at[k] : 0);
    }
    qsort(all, terms->terms.n, sizeof *all, sorted_compare);
    return all;
}

struct merge {
    struct writer *writer;
    uint64_t start;             /* where the section begins */
    VEC(struct terms_entry) entries;
    struct text words, list, added;
};

static void
merge_entry(struct merge *merge, struct slice word, uint32_t n, struct slice list)
{
    vec_push(&merge->entries, ((struct terms_entry){merge->writer->at - merge->start, (uint32_t)merge->words.n, n}));
    text_add(&merge->words, word.at, word.len);
    writer_put(merge->writer, list.at, list.len);
}

static void
merge_added(struct merge *merge, const struct terms *terms, const struct sorted *sorted)
{
    merge->list.n = 0;
    terms_list(terms, sorted->term, &merge->list);
    merge_entry(merge, sorted_word(sorted), sorted->term->n, slice_of(merge->list.v, merge->list.n));
}

static void
merge_base(struct merge *merge, const struct terms_base *base, uint32_t i)
{
    merge_entry(merge, base_word(base, i), base->entries[i].n, base_list(base, i));
}

/* The list in the base stays as it is, the ids in memory are put behind it. */
static void
merge_both(struct merge *merge, const struct terms *terms, uint32_t i, const struct sorted *sorted)
{
    struct slice old = base_list(&terms->base, i);
    const unsigned char *at = (const unsigned char *)old.at;
    struct posting_walk walk = posting_walk(at, at + old.len), more;
    uint32_t from, bits;

    while (posting_step(&walk, terms->base.limit, &from, &bits))
        ; /* to its end */
    merge->list.n = merge->added.n = 0;
    text_add(&merge->list, old.at, (size_t)(walk.at - at));
    terms_list(terms, sorted->term, &merge->added);
    at = (const unsigned char *)merge->added.v;
    more = posting_walk(at, at + merge->added.n);
    posting_join(&merge->list, &walk.next, more);
    merge_entry(merge, sorted_word(sorted), terms->base.entries[i].n + sorted->term->n, slice_of(merge->list.v, merge->list.n));
}

static void
merge_words(struct merge *merge, const struct terms *terms)
{
    const struct terms_base *base = &terms->base;
    struct sorted *sorted = terms_sort(terms);
    size_t i = 0;

    for (uint32_t k = 0; i < terms->terms.n || k < base->nwords;) {
        int order = i == terms->terms.n ? -1 : k == base->nwords ? 1 : word_compare(base_word(base, k), sorted_word(&sorted[i]));

        if (order < 0)
            merge_base(merge, base, k++);
        else if (order > 0)
            merge_added(merge, terms, &sorted[i++]);
        else
            merge_both(merge, terms, k++, &sorted[i++]);
    }
    mem_free(sorted);
}

void
terms_write(const struct terms *terms, struct writer *writer)
{
    struct merge merge = {.writer = writer, .start = writer->at};
    struct terms_foot foot = {.order = 1, .limit = terms->limit};

    merge_words(&merge, terms);
    memcpy(foot.magic, magic, sizeof magic);
    foot.nwords = (uint32_t)merge.entries.n;
    foot.postings_len = writer->at - merge.start;
    foot.words_len = merge.words.n;
    merge_entry(&merge, slice_of("", 0), 0, slice_of("", 0));
    writer_align(writer, ALIGN);
    writer_put(writer, merge.entries.v, merge.entries.n * sizeof *merge.entries.v);
    writer_put(writer, merge.words.v, merge.words.n);
    writer_align(writer, ALIGN);
    writer_put(writer, &foot, sizeof foot);
    vec_free(&merge.entries);
    text_free(&merge.words);
    text_free(&merge.list);
    text_free(&merge.added);
}
