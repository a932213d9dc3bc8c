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

    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
        if (items_is(speech, i, nouns[k]))
            return true;
    return false;
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
