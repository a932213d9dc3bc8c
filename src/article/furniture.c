/* Furniture: what class a line is by its own words, whatever stands around it. */
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "phrases.h"

enum {
    FURNITURE_KEY = 96, /* bytes of the folded beginning of a line */
    FURNITURE_SHORT_WORDS = 20,
    FURNITURE_MOST_WORDS = 130, /* longer lines are running text */
    FURNITURE_YEAR_DIGITS = 4
};

/* ---- folding ------------------------------------------------------------------------- */

/* Folded as far as somebody looks: most lines are told from every phrase by a few letters. */
struct key {
    char s[FURNITURE_KEY + 8];
    size_t n;
    struct slice rest; /* what is not folded yet */
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
    if (cp < 0x80 && ascii_digit((char)cp)) {
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

/* Small letters, straight quotes, digits as '#', ornaments before the first word dropped: until there are n bytes or all. */
static void
key_fold(struct key *key, size_t n)
{
    while (key->rest.len && key->n < n && key->n < FURNITURE_KEY) {
        unsigned char c = (unsigned char)*key->rest.at, small = c | 0x20;
        uint32_t cp;
        size_t bytes = 1;

        if ((small >= 'a' && small <= 'z') || (c == ' ' && key->n && key->s[key->n - 1] != ' ')) {
            key->s[key->n++] = (char)small;
        } else {
            bytes = (size_t)utf_decode(key->rest.at, key->rest.len, &cp);
            if (!utf_is_hidden(cp) && !(key->n == 0 && (key_is_ornament(cp) || cp == '-' || cp == 0x2013)))
                key_put(key, cp);
        }
        key->rest = slice_of(key->rest.at + bytes, key->rest.len - bytes);
    }
    key->s[key->n] = '\0';
}

/* Byte i of the key; NUL behind its end. */
static inline unsigned char
key_at(struct key *key, size_t i)
{
    if (key->n <= i && i < FURNITURE_KEY)
        key_fold(key, i + 4);
    return i < key->n ? (unsigned char)key->s[i] : 0;
}

static bool
key_begins(struct key *key, const char *words)
{
    size_t i = 0;

    while (words[i] && key_at(key, i) == (unsigned char)words[i])
        i++;
    return !words[i];
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

static inline unsigned char
phrase_byte(const struct phrase *phrase, size_t at)
{
    return (unsigned char)(at == 1 ? phrase->second : phrase->words[at]);
}

/* How many of n entries, sorted, go on behind `at` bytes with less than c. */
static inline size_t
phrases_below(const struct phrase *v, size_t n, size_t at, unsigned c)
{
    const struct phrase *low = v;

    while (n > 0) { /* without a branch on the bytes: what comes next can't be guessed */
        size_t half = (n + 1) / 2;

        low += half * (phrase_byte(&low[half - 1], at) < c);
        n -= half;
    }
    return (size_t)(low - v);
}

/* Leaves the entries that go on with c behind `at` bytes; those before are the same in all of them. */
static inline void
phrases_narrow(struct phrases *phrases, size_t at, unsigned char c)
{
    size_t below = phrases_below(phrases->v, phrases->n, at, c);

    phrases->v += below;
    phrases->n = phrases_below(phrases->v, phrases->n - below, at, c + 1u);
}

/* The longest entry that the key begins with, up to the end of a word; NULL when there is none. */
static const struct phrase *
phrase_longest(const struct phrases by_initial[256], struct key *key, uint32_t words)
{
    struct phrases left = by_initial[key_at(key, 0)];
    const struct phrase *longest = NULL;

    for (size_t at = 1; left.n; at++) {
        const struct phrase *first = left.v;
        unsigned char c = key_at(key, at);

        if (!first->words[at]) { /* the shortest stands first */
            bool word_ends = !ascii_alnum(first->words[at - 1]) || !ascii_alnum((char)c);

            if (word_ends && (!first->most || words <= first->most))
                longest = first;
            left = (struct phrases){left.v + 1, left.n - 1};
        }
        if (!c)
            break;
        phrases_narrow(&left, at, c);
    }
    return longest;
}

/* What a line is when it is the phrase and nothing else; LINE_VIDEO when it is marks alone. */
static enum line_class
phrase_exact(struct key *key)
{
    const struct phrase *found;
    struct key whole;

    if (!phrase_longest(phrases_exact, key, 0) && ascii_alnum((char)key_at(key, 0)))
        return LINE_PLAIN; /* no phrase begins it: the rest need not be folded */
    key_fold(key, FURNITURE_KEY);
    if (key->rest.len)
        return LINE_PLAIN;
    whole = *key;
    key_trim(&whole);
    if (whole.n == 0)
        return LINE_VIDEO;
    found = phrase_longest(phrases_exact, &whole, 0);
    return found && strcmp(found->words, whole.s) == 0 ? found->class : LINE_PLAIN;
}

static const char *
phrases_unsorted(const struct phrases by_initial[256])
{
    for (size_t c = 0; c < 256; c++)
        for (size_t i = 0; i < by_initial[c].n; i++) {
            const struct phrase *phrase = &by_initial[c].v[i];

            if ((unsigned char)phrase->words[0] != c || (i && strcmp(phrase[-1].words, phrase->words) >= 0))
                return phrase->words;
        }
    return NULL;
}

const char *
furniture_unsorted(void)
{
    const char *wrong = phrases_unsorted(phrases_exact);

    return wrong ? wrong : phrases_unsorted(phrases_openings);
}

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
furniture_is_follow(struct slice s, struct key *key, const struct line *line)
{
    static const char *const verbs[] = {"follow ", "find ", "join ", "like ", "connect ", "subscribe ", "watch ", "listen "};
    static const char *const networks[] = {"facebook", "twitter", "instagram", "youtube",     "whatsapp", "telegram", "tiktok",
                                           "linkedin", "bluesky", "threads",   "google news", "spotify",  "podcast"};

    if (line->words > 24)
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (key_begins(key, verbs[i]))
            return note_has(s, networks, sizeof networks / sizeof *networks);
    return false;
}

/* A sentence that asks the reader to do something with the site: it begins with a verb, and has a word of that trade. */
static bool
furniture_is_appeal(struct key *key, const struct line *line)
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
        if (key_begins(key, verbs[i]))
            return true;
    return false;
}

/* "By A", or a name with a date or a dot behind it; only lines that may be one of them are read as names. */
static bool
furniture_is_byline(struct slice s, const struct line *line)
{
    if (line->words > 30 || (line->digits < FURNITURE_YEAR_DIGITS && line->words > 12 && !strchr("bBwW", s.at[0])))
        return false;
    if (line->digits < FURNITURE_YEAR_DIGITS && !byline_opens(s) && !memchr(s.at, 0xB7, s.len))
        return false; /* neither "By" nor a year nor a dot (U+00B7) */
    return !span_empty(byline_names(s.at, (struct span){0, (uint32_t)s.len}));
}

enum line_class
furniture_class(struct slice text, const struct line *line)
{
    struct key key;
    struct date date;
    const struct phrase *opening;
    enum line_class class;

    if (line->words > FURNITURE_MOST_WORDS)
        return LINE_PLAIN;
    key.n = 0;
    key.rest = text;
    if (line->words <= 4 && line->digits >= 6 && date_is_line(text, &date))
        return LINE_TIME;
    if (line->words <= 30 && furniture_is_noise(text, line))
        return LINE_VIDEO;
    if (line->words <= FURNITURE_SHORT_WORDS && (class = phrase_exact(&key)) != LINE_PLAIN)
        return class;
    opening = phrase_longest(phrases_openings, &key, line->words);
    if (opening)
        return opening->class;
    if (line->words <= 16 && furniture_is_bar(text))
        return LINE_SHARE;
    if (line->words <= 24 && line->digits && date_is_line(text, &date))
        return LINE_TIME;
    if (furniture_is_byline(text, line))
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
