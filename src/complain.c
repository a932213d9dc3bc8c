/* What is said on standard error. */
#include "complain.h"

#include <stdio.h>
#include <string.h>

#include "lede/utf.h"

int
complain_write(FILE *out, const char *s, size_t len)
{
    int columns = 0;
    size_t n;

    for (size_t i = 0; i < len; i += n) {
        uint32_t cp;

        n = (size_t)utf_decode(s + i, len - i, &cp);
        if (!utf_is_hidden(cp) && (n > 1 || cp < 0x80)) { /* an invalid byte is one byte that is U+FFFD */
            fwrite(s + i, 1, n, out);
            columns += utf_width(cp);
            continue;
        }
        for (size_t k = 0; k < n; k++)
            columns += fprintf(out, "\\x%02x", (unsigned char)s[i + k]);
    }
    return columns;
}

static void
complain_print(const char *s)
{
    (void)complain_write(stderr, s, strlen(s));
}

void
complain_place(const char *text, size_t offset, size_t len)
{
    int before, columns;

    fputs("  ", stderr);
    before = complain_write(stderr, text, offset);
    columns = complain_write(stderr, text + offset, len);
    complain_print(text + offset + len);
    fprintf(stderr, "\n  %*s^", before, "");
    while (--columns > 0)
        putc('~', stderr);
    putc('\n', stderr);
}

void
complain(const char *where, const char *what)
{
    fputs("lede: ", stderr);
    complain_print(where);
    fputs(*where ? ": " : "", stderr);
    complain_print(what);
    putc('\n', stderr);
}

void
complain_all(const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++)
        complain(problems->v[i].where, problems->v[i].what);
}
