/* Bylines: "By A, B and C", with whatever else sites put on the line or glue to the name. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum { BYLINE_MOST_BYTES = 240, BYLINE_NAME_WORDS = 5, BYLINE_DATED_BYTES = 48, BYLINE_DATED_LINE = 120 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Before the names. */
static const char *const byline_openings[] = {
    "by ",         "by: ",         "by:",        "by\xC2\xA0",  "written by ", "written by: ", "words by ",
    "story by ",   "text by ",     "posted by ", "author: ",    "authors: ",   "analysis by ", "opinion by ",
    "posted by: ", "reported by ", "report by ", "article by ", "- by ",       "— by "};
/* Offices and other words that end the names, in small letters. */
static const char *const byline_ends[] = {
    "senior", "staff", "editor", "editors", "reporter", "reporters", "correspondent", "columnist", "writer", "writers",
    "political", "business", "chief", "deputy", "contributor", "contributing", "special", "national", "foreign", "environment",
    "science", "health", "sports", "legal", "economics", "technology", "washington", "assistant", "associate", "managing",
    "executive", "producer", "journalist", "published", "updated", "posted", "last", "opinion", "published:", "updated:",
    "twitter", "email", "follow", "photo", "photos", "photography", "photographer", "read", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "may", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "today", "yesterday", "about", "share", "contact",
    "via", "for", "in", "at", "on", "of", "with", "exclusive", "guest", "freelance", "bureau", "freelancer", "investigative",
    "entertainment", "world", "crime", "education", "video",
};
/* What a paper or agency may be called by its last word. */
static const char *const byline_papers[] = {"news",     "times",     "post",     "journal",  "press",     "herald",   "tribune",
                                            "gazette",  "star",      "media",    "magazine", "today",     "cnn",      "bbc",
                                            "wire",     "ledger",    "globe",    "mail",     "telegraph", "guardian", "standard",
                                            "observer", "chronicle", "examiner", "review",   "agency",    "network",  "staff",
                                            "desk",     "team",      "reports",  "service",  "services",  "business", "bureau"};
static const char *const byline_agencies[] = {"reuters", "afp", "ap",       "bloomberg", "bernama",   "xinhua", "ani", "pti",
                                              "dpa",     "upi", "agencies", "staff",     "editorial", "efe",    "cp"};
static const char *const byline_particles[] = {"de",  "van", "von", "der", "den", "la",    "le",  "bin", "al", "di", "da", "du",
                                               "ter", "ten", "el",  "ibn", "del", "della", "dos", "y",   "e",  "zu", "af"};
/* Syllables after which a name may go on with a capital: McDonald, LaChance, DeArdo. */
static const char *const byline_prefixes[] = {"Mc", "Mac", "De",  "La", "Le",  "Di",  "Du",  "Van", "Fitz", "Da", "Del",
                                              "O'", "D'",  "Von", "St", "Mc'", "Des", "Lo",  "El",  "Al",   "Ja", "Mi",
                                              "Jo", "Ka",  "Ma",  "Ra", "Ke",  "Ta",  "Sha", "La'", "De'"};
static const char *const byline_not_first[] = {"the", "a",    "an",    "this",       "that",     "these",  "those", "all",
                                               "now", "then", "most",  "some",       "its",      "his",    "her",   "their",
                                               "our", "your", "my",    "comparison", "contrast", "design", "law",   "default",
                                               "far", "and",  "doing", "using",      "making"};

static bool
word_in(struct slice word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (word_is(word, list[i]))
            return true;
    return false;
}

/* ---- words of a name ---------------------------------------------------------------------- */

struct token {
    struct slice word; /* without the comma behind it */
    bool comma;        /* a comma follows */
    bool cut;          /* something was glued to it: the names end here */
    bool initials;     /* "H.J." */
    bool capital;
};

static size_t
token_bytes(struct slice s)
{
    size_t n = 0;

    while (n < s.len && !isspace((unsigned char)s.at[n]) && memcmp(s.at + n, "\xC2\xA0", n + 1 < s.len ? 2 : 1) != 0)
        n++;
    return n;
}

/* A small letter before a capital, unless a syllable like "Mc" ends there. */
static bool
token_is_joint(struct slice word, size_t i)
{
    if (!ascii_lower(word.at[i - 1]) || !ascii_upper(word.at[i]))
        return false;
    for (size_t p = 0; p < COUNT(byline_prefixes); p++)
        if (i == strlen(byline_prefixes[p]) && memcmp(word.at, byline_prefixes[p], i) == 0)
            return false;
    return true;
}

/* "LAUTERSENIOR": an office in capitals behind a name in capitals. Returns the bytes of the name. */
static size_t
token_shouted_office(struct slice word)
{
    static const char *const offices[] = {"SENIOR",      "STAFF",  "EDITOR", "REPORTER", "COLUMNIST", "CORRESPONDENT",
                                          "CONTRIBUTOR", "WRITER", "CRITIC", "DEPUTY",   "ASSISTANT"};

    for (size_t i = 0; i < COUNT(offices); i++) {
        size_t n = strlen(offices[i]);
        if (word.len >= n + 3 && memcmp(word.at + word.len - n, offices[i], n) == 0)
            return word.len - n;
    }
    return word.len;
}

static struct token
token_read(struct slice s)
{
    struct token token = {.word = {s.at, token_bytes(s)}};
    struct slice *word = &token.word;
    uint32_t cp = 0;

    while (word->len && strchr(",;:", word->at[word->len - 1])) {
        token.comma |= word->at[word->len - 1] == ',';
        token.cut |= word->at[word->len - 1] != ',';
        word->len--;
    }
    for (size_t i = 1; i < word->len; i++)
        if (token_is_joint(*word, i) || ascii_digit(word->at[i]) || strchr("@|(/[", word->at[i])) {
            word->len = i;
            token.cut = true;
        }
    if (word->len) {
        size_t name = token_shouted_office(*word);
        token.cut |= name < word->len;
        word->len = name;
        utf_decode(word->at, word->len, &cp);
    }
    token.capital = utf_is_upper(cp);
    token.initials = token.capital && word->len >= 2 && word->at[1] == '.' && word->len <= 6;
    return token;
}

/* "Cleveland.com" */
static bool
token_is_address(struct slice word)
{
    for (size_t i = 2; i + 1 < word.len; i++)
        if (word.at[i] == '.' && ascii_lower(word.at[i - 1]) && ascii_lower(word.at[i + 1]))
            return true;
    return false;
}

static bool
token_is_name(const struct token *token)
{
    return token->word.len && (token->capital || word_in(token->word, byline_particles, COUNT(byline_particles))) &&
           !token_is_address(token->word);
}

/* ---- lists of names -------------------------------------------------------------------------- */

struct list {
    const char *at;  /* behind what was read */
    const char *end; /* behind the last name */
    unsigned words;  /* of the name that is being read, initials not counted */
    unsigned names;
    const char *second; /* behind the second such word */
    struct slice last;
};

static struct slice
list_skip(struct slice s)
{
    struct slice trimmed = slice_trim(s);

    return slice_of(trimmed.at, (size_t)(s.at + s.len - trimmed.at));
}

/* "Jane Doe Fox News": a paper behind a name is cut, so that two words of the name stay. */
static void
list_close(struct list *list, bool article)
{
    if (list->words >= 3 && !article && word_in(list->last, byline_papers, COUNT(byline_papers)))
        list->end = list->second;
    if (list->words)
        list->names++;
    list->words = 0;
}

/* True when an "and" within the next words shows that the commas divide names. */
static bool
list_goes_on(struct slice s)
{
    for (int i = 0; i < 14; i++) {
        struct token token;

        s = list_skip(s);
        if (!s.len)
            return false;
        token = token_read(s);
        if (slice_is_nocase(token.word, "and") || slice_is(token.word, "&"))
            return i > 1;
        if (!token_is_name(&token) || word_in(token.word, byline_ends, COUNT(byline_ends)))
            return false;
        s = slice_of(s.at + token_bytes(s), s.len - token_bytes(s));
    }
    return false;
}

static bool
list_is_end(struct slice word)
{
    if (word.len && word.at[word.len - 1] == '.') /* "Feb." */
        word.len--;
    return word_in(word, byline_ends, COUNT(byline_ends));
}

/* Bytes from "in" to the last word of a place before "and": 0 when no second name follows. */
static size_t
list_place(struct slice s)
{
    const char *and = memmem(s.at, s.len < 60 ? s.len : 60, " and ", 5);
    const char *last;

    if (!and || and+6 >= s.at + s.len || !byline_is_name(slice_of(and+5, (size_t)(s.at + s.len - and-5))))
        return 0;
    last = and;
    while (last > s.at && last[-1] != ' ')
        last--;
    return (size_t)(last - s.at);
}

/* Reads names up to the first word that is none. */
static struct list
list_read(struct slice s)
{
    struct list list = {.at = s.at, .end = s.at};
    bool article = false, joined = false, initials = false; /* initials stand for the first name */

    for (s = list_skip(s); s.len; s = list_skip(slice_of(s.at + token_bytes(s), s.len - token_bytes(s)))) {
        struct token token = token_read(s);

        if (slice_is_nocase(token.word, "and") || slice_is(token.word, "&")) {
            if (joined || !list.words)
                break;
            list_close(&list, article);
            initials = false;
            joined = true;
            continue;
        }
        if (slice_is(token.word, "in") && list.words && list_place(s)) { /* "A in Kessel and B" */
            s = slice_of(s.at + list_place(s), s.len - list_place(s));
            list_close(&list, article);
            list.words = 1;
            continue;
        }
        if (!token_is_name(&token) || list.words > BYLINE_NAME_WORDS)
            break;
        if (list.words + initials >= 2 && list_is_end(token.word)) /* "Editor"; but "April White" is a name */
            break;
        if (list.words == 0 && !token.capital)
            break;
        if (list.words == 0) {
            article = slice_is_nocase(token.word, "the");
            initials |= token.initials;
        }
        list.words += !token.initials;
        list.end = token.word.at + token.word.len;
        list.last = token.word;
        if (list.words == (initials ? 1 : 2))
            list.second = list.end;
        joined = false;
        if (token.cut)
            break;
        if (token.comma) {
            struct slice rest = {s.at + token_bytes(s), s.len - token_bytes(s)};
            if (!list_goes_on(rest))
                break;
            list_close(&list, article);
        }
    }
    list_close(&list, article);
    return list;
}

/* The full stop of a sentence does not belong to the name; that of "Jr." and initials does. */
static uint32_t
byline_without_stop(const char *text, struct span names)
{
    uint32_t end = names.end;

    if (end - names.start > 4 && text[end - 1] == '.' && ascii_lower(text[end - 2]) && text[end - 3] != 'J' &&
        text[end - 3] != 'S')
        end--;
    return end;
}

static size_t
byline_opening(struct slice s)
{
    if (!s.len || !strchr("bwsptra-\xE2", s.at[0] | (s.at[0] & 0x40 ? 0x20 : 0)))
        return 0;
    for (size_t i = 0; i < COUNT(byline_openings); i++) {
        size_t n = strlen(byline_openings[i]);
        if (s.len > n && strncasecmp(s.at, byline_openings[i], n) == 0)
            return n;
    }
    return 0;
}

/* "Name - Nov 19, 2019, 10:31 pm CST": a name with a date behind it needs no "By". */
static struct span
byline_dated(const char *text, struct span line)
{
    struct slice s = {text + line.start, span_len(line)};
    struct date date;

    for (size_t i = 4; i < s.len && i < BYLINE_DATED_BYTES; i++) {
        struct slice head;

        if (!ascii_alnum(s.at[i]) ||
            (ascii_alnum(s.at[i - 1]) && !(ascii_lower(s.at[i - 1]) && ascii_digit(s.at[i]))))
            continue;
        if (!ascii_digit(s.at[i]) && !strchr("JFMASOND", s.at[i]))
            continue;
        if (!date_read(slice_of(s.at + i, s.len - i), &date) || !date.year)
            continue;
        head = slice_trim(slice_of(s.at, i));
        while (head.len && strchr("-|/,@", head.at[head.len - 1]))
            head = slice_trim(slice_of(head.at, head.len - 1));
        if (byline_is_name(head))
            return (struct span){line.start, line.start + (uint32_t)head.len};
        break;
    }
    return (struct span){0, 0};
}

/* "Name · Coast News ·" */
static struct span
byline_dotted(const char *text, struct span line)
{
    struct slice s = {text + line.start, span_len(line)};
    const char *dot = memmem(s.at, s.len, " \xC2\xB7", 3);

    if (!dot || !byline_is_name(slice_of(s.at, (size_t)(dot - s.at))))
        return (struct span){0, 0};
    return (struct span){line.start, line.start + (uint32_t)(dot - s.at)};
}

struct span
byline_names(const char *text, struct span line)
{
    struct slice s = {text + line.start, span_len(line)};
    size_t n = byline_opening(s);
    struct list list;
    struct token first;
    struct span names;
    bool the;

    if (s.len > BYLINE_MOST_BYTES)
        return (struct span){0, 0};
    if (!n && s.len > BYLINE_DATED_LINE)
        return (struct span){0, 0};
    if (!n) {
        names = byline_dated(text, line);
        return span_empty(names) ? byline_dotted(text, line) : names;
    }
    s = list_skip(slice_of(s.at + n, s.len - n));
    if (!s.len)
        return (struct span){0, 0};
    first = token_read(s);
    the = slice_is_nocase(first.word, "the");
    if (word_in(first.word, byline_not_first, COUNT(byline_not_first)) && !the)
        return (struct span){0, 0};
    list = list_read(s);
    if (list.end <= s.at || (the && !word_in(list.last, byline_papers, COUNT(byline_papers))))
        return (struct span){0, 0};
    names = (struct span){(uint32_t)(s.at - text), (uint32_t)(list.end - text)};
    names.end = byline_without_stop(text, names);
    /* A name of one word is rare; "By Monday" is not. What follows on the line must be short then. */
    if (!memchr(s.at, ' ', (size_t)(list.end - s.at)) && !first.cut &&
        !word_in(first.word, byline_agencies, COUNT(byline_agencies)) && line.end - names.end > 2)
        return (struct span){0, 0};
    return names;
}

/* ---- names without "By" ------------------------------------------------------------------------ */

bool
byline_is_name(struct slice text)
{
    struct slice s = list_skip(text);
    unsigned words = 0, small = 0, part = 0; /* part: words since the last comma */

    if (text.len < 5 || text.len > 90)
        return false;
    for (; s.len; s = list_skip(slice_of(s.at + token_bytes(s), s.len - token_bytes(s)))) {
        struct token token = token_read(s);

        if (slice_is_nocase(token.word, "and") || slice_is(token.word, "&")) {
            if (part < 2)
                return false;
            part = 0;
            small++;
            continue;
        }
        if (!token_is_name(&token) || token.cut || word_in(token.word, byline_ends, COUNT(byline_ends)) ||
            (!words && word_in(token.word, byline_not_first, COUNT(byline_not_first))) ||
            word_in(token.word, byline_papers, COUNT(byline_papers)))
            return false;
        words++;
        part++;
        if (token.comma && part < 2)
            return false;
        part = token.comma ? 0 : part;
    }
    return words >= 2 && part >= 2 && (words <= 4 || (words <= 12 && (small || memchr(text.at, ',', text.len))));
}

/* What stands between two dashes or behind a bar after the names, when it is called like a paper. */
struct span
byline_outlet(const char *text, struct span line, struct span names)
{
    struct slice rest = slice_trim(slice_of(text + names.end, line.end - names.end));
    size_t n = 0;
    const char *last;

    if (!rest.len || (rest.at[0] != '-' && rest.at[0] != '|'))
        return (struct span){0, 0};
    rest = slice_trim(slice_of(rest.at + 1, rest.len - 1));
    while (n < rest.len && rest.at[n] != '|' &&
           !(rest.at[n] == ' ' && n + 2 < rest.len && rest.at[n + 1] == '-' && rest.at[n + 2] == ' '))
        n++;
    rest = slice_trim(slice_of(rest.at, n));
    if (!rest.len || !ascii_upper(rest.at[0]) || slice_starts(rest, "Special "))
        return (struct span){0, 0};
    last = rest.at + rest.len;
    while (last > rest.at && last[-1] != ' ')
        last--;
    if (!word_in(slice_of(last, (size_t)(rest.at + rest.len - last)), byline_papers, COUNT(byline_papers)))
        return (struct span){0, 0};
    return (struct span){(uint32_t)(rest.at - text), (uint32_t)(rest.at + rest.len - text)};
}
