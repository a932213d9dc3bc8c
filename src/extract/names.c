/* Proper names: runs of capitalised words, cut at titles, and a first guess at what they name. */
#include "speech.h"

#define FUNCTION_WORDS                                                                                                           \
    (LEX_SUBJECT | LEX_POSS | LEX_OBJECT | LEX_W_DET | LEX_W_PREP | LEX_W_CONJ | LEX_W_SUB | LEX_W_REL | LEX_W_AUX |             \
     LEX_W_MODAL | LEX_W_NEG | LEX_W_PRON_OTHER | LEX_W_SENTENCE)
#define NAME_WORDS (LEX_GIVEN | LEX_ORG | LEX_ORG_NAME | LEX_PLACE)

/* True when the token begins a sentence, as far as can be told from what stands before it. */
static bool
names_at_sentence_start(const struct speech *speech, uint32_t token, uint32_t block_first)
{
    const unsigned ends = 1u << TOKEN_STOP | 1u << TOKEN_QUESTION | 1u << TOKEN_EXCLAMATION | 1u << TOKEN_ELLIPSIS |
                          1u << TOKEN_COLON | 1u << TOKEN_SYMBOL;
    const struct token *v = speech->tokens.v;

    if (token == block_first)
        return true;
    if (v[token - 1].kind != TOKEN_MARK)
        return ends >> v[token - 1].kind & 1;
    /* an opening mark, or a closing one after a stop */
    return !(v[token].shape & SHAPE_SPACE) || token - block_first < 2 ||
           (v[token - 2].kind >= TOKEN_STOP && v[token - 2].kind <= TOKEN_EXCLAMATION);
}

static bool
names_ends_like(const struct speech *speech, const struct token *t, const char *suffix)
{
    return slice_ends(slice_of(speech->article->text + t->start, t->len), suffix);
}

/* "S&D", "AT&T": a letter that an ampersand ties to the next word. */
static bool
names_ampersand(const struct speech *speech, uint32_t i)
{
    const struct token *v = speech->tokens.v;

    return i + 2 < speech->tokens.n && v[i].kind == TOKEN_WORD && v[i + 1].kind == TOKEN_SYMBOL &&
           speech->article->text[v[i + 1].start] == '&' && !(v[i + 1].shape & SHAPE_SPACE) && v[i + 2].kind == TOKEN_WORD &&
           (v[i + 2].shape & (SHAPE_CAPITAL | SHAPE_SPACE)) == SHAPE_CAPITAL;
}

/* May this word stand in a name that is a function word or a month, or begins a sentence? It begins with a capital. */
static bool
names_odd_word(const struct speech *speech, uint32_t i, bool starts_sentence)
{
    const struct token *t = speech_token(speech, i);
    uint64_t k = speech_classes(speech, i);

    if (t->shape & SHAPE_INITIAL)
        return !(k & FUNCTION_WORDS) || t->len == 2;
    if (k & LEX_W_MONTH_DAY) /* "Theresa May", and "May" where a Theresa May is known; never "May 4" */
        return i > 0 && !(t->shape & SHAPE_ABBR) && i + 1 < speech->tokens.n &&
               speech_token(speech, i + 1)->kind != TOKEN_NUMBER &&
               ((speech_classes(speech, i - 1) & LEX_GIVEN) || (speech_classes(speech, i + 1) & LEX_CUE));
    if (k & FUNCTION_WORDS) {
        if ((t->shape & SHAPE_CAPITALS) && t->len > 1 && (k & (LEX_PLACE | LEX_ORG_NAME)))
            return true; /* US, UN, AP */
        if (t->len < 2 || i + 1 >= speech->tokens.n || !(speech_token(speech, i + 1)->shape & SHAPE_CAPITAL) ||
            (k & (LEX_W_DET | LEX_SUBJECT)))
            return false; /* "Will Smith", "New York", but not "But Even if" */
        return starts_sentence ? (speech_classes(speech, i + 1) & LEX_PLACE) && !(k & (FUNCTION_WORDS ^ LEX_W_SENTENCE))
                               : (k & NAME_WORDS) || !(k & (FUNCTION_WORDS ^ LEX_W_SENTENCE));
    }
    if (starts_sentence && (k & LEX_CUE) && (k & (LEX_THIRD | LEX_PAST)) && !(k & (NAME_WORDS | LEX_TITLE | LEX_ROLE)))
        return false; /* "Adds Neil: …" */
    if (starts_sentence && !(k & (NAME_WORDS | LEX_TITLE | LEX_ROLE | LEX_W_DEMONYM)))
        return !(names_ends_like(speech, t, "ly") || names_ends_like(speech, t, "ing") ||
                 (names_ends_like(speech, t, "ed") && t->len > 4));
    return t->len > 1 || names_ampersand(speech, i);
}

/* May this token stand in a name at all? Most words are told by this much. */
static inline bool
names_word(const struct speech *speech, uint32_t i, bool starts_sentence)
{
    const struct token *t = speech_token(speech, i);

    if (!(t->shape & SHAPE_CAPITAL)) /* which nothing but words can have */
        return false;
    if (!starts_sentence && !(speech_classes(speech, i) & (FUNCTION_WORDS | LEX_W_MONTH_DAY)))
        return t->len > 1 || names_ampersand(speech, i);
    return names_odd_word(speech, i, starts_sentence);
}

/* Where a run of name words from `i` ends: particles, "of", "&" and the like bind when a name word follows. */
static uint32_t
names_run(const struct speech *speech, uint32_t i, uint32_t last, bool starts)
{
    const struct token *v = speech->tokens.v;
    bool body = false, title = !starts && !speech_classes(speech, i); /* "Web of Stars", but "Parts of Ukraine" */

    for (;;) {
        uint64_t k = speech_classes(speech, i);
        uint32_t next = i + 1;

        body = body || (k & LEX_ORG);
        if (next + 1 < last && v[next].kind == TOKEN_SYMBOL && names_ampersand(speech, i)) {
            i = next + 1;
            continue;
        }
        if (next >= last || !(v[next].shape & SHAPE_SPACE))
            return next;
        if (names_word(speech, next, false)) {
            i = next;
            title = false;
            continue;
        }
        k = speech_classes(speech, next);
        if (v[next].kind == TOKEN_WORD && (k & LEX_W_PARTICLE) && next + 1 < last && names_word(speech, next + 1, false) &&
            !(k & LEX_W_SENTENCE)) {
            i = next + 1;
            continue;
        }
        if (v[next].kind == TOKEN_SYMBOL && next + 1 < last && names_word(speech, next + 1, false) &&
            speech->article->text[v[next].start] == '&') {
            i = next + 1;
            continue;
        }
        /* "Department of Justice", "Center for the Study of Peace", "Health and Human Services" */
        if ((body || title) && v[next].kind == TOKEN_WORD) {
            struct slice w = slice_of(speech->article->text + v[next].start, v[next].len);
            bool binds = slice_is(w, "of") || (body && slice_is(w, "for"));
            uint32_t to = next + 1;

            if (body && slice_is(w, "on")) /* "Institute on River Fish" */
                binds = true;
            if (body && slice_is(w, "and"))
                binds = next + 2 < last && names_word(speech, next + 1, false) && (speech_classes(speech, next + 2) & LEX_ORG);
            if (binds && to < last && slice_is(slice_of(speech->article->text + v[to].start, v[to].len), "the"))
                to++;
            if (binds && to < last && names_word(speech, to, false)) {
                i = to;
                continue;
            }
        }
        return next;
    }
}

static bool
names_suffix(const struct speech *speech, uint32_t i)
{
    return (speech_classes(speech, i) & LEX_W_SUFFIX) != 0;
}

/* "DL", "CEO" */
static bool
names_short(const struct speech *speech, uint32_t i)
{
    const struct token *t = speech_token(speech, i);

    return (t->shape & SHAPE_CAPITALS) && !(t->shape & SHAPE_INITIAL) && t->len < 5;
}

/* The classes of all words together. */
static uint64_t
names_classes(const struct speech *speech, uint32_t first, uint32_t last)
{
    uint64_t k = 0;

    for (uint32_t i = first; i < last; i++)
        k |= speech_classes(speech, i);
    return k;
}

/* Where the person's own name begins after titles and what stands before them: "House Speaker | Paul Ryan". */
static uint32_t
names_after_title(const struct speech *speech, uint32_t first, uint32_t last, bool *titled)
{
    uint32_t start = first;
    bool office = first > 1 && (speech_classes(speech, first - 1) & LEX_W_PREP) && /* "Minister of | Rural Roads Ann Lee" */
                  (speech_classes(speech, first - 2) & (LEX_TITLE | LEX_ROLE));
    uint32_t field = first;

    *titled = false;
    for (uint32_t i = first; i + 1 < last; i++) {
        uint64_t k = speech_classes(speech, i);

        if (names_suffix(speech, i + 1))
            break;
        if ((k & LEX_TITLE) || ((k & LEX_ROLE) && !(k & (LEX_BODY | LEX_THING | LEX_GIVEN)) &&
                                !((k & LEX_W_DEMONYM) && !(speech_classes(speech, i + 1) & LEX_GIVEN)))) {
            if ((speech_classes(speech, i + 1) & (LEX_W_PREP | LEX_ORG)) && !(speech_classes(speech, i + 1) & LEX_GIVEN))
                continue; /* "Secretary of …", "General Motors" */
            start = i + 1;
            *titled = true;
        }
    }
    if (*titled)
        return start;
    /* "Texas Republican Ted Cruz" has no title but a given name after a place, a body or a demonym; "Minister of Health Ted Cruz",
       "Rovers DL Ted Cruz" after an office and its field, and after what is short for one. */
    if (office && last - first > 2 && (speech_classes(speech, first) & LEX_PLACE))
        return first + 1; /* "envoy to | Denmark Liu Wen" */
    for (uint32_t i = first; i + 2 < last; i++) {
        uint64_t k = speech_classes(speech, i), next = speech_classes(speech, i + 1);

        if (!office && (k & (LEX_TITLE | LEX_ROLE)))
            office = true, field = i + 2;
        if (((k & (LEX_W_DEMONYM | LEX_ROLE | LEX_ORG)) || (office && i >= field) || names_short(speech, i)) && !(k & LEX_GIVEN) &&
            (next & LEX_GIVEN) && !(next & LEX_ORG))
            return i + 1;
    }
    if (first + 1 < last && (speech_classes(speech, first) & (LEX_W_DEMONYM | LEX_GIVEN)) == LEX_W_DEMONYM &&
        !(names_classes(speech, first + 1, last) & LEX_ORG)) /* not "American Rivers Union" */
        return first + 1;
    return first;
}

/* What a name of one word is, as far as the word tells. */
static bool
names_classify_single(const struct speech *speech, struct name *name)
{
    const struct token *t = speech_token(speech, name->first);
    uint64_t k = speech_classes(speech, name->first);

    if (name->title < name->first) {
        name->kind = ENTITY_PERSON;
        return true;
    }
    if ((k & LEX_PLACE) && !((k & LEX_GIVEN) && (k & LEX_CUE)))
        name->kind = ENTITY_PLACE;
    else if ((k & LEX_ORG_NAME) || ((t->shape & SHAPE_CAPITALS) && !(k & (LEX_TITLE | LEX_ROLE))))
        name->kind = ENTITY_ORG; /* but "CEO", "MP" */
    else if ((k & (LEX_ROLE | LEX_W_DEMONYM | LEX_TITLE | LEX_W_MONTH_DAY)) && (!(k & LEX_GIVEN) || (k & LEX_W_MONTH_DAY))) {
        name->kind = ENTITY_PERSON;
        name->common = name->guess = true;
        return !(k & LEX_PLURAL);
    } else if (k & LEX_ORG)
        name->kind = ENTITY_ORG, name->guess = true;
    else
        name->kind = ENTITY_PERSON, name->guess = !(k & LEX_GIVEN);
    return true;
}

static void
names_classify(const struct speech *speech, struct name *name)
{
    uint32_t n = name->last - name->first;
    uint64_t first = speech_classes(speech, name->first), last = speech_classes(speech, name->last - 1);
    bool titled = name->title < name->first;

    name->kind = ENTITY_PERSON;
    name->guess = !titled && !(first & LEX_GIVEN);
    if (names_classes(speech, name->first, name->last) & (LEX_W_PREP | LEX_ORG)) {
        bool person = (titled || (first & LEX_GIVEN)) && n == 2 && !(last & LEX_ORG);

        if (!person) {
            name->kind = ENTITY_ORG;
            name->guess = false;
        }
    } else if (!(first & LEX_GIVEN) && (last & LEX_PLACE) && !titled) {
        name->kind = ENTITY_PLACE; /* "New York", "South Korea" */
        name->guess = false;
    } else if (!titled && (speech_token(speech, name->first)->shape & SHAPE_CAPITALS) && !(last & LEX_GIVEN))
        name->kind = ENTITY_ORG;
}

/* A word at the end of a run that is no surname: nothing before it is a given name. */
static bool
names_common(const struct speech *speech, uint32_t first, uint32_t last)
{
    return last - first == 1 || !(speech_classes(speech, last - 2) & LEX_GIVEN) ||
           (speech_classes(speech, last - 1) & LEX_PLURAL);
}

/* The name of a run of several words: which of them, behind which title, and what it names. */
static void
names_of_several(const struct speech *speech, struct name *name, bool starts)
{
    uint32_t first = name->first, last = name->last;
    bool titled = false;

    /* "Senate Republicans", "Prime Minister": the office or the party member is a word of its own, not a name's end */
    while (last > first + 1 && (speech_classes(speech, last - 1) & (LEX_ROLE | LEX_TITLE | LEX_W_DEMONYM)) &&
           !(speech_classes(speech, last - 1) & (LEX_GIVEN | LEX_ORG | LEX_ORG_NAME | LEX_PLACE | LEX_BODY | LEX_THING)) &&
           names_common(speech, first, last))
        last--;
    name->last = last;
    if (names_classes(speech, first, last) & (LEX_TITLE | LEX_ROLE | LEX_W_DEMONYM | (last - first > 2 ? LEX_GIVEN | LEX_PLACE : 0)))
        name->first = names_after_title(speech, first, last, &titled);
    if (!titled)
        name->title = name->first;
    name->starts =
        starts && name->first == first && last - first == 2 && !(speech_classes(speech, first) & (NAME_WORDS | LEX_ROLE));
    name->sure = !starts || last - first > 1 || (speech_classes(speech, first) & NAME_WORDS);
}

/* "THE FACTS: …": a label, unless somebody bears it as surname: "SMITH: …" */
static bool
names_label(const struct speech *speech, const struct name *name)
{
    return name->last < speech->tokens.n && speech_token(speech, name->last)->kind == TOKEN_COLON &&
           name->last - name->first == 1 && (speech_token(speech, name->first)->shape & SHAPE_CAPITALS) &&
           !(speech_classes(speech, name->first) & NAME_WORDS);
}

/* Adds the name of a run, if there is one. */
static void
names_add(struct speech *speech, uint32_t first, uint32_t last, uint32_t block, bool starts)
{
    struct name *name = vec_add(&speech->names);

    name->title = name->first = first;
    name->last = last;
    name->block = block;
    name->entity = ENTITY_NONE;
    name->sure = !starts || (speech_classes(speech, first) & NAME_WORDS);
    if (last - first > 1)
        names_of_several(speech, name, starts);
    name->common = names_label(speech, name);
    if (name->last - name->first > 1) {
        names_classify(speech, name);
        if (!name->starts)
            vec_push(&speech->full, (uint32_t)speech->names.n - 1);
    } else if (!names_classify_single(speech, name))
        speech->names.n--;
}

/* Lines In Which Most Words Are Large tell nothing about names; only names known from elsewhere count there. */
static void
names_in_headline(struct speech *speech, uint32_t block)
{
    for (uint32_t c = speech->capital_first.v[block]; c < speech->capital_first.v[block + 1]; c++) {
        uint32_t i = speech->tokens.capitals[c];
        struct name *name;

        if (!names_word(speech, i, false))
            continue;
        name = vec_add(&speech->names);
        *name = (struct name){.title = i, .first = i, .last = i + 1, .block = block, .entity = ENTITY_NONE};
        name->kind = ENTITY_PERSON;
        name->guess = name->common = true;
    }
}

/* "PHILADELPHIA, July 25 (UPI) —", "OTTAWA — ": the place that a report is sent from does nothing in its first sentence. */
static uint32_t
names_dateline(const struct speech *speech, uint32_t first, uint32_t last)
{
    uint32_t i = first, limit = first + 14 < last ? first + 14 : last;

    while (i < limit && speech_token(speech, i)->kind == TOKEN_WORD && (speech_token(speech, i)->shape & SHAPE_CAPITAL))
        i++;
    if (i == first || i == limit)
        return first;
    while (i < limit && speech_token(speech, i)->kind != TOKEN_DASH) {
        const struct token *t = speech_token(speech, i);

        if (t->kind == TOKEN_WORD && !(t->shape & SHAPE_CAPITAL))
            return first;
        if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER && t->kind != TOKEN_COMMA && t->kind != TOKEN_OPEN &&
            t->kind != TOKEN_CLOSE && t->kind != TOKEN_SYMBOL)
            return first;
        i++;
    }
    if (i == limit)
        return first;
    return (speech_token(speech, first)->shape & SHAPE_CAPITALS) || (speech_classes(speech, first) & LEX_PLACE) ||
                   speech_token(speech, i - 1)->kind == TOKEN_CLOSE
               ? i + 1
               : first;
}

/* The names of a block: each begins with a capitalised word. */
static void
names_in_block(struct speech *speech, uint32_t block)
{
    uint32_t first = speech->first.v[block], last = speech->first.v[block + 1];
    uint32_t c = speech->capital_first.v[block], end = speech->capital_first.v[block + 1];

    for (uint32_t next = speech->begin.v[block]; c < end; c++) {
        uint32_t i = speech->tokens.capitals[c];
        bool starts;

        if (i < next)
            continue; /* of the dateline, or of the name before */
        starts = names_at_sentence_start(speech, i, first);
        if (!names_word(speech, i, starts))
            continue;
        next = names_run(speech, i, last, starts);
        names_add(speech, i, next, block, starts);
    }
}

void
names_find(struct speech *speech)
{
    vec_clear(&speech->names);
    vec_clear(&speech->name_first);
    vec_clear(&speech->full);
    vec_clear(&speech->begin);
    for (uint32_t b = 0; b < speech->article->nblocks; b++) {
        vec_push(&speech->name_first, (uint32_t)speech->names.n);
        vec_push(&speech->begin, names_dateline(speech, speech->first.v[b], speech->first.v[b + 1]));
        if (speech->has.v[b] & BLOCK_HAS_CAPITALS)
            names_in_headline(speech, b);
        else
            names_in_block(speech, b);
    }
    vec_push(&speech->name_first, (uint32_t)speech->names.n);
}
