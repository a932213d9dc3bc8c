/* Whose words stand in marks when no verb of speech tells: "“dire” was her word", "his advice was shorter: “wait”". */
#include "speech.h"

#define IT(i) (speech->items.v[i])

/* Nouns that say whose the words are: "“dire” was her word for it", "his advice was shorter: “wait”". */
static bool
owners_noun(const struct speech *speech, uint32_t i)
{
    static const char *const nouns[] = {"word",     "words",   "verdict", "advice", "answer", "reply",   "description", "summary",
                                        "phrase",   "term",    "message", "view",   "motto",  "slogan",  "warning",     "judgment",
                                        "judgement", "response", "comment", "assessment"};

    return items_is_any(speech, i, nouns, sizeof nouns / sizeof *nouns);
}

/* "her word", "Lee's advice" at item `i`: whose it is. */
static bool
owners_possessor(const struct speech *speech, uint32_t i, uint32_t last, struct subject *s)
{
    bool name = IT(i).kind == ITEM_NAME && i + 1 < last && IT(i + 1).kind == ITEM_POSSESSIVE;

    if (!name && !(IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_POSS_M | LEX_W_POSS_F))))
        return false;
    if (i + 1 + name >= last || !owners_noun(speech, i + 1 + name))
        return false;
    *s = (struct subject){.first = i, .last = i + 1, .head = i, .found = true, .pronoun = !name};
    return true;
}

/*
 * Without a cue the sentence itself may say whose words it marks: "“Dire” was her word", "Lee put it in a word: “wait”",
 * "his advice was shorter: “wait”", "she named “old limits”".
 */
bool
owners_find(const struct speech *speech, struct sentence sentence, uint32_t q, struct subject *s)
{
    uint32_t colon = q, last = sentence.last;

    if (q == sentence.first && q + 2 < last && IT(q + 1).kind == ITEM_WORD && (IT(q + 1).classes & LEX_W_BE))
        return owners_possessor(speech, q + 2, last, s);
    while (colon > sentence.first && q - colon < 3 && IT(colon - 1).kind != ITEM_COLON)
        colon--;
    if (colon > sentence.first + 1 && IT(colon - 1).kind == ITEM_COLON) {
        if (owners_possessor(speech, sentence.first, colon, s))
            return true;
        return subjects_leading(speech, sentence.first, colon, s) &&
               (s->pronoun || (IT(s->head).kind == ITEM_NAME &&
                               speech_entity(speech, speech->names.v[IT(s->head).ref].entity)->kind == ENTITY_PERSON));
    }
    if (q == sentence.first + 2 && items_is(speech, q - 1, "named") && subjects_left(speech, sentence.first, q - 1, s))
        return s->pronoun || IT(s->head).kind == ITEM_NAME;
    return false;
}

/* "For Lee that suggests …": in whose eyes it is so. */
bool
owners_in_eyes_of(const struct speech *speech, struct sentence sentence, struct subject *s)
{
    uint32_t i = sentence.first;

    if (i + 2 >= sentence.last || !items_is(speech, i, "for") || IT(i + 1).kind != ITEM_NAME ||
        !(items_is(speech, i + 2, "that") || items_is(speech, i + 2, "this") || items_is(speech, i + 2, "it")) ||
        speech_entity(speech, speech->names.v[IT(i + 1).ref].entity)->kind != ENTITY_PERSON)
        return false;
    *s = (struct subject){.first = i + 1, .last = i + 2, .head = i + 1, .found = true};
    return true;
}

/* "she has never backed": items [at, verb) are no more than helpers of the verb. */
static uint32_t
owners_skip_helpers(const struct speech *speech, uint32_t first, uint32_t verb, bool *be)
{
    uint32_t at = verb;

    for (*be = false; at > first && IT(at - 1).kind == ITEM_WORD; at--) {
        uint64_t k = IT(at - 1).classes;

        if (!(k & (LEX_W_AUX | LEX_W_MODAL | LEX_W_NEG)) && (!(k & LEX_W_ADV) || (k & (LEX_W_SUB | LEX_W_REL))))
            break;
        *be = *be || (k & LEX_W_BE);
    }
    return at;
}

/* After a form of "be": "known as", "dubbed the", "told to"; but "she is wary of". */
static bool
owners_passive(const struct speech *speech, uint32_t at, uint32_t q)
{
    return ((IT(at).classes & LEX_CUE) && (IT(at).classes & (LEX_PAST | LEX_PARTICIPLE))) || at + 1 == q ||
           items_is(speech, at + 1, "as") || items_det(speech, at + 1);
}

/* The subject of a word of attitude at item `at`, or who has it: "his lament", "Lee's promise". */
static bool
owners_of_word(const struct speech *speech, uint32_t first, uint32_t at, uint32_t q, struct subject *s)
{
    bool be;
    uint32_t noun = at, verb = owners_skip_helpers(speech, first, at, &be);

    while (noun > first && at - noun < 2 && items_noun(speech, noun - 1))
        noun--; /* "his repeated promise" */
    if (noun > first + 1 && IT(noun - 1).kind == ITEM_POSSESSIVE && IT(noun - 2).kind == ITEM_NAME) {
        *s = (struct subject){.first = noun - 2, .last = noun - 1, .head = noun - 2, .found = true};
        return true;
    }
    if (noun > first && IT(noun - 1).kind == ITEM_WORD && (IT(noun - 1).classes & (LEX_W_POSS_M | LEX_W_POSS_F | LEX_W_POSS_P))) {
        *s = (struct subject){.first = noun - 1, .last = noun, .head = noun - 1, .found = true, .pronoun = true};
        return true;
    }
    if (be && owners_passive(speech, at, q)) {
        *s = (struct subject){0}; /* "is known as the “…”": to nobody in particular */
        return true;
    }
    if (!subjects_left(speech, first, verb, s))
        return false;
    if (s->relative)
        return subjects_antecedent(speech, first, s->head, s);
    return s->pronoun || (subjects_boundary(speech, first, s->first) && (subjects_may_speak(speech, s) || subjects_many(speech, s)));
}

/* Behind a word of attitude: whose attitude it is, as an event; without a subject when the sentence does not tell on purpose. */
bool
owners_of_attitude(const struct speech *speech, struct sentence sentence, uint32_t q, struct event *e)
{
    struct subject s;

    for (uint32_t i = q; i > sentence.first + 1; i--) {
        uint64_t k = IT(i - 1).classes;

        if (IT(i - 1).kind != ITEM_WORD || !(k & (LEX_CUE | LEX_NOUN | LEX_ATTITUDE)) || (k & LEX_PHRASE) ||
            cues_programmes(speech, i - 1) ||
            !owners_of_word(speech, sentence.first, i - 1, q, &s))
            continue;
        *e = (struct event){.subject = s, .cue = i - 1, .cue_last = i, .start = s.first, .end = i,
                            .classes = LEX_CUE | LEX_MARKS | LEX_BASE, .order = ORDER_BEFORE, .attitude = !(k & LEX_CUE)};
        return true;
    }
    return false;
}

/* "…, when he resigned over the “…”": who acts in the clause that holds the marks. */
bool
owners_of_clause(const struct speech *speech, struct sentence sentence, uint32_t q, struct subject *s)
{
    for (uint32_t i = q; i > sentence.first; i--)
        if (IT(i - 1).kind == ITEM_WORD && (IT(i - 1).classes & LEX_SUBJECT)) {
            *s = (struct subject){.first = i - 1, .last = i, .head = i - 1, .found = true, .pronoun = true,
                                  .plural = (IT(i - 1).classes & LEX_W_PRON_SUBJ_P) != 0};
            return true;
        }
    return false;
}
