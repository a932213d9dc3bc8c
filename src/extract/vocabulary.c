/*
 * Words of the user's. Those that the lexicon knows get their classes in a copy of its table, so that nothing is looked up
 * twice; strangers are looked up here once more. Where there are none of either, no vocabulary is made at all.
 */
#include <string.h>

#include "vocabulary.h"

enum { FORMS = 5, VOCABULARY_MOST = UINT16_MAX /* numbers of words have 16 bits */ };

static const uint64_t word_bits[WORD_CLASSES] = {
    [WORD_CLAIMED] = LEX_CLAIMED,
    [WORD_DENIED] = LEX_DENIED,
    [WORD_ASKED] = LEX_ASKED,
    [WORD_WROTE] = LEX_WROTE,
    [WORD_STRONG] = LEX_STRONG,
    [WORD_WEAK] = LEX_WEAK,
    [WORD_MARKS] = LEX_MARKS,
    [WORD_TOLD] = LEX_TOLD,
    [WORD_TITLE_MALE] = LEX_MALE,
    [WORD_TITLE_FEMALE] = LEX_FEMALE,
    [WORD_TITLE_OFFICE] = LEX_OFFICE | LEX_ROLE,
    [WORD_GIVEN_MALE] = LEX_GIVEN_MALE,
    [WORD_GIVEN_FEMALE] = LEX_GIVEN_FEMALE,
    [WORD_ORG_WORD] = LEX_ORG,
    [WORD_ORG_NAME] = LEX_ORG_NAME,
    [WORD_PLACE_SPEAKS] = LEX_PLACE,
};

/* What all words of a list are, and what of the lexicon's opinion of a word the user's replaces. */
static const struct {
    uint64_t all, replaced;
} list_bits[WORD_LISTS] = {
    [WORDS_CUES] = {LEX_CUE, LEX_CLAIMED | LEX_DENIED | LEX_ASKED | LEX_WROTE | LEX_STRONG | LEX_WEAK | LEX_MARKS | LEX_TOLD |
                                 LEX_PHRASE | LEX_THAT},
    [WORDS_TITLES] = {LEX_TITLE, LEX_MALE | LEX_FEMALE},
    [WORDS_GIVEN] = {LEX_GIVEN, LEX_GIVEN_MALE | LEX_GIVEN_FEMALE},
};

struct vocabulary *
vocabulary_new(void)
{
    struct vocabulary *vocabulary = mem_zero(1, sizeof *vocabulary);

    vocabulary->arena = arena_new();
    for (uint32_t i = 0; i < lexicon_nwords; i++)
        vec_push(&vocabulary->classes, lexicon_of[i]);
    return vocabulary;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    vec_free(&vocabulary->classes);
    vec_free(&vocabulary->words);
    mem_free(vocabulary->slots);
    arena_free(vocabulary->arena);
    mem_free(vocabulary);
}

uint16_t
vocabulary_find(const struct vocabulary *vocabulary, uint32_t hash, const char *at, size_t len)
{
    if (!vocabulary->slots)
        return 0;
    for (uint32_t slot = hash & vocabulary->mask; vocabulary->slots[slot]; slot = (slot + 1) & vocabulary->mask) {
        const struct own_word *word = &vocabulary->words.v[vocabulary->slots[slot] - lexicon_nwords];

        if (word->hash == hash && lexicon_folds_to(at, len, word->text, word->len))
            return vocabulary->slots[slot];
    }
    return 0;
}

static void
vocabulary_put(struct vocabulary *vocabulary, uint32_t word)
{
    uint32_t slot = vocabulary->words.v[word].hash & vocabulary->mask;

    while (vocabulary->slots[slot])
        slot = (slot + 1) & vocabulary->mask;
    vocabulary->slots[slot] = (uint16_t)(word + lexicon_nwords);
}

/* A slot in two is free at least. */
static void
vocabulary_grow(struct vocabulary *vocabulary)
{
    uint32_t n = vocabulary->slots ? (vocabulary->mask + 1) * 2 : 64;

    mem_free(vocabulary->slots);
    vocabulary->slots = mem_zero(n, sizeof *vocabulary->slots);
    vocabulary->mask = n - 1;
    for (size_t i = 0; i < vocabulary->words.n; i++)
        vocabulary_put(vocabulary, (uint32_t)i);
}

static bool
vocabulary_add_stranger(struct vocabulary *vocabulary, const char *text, size_t len, uint32_t hash, uint64_t classes)
{
    if (vocabulary->classes.n >= VOCABULARY_MOST)
        return false;
    vec_push(&vocabulary->words, ((struct own_word){arena_string(vocabulary->arena, text, len), (uint32_t)len, hash}));
    vec_push(&vocabulary->classes, classes);
    if (!vocabulary->slots || vocabulary->words.n * 2 > vocabulary->mask + 1)
        vocabulary_grow(vocabulary);
    else
        vocabulary_put(vocabulary, (uint32_t)vocabulary->words.n - 1);
    return true;
}

/* The word as the scanner of articles folds it. */
static void
vocabulary_fold(struct text *folded, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = at[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 0x20);
        else if (i + 2 < len && (memcmp(at + i, "\u2019", 3) == 0 || memcmp(at + i, "\u2010", 3) == 0 || memcmp(at + i, "\u2011", 3) == 0)) {
            c = (unsigned char)at[i + 2] == 0x99 ? '\'' : '-';
            i += 2;
        }
        text_add(folded, &c, 1);
    }
}

static bool
vocabulary_add_word(struct vocabulary *vocabulary, const char *at, size_t len, uint64_t classes, uint64_t replaced)
{
    struct text folded = {0};
    struct lexicon_key key;
    uint16_t word;
    bool added = true;

    vocabulary_fold(&folded, at, len);
    key = lexicon_key_of(folded.v, folded.n);
    word = lexicon_find(&key, folded.v, folded.n);
    if (!word)
        word = vocabulary_find(vocabulary, key.hash, folded.v, folded.n);
    if (word)
        vocabulary->classes.v[word] = (vocabulary->classes.v[word] & ~replaced) | classes;
    else
        added = vocabulary_add_stranger(vocabulary, folded.v, folded.n, key.hash, classes);
    text_free(&folded);
    return added;
}

/* ---- the forms of a verb ------------------------------------------------------------------- */

static bool
verb_ends(struct slice verb, const char *last)
{
    return verb.len && strchr(last, verb.at[verb.len - 1]);
}

/* "carry", but not "convey" */
static bool
verb_changes_y(struct slice verb)
{
    return verb_ends(verb, "yY") && !(verb.len > 1 && strchr("aeiouAEIOU", verb.at[verb.len - 2]));
}

/* A regular form of English, by the rules of lexicon.awk. */
static void
verb_form(struct text *form, struct slice verb, uint64_t which)
{
    bool e = verb_ends(verb, "eE");

    switch (which) {
    case LEX_THIRD:
        if (verb_changes_y(verb))
            text_printf(form, "%.*sies", (int)verb.len - 1, verb.at);
        else
            text_printf(form, "%.*s%s", (int)verb.len, verb.at,
                        verb_ends(verb, "sxzo") || slice_ends(verb, "sh") || slice_ends(verb, "ch") ? "es" : "s");
        break;
    case LEX_PAST:
        if (verb_changes_y(verb))
            text_printf(form, "%.*sied", (int)verb.len - 1, verb.at);
        else
            text_printf(form, "%.*s%s", (int)verb.len, verb.at, e ? "d" : "ed");
        break;
    default:
        if (e && verb.len > 1 && !strchr("eoEO", verb.at[verb.len - 2]))
            verb.len--;
        text_printf(form, "%.*sing", (int)verb.len, verb.at);
    }
}

static bool
vocabulary_add_verb(struct vocabulary *vocabulary, const char *forms, uint64_t classes, uint64_t replaced)
{
    static const uint64_t kinds[FORMS] = {LEX_BASE, LEX_THIRD, LEX_PAST, LEX_ING, LEX_PARTICIPLE};
    struct slice base = slice_of(forms, strcspn(forms, "/"));
    bool added = true;

    for (int i = 0; i < FORMS; i++) {
        size_t len = strcspn(forms, "/");
        struct text form = {0};

        if (len)
            text_add(&form, forms, len);
        else if (kinds[i] != LEX_PARTICIPLE)
            verb_form(&form, base, kinds[i]);
        if (form.n)
            added = vocabulary_add_word(vocabulary, form.v, form.n, classes | kinds[i], replaced) && added;
        forms += len + (forms[len] == '/');
        text_free(&form);
    }
    return added;
}

bool
vocabulary_add(struct vocabulary *vocabulary, const struct added_word *added)
{
    uint64_t classes = list_bits[added->list].all, replaced = list_bits[added->list].replaced;
    size_t len = strlen(added->word);

    for (int i = 0; i < WORD_CLASSES; i++)
        if (added->classes & 1u << i)
            classes |= word_bits[i];
    if (added->list == WORDS_CUES) {
        if (!(classes & (LEX_STRONG | LEX_WEAK | LEX_MARKS)))
            classes |= LEX_WEAK; /* a wrong speaker costs more than one that is not found */
        return vocabulary_add_verb(vocabulary, added->word, classes, replaced);
    }
    if (len > 1 && added->word[len - 1] == '.') { /* "Cllr." is met without the stop, too */
        classes |= LEX_ABBR;
        if (!vocabulary_add_word(vocabulary, added->word, len - 1, classes, replaced))
            return false;
    }
    return vocabulary_add_word(vocabulary, added->word, len, classes, replaced);
}
