/* What can be asked of an article that is loaded. */
#include <string.h>

#include "lede/article.h"
#include "lede/utf.h"

enum { HEADLINE_COLUMNS = 60 };

/* One table for the names of the kinds, and for what is done with each. */
static const struct {
    const char *name;
    bool reading, searched;
} kinds[BLOCK_KINDS] = {
    [BLOCK_TITLE] = {"title", true, true},
    [BLOCK_STANDFIRST] = {"standfirst", true, true},
    [BLOCK_BYLINE] = {"byline", false, false},
    [BLOCK_DATE] = {"date", false, false},
    [BLOCK_HEADING] = {"heading", true, true},
    [BLOCK_PARA] = {"para", true, true},
    [BLOCK_QUOTE] = {"quote", true, true},
    [BLOCK_ATTRIBUTION] = {"attribution", true, false},
    [BLOCK_ITEM] = {"item", true, true},
    [BLOCK_CAPTION] = {"caption", true, true},
    [BLOCK_TAGS] = {"tags", false, false},
    [BLOCK_CREDIT] = {"credit", false, false},
    [BLOCK_DISCLAIMER] = {"disclaimer", false, false},
    [BLOCK_BOILER] = {"boiler", false, false},
};

const char *
block_kind_name(enum block_kind kind)
{
    return kinds[kind].name;
}

bool
block_kind_read(const char *name, enum block_kind *kind)
{
    for (int i = 0; i < BLOCK_KINDS; i++)
        if (strcmp(kinds[i].name, name) == 0) {
            *kind = (enum block_kind)i;
            return true;
        }
    return false;
}

bool
block_is_reading(enum block_kind kind)
{
    return kinds[kind].reading;
}

bool
block_is_searched(enum block_kind kind)
{
    return kinds[kind].searched;
}

void
article_free(struct article *article)
{
    if (article)
        arena_free(article->arena);
}

/* The first words of s that fit, cut at a blank where there is one. */
static struct slice
article_first_words(struct slice s)
{
    size_t cut = 0, i = 0;
    int columns = 0;

    while (i < s.len) {
        size_t end = utf_grapheme_end(s.at, s.len, i);
        int width = utf_width_of(s.at + i, end - i);

        if (columns + width > HEADLINE_COLUMNS || s.at[i] == '\n')
            break;
        if (s.at[i] == ' ')
            cut = i;
        columns += width;
        i = end;
    }
    if (i < s.len && s.at[i] != '\n' && cut > 0)
        i = cut;
    return slice_trim(slice_of(s.at, i));
}

struct slice
article_headline(const struct article *article, bool *marked)
{
    if (marked)
        *marked = span_empty(article->title);
    if (!span_empty(article->title))
        return article_slice(article, article->title);
    for (int reading = 1; reading >= 0; reading--) /* a page of furniture alone still has first words */
        for (size_t i = 0; i < article->nblocks; i++)
            if (block_is_reading(article->blocks[i].kind) == (bool)reading)
                return article_first_words(article_slice(article, article->blocks[i].words));
    return article_source(article);
}

struct slice
article_source(const struct article *article)
{
    const char *name = strrchr(article->path, '/');
    const char *dot;

    if (!span_empty(article->outlet))
        return article_slice(article, article->outlet);
    name = name && name[1] ? name + 1 : article->path;
    dot = strrchr(name, '.');
    return slice_of(name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}
