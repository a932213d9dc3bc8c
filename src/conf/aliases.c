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

#include "ini.h"
#include "lede/config.h"

/* Calls each for every name of a list that is parted by ';'. */
static void
aliases_same(const struct ini_line *line, const struct alias_taker *taker)
{
    const struct ini_entry *entry = line->entry;
    char *rest = arena_string(line->arena, entry->value, strlen(entry->value));
    const char *alias;

    while ((alias = strtok_r(rest, ";", &rest))) {
        struct slice s = slice_trim(slice_str(alias));

        if (s.len)
            taker->take(taker->arg, entry->key, arena_string(line->arena, s.at, s.len), NULL);
    }
}

static void
aliases_split(const struct ini_line *line, const struct alias_taker *taker)
{
    const struct ini_entry *entry = line->entry;
    const char *colon = strrchr(entry->value, ':');
    struct slice alias, paths;

    if (!colon) {
        ini_complain(line->ini, entry, line->problems, "a split is NEW NAME = NAME: PATTERN OF PATHS");
        return;
    }
    alias = slice_trim(slice_of(entry->value, (size_t)(colon - entry->value)));
    paths = slice_trim(slice_str(colon + 1));
    if (!alias.len || !paths.len)
        ini_complain(line->ini, entry, line->problems, "the %s is missing", alias.len ? "pattern" : "name");
    else
        taker->take(taker->arg, entry->key, arena_string(line->arena, alias.at, alias.len),
                    arena_string(line->arena, paths.at, paths.len));
}

static void
aliases_take(void *arg, const struct ini_line *line)
{
    const struct alias_taker *taker = arg;

    if (strcasecmp(line->entry->section, "same") == 0)
        aliases_same(line, taker);
    else if (strcasecmp(line->entry->section, "split") == 0)
        aliases_split(line, taker);
    else
        ini_complain(line->ini, line->entry, line->problems, "in no section that is known; aliases.ini has [same] and [split]");
}

void
aliases_load(const char *path, const struct alias_taker *taker, struct problems *problems)
{
    ini_each(path, aliases_take, (void *)taker, problems);
}
