/* Furniture: what class a line is by its own words, whatever stands around it. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "phrases.h"

enum {
    FURNITURE_KEY = 96,          /* bytes of the folded beginning of a line */
    FURNITURE_SHORT_WORDS = 20, FURNITURE_LONG_KEY = 44, /* the longest opening is shorter */
    FURNITURE_MOST_WORDS = 130,  /* longer lines are running text */
    FURNITURE_CREDIT_BYTES = 130, FURNITURE_CAPTION_WORDS = 95, FURNITURE_ALONE_WORDS = 14
};

/* ---- folding ------------------------------------------------------------------------- */

struct key {
    char s[FURNITURE_KEY + 8];
    size_t n;
    bool whole; /* all of the line is in it */
};

static bool
key_is_ornament(uint32_t cp)
{
    return cp == 0x2022 || cp == 0xB7 || cp == '|' || cp == '>' || cp == 0xBB || cp == 0x203A || cp == 0x2192 || cp == 0x2190 ||
           cp == '<' || cp == 0xAB || cp == 0x25B6 || cp == 0x25BA || cp == 0xFE0F || cp == '*' || cp == '+' || cp == '#' ||
           (cp >= 0x2500 && cp <= 0x27BF) || (cp >= 0x1F300 && cp <= 0x1FAFF);
}

static void
key_put(struct key *key, uint32_t cp)
{
    if (cp < 0x80 && isdigit((int)cp)) {
        if (!key->n || key->s[key->n - 1] != '#')
            key->s[key->n++] = '#';
        return;
    }
    if (utf_is_space(cp)) {
        if (key->n && key->s[key->n - 1] != ' ')
            key->s[key->n++] = ' ';
        return;
    }
    if (cp == 0x2018 || cp == 0x2019)
        cp = '\'';
    else if (cp == 0x201C || cp == 0x201D)
        cp = '"';
    else if (cp == 0x2010 || cp == 0x2011 || cp == 0x2013 || cp == 0x2014)
        cp = '-';
    key->n += (size_t)utf_encode(utf_lower(cp), key->s + key->n);
}

/* Small letters, straight quotes, digits as '#', ornaments before the first word dropped. */
static void
key_fold(struct key *key, struct slice text, size_t most)
{
    size_t at = 0;

    key->n = 0;
    while (at < text.len && key->n < most) {
        unsigned char c = (unsigned char)text.at[at];
        uint32_t cp;

        if (key->n && ((c >= 'a' && c <= 'z') || (c == ' ' && key->s[key->n - 1] != ' '))) {
            key->s[key->n++] = (char)c;
            at++;
            continue;
        }

        at += (size_t)utf_decode(text.at + at, text.len - at, &cp);
        if (!utf_is_hidden(cp) && !(key->n == 0 && (key_is_ornament(cp) || cp == '-' || cp == 0x2013)))
            key_put(key, cp);
    }
    key->whole = at == text.len;
    key->s[key->n] = '\0';
}

/* The same without the marks at its end, for the exact table. */
static void
key_trim(struct key *key)
{
    while (key->n) {
        uint32_t cp;
        int n = utf_decode_before(key->s, key->n, &cp);

        if (!strchr(" .:!?*,;-([", (int)(cp < 0x80 ? cp : 'x')) && cp != 0x2026 && !(key_is_ornament(cp) && cp != '#' && cp != '+'))
            break;
        key->n -= (size_t)n;
    }
    key->s[key->n] = '\0';
}

/* ---- the tables ------------------------------------------------------------------------ */

static enum line_class
phrase_exact(const struct key *key)
{
    size_t low = 0, high = phrases_nexact;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = strcmp(key->s, phrases_exact[mid].words);

        if (order == 0)
            return phrases_exact[mid].class;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return LINE_PLAIN;
}

/* The longest opening that the key begins with, up to the end of a word. */
static enum line_class
phrase_opening(const struct key *key, uint32_t words)
{
    size_t low = 0, high = phrases_nopenings;

    while (low < high) { /* behind the last opening that is not greater than the key */
        size_t mid = low + (high - low) / 2;

        if (strcmp(phrases_openings[mid].words, key->s) <= 0)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low > 0 && phrases_openings[low - 1].words[0] == key->s[0]; low--) {
        const struct phrase_opening *opening = &phrases_openings[low - 1];
        size_t n = strlen(opening->words);
        unsigned char last = (unsigned char)opening->words[n - 1];

        if (strncmp(key->s, opening->words, n) == 0 && (!isalnum(last) || !isalnum((unsigned char)key->s[n])) &&
            words <= opening->most)
            return opening->class;
    }
    return LINE_PLAIN;
}

const char *
furniture_unsorted(void)
{
    for (size_t i = 1; i < phrases_nexact; i++)
        if (strcmp(phrases_exact[i - 1].words, phrases_exact[i].words) >= 0)
            return phrases_exact[i].words;
    for (size_t i = 1; i < phrases_nopenings; i++)
        if (strcmp(phrases_openings[i - 1].words, phrases_openings[i].words) >= 0)
            return phrases_openings[i].words;
    return NULL;
}

/* ---- runs of buttons --------------------------------------------------------------------- */

static const char *const furniture_buttons[] = {
    "all", "bluesky", "button", "clipboard", "copied", "copy", "email", "e-mail", "facebook", "flipboard", "gmail", "icon", "instagram",
    "link", "linkedin", "mail", "mastodon", "messenger", "more", "on", "options", "pinterest", "pocket", "print", "reddit", "rss",
    "save", "share", "shares", "sms", "telegram", "threads", "this", "tiktok", "to", "tumblr", "tweet", "twitter", "url", "via",
    "whatsapp", "x", "youtube", "comment", "comments", "like", "article", "story",
};

static bool
furniture_is_button(struct slice word)
{
    for (size_t i = 0; i < sizeof furniture_buttons / sizeof *furniture_buttons; i++)
        if (word_is(word, furniture_buttons[i]))
            return true;
    return false;
}

/* "FacebookTwitterEmail", "Share Tweet Copy link": two buttons or more and nothing else. */
static bool
furniture_is_bar(struct slice s)
{
    size_t buttons = 0;

    for (size_t at = 0; at < s.len;) {
        size_t n = 0;

        if (!isalpha((unsigned char)s.at[at])) {
            if (!strchr(" |/,()0123456789.-+!:&", s.at[at]))
                return false;
            at++;
            continue;
        }
        while (at + n < s.len && (isalpha((unsigned char)s.at[at + n]) || s.at[at + n] == '-') &&
               !(n && islower((unsigned char)s.at[at + n - 1]) && isupper((unsigned char)s.at[at + n]) &&
                 !slice_is_nocase(slice_of(s.at + at, n), "Linked") && !slice_is_nocase(slice_of(s.at + at, n), "You") &&
                 !slice_is_nocase(slice_of(s.at + at, n), "Whats") && !slice_is_nocase(slice_of(s.at + at, n), "Tik")))
            n++;
        if (!furniture_is_button(slice_of(s.at + at, n)))
            return false;
        buttons++;
        at += n;
    }
    return buttons >= 2;
}

/* ---- credits of pictures ------------------------------------------------------------------- */

static const char *const credit_agencies[] = {
    "AFP", "AP", "Getty Images", "Getty", "Reuters", "REUTERS", "EPA", "EPA-EFE", "Shutterstock", "Alamy", "Alamy Stock Photo", "PA",
    "PA Wire", "PA Images", "iStock", "WireImage", "Bloomberg", "Xinhua", "Associated Press", "The Associated Press", "AP Photo",
    "The Canadian Press", "Canadian Press", "CP", "Anadolu", "ANI", "PTI", "Bernama", "Kyodo", "Yonhap", "dpa", "Supplied", "Handout",
    "File", "Pool", "Unsplash", "Pexels", "Pixabay", "Twitter", "Instagram", "Facebook", "Submitted", "Screenshot", "AAP", "NASA",
    "USA TODAY Sports", "Imagn Images", "Zuma Press", "Adobe Stock", "AP file", "AP File", "Reuters file", "Getty Images file", "AFP file", "ABACA", "SIPA", "CNS", "MediaNews Group", "Rex",
};
/* Words that open a credit at the end of a caption. Each stands for "…:" or "… by". */
static const char *const credit_markers[] = {
    "Photograph: ", "Photograph by ", "Photo: ", "Photo by ", "Photos: ", "Photos by ", "Photo courtesy", "Photo credit", "Picture: ",
    "Pictures: ", "Credit: ", "Image: ", "Image credit", "Image by ", "Pic: ", "PHOTO: ", "PHOTO BY ", "CREDIT: ", "IMAGE: ",
    "Photographer: ", "Source: Getty", "Illustration by ", "Illustration: ", "Courtesy of ", "Image Credits: ", "PHOTOGRAPH: ",
    "PHOTOGRAPH BY ", "Composite: ", "Screengrab: ", "Screenshot: ", "Courtesy: ",
};
/* Words inside brackets that make them a credit. */
static const char *const credit_words[] = {"photo", "image", "picture", "getty", "reuters", "afp", "ap ", "/ap", "via ", "courtesy",
                                           "supplied", "handout", "xinhua", "shutterstock", "associated press", "credit", "screenshot",
                                           "canadian press", "bloomberg", "file)", "pool", "epa", "screengrab", "nasa", "/pa",
                                           "staff photographer", "/twitter", "/facebook", "/instagram"};

static bool
credit_is_agency(struct slice s)
{
    for (size_t i = 0; i < sizeof credit_agencies / sizeof *credit_agencies; i++)
        if (s.len && s.at[0] == credit_agencies[i][0] && slice_is(s, credit_agencies[i]))
            return true;
    return false;
}

static bool
credit_contains(struct slice s, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = 0; i + n <= s.len; i++)
        if ((s.at[i] | 0x20) == (*word | 0x20) && strncasecmp(s.at + i, word, n) == 0)
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
    return stroke && stroke > s.at && stroke + 1 < s.at + s.len && blanks >= 1 && blanks <= 7 && isupper((unsigned char)s.at[0]) &&
           isupper((unsigned char)slice_trim(slice_of(stroke + 1, (size_t)(s.at + s.len - stroke - 1))).at[0]);
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
    for (at = end - 1; at && end - at < FURNITURE_CREDIT_BYTES && s.at[at] != '(' && s.at[at] != '['; at--)
        ;
    if (s.at[at] != '(' && s.at[at] != '[')
        return s.len;
    inside = slice_of(s.at + at + 1, end - at - 2);
    if (credit_is_agency(slice_trim(inside)) || credit_is_pair(inside))
        return at;
    for (size_t i = 0; i < sizeof credit_words / sizeof *credit_words; i++)
        if (credit_contains(slice_of(s.at + at + 1, end - at - 1), credit_words[i]))
            return at;
    return s.len;
}

/* The first two letters of a marker. */
static bool
credit_may_begin(const char *s)
{
    switch (s[0]) {
    case 'P':
        return s[1] == 'h' || s[1] == 'i' || s[1] == 'H';
    case 'C':
        return s[1] == 'r' || s[1] == 'o' || s[1] == 'R';
    case 'I':
        return s[1] == 'm' || s[1] == 'l' || s[1] == 'M';
    case 'S':
        return s[1] == 'o' || s[1] == 'c';
    default:
        return false;
    }
}

/* Where "… Photograph: A. Name/Agency" has its credit, or s.len: a marker, and behind it a few words without a sentence's end. */
static size_t
credit_marked(struct slice s)
{
    size_t from = s.len > FURNITURE_CREDIT_BYTES ? s.len - FURNITURE_CREDIT_BYTES : 0;
    struct slice tail = {s.at + from, s.len - from};

    /* all markers have one of these; most lines have none */
    if (!memchr(tail.at, ':', tail.len) && !memmem(tail.at, tail.len, "by ", 3) && !memmem(tail.at, tail.len, "BY ", 3) &&
        !memmem(tail.at, tail.len, "redit", 5) && !memmem(tail.at, tail.len, "ourtesy", 7))
        return s.len;
    for (size_t at = from; at + 8 < s.len; at++) {
        if (!credit_may_begin(s.at + at) || (at && isupper((unsigned char)s.at[at - 1])))
            continue;
        for (size_t i = 0; i < sizeof credit_markers / sizeof *credit_markers; i++) {
            struct slice rest = slice_of(s.at + at, s.len - at);
            size_t blanks = 0;

            if (!slice_starts(rest, credit_markers[i]))
                continue;
            for (size_t k = 0; k < rest.len; k++)
                blanks += rest.at[k] == ' ';
            if (blanks <= 13)
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

    if (!memchr(s.at + from, '/', s.len - from) && !memchr(s.at + from, '|', s.len - from) && !memmem(s.at + from, s.len - from, " via ", 5))
        return s.len;
    for (size_t at = s.len; at-- > from;) {
        struct slice tail;

        if (s.at[at] != '/' && s.at[at] != '|' && !(s.at[at] == ' ' && at >= 4 && memcmp(s.at + at - 4, " via", 4) == 0))
            continue;
        tail = slice_trim(slice_of(s.at + at + 1, s.len - at - 1));
        if (credit_is_agency(tail)) { /* back over the capitalised words of the photographer */
            while (at && (isalnum((unsigned char)s.at[at - 1]) || strchr(" ./-|", s.at[at - 1]) || (unsigned char)s.at[at - 1] >= 0x80)) {
                if (s.at[at - 1] == ' ' && at < s.len && islower((unsigned char)s.at[at]))
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

static enum line_class
furniture_credit(struct slice s, const struct line *line)
{
    size_t at;

    if (line->words > FURNITURE_CAPTION_WORDS)
        return LINE_PLAIN;
    at = credit_bracketed(s);
    if (at == s.len)
        at = credit_slashed(s);
    if (at == s.len)
        at = credit_marked(s);
    if (at == s.len)
        return LINE_PLAIN;
    return at < 3 && line->words <= FURNITURE_ALONE_WORDS ? LINE_CREDIT : LINE_CAPTION;
}

/* ---- people of the paper --------------------------------------------------------------------- */

static const char *const bio_jobs[] = {
    "reporter", "correspondent", "writer", "editor", "journalist", "columnist", "contributor", "producer", "critic", "professor",
    "fellow", "author", "novelist", "historian", "analyst", "photographer", "anchor", "blogger", "commentator", "lecturer", "freelance",
    "director", "researcher", "staff", "news organization", "news organisation", "newspaper", "publication", "magazine", "provider",
};
static const char *const bio_verbs[] = {" is a ", " is an ", " is the ", " is our ", " was a ", " covers ", " writes ", " can be reached",
                                        " reports on ", " joined ", " has been a ", " has covered ", "'s newsletter"};
static const char *const bio_ties[] = {" for ", " at ", " of ", " with ", " based ", "covering", "who covers", " who writes", "freelance",
                                       " and author", "writer.", "reporter.", "journalist.", "editor."};

static bool
bio_has(struct slice s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (credit_contains(s, words[i]))
            return true;
    return false;
}

/* One of the verbs stands in the head. Blanks are few: only there the table is looked at. */
static bool
bio_has_verb(struct slice head)
{
    for (size_t i = 0; i + 3 < head.len; i++) {
        if (head.at[i] != ' ' && head.at[i] != '\'')
            continue;
        for (size_t v = 0; v < sizeof bio_verbs / sizeof *bio_verbs; v++)
            if (bio_verbs[v][0] == head.at[i] && bio_verbs[v][1] == head.at[i + 1] &&
                slice_starts(slice_of(head.at + i, head.len - i), bio_verbs[v]))
                return true;
    }
    return false;
}

/* "N is a reporter for …", "Follow N on …", "N can be reached at": who wrote it. Position decides whether it is meant. */
static bool
furniture_is_bio(struct slice s, const struct line *line)
{
    struct slice head = {s.at, s.len < 60 ? s.len : 60}, wide = {s.at, s.len < 200 ? s.len : 200};

    if (line->words < 4 || line->words > 110 || line_has(line, LINE_QUOTED | LINE_LOWER) || line->caps < 2)
        return false;
    if (!bio_has_verb(head))
        return false;
    if (credit_contains(head, " can be reached at ") || credit_contains(wide, "send tips to"))
        return true;
    return bio_has(wide, bio_jobs, sizeof bio_jobs / sizeof *bio_jobs) && bio_has(wide, bio_ties, sizeof bio_ties / sizeof *bio_ties);
}

/* "The article reflects the author's opinions, and not necessarily the views of …" in any order of words. */
static bool
furniture_is_disclaimer(struct slice s, const struct line *line)
{
    if (!line_has(line, LINE_HINT) || line->words < 6 || line->words > 70)
        return false;
    if (!credit_contains(s, "views") && !credit_contains(s, "opinion"))
        return false;
    return credit_contains(s, "not necessarily") || credit_contains(s, "do not represent") || credit_contains(s, "does not represent") ||
           credit_contains(s, "are the author") || credit_contains(s, "are those of the") || credit_contains(s, "are solely") ||
           credit_contains(s, "of the author") || credit_contains(s, "of its author");
}

static bool
furniture_is_thanks(struct slice s, const struct line *line)
{
    return line_has(line, LINE_HINT) && line->words <= 30 && (credit_contains(s, "contributed to this report") || credit_contains(s, "contributed reporting") ||
                                 credit_contains(s, "contributed to this story") || credit_contains(s, "contributed to this article"));
}

/* Nothing that could be read: rules, counts, handles, addresses. */
static bool
furniture_is_noise(struct slice s, const struct line *line)
{
    bool letters = false;

    for (size_t i = 0; i < s.len && i < 64; i++)
        letters |= isalpha((unsigned char)s.at[i]) || (unsigned char)s.at[i] >= 0xC3;
    if (!letters)
        return s.len < 64;
    if (line->words <= 3 && (s.at[0] == '@' || (memchr(s.at, '@', s.len) && line->words <= 2)))
        return true;
    if (line->words == 1 && (slice_starts(s, "http://") || slice_starts(s, "https://") || slice_starts(s, "www.") || s.at[0] == '%'))
        return true;
    return s.len <= 1 || (line->words == 1 && s.len <= 2 && islower((unsigned char)s.at[0]));
}

/* "Follow the desk on Instagram, Facebook and YouTube." */
static bool
furniture_is_follow(struct slice s, const struct key *key, const struct line *line)
{
    static const char *const verbs[] = {"follow ", "find ", "join ", "like ", "connect ", "subscribe ", "watch ", "listen "};
    static const char *const networks[] = {"facebook", "twitter", "instagram", "youtube", "whatsapp", "telegram", "tiktok", "linkedin", "bluesky", "threads", "google news", "spotify", "podcast"};

    if (line->words > 24)
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strncmp(key->s, verbs[i], strlen(verbs[i])) == 0)
            return bio_has(s, networks, sizeof networks / sizeof *networks);
    return false;
}

/* A sentence that asks the reader to do something with the site: it begins with a verb, and has a word of that trade. */
static bool
furniture_is_appeal(const struct key *key, const struct line *line)
{
    static const char *const verbs[] = {"sign ", "get ", "join ", "enter ", "click ", "please ", "subscribe", "receive ", "download ", "stay ",
                                        "never ", "don't ", "want ", "keep ", "our ", "a newsletter", "the newsletter", "you ", "we ", "your ",
                                        "every ", "a weekly", "a daily", "the latest", "support ", "try ", "need more", "enjoy", "check ", "like what", "like this", "this newsletter", "this is ", "to ", "if you ", "for more", "looking for", "i "};

    if (!line_has(line, LINE_CUE) || line->words > 70 || line_has(line, LINE_QUOTED))
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strncmp(key->s, verbs[i], strlen(verbs[i])) == 0)
            return true;
    return false;
}

enum line_class
furniture_class(struct slice text, const struct line *line)
{
    struct key key;
    struct date date;
    enum line_class class;

    if (line->words > FURNITURE_MOST_WORDS)
        return LINE_PLAIN;
    if (line->words <= 4 && line->digits >= 6 && date_is_line(text, &date))
        return LINE_TIME;
    if (line->words <= 30 && furniture_is_noise(text, line))
        return LINE_VIDEO;
    key_fold(&key, text, line->words > FURNITURE_SHORT_WORDS ? FURNITURE_LONG_KEY : FURNITURE_KEY);
    class = phrase_opening(&key, line->words);
    if (key.whole && line->words <= 20) {
        struct key whole = key;
        enum line_class exact;

        key_trim(&whole);
        exact = phrase_exact(&whole);
        if (exact != LINE_PLAIN)
            return exact;
        if (whole.n == 0)
            return LINE_VIDEO;
    }
    if (class != LINE_PLAIN)
        return class;
    if (line->words <= 16 && furniture_is_bar(text))
        return LINE_SHARE;
    if (line->words <= 24 && line->digits && date_is_line(text, &date))
        return LINE_TIME;
    if (line->words <= 30 && (line->digits >= 4 || line->words <= 12 || strchr("bBwW", text.at[0])) && !span_empty(byline_names(text.at, (struct span){0, (uint32_t)text.len})))
        return LINE_BYLINE;
    if (furniture_is_follow(text, &key, line))
        return LINE_FOLLOW;
    if (furniture_is_appeal(&key, line))
        return LINE_NEWSLETTER;
    if (furniture_is_thanks(text, line))
        return LINE_THANKS;
    if (furniture_is_disclaimer(text, line))
        return LINE_NOTE;
    class = furniture_credit(text, line);
    if (class == LINE_PLAIN && furniture_is_bio(text, line))
        class = LINE_BIO;
    return class;
}
