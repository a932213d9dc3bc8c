/*
 * One person, many names. Within an article the extractor has done that; here the same one is found again in other articles:
 * persons by first and last name (middle names, initials and "Jr" aside), bodies by their words without hyphens, case and "the",
 * places and roles by their folded words. Of one name a man and a woman are two. A bare surname is the one known person of that surname, and nobody's when there are two.
 * "The company" and "a spokesman" mean somebody of their article: they are nobody elsewhere. "Officials" are a kind of people, everywhere.
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

/* A body's name as its words: hyphens and commas are blanks, and blanks are single. In place; without "the". */
static const char *
identity_words(char *folded)
{
    char *out = folded;

    for (const char *at = folded; *at; at++) {
        char c = *at == '-' || *at == ',' ? ' ' : *at;

        if (c != ' ' || (out > folded && out[-1] != ' '))
            *out++ = c;
    }
    *out = '\0';
    return strncmp(folded, "the ", 4) == 0 ? folded + 4 : folded;
}

static void
identity_person_key(struct text *key, char *folded, const char **surname)
{
    *surname = identity_surname(folded);
    if (*surname == folded) {
        text_putc(key, 'b');
    } else {
        text_putc(key, 'p');
        text_add(key, folded, strcspn(folded, " ") + 1);
    }
    text_puts(key, *surname);
}

/* "pfirst last" for persons, "owords" for bodies, …; replaces *key. The surname of a person is in *folded. */
static void
identity_key(struct text *key, struct text *folded, const struct entity *entity, const char **surname)
{
    key->n = folded->n = 0;
    *surname = NULL;
    text_puts(folded, ""); /* also of no name there is a text */
    utf_fold(folded, entity->name, strlen(entity->name));
    if (entity->kind == ENTITY_PERSON) {
        identity_person_key(key, folded->v, surname);
        return;
    }
    text_putc(key, entity->kind == ENTITY_ORG ? 'o' : entity->kind == ENTITY_PLACE ? 'l' : 'r');
    text_puts(key, entity->kind == ENTITY_ORG ? identity_words(folded->v) : folded->v);
}

/* ---- those of the image ---------------------------------------------------------------- */

/* A list of the image: a count, then that many numbers. */
static const uint32_t *
identity_list(const struct image *image, uint32_t place, uint32_t *n)
{
    *n = image->lists[place];
    return image->lists + place + 1;
}

static void
identity_thaw_strings(const struct image *image, uint32_t place, struct strings *strings)
{
    uint32_t n;
    const uint32_t *list = identity_list(image, place, &n);

    for (uint32_t i = 0; i < n; i++)
        vec_push(strings, image->strings + list[i]);
}

static void
identity_thaw(const struct image *image, const struct identity_row *row, struct identity *identity)
{
    uint32_t n;
    const uint32_t *roles = identity_list(image, row->roles, &n);

    *identity = (struct identity){
        .thawed = true,
        .bare = row->bare,
        .kind = (enum entity_kind)row->kind,
        .gender = (enum gender)row->gender,
        .name = image->strings + row->name,
        .key = image->strings + row->key,
        .surname = row->surname == FROZEN_NONE ? NULL : image->strings + row->surname,
        .nlisted = row->nlisted,
    };
    identity_thaw_strings(image, row->aliases, &identity->aliases);
    identity_thaw_strings(image, row->affiliations, &identity->affiliations);
    for (uint32_t i = 0; i < n; i++)
        vec_push(&identity->roles, ((struct role_met){image->strings + roles[2 * i], roles[2 * i + 1]}));
}

struct identity *
identity_at(const struct identities *identities, uint32_t raw)
{
    struct identity *identity = &identities->v.v[raw];

    if (!identity->thawed)
        identity_thaw(identities->image, &identities->image->identities[raw], identity);
    return identity;
}

/* Room for all of the image; each is filled when somebody asks for it, so that opening costs nothing. */
void
identities_image(struct identities *identities, const struct image *image)
{
    identities->image = image;
    identities->v.v = mem_zero(image->nidentities, sizeof *identities->v.v);
    identities->v.n = identities->v.cap = image->nidentities;
}

const char *
identity_name(const struct identities *identities, uint32_t raw)
{
    const struct identity *identity = &identities->v.v[raw];

    return identity->thawed ? identity->name : identities->image->strings + identities->image->identities[raw].name;
}

uint32_t
identity_nlisted(const struct identities *identities, uint32_t raw)
{
    const struct identity *identity = &identities->v.v[raw];

    return identity->thawed ? identity->nlisted : identities->image->identities[raw].nlisted;
}

void
identity_quotes(const struct identities *identities, uint32_t raw, struct ids *out)
{
    const struct image *image = identities->image;
    const struct ids *added = &identities->v.v[raw].quotes;

    if (image && raw < image->nidentities)
        ids_append(out, image->identity_quotes + image->identities[raw].quotes, image->identities[raw].nquotes);
    ids_append(out, added->v, added->n);
}

void
identity_add_quote(struct identities *identities, uint32_t raw, uint32_t quote, bool listed)
{
    struct identity *identity = identity_at(identities, raw);

    if (identity->quotes.n && identity->quotes.v[identity->quotes.n - 1] == quote)
        return; /* two entities of one article turned out to be one */
    vec_push(&identity->quotes, quote);
    identity->nlisted += listed;
}

/* ---- families ------------------------------------------------------------------------------ */

static void
identity_thaw_ids(const struct image *image, uint32_t place, struct ids *ids)
{
    uint32_t n;
    const uint32_t *list = identity_list(image, place, &n);

    for (uint32_t i = 0; i < n; i++)
        vec_push(ids, list[i]);
}

static struct family *
identity_family(struct identities *identities, const char *surname)
{
    const struct image *image = identities->image;
    struct hash_slot *slot = hash_put(&identities->by_surname, surname, strlen(surname));
    struct family *family;
    uint32_t row;

    if (slot->value != UINT32_MAX)
        return &identities->families.v[slot->value];
    slot->value = (uint32_t)identities->families.n;
    family = vec_add(&identities->families);
    row = image ? frozen_find(&image->by_surname, image, image->nfamilies, image_surname_key, slice_str(surname)) : FROZEN_NONE;
    if (row != FROZEN_NONE) {
        identity_thaw_ids(image, image->families[row].full, &family->full);
        identity_thaw_ids(image, image->families[row].bare, &family->bare);
    }
    return family;
}

static uint32_t
identity_new(struct identities *identities, const struct entity *entity, const char *key, const char *surname)
{
    uint32_t id = (uint32_t)identities->v.n;
    struct identity *identity = vec_add(&identities->v);

    if (surname)
        surname = arena_string(identities->arena, surname, strlen(surname));
    identity->thawed = true;
    identity->kind = entity->kind;
    identity->gender = entity->gender;
    identity->name = arena_string(identities->arena, entity->name, strlen(entity->name));
    identity->key = key;
    identity->surname = surname;
    identity->bare = entity->kind == ENTITY_PERSON && !strchr(identity->name, ' ');
    if (surname) {
        bool bare = identity->bare;
        struct family *family = identity_family(identities, surname);

        vec_push(bare ? &family->bare : &family->full, id);
    }
    return id;
}

/* The identity of the entity's key, made when it is new. The suffix tells namesakes apart. */
static uint32_t
identity_of_key(struct identities *identities, const struct entity *entity, const char *suffix)
{
    const struct image *image = identities->image;
    struct text *key = &identities->scratch, folded = {0};
    const struct hash_slot *slot;
    const char *surname;
    uint32_t id = FROZEN_NONE;

    identity_key(key, &folded, entity, &surname);
    text_puts(key, suffix);
    if (image)
        id = frozen_find(&image->by_key, image, image->nidentities, image_identity_key, slice_of(key->v, key->n));
    slot = id == FROZEN_NONE ? hash_find(&identities->by_key, key->v, key->n) : NULL;
    if (slot) {
        id = slot->value;
    } else if (id == FROZEN_NONE) {
        const char *kept = arena_string(identities->arena, key->v, key->n);

        id = identity_new(identities, entity, kept, surname);
        hash_put(&identities->by_key, kept, key->n)->value = id;
    }
    text_free(&folded);
    return id;
}

static uint32_t
identity_of_name(struct identities *identities, const struct entity *entity)
{
    struct hash *names = &identities->by_name[entity->kind];
    size_t len = strlen(entity->name);
    const struct hash_slot *slot = hash_find(names, entity->name, len);
    uint32_t id;

    if (slot)
        return slot->value;
    id = identity_of_key(identities, entity, "");
    hash_put(names, arena_string(identities->arena, entity->name, len), len)->value = id;
    return id;
}

static enum gender
identity_gender(const struct identities *identities, uint32_t raw)
{
    const struct identity *identity = &identities->v.v[raw];

    return identity->thawed ? identity->gender : (enum gender)identities->image->identities[raw].gender;
}

/*
 * "Mr Robin Vale" and "Ms Robin Vale" are two: the one who was met first has the name, the other the name with the gender. Where
 * an article does not tell, it is the first one. Of a surname alone the gender is too often a guess by a pronoun. Roles and outlets
 * decide nothing: most people have several.
 */
static uint32_t
identity_of_gender(struct identities *identities, uint32_t id, const struct entity *entity)
{
    enum gender met = identity_gender(identities, id);

    if (entity->kind != ENTITY_PERSON || !strchr(entity->name, ' ') || entity->gender == GENDER_UNKNOWN || met == GENDER_UNKNOWN ||
        met == entity->gender)
        return id;
    return identity_of_key(identities, entity, entity->gender == GENDER_MALE ? "\tm" : "\tf");
}

/* No word begins with a capital: nothing in it is a name. */
static bool
identity_is_common(struct slice words)
{
    bool begins = true;
    size_t taken;

    for (size_t i = 0; i < words.len; i += taken) {
        uint32_t cp;

        taken = (size_t)utf_decode(words.at + i, words.len - i, &cp);
        if (begins && utf_is_upper(cp))
            return false;
        begins = !utf_is_alnum(cp);
    }
    return words.len > 0;
}

/*
 * One of many, told by a single common noun: "the company", "a spokesman". Who is meant only the article knows. Of several words
 * ("senior defence official") the same ones are put together: a reader sees more of whom they may mean, and 100,000 articles
 * have ten times as many of them as of names, which cost 28 MB.
 */
static bool
identity_is_local(const struct article *article, const struct entity *entity)
{
    if (entity->plural || (entity->kind != ENTITY_ROLE && entity->kind != ENTITY_ORG) || strchr(entity->name, ' '))
        return false;
    return entity->kind == ENTITY_ROLE || /* where it begins a sentence its letter is large, too */
           identity_is_common(article_slice(article, entity->first));
}

static uint32_t
identity_of_local(struct identities *identities, const struct article *article, const struct entity *entity)
{
    struct text suffix = {0};
    uint32_t id;

    text_printf(&suffix, "\t%s", article->path);
    id = identity_of_key(identities, entity, suffix.v);
    text_free(&suffix);
    return id;
}

uint32_t
identity_of(struct identities *identities, const struct article *article, const struct entity *entity)
{
    struct entity renamed = *entity;
    bool local;
    uint32_t id;

    if (!identities->arena)
        identities->arena = arena_new();
    renamed.name = aliases_rename(identities, article->path, entity->name);
    local = renamed.name == entity->name && identity_is_local(article, entity);
    id = local ? identity_of_local(identities, article, entity) : identity_of_name(identities, &renamed);
    if (renamed.name == entity->name) /* the user's word counts, whatever the gender */
        id = identity_of_gender(identities, id, &renamed);
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
    const struct ids *full;

    if (!(identity->thawed ? identity->bare : identities->image->identities[raw].bare))
        return raw;
    identity = identity_at(identities, raw);
    full = &identity_family((struct identities *)identities, identity->surname)->full; /* families of the image are a cache */
    return full->n == 1 && identity_agrees(identity, identity_at(identities, full->v[0])) ? full->v[0] : raw;
}

const struct ids *
identity_bare(const struct identities *identities, uint32_t id)
{
    const struct identity *identity = identity_at(identities, id);

    if (!identity->surname || identity->bare)
        return NULL;
    return &identity_family((struct identities *)identities, identity->surname)->bare;
}

void
identities_free(struct identities *identities)
{
    for (size_t i = 0; i < identities->v.n; i++) {
        struct identity *identity = &identities->v.v[i];

        if (!identity->thawed)
            continue;
        vec_free(&identity->aliases);
        vec_free(&identity->affiliations);
        vec_free(&identity->shown);
        vec_free(&identity->roles);
        vec_free(&identity->quotes);
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
    for (size_t i = 0; i < sizeof identities->by_name / sizeof *identities->by_name; i++)
        hash_free(&identities->by_name[i]);
    text_free(&identities->scratch);
    hash_free(&identities->by_surname);
    arena_free(identities->arena);
}
