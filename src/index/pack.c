/* Articles into records, and what is read of a record without unpacking it. The bytes are described in record.h. */
#include <string.h>

#include "lede/utf.h"
#include "record.h"

/*
 * Who adds a field to one of these structs adds it here, in unpack.c and to the test, and raises PACK_VERSION. The sizes tell of
 * most; one that hides in the padding is a warning of the compiler (-Wmissing-field-initializers), since all fields are
 * initialised by position. Starts are counted from these, too.
 */
#define NO_SPAN {0, 0}
static const struct {
    struct decimal decimal;
    struct block block;
    struct article article;
    struct entity entity;
    struct mention mention;
    struct quote quote;
    struct figure figure;
    struct extract extract;
} first = {
    {0, 0},
    {NO_SPAN, NO_SPAN, BLOCK_PARA, false},
    {NULL, NULL, NULL, 0, NULL, false, PATH_FILE, NULL, 0, NO_SPAN, NO_SPAN, NO_SPAN, NO_SPAN, NO_SPAN, NULL, NULL, NULL, 0, 0, 0},
    {ENTITY_PERSON, GENDER_UNKNOWN, false, false, NULL, NULL, NO_SPAN, NO_SPAN, NO_SPAN},
    {NO_SPAN, 0, false},
    {NO_SPAN, NO_SPAN, NO_SPAN, QUOTE_DIRECT, FOUND_NAMED, 0, {0, 0, 0, 0}, 0, 0, 0, 0},
    {NO_SPAN, FIGURE_MONEY, false, false, {0, 0}, {0, 0}, NULL, NULL, HEDGE_NONE, NO_SPAN, TREND_NONE, NO_SPAN, NO_SPAN, 0, 0, 0, 0},
    {NULL, 0, NULL, 0, NULL, 0, NULL, 0},
};
#define PACK_KNOWS(member, size) \
    _Static_assert(sizeof(void *) != 8 || sizeof first.member == (size), "struct " #member " has changed: so must pack.c and unpack.c")
PACK_KNOWS(decimal, 16);
PACK_KNOWS(block, 24);
PACK_KNOWS(article, 152);
PACK_KNOWS(entity, 56);
PACK_KNOWS(mention, 16);
PACK_KNOWS(quote, 68);
PACK_KNOWS(figure, 112);
PACK_KNOWS(extract, 64);
_Static_assert((int)PATH_NONE <= RECORD_PATH_KIND_MASK, "bits of a head");
_Static_assert((int)ENTITY_ROLE <= RECORD_ENTITY_KIND_MASK && (int)GENDER_FEMALE <= RECORD_ENTITY_GENDER_MASK, "bits of an entity");
_Static_assert(QUOTE_KINDS - 1 <= RECORD_QUOTE_KIND_MASK && FOUND_KINDS - 1 <= RECORD_QUOTE_FOUND_MASK &&
                   QUOTE_MAX_SPEAKERS <= RECORD_QUOTE_NSPEAKERS_MASK, "bits of a quote");
_Static_assert(FIGURE_KINDS - 1 <= RECORD_FIGURE_KIND_MASK && HEDGES - 1 <= RECORD_FIGURE_HEDGE_MASK &&
                   TRENDS - 1 <= RECORD_FIGURE_TREND_MASK, "bits of a figure");

enum {
    PACK_ITEM = 192,  /* no find is longer */
    PACK_KNOWN = 128, /* a power of two */
};

struct packer {
    struct text *out;
    struct text strings;
    uint32_t known[PACK_KNOWN]; /* strings met last, by hash: a slot that two want costs a copy, not time */
};

/* ---- numbers ------------------------------------------------------------------------ */

static inline unsigned char *
put(unsigned char *p, uint64_t value)
{
    while (value >= 0x80) {
        *p++ = (unsigned char)(value | 0x80);
        value >>= 7;
    }
    *p++ = (unsigned char)value;
    return p;
}

/* A span that may stand on either side of `near`. */
static inline unsigned char *
put_span(unsigned char *p, uint32_t near, struct span span)
{
    p = put(p, record_fold_difference(span.start - near));
    return put(p, span.end - span.start);
}

static inline bool
is_there(struct span span)
{
    return (span.start | span.end) != 0;
}

/* The two bits of record.h; put_far() writes the number that follows, when one does. */
static inline uint32_t
step(uint32_t from, uint32_t to)
{
    return to - from < RECORD_STEP_FAR ? to - from : RECORD_STEP_FAR;
}

static inline unsigned char *
put_far(unsigned char *p, uint32_t from, uint32_t to)
{
    return to - from < RECORD_STEP_FAR ? p : put(p, record_fold_difference(to - from));
}

/* ---- strings -------------------------------------------------------------------------- */

static uint64_t
pack_string(struct packer *packer, const char *string)
{
    uint32_t hash = 2166136261u, *known; /* FNV-1a */
    size_t len = 0, at = packer->strings.n;

    if (!string)
        return 0;
    for (; string[len]; len++)
        hash = (hash ^ (unsigned char)string[len]) * 16777619u;
    known = &packer->known[(hash ^ hash >> 15) % PACK_KNOWN];
    if (*known && strcmp(packer->strings.v + *known, string) == 0)
        return *known;
    text_add(&packer->strings, string, len + 1);
    *known = at <= UINT32_MAX ? (uint32_t)at : 0;
    return at;
}

/* ---- finds ------------------------------------------------------------------------------- */

static inline unsigned char *
pack_begin(struct packer *packer)
{
    return (unsigned char *)text_room(packer->out, PACK_ITEM);
}

static inline void
pack_end(struct packer *packer, const unsigned char *p)
{
    packer->out->n = (size_t)((const char *)p - packer->out->v);
}

static void
pack_meta(struct packer *packer, const struct article *article)
{
    const struct span spans[] = {article->standfirst, article->byline, article->url};
    unsigned char *p = pack_begin(packer);
    uint32_t near = 0;

    p = put(p, pack_string(packer, article->encoding));
    p = put(p, pack_string(packer, article->seen_on));
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        p = put_span(p, 0, spans[i]);
    pack_end(packer, p);
    for (size_t i = 0; i < article->ntags; i++) {
        pack_end(packer, put_span(pack_begin(packer), near, article->tags[i]));
        near = article->tags[i].end;
    }
}

static void
pack_blocks(struct packer *packer, const struct article *article)
{
    uint32_t end = 0;

    for (size_t i = 0; i < article->nblocks; i++) {
        const struct block *block = &article->blocks[i];
        struct span span = block->span, words = block->words;
        bool cut = words.start != span.start || words.end != span.end;
        unsigned char *p = pack_begin(packer);

        p = put(p, (block->repeated ? RECORD_BLOCK_REPEATED : 0) | (cut ? RECORD_BLOCK_WORDS : 0) |
                       (uint32_t)block->kind << RECORD_BLOCK_KIND);
        p = put(p, span.start - end);
        p = put(p, span.end - span.start);
        if (cut)
            p = put_span(p, span.start, words);
        end = span.end;
        pack_end(packer, p);
    }
}

static void
pack_entities(struct packer *packer, const struct extract *extract)
{
    uint32_t near = 0;

    for (size_t i = 0; i < extract->nentities; i++) {
        const struct entity *entity = &extract->entities[i];
        uint32_t flags = (uint32_t)entity->kind | (uint32_t)entity->gender << RECORD_ENTITY_GENDER;
        unsigned char *p = pack_begin(packer);

        flags |= (entity->plural ? RECORD_ENTITY_PLURAL : 0) | (entity->bare ? RECORD_ENTITY_BARE : 0) |
                 (entity->title ? RECORD_ENTITY_TITLE : 0) | (is_there(entity->first) ? RECORD_ENTITY_FIRST : 0) |
                 (is_there(entity->role) ? RECORD_ENTITY_ROLE : 0) |
                 (is_there(entity->affiliation) ? RECORD_ENTITY_AFFILIATION : 0);
        p = put(p, flags);
        p = put(p, pack_string(packer, entity->name));
        if (entity->title)
            p = put(p, pack_string(packer, entity->title));
        if (is_there(entity->first)) {
            p = put_span(p, near, entity->first);
            near = entity->first.start;
        }
        if (is_there(entity->role))
            p = put_span(p, near, entity->role);
        if (is_there(entity->affiliation))
            p = put_span(p, near, entity->affiliation);
        pack_end(packer, p);
    }
}

static void
pack_mentions(struct packer *packer, const struct extract *extract)
{
    uint32_t near = 0;

    for (size_t i = 0; i < extract->nmentions; i++) {
        const struct mention *mention = &extract->mentions[i];
        unsigned char *p = pack_begin(packer);

        p = put(p, mention->span.start - near);
        p = put(p, mention->span.end - mention->span.start);
        p = put(p, (uint64_t)mention->entity << 1 | mention->pronoun);
        near = mention->span.start;
        pack_end(packer, p);
    }
}

static void
pack_quote(struct packer *packer, const struct quote *quote, const struct quote *last)
{
    uint32_t trust = RECORD_TRUST_GIVEN, flags;
    unsigned char *p = pack_begin(packer);

    if (memcmp(&quote->confidence, &last->confidence, sizeof quote->confidence) == 0)
        trust = RECORD_TRUST_SAME;
    else if (memcmp(&quote->confidence, &(float){0}, sizeof quote->confidence) == 0)
        trust = RECORD_TRUST_NONE;
    flags = step(last->block, quote->block) | step(last->utterance, quote->utterance) << RECORD_QUOTE_UTTERANCE |
            (uint32_t)quote->kind << RECORD_QUOTE_KIND | (uint32_t)quote->found << RECORD_QUOTE_FOUND |
            trust << RECORD_QUOTE_TRUST | (uint32_t)quote->nspeakers << RECORD_QUOTE_NSPEAKERS;
    flags |= (is_there(quote->speaker) ? RECORD_QUOTE_SPEAKER : 0) | (is_there(quote->cue) ? RECORD_QUOTE_CUE : 0) |
             (quote->repeats != ROW_NONE ? RECORD_QUOTE_REPEATS : 0);
    p = put(p, flags);
    p = put_far(p, last->block, quote->block);
    p = put_far(p, last->utterance, quote->utterance);
    p = put(p, quote->span.start - last->span.start);
    p = put(p, quote->span.end - quote->span.start);
    if (is_there(quote->speaker))
        p = put_span(p, quote->span.end, quote->speaker);
    if (is_there(quote->cue))
        p = put_span(p, quote->span.end, quote->cue);
    if (trust == RECORD_TRUST_GIVEN) {
        memcpy(p, &quote->confidence, sizeof quote->confidence);
        p += sizeof quote->confidence;
    }
    for (int i = 0; i < quote->nspeakers; i++)
        p = put(p, quote->speakers[i]);
    if (quote->repeats != ROW_NONE)
        p = put(p, quote->repeats);
    pack_end(packer, p);
}

static uint32_t
pack_figure_flags(const struct figure *figure, uint32_t block)
{
    uint32_t flags = step(block, figure->block) | (uint32_t)figure->kind << RECORD_FIGURE_KIND |
                     (uint32_t)figure->hedge << RECORD_FIGURE_HEDGE | (uint32_t)figure->trend << RECORD_FIGURE_TREND;

    flags |= figure->has_value ? RECORD_FIGURE_HAS_VALUE : 0;
    flags |= figure->value.digits != 0 ? RECORD_FIGURE_VALUE : 0;
    flags |= figure->value.exponent != 0 ? RECORD_FIGURE_EXPONENT : 0;
    flags |= figure->has_high ? RECORD_FIGURE_HAS_HIGH : 0;
    flags |= figure->high.digits != 0 ? RECORD_FIGURE_HIGH : 0;
    flags |= figure->high.exponent != 0 ? RECORD_FIGURE_HIGH_EXPONENT : 0;
    flags |= figure->unit ? RECORD_FIGURE_UNIT : 0;
    flags |= figure->date ? RECORD_FIGURE_DATE : 0;
    flags |= is_there(figure->of) ? RECORD_FIGURE_OF : 0;
    flags |= is_there(figure->period) ? RECORD_FIGURE_PERIOD : 0;
    flags |= is_there(figure->hedge_words) ? RECORD_FIGURE_HEDGE_WORDS : 0;
    flags |= figure->quote != ROW_NONE ? RECORD_FIGURE_QUOTE : 0;
    flags |= figure->same_as != ROW_NONE ? RECORD_FIGURE_SAME : 0;
    flags |= figure->fuller ? RECORD_FIGURE_FULLER : 0;
    return flags;
}

/* *quote: the last that a figure stood in. */
static void
pack_figure(struct packer *packer, const struct figure *figure, const struct figure *last, uint32_t row, uint32_t *quote)
{
    uint32_t flags = pack_figure_flags(figure, last->block);
    unsigned char *p = pack_begin(packer);

    p = put(p, flags);
    p = put_far(p, last->block, figure->block);
    p = put(p, figure->span.start - last->span.end);
    p = put(p, figure->span.end - figure->span.start);
    if (flags & RECORD_FIGURE_VALUE)
        p = put(p, record_fold(figure->value.digits));
    if (flags & RECORD_FIGURE_EXPONENT)
        p = put(p, record_fold(figure->value.exponent));
    if (flags & RECORD_FIGURE_HIGH)
        p = put(p, record_fold(figure->high.digits));
    if (flags & RECORD_FIGURE_HIGH_EXPONENT)
        p = put(p, record_fold(figure->high.exponent));
    if (flags & RECORD_FIGURE_UNIT)
        p = put(p, pack_string(packer, figure->unit));
    if (flags & RECORD_FIGURE_DATE)
        p = put(p, pack_string(packer, figure->date));
    if (flags & RECORD_FIGURE_OF)
        p = put_span(p, figure->span.end, figure->of);
    if (flags & RECORD_FIGURE_PERIOD)
        p = put_span(p, figure->span.end, figure->period);
    if (flags & RECORD_FIGURE_HEDGE_WORDS)
        p = put_span(p, figure->span.start, figure->hedge_words);
    if (flags & RECORD_FIGURE_QUOTE) {
        p = put(p, record_fold_difference(figure->quote - *quote));
        *quote = figure->quote;
    }
    if (flags & RECORD_FIGURE_SAME)
        p = put(p, row - figure->same_as);
    if (flags & RECORD_FIGURE_FULLER)
        p = put(p, figure->fuller - row);
    pack_end(packer, p);
}

static void
pack_finds(struct packer *packer, const struct extract *extract)
{
    pack_entities(packer, extract);
    pack_mentions(packer, extract);
    for (size_t i = 0; i < extract->nquotes; i++)
        pack_quote(packer, &extract->quotes[i], i ? &extract->quotes[i - 1] : &first.quote);
}

static void
pack_figures(struct packer *packer, const struct extract *extract)
{
    uint32_t quote = 0;

    for (size_t i = 0; i < extract->nfigures; i++)
        pack_figure(packer, &extract->figures[i], i ? &extract->figures[i - 1] : &first.figure, (uint32_t)i, &quote);
}

/* Empty when it is the file's name. */
static struct span
pack_headline_span(const struct article *article)
{
    struct slice headline;
    uint32_t at;

    if (!span_empty(article->title) || !article->nblocks)
        return article->title;
    headline = article_headline(article, NULL);
    at = (uint32_t)(headline.at - article->text);
    return (struct span){at, at + (uint32_t)headline.len};
}

static inline uint32_t
later(uint32_t extent, struct span span)
{
    return span.end > extent ? span.end : extent;
}

/* How far the text goes with what was given beside it. */
static uint32_t
pack_extent(const struct article *article)
{
    uint32_t extent = later(article->len, article->title);

    extent = later(extent, article->standfirst);
    extent = later(extent, article->byline);
    extent = later(extent, article->outlet);
    extent = later(extent, article->url);
    for (size_t i = 0; i < article->ntags; i++)
        extent = later(extent, article->tags[i]);
    return extent;
}

void
pack_article(struct text *out, const struct article *article, const struct extract *extract)
{
    struct packer packer = {.out = out};
    struct record_head head;
    size_t start = out->n;

    memset(&head, 0, sizeof head); /* the padding, too */
    head.len = article->len;
    head.extent = pack_extent(article);
    head.title = article->title;
    head.outlet = article->outlet;
    head.headline = pack_headline_span(article);
    head.mtime_ns = article->mtime_ns;
    head.file_size = article->file_size;
    head.flags = (article->repaired ? RECORD_REPAIRED : 0) | (uint32_t)article->path_kind << RECORD_PATH_KIND;
    head.counts = (struct pack_counts){
        (uint32_t)article->nblocks,   (uint32_t)article->ntags,   (uint32_t)extract->nentities,
        (uint32_t)extract->nmentions, (uint32_t)extract->nquotes, (uint32_t)extract->nfigures,
    };
    text_add(&packer.strings, "", 1); /* no string has the offset 0 */
    head.published = (uint32_t)pack_string(&packer, article->published);
    text_add(out, (const char *)&head, sizeof head);
    text_add(out, article->text, head.extent);
    text_add(out, "", 1);
    pack_meta(&packer, article);
    pack_blocks(&packer, article);
    pack_finds(&packer, extract);
    head.figures = (uint32_t)(out->n - start);
    pack_figures(&packer, extract);
    head.strings = out->n - start;
    text_add(out, packer.strings.v, packer.strings.n);
    head.size = out->n - start;
    memcpy(out->v + start, &head, sizeof head);
    text_free(&packer.strings);
}

/* ---- without unpacking --------------------------------------------------------------------- */

bool
record_head(const char *record, size_t len, struct record_head *head)
{
    if (len < sizeof *head)
        return false;
    memcpy(head, record, sizeof *head);
    return head->size <= len && head->strings < head->size && head->len <= head->extent && head->extent <= INT32_MAX &&
           head->strings > sizeof *head + (size_t)head->extent && record[sizeof *head + head->len] == '\0' &&
           record[sizeof *head + head->extent] == '\0' && record[head->size - 1] == '\0' &&
           head->figures > sizeof *head + (size_t)head->extent && head->figures <= head->strings &&
           head->published < head->size - head->strings;
}

static bool
pack_slice(const char *record, const struct record_head *head, struct span span, struct slice *slice)
{
    const char *text = record + sizeof *head;

    if (!record_given_fits(text, head, span) || span_empty(span))
        return false;
    *slice = slice_of(text + span.start, span_len(span));
    return utf_valid(slice->at, slice->len, NULL);
}

size_t
pack_size(const char *record, size_t len)
{
    struct record_head head;

    return record_head(record, len, &head) ? (size_t)head.size : 0;
}

bool
pack_headline(const char *record, size_t len, struct slice *headline, bool *made)
{
    struct record_head head;

    if (!record_head(record, len, &head))
        return false;
    if (made)
        *made = span_empty(head.title);
    return pack_slice(record, &head, head.headline, headline);
}

bool
pack_source(const char *record, size_t len, struct slice *source)
{
    struct record_head head;

    return record_head(record, len, &head) && pack_slice(record, &head, head.outlet, source);
}

bool
pack_text(const char *record, size_t len, struct slice *text)
{
    struct record_head head;

    if (!record_head(record, len, &head))
        return false;
    *text = slice_of(record + sizeof head, head.len);
    return true;
}

const char *
pack_published(const char *record, size_t len)
{
    struct record_head head;

    if (!record_head(record, len, &head) || head.published == 0)
        return NULL;
    record += head.strings + head.published;
    return utf_valid(record, strlen(record), NULL) ? record : NULL;
}

bool
pack_file(const char *record, size_t len, int64_t *mtime_ns, uint64_t *file_size)
{
    struct record_head head;

    if (!record_head(record, len, &head))
        return false;
    *mtime_ns = head.mtime_ns;
    *file_size = head.file_size;
    return true;
}

bool
pack_counts(const char *record, size_t len, struct pack_counts *counts)
{
    struct record_head head;

    if (!record_head(record, len, &head))
        return false;
    *counts = head.counts;
    return true;
}
