/*
 * The text and its end: one pass over the lines below the metadata. Furniture between paragraphs is dropped and the flow goes
 * on; the heading of a block of other stories takes the short lines below with it, until running text comes again.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "lede/utf.h"
#include "page.h"

enum {
    BODY_HEADING_WORDS = 14,
    BODY_SHOUT_WORDS = 9,
    BODY_ITEM_WORDS = 40,
    BODY_BIO_REACH = 12,
    BODY_RESUME_WORDS = 14,
    BODY_SURE_WORDS = 25,
    BODY_TAIL_GAP = 4,
    BODY_DATELINE = 60,
    BODY_BOX = 4,
    BODY_TAIL_WORDS = 12
};

struct body {
    struct page *page;
    const struct echo *echo;
    enum line_class skip; /* the block that short lines belong to, or LINE_PLAIN */
    bool list;            /* a line that ends in a colon stands above */
};

static void
body_set(struct page *page, size_t i, enum block_kind kind)
{
    page->lines[i].kind = (uint8_t)kind;
    page->lines[i].decided = true;
}

/* ---- small questions ------------------------------------------------------------------------ */

static bool
body_is_plain(const struct line *line)
{
    return line->class == LINE_PLAIN || line->class == LINE_BIO || line->class == LINE_SECTION || line->class == LINE_KICKER;
}

/* Running text, a row of a table, or the line above a list. */
static bool
body_flows(const struct line *line)
{
    return line_is_prose(line) || (line_has(line, LINE_TABS) && line->words >= 3) ||
           (line_has(line, LINE_COLON) && line->words >= 2);
}

static bool
body_is_text(const struct line *line)
{
    return !line->decided && (line->class == LINE_PLAIN || line->class == LINE_BIO) && body_flows(line);
}

/* The next line that is not furniture of one line (adverts, buttons, pictures), or n. */
static size_t
body_next(const struct page *page, size_t i)
{
    for (i++; i < page->n; i++) {
        enum line_class class = page->lines[i].class;

        if (class != LINE_ADVERT && class != LINE_SHARE && class != LINE_CREDIT && class != LINE_CAPTION && class != LINE_TEASER)
            break;
    }
    return i;
}

/* Running text goes on at line i, behind a block of furniture. */
static bool
body_resumes(const struct body *body, size_t i)
{
    const struct page *page = body->page;
    const struct line *line = &page->lines[i];
    size_t next;

    if (!body_is_text(line) || line_has(line, LINE_CUE))
        return false;
    if (page->gaps && !line_has(line, LINE_GAP)) /* a paragraph of such a page would have a blank line above */
        return false;
    if (line->words >= BODY_SURE_WORDS && body->skip != LINE_COMMENTS && body->skip != LINE_LEGAL && body->skip != LINE_AUTHOR)
        return true;
    next = body_next(page, i);
    if (next >= page->n)
        return false;
    if (line->words >= BODY_RESUME_WORDS || line_has(line, LINE_QUOTED))
        return body_is_text(&page->lines[next]) && page->lines[next].words >= 9;
    return body_is_text(&page->lines[next]) && page->lines[next].words >= BODY_SURE_WORDS;
}

/* ---- one line ---------------------------------------------------------------------------------- */

/* Which classes take the lines below with them. */
static bool body_opens_block(enum line_class class)
{
    return class == LINE_RELATED || class == LINE_SUBSCRIBE || class == LINE_NEWSLETTER || class == LINE_COMMENTS ||
           class == LINE_LEGAL || class == LINE_FOLLOW || class == LINE_TOPICS || class == LINE_AUTHOR;
}

/* Some sites say where the story goes on. */
static bool
body_closes_block(struct slice s)
{
    return slice_is_nocase(s, "Article content") || slice_is_nocase(s, "after newsletter promotion") ||
           slice_starts(s, "Story continues") || slice_starts(s, "Article continues");
}

/* The day of a picture or dateline: the article is not older. The latest counts. */
static void
body_seen_on(struct page *page, size_t i, size_t most)
{
    struct slice s = line_slice(page, i);
    struct date date, old;
    struct article *article = page->article;

    if (!date_find(slice_of(s.at, s.len < most ? s.len : most), &date) || !date.day)
        return;
    date.hour = -1;
    if (article->seen_on && date_read(slice_str(article->seen_on), &old) && date_compare(&date, &old) <= 0)
        return;
    article->seen_on = date_keep(article->arena, &date);
}

/* "Tags:" with something behind it. */
static bool
body_has_tags(struct slice s)
{
    const char *colon = memchr(s.at, ':', s.len);

    return colon && colon + 1 < s.at + s.len;
}

static void
body_furniture(struct body *body, size_t i)
{
    struct page *page = body->page;
    struct line *line = &page->lines[i];

    switch (line->class) {
    case LINE_CAPTION:
    case LINE_CREDIT:
        body_set(page, i, BLOCK_CAPTION);
        break;
    case LINE_NOTE:
        body_set(page, i, BLOCK_DISCLAIMER);
        break;
    case LINE_THANKS:
        body_set(page, i, BLOCK_CREDIT);
        break;
    case LINE_TOPICS:
        body_set(page, i, body_has_tags(line_slice(page, i)) ? BLOCK_TAGS : BLOCK_BOILER);
        break;
    default:
        body_set(page, i, BLOCK_BOILER);
    }
    if (body_opens_block(line->class))
        body->skip = line->class;
    else if (body_closes_block(line_slice(page, i)))
        body->skip = LINE_PLAIN;
    if (line->class != LINE_CAPTION && line->class != LINE_CREDIT && line->class != LINE_ADVERT)
        body->list = false;
}

/* The line above a credit that stands alone is its caption, when no blank line divides them. */
static bool
body_is_caption(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    if (i + 1 < page->n && page->lines[i + 1].class == LINE_CAPTION && line_begins(page, i + 1, i))
        return true;
    return i + 1 < page->n && page->lines[i + 1].class == LINE_CREDIT &&
           ((page->gaps && !line_has(&page->lines[i + 1], LINE_GAP)) || page->text[page->lines[i + 1].span.start] == '(') &&
           line->words <= 60 && !line_has(line, LINE_QUOTED) &&
           (page->lines[i + 1].words > 1 || page->lines[i + 1].span.end - page->lines[i + 1].span.start > 4);
}

static bool
body_is_signature(struct slice s)
{
    if (s.at[0] != '-' && !(s.len > 3 && memcmp(s.at, "\xE2\x80", 2) == 0 && (s.at[2] == '\x93' || s.at[2] == '\x94')))
        return false;
    return (slice_starts(s, "— ") || slice_starts(s, "- ") || slice_starts(s, "– ")) && memchr(s.at, '@', s.len);
}

/* The sentence above "Enter your email". */
static bool
body_is_blurb(const struct page *page, size_t i)
{
    const struct line *below = &page->lines[i + 1];

    return i + 1 < page->n && page->lines[i].words <= 30 && (below->class == LINE_NEWSLETTER || below->class == LINE_SUBSCRIBE) &&
           below->words <= 8 && !line_has(below, LINE_GAP) && page->gaps;
}

static void
body_prose(struct body *body, size_t i)
{
    struct page *page = body->page;
    struct line *line = &page->lines[i];

    body->skip = LINE_PLAIN;
    if (body_is_caption(page, i)) {
        body_set(page, i, BLOCK_CAPTION);
        return;
    }
    if (body_is_blurb(page, i)) {
        body_set(page, i, BLOCK_BOILER);
        return;
    }
    if (line->mark && line->words <= 2 * BODY_ITEM_WORDS && !body_is_signature(line_slice(page, i)))
        body_set(page, i, BLOCK_ITEM);
    else
        body_set(page, i, BLOCK_PARA);
    if (line_has(line, LINE_AGAIN) && line->words >= 8)
        line->repeated = true;
    body->list = line_has(line, LINE_COLON);
}

/* ---- runs of short lines -------------------------------------------------------------------------- */

/* At line i something else begins than one more short line: a caption, a pull quote, a tweet. */
static bool
body_breaks_run(const struct body *body, size_t i)
{
    const struct page *page = body->page;

    if (body_is_caption(page, i))
        return true;
    return !body->list && (quote_is_pair(page, body->echo, i) || (i + 1 < page->n && body_is_signature(line_slice(page, i + 1))));
}

/* Marked lines and others are runs of their own. The first line is in it, whatever it is: in a list, furniture with a mark. */
static size_t
body_run_end(const struct body *body, size_t from)
{
    const struct line *lines = body->page->lines;
    size_t i = from + 1;

    while (i < body->page->n && body_is_plain(&lines[i]) && !lines[i].decided && !body_flows(&lines[i]) &&
           !lines[i].mark == !lines[from].mark && !body_breaks_run(body, i))
        i++;
    return i;
}

static bool
body_is_stray(const struct line *line)
{
    return line->words > BODY_HEADING_WORDS || (line_has(line, LINE_SHOUTS) && line->words >= BODY_SHOUT_WORDS);
}

/* What stands more than once in the text, and short, is stamped there by the site. */
static bool
body_is_stamp(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    return line_has(line, LINE_TWICE) || (line_has(line, LINE_AGAIN) && line->twin >= page->body);
}

/* Rows of a table or of a list: tabs, figures, list marks, or a colon above. */
static bool
body_is_row(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];
    struct slice s = line_slice(page, i);

    return line_has(line, LINE_TABS) || line->mark || line->digits > 0 || memchr(s.at, '(', s.len) || memchr(s.at, ':', s.len);
}

static bool
body_is_rows(const struct body *body, size_t from, size_t to)
{
    size_t rows = 0;

    for (size_t i = from; i < to; i++)
        rows += body_is_row(body->page, i);
    return (body->list && to - from >= 2) || body->page->lines[from].mark || (to - from >= 3 && rows * 10 >= (to - from) * 7);
}

static void
body_rows(struct body *body, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        struct line *line = &body->page->lines[i];
        body_set(body->page, i, (body->list || line->mark) && !line_has(line, LINE_TABS) ? BLOCK_ITEM : BLOCK_PARA);
    }
}

/* A paragraph that lost its full stop: long for a heading, and not written like a headline. */
static bool
body_is_clause(const struct page *page, size_t i)
{
    const struct line *line = &page->lines[i];

    return line->words > BODY_HEADING_WORDS && !line_has(line, LINE_SHOUTS) && line->caps * 3 <= line->words &&
           line_has(line, LINE_GAP);
}

/* Headings of two levels, place names, a line of times and prices: shorter than other stories' headlines. */
static bool
body_are_terse(const struct page *page, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (page->lines[i].words > 6 && !line_has(&page->lines[i], LINE_SENTENCES))
            return false;
    return true;
}

/* Short lines above text: headings, or paragraphs of a few words. */
static void
body_headings(struct page *page, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct line *line = &page->lines[i];
        bool stopped = line_has(line, LINE_STOPPED) && !line_has(line, LINE_ASKS) && !line_has(line, LINE_SHOUTS);

        if (body_is_stray(line) || body_is_stamp(page, i))
            body_set(page, i, BLOCK_BOILER);
        else
            body_set(page, i, stopped ? BLOCK_PARA : BLOCK_HEADING);
    }
}

/* Many short lines, or such that no text follows: other stories, names of sections. A sentence among them is kept. */
static void
body_strays(struct page *page, size_t from, size_t to, bool text_follows)
{
    for (size_t i = from; i < to; i++) {
        const struct line *line = &page->lines[i];
        bool sentence = line_has(line, LINE_STOPPED) && line->words >= 3 && line->caps * 2 <= line->words + 1;
        bool goes_on = i == from && i > page->body && page->lines[i - 1].kind == BLOCK_PARA && page->lines[i - 1].decided;

        body_set(page, i, sentence && (text_follows || goes_on) ? BLOCK_PARA : BLOCK_BOILER);
    }
}

/* What stands below a run of short lines is text, a list or a pull quote; not "Read more". */
static bool
body_text_follows(const struct body *body, size_t to, size_t n)
{
    const struct page *page = body->page;
    size_t next = to < page->n && !body_is_plain(&page->lines[to]) ? body_next(page, to - 1) : to;

    if (next >= page->n || body_is_caption(page, next))
        return false;
    if (page->lines[next].class == LINE_RELATED && n <= 2 && !body->list)
        return false;
    return body_is_text(&page->lines[next]) || (page->lines[next].mark && page->lines[next].class == LINE_PLAIN) ||
           (!body->list && quote_is_pair(page, body->echo, next));
}

/* Short lines from..to, none of them furniture by itself, running text or furniture below. */
static void
body_short_run(struct body *body, size_t from, size_t to)
{
    struct page *page = body->page;
    size_t n = to - from;
    bool text_follows = body_text_follows(body, to, n), rows = body_is_rows(body, from, to);

    if (n == 1 && text_follows && body_is_clause(page, from))
        body_set(page, from, BLOCK_PARA);
    else if (rows && (text_follows || body->list || page->lines[from].mark))
        body_rows(body, from, to);
    else if (text_follows && (n <= 2 || (n <= 4 && body_are_terse(page, from, to))))
        body_headings(page, from, to);
    else
        body_strays(page, from, to, text_follows);
    /* pictures do not end a list */
    body->list = rows && body->list && to < page->n &&
                 (page->lines[to].class == LINE_CAPTION || page->lines[to].class == LINE_CREDIT || body_is_caption(page, to));
}

/* ---- the pass ------------------------------------------------------------------------------------------ */

static void
body_pass(struct body *body)
{
    struct page *page = body->page;

    for (size_t i = page->body; i < page->n;) {
        struct line *line = &page->lines[i];
        size_t end;

        if (line->decided) {
            i++;
        } else if (!body_is_plain(line) && !(body->list && line->mark)) {
            body_furniture(body, i++);
        } else if (body->skip != LINE_PLAIN && !body_resumes(body, i)) {
            body_set(page, i, line->class == LINE_BIO ? BLOCK_CREDIT : BLOCK_BOILER);
            i++;
        } else if (i + 1 < page->n && body_is_signature(line_slice(page, i + 1)) && !page->lines[i + 1].decided) {
            body_set(page, i, BLOCK_QUOTE);
            body_set(page, i + 1, BLOCK_ATTRIBUTION);
            i += 2;
        } else if (i > page->body && !body->list && quote_is_pair(page, body->echo, i)) {
            body_set(page, i, BLOCK_QUOTE);
            body_set(page, i + 1, BLOCK_ATTRIBUTION);
            i += 2;
        } else if (body_flows(line)) {
            body_prose(body, i++);
        } else if (body_is_caption(page, i)) {
            body_set(page, i++, BLOCK_CAPTION);
        } else {
            end = body_run_end(body, i);
            body_short_run(body, i, end);
            i = end;
        }
    }
}

/* ---- the end --------------------------------------------------------------------------------------------- */

static bool
body_is_kept(const struct line *line)
{
    return line->kind == BLOCK_PARA || line->kind == BLOCK_ITEM || line->kind == BLOCK_QUOTE || line->kind == BLOCK_ATTRIBUTION;
}

/* Behind the last line of text. Teasers of other stories are sentences too: a few of them, apart from the text, do not count. */
static void
body_find_end(struct page *page)
{
    size_t end = page->n, words = 0, apart = 0;

    while (end > page->body && !body_is_kept(&page->lines[end - 1]))
        end--;
    page->end = end;
    for (size_t i = end; i > page->body; i--) {
        const struct line *line = &page->lines[i - 1];

        if (body_is_kept(line)) {
            if (apart >= BODY_TAIL_GAP) {
                if (words >= BODY_TAIL_WORDS)
                    return;
                page->end = i;
                words = 0;
            }
            words += line->words;
            apart = 0;
        } else if (line->kind == BLOCK_BOILER && line->class != LINE_ADVERT && line->class != LINE_SHARE) {
            apart++;
        }
    }
}

/* Whose name the byline gives stands in the author box. */
static bool
body_names_author(const struct page *page, struct slice s)
{
    struct slice by = article_slice(page->article, page->article->byline);
    size_t n = 0;

    while (n < by.len && by.at[n] != ' ')
        n++;
    return n > 2 && s.len > n && memcmp(s.at, by.at, n) == 0;
}

/* The byline's name again, on a line of its own. */
static bool
body_is_author(const struct page *page, size_t i)
{
    struct slice s = line_slice(page, i), by = article_slice(page->article, page->article->byline);

    return s.len && s.len == by.len && strncasecmp(s.at, by.at, s.len) == 0;
}

/* Author boxes among the last lines of the text: "N is a reporter for …", the name above it. */
static void
body_cut_bios(struct page *page)
{
    size_t reach = page->end > page->body + BODY_BIO_REACH ? page->end - BODY_BIO_REACH : page->body;
    size_t first = page->end;

    for (size_t i = page->end; i > reach + 1 && i + BODY_BOX > page->end; i--)
        if (body_is_author(page, i - 1))
            first = i - 1;
    for (size_t i = first; i > reach + 1; i--) {
        const struct line *line = &page->lines[i - 1];

        if (body_is_kept(line) &&
            (line->class == LINE_BIO || (line_has(line, LINE_CUE) && !line_has(line, LINE_QUOTED) && line->words <= 40)))
            first = i - 1;
        else if (body_is_kept(line) && i - 1 > reach && page->lines[i - 2].class == LINE_AUTHOR)
            first = i - 1;
        else if (body_is_kept(line) && body_names_author(page, line_slice(page, i - 1)) && i == page->end)
            first = i - 1;
        else if (body_is_kept(line) && line->words > 3)
            break;
    }
    for (size_t i = first; i < page->end; i++)
        if (page->lines[i].kind != BLOCK_DISCLAIMER)
            body_set(page, i, page->lines[i].class == LINE_BIO ? BLOCK_CREDIT : BLOCK_BOILER);
    page->end = first;
}

/* The text writes the line's last word so: "YouTube" is no pair of tags. */
static bool
body_says(const struct page *page, struct slice s)
{
    size_t n = 0, from = page->lines[page->body].span.start;

    while (n < s.len && s.at[s.len - 1 - n] != ' ')
        n++;
    return memmem(page->text + from, (size_t)(s.at - page->text) - from, s.at + s.len - n, n) != NULL;
}

/* What is left behind the end: tags, name of the author, else furniture. */
static void
body_tail(struct page *page)
{
    for (size_t i = page->end; i < page->n; i++) {
        struct line *line = &page->lines[i];
        struct slice s = line_slice(page, i);

        if (line->kind == BLOCK_DISCLAIMER || line->kind == BLOCK_CREDIT || line->kind == BLOCK_TAGS ||
            line->kind == BLOCK_CAPTION)
            continue;
        line->kind = BLOCK_BOILER;
        line->repeated = false;
        if (line->class == LINE_PLAIN &&
            (tags_is_glued(s, 2) || (i == page->end && tags_is_glued(s, 1) && !line_is_name(page, i) && !body_says(page, s))))
            line->kind = BLOCK_TAGS;
        else if (i < page->end + 3 && span_empty(page->article->byline) && line->class == LINE_PLAIN && line_is_name(page, i) &&
                 line->words <= 4)
            line->kind = BLOCK_BYLINE, page->article->byline = line->shown;
        else if (i < page->end + 3 && span_empty(page->article->byline) && line->class == LINE_BYLINE)
            line->kind = BLOCK_BYLINE, page->article->byline = line->shown = byline_names(page->text, line->span);
    }
}

static void
body_tags(struct page *page)
{
    for (size_t i = page->first; i < page->n; i++)
        if (page->lines[i].kind == BLOCK_TAGS && !page->article->ntags)
            tags_read(page, i);
}

/* A heading needs text below. */
static void
body_trim_headings(struct page *page)
{
    while (page->end > page->body && page->lines[page->end - 1].kind != BLOCK_PARA &&
           page->lines[page->end - 1].kind != BLOCK_ITEM && page->lines[page->end - 1].kind != BLOCK_ATTRIBUTION)
        page->end--;
}

/* A poem, a list, a note of a few words: where no running text is, all that is no furniture is shown. */
static void
body_without_text(struct page *page)
{
    page->body = page->end = page->n;
    for (size_t i = page->first; i < page->n; i++)
        if (page->lines[i].class == LINE_PLAIN && page->lines[i].kind == BLOCK_BOILER)
            page->lines[i].kind = BLOCK_PARA;
}

void
body_find(struct page *page, struct echo *echo)
{
    struct body body = {.page = page, .echo = echo};

    if (page->body >= page->n) {
        body_without_text(page);
        return;
    }
    body_pass(&body);
    body_find_end(page);
    body_cut_bios(page);
    body_trim_headings(page);
    body_tail(page);
    for (size_t i = page->first; i < page->n; i++)
        if (page->lines[i].kind == BLOCK_CAPTION)
            body_seen_on(page, i, span_len(page->lines[i].span));
    if (page->body < page->n && meta_has_dateline(line_slice(page, page->body)))
        body_seen_on(page, page->body, BODY_DATELINE);
    body_tags(page);
}
