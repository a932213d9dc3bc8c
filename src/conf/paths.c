/* Where configuration and installed files are looked for. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static bool
paths_is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Beside the program, as in the folder where it was built; NULL where the system does not say which that is (proc(5)). */
static const char *
paths_beside(struct arena *arena, const char *name)
{
    char own[4096];
    ssize_t len = readlink("/proc/self/exe", own, sizeof own - 1);
    char *slash;

    if (len <= 0)
        return NULL;
    own[len] = '\0';
    slash = strrchr(own, '/');
    return slash ? arena_printf(arena, "%.*s/%s", (int)(slash - own), own, name) : NULL;
}

const char *
config_data_path(struct arena *arena, const char *name)
{
    const char *installed = arena_printf(arena, "%s/%s", LEDE_DATADIR, name), *beside;

    if (paths_is_folder(installed))
        return installed;
    beside = paths_beside(arena, name);
    return beside && paths_is_folder(beside) ? beside : arena_string(arena, name, strlen(name));
}
