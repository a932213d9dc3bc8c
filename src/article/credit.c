/* Credits of pictures, alone on a line or at the end of a caption. */
#include <string.h>

#include "bytes.h"
#include "lede/sixteen.h"
#include "page.h"

enum { CREDIT_BYTES = 130, CREDIT_CAPTION_WORDS = 95, CREDIT_ALONE_WORDS = 14, CREDIT_BLANKS = 13, CREDIT_LEAST = 8 };

static const char *const credit_agencies[] = {
    "AFP", "AP", "Getty Images", "Getty", "Reuters", "REUTERS", "EPA", "EPA-EFE", "Shutterstock", "Alamy", "Alamy Stock Photo",
    "PA", "PA Wire", "PA Images", "iStock", "WireImage", "Bloomberg", "Xinhua", "Associated Press", "The Associated Press",
    "AP Photo", "The Canadian Press", "Canadian Press", "CP", "Anadolu", "ANI", "PTI", "Bernama", "Kyodo", "Yonhap", "dpa",
    "Supplied", "Handout", "File", "Pool", "Unsplash", "Pexels", "Pixabay", "Twitter", "Instagram", "Facebook", "Submitted",
    "Screenshot", "AAP", "NASA", "USA TODAY Sports", "Imagn Images", "Zuma Press", "Adobe Stock", "AP file", "AP File",
    "Reuters file", "Getty Images file", "AFP file", "ABACA", "SIPA", "CNS", "MediaNews Group", "Rex",
};
/* Words that open a credit at the end of a caption. Each stands for "…:" or "… by". */
static const char *const credit_markers[] = {
    "Photograph: ",    "Photograph by ", "Photo: ",        "Photo by ",        "Photos: ",       "Photos by ",
    "Photo courtesy",  "Photo credit",   "Picture: ",      "Pictures: ",       "Credit: ",       "Image: ",
    "Image credit",    "Image by ",      "Pic: ",          "PHOTO: ",          "PHOTO BY ",      "CREDIT: ",
    "IMAGE: ",         "Photographer: ", "Source: Getty",  "Illustration by ", "Illustration: ", "Courtesy of ",
    "Image Credits: ", "PHOTOGRAPH: ",   "PHOTOGRAPH BY ", "Composite: ",      "Screengrab: ",   "Screenshot: ",
    "Courtesy: ",
};
static const bool credit_marker_slots[FOUR_SLOTS] = {
    FOUR('P', 'h', 'o', 't'), FOUR('P', 'H', 'O', 'T'), FOUR('P', 'i', 'c', 't'), FOUR('P', 'i', 'c', ':'),
    FOUR('C', 'r', 'e', 'd'), FOUR('C', 'R', 'E', 'D'), FOUR('I', 'm', 'a', 'g'), FOUR('I', 'M', 'A', 'G'),
    FOUR('S', 'o', 'u', 'r'), FOUR('I', 'l', 'l', 'u'), FOUR('C', 'o', 'u', 'r'), FOUR('C', 'o', 'm', 'p'),
    FOUR('S', 'c', 'r', 'e'),
};
/* Words inside brackets that make them a credit. */
static const char *const credit_words[] = {"photo",
                                           "image", "picture", "getty", "reuters", "afp", "ap ", "/ap", "via ", "courtesy",
                                           "supplied", "handout", "xinhua", "shutterstock", "associated press", "credit",
                                           "screenshot", "canadian press", "bloomberg", "file)", "pool", "epa", "screengrab",
                                           "nasa", "/pa", "staff photographer", "/twitter", "/facebook", "/instagram"};

static bool
credit_is_agency(struct slice s)
{
    for (size_t i = 0; i < sizeof credit_agencies / sizeof *credit_agencies; i++)
        if (s.len && s.at[0] == credit_agencies[i][0] && slice_is(s, credit_agencies[i]))
            return true;
    return false;
}

/* "Name/Paper": capitals on both sides of the stroke, and few words. */
static bool
credit_is_pair(struct slice s)
{
    const char *stroke = memchr(s.at, '/', s.len);
    size_t blanks = 0;

    for (size_t i = 0; i < s.len; i++)
        blanks += s.at[i] == ' ';
    return stroke && stroke > s.at && stroke + 1 < s.at + s.len && blanks >= 1 && blanks <= 7 &&
           ascii_upper(s.at[0]) &&
           ascii_upper(slice_trim(slice_of(stroke + 1, (size_t)(s.at + s.len - stroke - 1))).at[0]);
}

/* Where a credit in brackets begins at the end of s, or s.len. */
static size_t
credit_bracketed(struct slice s)
{
    size_t end = s.len, at;
    struct slice inside;

    while (end && (s.at[end - 1] == '.' || s.at[end - 1] == ' '))
        end--;
    if (!end || (s.at[end - 1] != ')' && s.at[end - 1] != ']'))
        return s.len;
    for (at = end - 1; at && end - at < CREDIT_BYTES && s.at[at] != '(' && s.at[at] != '['; at--)
        ;
    if (s.at[at] != '(' && s.at[at] != '[')
        return s.len;
    inside = slice_of(s.at + at + 1, end - at - 2);
    if (credit_is_agency(slice_trim(inside)) || credit_is_pair(inside))
        return at;
    for (size_t i = 0; i < sizeof credit_words / sizeof *credit_words; i++)
        if (line_says(slice_of(s.at + at + 1, end - at - 1), credit_words[i]))
            return at;
    return s.len;
}

/* A marker of the table at s, with few words behind it. */
static bool
credit_is_marker(struct slice s)
{
    size_t blanks = 0;

    for (size_t i = 0; i < sizeof credit_markers / sizeof *credit_markers; i++) {
        if (!slice_starts(s, credit_markers[i]))
            continue;
        for (size_t k = 0; k < s.len; k++)
            blanks += s.at[k] == ' ';
        return blanks <= CREDIT_BLANKS;
    }
    return false;
}

/* Where "… Photograph: A. Name/Agency" has its credit, or s.len: a marker, and behind it a few words to the end. */
static size_t
credit_marked(struct slice s)
{
    for (size_t i = s.len > CREDIT_BYTES ? s.len - CREDIT_BYTES : 0; i + CREDIT_LEAST < s.len; i += 16) {
        struct sixteen bytes = sixteen_load_of((const unsigned char *)s.at + i, s.len - i, s.len - i);
        unsigned initials = sixteen_equal(bytes, 'P') | sixteen_equal(bytes, 'C') | sixteen_equal(bytes, 'I') |
                            sixteen_equal(bytes, 'S'); /* of all markers */

        for (; initials; initials &= initials - 1) {
            size_t at = i + sixteen_first(initials);

            if (at + CREDIT_LEAST < s.len && four_may_be(s.at + at, credit_marker_slots) &&
                !(at && ascii_upper(s.at[at - 1])) && credit_is_marker(slice_of(s.at + at, s.len - at)))
                return at;
        }
    }
    return s.len;
}

/* Where "A. Name/AFP via Getty Images" or "Name | Agency" begins at the end of s, or s.len. */
static size_t
credit_slashed(struct slice s)
{
    size_t from = s.len > 60 ? s.len - 60 : 0;

    if (!ascii_letter(s.at[s.len - 1])) /* an agency's name ends so, and few lines do */
        return s.len;
    for (size_t at = s.len; at-- > from;) {
        struct slice tail;

        if (s.at[at] != '/' && s.at[at] != '|' && !(s.at[at] == ' ' && at >= 4 && memcmp(s.at + at - 4, " via", 4) == 0))
            continue;
        tail = slice_trim(slice_of(s.at + at + 1, s.len - at - 1));
        if (credit_is_agency(tail)) { /* back over the capitalised words of the photographer */
            while (at && (ascii_alnum(s.at[at - 1]) || strchr(" ./-|", s.at[at - 1]) ||
                          (unsigned char)s.at[at - 1] >= 0x80)) {
                if (s.at[at - 1] == ' ' && at < s.len && ascii_lower(s.at[at]))
                    break;
                at--;
            }
            return at;
        }
        if (tail.len > 24)
            break;
    }
    return s.len;
}

enum line_class
credit_class(struct slice s, const struct line *line)
{
    size_t at;

    if (line->words > CREDIT_CAPTION_WORDS)
        return LINE_PLAIN;
    at = credit_bracketed(s);
    if (at == s.len)
        at = credit_slashed(s);
    if (at == s.len)
        at = credit_marked(s);
    if (at == s.len)
        return LINE_PLAIN;
    return at < 3 && line->words <= CREDIT_ALONE_WORDS ? LINE_CREDIT : LINE_CAPTION;
}
