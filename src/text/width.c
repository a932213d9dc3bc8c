/* Columns on the screen. */
#include <unictype.h>
#include <uniwidth.h>

#include "lede/utf.h"

/*
 * Where libunistring 1.0 and the terminals' wcwidth() disagree (all 91 printable code points, found by comparing them one by
 * one with glibc 2.36): the terminals are right, for it is their columns that count.
 */
static const struct {
    uint32_t first, last;
    int width;
} disagreed[] = {
    {0x0600, 0x0605, 1}, {0x06DD, 0x06DD, 1}, {0x070F, 0x070F, 1}, {0x0890, 0x0891, 1}, {0x08E2, 0x08E2, 1},
    {0x0CBF, 0x0CBF, 0}, {0x0CC6, 0x0CC6, 0}, {0x3248, 0x324F, 2}, {0x4DC0, 0x4DFF, 2}, {0x110BD, 0x110BD, 1},
    {0x110CD, 0x110CD, 1}, {0x11A07, 0x11A08, 0}, {0x11C3F, 0x11C3F, 0},
};

bool
utf_is_hidden(uint32_t cp)
{
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
        return true;
    if (cp < 0xAD)
        return false;
    return cp == 0xAD || cp == 0x034F || cp == 0x061C || cp == 0x115F || cp == 0x1160 || cp == 0x17B4 || cp == 0x17B5 ||
           (cp >= 0x180B && cp <= 0x180F) ||
           (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) ||
           cp == 0x3164 || (cp >= 0xD800 && cp < 0xE000) || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
           (cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF || cp == 0xFFA0 || (cp >= 0xFFF0 && cp <= 0xFFFB) ||
           (cp & 0xFFFE) == 0xFFFE || (cp >= 0x1BCA0 && cp <= 0x1BCA3) || (cp >= 0x1D173 && cp <= 0x1D17A) ||
           (cp >= 0xE0000 && cp <= 0xE0FFF) || cp > 0x10FFFF;
}

int
utf_width(uint32_t cp)
{
    int width;

    if (cp >= 0x20 && cp < 0x7F)
        return 1;
    if (utf_is_hidden(cp))
        return 0;
    for (size_t i = 0; i < sizeof disagreed / sizeof *disagreed && cp >= disagreed[i].first; i++)
        if (cp <= disagreed[i].last)
            return disagreed[i].width;
    width = uc_width(cp, "UTF-8");
    return width < 0 ? 0 : width;
}

int
utf_width_of(const char *s, size_t len)
{
    int width = 0;

    for (size_t i = 0; i < len;) {
        uint32_t cp;

        if (s[i] >= 0x20 && s[i] < 0x7F) {
            width++;
            i++;
            continue;
        }
        i += (size_t)utf_decode(s + i, len - i, &cp);
        width += utf_width(cp);
    }
    return width;
}
