/* Dates as papers print them: "Jan. 14, 2026", "14 January 2026", "2026-01-14T17:07", "11/19/19"; and lines of nothing else. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lede/sixteen.h"
#include "page.h"

enum {
    DATE_BYTES = 32,
    DATE_LINE_BYTES = 160,
    DATE_YEAR_FROM = 1700,
    DATE_YEAR_TO = 2199,
    DATE_LONGEST_NAME = 9,
    DATE_YEAR_DIGITS = 4,
    DATE_MOST_STRANGERS = 2,
};

static const char *const date_months[12] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
static const char *const date_weekdays[7] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* ---- pieces --------------------------------------------------------------------------- */

/* Skips blanks, U+00A0 and commas. */
static size_t
date_gap(struct slice s, size_t at)
{
    for (;;) {
        if (at < s.len && (isspace((unsigned char)s.at[at]) || s.at[at] == ','))
            at++;
        else if (at + 1 < s.len && memcmp(s.at + at, "\xC2\xA0", 2) == 0)
            at += 2;
        else
            return at;
    }
}

/* Reads 1 to most digits; returns how many. */
static size_t
date_number(struct slice s, size_t at, size_t most, int *value)
{
    size_t n = 0;

    for (*value = 0; n < most && at + n < s.len && ascii_digit(s.at[at + n]); n++)
        *value = *value * 10 + (s.at[at + n] - '0');
    return n;
}

static size_t
date_letters(struct slice s, size_t at)
{
    size_t n = 0;

    while (at + n < s.len && ascii_letter(s.at[at + n]))
        n++;
    return n;
}

/* The first two letters of a month or a weekday: all but a few words are told from them by that. */
static bool
date_may_be_name(struct slice s, size_t at)
{
#define BIT(letter) ((uint32_t)1 << ((letter) & 31))
    static const uint32_t seconds[256] = {
        ['j'] = BIT('a') | BIT('u'), ['f'] = BIT('e') | BIT('r'), ['m'] = BIT('a') | BIT('o'),
        ['a'] = BIT('p') | BIT('u'), ['o'] = BIT('c'),            ['s'] = BIT('e') | BIT('a') | BIT('u'),
        ['n'] = BIT('o'),            ['d'] = BIT('e'),            ['t'] = BIT('u') | BIT('h'),
        ['w'] = BIT('e'),
    };

    return s.len >= at + 3 && (seconds[(unsigned char)s.at[at] | 0x20] & BIT(s.at[at + 1])) != 0;
#undef BIT
}

/* A name out of a list, or its first letters (three at least, "Sept" too) with or without a stop; its place from 1, or 0. */
static int
date_name(struct slice s, size_t at, const char *const *names, int n, size_t *bytes)
{
    size_t len = date_may_be_name(s, at) ? date_letters(s, at) : 0;

    for (int i = 0; i < n && len >= 3 && len <= DATE_LONGEST_NAME; i++)
        if ((s.at[at] | 0x20) == names[i][0] && (s.at[at + 1] | 0x20) == names[i][1] &&
            len <= strlen(names[i]) && strncasecmp(s.at + at, names[i], len) == 0 &&
            (len <= 5 || len == strlen(names[i]))) {
            *bytes = len + (at + len < s.len && s.at[at + len] == '.');
            return i + 1;
        }
    return 0;
}

/* Four digits that are a year. Three or more digits behind them belong to a glued time ("20247:00"): they may follow. */
static size_t
date_year(struct slice s, size_t at, int *year)
{
    if (date_number(s, at, 4, year) == 4 && *year >= DATE_YEAR_FROM && *year <= DATE_YEAR_TO)
        return 4;
    *year = 0;
    return 0;
}

static bool
date_is_day(int day)
{
    return day >= 1 && day <= 31;
}

/* "14", "14th": bytes taken. */
static size_t
date_day(struct slice s, size_t at, int *day)
{
    size_t n = date_number(s, at, 2, day), letters;

    if (!n || !date_is_day(*day) || (at + n < s.len && ascii_digit(s.at[at + n])))
        return 0;
    letters = date_letters(s, at + n);
    if (letters == 2 && strchr("snrtSNRT", s.at[at + n]) && strchr("thdTHD", s.at[at + n + 1]))
        return n + 2;
    return letters ? 0 : n;
}

/* ---- forms ------------------------------------------------------------------------------- */

/* "2026-01-14", "2026/01/14" */
static size_t
date_iso(struct slice s, struct date *date)
{
    int year, month, day;
    size_t at = date_year(s, 0, &year), n;
    char sign;

    if (!at || at >= s.len || ((sign = s.at[at]) != '-' && sign != '/'))
        return 0;
    n = date_number(s, at + 1, 2, &month);
    if (!n || month < 1 || month > 12)
        return 0;
    at += 1 + n;
    date->year = year;
    date->month = month;
    if (at >= s.len || s.at[at] != sign)
        return n == 2 && sign == '-' ? at : 0;
    n = date_number(s, at + 1, 2, &day);
    if (!n || !date_is_day(day))
        return 0;
    date->day = day;
    return at + 1 + n;
}

/*
 * "11/19/19", "19.11.2019": only when one of the first two numbers is above 12, or the marks are dots (day first), is it
 * certain which one is the month. The rest is not guessed.
 */
static size_t
date_slashed(struct slice s, struct date *date)
{
    int a, b, year;
    size_t n = date_number(s, 0, 2, &a), at = n, digits;
    char sign;

    if (!n || at >= s.len || ((sign = s.at[at]) != '/' && sign != '.'))
        return 0;
    n = date_number(s, at + 1, 2, &b);
    at += 1 + n;
    if (!n || at >= s.len || s.at[at] != sign)
        return 0;
    digits = date_year(s, at + 1, &year);
    if (!digits) {
        digits = date_number(s, at + 1, 2, &year);
        if (digits != 2 || sign == '.')
            return 0;
        year += 2000;
    }
    at += 1 + digits;
    if (b > 12 && a >= 1 && a <= 12 && date_is_day(b))
        *date = (struct date){year, a, b, -1, -1};
    else if (((a > 12 || sign == '.') && date_is_day(a)) && b >= 1 && b <= 12)
        *date = (struct date){year, b, a, -1, -1};
    else
        *date = (struct date){year, 0, 0, -1, -1}; /* a date, but which one? */
    return at;
}

/* The letters that a month's name begins with: few words do, and this is asked of each. */
static bool
date_may_month(struct slice s)
{
    static const char pairs[] = "ja fe ma ap ju au se oc no de ";

    if (s.len < 3)
        return false;
    for (const char *pair = pairs; *pair; pair += 3)
        if ((s.at[0] | 0x20) == pair[0] && (s.at[1] | 0x20) == pair[1])
            return true;
    return false;
}

/* "January 14, 2026", "Jan. 14" */
static size_t
date_month_first(struct slice s, struct date *date)
{
    size_t at = 0, n;

    if (!date_may_month(s))
        return 0;
    date->month = date_name(s, 0, date_months, 12, &at);
    if (!date->month)
        return 0;
    n = date_gap(s, at);
    if (n > at && date_year(s, n, &date->year))
        return n + 4;
    at = n;
    n = date_day(s, at, &date->day);
    if (!n)
        return 0;
    at += n;
    n = date_year(s, date_gap(s, at), &date->year);
    return n ? date_gap(s, at) + n : at;
}

/* "14 January 2026", "14 Jan" */
static size_t
date_day_first(struct slice s, struct date *date)
{
    size_t n, at = date_day(s, 0, &date->day), gap = date_gap(s, at);

    if (!at || gap == at)
        return 0;
    date->month = date_name(s, gap, date_months, 12, &n);
    if (!date->month)
        return 0;
    at = gap + n;
    n = date_year(s, date_gap(s, at), &date->year);
    return n ? date_gap(s, at) + n : at;
}

/* "5:45pm", "17:07", "12.42 CET": the half of the day counts, the zone does not. A dot needs am, pm or a zone. */
static size_t
date_time(struct slice s, size_t at, struct date *date)
{
    int hour, minute;
    size_t n = date_number(s, at, 2, &hour), letters;
    bool dot;

    if (!n || at + n >= s.len || (s.at[at + n] != ':' && s.at[at + n] != '.') || hour > 23)
        return 0;
    dot = s.at[at + n] == '.';
    at += n + 1;
    if (date_number(s, at, 2, &minute) != 2 || minute > 59)
        return 0;
    at += 2;
    if (at < s.len && ascii_digit(s.at[at]))
        return 0;
    n = date_gap(s, at);
    letters = date_letters(s, n);
    if (n + 3 < s.len + 0 && letters == 1 && s.at[n + 1] == '.' && strchr("apAP", s.at[n])) /* "p.m." */
        letters = 2;
    if (letters >= 2 && strchr("apAP", s.at[n]) && (s.at[n + 1] == 'm' || s.at[n + 1] == 'M' || s.at[n + 1] == '.') && hour <= 12)
        hour = hour % 12 + ((s.at[n] | 0x20) == 'p' ? 12 : 0);
    else if (dot && !(letters >= 2 && letters <= 4 && ascii_upper(s.at[n])))
        return 0;
    date->hour = hour;
    date->minute = minute;
    return at;
}

size_t
date_read(struct slice text, struct date *date)
{
    static size_t (*const forms[])(struct slice, struct date *) = {date_month_first, date_iso, date_slashed, date_day_first};
    bool figures = text.len && ascii_digit(text.at[0]); /* the first form begins with a letter, the others with a digit */
    size_t at = 0;

    *date = (struct date){0, 0, 0, -1, -1};
    if (!figures && !date_may_be_name(text, 0))
        return 0;
    for (size_t i = figures; i < (figures ? sizeof forms / sizeof *forms : 1) && !at; i++) {
        *date = (struct date){0, 0, 0, -1, -1};
        at = forms[i](text, date);
    }
    if (at && date->year) {
        size_t n = date_gap(text, at);

        if (n < text.len && (text.at[n] == 'T' || text.at[n] == '|'))
            n = date_gap(text, n + 1);
        while (n + 3 <= text.len && (memcmp(text.at + n, "\xE2\x80\xA2", 3) == 0 || memcmp(text.at + n, "\xE2\x80\x93", 3) == 0))
            n = date_gap(text, n + 3);
        if (n + 3 <= text.len && strncasecmp(text.at + n, "at ", 3) == 0)
            n = date_gap(text, n + 3);
        n = date_time(text, n, date);
        at = n ? n : at;
    }
    return at;
}

/* Where words and numbers of sixteen bytes begin; a word glued to what stands before begins at a capital or digit. */
struct begins {
    unsigned letters, lower, figures; /* of the sixteen bytes before: the last is bit 0 */
};

static unsigned
date_begins(struct begins *before, struct sixteen bytes)
{
    unsigned letters = sixteen_between(sixteen_or(bytes, 0x20), 'a', 'z'), upper = sixteen_between(bytes, 'A', 'Z');
    unsigned digits = sixteen_between(bytes, '0', '9'), lower = letters & ~upper;
    unsigned figures = digits | sixteen_equal(bytes, '.') | sixteen_equal(bytes, '$');
    unsigned begins = (digits & ~(figures << 1 | before->figures)) | (letters & ~(letters << 1 | before->letters)) |
                      (upper & (lower << 1 | before->lower));

    *before = (struct begins){letters >> 15, lower >> 15, figures >> 15};
    return begins;
}

/* A digit, or the first letter of a month. */
static bool
date_may_begin(char c)
{
    static const char months[] = "JFMASOND";

    return ascii_digit(c) || (ascii_letter(c) && strchr(months, c & 0xDF) != NULL);
}

bool
date_find(struct slice text, struct date *date)
{
    struct begins before = {0, 0, 0};

    for (size_t i = 0; i < text.len; i += 16) {
        size_t left = text.len - i;
        unsigned begins = date_begins(&before, sixteen_load_of((const unsigned char *)text.at + i, left, left));

        for (; begins; begins &= begins - 1) {
            struct slice rest = {text.at + i + sixteen_first(begins), left - sixteen_first(begins)};

            if (date_may_begin(rest.at[0]) && date_read(rest, date) && date->year && date->month)
                return true;
        }
    }
    return false;
}

/* ---- lines of dates ---------------------------------------------------------------------------- */

/* Words that may stand beside a date on its line. */
static const char *const date_company[26] = {
    ['a' - 'a'] = "a added aedt aest ago am an and article at", ['b' - 'a'] = "bst", ['c' - 'a'] = "cdt cest cet created cst",
    ['d' - 'a'] = "date day days", ['e' - 'a'] = "eat ed edited edt est et", ['f' - 'a'] = "first", ['g' - 'a'] = "gmt",
    ['h' - 'a'] = "hkt hour hours hrs", ['i' - 'a'] = "in issued ist", ['j' - 'a'] = "jan jst just",
    ['l' - 'a'] = "last live local", ['m' - 'a'] = "m mdt min mins minute minutes modified month months mst",
    ['n' - 'a'] = "now", ['o' - 'a'] = "on originally", ['p' - 'a'] = "p pdt pkt pm post posted pst pt publication published",
    ['r' - 'a'] = "read", ['s' - 'a'] = "second seconds sgt story", ['t' - 'a'] = "the time today",
    ['u' - 'a'] = "uk update updated utc", ['w' - 'a'] = "wat week weeks wib", ['y' - 'a'] = "year years yesterday",
    ['z' - 'a'] = "z",
};

/* Of them, those that make a date the article's. */
static const char *const date_marks[26] = {['p' - 'a'] = "posted published", ['u' - 'a'] = "updated"};

static bool
date_is_company(struct slice word)
{
    size_t n;

    return word_listed(word, date_company) || date_name(word, 0, date_weekdays, 7, &n) || date_name(word, 0, date_months, 12, &n);
}

/* Cuts glued words at a capital: "PublishedWed". A shouted word stays whole. */
static size_t
date_word(struct slice s, size_t at)
{
    size_t n = 1;

    while (at + n < s.len && ascii_letter(s.at[at + n]) &&
           !(ascii_upper(s.at[at + n]) && ascii_lower(s.at[at + n - 1])))
        n++;
    return n;
}

bool
date_is_line(struct slice text, uint32_t digits, struct date *date)
{
    bool when = false, stamp = false, marked = false;
    int strangers = 0, most = digits < DATE_YEAR_DIGITS ? 0 : DATE_MOST_STRANGERS;

    *date = (struct date){0, 0, 0, -1, -1};
    if (text.len > DATE_LINE_BYTES)
        return false;
    for (size_t i = 0; i < text.len && strangers <= most;) {
        struct slice rest = {text.at + i, text.len - i};
        struct date found, time = {0, 0, 0, -1, -1};
        size_t n = ascii_alnum(text.at[i]) ? date_read(rest, &found) : 0;

        if (n && (found.year || found.day)) {
            if (!date->year && found.month)
                *date = found;
            when |= found.year != 0;
            stamp = true;
        } else if (!n && ascii_digit(text.at[i]) && (n = date_time(rest, 0, &time)) > 0) {
            stamp = when = true;
            if (date->year && date->hour < 0)
                date->hour = time.hour, date->minute = time.minute;
        } else if (ascii_digit(text.at[i])) {
            int number;
            n = date_number(rest, 0, 9, &number);
            n = n ? n : 1;
            strangers += n > 4;
        } else if (ascii_letter(text.at[i])) {
            struct slice word;
            n = date_word(rest, 0);
            word = slice_of(rest.at, n);
            if (!date_is_company(word)) {
                strangers++;
            } else {
                marked |= word_listed(word, date_marks);
                stamp |= slice_is_nocase(word, "ago") || slice_is_nocase(word, "yesterday");
                when |= slice_is_nocase(word, "ago");
            }
        } else {
            n = 1;
        }
        i += n;
    }
    return strangers <= (marked && date->year ? most : 0) && (when || (marked && stamp));
}

/* "dd" of the pattern is two digits; returns the bytes that fit, all of the pattern or none. */
static size_t
date_fits(struct slice s, size_t from, const char *pattern)
{
    size_t n = strlen(pattern);

    if (s.len - from < n)
        return 0;
    for (size_t i = 0; i < n; i++)
        if (pattern[i] == 'd' ? !ascii_digit(s.at[from + i]) : s.at[from + i] != pattern[i])
            return 0;
    return n;
}

static bool
date_is_from_to(struct slice s, size_t at, int from, int to)
{
    int number = (s.at[at] - '0') * 10 + s.at[at + 1] - '0';

    return number >= from && number <= to;
}

/* RFC 3339 and what ISO 8601 allows to leave out of it at the end. */
bool
date_is_iso(struct slice s)
{
    size_t at = date_fits(s, 0, "dddd"), zone;

    if (at && date_fits(s, 4, "-dd"))
        at = date_is_from_to(s, 5, 1, 12) ? 7 : 0;
    if (at == 7 && date_fits(s, 7, "-dd"))
        at = date_is_from_to(s, 8, 1, 31) ? 10 : 0;
    if (at == 10 && (date_fits(s, 10, "Tdd:dd") || date_fits(s, 10, " dd:dd"))) {
        if (!date_is_from_to(s, 11, 0, 24) || !date_is_from_to(s, 14, 0, 59))
            return false;
        at = 16 + date_fits(s, 16, ":dd");
        if (at == 19 && date_fits(s, 19, ".d"))
            for (at = 20; at < s.len && ascii_digit(s.at[at]);)
                at++;
        zone = date_fits(s, at, "+dd:dd") + date_fits(s, at, "-dd:dd");
        at += zone ? zone : date_fits(s, at, "Z") + date_fits(s, at, "+dddd") + date_fits(s, at, "-dddd");
    }
    return at > 0 && at == s.len;
}

const char *
date_keep(struct arena *arena, const struct date *date)
{
    char buf[DATE_BYTES];
    int n = snprintf(buf, sizeof buf, "%04d", date->year);

    if (date->month)
        n += snprintf(buf + n, sizeof buf - (size_t)n, "-%02d", date->month);
    if (date->month && date->day)
        n += snprintf(buf + n, sizeof buf - (size_t)n, "-%02d", date->day);
    if (date->day && date->hour >= 0)
        n += snprintf(buf + n, sizeof buf - (size_t)n, "T%02d:%02d", date->hour, date->minute);
    return arena_string(arena, buf, (size_t)n);
}

int
date_compare(const struct date *a, const struct date *b)
{
    int by_year = a->year - b->year, by_month = a->month - b->month;

    return by_year ? by_year : by_month ? by_month : a->day - b->day;
}
