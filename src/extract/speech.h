/* The rooms of "who said it" and what they hand each other. Private to this folder. */
#ifndef LEDE_EXTRACT_SPEECH_H
#define LEDE_EXTRACT_SPEECH_H

#include <string.h>

#include "finds.h"
#include "tokens.h"

#define NOWHERE UINT32_MAX

/* Words between a pair of marks: tokens (open, close). Outermost pairs only. */
struct marked {
    uint32_t open, close;  /* the marks; close is the end of the block's tokens when it was never closed */
    uint32_t block;
    bool closed;
    uint8_t words;         /* within the marks, as far as MARKS_MANY_WORDS; of pairs that are kept */
};

/* A proper name: tokens [first, last); its title stands in [title, first). */
struct name {
    uint32_t title, first, last;
    uint32_t block;
    uint32_t entity;
    uint8_t kind;      /* enum entity_kind, a guess from the words alone */
    bool sure;         /* not merely a capital at the start of a sentence */
    bool guess;        /* a person only because nothing says otherwise */
    bool starts;       /* its first word begins a sentence and is large for that alone, perhaps */
    bool common;       /* a common word: a name only where somebody bears it as surname */
};

/* What is known of an entity beside what the reader gets. */
struct known {
    uint32_t surname;      /* hash of the last word of a person; of all words of a body */
    uint32_t given;        /* hash of the first word, 0 when unknown */
    uint8_t initial;       /* its first byte, lower case */
    uint32_t next;         /* in its chain of the surname table, NOWHERE ends */
    uint32_t next_given;
    uint32_t title_first, title_last, role_first, role_last; /* tokens */
    uint32_t seen;         /* the token where it was mentioned last while quotes are attributed */
    uint32_t words;        /* tokens of its fullest name */
    bool certain;          /* surely a person, a body or a place */
};

/*
 * A sentence is read as items: a name is one, a quotation is one, each other token is one. What is said about the order of
 * words is said in items.
 */
enum item_kind {
    ITEM_WORD, ITEM_NAME, ITEM_QUOTE, ITEM_NUMBER, ITEM_COMMA, ITEM_COLON, ITEM_SEMICOLON, ITEM_DASH, ITEM_OPEN, ITEM_CLOSE,
    ITEM_STOP, ITEM_POSSESSIVE, ITEM_OTHER
};
struct item {
    uint64_t classes;
    uint32_t first, last;  /* tokens [first, last) */
    uint32_t ref;          /* a name's or a marked's index; the hash of a word */
    uint8_t kind;
    bool capital;
};
struct items {
    struct item *v;
    size_t n, cap;
};

/* Items [first, last) of the block that is read. */
struct sentence {
    uint32_t first, last;
    bool quote;            /* words in marks */
};

/* Who may be the subject of a reporting verb: items [first, last), the head among them. */
struct subject {
    uint32_t first, last, head;
    bool found;
    bool pronoun, relative, plural;
    uint32_t who;          /* of a relative clause: the item of "who" */
};

/* A reporting cue with its subject. */
enum cue_order { ORDER_BEFORE, ORDER_AFTER, ORDER_SHARED, ORDER_ACCORDING };
struct event {
    struct subject subject;
    uint32_t cue, cue_last;  /* items [cue, cue_last) */
    uint32_t start, end;     /* items from the subject or the cue, whichever is first, to the last of both (end exclusive) */
    uint64_t classes;        /* of the cue */
    uint32_t speakers[QUOTE_MAX_SPEAKERS];
    uint8_t nspeakers;
    uint8_t order;
    bool used;               /* some quotation is its object */
    bool negated;            /* "would not say" */
    bool attitude;           /* the cue tells a belief or a wish, of which only what stands in marks is speech */
    struct span mention;     /* the words that name the speaker here */
    uint8_t found;           /* enum quote_found */
    float trust;             /* of the subject alone */
    uint32_t utterance;
};

/* What was said last, for what floats. */
struct last_speech {
    uint32_t speakers[QUOTE_MAX_SPEAKERS];
    uint8_t nspeakers;
    struct span mention;
    uint32_t block, utterance, token;
    float trust;
    bool direct;             /* it had marks */
};

struct speech {
    const struct article *article;
    struct finds *finds;
    struct tokens tokens;
    const uint64_t *of_word;     /* the classes of the words, by number */
    VEC(uint64_t) classes;       /* of the tokens, and of one behind the last, which has none */
    VEC(uint32_t) first;         /* of each block and one past the last: its first token */
    VEC(uint32_t) begin;         /* of each block: its first token behind a dateline */
    VEC(uint32_t) capital_first; /* the same of tokens.capitals */
    VEC(uint8_t) has;            /* of each block: BLOCK_HAS_ flags */
    VEC(struct marked) pairs;    /* of the block that is read */
    VEC(struct marked) marks;
    VEC(uint32_t) mark_first;    /* of each block and one past the last */
    VEC(struct name) names;
    VEC(uint32_t) name_first;
    VEC(uint32_t) full;          /* names of several words, which say who is who */
    VEC(struct known) known;     /* beside finds->entities */
    VEC(uint32_t) surnames;      /* hash table: chains of entities */
    VEC(uint32_t) givens;
    uint32_t table_shift;
    struct items items;
    VEC(struct sentence) sentences;
    VEC(uint32_t) cues;          /* items: verbs of speech and nouns that introduce it */
    size_t cue;                  /* the first of them in a sentence that was not read yet */
    VEC(struct event) events;
    VEC(struct mention) mentions; /* by pronoun and role, while they are put in order */
    struct last_speech last;
    uint32_t doubles, singles;   /* outermost pairs of each make */
    uint32_t utterances;
    size_t rows;                 /* finds->quotes before the sentence that is read */
    uint32_t topic;              /* the person or body that the last sentence began with */
    uint32_t topic_token;
    uint32_t person;             /* whom the sentence before was about, in the same paragraph; or ENTITY_NONE */
    uint32_t person_token;
    struct subject leading;      /* what the sentence that is read begins with */
    bool headline;               /* Most Words of the Block Are Large */
    bool goes_on;                /* the paragraph before left its marks open: its speaker speaks on */
    struct last_speech stance;   /* who criticised or praised in the sentence before, without words of his; nspeakers 0: nobody */
    struct last_speech colon;    /* whose words a sentence that ends with a colon announces; nspeakers 0: there is none */
};

/* marks.c: pairs the marks of all blocks into speech->marks. */
void marks_pair(struct speech *speech);
struct span marks_span(const struct speech *speech, const struct marked *marked);
enum { MARKS_MANY_WORDS = 8, MARKS_LONGEST_TITLE = 20 /* tokens */ };
bool marks_end_sentence(const struct speech *speech, const struct marked *marked); /* or with a comma, as before an attribution */
bool marks_title_case(const struct speech *speech, const struct marked *marked);

/* names.c: finds the names of all blocks, and where their datelines end. */
void names_find(struct speech *speech);

/* people.c: which names mean the same one; their roles and affiliations. */
void people_resolve(struct speech *speech);
/* Somebody who is named by tokens [first, last) alone, "the officials"; first == last is none, and somebody all the same. */
uint32_t people_role(struct speech *speech, uint32_t first, uint32_t last, bool plural, enum gender gender, bool thing);
uint32_t people_surname(struct speech *speech, uint32_t token, uint32_t block); /* whose it is, small or large; or ENTITY_NONE */
void people_mention(struct speech *speech, struct span span, uint32_t entity, bool pronoun);
/* Role and affiliation from what follows a name, tokens [first, last): "a fellow at the Institute". */
void people_apposition(struct speech *speech, uint32_t entity, uint32_t first, uint32_t last);
void people_before(struct speech *speech, uint32_t entity, uint32_t first, uint32_t last);

size_t people_name_at(const struct speech *speech, uint32_t token); /* the first name at or after the token */

/*
 * references.c: who is meant by a pronoun of these classes at a token; by "it"; by "the prime minister", tokens [first, last) without
 * the article; by "the council". ENTITY_NONE: nobody knows.
 */
uint32_t references_pronoun(struct speech *speech, uint64_t classes, uint32_t token);
uint32_t references_it(const struct speech *speech);
uint32_t references_titled(struct speech *speech, uint32_t first, uint32_t last);
uint32_t references_body(const struct speech *speech, uint32_t word);
/* By "the former diplomat", whose head has this gender: whom the sentence before was about, when nothing known speaks against it. */
uint32_t references_described(const struct speech *speech, enum gender gender);

/* items.c: reads a block as items and sentences into speech->items and ->sentences. */
void items_read(struct speech *speech, uint32_t block);
struct span items_span(const struct speech *speech, uint32_t first, uint32_t last);
bool items_is_any(const struct speech *speech, uint32_t item, const char *const *words, size_t n); /* one of these, in small letters */

/*
 * subjects.c: noun phrases, within items that begin at `first`. All return false when there is none; *s is undefined then, but for
 * subjects_right() and _leading(), which set s->found to the same. They are filled in where they stand and not returned: a struct that
 * was just written field by field cannot be copied without a stall.
 */
bool subjects_left(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s); /* ends before `end` */
bool subjects_right(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s); /* begins at `first` */
bool subjects_leading(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s); /* of a sentence */
bool subjects_over_asides(const struct speech *speech, uint32_t first, uint32_t comma, struct subject *s);
bool subjects_antecedent(const struct speech *speech, uint32_t first, uint32_t who, struct subject *s);
bool subjects_before_relative(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s);
bool subjects_far(const struct speech *speech, uint32_t first, uint32_t end, struct subject *s);
bool subjects_any_noun(const struct speech *speech, uint32_t first, uint32_t last, struct subject *s);
bool subjects_boundary(const struct speech *speech, uint32_t first, uint32_t at); /* a clause may begin at item `at` */
bool subjects_may_speak(const struct speech *speech, const struct subject *s);
bool subjects_many(const struct speech *speech, const struct subject *s);
bool subjects_gerund(const struct speech *speech, uint32_t item);

/* cues.c: verbs of speech. */
/* Words that may stand between a subject and its verb: adverbs, auxiliaries, a day. */
struct left {
    uint32_t at; /* one past the last item of what stands before */
    bool be, have, modal, to, negated;
};

/* A cue and what stands before it, its adverbs and auxiliaries skipped. */
struct setting {
    uint32_t first, last; /* the sentence */
    uint32_t cue;
    const struct left *left;
    const struct item *before; /* or NULL */
    bool quoted; /* marks close right before it */
};

struct left cues_skip_left(const struct speech *speech, uint32_t first, uint32_t cue);
struct setting cues_setting(const struct speech *speech, struct sentence sentence, uint32_t cue, const struct left *left);
bool cues_verb(const struct speech *speech, const struct setting *at); /* by its form and by what stands around it */
bool cues_particle(const struct speech *speech, uint32_t cue, uint32_t last); /* "point out", "go on", "put it", "spoke of" */
bool cues_programmes(const struct speech *speech, uint32_t i); /* "TV shows" */
bool cues_agree(const struct speech *speech, const struct event *e, const struct left *left); /* with the subject */

/* speakers.c: the cues of a sentence with their subjects, into speech->events. */
void speakers_events(struct speech *speech, struct sentence sentence);
void speakers_resolve(struct speech *speech, struct event *event); /* the entity that its subject names */

/* owners.c: whose words a marked phrase at item q holds that has no cue; false when the sentence does not tell. */
bool owners_find(const struct speech *speech, struct sentence sentence, uint32_t q, struct subject *s);
bool owners_in_eyes_of(const struct speech *speech, struct sentence sentence, struct subject *s); /* "For Lee that suggests …" */

bool owners_of_attitude(const struct speech *speech, struct sentence sentence, uint32_t q, struct event *e); /* "Lee's fear of" */
bool owners_of_clause(const struct speech *speech, struct sentence sentence, uint32_t q, struct subject *s); /* "when he cut the" */

/* clauses.c: the extent of a clause. */
struct clause {
    uint32_t first, last; /* items; first == last is none */
};
bool clauses_have_verb(const struct speech *speech, struct clause c);
bool clauses_predicate(const struct speech *speech, struct clause c);    /* a subject, then a verb, near its start */
bool clauses_finite(const struct speech *speech, uint32_t i); /* a verb of the third person or the past, as far as is known */
bool clauses_past(const struct speech *speech, uint32_t i);   /* a word in -ed */
bool clauses_of_others(const struct speech *speech, uint32_t i, uint32_t last); /* "and analysts expected little" */
bool clauses_closed_by(const struct speech *speech, uint32_t last, const struct event *e); /* no object follows the cue */
bool clauses_whole_sentence(const struct speech *speech, uint32_t last, const struct event *e); /* "…, Lee said." */
uint32_t clauses_skip_hearers(const struct speech *speech, uint32_t i, uint32_t last); /* "reporters", "the crowd", "CNN" */
uint32_t clauses_skip_circumstances(const struct speech *speech, uint32_t i, uint32_t last); /* "on Monday", "in a statement" */

/* indirect.c: reported clauses of a sentence. */
void indirect_find(struct speech *speech, struct sentence sentence, uint32_t block);

/* The event whose words a phrase in marks holds, as quotes.c chose it. */
struct choice {
    struct event *event; /* NULL: none */
    float trust;
    bool beside;         /* the cue touches the marks */
};

/* scare.c: is the phrase in marks at item q nobody's speech? `alone`: it is a sentence by itself. */
bool scare_is(const struct speech *speech, struct sentence sentence, uint32_t q, const struct choice *choice, bool alone);
bool scare_is_title(const struct speech *speech, uint32_t q); /* words enough in title case: the name of a work */
void scare_add(struct speech *speech, const struct marked *marked);

/* turns.c: a conversation as it was written down, "LEE: It is late." */
bool turns_present(const struct speech *speech);
bool turns_read(struct speech *speech, uint32_t block);

/* quotes.c: what stands in the marks of a block, and whose it is. */
void quotes_block(struct speech *speech, uint32_t block);
void quotes_pull(struct speech *speech, uint32_t block);
void quotes_remember(struct speech *speech, const struct quote *quote, uint32_t token, float trust);
struct span quotes_cue(const struct speech *speech, const struct event *event); /* the words of the cue */
void quotes_give(struct quote *quote, const struct event *event, float trust);
/* Adds a quote row; the span is trimmed. */
struct quote *quotes_add(struct speech *speech, struct span span, enum quote_kind kind, uint32_t block);

static inline struct entity *
speech_entity(const struct speech *speech, uint32_t id)
{
    return &speech->finds->entities.v[id];
}
static inline const struct token *speech_token(const struct speech *speech, uint32_t token) { return &speech->tokens.v[token]; }
/* Of no class behind the last token, so that a rule may look at the next one without asking whether there is one. */
static inline uint64_t speech_classes(const struct speech *speech, uint32_t token) { return speech->classes.v[token]; }

/* These are asked of nearly all items that a rule looks at, so they are here. */

/* A noun or an adjective, for all that is known: a word that is no function word, cue, verb or adverb. */
static inline bool
items_noun(const struct speech *speech, uint32_t i)
{
    const uint64_t other = LEX_SUBJECT | LEX_OBJECT | LEX_W_DET | LEX_POSS | LEX_W_PREP | LEX_W_SUB | LEX_W_CONJ | LEX_W_REL |
                           LEX_W_AUX | LEX_W_MODAL | LEX_W_NEG | LEX_W_ADV | LEX_W_VERB | LEX_W_PRON_OTHER;
    uint64_t k = speech->items.v[i].classes, cue = k & (LEX_CUE | LEX_STRONG | LEX_BASE), day = k & (LEX_W_TIME | LEX_W_MONTH_DAY);

    if (speech->items.v[i].kind != ITEM_WORD)
        return speech->items.v[i].kind == ITEM_NUMBER;
    return (k & (LEX_ROLE | LEX_TITLE | LEX_W_DEMONYM)) ||
           (!(k & other) && cue != (LEX_CUE | LEX_STRONG) && day != (LEX_W_TIME | LEX_W_MONTH_DAY));
}

static inline bool
items_det(const struct speech *speech, uint32_t i)
{
    return speech->items.v[i].kind == ITEM_WORD && (speech->items.v[i].classes & (LEX_W_DET | LEX_POSS)) != 0;
}

/* Is the item this word, a literal of small letters? By its hash, which is one comparison with a number. */
LEXICON_CONSTANT bool
items_is(const struct speech *speech, uint32_t item, const char *word)
{
    return speech->items.v[item].ref == lexicon_hash_of(word) && speech->items.v[item].kind == ITEM_WORD;
}

#endif
