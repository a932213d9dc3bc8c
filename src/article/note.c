/* What a paper says of its people and of itself: author boxes, thanks, disclaimers. */
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "page.h"

static const char *const bio_jobs[] = {
    "reporter",          "correspondent",     "writer",    "editor",       "journalist", "columnist",
    "contributor",       "producer",          "critic",    "professor",    "fellow",     "author",
    "novelist",          "historian",         "analyst",   "photographer", "anchor",     "blogger",
    "commentator",       "lecturer",          "freelance", "director",     "researcher", "staff",
    "news organization", "news organisation", "newspaper", "publication",  "magazine",   "provider",
};
static const char *const bio_verbs[] = {" is a ",       " is an ",       " is the ",        " is our ",     " was a ",
                                        " covers ",     " writes ",      " can be reached", " reports on ", " joined ",
                                        " has been a ", " has covered ", "'s newsletter"};
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
    for (size_t v = 0; v < sizeof bio_verbs / sizeof *bio_verbs; v++)
        if (bio_verbs[v][1] == s.at[1] && bio_verbs[v][2] == s.at[2] && slice_starts(s, bio_verbs[v]))
            return true;
    return false;
}

/* The first two letters of a verb: only there the table is looked at. */
static inline bool
bio_may_be_verb(const char *s)
{
#define BIT(letter) ((uint32_t)1 << ((letter) & 31))
    static const uint32_t seconds[256] = {
        ['i'] = BIT('s'), ['w'] = BIT('a') | BIT('r'), ['c'] = BIT('o') | BIT('a'), ['r'] = BIT('e'),
        ['j'] = BIT('o'), ['h'] = BIT('a'),            ['s'] = BIT(' '),
    };

    return (seconds[(unsigned char)s[0]] & BIT(s[1])) != 0;
#undef BIT
}

/* One of the verbs stands in the head. */
static bool
bio_has_verb(struct slice head)
{
    for (size_t i = 0; i + 3 < head.len; i += 8) {
        uint64_t eight = eight_load((const unsigned char *)head.at + i, head.len - i);

        for (uint64_t flags = eight_equal(eight, ' ') | eight_equal(eight, '\''); flags; flags &= flags - 1) {
            const char *s = head.at + i + eight_first(flags);
            size_t left = (size_t)(head.at + head.len - s);

            if (left > 3 && bio_may_be_verb(s + 1) && bio_is_verb(slice_of(s, left)))
                return true;
        }
    }
    return false;
}

/* "N is a reporter for …", "Follow N on …", "N can be reached at": who wrote it. Position decides whether it is meant. */
bool
note_is_bio(struct slice s, const struct line *line)
{
    struct slice head = {s.at, s.len < 60 ? s.len : 60}, wide = {s.at, s.len < 200 ? s.len : 200};

    if (line->words < 4 || line->words > 110 || line_has(line, LINE_QUOTED | LINE_LOWER) || line->caps < 2)
        return false;
    if (!bio_has_verb(head))
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
