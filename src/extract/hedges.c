/*
 * Hedges. The words are those that style books warn of (AP: "about, around, more than, nearly, some"; Reuters: "up to, at least")
 * and those counted before the numbers of newswire. "only" and "just" judge a number but do not change it: no class.
 */
#include <string.h>

#include "figures.h"
#include "hedges.h"

const struct hedge_form hedge_before[] = {
    {"about", HEDGE_ABOUT}, {"around", HEDGE_ABOUT}, {"roughly", HEDGE_ABOUT},
    {"approximately", HEDGE_ABOUT}, {"approx", HEDGE_ABOUT}, {"approx .", HEDGE_ABOUT},
    {"circa", HEDGE_ABOUT}, {"ca .", HEDGE_ABOUT}, {"some", HEDGE_ABOUT}, {"estimated", HEDGE_ABOUT},
    {"maybe", HEDGE_ABOUT}, {"perhaps", HEDGE_ABOUT}, {"probably", HEDGE_ABOUT},
    {"something like", HEDGE_ABOUT}, {"in the region of", HEDGE_ABOUT},
    {"in the neighborhood of", HEDGE_ABOUT}, {"in the neighbourhood of", HEDGE_ABOUT},
    {"on the order of", HEDGE_ABOUT}, {"of the order of", HEDGE_ABOUT}, {"an average of", HEDGE_ABOUT},
    {"~", HEDGE_ABOUT}, {"≈", HEDGE_ABOUT}, {"somewhere around", HEDGE_ABOUT},
    {"nearly", HEDGE_NEARLY}, {"almost", HEDGE_NEARLY}, {"close to", HEDGE_NEARLY},
    {"closer to", HEDGE_NEARLY}, {"near", HEDGE_NEARLY}, {"nearing", HEDGE_NEARLY},
    {"approaching", HEDGE_NEARLY}, {"approached", HEDGE_NEARLY}, {"approaches", HEDGE_NEARLY},
    {"approach", HEDGE_NEARLY}, {"virtually", HEDGE_NEARLY}, {"practically", HEDGE_NEARLY},
    {"just short of", HEDGE_NEARLY}, {"not quite", HEDGE_NEARLY}, {"the best part of", HEDGE_NEARLY},
    {"the better part of", HEDGE_NEARLY}, {"shy of", HEDGE_NEARLY}, {"more than", HEDGE_MORE},
    {"greater than", HEDGE_MORE}, {"higher than", HEDGE_MORE}, {"larger than", HEDGE_MORE},
    {"bigger than", HEDGE_MORE}, {"longer than", HEDGE_MORE}, {"better than", HEDGE_MORE},
    {"older than", HEDGE_MORE}, {"over", HEDGE_MORE}, {"above", HEDGE_MORE}, {"beyond", HEDGE_MORE},
    {"upwards of", HEDGE_MORE}, {"upward of", HEDGE_MORE}, {"in excess of", HEDGE_MORE},
    {"exceed", HEDGE_MORE}, {"exceeds", HEDGE_MORE}, {"exceeded", HEDGE_MORE}, {"exceeding", HEDGE_MORE},
    {"surpass", HEDGE_MORE}, {"surpassed", HEDGE_MORE}, {"surpasses", HEDGE_MORE},
    {"surpassing", HEDGE_MORE}, {"topped", HEDGE_MORE}, {"topping", HEDGE_MORE}, {">", HEDGE_MORE},
    {"north of", HEDGE_MORE}, {"more", HEDGE_NONE}, {"less than", HEDGE_LESS},
    {"fewer than", HEDGE_LESS}, {"lower than", HEDGE_LESS}, {"smaller than", HEDGE_LESS},
    {"shorter than", HEDGE_LESS}, {"younger than", HEDGE_LESS}, {"under", HEDGE_LESS},
    {"below", HEDGE_LESS}, {"<", HEDGE_LESS}, {"south of", HEDGE_LESS}, {"at least", HEDGE_AT_LEAST},
    {"no less than", HEDGE_AT_LEAST}, {"no fewer than", HEDGE_AT_LEAST}, {"not less than", HEDGE_AT_LEAST},
    {"not fewer than", HEDGE_AT_LEAST}, {"a minimum of", HEDGE_AT_LEAST}, {"minimum of", HEDGE_AT_LEAST},
    {"as few as", HEDGE_AT_LEAST}, {"as little as", HEDGE_AT_LEAST}, {"≥", HEDGE_AT_LEAST},
    {"at the very least", HEDGE_AT_LEAST}, {"nothing less than", HEDGE_AT_LEAST},
    {"as low as", HEDGE_AT_LEAST}, {"> =", HEDGE_AT_LEAST}, {"greater than or equal to", HEDGE_AT_LEAST},
    {"at most", HEDGE_AT_MOST}, {"at the most", HEDGE_AT_MOST}, {"no more than", HEDGE_AT_MOST},
    {"not more than", HEDGE_AT_MOST}, {"a maximum of", HEDGE_AT_MOST}, {"maximum of", HEDGE_AT_MOST},
    {"no greater than", HEDGE_AT_MOST}, {"≤", HEDGE_AT_MOST}, {"no higher than", HEDGE_AT_MOST},
    {"< =", HEDGE_AT_MOST}, {"less than or equal to", HEDGE_AT_MOST}, {"up to", HEDGE_UP_TO},
    {"as much as", HEDGE_UP_TO}, {"as many as", HEDGE_UP_TO}, {"as high as", HEDGE_UP_TO},
    {"as large as", HEDGE_UP_TO}, {"as long as", HEDGE_UP_TO}, {"as far as", HEDGE_UP_TO},
};
const size_t hedge_nbefore = sizeof hedge_before / sizeof *hedge_before;

static const struct hedge_form hedge_after[] = {
    {"or so", HEDGE_ABOUT}, {"odd", HEDGE_ABOUT}, {"- odd", HEDGE_ABOUT}, {"- ish", HEDGE_ABOUT},
    {"or thereabouts", HEDGE_ABOUT}, {", give or take", HEDGE_ABOUT}, {"give or take", HEDGE_ABOUT},
    {"or more", HEDGE_AT_LEAST}, {"and more", HEDGE_AT_LEAST}, {"or greater", HEDGE_AT_LEAST},
    {"or higher", HEDGE_AT_LEAST}, {"or older", HEDGE_AT_LEAST}, {"or above", HEDGE_AT_LEAST},
    {"and over", HEDGE_AT_LEAST}, {"and above", HEDGE_AT_LEAST}, {"or over", HEDGE_AT_LEAST},
    {"and up", HEDGE_AT_LEAST}, {"or better", HEDGE_AT_LEAST}, {"or longer", HEDGE_AT_LEAST},
    {"and older", HEDGE_AT_LEAST}, {"- plus", HEDGE_AT_LEAST}, {"plus", HEDGE_NONE}, {"+", HEDGE_AT_LEAST},
    {"or less", HEDGE_AT_MOST}, {"or fewer", HEDGE_AT_MOST}, {"or under", HEDGE_AT_MOST},
    {"or lower", HEDGE_AT_MOST}, {"or below", HEDGE_AT_MOST}, {"and under", HEDGE_AT_MOST},
    {"and younger", HEDGE_AT_MOST}, {"or younger", HEDGE_AT_MOST}, {"at most", HEDGE_AT_MOST},
    {"at least", HEDGE_AT_LEAST}, {"at the most", HEDGE_AT_MOST}, {"or nearly", HEDGE_NONE},
};

/* Is token i this word, in any case? Any dash stands for "-". */
static bool
hedges_token_is(const struct reader *r, size_t i, struct slice word)
{
    struct slice token = reader_slice(r, i);

    if (reader_shape(r, i, SCAN_DASH))
        return word.len == 1 && word.at[0] == '-' && reader_has(r, i, SCAN_GLUED);
    if (token.len != word.len)
        return false;
    for (size_t k = 0; k < word.len; k++)
        if ((token.at[k] >= 'A' && token.at[k] <= 'Z' ? token.at[k] + 32 : token.at[k]) != word.at[k])
            return false;
    return true;
}

/* How many tokens a form takes before token `first`, of which the last is known to be its last word; 0 when it does not stand there. */
static size_t
hedges_match_back(const struct reader *r, size_t first, size_t floor, struct slice before)
{
    size_t taken = 1;

    while (before.len) {
        size_t at = before.len;

        while (at > 0 && before.at[at - 1] != ' ')
            at--;
        if (first < floor + taken + 1 || !hedges_token_is(r, first - taken - 1, slice_of(before.at + at, before.len - at)))
            return 0;
        taken++;
        before.len = at ? at - 1 : 0;
    }
    return taken;
}

/* Verbs that "up to" belongs to: "has gone up to $8". */
static bool
hedges_moves(const struct reader *r, size_t i)
{
    return reader_is(r, i, IS_TREND) ||
           reader_one_of(r, i, "go goes going gone went moved moves shot crept pushed bumped add adds adding added back");
}

enum hedge
hedges_before(const struct reader *r, size_t first, size_t floor, struct span *words)
{
    size_t best = 0;
    enum hedge hedge = HEDGE_NONE;
    char letter;

    if (first <= floor || !reader_is(r, first - 1, IS_HEDGE))
        return HEDGE_NONE;
    letter = first > 1 ? (char)(r->text[reader_at(r, first - 2)->start] | 0x20) : '\0';
    for (size_t i = reader_word(r, first - 1)->hedge; i; i = r->words->hedges[i].next) {
        const struct words_hedge *form = &r->words->hedges[i];
        size_t taken = form->before && (form->first | 0x20) != letter
                           ? 0
                           : hedges_match_back(r, first, floor, slice_of(hedge_before[i - 1].words, form->before));

        if (taken > best) {
            best = taken;
            hedge = (enum hedge)hedge_before[i - 1].hedge;
        }
    }
    /* "has gone up to $8": it moves there, it is no limit */
    if (hedge == HEDGE_UP_TO && best == 2 && first >= floor + 3 && hedges_moves(r, first - 3))
        return HEDGE_NONE;
    if (best)
        *words = (struct span){reader_at(r, first - best)->start, reader_at(r, first - 1)->end};
    return hedge;
}

/* The tokens that a form takes from token `end` on; 0 when it does not stand there. */
static size_t
hedges_match(const struct reader *r, size_t end, const char *form)
{
    struct slice rest = slice_str(form);
    size_t taken = 0;

    while (rest.len) {
        size_t len = 0;

        while (len < rest.len && rest.at[len] != ' ')
            len++;
        if (!hedges_token_is(r, end + taken, slice_of(rest.at, len)))
            return 0;
        taken++;
        rest.at += len + (len < rest.len);
        rest.len -= len + (len < rest.len);
    }
    return taken;
}

enum hedge
hedges_after(const struct reader *r, size_t end, struct span *words, size_t *next)
{
    bool mark = reader_shape(r, end, SCAN_DASH) || reader_shape(r, end, SCAN_COMMA);
    char first = reader_shape(r, end, SCAN_DASH) ? '-' : r->text[reader_at(r, end)->start];

    /* hardly any figure has a hedge behind it: what they begin with is looked at first */
    if (first != '+' && (!reader_one_of(r, end + mark, "or odd ish give and plus at") || (!mark && reader_has(r, end, SCAN_UPPER))))
        return HEDGE_NONE;
    for (size_t i = 0; i < sizeof hedge_after / sizeof *hedge_after; i++) {
        size_t taken = hedge_after[i].words[0] == first ? hedges_match(r, end, hedge_after[i].words) : 0;

        if (!taken)
            continue;
        *words = (struct span){reader_at(r, end)->start, reader_at(r, end + taken - 1)->end};
        *next = end + taken;
        return (enum hedge)hedge_after[i].hedge;
    }
    return HEDGE_NONE;
}
