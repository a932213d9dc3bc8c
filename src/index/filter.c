/* Filters: from a value to the ids that pass it. */
#include "internal.h"
#include "lede/query.h"

static bool
filter_passes_quote(const struct index *index, const struct filter *filter, uint32_t id)
{
    const struct quote *quote = index_quote(index, id);

    if (!index_quote_listed(index, id))
        return false;
    if (filter->quote_kinds && !(filter->quote_kinds & 1u << quote->kind))
        return false;
    if (filter->speaker != ID_NONE && !index_quote_is_by(index, id, filter->speaker))
        return false;
    return !filter->search || search_passes_quote(filter->search, id);
}

/* The ids [*first, *last) that an article filter leaves. */
static void
filter_range(const struct index *index, uint32_t article, bool quotes, uint32_t *first, uint32_t *last)
{
    *first = 0;
    *last = quotes ? index_nquotes(index) : index_nfigures(index);
    if (article == ID_NONE)
        return;
    *first = (quotes ? index_first_quote : index_first_figure)(index, article);
    *last = (quotes ? index_first_quote : index_first_figure)(index, article + 1);
}

void
filter_quotes(const struct index *index, const struct filter *filter, struct ids *out)
{
    uint32_t id, last;

    vec_clear(out);
    filter_range(index, filter->article, true, &id, &last);
    for (; id < last; id++)
        if (filter_passes_quote(index, filter, id))
            vec_push(out, id);
}

static bool
filter_passes_figure(const struct index *index, const struct filter *filter, uint32_t id)
{
    if (index_figure_repeats(index, id))
        return false;
    if (filter->figure_kinds && !(filter->figure_kinds & 1u << index_figure_kind(index, id)))
        return false;
    if (filter->speaker != ID_NONE) {
        uint32_t article = index_figure_place(index, id).article, quote = index_figure(index, id)->quote;

        if (quote == ROW_NONE || !index_quote_is_by(index, index_quote_id(index, article, quote), filter->speaker))
            return false;
    }
    return !filter->search || search_passes_figure(filter->search, id);
}

void
filter_figures(const struct index *index, const struct filter *filter, struct ids *out)
{
    uint32_t id, last;

    struct place place = {0};

    vec_clear(out);
    filter_range(index, filter->article, false, &id, &last);
    if (id < last)
        place = index_figure_place(index, id);
    for (; id < last; id++) {
        while (place.article + 1 < index_narticles(index) && index_finds(index, place.article + 1)->first_figure <= id)
            place.article++;
        if (index_alive(index, place.article) && filter_passes_figure(index, filter, id))
            vec_push(out, id);
    }
}
