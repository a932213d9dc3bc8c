/* Which quotation mark closes which. An odd number of marks costs its paragraph at most. */
#include "speech.h"

#define STACK 8
#define FEW 16 /* marks that are looked at ahead */

/* Marks that are open at a point. family: 2 double marks, 1 single ones. */
struct open {
    uint32_t token;
    uint8_t family;
};

struct pairing {
    struct speech *speech;
    uint32_t block, first, last; /* tokens of the block */
    const uint32_t *mark, *end;  /* the mark that is read, in the list of all */
    struct open open[STACK];
    int n;
};

static int
marks_family(const struct token *t)
{
    return t->mark == MARK_STRAIGHT1 || t->mark == MARK_OPEN1 || t->mark == MARK_CLOSE1 ? 1 : 2;
}

/* Room before the mark and a word after it, as at the start of a quotation. */
static bool
marks_looks_open(const struct pairing *p, uint32_t i)
{
    const struct token *v = p->speech->tokens.v;
    bool free_before = (v[i].shape & SHAPE_SPACE) || i == p->first || v[i - 1].kind == TOKEN_OPEN ||
                       v[i - 1].kind == TOKEN_DASH ||
                       (v[i - 1].kind == TOKEN_MARK && marks_family(&v[i - 1]) != marks_family(&v[i]));
    bool tight_after = i + 1 < p->last && !(v[i + 1].shape & SHAPE_SPACE);

    return free_before && tight_after;
}

static bool
marks_looks_closed(const struct pairing *p, uint32_t i)
{
    const struct token *v = p->speech->tokens.v;
    bool tight_before = i > p->first && !(v[i].shape & SHAPE_SPACE);
    bool free_after = i + 1 == p->last || (v[i + 1].shape & SHAPE_SPACE) || v[i + 1].kind != TOKEN_WORD;

    return tight_before && free_after;
}

static bool
marks_is_open(const struct pairing *p, int family)
{
    for (int k = p->n; k-- > 0;)
        if (p->open[k].family == family)
            return true;
    return false;
}

static void
marks_push(struct pairing *p, uint32_t i, int family)
{
    if (p->n == STACK) /* nobody nests so deep: the marks of this paragraph mean something else */
        p->n = 0;
    p->open[p->n++] = (struct open){i, (uint8_t)family};
}

static void
marks_pop(struct pairing *p, uint32_t i, int family)
{
    while (p->n > 0) {
        struct open open = p->open[--p->n];

        if (open.family != family)
            continue; /* a single mark that was no mark */
        vec_push(&p->speech->pairs, ((struct marked){.open = open.token, .close = i, .block = p->block, .closed = true}));
        return;
    }
}

/* Curly marks that close before the paragraph ends, less those that open, of the next few. */
static int
marks_to_close(const struct pairing *p)
{
    const struct token *v = p->speech->tokens.v;
    int n = 0;

    for (const uint32_t *mark = p->mark + 1; mark < p->end && *mark < p->last && mark - p->mark <= FEW; mark++)
        n += (v[*mark].mark == MARK_CLOSE2) - (v[*mark].mark == MARK_OPEN2);
    return n;
}

/* “It was late. “And dark,” she said: the next quotation opens, and too few marks follow to close both. */
static void
marks_close_lost(struct pairing *p, uint32_t i)
{
    unsigned before = p->speech->tokens.v[i - 1].kind;
    struct open open = p->open[p->n - 1];

    if (open.family != 2 || p->speech->tokens.v[i].mark != MARK_OPEN2 || marks_to_close(p) > 1 ||
        (before != TOKEN_STOP && before != TOKEN_QUESTION && before != TOKEN_EXCLAMATION && before != TOKEN_ELLIPSIS))
        return;
    vec_push(&p->speech->pairs, ((struct marked){.open = open.token, .close = i, .block = p->block}));
    p->n--;
}

static void
marks_double(struct pairing *p, uint32_t i)
{
    unsigned mark = p->speech->tokens.v[i].mark;
    bool inside = marks_is_open(p, 2), open = marks_looks_open(p, i), closed = marks_looks_closed(p, i);
    bool opens;

    if (mark == MARK_OPEN2 || mark == MARK_LEFT)
        opens = !(inside && !open && (closed || i + 1 == p->last)); /* the last mark of a paragraph opens nothing */
    else if (mark == MARK_CLOSE2 || mark == MARK_RIGHT)
        opens = !inside && open && !closed;
    else if (mark == MARK_LOW9)
        opens = true;
    else
        opens = inside ? open && !closed : !closed || open;
    if (opens && inside && p->n > 0)
        marks_close_lost(p, i);
    if (opens)
        marks_push(p, i, 2);
    else if (inside)
        marks_pop(p, i, 2);
}

/* "the workers' rights" within single marks: an apostrophe when a better closing mark follows soon. */
static bool
marks_plural_possessive(const struct pairing *p, uint32_t i)
{
    const struct token *v = p->speech->tokens.v;
    uint32_t limit = i + 120 < p->last ? i + 120 : p->last;
    char before = p->speech->article->text[v[i].start - 1];

    if (before != 's' || i + 1 >= p->last || v[i + 1].kind != TOKEN_WORD)
        return false;
    for (uint32_t k = i + 1; k < limit; k++) {
        if (v[k].kind != TOKEN_MARK || marks_family(&v[k]) != 1)
            continue;
        return !marks_looks_open(p, k);
    }
    return false;
}

/* ’em, ’til, ’90s */
static bool
marks_elision(const struct pairing *p, uint32_t i)
{
    static const char *const words[] = {"em", "til", "cause", "tis", "twas", "n", "round", "bout", "cos", "s", "re", "ol"};
    const struct token *v = p->speech->tokens.v;
    struct slice next;

    if (i + 1 >= p->last || v[i + 1].kind == TOKEN_NUMBER)
        return true;
    next = slice_of(p->speech->article->text + v[i + 1].start, v[i + 1].len);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_is_nocase(next, words[k]))
            return true;
    return false;
}

static void
marks_single(struct pairing *p, uint32_t i)
{
    unsigned mark = p->speech->tokens.v[i].mark;
    bool inside = p->n > 0 && p->open[p->n - 1].family == 1;

    if (inside && marks_looks_closed(p, i)) {
        if (mark != MARK_OPEN1 && !marks_plural_possessive(p, i))
            marks_pop(p, i, 1);
    } else if (mark != MARK_CLOSE1 && marks_looks_open(p, i) && !marks_elision(p, i))
        marks_push(p, i, 1);
}

/* The next paragraph opens a quotation again: this one goes on there. */
static bool
marks_goes_on(const struct pairing *p, int family)
{
    const struct speech *speech = p->speech;
    const struct article *article = speech->article;
    uint32_t first;

    if (p->block + 1 >= article->nblocks || article->blocks[p->block + 1].kind != BLOCK_PARA)
        return false;
    first = speech->first.v[p->block + 1];
    return first < speech->first.v[p->block + 2] && speech->tokens.v[first].kind == TOKEN_MARK &&
           marks_family(&speech->tokens.v[first]) == family;
}

/* A mark that is open at the end of its paragraph: either the speech goes on in the next one, or the closing mark was lost. */
static void
marks_left_open(struct pairing *p)
{
    struct speech *speech = p->speech;
    struct open open = p->open[0];
    unsigned before = open.token > p->first ? speech->tokens.v[open.token - 1].kind : TOKEN_COLON;
    bool introduced = before == TOKEN_COLON || before == TOKEN_COMMA;
    bool keep = open.family == 2 ? marks_goes_on(p, 2) : open.token == p->first && marks_goes_on(p, 1);

    if (!keep && introduced && open.family == 2 && p->n == 1) {
        keep = true; /* lost: speech to the end, unless its attribution follows */
        for (uint32_t i = open.token + 1; i < p->last && keep; i++)
            keep = !(speech_classes(speech, i) & LEX_STRONG);
    }
    if (keep)
        vec_push(&speech->pairs, ((struct marked){.open = open.token, .close = p->last, .block = p->block}));
}

static uint8_t
marks_words(const struct speech *speech, const struct marked *marked)
{
    uint8_t n = 0;

    for (uint32_t i = marked->open + 1; i < marked->close && n < MARKS_MANY_WORDS; i++)
        n += speech_token(speech, i)->kind == TOKEN_WORD || speech_token(speech, i)->kind == TOKEN_NUMBER;
    return n;
}

/* Moves the outermost pairs over, in the order of the text. A pair stands after all that it holds. */
static void
marks_keep_outermost(struct speech *speech)
{
    size_t from = speech->marks.n;
    uint32_t limit = NOWHERE;

    for (size_t k = speech->pairs.n; k-- > 0;) {
        const struct marked *pair = &speech->pairs.v[k];

        if (pair->close <= limit && pair->open + 1 < pair->close) {
            vec_push(&speech->marks, *pair);
            speech->marks.v[speech->marks.n - 1].words = marks_words(speech, pair);
            *(marks_family(&speech->tokens.v[pair->open]) == 1 ? &speech->singles : &speech->doubles) += 1;
            limit = pair->open;
        }
    }
    for (size_t a = from, b = speech->marks.n; a + 1 < b; a++) {
        struct marked swap = speech->marks.v[--b];

        speech->marks.v[b] = speech->marks.v[a];
        speech->marks.v[a] = swap;
    }
}

/* The pairs of a block that has marks, *mark being the first; returns the first mark of those behind it. */
static const uint32_t *
marks_pair_block(struct speech *speech, uint32_t block, const uint32_t *mark, const uint32_t *end)
{
    struct pairing p = {.speech = speech, .block = block, .first = speech->first.v[block], .last = speech->first.v[block + 1], .end = end};

    vec_clear(&speech->pairs);
    for (; mark < end && *mark < p.last; mark++) {
        p.mark = mark;
        if (marks_family(&speech->tokens.v[*mark]) == 1)
            marks_single(&p, *mark);
        else
            marks_double(&p, *mark);
    }
    if (p.n > 0)
        marks_left_open(&p);
    marks_keep_outermost(speech);
    return mark;
}

void
marks_pair(struct speech *speech)
{
    const uint32_t *mark = speech->tokens.marks, *end = mark + speech->tokens.nmarks;

    vec_clear(&speech->marks);
    vec_clear(&speech->mark_first);
    speech->doubles = speech->singles = 0;
    for (uint32_t b = 0; b < speech->article->nblocks; b++) {
        vec_push(&speech->mark_first, (uint32_t)speech->marks.n);
        if (mark < end && *mark < speech->first.v[b + 1])
            mark = marks_pair_block(speech, b, mark, end);
    }
    vec_push(&speech->mark_first, (uint32_t)speech->marks.n);
}

struct span
marks_span(const struct speech *speech, const struct marked *marked)
{
    const struct token *v = speech->tokens.v;
    struct span span = {token_end(&v[marked->open]), 0};

    if (marked->open + 1 < marked->close)
        span.start = v[marked->open + 1].start;
    span.end = token_end(&v[marked->close - 1]);
    return span;
}

bool
marks_end_sentence(const struct speech *speech, const struct marked *marked)
{
    unsigned kind = speech_token(speech, marked->close - 1)->kind;

    return kind == TOKEN_STOP || kind == TOKEN_QUESTION || kind == TOKEN_EXCLAMATION || kind == TOKEN_COMMA;
}

/* “State of the Union”: all words that carry weight are large. */
bool
marks_title_case(const struct speech *speech, const struct marked *marked)
{
    uint32_t large = 0;

    for (uint32_t i = marked->open + 1; i < marked->close; i++) {
        const struct token *t = speech_token(speech, i);

        if (t->kind == TOKEN_WORD && !(t->shape & SHAPE_CAPITAL) && !(speech_classes(speech, i) & (LEX_W_PREP | LEX_W_DET | LEX_W_CONJ)))
            return false;
        large += t->kind == TOKEN_WORD && (t->shape & SHAPE_CAPITAL);
        if (i - marked->open > MARKS_LONGEST_TITLE)
            return false;
    }
    return large > 0;
}
