/* What stands in marks: speech or not, and whose. */
#include "speech.h"

#define IT(i) (speech->items.v[i])

/* ---- rows -------------------------------------------------------------------------------- */

struct quote *
quotes_add(struct speech *speech, struct span span, enum quote_kind kind, uint32_t block)
{
    const char *s = speech->article->text;
    struct quote *quote = vec_add(&speech->finds->quotes);

    while (span.start < span.end && (s[span.start] == ' ' || s[span.start] == '\n' || s[span.start] == '\t'))
        span.start++;
    quote->span = span;
    quote->kind = kind;
    quote->found = FOUND_UNKNOWN;
    quote->repeats = ROW_NONE;
    quote->block = block;
    quote->utterance = speech->utterances;
    return quote;
}

void
quotes_remember(struct speech *speech, const struct quote *quote, uint32_t token, float trust)
{
    struct last_speech *last = &speech->last;

    last->nspeakers = quote->nspeakers;
    for (unsigned n = 0; n < quote->nspeakers; n++)
        last->speakers[n] = quote->speakers[n];
    last->mention = quote->speaker;
    last->block = quote->block;
    last->utterance = quote->utterance;
    last->token = token;
    last->trust = trust;
    last->direct = quote->kind == QUOTE_DIRECT || quote->kind == QUOTE_FRAGMENT;
}

static enum quote_kind
quotes_kind(const struct speech *speech, const struct marked *marked)
{
    const struct token *first = speech_token(speech, marked->open + 1);

    if (marked->words < 4 && !marks_end_sentence(speech, marked))
        return QUOTE_FRAGMENT;
    return (first->shape & SHAPE_CAPITAL) || first->kind != TOKEN_WORD || marked->words >= 8 ? QUOTE_DIRECT
                                                                                                            : QUOTE_FRAGMENT;
}

/* ---- the speaker of a marked span ----------------------------------------------------------- */

/* Only a comma, a colon, a dash or "that" stands in items [a, b). */
static bool
quotes_adjacent(const struct speech *speech, uint32_t a, uint32_t b)
{
    for (uint32_t i = a; i < b; i++)
        if (IT(i).kind != ITEM_COMMA && IT(i).kind != ITEM_COLON && IT(i).kind != ITEM_DASH && IT(i).kind != ITEM_OTHER &&
            !(IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_DET | LEX_W_ADV))))
            return false;
    return true;
}

/*
 * "McCaskill said voters would find it “hard”": a cue that is weak by itself takes the words from a strong one before it only
 * when it stands near, or has its "that".
 */
static bool
quotes_reaches(const struct speech *speech, const struct event *strong, const struct event *e, uint32_t q)
{
    if (!strong || (e->classes & LEX_STRONG) || !(strong->classes & LEX_STRONG) || e->order == ORDER_SHARED)
        return true;
    if (e->classes & LEX_MARKS)
        return q - e->cue_last <= 5;
    return quotes_adjacent(speech, e->cue_last, q) || (e->cue_last < q && items_is(speech, e->cue_last, "that"));
}

/* "“…” — which she denies": its object is "which". */
static bool
quotes_in_relative(const struct speech *speech, const struct event *e)
{
    return e->order == ORDER_BEFORE && !e->subject.relative && e->start > 0 && items_is(speech, e->start - 1, "which");
}

/* The event whose words a marked span at item q holds. */
static struct choice
quotes_choose(struct speech *speech, struct sentence sentence, uint32_t q)
{
    struct event *left = NULL, *right = NULL;
    bool left_beside, right_beside;

    for (size_t k = 0; k < speech->events.n; k++) {
        struct event *e = &speech->events.v[k];

        if (e->cue_last <= q && quotes_reaches(speech, left, e, q))
            left = e;
        else if (e->cue_last <= q)
            continue;
        else if (e->cue > q && !right && !(e->order == ORDER_SHARED && e->start > q) && !quotes_in_relative(speech, e))
            right = e;
    }
    left_beside = left && (quotes_adjacent(speech, left->cue_last, q) || quotes_adjacent(speech, left->end, q));
    right_beside = right && right->start > q && quotes_adjacent(speech, q + 1, right->start) &&
                   (right->start > q + 1 || (right->classes & LEX_STRONG) ||
                    marks_end_sentence(speech, &speech->marks.v[IT(q).ref])); /* not the “new” Doctrine calls for */
    if (right_beside && !(left_beside && !left->used))
        return (struct choice){right, 1.0f, true};
    if (left_beside)
        return (struct choice){left, 1.0f, true};
    if (left && left->subject.relative && right && clauses_whole_sentence(speech, sentence.last, right))
        return (struct choice){right, 0.95f, false}; /* "Those who say it is near are “wrong,” in his eyes, Lee said." */
    if (left)
        return (struct choice){left, left->classes & LEX_MARKS ? 0.9f : 0.95f, false};
    if (right && (right->classes & (LEX_STRONG | LEX_WEAK)))
        return (struct choice){right, 0.85f, false};
    return (struct choice){0};
}

void
quotes_give(struct quote *quote, const struct event *e, float trust)
{
    quote->nspeakers = e->nspeakers;
    for (unsigned n = 0; n < e->nspeakers; n++)
        quote->speakers[n] = e->speakers[n];
    quote->speaker = e->mention;
    quote->found = e->nspeakers ? (enum quote_found)e->found : FOUND_UNKNOWN;
    quote->confidence = e->nspeakers ? e->trust * trust : 0;
}

/* Somebody spoke, if only an "I" or a "they" of whom no more is known. */
static bool
quotes_somebody(const struct last_speech *last)
{
    return last->nspeakers || span_len(last->mention) > 0;
}

static void
quotes_float(struct quote *quote, const struct last_speech *last, float trust, bool continued)
{
    quote->nspeakers = last->nspeakers;
    for (unsigned n = 0; n < last->nspeakers; n++)
        quote->speakers[n] = last->speakers[n];
    quote->speaker = last->mention;
    quote->found = last->nspeakers ? continued ? FOUND_CONTINUED : FOUND_FLOATING : FOUND_UNKNOWN;
    quote->confidence = last->nspeakers ? last->trust * trust : 0;
    quote->utterance = last->utterance;
}

struct span
quotes_cue(const struct speech *speech, const struct event *e)
{
    uint32_t last = e->cue_last;

    while (last > e->cue + 1 && IT(last - 1).kind != ITEM_WORD && IT(last - 1).kind != ITEM_NAME)
        last--;
    return items_span(speech, e->cue, last);
}

static void
quotes_from_event(struct speech *speech, uint32_t q, const struct choice *choice)
{
    const struct marked *marked = &speech->marks.v[IT(q).ref];
    struct event *e = choice->event;
    struct quote *quote = quotes_add(speech, marks_span(speech, marked), quotes_kind(speech, marked), marked->block);

    if (!e->used)
        e->utterance = speech->utterances++;
    else if (speech->finds->quotes.n > 1 && quote[-1].kind == QUOTE_DIRECT && marked->words >= 4)
        quote->kind = QUOTE_DIRECT; /* cut by its attribution: both parts are of one kind */
    e->used = true;
    quotes_give(quote, e, choice->trust);
    quote->cue = quotes_cue(speech, e);
    quote->utterance = e->utterance;
    quotes_remember(speech, quote, IT(q).first, e->trust);
}

/*
 * No cue in its sentence. Whole sentences in marks float: they belong to the last speaker, or to whom the sentence before is
 * about when that one came later. A phrase within a sentence belongs to the subject of its sentence, if to anybody.
 */

/* "statement from", "a letter of": what comes before the speaker in the line. */
static uint32_t
quotes_skip_paper(const struct speech *speech, uint32_t first, uint32_t last)
{
    uint32_t i = first;

    while (i < last && (speech_token(speech, i)->kind == TOKEN_DASH || speech_token(speech, i)->kind == TOKEN_SYMBOL))
        i++;
    first = i;
    if (i < last && (speech_classes(speech, i) & LEX_W_DET))
        i++;
    while (i < last && (speech_classes(speech, i) & LEX_THING) && !(speech_token(speech, i)->shape & SHAPE_CAPITAL && i > first))
        i++;
    if (i == first || i >= last || !(speech_classes(speech, i) & LEX_W_PREP))
        return first;
    i++;
    if (i < last && (speech_classes(speech, i) & LEX_W_DET))
        i++;
    return i < last ? i : first;
}

/* The line below a pull quote: "Name, Organisation", "statement from the office of …". */
static void
quotes_attribute(struct speech *speech, struct quote *quote, uint32_t line)
{
    uint32_t last = speech->first.v[line + 1], first = quotes_skip_paper(speech, speech->first.v[line], last), end = first;
    uint32_t name = speech->name_first.v[line], id;
    struct span span;

    if (first >= last)
        return;
    while (end < last && speech_token(speech, end)->kind != TOKEN_COMMA)
        end++;
    while (name < speech->name_first.v[line + 1] && speech->names.v[name].entity == ENTITY_NONE)
        name++;
    span = (struct span){speech_token(speech, first)->start, token_end(speech_token(speech, end - 1))};
    if (name < speech->name_first.v[line + 1] && speech->names.v[name].title == first) {
        const struct name *who = &speech->names.v[name];

        id = who->entity;
        span = (struct span){speech_token(speech, who->first)->start, token_end(speech_token(speech, who->last - 1))};
        if (end + 1 < last)
            people_apposition(speech, id, end + 1, last);
    } else
        id = people_role(speech, first, end, false, GENDER_UNKNOWN, true);
    quote->speaker = span;
    quote->speakers[0] = id;
    quote->nspeakers = 1;
    quote->found = FOUND_ATTRIBUTION;
    quote->confidence = 0.97f;
}

/* “…” — Name; or the line after a quotation that is nothing but a dash and a name. */
static uint32_t
quotes_signed(const struct speech *speech, uint32_t first, uint32_t last)
{
    size_t n = people_name_at(speech, first);

    if (first >= last || last - first > 16 || n >= speech->names.n || speech->names.v[n].title != first ||
        speech->names.v[n].entity == ENTITY_NONE)
        return NOWHERE;
    for (uint32_t i = first; i + 1 < last; i++)
        if (speech_token(speech, i)->kind == TOKEN_STOP)
            return NOWHERE;
    return (uint32_t)n;
}

static bool
quotes_dash(const struct speech *speech, uint32_t at)
{
    struct slice rest = slice_of(speech->article->text + at, speech->article->len - at);

    return slice_starts(rest, "-") || slice_starts(rest, "–") || slice_starts(rest, "—") || slice_starts(rest, "―");
}

static uint32_t
quotes_signature(const struct speech *speech, uint32_t q, uint32_t block)
{
    uint32_t after = IT(q).last, end = speech->first.v[block + 1];

    if (after < end)
        return quotes_dash(speech, speech_token(speech, after)->start) ? quotes_signed(speech, after + 1, end) : NOWHERE;
    if (block + 1 < speech->article->nblocks && IT(q).first == speech->first.v[block] &&
        quotes_dash(speech, speech->article->blocks[block + 1].span.start)) {
        /* the dash may have been taken for the mark of a list */
        uint32_t last = speech->first.v[block + 2];

        return quotes_signed(speech, end < last && quotes_dash(speech, speech_token(speech, end)->start) ? end + 1 : end, last);
    }
    return NOWHERE;
}

static void
quotes_without_event(struct speech *speech, struct sentence sentence, uint32_t q, uint32_t block, bool alone)
{
    const struct marked *marked = &speech->marks.v[IT(q).ref];
    struct quote *quote = quotes_add(speech, marks_span(speech, marked), quotes_kind(speech, marked), block);
    bool same = speech->last.block == block && quotes_somebody(&speech->last);
    struct event e = {0};

    uint32_t signature = quotes_signature(speech, q, block);

    quote->utterance = speech->utterances;
    if (alone && IT(q).last == speech->first.v[block + 1] && block + 1 < speech->article->nblocks &&
        speech->article->blocks[block + 1].kind == BLOCK_ATTRIBUTION)
        quotes_attribute(speech, quote, block + 1);
    else if (signature != NOWHERE) {
        const struct name *name = &speech->names.v[signature];

        quote->speakers[0] = name->entity;
        quote->nspeakers = 1;
        quote->speaker = (struct span){speech_token(speech, name->first)->start, token_end(speech_token(speech, name->last - 1))};
        quote->found = FOUND_ATTRIBUTION;
        quote->confidence = 0.95f;
    } else if (speech->goes_on && q == sentence.first && quotes_somebody(&speech->last))
        quotes_float(quote, &speech->last, 1.0f, true);
    else if (!alone && !(q == sentence.first && quote->kind == QUOTE_DIRECT && marked->words >= 5)) {
        if (!owners_in_eyes_of(speech, sentence, &e.subject))
            subjects_leading(speech, sentence.first, q, &e.subject);
        if (e.subject.found || owners_of_clause(speech, sentence, q, &e.subject)) {
            speakers_resolve(speech, &e);
            e.utterance = speech->utterances;
            quotes_give(quote, &e, e.found == FOUND_ROLE ? 0.4f : 0.85f);
        }
    } else if (speech->colon.nspeakers && q == sentence.first) {
        quotes_float(quote, &speech->colon, 1.0f, false);
        quote->utterance = speech->utterances;
    } else if (speech->stance.nspeakers && q == sentence.first) {
        quotes_float(quote, &speech->stance, 0.95f, false);
        quote->utterance = speech->utterances;
    } else if (speech->topic != ENTITY_NONE && speech->topic_token > speech->last.token && !same &&
               (speech->last.block + 2 < block || speech->topic_token >= speech->first.v[block])) {
        quote->speakers[0] = speech->topic;
        quote->nspeakers = 1;
        quote->found = FOUND_FLOATING;
        quote->confidence = 0.6f;
    } else if (quotes_somebody(&speech->last))
        quotes_float(quote, &speech->last,
                     same                              ? 0.98f
                     : block <= speech->last.block + 1 ? 0.95f
                                                       : 0.7f,
                     speech->last.direct && same);
    if (quote->utterance == speech->utterances)
        speech->utterances++;
    if (quote->nspeakers || quote->found != FOUND_UNKNOWN)
        quotes_remember(speech, quote, IT(q).first, quote->confidence);
}

static void
quotes_of_subject(struct speech *speech, uint32_t q, struct subject subject)
{
    const struct marked *marked = &speech->marks.v[IT(q).ref];
    struct quote *quote = quotes_add(speech, marks_span(speech, marked), quotes_kind(speech, marked), marked->block);
    struct event e = {.subject = subject};

    speakers_resolve(speech, &e);
    quote->utterance = speech->utterances++;
    quotes_give(quote, &e, 0.85f);
    if (quote->nspeakers)
        quotes_remember(speech, quote, IT(q).first, quote->confidence);
}

/* The sentence is nothing but the quotation, or "And then: “…”". */
static bool
quotes_opens(const struct speech *speech, uint32_t first, uint32_t q, uint32_t last)
{
    for (uint32_t i = first; i < q; i++)
        if (IT(i).kind != ITEM_COMMA && IT(i).kind != ITEM_COLON &&
            !(IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_W_CONJ | LEX_W_ADV))))
            return false;
    return q + 1 == last;
}

/* Words of attitude are no cues of their own, since they report no clause: only what stands in marks behind them makes them one. */
static struct choice
quotes_attitude(struct speech *speech, struct sentence sentence, uint32_t q, struct event *e)
{
    if (!owners_of_attitude(speech, sentence, q, e))
        return (struct choice){0};
    if (!e->subject.found)
        return (struct choice){e, 0, false};
    speakers_resolve(speech, e);
    e->trust *= 0.9f;
    vec_push(&speech->events, *e);
    return (struct choice){&speech->events.v[speech->events.n - 1], 0.9f, false};
}

static void
quotes_of_sentence(struct speech *speech, struct sentence sentence, uint32_t block)
{
    for (uint32_t q = sentence.first; sentence.quote && q < sentence.last; q++) {
        struct choice choice;
        struct event attitude;
        struct subject own;
        bool alone, owned;

        if (IT(q).kind != ITEM_QUOTE)
            continue;
        alone = quotes_opens(speech, sentence.first, q, sentence.last) ||
                (q == sentence.first && sentence.last - q == 2 && IT(q + 1).kind == ITEM_STOP);
        choice = quotes_choose(speech, sentence, q);
        owned = !choice.event && !alone && !speech->headline && !scare_is_title(speech, q) && owners_find(speech, sentence, q, &own);
        if (scare_is(speech, sentence, q, &choice, alone || owned))
            scare_add(speech, &speech->marks.v[IT(q).ref]);
        else if (owned)
            quotes_of_subject(speech, q, own);
        else {
            if (!choice.event && !alone && !owners_in_eyes_of(speech, sentence, &own))
                choice = quotes_attitude(speech, sentence, q, &attitude);
            if (choice.event)
                quotes_from_event(speech, q, &choice);
            else
                quotes_without_event(speech, sentence, q, block, alone);
        }
    }
}

/* Remembers what the sentence is about, for pronouns and for quotes that float: whom it names first, before it is read; */
static void
quotes_topic(struct speech *speech)
{
    const struct subject *s = &speech->leading;

    if (!s->found || IT(s->head).kind != ITEM_NAME)
        return;
    speech->topic = speech->names.v[IT(s->head).ref].entity;
    speech->topic_token = IT(s->head).first;
}

/* and then whom it asks, or whom the pronoun means that it begins with. */
static void
quotes_topic_after(struct speech *speech, struct sentence sentence)
{
    const struct subject *s = &speech->leading;

    for (size_t k = 0; k < speech->events.n; k++) {
        const struct event *e = &speech->events.v[k];

        if ((e->classes & LEX_ASKED) && e->cue_last < sentence.last && IT(e->cue_last).kind == ITEM_NAME) {
            speech->topic = speech->names.v[IT(e->cue_last).ref].entity; /* who is asked answers */
            speech->topic_token = IT(e->cue_last).first;
            return;
        }
    }
    if (s->found && s->pronoun) {
        uint32_t id = references_pronoun(speech, IT(s->head).classes, IT(s->head).first);

        if (id != ENTITY_NONE) {
            speech->topic = id;
            speech->topic_token = IT(s->head).first;
        }
    }
}

/* "Pollak observed:", "She listed three conditions:": the next quotation belongs to the subject. */
static void
quotes_announce(struct speech *speech, struct sentence sentence)
{
    struct event e = {0};

    if (speech->events.n)
        e = speech->events.v[speech->events.n - 1];
    else {
        e.subject = speech->leading;
        speakers_resolve(speech, &e);
        e.trust *= 0.85f;
    }
    speech->colon =
        (struct last_speech){.nspeakers = e.nspeakers, .mention = e.mention, .trust = e.trust, .token = IT(sentence.first).first};
    for (unsigned n = 0; n < e.nspeakers; n++)
        speech->colon.speakers[n] = e.speakers[n];
}

/* "The premier attacked the plan. “It is a mistake.”": the subject of a verb that may report, but has reported nothing yet. */
static void
quotes_stance(struct speech *speech)
{
    const struct subject *s = &speech->leading;

    speech->stance.nspeakers = 0;
    for (size_t k = 0; k < speech->events.n; k++) {
        const struct event *e = &speech->events.v[k];

        if (e->used)
            speech->stance.nspeakers = 0;
        if (e->used || e->negated || e->order != ORDER_BEFORE || !(e->classes & (LEX_MARKS | LEX_WEAK)) || e->nspeakers != 1 ||
            !s->found || e->subject.head != s->head || speech_entity(speech, e->speakers[0])->kind != ENTITY_PERSON)
            continue;
        speech->stance = (struct last_speech){
            .nspeakers = 1, .speakers = {e->speakers[0]}, .mention = e->mention, .trust = e->trust, .token = IT(s->head).first};
    }
}

/* Whom the sentence before was about, before this one's own subject takes over. */
static void
quotes_person(struct speech *speech, uint32_t block)
{
    bool person = speech->topic != ENTITY_NONE && speech->topic_token >= speech->first.v[block] &&
                  speech_entity(speech, speech->topic)->kind == ENTITY_PERSON;

    speech->person = person ? speech->topic : ENTITY_NONE;
    speech->person_token = speech->topic_token;
}

void
quotes_block(struct speech *speech, uint32_t block)
{
    speech->stance.nspeakers = 0;
    items_read(speech, block);
    speech->headline = (speech->has.v[block] & BLOCK_HAS_CAPITALS) != 0;
    speech->goes_on = block > 0 && speech->mark_first.v[block] > speech->mark_first.v[block - 1] &&
                      !speech->marks.v[speech->mark_first.v[block] - 1].closed;
    for (size_t k = 0; k < speech->sentences.n; k++) {
        struct sentence sentence = speech->sentences.v[k];

        speech->rows = speech->finds->quotes.n;
        subjects_leading(speech, sentence.first, sentence.last, &speech->leading);
        quotes_person(speech, block);
        quotes_topic(speech);
        speakers_events(speech, sentence);
        quotes_of_sentence(speech, sentence, block);
        indirect_find(speech, sentence, block);
        quotes_topic_after(speech, sentence);
        speech->colon.nspeakers = 0;
        if (IT(sentence.last - 1).kind == ITEM_COLON)
            quotes_announce(speech, sentence);
        quotes_stance(speech);
        speech->goes_on = false;
    }
}

/* ---- pull quotes ------------------------------------------------------------------------------ */

void
quotes_pull(struct speech *speech, uint32_t block)
{
    const struct article *article = speech->article;
    struct quote *quote = quotes_add(speech, article->blocks[block].words, QUOTE_PULL, block);

    quote->utterance = speech->utterances++;
    if (speech->mark_first.v[block + 1] - speech->mark_first.v[block] == 1) {
        const struct marked *marked = &speech->marks.v[speech->mark_first.v[block]];

        if (marked->open == speech->first.v[block])
            quote->span = marks_span(speech, marked);
    }
    if (block + 1 < article->nblocks && article->blocks[block + 1].kind == BLOCK_ATTRIBUTION)
        quotes_attribute(speech, quote, block + 1);
}
