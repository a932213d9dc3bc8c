/* Slices: comparing and trimming bytes that belong to somebody else. */
#include <string.h>
#include <strings.h>

#include "lede/base.h"

bool
slice_is_nocase(struct slice a, const char *string)
{
    return a.len == strlen(string) && (a.len == 0 || strncasecmp(a.at, string, a.len) == 0);
}

static bool
slice_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct slice
slice_trim(struct slice a)
{
    for (;;) {
        if (a.len && slice_is_blank(a.at[0]))
            a.at++, a.len--;
        else if (slice_starts(a, "\xC2\xA0"))
            a.at += 2, a.len -= 2;
        else
            break;
    }
    for (;;) {
        if (a.len && slice_is_blank(a.at[a.len - 1]))
            a.len--;
        else if (slice_ends(a, "\xC2\xA0"))
            a.len -= 2;
        else
            return a;
    }
}
