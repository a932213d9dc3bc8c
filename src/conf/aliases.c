/*
 * aliases.ini: who is who, in the user's word.
 *
 *   [same]
 *   Mark Carney = Marc Carney; M. Carney      ; these names mean him: merged, and shown by the name before the '='
 *   [split]
 *   Ann Lee (Harbour Trust) = Ann Lee: *harbour*   ; in these articles she is another
 */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ini.h"
#include "lede/config.h"

/* Calls each for every name of a list that is parted by ';'. */
static void
aliases_same(struct arena *arena, const struct ini_entry *entry, const struct alias_taker *taker)
{
    char *rest = arena_string(arena, entry->value, strlen(entry->value));
    const char *alias;

    while ((alias = strtok_r(rest, ";", &rest))) {
        struct slice s = slice_trim(slice_str(alias));

        if (s.len)
            taker->take(taker->arg, entry->key, arena_string(arena, s.at, s.len), NULL);
    }
}

static void
aliases_split(struct arena *arena, const struct ini *ini, const struct ini_entry *entry, const struct alias_taker *taker,
              struct problems *problems)
{
    const char *colon = strrchr(entry->value, ':');
    struct slice alias, paths;

    if (!colon) {
        ini_complain(ini, entry, problems, "a split is NEW NAME = NAME: PATTERN OF PATHS");
        return;
    }
    alias = slice_trim(slice_of(entry->value, (size_t)(colon - entry->value)));
    paths = slice_trim(slice_str(colon + 1));
    if (!alias.len || !paths.len)
        ini_complain(ini, entry, problems, "the %s is missing", alias.len ? "pattern" : "name");
    else
        taker->take(taker->arg, entry->key, arena_string(arena, alias.at, alias.len), arena_string(arena, paths.at, paths.len));
}

void
aliases_load(const char *path, const struct alias_taker *taker, struct problems *problems)
{
    struct arena *arena;
    struct ini *ini;

    if (access(path, F_OK) != 0)
        return;
    ini = ini_load(path, problems);
    arena = arena_new();
    for (size_t i = 0; ini && i < ini_count(ini); i++) {
        const struct ini_entry *entry = ini_entry(ini, i);

        if (strcasecmp(entry->section, "same") == 0)
            aliases_same(arena, entry, taker);
        else if (strcasecmp(entry->section, "split") == 0)
            aliases_split(arena, ini, entry, taker, problems);
        else
            ini_complain(ini, entry, problems, "in no section that is known; aliases.ini has [same] and [split]");
    }
    arena_free(arena);
    ini_free(ini);
}
