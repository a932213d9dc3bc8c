/* What is said on standard error. */
#include "complain.h"

#include <stdio.h>
#include <string.h>

#include "lede/utf.h"

static void
complain_print(const char *s)
{
    size_t len = strlen(s), n;

    for (size_t i = 0; i < len; i += n) {
        uint32_t cp;

        n = (size_t)utf_decode(s + i, len - i, &cp);
        if (!utf_is_hidden(cp) && (n > 1 || cp < 0x80)) { /* an invalid byte is one byte that is U+FFFD */
            fwrite(s + i, 1, n, stderr);
            continue;
        }
        for (size_t k = 0; k < n; k++)
            fprintf(stderr, "\\x%02x", (unsigned char)s[i + k]);
    }
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
