/* What changes under the reader's hands: files that are other ones now, that came, that went. */
#include "state.h"

uint32_t
changes_now(const struct app *app, uint32_t article)
{
    const struct index *index = app->setup.index;
    uint32_t now;

    if (article == ID_NONE || index_alive(index, article))
        return article;
    now = index_find_path(index, index_article(index, article)->path);
    return now == ID_NONE ? article : now;
}

bool
changes_gone(const struct app *app)
{
    uint32_t id = app->reader.id;

    return id != ID_NONE && !index_alive(app->setup.index, id) && changes_now(app, id) == id;
}

/* A changed file is shown as it is now, at the same place; of one that went the text stays until another is opened. */
static void
changes_reopen(struct app *app)
{
    struct reader_place place;
    uint32_t now = changes_now(app, app->reader.id);

    if (app->reader.id == ID_NONE || index_alive(app->setup.index, app->reader.id))
        return;
    if (now == app->reader.id) { /* said once; the title goes on saying it */
        if (!app->told_gone)
            app_say(app, "The file of this article is gone");
        app->told_gone = true;
        return;
    }
    place = reader_here(&app->reader);
    place.id = now;
    app_open(app, now); /* told_gone is false again */
    reader_return(&app->reader, &place);
    app_say(app, "This article was changed; here is what it says now");
}

bool
changes_follow(struct app *app)
{
    const struct index *index = app->setup.index;
    bool changed = index_changes(index) != app->seen_changes;

    app->seen_changes = index_changes(index);
    if (!changed || index_in_order(index))
        return false;
    changes_reopen(app);
    return true;
}

void
changes_tell(struct app *app, bool done)
{
    uint32_t n = index_nalive(app->setup.index), before = app->settled_alive;

    if (!done)
        return;
    if (app->settled && n != before) {
        uint32_t by = n > before ? n - before : before - n;

        app_say(app, "%u %sarticle%s%s", by, n > before ? "new " : "", by == 1 ? "" : "s", n > before ? "" : " gone");
    }
    app->settled = true;
    app->settled_alive = n;
}
