/* A conversation as it was written down: "LEE: It is late.", each turn a paragraph, without marks. */
#include "speech.h"

enum { LABEL = 5 /* tokens of a speaker's name */, LABELS = 32 /* different ones that are remembered */, LEAST = 3 /* turns */ };

/* The colon behind the name that a block begins with, or NOWHERE. */
static uint32_t
turns_colon(const struct speech *speech, uint32_t block)
{
    uint32_t first = speech->first.v[block], last = speech->first.v[block + 1], i = first;
    bool capitals = true;

    if (last - first < 3 || speech->article->blocks[block].kind != BLOCK_PARA)
        return NOWHERE;
    for (; i + 1 < last && i < first + LABEL && speech_token(speech, i)->kind == TOKEN_WORD; i++) {
        unsigned shape = speech_token(speech, i)->shape;

        if (!(shape & SHAPE_CAPITAL))
            break;
        capitals = capitals && (shape & (SHAPE_CAPITALS | SHAPE_ABBR));
    }
    if (i == first || speech_token(speech, i)->kind != TOKEN_COLON || speech_token(speech, i + 1)->kind == TOKEN_MARK)
        return NOWHERE;
    if (slice_is_nocase(slice_of(speech->article->text + speech_token(speech, first)->start, speech_token(speech, first)->len), "dear"))
        return NOWHERE; /* letters and their answers */
    if (!capitals) {
        size_t n = people_name_at(speech, first);

        if (n >= speech->names.n || speech->names.v[n].last != i || speech->names.v[n].entity == ENTITY_NONE ||
            speech_entity(speech, speech->names.v[n].entity)->kind != ENTITY_PERSON)
            return NOWHERE;
    }
    return i;
}

/* The words of a label, tokens [first, last), as one number. */
static uint32_t
turns_hash(const struct speech *speech, uint32_t first, uint32_t last)
{
    uint32_t hash = 0;

    for (uint32_t i = first; i < last; i++)
        hash = hash * 2654435761u + speech_token(speech, i)->hash;
    return hash;
}

/*
 * Of three turns at least, one speaker has two, in the same words, and another one: else what stands before the colons are headings,
 * or the names of a list, which may have relatives in it.
 */
bool
turns_present(const struct speech *speech)
{
    uint32_t labels[LABELS], turns = 0, n = 0;
    bool again = false;

    for (uint32_t b = 0; b < speech->article->nblocks; b++) {
        uint32_t colon = turns_colon(speech, b), hash, k = 0;

        if (colon == NOWHERE)
            continue;
        turns++;
        hash = turns_hash(speech, speech->first.v[b], colon);
        while (k < n && labels[k] != hash)
            k++;
        again = again || k < n;
        if (k == n && n < LABELS)
            labels[n++] = hash;
    }
    return turns >= LEAST && n > 1 && again;
}

static uint32_t
turns_speaker(struct speech *speech, uint32_t first, uint32_t colon, uint32_t block)
{
    size_t n = people_name_at(speech, first);
    uint32_t named = n < speech->names.n && speech->names.v[n].last == colon ? speech->names.v[n].entity : ENTITY_NONE, id = named;

    if (named == ENTITY_NONE || speech_entity(speech, named)->kind != ENTITY_PERSON)
        id = people_surname(speech, colon - 1, block); /* in capitals a person is taken for a body */
    if (id == ENTITY_NONE)
        id = named;
    return id == ENTITY_NONE ? people_role(speech, first, colon, false, GENDER_UNKNOWN, false) : id;
}

/* Adds the turn that the block is; false when it is none. */
bool
turns_read(struct speech *speech, uint32_t block)
{
    uint32_t first = speech->first.v[block], colon = turns_colon(speech, block);
    struct span words, label;
    struct quote *quote;

    if (colon == NOWHERE)
        return false;
    label = (struct span){speech_token(speech, first)->start, token_end(speech_token(speech, colon - 1))};
    words = (struct span){speech_token(speech, colon + 1)->start, token_end(speech_token(speech, speech->first.v[block + 1] - 1))};
    quote = quotes_add(speech, words, QUOTE_INDIRECT, block);
    quote->utterance = speech->utterances++;
    quote->cue = (struct span){speech_token(speech, colon)->start, token_end(speech_token(speech, colon))};
    quote->speaker = label;
    quote->speakers[0] = turns_speaker(speech, first, colon, block);
    quote->nspeakers = 1;
    quote->found = FOUND_NAMED;
    quote->confidence = 0.95f;
    quotes_remember(speech, quote, colon, quote->confidence);
    return true;
}
