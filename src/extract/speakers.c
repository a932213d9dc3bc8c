/* Reporting cues and their subjects: who is the grammatical subject of "said", in each order that English has. */
#include "speech.h"

#define REACH 60 /* items that are looked at on either side of a cue */

#define IT(i) (speech->items.v[i])

bool
speakers_is(const struct speech *speech, uint32_t i, const char *word)
{
    const struct token *t = speech_token(speech, IT(i).first);

    return IT(i).kind == ITEM_WORD && slice_is_nocase(slice_of(speech->article->text + t->start, t->len), word);
}

/* A noun or an adjective, for all that is known: a word that is no function word, cue, verb or adverb. */
bool
speakers_noun(const struct speech *speech, uint32_t i)
{
    uint64_t k = IT(i).classes;

    if (IT(i).kind == ITEM_NUMBER)
        return true;
    if (IT(i).kind != ITEM_WORD)
        return false;
    if (k & (LEX_ROLE | LEX_TITLE | LEX_W_DEMONYM))
        return true;
    return !(k & (LEX_SUBJECT | LEX_OBJECT | LEX_W_DET | LEX_POSS | LEX_W_PREP | LEX_W_SUB | LEX_W_CONJ | LEX_W_REL | LEX_W_AUX |
                  LEX_W_MODAL | LEX_W_NEG | LEX_W_ADV | LEX_W_VERB | LEX_W_PRON_OTHER)) &&
           !((k & LEX_CUE) && (k & LEX_STRONG) && !(k & LEX_BASE)) && !((k & LEX_W_TIME) && (k & LEX_W_MONTH_DAY));
}

static bool
speakers_det(const struct speech *speech, uint32_t i)
{
    return IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_DET | LEX_POSS)) != 0;
}

/* Words that may stand between a subject and its verb: adverbs, auxiliaries, a day. */
struct left {
    uint32_t at;     /* one past the last item of what stands before */
    bool be, modal, to, negated;
};

static struct left
speakers_skip_left(const struct speech *speech, uint32_t first, uint32_t cue)
{
    struct left left = {.at = cue};

    while (left.at > first) {
        uint32_t i = left.at - 1;
        uint64_t k = IT(i).classes;

        if (IT(i).kind == ITEM_CLOSE) { /* "Smith (R-Ohio) said" */
            uint32_t open = i;

            while (open > first && i - open < 12 && IT(open).kind != ITEM_OPEN)
                open--;
            if (IT(open).kind != ITEM_OPEN)
                break;
            left.at = open;
            continue;
        }
        if (IT(i).kind != ITEM_WORD)
            break;
        if (speakers_is(speech, i, "to"))
            left.to = true;
        else if ((k & LEX_OBJECT) && (speakers_is(speech, i, "himself") || speakers_is(speech, i, "herself") || speakers_is(speech, i, "themselves")))
            ; /* "Smith himself said" */
        else if (k & LEX_W_AUX) {
            left.be = left.be || (k & LEX_W_BE);
        } else if (k & LEX_W_MODAL)
            left.modal = true;
        else if (k & LEX_W_NEG)
            left.negated = true;
        else if ((k & LEX_W_TIME) && (k & LEX_W_MONTH_DAY)) {
            if (i > first && speakers_is(speech, i - 1, "on"))
                left.at--;
        } else if (!(k & LEX_W_ADV) || (k & (LEX_W_SUB | LEX_W_REL | LEX_ROLE))) {
            const struct token *t = speech_token(speech, IT(i).first);

            if (IT(i).capital || (k & (LEX_ROLE | LEX_W_PREP | LEX_W_CONJ)) || t->len < 5 ||
                !slice_ends(slice_of(speech->article->text + t->start, t->len), "ly"))
                break;
        }
        left.at--;
    }
    return left;
}

/* Where a subject may begin: at the start of a clause. */
static bool
speakers_boundary(const struct speech *speech, uint32_t first, uint32_t at)
{
    uint64_t k;

    if (at <= first)
        return true;
    switch (IT(at - 1).kind) {
    case ITEM_COMMA:
    case ITEM_COLON:
    case ITEM_SEMICOLON:
    case ITEM_DASH:
    case ITEM_QUOTE:
    case ITEM_OPEN:
    case ITEM_STOP:
    case ITEM_OTHER: return true;
    default: break;
    }
    k = IT(at - 1).classes;
    return IT(at - 1).kind == ITEM_WORD && (k & (LEX_W_SUB | LEX_W_CONJ | LEX_W_REL)) != 0;
}

/* The noun phrase without what hangs on it by a preposition that ends before item `end`. */
static bool
speakers_base_left(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s)
{
    uint32_t i = end;

    if (end <= first)
        return false;
    *s = (struct subject){.last = end, .head = end - 1, .first = end - 1, .found = true};
    if (IT(end - 1).kind == ITEM_NAME) {
        i = end - 1;
        while (i > first && IT(i - 1).kind == ITEM_WORD && !IT(i - 1).capital && (IT(i - 1).classes & LEX_ROLE))
            i--; /* "spokesman Brian Fallon" */
        if (i < end - 1) {
            while (i > first && end - i < 12 && (speakers_noun(speech, i - 1) || IT(i - 1).kind == ITEM_NAME || IT(i - 1).kind == ITEM_POSSESSIVE))
                i--;
            if (i > first && speakers_det(speech, i - 1))
                i--;
        }
        s->first = i;
        return true;
    }
    if (IT(end - 1).kind == ITEM_WORD && (IT(end - 1).classes & (LEX_SUBJECT))) {
        s->pronoun = true;
        s->plural = (IT(end - 1).classes & LEX_W_PRON_SUBJ_P) != 0 || speakers_is(speech, end - 1, "we");
        return true;
    }
    if (IT(end - 1).kind == ITEM_WORD && (IT(end - 1).classes & LEX_W_PRON_OTHER) && !(IT(end - 1).classes & LEX_W_REL)) {
        s->pronoun = !(IT(end - 1).classes & LEX_ROLE);
        return !(IT(end - 1).classes & LEX_W_DET); /* "this", "those" are nobody's names */
    }
    if (IT(end - 1).kind == ITEM_WORD && (IT(end - 1).classes & LEX_W_REL)) {
        s->relative = true;
        return true;
    }
    if (!speakers_noun(speech, end - 1))
        return false;
    while (i > first && end - i < 12 &&
           (speakers_noun(speech, i - 1) || IT(i - 1).kind == ITEM_NAME || IT(i - 1).kind == ITEM_POSSESSIVE))
        i--;
    if (i > first + 1 && speakers_is(speech, i - 1, "and") && (IT(i).classes & LEX_W_DEMONYM) && (IT(i - 2).classes & LEX_W_DEMONYM))
        i -= 2; /* "Canadian and Chinese officials" */
    if (i > first && speakers_det(speech, i - 1))
        i--;
    s->first = i;
    s->plural = (IT(end - 1).classes & LEX_PLURAL) != 0;
    return true;
}

/* Prepositions that hang one noun on another. */
static bool
speakers_joins(const struct speech *speech, uint32_t i)
{
    static const char *const words[] = {"of", "for", "at", "in", "with", "from", "on", "to", "by", "near", "inside", "within", "under", "about"};

    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (speakers_is(speech, i, words[k]))
            return true;
    return false;
}

/* The whole subject that ends before item `end`: "a spokesman for the ministry". */
static bool
speakers_subject_left(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s)
{
    uint32_t floor = end > first + REACH ? end - REACH : first;

    if (!speakers_base_left(speech, floor, end, s))
        return false;
    if (s->pronoun || s->relative)
        return true;
    while (s->first > floor + 1 && speakers_joins(speech, s->first - 1)) {
        struct subject outer;
        uint32_t prep = s->first - 1;

        while (prep > floor + 1 && (speakers_is(speech, prep - 1, "close") || speakers_is(speech, prep - 1, "familiar")))
            prep--;
        if (!speakers_base_left(speech, floor, prep, &outer) || outer.pronoun || outer.relative)
            break;
        if (IT(outer.head).kind == ITEM_NAME && !speakers_boundary(speech, first, outer.first))
            break;
        if (IT(outer.head).kind != ITEM_NAME && !(IT(outer.head).classes & LEX_ROLE) && !speakers_boundary(speech, first, outer.first))
            break;
        if (IT(s->head).kind == ITEM_NAME && IT(outer.head).kind == ITEM_WORD && !(IT(outer.head).classes & LEX_ROLE))
            break; /* "At the end of March Smith said" */
        s->first = outer.first;
        s->head = outer.head;
        s->plural = outer.plural;
    }
    return true;
}

/* "the people who know him say": the noun before the relative clause that ends here. */
static bool
speakers_before_relative(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s)
{
    for (uint32_t i = end; i > first && end - i < 12; i--) {
        uint64_t k = IT(i - 1).classes;

        if (IT(i - 1).kind == ITEM_COMMA || IT(i - 1).kind == ITEM_QUOTE || (k & LEX_W_SUB && !(k & LEX_W_REL)))
            return false;
        if (IT(i - 1).kind == ITEM_WORD && (k & LEX_W_REL) && i - 1 > first && speakers_subject_left(speech, first, i - 1, s))
            return !s->pronoun && !s->relative && (IT(s->head).kind == ITEM_NAME || (IT(s->head).classes & LEX_ROLE));
    }
    return false;
}

/* "giving states more power": a word in -ing begins a phrase of its own. */
static bool
speakers_gerund(const struct speech *speech, uint32_t i)
{
    const struct token *t = speech_token(speech, IT(i).first);

    return IT(i).kind == ITEM_WORD && t->len > 4 && slice_ends(slice_of(speech->article->text + t->start, t->len), "ing");
}

static bool
speakers_may_speak(const struct speech *speech, const struct subject *s)
{
    return s->pronoun || s->relative || IT(s->head).kind == ITEM_NAME || (IT(s->head).classes & LEX_ROLE);
}

/* Whom "who" at item `who` means. */
static bool
speakers_antecedent(const struct speech *speech, uint32_t first, uint32_t who, struct subject *s)
{
    uint32_t at = who;

    if (at <= first)
        return false;
    if (speakers_is(speech, who, "that") && !(IT(at - 1).classes & (LEX_THING | LEX_BODY)))
        return false; /* "a headline that said", but "so heated that Smith said" */
    if (IT(at - 1).kind == ITEM_COMMA)
        at--;
    if (!speakers_subject_left(speech, first, at, s) || s->relative || s->pronoun)
        return false;
    s->relative = true;
    s->who = who;
    return true;
}

/* "Claire Lee (D-Mo.), who …": the item before the brackets that end here. */
static uint32_t
speakers_before_brackets(const struct speech *speech, uint32_t first, uint32_t end)
{
    uint32_t open = end;

    if (end <= first || IT(end - 1).kind != ITEM_CLOSE)
        return end;
    while (open > first && end - open < 12 && IT(open - 1).kind != ITEM_OPEN)
        open--;
    return open > first && IT(open - 1).kind == ITEM_OPEN ? open - 1 : end;
}

/* "Smith, who replaced Jones, said"; "the premier, Doug Ford, said": looks over the asides before the comma at `comma`. */
static bool
speakers_over_asides(const struct speech *speech, uint32_t first, uint32_t comma, struct subject *s)
{
    uint32_t floor = comma > first + REACH ? comma - REACH : first;
    struct subject name = {0};

    for (uint32_t i = comma; i > floor; i--) {
        uint32_t segment = i; /* the comma that begins the aside */

        if (IT(i - 1).kind == ITEM_QUOTE && IT(i - 1).last < IT(comma).first && i < comma)
            break;
        if (IT(i - 1).kind != ITEM_COMMA && IT(i - 1).kind != ITEM_DASH)
            continue;
        segment = i - 1;
        if (segment <= floor || segment + 1 >= comma)
            continue;
        /* an apposition that is a name: "the Ontario premier, Doug Ford, said" */
        if (speakers_base_left(speech, segment + 1, comma, &name) && name.first == segment + 1 && IT(name.head).kind == ITEM_NAME &&
            speakers_subject_left(speech, first, segment, s) && IT(s->head).kind == ITEM_WORD && !s->pronoun && !s->relative &&
            ((IT(s->head).classes & LEX_ROLE) || (speakers_det(speech, s->first) && speakers_boundary(speech, first, s->first)))) {
            s->head = name.head;
            s->last = comma;
            return true;
        }
        if (IT(segment - 1).kind == ITEM_WORD && (IT(segment - 1).classes & LEX_W_REL) && speakers_antecedent(speech, first, segment - 1, s))
            return true;
        if (!speakers_subject_left(speech, first, speakers_before_brackets(speech, floor, segment), s) || s->relative || !speakers_may_speak(speech, s))
            continue;
        if (!speakers_boundary(speech, first, s->first) && !(IT(s->head).kind == ITEM_NAME && IT(s->first - 1).kind == ITEM_NUMBER))
            continue;
        if (s->first > first && IT(s->first - 1).kind == ITEM_COMMA && IT(s->head).kind != ITEM_NAME && !s->pronoun)
            continue;
        return true;
    }
    /* no aside after all: "As for Smith, said" has nothing; a name directly before the comma is the best guess */
    return false;
}

/* Names that are joined: the subject's other members. */
static void
speakers_joined(const struct speech *speech, uint32_t first, struct event *e)
{
    uint32_t i = e->subject.first;

    while (e->nspeakers < QUOTE_MAX_SPEAKERS && i > first + 1 && IT(i - 1).kind == ITEM_WORD && speakers_is(speech, i - 1, "and") &&
           IT(i - 2).kind == ITEM_NAME && speakers_boundary(speech, first, i - 2)) {
        e->speakers[e->nspeakers++] = speech->names.v[IT(i - 2).ref].entity;
        e->subject.first = i - 2;
        i -= 2;
    }
    for (unsigned a = 0, b = e->nspeakers; a + 1 < b; a++) {
        uint32_t swap = e->speakers[--b];

        e->speakers[b] = e->speakers[a];
        e->speakers[a] = swap;
    }
}

static void
speakers_joined_right(const struct speech *speech, uint32_t last, struct event *e)
{
    uint32_t i = e->subject.last;

    while (e->nspeakers < QUOTE_MAX_SPEAKERS && i + 1 < last && speakers_is(speech, i, "and") && IT(i + 1).kind == ITEM_NAME &&
           (i + 2 == last || IT(i + 2).kind != ITEM_WORD)) {
        e->speakers[e->nspeakers++] = speech->names.v[IT(i + 1).ref].entity;
        e->subject.last = i += 2;
    }
    e->end = e->subject.last;
}

/* "China customs data", "Florida Republican strategist": nouns up to one that speaks. */
static bool
speakers_leads_to_role(const struct speech *speech, uint32_t i, uint32_t limit)
{
    for (uint32_t k = i; k < limit && k < i + 4 && IT(k).kind == ITEM_WORD && speakers_noun(speech, k); k++)
        if (IT(k).classes & LEX_ROLE)
            return true;
    return false;
}

/* The subject after the cue: "said the minister", "said Dominic Chiu and Ann Lee". */
struct subject
speakers_right(const struct speech *speech, uint32_t first, uint32_t last)
{
    struct subject s = {.first = first, .last = first};
    uint32_t i = first, limit = first + 14 < last ? first + 14 : last;

    if (i >= last)
        return s;
    if (IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_SUBJECT)) {
        bool ends = i + 1 == last || IT(i + 1).kind != ITEM_WORD;

        return (struct subject){.first = i, .last = i + 1, .head = i, .found = ends, .pronoun = true};
    }
    if (speakers_det(speech, i) && !(IT(i).classes & LEX_W_SUB))
        i++;
    for (; i < limit; i++) {
        if (IT(i).kind == ITEM_NAME) {
            s.head = i;
            s.found = true;
            s.last = i + 1;
            if (i + 1 < limit && (IT(i + 1).kind == ITEM_POSSESSIVE || (IT(i + 1).kind == ITEM_WORD && (IT(i + 1).classes & LEX_ROLE) && !IT(i + 1).capital)))
                continue;
            if (i + 2 < limit && IT(i + 1).kind == ITEM_WORD && speakers_noun(speech, i + 1) && IT(i + 2).kind == ITEM_NAME)
                continue;
            if (speakers_leads_to_role(speech, i + 1, limit))
                continue;
            break;
        }
        if (IT(i).kind == ITEM_POSSESSIVE)
            continue;
        if (!speakers_noun(speech, i))
            break;
        if (IT(i).classes & LEX_ROLE) {
            s.found = true;
            s.plural = (IT(i).classes & LEX_PLURAL) != 0;
        }
        s.head = i;
        s.last = i + 1;
    }
    if (!s.found)
        return s;
    if (IT(s.head).kind == ITEM_NAME)
        return s;
    while (i + 1 < limit && IT(i).kind == ITEM_WORD && (speakers_is(speech, i, "for") || speakers_is(speech, i, "of") || speakers_is(speech, i, "at") || speakers_is(speech, i, "from") || speakers_is(speech, i, "in"))) {
        uint32_t k = i + 1;

        if (k < limit && speakers_det(speech, k))
            k++;
        while (k < limit && (speakers_noun(speech, k) || IT(k).kind == ITEM_NAME || IT(k).kind == ITEM_POSSESSIVE))
            k++;
        if (k == i + 1)
            break;
        s.last = i = k;
    }
    /* "said the leader of the opposition, Ann Lee." */
    if (!s.plural && s.last + 1 < last && IT(s.last).kind == ITEM_COMMA && IT(s.last + 1).kind == ITEM_NAME &&
        (s.last + 2 >= last || IT(s.last + 2).kind == ITEM_COMMA || IT(s.last + 2).kind == ITEM_STOP || IT(s.last + 2).kind == ITEM_CLOSE) &&
        speech->finds->entities.v[speech->names.v[IT(s.last + 1).ref].entity].kind == ENTITY_PERSON) {
        s.head = s.last + 1;
        s.last += 2;
    }
    return s;
}

/* What a sentence or clause begins with: its grammatical subject, as a rule. Leading phrases up to a comma are passed over. */
struct subject
speakers_leading(const struct speech *speech, uint32_t first, uint32_t last)
{
    struct subject s = {0};
    uint32_t i = first;

    for (int phrases = 0; phrases < 3 && i < last; phrases++) {
        uint64_t k = IT(i).classes;
        uint32_t comma = i;

        while (i < last && (IT(i).kind == ITEM_OTHER || IT(i).kind == ITEM_DASH || (IT(i).kind == ITEM_WORD && (k & LEX_W_CONJ)))) {
            i++;
            if (i < last)
                k = IT(i).classes;
        }
        if (i >= last)
            return s;
        if (IT(i).kind == ITEM_NAME || (IT(i).kind == ITEM_WORD && (k & LEX_SUBJECT))) {
            s = (struct subject){.first = i, .last = i + 1, .head = i, .found = true, .pronoun = IT(i).kind == ITEM_WORD,
                                 .plural = (k & LEX_W_PRON_SUBJ_P) != 0};
            if (IT(i).kind == ITEM_NAME && i + 1 < last && IT(i + 1).kind == ITEM_POSSESSIVE)
                s = speakers_right(speech, i, last);
            return s;
        }
        if (IT(i).kind == ITEM_WORD && !(k & (LEX_W_PREP | LEX_W_SUB | LEX_W_ADV)) ) {
            s = speakers_right(speech, i, last);
            if (s.found)
                return s;
        }
        for (comma = i; comma < last && comma - i < 30 && IT(comma).kind != ITEM_COMMA; comma++)
            ;
        if (comma >= last || IT(comma).kind != ITEM_COMMA)
            return s;
        i = comma + 1;
    }
    return s;
}

struct span
quotes_items_span(const struct speech *speech, uint32_t first, uint32_t last)
{
    return (struct span){speech_token(speech, IT(first).first)->start, token_end(speech_token(speech, IT(last - 1).last - 1))};
}

/* The name proper of a name item, without its title. */
static struct span
speakers_name_span(const struct speech *speech, uint32_t item)
{
    const struct name *name = &speech->names.v[IT(item).ref];

    return (struct span){speech_token(speech, name->first)->start, token_end(speech_token(speech, name->last - 1))};
}

static void
speakers_resolve_role(struct speech *speech, struct event *e)
{
    struct subject *s = &e->subject;
    uint32_t first = s->first, id = ENTITY_NONE;
    uint64_t head = IT(s->head).classes;
    enum gender gender = (head & LEX_MALE) && !(head & LEX_FEMALE) ? GENDER_MALE : (head & LEX_FEMALE) ? GENDER_FEMALE : GENDER_UNKNOWN;
    bool definite = speakers_is(speech, first, "the");

    e->mention = quotes_items_span(speech, s->first, s->last);
    if (speakers_det(speech, first) && first < s->head && (IT(first).classes & LEX_W_DET))
        first++;
    if ((head & LEX_OFFICE) && !(head & LEX_PLURAL) && definite && s->last == s->head + 1)
        id = people_titled(speech, IT(first).first, IT(s->head).last);
    if (id == ENTITY_NONE)
        id = people_role(speech, quotes_items_span(speech, first, s->last), s->plural, gender, (head & (LEX_THING | LEX_BODY)) != 0);
    people_mention(speech, e->mention, id, false);
    e->speakers[e->nspeakers++] = id;
    e->found = FOUND_ROLE;
    if (s->relative)
        e->mention = quotes_items_span(speech, s->who, s->who + 1);
    e->trust = head & LEX_ROLE ? 0.9f : 0.6f;
}

void
speakers_resolve(struct speech *speech, struct event *e)
{
    struct subject *s = &e->subject;
    const struct item *head = &IT(s->head);

    if (!s->found)
        return;
    if (head->kind == ITEM_NAME) {
        e->mention = speakers_name_span(speech, s->head);
        e->speakers[e->nspeakers++] = speech->names.v[head->ref].entity;
        e->found = FOUND_NAMED;
        e->trust = 0.97f;
        if (s->first < s->head)
            people_before(speech, e->speakers[0], IT(s->first).first, IT(s->head).first);
        if (s->relative) {
            e->mention = quotes_items_span(speech, s->who, s->who + 1);
            e->found = FOUND_PRONOUN;
            people_mention(speech, e->mention, e->speakers[0], true);
        }
        return;
    }
    if (s->pronoun) {
        uint32_t id = people_pronoun(speech, head->classes, head->first);

        e->mention = quotes_items_span(speech, s->head, s->head + 1);
        e->found = FOUND_PRONOUN;
        e->trust = 0.9f;
        if (head->classes & LEX_W_PRON_OTHER && speech->last.nspeakers && (speakers_is(speech, s->head, "it")))
            id = speech->last.speakers[0];
        if (id != ENTITY_NONE) {
            e->speakers[e->nspeakers++] = id;
            people_mention(speech, e->mention, id, true);
        }
        return;
    }
    speakers_resolve_role(speech, e);
}

/* The cue can be a verb here, judged by its form and by what stands before it. */
static bool
speakers_verb(const struct speech *speech, uint32_t first, uint32_t cue, const struct left *left)
{
    uint64_t k = IT(cue).classes;
    const struct item *before = left->at > first ? &IT(left->at - 1) : NULL;

    if (left->be && !(k & LEX_ING) && !speakers_is(speech, cue + 1 < speech->items.n ? cue + 1 : cue, "by"))
        return false; /* passive: "was told", "is called" */
    if (left->to)
        return before && left->at >= first + 1 && (speakers_is(speech, left->at - 1, "on") || speakers_is(speech, left->at - 1, "continued"));
    if (before && (before->kind == ITEM_POSSESSIVE || (before->kind == ITEM_WORD && (before->classes & (LEX_W_DET | LEX_POSS)) && !(before->classes & LEX_W_REL))))
        return (before->classes & LEX_ROLE) != 0; /* "the claims", "his call"; but "others say" */
    if (before && before->kind == ITEM_WORD && (before->classes & LEX_W_PREP) && !(before->classes & (LEX_W_SUB | LEX_W_CONJ)) && !(k & LEX_ING))
        return false;
    return true;
}

/* A base form agrees with a plural; a third person with a singular. */
static bool
speakers_agrees(const struct speech *speech, const struct event *e, const struct left *left)
{
    uint64_t k = e->classes, head = IT(e->subject.head).classes;
    bool plural = e->subject.plural || e->nspeakers > 1 || (head & LEX_PLURAL) || (head & (LEX_W_PRON_FIRST)) ||
                  (head & LEX_W_PRON_SUBJ_P) || speakers_is(speech, e->subject.head, "you");

    if ((k & LEX_PAST) || left->modal || (k & LEX_ING) || left->to || e->subject.relative)
        return true;
    if ((k & LEX_THIRD) && IT(e->subject.head).kind == ITEM_NAME && e->subject.first > 0 && e->subject.head == e->subject.first &&
        speakers_det(speech, e->subject.first - 1) && (k & (LEX_MARKS | LEX_WEAK)))
        return false; /* "the Paris attacks" */
    if ((k & LEX_BASE) && !(k & LEX_THIRD))
        return plural;
    return !plural || IT(e->subject.head).kind == ITEM_NAME;
}

/* After an inverted subject comes no verb of its own. */
static bool
speakers_free_after(const struct speech *speech, uint32_t i, uint32_t last)
{
    if (i >= last || IT(i).kind != ITEM_WORD)
        return true;
    if (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB | LEX_SUBJECT))
        return false;
    return !((IT(i).classes & LEX_CUE) && (IT(i).classes & (LEX_PAST | LEX_THIRD)));
}

/* "veterans interviewed at the rally said": the plural that the clause begins with, when no other verb has claimed it. */
static bool
speakers_far(const struct speech *speech, uint32_t first, uint32_t end, struct event *e)
{
    struct subject s = speakers_leading(speech, first, end);

    if (!s.found || s.pronoun || !(IT(s.head).classes & LEX_ROLE) || !(IT(s.head).classes & LEX_PLURAL))
        return false;
    for (uint32_t i = s.last; i < end; i++)
        if (IT(i).kind == ITEM_QUOTE || (IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB | LEX_SUBJECT))))
            return false;
    e->subject = s;
    e->weak = true;
    return true;
}

/* After "by" and "according to" any noun will do. */
static bool
speakers_any_noun(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s)
{
    uint32_t k = first;

    while (k < last && k < first + 10 && (speakers_noun(speech, k) || speakers_det(speech, k) || IT(k).kind == ITEM_NAME || IT(k).kind == ITEM_POSSESSIVE))
        k++;
    if (k == first || speakers_gerund(speech, first))
        return false;
    *s = (struct subject){.first = first, .last = k, .head = k - 1, .found = true};
    return true;
}

static bool
speakers_find_subject(const struct speech *speech, struct sentence sentence, uint32_t cue, const struct left *left, struct event *e)
{
    uint32_t first = sentence.first;
    const struct item *before = left->at > first ? &IT(left->at - 1) : NULL;
    uint64_t k = IT(cue).classes;
    bool inverts = left->at == cue && !speakers_is(speech, cue, "told") && !speakers_is(speech, cue, "tells") && (k & (LEX_PAST | LEX_THIRD));
    bool quote_before = before && (before->kind == ITEM_QUOTE || ((before->kind == ITEM_COMMA || before->kind == ITEM_DASH) && left->at > first + 1 && IT(left->at - 2).kind == ITEM_QUOTE));

    e->order = ORDER_BEFORE;
    if ((k & LEX_PAST) && cue + 2 < sentence.last && speakers_is(speech, cue + 1, "by")) { /* "welcomed by Beijing" */
        e->subject = speakers_right(speech, cue + 2, sentence.last);
        e->order = ORDER_AFTER;
        return e->subject.found || speakers_any_noun(speech, cue + 2, sentence.last, &e->subject);
    }
    if ((k & LEX_ING) && !left->be)
        goto shared;
    if (before && before->kind == ITEM_COMMA && !quote_before && speakers_over_asides(speech, first, left->at - 1, &e->subject))
        return true;
    if (inverts && (quote_before || (before && before->kind == ITEM_COMMA && (k & LEX_STRONG)) ||
                    (!before && IT(cue).capital && (k & LEX_STRONG) && !(k & LEX_ASKED)))) {
        e->subject = speakers_right(speech, cue + 1, sentence.last);
        if (e->subject.found && !speakers_free_after(speech, e->subject.last, sentence.last))
            e->subject.found = false; /* ", claims Beijing denies" */
        if (e->subject.found && (quote_before || !before || IT(e->subject.head).kind == ITEM_NAME ||
                                 e->subject.last >= sentence.last || IT(e->subject.last).kind == ITEM_STOP || IT(e->subject.last).kind == ITEM_COMMA)) {
            e->order = ORDER_AFTER;
            return true;
        }
        e->subject.found = false;
    }
    if (!before)
        return false;
    if (before->kind == ITEM_COMMA || before->kind == ITEM_DASH) {
        if (speakers_over_asides(speech, first, left->at - 1, &e->subject))
            return true;
        if (k & LEX_ASKED)
            return false; /* "Smith, asked whether he would go, said" */
        goto shared; /* "Smith raised taxes, called it a gift and left" */
    }
    if (before->kind == ITEM_WORD && (before->classes & LEX_W_CONJ))
        goto shared;
    if (speakers_subject_left(speech, first, left->at, &e->subject)) {
        struct subject *s = &e->subject;

        if (s->relative)
            return speakers_antecedent(speech, first, s->head, s);
        if (!s->pronoun && !speakers_boundary(speech, first, s->first) && speakers_before_relative(speech, first, left->at, s))
            return true;
        if (speakers_det(speech, s->first) && s->first < s->head && (k & (LEX_PAST | LEX_THIRD)) && speakers_boundary(speech, first, s->first) &&
            !speakers_gerund(speech, s->head))
            return true; /* "The impostor gushed" */
        if (!s->pronoun && !speakers_boundary(speech, first, s->first) && (k & LEX_STRONG) && speakers_far(speech, first, left->at, e))
            return true;
        return s->pronoun || speakers_may_speak(speech, s) || ((k & LEX_STRONG) && (k & LEX_PAST) && speakers_boundary(speech, first, s->first) && !speakers_gerund(speech, s->head));
    }
    if (left->to)
        goto shared;
    if (speakers_before_relative(speech, first, left->at, &e->subject))
        return true;
    return speakers_far(speech, first, left->at, e);
shared:
    if (speech->events.n > 0) {
        const struct event *former = &speech->events.v[speech->events.n - 1];

        e->subject = former->subject;
        e->order = ORDER_SHARED;
        return e->subject.found;
    }
    e->subject = speakers_leading(speech, first, cue);
    e->order = ORDER_SHARED;
    return e->subject.found && speakers_may_speak(speech, &e->subject);
}

/* "according to NP" */
static bool
speakers_according(struct speech *speech, struct sentence sentence, uint32_t i)
{
    struct event e = {.cue = i, .cue_last = i + 2, .start = i, .classes = LEX_CUE | LEX_STRONG, .order = ORDER_ACCORDING};

    if (i + 2 >= sentence.last || !speakers_is(speech, i, "according") || !speakers_is(speech, i + 1, "to"))
        return false;
    e.subject = speakers_right(speech, i + 2, sentence.last);
    if (!e.subject.found && !speakers_any_noun(speech, i + 2, sentence.last, &e.subject))
        return false;
    e.end = e.subject.last;
    speakers_resolve(speech, &e);
    vec_push(&speech->events, e);
    return true;
}

/* "point out", "go on", "shoot back", "put it", "cut in", "spoke of" */
static bool
speakers_particle(const struct speech *speech, uint32_t cue, uint32_t last)
{
    static const char *const particles[] = {"out", "on", "back", "it", "in", "of", "about"};

    if (cue + 1 < last)
        for (size_t k = 0; k < sizeof particles / sizeof *particles; k++)
            if (speakers_is(speech, cue + 1, particles[k]))
                return true;
    return false;
}

/* "her remark that …", "Smith's claim that …" */
static bool
speakers_by_noun(struct speech *speech, struct sentence sentence, uint32_t i)
{
    struct event e = {.cue = i, .cue_last = i + 1, .end = i + 1, .classes = LEX_CUE | LEX_WEAK | LEX_BASE, .order = ORDER_BEFORE};
    uint32_t p = i;

    uint32_t k = i + 1;

    if (!(IT(i).classes & LEX_NOUN))
        return false;
    if (k + 1 < sentence.last && speakers_is(speech, k, "during")) /* "her assertion during the debate that" */
        while (k < sentence.last && k < i + 6 && !speakers_is(speech, k, "that"))
            k++;
    if (k < sentence.last && IT(k).kind == ITEM_COMMA)
        k++;
    if (k >= sentence.last || !(speakers_is(speech, k, "that") || IT(k).kind == ITEM_QUOTE || IT(k).kind == ITEM_COLON))
        return false;
    e.cue_last = e.end = k;
    while (p > sentence.first && i - p < 4 && speakers_noun(speech, p - 1))
        p--;
    if (p > sentence.first + 1 && (speakers_is(speech, p - 2, "in") || speakers_is(speech, p - 2, "during")))
        return false; /* "said in her remarks that" */
    if (p > sentence.first + 1 && IT(p - 1).kind == ITEM_POSSESSIVE && IT(p - 2).kind == ITEM_NAME)
        e.subject = (struct subject){.first = p - 2, .last = p - 1, .head = p - 2, .found = true};
    else if (p > sentence.first && IT(p - 1).kind == ITEM_WORD && (IT(p - 1).classes & (LEX_W_POSS_M | LEX_W_POSS_F | LEX_W_POSS_P)))
        e.subject = (struct subject){.first = p - 1, .last = p, .head = p - 1, .found = true, .pronoun = true};
    else
        return false;
    e.start = e.subject.first;
    speakers_resolve(speech, &e);
    vec_push(&speech->events, e);
    return true;
}

void
speakers_events(struct speech *speech, struct sentence sentence)
{
    vec_clear(&speech->events);
    for (uint32_t i = sentence.first; i < sentence.last; i++) {
        struct event e = {.cue = i, .cue_last = i + 1, .classes = IT(i).classes};
        struct left left;

        if (IT(i).kind != ITEM_WORD)
            continue;
        if ((IT(i).classes & LEX_NOUN) && speakers_by_noun(speech, sentence, i))
            continue;
        if (!(IT(i).classes & LEX_CUE)) {
            if (IT(i).classes & LEX_NOUN)
                speakers_according(speech, sentence, i);
            continue;
        }
        if (e.classes & LEX_PHRASE) {
            if (!speakers_particle(speech, i, sentence.last))
                continue;
            e.cue_last = i + 2;
        }
        if (IT(i).capital && i > sentence.first && IT(i - 1).kind != ITEM_QUOTE && IT(i - 1).kind != ITEM_COLON)
            continue; /* "the United States" */
        left = speakers_skip_left(speech, sentence.first, i);
        if (left.modal && (e.classes & LEX_MARKS))
            continue; /* "he should condemn it" */
        if (!speakers_verb(speech, sentence.first, i, &left) || !speakers_find_subject(speech, sentence, i, &left, &e))
            continue;
        if (!speakers_agrees(speech, &e, &left))
            continue;
        e.start = e.order == ORDER_BEFORE && e.subject.first < i ? e.subject.first : i;
        e.end = e.order == ORDER_AFTER ? e.subject.last : i + 1;
        if (e.order == ORDER_SHARED && speech->events.n > 0) {
            const struct event *former = &speech->events.v[speech->events.n - 1];

            e.nspeakers = former->nspeakers;
            for (unsigned n = 0; n < former->nspeakers; n++)
                e.speakers[n] = former->speakers[n];
            e.mention = former->mention;
            e.found = former->found;
            e.trust = former->trust;
        } else {
            speakers_resolve(speech, &e);
            if (e.order == ORDER_AFTER && e.nspeakers == 1 && e.found == FOUND_NAMED)
                speakers_joined_right(speech, sentence.last, &e);
            if (e.order == ORDER_BEFORE && e.nspeakers == 1 && e.found == FOUND_NAMED) {
                speakers_joined(speech, sentence.first, &e);
                e.start = e.subject.first < i ? e.subject.first : i;
            }
        }
        if (e.end < e.cue_last)
            e.end = e.cue_last;
        vec_push(&speech->events, e);
    }
}
