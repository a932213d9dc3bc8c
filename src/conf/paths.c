/* Where configuration and installed files are looked for. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lede/config.h"

/* The XDG Base Directory Specification: a relative $XDG_CONFIG_HOME is to be ignored. */
const char *
config_path(struct arena *arena, const char *name)
{
    const char *base = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

    if (base && base[0] == '/')
        return arena_printf(arena, "%s/lede/%s", base, name);
    if (home && home[0])
        return arena_printf(arena, "%s/.config/lede/%s", home, name);
    return NULL;
}

const char *
config_data_path(struct arena *arena, const char *name)
{
    const char *installed = arena_printf(arena, "%s/%s", LEDE_DATADIR, name);
    struct stat st;

    return stat(installed, &st) == 0 ? installed : arena_string(arena, name, strlen(name));
}
