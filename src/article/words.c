/* Words of lines: where they begin, a key that tells most of them apart at a glance, and a hash for those that matter. */
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "page.h"

/* ---- hints ---------------------------------------------------------------------------------------- */

/* Words that furniture or notes are made of and news rarely, by how they begin, with no regard to case. */
static const struct {
    const char *word;
    unsigned flag;
} cue_words[] = {
    {"cookies", LINE_CUE},      {"copyright", LINE_CUE}, {"inbox", LINE_CUE},   {"javascript", LINE_CUE},
    {"newsletter", LINE_CUE},   {"recaptcha", LINE_CUE}, {"subscri", LINE_CUE}, {"unsubscribe", LINE_CUE},
    {"contributed", LINE_HINT}, {"opinion", LINE_HINT},  {"views", LINE_HINT},
};
/* Their first three letters, in one of 256 slots: a cheap test that spares nearly all comparisons. */
#define SLOT(letters) ((uint32_t)(letters) * 0x9E3779B1u >> 24)
#define THREE(a, b, c) [SLOT((uint32_t)(a) << 8 | (uint32_t)(b) << 16 | (uint32_t)(c) << 24)] = true
static const bool cue_slots[256] = {
    THREE('c', 'o', 'o'), THREE('c', 'o', 'p'), THREE('i', 'n', 'b'), THREE('j', 'a', 'v'),
    THREE('n', 'e', 'w'), THREE('r', 'e', 'c'), THREE('s', 'u', 'b'), THREE('u', 'n', 's'),
    THREE('c', 'o', 'n'), THREE('o', 'p', 'i'), THREE('v', 'i', 'e'),
};
#undef THREE

static inline bool
word_may_cue(uint64_t prefix)
{
    return cue_slots[SLOT((uint32_t)prefix << 8)];
}

static unsigned
word_cue(const char *s, size_t len)
{
    for (size_t i = 0; i < sizeof cue_words / sizeof *cue_words; i++) {
        const char *word = cue_words[i].word;

        if ((s[0] | 0x20) == word[0] && (s[1] | 0x20) == word[1] && (s[2] | 0x20) == word[2] && len >= strlen(word) &&
            strncasecmp(s, word, strlen(word)) == 0)
            return cue_words[i].flag;
    }
    return 0;
}

/* ---- keys ----------------------------------------------------------------------------------------- */

/* The letters that a word begins with, eight at most, small; zero behind them. The same for all words of the same hash. */
static inline uint64_t
word_prefix(const unsigned char *s, size_t left)
{
    uint64_t eight = eight_load(s, left), others = ~eight_letters(eight) & EIGHT_TOPS;

    return (eight | EIGHT(0x20)) & (((others & -others) >> 7) - 1);
}

static inline bool
word_is_mark(const unsigned char *s)
{
    return byte_sorts[*s] == 0 || byte_sorts[*s] & BYTE_STOP || (s[0] == 0xE2 && s[1] == 0x80);
}

void
words_key(const char *text, const char *text_end, struct line *line, struct word *words)
{
    const unsigned char *base = (const unsigned char *)text, *end = (const unsigned char *)text_end;

    for (uint32_t i = 0; i < line->words; i++) {
        const unsigned char *s = base + words[i].at;
        uint64_t prefix;

        if (!(byte_sorts[*s] & (BYTE_UPPER | BYTE_LOWER)))
            while (s < end && word_is_mark(s))
                s += *s == 0xE2 ? 3 : 1;
        prefix = word_prefix(s, (size_t)(end - s));
        if (word_may_cue(prefix) && s == base + words[i].at)
            line->flags |= (uint16_t)word_cue((const char *)s, (size_t)(base + line->span.end - s));
        words[i].at = (uint32_t)(s - base);
        words[i].key = (uint32_t)(prefix * 0x9E3779B97F4A7C15u >> 32);
    }
}

/* ---- hashes --------------------------------------------------------------------------------------- */

uint32_t
word_hash(const char *s, size_t len)
{
    const unsigned char *bytes = (const unsigned char *)s;
    uint64_t hash = 0x9E3779B97F4A7C15u ^ len;

    if (!len)
        return 0;
    for (size_t at = 0; at < len; at += 8) {
        hash = (hash ^ (eight_load(bytes + at, len - at) | EIGHT(0x20))) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    return ((uint32_t)hash & ~1u) | (len >= 4) | ((uint32_t)hash < 2 ? 2 : 0);
}

uint32_t
word_hash_at(const struct page *page, const struct word *word)
{
    const unsigned char *s = (const unsigned char *)page->text + word->at, *end = s;
    size_t left = page->article->len - word->at;
    uint64_t eight = eight_load(s, left), controls = eight_between(eight, 0, ' ');

    if (controls && !(eight & EIGHT_TOPS)) /* most words are short and of ASCII */
        end += eight_first(controls);
    while (!byte_is_blank(end))
        end++;
    while (end > s) {
        if (byte_sorts[end[-1]] == 0 || byte_sorts[end[-1]] & BYTE_STOP)
            end--;
        else if (end - s > 2 && end[-3] == 0xE2 && end[-2] == 0x80)
            end -= 3;
        else
            break;
    }
    if (end - s > 2 && end[-1] == 's' && end[-2] == '\'')
        end -= 2;
    else if (end - s > 4 && end[-1] == 's' && memcmp(end - 4, "\xE2\x80\x99", 3) == 0)
        end -= 4;
    return word_hash((const char *)s, (size_t)(end - s));
}

/* ---- vocabularies --------------------------------------------------------------------------------- */

bool
word_listed(struct slice word, const char *const by_initial[26])
{
    const char *at = word.len && ascii_letter(word.at[0]) ? by_initial[(word.at[0] | 0x20) - 'a'] : NULL;

    while (at && *at) {
        size_t i = 1;

        while (i < word.len && at[i] && (ascii_upper(word.at[i]) ? word.at[i] | 0x20 : word.at[i]) == at[i])
            i++;
        if (i == word.len && (at[i] == ' ' || !at[i]))
            return true;
        while (at[i] && at[i] != ' ')
            i++;
        at += at[i] ? i + 1 : i;
    }
    return false;
}
