/* Words of lines: where they begin, what their letters hint at, and a hash for those that matter. */
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "lede/utf.h"
#include "page.h"

enum { WORDS_FOREIGN_CAPITALS = 40 }; /* headlines and names are short: only there capitals beyond ASCII count */

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
/* Their first five letters, in one of 1024 slots: a cheap test that spares nearly all comparisons. */
#define SLOT(letters) (((letters) << 24) * UINT64_C(0x9E3779B97F4A7C15) >> 54)
#define FIVE(a, b, c, d, e)                                                                                                  \
    [SLOT((uint64_t)(a) | (uint64_t)(b) << 8 | (uint64_t)(c) << 16 | (uint64_t)(d) << 24 | (uint64_t)(e) << 32)] = true
static const bool cue_slots[1024] = {
    FIVE('c', 'o', 'o', 'k', 'i'), FIVE('c', 'o', 'p', 'y', 'r'), FIVE('i', 'n', 'b', 'o', 'x'), FIVE('j', 'a', 'v', 'a', 's'),
    FIVE('n', 'e', 'w', 's', 'l'), FIVE('r', 'e', 'c', 'a', 'p'), FIVE('s', 'u', 'b', 's', 'c'), FIVE('u', 'n', 's', 'u', 'b'),
    FIVE('c', 'o', 'n', 't', 'r'), FIVE('o', 'p', 'i', 'n', 'i'), FIVE('v', 'i', 'e', 'w', 's'),
};
#undef FIVE

static inline bool
word_may_cue(uint64_t eight)
{
    return cue_slots[SLOT(eight | EIGHT(0x20))];
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

/* ---- words of a line ------------------------------------------------------------------------------ */

static inline bool
word_is_mark(const unsigned char *s)
{
    return byte_sorts[*s] == 0 || byte_sorts[*s] & BYTE_STOP || (s[0] == 0xE2 && s[1] == 0x80);
}

bool
word_is_capital(const unsigned char *s, const unsigned char *end)
{
    unsigned char sort = byte_sorts[*s];
    uint32_t cp;

    if (!(sort & BYTE_HIGH))
        return sort & BYTE_UPPER || (sort == 0 && end - s > 1 && byte_sorts[s[1]] & BYTE_UPPER);
    if (s[0] == 0xE2 && s[1] == 0x80) /* U+2000 to U+203F are marks */
        return false;
    utf_decode((const char *)s, (size_t)(end - s), &cp);
    return utf_is_upper(cp);
}

void
words_look(const char *text, const char *text_end, struct line *line, uint32_t *words)
{
    const unsigned char *base = (const unsigned char *)text, *end = (const unsigned char *)text_end;
    const unsigned char *line_end = base + line->span.end;
    uint32_t n = line->words, caps = 0;

    for (uint32_t i = 0; i < n; i++) {
        const unsigned char *s = base + words[i];
        unsigned char sort = byte_sorts[*s];

        if (sort & (BYTE_UPPER | BYTE_LOWER)) {
            caps += sort / BYTE_UPPER & 1;
            if (word_may_cue(eight_load(s, (size_t)(end - s))))
                line->flags |= word_cue((const char *)s, (size_t)(line_end - s));
            continue;
        }
        if (i < WORDS_FOREIGN_CAPITALS || !(sort & BYTE_HIGH))
            caps += word_is_capital(s, line_end);
        while (s < end && word_is_mark(s))
            s += *s == 0xE2 ? 3 : 1;
        words[i] = (uint32_t)((byte_is_blank(s) ? end : s) - base); /* of marks alone: at the end of the text */
    }
    line->caps = caps;
}

/* ---- hashes --------------------------------------------------------------------------------------- */

/* room: bytes that can be read at s, len or more. */
static inline uint32_t
word_hash_of(const unsigned char *s, size_t len, size_t room)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ len;

    if (!len)
        return 0;
    for (size_t at = 0; at < len; at += 8) {
        uint64_t eight = eight_load(s + at, room - at) | EIGHT(0x20);

        hash = (hash ^ (len - at < 8 ? eight_head(eight, (unsigned)(len - at)) : eight)) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    return ((uint32_t)hash & ~1u) | (len >= 4) | ((uint32_t)hash < 2 ? 2 : 0);
}

uint32_t
word_hash(const char *s, size_t len)
{
    return word_hash_of((const unsigned char *)s, len, len);
}

/* Behind the word at s, without the marks around it. */
static const unsigned char *
word_end(const unsigned char *s, size_t room)
{
    const unsigned char *end = s;
    uint64_t eight = eight_load(s, room), controls = eight_between(eight, 0, ' ');

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
    return end;
}

uint32_t
word_hash_at(const struct page *page, uint32_t at)
{
    size_t room = page->article->len - at;
    const unsigned char *s = (const unsigned char *)page->text + at, *end = word_end(s, room);

    if (end - s > 2 && end[-1] == 's' && end[-2] == '\'')
        end -= 2;
    else if (end - s > 4 && end[-1] == 's' && memcmp(end - 4, "\xE2\x80\x99", 3) == 0)
        end -= 4;
    return word_hash_of(s, (size_t)(end - s), room);
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
