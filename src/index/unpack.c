/*
 * Records into articles again. The file they lie in may be damaged, or somebody else's: nothing that is read is believed. Each
 * find is checked against what the headers say of it, since all that comes after relies on that.
 */
#include <string.h>

#include "lede/utf.h"
#include "record.h"

struct unpacker {
    const unsigned char *at, *end;  /* the finds not yet read */
    const char *text, *strings;
    uint32_t len;
    uint64_t nstrings;              /* bytes */
    struct pack_counts counts;
    struct arena *arena;
    bool bad;                       /* stays so */
};

/* ---- numbers -------------------------------------------------------------------------- */

static uint64_t
take_long(struct unpacker *u)
{
    uint64_t value = 0;

    for (unsigned shift = 0; u->at < u->end; shift += 7) {
        uint64_t byte = *u->at++;

        if (shift == 63 && byte > 1)
            break;
        value |= (byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    u->bad = true;
    return 0;
}

static inline uint64_t
take(struct unpacker *u)
{
    return u->at < u->end && *u->at < 0x80 ? *u->at++ : take_long(u);
}

static inline uint32_t
take_32(struct unpacker *u)
{
    uint64_t value = take(u);

    u->bad |= value > UINT32_MAX;
    return (uint32_t)value;
}

/* A number counted from `from`. */
static inline uint32_t
take_difference(struct unpacker *u, uint32_t from)
{
    return from + record_unfold_difference(take_32(u));
}

/* Its length, behind a start that is known. */
static inline struct span
take_rest(struct unpacker *u, uint32_t start)
{
    struct span span = {start, start + take_32(u)};

    u->bad |= u->bad || !record_span_fits(u->text, u->len, span);
    return span;
}

/* A span that may stand on either side of `near`. */
static inline struct span
take_span(struct unpacker *u, uint32_t near)
{
    return take_rest(u, take_difference(u, near));
}

static inline struct span
take_span_if(struct unpacker *u, bool there, uint32_t near)
{
    return there ? take_span(u, near) : (struct span){0, 0};
}

static inline uint32_t
take_step(struct unpacker *u, uint32_t bits, uint32_t from)
{
    bits &= RECORD_STEP_FAR;
    return bits < RECORD_STEP_FAR ? from + bits : take_difference(u, from);
}

/* The strings are known to be valid and to end with a NUL: what begins with a character is one. */
static inline const char *
string_at(struct unpacker *u, uint64_t at)
{
    if (at >= u->nstrings || ((unsigned char)u->strings[at] & 0xC0) == 0x80) {
        u->bad = true;
        return NULL;
    }
    return at ? u->strings + at : NULL;
}

static inline const char *
take_string(struct unpacker *u)
{
    return string_at(u, take(u));
}

/* One that must be there. */
static inline const char *
take_name(struct unpacker *u)
{
    const char *string = take_string(u);

    u->bad |= !string || !*string;
    return string;
}

static inline struct decimal
take_decimal(struct unpacker *u, bool digits, bool exponent)
{
    int64_t of = digits ? record_unfold(take(u)) : 0, power = exponent ? record_unfold(take(u)) : 0;
    struct decimal value = {of, (int32_t)power}, made;

    if (!digits && !exponent)
        return value;
    if (power < INT16_MIN || power > INT16_MAX) {
        u->bad = true;
        return value;
    }
    made = decimal_make(of, value.exponent);
    u->bad |= made.digits != value.digits || made.exponent != value.exponent;
    return value;
}

/* Memory for `count` structs, if there can be so many: each takes at least `least` bytes of the finds. */
static void *
unpack_room(struct unpacker *u, uint32_t count, size_t least, size_t size)
{
    if (count > (size_t)(u->end - u->at) / least) {
        u->bad = true;
        return NULL;
    }
    return count ? arena_alloc(u->arena, count * size) : NULL;
}

/* ---- the lists ----------------------------------------------------------------------------- */

/* One that may stand beside the text. */
static struct span
take_given(struct unpacker *u, const struct record_head *head, uint32_t near)
{
    uint32_t start = take_difference(u, near);
    struct span span = {start, start + take_32(u)};

    u->bad |= u->bad || !record_given_fits(u->text, head, span);
    return span;
}

/* What the head has, and the first of the finds. */
static void
unpack_meta(struct unpacker *u, const struct record_head *head, struct article *article)
{
    struct span *tags;
    uint32_t near = 0, path_kind = head->flags >> RECORD_PATH_KIND & RECORD_PATH_KIND_MASK;

    article->mtime_ns = head->mtime_ns;
    article->file_size = head->file_size;
    article->repaired = head->flags & RECORD_REPAIRED;
    article->path_kind = (enum path_kind)path_kind;
    article->published = string_at(u, head->published);
    article->title = head->title;
    article->outlet = head->outlet;
    u->bad |= path_kind > PATH_NONE || !record_given_fits(u->text, head, head->title) ||
              !record_given_fits(u->text, head, head->outlet);
    article->encoding = take_name(u);
    article->seen_on = take_string(u);
    article->standfirst = take_given(u, head, 0);
    article->byline = take_given(u, head, 0);
    article->url = take_given(u, head, 0);
    tags = unpack_room(u, u->counts.tags, 2, sizeof *tags);
    for (uint32_t i = 0; i < u->counts.tags && !u->bad; i++) {
        tags[i] = take_given(u, head, near);
        near = tags[i].end;
    }
    article->tags = tags;
    article->ntags = u->counts.tags;
}

static void
unpack_blocks(struct unpacker *u, struct article *article)
{
    struct block *blocks = unpack_room(u, u->counts.blocks, 3, sizeof *blocks);
    uint32_t end = 0;

    for (uint32_t i = 0; i < u->counts.blocks && !u->bad; i++) {
        uint32_t flags = take_32(u), kind = flags >> RECORD_BLOCK_KIND, start = end + take_32(u);
        struct span span = take_rest(u, start);

        blocks[i].span = span;
        blocks[i].words = flags & RECORD_BLOCK_WORDS ? take_span(u, span.start) : span;
        blocks[i].repeated = flags & RECORD_BLOCK_REPEATED;
        blocks[i].kind = (enum block_kind)kind;
        u->bad |= kind >= BLOCK_KINDS || span.start < end || span_empty(span) || !span_holds(span, blocks[i].words);
        end = span.end;
    }
    article->blocks = blocks;
    article->nblocks = u->counts.blocks;
}

static const struct entity *
unpack_entities(struct unpacker *u)
{
    struct entity *entities = unpack_room(u, u->counts.entities, 2, sizeof *entities);
    uint32_t near = 0;

    for (uint32_t i = 0; i < u->counts.entities && !u->bad; i++) {
        struct entity *entity = &entities[i];
        uint32_t flags = take_32(u), kind = flags & RECORD_ENTITY_KIND_MASK;
        uint32_t gender = flags >> RECORD_ENTITY_GENDER & RECORD_ENTITY_GENDER_MASK;

        u->bad |= kind > ENTITY_ROLE || gender > GENDER_FEMALE;
        entity->kind = (enum entity_kind)kind;
        entity->gender = (enum gender)gender;
        entity->plural = flags & RECORD_ENTITY_PLURAL;
        entity->bare = flags & RECORD_ENTITY_BARE;
        entity->name = take_name(u);
        entity->title = flags & RECORD_ENTITY_TITLE ? take_string(u) : NULL;
        entity->first = take_span_if(u, flags & RECORD_ENTITY_FIRST, near);
        near = flags & RECORD_ENTITY_FIRST ? entity->first.start : near;
        entity->role = take_span_if(u, flags & RECORD_ENTITY_ROLE, near);
        entity->affiliation = take_span_if(u, flags & RECORD_ENTITY_AFFILIATION, near);
    }
    return entities;
}

static const struct mention *
unpack_mentions(struct unpacker *u)
{
    struct mention *mentions = unpack_room(u, u->counts.mentions, 3, sizeof *mentions);
    uint32_t near = 0;

    for (uint32_t i = 0; i < u->counts.mentions && !u->bad; i++) {
        struct mention *mention = &mentions[i];
        uint64_t who;

        mention->span = take_rest(u, near + take_32(u));
        who = take(u);
        mention->entity = (uint32_t)(who >> 1);
        mention->pronoun = who & 1;
        u->bad |= who >> 1 >= u->counts.entities || span_empty(mention->span) || mention->span.start < near;
        near = mention->span.start;
    }
    return mentions;
}

static void
unpack_speakers(struct unpacker *u, struct quote *quote, uint32_t n)
{
    if (n > QUOTE_MAX_SPEAKERS) {
        u->bad = true;
        return;
    }
    quote->nspeakers = (uint8_t)n;
    for (uint32_t i = 0; i < n; i++) {
        quote->speakers[i] = take_32(u);
        u->bad |= quote->speakers[i] >= u->counts.entities;
    }
}

/* Does it stand in the text of its block, where such things are looked for? */
static bool
unpack_stands(const struct article *article, uint32_t block, struct span span)
{
    return block < article->nblocks && span_holds(article->blocks[block].span, span) && !span_empty(span) &&
           block_is_searched(article->blocks[block].kind);
}

static bool
unpack_quote_holds(const struct unpacker *u, const struct article *article, const struct quote *quote, const struct quote *last,
                   uint32_t row)
{
    bool ordered = last->span.start < quote->span.start ||
                   (last->span.start == quote->span.start && (row == 0 || last->span.end >= quote->span.end));

    return ordered && quote->kind < QUOTE_KINDS && quote->found < FOUND_KINDS &&
           quote->confidence >= 0 && quote->confidence <= 1 && /* neither is true of a NaN */
           (quote->nspeakers == 0 || quote->found != FOUND_UNKNOWN) && quote->utterance < u->counts.quotes &&
           (quote->repeats == ROW_NONE ||
            (quote->kind == QUOTE_PULL && quote->repeats < u->counts.quotes && quote->repeats != row)) &&
           unpack_stands(article, quote->block, quote->span);
}

static const struct quote *
unpack_quotes(struct unpacker *u, const struct article *article)
{
    static const struct quote first;
    const struct quote *last = &first;
    struct quote *quotes = unpack_room(u, u->counts.quotes, 3, sizeof *quotes);

    for (uint32_t i = 0; i < u->counts.quotes && !u->bad; last = &quotes[i++]) {
        struct quote *quote = &quotes[i];
        uint32_t flags = take_32(u), trust = flags >> RECORD_QUOTE_TRUST & RECORD_TRUST_MASK;

        quote->kind = (enum quote_kind)(flags >> RECORD_QUOTE_KIND & RECORD_QUOTE_KIND_MASK);
        quote->found = (enum quote_found)(flags >> RECORD_QUOTE_FOUND & RECORD_QUOTE_FOUND_MASK);
        quote->block = take_step(u, flags, last->block);
        quote->utterance = take_step(u, flags >> RECORD_QUOTE_UTTERANCE, last->utterance);
        quote->span = take_rest(u, last->span.start + take_32(u));
        quote->speaker = take_span_if(u, flags & RECORD_QUOTE_SPEAKER, quote->span.end);
        quote->cue = take_span_if(u, flags & RECORD_QUOTE_CUE, quote->span.end);
        quote->confidence = trust == RECORD_TRUST_SAME ? last->confidence : 0;
        if (trust == RECORD_TRUST_GIVEN) {
            if ((size_t)(u->end - u->at) < sizeof quote->confidence) {
                u->bad = true;
                break;
            }
            memcpy(&quote->confidence, u->at, sizeof quote->confidence);
            u->at += sizeof quote->confidence;
        }
        unpack_speakers(u, quote, flags >> RECORD_QUOTE_NSPEAKERS & RECORD_QUOTE_NSPEAKERS_MASK);
        quote->repeats = flags & RECORD_QUOTE_REPEATS ? take_32(u) : ROW_NONE;
        u->bad |= u->bad || !unpack_quote_holds(u, article, quote, last, i);
    }
    return quotes;
}

static bool
unpack_figure_holds(const struct article *article, const struct extract *extract, const struct figure *figure,
                    const struct figure *last, uint32_t row)
{
    return last->span.end <= figure->span.start && figure->kind < FIGURE_KINDS && figure->hedge < HEDGES &&
           figure->trend < TRENDS && (figure->has_value || !figure->has_high) &&
           (figure->quote == ROW_NONE ||
            (figure->quote < extract->nquotes && span_holds(extract->quotes[figure->quote].span, figure->span))) &&
           (figure->same_as == ROW_NONE || figure->same_as < row) &&
           (figure->fuller == 0 || (figure->fuller > row && figure->fuller < extract->nfigures)) &&
           unpack_stands(article, figure->block, figure->span);
}

/* *quote: the last that a figure stood in. */
static void
unpack_figure(struct unpacker *u, struct figure *figure, const struct figure *last, uint32_t row, uint32_t *quote)
{
    uint32_t flags = take_32(u);

    figure->kind = (enum figure_kind)(flags >> RECORD_FIGURE_KIND & RECORD_FIGURE_KIND_MASK);
    figure->hedge = (enum hedge)(flags >> RECORD_FIGURE_HEDGE & RECORD_FIGURE_HEDGE_MASK);
    figure->trend = (enum trend)(flags >> RECORD_FIGURE_TREND & RECORD_FIGURE_TREND_MASK);
    figure->has_value = flags & RECORD_FIGURE_HAS_VALUE;
    figure->has_high = flags & RECORD_FIGURE_HAS_HIGH;
    figure->block = take_step(u, flags, last->block);
    figure->span = take_rest(u, last->span.end + take_32(u));
    figure->value = take_decimal(u, flags & RECORD_FIGURE_VALUE, flags & RECORD_FIGURE_EXPONENT);
    figure->high = take_decimal(u, flags & RECORD_FIGURE_HIGH, flags & RECORD_FIGURE_HIGH_EXPONENT);
    figure->unit = flags & RECORD_FIGURE_UNIT ? take_string(u) : NULL;
    figure->date = flags & RECORD_FIGURE_DATE ? take_string(u) : NULL;
    figure->of = take_span_if(u, flags & RECORD_FIGURE_OF, figure->span.end);
    figure->period = take_span_if(u, flags & RECORD_FIGURE_PERIOD, figure->span.end);
    figure->hedge_words = take_span_if(u, flags & RECORD_FIGURE_HEDGE_WORDS, figure->span.start);
    figure->quote = flags & RECORD_FIGURE_QUOTE ? (*quote = take_difference(u, *quote)) : ROW_NONE;
    figure->same_as = flags & RECORD_FIGURE_SAME ? row - take_32(u) : ROW_NONE;
    figure->fuller = flags & RECORD_FIGURE_FULLER ? row + take_32(u) : 0;
}

static void
unpack_figures(struct unpacker *u, const struct article *article, struct extract *extract)
{
    static const struct figure first;
    const struct figure *last = &first;
    struct figure *figures = unpack_room(u, u->counts.figures, 3, sizeof *figures);
    uint32_t quote = 0;

    extract->figures = figures;
    extract->nfigures = u->counts.figures;
    for (uint32_t i = 0; i < u->counts.figures && !u->bad; last = &figures[i++]) {
        unpack_figure(u, &figures[i], last, i, &quote);
        u->bad |= u->bad || !unpack_figure_holds(article, extract, &figures[i], last, i);
    }
}

static void
unpack_begin(struct unpacker *u, const char *record, const struct record_head *head)
{
    u->text = record + sizeof *head;
    u->len = head->len;
    u->at = (const unsigned char *)u->text + head->extent + 1;
    u->strings = record + head->strings;
    u->end = (const unsigned char *)u->strings;
    u->nstrings = head->size - head->strings;
    u->counts = head->counts;
}

bool
unpack_article(const char *record, size_t len, const char *path, struct arena *arena, struct article **article,
               const struct extract **extract)
{
    struct article *made = arena_alloc(arena, sizeof *made);
    struct extract *finds = arena_alloc(arena, sizeof *finds);
    struct record_head head;
    struct unpacker u = {.arena = arena};

    if (!record_head(record, len, &head))
        return false;
    unpack_begin(&u, record, &head);
    if (!utf_valid(u.text, head.extent, NULL) || !utf_valid(u.strings, u.nstrings, NULL))
        return false;
    *made = (struct article){.path = path, .text = u.text, .len = head.len};
    unpack_meta(&u, &head, made);
    unpack_blocks(&u, made);
    finds->entities = unpack_entities(&u);
    finds->nentities = head.counts.entities;
    finds->mentions = unpack_mentions(&u);
    finds->nmentions = head.counts.mentions;
    finds->quotes = unpack_quotes(&u, made);
    finds->nquotes = head.counts.quotes;
    u.bad |= u.at != (const unsigned char *)record + head.figures;
    unpack_figures(&u, made, finds);
    *article = made;
    *extract = finds;
    return !u.bad && u.at == u.end;
}

/* ---- places alone -------------------------------------------------------------------------- */

static void
skip(struct unpacker *u, size_t n)
{
    while (n && u->at < u->end)
        n -= *u->at++ < 0x80;
    u->bad |= n > 0;
}

static unsigned
count_bits(uint32_t bits)
{
    unsigned n = 0;

    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

static void
places_blocks(struct unpacker *u, struct pack_places *places)
{
    uint32_t end = 0;

    skip(u, 2 + 3 * 2 + 2 * (size_t)u->counts.tags); /* what unpack_meta() reads */
    for (uint32_t i = 0; i < u->counts.blocks && !u->bad; i++) {
        uint32_t flags = take_32(u), start = end + take_32(u);
        struct span span = take_rest(u, start);

        vec_push(&places->blocks, flags & RECORD_BLOCK_WORDS ? take_span(u, span.start) : span);
        end = span.end;
    }
}

static void
places_figures(struct unpacker *u, struct pack_places *places)
{
    static const uint32_t ones = RECORD_FIGURE_VALUE | RECORD_FIGURE_EXPONENT | RECORD_FIGURE_HIGH | RECORD_FIGURE_HIGH_EXPONENT |
                                 RECORD_FIGURE_UNIT | RECORD_FIGURE_DATE;
    static const uint32_t twos = RECORD_FIGURE_OF | RECORD_FIGURE_PERIOD | RECORD_FIGURE_HEDGE_WORDS;
    struct pack_figure last = {0};
    uint32_t quote = 0;

    for (uint32_t row = 0; row < u->counts.figures && !u->bad; row++) {
        uint32_t flags = take_32(u);

        last.block = take_step(u, flags, last.block);
        last.span = take_rest(u, last.span.end + take_32(u));
        skip(u, count_bits(flags & ones) + 2 * count_bits(flags & twos));
        last.quote = flags & RECORD_FIGURE_QUOTE ? (quote = take_difference(u, quote)) : ROW_NONE;
        last.same_as = flags & RECORD_FIGURE_SAME ? row - take_32(u) : ROW_NONE;
        last.fuller = flags & RECORD_FIGURE_FULLER ? row + take_32(u) : 0;
        u->bad |= last.block >= places->blocks.n || (last.quote != ROW_NONE && last.quote >= u->counts.quotes) ||
                  (last.same_as != ROW_NONE && last.same_as >= row) ||
                  (last.fuller && (last.fuller <= row || last.fuller >= u->counts.figures));
        vec_push(&places->figures, last);
    }
}

bool
pack_places(const char *record, size_t len, struct pack_places *places)
{
    struct record_head head;
    struct unpacker u = {0};

    vec_clear(&places->blocks);
    vec_clear(&places->figures);
    if (!record_head(record, len, &head))
        return false;
    unpack_begin(&u, record, &head);
    places_blocks(&u, places);
    u.at = (const unsigned char *)record + head.figures;
    places_figures(&u, places);
    if (u.bad) {
        vec_clear(&places->blocks);
        vec_clear(&places->figures);
    }
    return !u.bad;
}

void
pack_places_free(struct pack_places *places)
{
    vec_free(&places->blocks);
    vec_free(&places->figures);
}
