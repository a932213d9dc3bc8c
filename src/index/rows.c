/* What is asked of the rows: quotes, figures, outlets by their numbers, without an article being made of its record. */
#include "internal.h"

#include <math.h>

#include "pack.h"

uint32_t
index_nquotes(const struct index *index)
{
    return index->image->nquotes + (uint32_t)index->quotes.n;
}

struct place
index_quote_place(const struct index *index, uint32_t id)
{
    uint32_t article = index_quote_row(index, id)->article;

    return (struct place){article, id - index_finds(index, article)->first_quote};
}

const struct quote *
index_quote(const struct index *index, uint32_t id)
{
    struct place place = index_quote_place(index, id);

    return &index_extract(index, place.article)->quotes[place.row];
}

uint32_t
index_quote_id(const struct index *index, uint32_t article, uint32_t row)
{
    return index_finds(index, article)->first_quote + row;
}

bool
index_quote_listed(const struct index *index, uint32_t id)
{
    return index_quote_was_listed(index, id) && (index->ndead == 0 || index_alive(index, index_quote_row(index, id)->article));
}

bool
index_quote_was_listed(const struct index *index, uint32_t id)
{
    return index_quote_flags(index, id) & QUOTE_LISTED;
}

enum quote_kind
index_quote_kind(const struct index *index, uint32_t id)
{
    return (enum quote_kind)(index_quote_flags(index, id) & ROW_KIND);
}

struct slice
index_quote_words(const struct index *index, uint32_t id)
{
    const struct quote_row *row = index_quote_row(index, id);
    struct slice record = index_record(index, row->article), text;

    return pack_text(record.at, record.len, &text) && row->span.end <= text.len ? slice_of(text.at + row->span.start, span_len(row->span)) : (struct slice){0};
}

uint32_t
index_first_quote(const struct index *index, uint32_t article)
{
    return article < index_narticles(index) ? index_finds(index, article)->first_quote : index_nquotes(index);
}

uint32_t
index_first_figure(const struct index *index, uint32_t article)
{
    return article < index_narticles(index) ? index_finds(index, article)->first_figure : index_nfigures(index);
}

uint32_t
index_nfigures(const struct index *index)
{
    return index->image->nfigures + (uint32_t)index->figure_flags.n;
}

struct place
index_figure_place(const struct index *index, uint32_t id)
{
    uint32_t low = 0, high = index_narticles(index);

    /* The last article that begins no later; those without figures share their first with the next. */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (index_finds(index, middle)->first_figure <= id)
            low = middle;
        else
            high = middle;
    }
    return (struct place){low, id - index_finds(index, low)->first_figure};
}

const struct figure *
index_figure(const struct index *index, uint32_t id)
{
    struct place place = index_figure_place(index, id);

    return &index_extract(index, place.article)->figures[place.row];
}

uint32_t
index_figure_id(const struct index *index, uint32_t article, uint32_t row)
{
    return index_finds(index, article)->first_figure + row;
}

struct figure_rows
index_figure_rows(const struct index *index, uint32_t id)
{
    const struct image *image = index->image;
    uint32_t n = image->nfigures;

    if (id < n)
        return (struct figure_rows){image->figure_flags + id, image->figure_quotes + id, image->figure_values + id};
    if (id - n >= index->figure_flags.n) /* an article without figures, the last */
        return (struct figure_rows){0};
    return (struct figure_rows){index->figure_flags.v + (id - n), index->figure_quotes.v + (id - n), index->figure_values.v + (id - n)};
}

enum figure_kind
index_figure_kind(const struct index *index, uint32_t id)
{
    return (enum figure_kind)(index_figure_flags(index, id) & ROW_KIND);
}

bool
index_figure_repeats(const struct index *index, uint32_t id)
{
    return index_figure_flags(index, id) & FIGURE_REPEATS;
}

bool
index_figure_quoted(const struct index *index, uint32_t id)
{
    return index_figure_flags(index, id) & FIGURE_QUOTED;
}

uint32_t
index_figure_quote(const struct index *index, uint32_t article, uint32_t row)
{
    uint32_t id = index_figure_id(index, article, row), n = index->image->nfigures, quote;

    if (!index_figure_quoted(index, id))
        return ID_NONE;
    quote = id < n ? index->image->figure_quotes[id] : index->figure_quotes.v[id - n];
    return index_quote_id(index, article, quote < QUOTE_ROW_MOST ? quote : index_extract(index, article)->figures[row].quote);
}

bool
index_figure_number(const struct index *index, uint32_t id, double *number)
{
    uint32_t n = index->image->nfigures;

    *number = id < n ? index->image->values[index->image->figure_values[id]] : index->values.v.v[index->figure_values.v[id - n]];
    return !isnan(*number);
}

bool
index_figure_value(const struct index *index, uint32_t id, double *low, double *high)
{
    bool has = index_figure_number(index, id, low) && index_figure_kind(index, id) != FIGURE_DATE;

    *high = *low;
    if (index_figure_flags(index, id) & FIGURE_RANGE)
        *high = decimal_to_double(index_figure(index, id)->high);
    return has;
}

uint16_t
index_figure_unit_number(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nfigures;

    return id < n ? index->image->figure_units[id] : index->figure_units.v[id - n];
}

const char *
index_figure_unit(const struct index *index, uint32_t id)
{
    uint16_t unit = index_figure_unit_number(index, id);

    if (unit == UNIT_NONE)
        return NULL;
    if (unit == UNIT_OTHER)
        return index_figure(index, id)->unit;
    if (unit <= index->image->nunits)
        return image_unit_key(index->image, unit - 1u).at;
    return index->unit_names.v[unit - 1u - index->image->nunits];
}

/* ---- sources ------------------------------------------------------------------------------ */

uint32_t
index_nsources(const struct index *index)
{
    return index->image->nsources + (uint32_t)index->source_names.n;
}

uint32_t
index_article_source(const struct index *index, uint32_t article)
{
    return index_finds(index, article)->source;
}

struct slice
index_source_name(const struct index *index, uint32_t source)
{
    uint32_t n = index->image->nsources;

    return source < n ? image_source_key(index->image, source) : slice_str(index->source_names.v[source - n]);
}

struct slice
index_headline(const struct index *index, uint32_t article, bool *made)
{
    struct slice record = index_record(index, article), headline;

    if (pack_headline(record.at, record.len, &headline, made))
        return headline;
    if (made)
        *made = true;
    return index_source_name(index, index_article_source(index, article));
}
