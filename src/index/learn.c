/* What each article adds to what is known of a speaker: names, affiliations, roles. */
#include <string.h>
#include <strings.h>

#include "internal.h"
#include "lede/utf.h"

/* The same bytes: what most articles say was said before. */
static bool
identity_has_string(const struct strings *list, const char *s, size_t len)
{
    for (size_t i = 0; i < list->n; i++)
        if (strncmp(list->v[i], s, len) == 0 && list->v[i][len] == '\0')
            return true;
    return len == 0;
}

/* Adds s to a list unless its folded form, hyphens aside, is there. */
static void
identity_add_string(struct identities *identities, struct strings *list, const char *s, size_t len)
{
    struct text mine = {0}, other = {0};
    bool known = false;

    if (identity_has_string(list, s, len))
        return;
    utf_fold(&mine, s, len);
    for (size_t i = 0; i < list->n && !known; i++) {
        other.n = 0;
        utf_fold(&other, list->v[i], strlen(list->v[i]));
        for (char *a = mine.v, *b = other.v; !known; a++, b++) {
            char x = *a == '-' ? ' ' : *a, y = *b == '-' ? ' ' : *b;
            if (x != y)
                break;
            known = !*a;
        }
    }
    if (!known)
        vec_push(list, arena_string(identities->arena, s, len));
    text_free(&mine);
    text_free(&other);
}

static const char *
identity_plain(struct text *out, struct slice s)
{
    utf_plain(out, s.at, s.len);
    return out->v;
}

/* "the Ontario premier" and "Ontario premier" are one role. */
static void
identity_add_role(struct identities *identities, struct identity *identity, const char *role)
{
    static const char *const articles[] = {"a ", "an ", "the "};

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (strncasecmp(role, articles[i], strlen(articles[i])) == 0) {
            role += strlen(articles[i]);
            break;
        }
    for (size_t i = 0; i < identity->roles.n; i++)
        if (strcasecmp(identity->roles.v[i].role, role) == 0) {
            identity->roles.v[i].n++;
            return;
        }
    if (*role)
        vec_push(&identity->roles, ((struct role_met){arena_string(identities->arena, role, strlen(role)), 1}));
}

const char *
identity_role(const struct identity *identity)
{
    const struct role_met *best = NULL;

    for (size_t i = 0; i < identity->roles.n; i++)
        if (!best || identity->roles.v[i].n > best->n)
            best = &identity->roles.v[i];
    return best ? best->role : NULL;
}

static bool
identity_is_courtesy(const char *title)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"};
    size_t len = strcspn(title, ". ");

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (strlen(titles[i]) == len && strncasecmp(titles[i], title, len) == 0)
            return true;
    return false;
}

/* "Mr Carney" is a name of his; an office before the name is a role, too. */
static void
identity_learn_title(struct identities *identities, struct identity *identity, const struct entity *entity)
{
    bool courtesy = identity_is_courtesy(entity->title);
    const char *space = strrchr(entity->name, ' ');
    struct text *alias = &identities->scratch;

    alias->n = 0;
    text_puts(alias, entity->title);
    text_putc(alias, ' ');
    text_puts(alias, courtesy && space ? space + 1 : entity->name);
    identity_add_string(identities, &identity->aliases, alias->v, alias->n);
    if (!courtesy)
        identity_add_role(identities, identity, entity->title);
}

/* What this article adds to what is known of them. */
void
identity_learn(struct identities *identities, uint32_t id, const struct article *article, const struct entity *entity,
               bool renamed)
{
    struct identity *identity = identity_at(identities, id);
    struct text plain = {0};

    if (!renamed && strlen(entity->name) > strlen(identity->name) && entity->kind != ENTITY_ROLE) {
        identity_add_string(identities, &identity->aliases, identity->name, strlen(identity->name));
        identity->name = arena_string(identities->arena, entity->name, strlen(entity->name));
    } else if (strcmp(entity->name, identity->name) != 0) {
        identity_add_string(identities, &identity->aliases, entity->name, strlen(entity->name));
    }
    if (entity->title)
        identity_learn_title(identities, identity, entity);
    if (!span_empty(entity->affiliation)) {
        identity_plain(&plain, article_slice(article, entity->affiliation));
        identity_add_string(identities, &identity->affiliations, plain.v, plain.n);
    }
    if (!span_empty(entity->role))
        identity_add_role(identities, identity, identity_plain(&plain, article_slice(article, entity->role)));
    if (identity->gender == GENDER_UNKNOWN)
        identity->gender = entity->gender;
    text_free(&plain);
}
