/* Reported speech without marks: the clauses that belong to a cue. */
#include "speech.h"

#define IT(i) (speech->items.v[i])

/* Items [first, last) of a reported clause; first == last is none. */
struct clause {
    uint32_t first, last;
};

static bool
indirect_that(const struct speech *speech, uint32_t i)
{
    return speakers_is(speech, i, "that");
}

/* "whether", "if", "why", "how": what is asked. */
static bool
indirect_question(const struct speech *speech, uint32_t i)
{
    return IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_W_SUB) && !indirect_that(speech, i);
}

/* Over "reporters", "the crowd", "CNN": those who are told. */
static uint32_t
indirect_skip_hearers(const struct speech *speech, uint32_t i, uint32_t last)
{
    uint32_t start = i;

    while (i < last && i - start < 10) {
        uint64_t k = IT(i).classes;

        if (IT(i).kind == ITEM_WORD && (k & LEX_OBJECT))
            return i + 1;
        if (i > start && IT(i).kind == ITEM_WORD && ((k & (LEX_W_DET | LEX_SUBJECT | LEX_POSS | LEX_W_SUB)) || (k & LEX_W_PREP)))
            break;
        if (i > start && IT(i).kind == ITEM_NAME && IT(i - 1).kind != ITEM_POSSESSIVE && !(IT(i - 1).classes & LEX_W_DET) && IT(i - 1).kind != ITEM_NAME)
            break;
        if (IT(i).kind != ITEM_NAME && IT(i).kind != ITEM_POSSESSIVE && !speakers_noun(speech, i) && !(IT(i).classes & (LEX_W_DET | LEX_POSS)))
            break;
        i++;
    }
    return i;
}

/* Over "on Monday", "in a statement", "at a news conference in Paris". */
static uint32_t
indirect_skip_circumstances(const struct speech *speech, uint32_t i, uint32_t last)
{
    for (;;) {
        uint32_t start = i;

        while (i < last && IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_ADV | LEX_W_TIME)) && !(IT(i).classes & (LEX_W_SUB | LEX_W_DET | LEX_SUBJECT)))
            i++;
        if (i < last && IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_W_PREP) && !(IT(i).classes & (LEX_W_CONJ | LEX_W_REL))) {
            uint32_t k = i + 1;

            if (k < last && IT(k).kind == ITEM_WORD && (IT(k).classes & (LEX_W_DET | LEX_POSS)) && !indirect_that(speech, k))
                k++;
            while (k < last && k - i < 10 && (speakers_noun(speech, k) || IT(k).kind == ITEM_NAME || IT(k).kind == ITEM_POSSESSIVE) &&
                   !(k > i + 1 && IT(k).kind == ITEM_NAME && IT(k - 1).kind == ITEM_WORD && (IT(k - 1).classes & (LEX_W_TIME | LEX_THING))))
                k++;
            if (k > i + 1)
                i = k;
        }
        if (i == start)
            return i;
    }
}

/* Where the clause that begins at `first` ends: at the sentence's end, or where another one takes over. */
static uint32_t
indirect_end(const struct speech *speech, const struct event *e, uint32_t first, uint32_t last)
{
    for (size_t k = 0; k < speech->events.n; k++) {
        const struct event *other = &speech->events.v[k];
        uint32_t at = other->start;

        if (other == e || at <= first || at >= last || (other->classes & LEX_MARKS && other->order == ORDER_SHARED))
            continue;
        if (other->order == ORDER_SHARED) {
            while (at > first && IT(at - 1).kind == ITEM_WORD && (IT(at - 1).classes & (LEX_W_ADV | LEX_W_AUX | LEX_W_CONJ)))
                at--;
            if (at > first && IT(at - 1).kind == ITEM_COMMA)
                at--;
            return at;
        }
        if (other->order == ORDER_BEFORE && at > first + 1 && IT(at - 1).kind == ITEM_WORD && (IT(at - 1).classes & LEX_W_CONJ)) {
            at--;
            if (IT(at - 1).kind == ITEM_COMMA)
                at--;
            return at;
        }
        if (other->order == ORDER_BEFORE && IT(at - 1).kind == ITEM_SEMICOLON)
            return at - 1;
    }
    for (uint32_t i = first; i < last; i++)
        if (IT(i).kind == ITEM_COLON && i + 1 < last && IT(i + 1).kind == ITEM_QUOTE)
            return i;
    return last;
}

/* The reported clause after the cue. */
static struct clause
indirect_after(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t i = e->cue_last, last = sentence.last;
    bool that = false, quote_before = e->start > sentence.first && (IT(e->start - 1).kind == ITEM_QUOTE ||
                (IT(e->start - 1).kind == ITEM_COMMA && e->start > sentence.first + 1 && IT(e->start - 2).kind == ITEM_QUOTE));

    if (e->order == ORDER_AFTER)
        return (struct clause){0, 0};
    if (e->order == ORDER_ACCORDING) {
        if (e->cue != sentence.first)
            return (struct clause){0, 0};
        i = e->end;
        while (i < last && IT(i).kind != ITEM_COMMA)
            i++;
        return (struct clause){i + 1 < last ? i + 1 : last, last};
    }
    if (e->classes & LEX_TOLD && i < last && !indirect_that(speech, i) && !(e->classes & LEX_ASKED && indirect_question(speech, i)))
        i = indirect_skip_hearers(speech, i, last);
    i = indirect_skip_circumstances(speech, i, last);
    if (i + 1 < last && IT(i).kind == ITEM_COMMA) { /* "said, on the other hand, that" */
        uint32_t k = i + 1;

        if (!indirect_that(speech, k) && IT(k).kind != ITEM_QUOTE)
            return (struct clause){0, 0};
        i = k;
    }
    if (i < last && indirect_that(speech, i)) {
        that = true;
        i++;
    } else if (i < last && (e->classes & LEX_ASKED) && indirect_question(speech, i))
        that = true;
    if (i >= last || IT(i).kind == ITEM_STOP || IT(i).kind == ITEM_COMMA || IT(i).kind == ITEM_COLON || IT(i).kind == ITEM_DASH)
        return (struct clause){0, 0};
    if (quote_before && !that)
        return (struct clause){0, 0};
    if (!that && !(e->classes & LEX_STRONG))
        return (struct clause){0, 0};
    if (!that && IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_PREP | LEX_W_CONJ)) && !(IT(i).classes & LEX_W_SUB))
        return (struct clause){0, 0};
    return (struct clause){i, indirect_end(speech, e, i, last)};
}

/* The reported clause before ", X said". */
static struct clause
indirect_before(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t first = sentence.first, end = e->start;

    if (e->order == ORDER_SHARED || !(e->classes & (LEX_STRONG | LEX_WEAK)))
        return (struct clause){0, 0};
    if (end <= first + 1 || (IT(end - 1).kind != ITEM_COMMA && e->order != ORDER_ACCORDING))
        return (struct clause){0, 0};
    for (size_t k = 0; k < speech->events.n && &speech->events.v[k] < e; k++)
        if (speech->events.v[k].end < end && speech->events.v[k].order != ORDER_SHARED)
            first = speech->events.v[k].end;
    if (first != sentence.first)
        return (struct clause){0, 0};
    if (IT(end - 1).kind == ITEM_COMMA)
        end--;
    if (IT(first).kind == ITEM_WORD && (IT(first).classes & LEX_W_CONJ) && first + 1 < end)
        first++;
    return end > first + 2 ? (struct clause){first, end} : (struct clause){0, 0};
}

/* Nothing but quotations and punctuation: they have rows of their own. */
static bool
indirect_only_marks(const struct speech *speech, struct clause c)
{
    unsigned words = 0;

    for (uint32_t i = c.first; i < c.last; i++)
        words += IT(i).kind == ITEM_WORD || IT(i).kind == ITEM_NAME || IT(i).kind == ITEM_NUMBER;
    return words < 2;
}

/* What stands in marks within the clause is a fragment of it. */
static void
indirect_adopt(struct speech *speech, struct span span, const struct event *e)
{
    for (size_t k = speech->rows; k < speech->finds->quotes.n; k++) {
        struct quote *quote = &speech->finds->quotes.v[k];

        if (!span_holds(span, quote->span) || quote->kind == QUOTE_SCARE || quote->kind == QUOTE_INDIRECT)
            continue;
        quote->kind = QUOTE_FRAGMENT;
        if (quote->nspeakers == e->nspeakers && e->nspeakers && quote->speakers[0] == e->speakers[0])
            quote->utterance = e->utterance;
    }
}

static void
indirect_add(struct speech *speech, struct event *e, struct clause c, uint32_t block)
{
    struct span span;
    struct quote *quote;

    while (c.last > c.first && (IT(c.last - 1).kind == ITEM_STOP || IT(c.last - 1).kind == ITEM_COMMA))
        c.last--;
    if (c.last <= c.first || indirect_only_marks(speech, c))
        return;
    span = quotes_items_span(speech, c.first, c.last);
    if (!e->used)
        e->utterance = speech->utterances++;
    e->used = true;
    indirect_adopt(speech, span, e);
    quote = quotes_add(speech, span, QUOTE_INDIRECT, block);
    quotes_give(quote, e, 0.97f);
    quote->cue = quotes_items_span(speech, e->cue, e->cue_last);
    quote->utterance = e->utterance;
    quotes_remember(speech, quote, IT(e->cue).first, e->trust);
}

void
indirect_find(struct speech *speech, struct sentence sentence, uint32_t block)
{
    for (size_t k = 0; k < speech->events.n; k++) {
        struct event *e = &speech->events.v[k];
        struct clause c = indirect_after(speech, sentence, e);

        if (c.first == c.last && !e->used)
            c = indirect_before(speech, sentence, e);
        if (c.first < c.last)
            indirect_add(speech, e, c, block);
    }
}
