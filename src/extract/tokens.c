/* One pass over the bytes of a block; everything later works on tokens. */
#include <string.h>

#include "letters.h"
#include "lede/utf.h"
#include "tokens.h"

enum { C_OTHER, C_SPACE, C_LOWER, C_UPPER, C_DIGIT, C_HIGH };

static const uint8_t classes[256] = {
    ['\t'] = C_SPACE, ['\n'] = C_SPACE, ['\v'] = C_SPACE, ['\f'] = C_SPACE, ['\r'] = C_SPACE, [' '] = C_SPACE,
#define LETTERS(a) [a] = a >= 'a' ? C_LOWER : C_UPPER
    LETTERS('a'), LETTERS('b'), LETTERS('c'), LETTERS('d'), LETTERS('e'), LETTERS('f'), LETTERS('g'), LETTERS('h'), LETTERS('i'),
    LETTERS('j'), LETTERS('k'), LETTERS('l'), LETTERS('m'), LETTERS('n'), LETTERS('o'), LETTERS('p'), LETTERS('q'), LETTERS('r'),
    LETTERS('s'), LETTERS('t'), LETTERS('u'), LETTERS('v'), LETTERS('w'), LETTERS('x'), LETTERS('y'), LETTERS('z'),
    LETTERS('A'), LETTERS('B'), LETTERS('C'), LETTERS('D'), LETTERS('E'), LETTERS('F'), LETTERS('G'), LETTERS('H'), LETTERS('I'),
    LETTERS('J'), LETTERS('K'), LETTERS('L'), LETTERS('M'), LETTERS('N'), LETTERS('O'), LETTERS('P'), LETTERS('Q'), LETTERS('R'),
    LETTERS('S'), LETTERS('T'), LETTERS('U'), LETTERS('V'), LETTERS('W'), LETTERS('X'), LETTERS('Y'), LETTERS('Z'),
#undef LETTERS
    ['0'] = C_DIGIT, ['1'] = C_DIGIT, ['2'] = C_DIGIT, ['3'] = C_DIGIT, ['4'] = C_DIGIT,
    ['5'] = C_DIGIT, ['6'] = C_DIGIT, ['7'] = C_DIGIT, ['8'] = C_DIGIT, ['9'] = C_DIGIT,
};

/* Letters and digits in small; 0 for all else. */
static const uint8_t folds[256] = {
#define FOLD(a) [a] = a, [a - 32] = a
    FOLD('a'), FOLD('b'), FOLD('c'), FOLD('d'), FOLD('e'), FOLD('f'), FOLD('g'), FOLD('h'), FOLD('i'), FOLD('j'), FOLD('k'),
    FOLD('l'), FOLD('m'), FOLD('n'), FOLD('o'), FOLD('p'), FOLD('q'), FOLD('r'), FOLD('s'), FOLD('t'), FOLD('u'), FOLD('v'),
    FOLD('w'), FOLD('x'), FOLD('y'), FOLD('z'),
#undef FOLD
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4',
    ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9',
};

/* The state of one scan. */
struct scan {
    struct tokens *out;
    const char *s;    /* the whole text */
    size_t at, end;
    size_t limit;     /* where the text ends, which has a NUL there */
    bool space;       /* white space stood before the next token */
    unsigned has;
};

static inline unsigned
scan_byte(const struct scan *c, size_t at)
{
    return at < c->end ? (unsigned char)c->s[at] : 0;
}

static inline bool
scan_letter(const struct scan *c, size_t at)
{
    unsigned b = scan_byte(c, at);

    return classes[b] == C_LOWER || classes[b] == C_UPPER || b >= 0xC3;
}

static inline bool
scan_alnum(const struct scan *c, size_t at)
{
    return scan_letter(c, at) || classes[scan_byte(c, at)] == C_DIGIT;
}

static void
scan_grow(struct tokens *tokens)
{
    tokens->v = vec_grow(tokens->v, &tokens->cap, sizeof *tokens->v);
    tokens->capitals = mem_resize(tokens->capitals, tokens->cap, sizeof *tokens->capitals);
    tokens->marks = mem_resize(tokens->marks, tokens->cap, sizeof *tokens->marks);
}

static inline struct token *
scan_put(struct scan *c, enum token_kind kind, size_t len)
{
    struct token *t;

    if (c->out->n == c->out->cap)
        scan_grow(c->out);
    t = &c->out->v[c->out->n++];
    *t = (struct token){.start = (uint32_t)c->at, .len = (uint16_t)len, .kind = (uint8_t)kind,
                        .shape = c->space ? SHAPE_SPACE : 0};
    c->space = false;
    c->at += len;
    return t;
}

static void
scan_mark(struct scan *c, enum token_mark mark, size_t len)
{
    scan_put(c, TOKEN_MARK, len)->mark = (uint8_t)mark;
    c->out->marks[c->out->nmarks++] = (uint32_t)c->out->n - 1;
    c->has |= BLOCK_HAS_MARK;
}

/* The length of a hyphen or apostrophe at `at` that joins two letters, and what it folds to; 0 is none. */
static size_t
scan_joiner(const struct scan *c, size_t at, unsigned char *fold)
{
    unsigned b = scan_byte(c, at);
    size_t len = 1;

    if (b == '\'' || b == '-' || b == '_')
        *fold = (unsigned char)b;
    else if (b == 0xE2 && scan_byte(c, at + 1) == 0x80) {
        unsigned last = scan_byte(c, at + 2);

        if (last != 0x99 && last != 0x90 && last != 0x91)
            return 0;
        *fold = last == 0x99 ? '\'' : '-';
        len = 3;
    } else
        return 0;
    return scan_alnum(c, at + len) ? len : 0;
}

/* 's, 're, 've, 'd, 'll, 'm at the end of a word: a token of its own. n't stays with its verb. */
static enum token_kind
scan_clitic(const struct scan *c, size_t after, size_t *len)
{
    unsigned a = scan_byte(c, after) | 0x20, b = scan_byte(c, after + 1) | 0x20;

    if ((a == 's' || a == 'd' || a == 'm') && !scan_alnum(c, after + 1)) {
        *len = 1;
        return a == 's' ? TOKEN_POSSESSIVE : TOKEN_CLITIC;
    }
    if (((a == 'l' && b == 'l') || (a == 'r' && b == 'e') || (a == 'v' && b == 'e')) && !scan_alnum(c, after + 2)) {
        *len = 2;
        return TOKEN_CLITIC;
    }
    return TOKEN_WORD;
}

/* What stands at a byte >= 0x80 that is no letter of a word: 0 when it is a letter. */
struct sign {
    uint8_t len, kind, mark;
};

static bool
scan_sign(const struct scan *c, size_t at, struct sign *sign)
{
    unsigned a = scan_byte(c, at), b = scan_byte(c, at + 1), d = scan_byte(c, at + 2);

    *sign = (struct sign){1, TOKEN_SYMBOL, MARK_NONE};
    if (a == 0xC2) { /* Latin-1 signs; ª µ º are rare enough */
        sign->len = 2;
        if (b == 0xA0 || b == 0xAD)
            sign->kind = 255;
        else if (b == 0xAB || b == 0xBB)
            *sign = (struct sign){2, TOKEN_MARK, b == 0xAB ? MARK_LEFT : MARK_RIGHT};
        return true;
    }
    if (a == 0xE2 && b == 0x80) {
        sign->len = 3;
        if (d >= 0x80 && d <= 0x8F)
            sign->kind = 255;
        else if (d == 0xA8 || d == 0xA9 || d == 0xAF || (d >= 0xAA && d <= 0xAE))
            sign->kind = 255;
        else if (d >= 0x90 && d <= 0x95)
            sign->kind = d >= 0x93 ? TOKEN_DASH : TOKEN_SYMBOL;
        else if ((d == 0x98 || d == 0x99) && scan_byte(c, at + 3) == a && scan_byte(c, at + 4) == b && scan_byte(c, at + 5) == d)
            *sign = (struct sign){6, TOKEN_MARK, d == 0x99 ? MARK_CLOSE2 : MARK_OPEN2}; /* two single ones */
        else if (d == 0x98 || d == 0x9B || d == 0x99)
            *sign = (struct sign){3, TOKEN_MARK, d == 0x99 ? MARK_CLOSE1 : MARK_OPEN1};
        else if (d == 0x9C || d == 0x9F)
            *sign = (struct sign){3, TOKEN_MARK, MARK_OPEN2};
        else if (d == 0x9D)
            *sign = (struct sign){3, TOKEN_MARK, MARK_CLOSE2};
        else if (d == 0x9E)
            *sign = (struct sign){3, TOKEN_MARK, MARK_LOW9};
        else if (d == 0xB9 || d == 0xBA)
            *sign = (struct sign){3, TOKEN_MARK, d == 0xB9 ? MARK_LEFT : MARK_RIGHT};
        else if (d == 0xA6)
            sign->kind = TOKEN_ELLIPSIS;
        return true;
    }
    if (a == 0xE2 || a == 0xE3 || a == 0xEF) { /* signs, CJK punctuation, BOM; letters of Georgian and so on are no names here */
        sign->len = 3;
        if (a == 0xEF && b == 0xBB && d == 0xBF)
            sign->kind = 255;
        else if (a == 0xE3 && b == 0x80 && d == 0x80)
            sign->kind = 255;
        return true;
    }
    if (a == 0xF0) {
        sign->len = 4;
        return true;
    }
    if (a < 0xC3)
        return true;
    return false;
}

static bool
scan_upper_at(const struct scan *c, size_t at)
{
    uint32_t cp;

    if (scan_byte(c, at) < 0x80)
        return classes[scan_byte(c, at)] == C_UPPER;
    utf_decode(c->s + at, c->end - at, &cp);
    return utf_is_upper(cp);
}

/* "U.S.", "a.m.", "J.": letters with stops between. Returns the length, 0 when it is none. */
static size_t
scan_dotted(const struct scan *c, size_t at)
{
    size_t i = at;

    while (scan_letter(c, i) && scan_byte(c, i) < 0x80 && scan_byte(c, i + 1) == '.' && i - at < 16)
        i += 2;
    if (i == at || scan_alnum(c, i))
        return 0;
    if (i - at == 2 && !scan_upper_at(c, at))
        return 0;
    return i - at;
}

/* What the names want to know of a word. */
static inline void
scan_note(struct scan *c, const struct token *t)
{
    c->out->capitals[c->out->ncapitals] = (uint32_t)(t - c->out->v); /* written in any case: cheaper than to ask first */
    c->out->ncapitals += (t->shape & SHAPE_CAPITAL) != 0;
}

static void
scan_abbreviation(struct scan *c, size_t len)
{
    struct lexicon_key key = lexicon_key_of(c->s + c->at, len);
    bool large = scan_upper_at(c, c->at);
    struct token *t = scan_put(c, TOKEN_WORD, len);

    t->hash = key.hash;
    t->word = lexicon_find(&key, c->s + t->start, len);
    t->shape |= (uint8_t)(SHAPE_ABBR | (large ? SHAPE_CAPITAL : 0) | (len == 2 ? SHAPE_INITIAL : large ? SHAPE_CAPITALS : 0));
    scan_note(c, t);
}

/* "no. 5", "vs. them", but "he said no. Then": a small abbreviation goes on in small letters; "No." only before a number. */
static bool
scan_stop_is_inner(const struct scan *c, const struct token *t)
{
    size_t next = c->at + 1;
    unsigned b;

    while (classes[scan_byte(c, next)] == C_SPACE)
        next++;
    b = classes[scan_byte(c, next)];
    if (t->len == 2 && (c->s[t->start] | 0x20) == 'n' && (c->s[t->start + 1] | 0x20) == 'o')
        return b == C_DIGIT;
    return (t->shape & SHAPE_CAPITAL) || b == C_LOWER || b == C_DIGIT || scan_byte(c, next) == ',';
}

static struct lexicon_key
scan_key_with_stop(const struct lexicon_key *word)
{
    struct lexicon_key key = {0};

    lexicon_add(&key, word->head | (uint64_t)'.' << 8 * word->len, 0, word->len + 1);
    return key;
}

/* A stop after this word belongs to it ("Mr.", "Jan.") when the lexicon has the word with the stop and no sentence ends. */
static void
scan_take_stop(struct scan *c, struct token *t, const struct lexicon_key *word)
{
    const struct lexicon_key key = scan_key_with_stop(word);
    uint16_t found = lexicon_find_short(&key);

    if (!found && c->out->own)
        found = vocabulary_find(c->out->own, key.hash, c->s + t->start, t->len + 1u);
    if (!found || !(vocabulary_classes(c->out->own)[found] & (LEX_ABBR | LEX_W_ABBR | LEX_W_SUFFIX)) || !scan_stop_is_inner(c, t))
        return;
    t->len++;
    t->word = found;
    t->hash = key.hash;
    t->shape |= SHAPE_ABBR;
    c->at++;
}

static inline void
scan_put_word(struct scan *c, size_t len, const struct lexicon_key *key, unsigned shape)
{
    struct token *t = scan_put(c, TOKEN_WORD, len);

    t->hash = key->hash;
    t->shape |= (uint8_t)shape;
    t->word = lexicon_find(key, c->s + t->start, len);
    if (len <= 5 && scan_byte(c, c->at) == '.')
        scan_take_stop(c, t, key);
    scan_note(c, t);
}

/* Nothing stands behind a plain word that makes more of it. Of marks beyond ASCII those of U+2000 to U+203F that join no words. */
static inline bool
scan_ends_plainly(const unsigned char *end)
{
    static const bool goes_on[256] = {
        ['\''] = true, ['-'] = true, ['.'] = true, ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
        ['5'] = true,  ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
    };

    return *end < 0xC3 ? !goes_on[*end] : *end == 0xE2 && end[1] == 0x80 && end[2] != 0x90 && end[2] != 0x91 && end[2] != 0x99;
}

/* A stop behind a plain word, and behind that a blank or nothing: is it none of the word's, no initial's, and not known with it? */
static bool
scan_ends_sentence(const struct scan *c, const struct lexicon_key *key, size_t at, unsigned len)
{
    const size_t stop = at + len;
    struct lexicon_key with_stop;

    if (c->s[stop] != '.' || (c->s[stop + 1] != ' ' && stop + 1 != c->end) || len == 1)
        return false;
    if (len > 5)
        return true;
    with_stop = scan_key_with_stop(key);
    return !lexicon_find_short(&with_stop) && !(c->out->own && vocabulary_find(c->out->own, with_stop.hash, c->s + at, len + 1));
}

/* Of a plain word, by its large letters. Most have none or the first, and cost no guess here. */
static inline unsigned
scan_plain_shape(unsigned large, unsigned len)
{
    unsigned shape = SHAPE_PLAIN | (large & 1) * SHAPE_CAPITAL;

    if (large > 1)
        shape |= ((large & 3) == 3) * SHAPE_CAPITAL2 | ((large + 1) >> len) * SHAPE_CAPITALS;
    return shape;
}

/* How far plain words may be looked for: as the text can be read, and as there is room for a token a byte. */
static size_t
scan_plain_limit(const struct scan *c)
{
    size_t room = c->out->cap - c->out->n, text = c->limit > LETTERS_READ ? c->limit - LETTERS_READ : 0;

    return room < 2 ? 0 : c->at + room - 2 < text ? c->at + room - 2 : text;
}

/*
 * Takes the plain words at c->at, with a blank or a mark and a blank between them: up to fifteen ASCII letters and nothing else.
 * Nine tokens of ten are such. They are read sixteen letters at a time, with all that the scan holds in registers, and without a
 * wrong guess where a word ends.
 */
#if defined(__GNUC__)
__attribute__((noinline)) /* in the midst of the whole scan it would not have the registers */
#endif
static void
scan_plain_words(struct scan *c)
{
    const unsigned char *s = (const unsigned char *)c->s;
    const size_t end = c->end, limit = scan_plain_limit(c);
    struct token *first = c->out->v, *t = first + c->out->n;
    uint32_t *capitals = c->out->capitals + c->out->ncapitals;
    unsigned space = c->space ? SHAPE_SPACE : 0;
    size_t at = c->at;

    while (at < limit) {
        const struct letters letters = letters_read(s + at);
        const size_t stop = at + letters.n;
        struct lexicon_key key = {0};

        if (letters.n - 1 >= LETTERS_READ - 1 || stop > end)
            break;
        lexicon_add(&key, letters.head, letters.tail, letters.n);
        if (s[stop] != ' ' && !scan_ends_plainly(s + stop) && !scan_ends_sentence(c, &key, at, letters.n))
            break;
        t->start = (uint32_t)at;
        t->hash = key.hash;
        t->len = (uint16_t)letters.n;
        t->word = lexicon_find_short(&key);
        t->kind = TOKEN_WORD;
        t->shape = (uint8_t)(scan_plain_shape(letters.large, letters.n) | space);
        t->mark = MARK_NONE;
        *capitals = (uint32_t)(t - first); /* written in any case: cheaper than to ask first, or to guess where a name stands */
        capitals += letters.large & 1;
        t++;
        at = stop;
        space = 0;
        if (s[at] != ' ') {
            if (s[at] != '.' && !(s[at] == ',' && s[at + 1] == ' '))
                break;
            *t++ = (struct token){.start = (uint32_t)at, .len = 1, .kind = s[at] == ',' ? TOKEN_COMMA : TOKEN_STOP};
            if (s[++at] != ' ')
                break;
        }
        at++;
        space = SHAPE_SPACE;
    }
    c->out->n = (size_t)(t - first);
    c->out->ncapitals = (size_t)(capitals - c->out->capitals);
    c->space = space != 0;
    c->at = at;
}

/* A key that grows by bytes. */
struct scan_key {
    struct lexicon_key key;
    uint64_t part[2];
    unsigned n;
};

static inline void
scan_key_byte(struct scan_key *k, unsigned b)
{
    k->part[k->n / 8] |= (uint64_t)b << 8 * (k->n % 8);
    if (++k->n < 16)
        return;
    lexicon_add(&k->key, k->part[0], k->part[1], 16);
    k->part[0] = k->part[1] = k->n = 0;
}

/* A word of any sort: with digits, hyphens, apostrophes and letters beyond ASCII, or before a stop. */
static void
scan_mixed_word(struct scan *c)
{
    size_t at = c->at;
    struct scan_key k = {0};
    unsigned seen = 0, shape = 0; /* seen: a bit for each class of character */
    enum token_kind clitic = TOKEN_WORD;
    size_t clitic_len = 0, joiner = 0;
    bool large = scan_upper_at(c, at);

    while (at < c->end && at - c->at < 60000) {
        unsigned b = (unsigned char)c->s[at];
        unsigned char fold;

        if (folds[b]) {
            seen |= 1u << classes[b];
            scan_key_byte(&k, folds[b]);
            at++;
        } else if ((b == '\'' || b == '-' || b == 0xE2) && (joiner = scan_joiner(c, at, &fold))) {
            if (fold == '\'' && (clitic = scan_clitic(c, at + joiner, &clitic_len)) != TOKEN_WORD)
                break;
            scan_key_byte(&k, fold);
            at += joiner;
            if (fold == '-' && (joiner = scan_dotted(c, at)) > 2) { /* "D-R.I." */
                shape |= SHAPE_ABBR;
                at += joiner;
                break;
            }
        } else if (b >= 0xC3) {
            struct sign sign;

            if (scan_sign(c, at, &sign))
                break;
            seen |= 1u << C_LOWER;
            do
                scan_key_byte(&k, (unsigned char)c->s[at++]);
            while (at < c->end && ((unsigned char)c->s[at] & 0xC0) == 0x80);
        } else
            break;
    }
    if (k.n)
        lexicon_add(&k.key, k.part[0], k.part[1], k.n);
    if (large)
        shape |= SHAPE_CAPITAL;
    if (large && !(seen & 1u << C_LOWER) && classes[scan_byte(c, c->at + 1)] == C_UPPER)
        shape |= SHAPE_CAPITALS;
    if (seen & 1u << C_DIGIT)
        shape |= SHAPE_DIGIT;
    scan_put_word(c, at - c->at, &k.key, shape);
    if (clitic != TOKEN_WORD)
        scan_put(c, clitic, joiner + clitic_len);
}

static void
scan_word(struct scan *c)
{
    size_t dotted = scan_byte(c, c->at + 1) == '.' ? scan_dotted(c, c->at) : 0;

    if (dotted)
        scan_abbreviation(c, dotted);
    else
        scan_mixed_word(c);
}

/* "1,000", "3.5", "2019-20" */
static bool
scan_joins_digits(const struct scan *c, size_t at)
{
    unsigned b = scan_byte(c, at);

    return (b == '.' || b == ',' || b == '-') && classes[scan_byte(c, at + 1)] == C_DIGIT;
}

static void
scan_number(struct scan *c)
{
    size_t at = c->at;

    while (at - c->at < 60000 && (scan_alnum(c, at) || scan_joins_digits(c, at)))
        do
            at++;
        while (at < c->end && ((unsigned char)c->s[at] & 0xC0) == 0x80); /* a letter behind the digits is taken whole */
    scan_put(c, TOKEN_NUMBER, at - c->at)->shape |= SHAPE_DIGIT;
}

static void
scan_high(struct scan *c)
{
    struct sign sign;

    if (!scan_sign(c, c->at, &sign)) {
        scan_word(c);
        return;
    }
    if (sign.len > c->end - c->at)
        sign.len = (uint8_t)(c->end - c->at);
    if (sign.kind == 255) {
        c->space = true;
        c->at += sign.len;
    } else if (sign.kind == TOKEN_MARK)
        scan_mark(c, (enum token_mark)sign.mark, sign.len);
    else
        scan_put(c, (enum token_kind)sign.kind, sign.len);
}

static void
scan_punctuation(struct scan *c, unsigned b)
{
    unsigned next = scan_byte(c, c->at + 1);

    switch (b) {
    case '"': scan_mark(c, MARK_STRAIGHT2, 1); break;
    case '\'': scan_mark(c, next == '\'' ? MARK_STRAIGHT2 : MARK_STRAIGHT1, next == '\'' ? 2 : 1); break;
    case '`': scan_mark(c, next == '`' ? MARK_OPEN2 : MARK_OPEN1, next == '`' ? 2 : 1); break;
    case '.':
        if (next == '.') {
            size_t len = 2;

            while (scan_byte(c, c->at + len) == '.' && len < 60000)
                len++;
            scan_put(c, TOKEN_ELLIPSIS, len);
        } else
            scan_put(c, TOKEN_STOP, 1);
        break;
    case ',': scan_put(c, TOKEN_COMMA, 1); break;
    case ':': scan_put(c, TOKEN_COLON, 1); break;
    case ';': scan_put(c, TOKEN_SEMICOLON, 1); break;
    case '?': scan_put(c, TOKEN_QUESTION, 1); break;
    case '!': scan_put(c, TOKEN_EXCLAMATION, 1); break;
    case '(':
    case '[': scan_put(c, TOKEN_OPEN, 1); break;
    case ')':
    case ']': scan_put(c, TOKEN_CLOSE, 1); break;
    case '-':
        if (next == '-')
            scan_put(c, TOKEN_DASH, 2);
        else
            scan_put(c, c->space && classes[next] == C_SPACE ? TOKEN_DASH : TOKEN_SYMBOL, 1);
        break;
    default: scan_put(c, TOKEN_SYMBOL, 1);
    }
}

static void
tokens_end(struct tokens *tokens)
{
    if (tokens->n == tokens->cap)
        scan_grow(tokens);
    tokens->v[tokens->n].start = UINT32_MAX;
}

void
tokens_clear(struct tokens *tokens)
{
    tokens->n = tokens->ncapitals = tokens->nmarks = 0;
    tokens_end(tokens);
}

void
tokens_free(struct tokens *tokens)
{
    mem_free(tokens->v);
    mem_free(tokens->capitals);
    mem_free(tokens->marks);
    *tokens = (struct tokens){0};
}

/* Looks strangers up among the user's words. */
static void
tokens_find_own(struct tokens *tokens, size_t first, const char *text)
{
    for (size_t i = first; i < tokens->n; i++) {
        struct token *t = &tokens->v[i];

        if (t->kind == TOKEN_WORD && !t->word)
            t->word = vocabulary_find(tokens->own, t->hash, text + t->start, t->len);
    }
}

/* Are most words from token `first` on large, as in a headline? */
static bool
tokens_are_large(const struct tokens *tokens, size_t first, size_t ncapitals)
{
    unsigned words = 0, large = 0;

    if (tokens->n - first > HEADLINE_TOKENS || ncapitals * 10 <= HEADLINE_WORDS * 8)
        return false;
    for (const struct token *t = tokens->v + first; t < tokens->v + tokens->n; t++) {
        bool counts = t->kind == TOKEN_WORD && t->len >= HEADLINE_LETTERS;

        words += counts;
        large += counts & ((t->shape & SHAPE_CAPITAL) != 0);
    }
    return words >= HEADLINE_WORDS && large * 10 > words * 8;
}

unsigned
tokens_scan(struct tokens *tokens, const char *text, size_t len, struct span span)
{
    struct scan c = {.out = tokens, .s = text, .at = span.start, .end = span.end, .limit = len, .space = true};
    size_t before = tokens->n, capitals = tokens->ncapitals;

    while (c.at < c.end) {
        unsigned b = (unsigned char)text[c.at];

        switch (classes[b]) {
        case C_SPACE:
            c.space = true;
            c.at++;
            break;
        case C_LOWER:
        case C_UPPER:
            scan_plain_words(&c);
            b = scan_byte(&c, c.at);
            if (classes[b] == C_LOWER || classes[b] == C_UPPER) /* of a word that is not plain */
                scan_word(&c);
            break;
        case C_DIGIT: scan_number(&c); break;
        default:
            if (b >= 0x80)
                scan_high(&c);
            else
                scan_punctuation(&c, b);
        }
    }
    tokens_end(tokens);
    if (tokens->own)
        tokens_find_own(tokens, before, text);
    if (tokens_are_large(tokens, before, tokens->ncapitals - capitals))
        c.has |= BLOCK_HAS_CAPITALS;
    return c.has;
}
