/* Words as people and scripts want them. */
#include "lede/eight.h"
#include "lede/utf.h"

/* Eight bytes of ASCII that are plain: no controls, no blank at the beginning, nor two in a row. */
static inline bool
plain_eight(const unsigned char *s)
{
    uint64_t eight = eight_load(s, 8), blanks;

    if ((eight | (eight - EIGHT(0x20)) | ((eight ^ EIGHT(0x7F)) - EIGHT(1))) & EIGHT_TOPS)
        return false;
    blanks = EIGHT_NOT(eight ^ EIGHT(' '));
    return !(blanks & (blanks << 8 | 0x80));
}

/* Most words are plain from end to end: a run is found by looking at bytes, and copied at once. */
size_t
utf_plain_run(const char *s, size_t len)
{
    size_t i = 0;

    while (i < len) {
        unsigned char c = (unsigned char)s[i];
        uint32_t cp;
        int n;

        if (len - i > 8 && plain_eight((const unsigned char *)s + i)) {
            i += s[i + 7] == ' ' ? 7 : 8; /* what follows a blank has its say below */
        } else if (c > ' ' && c < 0x7F) {
            i++;
        } else if (c == ' ') { /* single, and neither first nor last */
            if (i == 0 || i + 1 == len || utf_is_space((unsigned char)s[i + 1]))
                return i;
            i++;
        } else {
            n = utf_decode(s + i, len - i, &cp);
            if (utf_is_space(cp) || cp == 0x2010 || cp == 0x2011 || cp == UTF_REPLACEMENT || utf_is_hidden(cp))
                return i;
            i += (size_t)n;
        }
    }
    return i;
}

void
utf_plain(struct text *out, const char *s, size_t len)
{
    out->n = 0;
    for (size_t i = 0; i < len;) {
        size_t run = utf_plain_run(s + i, len - i);
        uint32_t cp;

        text_add(out, s + i, run);
        i += run;
        if (i == len)
            break;
        i += (size_t)utf_decode(s + i, len - i, &cp);
        if (utf_is_space(cp)) {
            if (out->n && out->v[out->n - 1] != ' ')
                text_putc(out, ' ');
        } else if (cp == 0x2010 || cp == 0x2011) {
            text_putc(out, '-');
        } else if (cp == UTF_REPLACEMENT) {
            text_puts(out, "\xEF\xBF\xBD"); /* a bad byte of a file's name, too */
        }
    }
    if (out->n && out->v[out->n - 1] == ' ')
        out->n--;
    text_add(out, "", 0);
}
