/* Where a line may break, and where a character that a reader sees ends. */
#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include "lede/utf.h"

size_t
utf_grapheme_end(const char *s, size_t len, size_t at)
{
    const uint8_t *next;

    if ((unsigned char)s[at] < 0x80 && s[at] != '\r' && (at + 1 == len || (unsigned char)s[at + 1] < 0x80))
        return at + 1;
    next = u8_grapheme_next((const uint8_t *)s + at, (const uint8_t *)s + len);
    return next ? (size_t)(next - (const uint8_t *)s) : len;
}

/* LB 29: no break between a full stop and a letter ("U.S."). libunistring 1.0 allows it. */
static bool
breaks_forbidden(const char *s, size_t len, size_t at)
{
    uint32_t cp;

    if (at == 0 || (s[at - 1] != '.' && s[at - 1] != ',' && s[at - 1] != ':' && s[at - 1] != ';'))
        return false;
    (void)utf_decode(s + at, len - at, &cp);
    return utf_is_letter(cp);
}

void
utf_line_breaks(const char *s, size_t len, char *marks)
{
    u8_possible_linebreaks((const uint8_t *)s, len, "UTF-8", marks);
    for (size_t i = 0; i < len; i++)
        switch (marks[i]) {
        case UC_BREAK_POSSIBLE:
        case UC_BREAK_HYPHENATION:
            marks[i] = breaks_forbidden(s, len, i) ? 0 : 'b';
            break;
        case UC_BREAK_MANDATORY:
            marks[i] = '!';
            break;
        default:
            marks[i] = 0;
        }
}
