/* Words as people and scripts want them. */
#include "lede/utf.h"

void
utf_plain(struct text *out, const char *s, size_t len)
{
    out->n = 0;
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        int n = utf_decode(s + i, len - i, &cp);

        if (utf_is_space(cp)) {
            if (out->n && out->v[out->n - 1] != ' ')
                text_putc(out, ' ');
        } else if (cp == 0x2010 || cp == 0x2011) {
            text_putc(out, '-');
        } else if (cp == UTF_REPLACEMENT) {
            text_puts(out, "\xEF\xBF\xBD"); /* a bad byte of a file's name, too */
        } else if (!utf_is_hidden(cp)) {
            text_add(out, s + i, (size_t)n);
        }
        i += (size_t)n;
    }
    if (out->n && out->v[out->n - 1] == ' ')
        out->n--;
    text_add(out, "", 0);
}
