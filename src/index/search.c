/*
 * Searching: first what the index knows of whole articles, as sets of those that may pass and of those that surely do; then, one
 * by one and only as far as somebody looks, those in between.
 */
#include "search.h"

#include <string.h>

/* ---- sets ------------------------------------------------------------------------------- */

static void
sets_new(struct search_sets *sets, uint32_t limit, bool all)
{
    id_set_new(&sets->maybe, limit);
    id_set_new(&sets->sure, limit);
    if (all) {
        id_set_fill(&sets->maybe);
        id_set_fill(&sets->sure);
    }
}

static void
sets_free(struct search_sets *sets)
{
    id_set_free(&sets->maybe);
    id_set_free(&sets->sure);
}

/* What may fail may be absent, and the other way round. */
static void
sets_turn(struct search_sets *sets)
{
    struct id_set maybe = sets->sure;

    sets->sure = sets->maybe;
    sets->maybe = maybe;
    id_set_turn(&sets->maybe);
    id_set_turn(&sets->sure);
}

/* The tree is QUERY_DEPTH parentheses deep at most: three nodes each. */
static void
search_sets(struct search *search, enum search_unit unit, uint32_t node, struct search_sets *sets)
{
    const struct query_node *at = &search->query->nodes.v[node];
    bool all = at->kind == NODE_AND;

    if (at->kind == NODE_TERM) {
        sets_new(sets, search->narticles, false);
        search_term_sets(search, at->term, unit, sets);
        return;
    }
    if (at->kind == NODE_NOT) {
        search_sets(search, unit, at->child, sets);
        sets_turn(sets);
        return;
    }
    sets_new(sets, search->narticles, all);
    for (uint32_t child = at->child; child != NODE_NONE; child = search->query->nodes.v[child].next) {
        struct search_sets one;

        search_sets(search, unit, child, &one);
        (all ? id_set_keep : id_set_join)(&sets->maybe, &one.maybe);
        (all ? id_set_keep : id_set_join)(&sets->sure, &one.sure);
        sets_free(&one);
    }
}

static const struct search_sets *
search_unit_sets(struct search *search, enum search_unit unit)
{
    struct search_sets *sets = &search->units[unit];

    if (search->any[unit])
        return sets;
    if (search->query->root == NODE_NONE)
        sets_new(sets, search->narticles, true);
    else
        search_sets(search, unit, search->query->root, sets);
    for (uint32_t id = 0; index_nalive(search->index) < search->narticles && id < search->narticles; id++)
        if (!index_alive(search->index, id))
            id_set_drop(&sets->maybe, id);
    search->any[unit] = true;
    return sets;
}

/* ---- one by one ---------------------------------------------------------------------------- */

static bool
search_node(struct search *search, uint32_t node, const struct search_ask *ask)
{
    const struct query_node *at = &search->query->nodes.v[node];
    bool all = at->kind == NODE_AND;

    if (at->kind == NODE_TERM)
        return search_asks(search, at->term, ask);
    if (at->kind == NODE_NOT)
        return !search_node(search, at->child, ask);
    for (uint32_t child = at->child; child != NODE_NONE; child = search->query->nodes.v[child].next)
        if (search_node(search, child, ask) != all)
            return !all;
    return all;
}

/* What a question costs: one that a set answers; of an article one that none does: reading its record and, roughly, folding its text. */
enum { SEARCH_SURE = 1, SEARCH_LOOK_ARTICLE = 200 };

static bool
search_passes(struct search *search, const struct search_ask *ask)
{
    const struct search_sets *sets = search_unit_sets(search, ask->unit);

    search->spent += SEARCH_SURE;
    if (ask->article >= search->narticles || !id_set_has(&sets->maybe, ask->article))
        return false;
    if (id_set_has(&sets->sure, ask->article))
        return true;
    search->spent += ask->unit == SEARCH_ARTICLES ? SEARCH_LOOK_ARTICLE : 0;
    return search_node(search, search->query->root, ask);
}

long
search_spent(const struct search *search)
{
    return search->spent / 10;
}

bool
search_passes_article(struct search *search, uint32_t id)
{
    return search_passes(search, &(struct search_ask){SEARCH_ARTICLES, id, 0});
}

bool
search_passes_quote(struct search *search, uint32_t id)
{
    return search_passes(search, &(struct search_ask){SEARCH_QUOTES, index_quote_place(search->index, id).article, id});
}

bool
search_passes_figure(struct search *search, uint32_t id)
{
    const struct search_look *look = &search->look;

    if (look->article == ID_NONE || id < look->first_figure || id >= look->end_figure)
        look_at(search, index_figure_place(search->index, id).article);
    return search_passes(search, &(struct search_ask){SEARCH_FIGURES, look->article, id});
}

/* ---- through all ----------------------------------------------------------------------------- */

uint32_t
search_next(struct search *search, enum search_unit unit, uint32_t *next, uint32_t end, long until)
{
    const struct search_sets *sets = search_unit_sets(search, unit);

    if (end > search->narticles)
        end = search->narticles;
    while (*next < end && search_spent(search) < until) {
        uint32_t id = id_set_next(&sets->maybe, *next);

        if (id >= end) {
            *next = end;
            break;
        }
        *next = id + 1;
        search->spent += SEARCH_SURE;
        if (unit != SEARCH_ARTICLES || search_passes_article(search, id))
            return id;
    }
    return ID_NONE;
}

/* ---- in and out --------------------------------------------------------------------------------- */

struct search *
search_new(const struct index *index, const struct query *query)
{
    struct search *search = mem_zero(1, sizeof *search);

    search->index = index;
    search->query = query;
    search->narticles = index_narticles(index);
    search->look.article = ID_NONE;
    search_bind(search);
    return search;
}

void
search_free(struct search *search)
{
    if (!search)
        return;
    for (int unit = 0; unit < SEARCH_UNITS; unit++)
        if (search->any[unit])
            sets_free(&search->units[unit]);
    search_unbind(search);
    look_free(search);
    text_free(&search->scratch);
    mem_free(search);
}
