/* What refers back: pronouns, "the prime minister", "the council". */
#include "speech.h"

#define LOOK_BACK 60 /* names that are tried */

static bool
references_fits(const struct speech *speech, uint32_t id, uint64_t k)
{
    const struct entity *entity = &speech->finds->entities.v[id];

    if (k & (LEX_W_PRON_SUBJ_P | LEX_W_POSS_P))
        return entity->kind != ENTITY_PERSON;
    if (entity->kind != ENTITY_PERSON && entity->kind != ENTITY_ROLE)
        return false;
    if (entity->plural)
        return false;
    if (k & (LEX_W_PRON_SUBJ_M | LEX_W_PRON_OBJ_M | LEX_W_POSS_M))
        return entity->gender != GENDER_FEMALE;
    if (k & (LEX_W_PRON_SUBJ_F | LEX_W_PRON_OBJ_F | LEX_W_POSS_F))
        return entity->gender != GENDER_MALE;
    return false;
}

static bool
references_quoted(const struct speech *speech, uint32_t token, uint32_t block)
{
    for (uint32_t m = speech->mark_first.v[block]; m < speech->mark_first.v[block + 1] && m < speech->mark_first.v[block] + 64;
         m++)
        if (speech->marks.v[m].open < token && token < speech->marks.v[m].close)
            return true;
    return false;
}

/* A pronoun that means somebody of unknown gender tells it. */
static uint32_t
references_agreed(struct speech *speech, uint32_t id, uint64_t k)
{
    struct entity *entity = speech_entity(speech, id);

    if (entity->kind == ENTITY_PERSON && entity->gender == GENDER_UNKNOWN) {
        if (k & (LEX_W_PRON_SUBJ_M | LEX_W_POSS_M))
            entity->gender = GENDER_MALE;
        else if (k & (LEX_W_PRON_SUBJ_F | LEX_W_POSS_F))
            entity->gender = GENDER_FEMALE;
    }
    return id;
}

/* The person named last between two tokens who agrees. */
static uint32_t
references_nearest(const struct speech *speech, uint64_t k, uint32_t token, uint32_t from)
{
    size_t at = people_name_at(speech, token);

    for (int n = 0; at > 0 && n < LOOK_BACK; n++) {
        const struct name *name = &speech->names.v[--at];

        if (name->first < from)
            break;
        if (name->entity != ENTITY_NONE && speech_entity(speech, name->entity)->kind == ENTITY_PERSON &&
            references_fits(speech, name->entity, k) && !references_quoted(speech, name->first, name->block) &&
            speech->known.v[name->entity].certain)
            return name->entity;
    }
    return ENTITY_NONE;
}

/*
 * He, she, they: the subject of the sentence, or of the one before in the paragraph, when it came after the last speech; else
 * the last speaker; else the nearest earlier one that agrees. Names within marks are passed over.
 */
uint32_t
references_pronoun(struct speech *speech, uint64_t k, uint32_t token)
{
    const struct last_speech *last = &speech->last;
    bool many = (k & (LEX_W_PRON_SUBJ_P | LEX_W_POSS_P)) != 0;

    if (speech->topic != ENTITY_NONE && speech->topic_token >= last->token && references_fits(speech, speech->topic, k)) {
        uint32_t nearer = ENTITY_NONE;

        if (!many && speech_entity(speech, speech->topic)->gender == GENDER_UNKNOWN)
            nearer = references_nearest(speech, k, token, speech->topic_token + 1);
        if (nearer != ENTITY_NONE && speech_entity(speech, nearer)->gender != GENDER_UNKNOWN)
            return nearer; /* "Holm said Anna Lee – she denies it – had asked" */
        return references_agreed(speech, speech->topic, k);
    }
    if (!many && speech->person != ENTITY_NONE && speech->person_token >= last->token &&
        references_fits(speech, speech->person, k))
        return references_agreed(speech, speech->person, k); /* "Ann Lee objected. Canada, she said, …" */
    if (last->nspeakers == 1 && references_fits(speech, last->speakers[0], k) &&
        (!many || speech_entity(speech, last->speakers[0])->plural))
        return references_agreed(speech, last->speakers[0], k);
    if (speech->topic != ENTITY_NONE && references_fits(speech, speech->topic, k) && !many)
        return speech->topic;
    if (many)
        return ENTITY_NONE;
    return references_nearest(speech, k, token, 0);
}

/* A body or a place: what the sentence is about, else what spoke last. */
uint32_t
references_it(const struct speech *speech)
{
    if (speech->topic != ENTITY_NONE && speech->topic_token >= speech->last.token &&
        speech_entity(speech, speech->topic)->kind != ENTITY_PERSON)
        return speech->topic;
    if (speech->last.nspeakers == 1 && speech_entity(speech, speech->last.speakers[0])->kind != ENTITY_PERSON)
        return speech->last.speakers[0];
    return ENTITY_NONE;
}

/* Tokens [a, b) end with the words of [first, last). */
static bool
references_ends_like(const struct speech *speech, uint32_t a, uint32_t b, uint32_t first, uint32_t last)
{
    if (first >= last || b - a < last - first)
        return false;
    for (uint32_t i = 1; i <= last - first; i++)
        if (speech_token(speech, b - i)->hash != speech_token(speech, last - i)->hash)
            return false;
    return true;
}

/* The words of [first, last) all stand in the role [a, b), the last of them at its end. */
static bool
references_bears(const struct speech *speech, uint32_t a, uint32_t b, uint32_t first, uint32_t last)
{
    if (first >= last || b - a < last - first || speech_token(speech, b - 1)->hash != speech_token(speech, last - 1)->hash)
        return false;
    for (uint32_t i = first; i + 1 < last; i++) {
        uint32_t k = a;

        while (k < b && speech_token(speech, k)->hash != speech_token(speech, i)->hash)
            k++;
        if (k == b)
            return false;
    }
    return true;
}

/* "former", "ex-", in tokens [first, last) or before them: who bears it is not who is meant by the office alone. */
static bool
references_former(const struct speech *speech, uint32_t first, uint32_t last)
{
    for (uint32_t i = first - (first > 0); i < last; i++) {
        const struct token *t = speech_token(speech, i);
        struct slice word = slice_of(speech->article->text + t->start, t->len);

        if (slice_is_nocase(word, "former") || slice_is_nocase(word, "ex"))
            return true;
    }
    return false;
}

uint32_t
references_titled(struct speech *speech, uint32_t first, uint32_t last)
{
    size_t at = people_name_at(speech, first);
    uint32_t core = first;

    while (core + 1 < last && (speech_classes(speech, core) & (LEX_W_DEMONYM | LEX_PLACE)))
        core++; /* "the Ontario premier" may have been "Premier Doug Ford" */
    for (int n = 0; at > 0 && n < LOOK_BACK * 4; n++) {
        const struct name *name = &speech->names.v[--at];
        const struct known *known;

        if (name->entity == ENTITY_NONE)
            continue;
        known = &speech->known.v[name->entity];
        if ((references_ends_like(speech, known->title_first, known->title_last, core, last) &&
             references_former(speech, known->title_first, known->title_last) == references_former(speech, first, last)) ||
            references_bears(speech, known->role_first, known->role_last, core, last))
            return name->entity;
    }
    return ENTITY_NONE;
}

/* "the council": the body named last whose name has the word. */
uint32_t
references_body(const struct speech *speech, uint32_t word)
{
    size_t at = people_name_at(speech, word);

    for (int n = 0; at > 0 && n < LOOK_BACK; n++) {
        const struct name *name = &speech->names.v[--at];

        if (name->entity == ENTITY_NONE || name->kind != ENTITY_ORG || name->last - name->first < 2)
            continue;
        for (uint32_t i = name->first; i < name->last; i++)
            if (speech_token(speech, i)->hash == speech_token(speech, word)->hash)
                return name->entity;
    }
    return ENTITY_NONE;
}

uint32_t
references_described(const struct speech *speech, enum gender gender)
{
    const struct entity *entity;
    const struct known *known;

    if (speech->person == ENTITY_NONE)
        return ENTITY_NONE;
    entity = speech_entity(speech, speech->person);
    known = &speech->known.v[speech->person];
    if (gender != GENDER_UNKNOWN && entity->gender != GENDER_UNKNOWN && entity->gender != gender)
        return ENTITY_NONE;
    if (!span_empty(entity->role))
        return ENTITY_NONE; /* a premier is no diplomat, for all that is known */
    for (uint32_t i = known->title_first; i < known->title_last; i++)
        if (speech_classes(speech, i) & (LEX_ROLE | LEX_OFFICE))
            return ENTITY_NONE;
    return speech->person;
}
