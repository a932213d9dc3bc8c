/* What looks like a figure and is none. Each rule stands for a class of errors that other programs report. */
#include <string.h>

#include "figures_filter.h"

static size_t
filter_len(const struct reader *r, size_t i)
{
    return reader_at(r, i)->end - reader_at(r, i)->start;
}

/* ---- identifiers ------------------------------------------------------------------------- */

/* "555-1234", "978-3-16-148410-0", "737-800": numbers joined by dashes; returns the token behind them, or 0. */
static size_t
filter_chain(const struct reader *r, size_t i)
{
    size_t k = i, numbers = 1;

    if (!reader_shape(r, i, SCAN_INTEGER))
        return 0;
    while (reader_joined(r, k + 1) && (reader_shape(r, k + 2, SCAN_INTEGER) || reader_shape(r, k + 2, SCAN_IDENT) ||
                                       reader_shape(r, k + 2, SCAN_SLASHED))) {
        k += 2;
        numbers++;
    }
    if (numbers >= 3)
        return k + 1;
    if (numbers == 2 && filter_len(r, i) <= 2 && filter_len(r, k) >= 4 && !reader_shape(r, k + 1, SCAN_WORD) &&
        !reader_shape(r, i - 1, SCAN_SIGN))
        return k + 1; /* case 22-1234 */
    if (numbers == 2 && labels_airliner(r, i))
        return k + 1; /* 787-9 */
    if (numbers == 2 && filter_len(r, i) == 3 && filter_len(r, k) == 4 && !reader_shape(r, i - 1, SCAN_SIGN)) /* 555-1234 */
        return k + 1;
    return 0;
}

/* "10-K", "3-D": forms and dimensions; "50-50": as likely as not */
static size_t
filter_letter(const struct reader *r, size_t i)
{
    if (!reader_joined(r, i + 1))
        return 0;
    if (reader_shape(r, i + 2, SCAN_WORD) && reader_has(r, i + 2, SCAN_UPPER) && filter_len(r, i + 2) == 1)
        return i + 3;
    if (reader_has(r, i + 2, SCAN_UPPER) && reader_is(r, i + 2, IS_SMALL | IS_TENS) && !r->heading)
        return i + 3; /* 7-Eleven */
    if (slice_is(reader_slice(r, i), "9") && reader_said(r, i + 2, "to") && reader_joined(r, i + 3) &&
        slice_is(reader_slice(r, i + 4), "5"))
        return i + 5; /* a 9-to-5 job */
    return slice_is(reader_slice(r, i), "50") && slice_is(reader_slice(r, i + 2), "50") ? i + 3 : 0;
}

/* "+46 31 5550 1122", "+46 (0)31 5550 1122" */
static size_t
filter_phone(const struct reader *r, size_t i)
{
    size_t k = i + 1, digits = 0;

    if (!reader_mark(r, i, '+') || !reader_shape(r, k, SCAN_INTEGER) || !reader_has(r, k, SCAN_GLUED))
        return 0;
    while (k < i + 16 && (reader_shape(r, k, SCAN_INTEGER) || reader_shape(r, k, SCAN_SLASHED) || reader_joined(r, k) ||
                          (reader_mark(r, k, '(') && reader_mark(r, k + 1, '0')) ||
                           (reader_mark(r, k, ')') && reader_mark(r, k - 1, '0')))) {
        digits += reader_shape(r, k, SCAN_INTEGER) || reader_shape(r, k, SCAN_SLASHED) ? filter_len(r, k) : 0;
        k++;
    }
    return digits >= 7 ? k : 0;
}

/* "0800 123 456": a number that begins with 0, and those behind it */
static size_t
filter_dialled(const struct reader *r, size_t i)
{
    size_t k = i + 1;

    if (r->text[reader_at(r, i)->start] != '0' || filter_len(r, i) < 3)
        return 0;
    while (k < i + 8 && reader_shape(r, k, SCAN_INTEGER) && filter_len(r, k) > 2 && !reader_has(r, k, SCAN_GLUED | SCAN_LINE))
        k++;
    return k > i + 1 ? k : 0;
}

/* "42 U.S.C. 77", "410 F.3d 22": laws and reports */
static size_t
filter_cite(const struct reader *r, size_t i)
{
    size_t k = i + 1;

    if (!reader_shape(r, i, SCAN_INTEGER) || !reader_has(r, k, SCAN_UPPER) || !reader_mark(r, k + 1, '.'))
        return 0;
    if (!(reader_said(r, k, "u") && reader_said(r, k + 2, "s") && reader_said(r, k + 4, "c")) &&
        !(reader_said(r, k, "c") && reader_said(r, k + 2, "f") && reader_said(r, k + 4, "r")) && !reader_said(r, k, "f"))
        return 0;
    while (k < i + 10 && !reader_shape(r, k, SCAN_INTEGER))
        k++;
    return k < i + 10 ? k + 1 : 0;
}

/* "10 Downing Street", "1600 Pennsylvania Avenue" */
static size_t
filter_street(const struct reader *r, size_t i)
{
    if (!reader_shape(r, i, SCAN_INTEGER) || !reader_has(r, i + 1, SCAN_UPPER))
        return 0;
    for (size_t k = i + 1; k < i + 5 && reader_shape(r, k, SCAN_WORD) && reader_has(r, k, SCAN_UPPER); k++)
        if (reader_one_of(r, k, "street avenue road lane drive boulevard blvd square way st ave rd terrace crescent court place plaza "
                             "parkway pkwy quay wharf") &&
            k > i + 1)
            return k + 1;
    return 0;
}

/* "ranked No. 31", "climbed to No. 2 in the league": a place in an order, which is an amount; "at No. 10" people live. */
static bool
filter_is_rank(const struct reader *r, size_t no, size_t number)
{
    if (!reader_one_of(r, no, "no") || reader_has(r, number + 1, SCAN_UPPER))
        return false;
    for (size_t k = no; reader_said(r, no - 1, "at") && k-- > 0 && no - k < 10 && !reader_shape(r, k, SCAN_STOP);)
        if (reader_one_of(r, k, "chart charts billboard ranking rankings standings"))
            return true; /* "stalled in the charts at No. 96" */
    return reader_one_of(r, no - 1, "ranked ranks rank ranking seeded rated world reached hit") ||
           (reader_one_of(r, no - 1, "at to") && reader_one_of(r, no - 2, "debuted peaked finished came stayed remained opened landed "
                                                                         "entered rose climbed fell dropped slipped jumped")) ||
           (reader_said(r, no - 1, "to") && reader_one_of(r, number + 1, "in on among for"));
}

/* "the #2 mill", "has been #3": a place in an order; "PR #31" and "#1234" are names of things. */
static bool
filter_is_hash_rank(const struct reader *r, size_t hash, size_t number)
{
    return filter_len(r, number) <= 3 && !reader_has(r, number + 1, SCAN_UPPER) &&
           reader_one_of(r, hash - 1, "the at is was be been became remains ranked rank seeded rated our its their his her");
}

/* "call 911", "the 400 block of Mill Lane" */
static bool
filter_in_town(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (s.len == 3 && reader_one_of(r, i - 1, "call called calling calls dial dialed dialled dialing"))
        return slice_is(s, "911") || slice_is(s, "999") || slice_is(s, "112") || slice_is(s, "311") || slice_is(s, "988");
    if (reader_said(r, i - 1, "year") && s.len < 3 && reader_one_of(r, i + 1, "student students pupil pupils class exam exams"))
        return true; /* "a year 11 student": which year of school */
    return s.len > 2 && slice_ends(s, "00") && reader_said(r, i + 1, "block") && reader_said(r, i + 2, "of");
}

/* Words that give the number behind them a name need a capital, but for those of books and papers. */
static bool
filter_labelled(const struct reader *r, size_t i)
{
    size_t k = i - 1;

    if (i == 0)
        return false;
    if (reader_mark(r, k, '.') && reader_has(r, k, SCAN_GLUED) && k > 0 &&
        reader_one_of(r, k - 1, "no nos sec sections p pp vol art fig nr nrs ch"))
        return !filter_is_rank(r, k - 1, i);
    if (reader_mark(r, k, '#') && reader_has(r, i, SCAN_GLUED))
        return !filter_is_hash_rank(r, k, i);
    if (filter_in_town(r, i))
        return true;
    if (!reader_is(r, k, IS_LABEL))
        return false;
    if (reader_one_of(
            r, k,
            "precinct category type level tier phase stage size figure fig line lines gate platform zone port error build page "
            "pages chapter section sections version room flight exit verse highway channel part ios iphone ipad android"))
        return true;
    return reader_has(r, k, SCAN_UPPER) && !(reader_said(r, k, "no") && !reader_has(r, k, SCAN_UPPER));
}

size_t
filter_identifier(const struct reader *r, size_t i)
{
    const struct scan_token *t = reader_at(r, i);
    size_t end;

    if (t->shape == SCAN_MARK)
        return filter_phone(r, i);
    if (t->shape != SCAN_INTEGER)
        return 0;
    if (t->flags & SCAN_DEAD)
        return i + 1;
    if ((end = filter_dialled(r, i)) || (end = filter_cite(r, i)) || (end = filter_street(r, i)) || (end = filter_letter(r, i)))
        return end;
    if (filter_labelled(r, i) && !reader_shape(r, i + 1, SCAN_PERCENT) && !reader_is(r, i + 1, IS_PERCENT | IS_SCALE)) {
        end = i + 1;
        while (reader_joined(r, end) && reader_shape(r, end + 1, SCAN_INTEGER))
            end += 2;
        return end;
    }
    if (reader_mark(r, i + 1, '(') && reader_has(r, i + 1, SCAN_GLUED) && reader_has(r, i + 2, SCAN_GLUED) &&
        filter_len(r, i + 2) == 1)
        return i + 4; /* "401(k)", "501(c)(3)" */
    if (reader_mark(r, i - 1, '[') && reader_mark(r, i + 1, ']') && reader_has(r, i + 1, SCAN_GLUED) &&
        reader_has(r, i - 1, SCAN_GLUED | SCAN_LINE) && filter_len(r, i) < 4)
        return i + 2; /* a note's number */
    if (reader_has(r, i - 1, SCAN_DEAD) && i > 0)
        return i + 1; /* "GET /index.html 404" */
    return filter_chain(r, i);
}

/* ---- names ----------------------------------------------------------------------------------- */

/* "COVID-19", "F-35", "Blink-182"; "mid-1990s" and "pre-2008" are none. */
static bool
filter_joined_to_name(const struct reader *r, size_t first)
{
    size_t k = first - 1;

    if (first < 2 || !reader_has(r, first, SCAN_GLUED) || !reader_joined(r, k))
        return false;
    if (reader_one_of(r, k - 1, "mid pre post non then early late magnitude") ||
        (reader_is(r, k - 1, IS_MONTH) && reader_has(r, k - 1, SCAN_UPPER)))
        return false;
    return reader_shape(r, k - 1, SCAN_WORD) || reader_shape(r, k - 1, SCAN_IDENT) || reader_shape(r, k - 1, SCAN_CLOSE);
}

/* A spelled number with a capital within a sentence is part of a name: "the Big Ten". */
static bool
filter_is_title(const struct reader *r, size_t first)
{
    if (reader_has(r, first, SCAN_ALLCAPS) &&
        (reader_has(r, first - 1, SCAN_ALLCAPS) || reader_has(r, first + 1, SCAN_ALLCAPS)))
        return false; /* a line in capitals: they say nothing */
    return reader_shape(r, first, SCAN_WORD) && reader_has(r, first, SCAN_UPPER) && !reader_begins(r, first) && !r->heading &&
           !reader_is(r, first, IS_CODE | IS_PREFIX);
}

/* ---- one ---------------------------------------------------------------------------------------- */

/* "one" for somebody or something: no number. */
static bool
filter_one(const struct reader *r, const struct quantity *q)
{
    size_t next = q->end;
    struct slice s = reader_slice(r, next);
    /* the pronoun takes -s, -ed or a modal: a bare form is a noun */
    bool noun = reader_shape(r, next, SCAN_WORD) && !reader_has(r, next, SCAN_LINE) &&
                (!reader_is(r, next, IS_STOP | IS_VERB) ||
                 reader_one_of(r, next,
                               "vote set call move cut drop show run hit need support report end start cost use work increase "
                               "decrease rise gain boost lift slide plunge slump jump surge climb face fall look"));

    if (reader_one_of(r, q->first - 1, "no any every some each another which what other single oneself someone whichever"))
        return true;
    if (reader_said(r, q->first - 1, "at") && reader_one_of(r, next, "point time stage"))
        return true; /* once */
    if (reader_said(r, next, "of")) /* "one of five", "one of the reasons", but "one of a kind" */
        return reader_said(r, next + 1, "a");
    if (reader_one_of(r, q->first - 1, "the that this last next only right wrong first second good bad big new old") && !noun)
        return true;
    if (reader_joined(r, next)) /* "one-party", "one-on-one", "one-off", but "a one-game ban" */
        return !reader_one_of(r, next + 1, "game point goal run shot seat vote stroke page bedroom set vehicle");
    if (reader_mark(r, next, '\'') ||
        (s.len == 3 && s.at[0] == '\xE2' && reader_has(r, next, SCAN_GLUED) && reader_shape(r, next, SCAN_MARK)))
        return true;
    if (reader_one_of(r, next, "another"))
        return true;
    if (reader_one_of(r, next, "or") && reader_one_of(r, next + 1, "more two both"))
        return false;
    if (reader_one_of(r, next, "more other additional"))
        return false;
    if (!noun)
        return true;
    if ((slice_ends(s, "ing") || slice_ends(s, "ed")) && reader_is(r, next + 1, IS_STOP))
        return true; /* "columns, one listing the facts" */
    /* "one knows": after one no plural can follow, so this is a verb */
    return s.len > 3 && s.at[s.len - 1] == 's' && !slice_ends(s, "ss") && !slice_ends(s, "us") &&
           !reader_is(r, next, IS_FLAT) && !reader_has(r, next, SCAN_UPPER);
}

/* ---- quantities ------------------------------------------------------------------------------------ */

/* "two-way", "double-decker": compounds that measure nothing */
static bool
filter_idle_compound(const struct reader *r, const struct quantity *q)
{
    return reader_joined(r, q->end) &&
           reader_one_of(r, q->end + 1,
                         "peat iron irons something somethings way on off sided faced handed one two step piece pronged tone ply star "
                         "stars wheel wheeled wheeler some dimensional time timer") &&
           !(reader_one_of(r, q->end + 1, "star time") &&
             (q->amount.digits || (reader_said(r, q->end + 1, "time") && !reader_said(r, q->first, "one"))));
}

/* "half" in compounds and of matches: "half-brothers", "the first half" */
static bool
filter_half(const struct reader *r, const struct quantity *q)
{
    size_t k = q->end;

    if (q->amount.end != q->first + 1 || !reader_said(r, q->first, "half"))
        return true;
    if (reader_is(r, q->first - 1, IS_ORDINAL) || (reader_is(r, q->first - 1, IS_SUFFIX)) ||
        reader_one_of(
            r, q->first - 1,
            "latter other better last this next each upper lower top bottom back front opening closing previous fiscal"))
        return false;
    if (reader_joined(r, k) || reader_joined(r, q->first - 1) ||
        (reader_has(r, q->first, SCAN_UPPER) && reader_has(r, k, SCAN_UPPER)))
        return false;
    return !reader_one_of(r, k, "time back moon mast brother sister hearted");
}

static bool
filter_fraction(const struct reader *r, const struct quantity *q)
{
    if (!filter_half(r, q))
        return false;
    if (reader_shape(r, q->first, SCAN_SLASHED) && reader_has(r, q->first - 1, SCAN_GLUED) &&
        reader_shape(r, q->first - 1, SCAN_WORD))
        return false;
    if (reader_said(r, q->amount.end - 1, "quarter") || reader_said(r, q->amount.end - 1, "quarters")) {
        if (reader_joined(r, q->end) || reader_one_of(r, q->end, "final finals back ago earlier later century"))
            return false;
        if (reader_one_of(r, q->first, "a") && !reader_one_of(r, q->end, "of") && !reader_is(r, q->first - 1, IS_HEDGE) &&
            !reader_one_of(r, q->first - 1, "by only just"))
            return false;
        return !reader_one_of(r, q->first - 1, "past last next previous consecutive straight first");
    }
    return true;
}

/* Ends of lines as pages number them, list marks: "1." */
static bool
filter_list_mark(const struct reader *r, const struct quantity *q)
{
    return q->amount.plain && reader_has(r, q->first, SCAN_LINE) && filter_len(r, q->first) <= 2 && q->end == q->first + 1 &&
           (reader_mark(r, q->end, '.') || reader_mark(r, q->end, ')')) && reader_shape(r, q->end + 1, SCAN_WORD) &&
           !reader_has(r, q->end + 1, SCAN_LINE);
}

/* "J1149.5+6663", "22,24,26,31": pieces of a code, or of a list that is no decimal */
static bool
filter_in_code(const struct reader *r, const struct quantity *q)
{
    size_t i = q->first;
    const struct scan_token *t = reader_at(r, i);

    if (!scan_is_literal(t) || q->kind == FIGURE_MONEY)
        return false;
    if (t->shape == SCAN_DECIMAL && r->text[t->start] == '.' && (t->flags & SCAN_GLUED) && reader_shape(r, i - 1, SCAN_WORD))
        return true; /* "ID.3" */
    if (i > 0 && (t->flags & SCAN_GLUED) && (reader_shape(r, i - 1, SCAN_IDENT) || (reader_mark(r, i - 1, '+') && i > 1 &&
        reader_has(r, i - 1, SCAN_GLUED) && scan_is_literal(reader_at(r, i - 2)))))
        return true;
    return t->shape == SCAN_DECIMAL && memchr(r->text + t->start, ',', t->end - t->start) &&
           ((reader_shape(r, i + 1, SCAN_COMMA) && reader_has(r, i + 1, SCAN_GLUED) && scan_is_literal(reader_at(r, i + 2)) &&
             reader_has(r, i + 2, SCAN_GLUED)) ||
            (reader_shape(r, i - 1, SCAN_COMMA) && (t->flags & SCAN_GLUED) && scan_is_literal(reader_at(r, i - 2))));
}

/* "net zero", "ground zero", "zero tolerance", "a zero-sum game": set phrases */
static bool
filter_zero(const struct reader *r, const struct quantity *q)
{
    size_t next = q->end + reader_joined(r, q->end);

    return reader_said(r, q->first, "zero") && q->end == q->first + 1 &&
           (reader_one_of(r, q->first - 1, "net ground patient sub") ||
            (reader_joined(r, q->first - 1) && reader_one_of(r, q->first - 2, "net sub")) ||
            reader_one_of(r, next, "tolerance sum"));
}

bool
filter_quantity(const struct reader *r, const struct quantity *q)
{
    size_t first = q->first;

    if (filter_zero(r, q))
        return false;
    if (q->kind == FIGURE_NUMBER && q->amount.plain && reader_mark(r, q->end, 's') && reader_has(r, q->end, SCAN_GLUED))
        return false; /* "Boeing's 757s", "20s dresses" */

    if (filter_is_title(r, first) && q->kind != FIGURE_MONEY && q->kind != FIGURE_PERCENT)
        return false;
    if (q->amount.digits && q->kind != FIGURE_MONEY && filter_joined_to_name(r, first))
        return false;
    if (!q->amount.digits && first > 1 && reader_joined(r, first - 1) && reader_shape(r, first - 2, SCAN_WORD))
        return false; /* "one-on-one", "high-five" */
    if (filter_in_code(r, q) || labels_are(r, q) || filter_idle_compound(r, q) || filter_list_mark(r, q))
        return false;
    if (q->kind == FIGURE_FRACTION)
        return filter_fraction(r, q);
    if (reader_said(r, first, "one") && reader_joined(r, first + 1) && q->amount.has_high && q->kind == FIGURE_NUMBER)
        return false; /* "a one-two punch" */
    if (reader_said(r, first, "one") && q->end == first + 1 && !q->amount.has_high)
        return !filter_one(r, q);
    if (reader_said(r, first, "a") && q->kind == FIGURE_DURATION && reader_said(r, q->end - 1, "second"))
        return false; /* filter_single() decides */
    if (reader_shape(r, first, SCAN_DASH) && reader_has(r, first, SCAN_LINE) && !q->amount.digits)
        return false;
    if (q->kind == FIGURE_NUMBER && reader_said(r, q->end, "cent") && reader_has(r, q->end, SCAN_UPPER))
        return false; /* 50 Cent, the musician */
    if (q->kind == FIGURE_NUMBER && q->amount.plain &&
        (filter_len(r, first) > 18 || (filter_len(r, first) > 2 && r->text[reader_at(r, first)->start] == '0')))
        return false; /* "0800123456": codes begin with 0, and nobody counts beyond 18 digits without separators */
    return true;
}

/* ---- ordinals --------------------------------------------------------------------------------------- */

/* "Lund first tried it in 1990", "goats, first tamed there", "first when the dam broke": when, not which. */
static bool
filter_is_adverb(const struct reader *r, size_t i)
{
    size_t k = i + 1;
    struct slice s = reader_slice(r, k);

    if (!reader_said(r, i, "first") || !reader_shape(r, k, SCAN_WORD) || reader_has(r, k, SCAN_LINE | SCAN_UPPER) ||
        reader_one_of(r, i - 1, "the a an his her its their our my your this that these those every each very s") ||
        reader_is(r, i - 1, IS_ORDINAL | IS_SMALL))
        return false;
    if (reader_one_of(r, i - 1, "was were is are been be being had has have") &&
        (slice_ends(s, "wn") || slice_ends(s, "en") || slice_ends(s, "ght")))
        return true; /* "was first shown" */
    if (reader_one_of(r, k, "when if and then"))
        return reader_begins(r, i) || !reader_said(r, k, "and") || reader_said(r, k + 1, "foremost");
    return (s.len > 4 && slice_ends(s, "ed")) || (reader_is(r, k, IS_VERB) && !reader_is(r, k, IS_STOP) && !counted_plural(r, k)) ||
           reader_one_of(r, k, "saw met rose fell began came went took became appeared arose spoke wrote broke spread");
}

/* "Hear her first, then judge", "the dikes must be mended first.": what comes before all else; "finished first" is a place. */
static bool
filter_first_ends(const struct reader *r, size_t i)
{
    if (reader_said(r, i - 1, "the") && reader_one_of(r, i + 1, "son daughter family"))
        return !reader_one_of(r, i + 2, "of born"); /* a president's */
    if (reader_shape(r, i - 1, SCAN_COMMA) && slice_ends(reader_slice(r, i + 1), "ing"))
        return true; /* "They toured, first performing as clowns" */
    if (!reader_shape(r, i + 1, SCAN_COMMA) && !reader_shape(r, i + 1, SCAN_STOP) && !reader_shape(r, i + 1, SCAN_CLOSE) &&
        !reader_mark(r, i + 1, '"'))
        return false;
    if (slice_ends(reader_slice(r, i - 1), "ed") && !reader_one_of(r, i - 2, "be been is are was were being"))
        return false; /* "Tallis rowed first" */
    return reader_shape(r, i - 1, SCAN_WORD) && !reader_has(r, i - 1, SCAN_UPPER) &&
           !reader_one_of(r, i - 1,
                          "finish finished finishes finishing place placed places placing came come comes coming rank ranked ranks ran "
                          "run runs running was were is are be been being in the a an his her its their our my your s from to at "
                          "on of stand stands stood distant strong debuted qualified remain remains remained remaining second third "
                          "and or among for by close put this that every each very one no than with");
}

bool
filter_ordinal(const struct reader *r, size_t i, size_t end, bool digits)
{
    bool lone = end == i + 1;

    if (digits)
        return !reader_has(r, i, SCAN_DEAD) && !filter_joined_to_name(r, i);
    if (reader_has(r, i, SCAN_UPPER) && !r->heading && (!reader_begins(r, i) || reader_has(r, end, SCAN_UPPER)))
        return false; /* "the Fifth Republic", "First Lady" */
    if (!lone)
        return true;
    if (reader_one_of(r, end, "half lady") || filter_is_adverb(r, i) ||
        (reader_joined(r, end) && reader_one_of(r, end + 1, "hand half aid party guess guessed guessing guesses rate rank string")))
        return false;
    if (reader_is(r, end, IS_WORN) &&
        reader_one_of(r, end,
                      "aid hand sight lady gentleman glance thought thoughts light nature party parties name names person"))
        return reader_said(r, end, "person") && reader_one_of(r, i - 1, "a his her their our another every only"); /* "a fifth person" */
    if (reader_said(r, i, "third") && reader_said(r, end, "world"))
        return false;
    if (reader_said(r, i, "first") && reader_said(r, end, "place") && reader_said(r, i - 1, "the") && reader_said(r, i - 2, "in"))
        return false; /* "why build it in the first place" */
    if (reader_begins(r, i) && reader_shape(r, end, SCAN_COMMA) && reader_one_of(r, i, "second third fourth fifth"))
        return false; /* "Second, they row badly" */
    if (reader_said(r, i, "first")) {
        if (reader_one_of(r, end, "the a an his her their its") ||
            (reader_begins(r, i) && reader_one_of(r, end, "there came will it they we i you he she")))
            return false; /* "First there was a mill" */
        if (filter_first_ends(r, i))
            return false;
        if (reader_said(r, i - 1, "at") ||
            (reader_begins(r, i) && (reader_shape(r, end, SCAN_COMMA) || reader_one_of(r, end, "of"))) ||
            (reader_one_of(r, end, "of") && reader_one_of(r, end + 1, "all")))
            return false;
    }
    if (reader_said(r, i, "second")) {
        if (reader_one_of(r, i - 1, "i we they you he she to split per") || reader_one_of(r, end, "homes"))
            return reader_said(r, end, "homes");
        if (reader_one_of(r, i - 1, "a every each") && !(reader_shape(r, end, SCAN_WORD) && !reader_is(r, end, IS_STOP)) &&
            !reader_joined(r, end))
            return false; /* the unit */
    }
    return true;
}

/* ---- multiples --------------------------------------------------------------------------------------- */

/* "double" and "triple" are verbs only after to, modals and hedges; beds, jumps and buses are no figures. */
bool
filter_grown(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (filter_is_title(r, i) || reader_joined(r, i + 1) || reader_said(r, i + 1, "down"))
        return false; /* "doubled down" */
    if (reader_said(r, i, "halves"))
        return !reader_one_of(r, i - 1, "the both two of in");
    if (!reader_one_of(r, i, "double triple treble quadruple halve doubles triples"))
        return s.len > 0;
    if (reader_one_of(r, i - 1, "a an its his her their and or on in of for with by at"))
        return false;
    if (reader_one_of(r, i + 1, "the its their his her that what in from by last to") && !reader_said(r, i - 1, "the"))
        return true;
    return reader_one_of(r, i - 1, "to would will could may can might must should than nearly almost about roughly");
}

/* ---- dates ----------------------------------------------------------------------------------------------- */

bool
filter_date(const struct reader *r, const struct date *date)
{
    size_t i = date->first;

    if (reader_shape(r, i, SCAN_INTEGER) && (filter_joined_to_name(r, i) || reader_shape(r, i - 1, SCAN_SIGN)))
        return false;
    if (reader_is(r, i - 1, IS_CODE) && reader_shape(r, i - 1, SCAN_WORD) && reader_shape(r, i, SCAN_INTEGER))
        return false;
    if (reader_shape(r, i, SCAN_SLASHED) && reader_has(r, i, SCAN_GLUED) && reader_shape(r, i - 1, SCAN_WORD))
        return false;
    if (reader_is(r, i, IS_ORDINAL) && filter_is_title(r, i))
        return false;
    if (reader_shape(r, i, SCAN_CLOCK) && reader_is(r, i - 1, IS_LABEL) && reader_has(r, i - 1, SCAN_UPPER))
        return false; /* "John 3:16" */
    return !(reader_shape(r, i, SCAN_IDENT) && reader_has(r, i, SCAN_DEAD));
}

/* ---- one of a unit --------------------------------------------------------------------------------------- */

static bool
filter_article_time(const struct reader *r, size_t i, size_t unit)
{
    size_t before = i - 1, next = unit + 1;

    if (reader_one_of(r, next, "ago earlier later before after old") ||
        (reader_said(r, next, "or") && reader_said(r, next + 1, "so")) ||
        (reader_joined(r, next) && reader_one_of(r, next + 1, "old ago")))
        return true;
    if (reader_said(r, next, "and") && reader_one_of(r, next + 1, "a half"))
        return true;
    if (reader_one_of(r, unit, "day night week") && reader_one_of(r, before, "for in") && reader_shape(r, next, SCAN_WORD) &&
        !reader_is(r, next, IS_STOP | IS_VERB))
        return false; /* "for a day trip" */
    if (reader_said(r, unit, "second") && reader_shape(r, next, SCAN_WORD) && !reader_is(r, next, IS_STOP))
        return false; /* an ordinal */
    if (reader_said(r, unit, "quarter") || reader_said(r, unit, "night"))
        return false;
    if (reader_joined(r, next))
        return false;
    return reader_one_of(
               r, before,
               "for in within after during nearly almost about roughly than over under only just took take takes taking "
               "last lasts lasted waited wait waits spent spend spends need needs needed stayed least half once every") &&
           !(reader_one_of(r, before, "after") && reader_shape(r, next, SCAN_WORD) && !reader_is(r, next, IS_STOP));
}

bool
filter_single(const struct reader *r, size_t i, size_t *unit)
{
    size_t k = i + 1;

    if (!reader_is(r, i, IS_LEAD))
        return false;
    if (reader_one_of(r, i, "another all full whole")) {
        k += reader_joined(r, k);
        k += reader_one_of(r, k, "business working calendar straight") && reader_is(r, k + 1, IS_TIME);
        *unit = k;
        if (!reader_is(r, k, IS_TIME) || reader_has(r, k, SCAN_LINE) || filter_len(r, k) < 3 ||
            reader_one_of(r, k, "second quarter min sec") || reader_slice(r, k).at[filter_len(r, k) - 1] == 's' ||
            filter_is_title(r, i))
            return false;
        if (reader_one_of(r, i, "another"))
            return true;
        if (reader_one_of(r, i, "all"))
            return !reader_shape(r, k + 1, SCAN_WORD) || reader_is(r, k + 1, IS_STOP);
        return reader_one_of(r, i - 1, "for a over");
    }
    if (!reader_one_of(r, i, "a an") || reader_has(r, k, SCAN_LINE) || filter_len(r, k) < 3)
        return false;
    *unit = k;
    if (reader_is(r, k, IS_TIME))
        return filter_article_time(r, i, k);
    if (reader_said(r, k, "percentage"))
        return reader_said(r, k + 1, "point");
    if (reader_one_of(r, k, "penny cent dollar buck")) /* "fell a penny", but "80 yen a dollar", "a dollar bill" */
        return !reader_is(r, i - 1, IS_MONEY | IS_UNIT | IS_SCALE | IS_SMALL) && !scan_is_literal(reader_at(r, i - 1)) &&
               !reader_joined(r, k + 1) && (!reader_shape(r, k + 1, SCAN_WORD) || reader_is(r, k + 1, IS_STOP)) &&
               !reader_one_of(r, i - 1, "on not");
    if (!reader_is(r, k, IS_UNIT) || reader_is(r, k, IS_MONEY) || reader_slice(r, k).at[filter_len(r, k) - 1] == 's')
        return false;
    /* "a mile away", "a gallon of beer", but "$5 a gallon" */
    return reader_one_of(r, k + 1, "of away from long wide deep high tall apart") && i > 0 &&
           !reader_is(r, i - 1, IS_MONEY | IS_SCALE) && !scan_is_literal(reader_at(r, i - 1)) &&
           reader_one_of(r, k,
                         "gallon mile litre liter pint tonne kilometre kilometer metre meter inch ounce kilo kilogram gram "
                         "acre hectare");
}
