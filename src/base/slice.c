/* Slices: comparing and trimming bytes that belong to somebody else. */
#include <string.h>
#include <strings.h>

#include "lede/base.h"

struct slice
slice_str(const char *string)
{
    return slice_of(string, string ? strlen(string) : 0);
}

bool
slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool
slice_is(struct slice a, const char *string)
{
    return slice_equal(a, slice_str(string));
}

bool
slice_is_nocase(struct slice a, const char *string)
{
    return a.len == strlen(string) && (a.len == 0 || strncasecmp(a.at, string, a.len) == 0);
}

bool
slice_starts(struct slice a, const char *prefix)
{
    size_t n = strlen(prefix);

    return a.len >= n && (n == 0 || memcmp(a.at, prefix, n) == 0);
}

bool
slice_ends(struct slice a, const char *suffix)
{
    size_t n = strlen(suffix);

    return a.len >= n && (n == 0 || memcmp(a.at + a.len - n, suffix, n) == 0);
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
