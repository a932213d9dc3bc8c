/* What a paper says of its people and of itself: author boxes, thanks, disclaimers. */
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "lede/sixteen.h"
#include "page.h"

enum { BIO_HEAD = 60, BIO_SHORTEST = 6 }; /* bytes; of a verb with its blanks */

static const char *const bio_jobs[] = {
    "reporter",          "correspondent",     "writer",    "editor",       "journalist", "columnist",
    "contributor",       "producer",          "critic",    "professor",    "fellow",     "author",
    "novelist",          "historian",         "analyst",   "photographer", "anchor",     "blogger",
    "commentator",       "lecturer",          "freelance", "director",     "researcher", "staff",
    "news organization", "news organisation", "newspaper", "publication",  "magazine",   "provider",
};
static const char *const bio_verbs[] = {" is a ",       " is an ",       " is the ",        " is our ",     " was a ",
                                        " covers ",     " writes ",      " can be reached", " reports on ", " joined ",
                                        " has been a ", " has covered "};
static const bool bio_verb_slots[FOUR_SLOTS] = {
    FOUR('i', 's', ' ', 'a'), FOUR('i', 's', ' ', 't'), FOUR('i', 's', ' ', 'o'), FOUR('w', 'a', 's', ' '),
    FOUR('c', 'o', 'v', 'e'), FOUR('w', 'r', 'i', 't'), FOUR('c', 'a', 'n', ' '), FOUR('r', 'e', 'p', 'o'),
    FOUR('j', 'o', 'i', 'n'), FOUR('h', 'a', 's', ' '),
};
static const char *const bio_ties[] = {" for ",    " at ",       " of ",        " with ",    " based ",
                                       "covering", "who covers", " who writes", "freelance", " and author",
                                       "writer.",  "reporter.",  "journalist.", "editor."};

/* One of the words begins at s. */
static bool
note_word_at(struct slice s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((words[i][0] | 0x20) == (s.at[0] | 0x20) && s.len >= strlen(words[i]) &&
            strncasecmp(s.at, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* One pass for all words, each of two letters at least: at most places the first two are those of none. */
bool
note_has(struct slice s, const char *const *words, size_t n)
{
    uint32_t seconds[256] = {0}; /* for a first letter, the second ones as bits */

    for (size_t i = 0; i < n; i++)
        seconds[(unsigned char)words[i][0] | 0x20] |= (uint32_t)1 << (words[i][1] & 31);
    for (size_t i = 0; i + 1 < s.len; i++)
        if ((seconds[(unsigned char)s.at[i] | 0x20] >> (s.at[i + 1] & 31) & 1) &&
            note_word_at(slice_of(s.at + i, s.len - i), words, n))
            return true;
    return false;
}

static bool
bio_is_verb(struct slice s)
{
    if (!four_may_be(s.at + 1, bio_verb_slots))
        return false;
    for (size_t v = 0; v < sizeof bio_verbs / sizeof *bio_verbs; v++)
        if (slice_starts(s, bio_verbs[v]))
            return true;
    return false;
}

/* One of the verbs stands in the head of the line. */
static bool
bio_has_verb(struct slice s)
{
    struct slice head = {s.at, s.len < BIO_HEAD ? s.len : BIO_HEAD};

    for (size_t i = 0; i + BIO_SHORTEST <= head.len; i += 16) {
        struct sixteen bytes = sixteen_load_of((const unsigned char *)s.at + i, head.len - i, s.len - i);

        for (unsigned blanks = sixteen_equal(bytes, ' '); blanks; blanks &= blanks - 1) {
            size_t at = i + sixteen_first(blanks);

            if (at + BIO_SHORTEST <= head.len && bio_is_verb(slice_of(head.at + at, head.len - at)))
                return true;
        }
    }
    return false;
}

/* "N is a reporter for …", "Follow N on …", "N can be reached at": who wrote it. Position decides whether it is meant. */
bool
note_is_bio(struct slice s, const struct line *line)
{
    struct slice head = {s.at, s.len < BIO_HEAD ? s.len : BIO_HEAD}, wide = {s.at, s.len < 200 ? s.len : 200};

    if (line->words < 4 || line->words > 110 || line_has(line, LINE_QUOTED | LINE_LOWER) || line->caps < 2)
        return false;
    if (!bio_has_verb(s) && !(line_has(line, LINE_CUE) && memmem(head.at, head.len, "'s newsletter", 13)))
        return false;
    if (line_says(head, " can be reached at ") || line_says(wide, "send tips to"))
        return true;
    return note_has(wide, bio_jobs, sizeof bio_jobs / sizeof *bio_jobs) &&
           note_has(wide, bio_ties, sizeof bio_ties / sizeof *bio_ties);
}

/* That the opinions are the author's and not the paper's, in any order of words. */
bool
note_is_disclaimer(struct slice s, const struct line *line)
{
    if (!line_has(line, LINE_HINT) || line->words < 6 || line->words > 70)
        return false;
    if (!line_says(s, "views") && !line_says(s, "opinion"))
        return false;
    return line_says(s, "not necessarily") || line_says(s, "do not represent") || line_says(s, "does not represent") ||
           line_says(s, "are the author") || line_says(s, "are those of the") || line_says(s, "are solely") ||
           line_says(s, "of the author") || line_says(s, "of its author");
}

bool
note_is_thanks(struct slice s, const struct line *line)
{
    return line_has(line, LINE_HINT) && line->words <= 30 &&
           (line_says(s, "contributed to this report") || line_says(s, "contributed reporting") ||
            line_says(s, "contributed to this story") || line_says(s, "contributed to this article"));
}
