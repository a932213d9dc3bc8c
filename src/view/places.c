/* A figure that stands in several places of its article: one row of the pane, with a way to each of them. */
#include "state.h"

enum { SAME_MAX = 4096 }; /* rows that are looked at for more places */

uint32_t
places_of(const struct app *app, struct place place, uint32_t rows[PLACES_MAX])
{
    const struct extract *extract = index_extract(app->setup.index, place.article);
    uint32_t same_as = extract->figures[place.row].same_as, first = same_as == ROW_NONE ? place.row : same_as, n = 0;

    for (uint32_t i = first; i < extract->nfigures && i - first < SAME_MAX; i++)
        if (i == first || extract->figures[i].same_as == first) {
            if (n < PLACES_MAX)
                rows[n] = i;
            n++;
        }
    return n;
}

/* The figure that is meant: the current one of the article, which the pane's selection sets too. */
static bool
places_here(const struct app *app, struct place *place)
{
    uint32_t id = app->focus == PANE_FIGURES ? app_selected(app, PANE_FIGURES) : ID_NONE;

    if (app->overlay != OVERLAY_NONE || !app->reader.article || app->reader.current.kind != MARK_FIGURE ||
        (app->focus != PANE_FIGURES && app->focus != PANE_ARTICLE))
        return false;
    *place = (struct place){app->reader.id, app->reader.current.row};
    return id == ID_NONE || index_figure_place(app->setup.index, id).article == app->reader.id;
}

bool
places_next(struct app *app, bool back)
{
    uint32_t rows[PLACES_MAX], n, i = 0;
    struct place place;

    if (!places_here(app, &place))
        return false;
    n = places_of(app, place, rows);
    if (n < 2)
        return false;
    if (n > PLACES_MAX)
        n = PLACES_MAX;
    while (i < n && rows[i] != place.row)
        i++;
    i = i < n ? (i + (back ? n - 1 : 1)) % n : 0;
    reader_goto_mark(&app->reader, (struct mark){MARK_FIGURE, rows[i]});
    if (app->focus == PANE_ARTICLE)
        follow_moved(app);
    app_say(app, "place %u of %u", i + 1, n);
    return true;
}
