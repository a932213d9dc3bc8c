/* How far a clause reaches, read off its words: verbs, hearers, circumstances, what others think. */
#include "speech.h"

#define IT(i) (speech->items.v[i])

/* Over "reporters", "the crowd", "CNN": those who are told. */
uint32_t
clauses_skip_hearers(const struct speech *speech, uint32_t i, uint32_t last)
{
    uint32_t start = i;

    while (i < last && i - start < 10) {
        uint64_t k = IT(i).classes;

        if (IT(i).kind == ITEM_WORD && (k & LEX_OBJECT))
            return i + 1;
        if (i > start && IT(i).kind == ITEM_WORD && ((k & (LEX_W_DET | LEX_SUBJECT | LEX_POSS | LEX_W_SUB)) || (k & LEX_W_PREP)))
            break;
        if (i > start && IT(i).kind == ITEM_NAME && IT(i - 1).kind != ITEM_POSSESSIVE && !(IT(i - 1).classes & LEX_W_DET) &&
            IT(i - 1).kind != ITEM_NAME)
            break;
        if (IT(i).kind != ITEM_NAME && IT(i).kind != ITEM_POSSESSIVE && !items_noun(speech, i) &&
            !(IT(i).classes & (LEX_W_DET | LEX_POSS)))
            break;
        i++;
    }
    return i;
}

/* Over "on Monday", "in a statement", "at a news conference in Paris". */
uint32_t
clauses_skip_circumstances(const struct speech *speech, uint32_t i, uint32_t last)
{
    for (;;) {
        uint32_t start = i;

        while (i < last && IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_ADV | LEX_W_TIME)) &&
               !(IT(i).classes & (LEX_W_SUB | LEX_W_DET | LEX_SUBJECT)))
            i++;
        if (i + 1 < last && IT(i).kind == ITEM_WORD && (IT(i + 1).classes & LEX_W_TIME) &&
            (items_is(speech, i, "this") || items_is(speech, i, "last") || items_is(speech, i, "next")))
            i += 2; /* "said this week" */
        if (i < last && IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_W_PREP) && !(IT(i).classes & (LEX_W_CONJ | LEX_W_REL))) {
            uint32_t k = i + 1;

            if (k < last && IT(k).kind == ITEM_WORD && (IT(k).classes & (LEX_W_DET | LEX_POSS)) && !items_is(speech, k, "that"))
                k++;
            while (k < last && k - i < 10 &&
                   (items_noun(speech, k) || (IT(k).kind == ITEM_WORD && (IT(k).classes & LEX_W_MONTH_DAY)) ||
                    IT(k).kind == ITEM_NAME || IT(k).kind == ITEM_POSSESSIVE) &&
                   !(k > i + 1 && IT(k).kind == ITEM_NAME && IT(k - 1).kind == ITEM_WORD &&
                     (IT(k - 1).classes & (LEX_W_TIME | LEX_THING))))
                k++;
            if (k > i + 1)
                i = k;
        }
        if (i == start)
            return i;
    }
}

/* A word in -ed. */
bool
clauses_past(const struct speech *speech, uint32_t i)
{
    const struct token *t = speech_token(speech, IT(i).first);

    return t->len > 4 && slice_ends(slice_of(speech->article->text + t->start, t->len), "ed");
}

/* A clause has a verb. Without tagging words: an auxiliary, a pronoun as subject, a known verb, a word in -ed. */
bool
clauses_have_verb(const struct speech *speech, struct clause c)
{
    for (uint32_t i = c.first; i < c.last && i < c.first + 24; i++) {
        if (IT(i).kind == ITEM_QUOTE)
            return true; /* the verb may stand in marks: "said the bill “is dead”" */
        if (IT(i).kind != ITEM_WORD)
            continue;
        if (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB | LEX_SUBJECT))
            return true;
        if (i == c.first + 1 && IT(c.first).kind == ITEM_NAME && subjects_gerund(speech, i))
            return true; /* "the poll shows Lee leading" */
        if (i > c.first && ((IT(i).classes & LEX_CUE && IT(i).classes & (LEX_PAST | LEX_THIRD) && !(IT(i).classes & LEX_PHRASE)) ||
                            clauses_past(speech, i)))
            return true; /* "added 30 points": a verb only with its particle, "points out" */
    }
    return false;
}

/* A verb of the third person or the past, for all that is known. */
bool
clauses_finite(const struct speech *speech, uint32_t i)
{
    uint64_t k = IT(i).classes;
    const struct token *t = speech_token(speech, IT(i).first);
    const char *end = speech->article->text + token_end(t);

    if (IT(i).kind != ITEM_WORD || IT(i).capital)
        return false;
    if (k & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB))
        return true;
    if (k & LEX_CUE)
        return (k & (LEX_PAST | LEX_THIRD)) != 0;
    if (!items_noun(speech, i) || (k & (LEX_ROLE | LEX_PLURAL)))
        return false;
    return clauses_past(speech, i) || (t->len > 3 && end[-1] == 's' && end[-2] != 's');
}

/* A subject and its verb: "and a man who led it" has none. */
bool
clauses_predicate(const struct speech *speech, struct clause c)
{
    for (uint32_t i = c.first; i < c.last && i < c.first + 10; i++) {
        if (IT(i).kind == ITEM_COMMA || IT(i).kind == ITEM_QUOTE || (IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_W_REL)))
            return false;
        if (i > c.first && clauses_finite(speech, i))
            return true;
    }
    return false;
}

/* "…, and analysts expected little": what other people think begins at `i`. */
bool
clauses_of_others(const struct speech *speech, uint32_t i, uint32_t last)
{
    static const char *const verbs[] = {"expect", "expected", "believe", "believed", "hope", "hoped", "fear", "feared",
                                        "doubt", "doubted", "think", "thought", "see", "saw"};
    struct subject s;

    if (i + 2 >= last || !(items_is(speech, i, "and") || items_is(speech, i, "but")))
        return false;
    if (!subjects_right(speech, i + 1, last, &s) || s.pronoun || !(IT(s.head).classes & LEX_ROLE) || !s.plural || s.last >= last)
        return false;
    return items_is_any(speech, s.last, verbs, sizeof verbs / sizeof *verbs);
}

/* Nothing follows the cue that would be its object. */
bool
clauses_closed_by(const struct speech *speech, uint32_t last, const struct event *e)
{
    uint32_t i = e->end;

    if (e->classes & LEX_TOLD && e->order == ORDER_BEFORE && i < last)
        i = clauses_skip_hearers(speech, i, last);
    i = clauses_skip_circumstances(speech, i, last);
    if (i >= last || IT(i).kind != ITEM_WORD)
        return i >= last || (IT(i).kind != ITEM_NAME && IT(i).kind != ITEM_NUMBER);
    return (IT(i).classes & (LEX_W_CONJ | LEX_W_SUB | LEX_ING)) != 0 || e->order != ORDER_BEFORE;
}

/* "Those who say it is near are wrong, Lee said.": all before the comma is Lee's, whoever speaks in it. */
bool
clauses_whole_sentence(const struct speech *speech, uint32_t last, const struct event *e)
{
    uint32_t i = clauses_skip_circumstances(speech, e->classes & LEX_TOLD ? clauses_skip_hearers(speech, e->end, last) : e->end, last);

    return e->order == ORDER_BEFORE && !e->subject.relative && !e->subject.pronoun && (e->classes & LEX_STRONG) && e->start > 0 &&
           IT(e->start - 1).kind == ITEM_COMMA && clauses_closed_by(speech, last, e) && (i >= last || IT(i).kind == ITEM_STOP);
}
