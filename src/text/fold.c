/* Folding: the form in which words are compared. */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "lede/utf.h"

enum { FOLD_MAX = 64 }; /* bytes that one code point can fold to; U+FDFA needs 33 */

/* Hyphens, dashes and quotes that are matched as one. */
static char
fold_punctuation(uint32_t cp)
{
    if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
        return '-';
    if (cp == 0x2018 || cp == 0x2019 || cp == 0x201A || cp == 0x201B || cp == 0x2032 || cp == 0x02BC)
        return '\'';
    if (cp == 0x201C || cp == 0x201D || cp == 0x201E || cp == 0x201F || cp == 0x2033 || cp == 0xAB || cp == 0xBB)
        return '"';
    return 0;
}

/* Case folding, then compatibility decomposition, then the marks taken off. */
static size_t
fold_letters(const char *s, size_t len, char out[FOLD_MAX])
{
    uint8_t buf[FOLD_MAX * 2];
    size_t n = sizeof buf, used = 0;
    uint8_t *folded = u8_casefold((const uint8_t *)s, len, NULL, UNINORM_NFKD, buf, &n);

    if (!folded)
        return 0;
    for (size_t i = 0; i < n;) {
        uint32_t cp;
        int step = utf_decode((const char *)folded + i, n - i, &cp);

        if (!uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Mn) && used + (size_t)step <= FOLD_MAX) {
            memcpy(out + used, folded + i, (size_t)step);
            used += (size_t)step;
        }
        i += (size_t)step;
    }
    if (folded != buf)
        free(folded);
    return used;
}

/* What fold_letters() makes of U+00C0 to U+017F: the letters of western and central Europe cost it a microsecond each. */
static const char latin[][4] = {
    "a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "ð", "n", "o", "o", "o", "o", "o", "×", "ø", "u", "u", "u", "u", "y", "þ", "ss",
    "a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "ð", "n", "o", "o", "o", "o", "o", "÷", "ø", "u", "u", "u", "u", "y", "þ", "y",
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    "đ", "đ", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    "g", "g", "g", "g", "h", "h", "ħ", "ħ", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "ı", "ij", "ij", "j", "j", "k", "k", "ĸ", "l", "l", "l", "l", "l", "l", "l·",
    "l·", "ł", "ł", "n", "n", "n", "n", "n", "n", "ʼn", "ŋ", "ŋ", "o", "o", "o", "o",
    "o", "o", "œ", "œ", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    "s", "s", "t", "t", "t", "t", "ŧ", "ŧ", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

/* What folds by a step, mostly none: the signs of money, and letters of the alphabets of which whole articles are written. */
static const struct {
    uint32_t first, last, step;
} plain[] = {
    {0x00A1, 0x00A7, 0},
    {0x0391, 0x03A1, 0x20}, {0x03A3, 0x03A9, 0x20}, {0x03B1, 0x03C1, 0}, {0x03C3, 0x03C9, 0},             /* Greek, not ς */
    {0x0410, 0x0418, 0x20}, {0x041A, 0x042F, 0x20}, {0x0430, 0x0438, 0}, {0x043A, 0x044F, 0},             /* Cyrillic, not Й */
    {0x05D0, 0x05EA, 0},    {0x0627, 0x063A, 0},    {0x0641, 0x064A, 0}, {0x20A9, 0x20BF, 0}, {0x3400, 0x4DBF, 0},
    {0x4E00, 0x9FFF, 0},
};

/* The same as fold_letters() for what stands in the tables; 0: it does not. */
static size_t
fold_known(uint32_t cp, char out[FOLD_MAX])
{
    if (cp >= 0xC0 && cp < 0x180) {
        size_t n = strlen(latin[cp - 0xC0]);

        memcpy(out, latin[cp - 0xC0], n);
        return n;
    }
    for (size_t i = 0; i < sizeof plain / sizeof *plain && plain[i].first <= cp; i++)
        if (cp <= plain[i].last)
            return (size_t)utf_encode(cp + plain[i].step, out);
    return 0;
}

/* Folds the code point at s[0..len) and says in *taken how many bytes it had. Returns the bytes written. */
static size_t
fold_one(const char *s, size_t len, char out[FOLD_MAX], size_t *taken)
{
    unsigned char c = (unsigned char)s[0];
    uint32_t cp;
    size_t n;

    if (c >= 0x21 && c < 0x7F) {
        *taken = 1;
        out[0] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        return 1;
    }
    *taken = (size_t)utf_decode(s, len, &cp);
    n = fold_known(cp, out);
    if (n > 0)
        return n;
    if (utf_is_space(cp)) {
        out[0] = ' ';
        return cp != 0x200B;
    }
    if (utf_is_hidden(cp))
        return 0;
    out[0] = fold_punctuation(cp);
    return out[0] ? 1 : fold_letters(s, *taken, out);
}

/* The words of a newspaper are ASCII: takes a run of them in one go, single blanks between them too. Returns its length. */
static size_t
fold_ascii(struct text *out, const char *s, size_t len)
{
    char *to = text_room(out, len);
    size_t n = 0;

    for (; n < len; n++) {
        unsigned char c = (unsigned char)s[n];

        if (c - 0x21u >= 0x5E && !(c == ' ' && n && s[n - 1] != ' '))
            break;
        to[n] = (char)(c - (unsigned)'A' < 26u ? c | 0x20u : c);
    }
    out->n += n;
    to[n] = '\0';
    return n;
}

void
utf_fold(struct text *out, const char *s, size_t len)
{
    size_t from = out->n;

    for (size_t i = 0; i < len;) {
        char folded[FOLD_MAX];
        size_t taken, n = fold_ascii(out, s + i, len - i);

        i += n;
        if (i == len)
            break;
        n = fold_one(s + i, len - i, folded, &taken);
        i += taken;
        if (n == 1 && folded[0] == ' ' && (out->n == from || out->v[out->n - 1] == ' '))
            continue;
        text_add(out, folded, n);
    }
    if (out->n > from && out->v[out->n - 1] == ' ')
        out->v[--out->n] = '\0';
    text_add(out, "", 0);
}

/* ---- finding --------------------------------------------------------------------- */

/* Does needle (folded) stand at s[at]? Sets *end behind it. A run of white space is one blank. */
static bool
fold_matches(const char *s, size_t len, size_t at, const char *needle, size_t *end)
{
    bool blank = false;

    while (*needle) {
        char folded[FOLD_MAX];
        size_t taken, n;

        if (at >= len)
            return false;
        n = fold_one(s + at, len - at, folded, &taken);
        at += taken;
        if (n == 1 && folded[0] == ' ') {
            if (blank)
                continue;
            blank = true;
        } else if (n > 0) {
            blank = false;
        }
        if (strncmp(needle, folded, n) != 0) {
            size_t rest = strlen(needle); /* the needle may end within what a code point folds to */

            if (rest == 0 || rest >= n || strncmp(needle, folded, rest) != 0)
                return false;
            n = rest;
        }
        needle += n;
    }
    *end = at;
    return true;
}

static bool
fold_is_empty(const char *s, size_t len)
{
    char folded[FOLD_MAX];
    size_t taken;

    return fold_one(s, len, folded, &taken) == 0;
}

bool
utf_find(const char *s, size_t len, size_t from, const char *folded_needle, struct span *found)
{
    char first = folded_needle[0];

    if (!first)
        return false;
    for (size_t i = from; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        size_t end;

        if (c < 0x80 && c != (unsigned char)first && (c | 0x20) != (unsigned char)first && c > ' ')
            continue;
        if ((c & 0xC0) == 0x80 || (c >= 0x80 && fold_is_empty(s + i, len - i)))
            continue; /* a match begins with something: a million combining marks are passed over once */
        if (fold_matches(s, len, i, folded_needle, &end) && end > i) {
            *found = (struct span){(uint32_t)i, (uint32_t)end};
            return true;
        }
    }
    return false;
}

int
utf_word_step(const char *s, size_t len, bool *part)
{
    uint32_t cp;
    int n = utf_decode(s, len, &cp);

    *part = utf_is_alnum(cp);
    return n;
}

static bool
fold_is_word(uint32_t cp)
{
    return cp == '\'' || utf_is_alnum(cp);
}

/* May a word begin at hay[at]? End there? A NUL ends what is decoded. */
static bool
fold_is_edge(const char *hay, size_t at, bool end)
{
    uint32_t cp;

    if (!end && at == 0)
        return true;
    if (end)
        (void)utf_decode(hay + at, 4, &cp);
    else
        (void)utf_decode_before(hay, at, &cp);
    return !fold_is_word(cp);
}

static bool
fold_word_occurs(const char *hay, const char *word, size_t len, bool whole)
{
    for (const char *at = hay; *at; at++)
        if (*at == *word && strncmp(at, word, len) == 0 && fold_is_edge(hay, (size_t)(at - hay), false) &&
            (!whole || fold_is_edge(hay, (size_t)(at - hay) + len, true)))
            return true;
    return false;
}

bool
utf_words_match(const char *hay, const char *needle, bool whole)
{
    while (*needle) {
        size_t len = strcspn(needle, " ");

        if (len && !fold_word_occurs(hay, needle, len, whole))
            return false;
        needle += len;
        needle += *needle == ' ';
    }
    return true;
}
