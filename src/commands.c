#include <errno.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "collection.h"
#include "commands.h"
#include "complain.h"
#include "hints.h"
#include "lede/dump.h"

/* What is printed goes out before the next article is waited for: the other end of a pipe may send no more until it has it. */
static bool
commands_next(struct loader *loader, struct loaded *loaded)
{
    return !ferror(stdout) && (loader_next(loader, false, loaded) || (fflush(stdout) == 0 && loader_next(loader, true, loaded)));
}

static int
commands_extract(struct loader *loader)
{
    struct loaded loaded;
    int status = 0;

    while (commands_next(loader, &loaded)) {
        if (loaded.error.status == STATUS_OK) {
            fwrite(loaded.row.v, 1, loaded.row.n, stdout);
        } else {
            complain(loaded.path, loaded.error.sentence);
            status = 1;
        }
        loader_reuse(loader, &loaded);
    }
    return status;
}

static void
commands_save(struct collection *collection)
{
    struct error error = {0};

    if (collection->cache && index_nalive(collection->index) >= collection->import.cache_from &&
        cache_wants_save(collection->cache, collection->index))
        (void)cache_save(collection->cache, collection->index, &error); /* without it the next time is as long as this one */
    error_clear(&error);
}

/* Fills the index, in the order of the paths: where something changed since the cache was written, it is put in order. */
static int
commands_index(struct collection *collection)
{
    struct import *import = import_start(&collection->import);
    enum import_state state;
    struct loaded failed;
    int status = 0;

    while ((state = import_next(import, true, &failed)) != IMPORT_DONE) {
        if (state != IMPORT_FAILED)
            continue;
        complain(failed.path, failed.error.sentence);
        loaded_clear(&failed);
        status = 1;
    }
    import_free(import);
    commands_save(collection);
    if (!index_in_order(collection->index))
        index_replace(&collection->index);
    return status;
}

/* The width of the terminal, if that is where the text goes; prose is no wider than 100. */
static int
commands_columns(void)
{
    struct winsize size;

    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return 78;
    return size.ws_col < 40 ? 40 : size.ws_col > 100 ? 100 : size.ws_col;
}

static int
commands_print(const struct options *options)
{
    struct problems problems = {0};
    struct collection collection;
    struct dump_choice choice = options->choice;
    const struct index *index;
    size_t printed = 0, cache_from = options->cache_from == CACHE_UNSAID ? COLLECTION_CACHE_FROM : options->cache_from;
    int status, reason;

    collection_open(&collection, options->paths, options->npaths, &options->loader, cache_from, &problems);
    status = commands_index(&collection);
    index = collection.index;
    complain_all(&problems);
    problems_free(&problems);

    choice.columns = commands_columns();
    choice.search = choice.query ? search_new(index, choice.query) : NULL;
    choice.unit_search = choice.unit_query ? search_new(index, choice.unit_query) : NULL;
    if (options->command == COMMAND_SEARCH)
        dump_search(stdout, index, &choice, options->format);
    else if (options->command == COMMAND_QUOTES)
        dump_quotes(stdout, index, &choice, options->format);
    else if (options->command == COMMAND_FIGURES)
        printed = dump_figures(stdout, index, &choice, options->format);
    else
        dump_speakers(stdout, index, &choice, options->format);
    if (choice.unit && !printed)
        hints_units(index, &choice);
    if (choice.speaker)
        hints_speakers(index, &choice);
    reason = errno; /* of a write that failed, if one did: main() says it */
    search_free(choice.search);
    search_free(choice.unit_search);
    collection_close(&collection);
    errno = reason;
    return status;
}

static int
commands_stream(const struct options *options)
{
    struct loader_options loading = options->loader;
    struct problems problems = {0};
    struct vocabulary *words = collection_words(&problems);
    struct loader *loader;
    int status, reason;

    complain_all(&problems);
    problems_free(&problems);
    loading.words = words;
    loading.render = dump_article;
    (void)setvbuf(stdout, NULL, _IONBF, 0); /* rows are whole, and large: they need not be copied to be written */
    loader = loader_start(options->paths, options->npaths, &loading);
    status = commands_extract(loader);
    reason = errno; /* of a write that failed, if one did: main() says it */
    loader_free(loader);
    vocabulary_free(words);
    errno = reason;
    return status;
}

int
commands_run(const struct options *options)
{
    return options->command == COMMAND_EXTRACT ? commands_stream(options) : commands_print(options);
}
