/* Bylines: "By A, B and C", with whatever else sites put on the line or glue to the name. */
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
static const char *const byline_ends[26] = {
    ['a' - 'a'] = "about apr april assistant associate at aug august", ['b' - 'a'] = "bureau business",
    ['c' - 'a'] = "chief columnist contact contributing contributor correspondent crime", ['d' - 'a'] = "dec december deputy",
    ['e' - 'a'] = "economics editor editors education email entertainment environment exclusive executive",
    ['f' - 'a'] = "feb february follow for foreign freelance freelancer fri friday", ['g' - 'a'] = "guest",
    ['h' - 'a'] = "health", ['i' - 'a'] = "in investigative", ['j' - 'a'] = "jan january journalist jul july jun june",
    ['l' - 'a'] = "last legal", ['m' - 'a'] = "managing mar march may mon monday", ['n' - 'a'] = "national nov november",
    ['o' - 'a'] = "oct october of on opinion",
    ['p' - 'a'] = "photo photographer photography photos political posted producer published published:",
    ['r' - 'a'] = "read reporter reporters",
    ['s' - 'a'] = "sat saturday science senior sep sept september share special sports staff sun sunday",
    ['t' - 'a'] = "technology thu thursday today tue tuesday twitter", ['u' - 'a'] = "updated updated:",
    ['v' - 'a'] = "via video", ['w' - 'a'] = "washington wed wednesday with world writer writers", ['y' - 'a'] = "yesterday",
};
/* What a paper or agency may be called by its last word. */
static const char *const byline_papers[26] = {
    ['a' - 'a'] = "agency", ['b' - 'a'] = "bbc bureau business", ['c' - 'a'] = "chronicle cnn", ['d' - 'a'] = "desk",
    ['e' - 'a'] = "examiner", ['g' - 'a'] = "gazette globe guardian", ['h' - 'a'] = "herald", ['j' - 'a'] = "journal",
    ['l' - 'a'] = "ledger", ['m' - 'a'] = "magazine mail media", ['n' - 'a'] = "network news", ['o' - 'a'] = "observer",
    ['p' - 'a'] = "post press", ['r' - 'a'] = "reports review", ['s' - 'a'] = "service services staff standard star",
    ['t' - 'a'] = "team telegraph times today tribune", ['w' - 'a'] = "wire",
};
static const char *const byline_agencies[26] = {
    ['a' - 'a'] = "afp agencies ani ap", ['b' - 'a'] = "bernama bloomberg", ['c' - 'a'] = "cp", ['d' - 'a'] = "dpa",
    ['e' - 'a'] = "editorial efe", ['p' - 'a'] = "pti", ['r' - 'a'] = "reuters", ['s' - 'a'] = "staff", ['u' - 'a'] = "upi",
    ['x' - 'a'] = "xinhua",
};
static const char *const byline_particles[26] = {
    ['a' - 'a'] = "af al", ['b' - 'a'] = "bin", ['d' - 'a'] = "da de del della den der di dos du", ['e' - 'a'] = "e el",
    ['i' - 'a'] = "ibn", ['l' - 'a'] = "la le", ['t' - 'a'] = "ten ter", ['v' - 'a'] = "van von", ['y' - 'a'] = "y",
    ['z' - 'a'] = "zu",
};
/* Syllables after which a name may go on with a capital: McDonald, LaChance, DeArdo. */
static const char *const byline_prefixes[] = {"Mc", "Mac", "De",  "La", "Le",  "Di",  "Du",  "Van", "Fitz", "Da", "Del",
                                              "O'", "D'",  "Von", "St", "Mc'", "Des", "Lo",  "El",  "Al",   "Ja", "Mi",
                                              "Jo", "Ka",  "Ma",  "Ra", "Ke",  "Ta",  "Sha", "La'", "De'"};
static const char *const byline_not_first[26] = {
    ['a' - 'a'] = "a all an and", ['c' - 'a'] = "comparison contrast", ['d' - 'a'] = "default design doing",
    ['f' - 'a'] = "far", ['h' - 'a'] = "her his", ['i' - 'a'] = "its", ['l' - 'a'] = "law", ['m' - 'a'] = "making most my",
    ['n' - 'a'] = "now", ['o' - 'a'] = "our", ['s' - 'a'] = "some", ['t' - 'a'] = "that the their then these this those",
    ['u' - 'a'] = "using", ['y' - 'a'] = "your",
};

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

    while (n < s.len && s.at[n] != ' ' && !(s.at[n] >= '\t' && s.at[n] <= '\r') &&
           !(s.at[n] == '\xC2' && (n + 1 == s.len || s.at[n + 1] == '\xA0')))
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

    for (size_t i = 0; i < COUNT(offices) && ascii_upper(word.at[word.len - 1]); i++) {
        size_t n = strlen(offices[i]);
        if (word.len >= n + 3 && memcmp(word.at + word.len - n, offices[i], n) == 0)
            return word.len - n;
    }
    return word.len;
}

/* What may be glued to a name: a capital behind a small letter is, the others always are. NUL too: behind it is no name. */
static inline bool
token_may_be_glued(unsigned char c)
{
#define TEN(c) [c] = true, [c + 1] = true, [c + 2] = true, [c + 3] = true, [c + 4] = true, [c + 5] = true, [c + 6] = true, \
               [c + 7] = true, [c + 8] = true, [c + 9] = true
    static const bool glued[256] = {
        TEN('0'), TEN('A'), TEN('K'), ['U'] = true, ['V'] = true, ['W'] = true, ['X'] = true, ['Y'] = true, ['Z'] = true,
        ['@'] = true, ['|'] = true, ['('] = true, ['/'] = true, ['['] = true, ['\0'] = true,
    };

    return glued[c];
#undef TEN
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
        if (token_may_be_glued((unsigned char)word->at[i]) && (!ascii_upper(word->at[i]) || token_is_joint(*word, i))) {
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
    return token->word.len && (token->capital || word_listed(token->word, byline_particles)) &&
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
    if (list->words >= 3 && !article && word_listed(list->last, byline_papers))
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
        if (!token_is_name(&token) || word_listed(token.word, byline_ends))
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
    return word_listed(word, byline_ends);
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

/* Whether an opening begins with these two letters: most lines are told from all of them by that. */
static inline bool
byline_may_open(struct slice s)
{
#define BIT(letter) ((uint32_t)1 << ((letter) & 31))
    static const uint32_t seconds[256] = {
        ['a'] = BIT('n') | BIT('r') | BIT('u'), ['b'] = BIT('y'), ['o'] = BIT('p'), ['p'] = BIT('o'), ['r'] = BIT('e'),
        ['s'] = BIT('t'), ['t'] = BIT('e'), ['w'] = BIT('o') | BIT('r'), ['-'] = BIT(' '), [0xE2] = BIT(0x80),
    };

    return s.len > 1 && (seconds[(unsigned char)s.at[0] | 0x20] & BIT(s.at[1])) != 0;
#undef BIT
}

static size_t
byline_opening(struct slice s)
{
    if (!byline_may_open(s))
        return 0;
    for (size_t i = 0; i < COUNT(byline_openings); i++) {
        size_t n = strlen(byline_openings[i]);

        if (s.len > n && strncasecmp(s.at, byline_openings[i], n) == 0)
            return n;
    }
    return 0;
}

bool
byline_opens(struct slice line)
{
    return byline_opening(line) > 0;
}

/* Whether the second word is like that of a name: where it is not, no date is looked for. */
static bool
byline_may_be_name(struct slice s)
{
    struct slice second = list_skip(slice_of(s.at + token_bytes(s), s.len - token_bytes(s)));

    return second.len && (!ascii_lower(second.at[0]) || word_listed(token_read(second).word, byline_particles));
}

/* "Name - Nov 19, 2019, 10:31 pm CST": a name with a date behind it needs no "By". */
static struct span
byline_dated(const char *text, struct span line)
{
    struct slice s = {text + line.start, span_len(line)};
    struct date date;

    if (!byline_may_be_name(s))
        return (struct span){0, 0};
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
    if (word_listed(first.word, byline_not_first) && !the)
        return (struct span){0, 0};
    list = list_read(s);
    if (list.end <= s.at || (the && !word_listed(list.last, byline_papers)))
        return (struct span){0, 0};
    names = (struct span){(uint32_t)(s.at - text), (uint32_t)(list.end - text)};
    names.end = byline_without_stop(text, names);
    /* A name of one word is rare; "By Monday" is not. What follows on the line must be short then. */
    if (!memchr(s.at, ' ', (size_t)(list.end - s.at)) && !first.cut &&
        !word_listed(first.word, byline_agencies) && line.end - names.end > 2)
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
        if (!token_is_name(&token) || token.cut || word_listed(token.word, byline_ends) ||
            (!words && word_listed(token.word, byline_not_first)) ||
            word_listed(token.word, byline_papers))
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
    if (!word_listed(slice_of(last, (size_t)(rest.at + rest.len - last)), byline_papers))
        return (struct span){0, 0};
    return (struct span){(uint32_t)(rest.at - text), (uint32_t)(rest.at + rest.len - text)};
}
