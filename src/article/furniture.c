/* Furniture: what class a line is by its own words, whatever stands around it. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "phrases.h"

enum {
    FURNITURE_KEY = 96, /* bytes of the folded beginning of a line */
    FURNITURE_SHORT_WORDS = 20,
    FURNITURE_LONG_KEY = 44,    /* the longest opening is shorter */
    FURNITURE_MOST_WORDS = 130, /* longer lines are running text */
    FURNITURE_CREDIT_BYTES = 130,
    FURNITURE_CAPTION_WORDS = 95,
    FURNITURE_ALONE_WORDS = 14
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

        if (!strchr(" .:!?*,;-([", (int)(cp < 0x80 ? cp : 'x')) && cp != 0x2026 &&
            !(key_is_ornament(cp) && cp != '#' && cp != '+'))
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
    "all",      "bluesky",   "button",    "clipboard", "copied",   "copy",   "email",    "e-mail",    "facebook", "flipboard",
    "gmail",    "icon",      "instagram", "link",      "linkedin", "mail",   "mastodon", "messenger", "more",     "on",
    "options",  "pinterest", "pocket",    "print",     "reddit",   "rss",    "save",     "share",     "shares",   "sms",
    "telegram", "threads",   "this",      "tiktok",    "to",       "tumblr", "tweet",    "twitter",   "url",      "via",
    "whatsapp", "x",         "youtube",   "comment",   "comments", "like",   "article",  "story",
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

/* ---- the rest ---------------------------------------------------------------------------- */

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
    if (line->words == 1 &&
        (slice_starts(s, "http://") || slice_starts(s, "https://") || slice_starts(s, "www.") || s.at[0] == '%'))
        return true;
    return s.len <= 1 || (line->words == 1 && s.len <= 2 && islower((unsigned char)s.at[0]));
}

/* "Follow the desk on Instagram, Facebook and YouTube." */
static bool
furniture_is_follow(struct slice s, const struct key *key, const struct line *line)
{
    static const char *const verbs[] = {"follow ", "find ", "join ", "like ", "connect ", "subscribe ", "watch ", "listen "};
    static const char *const networks[] = {"facebook", "twitter", "instagram", "youtube",     "whatsapp", "telegram", "tiktok",
                                           "linkedin", "bluesky", "threads",   "google news", "spotify",  "podcast"};

    if (line->words > 24)
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strncmp(key->s, verbs[i], strlen(verbs[i])) == 0)
            return note_has(s, networks, sizeof networks / sizeof *networks);
    return false;
}

/* A sentence that asks the reader to do something with the site: it begins with a verb, and has a word of that trade. */
static bool
furniture_is_appeal(const struct key *key, const struct line *line)
{
    static const char *const verbs[] = {
        "sign ",          "get ",  "join ",     "enter ",   "click ",      "please ",   "subscribe", "receive ",
        "download ",      "stay ", "never ",    "don't ",   "want ",       "keep ",     "our ",      "a newsletter",
        "the newsletter", "you ",  "we ",       "your ",    "every ",      "a weekly",  "a daily",   "the latest",
        "support ",       "try ",  "need more", "enjoy",    "check ",      "like what", "like this", "this newsletter",
        "this is ",       "to ",   "if you ",   "for more", "looking for", "i "};

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
    if (line->words <= 30 && (line->digits >= 4 || line->words <= 12 || strchr("bBwW", text.at[0])) &&
        !span_empty(byline_names(text.at, (struct span){0, (uint32_t)text.len})))
        return LINE_BYLINE;
    if (furniture_is_follow(text, &key, line))
        return LINE_FOLLOW;
    if (furniture_is_appeal(&key, line))
        return LINE_NEWSLETTER;
    if (note_is_thanks(text, line))
        return LINE_THANKS;
    if (note_is_disclaimer(text, line))
        return LINE_NOTE;
    class = credit_class(text, line);
    if (class == LINE_PLAIN && note_is_bio(text, line))
        class = LINE_BIO;
    return class;
}
