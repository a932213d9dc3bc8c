/* Verbs of speech: is a word of the lists one here, judged by its form and by what stands around it? */
#include "speech.h"

#define IT(i) (speech->items.v[i])

/* "wouldn't", "didn’t" */
static bool
cues_not(const struct speech *speech, uint32_t i)
{
    const struct token *t = speech_token(speech, IT(i).first);
    struct slice word = slice_of(speech->article->text + t->start, t->len);

    return (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL)) && t->len > 4 && (slice_ends(word, "n't") || slice_ends(word, "n’t"));
}

struct left
cues_skip_left(const struct speech *speech, uint32_t first, uint32_t cue)
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
        left.negated = left.negated || (k & LEX_W_NEG) || cues_not(speech, i);
        if (items_is(speech, i, "to"))
            left.to = true;
        else if ((k & LEX_OBJECT) &&
                 (items_is(speech, i, "himself") || items_is(speech, i, "herself") || items_is(speech, i, "themselves")))
            ; /* "Smith himself said" */
        else if (k & LEX_W_AUX) {
            left.be = left.be || (k & LEX_W_BE);
            left.have = true;
        } else if (k & LEX_W_MODAL)
            left.modal = true;
        else if (k & LEX_W_NEG)
            ;
        else if ((k & LEX_W_TIME) && (k & LEX_W_MONTH_DAY)) {
            if (i > first && items_is(speech, i - 1, "on"))
                left.at--;
        } else if ((k & LEX_W_TIME) && i > first + 1 &&
                   (items_is(speech, i - 1, "this") || items_is(speech, i - 1, "last") || items_is(speech, i - 1, "next"))) {
            left.at--; /* "a poll this month found" */
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

struct setting
cues_setting(const struct speech *speech, struct sentence sentence, uint32_t cue, const struct left *left)
{
    struct setting at = {.first = sentence.first, .last = sentence.last, .cue = cue, .left = left};

    if (left->at == at.first)
        return at;
    at.before = &IT(left->at - 1);
    at.quoted = at.before->kind == ITEM_QUOTE || ((at.before->kind == ITEM_COMMA || at.before->kind == ITEM_DASH) &&
                                                  left->at > at.first + 1 && IT(left->at - 2).kind == ITEM_QUOTE);
    return at;
}

/* "continued to dry", "responded to calls": with "to" these tell what somebody did. */
static bool
cues_deed(const struct speech *speech, uint32_t cue)
{
    static const char *const words[] = {"continue", "continues", "continued", "continuing", "began",   "begin",
                                        "begins",   "beginning", "respond",   "responds",   "responded", "responding"};

    if (cue + 1 >= speech->items.n || !items_is(speech, cue + 1, "to"))
        return false;
    return items_is_any(speech, cue, words, sizeof words / sizeof *words);
}

bool
cues_programmes(const struct speech *speech, uint32_t i)
{
    static const char *const words[] = {"TV", "television", "radio", "talk"};
    const struct token *t;

    if (i == 0 || !items_is(speech, i, "shows"))
        return false;
    t = speech_token(speech, IT(i - 1).last - 1);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_is_nocase(slice_of(speech->article->text + t->start, t->len), words[k]))
            return true;
    return false;
}

bool
cues_verb(const struct speech *speech, const struct setting *at)
{
    const struct left *left = at->left;
    const struct item *before = at->before;
    uint32_t cue = at->cue;
    uint64_t k = IT(cue).classes;

    if (cue + 1 < speech->items.n && IT(cue + 1).kind == ITEM_POSSESSIVE)
        return false; /* "the states' votes" */
    if (!at->quoted && cues_deed(speech, cue))
        return false;
    if (cues_programmes(speech, cue))
        return false;
    if (cue == at->first && IT(cue).capital && (k & LEX_ASKED) && (k & LEX_PAST))
        return false; /* "Asked if it was late, Smith said …": somebody asked him */
    if ((k & LEX_THIRD) && (k & (LEX_WEAK | LEX_MARKS)) && cue + 1 < speech->items.n && IT(cue + 1).kind == ITEM_WORD &&
        ((IT(cue + 1).classes & (LEX_W_AUX | LEX_W_MODAL)) ||
         ((IT(cue + 1).classes & LEX_CUE) && (IT(cue + 1).classes & LEX_PAST))))
        return false; /* "the reports showed", "the claims are" */
    if (left->be && !(k & LEX_ING) && !items_is(speech, cue + 1 < speech->items.n ? cue + 1 : cue, "by"))
        return false; /* passive: "was told", "is called" */
    if ((k & LEX_PARTICIPLE) && !(k & (LEX_PAST | LEX_BASE | LEX_THIRD | LEX_ING)) && !left->have)
        return false; /* "the letter shown below" */
    if (left->to)
        return before && (items_is(speech, left->at - 1, "on") || items_is(speech, left->at - 1, "continued"));
    if (before && (before->kind == ITEM_POSSESSIVE ||
                   (before->kind == ITEM_WORD && (before->classes & (LEX_W_DET | LEX_POSS)) && !(before->classes & LEX_W_REL))))
        return (before->classes & LEX_ROLE) != 0; /* "the claims", "his call"; but "others say" */
    if (before && before->kind == ITEM_WORD && (before->classes & LEX_W_PREP) && !(before->classes & (LEX_W_SUB | LEX_W_CONJ)) &&
        !(k & LEX_ING))
        return false;
    return true;
}

bool
cues_particle(const struct speech *speech, uint32_t cue, uint32_t last)
{
    uint32_t i = cue + 1;

    return i < last && (items_is(speech, i, "out") || items_is(speech, i, "on") || items_is(speech, i, "back") ||
                        items_is(speech, i, "it") || items_is(speech, i, "in") || items_is(speech, i, "of") ||
                        items_is(speech, i, "about"));
}

/* "the sign reads “…”": what is read is a paper; who reads “The Long Winter” says nothing. */
static bool
cues_read(const struct speech *speech, const struct event *e)
{
    bool read = items_is(speech, e->cue, "reads") || items_is(speech, e->cue, "read");

    return !read || (IT(e->subject.head).classes & LEX_THING) || items_is(speech, e->subject.head, "it");
}

bool
cues_agree(const struct speech *speech, const struct event *e, const struct left *left)
{
    uint64_t k = e->classes, head = IT(e->subject.head).classes;
    bool plural = e->subject.plural || e->nspeakers > 1 || subjects_many(speech, &e->subject) || (head & LEX_PLURAL) ||
                  (head & (LEX_W_PRON_FIRST)) || (head & LEX_W_PRON_SUBJ_P) || items_is(speech, e->subject.head, "you");

    if (!cues_read(speech, e))
        return false;
    if ((k & LEX_PAST) || left->modal || (k & LEX_ING) || left->to || e->subject.relative)
        return true;
    if ((k & LEX_THIRD) && (k & (LEX_MARKS | LEX_WEAK)) && IT(e->subject.head).kind == ITEM_NAME && e->subject.head > 0 &&
        items_det(speech, e->subject.head - 1) && !(e->cue_last < speech->items.n && items_is(speech, e->cue_last, "that")))
        return false; /* "the Paris attacks", but "the BBC reports that" */
    if ((k & LEX_BASE) && !(k & LEX_THIRD))
        return plural;
    return !plural || IT(e->subject.head).kind == ITEM_NAME;
}
