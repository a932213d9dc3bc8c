/* Reporting cues with their subjects, in each order that English has. */
#include "speech.h"

#define IT(i) (speech->items.v[i])

/* The name proper of a name item, without its title. */
static struct span
speakers_name_span(const struct speech *speech, uint32_t item)
{
    const struct name *name = &speech->names.v[IT(item).ref];

    return (struct span){speech_token(speech, name->first)->start, token_end(speech_token(speech, name->last - 1))};
}

/* Offices of which a story has one holder; "the judge" and "the minister" may be anybody. */
static bool
speakers_governs(const struct speech *speech, uint32_t i)
{
    static const char *const offices[] = {"president", "premier", "chancellor", "governor", "mayor"};

    return items_is_any(speech, i, offices, sizeof offices / sizeof *offices);
}

static void
speakers_resolve_role(struct speech *speech, struct event *e)
{
    struct subject *s = &e->subject;
    uint32_t first = s->first, id = ENTITY_NONE;
    uint64_t head = IT(s->head).classes;
    enum gender gender = (head & LEX_MALE) && !(head & LEX_FEMALE) ? GENDER_MALE
                         : (head & LEX_FEMALE)                     ? GENDER_FEMALE
                                                                   : GENDER_UNKNOWN;
    bool definite = items_is(speech, first, "the"), described = false;

    e->mention = items_span(speech, s->first, s->last);
    if (items_det(speech, first) && first < s->head && (IT(first).classes & LEX_W_DET))
        first++;
    if (definite && !(head & LEX_PLURAL) && s->last == s->head + 1) {
        if ((head & (LEX_ROLE | LEX_OFFICE)) && !(head & (LEX_BODY | LEX_THING)))
            id = references_titled(speech, IT(first).first, IT(s->head).last);
        else if ((head & LEX_BODY) && first == s->head)
            id = references_body(speech, IT(first).first);
        if (id == ENTITY_NONE && (head & LEX_ROLE) && !(head & (LEX_BODY | LEX_THING)) &&
            (first < s->head || speakers_governs(speech, first))) {
            id = references_described(speech, gender);
            described = id != ENTITY_NONE;
        }
    }
    if (id == ENTITY_NONE)
        id = people_role(speech, IT(first).first, IT(s->last - 1).last, s->plural, gender, (head & (LEX_THING | LEX_BODY)) != 0);
    people_mention(speech, e->mention, id, false);
    e->speakers[e->nspeakers++] = id;
    e->found = FOUND_ROLE;
    if (s->relative)
        e->mention = items_span(speech, s->who, s->who + 1);
    e->trust = described ? 0.8f : head & LEX_ROLE ? 0.9f : 0.75f;
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
            e->mention = items_span(speech, s->who, s->who + 1);
            e->found = FOUND_PRONOUN;
            e->trust = 0.9f;
            people_mention(speech, e->mention, e->speakers[0], true);
        }
        return;
    }
    if (s->pronoun) {
        uint32_t id = references_pronoun(speech, head->classes, head->first);

        e->mention = items_span(speech, s->head, s->head + 1);
        e->found = FOUND_PRONOUN;
        e->trust = 0.9f;
        if (items_is(speech, s->head, "it"))
            id = references_it(speech);
        if (id != ENTITY_NONE) {
            e->speakers[e->nspeakers++] = id;
            people_mention(speech, e->mention, id, true);
        }
        return;
    }
    speakers_resolve_role(speech, e);
}

/* Names that are joined: the subject's other members. "Smith and his team": Smith gives the name. */
static void
speakers_joined(const struct speech *speech, uint32_t first, struct event *e)
{
    uint32_t i = e->subject.first;

    while (e->nspeakers < QUOTE_MAX_SPEAKERS && i > first + 1 && IT(i - 1).kind == ITEM_WORD && items_is(speech, i - 1, "and") &&
           IT(i - 2).kind == ITEM_NAME && subjects_boundary(speech, first, i - 2)) {
        e->speakers[e->nspeakers++] = speech->names.v[IT(i - 2).ref].entity;
        e->subject.first = i - 2;
        i -= 2;
        if (e->found == FOUND_ROLE) {
            e->mention = speakers_name_span(speech, i);
            e->found = FOUND_NAMED;
        }
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

    while (e->nspeakers < QUOTE_MAX_SPEAKERS && i + 1 < last && items_is(speech, i, "and") && IT(i + 1).kind == ITEM_NAME &&
           (i + 2 == last || IT(i + 2).kind != ITEM_WORD)) {
        e->speakers[e->nspeakers++] = speech->names.v[IT(i + 1).ref].entity;
        e->subject.last = i += 2;
    }
    e->end = e->subject.last;
}

/* After an inverted subject comes no verb of its own. */
static bool
speakers_free_after(const struct speech *speech, uint32_t i, uint32_t last)
{
    if (i < last && IT(i).kind == ITEM_POSSESSIVE)
        return false; /* ", said the town's “sinking” bridge was" */
    if (i >= last || IT(i).kind != ITEM_WORD)
        return true;
    if (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB | LEX_SUBJECT))
        return false;
    return !((IT(i).classes & LEX_CUE) && (IT(i).classes & (LEX_PAST | LEX_THIRD)));
}

/* "“…,” said Smith", "…, said the minister", "Said Smith: “…”" */
static bool
speakers_inverted(const struct speech *speech, const struct setting *at, struct event *e)
{
    uint64_t k = IT(at->cue).classes;
    struct subject *s = &e->subject;

    if (at->left->at != at->cue || !(k & (LEX_PAST | LEX_THIRD)) || items_is(speech, at->cue, "told") ||
        items_is(speech, at->cue, "tells"))
        return false;
    if (!at->quoted && !(at->before && at->before->kind == ITEM_COMMA && (k & LEX_STRONG)) &&
        !(!at->before && IT(at->cue).capital && (k & LEX_STRONG) && !(k & LEX_ASKED)))
        return false;
    s->found = subjects_right(speech, at->cue + 1, at->last, s) ||
               (at->quoted && (k & LEX_STRONG) && at->cue + 1 < at->last && items_det(speech, at->cue + 1) &&
                subjects_any_noun(speech, at->cue + 1, at->last, s)); /* "“…,” said the welder" */
    s->found = s->found && speakers_free_after(speech, s->last, at->last) && /* not ", claims Beijing denies" */
               (at->quoted || !at->before || IT(s->head).kind == ITEM_NAME || s->last >= at->last ||
                IT(s->last).kind == ITEM_STOP || IT(s->last).kind == ITEM_COMMA);
    if (s->found)
        e->order = ORDER_AFTER;
    return s->found;
}

/* "They left Quay St. by boat, said Lt. Ann Lee, a spokeswoman.": a person with no verb behind ends the sentence. */
static bool
speakers_closing(const struct speech *speech, const struct setting *at, struct event *e)
{
    if (!at->before || at->before->kind != ITEM_COMMA || at->cue + 1 >= at->last || IT(at->cue + 1).kind != ITEM_NAME ||
        !speakers_inverted(speech, at, e))
        return false;
    for (uint32_t i = e->subject.last; i < at->last; i++)
        if (clauses_finite(speech, i) || IT(i).kind == ITEM_QUOTE) {
            e->order = ORDER_BEFORE; /* as it was: it was no inversion */
            return false;
        }
    return true;
}

/* "Smith said Lee had won calling it a “gift”": of a clause that is reported, without a comma, Lee is the subject. */
static bool
speakers_within(const struct speech *speech, const struct setting *at, struct event *e)
{
    const struct event *outer = &speech->events.v[speech->events.n - 1];
    uint32_t first = outer->cue_last;

    if (!(IT(at->cue).classes & LEX_ING) || !(IT(at->cue).classes & LEX_MARKS) || !(outer->classes & LEX_STRONG) ||
        outer->order != ORDER_BEFORE || !at->before ||
        at->before->kind != ITEM_WORD || (at->before->classes & (LEX_W_CONJ | LEX_W_SUB)))
        return false;
    if (first < at->cue && items_is(speech, first, "that"))
        first++;
    if (first >= at->cue || IT(first).kind != ITEM_NAME ||
        speech_entity(speech, speech->names.v[IT(first).ref].entity)->kind != ENTITY_PERSON)
        return false;
    for (uint32_t i = first; i < at->cue; i++)
        if (IT(i).kind == ITEM_COMMA || IT(i).kind == ITEM_QUOTE)
            return false;
    e->order = ORDER_BEFORE;
    e->subject = (struct subject){.first = first, .last = first + 1, .head = first, .found = true};
    return true;
}

/* "Smith liked a tweet saying …": the tweet says it; of one that he wrote it is he. */
static bool
speakers_of_paper(const struct speech *speech, const struct setting *at, struct event *e)
{
    static const char *const verbs[] = {"liked",    "shared", "reposted", "retweeted", "received", "read", "saw",
                                        "obtained", "found",  "reviewed", "quoted",    "cited",    "got"};
    uint32_t first;

    if (!at->before || at->before->kind != ITEM_WORD || !(at->before->classes & LEX_THING) ||
        !subjects_left(speech, at->first, at->left->at, &e->subject))
        return false;
    first = e->subject.first;
    e->order = ORDER_BEFORE;
    return first > at->first && items_is_any(speech, first - 1, verbs, sizeof verbs / sizeof *verbs);
}

/*
 * The event whose subject a cue shares: the one before, but of "Smith said that Lee had concluded it was late, saying …" the first,
 * whose clause the other one stands in.
 */
static const struct event *
speakers_former(const struct speech *speech, const struct event *e)
{
    const struct event *last = &speech->events.v[speech->events.n - 1];
    bool within = speech->events.n > 1 && (e->classes & LEX_ING) && last->order == ORDER_BEFORE && !(last->classes & LEX_STRONG) &&
                  last[-1].order == ORDER_BEFORE && (last[-1].classes & LEX_STRONG);

    for (uint32_t i = within ? last[-1].cue_last : 0; within && i < last->start; i++)
        within = IT(i).kind != ITEM_COMMA && IT(i).kind != ITEM_SEMICOLON && IT(i).kind != ITEM_QUOTE;
    return within && last->start >= last[-1].cue_last ? last - 1 : last;
}

/* "Smith rose and said", "…, adding that": the subject of the cue before, or of the sentence. */
static bool
speakers_shared(const struct speech *speech, const struct setting *at, struct event *e)
{
    e->order = ORDER_SHARED;
    if (speech->events.n > 0 && speakers_within(speech, at, e))
        return true;
    if (speech->events.n > 0) {
        e->subject = speakers_former(speech, e)->subject;
        return e->subject.found;
    }
    if (subjects_leading(speech, at->first, at->cue, &e->subject) && e->subject.head > at->first &&
        subjects_gerund(speech, e->subject.head - 1) &&
        !IT(e->subject.head - 1).capital && IT(e->subject.head).kind == ITEM_NAME)
        return false; /* "Steps include getting Oslo to talk, agreeing to …": an object */
    return e->subject.found && subjects_may_speak(speech, &e->subject);
}

/* "Smith has said": the noun phrase that ends where the cue and its adverbs begin. */
static bool
speakers_adjoining(const struct speech *speech, const struct setting *at, struct event *e)
{
    uint64_t k = IT(at->cue).classes;
    struct subject *s = &e->subject;
    bool boundary;

    if (s->relative)
        return subjects_antecedent(speech, at->first, s->head, s);
    boundary = subjects_boundary(speech, at->first, s->first);
    if (!s->pronoun && !boundary && subjects_before_relative(speech, at->first, at->left->at, s))
        return true;
    if (items_det(speech, s->first) && s->first < s->head && (k & (LEX_PAST | LEX_THIRD)) && boundary &&
        !subjects_gerund(speech, s->head))
        return true; /* "The impostor gushed" */
    if (!s->pronoun && !boundary && (k & LEX_STRONG) && subjects_far(speech, at->first, at->left->at, s))
        return true;
    return s->pronoun || subjects_may_speak(speech, s) ||
           ((k & LEX_STRONG) && ((k & LEX_PAST) || subjects_many(speech, s)) && boundary && !subjects_gerund(speech, s->head));
}

/* "Smith, the author of “Names,” said", "Smith, 44, said" */
static bool
speakers_after_aside(const struct speech *speech, const struct setting *at, struct event *e)
{
    if (at->before->kind == ITEM_QUOTE)
        return subjects_over_asides(speech, at->first, at->left->at - 1, &e->subject);
    if (subjects_over_asides(speech, at->first, at->left->at - 1, &e->subject))
        return true;
    if (IT(at->cue).classes & LEX_ASKED)
        return false; /* "Smith, asked whether he would go, said" */
    return speakers_shared(speech, at, e); /* "Smith raised taxes, called it a gift and left" */
}

/* "a plan – welcomed by Oslo – that …": between dashes or brackets it says who likes it, not whose words follow. */
static bool
speakers_in_aside(const struct speech *speech, const struct setting *at, const struct subject *s)
{
    if (!at->before || s->last >= at->last)
        return false;
    return (at->before->kind == ITEM_DASH && IT(s->last).kind == ITEM_DASH) ||
           (at->before->kind == ITEM_OPEN && IT(s->last).kind == ITEM_CLOSE);
}

/* "…, with Lee calling it a “gift”": the gerund has a subject of its own. */
static bool
speakers_accompanying(const struct speech *speech, const struct setting *at, struct event *e)
{
    struct subject *s = &e->subject;

    return subjects_left(speech, at->first, at->left->at, s) && !s->pronoun && !s->relative && s->first > at->first &&
           items_is(speech, s->first - 1, "with") && subjects_may_speak(speech, s);
}

static bool
speakers_find_subject(const struct speech *speech, const struct setting *at, struct event *e)
{
    uint64_t k = IT(at->cue).classes;

    e->order = ORDER_BEFORE;
    if ((k & LEX_PAST) && at->cue + 2 < at->last && items_is(speech, at->cue + 1, "by")) { /* "welcomed by Beijing" */
        e->order = ORDER_AFTER;
        if (!subjects_right(speech, at->cue + 2, at->last, &e->subject) &&
            !subjects_any_noun(speech, at->cue + 2, at->last, &e->subject))
            return false;
        return !speakers_in_aside(speech, at, &e->subject);
    }
    if ((k & LEX_ING) && !at->left->be)
        return speakers_accompanying(speech, at, e) || speakers_of_paper(speech, at, e) || speakers_shared(speech, at, e);
    if (speakers_closing(speech, at, e))
        return true;
    if (at->before && at->before->kind == ITEM_COMMA && !at->quoted &&
        subjects_over_asides(speech, at->first, at->left->at - 1, &e->subject))
        return true;
    if (speakers_inverted(speech, at, e))
        return true;
    if (!at->before)
        return false;
    if (at->before->kind == ITEM_COMMA || at->before->kind == ITEM_DASH ||
        (at->before->kind == ITEM_QUOTE && at->before->last - at->before->first <= 8 && at->left->at > at->first + 2))
        return speakers_after_aside(speech, at, e);
    if (at->before->kind == ITEM_WORD && (at->before->classes & LEX_W_CONJ))
        return speakers_shared(speech, at, e);
    if (subjects_left(speech, at->first, at->left->at, &e->subject))
        return speakers_adjoining(speech, at, e);
    if (at->left->to)
        return speakers_shared(speech, at, e);
    return subjects_before_relative(speech, at->first, at->left->at, &e->subject) ||
           subjects_far(speech, at->first, at->left->at, &e->subject);
}

/* Where the next event is filled in; it counts once speech->events.n has grown. Events are many words long: too long to copy. */
static struct event *
speakers_new_event(struct speech *speech, uint32_t cue, uint32_t cue_last, uint64_t classes)
{
    struct event *e = vec_add(&speech->events);

    speech->events.n--;
    e->cue = e->start = cue;
    e->cue_last = e->end = cue_last;
    e->classes = classes;
    return e;
}

/* "according to NP" */
static void
speakers_according(struct speech *speech, struct sentence sentence, uint32_t i)
{
    struct event *e;

    if (i + 2 >= sentence.last || !items_is(speech, i, "according") || !items_is(speech, i + 1, "to"))
        return;
    e = speakers_new_event(speech, i, i + 2, LEX_CUE | LEX_STRONG);
    e->order = ORDER_ACCORDING;
    if (!subjects_right(speech, i + 2, sentence.last, &e->subject) &&
        !subjects_any_noun(speech, i + 2, sentence.last, &e->subject))
        return;
    e->end = e->subject.last;
    speakers_resolve(speech, e);
    speech->events.n++;
}

/* "her remark that …", "Smith's claim that …" */
static bool
speakers_by_noun(struct speech *speech, struct sentence sentence, uint32_t i)
{
    struct event *e;
    struct subject *s;
    uint32_t p = i, k = i + 1;
    bool own = items_is(speech, i, "words"); /* "in her words" */

    if (k + 1 < sentence.last && items_is(speech, k, "during") && !own) /* "her assertion during the debate that" */
        while (k < sentence.last && k < i + 6 && !items_is(speech, k, "that"))
            k++;
    if (k < sentence.last && IT(k).kind == ITEM_COMMA)
        k++;
    if (k >= sentence.last || !(own || items_is(speech, k, "that") || IT(k).kind == ITEM_QUOTE || IT(k).kind == ITEM_COLON))
        return false;
    while (p > sentence.first && i - p < 4 && items_noun(speech, p - 1))
        p--;
    if (p > sentence.first + 1 && (items_is(speech, p - 2, "in") || items_is(speech, p - 2, "during")) && !own)
        return false; /* "said in her remarks that" */
    e = speakers_new_event(speech, i, k, LEX_CUE | LEX_WEAK | LEX_BASE);
    s = &e->subject;
    if (p > sentence.first + 1 && IT(p - 1).kind == ITEM_POSSESSIVE && IT(p - 2).kind == ITEM_NAME)
        *s = (struct subject){.first = p - 2, .last = p - 1, .head = p - 2, .found = true};
    else if (p > sentence.first && IT(p - 1).kind == ITEM_WORD &&
             (IT(p - 1).classes & (LEX_W_POSS_M | LEX_W_POSS_F | LEX_W_POSS_P)))
        *s = (struct subject){.first = p - 1, .last = p, .head = p - 1, .found = true, .pronoun = true};
    else
        return false;
    e->start = s->first;
    speakers_resolve(speech, e);
    speech->events.n++;
    return true;
}

/* "Smith: We Will Win": who stands before the colon at the start of a headline or of a turn in a conversation. */
static void
speakers_before_colon(struct speech *speech, struct sentence sentence)
{
    struct event *e;
    uint32_t i = sentence.first;

    while (i < sentence.last && i < sentence.first + 4 &&
           (IT(i).kind == ITEM_NAME || (IT(i).kind == ITEM_WORD && IT(i).capital &&
                                        (IT(i).classes & (LEX_GIVEN | LEX_TITLE | LEX_ROLE | LEX_PLACE | LEX_W_DEMONYM)))))
        i++;
    if (i == sentence.first || i + 1 >= sentence.last || IT(i).kind != ITEM_COLON || IT(i - 1).kind != ITEM_NAME ||
        speech_entity(speech, speech->names.v[IT(i - 1).ref].entity)->kind != ENTITY_PERSON)
        return;
    e = speakers_new_event(speech, i, i + 1, LEX_CUE | LEX_STRONG | LEX_BASE);
    e->subject = (struct subject){.first = i - 1, .last = i, .head = i - 1, .found = true};
    e->start = i - 1;
    speakers_resolve(speech, e);
    e->trust = 0.9f;
    speech->events.n++;
}

/* Gives the event its speakers: those of the cue whose subject it shares, or whom its own subject names. */
static void
speakers_fill(struct speech *speech, struct sentence sentence, struct event *e)
{
    e->start = e->order == ORDER_BEFORE && e->subject.first < e->cue ? e->subject.first : e->cue;
    e->end = e->order == ORDER_AFTER ? e->subject.last : e->cue + 1;
    if (e->order == ORDER_SHARED && speech->events.n > 0) {
        const struct event *former = speakers_former(speech, e);

        memcpy(e->speakers, former->speakers, sizeof e->speakers);
        e->nspeakers = former->nspeakers;
        e->mention = former->mention;
        e->found = former->found;
        e->trust = former->trust;
    } else {
        speakers_resolve(speech, e);
        if (e->order == ORDER_AFTER && e->nspeakers == 1 && e->found == FOUND_NAMED)
            speakers_joined_right(speech, sentence.last, e);
        if (e->order == ORDER_BEFORE && e->nspeakers == 1 &&
            (e->found == FOUND_NAMED || (e->found == FOUND_ROLE && (IT(e->subject.first).classes & LEX_POSS)))) {
            speakers_joined(speech, sentence.first, e);
            e->start = e->subject.first < e->cue ? e->subject.first : e->cue;
        }
    }
    if (e->end < e->cue_last)
        e->end = e->cue_last;
}

/* "Nobody at the ministry said", "no official claimed", "none of them says": not what they said. */
static bool
speakers_nobody(const struct speech *speech, uint32_t first, const struct subject *s)
{
    static const char *const words[] = {"nobody", "none", "neither", "no"};
    uint32_t i = s->first;

    if (items_is_any(speech, i, words, sizeof words / sizeof *words))
        return true;
    if (i > first + 1 && items_det(speech, i - 1))
        i--;
    return i > first + 1 && IT(i - 1).kind == ITEM_WORD && (IT(i - 1).classes & LEX_W_PREP) &&
           items_is_any(speech, i - 2, words, sizeof words / sizeof *words);
}

/* "If he had said “yes”": what nobody may have said. */
static bool
speakers_supposed(const struct speech *speech, uint32_t first, const struct event *e)
{
    return e->order == ORDER_BEFORE && e->subject.first > first && items_is(speech, e->subject.first - 1, "if");
}

/* A verb of the lists: is it one here, and who is its subject? */
static void
speakers_by_verb(struct speech *speech, struct sentence sentence, uint32_t i)
{
    uint64_t k = IT(i).classes;
    struct event *e;
    struct setting at;
    struct left left;

    if ((k & LEX_PHRASE) && !cues_particle(speech, i, sentence.last))
        return;
    if (IT(i).capital && !speech->headline && i > sentence.first && IT(i - 1).kind != ITEM_QUOTE && IT(i - 1).kind != ITEM_COLON)
        return; /* "the United States" */
    left = cues_skip_left(speech, sentence.first, i);
    if (left.modal && (k & LEX_MARKS))
        return; /* "he should condemn it" */
    at = cues_setting(speech, sentence, i, &left);
    if (!cues_verb(speech, &at))
        return;
    e = speakers_new_event(speech, i, k & LEX_PHRASE ? i + 2 : i + 1, k);
    e->negated = left.negated;
    if (!speakers_find_subject(speech, &at, e) || !cues_agree(speech, e, &left) ||
        (!at.quoted && (speakers_nobody(speech, at.first, &e->subject) || speakers_supposed(speech, at.first, e))))
        return;
    speakers_fill(speech, sentence, e);
    speech->events.n++;
}

void
speakers_events(struct speech *speech, struct sentence sentence)
{
    vec_clear(&speech->events);
    speakers_before_colon(speech, sentence);
    for (; speech->cue < speech->cues.n && speech->cues.v[speech->cue] < sentence.last; speech->cue++) {
        uint32_t i = speech->cues.v[speech->cue];
        uint64_t k = IT(i).classes;

        if ((k & LEX_NOUN) && speakers_by_noun(speech, sentence, i))
            continue;
        if (k & LEX_CUE)
            speakers_by_verb(speech, sentence, i);
        else
            speakers_according(speech, sentence, i);
    }
}
