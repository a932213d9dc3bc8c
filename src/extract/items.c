/* A block as items, cut into sentences; what an item is. */
#include "speech.h"

#define IT(i) (speech->items.v[i])
#define LONGEST 250 /* items of a sentence; what is longer is no prose, and is cut so that the work stays linear */

struct span
items_span(const struct speech *speech, uint32_t first, uint32_t last)
{
    return (struct span){speech_token(speech, IT(first).first)->start, token_end(speech_token(speech, IT(last - 1).last - 1))};
}

bool
items_is_any(const struct speech *speech, uint32_t i, const char *const *words, size_t n)
{
    const struct token *t = speech_token(speech, IT(i).first);
    struct slice word = slice_of(speech->article->text + t->start, t->len);

    for (size_t k = 0; IT(i).kind == ITEM_WORD && k < n; k++)
        if (slice_is_nocase(word, words[k]))
            return true;
    return false;
}

/* After “It is done.” a sentence goes on when its attribution follows: "Smith said." */
static bool
items_attribution_follows(const struct speech *speech, uint32_t token, uint32_t last, bool question)
{
    uint32_t limit = token + (question ? 12 : 7) < last ? token + (question ? 12 : 7) : last;

    for (uint32_t i = token; i < limit; i++) {
        uint64_t k = speech_classes(speech, i);
        unsigned kind = speech_token(speech, i)->kind;

        if (kind == TOKEN_STOP || kind == TOKEN_MARK || kind == TOKEN_QUESTION)
            return false;
        if ((k & LEX_CUE) && (k & (LEX_STRONG | LEX_WEAK)) && (k & (LEX_PAST | LEX_THIRD)) && i > token)
            return question || (i + 1 < last && speech_token(speech, i + 1)->kind == TOKEN_STOP);
    }
    return false;
}

/* Does a sentence end with token `i`, a stop of some sort, the next one being `next`? */
static bool
items_ends(const struct speech *speech, uint32_t i, uint32_t next, uint32_t last, bool after_quote)
{
    const struct token *t = speech_token(speech, i), *n = speech_token(speech, next);

    if (!(n->shape & (SHAPE_CAPITAL | SHAPE_DIGIT)) && n->kind != TOKEN_MARK && n->kind != TOKEN_OPEN && n->kind != TOKEN_SYMBOL)
        return false;
    if (t->kind == TOKEN_STOP && (n->shape & (SHAPE_DIGIT | SHAPE_SPACE)) == SHAPE_DIGIT && !after_quote)
        return false; /* "PM2.5" */
    return !after_quote || !items_attribution_follows(speech, next, last, t->kind != TOKEN_STOP);
}

/* "at 9 p.m. Insp. Mark Wray said": no title belongs to an hour. */
static bool
items_hour(const struct speech *speech, const struct token *t)
{
    struct slice word = slice_of(speech->article->text + t->start, t->len);

    return slice_is_nocase(word, "a.m.") || slice_is_nocase(word, "p.m.");
}

/* An abbreviation at the end of a sentence hides its stop: "in the U.S. The". */
static bool
items_hidden_stop(const struct speech *speech, uint32_t i, uint32_t next)
{
    const struct token *t = speech_token(speech, i), *n = speech_token(speech, next);
    uint64_t k = speech_classes(speech, next);

    if (!(t->shape & SHAPE_ABBR) || (t->shape & SHAPE_INITIAL) || (speech_classes(speech, i) & LEX_TITLE))
        return false;
    if ((k & LEX_TITLE) && (n->shape & SHAPE_CAPITAL) && items_hour(speech, t))
        return true;
    return (n->shape & SHAPE_CAPITAL) && (k & LEX_W_SENTENCE) && !(k & (LEX_GIVEN | LEX_W_MONTH_DAY));
}

/* What item a token is, by its kind; and whether it takes a second look: a stop of some sort, a mark, half of a word. */
enum { ITEMS_SPECIAL = 128 };
static const uint8_t items_of_kind[] = {
    [TOKEN_WORD] = ITEM_WORD,
    [TOKEN_NUMBER] = ITEM_NUMBER,
    [TOKEN_STOP] = ITEM_STOP | ITEMS_SPECIAL,
    [TOKEN_QUESTION] = ITEM_STOP | ITEMS_SPECIAL,
    [TOKEN_EXCLAMATION] = ITEM_STOP | ITEMS_SPECIAL,
    [TOKEN_COMMA] = ITEM_COMMA,
    [TOKEN_COLON] = ITEM_COLON,
    [TOKEN_SEMICOLON] = ITEM_SEMICOLON,
    [TOKEN_DASH] = ITEM_DASH,
    [TOKEN_OPEN] = ITEM_OPEN,
    [TOKEN_CLOSE] = ITEM_CLOSE,
    [TOKEN_ELLIPSIS] = ITEM_OTHER | ITEMS_SPECIAL,
    [TOKEN_MARK] = ITEM_OTHER | ITEMS_SPECIAL,
    [TOKEN_POSSESSIVE] = ITEM_POSSESSIVE | ITEMS_SPECIAL,
    [TOKEN_CLITIC] = ITEM_WORD | ITEMS_SPECIAL,
    [TOKEN_SYMBOL] = ITEM_OTHER,
};

/*
 * Adds tokens [i, end), i < end, as items, each of its own, up to the first that takes a second look or is a word with a stop of its
 * own, which is added, too. Returns the token behind. There is room for them. Nine tokens of ten are nothing else, so this is all
 * that is done for them.
 */
#if defined(__GNUC__)
__attribute__((noinline)) /* it wants all registers */
#endif
static uint32_t
items_run(struct speech *speech, uint32_t i, uint32_t end)
{
    const struct token *t = speech->tokens.v + i;
    const uint64_t *classes = speech->classes.v;
    struct item *item = speech->items.v + speech->items.n;
    uint32_t *cue = speech->cues.v + speech->cues.n, n = (uint32_t)speech->items.n;
    unsigned special;

    do {
        unsigned kind = items_of_kind[t->kind];
        uint64_t k = classes[i];

        special = (kind & ITEMS_SPECIAL) | (t->shape & SHAPE_ABBR);
        item->classes = k;
        item->first = i++;
        item->last = i;
        item->ref = t->hash;
        item->kind = (uint8_t)(kind & ~ITEMS_SPECIAL);
        item->capital = t->shape & SHAPE_CAPITAL;
        *cue = n++; /* written in any case: cheaper than to ask first */
        cue += (k & (LEX_CUE | LEX_NOUN)) != 0;
        item++;
        t++;
    } while (!special && i < end);
    speech->items.n = n;
    speech->cues.n = (size_t)(cue - speech->cues.v);
    return i;
}

/* "he's said", "that's": the clitic is a verb after these words. */
static bool
items_verb_clitic(uint64_t before)
{
    return (before & (LEX_SUBJECT | LEX_W_REL | LEX_W_PRON_OTHER | LEX_W_ADV)) != 0;
}

/* A mark without a partner is an apostrophe behind a word or a name; else it says nothing and goes. */
static void
items_lone_mark(struct speech *speech, struct item *item)
{
    const struct token *t = speech_token(speech, item->first);
    bool behind = speech->items.n > 1 && (item[-1].kind == ITEM_NAME || item[-1].kind == ITEM_WORD);

    if ((t->mark == MARK_CLOSE1 || t->mark == MARK_STRAIGHT1) && behind && !(t->shape & SHAPE_SPACE))
        item->kind = ITEM_POSSESSIVE;
    else
        speech->items.n--;
}

/* What the last item is, which was the token `i`, in the light of what stands before it. */
static void
items_mend(struct speech *speech, uint32_t i)
{
    struct item *item = &IT(speech->items.n - 1);

    switch (speech_token(speech, i)->kind) {
    case TOKEN_CLITIC: item->classes = LEX_W_AUX; break;
    case TOKEN_POSSESSIVE:
        if (speech->items.n > 1 && item[-1].kind == ITEM_WORD && items_verb_clitic(item[-1].classes)) {
            item->kind = ITEM_WORD;
            item->classes = LEX_W_AUX;
        }
        break;
    case TOKEN_MARK: items_lone_mark(speech, item); break;
    default: break;
    }
}

static void
items_end_sentence(struct speech *speech, struct sentence *sentence)
{
    uint32_t last = (uint32_t)speech->items.n;

    if (last > sentence->first) {
        struct sentence *add = vec_add(&speech->sentences);

        add->first = sentence->first;
        add->last = last;
        add->quote = sentence->quote;
    }
    *sentence = (struct sentence){.first = last};
}

/* Where the last sentence of a block begins, about: all that matters of a block without marks and cues is how it ends. */
static uint32_t
items_last_sentence(const struct speech *speech, uint32_t first, uint32_t last)
{
    uint32_t i = last, floor = last > first + LONGEST ? last - LONGEST : first;

    if (i > floor)
        i--; /* its own stop */
    while (i > floor && speech_token(speech, i - 1)->kind != TOKEN_STOP && speech_token(speech, i - 1)->kind != TOKEN_QUESTION)
        i--;
    return i;
}

/* The next name that is somebody's, and the token that it begins with or NOWHERE. */
struct next_name {
    uint32_t n, end, at;
};

static void
items_next_name(const struct speech *speech, struct next_name *next, uint32_t token)
{
    const struct name *v = speech->names.v;

    while (next->n < next->end && (v[next->n].title < token || v[next->n].entity == ENTITY_NONE))
        next->n++;
    next->at = next->n < next->end ? v[next->n].title : NOWHERE;
}

static struct item
items_name(const struct speech *speech, uint32_t n, uint32_t first)
{
    uint32_t last = speech->names.v[n].last;

    return (struct item){.first = first,
                         .last = last,
                         .ref = n,
                         .kind = ITEM_NAME,
                         .capital = true,
                         .classes = speech_classes(speech, last - 1) & (LEX_GIVEN | LEX_PLACE | LEX_ORG)};
}

static struct item
items_quote(const struct speech *speech, uint32_t m)
{
    const struct marked *marked = &speech->marks.v[m];

    return (struct item){.first = marked->open, .last = marked->close + (marked->closed ? 1 : 0), .ref = m, .kind = ITEM_QUOTE};
}

/* A stop of some sort, or a word with one of its own: behind all others a sentence goes on. */
static inline bool
items_may_end(const struct token *t)
{
    return (1u << t->kind & (1u << TOKEN_STOP | 1u << TOKEN_QUESTION | 1u << TOKEN_EXCLAMATION | 1u << TOKEN_ELLIPSIS)) ||
           (t->shape & SHAPE_ABBR);
}

/* Does a sentence end behind the token `i`? The next one is `next`. */
static bool
items_sentence_ends(const struct speech *speech, uint32_t i, uint32_t next, uint32_t last, bool quote)
{
    if (speech_token(speech, i)->kind != TOKEN_WORD)
        return items_ends(speech, i, next, last, quote);
    return !quote && items_hidden_stop(speech, i, next);
}

/* Reads a block as items, cut into sentences. */
void
items_read(struct speech *speech, uint32_t block)
{
    uint32_t first = speech->begin.v[block], last = speech->first.v[block + 1];
    uint32_t m = speech->mark_first.v[block], m_end = speech->mark_first.v[block + 1];
    struct next_name name = {.n = speech->name_first.v[block], .end = speech->name_first.v[block + 1]};
    struct sentence sentence = {0};

    vec_clear(&speech->items);
    vec_clear(&speech->sentences);
    vec_clear(&speech->cues);
    speech->cue = 0;
    if (!speech->has.v[block])
        first = items_last_sentence(speech, first, last);
    vec_reserve(&speech->items, last - first + 1);
    vec_reserve(&speech->cues, last - first + 1);
    items_next_name(speech, &name, first);
    for (uint32_t i = first; i < last;) {
        uint32_t mark = m < m_end ? speech->marks.v[m].open : NOWHERE, ends_at;
        bool quote = mark == i;

        if (quote) {
            ends_at = speech->marks.v[m].close - 1;
            sentence.quote = true;
            vec_push(&speech->items, items_quote(speech, m++));
            i = IT(speech->items.n - 1).last;
        } else if (name.at == i) {
            vec_push(&speech->items, items_name(speech, name.n, i));
            i = IT(speech->items.n - 1).last;
            ends_at = i - 1;
        } else {
            uint32_t room = i + LONGEST - ((uint32_t)speech->items.n - sentence.first), end = last;

            end = end < mark ? end : mark;
            end = end < name.at ? end : name.at;
            i = items_run(speech, i, end < room ? end : room);
            ends_at = i - 1;
            items_mend(speech, ends_at);
        }
        if (name.at < i)
            items_next_name(speech, &name, i);
        if (i >= last)
            break;
        if (speech->items.n - sentence.first >= LONGEST ||
            (items_may_end(speech_token(speech, ends_at)) && items_sentence_ends(speech, ends_at, i, last, quote)))
            items_end_sentence(speech, &sentence);
    }
    items_end_sentence(speech, &sentence);
}
