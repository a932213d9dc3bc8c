/* UTF-8 in and out, and windows-1252 in. */
#include <string.h>

#include "lede/sixteen.h"
#include "lede/utf.h"

int
utf_decode(const char *s, size_t len, uint32_t *cp)
{
    const unsigned char *u = (const unsigned char *)s;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t c = u[0];
    int n = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : (c & 0xF0) == 0xE0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;

    if (n == 1) {
        *cp = c;
        return 1;
    }
    *cp = UTF_REPLACEMENT;
    if (n == 0 || (size_t)n > len)
        return 1;
    c &= 0x7Fu >> n;
    for (int i = 1; i < n; i++) {
        if ((u[i] & 0xC0) != 0x80)
            return 1;
        c = c << 6 | (u[i] & 0x3F);
    }
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return 1;
    *cp = c;
    return n;
}

int
utf_decode_before(const char *s, size_t at, uint32_t *cp)
{
    size_t start = at - 1;

    while (start > 0 && at - start < 4 && ((unsigned char)s[start] & 0xC0) == 0x80)
        start--;
    if ((size_t)utf_decode(s + start, at - start, cp) == at - start)
        return (int)(at - start);
    *cp = UTF_REPLACEMENT;
    return 1;
}

int
utf_encode(uint32_t cp, char out[4])
{
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
        cp = UTF_REPLACEMENT;
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

bool
utf_valid(const char *s, size_t len, size_t *bad)
{
    size_t i = 0;

    while (i < len) {
        uint32_t cp;
        int n;

        if (len - i >= 16) { /* most of a newspaper is ASCII */
            unsigned ascii = sixteen_first(sixteen_high(sixteen_load((const unsigned char *)s + i)));

            i += ascii;
            if (ascii == 16)
                continue;
        }
        n = utf_decode(s + i, len - i, &cp);
        if (n == 1 && (unsigned char)s[i] >= 0x80) {
            if (bad)
                *bad = i;
            return false;
        }
        i += (size_t)n;
    }
    return true;
}

/* 0x80–0x9F of windows-1252 */
static const uint16_t upper_controls[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

char *
utf_from_windows_1252(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
    char *out = arena_alloc(arena, len * 3 + 1);
    size_t n = 0;

    for (size_t i = 0; i < len; i++) {
        uint32_t c = (unsigned char)s[i];

        n += (size_t)utf_encode(c >= 0x80 && c < 0xA0 ? upper_controls[c - 0x80] : c, out + n);
    }
    out[n] = '\0';
    *out_len = n;
    return out;
}

char *
utf_repair(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
    char *out = arena_alloc(arena, len * 3 + 1);
    size_t n = 0;

    for (size_t i = 0; i < len;) {
        uint32_t cp;

        i += (size_t)utf_decode(s + i, len - i, &cp);
        n += (size_t)utf_encode(cp, out + n);
    }
    out[n] = '\0';
    *out_len = n;
    return out;
}
