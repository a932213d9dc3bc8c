/*
 * Phrases in marks that are nobody's speech: scare quotes, titles of works, nicknames, signs.
 *
 * The first rule of the table that holds decides. A linear score over eighty features of the phrase and its neighbours (words,
 * verbs and pronouns within, capitals, what stands before and behind, kind and distance of the cue, the speech before) was tried in
 * their place: fitted on each half of 210 news articles it made 57 and 75 errors in the other, where rules made 54 and 73. What
 * was missing was in no feature of the phrase: most short phrases that annotators call speech stand behind a word of attitude
 * (lexicon/attitudes.txt), which was no cue. Counts in brackets are of those articles.
 */
#include "speech.h"

#define IT(i) (speech->items.v[i])
#define BRACKETS 10 /* items between brackets behind a title, at most */
#define REACH 5     /* items from a word of attitude to the marks; farther ones tell nothing (120 pages of other outlets: 21 of 40 wrong) */
#define NEAR 4      /* items from "dubbed", "known as" to a name in marks: "dubbed by some the “Lake Plan”" */

struct phrase {
    const struct speech *speech;
    const struct marked *marked;
    const struct event *event; /* or NULL */
    uint32_t first, q, last;   /* items of the sentence; that of the phrase */
    unsigned words;
    bool beside, alone;
};

static bool
scare_in_single_marks(const struct speech *speech, const struct marked *marked)
{
    unsigned mark = speech_token(speech, marked->open)->mark;

    return mark == MARK_STRAIGHT1 || mark == MARK_OPEN1 || mark == MARK_CLOSE1;
}

/* In a headline or standfirst, or the first lines of a text that came without its headline marked: "Lee rips rivals;", "vows 'change'". */
static bool
scare_in_headline(const struct phrase *p)
{
    const struct speech *speech = p->speech;
    uint32_t block = p->marked->block;
    unsigned kind = speech->article->blocks[block].kind, before;

    if (speech->headline || block == 0 || kind == BLOCK_TITLE || kind == BLOCK_STANDFIRST || kind == BLOCK_HEADING)
        return true;
    before = speech->first.v[1] > 0 ? speech_token(speech, speech->first.v[1] - 1)->kind : TOKEN_STOP;
    return block == 1 && before != TOKEN_STOP && before != TOKEN_QUESTION && before != TOKEN_EXCLAMATION && before != TOKEN_MARK;
}

/* Where speech has double marks, single ones are a headline's, which says again what the text says (41 of 41). */
static bool
scare_says_again(const struct phrase *p)
{
    const struct speech *speech = p->speech;

    if (speech->doubles <= speech->singles || !scare_in_single_marks(speech, p->marked))
        return false;
    return scare_in_headline(p) || (!p->event && !(p->alone && speech->last.nspeakers && speech->last.block == p->marked->block));
}

/* “Apollo Park” (1995), “No tolls” (poster, 2009): a work, a poster, a campaign with its year. */
static bool
scare_has_year(const struct phrase *p)
{
    const struct speech *speech = p->speech;
    const struct token *year;
    uint32_t i = p->q + 1, limit = (uint32_t)speech->items.n;

    if (i >= limit || IT(i).kind != ITEM_OPEN)
        return false;
    limit = limit - i > BRACKETS ? i + BRACKETS : limit;
    while (i < limit && IT(i).kind != ITEM_CLOSE)
        i++;
    if (i == limit || IT(i - 1).kind != ITEM_NUMBER)
        return false;
    year = speech_token(speech, IT(i - 1).first);
    return year->len == 4 && (speech->article->text[year->start] == '1' || speech->article->text[year->start] == '2');
}

bool
scare_is_title(const struct speech *speech, uint32_t q)
{
    const struct marked *marked = &speech->marks.v[IT(q).ref];

    return marked->words >= 2 && marks_title_case(speech, marked);
}

/* What stands beside the marks says what the title names: "her memoir “…”", "the station's “…”" (16 of 18), "“…” by Ann Lee". */
static bool
scare_names_work(const struct phrase *p)
{
    static const char *const works[] = {"book",    "novel",   "memoir",  "autobiography", "biography", "film",   "movie",
                                        "documentary", "show", "series",  "sitcom",       "drama",     "comedy", "musical",
                                        "program", "programme", "podcast", "segment",     "episode",   "song",   "album",
                                        "single",  "play",    "poem",    "painting",      "exhibition", "blog",  "magazine",
                                        "piece",   "article", "essay",   "column",        "opera",      "video", "lecture"};
    static const char *const called[] = {"called", "titled", "entitled", "named"};
    const struct speech *speech = p->speech;
    uint32_t i = p->q;

    if (!marks_title_case(speech, p->marked))
        return false;
    if (p->q + 2 < p->last && items_is(speech, p->q + 1, "by") && IT(p->q + 2).kind == ITEM_NAME)
        return true;
    if (i > p->first && IT(i - 1).kind == ITEM_COMMA) /* "his memoir, “…”" */
        i--;
    if (i == p->first)
        return false;
    if (i == p->q && (IT(i - 1).kind == ITEM_POSSESSIVE || (p->words > 1 && items_is(speech, i - 1, "on"))))
        return true;
    if (i > p->first + 1 && items_is_any(speech, i - 1, called, sizeof called / sizeof *called)) {
        i--; /* "a programme called “…”", "an account named “…”" */
        if (IT(i - 1).kind == ITEM_WORD && (IT(i - 1).classes & (LEX_THING | LEX_BODY)))
            return true;
    }
    return items_is_any(speech, i - 1, works, sizeof works / sizeof *works);
}

/* "according to “Smoke on the Moor”": the title is the source, not what it says. */
static bool
scare_is_source(const struct phrase *p)
{
    const struct speech *speech = p->speech;

    return p->q > p->first + 1 && items_is(speech, p->q - 1, "to") && items_is(speech, p->q - 2, "according") &&
           marks_title_case(speech, p->marked);
}

/* In an aside between the speaker and the verb: a title or a nickname. */
static bool
scare_in_aside(const struct phrase *p)
{
    return p->event && p->event->start < p->q && p->q < p->event->cue && p->words < 7;
}

static bool
scare_beside_cue(const struct phrase *p)
{
    return p->beside || (p->event && p->event->start < p->q && p->q < p->event->cue);
}

static bool
scare_alone(const struct phrase *p)
{
    return p->alone;
}

/* The first of so many items before the marks. */
static uint32_t
scare_near(const struct phrase *p, uint32_t items)
{
    return p->q - p->first > items ? p->q - items : p->first;
}

/* A word of speech or attitude among so many items before the marks, though none that would report a clause. */
static bool
scare_after_attitude(const struct phrase *p, uint32_t items)
{
    const struct speech *speech = p->speech;

    for (uint32_t i = scare_near(p, items); i < p->q; i++)
        if (IT(i).kind == ITEM_WORD && !cues_programmes(speech, i) &&
            ((IT(i).classes & (LEX_NOUN | LEX_ATTITUDE)) || (IT(i).classes & (LEX_CUE | LEX_PHRASE)) == LEX_CUE))
            return true;
    return false;
}

static bool
scare_has_attitude(const struct phrase *p)
{
    return scare_after_attitude(p, REACH);
}

/* "Lee said she refers to it as “Welfare for All”": a verb of calling close before the marks, though another reports. */
static bool
scare_called(const struct phrase *p)
{
    const struct speech *speech = p->speech;

    for (uint32_t i = scare_near(p, NEAR); i < p->q; i++)
        if (IT(i).kind == ITEM_WORD && (IT(i).classes & (LEX_CUE | LEX_MARKS | LEX_PHRASE)) == (LEX_CUE | LEX_MARKS))
            return true;
    return false;
}

/* A title, unless somebody is said to call something so. */
static bool
scare_title(const struct phrase *p)
{
    if (p->words >= 7 || !scare_is_title(p->speech, p->q))
        return false;
    if (p->event)
        return !((p->event->classes & LEX_MARKS) && p->event->cue < p->q) && !scare_called(p);
    return !scare_after_attitude(p, NEAR);
}

/* “Veep”, “Advice”: one word with a capital is a name or a sign, unless a verb of speech has it as its words (5 of 16 are speech). */
static bool
scare_large_word(const struct phrase *p)
{
    return !p->event && p->words == 1 && (speech_token(p->speech, p->marked->open + 1)->shape & SHAPE_CAPITAL);
}

static bool
scare_has_event(const struct phrase *p)
{
    return p->event;
}

/* Too short for speech by itself; a name may be longer. */
static bool
scare_short(const struct phrase *p)
{
    const struct speech *speech = p->speech;
    bool ends = marks_end_sentence(speech, p->marked);

    if (p->words <= 1)
        return true;
    if (speech_token(speech, p->marked->open + 1)->shape & SHAPE_CAPITAL)
        return p->words <= 5 && !ends;
    return p->words <= (ends ? 1 : 2);
}

static const struct rule {
    bool scare;
    bool (*holds)(const struct phrase *p);
} rules[] = {
    {true, scare_says_again},
    {true, scare_has_year},
    {true, scare_names_work},
    {true, scare_is_source},
    {true, scare_in_aside},
    {false, scare_beside_cue},
    {false, scare_alone},
    {true, scare_title},
    {true, scare_large_word},
    {false, scare_has_event},
    {false, scare_has_attitude},
    {true, scare_short},
};

bool
scare_is(const struct speech *speech, struct sentence sentence, uint32_t q, const struct choice *choice, bool alone)
{
    struct phrase p = {.speech = speech,
                       .marked = &speech->marks.v[IT(q).ref],
                       .event = choice->event,
                       .first = sentence.first,
                       .q = q,
                       .last = sentence.last,
                       .beside = choice->beside,
                       .alone = alone};

    p.words = p.marked->words;
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++)
        if (rules[k].holds(&p))
            return rules[k].scare;
    return false;
}

void
scare_add(struct speech *speech, const struct marked *marked)
{
    struct quote *quote = quotes_add(speech, marks_span(speech, marked), QUOTE_SCARE, marked->block);

    quote->utterance = speech->utterances++;
    quote->confidence = 0.8f;
}
