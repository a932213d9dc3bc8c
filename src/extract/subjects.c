/* Noun phrases that can speak: to the left of a verb, to its right, over asides, at the head of a sentence. */
#include "speech.h"

#define REACH 60 /* items that are looked at on either side of a cue */

#define IT(i) (speech->items.v[i])

/* Where a subject may begin: at the start of a clause. */
bool
subjects_boundary(const struct speech *speech, uint32_t first, uint32_t at)
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

/* A small word with this ending that is no known noun. */
static bool
subjects_ends(const struct speech *speech, uint32_t i, const char *suffix)
{
    const struct token *t = speech_token(speech, IT(i).first);

    return IT(i).kind == ITEM_WORD && !IT(i).capital && t->len > 4 && !(IT(i).classes & LEX_ROLE) &&
           slice_ends(slice_of(speech->article->text + t->start, t->len), suffix);
}

/* "millennials": an unknown noun in -s, which a base form may agree with. */
bool
subjects_many(const struct speech *speech, const struct subject *s)
{
    const struct token *t = speech_token(speech, IT(s->head).first);
    const char *end = speech->article->text + token_end(t);

    return IT(s->head).kind == ITEM_WORD && t->len > 4 && !(IT(s->head).classes & (LEX_ROLE | LEX_CUE)) && end[-1] == 's' &&
           end[-2] != 's';
}

/* "The river-bank Hartmann Institute": from the article on when it begins its clause; else from item i. */
static uint32_t
subjects_article(const struct speech *speech, uint32_t first, uint32_t i)
{
    uint32_t at = i;

    while (at > first && i - at < 3 && IT(at - 1).kind == ITEM_WORD && !IT(at - 1).capital && items_noun(speech, at - 1))
        at--;
    return at > first && items_is(speech, at - 1, "the") && subjects_boundary(speech, first, at - 1) &&
                   (at < first + 2 || !items_is(speech, at - 2, "and"))
               ? at - 1
               : i;
}

/* "police released a video", "a man that showed it": a word in -ed behind who did it is a verb, not one of the nouns. */
static bool
subjects_deed(const struct speech *speech, uint32_t first, uint32_t i)
{
    const struct token *t = speech_token(speech, IT(i).first);

    if (i <= first || !subjects_ends(speech, i, "ed") || memchr(speech->article->text + t->start, '-', t->len) ||
        items_is(speech, i, "based") || items_is(speech, i, "owned") || items_is(speech, i, "backed"))
        return false; /* "a London based group" */
    if (IT(i - 1).kind != ITEM_WORD || (i + 1 < speech->items.n && items_is(speech, i + 1, "by")))
        return false; /* "a witness interviewed by staff said" */
    return (IT(i - 1).classes & (LEX_ROLE | LEX_W_DET)) == LEX_ROLE || (IT(i - 1).classes & LEX_W_REL);
}

/* The noun phrase without what hangs on it by a preposition that ends before item `end`. */
static bool
subjects_base_left(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s)
{
    uint32_t i = end;

    if (end <= first)
        return false;
    *s = (struct subject){.last = end, .head = end - 1, .first = end - 1, .found = true};
    if (IT(end - 1).kind == ITEM_NAME) {
        i = end - 1;
        while (i > first && IT(i - 1).kind == ITEM_WORD && !IT(i - 1).capital && (IT(i - 1).classes & (LEX_ROLE | LEX_W_DEMONYM)))
            i--; /* "spokesman Brian Fallon" */
        if (i < end - 1) {
            while (i > first && end - i < 12 &&
                   (items_noun(speech, i - 1) || IT(i - 1).kind == ITEM_NAME || IT(i - 1).kind == ITEM_POSSESSIVE))
                i--;
            if (i > first && items_det(speech, i - 1) && !(IT(i - 1).classes & LEX_W_REL))
                i--;
        }
        s->first = subjects_article(speech, first, i);
        return true;
    }
    if (IT(end - 1).kind == ITEM_WORD && (IT(end - 1).classes & (LEX_SUBJECT))) {
        s->pronoun = true;
        s->plural = (IT(end - 1).classes & LEX_W_PRON_SUBJ_P) != 0 || items_is(speech, end - 1, "we");
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
    if (!items_noun(speech, end - 1) || subjects_deed(speech, first, end - 1))
        return false;
    while (i > first && end - i < 12 && !subjects_ends(speech, i - 1, "ly") && !subjects_deed(speech, first, i - 1) &&
           (items_noun(speech, i - 1) || IT(i - 1).kind == ITEM_NAME || IT(i - 1).kind == ITEM_POSSESSIVE))
        i--;
    if (i > first && subjects_ends(speech, i - 1, "ly") && subjects_ends(speech, i, "ed") && i + 1 < end)
        s->first = ++i; /* "Smith firmly rebuked critics" */
    if (i > first + 1 && items_is(speech, i - 1, "and") && (IT(i).classes & LEX_W_DEMONYM) && (IT(i - 2).classes & LEX_W_DEMONYM))
        i -= 2; /* "Canadian and Chinese officials" */
    if (i > first && items_det(speech, i - 1) && !(IT(i - 1).classes & LEX_W_REL))
        i--;
    s->first = i;
    s->plural = (IT(end - 1).classes & LEX_PLURAL) != 0;
    return true;
}

/* Prepositions that hang one noun on another. */
static bool
subjects_joins(const struct speech *speech, uint32_t i)
{
    static const char *const words[] = {"with", "near", "inside", "within", "under", "about"};

    if (!(IT(i).classes & LEX_W_PREP))
        return false;
    return items_is(speech, i, "of") || items_is(speech, i, "for") || items_is(speech, i, "at") || items_is(speech, i, "in") ||
           items_is(speech, i, "from") || items_is(speech, i, "on") || items_is(speech, i, "to") || items_is(speech, i, "by") ||
           items_is_any(speech, i, words, sizeof words / sizeof *words);
}

/* The whole subject that ends before item `end`: "a spokesman for the ministry". */
bool
subjects_left(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s)
{
    uint32_t floor = end > first + REACH ? end - REACH : first, at;

    if (!subjects_base_left(speech, floor, end, s))
        return false;
    if (s->pronoun || s->relative)
        return true;
    at = s->first;
    while (at > floor + 1 && subjects_joins(speech, at - 1)) {
        struct subject outer;
        uint32_t prep = at - 1;
        bool role, starts;

        while (prep > floor + 1 && (items_is(speech, prep - 1, "close") || items_is(speech, prep - 1, "familiar")))
            prep--;
        if (!subjects_base_left(speech, floor, prep, &outer) || outer.pronoun || outer.relative)
            break;
        starts = subjects_boundary(speech, first, outer.first);
        if (IT(outer.head).kind == ITEM_NAME && !starts)
            break;
        role = IT(outer.head).kind == ITEM_NAME || (IT(outer.head).classes & LEX_ROLE);
        at = outer.first;
        if (!role && (!starts || IT(s->head).kind == ITEM_NAME))
            continue; /* "A source with knowledge of the talks said", but "At the end of March Smith said" */
        s->first = outer.first;
        s->head = outer.head;
        s->plural = outer.plural;
    }
    return true;
}

/* "the people who know him say": the noun before the relative clause that ends here. */
bool
subjects_before_relative(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s)
{
    for (uint32_t i = end; i > first && end - i < 12; i--) {
        uint64_t k = IT(i - 1).classes;

        if (IT(i - 1).kind == ITEM_COMMA || IT(i - 1).kind == ITEM_QUOTE || (k & LEX_W_SUB && !(k & LEX_W_REL)))
            return false;
        if (IT(i - 1).kind == ITEM_WORD && (k & LEX_W_REL) && i - 1 > first && subjects_left(speech, first, i - 1, s))
            return !s->pronoun && !s->relative && (IT(s->head).kind == ITEM_NAME || (IT(s->head).classes & LEX_ROLE));
    }
    return false;
}

/* "giving states more power": a word in -ing begins a phrase of its own. */
bool
subjects_gerund(const struct speech *speech, uint32_t i)
{
    const struct token *t = speech_token(speech, IT(i).first);

    return IT(i).kind == ITEM_WORD && t->len > 4 && slice_ends(slice_of(speech->article->text + t->start, t->len), "ing");
}

bool
subjects_may_speak(const struct speech *speech, const struct subject *s)
{
    return s->pronoun || s->relative || IT(s->head).kind == ITEM_NAME || (IT(s->head).classes & LEX_ROLE);
}

static bool
subjects_is_person(const struct speech *speech, uint32_t i)
{
    return IT(i).kind == ITEM_NAME && speech_entity(speech, speech->names.v[IT(i).ref].entity)->kind == ENTITY_PERSON;
}

/* What begins at item `at` is said of the person named before its comma. */
static bool
subjects_of_a_name(const struct speech *speech, uint32_t first, uint32_t at)
{
    return at > first + 1 && IT(at - 1).kind == ITEM_COMMA && subjects_is_person(speech, at - 2);
}

/* "Ann Lee, the DJ and mill owner, who …": the name that the nouns before item `end` are said of; else `end`. */
static uint32_t
subjects_before_apposition(const struct speech *speech, uint32_t first, uint32_t end)
{
    uint32_t i = end;

    while (i > first && end - i < 10 &&
           (items_noun(speech, i - 1) || items_det(speech, i - 1) || items_is(speech, i - 1, "and") || IT(i - 1).kind == ITEM_STOP ||
            (IT(i - 1).kind == ITEM_NAME && !subjects_is_person(speech, i - 1))))
        i--;
    return i < end && subjects_of_a_name(speech, first, i) && (i == first + 2 || subjects_boundary(speech, first, i - 2)) ? i - 1 : end;
}

/* Whom "who" at item `who` means. */
bool
subjects_antecedent(const struct speech *speech, uint32_t first, uint32_t who, struct subject *s)
{
    uint32_t at = who;

    if (at <= first)
        return false;
    if (items_is(speech, who, "that") && !(IT(at - 1).classes & (LEX_THING | LEX_BODY)))
        return false; /* "a headline that said", but "so heated that Smith said" */
    if (IT(at - 1).kind == ITEM_COMMA)
        at = subjects_before_apposition(speech, first, at - 1);
    if (!subjects_left(speech, first, at, s) || s->relative || s->pronoun)
        return false;
    s->relative = true;
    s->who = who;
    return true;
}

/* "Claire Lee (D-Mo.), who …": the item before the brackets that end here. */
static uint32_t
subjects_before_brackets(const struct speech *speech, uint32_t first, uint32_t end)
{
    uint32_t open = end;

    if (end <= first || IT(end - 1).kind != ITEM_CLOSE)
        return end;
    while (open > first && end - open < 12 && IT(open - 1).kind != ITEM_OPEN)
        open--;
    return open > first && IT(open - 1).kind == ITEM_OPEN ? open - 1 : end;
}

/* A name between commas that is nobody: "…, a reader in Lund, Sweden, said", "…, a reader at an institute, MIT, said". */
static bool
subjects_in_passing(const struct speech *speech, uint32_t first, const struct subject *s)
{
    uint32_t before = s->first;

    if (before > first + 1 && items_is(speech, before - 1, "and"))
        before--; /* "a reader in Visby, Gotland, and Lund University" */
    return IT(s->head).kind == ITEM_NAME && s->first == s->head && before > first && IT(before - 1).kind == ITEM_COMMA &&
           !subjects_is_person(speech, s->head);
}

/* The subject whose aside begins with the comma or dash at item `segment`. */
static bool
subjects_with_aside(const struct speech *speech, uint32_t first, uint32_t floor, uint32_t segment, struct subject *s)
{
    uint32_t end = subjects_before_apposition(speech, first, subjects_before_brackets(speech, floor, segment));

    if (!subjects_left(speech, first, end, s) || s->relative || !subjects_may_speak(speech, s))
        return false;
    if (!subjects_boundary(speech, first, s->first) &&
        !(IT(s->head).kind == ITEM_NAME && IT(s->first - 1).kind == ITEM_NUMBER))
        return false;
    return s->first <= first || IT(s->first - 1).kind != ITEM_COMMA || IT(s->head).kind == ITEM_NAME || s->pronoun;
}

/* "Smith, who replaced Jones, said"; "the premier, Doug Ford, said": looks over the asides before the comma at `comma`. */
bool
subjects_over_asides(const struct speech *speech, uint32_t first, uint32_t comma, struct subject *s)
{
    uint32_t floor = comma > first + REACH ? comma - REACH : first;
    struct subject name = {0}, passing = {0};

    for (uint32_t i = comma; i > floor; i--) {
        uint32_t segment = i; /* the comma that begins the aside */

        if (IT(i - 1).kind == ITEM_QUOTE && IT(i - 1).last - IT(i - 1).first > 8)
            break; /* words of somebody, not the title of a work in an aside */
        if (IT(i - 1).kind != ITEM_COMMA && IT(i - 1).kind != ITEM_DASH)
            continue;
        segment = i - 1;
        if (segment <= floor || segment + 1 >= comma)
            continue;
        /* an apposition that is a name: "the Ontario premier, Doug Ford, said" */
        if (subjects_left(speech, segment + 1, comma, &name) && name.head == segment + 1 && subjects_is_person(speech, name.head) &&
            subjects_left(speech, first, segment, s) && IT(s->head).kind == ITEM_WORD && !s->pronoun && !s->relative &&
            !subjects_of_a_name(speech, first, s->first) && /* "Ann, the cousin of the miller, Lee, said" */
            ((IT(s->head).classes & LEX_ROLE) || (items_det(speech, s->first) && subjects_boundary(speech, first, s->first)))) {
            s->head = name.head;
            s->last = comma;
            return true;
        }
        if (IT(segment - 1).kind == ITEM_WORD && (IT(segment - 1).classes & LEX_W_REL) &&
            subjects_antecedent(speech, first, segment - 1, s))
            return true;
        if (!subjects_with_aside(speech, first, floor, segment, s))
            continue;
        if (subjects_in_passing(speech, first, s)) {
            if (!passing.found)
                passing = *s;
            continue;
        }
        if (!passing.found || subjects_is_person(speech, s->head))
            return true;
    }
    /* "As for Smith, said" has no aside, and nobody */
    *s = passing;
    return passing.found;
}

/* "China customs data", "Florida Republican strategist": nouns up to one that speaks. */
static bool
subjects_leads_to_role(const struct speech *speech, uint32_t i, uint32_t limit)
{
    for (uint32_t k = i; k < limit && k < i + 4 && IT(k).kind == ITEM_WORD && items_noun(speech, k); k++)
        if (subjects_deed(speech, i > 0 ? i - 1 : 0, k))
            return false;
        else if (IT(k).classes & LEX_ROLE)
            return true;
    return false;
}

/* A name goes on into what it qualifies: "Smith's lawyer", "Smith campaign", "White House press secretary". */
static bool
subjects_goes_on(const struct speech *speech, uint32_t i, uint32_t limit)
{
    if (i + 1 < limit && (IT(i + 1).kind == ITEM_POSSESSIVE ||
                          (IT(i + 1).kind == ITEM_WORD && (IT(i + 1).classes & LEX_ROLE) && !IT(i + 1).capital)))
        return true;
    if (i + 2 < limit && IT(i + 1).kind == ITEM_WORD && items_noun(speech, i + 1) && IT(i + 2).kind == ITEM_NAME)
        return true;
    return subjects_leads_to_role(speech, i + 1, limit);
}

/* A noun that speaks is the last of its phrase: "the justice sounded off" has a verb behind it. */
static bool
subjects_ends_at_role(const struct speech *speech, uint32_t i, uint32_t limit)
{
    return (IT(i).classes & LEX_ROLE) && i + 1 < limit && IT(i + 1).kind == ITEM_WORD &&
           !subjects_leads_to_role(speech, i + 1, limit);
}

/* The phrase up to its head, from item i; returns where it stopped. */
static uint32_t
subjects_head_right(const struct speech *speech, uint32_t i, uint32_t limit, struct subject *s)
{
    for (; i < limit; i++) {
        if (IT(i).kind == ITEM_POSSESSIVE)
            continue;
        if (IT(i).kind != ITEM_NAME && !items_noun(speech, i))
            return i;
        s->head = i;
        s->last = i + 1;
        if (IT(i).kind == ITEM_NAME) {
            s->found = true;
            if (!subjects_goes_on(speech, i, limit))
                return i;
            continue;
        }
        if (IT(i).classes & LEX_ROLE) {
            s->found = true;
            s->plural = (IT(i).classes & LEX_PLURAL) != 0;
        }
        if (subjects_ends_at_role(speech, i, limit))
            return i + 1;
    }
    return i;
}

/* "… for the ministry", "… of farmers in the west" */
static void
subjects_attached(const struct speech *speech, uint32_t i, uint32_t limit, struct subject *s)
{
    while (i + 1 < limit && (IT(i).classes & LEX_W_PREP)) {
        uint32_t k = i + 1;
        bool joins = items_is(speech, i, "for") || items_is(speech, i, "of") || items_is(speech, i, "at") ||
                     items_is(speech, i, "from") || items_is(speech, i, "in") || items_is(speech, i, "by");

        if (joins && items_det(speech, k))
            k++;
        while (joins && k < limit && (items_noun(speech, k) || IT(k).kind == ITEM_NAME || IT(k).kind == ITEM_POSSESSIVE))
            if (subjects_ends_at_role(speech, k++, limit))
                break;
        if (k > i + 2 && k < limit && subjects_ends(speech, k - 1, "ed") && items_is(speech, k, "by"))
            k--; /* "a recording of a meeting | obtained by the Post" */
        if (k == i + 1)
            return;
        s->last = i = k;
    }
}

/* The subject after the cue: "said the minister", "said Dominic Chiu and Ann Lee". */
bool
subjects_right(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s)
{
    uint32_t i = first, limit = first + 14 < last ? first + 14 : last, after;

    *s = (struct subject){.first = first, .last = first};
    if (i >= last)
        return false;
    if (IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_SUBJECT)) {
        s->last = i + 1;
        s->head = i;
        s->pronoun = true;
        return s->found = i + 1 == last || IT(i + 1).kind != ITEM_WORD;
    }
    if (items_det(speech, i) && !(IT(i).classes & LEX_W_SUB))
        i++;
    i = subjects_head_right(speech, i, limit, s);
    if (!s->found || IT(s->head).kind == ITEM_NAME)
        return s->found;
    subjects_attached(speech, i, limit, s);
    after = s->last + 2;
    if (!s->plural && s->last + 1 < last && IT(s->last).kind == ITEM_COMMA && IT(s->last + 1).kind == ITEM_NAME &&
        (after >= last || IT(after).kind == ITEM_COMMA || IT(after).kind == ITEM_STOP || IT(after).kind == ITEM_CLOSE) &&
        speech_entity(speech, speech->names.v[IT(s->last + 1).ref].entity)->kind == ENTITY_PERSON) {
        s->head = s->last + 1; /* "said the leader of the opposition, Ann Lee." */
        s->last = after;
    }
    return true;
}

/* The item behind the next comma, or `last` when none is near. */
static uint32_t
subjects_behind_comma(const struct speech *speech, uint32_t i, uint32_t last)
{
    uint32_t limit = last - i > 31 ? i + 31 : last;

    while (i < limit && IT(i).kind != ITEM_COMMA)
        i++;
    return i < limit ? i + 1 : last;
}

/* What a sentence or clause begins with: its grammatical subject, as a rule. Leading phrases up to a comma are passed over. */
bool
subjects_leading(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s)
{
    uint32_t i = first;

    for (int phrases = 0; i < last; i = ++phrases < 3 ? subjects_behind_comma(speech, i, last) : last) {
        uint64_t k;

        while (i < last && (IT(i).kind == ITEM_OTHER || IT(i).kind == ITEM_DASH ||
                            (IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_W_CONJ))))
            i++;
        if (i >= last)
            break;
        k = IT(i).classes;
        if (IT(i).kind == ITEM_NAME && i + 1 < last && IT(i + 1).kind == ITEM_POSSESSIVE)
            return subjects_right(speech, i, last, s);
        if (IT(i).kind == ITEM_NAME || (IT(i).kind == ITEM_WORD && (k & LEX_SUBJECT))) {
            *s = (struct subject){.first = i,
                                  .last = i + 1,
                                  .head = i,
                                  .found = true,
                                  .pronoun = IT(i).kind == ITEM_WORD,
                                  .plural = (k & LEX_W_PRON_SUBJ_P) != 0};
            return true;
        }
        if (IT(i).kind == ITEM_WORD && !(k & (LEX_W_PREP | LEX_W_SUB | LEX_W_ADV)) && subjects_right(speech, i, last, s))
            return true;
    }
    *s = (struct subject){0};
    return false;
}

/* "veterans interviewed at the rally said": the plural that the clause begins with, when no other verb has claimed it. */
bool
subjects_far(const struct speech *speech, uint32_t first, uint32_t end, struct subject *far)
{
    struct subject s;

    if (!subjects_leading(speech, first, end, &s) || s.pronoun || !(IT(s.head).classes & LEX_ROLE) || !(IT(s.head).classes & LEX_PLURAL))
        return false;
    for (uint32_t i = s.last; i < end; i++)
        if (IT(i).kind == ITEM_QUOTE ||
            (IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB | LEX_SUBJECT))))
            return false;
    *far = s;
    return true;
}

/* After "by" and "according to" any noun will do. */
bool
subjects_any_noun(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s)
{
    uint32_t k = first;

    while (k < last && k < first + 10 &&
           (items_noun(speech, k) || items_det(speech, k) || IT(k).kind == ITEM_NAME || IT(k).kind == ITEM_POSSESSIVE))
        k++;
    if (k > first + 1 && subjects_ends(speech, k - 1, "ed"))
        k--; /* "audio provided by" */
    if (k == first || subjects_gerund(speech, first))
        return false;
    *s = (struct subject){.first = first, .last = k, .head = k - 1, .found = true};
    return true;
}
