/* The user's word on who is who. */
#include <fnmatch.h>
#include <string.h>

#include "internal.h"
#include "lede/utf.h"

void
aliases_add(struct identities *identities, const char *name, const char *alias, const char *paths)
{
    struct alias rule = {.next = UINT32_MAX};
    struct hash_slot *slot;
    const char *key;
    uint32_t *link;

    if (!identities->arena)
        identities->arena = arena_new();
    key = identity_fold(identities->arena, alias);
    rule.folded = key;
    rule.name = arena_string(identities->arena, name, strlen(name));
    if (paths)
        rule.paths = arena_string(identities->arena, paths, strlen(paths));
    slot = hash_put(&identities->by_alias, key, strlen(key));
    link = &slot->value;
    while (*link != UINT32_MAX) /* at the end of its chain: the first that fits counts */
        link = &identities->aliases.v[*link].next;
    *link = (uint32_t)identities->aliases.n;
    vec_push(&identities->aliases, rule);
}

const char *
aliases_rename(struct identities *identities, const char *path, const char *name)
{
    struct text *key = &identities->scratch;
    const struct hash_slot *slot;

    if (identities->aliases.n == 0)
        return name;
    key->n = 0;
    utf_fold(key, name, strlen(name));
    slot = hash_find(&identities->by_alias, key->v, key->n);
    for (uint32_t at = slot ? slot->value : UINT32_MAX; at != UINT32_MAX; at = identities->aliases.v[at].next) {
        const struct alias *rule = &identities->aliases.v[at];

        if (!rule->paths || fnmatch(rule->paths, path, 0) == 0)
            return rule->name;
    }
    return name;
}
