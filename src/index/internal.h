/* What the files of this folder share: the index with its parts open. */
#ifndef LEDE_INDEX_INTERNAL_H
#define LEDE_INDEX_INTERNAL_H

#include "hash.h"
#include "lede/index.h"
#include "terms.h"

VEC_TYPE(strings, const char *);

/* A role as it was given, without its article, and how often. */
struct role_met {
    const char *role;
    uint32_t n;
};

/* One name met, with all that was met under it. Its number is the speaker id. */
struct identity {
    enum entity_kind kind;
    enum gender gender;
    const char *name;
    const char *surname;      /* folded; persons only, else NULL */
    bool bare;                /* a surname alone: resolved by identity_resolve() */
    struct strings aliases, affiliations;
    struct strings shown;     /* aliases, with the names of the bare surnames that mean them; made by index_speaker() */
    VEC(struct role_met) roles;
    struct ids quotes;        /* all, ascending; under the raw id */
    struct ids articles;      /* with a listed quote, ascending */
};

/* Persons with the same surname. */
struct family {
    struct ids full, bare;
};

/* The user's word on a name; a chain for each folded alias. */
struct alias {
    const char *name;         /* whom it means */
    const char *paths;        /* a shell pattern, or NULL */
    uint32_t next;            /* in the chain, or UINT32_MAX */
};

struct identities {
    struct arena *arena;      /* names, aliases, keys */
    VEC(struct alias) aliases;
    struct hash by_alias;     /* folded alias → the first of its chain */
    VEC(struct identity) v;
    struct hash by_key;       /* kind and folded name → identity */
    struct hash by_surname;   /* folded surname → families */
    VEC(struct family) families;
};

struct document {
    struct article *article;
    const struct extract *extract;
    uint32_t first_quote, first_figure;
    uint32_t source;             /* the same number for the same outlet (or file, where none is known) */
    uint32_t *speakers;          /* raw identity of each entity; in the article's arena */
};

struct index {
    VEC(struct document) documents;
    VEC(struct place) quotes, figures;
    VEC(bool) listed;            /* for each quote */
    struct hash sources;         /* outlets → their numbers; keys are in the articles */
    struct identities identities;
    struct terms terms;
};

/* identity.c */
/* The raw id for an entity of an article; new when nobody had its key. */
uint32_t identity_of(struct identities *identities, const struct article *article, const struct entity *entity);
uint32_t identity_resolve(const struct identities *identities, uint32_t raw);
/* The bare surnames that mean this resolved speaker; NULL when none. */
const struct ids *identity_bare(const struct identities *identities, uint32_t id);
void identities_free(struct identities *identities);

/* learn.c */
/* Takes what the article says of an entity; renamed: its name came from the user's rules. */
void identity_learn(struct identities *identities, uint32_t id, const struct article *article, const struct entity *entity,
                    bool renamed);
/* The role that most articles give; the first of those given as often. NULL when none. */
const char *identity_role(const struct identity *identity);

/* aliases.c */
void aliases_add(struct identities *identities, const char *name, const char *alias, const char *paths);
/* The name that the user's rules give to `name` in this article; `name` itself when none fits. */
const char *aliases_rename(const struct identities *identities, const char *path, const char *name);
/* The folded form of a name, in the arena. */
char *identity_fold(struct arena *arena, const char *name);

#endif
