/* Who said it: the whole article is tokenised once; then names, marks and cues are read off the tokens. */
#include <stdlib.h>
#include <string.h>

#include "speech.h"

struct speech *
speech_new(const struct vocabulary *own)
{
    struct speech *speech = mem_zero(1, sizeof *speech);

    speech->tokens.own = own;
    speech->of_word = vocabulary_classes(own);
    return speech;
}

void
speech_free(struct speech *speech)
{
    if (!speech)
        return;
    tokens_free(&speech->tokens);
    vec_free(&speech->classes);
    vec_free(&speech->first);
    vec_free(&speech->begin);
    vec_free(&speech->capital_first);
    vec_free(&speech->has);
    vec_free(&speech->pairs);
    vec_free(&speech->marks);
    vec_free(&speech->mark_first);
    vec_free(&speech->names);
    vec_free(&speech->name_first);
    vec_free(&speech->full);
    vec_free(&speech->known);
    vec_free(&speech->surnames);
    vec_free(&speech->givens);
    vec_free(&speech->items);
    vec_free(&speech->sentences);
    vec_free(&speech->cues);
    vec_free(&speech->events);
    vec_free(&speech->mentions);
    mem_free(speech);
}

static bool
speech_reads(const struct block *block)
{
    return !block->repeated && (block_is_searched(block->kind) || block->kind == BLOCK_ATTRIBUTION);
}

/* The classes of all tokens beside each other: each is asked for some ten times, and eight bytes are loaded then. And: has a block cues? */
static void
speech_classify(struct speech *speech)
{
    const uint64_t *of_word = speech->of_word;
    const struct token *v = speech->tokens.v;
    uint64_t *classes;
    size_t i = 0;

    vec_reserve(&speech->classes, speech->tokens.n + 1);
    classes = speech->classes.v;
    for (size_t b = 0; b < speech->has.n; b++) {
        const size_t last = speech->first.v[b + 1];
        uint64_t seen = 0;

        for (; i < last; i++, v++)
            seen |= classes[i] = of_word[v->word];
        speech->has.v[b] |= seen & (LEX_CUE | LEX_NOUN) ? BLOCK_HAS_CUE : 0;
    }
    classes[i] = 0;
}

static void
speech_scan(struct speech *speech)
{
    const struct article *article = speech->article;

    tokens_clear(&speech->tokens);
    vec_clear(&speech->first);
    vec_clear(&speech->capital_first);
    vec_clear(&speech->has);
    for (size_t b = 0; b < article->nblocks; b++) {
        unsigned has = 0;

        vec_push(&speech->first, (uint32_t)speech->tokens.n);
        vec_push(&speech->capital_first, (uint32_t)speech->tokens.ncapitals);
        if (speech_reads(&article->blocks[b]))
            has = tokens_scan(&speech->tokens, article->text, article->len, article->blocks[b].words);
        if (article->blocks[b].kind == BLOCK_ATTRIBUTION)
            has &= ~(unsigned)BLOCK_HAS_CAPITALS; /* it is made of names */
        vec_push(&speech->has, (uint8_t)has);
    }
    vec_push(&speech->first, (uint32_t)speech->tokens.n);
    vec_push(&speech->capital_first, (uint32_t)speech->tokens.ncapitals);
    speech_classify(speech);
    speech->finds->tokens = &speech->tokens;
}

/* By place, and of those that begin together the longer one first. */
static bool
speech_quote_before(const struct quote *a, const struct quote *b)
{
    return a->span.start != b->span.start ? a->span.start < b->span.start : a->span.end > b->span.end;
}

/*
 * Rows were added sentence by sentence, so that each is as far from its place as its sentence has rows, at most: insertion is linear,
 * and needs neither memory nor calls as qsort() does.
 */
static void
speech_sort_quotes(struct finds *finds)
{
    struct quote *v = finds->quotes.v;

    for (size_t i = 1; i < finds->quotes.n; i++)
        if (speech_quote_before(&v[i], &v[i - 1])) {
            struct quote quote = v[i];
            size_t to = i;

            for (; to > 0 && speech_quote_before(&quote, &v[to - 1]); to--)
                v[to] = v[to - 1];
            v[to] = quote;
        }
}

/* The mentions by name, which are the first `named` and in order, and those by pronoun and role, which came sentence by sentence. */
static void
speech_sort_mentions(struct speech *speech, size_t named)
{
    struct finds *finds = speech->finds;
    size_t late = finds->mentions.n - named, to = finds->mentions.n;
    struct mention *v = finds->mentions.v, *others;

    vec_reserve(&speech->mentions, late);
    others = speech->mentions.v;
    for (size_t i = 0; i < late; i++) {
        size_t k = i;

        for (; k > 0 && v[named + i].span.start < others[k - 1].span.start; k--)
            others[k] = others[k - 1];
        others[k] = v[named + i];
    }
    while (late > 0)
        v[--to] = named > 0 && v[named - 1].span.start > others[late - 1].span.start ? v[--named] : others[--late];
}

#define PULLS 64 /* pull quotes that are looked up in the text; more of them are no article */

static bool
speech_is_word(const struct token *t)
{
    return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER;
}

/* The next word of tokens [at, last), or last. */
static uint32_t
speech_next_word(const struct token *v, uint32_t at, uint32_t last)
{
    while (at < last && !speech_is_word(&v[at]))
        at++;
    return at;
}

/* The words of a pull quote elsewhere: the last token of them, or NOWHERE. */
static uint32_t
speech_repeated_at(const struct speech *speech, uint32_t block)
{
    const struct token *v = speech->tokens.v;
    uint32_t first = speech->first.v[block], last = speech->first.v[block + 1], n = (uint32_t)speech->tokens.n;
    uint32_t begin = speech_next_word(v, first, last), match = begin;

    for (uint32_t i = 0; i < n; i++) {
        const uint32_t limit = i < first ? first : n;

        if (match == begin && begin < last) /* nearly always: look for a word that changes that, and at nothing else */
            while (i < limit && v[i].hash != v[begin].hash && v[i].hash != v[first].hash)
                i++;
        if (i == n)
            break;
        if (i == first) {
            i = last - 1;
            match = begin;
            continue;
        }
        if (!speech_is_word(&v[i]))
            continue;
        match = match < last && v[match].hash == v[i].hash ? match + 1 : first + (v[i].hash == v[first].hash);
        match = speech_next_word(v, match, last);
        if (match >= last)
            return i;
    }
    return NOWHERE;
}

/* Links a pull quote to the quotation that it repeats, and takes its speaker when the line below names none. */
static void
speech_link_pulls(struct speech *speech)
{
    struct finds *finds = speech->finds;
    unsigned pulls = 0;

    for (size_t p = 0; p < finds->quotes.n && pulls < PULLS; p++) {
        struct quote *pull = &finds->quotes.v[p];
        uint32_t at;

        if (pull->kind != QUOTE_PULL || speech->first.v[pull->block] == speech->first.v[pull->block + 1])
            continue;
        pulls++;
        at = speech_repeated_at(speech, pull->block);
        if (at == NOWHERE)
            continue;
        for (size_t q = 0; q < finds->quotes.n; q++) {
            const struct quote *quote = &finds->quotes.v[q];

            if (quote->kind == QUOTE_PULL || quote->kind == QUOTE_SCARE || quote->span.start > speech->tokens.v[at].start ||
                quote->span.end < token_end(&speech->tokens.v[at]))
                continue;
            pull->repeats = (uint32_t)q;
            if (!pull->nspeakers && quote->nspeakers) {
                memcpy(pull->speakers, quote->speakers, sizeof pull->speakers);
                pull->nspeakers = quote->nspeakers;
                pull->found = FOUND_FLOATING;
                pull->confidence = quote->confidence;
            }
        }
    }
}

/* What a headline or a caption says neither goes on in the text nor goes on from it. */
static bool
speech_stands_apart(enum block_kind kind)
{
    return kind == BLOCK_TITLE || kind == BLOCK_STANDFIRST || kind == BLOCK_HEADING || kind == BLOCK_CAPTION;
}

static void
speech_apart(struct speech *speech, uint32_t block)
{
    struct last_speech last = speech->last, colon = speech->colon;
    uint32_t topic = speech->topic, topic_token = speech->topic_token;

    speech->last.nspeakers = speech->colon.nspeakers = 0;
    speech->last.mention = (struct span){0};
    speech->topic = ENTITY_NONE;
    quotes_block(speech, block);
    speech->last = last;
    speech->colon = colon;
    speech->topic = topic;
    speech->topic_token = topic_token;
}

void
speech_find(struct speech *speech, const struct article *article, struct finds *finds)
{
    size_t named;
    bool turns;

    speech->article = article;
    speech->finds = finds;
    speech->last = (struct last_speech){.block = NOWHERE - 8};
    speech->topic = ENTITY_NONE;
    speech->person = ENTITY_NONE;
    speech->colon.nspeakers = speech->stance.nspeakers = 0;
    speech->topic_token = speech->utterances = 0;
    speech_scan(speech);
    marks_pair(speech);
    names_find(speech);
    people_resolve(speech);
    named = finds->mentions.n;
    turns = turns_present(speech);
    for (uint32_t b = 0; b < article->nblocks; b++) {
        if (speech->first.v[b] == speech->first.v[b + 1] || article->blocks[b].kind == BLOCK_ATTRIBUTION)
            continue;
        if (article->blocks[b].kind == BLOCK_QUOTE)
            quotes_pull(speech, b);
        else if (speech_stands_apart(article->blocks[b].kind))
            speech_apart(speech, b);
        else if (!turns || !turns_read(speech, b))
            quotes_block(speech, b);
    }
    speech_sort_quotes(finds);
    speech_link_pulls(speech);
    speech_sort_mentions(speech, named);
}
