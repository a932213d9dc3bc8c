/* Where configuration and installed files are looked for. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lede/config.h"

/* The XDG Base Directory Specification: a relative folder in the environment is to be ignored. */
static const char *
paths_base(struct arena *arena, const char *variable, const char *usual, const char *name)
{
    const char *base = getenv(variable), *home = getenv("HOME");
    const char *slash = *name ? "/" : "";

    if (base && base[0] == '/')
        return arena_printf(arena, "%s/lede%s%s", base, slash, name);
    if (home && home[0])
        return arena_printf(arena, "%s/%s/lede%s%s", home, usual, slash, name);
    return NULL;
}

const char *
config_path(struct arena *arena, const char *name)
{
    return paths_base(arena, "XDG_CONFIG_HOME", ".config", name);
}

const char *
config_cache_path(struct arena *arena, const char *name)
{
    return paths_base(arena, "XDG_CACHE_HOME", ".cache", name);
}

const char *
config_state_path(struct arena *arena, const char *name)
{
    return paths_base(arena, "XDG_STATE_HOME", ".local/state", name);
}

const char *
config_data_path(struct arena *arena, const char *name)
{
    const char *installed = arena_printf(arena, "%s/%s", LEDE_DATADIR, name);
    struct stat st;

    return stat(installed, &st) == 0 ? installed : arena_string(arena, name, strlen(name));
}
