/* The reader, as the command line and the configuration want it. */
#include "read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "collection.h"
#include "complain.h"
#include "lede/config.h"
#include "lede/ui.h"

/* What the line does not say, the configuration does. */
static struct loader_options
read_loader_options(const struct options *options, const struct config *config)
{
    struct loader_options loader = options->loader;

    if (loader.jobs == 0)
        loader.jobs = config->jobs;
    if (loader.article.max_bytes == 0)
        loader.article.max_bytes = (size_t)config->max_size << 20;
    if (loader.max_files == 0)
        loader.max_files = config->max_files;
    if (loader.max_depth == 0)
        loader.max_depth = config->max_depth;
    return loader;
}

static struct theme *
read_theme(const struct options *options, const struct config *config, struct problems *problems)
{
    const char *name = options->theme ? options->theme : config->theme;

    return name ? theme_load(name, problems) : NULL;
}

/* ---- themes in turn ------------------------------------------------------------------------- */

struct themes {
    struct arena *arena;
    struct theme_names names;
    size_t at;               /* the one that is shown */
    struct theme *loaded;
    struct problems *problems;
};

static void
read_themes_find(struct themes *themes, const struct theme *shown)
{
    theme_list(themes->arena, &themes->names);
    for (size_t i = 0; i < themes->names.n; i++)
        if (strcmp(themes->names.v[i], shown->name) == 0)
            themes->at = i;
}

static const struct theme *
read_next_theme(void *arg)
{
    struct themes *themes = arg;
    struct theme *next;

    if (themes->names.n < 2)
        return NULL;
    themes->at = (themes->at + 1) % themes->names.n;
    next = theme_load(themes->names.v[themes->at], themes->problems);
    if (!next)
        return NULL;
    theme_free(themes->loaded);
    themes->loaded = next;
    return next;
}

/* `… | lede -`, `lede clippings </dev/null`: the keys come from the terminal itself, as in less. */
static void
read_piped(const struct options *options, struct loader_options *loader)
{
    int terminal;

    if (isatty(STDIN_FILENO))
        return;
    for (size_t i = 0; i < options->npaths && loader->article.input <= 0; i++)
        if (strcmp(options->paths[i], "-") == 0)
            loader->article.input = dup(STDIN_FILENO);
    terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return; /* then standard input is no terminal, and that is said */
    if (terminal == STDIN_FILENO)
        return; /* it was closed */
    (void)dup2(terminal, STDIN_FILENO);
    (void)close(terminal);
}

/* A slip of the finger in the only path is said at once, not on an empty screen. */
static bool
read_paths_missing(const struct options *options)
{
    for (size_t i = 0; i < options->npaths; i++)
        if (strcmp(options->paths[i], "-") == 0 || access(options->paths[i], F_OK) == 0)
            return false;
    for (size_t i = 0; i < options->npaths; i++)
        complain(options->paths[i], strerror(ENOENT));
    return options->npaths > 0;
}

/* What can't be kept is not: a disk that is full or read-only is no reason to complain of a reader that did what it should. */
static void
read_save_past(struct past *past, const char *path)
{
    struct error error = {0};

    if (path)
        (void)past_save(past, path, &error);
    error_clear(&error);
    past_free(past);
}

int
read_run(const struct options *options)
{
    struct arena *arena = arena_new();
    struct problems problems = {0};
    struct config *config = config_load(options->config, &problems);
    struct themes themes = {.arena = arena, .loaded = read_theme(options, config, &problems), .problems = &problems};
    const char *usual = config->collection ? config->collection : config_data_path(arena, "articles");
    const struct loader_options loader = read_loader_options(options, config);
    const char *remembered = config->history ? config_state_path(arena, "history") : NULL;
    struct past *past = past_new(config->history);
    struct collection collection;
    struct ui_options ui = {
        .import = &collection.import,
        .problems = &problems,
        .keymap = config->keymap,
        .theme = themes.loaded ? themes.loaded : theme_builtin(),
        .past = config->history ? past : NULL,
        .ascii = config->ascii,
        .next_theme = read_next_theme,
        .arg = &themes,
    };
    struct error error = {0};
    int status = 1;

    read_themes_find(&themes, ui.theme);
    collection_open(&collection, options->npaths > 0 ? options->paths : &usual, options->npaths > 0 ? options->npaths : 1, &loader,
                    options->cache_from == CACHE_UNSAID ? config->cache_from : options->cache_from, &problems);
    read_piped(options, &collection.import.loader);
    if (remembered)
        past_load(past, remembered);
    if (!read_paths_missing(options))
        status = ui_run(&ui, &error);
    read_save_past(past, remembered);
    if (error.status != STATUS_OK)
        complain("", error.sentence);
    complain_all(&problems);
    error_clear(&error);
    collection_close(&collection);
    theme_free(themes.loaded);
    vec_free(&themes.names);
    config_free(config);
    problems_free(&problems);
    arena_free(arena);
    return status;
}

/* ---- lists ---------------------------------------------------------------------------------- */

int
read_list_actions(const struct options *options)
{
    struct problems problems = {0};
    struct config *config = config_load(options->config, &problems);

    for (int i = ACTION_NONE + 1; i < ACTIONS; i++)
        printf("%-18s %-24s %s\n", action_name((enum action)i), keymap_keys(config->keymap, (enum action)i), action_does((enum action)i));
    complain_all(&problems);
    config_free(config);
    problems_free(&problems);
    return 0;
}

int
read_list_themes(void)
{
    struct arena *arena = arena_new();
    struct theme_names names = {0};

    theme_list(arena, &names);
    for (size_t i = 0; i < names.n; i++)
        puts(names.v[i]);
    vec_free(&names);
    arena_free(arena);
    return 0;
}

int
read_check_config(const struct options *options)
{
    struct collection collection;
    struct problems problems = {0};
    struct config *config = config_load(options->config, &problems);
    struct arena *arena = arena_new();
    struct theme_names names = {0};
    int status;

    if (config->theme || options->theme)
        theme_free(read_theme(options, config, &problems));
    /* Themes are checked all, also those that are not on. */
    theme_list(arena, &names);
    for (size_t i = 0; i < names.n; i++)
        if (!config->theme || strcmp(names.v[i], config->theme) != 0)
            theme_free(theme_load(names.v[i], &problems));
    collection_open(&collection, options->paths, options->npaths, &options->loader, 0, &problems); /* reads words.ini, the aliases.ini of folders, and one's own */
    collection_close(&collection);
    complain_all(&problems);
    complain_all(&config->taken);
    status = problems.n + config->taken.n > 0 ? 1 : 0;
    vec_free(&names);
    arena_free(arena);
    config_free(config);
    problems_free(&problems);
    return status;
}
