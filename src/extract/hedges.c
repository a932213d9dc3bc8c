/*
 * Hedges. The words are those that style books warn of (AP: "about, around, more than, nearly, some"; Reuters: "up to, at least")
 * and those counted before the numbers of newswire. "only" and "just" judge a number but do not change it: no class.
 */
#include <string.h>

#include "hedges.h"

const struct hedge_form hedge_before[] = {
    {"about", HEDGE_ABOUT, 't'}, {"around", HEDGE_ABOUT, 'd'}, {"roughly", HEDGE_ABOUT, 'y'},
    {"approximately", HEDGE_ABOUT, 'y'}, {"approx", HEDGE_ABOUT, 'x'}, {"approx .", HEDGE_ABOUT, '.'},
    {"circa", HEDGE_ABOUT, 'a'}, {"ca .", HEDGE_ABOUT, '.'}, {"some", HEDGE_ABOUT, 'e'}, {"estimated", HEDGE_ABOUT, 'd'},
    {"maybe", HEDGE_ABOUT, 'e'}, {"perhaps", HEDGE_ABOUT, 's'}, {"probably", HEDGE_ABOUT, 'y'},
    {"something like", HEDGE_ABOUT, 'e'}, {"in the region of", HEDGE_ABOUT, 'f'},
    {"in the neighborhood of", HEDGE_ABOUT, 'f'}, {"in the neighbourhood of", HEDGE_ABOUT, 'f'},
    {"on the order of", HEDGE_ABOUT, 'f'}, {"of the order of", HEDGE_ABOUT, 'f'}, {"an average of", HEDGE_ABOUT, 'f'},
    {"~", HEDGE_ABOUT, '~'}, {"≈", HEDGE_ABOUT, '\x88'}, {"somewhere around", HEDGE_ABOUT, 'd'},
    {"nearly", HEDGE_NEARLY, 'y'}, {"almost", HEDGE_NEARLY, 't'}, {"close to", HEDGE_NEARLY, 'o'},
    {"closer to", HEDGE_NEARLY, 'o'}, {"near", HEDGE_NEARLY, 'r'}, {"nearing", HEDGE_NEARLY, 'g'},
    {"approaching", HEDGE_NEARLY, 'g'}, {"approached", HEDGE_NEARLY, 'd'}, {"approaches", HEDGE_NEARLY, 's'},
    {"approach", HEDGE_NEARLY, 'h'}, {"virtually", HEDGE_NEARLY, 'y'}, {"practically", HEDGE_NEARLY, 'y'},
    {"just short of", HEDGE_NEARLY, 'f'}, {"not quite", HEDGE_NEARLY, 'e'}, {"the best part of", HEDGE_NEARLY, 'f'},
    {"the better part of", HEDGE_NEARLY, 'f'}, {"shy of", HEDGE_NEARLY, 'f'}, {"more than", HEDGE_MORE, 'n'},
    {"greater than", HEDGE_MORE, 'n'}, {"higher than", HEDGE_MORE, 'n'}, {"larger than", HEDGE_MORE, 'n'},
    {"bigger than", HEDGE_MORE, 'n'}, {"longer than", HEDGE_MORE, 'n'}, {"better than", HEDGE_MORE, 'n'},
    {"older than", HEDGE_MORE, 'n'}, {"over", HEDGE_MORE, 'r'}, {"above", HEDGE_MORE, 'e'}, {"beyond", HEDGE_MORE, 'd'},
    {"upwards of", HEDGE_MORE, 'f'}, {"upward of", HEDGE_MORE, 'f'}, {"in excess of", HEDGE_MORE, 'f'},
    {"exceed", HEDGE_MORE, 'd'}, {"exceeds", HEDGE_MORE, 's'}, {"exceeded", HEDGE_MORE, 'd'}, {"exceeding", HEDGE_MORE, 'g'},
    {"surpass", HEDGE_MORE, 's'}, {"surpassed", HEDGE_MORE, 'd'}, {"surpasses", HEDGE_MORE, 's'},
    {"surpassing", HEDGE_MORE, 'g'}, {"topped", HEDGE_MORE, 'd'}, {"topping", HEDGE_MORE, 'g'}, {">", HEDGE_MORE, '>'},
    {"north of", HEDGE_MORE, 'f'}, {"more", HEDGE_NONE, 'e'}, {"less than", HEDGE_LESS, 'n'},
    {"fewer than", HEDGE_LESS, 'n'}, {"lower than", HEDGE_LESS, 'n'}, {"smaller than", HEDGE_LESS, 'n'},
    {"shorter than", HEDGE_LESS, 'n'}, {"younger than", HEDGE_LESS, 'n'}, {"under", HEDGE_LESS, 'r'},
    {"below", HEDGE_LESS, 'w'}, {"<", HEDGE_LESS, '<'}, {"south of", HEDGE_LESS, 'f'}, {"at least", HEDGE_AT_LEAST, 't'},
    {"no less than", HEDGE_AT_LEAST, 'n'}, {"no fewer than", HEDGE_AT_LEAST, 'n'}, {"not less than", HEDGE_AT_LEAST, 'n'},
    {"not fewer than", HEDGE_AT_LEAST, 'n'}, {"a minimum of", HEDGE_AT_LEAST, 'f'}, {"minimum of", HEDGE_AT_LEAST, 'f'},
    {"as few as", HEDGE_AT_LEAST, 's'}, {"as little as", HEDGE_AT_LEAST, 's'}, {"≥", HEDGE_AT_LEAST, '\xA5'},
    {"at the very least", HEDGE_AT_LEAST, 't'}, {"nothing less than", HEDGE_AT_LEAST, 'n'},
    {"as low as", HEDGE_AT_LEAST, 's'}, {"> =", HEDGE_AT_LEAST, '='}, {"greater than or equal to", HEDGE_AT_LEAST, 'o'},
    {"at most", HEDGE_AT_MOST, 't'}, {"at the most", HEDGE_AT_MOST, 't'}, {"no more than", HEDGE_AT_MOST, 'n'},
    {"not more than", HEDGE_AT_MOST, 'n'}, {"a maximum of", HEDGE_AT_MOST, 'f'}, {"maximum of", HEDGE_AT_MOST, 'f'},
    {"no greater than", HEDGE_AT_MOST, 'n'}, {"≤", HEDGE_AT_MOST, '\xA4'}, {"no higher than", HEDGE_AT_MOST, 'n'},
    {"< =", HEDGE_AT_MOST, '='}, {"less than or equal to", HEDGE_AT_MOST, 'o'}, {"up to", HEDGE_UP_TO, 'o'},
    {"as much as", HEDGE_UP_TO, 's'}, {"as many as", HEDGE_UP_TO, 's'}, {"as high as", HEDGE_UP_TO, 's'},
    {"as large as", HEDGE_UP_TO, 's'}, {"as long as", HEDGE_UP_TO, 's'}, {"as far as", HEDGE_UP_TO, 's'},
};
const size_t hedge_nbefore = sizeof hedge_before / sizeof *hedge_before;

static const struct hedge_form hedge_after[] = {
    {"or so", HEDGE_ABOUT, 0}, {"odd", HEDGE_ABOUT, 0}, {"- odd", HEDGE_ABOUT, 0}, {"- ish", HEDGE_ABOUT, 0},
    {"or thereabouts", HEDGE_ABOUT, 0}, {", give or take", HEDGE_ABOUT, 0}, {"give or take", HEDGE_ABOUT, 0},
    {"or more", HEDGE_AT_LEAST, 0}, {"and more", HEDGE_AT_LEAST, 0}, {"or greater", HEDGE_AT_LEAST, 0},
    {"or higher", HEDGE_AT_LEAST, 0}, {"or older", HEDGE_AT_LEAST, 0}, {"or above", HEDGE_AT_LEAST, 0},
    {"and over", HEDGE_AT_LEAST, 0}, {"and above", HEDGE_AT_LEAST, 0}, {"or over", HEDGE_AT_LEAST, 0},
    {"and up", HEDGE_AT_LEAST, 0}, {"or better", HEDGE_AT_LEAST, 0}, {"or longer", HEDGE_AT_LEAST, 0},
    {"and older", HEDGE_AT_LEAST, 0}, {"- plus", HEDGE_AT_LEAST, 0}, {"plus", HEDGE_NONE, 0}, {"+", HEDGE_AT_LEAST, 0},
    {"or less", HEDGE_AT_MOST, 0}, {"or fewer", HEDGE_AT_MOST, 0}, {"or under", HEDGE_AT_MOST, 0},
    {"or lower", HEDGE_AT_MOST, 0}, {"or below", HEDGE_AT_MOST, 0}, {"and under", HEDGE_AT_MOST, 0},
    {"and younger", HEDGE_AT_MOST, 0}, {"or younger", HEDGE_AT_MOST, 0}, {"at most", HEDGE_AT_MOST, 0},
    {"at least", HEDGE_AT_LEAST, 0}, {"at the most", HEDGE_AT_MOST, 0}, {"or nearly", HEDGE_NONE, 0},
};

static bool
hedges_token_is(const struct hedge_text *text, size_t i, struct slice word)
{
    struct slice token;

    if (i >= text->n)
        return false;
    token = slice_of(text->text + text->v[i].start, text->v[i].end - text->v[i].start);
    if (text->v[i].shape == SCAN_DASH)
        return word.len == 1 && word.at[0] == '-' && (text->v[i].flags & SCAN_GLUED);
    if (token.len != word.len)
        return false;
    for (size_t k = 0; k < word.len; k++) {
        char c = token.at[k];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if (c != word.at[k])
            return false;
    }
    return true;
}

/* The number of words of a form that stand before token `first`; 0 when it does not stand there. */
static size_t
hedges_match_back(const struct hedge_text *text, size_t first, size_t floor, const char *words)
{
    size_t taken = 0;
    struct slice rest = slice_str(words);

    while (rest.len) {
        size_t at = rest.len;

        while (at > 0 && rest.at[at - 1] != ' ')
            at--;
        if (first < floor + taken + 1 || !hedges_token_is(text, first - taken - 1, slice_of(rest.at + at, rest.len - at)))
            return 0;
        taken++;
        rest.len = at ? at - 1 : 0;
    }
    return taken;
}

/* Verbs that "up to" belongs to: "has gone up to $8". */
static bool
hedges_moves(const struct hedge_text *text, size_t i)
{
    static const char *const verbs[] = {"go",   "goes",   "going",  "gone", "went", "moved",  "moves", "shot",
                                        "crept", "pushed", "bumped", "add",  "adds", "adding", "added", "back"};

    if (text->v[i].classes & IS_TREND)
        return true;
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
        if (hedges_token_is(text, i, slice_str(verbs[k])))
            return true;
    return false;
}

enum hedge
hedges_before(const struct hedge_text *text, size_t first, size_t floor, struct span *words)
{
    size_t best = 0;
    enum hedge hedge = HEDGE_NONE;
    char last;

    if (first <= floor || first > text->n || (!(text->v[first - 1].classes & IS_HEDGE)))
        return HEDGE_NONE;
    last = text->text[text->v[first - 1].end - 1];
    last = last >= 'A' && last <= 'Z' ? (char)(last + 32) : last;
    for (size_t i = 0; i < hedge_nbefore; i++) {
        size_t taken;

        if (hedge_before[i].last != last)
            continue;
        taken = hedges_match_back(text, first, floor, hedge_before[i].words);

        if (taken > best) {
            best = taken;
            hedge = (enum hedge)hedge_before[i].hedge;
        }
    }
    /* "has gone up to $8": it moves there, it is no limit */
    if (hedge == HEDGE_UP_TO && best == 2 && first >= floor + 3 && hedges_moves(text, first - 3))
        return HEDGE_NONE;
    if (best)
        *words = (struct span){text->v[first - best].start, text->v[first - 1].end};
    return hedge;
}

enum hedge
hedges_after(const struct hedge_text *text, size_t end, struct span *words, size_t *next)
{
    char first, second;

    if (end >= text->n)
        return HEDGE_NONE;
    first = text->v[end].shape == SCAN_DASH ? '-' : text->text[text->v[end].start];
    if (!strchr("og-a,p+", first))
        return HEDGE_NONE;
    second = '\0';
    if (text->v[end].shape == SCAN_WORD && text->v[end].end - text->v[end].start > 1)
        second = text->text[text->v[end].start + 1];
    for (size_t i = 0; i < sizeof hedge_after / sizeof *hedge_after; i++) {
        struct slice rest = {hedge_after[i].words, 0};
        size_t taken = 0;

        if (rest.at[0] != first || (second && rest.at[1] != second))
            continue;
        rest = slice_str(rest.at);
        while (rest.len) {
            size_t len = 0;

            while (len < rest.len && rest.at[len] != ' ')
                len++;
            if (!hedges_token_is(text, end + taken, slice_of(rest.at, len)))
                break;
            taken++;
            rest.at += len + (len < rest.len);
            rest.len -= len + (len < rest.len);
        }
        if (rest.len || !taken)
            continue;
        *words = (struct span){text->v[end].start, text->v[end + taken - 1].end};
        *next = end + taken;
        return (enum hedge)hedge_after[i].hedge;
    }
    return HEDGE_NONE;
}
