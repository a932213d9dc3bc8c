/* Numbers that are part of a name: of studios, rockets, indices, airliners, processors. */
#include <string.h>

#include "figures_filter.h"

static size_t
labels_len(const struct reader *r, size_t i)
{
    return reader_at(r, i)->end - reader_at(r, i)->start;
}

/* ---- airliners ------------------------------------------------------------------------------- */

/* 707 to 787 */
static bool
labels_is_type(const struct reader *r, size_t i)
{
    struct slice s = reader_slice(r, i);

    return reader_shape(r, i, SCAN_INTEGER) && s.len == 3 && s.at[0] == '7' && s.at[2] == '7';
}

static bool
labels_names_maker(const struct reader *r, size_t i)
{
    size_t from = i > 60 ? i - 60 : 0;

    for (size_t k = from; k < i + 60 && k < r->n; k++)
        if (reader_said(r, k, "boeing"))
            return true;
    return false;
}

bool
labels_airliner(const struct reader *r, size_t i)
{
    if (!labels_is_type(r, i) || reader_has(r, i + 1, SCAN_GLUED | SCAN_LINE) != reader_shape(r, i + 1, SCAN_DASH))
        return labels_is_type(r, i) && labels_names_maker(r, i);
    if (reader_has(r, i + 1, SCAN_UPPER) && reader_one_of(r, i + 1, "max dreamliner freighter"))
        return true;
    if ((reader_one_of(r, i - 1, "the a its his their our popular grounded troubled") || scan_is_literal(reader_at(r, i - 1))) &&
        reader_one_of(r, i + 1, "jet jets plane planes aircraft airliner airliners freighter freighters program programme"))
        return true;
    if (reader_one_of(r, i - 1, "a his her its their") && (!reader_shape(r, i + 1, SCAN_WORD) || reader_is(r, i + 1, IS_STOP | IS_VERB)))
        return true; /* "his 757 was" */
    return labels_names_maker(r, i);
}

/* ---- behind names ------------------------------------------------------------------------------ */

/* Goes over the words of a name, in this direction; at most five. */
static size_t
labels_over_name(const struct reader *r, size_t k, int step)
{
    for (int words = 0; words < 5; words++, k += (size_t)step)
        if (!(reader_shape(r, k, SCAN_WORD) && reader_has(r, k, SCAN_UPPER)) && !reader_mark(r, k, '.'))
            break;
    return k;
}

/* "Brandt 384, Sen. Orla Tallis 300 and Lund 37": names and what each has. */
static bool
labels_in_tally(const struct reader *r, size_t i)
{
    size_t from = i + 1, k = from, next;

    k += reader_shape(r, k, SCAN_COMMA);
    k += reader_said(r, k, "and");
    next = labels_over_name(r, k, 1);
    if (k > from && next > k && reader_shape(r, next, SCAN_INTEGER))
        return true;
    from = k = labels_over_name(r, i - 1, -1);
    k -= reader_said(r, k, "and");
    k -= reader_shape(r, k, SCAN_COMMA);
    return from < i - 1 && k < from && k < r->n && reader_shape(r, k, SCAN_INTEGER);
}

/* Indices, makers and the like, whose numbers belong to them whatever comes: "S&P 500 companies" */
static bool
labels_known(const struct reader *r, size_t i)
{
    if (reader_mark(r, i - 2, '&') && reader_has(r, i - 1, SCAN_GLUED))
        return true;
    if (reader_said(r, i - 1, "of") && reader_said(r, i - 2, "group") && reader_has(r, i - 2, SCAN_UPPER))
        return true; /* the Group of 20 */
    return reader_has(r, i - 1, SCAN_UPPER) &&
           reader_one_of(r, i - 1, "fortune ftse nasdaq russell cac dax nikkei tsx stoxx asx iphone ipad windows ios android boeing airbus "
                                   "covid hiv thunderbolt usb bluetooth airplay hdmi");
}

/* "Studio 12", "Voyager 9": a bare whole number right behind a name, with nothing that it counts. */
static bool
labels_behind_name(const struct reader *r, const struct quantity *q)
{
    const struct scan_token *before = reader_at(r, q->first - 1);
    size_t end;

    if (q->first == 0 || q->amount.end != q->first + 1)
        return false;
    if (labels_known(r, q->first))
        return true;
    if (before->shape != SCAN_WORD || !(before->flags & SCAN_UPPER) || reader_has(r, q->first, SCAN_LINE) || r->heading ||
        (before->classes & (IS_STOP | IS_VERB | IS_MONTH | IS_WEEKDAY | IS_HEDGE | IS_TREND | IS_SEASON | IS_LEAD)))
        return false;
    if (reader_begins(r, q->first - 1)) /* "Voyager 9 is" */
        return !before->word && reader_one_of(r, q->end, "is was has");
    if (reader_shape(r, q->end, SCAN_DASH) || labels_in_tally(r, q->first) ||
        (reader_said(r, q->end, "to") &&
         (scan_is_literal(reader_at(r, q->end + 1)) || reader_is(r, q->end + 1, IS_SMALL | IS_TENS))))
        return false; /* "beat Harrow 3 - 0", "leads Tallis 46 to 40" */
    if (labels_len(r, q->first) > 4)
        return false;
    return !counted_read(r, q->end, true, &end) || reader_has(r, q->end, SCAN_UPPER);
}

/* ---- models ---------------------------------------------------------------------------------------- */

/* "5500M", "4K": no paper writes thousands of millions so, and four thousand of nothing are lines of a picture. */
static bool
labels_model(const struct reader *r, const struct quantity *q)
{
    struct slice s = reader_slice(r, q->first);
    size_t end, k = q->first + 1;

    if (!reader_shape(r, q->first, SCAN_INTEGER) || !reader_is(r, k, IS_LETTER) || !reader_has(r, k, SCAN_GLUED) ||
        q->kind != FIGURE_NUMBER)
        return false;
    if (s.len > 3 || (slice_is(s, "3") && reader_mark(r, k, 'M') && !counted_read(r, k + 1, true, &end)))
        return true; /* the company's name, too */
    return (slice_is(s, "4") || slice_is(s, "8")) && (reader_mark(r, k, 'K') || reader_mark(r, k, 'k')) && q->end == k + 1 &&
           !(counted_read(r, k + 1, true, &end) && counted_plural(r, end - 1));
}

bool
labels_are(const struct reader *r, const struct quantity *q)
{
    if (q->amount.digits && q->amount.scaled && labels_model(r, q))
        return true;
    if (!q->amount.plain || q->end != q->amount.end || q->kind != FIGURE_NUMBER)
        return false;
    return labels_airliner(r, q->first) || labels_behind_name(r, q);
}
