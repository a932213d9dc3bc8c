/*
 * The header block: "Key: value" lines at the top of a file, closed by an empty line. People and scripts that file articles
 * write it; what it says wins over every guess. One line of another form makes it no header.
 */
#include <string.h>

#include "lede/utf.h"
#include "page.h"

enum header_field { HEADER_TITLE, HEADER_STANDFIRST, HEADER_BYLINE, HEADER_OUTLET, HEADER_DATE, HEADER_URL, HEADER_TAGS };

static const struct {
    const char *key;
    enum header_field field;
    enum block_kind kind;
} header_keys[] = {
    {"Title", HEADER_TITLE, BLOCK_TITLE},
    {"Headline", HEADER_TITLE, BLOCK_TITLE},
    {"Standfirst", HEADER_STANDFIRST, BLOCK_STANDFIRST},
    {"Summary", HEADER_STANDFIRST, BLOCK_STANDFIRST},
    {"Byline", HEADER_BYLINE, BLOCK_BYLINE},
    {"Author", HEADER_BYLINE, BLOCK_BYLINE},
    {"Authors", HEADER_BYLINE, BLOCK_BYLINE},
    {"Outlet", HEADER_OUTLET, BLOCK_BOILER},
    {"Source", HEADER_OUTLET, BLOCK_BOILER},
    {"Publication", HEADER_OUTLET, BLOCK_BOILER},
    {"Date", HEADER_DATE, BLOCK_DATE},
    {"Published", HEADER_DATE, BLOCK_DATE},
    {"URL", HEADER_URL, BLOCK_BOILER},
    {"Link", HEADER_URL, BLOCK_BOILER},
    {"Tags", HEADER_TAGS, BLOCK_TAGS},
    {"Keywords", HEADER_TAGS, BLOCK_TAGS},
};
enum { HEADER_KEYS = sizeof header_keys / sizeof *header_keys, HEADER_MOST_LINES = 16 };

/* The place of the line's key in the table, or -1; *value is what stands behind the colon. */
static int
header_key(struct slice line, struct slice *value)
{
    const char *colon = memchr(line.at, ':', line.len < 16 ? line.len : 16);

    if (!colon)
        return -1;
    for (int i = 0; i < HEADER_KEYS; i++)
        if (slice_is_nocase(slice_of(line.at, (size_t)(colon - line.at)), header_keys[i].key)) {
            *value = slice_trim(slice_of(colon + 1, (size_t)(line.at + line.len - colon - 1)));
            return i;
        }
    return -1;
}

static struct span
header_span(const struct page *page, struct slice s)
{
    return (struct span){(uint32_t)(s.at - page->text), (uint32_t)(s.at - page->text + s.len)};
}

static void
header_set(struct page *page, enum header_field field, struct slice value)
{
    struct article *article = page->article;
    struct span span = header_span(page, value), names;
    struct date date;

    switch (field) {
    case HEADER_TITLE:
        article->title = span;
        break;
    case HEADER_STANDFIRST:
        article->standfirst = span;
        break;
    case HEADER_BYLINE:
        names = byline_names(page->text, span);
        article->byline = span_empty(names) ? span : names;
        break;
    case HEADER_OUTLET:
        article->outlet = span;
        break;
    case HEADER_DATE:
        if (date_read(value, &date) || date_find(value, &date))
            article->published = date_keep(article->arena, &date);
        break;
    case HEADER_URL:
        article->url = span;
        break;
    case HEADER_TAGS:
        tags_split(page, value);
        break;
    }
}

void
header_read(struct page *page)
{
    size_t n = 0;
    struct slice value;

    while (n < page->n && n < HEADER_MOST_LINES && !(n && line_has(&page->lines[n], LINE_GAP))) {
        if (header_key(line_slice(page, n), &value) < 0)
            return;
        n++;
    }
    for (size_t i = 0; i < n; i++) {
        struct line *line = &page->lines[i];
        int key = header_key(line_slice(page, i), &value);

        line->decided = true;
        line->kind = (uint8_t)header_keys[key].kind;
        if (value.len) {
            line->shown = header_span(page, value);
            header_set(page, header_keys[key].field, value);
        }
    }
    page->first = n;
}
