/* lede.ini: options and keys. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ini.h"
#include "lede/config.h"

enum option_type { OPTION_STRING, OPTION_NUMBER, OPTION_SWITCH };

#define OPTION_ROW(name, type, initial, least, most, does) {#name, OPTION_##type, least, most, offsetof(struct config, name)},
static const struct {
    const char *name; /* with '_' for the '-' of the file */
    enum option_type type;
    unsigned least, most;
    size_t offset;
} options[] = {OPTION_TABLE(OPTION_ROW)};

enum { NOPTIONS = sizeof options / sizeof *options };

/* ---- options ------------------------------------------------------------------------ */

static bool
config_same_name(const char *option, const char *key)
{
    for (; *option && *key; option++, key++)
        if (*option != *key && !(*option == '_' && *key == '-'))
            return false;
    return *option == *key;
}

static void
config_take_number(struct config *config, int at, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    char *end;
    unsigned long n = strtoul(entry->value, &end, 10);

    if (*entry->value < '0' || *entry->value > '9' || *end || n < options[at].least || n > options[at].most)
        ini_complain(ini, entry, problems, "not a number from %u to %u; using the default", options[at].least, options[at].most);
    else
        *(unsigned *)((char *)config + options[at].offset) = (unsigned)n;
}

static void
config_take_switch(struct config *config, int at, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    static const char *const words[] = {"no", "yes", "off", "on", "false", "true"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(words[i], entry->value) == 0) {
            *(bool *)((char *)config + options[at].offset) = i % 2;
            return;
        }
    ini_complain(ini, entry, problems, "neither yes nor no; using the default");
}

/* "~/news" is the home folder's, as people write it. */
static const char *
config_expand(struct arena *arena, const char *value)
{
    const char *home = getenv("HOME");

    if (home && value[0] == '~' && (value[1] == '/' || value[1] == '\0'))
        return arena_printf(arena, "%s%s", home, value + 1);
    return arena_string(arena, value, strlen(value));
}

static void
config_complain_unknown(const struct ini *ini, const struct ini_entry *entry, const char *what, const char *near,
                        struct problems *problems)
{
    if (near)
        ini_complain(ini, entry, problems, "no such %s; did you mean '%s'?", what, near);
    else
        ini_complain(ini, entry, problems, "no such %s", what);
}

static void
config_take_option(struct config *config, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    const char *names[NOPTIONS];
    int at = 0;

    while (at < NOPTIONS && !config_same_name(options[at].name, entry->key))
        at++;
    if (at == NOPTIONS) {
        for (int i = 0; i < NOPTIONS; i++) {
            char *name = arena_string(config->arena, options[i].name, strlen(options[i].name));
            for (char *c = name; *c; c++)
                *c = *c == '_' ? '-' : *c;
            names[i] = name;
        }
        config_complain_unknown(ini, entry, "option", nearest_name(entry->key, names, NOPTIONS), problems);
        return;
    }
    switch (options[at].type) {
    case OPTION_STRING:
        *(const char **)((char *)config + options[at].offset) = *entry->value ? config_expand(config->arena, entry->value) : NULL;
        break;
    case OPTION_NUMBER:
        config_take_number(config, at, ini, entry, problems);
        break;
    case OPTION_SWITCH:
        config_take_switch(config, at, ini, entry, problems);
        break;
    }
}

/* ---- keys ------------------------------------------------------------------------------- */

/* Is the action's own line still to come? Then it says which keys it has. */
static bool
config_is_bound_later(const struct ini *ini, const struct ini_entry *entry, enum action action)
{
    enum action later;

    for (size_t i = 0; i < ini_count(ini); i++) {
        const struct ini_entry *other = ini_entry(ini, i);

        if (other->line > entry->line && strcasecmp(other->section, "keys") == 0 && action_read(other->key, &later) && later == action)
            return true;
    }
    return false;
}

/* Whoever gives a key away may not know whose it was. */
static void
config_tell_taken(struct config *config, const struct ini *ini, const struct ini_entry *entry, const char *key, enum action action)
{
    for (int i = ACTION_NONE + 1; i < ACTIONS; i++) {
        enum action loser = (enum action)i;
        const char *left;

        if (loser == action || !keymap_takes(config->keymap, key, loser) || config_is_bound_later(ini, entry, loser))
            continue;
        (void)keymap_bind(config->keymap, key, ACTION_NONE, NULL);
        left = keymap_keys(config->keymap, loser);
        ini_complain(ini, entry, &config->taken, "%s was the key of '%s', which has %s%s now", key, action_name(loser),
                     *left ? "only " : "none", left);
    }
}

static void
config_bind(struct config *config, const struct ini *ini, const struct ini_entry *entry, enum action action,
            struct problems *problems)
{
    char *keys = arena_string(config->arena, entry->value, strlen(entry->value)), *rest = keys;
    struct error error = {0};
    const char *key;

    keymap_unbind(config->keymap, action); /* the line says all the keys of the action */
    while ((key = strtok_r(rest, " \t,", &rest))) {
        config_tell_taken(config, ini, entry, key, action);
        if (!keymap_bind(config->keymap, key, action, &error)) {
            ini_complain(ini, entry, problems, "%s", error.sentence);
            error_clear(&error);
        }
    }
}

static void
config_take_key(struct config *config, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    const char *names[ACTIONS];
    enum action action;

    if (action_read(entry->key, &action)) {
        config_bind(config, ini, entry, action, problems);
        return;
    }
    for (int i = 1; i < ACTIONS; i++)
        names[i - 1] = action_name((enum action)i);
    config_complain_unknown(ini, entry, "action", nearest_name(entry->key, names, ACTIONS - 1), problems);
}

/* ---- the file ------------------------------------------------------------------------------ */

static void
config_take(struct config *config, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    if (strcasecmp(entry->section, "options") == 0)
        config_take_option(config, ini, entry, problems);
    else if (strcasecmp(entry->section, "keys") == 0)
        config_take_key(config, ini, entry, problems);
    else
        ini_complain(ini, entry, problems, "in no section that is known; lede.ini has [options] and [keys]");
}

#define OPTION_INITIAL(name, type, initial, least, most, does) config->name = initial;
struct config *
config_load(const char *path, struct problems *problems)
{
    struct config *config = mem_zero(1, sizeof *config);
    struct ini *ini;

    config->arena = arena_new();
    config->keymap = keymap_new();
    OPTION_TABLE(OPTION_INITIAL)
    if (!path) {
        path = config_path(config->arena, "lede.ini");
        if (!path || access(path, F_OK) != 0)
            return config;
    }
    ini = ini_load(path, problems);
    for (size_t i = 0; ini && i < ini_count(ini); i++)
        config_take(config, ini, ini_entry(ini, i), problems);
    ini_free(ini);
    return config;
}

void
config_free(struct config *config)
{
    if (!config)
        return;
    keymap_free(config->keymap);
    problems_free(&config->taken);
    arena_free(config->arena);
    mem_free(config);
}
