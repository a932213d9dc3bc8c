/* Which names mean the same one, within one article. */
#include <string.h>

#include "lede/utf.h"
#include "speech.h"

#define CHAIN 24 /* namesakes that are looked at: keeps a text made of one surname linear */

/* The head of the chain of a hash; the tables are as large as the article's names need. */
static uint32_t *
people_head(const struct speech *speech, uint32_t *table, uint32_t hash)
{
    return &table[(hash * 2654435761u) >> speech->table_shift];
}

static struct span
people_span(const struct speech *speech, uint32_t first, uint32_t last)
{
    return (struct span){speech_token(speech, first)->start, token_end(speech_token(speech, last - 1))};
}

/* Words [first, last) with single blanks and plain hyphens, in the arena. Most are nothing but letters with a blank between. */
static char *
people_words(struct speech *speech, uint32_t first, uint32_t last)
{
    const struct token *v = speech->tokens.v;
    struct span span = people_span(speech, first, last);
    const char *s = speech->article->text;
    struct text out = {0};
    unsigned plain = v[first].shape;
    char *kept;

    for (uint32_t i = first + 1; i < last; i++)
        plain &= v[i].start == token_end(&v[i - 1]) + 1 && s[v[i].start - 1] == ' ' ? v[i].shape : 0u;
    if ((plain & SHAPE_PLAIN) || (!span_empty(span) && utf_plain_run(s + span.start, span_len(span)) == span_len(span)))
        return arena_string(speech->article->arena, s + span.start, span_len(span));
    utf_plain(&out, s + span.start, span_len(span));
    if (!out.n)
        text_putc(&out, '?'); /* of nothing but hidden characters: still somebody, still a name */
    kept = arena_string(speech->article->arena, out.v, out.n);
    text_free(&out);
    return kept;
}

static uint32_t
people_hash(const struct speech *speech, uint32_t first, uint32_t last)
{
    uint32_t hash = 2166136261u;

    for (uint32_t i = first; i < last; i++)
        hash = (hash ^ speech_token(speech, i)->hash) * 16777619u;
    return hash;
}

/* The last word that is a name: "Jr." is none. */
static uint32_t
people_surname_token(const struct speech *speech, const struct name *name)
{
    uint32_t last = name->last;

    while (last > name->first + 1 && (speech_classes(speech, last - 1) & LEX_W_SUFFIX))
        last--;
    return last - 1;
}

static uint8_t
people_initial(const struct speech *speech, uint32_t token)
{
    return (uint8_t)(speech->article->text[speech_token(speech, token)->start] | 0x20);
}

static enum gender
people_gender_of(uint64_t classes, bool given)
{
    uint64_t male = given ? LEX_GIVEN_MALE : LEX_MALE, female = given ? LEX_GIVEN_FEMALE : LEX_FEMALE;

    if ((classes & male) && !(classes & female))
        return GENDER_MALE;
    if ((classes & female) && !(classes & male))
        return GENDER_FEMALE;
    return GENDER_UNKNOWN;
}

/* The words before the name, without what only says which party or country. */
static void
people_learn_title(struct speech *speech, uint32_t id, const struct name *name)
{
    struct entity *entity = speech_entity(speech, id);
    struct known *known = &speech->known.v[id];
    uint32_t first = name->title;

    for (uint32_t i = name->title; i < name->first; i++) {
        enum gender gender = people_gender_of(speech_classes(speech, i), false);

        if (gender != GENDER_UNKNOWN)
            entity->gender = gender;
    }
    while (first < name->first && !(speech_classes(speech, first) & (LEX_TITLE | LEX_ROLE | LEX_OFFICE)) &&
           (speech_classes(speech, first) & (LEX_W_DEMONYM | LEX_PLACE)))
        first++;
    while (first + 1 < name->first && (speech_classes(speech, first) & LEX_W_DEMONYM))
        first++;
    if (first < name->first && (!entity->title || name->first - first > known->title_last - known->title_first)) {
        entity->title = people_words(speech, first, name->first);
        known->title_first = first;
        known->title_last = name->first;
    }
}

/* Title and gender from one of the names of a person. */
static void
people_learn(struct speech *speech, uint32_t id, const struct name *name)
{
    struct entity *entity = speech_entity(speech, id);

    if (entity->kind != ENTITY_PERSON)
        return;
    if (name->title < name->first)
        people_learn_title(speech, id, name);
    if (entity->gender == GENDER_UNKNOWN && (name->last - name->first > 1 || entity->bare))
        entity->gender = people_gender_of(speech_classes(speech, name->first), true);
}

/* Somebody new in the tables; what is known is filled in by the caller. */
static uint32_t
people_new(struct speech *speech, enum entity_kind kind, struct span span, uint32_t surname, uint32_t given)
{
    uint32_t id = (uint32_t)speech->finds->entities.n, *head = people_head(speech, speech->surnames.v, surname);
    struct entity *entity = vec_add(&speech->finds->entities);
    struct known *known = vec_add(&speech->known);

    entity->kind = kind;
    entity->first = span;
    known->surname = surname;
    known->given = given;
    known->next = *head;
    *head = id;
    known->next_given = NOWHERE;
    if (given) {
        head = people_head(speech, speech->givens.v, given);
        known->next_given = *head;
        *head = id;
    }
    return id;
}

static uint32_t
people_new_name(struct speech *speech, const struct name *name, uint32_t surname, uint32_t given)
{
    struct span span = people_span(speech, name->first, name->last);
    uint32_t id = people_new(speech, (enum entity_kind)name->kind, span, surname, given);
    struct entity *entity = speech_entity(speech, id);
    struct known *known = &speech->known.v[id];

    entity->name = people_words(speech, name->first, name->last);
    entity->bare = name->kind == ENTITY_PERSON && name->last - name->first == 1;
    known->words = name->last - name->first;
    known->initial = people_initial(speech, name->first);
    known->certain = name->sure && !name->guess;
    return id;
}

/* Same surname, and given names that do not speak against it: "J. Smith" and "Jane Smith" do not. */
static bool
people_agree(const struct speech *speech, uint32_t id, const struct name *name, uint32_t given)
{
    const struct known *known = &speech->known.v[id];
    bool short_form = (speech_token(speech, name->first)->shape & SHAPE_INITIAL) != 0;

    if (known->given == given)
        return true;
    return short_form && known->initial == people_initial(speech, name->first);
}

static void
people_fuller(struct speech *speech, uint32_t id, const struct name *name)
{
    struct known *known = &speech->known.v[id];

    if (name->last - name->first > known->words) {
        known->words = name->last - name->first;
        speech_entity(speech, id)->name = people_words(speech, name->first, name->last);
    }
    if (!name->guess)
        known->certain = true;
}

static uint32_t
people_full(struct speech *speech, const struct name *name)
{
    uint32_t surname = speech_token(speech, people_surname_token(speech, name))->hash;
    uint32_t given = speech_token(speech, name->first)->hash;
    uint32_t id = *people_head(speech, speech->surnames.v, surname);

    for (int n = 0; id != NOWHERE && n < CHAIN; n++, id = speech->known.v[id].next)
        if (speech->known.v[id].surname == surname && speech_entity(speech, id)->kind == ENTITY_PERSON &&
            people_agree(speech, id, name, given)) {
            people_fuller(speech, id, name);
            return id;
        }
    return people_new_name(speech, name, surname, given);
}

static uint32_t
people_body(struct speech *speech, const struct name *name)
{
    uint32_t hash = people_hash(speech, name->first, name->last);
    uint32_t id = *people_head(speech, speech->surnames.v, hash);

    for (int n = 0; id != NOWHERE && n < CHAIN; n++, id = speech->known.v[id].next)
        if (speech->known.v[id].surname == hash && speech_entity(speech, id)->kind == (enum entity_kind)name->kind)
            return id;
    return people_new_name(speech, name, hash, 0);
}

/* The gender that the title before a bare surname demands. */
static enum gender
people_title_gender(const struct speech *speech, const struct name *name)
{
    enum gender gender = GENDER_UNKNOWN;

    for (uint32_t i = name->title; i < name->first; i++) {
        enum gender one = people_gender_of(speech_classes(speech, i), false);

        gender = one != GENDER_UNKNOWN ? one : gender;
    }
    return gender;
}

/* Of two namesakes: named in full in this paragraph already, else the one that the article named first. */
static bool
people_nearer(const struct speech *speech, uint32_t id, uint32_t than, const struct name *name)
{
    uint32_t block = speech->first.v[name->block], a = speech->known.v[id].seen, b = speech->known.v[than].seen;
    bool here = a >= block && a < name->first && a > 0, there = b >= block && b < name->first && b > 0;

    if (here != there || here)
        return here && (!there || a > b);
    return speech_entity(speech, id)->first.start < speech_entity(speech, than)->first.start;
}

/*
 * A surname alone: of several namesakes the one whose gender fits the title, then the nearer one.
 */
static uint32_t
people_by_surname(struct speech *speech, const struct name *name)
{
    uint32_t hash = speech_token(speech, name->first)->hash, best = NOWHERE;
    enum gender gender = people_title_gender(speech, name);
    uint32_t id = *people_head(speech, speech->surnames.v, hash);

    for (int n = 0; id != NOWHERE && n < CHAIN; n++, id = speech->known.v[id].next) {
        const struct entity *entity = speech_entity(speech, id);

        if (speech->known.v[id].surname != hash || entity->kind != ENTITY_PERSON)
            continue;
        if (gender != GENDER_UNKNOWN && entity->gender != GENDER_UNKNOWN && entity->gender != gender)
            continue;
        if (best == NOWHERE || people_nearer(speech, id, best, name))
            best = id;
    }
    return best;
}

uint32_t
people_surname(struct speech *speech, uint32_t token, uint32_t block)
{
    const struct name name = {.title = token, .first = token, .last = token + 1, .block = block};
    uint32_t id = people_by_surname(speech, &name);

    return id == NOWHERE ? ENTITY_NONE : id;
}

/* "Liu" after "Liu Wenning": the first word, which is no given name, may be the surname. */
static bool
people_surname_first(const struct speech *speech, const struct name *name, uint32_t id)
{
    return name->sure && speech->known.v[id].words > 1 && !(speech_classes(speech, name->first) & LEX_GIVEN) &&
           speech_entity(speech, id)->kind == ENTITY_PERSON;
}

static uint32_t
people_by_given(struct speech *speech, const struct name *name)
{
    uint32_t hash = speech_token(speech, name->first)->hash;
    uint32_t id = *people_head(speech, speech->givens.v, hash), found = NOWHERE;

    for (int n = 0; id != NOWHERE && n < CHAIN; n++, id = speech->known.v[id].next_given)
        if (speech->known.v[id].given == hash && (speech->known.v[id].certain || people_surname_first(speech, name, id))) {
            if (found != NOWHERE)
                return NOWHERE; /* two Michaels: nobody knows which */
            found = id;
        }
    return found;
}

/* A capital at the start of a sentence is a name when a verb of speech follows at once. */
static bool
people_speaks(const struct speech *speech, const struct name *name)
{
    uint64_t k = speech_classes(speech, name->last);

    return (k & LEX_STRONG) && (k & (LEX_PAST | LEX_THIRD));
}

static uint32_t
people_single(struct speech *speech, const struct name *name)
{
    uint32_t hash = speech_token(speech, name->first)->hash;
    uint32_t id = people_by_surname(speech, name);

    if (id != NOWHERE)
        return id;
    if (name->common)
        return ENTITY_NONE;
    if (name->kind == ENTITY_PERSON && (name->title == name->first || (speech_classes(speech, name->first) & LEX_GIVEN)) &&
        (id = people_by_given(speech, name)) != NOWHERE)
        return id; /* "Michael", "Sir Alan" */
    if (name->kind != ENTITY_PERSON)
        return people_body(speech, name);
    if (!name->sure && !people_speaks(speech, name))
        return ENTITY_NONE;
    return people_new_name(speech, name, hash, 0);
}

/* "Absent Sanders, …": the first word is none of the name when the second is the surname of somebody with another first name. */
static void
people_start(struct speech *speech, struct name *name)
{
    struct name surname = *name;

    surname.first = surname.title = name->last - 1;
    if (name->kind == ENTITY_PERSON && people_by_surname(speech, &surname) != NOWHERE) {
        uint32_t given = speech_token(speech, name->first)->hash;
        uint32_t id = people_by_surname(speech, &surname);

        if (speech->known.v[id].given != given && speech->known.v[id].certain) {
            *name = surname;
            return;
        }
    }
    name->entity = name->kind == ENTITY_PERSON ? people_full(speech, name) : people_body(speech, name);
    people_learn(speech, name->entity, name);
}

static void
people_clear(struct speech *speech)
{
    uint32_t bits = 6;

    while (bits < 22 && (UINT32_C(1) << bits) < speech->names.n)
        bits++;
    speech->table_shift = 32 - bits;
    vec_reserve(&speech->surnames, (size_t)1 << bits);
    vec_reserve(&speech->givens, (size_t)1 << bits);
    memset(speech->surnames.v, 0xFF, sizeof *speech->surnames.v << bits); /* NOWHERE */
    memset(speech->givens.v, 0xFF, sizeof *speech->givens.v << bits);
    vec_clear(&speech->known);
}

void
people_mention(struct speech *speech, struct span span, uint32_t entity, bool pronoun)
{
    struct mention *mention = vec_add(&speech->finds->mentions);

    mention->span = span;
    mention->entity = entity;
    mention->pronoun = pronoun;
}

/* The index of the first name at or after the token. */
size_t
people_name_at(const struct speech *speech, uint32_t token)
{
    size_t low = 0, high = speech->names.n;

    while (low < high) {
        size_t mid = (low + high) / 2;

        if (speech->names.v[mid].first < token)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* ---- role and affiliation -------------------------------------------------------------- */

static bool
people_role_word(uint64_t k)
{
    return (k & (LEX_ROLE | LEX_TITLE | LEX_OFFICE)) && !(k & (LEX_THING | LEX_BODY));
}

/* "at Advancing American Freedom": who works at it says that it is a body. */
static bool
people_workplace(const struct speech *speech, size_t n)
{
    const struct name *name = &speech->names.v[n];
    const struct token *before;

    if (name->kind == ENTITY_ORG)
        return true;
    before = name->first > 0 ? speech_token(speech, name->first - 1) : NULL;
    return before && name->last - name->first > 1 && name->kind == ENTITY_PERSON && name->guess && before->len == 2 &&
           memcmp(speech->article->text + before->start, "at", 2) == 0;
}

/* The first body named in tokens [first, last), as an index of names. */
static size_t
people_body_in(const struct speech *speech, uint32_t first, uint32_t last)
{
    for (size_t n = people_name_at(speech, first); n < speech->names.n && speech->names.v[n].last <= last; n++)
        if (speech->names.v[n].first >= first && people_workplace(speech, n))
            return n;
    return speech->names.n;
}

void
people_apposition(struct speech *speech, uint32_t id, uint32_t first, uint32_t last)
{
    struct entity *entity = speech_entity(speech, id);
    size_t body = people_body_in(speech, first, last);
    uint32_t role_end = last, start = first;
    bool role = false;

    if (body < speech->names.n && span_empty(entity->affiliation))
        entity->affiliation = people_span(speech, speech->names.v[body].first, speech->names.v[body].last);
    if (body < speech->names.n) {
        role_end = speech->names.v[body].first;
        while (role_end > first && ((speech_classes(speech, role_end - 1) & (LEX_W_DET | LEX_W_PREP)) ||
                                    speech_token(speech, role_end - 1)->kind == TOKEN_COMMA))
            role_end--;
    }
    while (role_end > start && (speech_classes(speech, role_end - 1) & (LEX_W_DET | LEX_W_PREP)))
        role_end--;
    for (uint32_t i = start; i < role_end; i++)
        role = role || people_role_word(speech_classes(speech, i));
    if (role && span_empty(entity->role) && role_end > start)
        entity->role = people_span(speech, start, role_end);
}

/* "spokesman" of "Clinton spokesman Brian Fallon": the last words before the name that are no name. */
void
people_before(struct speech *speech, uint32_t id, uint32_t first, uint32_t last)
{
    struct entity *entity = speech_entity(speech, id);
    uint32_t start = last;

    while (start > first && speech_token(speech, start - 1)->kind == TOKEN_WORD &&
           !(speech_classes(speech, start - 1) & (LEX_W_DET | LEX_POSS)))
        start--;
    while (start < last && (speech_token(speech, start)->shape & SHAPE_CAPITAL) &&
           !(speech_classes(speech, start) & (LEX_ROLE | LEX_W_SENTENCE)))
        start++;
    if (start < last && span_empty(entity->role) && entity->kind == ENTITY_PERSON &&
        people_role_word(speech_classes(speech, last - 1)))
        entity->role = people_span(speech, start, last);
}

/* "the Ontario premier, Doug Ford": the role that stands before the comma. */
static void
people_ahead(struct speech *speech, const struct name *name)
{
    struct entity *entity = speech_entity(speech, name->entity);
    uint32_t floor = speech->first.v[name->block], end = name->title, i;

    if (end < floor + 3 || speech_token(speech, end - 1)->kind != TOKEN_COMMA || entity->kind != ENTITY_PERSON)
        return;
    if (name->last < speech->first.v[name->block + 1] && speech_token(speech, name->last)->kind == TOKEN_POSSESSIVE)
        return; /* "For the president, Lee's plan is …": two parts of a sentence */
    end--;
    for (i = end; i > floor && end - i < 6 &&
                  (speech_token(speech, i - 1)->kind == TOKEN_WORD || speech_token(speech, i - 1)->kind == TOKEN_POSSESSIVE);
         i--)
        if (speech_classes(speech, i - 1) & (LEX_W_DET | LEX_POSS))
            break;
    if (i == end || i == floor || !(speech_classes(speech, i - 1) & (LEX_W_DET | LEX_POSS)) ||
        !people_role_word(speech_classes(speech, end - 1)) || (speech_classes(speech, end - 1) & LEX_PLURAL))
        return;
    entity->role = people_span(speech, i, end);
    speech->known.v[name->entity].role_first = i;
    speech->known.v[name->entity].role_last = end;
}

/* What [first, last) says of a person, its role ending at `head`; "A and B, professors at …" says it of both, without the role. */
static void
people_both(struct speech *speech, const struct name *name, bool plural, uint32_t first, uint32_t head, uint32_t last)
{
    const struct name *other = name - 1;
    struct entity *entity = speech_entity(speech, name->entity);

    speech->known.v[name->entity].role_first = first;
    speech->known.v[name->entity].role_last = head;
    people_apposition(speech, name->entity, first, last);
    if (!plural)
        return;
    entity->role = (struct span){0, 0};
    if (name > speech->names.v && other->block == name->block && other->last + 1 == name->title && other->entity != ENTITY_NONE &&
        (speech_classes(speech, other->last) & LEX_W_CONJ) && speech_entity(speech, other->entity)->kind == ENTITY_PERSON)
        speech_entity(speech, other->entity)->affiliation = entity->affiliation;
}

/* "Name, a fellow at the Institute, …": the phrase between the comma and the next one, or a verb. */
static void
people_after(struct speech *speech, const struct name *name)
{
    uint32_t limit = speech->first.v[name->block + 1], i = name->last + 1, end;

    if (name->last >= limit || speech_token(speech, name->last)->kind != TOKEN_COMMA ||
        speech_entity(speech, name->entity)->kind != ENTITY_PERSON)
        return;
    if (limit > i + 24)
        limit = i + 24;
    for (end = i; end < limit; end++) {
        uint64_t k = speech_classes(speech, end);
        unsigned kind = speech_token(speech, end)->kind;

        if ((kind != TOKEN_WORD && kind != TOKEN_NUMBER && kind != TOKEN_POSSESSIVE && kind != TOKEN_SYMBOL) ||
            (k & (LEX_SUBJECT | LEX_W_REL | LEX_W_AUX | LEX_W_MODAL)) ||
            ((k & LEX_CUE) && (k & LEX_STRONG) && (k & (LEX_PAST | LEX_THIRD))))
            break;
    }
    for (uint32_t r = i; r < end && r < i + 8; r++)
        if (people_role_word(speech_classes(speech, r))) {
            while (r + 1 < end && people_role_word(speech_classes(speech, r + 1)))
                r++;
            people_both(speech, name, (speech_classes(speech, r) & LEX_PLURAL) != 0, i, r + 1, end);
            return;
        } else if (speech_classes(speech, r) & LEX_W_PREP)
            return;
}

/* ---- roles -------------------------------------------------------------------------- */

uint32_t
people_role(struct speech *speech, uint32_t first, uint32_t last, bool plural, enum gender gender, bool thing)
{
    struct span span = people_span(speech, first, last);
    enum entity_kind kind = thing ? ENTITY_ORG : ENTITY_ROLE;
    uint32_t hash = lexicon_key_of(speech->article->text + span.start, span_len(span)).hash, id;
    struct entity *entity;
    char *name;

    id = *people_head(speech, speech->surnames.v, hash);
    for (int n = 0; id != NOWHERE && n < CHAIN; n++, id = speech->known.v[id].next)
        if (speech->known.v[id].surname == hash && speech_entity(speech, id)->kind == kind &&
            speech->known.v[id].words == 0)
            return id;
    id = people_new(speech, kind, span, hash, 0);
    entity = speech_entity(speech, id);
    entity->name = name = people_words(speech, first, last);
    if (name[0] >= 'a' && name[0] <= 'z')
        name[0] = (char)(name[0] - 32);
    entity->plural = plural;
    entity->gender = gender;
    return id;
}

void
people_resolve(struct speech *speech)
{
    people_clear(speech);
    for (size_t i = 0; i < speech->full.n; i++) {
        struct name *name = &speech->names.v[speech->full.v[i]];

        name->entity = name->kind == ENTITY_PERSON ? people_full(speech, name) : people_body(speech, name);
        people_learn(speech, name->entity, name);
    }
    for (size_t i = 0; i < speech->names.n; i++) {
        struct name *name = &speech->names.v[i];

        if (name->starts)
            people_start(speech, name);
        if (name->last - name->first < 2) {
            name->entity = people_single(speech, name);
            if (name->entity == ENTITY_NONE)
                continue;
            people_learn(speech, name->entity, name);
        }
        speech->known.v[name->entity].seen = name->first;
        people_mention(speech, people_span(speech, name->first, name->last), name->entity, false);
        if (span_empty(speech_entity(speech, name->entity)->role))
            people_after(speech, name);
        if (span_empty(speech_entity(speech, name->entity)->role))
            people_ahead(speech, name);
    }
    for (size_t i = 0; i < speech->known.n; i++)
        speech->known.v[i].seen = 0;
}
