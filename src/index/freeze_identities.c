/* Who is who, as rows. */
#include "freeze.h"

static uint32_t
freeze_list(struct freezing *freezing, const uint32_t *numbers, size_t n)
{
    uint32_t place = (uint32_t)freezing->lists.n;

    vec_push(&freezing->lists, (uint32_t)n);
    for (size_t i = 0; i < n; i++)
        vec_push(&freezing->lists, numbers[i]);
    return place;
}

static uint32_t
freeze_names(struct freezing *freezing, const struct strings *names)
{
    uint32_t place = (uint32_t)freezing->lists.n;

    vec_push(&freezing->lists, (uint32_t)names->n);
    for (size_t i = 0; i < names->n; i++)
        vec_push(&freezing->lists, freeze_string(freezing, names->v[i]));
    return place;
}

static uint32_t
freeze_roles(struct freezing *freezing, const struct identity *identity)
{
    uint32_t place = (uint32_t)freezing->lists.n;

    vec_push(&freezing->lists, (uint32_t)identity->roles.n);
    for (size_t i = 0; i < identity->roles.n; i++) {
        vec_push(&freezing->lists, freeze_string(freezing, identity->roles.v[i].role));
        vec_push(&freezing->lists, identity->roles.v[i].n);
    }
    return place;
}

static struct identity_row
freeze_identity(struct freezing *freezing, const struct identity *identity, struct ids *quotes)
{
    struct identity_row row = {
        .name = freeze_string(freezing, identity->name),
        .key = freeze_string(freezing, identity->key),
        .surname = identity->surname ? freeze_string(freezing, identity->surname) : FROZEN_NONE,
        .aliases = freeze_names(freezing, &identity->aliases),
        .affiliations = freeze_names(freezing, &identity->affiliations),
        .roles = freeze_roles(freezing, identity),
        .quotes = (uint32_t)quotes->n,
        .nquotes = (uint32_t)identity->quotes.n,
        .nlisted = identity->nlisted,
        .kind = (uint8_t)identity->kind,
        .gender = (uint8_t)identity->gender,
        .bare = identity->bare,
    };

    for (size_t i = 0; i < identity->quotes.n; i++)
        vec_push(quotes, identity->quotes.v[i]);
    return row;
}

static void
freeze_families(struct freezing *freezing, const struct identities *identities)
{
    size_t n = identities->families.n;
    struct family_row *rows = mem_alloc(n * sizeof *rows + 1);
    struct image keys = {.families = rows};

    for (size_t i = 0; i < n; i++) {
        const struct family *family = &identities->families.v[i];
        uint32_t someone = family->full.n ? family->full.v[0] : family->bare.v[0];

        rows[i].surname = freeze_string(freezing, identities->v.v[someone].surname);
        rows[i].full = freeze_list(freezing, family->full.v, family->full.n);
        rows[i].bare = freeze_list(freezing, family->bare.v, family->bare.n);
    }
    keys.strings = freezing->strings.v;
    freeze_section(freezing, SECTION_FAMILIES, rows, n * sizeof *rows);
    freeze_slots(freezing, SECTION_BY_SURNAME, &keys, (uint32_t)n, image_surname_key);
    mem_free(rows);
}

void
freeze_identities(struct freezing *freezing, const struct identities *identities)
{
    size_t n = identities->v.n;
    struct identity_row *rows = mem_alloc(n * sizeof *rows + 1);
    struct image keys = {.identities = rows};
    struct ids quotes = {0};

    for (size_t i = 0; i < n; i++)
        rows[i] = freeze_identity(freezing, &identities->v.v[i], &quotes);
    keys.strings = freezing->strings.v;
    freeze_section(freezing, SECTION_IDENTITIES, rows, n * sizeof *rows);
    freeze_section(freezing, SECTION_IDENTITY_QUOTES, quotes.v, quotes.n * sizeof *quotes.v);
    freeze_slots(freezing, SECTION_BY_KEY, &keys, (uint32_t)n, image_identity_key);
    freeze_families(freezing, identities);
    mem_free(rows);
    vec_free(&quotes);
}
