/* The reader, as the command line and the configuration want it. */
#include "read.h"

#include <stdio.h>
#include <string.h>

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

int
read_run(const struct options *options)
{
    struct arena *arena = arena_new();
    struct problems problems = {0};
    struct config *config = config_load(options->config, &problems);
    struct theme *theme = read_theme(options, config, &problems);
    const char *usual = config->collection ? config->collection : config_data_path(arena, "articles");
    struct ui_options ui = {
        .paths = options->npaths > 0 ? options->paths : &usual,
        .npaths = options->npaths > 0 ? options->npaths : 1,
        .loader = read_loader_options(options, config),
        .problems = &problems,
        .keymap = config->keymap,
        .theme = theme ? theme : theme_builtin(),
        .ascii = config->ascii,
    };
    struct error error = {0};
    int status;

    ui.index = collection_index(ui.paths, ui.npaths, &problems);
    status = ui_run(&ui, &error);
    if (error.status != STATUS_OK)
        complain("", error.sentence);
    complain_all(&problems);
    error_clear(&error);
    index_free(ui.index);
    theme_free(theme);
    config_free(config);
    problems_free(&problems);
    arena_free(arena);
    return status;
}

/* ---- lists ---------------------------------------------------------------------------------- */

int
read_list_actions(void)
{
    struct keymap *keymap = keymap_new();

    for (int i = ACTION_NONE + 1; i < ACTIONS; i++)
        printf("%-18s %-24s %s\n", action_name((enum action)i), keymap_keys(keymap, (enum action)i), action_does((enum action)i));
    keymap_free(keymap);
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
    complain_all(&problems);
    status = problems.n > 0 ? 1 : 0;
    vec_free(&names);
    arena_free(arena);
    config_free(config);
    problems_free(&problems);
    return status;
}
