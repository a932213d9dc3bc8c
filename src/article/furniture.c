/* Furniture: what class a line is by its own words, whatever stands around it. */
#include <string.h>

#include "phrases.h"

enum {
    FURNITURE_SHORT_WORDS = 20,
    FURNITURE_MOST_WORDS = 130, /* longer lines are running text */
    FURNITURE_YEAR_DIGITS = 4
};

/* ---- runs of buttons --------------------------------------------------------------------- */

static const char *const furniture_buttons[26] = {
    ['a' - 'a'] = "all article", ['b' - 'a'] = "bluesky button", ['c' - 'a'] = "clipboard comment comments copied copy",
    ['e' - 'a'] = "e-mail email", ['f' - 'a'] = "facebook flipboard", ['g' - 'a'] = "gmail", ['i' - 'a'] = "icon instagram",
    ['l' - 'a'] = "like link linkedin", ['m' - 'a'] = "mail mastodon messenger more", ['o' - 'a'] = "on options",
    ['p' - 'a'] = "pinterest pocket print", ['r' - 'a'] = "reddit rss", ['s' - 'a'] = "save share shares sms story",
    ['t' - 'a'] = "telegram this threads tiktok to tumblr tweet twitter", ['u' - 'a'] = "url", ['v' - 'a'] = "via",
    ['w' - 'a'] = "whatsapp", ['x' - 'a'] = "x", ['y' - 'a'] = "youtube",
};

/* "FacebookTwitterEmail", "Share Tweet Copy link": two buttons or more and nothing else. */
static bool
furniture_is_bar(struct slice s)
{
    size_t buttons = 0;

    for (size_t at = 0; at < s.len;) {
        size_t n = 0;

        if (!ascii_letter(s.at[at])) {
            if (!strchr(" |/,()0123456789.-+!:&", s.at[at]))
                return false;
            at++;
            continue;
        }
        while (at + n < s.len && (ascii_letter(s.at[at + n]) || s.at[at + n] == '-') &&
               !(n && ascii_lower(s.at[at + n - 1]) && ascii_upper(s.at[at + n]) &&
                 !slice_is_nocase(slice_of(s.at + at, n), "Linked") && !slice_is_nocase(slice_of(s.at + at, n), "You") &&
                 !slice_is_nocase(slice_of(s.at + at, n), "Whats") && !slice_is_nocase(slice_of(s.at + at, n), "Tik")))
            n++;
        if (!word_listed(slice_of(s.at + at, n), furniture_buttons))
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

    for (size_t i = 0; i < s.len && i < 64 && !letters; i++)
        letters = ascii_letter(s.at[i]) || (unsigned char)s.at[i] >= 0xC3;
    if (!letters)
        return s.len < 64;
    if (line->words <= 3 && (s.at[0] == '@' || (memchr(s.at, '@', s.len) && line->words <= 2)))
        return true;
    if (line->words == 1 &&
        (slice_starts(s, "http://") || slice_starts(s, "https://") || slice_starts(s, "www.") || s.at[0] == '%'))
        return true;
    return s.len <= 1 || (line->words == 1 && s.len <= 2 && ascii_lower(s.at[0]));
}

/* "Follow the desk on Instagram, Facebook and YouTube." */
static bool
furniture_is_follow(struct slice s, const struct line *line)
{
    static const char *const networks[] = {"facebook", "twitter", "instagram", "youtube",     "whatsapp", "telegram", "tiktok",
                                           "linkedin", "bluesky", "threads",   "google news", "spotify",  "podcast"};

    return line->words <= 24 && note_has(s, networks, sizeof networks / sizeof *networks);
}

/* A sentence that asks the reader to do something with the site: it begins with a verb, and has a word of that trade. */
static bool
furniture_is_appeal(const struct line *line)
{
    return line_has(line, LINE_CUE) && line->words <= 70 && !line_has(line, LINE_QUOTED);
}

/* "By A", or a name with a date or a dot behind it; only lines that may be one of them are read as names. */
static bool
furniture_is_byline(struct slice s, const struct line *line, bool may_open)
{
    if (line->words > 30 || (line->digits < FURNITURE_YEAR_DIGITS && line->words > 12 && !strchr("bBwW", s.at[0])))
        return false;
    if (line->digits < FURNITURE_YEAR_DIGITS && !(may_open && byline_opens(s)) && !memchr(s.at, 0xB7, s.len))
        return false; /* neither "By" nor a year nor a dot (U+00B7) */
    return !span_empty(byline_names(s.at, (struct span){0, (uint32_t)s.len}));
}

enum line_class
furniture_class(struct slice text, const struct line *line)
{
    struct key key;
    struct date date;
    struct found found;
    enum line_class class;
    bool marked = !ascii_letter(text.at[0]); /* the phrases are asked without the marks that it begins with */

    if (line->words > FURNITURE_MOST_WORDS)
        return LINE_PLAIN;
    if (line->words <= 4 && line->digits >= 6 && date_is_line(text, line->digits, &date))
        return LINE_TIME;
    if (line->words <= 30 && furniture_is_noise(text, line))
        return LINE_VIDEO;
    key.rest = text;
    key.n = 0;
    found = phrases_find(&key, line->words);
    if (line->words <= FURNITURE_SHORT_WORDS && (class = phrases_alone(&key, text.len, found.alone)) != LINE_PLAIN)
        return class;
    if (found.opening)
        return found.opening->class;
    if (line->words <= 16 && furniture_is_bar(text))
        return LINE_SHARE;
    if (line->words <= 24 && line->digits && date_is_line(text, line->digits, &date))
        return LINE_TIME;
    if (furniture_is_byline(text, line, marked || found.asks & PHRASE_ASK_BYLINE))
        return LINE_BYLINE;
    if (found.asks & PHRASE_ASK_FOLLOW && furniture_is_follow(text, line))
        return LINE_FOLLOW;
    if (found.asks & PHRASE_ASK_APPEAL && furniture_is_appeal(line))
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
