/*
 * A look into one article for words that quotes and figures are to have, without making it of its record: its text is gone through
 * once for each term, and only where the words may stand are they read. Where the figures stand is read when one of them matters.
 */
#include <string.h>

#include "internal.h"
#include "search.h"

/* Bytes in a tenth of a microsecond, about: that are gone through, that are read and folded. */
enum { LOOK_BYTES = 512, LOOK_READ = 10 };

void
look_at(struct search *search, uint32_t article)
{
    struct search_look *look = &search->look;
    struct slice record;

    if (look->article == article)
        return;
    record = index_record(search->index, article);
    look->article = article;
    look->first_figure = index_first_figure(search->index, article);
    look->end_figure = index_first_figure(search->index, article + 1);
    look->placed = false;
    if (!pack_text(record.at, record.len, &look->text))
        look->text = slice_of("", 0);
    for (size_t i = 0; i < search->query->terms.n; i++)
        search->terms[i].marked = false;
}

static struct search_term *
look_mark(struct search *search, uint32_t at)
{
    struct search_term *term = &search->terms[at];
    struct query_marks marks;
    size_t mark;

    if (term->marked)
        return term;
    vec_clear(&term->marks);
    query_marks_open(&marks, &search->query->terms.v[at].words, search->look.text);
    while (!marks.untold && query_marks_next(&marks, &mark))
        vec_push(&term->marks, (uint32_t)mark);
    term->untold = marks.untold;
    term->seen_block = ID_NONE;
    term->marked = true;
    search->spent += (long)(search->look.text.len / LOOK_BYTES);
    return term;
}

/* Is there one in the span? */
static bool
look_marked(const struct ids *marks, struct span span)
{
    size_t first = ids_before(marks, span.start);

    return first < marks->n && marks->v[first] < span.end;
}

bool
look_may(struct search *search, uint32_t at, struct span span)
{
    const struct search_term *term = look_mark(search, at);
    struct slice text = search->look.text;

    if (span.start > span.end || span.end > text.len)
        return false;
    if (term->untold || look_marked(&term->marks, span))
        return true;
    return span.start && query_marks_within(text.at[span.start - 1]); /* within a word: its rest was none when the text was gone through */
}

bool
look_words(struct search *search, uint32_t at, struct span span)
{
    search->spent += (long)(span_len(span) / LOOK_READ);
    return query_words_in(&search->query->terms.v[at].words, slice_of(search->look.text.at + span.start, span_len(span)));
}

const struct pack_places *
look_places(struct search *search)
{
    struct search_look *look = &search->look;
    struct slice record;

    if (!look->placed) {
        record = index_record(search->index, look->article);
        look->placed = true;
        (void)pack_places(record.at, record.len, &look->places);
    }
    return &look->places;
}

/* Figures come one behind the other, several of a block. */
bool
look_block(struct search *search, uint32_t at, uint32_t figure)
{
    struct search_term *term = look_mark(search, at);
    const struct pack_places *places;
    uint32_t row = figure - search->look.first_figure, block;
    struct span words;

    if (!term->untold && term->marks.n == 0)
        return false;
    places = look_places(search);
    if (row >= places->figures.n)
        return false;
    block = places->figures.v[row].block;
    if (term->seen_block == block)
        return term->seen_has;
    words = places->blocks.v[block];
    term->seen_block = block;
    term->seen_has = look_may(search, at, words) && look_words(search, at, words);
    return term->seen_has;
}

void
look_free(struct search *search)
{
    pack_places_free(&search->look.places);
}
