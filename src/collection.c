#include "collection.h"

#include <inttypes.h>

#include "lede/config.h"
#include "build_id.h" /* LEDE_BUILD_ID: of the code that finds things; other code finds other things */

struct rules {
    struct index *index;
    struct text settings;        /* all that finds and speakers depend on, beside the files */
    bool by_path;                /* a rule looks at paths */
};

static void
collection_take(void *arg, const char *name, const char *alias, const char *paths)
{
    struct rules *rules = arg;

    index_alias(rules->index, name, alias, paths);
    text_printf(&rules->settings, "%s\t%s\t%s\n", name, alias, paths ? paths : "");
    rules->by_path |= paths != NULL;
}

const char *
collection_caches(struct arena *arena)
{
    return config_cache_path(arena, "");
}

struct taken_words {
    struct vocabulary *words;    /* NULL until there is one */
    struct text *settings;       /* or NULL */
};

static bool
collection_take_word(void *arg, const struct added_word *word)
{
    struct taken_words *taken = arg;

    if (!taken->words)
        taken->words = vocabulary_new();
    if (taken->settings)
        text_printf(taken->settings, "%d\t%s\t%" PRIu32 "\n", (int)word->list, word->word, word->classes);
    return vocabulary_add(taken->words, word);
}

static struct vocabulary *
collection_load_words(struct arena *arena, struct text *settings, struct problems *problems)
{
    struct taken_words taken = {.settings = settings};
    const struct word_taker taker = {collection_take_word, &taken};
    const char *path = config_path(arena, "words.ini");

    if (path)
        wordlists_load(path, &taker, problems);
    return taken.words;
}

struct vocabulary *
collection_words(struct problems *problems)
{
    struct arena *arena = arena_new();
    struct vocabulary *words = collection_load_words(arena, NULL, problems);

    arena_free(arena);
    return words;
}

static void
collection_cache(struct collection *collection, struct rules *rules)
{
    const struct import_setup *import = &collection->import;
    const char *folder = collection_caches(collection->arena);
    struct cache_setup setup = {.folder = folder, .roots = import->paths, .nroots = import->npaths, .reading = import->loader.article,
                                .words = collection->words};

    if (setup.reading.max_bytes == 0)
        setup.reading.max_bytes = (size_t)64 << 20; /* named or not, the same limit is the same cache */
    if (!folder || import->cache_from == 0 || import->loader.jsonl)
        return;
    text_printf(&rules->settings, "%s %d %zu", LEDE_BUILD_ID, setup.reading.body, setup.reading.max_bytes);
    for (size_t i = 0; rules->by_path && i < import->npaths; i++) /* paths are matched as they are given */
        text_printf(&rules->settings, "\n%s", import->paths[i]);
    setup.settings = rules->settings.v;
    collection->cache = cache_new(&setup);
}

void
collection_open(struct collection *collection, const char *const *paths, size_t npaths, const struct loader_options *loader,
                size_t cache_from, struct problems *problems)
{
    struct rules rules = {.index = index_new()};
    const struct alias_taker taker = {collection_take, &rules};
    const char *own;

    *collection = (struct collection){.arena = arena_new(), .index = rules.index};
    own = config_path(collection->arena, "aliases.ini");
    for (size_t i = 0; i < npaths; i++)
        aliases_load(arena_printf(collection->arena, "%s/aliases.ini", paths[i]), &taker, problems);
    if (own)
        aliases_load(own, &taker, problems);
    collection->import = (struct import_setup){
        .paths = paths, .npaths = npaths, .loader = *loader, .index = collection->index, .cache_from = cache_from};
    collection->words = collection_load_words(collection->arena, &rules.settings, problems);
    collection->import.loader.words = collection->words;
    collection_cache(collection, &rules);
    collection->import.cache = collection->cache;
    text_free(&rules.settings);
}

void
collection_close(struct collection *collection)
{
    index_free(collection->index);
    cache_free(collection->cache);
    vocabulary_free(collection->words);
    arena_free(collection->arena);
}
