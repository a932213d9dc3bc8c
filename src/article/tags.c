/* Tags: "Tags: a, b", or glued to each other when the commas of the page were only drawn: "CanadaChinaMark Carneytrade". */
#include <string.h>

#include "lede/utf.h"
#include "page.h"

enum { TAGS_MOST = 64, TAGS_WORDS = 1 << 13, TAGS_LINE_BYTES = 600, TAGS_SHORTEST = 3 };

/* What a list of tags may be called: glued to the first of them it is none. */
static const char *const tags_labels[] = {"Tags",    "Topics",     "Related topics", "More about", "Read more about",
                                          "More on", "Filed under"};

struct tags {
    struct page *page;
    VEC(struct span) spans;
    uint32_t words[TAGS_WORDS]; /* hashes of the page's words, without case; 0: free */
    size_t nwords;
};

/* ---- the words of the page ------------------------------------------------------------------ */

/* True when it was there; adds it while the table is no more than half full. */
static bool
tags_hash(struct tags *tags, uint32_t hash, bool add)
{
    uint32_t slot = (hash ^ hash >> 15) & (TAGS_WORDS - 1);

    while (tags->words[slot] && tags->words[slot] != hash)
        slot = (slot + 1) & (TAGS_WORDS - 1);
    if (tags->words[slot])
        return true;
    if (add && tags->nwords < TAGS_WORDS / 2) {
        tags->words[slot] = hash;
        tags->nwords++;
    }
    return false;
}

static bool
tags_word(struct tags *tags, const char *s, size_t len)
{
    return tags_hash(tags, word_hash(s, len), false);
}

static bool
tags_is_letter(char c)
{
    return ascii_alnum(c) || (unsigned char)c >= 0xC3;
}

/* All words of the page but those of line i. */
static void
tags_learn(struct tags *tags, size_t i)
{
    const struct page *page = tags->page;

    for (size_t k = 0; k < page->n && tags->nwords < TAGS_WORDS / 2; k++) {
        const uint32_t *words = page->words + page->lines[k].first_word;

        for (uint32_t n = 0; k != i && n < page->lines[k].words; n++) {
            uint32_t hash = word_hash_at(page, words[n]);

            if (hash)
                tags_hash(tags, hash, true);
        }
    }
}

/* ---- splitting ----------------------------------------------------------------------------------- */

static void
tags_add(struct tags *tags, size_t start, size_t end)
{
    struct slice s = slice_trim(slice_of(tags->page->text + start, end - start));

    while (s.len && strchr(",;|#", s.at[0]))
        s = slice_trim(slice_of(s.at + 1, s.len - 1));
    while (s.len && strchr(",;|", s.at[s.len - 1]))
        s = slice_trim(slice_of(s.at, s.len - 1));
    for (size_t i = 0; i < sizeof tags_labels / sizeof *tags_labels; i++)
        if (slice_is_nocase(s, tags_labels[i]))
            return;
    if (s.len && tags->spans.n < TAGS_MOST) {
        uint32_t at = (uint32_t)(s.at - tags->page->text);
        vec_push(&tags->spans, ((struct span){at, at + (uint32_t)s.len}));
    }
}

/*
 * A tag in small letters is glued without a joint: "Carneytradediplomacy". When the page has no such word, it is cut behind
 * the longest beginning that is a word of the page; what is left over, again.
 */
static size_t
tags_known_beginning(struct tags *tags, const char *s, size_t len)
{
    if (tags_word(tags, s, len))
        return len;
    for (size_t n = len > TAGS_SHORTEST ? len - TAGS_SHORTEST : 0; n > TAGS_SHORTEST; n--)
        if ((unsigned char)s[n] < 0x80 && tags_word(tags, s, n))
            return n;
    return len;
}

static void
tags_cut_word(struct tags *tags, size_t *start, size_t word, size_t end)
{
    const char *text = tags->page->text;

    while (word < end) {
        size_t n = tags_known_beginning(tags, text + word, end - word);

        if (n == end - word)
            return;
        tags_add(tags, *start, word + n);
        word += n;
        *start = word;
    }
}

/* Cuts at lower→Upper where the page does not write the word so ("iPhone", "McKay"). */
static void
tags_cut_glued(struct tags *tags, struct span line)
{
    const char *text = tags->page->text;
    size_t start = line.start, word = line.start;

    for (size_t i = line.start; i <= line.end; i++) {
        bool joint = i < line.end && i > word && ascii_upper(text[i]) &&
                     (ascii_lower(text[i - 1]) || (ascii_digit(text[i - 1]) && i > word + 1));
        bool last = i == line.end || !tags_is_letter(text[i]);

        if (!joint && !last)
            continue;
        if (joint) {
            size_t whole = i;
            while (whole < line.end && tags_is_letter(text[whole]))
                whole++;
            if (tags_word(tags, text + word, whole - word))
                continue;
        }
        if (i > word)
            tags_cut_word(tags, &start, word, i);
        if (joint) {
            tags_add(tags, start, i);
            start = i;
            word = i;
        } else {
            word = i + 1;
        }
    }
    tags_add(tags, start, line.end);
}

static void
tags_cut_list(struct tags *tags, struct slice list)
{
    const char *text = tags->page->text;
    const char *separators = memchr(list.at, ',', list.len)   ? ","
                             : memchr(list.at, ';', list.len) ? ";"
                             : memchr(list.at, '|', list.len) ? "|"
                             : memchr(list.at, '#', list.len) ? "#"
                                                              : ",";
    size_t start = (size_t)(list.at - text), end = start + list.len;

    for (size_t i = start; i <= end; i++)
        if (i == end || text[i] == separators[0]) {
            tags_add(tags, start, i);
            start = i + 1;
        }
}

static void
tags_keep(struct tags *tags)
{
    struct article *article = tags->page->article;

    if (tags->spans.n) {
        article->tags = arena_copy(article->arena, tags->spans.v, tags->spans.n * sizeof *tags->spans.v);
        article->ntags = tags->spans.n;
    }
    vec_free(&tags->spans);
    mem_free(tags);
}

void
tags_split(struct page *page, struct slice list)
{
    struct tags *tags = mem_zero(1, sizeof *tags);

    tags->page = page;
    tags_cut_list(tags, list);
    tags_keep(tags);
}

/* As many joints as wanted, few blanks, and no mark of a sentence. */
bool
tags_is_glued(struct slice s, size_t least)
{
    size_t joints = 0, blanks = 0;

    if (s.len > TAGS_LINE_BYTES)
        return false;
    for (size_t i = 1; i < s.len; i++) {
        if (strchr(".!?:;\"|@/,", s.at[i]))
            return false;
        joints += ascii_lower(s.at[i - 1]) && ascii_upper(s.at[i]);
        blanks += s.at[i] == ' ';
    }
    return joints >= least && blanks <= joints * 3 + 2;
}

/* Line i is a line of tags: splits it, behind "Tags:" where that stands. */
void
tags_read(struct page *page, size_t i)
{
    struct slice s = article_slice(page->article, page->lines[i].shown);
    const char *colon = memchr(s.at, ':', s.len < 24 ? s.len : 24);
    struct tags *tags = mem_zero(1, sizeof *tags);

    tags->page = page;
    if (colon)
        s = slice_trim(slice_of(colon + 1, (size_t)(s.at + s.len - colon - 1)));
    if (memchr(s.at, ',', s.len) || memchr(s.at, '|', s.len) || memchr(s.at, '#', s.len) || !tags_is_glued(s, 1)) {
        tags_cut_list(tags, s);
    } else {
        uint32_t start = (uint32_t)(s.at - page->text);
        tags_learn(tags, i);
        tags_cut_glued(tags, (struct span){start, start + (uint32_t)s.len});
    }
    tags_keep(tags);
}
