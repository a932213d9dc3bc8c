/*
 * Pull quotes: words of the article or of a speaker, set apart without marks, and below them a line that says whose they are.
 * A heading looks like that line, a paragraph like that quote; the test is what of them stands elsewhere in the text.
 */
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum { QUOTE_MOST_WORDS = 70, QUOTE_SHORT_WORDS = 45, QUOTE_SEARCHED = 1 << 16, QUOTE_TRIES = 16, QUOTE_ATTRIBUTION_WORDS = 14 };

/* "statement from the office of …", "spokesperson for …": a source that is no name. */
static const char *const quote_sources[] = {"statement", "spokesperson", "spokesman",   "spokeswoman",    "office of", "official",
                                            "a ",        "an ",          "the ",        "senior ",        "former ",   "from ",
                                            "report",    "letter",       "open letter", "joint statement"};

static bool
quote_names_source(struct slice s)
{
    for (size_t i = 0; i < sizeof quote_sources / sizeof *quote_sources; i++) {
        size_t n;

        if ((s.at[0] | 0x20) != quote_sources[i][0])
            continue;
        n = strlen(quote_sources[i]);
        if (s.len > n && strncasecmp(s.at, quote_sources[i], n) == 0)
            return true;
    }
    return false;
}

/* "Name, organisation or role" */
static bool
quote_name_and_office(struct slice s)
{
    const char *comma = memchr(s.at, ',', s.len);

    return comma && comma + 3 < s.at + s.len && byline_is_name(slice_of(s.at, (size_t)(comma - s.at))) &&
           !memchr(comma, ';', (size_t)(s.at + s.len - comma));
}

bool
quote_names(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];
    struct slice s = article_slice(page->article, line->shown);

    if (line->words > QUOTE_ATTRIBUTION_WORDS || line->words < 2 ||
        line_has(line, LINE_STOPPED | LINE_COLON | LINE_TABS | LINE_QUOTED))
        return false;
    return line_is_name(page, i) || (line->caps >= 2 && quote_name_and_office(s)) ||
           (quote_names_source(s) && line->caps * 3 <= line->words * 2);
}

/* How the text knows a name: not at all (a heading in capitals), as a name, as one who speaks. */
enum quote_known { QUOTE_STRANGER, QUOTE_NAMED, QUOTE_SPEAKER };

static enum quote_known
quote_known(const struct page *page, size_t i)
{
    static const char *const behind[] = {" said",    " says",  " told", " wrote", " argue", " add",  " warn",
                                         " believe", " think", ", a ",  ", an ",  ", the ", ", who "};
    static const char *const before[] = {"said ", "says ", "to ", "by ", "wrote ", "argued ", "added "};
    struct slice name = line_slice(page, i);
    size_t len = page->article->len < QUOTE_SEARCHED ? page->article->len : QUOTE_SEARCHED;
    const char *end = page->text + len, *at = page->text;
    enum quote_known known = QUOTE_STRANGER;

    for (int tries = 0; tries < QUOTE_TRIES && (at = memmem(at, (size_t)(end - at), name.at, name.len)) != NULL; tries++) {
        struct slice rest = {at + name.len, (size_t)(end - at) - name.len}, head = {page->text, (size_t)(at - page->text)};

        at += name.len;
        if (at - name.len == name.at || (head.len && head.at[head.len - 1] == '\n'))
            continue; /* the line itself, or another that begins so */
        known = known == QUOTE_STRANGER ? QUOTE_NAMED : known;
        for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
            if (slice_starts(rest, behind[k]))
                return QUOTE_SPEAKER;
        for (size_t k = 0; k < sizeof before / sizeof *before; k++)
            if (slice_ends(head, before[k]))
                return QUOTE_SPEAKER;
    }
    return known;
}

/* People speak of themselves, to somebody, or of what ought to be; captions above a source's name do not. */
static bool
quote_is_spoken(struct slice s)
{
    static const char *const words[] = {"i",      "we",   "us",     "our",  "my",     "me",    "you", "your",   "must",
                                        "should", "need", "cannot", "can",  "will",   "would", "if",  "nobody", "everyone",
                                        "let",    "i'm",  "we're",  "it's", "that's", "don't", "not", "never"};
    size_t at = 0;

    while (at < s.len) {
        size_t n = 0;

        while (at + n < s.len && (ascii_letter(s.at[at + n]) || s.at[at + n] == '\''))
            n++;
        for (size_t i = 0; n && i < sizeof words / sizeof *words; i++)
            if (slice_is_nocase(slice_of(s.at + at, n), words[i]))
                return true;
        at += n ? n : 1;
    }
    return false;
}

static bool
quote_may_attribute(const struct page *page, size_t i)
{
    return page->lines[i].class == LINE_PLAIN && !page->lines[i].decided && line_has(&page->lines[i], LINE_SOURCE);
}

static bool
quote_may_be(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    return i + 1 < page->n && line->class == LINE_PLAIN && !line->decided && !line->mark && line->words >= 3 &&
           line->words <= QUOTE_MOST_WORDS && !line_has(line, LINE_COLON | LINE_TABS) && quote_may_attribute(page, i + 1);
}

unsigned
quote_asks(const struct page *page, size_t i)
{
    return (quote_may_be(page, i) ? ECHO_RUNS : 0) | (i > page->first && quote_may_be(page, i - 1) ? ECHO_WORDS : 0);
}

bool
quote_is_pair(const struct page *page, const struct echo *echo, size_t i)
{
    enum quote_known known;
    struct slice who;
    double runs;

    if (!quote_may_be(page, i))
        return false;
    who = line_slice(page, i + 1);
    if (slice_equal(who, article_slice(page->article, page->article->byline))) /* the author box */
        return false;
    runs = echo_runs(echo, page, i);
    if (byline_is_name(line_slice(page, i)))
        return false;
    if (runs >= 0.5) /* it repeats the text */
        return true;
    if (!line_has(&page->lines[i], LINE_STOPPED) && runs < 0.3)
        return false;
    if (quote_name_and_office(who))
        return true;
    if (page->lines[i].words > QUOTE_SHORT_WORDS || !byline_is_name(who) || echo_words(echo, i + 1) < 0.99)
        return false;
    known = quote_known(page, i + 1);
    return known == QUOTE_SPEAKER ||
           (known == QUOTE_NAMED && (line_has(&page->lines[i], LINE_QUOTED) || quote_is_spoken(line_slice(page, i))));
}
