/*
 * What stands between the headline and the text: byline, date, standfirst, share bar, caption; and the same above the headline
 * or behind the end, where some sites put them.
 */
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum {
    META_ABOVE = 6,  /* lines above the headline that may be byline or date */
    META_BELOW = 60, /* lines below it that are looked at */
    META_STANDFIRST_MOST = 60,
    META_STANDFIRST_LEAST = 6,
    META_STANDFIRST_BARE = 45,
    META_ITEM_WORDS = 4,
    META_SAME = 40 /* bytes that two lines begin with when one is the other cut short */
};

/* ---- where the text begins ------------------------------------------------------------- */

/* Byline and date are surer signs than a share bar, which may also stand between paragraphs. */
static int
meta_weight(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    switch (line->class) {
    case LINE_BYLINE:
        return 2;
    case LINE_TIME:
        return line->digits >= 4 ? 2 : 1;
    case LINE_SHARE:
    case LINE_READTIME:
    case LINE_AUTHOR:
    case LINE_CREDIT:
    case LINE_FOLLOW:
    case LINE_COMMENTS:
        return 1;
    case LINE_PLAIN:
        return line_is_name(page, i) && line->words <= 4 && i + 1 < page->n && page->lines[i + 1].class == LINE_TIME ? 2 : 0;
    default:
        return 0;
    }
}

/* The last line of the zone of metadata below the headline (or the headline itself). */
static size_t
meta_last(const struct page *page, size_t from)
{
    size_t last = from;
    unsigned prose = 0, words = 0;

    for (size_t i = from; i < page->n && i < from + META_BELOW; i++) {
        const struct line *line = &page->lines[i];
        int weight = meta_weight(page, i);

        if (weight && ((weight == 2 && prose <= 2 && words < 120) || (weight == 1 && prose <= 1 && words < 60)))
            last = i + 1;
        if (line->class == LINE_PLAIN && line_is_prose(line)) {
            prose++;
            words += line->words;
            if (prose > 2)
                break;
        }
    }
    return last;
}

/* The line above a credit that stands alone. */
static bool
meta_is_caption(const struct page *page, size_t i)
{
    if (i + 1 < page->n && page->lines[i + 1].class == LINE_CAPTION && line_begins(page, i + 1, i))
        return true;
    return i + 1 < page->n && page->lines[i].class == LINE_PLAIN && line_is_prose(&page->lines[i]) &&
           page->lines[i + 1].class == LINE_CREDIT && !line_has(&page->lines[i + 1], LINE_GAP) && page->lines[i + 1].words > 1;
}

static size_t
meta_text_begins(const struct page *page, size_t from)
{
    size_t fallback = page->n; /* where paragraphs stand apart, a sentence that does not is the text of a picture or film */

    for (size_t i = from; i < page->n; i++) {
        const struct line *line = &page->lines[i];

        if ((line->class != LINE_PLAIN && line->class != LINE_BIO) || !line_is_prose(line) || line->decided ||
            meta_is_caption(page, i))
            continue;
        if (fallback == page->n)
            fallback = i;
        if (!page->gaps || line_has(line, LINE_GAP) || i == page->first)
            return i;
        if (i > fallback + 6 || line->words >= 40)
            break;
    }
    return fallback;
}

/* ---- standfirst --------------------------------------------------------------------------- */

/* "EXCERPT: …": bytes of the label. */
static size_t
standfirst_label(struct slice s)
{
    static const char *const labels[] = {
        "EXCERPT:", "Excerpt:", "Summary:", "SUMMARY:", "Standfirst:", "STANDFIRST:", "Subhead:", "Abstract:"};

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (slice_starts(s, labels[i])) {
            struct slice rest = {s.at + strlen(labels[i]), s.len - strlen(labels[i])};
            return (size_t)(slice_trim(rest).at - s.at);
        }
    return 0;
}

/* "BEIJING (AP) — ", "City, Nov 20 — " */
bool
meta_has_dateline(struct slice s)
{
    size_t head = s.len < 60 ? s.len : 60, capitals = 0;

    for (size_t i = 0; i + 3 < head; i++) {
        bool dash = memcmp(s.at + i, "\xE2\x80\x94", 3) == 0 || memcmp(s.at + i, "\xE2\x80\x93", 3) == 0 ||
                    memcmp(s.at + i, " - ", 3) == 0;

        if (dash || memcmp(s.at + i, "): ", 3) == 0)
            return capitals > 0 && i > 2;
        if (s.at[i] == '.' && s.at[i + 1] == ' ' && i > 8)
            return false;
        capitals += s.at[i] >= 'A' && s.at[i] <= 'Z' && s.at[i + 1] >= 'A' && s.at[i + 1] <= 'Z';
    }
    return false;
}

static void
standfirst_set(struct page *page, size_t i)
{
    struct line *line = &page->lines[i];

    line->kind = BLOCK_STANDFIRST;
    line->decided = true;
    line->shown.start += (uint32_t)standfirst_label(article_slice(page->article, line->shown));
    if (span_empty(page->article->standfirst))
        page->article->standfirst = line->shown;
}

static bool
standfirst_may_be(const struct line *line)
{
    return !line->decided && line->class == LINE_PLAIN && line->words >= META_STANDFIRST_LEAST &&
           line->words <= META_STANDFIRST_MOST && !line_has(line, LINE_TABS);
}

/* Lines i and k begin alike, and one of them breaks off; or they are the same. */
static bool
standfirst_is_double(const struct page *page, size_t i, size_t k)
{
    struct slice a = line_slice(page, i), b = line_slice(page, k);

    if (line_has(&page->lines[i], LINE_STOPPED) == line_has(&page->lines[k], LINE_STOPPED))
        return slice_equal(a, b);
    return a.len >= META_SAME && b.len >= META_SAME && memcmp(a.at, b.at, META_SAME) == 0;
}

/*
 * A page may give its standfirst twice, once cut short with the next paragraph joined on: the one that ends like a sentence
 * counts, the other is furniture.
 */
static size_t
standfirst_better(struct page *page, size_t i, size_t to)
{
    for (size_t k = i + 1; k < to && k < i + 4; k++)
        if (standfirst_may_be(&page->lines[k]) && standfirst_is_double(page, i, k)) {
            size_t worse = line_has(&page->lines[i], LINE_STOPPED) ? k : i;

            page->lines[worse].kind = BLOCK_BOILER;
            page->lines[worse].decided = true;
            return worse == i ? k : i;
        }
    return i;
}

/* The text says it again, word for word. */
static bool
standfirst_is_echoed(const struct page *page, const struct echo *echo, size_t i)
{
    return title_is_near(page, i) && echo_runs(echo, page, i) >= 0.9;
}

/* The standfirst above the first paragraph when no byline or bar divides them: only by a sign of its own. */
static void
standfirst_bare(struct page *page, const struct echo *echo)
{
    size_t i = page->body;
    struct line *line;

    if (i + 1 >= page->n || !standfirst_may_be(&page->lines[i]) || !span_empty(page->article->standfirst))
        return;
    line = &page->lines[i];
    if (line->words > META_STANDFIRST_BARE || line_has(line, LINE_QUOTED) || line_has(line, LINE_COLON))
        return;
    if ((standfirst_may_be(&page->lines[i + 1]) && standfirst_is_double(page, i, i + 1)) ||
        standfirst_label(line_slice(page, i)) || (line->words >= 10 && standfirst_is_echoed(page, echo, i)) ||
        (meta_has_dateline(line_slice(page, i + 1)) && !meta_has_dateline(line_slice(page, i)))) {
        i = standfirst_better(page, i, page->n);
        standfirst_set(page, i);
        page->body = i + 1;
    }
}

/* ---- the zone ---------------------------------------------------------------------------------- */

static void
meta_byline(struct page *page, size_t i, struct span names)
{
    struct line *line = &page->lines[i];
    struct article *article = page->article;
    struct date date;

    line->kind = BLOCK_BYLINE;
    line->decided = true;
    line->shown = names;
    if (!span_empty(article->byline))
        return;
    article->byline = names;
    if (span_empty(article->outlet))
        article->outlet = byline_outlet(page->text, line->span, names);
    if (!article->published && date_find(slice_of(page->text + names.end, line->span.end - names.end), &date))
        article->published = date_keep(article->arena, &date);
}

/* A time line near the headline dates the article; "Updated …" alone counts less, so the first line wins. */
static void
meta_date(struct page *page, size_t i)
{
    struct line *line = &page->lines[i];
    struct date date;

    line->kind = BLOCK_DATE;
    line->decided = true;
    if (!page->article->published && date_is_line(line_slice(page, i), line->digits, &date) && date.year && date.month)
        page->article->published = date_keep(page->article->arena, &date);
}

/* Sets what a line outside the text is by its class. */
static void
meta_outside(struct page *page, size_t i)
{
    struct line *line = &page->lines[i];

    line->decided = true;
    line->kind = line->class == LINE_CAPTION || line->class == LINE_CREDIT ? BLOCK_CAPTION
                 : line->class == LINE_NOTE                                ? BLOCK_DISCLAIMER
                 : line->class == LINE_THANKS || line->class == LINE_BIO   ? BLOCK_CREDIT
                                                                           : BLOCK_BOILER;
    if (span_empty(page->article->url) &&
        (slice_starts(line_slice(page, i), "https://") || slice_starts(line_slice(page, i), "http://")) && line->words == 1)
        page->article->url = line->span;
}

/* "By" alone has the name on the next line. */
static bool
meta_is_split_byline(const struct page *page, size_t i)
{
    struct slice s = line_slice(page, i);

    return i + 1 < page->n &&
           (slice_is_nocase(s, "by") || slice_is_nocase(s, "by:") || slice_is_nocase(s, "written by") ||
            slice_is_nocase(s, "written by:") || slice_is_nocase(s, "author of the article:") || slice_is_nocase(s, "author:")) &&
           line_names(page, i + 1);
}

static void
meta_line(struct page *page, size_t i)
{
    struct line *line = &page->lines[i];

    if (line->decided)
        return;
    if (line->mark && line->class == LINE_PLAIN && line->words >= META_ITEM_WORDS &&
        i > page->title) { /* key points above the text */
        line->kind = BLOCK_ITEM;
        line->decided = true;
        return;
    }
    if (line->class == LINE_BYLINE)
        meta_byline(page, i, byline_names(page->text, line->span));
    else if (line->class == LINE_TIME)
        meta_date(page, i);
    else if (i && meta_is_split_byline(page, i - 1))
        meta_byline(page, i, line->span);
    else
        meta_outside(page, i);
}

/* A name alone near the headline is the byline when nothing says so better. */
static void
meta_bare_name(struct page *page, size_t from, size_t to)
{
    if (page->title == page->n && span_empty(page->article->title))
        return; /* near no headline */
    for (size_t i = from; i < to && span_empty(page->article->byline); i++) {
        struct line *line = &page->lines[i];

        if (line->kind == BLOCK_BOILER && line->class == LINE_PLAIN && line_is_name(page, i))
            meta_byline(page, i, line->span);
    }
}

/* An agency's name beside the date is the byline, not the credit of a picture. */
static void
meta_agency(struct page *page, size_t from, size_t to)
{
    static const char *const agencies[] = {
        "The Associated Press", "Associated Press", "The Canadian Press", "Canadian Press", "Reuters", "AFP",
        "Agence France-Presse", "Bloomberg",        "Bloomberg News",     "Xinhua",         "REUTERS", "THE ASSOCIATED PRESS"};

    for (size_t i = from; i < to && span_empty(page->article->byline); i++)
        for (size_t k = 0; k < sizeof agencies / sizeof *agencies; k++)
            if (slice_is(line_slice(page, i), agencies[k]) &&
                ((i + 1 < to && page->lines[i + 1].kind == BLOCK_DATE) || (i > from && page->lines[i - 1].kind == BLOCK_DATE)))
                meta_byline(page, i, page->lines[i].span);
}

static void
meta_zone(struct page *page, size_t from)
{
    bool found = !span_empty(page->article->standfirst), others = false; /* others: below the heading of other stories */

    for (size_t i = from; i < page->body; i++) {
        struct line *line = &page->lines[i];

        if (line->decided)
            continue;
        others |= line->class == LINE_RELATED || line->class == LINE_NEWSLETTER || line->class == LINE_SUBSCRIBE;
        if (i > from && meta_is_caption(page, i)) {
            line->kind = BLOCK_CAPTION;
            line->decided = true;
        } else if (line_has(line, LINE_AGAIN) && page->title < page->n &&
                   slice_equal(line_slice(page, i), line_slice(page, page->title))) {
            line->decided = line->repeated = true;
            line->kind = BLOCK_TITLE;
        } else if (!found && !others && standfirst_may_be(line) && (line->words >= 9 || line_has(line, LINE_STOPPED)) &&
                   !line_is_name(page, i) && (i == from || page->lines[i - 1].class != LINE_VIDEO)) {
            standfirst_set(page, standfirst_better(page, i, page->body));
            found = true;
        } else {
            meta_line(page, i);
        }
    }
    meta_bare_name(page, from, page->body);
    meta_agency(page, from, page->body);
}

/* Lines above the headline: furniture, but for a byline or date right above. */
static void
meta_above(struct page *page)
{
    for (size_t i = page->first; i < page->title; i++) {
        struct line *line = &page->lines[i];

        if (line->decided)
            continue;
        if (i + META_ABOVE >= page->title && (line->class == LINE_BYLINE || line->class == LINE_TIME))
            meta_line(page, i);
        else if (slice_equal(line_slice(page, i), line_slice(page, page->title)))
            line->kind = BLOCK_TITLE, line->decided = line->repeated = true;
        else
            meta_outside(page, i);
    }
}

/* The standfirst that was given beside the text, where the text has it. */
static void
meta_given(struct page *page)
{
    struct span given = page->article->standfirst;
    size_t i = page_is_given(page, given) ? page_line_of(page, given) : page->n;

    if (i == page->n || page->lines[i].decided)
        return;
    page->lines[i].kind = BLOCK_STANDFIRST;
    page->lines[i].decided = true;
}

void
meta_find(struct page *page, const struct echo *echo)
{
    size_t from = page->title < page->n ? page->title + 1 : page->first, last;

    meta_given(page);
    if (page->title == page->n) { /* without a headline the text begins where it begins; what stands above is furniture */
        last = meta_last(page, from);
        page->body = meta_text_begins(page, last);
        meta_zone(page, from);
        if (!span_empty(page->article->title))
            standfirst_bare(page, echo);
        return;
    }
    last = meta_last(page, from);
    page->body = meta_text_begins(page, last);
    meta_zone(page, from);
    standfirst_bare(page, echo);
    meta_above(page);
}

/*
 * A standfirst that the text says again word for word is shown once, at its place in the text: the paragraph around the
 * sentence can't be left out, the standfirst can. Its quotes and figures are listed there too.
 */
void
meta_repeated(struct page *page, const struct echo *echo)
{
    for (size_t i = page->first; i < page->body && i < page->n; i++) {
        struct line *line = &page->lines[i];
        struct slice s = article_slice(page->article, line->shown);

        if (line->kind != BLOCK_STANDFIRST || !standfirst_is_echoed(page, echo, i))
            continue;
        while (s.len && memchr(".!?", s.at[s.len - 1], 3))
            s.len--;
        for (size_t k = page->body; k < page->end && !line->repeated; k++) {
            struct slice text = article_slice(page->article, page->lines[k].shown);
            line->repeated = page->lines[k].kind == BLOCK_PARA && memmem(text.at, text.len, s.at, s.len) != NULL;
        }
    }
}
