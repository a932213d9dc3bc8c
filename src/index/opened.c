/*
 * Articles that somebody looks at: made of their records when they are asked for, kept while they are in use. Those looked at
 * longest ago make room.
 */
#include "internal.h"
#include "pack.h"

enum { OPENED_MOST = INDEX_OPEN };

static void
opened_drop(struct opened *opened)
{
    arena_free(opened->arena);
    *opened = (struct opened){.id = ID_NONE};
}

/* A free place, or that of the one looked at longest ago. Pinned ones stay, so places may have to be made. */
static uint32_t
opened_place(struct index *index)
{
    struct opened *oldest = NULL;

    if (index->opened.n >= OPENED_MOST)
        for (size_t i = 0; i < index->opened.n; i++) {
            struct opened *opened = &index->opened.v[i];

            if (opened->pins == 0 && (!oldest || opened->looked_at < oldest->looked_at))
                oldest = opened;
        }
    if (!oldest) {
        (void)vec_add(&index->opened);
        return (uint32_t)index->opened.n - 1;
    }
    index->opened_at.v[oldest->id] = 0;
    opened_drop(oldest);
    return (uint32_t)(oldest - index->opened.v);
}

static void
opened_make(struct index *index, uint32_t id, struct opened *opened)
{
    struct slice record = index_record(index, id);
    struct text text = {0};
    const char *path;

    index_put_path(index, id, &text);
    *opened = (struct opened){.id = id, .arena = arena_new()};
    path = arena_string(opened->arena, text.v, text.n);
    if (!unpack_article(record.at, record.len, path, opened->arena, &opened->article, &opened->extract)) {
        record = records_empty(index, id, opened->arena);
        (void)unpack_article(record.at, record.len, path, opened->arena, &opened->article, &opened->extract);
    }
    text_free(&text);
}

const struct opened *
opened_get(const struct index *index, uint32_t id)
{
    struct index *own = (struct index *)index; /* what is open is a cache */
    struct opened *opened;

    while (own->opened_at.n <= id)
        vec_push(&own->opened_at, 0);
    if (own->opened_at.v[id] == 0) {
        uint32_t place = opened_place(own);

        opened_make(own, id, &own->opened.v[place]);
        own->opened_at.v[id] = (uint16_t)(place + 1);
    }
    opened = &own->opened.v[own->opened_at.v[id] - 1];
    opened->looked_at = ++own->looks;
    return opened;
}

void
index_hold(const struct index *index, uint32_t article, bool hold)
{
    struct opened *opened = (struct opened *)opened_get(index, article);

    if (hold)
        opened->pins++;
    else if (opened->pins > 0)
        opened->pins--;
}

void
opened_free(struct index *index)
{
    for (size_t i = 0; i < index->opened.n; i++)
        opened_drop(&index->opened.v[i]);
    vec_free(&index->opened);
    vec_free(&index->opened_at);
}
