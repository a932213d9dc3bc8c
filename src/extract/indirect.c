/* Reported speech without marks: the clauses that belong to a cue. */
#include "speech.h"

#define IT(i) (speech->items.v[i])

static bool
indirect_that(const struct speech *speech, uint32_t i)
{
    return items_is(speech, i, "that");
}

/* "whether", "if", "why", "how": what is asked. */
static bool
indirect_question(const struct speech *speech, uint32_t i)
{
    return IT(i).kind == ITEM_WORD && (IT(i).classes & LEX_W_SUB) && !indirect_that(speech, i);
}

/* The cue stands in a clause of "while" or "although" that begins its sentence. */
static bool
indirect_subordinate(const struct speech *speech, const struct event *e)
{
    static const char *const words[] = {"while", "although", "though", "when", "if", "after", "because", "since"};

    if (e->order != ORDER_BEFORE || e->start == 0 || e->subject.relative || !(IT(e->start - 1).classes & LEX_W_SUB))
        return false;
    return items_is_any(speech, e->start - 1, words, sizeof words / sizeof *words);
}

/* Where the clause that begins at `first` ends: at the sentence's end, or where another one takes over. */
static uint32_t
indirect_end(const struct speech *speech, const struct event *e, uint32_t first, uint32_t last)
{
    const unsigned stops = 1u << ITEM_COMMA | 1u << ITEM_DASH | 1u << ITEM_COLON;

    for (size_t k = 0; k < speech->events.n; k++) {
        const struct event *other = &speech->events.v[k];
        uint32_t at = other->start;

        if (other == e || at <= first || at >= last || (other->classes & LEX_MARKS && other->order == ORDER_SHARED))
            continue;
        if (other->order == ORDER_SHARED && !(other->classes & LEX_STRONG) && !other->used)
            continue; /* "and will respond soon" */
        if (other->order == ORDER_SHARED) {
            while (at > first && IT(at - 1).kind == ITEM_WORD &&
                   ((IT(at - 1).classes & (LEX_W_ADV | LEX_W_AUX | LEX_W_CONJ)) || items_is(speech, at - 1, "while")))
                at--;
            if (at > first && IT(at - 1).kind == ITEM_COMMA)
                at--;
            return at;
        }
        if (other->order == ORDER_BEFORE && at > first + 2 && IT(at - 1).kind == ITEM_WORD && (IT(at - 1).classes & LEX_W_CONJ) &&
            (IT(at - 2).kind == ITEM_COMMA || items_is(speech, at - 1, "but")))
            return IT(at - 2).kind == ITEM_COMMA ? at - 2 : at - 1;
        if (other->order == ORDER_BEFORE && IT(at - 1).kind == ITEM_SEMICOLON)
            return at - 1;
        if (at > first + 2 && clauses_whole_sentence(speech, last, other))
            return at - 1;
        if (at > first && other->order == ORDER_BEFORE && !other->subject.relative && IT(at - 1).kind == ITEM_COMMA && other->end < last &&
            IT(other->end).kind == ITEM_COMMA)
            return at - 1; /* "he had said “yes”, Weber said, “we …”" */
    }
    for (uint32_t i = first, dash = 0; i < last; i++) {
        if (!(stops >> IT(i).kind & 1) && i + 1 < last)
            continue;
        if (IT(i).kind == ITEM_COMMA && i > first + 2 && i + 2 < last && (IT(i + 1).classes & LEX_NOUN) &&
            (IT(i + 2).kind == ITEM_NAME || (IT(i + 2).classes & (LEX_W_DET | LEX_SUBJECT))))
            return i; /* "…, claims the ministry denies" */
        if (IT(i).kind == ITEM_COMMA && i > first + 2 && clauses_of_others(speech, i + 1, last))
            return i;
        if (IT(i).kind == ITEM_COMMA && i > first + 2 && indirect_subordinate(speech, e))
            return i; /* "While the party says it is ready, it is not." */
        dash = IT(i).kind == ITEM_DASH && !dash ? i : dash && IT(i).kind == ITEM_DASH ? NOWHERE : dash;
        if (i + 1 == last && dash > first + 3 && dash != NOWHERE && last - dash > 3)
            return dash; /* "… – a view that others share": the writer's own words */
        if (IT(i).kind == ITEM_COLON && i + 1 < last && IT(i + 1).kind == ITEM_QUOTE)
            return i;
        if (i > first + 3 && IT(i).kind == ITEM_COMMA && i + 1 < last &&
            (items_is(speech, i + 1, "which") || items_is(speech, i + 1, "according")))
            return i;
    }
    return last;
}

/* "say" itself takes a clause whatever its words; other verbs take nouns as well: "announced a deal". */
static bool
indirect_says(const struct speech *speech, const struct event *e)
{
    return items_is(speech, e->cue, "said") || items_is(speech, e->cue, "say") || items_is(speech, e->cue, "says") ||
           items_is(speech, e->cue, "saying") || e->order == ORDER_ACCORDING;
}

/* "As Smith said, …" and "…, as Smith said" */
static bool
indirect_as(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    return e->start > sentence.first && items_is(speech, e->start - 1, "as");
}

/* To the item after ", …, that": "said, twice, that". */
static uint32_t
indirect_skip_aside(const struct speech *speech, uint32_t i, uint32_t last)
{
    uint32_t k = i + 1;

    if (i >= last || IT(i).kind != ITEM_COMMA)
        return i;
    while (k < last && k - i < 10 && IT(k).kind != ITEM_COMMA && IT(k).kind != ITEM_QUOTE)
        k++;
    return k + 1 < last && IT(k).kind == ITEM_COMMA && indirect_that(speech, k + 1) ? k + 1 : i;
}

/* A clause may begin with this item when no "that" stands before it. */
static bool
indirect_begins(const struct speech *speech, uint32_t i)
{
    uint64_t k = IT(i).classes;

    if (IT(i).kind == ITEM_STOP || IT(i).kind == ITEM_COMMA || IT(i).kind == ITEM_DASH || IT(i).kind == ITEM_SEMICOLON ||
        IT(i).kind == ITEM_CLOSE)
        return false;
    if (IT(i).kind != ITEM_WORD)
        return true;
    if (k & (LEX_W_AUX | LEX_W_MODAL) && !(k & LEX_SUBJECT))
        return false; /* "the article that Lee said was lost" */
    return !(k & (LEX_W_PREP | LEX_W_CONJ)) || (k & LEX_W_SUB);
}

static struct clause
indirect_according(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t i = e->end;

    if (e->start != sentence.first &&
        !(e->start == sentence.first + 1 &&
          (IT(sentence.first).kind != ITEM_WORD || (IT(sentence.first).classes & (LEX_W_CONJ | LEX_W_SUB)))))
        return (struct clause){0, 0};
    while (i < sentence.last && IT(i).kind != ITEM_COMMA)
        i++;
    if (i + 1 < sentence.last && IT(sentence.last - 1).kind == ITEM_CLOSE)
        sentence.last--;
    return i + 1 < sentence.last ? (struct clause){i + 1, sentence.last} : (struct clause){0, 0};
}

/* "…, he said, …": the part after the second comma. */
static struct clause
indirect_resumed(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t i = e->end;
    struct clause c;

    if (e->order == ORDER_SHARED || e->order == ORDER_ACCORDING || !(e->classes & (LEX_STRONG | LEX_WEAK)) ||
        e->start <= sentence.first || IT(e->start - 1).kind != ITEM_COMMA || i + 1 >= sentence.last)
        return (struct clause){0, 0};
    if (e->classes & LEX_TOLD && e->order == ORDER_BEFORE)
        i = clauses_skip_hearers(speech, i, sentence.last);
    i = clauses_skip_circumstances(speech, i, sentence.last);
    if (i + 1 >= sentence.last || IT(i).kind != ITEM_COMMA || IT(i + 1).kind == ITEM_QUOTE)
        return (struct clause){0, 0};
    if (e->order == ORDER_AFTER && !(IT(i + 1).classes & (LEX_W_AUX | LEX_W_MODAL)))
        return (struct clause){0, 0}; /* "said Ann Lee, a professor" */
    c = (struct clause){i + 1, indirect_end(speech, e, i + 1, sentence.last)};
    return IT(c.first).kind == ITEM_WORD && (IT(c.first).classes & (LEX_ING | LEX_W_REL)) ? (struct clause){0, 0} : c;
}

/* "called the bill a “disgrace” for farmers": the object with its marked words, after verbs that take no clause. */
static struct clause
indirect_object(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    struct clause c = {e->cue_last, 0};

    if (!e->used || e->attitude || (e->classes & LEX_STRONG) || c.first >= sentence.last || e->order == ORDER_ACCORDING)
        return (struct clause){0, 0};
    if (IT(c.first).kind == ITEM_COMMA || IT(c.first).kind == ITEM_COLON || IT(c.first).kind == ITEM_QUOTE ||
        indirect_that(speech, c.first))
        return (struct clause){0, 0};
    if (items_is(speech, c.first, "as") || items_is(speech, c.first, "of") || items_is(speech, c.first, "for") ||
        items_is(speech, c.first, "on"))
        c.first++;
    if (items_is(speech, c.first, "by"))
        return (struct clause){0, 0};
    c.last = indirect_end(speech, e, c.first, sentence.last);
    for (uint32_t i = c.first; i < c.last; i++)
        if (IT(i).kind == ITEM_SEMICOLON)
            c.last = i; /* an object is no longer than its clause */
    for (uint32_t i = c.first; i < c.last; i++)
        if (IT(i).kind == ITEM_QUOTE)
            return c;
    return (struct clause){0, 0};
}

/* The cue stands right behind marks, which it belongs to. */
static bool
indirect_behind_marks(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t before = e->start;

    if (e->order == ORDER_SHARED)
        return false; /* "“…,” noting the plan was old" */
    if (IT(sentence.first).kind == ITEM_WORD && (IT(sentence.first).classes & LEX_W_PREP))
        return false; /* "On the “deal,” Smith said …" */
    if (before > sentence.first + 1 && IT(before - 1).kind == ITEM_COMMA)
        before--;
    return before > sentence.first && IT(before - 1).kind == ITEM_QUOTE;
}

/*
 * Over what introduces the clause from item *i on; true when something does: "that", a colon, a question word, "Mr Weiner that".
 * A clause of a relative pronoun ("said of a list that included") sets *i to the end.
 */
static bool
indirect_introduced(const struct speech *speech, const struct event *e, uint32_t *i, uint32_t last)
{
    uint32_t k = *i;
    bool put = items_is(speech, e->cue_last - 1, "it"), colon; /* "puts it more gently: …" */

    while (put && k < last && k < *i + 4 && IT(k).kind == ITEM_WORD)
        k++;
    if (put && k < last && IT(k).kind == ITEM_COLON)
        *i = k;
    colon = *i + 1 < last && IT(*i).kind == ITEM_COLON && ((e->classes & LEX_STRONG) || put) && IT(*i + 1).kind != ITEM_QUOTE;

    *i += colon;
    if (*i >= last)
        return colon;
    if (indirect_that(speech, *i)) {
        const struct item *next = *i + 1 < last ? &IT(*i + 1) : NULL;

        if (*i > e->cue_last && next && next->kind == ITEM_WORD &&
            ((next->classes & (LEX_W_AUX | LEX_W_MODAL | LEX_W_VERB)) || clauses_past(speech, *i + 1))) {
            *i = last;
            return false;
        }
        if (!next || !(next->classes & LEX_W_AUX) || (next->classes & LEX_W_SUB))
            ++*i; /* but "said that's not true" */
        return true;
    }
    if ((e->classes & LEX_ASKED) && indirect_question(speech, *i))
        return true;
    k = clauses_skip_hearers(speech, *i, last);
    if (!colon && (e->classes & (LEX_WEAK | LEX_STRONG)) && k > *i && k < last && k - *i < 8 && indirect_that(speech, k) &&
        IT(k - 1).kind != ITEM_POSSESSIVE && !(k + 1 < last && clauses_finite(speech, k + 1))) { /* not "say a man that fled may" */
        *i = k + 1;
        return true;
    }
    return colon;
}

/* The cue, its introduction and the clause go together. */
static bool
indirect_fits(const struct speech *speech, const struct event *e, struct clause c, bool introduced)
{
    const struct item *item = &IT(c.first);

    if (!introduced && !(e->classes & LEX_STRONG) &&
        !((e->classes & (LEX_THAT | LEX_WEAK)) && (IT(e->subject.head).classes & LEX_THING)))
        return false;
    if (introduced && (item->kind != ITEM_WORD || (item->classes & (LEX_W_DET | LEX_POSS | LEX_SUBJECT)) ||
                       (c.last > c.first + 3 && !(IT(c.first + 1).classes & LEX_W_PREP))))
        return true; /* "that" is no determiner as in "repeated that claim in" */
    return indirect_says(speech, e) || clauses_have_verb(speech, c);
}

/* "which the probe said were covered up", "what she said is …": the clause has lost its subject to the relative pronoun. */
static bool
indirect_extracted(const struct speech *speech, struct sentence sentence, const struct event *e, uint32_t i)
{
    return e->start > sentence.first && e->order == ORDER_BEFORE && (IT(i).classes & (LEX_W_AUX | LEX_W_MODAL)) &&
           IT(e->start - 1).kind == ITEM_WORD &&
           ((IT(e->start - 1).classes & LEX_W_REL) || items_is(speech, e->start - 1, "what"));
}

/* The reported clause after the cue. */
static struct clause
indirect_after(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t i = e->cue_last, last = sentence.last;
    bool introduced, as = indirect_as(speech, sentence, e);
    struct clause c;

    if (e->order == ORDER_AFTER)
        return (struct clause){0, 0};
    c = indirect_object(speech, sentence, e);
    if (c.last)
        return c;
    if (e->order == ORDER_ACCORDING)
        return indirect_according(speech, sentence, e);
    if (as && e->trust < 0.8f)
        return (struct clause){0, 0}; /* "As their masts cracked, …" */
    if (as && e->start <= sentence.first + 2 && (e->start == sentence.first + 1 || IT(sentence.first).kind != ITEM_WORD))
        return indirect_according(speech, (struct sentence){e->start, last}, e);
    if (as)
        return (struct clause){0, 0};
    if (e->classes & LEX_TOLD && i < last && !indirect_that(speech, i) &&
        !(e->classes & LEX_ASKED && indirect_question(speech, i)))
        i = clauses_skip_hearers(speech, i, last);
    if (i < last && items_is(speech, i, "to") && (e->classes & (LEX_WEAK | LEX_ASKED)) && !(e->classes & LEX_THAT))
        return (struct clause){i, indirect_end(speech, e, i, last)}; /* "vowed to fight" */
    i = indirect_skip_aside(speech, clauses_skip_circumstances(speech, i, last), last);
    if (i + 1 < last && items_is(speech, i, "while") && subjects_gerund(speech, i + 1))
        return (struct clause){0, 0}; /* "…, Smith said while visiting Oslo" */
    if (i + 1 < last && IT(i).kind == ITEM_COMMA) {
        if (!indirect_that(speech, i + 1) && IT(i + 1).kind != ITEM_QUOTE)
            return indirect_resumed(speech, sentence, e);
        i++;
    }
    introduced = indirect_introduced(speech, e, &i, last);
    if (i >= last || (!introduced && (indirect_behind_marks(speech, sentence, e) ||
                                      (!indirect_begins(speech, i) && !indirect_extracted(speech, sentence, e, i)))))
        return (struct clause){0, 0};
    c = (struct clause){i, indirect_end(speech, e, i, last)};
    if (IT(e->cue).kind == ITEM_COLON && IT(last - 1).kind == ITEM_STOP && !speech->headline && !clauses_predicate(speech, c))
        return (struct clause){0, 0}; /* "Ann B. Lee: theft, held in lieu of $70,000" */
    return indirect_fits(speech, e, c, introduced) ? c : (struct clause){0, 0};
}

/* "The golf industry, she said, is …": the clause goes on behind the cue, in marks or without. */
static bool
indirect_interrupted(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    const struct marked *marked;

    if (indirect_resumed(speech, sentence, e).last)
        return true;
    if (e->end + 1 >= sentence.last || IT(e->end).kind != ITEM_COMMA || IT(e->end + 1).kind != ITEM_QUOTE)
        return false;
    marked = &speech->marks.v[IT(e->end + 1).ref];
    return !(speech_token(speech, marked->open + 1)->shape & SHAPE_CAPITAL);
}

/* The reported clause before ", X said". */
static struct clause
indirect_before(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t first = sentence.first, end = e->start;
    bool as = indirect_as(speech, sentence, e);

    if (e->order == ORDER_SHARED || !(e->classes & (LEX_STRONG | LEX_WEAK)))
        return (struct clause){0, 0};
    if (as)
        end--;
    if (end <= first + 1 || (IT(end - 1).kind != ITEM_COMMA && IT(end - 1).kind != ITEM_QUOTE && e->order != ORDER_ACCORDING))
        return (struct clause){0, 0};
    for (size_t k = 0; k < speech->events.n && &speech->events.v[k] < e && !clauses_whole_sentence(speech, sentence.last, e); k++)
        if (speech->events.v[k].end < end && speech->events.v[k].order != ORDER_SHARED && e->order != ORDER_ACCORDING &&
            (speech->events.v[k].classes & LEX_STRONG))
            return (struct clause){0, 0};
    if (IT(end - 1).kind == ITEM_COMMA)
        end--;
    for (uint32_t i = first; i + 1 < end; i++)
        if (IT(i).kind == ITEM_COLON || IT(i).kind == ITEM_SEMICOLON)
            first = i + 1;
    if (IT(first).kind == ITEM_WORD && (IT(first).classes & LEX_W_CONJ) && first + 1 < end)
        first++;
    if (IT(first).kind == ITEM_WORD && (IT(first).classes & LEX_ASKED) && (IT(first).classes & LEX_PAST) && IT(first).capital)
        return (struct clause){0, 0}; /* "Asked if it was late, Smith said yes" */
    if (end == first + 1 && (items_is(speech, first, "nor") || items_is(speech, first, "that") || items_is(speech, first, "this")) &&
        indirect_resumed(speech, sentence, e).last)
        return (struct clause){first, end}; /* "Nor, she said, is it new" is the opposite without it; "That, she said, is why" */
    if (indirect_interrupted(speech, sentence, e))
        return indirect_begins(speech, first) &&
                       (!(IT(first).classes & (LEX_W_ADV | LEX_W_SUB)) || clauses_have_verb(speech, (struct clause){first, end}))
                   ? (struct clause){first, end}
                   : (struct clause){0, 0};
    if (end <= first + 2 || !clauses_closed_by(speech, sentence.last, e))
        return (struct clause){0, 0};
    if (!clauses_have_verb(speech, (struct clause){first, end}) &&
        (end < first + 5 || !indirect_begins(speech, first) || (IT(first).classes & LEX_W_ADV)))
        return (struct clause){0, 0};
    return (struct clause){first, end};
}

/* "It is old, said Lee, a builder, and cannot last", "…, according to Lee, and history is with her": said by Lee too. */
static struct clause
indirect_tail(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t limit = e->end + 30 < sentence.last ? e->end + 30 : sentence.last;
    struct clause c;

    if (e->order != ORDER_AFTER && e->order != ORDER_ACCORDING)
        return (struct clause){0, 0};
    c = indirect_resumed(speech, sentence, e);
    if (c.last)
        return c; /* "The surprise, said Lee, was the road." */
    for (uint32_t i = e->end; i + 2 < limit; i++) {
        if (IT(i).kind == ITEM_QUOTE || IT(i).kind == ITEM_SEMICOLON || IT(i).kind == ITEM_COLON ||
            (IT(i).classes & LEX_W_REL && IT(i).kind == ITEM_WORD))
            return (struct clause){0, 0};
        if (IT(i).kind != ITEM_COMMA || !(items_is(speech, i + 1, "and") || items_is(speech, i + 1, "but")))
            continue;
        c = (struct clause){i + 1, indirect_end(speech, e, i + 1, sentence.last)};
        return clauses_finite(speech, i + 2) ||
                       (e->order == ORDER_AFTER && clauses_predicate(speech, (struct clause){i + 2, c.last}))
                   ? c
                   : (struct clause){0, 0};
    }
    return (struct clause){0, 0};
}

/* Nothing but quotations and punctuation: they have rows of their own. */
static bool
indirect_only_marks(const struct speech *speech, struct clause c)
{
    unsigned words = 0;

    for (uint32_t i = c.first; i < c.last && words < 2; i++)
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

/* "said it was “new” and reflected “old” fears": the second verb's words are part of a row of the same speaker. */
static bool
indirect_told_already(struct speech *speech, struct span span, const struct event *e)
{
    for (size_t k = speech->rows; k < speech->finds->quotes.n; k++) {
        const struct quote *quote = &speech->finds->quotes.v[k];

        if (quote->kind == QUOTE_INDIRECT && span_holds(quote->span, span) && e->nspeakers && quote->nspeakers == e->nspeakers &&
            quote->speakers[0] == e->speakers[0]) {
            for (size_t f = speech->rows; f < speech->finds->quotes.n; f++)
                if (span_holds(span, speech->finds->quotes.v[f].span) && speech->finds->quotes.v[f].kind == QUOTE_FRAGMENT)
                    speech->finds->quotes.v[f].utterance = quote->utterance;
            return true;
        }
    }
    return false;
}

/* part: of a clause that the cue cuts in two, which may be as short as "Nor, …" */
static void
indirect_add(struct speech *speech, struct event *e, struct clause c, bool part, uint32_t block)
{
    struct span span;
    struct quote *quote;

    while (c.last > c.first && (IT(c.last - 1).kind == ITEM_STOP || IT(c.last - 1).kind == ITEM_COMMA))
        c.last--;
    while (c.first < c.last && IT(c.first).kind == ITEM_COMMA)
        c.first++;
    if (c.last <= c.first || (indirect_only_marks(speech, c) && !(part && IT(c.first).kind != ITEM_QUOTE)))
        return;
    span = items_span(speech, c.first, c.last);
    if (indirect_told_already(speech, span, e))
        return;
    if (!e->used)
        e->utterance = speech->utterances++;
    e->used = true;
    indirect_adopt(speech, span, e);
    quote = quotes_add(speech, span, QUOTE_INDIRECT, block);
    quotes_give(quote, e, 0.97f);
    quote->cue = quotes_cue(speech, e);
    quote->utterance = e->utterance;
    quotes_remember(speech, quote, IT(e->cue).first, e->trust);
}

/* "whatever he concedes there": what he concedes is not told. */
static bool
indirect_free_relative(const struct speech *speech, struct sentence sentence, const struct event *e)
{
    uint32_t before = e->start - 1;

    return e->start > sentence.first && (items_is(speech, before, "whatever") || items_is(speech, before, "whichever") ||
                                         items_is(speech, before, "whoever") || items_is(speech, before, "wherever"));
}

void
indirect_find(struct speech *speech, struct sentence sentence, uint32_t block)
{
    for (size_t k = 0; k < speech->events.n; k++) {
        struct event *e = &speech->events.v[k];
        struct clause after, before = {0, 0};

        if (!e->used &&
            (e->trust < 0.7f || (IT(e->subject.head).classes & LEX_W_PRON_FIRST) || items_is(speech, e->subject.head, "you")))
            continue; /* an unknown noun as subject is speech only with marks; the writer and the reader are nobody */
        if (!e->used && indirect_free_relative(speech, sentence, e))
            continue;
        if (e->negated && !e->used && indirect_says(speech, e))
            continue; /* "would not say whether" */
        if ((e->classes & LEX_ASKED) && e->cue_last < sentence.last && items_is(speech, e->cue_last, "not"))
            continue; /* "asked not to be named" */

        after = indirect_after(speech, sentence, e);
        if (after.first < after.last && indirect_only_marks(speech, after))
            after.last = after.first;
        if (after.first == after.last || indirect_resumed(speech, sentence, e).last > 0)
            before = indirect_before(speech, sentence, e);
        if (before.first < before.last && after.first == after.last && !indirect_only_marks(speech, before))
            after = indirect_tail(speech, sentence, e);
        if (before.first < before.last)
            indirect_add(speech, e, before, after.first < after.last, block);
        if (after.first < after.last)
            indirect_add(speech, e, after, false, block);
    }
}
