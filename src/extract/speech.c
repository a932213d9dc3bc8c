/* Who said it: the whole article is tokenised once; then names, marks and cues are read off the tokens. */
#include <stdlib.h>

#include "speech.h"

struct speech *
speech_new(void)
{
    return mem_zero(1, sizeof(struct speech));
}

void
speech_free(struct speech *speech)
{
    if (!speech)
        return;
    vec_free(&speech->tokens);
    vec_free(&speech->first);
    vec_free(&speech->has);
    vec_free(&speech->pairs);
    vec_free(&speech->marks);
    vec_free(&speech->mark_first);
    vec_free(&speech->names);
    vec_free(&speech->name_first);
    vec_free(&speech->known);
    vec_free(&speech->surnames);
    vec_free(&speech->givens);
    vec_free(&speech->items);
    vec_free(&speech->sentences);
    vec_free(&speech->events);
    mem_free(speech);
}

static bool
speech_reads(const struct block *block)
{
    return !block->repeated && (block_is_searched(block->kind) || block->kind == BLOCK_ATTRIBUTION);
}

static void
speech_scan(struct speech *speech)
{
    const struct article *article = speech->article;

    vec_clear(&speech->tokens);
    vec_clear(&speech->first);
    vec_clear(&speech->has);
    for (size_t b = 0; b < article->nblocks; b++) {
        unsigned has = 0;

        vec_push(&speech->first, (uint32_t)speech->tokens.n);
        if (speech_reads(&article->blocks[b]))
            has = tokens_scan(&speech->tokens, article->text, article->blocks[b].words);
        vec_push(&speech->has, (uint8_t)has);
    }
    vec_push(&speech->first, (uint32_t)speech->tokens.n);
}

static int
speech_by_place(const void *a, const void *b)
{
    const struct quote *x = a, *y = b;

    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    return 0;
}

static int
speech_mentions_by_place(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;

    return x->span.start != y->span.start ? (x->span.start < y->span.start ? -1 : 1) : 0;
}

void
speech_find(struct speech *speech, const struct article *article, struct finds *finds)
{
    speech->article = article;
    speech->finds = finds;
    speech->last = (struct last_speech){.block = NOWHERE - 8};
    speech->topic = ENTITY_NONE;
    speech->colon.nspeakers = 0;
    speech->topic_token = speech->utterances = 0;
    speech_scan(speech);
    marks_pair(speech);
    names_find(speech);
    people_resolve(speech);
    for (uint32_t b = 0; b < article->nblocks; b++) {
        if (speech->first.v[b] == speech->first.v[b + 1] || article->blocks[b].kind == BLOCK_ATTRIBUTION)
            continue;
        if (article->blocks[b].kind == BLOCK_QUOTE)
            quotes_pull(speech, b);
        else
            quotes_block(speech, b);
    }
    if (finds->quotes.n)
        qsort(finds->quotes.v, finds->quotes.n, sizeof *finds->quotes.v, speech_by_place);
    if (finds->mentions.n)
        qsort(finds->mentions.v, finds->mentions.n, sizeof *finds->mentions.v, speech_mentions_by_place);
}
