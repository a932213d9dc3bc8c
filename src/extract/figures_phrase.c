/* The noun phrase of what is counted: where it goes on and where it ends. */
#include <string.h>

#include "figures.h"

enum { PHRASE_MAX = 7 };

bool
counted_plural(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (reader_is(r, i, IS_PERSON))
        return true;
    if (s.len == 3 && s.at[2] == 's' && s.at[0] >= 'A' && s.at[0] <= 'Z' && s.at[1] >= 'A' && s.at[1] <= 'Z')
        return true; /* "367 MPs" */
    return s.len > 3 && s.at[s.len - 1] == 's' && s.at[s.len - 2] != 's' && !slice_ends(s, "us") && !slice_ends(s, "is") &&
           !reader_is(r, i, IS_FLAT);
}

/* "13,000 US troops", where "us" would be a pronoun */
static bool
counted_is_land(const struct reader *r, size_t i)
{
    return reader_has(r, i, SCAN_ALLCAPS) && reader_said(r, i, "us") && reader_shape(r, i + 1, SCAN_WORD);
}

/* "five police officers", "six Lundens barges": a plural, or a name in -s, that only says of what sort the next noun is */
static bool
counted_names_next(const struct reader *r, size_t i)
{
    if (reader_one_of(r, i, "police staff crew media data clergy"))
        return reader_shape(r, i + 1, SCAN_WORD) && !reader_has(r, i + 1, SCAN_LINE) && !reader_is(r, i + 1, IS_STOP | IS_VERB) &&
               counted_plural(r, i + 1);
    return reader_has(r, i, SCAN_UPPER) && !reader_has(r, i, SCAN_ALLCAPS) && !r->heading && reader_shape(r, i + 1, SCAN_WORD) &&
           !reader_has(r, i + 1, SCAN_UPPER | SCAN_LINE) && !reader_is(r, i + 1, IS_STOP | IS_VERB) && counted_plural(r, i + 1);
}

/* Plurals that also stand before a noun in this form: "systems", "securities". */
bool
counted_many(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (reader_mark(r, i, 's') || (reader_shape(r, i, SCAN_IDENT) && s.at[s.len - 1] == 's'))
        return true; /* of "747s" */
    return counted_plural(r, i) || reader_one_of(r, i, "systems operations communications securities rights goods airlines sports arms");
}

/* "U.S.", "George W. Brandt", "Mr. Brandt": the token behind what is short and its stop, or i. */
static size_t
counted_initials(const struct reader *r, size_t i)
{
    size_t k = i;

    while (k < i + 8 && reader_shape(r, k, SCAN_WORD) && reader_has(r, k, SCAN_UPPER) &&
           (reader_slice(r, k).len == 1 || reader_one_of(r, k, "mr mrs ms dr sen rep gov gen prof st")) &&
           reader_shape(r, k + 1, SCAN_MARK) && reader_mark(r, k + 1, '.') && reader_has(r, k + 1, SCAN_GLUED))
        k += 2;
    return k;
}

/* "30 Boeing 787 jets", "four Thunderbolt 3 ports": a number that belongs to the name before it; the token behind it, or i. */
static size_t
counted_model(const struct reader *r, size_t i)
{
    size_t k = i + 1;

    if (!reader_has(r, i - 1, SCAN_UPPER) || !(reader_shape(r, i, SCAN_INTEGER) || reader_shape(r, i, SCAN_IDENT)) ||
        reader_has(r, i, SCAN_GLUED | SCAN_LINE))
        return i;
    if (reader_joined(r, k) && reader_shape(r, k + 1, SCAN_INTEGER))
        k += 2;
    return reader_shape(r, k, SCAN_WORD) && !reader_has(r, k, SCAN_GLUED) && !reader_is(r, k, IS_STOP | IS_VERB) ? k : i;
}

bool
counted_takes(const struct reader *r, size_t i, bool first, bool many)
{
    const struct scan_token *t = reader_at(r, i);

    if (t->shape != SCAN_WORD || (t->flags & (SCAN_LINE | SCAN_DEAD)) || (t->classes & IS_PERCENT) ||
        ((t->classes & IS_STOP) && !counted_is_land(r, i)) ||
        ((t->classes & IS_VAGUE) && !reader_joined(r, i + 1)))
        return false;
    if ((t->classes & (IS_SMALL | IS_TENS | IS_HUNDRED | IS_SCALE | IS_WEEKDAY)) && !reader_joined(r, i + 1))
        return !first && (t->classes & IS_WEEKDAY) && reader_said(r, i - 1, "super"); /* "four Super Tuesday states" */
    if ((t->classes & IS_VERB) && reader_joined(r, i + 1) && reader_shape(r, i + 2, SCAN_WORD))
        return true; /* "40 work-related letters" */
    if ((t->classes & IS_MONTH) && (t->flags & SCAN_UPPER))
        return false;
    if (!(t->classes & IS_VERB) || (first && reader_one_of(r, i - 1, "the a an its their his her our")))
        return true; /* "41 percent of the vote" */
    /* "12 increases", "two conference calls": behind a number and a singular, the forms in -s are nouns */
    if (counted_plural(r, i) && (first || (many && !counted_plural(r, i - 1) && !reader_is(r, i - 1, IS_PERSON) &&
                                            !slice_ends(reader_slice(r, i - 1), "ly"))))
        return !reader_one_of(r, i, "says does has tells goes gets gives comes becomes needs wants knows feels keeps remains "
                                    "takes makes believes faces believes seems seeks ends lives dies");
    /* "the Ohio vote will be cast": behind a singular a verb takes -s, so a bare form is a noun, unless an object follows */
    if (!first && (reader_one_of(r, i, "vote increase cut cost rise decline drop win work use report run move call") ||
                   (reader_one_of(r, i, "gains losses") && !reader_is(r, i + 1, IS_TREND))) &&
        !reader_one_of(r, i + 1, "the a an his her their its this that these those by to") && !reader_has(r, i + 1, SCAN_UPPER) &&
        !counted_plural(r, i - 1) && !reader_is(r, i - 1, IS_PERSON))
        return true;
    /* "three support vessels", "12 cost overruns": some bare forms are nouns before nouns */
    return reader_one_of(r, i, "account call cost cut face move paid run show start support test trade use vote work") &&
           counted_plural(r, i + 1) && !reader_is(r, i + 1, IS_STOP | IS_VERB);
}

bool
counted_may_be_head(const struct reader *r, size_t i, bool first)
{
    struct slice s = reader_slice(r, i);

    if (s.len < 2 || reader_is(r, i, IS_ORDINAL | IS_PART) || (s.len > 4 && (slice_ends(s, "ed") || slice_ends(s, "ly"))))
        return false;
    if (s.len > 5 && slice_ends(s, "est") && /* "one of the richest" */
        !reader_one_of(r, i, "guest forest interest request protest arrest harvest conquest priest contest bequest inquest tempest"))
        return false;
    if (!first && slice_ends(s, "ing") && (reader_mark(r, i + 1, '"') || reader_shape(r, i + 1, SCAN_OPEN)))
        return false;
    return first || !slice_ends(s, "ing") ||
           !(reader_has(r, i + 1, SCAN_UPPER) || reader_one_of(r, i + 1, "the a an his her their its"));
}

/* Behind "one": does a plural at i end the phrase before it? "one sports car" goes on. */
static bool
counted_ends_single(const struct reader *r, size_t i)
{
    return !reader_is(r, i, IS_PERSON | IS_FLAT) &&
           (!reader_shape(r, i + 1, SCAN_WORD) || reader_is(r, i + 1, IS_STOP | IS_VERB) || counted_plural(r, i + 1));
}

/* "presidential", "famous": by their endings, which few nouns have. */
static bool
counted_is_adjective(struct slice s)
{
    static const char *const endings[] = {"tial", "onal", "ical", "ious", "mous", "ful", "less", "able", "ible", "tive", "sive", "tific"};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (s.len > strlen(endings[i]) + 2 && slice_ends(s, endings[i]))
            return true;
    return false;
}

/* Behind "one" and two words more a verb is likely, but names bring their own: "one unaligned Florida Republican strategist". */
static bool
counted_goes_on(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (s.len < 3 || reader_mark(r, i, '\''))
        return false;
    if (counted_is_adjective(reader_slice(r, i - 1)))
        return !reader_is(r, i, IS_STOP | IS_VERB);
    if (!reader_has(r, i - 1, SCAN_UPPER))
        return false;
    return reader_has(r, i, SCAN_UPPER) || !(s.at[s.len - 1] == 's' || slice_ends(s, "ed") || slice_ends(s, "ing"));
}

/* "747s", "A320s", "F-16s", from their first token: things called by a number. The token behind it, or i. */
static size_t
counted_numbered(const struct reader *r, size_t i)
{
    size_t k = i + (reader_shape(r, i, SCAN_WORD) && reader_has(r, i, SCAN_UPPER) && reader_joined(r, i + 1) ? 2 : 0);
    struct slice s = reader_slice(r, k);

    if (reader_shape(r, k, SCAN_IDENT))
        return s.at[0] >= 'A' && s.at[0] <= 'Z' && s.at[s.len - 1] == 's' && !reader_has(r, k, SCAN_DEAD | SCAN_LINE) ? k + 1 : i;
    return reader_shape(r, k, SCAN_INTEGER) && reader_mark(r, k + 1, 's') && reader_has(r, k + 1, SCAN_GLUED) &&
                   (k > i || reader_has(r, i - 1, SCAN_UPPER)) && !reader_has(r, k, SCAN_LINE)
               ? k + 2
               : i;
}

bool
counted_read(const struct reader *r, size_t i, bool many, size_t *end)
{
    size_t k = i, words = 0, joint = 0;

    *end = i;
    k = counted_initials(r, k);
    if (many && (*end = counted_numbered(r, k)) > k)
        return true;
    *end = i;
    while (words < PHRASE_MAX && counted_takes(r, k, words == 0, many)) {
        bool plural;

        while (reader_joined(r, k + 1) && k < i + 2 * PHRASE_MAX &&
               (reader_shape(r, k + 2, SCAN_WORD) || (reader_shape(r, k + 2, SCAN_INTEGER) && reader_shape(r, k + 3, SCAN_WORD) &&
                                                      !reader_has(r, k + 3, SCAN_GLUED))))
            k += 2; /* "side-by-side columns", "F-16 fighters" */
        plural = counted_plural(r, k) && !counted_names_next(r, k);
        if (!many && plural && words > 0 && counted_ends_single(r, k))
            break; /* "one reason Democrats came": the plural is of the next clause */
        words++;
        k++;
        if (reader_mark(r, k, '\'') || (reader_slice(r, k).len == 3 && slice_is(reader_slice(r, k), "\xE2\x80\x99"))) {
            bool owner = reader_has(r, k - 1, SCAN_UPPER) && plural && reader_shape(r, k + 1, SCAN_WORD); /* "Brandts' goats" */

            if (!reader_has(r, k, SCAN_GLUED) || !(reader_mark(r, k + 1, 's') || owner))
                break; /* "two weeks' notice" */
            k += owner ? 1 : 2;
            *end = i; /* the owner is not what is counted: "of Lund's 44 goats" */
            continue;
        }
        if (counted_may_be_head(r, k - 1, words == 1))
            *end = k;
        k = counted_initials(r, k);
        if (many && !plural && counted_numbered(r, k) > k) {
            *end = counted_numbered(r, k); /* "two Boeing 747s" */
            break;
        }
        if (many && !plural)
            k = counted_model(r, k);
        if (many ? plural : words >= 2 && !counted_goes_on(r, k))
            break;
        if (many && !joint && reader_one_of(r, k, "and or") &&
            counted_takes(r, k + 1, false, many)) { /* "combat and civilian deaths" */
            joint = k++;
            continue;
        }
    }
    if (joint && *end > joint && !counted_plural(r, *end - 1))
        *end = joint; /* two nouns, not two adjectives */
    return *end > i;
}
