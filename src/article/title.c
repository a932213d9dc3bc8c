/*
 * The headline: the short line above the running text that its words come back in, that a byline or a date follows, and that
 * is no button and no section name. A page may have none: then nothing is promoted.
 */
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum {
    TITLE_LOOK = 80,  /* lines above the text that are looked at */
    TITLE_INSIDE = 8, /* lines of text after which it may still come (captions stand above some headlines) */
    TITLE_MOST_WORDS = 32,
    TITLE_TEXT_WORDS = 20,
    TITLE_FOLLOW = 6,
    TITLE_TRAIL = 15,
    TITLE_STANDFIRST_LEAST = 10,
    TITLE_STANDFIRST_MOST = 45
};

static bool
title_is_long(const struct line *line)
{
    return line_is_prose(line) && (line->words >= TITLE_TEXT_WORDS || line_has(line, LINE_DENSE));
}

/* A caption may be long; the credit below gives it away, or another picture's caption that begins the same. */
static bool
title_is_text(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];
    struct slice s = line_slice(page, i), below;

    if (line->class != LINE_PLAIN || !title_is_long(line) || line->decided)
        return false;
    if (i + 1 == page->n)
        return true;
    below = line_slice(page, i + 1);
    return page->lines[i + 1].class != LINE_CREDIT &&
           !(s.len > 40 && below.len > 40 && memcmp(s.at, below.at, 40) == 0 && !slice_starts(s, "EXCERPT"));
}

/* The first line of running text that is not alone. */
size_t
title_text_begins(const struct page *page)
{
    size_t fallback = page->n;

    for (size_t i = page->first; i < page->n; i++) {
        const struct line *line = &page->lines[i];

        if (line->class != LINE_PLAIN || !line_is_prose(line))
            continue;
        if (fallback == page->n)
            fallback = i;
        if (!title_is_text(page, i))
            continue;
        for (size_t k = i + 1; k < page->n && k < i + 9; k++)
            if (page->lines[k].class == LINE_PLAIN && line_is_prose(&page->lines[k]))
                return i;
    }
    return fallback;
}

/* "… in the U.S." is no sentence's end. */
static bool
title_is_sentence(const struct page *page, size_t i)
{
    struct slice s = line_slice(page, i);

    if (!line_has(&page->lines[i], LINE_STOPPED) || line_has(&page->lines[i], LINE_ASKS))
        return false;
    return !(s.len > 2 && s.at[s.len - 1] == '.' && s.at[s.len - 2] >= 'A' && s.at[s.len - 2] <= 'Z');
}

/* A full date, an address, a trail of breadcrumbs, a label of another field. */
static bool
title_is_no_headline(struct slice s)
{
    struct date date;

    return slice_starts(s, "EXCERPT") || line_has_bytes(s, "www.") || line_has_bytes(s, "http") ||
           (date_find(s, &date) && date.day);
}

/* "Home Local News Storm tears off roof": a trail of breadcrumbs that ends in a line below. */
static bool
title_is_trail(const struct page *page, size_t i)
{
    struct slice s = line_slice(page, i);

    for (size_t k = i + 1; k < page->n && k < i + TITLE_FOLLOW; k++) {
        struct slice below = line_slice(page, k);

        if (below.len >= TITLE_TRAIL && below.len < s.len && strncasecmp(s.at + s.len - below.len, below.at, below.len) == 0)
            return true;
    }
    return false;
}

static bool
title_may_be(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    return !line->decided && line->class == LINE_PLAIN && line->words >= 2 && line->words <= TITLE_MOST_WORDS && !line->mark &&
           !line_has(line, LINE_COLON | LINE_TABS) && !(line->words <= 2 && line_is_name(page, i)) &&
           (!title_is_sentence(page, i) || line_has(line, LINE_AGAIN | LINE_TWICE)) &&
           !title_is_no_headline(line_slice(page, i)) && !title_is_trail(page, i);
}

/* How soon a byline or a date follows: 2 at once, less with other furniture between, 0 when running text comes first. */
static double
title_followed(const struct page *page, size_t i)
{
    double score = 2;

    for (size_t k = i + 1; k < page->n && k <= i + TITLE_FOLLOW; k++) {
        const struct line *line = &page->lines[k];

        if (line->class == LINE_BYLINE || (line->class == LINE_TIME && line->digits >= 5))
            return score;
        if (line->class == LINE_PLAIN && line_is_name(page, k))
            return score * 0.7;
        if (line->class == LINE_PLAIN && line->words > 2)
            score -= 0.4;
    }
    return 0;
}

static double
title_score(const struct page *page, const struct echo *echo, size_t i, size_t text)
{
    const struct line *line = &page->lines[i];
    double score = 4 * echo_weight(echo, i) + title_followed(page, i), between = 0;

    score += line->words > 24   ? -1
             : line->words > 18 ? 0
             : line->words >= 7 ? 1.5
             : line->words >= 5 ? 1
             : line->words <= 2 ? -1
                                : 0;
    if ((line_has(line, LINE_SHOUTS) && line->words <= 3) || line_is_name(page, i)) /* "Royal Garden Party" may be either */
        score -= 1;
    if (line_has(line, LINE_AGAIN | LINE_TWICE))
        score += line->words >= 4 ? 1 : -0.5;
    if (line_has(line, LINE_LOWER))
        score -= 1;
    if (i == page->first)
        score += 0.5;
    for (size_t k = i; k-- > page->first && k + TITLE_FOLLOW > i;)
        if (page->lines[k].class == LINE_BYLINE || (page->lines[k].class == LINE_TIME && page->lines[k].digits >= 5)) {
            score -=
                title_followed(page, i) > 0 ? 1 : 1.75; /* most headlines stand above them, unless those are another story's */
            break;
        }
    if (i > page->first && page->lines[i - 1].class == LINE_SECTION)
        score += 0.5;
    if (i > page->first && (page->lines[i - 1].class == LINE_RELATED || page->lines[i - 1].class == LINE_VIDEO) &&
        page->lines[i - 1].words > 1)
        score -= 1.5;
    for (size_t k = i + 1; k < text && k < i + 20; k++)
        between += page->lines[k].class == LINE_PLAIN && page->lines[k].words > 3 ? 0.25 : 0.03;
    return score - between;
}

/* A standfirst without a stop looks like a headline; the line above, shorter and as close to the text, is it then. */
static bool
title_is_standfirst(const struct page *page, const struct echo *echo, size_t i)
{
    if (i - 1 == page->first && !line_has(&page->lines[i], LINE_GAP) && line_has(&page->lines[i - 1], LINE_HEADLINE) &&
        page->lines[i - 1].words >= 4 && page->lines[i].words >= page->lines[i - 1].words + 3)
        return true; /* what was selected begins with the headline */
    if (!line_has(&page->lines[i - 1], LINE_HEADLINE) || echo_words(echo, i - 1) < 0.5)
        return false;
    return page->lines[i - 1].words >= 5 ||
           (page->lines[i].words >= 13 && page->lines[i - 1].words >= 3 && page->lines[i - 1].words < page->lines[i].words);
}

size_t
page_line_of(const struct page *page, struct span field)
{
    struct slice want = article_slice(page->article, field);

    for (size_t i = page->first; i < page->n && i < page->first + TITLE_LOOK; i++) {
        struct slice s = line_slice(page, i);

        if (s.len == want.len && strncasecmp(s.at, want.at, s.len) == 0)
            return i;
    }
    return page->n;
}

/* The header block has a headline: where the page says it again, it is not shown twice. One that was given beside the text is
   shown where the text has it. */
static void
title_of_header(struct page *page)
{
    size_t i = page_line_of(page, page->article->title);

    if (i == page->n)
        return;
    page->title = i;
    page->lines[i].kind = BLOCK_TITLE;
    page->lines[i].decided = true;
    page->lines[i].repeated = !page_is_given(page, page->article->title);
}

void
title_find(struct page *page, struct echo *echo)
{
    size_t text = page->prose, from, to;
    double best = 0.8;

    page->title = page->n;
    page->body = text;
    if (!span_empty(page->article->title)) {
        title_of_header(page);
        return;
    }
    if (text == page->n)
        return;
    from = text > page->first + TITLE_LOOK ? text - TITLE_LOOK : page->first;
    to = text + TITLE_INSIDE < page->n ? text + TITLE_INSIDE : page->n;
    for (size_t i = from; i < to; i++) {
        double score;

        if (!line_has(&page->lines[i], LINE_HEADLINE))
            continue;
        score = title_score(page, echo, i, text);
        if (i > text) /* behind text only with a byline or date of its own */
            score = title_followed(page, i) < 1.5 ? 0 : score - 1.5;
        if (score > best) {
            best = score;
            page->title = i;
        }
    }
    if (page->title > from && page->title < page->n && title_is_standfirst(page, echo, page->title))
        page->title--;
    if (page->title < page->n) {
        page->lines[page->title].kind = BLOCK_TITLE;
        page->lines[page->title].decided = true;
        page->article->title = page->lines[page->title].shown;
    }
}

/* Without a bar or a byline between it and the text. */
static bool
title_may_be_standfirst(const struct line *line)
{
    return line->class == LINE_PLAIN && line->words >= TITLE_STANDFIRST_LEAST && line->words <= TITLE_STANDFIRST_MOST &&
           !line_has(line, LINE_QUOTED | LINE_COLON) && line_is_prose(line);
}

bool
title_is_near(const struct page *page, size_t i)
{
    return i + TITLE_LOOK >= page->prose && i < page->prose + TITLE_INSIDE;
}

void
title_mark(struct page *page)
{
    for (size_t i = page->first; i < page->n; i++)
        if (title_is_near(page, i) && title_may_be(page, i))
            page->lines[i].flags |= LINE_HEADLINE;
}

unsigned
title_asks(const struct page *page, size_t i)
{
    unsigned what = 0;

    if (!title_is_near(page, i))
        return 0;
    if (i <= page->prose && title_may_be_standfirst(&page->lines[i]))
        what |= ECHO_RUNS;
    return line_has(&page->lines[i], LINE_HEADLINE) ? what | ECHO_WORDS : what;
}
