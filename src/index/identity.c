/*
 * One person, many names. Within an article the extractor has done that; here the same one is found again in other articles:
 * persons by first and last name (middle names, initials and "Jr" aside), bodies by their words without hyphens, case and "the",
 * places and roles by their folded words. A bare surname is the one known person of that surname, and nobody's when there are two.
 */
#include <string.h>

#include "internal.h"
#include "lede/utf.h"

char *
identity_fold(struct arena *arena, const char *name)
{
    struct text folded = {0};
    char *kept;

    utf_fold(&folded, name, strlen(name));
    kept = arena_string(arena, folded.v, folded.n);
    text_free(&folded);
    return kept;
}

static bool
identity_is_suffix(const char *word)
{
    static const char *const suffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "mp", "qc", "kc", "mep", "obe", "cbe"};

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strcmp(word, suffixes[i]) == 0)
            return true;
    return false;
}

/* Cuts "Jr" and the like off a folded name, in place; returns its last word. */
static const char *
identity_surname(char *folded)
{
    char *space;

    while ((space = strrchr(folded, ' '))) {
        if (!identity_is_suffix(space + 1))
            return space + 1;
        *space = '\0';
        if (space > folded && space[-1] == ',')
            space[-1] = '\0';
    }
    return folded;
}

/* A body's name as its words: hyphens and commas are blanks, and blanks are single. In place. */
static void
identity_words(char *folded)
{
    char *out = folded;

    for (const char *at = folded; *at; at++) {
        char c = *at == '-' || *at == ',' ? ' ' : *at;

        if (c != ' ' || (out > folded && out[-1] != ' '))
            *out++ = c;
    }
    *out = '\0';
}

/* "p first last" for persons, "o words" for bodies, … */
static const char *
identity_key(struct arena *arena, const struct entity *entity, const char **surname)
{
    char *folded = identity_fold(arena, entity->name);
    const char *first;

    *surname = NULL;
    switch (entity->kind) {
    case ENTITY_PERSON:
        *surname = identity_surname(folded);
        first = arena_string(arena, folded, strcspn(folded, " "));
        return *surname == folded ? arena_printf(arena, "b%s", folded) : arena_printf(arena, "p%s %s", first, *surname);
    case ENTITY_ORG:
        identity_words(folded);
        return arena_printf(arena, "o%s", strncmp(folded, "the ", 4) == 0 ? folded + 4 : folded);
    case ENTITY_PLACE:
        return arena_printf(arena, "l%s", folded);
    default:
        return arena_printf(arena, "r%s", folded);
    }
}

static struct family *
identity_family(struct identities *identities, const char *surname)
{
    struct hash_slot *slot = hash_put(&identities->by_surname, surname, strlen(surname));

    if (slot->value == UINT32_MAX) {
        slot->value = (uint32_t)identities->families.n;
        (void)vec_add(&identities->families);
    }
    return &identities->families.v[slot->value];
}

static uint32_t
identity_new(struct identities *identities, const struct entity *entity, const char *surname)
{
    uint32_t id = (uint32_t)identities->v.n;
    struct identity *identity = vec_add(&identities->v);

    identity->kind = entity->kind;
    identity->gender = entity->gender;
    identity->name = arena_string(identities->arena, entity->name, strlen(entity->name));
    identity->surname = surname;
    identity->bare = entity->kind == ENTITY_PERSON && !strchr(identity->name, ' ');
    if (surname) {
        struct family *family = identity_family(identities, surname);
        vec_push(identity->bare ? &family->bare : &family->full, id);
    }
    return id;
}

uint32_t
identity_of(struct identities *identities, const struct article *article, const struct entity *entity)
{
    struct entity renamed = *entity;
    const char *key, *surname;
    struct hash_slot *slot;
    uint32_t id;

    if (!identities->arena)
        identities->arena = arena_new();
    renamed.name = aliases_rename(identities, article->path, entity->name);
    key = identity_key(identities->arena, &renamed, &surname);
    slot = hash_put(&identities->by_key, key, strlen(key));
    if (slot->value == UINT32_MAX)
        slot->value = identity_new(identities, &renamed, surname);
    id = slot->value;
    identity_learn(identities, id, article, entity, renamed.name != entity->name);
    return id;
}

static bool
identity_agrees(const struct identity *a, const struct identity *b)
{
    return a->gender == GENDER_UNKNOWN || b->gender == GENDER_UNKNOWN || a->gender == b->gender;
}

uint32_t
identity_resolve(const struct identities *identities, uint32_t raw)
{
    const struct identity *identity = &identities->v.v[raw];
    const struct hash_slot *slot;
    const struct ids *full;

    if (!identity->bare)
        return raw;
    slot = hash_find(&identities->by_surname, identity->surname, strlen(identity->surname));
    full = &identities->families.v[slot->value].full;
    return full->n == 1 && identity_agrees(identity, &identities->v.v[full->v[0]]) ? full->v[0] : raw;
}

const struct ids *
identity_bare(const struct identities *identities, uint32_t id)
{
    const struct identity *identity = &identities->v.v[id];
    const struct hash_slot *slot;

    if (!identity->surname || identity->bare)
        return NULL;
    slot = hash_find(&identities->by_surname, identity->surname, strlen(identity->surname));
    return &identities->families.v[slot->value].bare;
}

void
identities_free(struct identities *identities)
{
    for (size_t i = 0; i < identities->v.n; i++) {
        vec_free(&identities->v.v[i].aliases);
        vec_free(&identities->v.v[i].affiliations);
        vec_free(&identities->v.v[i].shown);
        vec_free(&identities->v.v[i].roles);
        vec_free(&identities->v.v[i].quotes);
        vec_free(&identities->v.v[i].articles);
    }
    for (size_t i = 0; i < identities->families.n; i++) {
        vec_free(&identities->families.v[i].full);
        vec_free(&identities->families.v[i].bare);
    }
    vec_free(&identities->v);
    vec_free(&identities->families);
    vec_free(&identities->aliases);
    hash_free(&identities->by_alias);
    hash_free(&identities->by_key);
    hash_free(&identities->by_surname);
    arena_free(identities->arena);
}
