/* A terminal that takes nothing amiss. */
#include "strict.h"

#include <string.h>

#include "lede/utf.h"

/* The modes a full-screen program may set: cursor keys, wrapping, blinking and visible cursor, the other screen, paste marks;
   34 is the cursor of screen. */
static const char *const modes[] = {"?1", "?7", "?47", "?12", "?25", "?12;25", "?1049", "?2004", "4", "34"};

static bool
strict_mode(const char *parameters, size_t len)
{
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strlen(modes[i]) == len && memcmp(modes[i], parameters, len) == 0)
            return true;
    return false;
}

/* The window's title on the stack of titles: part of xterm's smcup and rmcup. */
static bool
strict_window(const char *parameters, size_t len)
{
    return len == 6 && (memcmp(parameters, "22;0;0", 6) == 0 || memcmp(parameters, "23;0;0", 6) == 0);
}

/* ESC [ … : the bytes taken, or 0. */
static size_t
strict_control(const char *s, size_t len)
{
    size_t n = 2;
    char final;

    while (n < len && ((s[n] >= '0' && s[n] <= '9') || s[n] == ';' || (s[n] == '?' && n == 2)))
        n++;
    if (n == len)
        return 0;
    final = s[n];
    if (final == 'h' || final == 'l')
        return strict_mode(s + 2, n - 2) ? n + 1 : 0;
    if (final == 't')
        return strict_window(s + 2, n - 2) ? n + 1 : 0;
    if (s[2] == '?' && n > 2 && final != 'c') /* the Linux console's cursor is ESC [ ? 0 c */
        return 0;
    return strchr("@ABCDGHJKLMPXZbcdfmrST", final) ? n + 1 : 0;
}

static size_t
strict_escape(const char *s, size_t len)
{
    if (len < 2)
        return 0;
    switch (s[1]) {
    case '[':
        return strict_control(s, len);
    case '(':
    case ')':
        return len > 2 && (s[2] == 'B' || s[2] == '0') ? 3 : 0;
    case '=':
    case '>':
    case '7':
    case '8':
    case 'M':
    case 'D':
    case 'E':
    case 'H':
        return 2;
    default:
        return 0;
    }
}

static size_t
strict_text(const char *s, size_t len, bool utf8)
{
    uint32_t cp;
    size_t n;

    if (strchr("\r\n\b\t\016\017", *s))
        return 1;
    if ((unsigned char)*s < 0x80)
        return *s >= 0x20 && *s < 0x7F ? 1 : 0;
    n = (size_t)utf_decode(s, len, &cp);
    return utf8 && !utf_is_hidden(cp) && (n > 1 || cp != UTF_REPLACEMENT) ? n : 0;
}

bool
strict_is_clean(const char *bytes, size_t len, bool utf8, size_t *at)
{
    for (size_t i = 0; i < len;) {
        size_t n = bytes[i] == '\0' ? 0 : bytes[i] == '\033' ? strict_escape(bytes + i, len - i) : strict_text(bytes + i, len - i, utf8);

        if (n == 0) {
            *at = i;
            return false;
        }
        i += n;
    }
    return true;
}
