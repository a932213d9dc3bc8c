/* Dates, years, decades, quarters, times of day: what is known of them in the manner of ISO 8601. */
#include <stdio.h>
#include <string.h>

#include "figures.h"

static int
dates_int(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);
    int value = 0;

    for (size_t k = 0; k < s.len && k < 6; k++)
        if (s.at[k] >= '0' && s.at[k] <= '9')
            value = value * 10 + (s.at[k] - '0');
    return value;
}

static size_t
dates_digits(const struct reader *r, size_t i)
{
    return reader_shape(r, i, SCAN_INTEGER) ? reader_at(r, i)->end - reader_at(r, i)->start : 0;
}

static bool
dates_is_year(const struct reader *r, size_t i)
{
    int year = dates_digits(r, i) == 4 ? dates_int(r, i) : 0;

    return year >= 1000 && year < 2200 && !(reader_has(r, i + 1, SCAN_GLUED) && reader_shape(r, i + 1, SCAN_WORD));
}

/* A day of a month; 0 when it is none. *end is behind it and its suffix. */
static int
dates_day(const struct reader *r, size_t i, size_t *end)
{
    int day;

    if (dates_digits(r, i) < 1 || dates_digits(r, i) > 2)
        return 0;
    day = dates_int(r, i);
    if (day < 1 || day > 31)
        return 0;
    *end = i + 1;
    if (reader_has(r, i + 1, SCAN_GLUED) && reader_shape(r, i + 1, SCAN_WORD)) {
        if (!reader_is(r, i + 1, IS_SUFFIX))
            return 0;
        *end = i + 2;
    }
    return day;
}

/* The year after a day or month: ", 2026" or " 2026". Returns the token behind it, or i. */
static size_t
dates_year_after(const struct reader *r, size_t i, int *year)
{
    size_t k = i;

    if (reader_shape(r, k, SCAN_COMMA) || reader_said(r, k, "of"))
        k++;
    if (!dates_is_year(r, k) || reader_has(r, k, SCAN_LINE) || (k == i && reader_has(r, k, SCAN_GLUED)))
        return i;
    if (reader_shape(r, i, SCAN_COMMA) && (reader_is(r, k + 1, IS_PERSON) || reader_is(r, k + 1, IS_SCALE)))
        return i;
    *year = dates_int(r, k);
    return k + 1;
}

/* Appends a number of so many digits at least. printf() took longer than all else that is asked of a date. */
static char *
dates_put(char *to, int value, int least)
{
    char digits[12];
    int n = 0;

    for (; value > 0 || n < least; value /= 10)
        digits[n++] = (char)('0' + value % 10);
    while (n > 0)
        *to++ = digits[--n];
    return to;
}

static bool
dates_make(struct date *d, size_t first, size_t end, int year, int month, int day)
{
    char *to = d->iso;

    d->first = first;
    d->end = end;
    if (year)
        to = dates_put(to, year, 4);
    else
        *to++ = '-';
    if (month || !year) {
        *to++ = '-';
        to = dates_put(to, month, 2);
    }
    if (!year || (month && day)) {
        *to++ = '-';
        to = dates_put(to, day, 2);
    }
    *to = '\0';
    return true;
}

/* Two days of a month, "18-24 November": as ISO 8601 writes an interval within one. */
static bool
dates_make_days(struct date *d, size_t first, size_t end, int year, int month, int day, int until)
{
    dates_make(d, first, end, year, month, day);
    if (year)
        (void)snprintf(d->iso, sizeof d->iso, "%04d-%02d-%02d/%02d", year, month, day, until);
    else
        (void)snprintf(d->iso, sizeof d->iso, "--%02d-%02d/%02d", month, day, until);
    return true;
}

/* "July 8 and 9", but no date and a number in "On July 8 and 9 barges" */
static bool
dates_both_days(const struct reader *r, size_t i, size_t k, size_t last)
{
    return reader_said(r, k, "and") &&
           (reader_said(r, i - 1, "between") || !reader_shape(r, last, SCAN_WORD) ||
            (reader_is(r, last, IS_STOP) && !reader_one_of(r, last, "other more of")));
}

/* "Jan. 14", "January 14, 2026", "January 2026", "Nov. 20 to 22" */
static bool
dates_from_month(const struct reader *r, size_t i, struct date *d)
{
    size_t k = i + 1, end, last;
    int month = reader_word(r, i)->value, day, year = 0, until;

    if (!reader_has(r, i, SCAN_UPPER) || reader_has(r, i, SCAN_DEAD))
        return false;
    if (reader_mark(r, k, '.') && reader_has(r, k, SCAN_GLUED) && reader_slice(r, i).len <= 4)
        k++;
    if (reader_said(r, k, "the") && reader_is(r, k + 2, IS_SUFFIX))
        k++;
    day = reader_has(r, k, SCAN_LINE) ? 0 : dates_day(r, k, &end);
    if (!day) {
        size_t behind = dates_year_after(r, k, &year);

        if (behind == k)
            return false;
        return dates_make(d, i, behind, year, month, 0);
    }
    if (reader_is(r, end, IS_PERCENT) || reader_shape(r, end, SCAN_PERCENT))
        return false;
    k = dates_year_after(r, end, &year);
    if (k == end && !reader_has(r, k, SCAN_LINE) && (until = dates_day(r, k + 1, &last)) > day &&
        (reader_shape(r, k, SCAN_DASH) || reader_one_of(r, k, "to through") || dates_both_days(r, i, k, last)) &&
        !reader_is(r, last, IS_TIME | IS_MONTH)) {
        k = dates_year_after(r, last, &year);
        return dates_make_days(d, i, k, year, month, day, until);
    }
    return dates_make(d, i, k, year, month, day);
}

/* "14 January 2026", "4th of July" */
static bool
dates_from_day(const struct reader *r, size_t i, struct date *d)
{
    size_t k, behind, last;
    int day = dates_day(r, i, &k), year = 0, month, until = 0;

    if (!day)
        return false;
    if ((reader_shape(r, k, SCAN_DASH) || reader_one_of(r, k, "to and")) && !reader_has(r, k + 1, SCAN_LINE) &&
        (until = dates_day(r, k + 1, &last)) > day && reader_is(r, last + reader_said(r, last, "of"), IS_MONTH))
        k = last; /* "18-24 November", "10th and 11th of May" */
    else
        until = 0;
    if (reader_said(r, k, "of"))
        k++;
    if (!reader_is(r, k, IS_MONTH) || !reader_has(r, k, SCAN_UPPER) || reader_has(r, k, SCAN_LINE))
        return false;
    month = reader_word(r, k)->value;
    if (reader_said(r, k, "may") && reader_is(r, k + 1, IS_VERB | IS_STOP) &&
        !reader_one_of(r, k + 1, "and at in to by for the with as"))
        return false;
    k++;
    if (reader_mark(r, k, '.') && reader_has(r, k, SCAN_GLUED) && dates_is_year(r, k + 1))
        k++;
    behind = dates_year_after(r, k, &year);
    if (until)
        return dates_make_days(d, i, behind, year, month, day, until);
    return dates_make(d, i, behind, year, month, day);
}

/* "03/04/2026": month first, as American papers write, unless it can't be. "9/11" is the one date of two parts. */
static bool
dates_from_slashes(const struct reader *r, size_t i, struct date *d)
{
    struct slice s = reader_slice(r, i);
    int part[3] = {0, 0, 0}, n = 0;

    for (size_t k = 0; k < s.len && n < 3; k++) {
        if (s.at[k] == '/' || s.at[k] == '.')
            n++;
        else if (s.at[k] >= '0' && s.at[k] <= '9' && part[n] < 10000)
            part[n] = part[n] * 10 + (s.at[k] - '0');
    }
    if (n == 1 && slice_is(s, "9/11"))
        return dates_make(d, i, i + 1, 0, 9, 11);
    if (n == 1 && reader_said(r, i - 1, "on") && part[1] >= 1 && part[0] <= 12 && (part[0] > part[1] || part[1] > 16) && part[1] <= 31 &&
        !reader_shape(r, i + 1, SCAN_SIGN) && (!reader_shape(r, i + 1, SCAN_WORD) || reader_is(r, i + 1, IS_STOP)))
        return dates_make(d, i, i + 1, 0, part[0], part[1]); /* "on 10/7" */
    if (n == 1 && part[0] >= 1900 && part[0] < 2100 && part[1] == (s.len > 7 ? part[0] + 1 : (part[0] + 1) % 100)) {
        dates_make(d, i, i + 1, part[0], 0, 0); /* "2022/23": a season, a school year */
        (void)snprintf(d->iso, sizeof d->iso, "%04d/%04d", part[0], part[0] + 1);
        return true;
    }
    if (reader_shape(r, i, SCAN_IDENT) && part[2] < 1000)
        return false; /* 4.3.2 is a version */
    if (n != 2 || part[0] < 1 || part[1] < 1 || part[0] > 31 || part[1] > 31)
        return false;
    if (part[2] < 100)
        part[2] += part[2] < 50 ? 2000 : 1900;
    if (part[2] < 1000 || part[2] > 2200)
        return false;
    if (part[0] > 12 || reader_shape(r, i, SCAN_IDENT)) { /* with stops between, the day comes first (DIN 5008) */
        int day = part[0];

        part[0] = part[1];
        part[1] = day;
    }
    return part[0] <= 12 && dates_make(d, i, i + 1, part[2], part[0], part[1]);
}

static bool
dates_is_apostrophe(const struct reader *r, size_t i)
{
    return reader_mark(r, i, '\'') || slice_is(reader_slice(r, i), "\xE2\x80\x99") || slice_is(reader_slice(r, i), "\xE2\x80\x98");
}

/* "1990s", "'80s", "the 60s" */
static bool
dates_decade(const struct reader *r, size_t i, struct date *d)
{
    size_t k = i + (!reader_shape(r, i, SCAN_INTEGER) && dates_is_apostrophe(r, i)), end = k + 1;
    int year;

    if (k > i && !reader_has(r, k, SCAN_GLUED))
        return false;
    if (reader_mark(r, end, '\'') && reader_has(r, end, SCAN_GLUED))
        end++;
    if (!reader_mark(r, end, 's') || !reader_has(r, end, SCAN_GLUED))
        return false;
    year = dates_int(r, k);
    if (year % 10)
        return false;
    if (dates_digits(r, k) == 4 && year >= 1000 && year < 2100)
        ;
    else if (dates_digits(r, k) == 2 && (k > i || reader_one_of(r, k - 1, "the early late mid") ||
                                         (reader_joined(r, k - 1) && reader_said(r, k - 2, "mid"))))
        year += 1900;
    else
        return false;
    d->first = i;
    d->end = end + 1;
    (void)snprintf(d->iso, sizeof d->iso, "%03dX", year / 10);
    return true;
}

/* "the eighties", "the early nineteen-thirties", "the two-thousands" */
static bool
dates_spelled_decade(const struct reader *r, size_t i, struct date *d)
{
    size_t k = reader_joined(r, i + 1) ? i + 2 : i;
    int decade = reader_decade(r, k) ? reader_decade(r, k) : -1, century = 19;

    if (reader_said(r, i, "two") && k > i && reader_said(r, k, "thousands"))
        decade = 0, century = 20;
    else if (k > i)
        century = reader_is(r, i, IS_SMALL) ? reader_word(r, i)->value : 0;
    else if (!reader_one_of(r, i - 1, "the early late mid") && !(reader_joined(r, i - 1) && reader_said(r, i - 2, "mid")))
        return false;
    if (k == i && !reader_said(r, i - 1, "the") && !reader_said(r, i - 2, "the") && !reader_said(r, i - 3, "the"))
        return false; /* "in her early twenties" */
    if (decade < 0 || century < 15 || century > 20)
        return false;
    d->first = i;
    d->end = k + 1;
    (void)snprintf(d->iso, sizeof d->iso, "%02d%dX", century, decade / 10);
    return true;
}

/* "in '08", "the class of ’26": a year without its century, where no quotation can begin */
static bool
dates_short_year(const struct reader *r, size_t i, struct date *d)
{
    int year = dates_int(r, i + 1);
    size_t k = i + 2;

    if (dates_digits(r, i + 1) != 2 || !reader_has(r, i + 1, SCAN_GLUED) || reader_has(r, i, SCAN_GLUED) ||
        !(reader_one_of(r, i - 1, "in since of from by until before after during late early to for") ||
          (reader_one_of(r, i - 1, "and or") && reader_slice(r, i - 3).len == reader_slice(r, i).len &&
           dates_digits(r, i - 2) == 2 && reader_has(r, i - 2, SCAN_GLUED))) ||
        !(reader_shape(r, k, SCAN_STOP) || reader_shape(r, k, SCAN_COMMA) || reader_shape(r, k, SCAN_CLOSE) || reader_is(r, k, IS_STOP)))
        return false;
    d->first = i;
    d->end = i + 2;
    (void)snprintf(d->iso, sizeof d->iso, "%04d", year + (year < 50 ? 2000 : 1900));
    return true;
}

/* "pm", "p.m.", "a.m": the token behind it, or i */
static size_t
dates_half_day(const struct reader *r, size_t i)
{
    if (reader_one_of(r, i, "am pm"))
        return i + 1;
    if (reader_letter(r, i) && reader_one_of(r, i, "a p") && reader_mark(r, i + 1, '.') && reader_said(r, i + 2, "m") &&
        reader_has(r, i + 2, SCAN_GLUED))
        return i + 3 + (reader_mark(r, i + 3, '.') && reader_has(r, i + 3, SCAN_GLUED));
    return i;
}

/* "6pm", "6 p.m.", "11.30 a.m.", "10:30" */
static bool
dates_clock(const struct reader *r, size_t i, struct date *d)
{
    struct slice s = reader_slice(r, i);
    bool clock = reader_shape(r, i, SCAN_CLOCK), dotted = reader_shape(r, i, SCAN_DECIMAL);
    int hour = 0, minute = 0;
    size_t k = dates_half_day(r, i + 1), at = 0;

    if (s.len == 4 && !clock && !dotted && reader_one_of(r, k, "gmt utc bst cet est edt") && reader_has(r, k, SCAN_ALLCAPS)) {
        hour = dates_int(r, i) / 100, minute = dates_int(r, i) % 100; /* "0100 GMT", as agencies write */
        d->first = i;
        d->end = k;
        (void)snprintf(d->iso, sizeof d->iso, "T%02d:%02d", hour % 100, minute);
        return hour <= 24 && minute <= 59;
    }
    if (!clock && k == i + 1)
        return false;
    while (at < s.len && s.at[at] >= '0' && s.at[at] <= '9' && hour < 100)
        hour = hour * 10 + (s.at[at++] - '0');
    if ((clock || dotted) && (s.len < at + 3 || (dotted && s.len != at + 3)))
        return false;
    if (clock || dotted)
        minute = (s.at[at + 1] - '0') * 10 + (s.at[at + 2] - '0');
    if (hour > 24 || minute > 59)
        return false;
    if (clock && dates_is_stopwatch(r, i))
        return false;
    if (k > i + 1) {
        bool pm = r->text[reader_at(r, i + 1)->start] == 'p' || r->text[reader_at(r, i + 1)->start] == 'P';

        if (hour > 12 || hour < 1)
            return false;
        hour = hour % 12 + (pm ? 12 : 0);
    }
    d->first = i;
    d->end = k;
    (void)snprintf(d->iso, sizeof d->iso, "T%02d:%02d", hour, minute);
    return true;
}

/* "the third quarter of 2026", "Q3 2026", "third-quarter"; without a year nothing more is known than that. */
static bool
dates_quarter(const struct reader *r, size_t i, struct date *d)
{
    struct slice s = reader_slice(r, i);
    int quarter = 0, year = 0;
    size_t k = i + 1, end;

    if (reader_shape(r, i, SCAN_IDENT) && s.len == 2 && s.at[0] == 'Q' && s.at[1] >= '1' && s.at[1] <= '4')
        quarter = s.at[1] - '0';
    else if (reader_is(r, i, IS_ORDINAL) && reader_word(r, i)->value <= 4 && reader_said(r, k + reader_joined(r, k), "quarter"))
        quarter = reader_word(r, i)->value, k += 1 + reader_joined(r, k);
    else if (reader_shape(r, i, SCAN_INTEGER) && reader_is(r, k, IS_SUFFIX) &&
             reader_said(r, k + 1 + reader_joined(r, k + 1), "quarter"))
        quarter = dates_int(r, i), k += 2 + reader_joined(r, k + 1);
    if (quarter < 1 || quarter > 4 || reader_joined(r, k))
        return false;
    end = dates_year_after(r, k, &year);
    d->first = i;
    d->end = end;
    if (year)
        (void)snprintf(d->iso, sizeof d->iso, "%04d-Q%d", year, quarter);
    return true;
}

/* Is the talk of a match around token i? "the first half" alone, of a company's year, says less than its sentence. */
static bool
dates_in_match(const struct reader *r, size_t i)
{
    for (size_t k = i > 12 ? i - 12 : 0; k < i + 12 && k < r->n; k++)
        if (reader_one_of(r, k, "scored score scores scoring goal goals ended minute minutes halftime penalty match touchdown substituted "
                                "attempts offside header keeper goalkeeper striker winger midfielder"))
            return true;
    return false;
}

/* What a half is of, from the token behind it: a time? Returns where its name ends when it is a year of the article's, else i. */
static bool
dates_half_of(const struct reader *r, size_t i, int *year, size_t *end)
{
    size_t k = i + 1;

    *end = i;
    if (!reader_said(r, i, "of"))
        return reader_joined(r, i - 2) || dates_in_match(r, i);
    if (reader_one_of(r, k, "last this next") && reader_said(r, k + 1, "year") && r->year) {
        *year = r->year + (reader_said(r, k, "next") ? 1 : reader_said(r, k, "last") ? -1 : 0);
        *end = k + 2;
        return true;
    }
    k += reader_one_of(r, k, "the this that last next a its their his her");
    k += reader_one_of(r, k, "fiscal financial calendar school");
    return reader_is(r, k, IS_TIME | IS_MONTH) || reader_one_of(r, k, "season game match contest tie final series");
}

/*
 * "the first half of 2026", "a goal in the second half": without a year nothing more is known than that. The first half of a book
 * is no time. ISO 8601 knows quarters but no halves: "2026-H1".
 */
static bool
dates_half(const struct reader *r, size_t i, struct date *d)
{
    size_t k = i + 1 + reader_joined(r, i + 1), end;
    int year = 0;

    if (!reader_is(r, i, IS_ORDINAL) || !reader_one_of(r, i, "first second") || !reader_said(r, k, "half") ||
        reader_has(r, k, SCAN_LINE) || (reader_joined(r, k + 1) && !reader_is(r, k + 2, IS_TIME)))
        return false;
    end = dates_year_after(r, k + 1, &year);
    if (!year && !dates_half_of(r, k + 1, &year, &end))
        return false;
    d->first = i;
    d->end = end;
    if (year)
        (void)snprintf(d->iso, sizeof d->iso, "%04d-H%d", year, reader_word(r, i)->value);
    return true;
}

/* A bare number of four digits is a year where the words around it say so. */
static bool
dates_year_context(const struct reader *r, size_t i, int year)
{
    size_t k = i + 1;
    struct slice s = reader_slice(r, k);
    bool after =
        reader_one_of(r, i - 1,
                      "in since by until till from of during before after through the early late mid spring summer fall "
                      "autumn winter fiscal circa year to and between for christmas easter than vs into") ||
        (reader_shape(r, i - 1, SCAN_COMMA) && dates_is_year(r, i - 2) && !reader_shape(r, k, SCAN_WORD)) ||
        (reader_shape(r, i - 1, SCAN_COMMA) && dates_is_year(r, i - 2) && reader_one_of(r, k, "and or")) ||
        reader_mark(r, i - 1, 's') || reader_mark(r, i - 1, 'S') ||
        reader_is(r, i - 1, IS_MONTH | IS_SEASON) || reader_shape(r, i - 1, SCAN_OPEN);
    bool counted = reader_shape(r, k, SCAN_WORD) && !reader_has(r, k, SCAN_GLUED | SCAN_LINE | SCAN_UPPER) && s.len > 3 &&
                   !reader_is(r, k, IS_STOP | IS_VERB | IS_FLAT) && (s.at[s.len - 1] == 's' || reader_is(r, k, IS_PERSON));

    if (reader_is(r, k, IS_TIME) && !(year >= 1900 && year < 2100 && s.len > 2 && s.at[s.len - 1] != 's'))
        return false; /* "2000 years", but "the 2018 week" */
    if (reader_is(r, k, IS_PERCENT | IS_SCALE | IS_HUNDRED | IS_DOZEN) || reader_shape(r, k, SCAN_PERCENT) ||
        reader_shape(r, k, SCAN_DEGREE) || reader_is(r, k, IS_MONEY) || reader_shape(r, k, SCAN_TIMES))
        return false;
    if (reader_is(r, k, IS_UNIT) && !reader_one_of(r, k, "in bar bars cup cups degree degrees stone bit foot") &&
        !reader_has(r, k, SCAN_UPPER))
        return false;
    if (reader_joined(r, k) && reader_is(r, k + 1, IS_UNIT | IS_TIME))
        return false;
    if (year >= 1900 && reader_one_of(r, k, "levels prices census") &&
        !reader_one_of(r, i - 1, "about around some nearly almost roughly than"))
        return true; /* "below 2000 levels" */
    if ((year % 100 == 0 || year < 1900) &&
        reader_one_of(r, i - 1, "above below exceed exceeds exceeded exceeding than surpass"))
        return false;
    /* what is counted has a comma in most papers ("2,016 people"): a bare 2016 before a noun is a year, a round number is not
     */
    if (counted && !(year >= 1900 && year < 2100 && year % 100 && !reader_is(r, i - 1, IS_HEDGE)) &&
        !reader_one_of(r, i - 1, "in since by until during the early late fiscal s") &&
        !reader_is(r, i - 1, IS_MONTH | IS_SEASON))
        return false;
    if (counted && reader_is(r, k, IS_PERSON) && !reader_one_of(r, i - 1, "in since by the"))
        return false;
    if (year < 1500 && reader_joined(r, k) && dates_is_year(r, k + 1) && dates_int(r, k + 1) > year)
        return !reader_shape(r, k + 2, SCAN_WORD) || reader_is(r, k + 2, IS_STOP); /* "painters, 1400–1800" */
    return year >= 1500 && year <= 2100 ? true : after && year >= 1000;
}

/* "512-511 BC", "Brandt I (ruled 830–846)": years that are no years elsewhere */
static bool
dates_old_years(const struct reader *r, size_t i, struct date *d)
{
    int year = dates_int(r, i), until = dates_int(r, i + 2);
    size_t digits = dates_digits(r, i + 2);

    if (!reader_joined(r, i + 1) || digits == 0 || digits > 4 || dates_digits(r, i) > 4)
        return false;
    d->first = i;
    d->end = i + 3;
    if (until < year && until > 0 && reader_one_of(r, i + 3, "bc bce") && !reader_has(r, i + 3, SCAN_LINE)) {
        d->end++;
        (void)snprintf(d->iso, sizeof d->iso, "-%04d/-%04d", year - 1, until - 1);
        return true;
    }
    if (until <= year || digits != 3 || dates_digits(r, i) != 3 || !reader_one_of(r, i - 1, "ruled reigned circa"))
        return false;
    (void)snprintf(d->iso, sizeof d->iso, "%04d/%04d", year, until);
    return true;
}

static bool
dates_year(const struct reader *r, size_t i, struct date *d)
{
    size_t k = i + 1;
    int year = dates_int(r, i), until;
    size_t digits;

    if (reader_one_of(r, k, "bc bce") && dates_digits(r, i) <= 4 && dates_digits(r, i) > 0 && !reader_has(r, k, SCAN_LINE)) {
        d->first = i;
        d->end = k + 1;
        (void)snprintf(d->iso, sizeof d->iso, "-%04d", year - 1); /* ISO 8601: the year 0000 is 1 BC */
        return true;
    }
    if (reader_shape(r, k, SCAN_DASH) && dates_old_years(r, i, d))
        return true;
    if (reader_said(r, i - 1, "ad") && reader_has(r, i - 1, SCAN_ALLCAPS) && dates_digits(r, i) > 0 && dates_digits(r, i) < 5)
        return dates_make(d, i, k, year, 0, 0); /* "AD 79" */
    if (!dates_is_year(r, i) || !dates_year_context(r, i, year))
        return false;
    d->first = i;
    digits = dates_digits(r, k + 1);
    until = dates_int(r, k + 1);
    if ((reader_shape(r, k, SCAN_DASH) || reader_mark(r, k, '/')) && reader_has(r, k, SCAN_GLUED) &&
        (digits == 2 || digits == 4) && reader_has(r, k + 1, SCAN_GLUED)) {
        until = digits == 2 ? year / 100 * 100 + until : until;
        if (until > year && until - year < 500 && !reader_is(r, k + 2, IS_MONEY)) {
            d->end = k + 2;
            (void)snprintf(d->iso, sizeof d->iso, "%04d/%04d", year, until);
            return true;
        }
    }
    return dates_make(d, i, k, year, 0, 0);
}

/* The day before or after the article's, over the ends of months and years. */
static bool
dates_next_to(const struct reader *r, size_t i, int days, struct date *d)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = r->year, month = r->month, day = r->day + days;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    if (!r->day || month < 1 || month > 12)
        return false;
    if (day < 1) {
        month = month == 1 ? 12 : month - 1;
        year -= month == 12;
        day = lengths[month - 1] + (month == 2 && leap);
    } else if (day > lengths[month - 1] + (month == 2 && leap)) {
        day = 1;
        month = month == 12 ? 1 : month + 1;
        year += month == 1;
    }
    return dates_make(d, i, i + 1, year, month, day);
}

/*
 * "last year", "this month", "yesterday", where the article's own date is known. Weekdays are left alone: "on Thursday" may be
 * the one before or the one to come.
 */
static bool
dates_relative(const struct reader *r, size_t i, struct date *d)
{
    int step = reader_said(r, i, "last") ? -1 : reader_said(r, i, "next") ? 1 : 0;
    int month;

    if (!r->year || reader_has(r, i + 1, SCAN_LINE))
        return false;
    if (reader_one_of(r, i, "yesterday today tomorrow"))
        return dates_next_to(r, i, reader_said(r, i, "yesterday") ? -1 : reader_said(r, i, "tomorrow"), d);
    if (!reader_one_of(r, i, "last this next") || reader_one_of(r, i - 1, "the at"))
        return false;
    if (reader_said(r, i + 1, "year"))
        return dates_make(d, i, i + 2, r->year + step, 0, 0);
    if (!reader_said(r, i + 1, "month") || !r->month)
        return false;
    month = r->month + step;
    return dates_make(d, i, i + 2, r->year + (month > 12) - (month < 1), month > 12 ? 1 : month < 1 ? 12 : month, 0);
}

/* Four digits may be a year; behind fewer something has to say that they are a date. Most numbers end here. */
static bool
dates_may_be_number(const struct reader *r, size_t i)
{
    return dates_digits(r, i) == 4 || reader_is(r, i + 1, IS_MONTH | IS_SUFFIX) || reader_mark(r, i + 1, '\'') ||
           reader_letter(r, i + 1) || reader_one_of(r, i + 1, "of am pm bc bce") ||
           (reader_shape(r, i + 2, SCAN_INTEGER) && (reader_shape(r, i + 1, SCAN_DASH) || reader_one_of(r, i + 1, "to and"))) ||
           reader_said(r, i - 1, "ad");
}

bool
dates_is_stopwatch(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    if (s.len > 5 && s.len < 9 && reader_one_of(r, i - 1, "in of with ran clocked") && !reader_one_of(r, i + 1, "am pm a p gmt utc"))
        return s.at[s.len - 6] == ':'; /* hours, minutes and seconds */
    return reader_one_of(r, i + 1, "into left remaining mark") || (reader_said(r, i + 1, "to") && reader_one_of(r, i + 2, "play go"));
}

bool
dates_read(const struct reader *r, size_t i, struct date *d)
{
    const struct scan_token *t = reader_at(r, i);

    d->iso[0] = '\0';
    if (t->flags & SCAN_DEAD)
        return false;
    switch (t->shape) {
    case SCAN_WORD:
        if (t->classes & IS_MONTH)
            return dates_from_month(r, i, d);
        if (reader_decade(r, i) || ((t->classes & IS_SMALL) && reader_shape(r, i + 1, SCAN_DASH)))
            return dates_spelled_decade(r, i, d);
        if (t->classes & IS_LEAD)
            return dates_relative(r, i, d);
        return (t->classes & IS_ORDINAL) && (dates_quarter(r, i, d) || dates_half(r, i, d));
    case SCAN_IDENT:
        return dates_quarter(r, i, d) || dates_from_slashes(r, i, d);
    case SCAN_ISO_DATE:
        d->first = i;
        d->end = i + 1;
        (void)snprintf(d->iso, sizeof d->iso, "%.10s", reader_slice(r, i).at);
        return true;
    case SCAN_SLASHED:
        return dates_from_slashes(r, i, d);
    case SCAN_CLOCK:
        return dates_clock(r, i, d);
    case SCAN_MARK:
    case SCAN_OPEN:
        return dates_digits(r, i + 1) == 2 && (dates_decade(r, i, d) || dates_short_year(r, i, d));
    case SCAN_INTEGER:
        return dates_may_be_number(r, i) && (dates_from_day(r, i, d) || dates_clock(r, i, d) || dates_decade(r, i, d) ||
                                             dates_quarter(r, i, d) || dates_year(r, i, d));
    case SCAN_DECIMAL:
        return dates_clock(r, i, d);
    default:
        return false;
    }
}
