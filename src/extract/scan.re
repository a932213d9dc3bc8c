/* Cuts text into words, number literals and marks. scan.c is made from scan.re by re2c. */
#include "scan.h"
#include "tokens.h"

const struct scan_token scan_nothing = {.shape = SCAN_STOP};
const struct token scan_unknown = {.start = UINT32_MAX};

struct scan_state {
    const struct words *words;
    const char *text;
    uint32_t limit;
    const struct token *known; /* the next one that speech has */
    uint8_t gap;       /* flags for the next token */
    struct scan_token *first, *next;
    uint32_t *notable; /* where the next notable token's index goes */
    uint32_t *marks;
};

static inline struct scan_token *
scan_add(struct scan_state *state, const unsigned char *from, const unsigned char *to, enum scan_shape shape)
{
    struct scan_token *token = state->next++;

    *token = (struct scan_token){(uint32_t)((const char *)from - state->text), (uint32_t)((const char *)to - state->text), 0, 0,
                            (uint8_t)shape, state->gap};
    state->gap = SCAN_GLUED;
    return token;
}

static inline void
scan_note(struct scan_state *state, const struct scan_token *token, bool notable)
{
    *state->notable = (uint32_t)(token - state->first); /* written in any case: cheaper than to ask first */
    state->notable += notable;
}

/* A figure begins with a mark, a dash or a bracket only where a number or a currency stands right behind: none is a blank. */
static inline struct scan_token *
scan_add_mark(struct scan_state *state, const unsigned char *from, const unsigned char *to, enum scan_shape shape)
{
    struct scan_token *token = scan_add(state, from, to, shape);

    scan_note(state, token, (*to >= '0' && *to <= '9') || *to == '.' || *to >= 0x80 || (shape == SCAN_DASH && *to > ' '));
    *state->marks = (uint32_t)(token - state->first);
    state->marks += *from == '@' || *from == '/' || *from == '_' || *from == '\\';
    return token;
}

/* A stop right behind a word of few letters, which may be an abbreviation. */
static inline void
scan_add_stop(struct scan_state *state, const unsigned char *from, const unsigned char *to)
{
    struct scan_token *token = scan_add(state, from, to, SCAN_STOP);

    *state->marks = (uint32_t)(token - state->first);
    state->marks += *from == '.' && token > state->first && token[-1].end - token[-1].start <= SCAN_ABBREVIATION;
}

/* A mark, a literal, all but words: notable by itself. */
static inline struct scan_token *
scan_add_notable(struct scan_state *state, const unsigned char *from, const unsigned char *to, enum scan_shape shape)
{
    struct scan_token *token = scan_add(state, from, to, shape);

    scan_note(state, token, true);
    return token;
}

/* No token is shorter than a byte: room for all of them at once, so that none has to ask. */
static void
scan_reserve(scan_tokens *tokens, size_t more)
{
    struct scan_token *block = tokens->v ? tokens->v - SCAN_BEFORE : NULL;

    if (tokens->v && tokens->cap - tokens->n >= more)
        return;
    block = mem_resize(block, SCAN_BEFORE + tokens->n + more + SCAN_BEHIND, sizeof *tokens->v);
    tokens->v = block + SCAN_BEFORE;
    tokens->notable = mem_resize(tokens->notable, tokens->n + more + 1, sizeof *tokens->notable);
    tokens->marks = mem_resize(tokens->marks, tokens->n + more + 1, sizeof *tokens->marks);
    tokens->cap = tokens->n + more;
    for (size_t k = 0; k < SCAN_BEFORE; k++)
        block[k] = scan_nothing;
}

void
scan_free(scan_tokens *tokens)
{
    mem_free(tokens->v ? tokens->v - SCAN_BEFORE : NULL);
    mem_free(tokens->notable);
    mem_free(tokens->marks);
    *tokens = (scan_tokens){0};
}

/* What the table knows of a word that speech has not cut so. */
static inline void
scan_know(const struct scan_state *state, struct scan_token *token)
{
    const char *text = state->text + token->start;
    size_t len = token->end - token->start;

    token->word = words_find(state->words, words_key(text, len, state->limit - token->start >= 8), text, len);
    token->classes = state->words->classes[token->word];
}

/* What the table knows of a plain word. */
static inline uint16_t
scan_word_of(const struct words *words, const struct token *known, const char *text)
{
    uint16_t word = words->of[known->word];

    if (word & WORDS_CASE) {
        const uint64_t key = words_key(text, known->len, true), as_it_is = eight_load((const unsigned char *)text, 8);

        if (eight_head(as_it_is ^ key, known->len)) /* not small */
            return words_find(words, key, text, known->len);
        word &= (uint16_t)~WORDS_CASE;
    }
    return word;
}

/* Perhaps more than the letters, which the scanner proper knows: "http://", "1ª". */
static inline bool
scan_goes_on(const unsigned char *end)
{
    return *end == 0xC2 || (*end == ':' && end[1] == '/');
}

/* A comma or a stop between a plain word and a blank? */
static inline bool
scan_is_plain_mark(const unsigned char *at)
{
    return (*at == ',' || *at == '.') && at[1] == ' ';
}

/* Takes the words that speech has cut, as far as they are plain and one blank apart; returns where the next token begins. */
static inline const unsigned char *
scan_plain_words(struct scan_state *state, const unsigned char *at, const unsigned char *stop)
{
    const unsigned char *text = (const unsigned char *)state->text;
    const struct words *words = state->words;
    const struct token *known = state->known;
    struct scan_token *first = state->first, *token = state->next; /* copies: what is written to tokens can't change them */
    uint32_t *notable = state->notable;
    unsigned gap = state->gap;

    if (at < stop && *at == ' ' && gap == SCAN_GLUED) {
        gap = 0;
        at++;
    }
    while (known->start < at - text)
        known++;
    while (at < stop && known->start == at - text && (known->shape & SHAPE_PLAIN)) {
        const unsigned char *end = at + known->len;
        const uint16_t word = scan_word_of(words, known, (const char *)at);
        const uint32_t classes = words->classes[word];

        if (*end != ' ' && scan_goes_on(end))
            break;
        token->start = known->start;
        token->end = known->start + known->len;
        token->classes = classes;
        token->word = word;
        token->shape = SCAN_WORD;
        token->flags = (uint8_t)(gap | (known->shape & SHAPE_CAPITAL ? SCAN_UPPER : 0) |
                                 (known->shape & SHAPE_CAPITAL2 ? SCAN_ALLCAPS : 0));
        *notable = (uint32_t)(token - first); /* written in any case: cheaper than to ask first */
        notable += (classes & SCAN_NOTABLE) != 0;
        token++;
        known++;
        gap = SCAN_GLUED;
        at = end;
        if (at >= stop)
            break;
        if (*at != ' ') {
            if (!scan_is_plain_mark(at))
                break;
            state->next = token;
            state->gap = SCAN_GLUED;
            if (*at == ',')
                scan_add(state, at, at + 1, SCAN_COMMA);
            else
                scan_add_stop(state, at, at + 1);
            token = state->next;
            at++;
            known++;
        }
        at++;
        gap = 0;
    }
    state->known = known;
    state->next = token;
    state->notable = notable;
    state->gap = (uint8_t)gap;
    return at;
}

/*
 * A word. "USD34" and "Rs164" are a currency and a number: returns where the scan goes on, which is before the digits when the
 * letters before them are a currency.
 */
static inline const unsigned char *
scan_word(struct scan_state *state, const unsigned char *from, const unsigned char *to)
{
    struct scan_token *token = scan_add(state, from, to, SCAN_WORD);

    if (*from >= 'A' && *from <= 'Z')
        token->flags |= SCAN_UPPER | (to - from > 1 && from[1] >= 'A' && from[1] <= 'Z' ? SCAN_ALLCAPS : 0);
    else if (*from >= 0xC3)
        token->flags |= SCAN_UPPER; /* a letter with an accent, or of another script: not worth a table here */
    if (to - from <= 16)
        scan_know(state, token);
    scan_note(state, token, (token->classes & SCAN_NOTABLE) != 0);
    return to;
}

static const unsigned char *
scan_mixed(struct scan_state *state, const unsigned char *from, const unsigned char *to)
{
    const unsigned char *digits = from;
    struct scan_token *token;

    while (*digits > '9' || *digits < '0')
        digits++;
    token = scan_add_notable(state, from, to, SCAN_IDENT);
    if (digits - from <= 8) {
        token->end = token->start + (uint32_t)(digits - from);
        scan_know(state, token);
        if ((token->classes & IS_CODE) || ((token->classes & IS_PREFIX) && from[-(token->flags & SCAN_GLUED)] == '$')) { /* "$US9" */
            token->shape = SCAN_WORD;
            token->flags |= SCAN_UPPER;
            return digits;
        }
        /* "km2", "m3" are words of their own */
        token->end = token->start + (uint32_t)(to - from);
        token->classes = 0;
        scan_know(state, token);
        if (token->classes & IS_UNIT)
            token->shape = SCAN_WORD;
    }
    return to;
}

uint32_t
scan_text(const struct words *words, const char *text, uint32_t at, uint32_t end, uint32_t limit, scan_tokens *tokens)
{
    struct scan_state state = {words, text, limit, tokens->known, SCAN_LINE, NULL, NULL, NULL, NULL};
    const unsigned char *YYCURSOR = (const unsigned char *)text + at;
    const unsigned char *stop = (const unsigned char *)text + end;
    const unsigned char *YYMARKER = YYCURSOR;
    const unsigned char *from;

    scan_reserve(tokens, end - at);
    state.first = tokens->v;
    state.next = tokens->v + tokens->n;
    state.notable = tokens->notable + tokens->nnotable;
    state.marks = tokens->marks + tokens->nmarks;
    while ((YYCURSOR = scan_plain_words(&state, YYCURSOR, stop)) < stop) {
        from = YYCURSOR;
        /*!re2c
        re2c:define:YYCTYPE = "unsigned char";
        re2c:yyfill:enable = 0;
        re2c:encoding:utf8 = 1;
        re2c:encoding-policy = ignore;
        re2c:indent:string = "    ";
        re2c:flags:case-ranges = 0;

        digit = [0-9];
        group = "," digit{3};
        whole = digit{1,3} group+ | digit{1,2} ("," digit{2}){1,4} "," digit{3} | digit{1,3} ("'" digit{3})+
              | digit{1,3} ("\u2019" digit{3})+;
        dotted = digit{1,3} ("." digit{3}){2,};
        other = [\u00aa\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0300-\u1fff\u2c00-\u2fef\u3005-\ufdfb\ufdfd-\ufefe\uff10-\U0010ffff];
        letter = [A-Za-z] | other;
        esc = "\x1b";
        blank = [ \t\u00a0\u2000-\u200a\u202f\u205f\u3000];

        [ ]                     { state.gap = state.gap == SCAN_GLUED ? 0 : state.gap | SCAN_WIDE; continue; }
        blank                   { state.gap = state.gap == SCAN_GLUED ? 0 : state.gap | SCAN_WIDE; continue; }
        [\u200b\u2060\ufeff\u00ad\u200e\u200f] { continue; }
        [\r\n\v\f\u2028\u2029\u0085] { state.gap = SCAN_LINE; continue; }

        letter+                 { YYCURSOR = scan_word(&state, from, YYCURSOR); continue; }
        letter+ digit (letter | digit)* { YYCURSOR = scan_mixed(&state, from, YYCURSOR); continue; }

        digit+                  { scan_add_notable(&state, from, YYCURSOR, SCAN_INTEGER); continue; }
        whole | dotted          { scan_add_notable(&state, from, YYCURSOR, SCAN_GROUPED); continue; }
        whole "." digit+ | digit{1,3} ("." digit{3})+ "," digit{1,2} | digit{1,3} ("'" digit{3})+ "," digit{1,2}
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_GROUPED); continue; }
        digit* "." digit+ | digit+ "," digit{1,2} | digit+ "\u00b7" digit+
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_DECIMAL); continue; }
        digit+ ("." digit+)? [eE] [+-]? digit{1,3}
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_POWER); continue; }
        [\u00bc-\u00be\u2150-\u215e\u2189]
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_VULGAR); continue; }
        digit{1,2} ":" digit{2} (":" digit{2})?
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_CLOCK); continue; }
        digit+ [/\u2044] digit+ ([/\u2044] digit+)?
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_SLASHED); continue; }
        digit{4} "-" digit{2} "-" digit{2}
                                { scan_add_notable(&state, from, YYCURSOR, SCAN_ISO_DATE); continue; }
        digit+ ("." digit+){2,} { scan_add_notable(&state, from, YYCURSOR, SCAN_IDENT); continue; }

        [$\u00a2-\u00a5\u0e3f\u20a0-\u20c0\ufdfc\uff04\uffe0\uffe1\uffe5]
                                { scan_know(&state, scan_add_notable(&state, from, YYCURSOR, SCAN_SIGN)); continue; }
        [%\u2030\uff05]         { scan_add_notable(&state, from, YYCURSOR, SCAN_PERCENT)->classes = IS_PERCENT; continue; }
        "\u00b0" | "\u00ba"     { scan_add_notable(&state, from, YYCURSOR, SCAN_DEGREE); continue; }
        [\u2103\u2109]          { scan_know(&state, scan_add_notable(&state, from, YYCURSOR, SCAN_WORD)); continue; }
        [\u2010-\u2015\u2212] | "-"
                                { scan_add_mark(&state, from, YYCURSOR, SCAN_DASH); continue; }
        "\u00d7"                { scan_add_notable(&state, from, YYCURSOR, SCAN_TIMES); continue; }
        [.!?;\u2026]            { scan_add_stop(&state, from, YYCURSOR); continue; }
        ":"                     { scan_add_mark(&state, from, YYCURSOR, SCAN_MARK); continue; }
        ","                     { scan_add(&state, from, YYCURSOR, SCAN_COMMA); continue; }
        [([{\u201c\u2018\u201e\u00ab]
                                { scan_add_mark(&state, from, YYCURSOR, SCAN_OPEN); continue; }
        [)\]}\u201d\u00bb]      { scan_add(&state, from, YYCURSOR, SCAN_CLOSE); continue; }
        'https'? "://" | 'http://' | 'www.' | "://"
                                {
                                    while (*YYCURSOR > ' ' && *YYCURSOR != '<' && *YYCURSOR != '"')
                                        YYCURSOR++;
                                    scan_add_notable(&state, from, YYCURSOR, SCAN_IDENT)->flags |= SCAN_DEAD;
                                    continue;
                                }
        /* ECMA-48: what a terminal would have obeyed is no text, though its escape character is shown no more. No rule goes over
           the next escape or line end, so that none reads a byte more than twice. */
        (esc "[" | "^[[" | "\u241b[" | "\u009b") [0-?]* [ -/]* [@-~]
                                { state.gap = 0; continue; }
        esc [\]PX^_] [^\x00\x07\x1b\r\n]* ("\x07" | esc "\\" | "\u009c")
                                { state.gap = 0; continue; }
        esc [ -/]+ [0-~]        { state.gap = 0; continue; }
        esc [0-?]               { state.gap = 0; continue; }
        [\u0080-\U0010ffff]     { scan_add_mark(&state, from, YYCURSOR, SCAN_MARK); continue; }
        *                       { scan_add_mark(&state, from, YYCURSOR, SCAN_MARK); continue; }
        */
    }
    tokens->known = state.known;
    tokens->n = (size_t)(state.next - tokens->v);
    for (size_t k = 0; k < SCAN_BEHIND; k++)
        state.next[k] = scan_nothing;
    tokens->nnotable = (size_t)(state.notable - tokens->notable);
    tokens->nmarks = (size_t)(state.marks - tokens->marks);
    return (uint32_t)((const char *)YYCURSOR - text);
}
