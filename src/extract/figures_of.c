/* What a figure counts or is a share of, and which way it went. No parser: the nearest noun phrase by its borders. */
#include <string.h>

#include "figures.h"

enum { CLAUSE_MAX = 12, CLAUSE_NEAR = 6 };

/* What stands before a figure, as far as anybody looks: where its clause begins, and what its words may be. */
struct clause {
    size_t begin;
    uint32_t near, all; /* classes of the CLAUSE_NEAR tokens before the figure, of all */
};

/* Skips what stands before the noun: "of the", "of all". */
static size_t
counted_skip(const struct reader *r, size_t i)
{
    size_t k = i;

    while (k < i + 3 && reader_one_of(r, k, "the a an all its their his her our these those such this that my your"))
        k++;
    return k;
}

static void
counted_set(const struct reader *r, struct figure *figure, size_t first, size_t end)
{
    if (end > first)
        figure->of = (struct span){reader_at(r, first)->start, reader_at(r, end - 1)->end};
}

static inline bool
counted_ends_clause(const struct reader *r, size_t i)
{
    enum scan_shape shape = reader_at(r, i)->shape;

    if (shape == SCAN_WORD)
        return false; /* which most are */
    return shape == SCAN_STOP || shape == SCAN_COMMA || shape == SCAN_OPEN || shape == SCAN_CLOSE || reader_mark(r, i, ':') ||
           (shape == SCAN_DASH && !reader_joined(r, i));
}

static struct clause
counted_clause(const struct reader *r, size_t first)
{
    size_t floor = first > CLAUSE_MAX ? first - CLAUSE_MAX : 0, near = first > CLAUSE_NEAR ? first - CLAUSE_NEAR : 0;
    struct clause clause = {first, 0, 0};

    while (clause.begin > floor && !counted_ends_clause(r, clause.begin - 1)) {
        clause.all |= reader_at(r, --clause.begin)->classes;
        clause.near = clause.begin >= near ? clause.all : clause.near;
    }
    return clause;
}

#define COUNTED_JOINTS "and but or as that which who while when where if because although though whereas said says"

/* The words before a verb, back to the beginning of their clause, without what introduces them. */
static void
counted_subject(const struct reader *r, struct figure *figure, size_t verb)
{
    size_t end = verb, k;

    while (end > 0 && reader_one_of(r, end - 1,
                                    "has have had was were is are be been being will would could may might can should also now "
                                    "still already then only not that"))
        end--;
    if (reader_shape(r, end - 1, SCAN_PERCENT) || reader_is(r, end - 1, IS_PERCENT | IS_SCALE))
        return; /* "tin settled 0.3% lower": what is before the verb is how much */
    for (k = end; k > 0 && end - k < CLAUSE_MAX && !counted_ends_clause(r, k - 1); k--) {
        if (reader_has(r, k - 1, SCAN_LINE) ||
            reader_one_of(r, k - 1, COUNTED_JOINTS))
            break;
        if (reader_is(r, k - 1, IS_VERB) && !reader_is(r, k - 1, IS_TREND) &&
            !(k > 1 && reader_one_of(r, k - 2, "the a its their his her our"))) { /* "the cost of oats" */
            if (reader_one_of(r, k, "from of in on at by for with") ||
                reader_one_of(r, k - 1, "can could may might must will would should"))
                return; /* "the fine that a court may levy is", "the number who died from it was": the subject is before the clause */
            break;
        }
        if (k < end && reader_said(r, k - 1, "to") &&
            (reader_is(r, k, IS_TREND | IS_VERB) || reader_one_of(r, k, "bring help get push drive force pull limit")))
            break; /* "a plan to bring costs down": of the infinitive's own object */
    }
    if (k > 0 && k < end && reader_one_of(r, k - 1, "and or") && reader_shape(r, k - 2, SCAN_WORD) &&
        !reader_is(r, k - 2, IS_PERCENT | IS_SCALE | IS_MONEY | IS_TIME | IS_UNIT))
        return; /* "tuition and fees are": nobody knows how far back the subject goes */
    if (k > 0 && reader_has(r, k - 1, SCAN_LINE) && !counted_ends_clause(r, k - 1) && end - k < CLAUSE_MAX &&
        !reader_one_of(r, k - 1, COUNTED_JOINTS))
        k--;
    while (k < end && reader_one_of(r, k, "the a an its their his her our this that in on at for of with by from to and but"))
        k++;
    if (k < end && reader_one_of(r, k, "it he she they we i you there who those these"))
        return; /* "it’s up": a pronoun names nothing */
    if (k > 0 && reader_said(r, k - 1, "to") && k < end && !reader_is(r, k, IS_STOP))
        k++; /* the infinitive itself */
    while (k < end && reader_one_of(r, k, "the a an its their his her our"))
        k++;
    if (end > k + 1 && slice_ends(reader_slice(r, end - 1), "ed") && reader_one_of(r, verb, "up down"))
        end--; /* "the rate ticked down" */
    if (end > k + 1 && slice_ends(reader_slice(r, end - 1), "ly"))
        end--; /* "the mill regularly reached" */
    if (end == k + 1 && reader_is(r, k, IS_TIME))
        return; /* "the total that year was" */
    if (end == k + 1 && (reader_one_of(r, k, "number figure total amount sum measure result") || slice_ends(reader_slice(r, k), "ed")))
        return; /* "the figure is": which? "which involved cutting": a verb */
    if (k < end && !reader_is(r, end - 1, IS_STOP) && reader_shape(r, k, SCAN_WORD))
        counted_set(r, figure, k, end);
}

/* Hedges, adverbs and numbers, which stand between a verb and its figure and change nothing. */
static bool
counted_is_light(const struct reader *r, size_t i)
{
    const struct scan_token *t = reader_at(r, i);

    return (t->classes & (IS_HEDGE | IS_SMALL | IS_TENS | IS_SCALE | IS_PERCENT | IS_TREND)) || t->shape != SCAN_WORD ||
           slice_ends(reader_slice(r, i), "ly") ||
           reader_one_of(r, i, "a an the another only just as much many than more less least most no even still by to from at");
}

/* Where the hedges and articles before a figure begin. */
static size_t
counted_bare(const struct reader *r, size_t verb, size_t first)
{
    size_t k = first;

    while (k > verb + 1 && !reader_one_of(r, k - 1, "by to from at") && /* "to" ends hedges too: "close to" */
           (reader_is(r, k - 1, IS_HEDGE) ||
            reader_one_of(r, k - 1, "a an the another only just as much many than more less least most")))
        k--;
    return k;
}

/* "to about $15", "by 5 percent" */
static bool
counted_is_to(const struct reader *r, size_t first)
{
    size_t k = counted_bare(r, first > CLAUSE_NEAR ? first - CLAUSE_NEAR : 0, first);

    return k > 0 && reader_one_of(r, k - 1, "by to from at");
}

/*
 * Does the verb govern the figure? "fell sharply by about 10 percent", "reduced emissions by 5 percent": between the two nothing
 * of weight stands, or the figure is introduced by what says how far. In "has rallied voters and imposed 5 percent" neither is so.
 */
static bool
counted_governs(const struct reader *r, size_t verb, size_t first)
{
    size_t k = counted_bare(r, verb, first), at;

    if (k > verb + 1 && (reader_one_of(r, k - 1, "by to from at") || (reader_said(r, k - 1, "in") && reader_is(r, first, IS_PART))))
        return true; /* "cut its costs in half" */
    for (at = verb + 1; at < first && counted_is_light(r, at); at++)
        continue;
    return at >= first;
}

/* "reduced emissions by 5 percent": what the verb has as its object is what changed. */
static bool
counted_object(const struct reader *r, struct figure *figure, size_t verb, size_t first)
{
    size_t k = counted_skip(r, verb + 1), end, more;

    if (!reader_is(r, verb, IS_TREND) || reader_one_of(r, verb, "up down") || k >= first || reader_is(r, k, IS_STOP | IS_VERB) ||
        !counted_read(r, k, true, &end) || end >= first || (k == verb + 1 && slice_ends(reader_slice(r, k), "ly")))
        return false;
    if (reader_one_of(r, end, "of for on") && counted_read(r, counted_skip(r, end + 1), true, &more)) /* "the price of oats" */
        end = more;
    if (end >= first || !reader_one_of(r, end, "by to from"))
        return false;
    counted_set(r, figure, k, end);
    return true;
}

/* Verbs that "up" and "down" belong to and nothing rises or falls by. */
#define COUNTED_PHRASAL \
    "pick picked set make makes making made take takes took give gives gave come came end ended put add adds adding sign signed back " \
    "rack racks racked racking run runs ran running pile piled free frees freed freeing"

/* "exports fell by 10.4 percent": the verb before the figure, in its clause; SIZE_MAX when there is none. */
static size_t
counted_verb(const struct reader *r, size_t first, const struct clause *clause)
{
    if (!(clause->all & (IS_TREND | IS_VERB | IS_STOP | IS_GROWN | IS_HEDGE)))
        return SIZE_MAX;
    for (size_t k = first; k-- > clause->begin;) {
        if (!reader_is(r, k, IS_TREND | IS_VERB | IS_STOP | IS_GROWN | IS_HEDGE)) {
            if (reader_has(r, k, SCAN_LINE))
                break;
            continue;
        }
        if (reader_said(r, k, "up") && reader_said(r, k + 1, "to"))
            return SIZE_MAX; /* "would add up to" */
        if (reader_one_of(r, k, "up down"))
            return (reader_is(r, k - 1, IS_STOP | IS_VERB) && !reader_one_of(r, k - 1, "is are was were")) ||
                           !reader_shape(r, k - 1, SCAN_WORD) || reader_one_of(r, k - 1, COUNTED_PHRASAL)
                       ? SIZE_MAX
                       : k;
        if (reader_is(r, k, IS_TREND) && !reader_one_of(r, k, "fall gains losses increase decrease"))
            return k;
        if (reader_one_of(
                r, k,
                "was were is are be been totaled totalled reached hit stood averaged cost costs exceeded approached topped "
                "remained doubled"))
            return k;
        if (reader_is(r, k, IS_VERB))
            return SIZE_MAX;
        if (reader_has(r, k, SCAN_LINE))
            break;
    }
    return SIZE_MAX;
}

/* "picked up all 66 delegates", "lost 3,000 people": verbs that only change an amount when they stand at one. */
static bool
counted_is_trend(const struct reader *r, const struct figure *figure, size_t k, size_t first, size_t end)
{
    bool counts = figure->kind == FIGURE_COUNT || figure->kind == FIGURE_NUMBER || figure->kind == FIGURE_MEASURE;
    bool beside;

    if (!reader_is(r, k, IS_TREND) || (reader_said(r, k, "up") && reader_said(r, k + 1, "to")))
        return false;
    beside = k + 1 == first || reader_is(r, k + 1, IS_HEDGE) || reader_one_of(r, k + 1, "by to from another an");
    if (reader_one_of(r, k, "up down"))
        return !counts && beside &&
               !reader_one_of(r, k - 1, COUNTED_PHRASAL);
    if (!counted_governs(r, k, first) || (reader_said(r, k, "added") && reader_said(r, k + 1, "to")))
        return false; /* what is added to something does not rise to it */
    /* "lost 54 percent to 46": a vote */
    if (figure->kind == FIGURE_PERCENT && reader_one_of(r, k, "lost lose loses losing") && reader_said(r, end, "to") &&
        scan_is_literal(reader_at(r, end + 1)))
        return false;
    if (figure->kind == FIGURE_PERCENT && reader_one_of(r, k, "lost lose loses losing") && reader_said(r, first - 1, "to"))
        return false;
    /* "raised $4 million": that was collected, nothing rose */
    if (figure->kind == FIGURE_MONEY && reader_one_of(r, k, "raised raise raises raising sink sank") && !counted_is_to(r, first))
        return false;
    return !counts ||
           (beside &&
            !reader_one_of(
                r, k, "lost lose loses losing gained gain gains gaining cut shed add adds adding added dropped dropping raised raise "
                   "raises raising rallied fall fell slash slashed"));
}

static enum trend
counted_trend(const struct reader *r, const struct figure *figure, size_t first, size_t end, const struct clause *clause)
{
    size_t near = first > CLAUSE_NEAR ? first - CLAUSE_NEAR : 0, floor = clause->begin > near ? clause->begin : near;

    if (figure->kind == FIGURE_PERCENT && reader_one_of(r, end, "higher lower") && !reader_said(r, end + 1, "than"))
        return reader_said(r, end, "higher") ? TREND_UP : TREND_DOWN; /* "closed 2% higher" */
    if (!(clause->near & IS_TREND) && !reader_is(r, end, IS_TREND) && !reader_is(r, end + 1, IS_TREND))
        return figure->kind == FIGURE_PERCENT && reader_one_of(r, end, "reduction discount") ? TREND_DOWN : TREND_NONE; /* as of most */
    if (reader_said(r, counted_bare(r, near, first) - 1, "from") && !figure->has_high)
        return TREND_NONE; /* "up from 37 percent": that is where it was */
    for (size_t k = first; k-- > floor;) {
        if (counted_is_trend(r, figure, k, first, end))
            return reader_word(r, k)->value > 0 ? TREND_UP : TREND_DOWN;
        if (reader_has(r, k, SCAN_LINE) || reader_is(r, k, IS_VERB))
            break;
    }
    if (figure->kind == FIGURE_COUNT || figure->kind == FIGURE_NUMBER)
        return TREND_NONE; /* "46 detainees fall under": a verb */
    for (size_t k = end; k < end + 2 && reader_shape(r, k, SCAN_WORD) && !reader_is(r, k, IS_STOP); k++)
        if (reader_is(r, k, IS_TREND) &&
            reader_one_of(r, k,
                          "rise increase gain jump surge climb boost fall decline drop decrease reduction slump plunge dip cut"))
            return reader_word(r, k)->value > 0 ? TREND_UP : TREND_DOWN;
    return TREND_NONE;
}

/* "– Canal traffic: about $3 billion": an item names the thing before a colon. */
static bool
counted_label(const struct reader *r, struct figure *figure, size_t first, size_t end, const struct clause *clause)
{
    size_t k = clause->begin, from;

    if (!reader_mark(r, k - 1, ':') || first - k >= CLAUSE_NEAR)
        return false;
    for (from = k; from < first && counted_is_light(r, from); from++)
        continue;
    if (from < first)
        return false;
    k--;
    for (from = k;
         from > 0 && k - from < CLAUSE_MAX && !reader_has(r, from, SCAN_LINE) && !reader_shape(r, from - 1, SCAN_STOP) &&
         !reader_mark(r, from - 1, ':');
         from--)
        continue;
    if (reader_mark(r, from - 1, ':') && !reader_one_of(r, from, "the a an") && !reader_has(r, from, SCAN_LINE))
        return false; /* "Read by: Arlo Brandt Price: £3" */
    while (from < k &&
           (reader_shape(r, from, SCAN_DASH) || reader_shape(r, from, SCAN_MARK) || reader_one_of(r, from, "the a an")))
        from++;
    for (size_t at = from; at < k; at++) /* "The reaction was mixed: 15%" is a sentence, no label */
        if (reader_one_of(r, at, "is are was were has have had do does did will would can could said says"))
            return false;
    for (size_t at = end; at < end + 4 && reader_shape(r, at, SCAN_WORD) && !reader_has(r, at, SCAN_LINE); at++)
        if (reader_one_of(r, at, "is are was were has have had do does did will would can could said say says"))
            return false; /* "They fare no better: 15% have left" */
    if (!(from < 2 || reader_has(r, from, SCAN_LINE) || reader_has(r, from - 1, SCAN_LINE) || reader_has(r, from - 2, SCAN_LINE)))
        return false;
    counted_set(r, figure, from, k);
    return k > from;
}

/* "halved its crew", "double exports", and without an object "tolls more than tripled" */
static void
counted_grown(const struct reader *r, struct figure *figure, size_t first, size_t end)
{
    size_t k = counted_skip(r, end), stop;

    if (reader_one_of(r, first, "twice thrice"))
        return;
    if (counted_read(r, k, true, &stop)) {
        counted_set(r, figure, k, stop);
        return;
    }
    while (first > 0 && reader_at(r, first)->start > figure->hedge_words.start && !span_empty(figure->hedge_words))
        first--;
    counted_subject(r, figure, first);
}

/* Nouns that say no more than that an amount comes, and those of set phrases. */
#define COUNTED_EMPTY \
    "excess upwards lot couple lieu front terms view case light spite part total sum amount average maximum minimum top favor favour " \
    "value number figure rate pace tune means way course kind sort matter size level margin vote score father mother parent parents " \
    "grandfather grandmother helm short hopes one"

/* Where the nouns that end before token i begin: "three words", "long-term debt", "margin of error"; i when there are none. */
static size_t
counted_back(const struct reader *r, size_t i)
{
    size_t k = i;

    while (k > 0 && i - k < 3 && !(k < i && reader_has(r, k, SCAN_LINE)) && reader_shape(r, k - 1, SCAN_WORD) &&
           !reader_is(r, k - 1, IS_STOP | IS_MONEY | IS_SCALE | IS_TIME | IS_SMALL) &&
           !(reader_is(r, k - 1, IS_VERB) && k < i && !reader_is(r, k - 1, IS_TREND))) {
        k--;
        if (k > 1 && reader_joined(r, k - 1) && reader_shape(r, k - 2, SCAN_WORD))
            k -= 2;
    }
    if (k < i && k > 1 && reader_said(r, k - 1, "of") && reader_shape(r, k - 2, SCAN_WORD) && !reader_is(r, k - 2, IS_STOP | IS_VERB))
        k -= 2;
    return k;
}

/* "a fine of $250,000", "a range of up to 277 miles", "contracts worth $5 million": the nouns before token i */
static bool
counted_noun_before(const struct reader *r, struct figure *figure, size_t i)
{
    size_t k = counted_back(r, i);

    if (k == i || scan_is_literal(reader_at(r, k - 1)) || reader_mark(r, k - 1, '\'') || reader_has(r, i - 1, SCAN_UPPER) ||
        (i - k == 1 && reader_one_of(r, k, COUNTED_EMPTY " net")) || slice_ends(reader_slice(r, i - 1), "ly") ||
        (i - k == 1 && slice_ends(reader_slice(r, k), "ed")))
        return false;
    if (reader_is(r, i - 1, IS_TREND)) /* "a toll increase of $200": tolls, up */
        figure->trend = reader_word(r, --i)->value > 0 ? TREND_UP : TREND_DOWN;
    if (i == k || slice_ends(reader_slice(r, i - 1), "ly"))
        return true; /* "a weekly gain of 2%" */
    counted_set(r, figure, k, i);
    return true;
}

static bool
counted_before(const struct reader *r, struct figure *figure, size_t first)
{
    uint32_t hedge = figure->hedge_words.start;
    uint32_t begin = span_empty(figure->hedge_words) || hedge > figure->span.start ? figure->span.start : hedge;
    size_t k = first;

    while (k > 0 && (reader_at(r, k - 1)->start >= begin || reader_one_of(r, k - 1, "just only")))
        k--;
    if (k == 0 || reader_has(r, k, SCAN_LINE) || reader_said(r, first, "one"))
        return false;
    if (reader_one_of(r, k - 1, "of worth"))
        return counted_noun_before(r, figure, k - 1);
    if (reader_said(r, k - 1, "at") && reader_one_of(r, k - 2, "valued priced estimated"))
        counted_subject(r, figure, k - 2);
    return !span_empty(figure->of);
}

/* "a 5 percent drop in exports": what dropped */
static bool
counted_change(const struct reader *r, struct figure *figure, size_t end)
{
    size_t k = end, stop;

    while (k < end + 2 && reader_shape(r, k, SCAN_WORD) && !reader_is(r, k, IS_TREND | IS_STOP))
        k++;
    if (!reader_one_of(r, k,
                       "rise increase gain jump surge climb boost fall decline drop decrease reduction slump plunge dip cut hike bump "
                       "slide growth loss improvement") ||
        !reader_one_of(r, k + 1, "in of"))
        return false;
    k = counted_skip(r, k + 2);
    if (!counted_read(r, k, true, &stop) || reader_is(r, stop - 1, IS_TIME | IS_MONTH) || reader_shape(r, k, SCAN_INTEGER))
        return false;
    counted_set(r, figure, k, stop);
    return true;
}

/* Does the noun phrase of a price end before token i, behind others? */
static bool
counted_priced_ends(const struct reader *r, size_t i, bool one)
{
    return ((one || (reader_has(r, i - 1, SCAN_UPPER) && !reader_has(r, i, SCAN_UPPER))) && counted_plural(r, i)) ||
           slice_ends(reader_slice(r, i), "ly") ||
           (slice_ends(reader_slice(r, i), "ing") && reader_is(r, i + 1, IS_STOP | IS_SMALL | IS_TENS)) ||
           reader_one_of(r, i, "available left") ||
           (reader_has(r, i, SCAN_UPPER) && !reader_has(r, i - 1, SCAN_UPPER)) ||
           reader_one_of(r, i + 1, "the a an his her its their this that these those it them him us");
}

/* "a $7,500 tax credit", "a 60-mile trip": what has that price or size, where an article says that the figure is a noun's. */
static bool
counted_priced(const struct reader *r, struct figure *figure, size_t first, size_t end)
{
    size_t k = counted_bare(r, first > CLAUSE_NEAR ? first - CLAUSE_NEAR : 0, first), stop = end;
    bool one = reader_one_of(r, k, "a an another") || reader_one_of(r, k - 1, "a an");

    if (!(reader_one_of(r, k, "a an the another") && k < first) &&
        !reader_one_of(r, k - 1, "a an the its his her their our this that s new proposed first latest annual"))
        return false;
    if (reader_joined(r, end) || (figure->kind == FIGURE_PERCENT &&
                                    (reader_is(r, end, IS_TREND) || reader_one_of(r, end, "reduction bump hike discount"))))
        return false; /* "a 5 percent rise": of what, it does not say */
    while (stop < end + 4 && counted_takes(r, stop, stop == end, true) && !(stop > end && counted_priced_ends(r, stop, one)))
        if (counted_plural(r, stop++))
            break;
    while (stop > end && !counted_may_be_head(r, stop - 1, stop - 1 == end))
        stop--;
    if (scan_is_literal(reader_at(r, stop)) || reader_joined(r, stop) ||
        (reader_has(r, end, SCAN_UPPER) && slice_ends(reader_slice(r, stop), "ed")))
        return false; /* "Proposition 103", "Lund authorized" */
    if (reader_said(r, stop - 1, "net") && reader_said(r, stop, "worth"))
        stop++;
    counted_set(r, figure, end, stop);
    return stop > end;
}

/* "the 62nd minute" */
static void
counted_ordinal(const struct reader *r, struct figure *figure, size_t end)
{
    size_t k = end + reader_joined(r, end), stop;

    if (!counted_read(r, k, true, &stop))
        return;
    if (reader_is(r, k, IS_TIME) && (reader_has(r, k + 1, SCAN_UPPER) || reader_said(r, k + 1, "and")) && stop > k + 1)
        stop = k + 1; /* "In the 62nd minute Brandt rowed" */
    counted_set(r, figure, k, stop);
}

/* "$2 million in grants", "a third of the fleet": what follows "of". True when that is settled, be it that nothing is counted. */
static bool
counted_after_of(const struct reader *r, struct figure *figure, size_t end)
{
    bool in = figure->kind == FIGURE_MONEY && reader_one_of(r, end, "in");
    bool worth = figure->kind == FIGURE_MONEY && reader_said(r, end, "worth") && reader_said(r, end + 1, "of");
    size_t k, stop;

    if (!in && !worth && !reader_one_of(r, end, "of"))
        return false;
    k = counted_skip(r, end + 1 + worth);
    if (reader_shape(r, k, SCAN_INTEGER) && reader_joined(r, k + 1) && reader_shape(r, k + 2, SCAN_WORD))
        k += 3; /* "$10 billion of 10-year notes" */
    if (!counted_read(r, k, true, &stop) ||
        reader_one_of(r, k, "exchange addition total fact part return turn advance attempt order effort bid value") ||
        (in && (reader_is(r, stop - 1, IS_TIME) || reader_has(r, k, SCAN_UPPER))))
        return false;
    if (in && (reader_is(r, stop - 1, IS_MONEY) || reader_is(r, stop, IS_MONEY)))
        return true; /* "$20 in current Harrow dollars" */
    if (scan_is_literal(reader_at(r, stop)) || reader_is(r, stop, IS_SMALL | IS_TENS))
        return true; /* "five of the past six rounds": of that number, not of the past */
    counted_set(r, figure, k, stop);
    return true;
}

/* What stands beside the figure says of what it is: its noun, "of", a label. True when that is settled. */
static bool
counted_beside(const struct reader *r, struct figure *figure, size_t first, size_t end, const struct clause *clause)
{
    size_t noun, stop;
    bool sized = figure->kind == FIGURE_MEASURE && reader_joined(r, end - 2);

    if (counted_after_of(r, figure, end))
        return true;
    if (figure->kind == FIGURE_FRACTION && counted_read(r, noun = counted_skip(r, end), true, &stop) &&
        (noun > end || !reader_one_of(r, end - 2, "in of every") || counted_plural(r, stop - 1))) { /* "1 in 6 view it so" */
        counted_set(r, figure, noun, stop);
        return true;
    }
    if (figure->kind == FIGURE_MULTIPLE && reader_is(r, first, IS_GROWN)) {
        counted_grown(r, figure, first, end);
        return true;
    }
    if (figure->kind == FIGURE_PERCENT && counted_change(r, figure, end))
        return true;
    if ((figure->kind == FIGURE_MONEY || figure->kind == FIGURE_PERCENT || sized) && counted_priced(r, figure, first, end))
        return true;
    return counted_label(r, figure, first, end, clause) || counted_before(r, figure, first);
}

/* The object of the clause's verb, or its subject: "the toll rose to 267". */
static void
counted_by_verb(const struct reader *r, struct figure *figure, size_t first, const struct clause *clause)
{
    size_t verb = counted_verb(r, first, clause);

    if (verb == SIZE_MAX || !counted_governs(r, verb, first) || counted_object(r, figure, verb, first))
        return;
    /* "she will gain 24": of a bare number only a change or a state has its subject as a measure */
    if (figure->kind == FIGURE_NUMBER && !reader_one_of(r, first - 1, "to at by") &&
        !reader_one_of(r, verb, "totaled totalled reached hit stood averaged exceeded approached topped"))
        return;
    if (figure->kind == FIGURE_MONEY && reader_one_of(r, verb, "raised raise raises raising lost lose losing cut sink"))
        return; /* who raises money is no amount of it */
    counted_subject(r, figure, verb);
}

void
counted_about(const struct reader *r, struct figure *figure, size_t first, size_t end)
{
    struct clause clause;

    if (figure->kind == FIGURE_DATE || figure->kind == FIGURE_DURATION || figure->kind == FIGURE_AGE)
        return;
    if (figure->kind == FIGURE_ORDINAL) {
        counted_ordinal(r, figure, end);
        return;
    }
    clause = counted_clause(r, first);
    if (!figure->trend)
        figure->trend = counted_trend(r, figure, first, end, &clause);
    if (span_empty(figure->of) && !counted_beside(r, figure, first, end, &clause))
        counted_by_verb(r, figure, first, &clause);
}
