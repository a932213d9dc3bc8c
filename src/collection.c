#include "collection.h"

#include "lede/config.h"

static void
collection_take(void *arg, const char *name, const char *alias, const char *paths)
{
    index_alias(arg, name, alias, paths);
}

struct index *
collection_index(const char *const *paths, size_t npaths, struct problems *problems)
{
    struct index *index = index_new();
    const struct alias_taker taker = {collection_take, index};
    struct arena *arena = arena_new();
    const char *own = config_path(arena, "aliases.ini");

    for (size_t i = 0; i < npaths; i++)
        aliases_load(arena_printf(arena, "%s/aliases.ini", paths[i]), &taker, problems);
    if (own)
        aliases_load(own, &taker, problems);
    arena_free(arena);
    return index;
}
