/* Whose age a number is: by the person before it, and by what people do at an age. */
#include "figures_filter.h"

#define AGES_KIN "daughter son wife husband mother father brother sister grandmother grandfather partner girlfriend boyfriend fiancee"

static bool
ages_from(const struct quantity *q, int least)
{
    return decimal_compare(q->amount.value, decimal_make(least, 0)) >= 0;
}

/* Nothing that the number could count stands behind it. */
static bool
ages_alone(const struct reader *r, const struct quantity *q)
{
    size_t end;

    return q->end == q->amount.end &&
           (!reader_shape(r, q->end, SCAN_WORD) || !counted_read(r, q->end, true, &end) || !counted_plural(r, end - 1)) &&
           !reader_shape(r, q->end, SCAN_DASH) && !reader_shape(r, q->end, SCAN_PERCENT) && !reader_mark(r, q->end, '/');
}

/* A comma, a stop, or a word that goes on with the clause. */
static bool
ages_ends(const struct reader *r, size_t end)
{
    return reader_shape(r, end, SCAN_COMMA) || reader_shape(r, end, SCAN_STOP) || reader_one_of(r, end, "when and now");
}

/* "people under 45", "voters older than 60", "men over the age of 50" is read elsewhere */
static bool
ages_of_group(const struct reader *r, const struct quantity *q)
{
    size_t i = q->first, k = i - 1;
    bool than = reader_said(r, k, "than");

    if (i < 2 || !q->amount.plain || q->end != i + 1 || !ages_from(q, 5))
        return false;
    if (than ? !reader_one_of(r, k - 1, "older younger") : !reader_one_of(r, k, "under over"))
        return false;
    k -= 1 + than;
    if (!reader_one_of(r, k, "people men women voters adults children those anyone everyone someone girls boys americans canadians "
                             "residents patients players employees workers kids viewers and are is aged"))
        return false;
    if (reader_one_of(r, k, "and are is") && !than)
        return false;
    return (!reader_shape(r, q->end, SCAN_WORD) || reader_is(r, q->end, IS_STOP | IS_VERB) ||
            slice_ends(reader_slice(r, q->end), "ing")) && !reader_is(r, q->end, IS_PERCENT) &&
           !reader_shape(r, q->end, SCAN_PERCENT) && !reader_shape(r, q->end, SCAN_DASH) && !reader_mark(r, q->end, '/');
}

/* "she was 27 when", "my mother is 87 and", "when Brandt was seven,", "I’m 74 and", "who will turn 18", "died at 91" */
static bool
ages_of_verb(const struct reader *r, const struct quantity *q)
{
    size_t i = q->first, k = i - 1;

    if (reader_one_of(r, k, "turn turns turned turning"))
        return ages_from(q, 5) && ages_alone(r, q);
    if (reader_said(r, k, "m") && reader_has(r, k, SCAN_GLUED) && reader_said(r, i - 3, "i"))
        return ages_from(q, 5) && ages_ends(r, q->end);
    if (reader_one_of(r, k, "is was am")) {
        if (reader_one_of(r, i - 2, "she he who i " AGES_KIN))
            return (q->amount.plain || reader_one_of(r, i - 2, "she he i")) && ages_from(q, 5) && ages_ends(r, q->end);
        return reader_has(r, i - 2, SCAN_UPPER) && reader_one_of(r, i - 3, "when since until before while") && ages_from(q, 4) &&
               ages_ends(r, q->end);
    }
    if (reader_said(r, k, "at") && reader_one_of(r, i - 2, "died dies dead married retired retire retires widowed orphaned"))
        return ages_from(q, 5) && ages_alone(r, q);
    if (reader_said(r, k, "at") && reader_begins(r, k)) /* "At 16, she rowed" */
        return q->amount.plain && ages_from(q, 6) && reader_shape(r, q->end, SCAN_COMMA) &&
               reader_one_of(r, q->end + 1, "he she i they");
    return false;
}

/* "Tallis, 44, said", "the pop star, 26, was", "Brandt, sixty-three, rows": between commas, behind a person */
static bool
ages_between_commas(const struct reader *r, const struct quantity *q)
{
    size_t i = q->first, next = q->end + 1;
    bool comma = reader_shape(r, q->end, SCAN_COMMA), verb = comma && (reader_is(r, next, IS_VERB) || reader_said(r, next, "who"));

    if (!reader_shape(r, i - 1, SCAN_COMMA) || i < 2)
        return false;
    if (!q->amount.plain)
        return comma && !q->amount.digits && reader_has(r, i - 2, SCAN_UPPER) && reader_shape(r, i - 2, SCAN_WORD) &&
               !reader_is(r, i - 2, IS_MONTH | IS_WEEKDAY) &&
               (verb ? ages_from(q, 3) : ages_from(q, 13) && !reader_one_of(r, next, "and or"));
    if (reader_one_of(r, i - 2, AGES_KIN) && (comma || reader_shape(r, q->end, SCAN_STOP)))
        return !(comma && scan_is_literal(reader_at(r, next))); /* "her eldest daughter, 34, rows", "and a son, 5." */
    if (reader_mark(r, i - 2, '.') && reader_one_of(r, i - 3, "jr sr"))
        return comma || reader_shape(r, q->end, SCAN_STOP) || reader_shape(r, q->end, SCAN_CLOSE);
    if (!reader_shape(r, i - 2, SCAN_WORD))
        return false;
    if (!reader_has(r, i - 2, SCAN_UPPER))
        return verb && ages_from(q, 14) &&
               !reader_is(r, i - 2, IS_STOP | IS_VERB | IS_TIME | IS_UNIT | IS_SCALE | IS_PERCENT | IS_ORDINAL) &&
               !counted_plural(r, i - 2) && !reader_one_of(r, i - 2, "total average number");
    if (reader_is(r, i - 2, IS_MONTH | IS_WEEKDAY | IS_LABEL))
        return false;
    return comma || reader_mark(r, q->end, '.') || reader_shape(r, q->end, SCAN_STOP) || reader_shape(r, q->end, SCAN_CLOSE);
}

bool
ages_may(const struct reader *r, size_t i)
{
    if (!reader_is(r, i, IS_SMALL | IS_TENS) && !reader_shape(r, i, SCAN_INTEGER))
        return false;
    return reader_shape(r, i - 1, SCAN_COMMA) || (reader_shape(r, i + 1, SCAN_COMMA) && reader_said(r, i + 2, "of")) ||
           reader_one_of(r, i - 1, "of under over than at then now only just is was am turn turns turned turning m") ||
           (reader_one_of(r, i + 1, "and or") && reader_one_of(r, i + 2, "older younger"));
}

bool
ages_fit(const struct reader *r, const struct quantity *q)
{
    size_t i = q->first;

    if (q->kind != FIGURE_NUMBER || q->amount.value.digits <= 0 || !decimal_is_integer(q->amount.value) ||
        decimal_compare(q->amount.value, decimal_make(115, 0)) > 0)
        return false;
    if (reader_one_of(r, q->end, "and or") && reader_one_of(r, q->end + 1, "older younger"))
        return true; /* "voters 45 and older" */
    if (reader_said(r, i - 1, "of") &&
        reader_one_of(r, i - 2, "boy girl man woman child youth son daughter baby toddler teenager"))
        return (!reader_shape(r, q->end, SCAN_WORD) || reader_is(r, q->end, IS_STOP)) && !reader_said(r, q->end, "of");
    if (ages_of_group(r, q) || ages_of_verb(r, q))
        return true;
    if (reader_one_of(r, i - 1, "then now only just") && reader_shape(r, i - 2, SCAN_COMMA) && reader_has(r, i - 3, SCAN_UPPER) &&
        q->amount.plain && reader_shape(r, q->end, SCAN_COMMA))
        return true; /* "Tallis, then 44," */
    if (q->amount.plain && reader_has(r, i - 1, SCAN_UPPER) && reader_has(r, i - 2, SCAN_UPPER) && reader_shape(r, q->end, SCAN_COMMA) &&
        reader_said(r, q->end + 1, "of") && reader_has(r, q->end + 2, SCAN_UPPER))
        return ages_from(q, 14); /* "Orla Tallis 31, of Lund" */
    return ages_between_commas(r, q);
}
