/* Unit tests of src/index/query_marks.c and search_look.c: what is passed over by its bytes says nothing when it is read. */
#include "index/query.h"
#include "index_make.h"
#include "lede/query.h"
#include "unit.h"

enum { RUNS = 60000, PIECES = 12 };

static const char *const pieces[] = {
    "quill", "QUILL", "mark", "quillmark", "Quillm\xC3\xA1rk", "quillmarks", "q", "k", "fi", "office", "7", "1", "a",
    " ", " ", " ", "\n", "-", ".", "'", "\t", "\x01", "\x7F",
    "\xC3\xA1" /* a with an acute */, "\xCC\x81" /* an acute for the letter before */, "\xEF\xAC\x81" /* the ligature fi */,
    "\xEF\xAC\x83" /* ffi */, "\xC3\x9F" /* ss */, "\xE2\x85\xA7" /* viii */, "\xEF\xBD\x91" /* a wide q */, "\xE2\x91\xA0" /* 1 in a circle */,
    "\xE2\x80\x8B" /* a blank of no width */, "\xC2\xAD" /* a soft hyphen */, "\xC2\xA0" /* a blank that does not break */,
    "\xE2\x80\x9C", "\xE2\x80\x99", "\xE2\x80\x93" /* marks and a dash */, "\xE2\x80\xB2" /* a prime */, "\xC2\xA3", "\xC2\xB0",
    "\xC2\xA2", "\xC2\xA5", "\xC2\xA7", "\xC2\xAB", "\xC2\xB7", "\xC2\xBB", "\xE2\x82\xAC" /* signs */, "\xC2\xB4" /* an accent */, "\xE6\xB8\xAF" /* a harbour */,
};

static uint32_t
luck(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525 + 1013904223;
    return (*state >> 8) % below;
}

/* Every word is read, whatever its bytes are. */
static bool
stands_in(const struct query_words *words, struct slice s)
{
    struct query_reader reader;
    size_t n = 0;
    bool found = false;

    query_reader_open(&reader, s, 0);
    while (!found && query_reader_next(&reader)) { /* words differ, so a phrase cannot begin within itself */
        n = query_word_is(&words->v[n], reader.word, reader.n) ? n + 1 : query_word_is(&words->v[0], reader.word, reader.n);
        found = n == words->n;
    }
    query_reader_close(&reader);
    return found;
}

static bool
is_letter(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static const char *
shown(struct slice s)
{
    static char buf[2048];
    int n = 0;

    for (size_t i = 0; i < s.len && n + 8 < (int)sizeof buf; i++)
        n += snprintf(buf + n, sizeof buf - (size_t)n, s.at[i] > ' ' && s.at[i] < 0x7F ? "%c" : "\\x%02X", (unsigned char)s.at[i]);
    buf[n] = '\0';
    return buf;
}

/* All parts of s that begin at one of its pieces and end with one. */
static void
assert_parts(const struct query_words *words, struct slice s, const size_t *at, size_t n)
{
    struct query_marks marks;
    VEC(size_t) found = {0};
    size_t mark;

    query_marks_open(&marks, words, s);
    assert_false(marks.untold);
    while (query_marks_next(&marks, &mark)) {
        assert_true(mark < s.len && (found.n == 0 || found.v[found.n - 1] < mark));
        vec_push(&found, mark);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = i; k <= n; k++) {
            struct slice part = slice_of(s.at + at[i], at[k] - at[i]);
            bool marked = at[i] > 0 && is_letter(s.at[at[i] - 1]);

            for (size_t m = 0; m < found.n; m++)
                marked = marked || (found.v[m] >= at[i] && found.v[m] < at[k]);
            if (stands_in(words, part)) {
                assert_row(marked, "'%s' from %zu to %zu: no mark", shown(s), at[i], at[k]);
                assert_row(query_words_may(words, part), "'%s': passed over", shown(part));
                assert_row(query_words_in(words, part), "'%s': not found", shown(part));
            } else {
                assert_row(!query_words_in(words, part), "'%s': found", shown(part));
            }
        }
    vec_free(&found);
}

static void
test_marks(void **state)
{
    static const struct query_word words[] = {
        {"quillmark", 9, false}, {"quill", 5, true}, {"office", 6, false}, {"q", 1, false}, {"a", 1, true}, {"viii", 4, false},
        {"17", 2, false}, {"mass", 4, false}, {"quill", 5, false}, {"mark", 4, true},
    };
    uint32_t dice = 3;

    (void)state;
    for (int run = 0; run < RUNS; run++) {
        size_t first = luck(&dice, COUNT(words)), at[PIECES + 1] = {0}, n = 1 + luck(&dice, PIECES);
        const struct query_word phrase[] = {words[first], words[(first + 1) % COUNT(words)]};
        const struct query_words asked = {phrase, 1 + (luck(&dice, 4) == 0)};
        struct text text = {0};

        for (size_t i = 0; i < n; i++) {
            text_puts(&text, pieces[luck(&dice, COUNT(pieces))]);
            at[i + 1] = text.n;
        }
        assert_parts(&asked, slice_of(text.v, text.n), at, n);
        text_free(&text);
    }
}

/* What surely is not there is not read: else nothing would be won. */
static void
test_passed_over(void **state)
{
    static const struct query_word quill = {"quillmark", 9, false};
    static const struct query_words asked = {&quill, 1};
    static const struct {
        const char *text;
        bool may;
    } rows[] = {
        {"The crane on the quay was slow, they said, and loud at that.", false},
        {"Br\xC3\xA9ren Laiski of Paor\xC3\xB6" "ck Rail said \xE2\x80\x9Cquietly\xE2\x80\x9D: no \xE2\x80\x93 never", false},
        {"a quill\xE2\x80\x99s mark, a quill-mark", false},
        {"no QuillMark there", true},
        {"no quillm\xC3\xA1rk there", true},
        {"no quillmask, but qu\xC3\xA9", true}, /* it may go on, for all that is known there */
        {"", false},
        {"quillmar", false},
        {"quillmark", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row(query_words_may(&asked, slice_str(rows[i].text)) == rows[i].may, "row %zu: %s", i, rows[i].text);
}

/* ---- in articles --------------------------------------------------------------------------------- */

static void
harbour(struct make *make)
{
    static const int values[] = {40, 9, 12, 3, 70};
    uint32_t vik, quote;

    make_article(make, "a.txt",
                 "The crane of 40 lifts cost Gr\xC3\xB6nby caf\xC3\xA9 owners dear, Ida Vik said.\n\n"
                 "No crane lifts 9 tons at \xEF\xAC\x81rst, she said, but 12 cafes were promised one.\n\n"
                 "In Lund 3 boats lay idle. Cr\xC3\xA1ne and crew of 70 went home.");
    vik = make_entity(make, ENTITY_PERSON, "Ida Vik");
    quote = make_quote(make, QUOTE_INDIRECT, "The crane of 40 lifts cost Gr\xC3\xB6nby caf\xC3\xA9 owners dear", vik, 0);
    (void)make_quote(make, QUOTE_INDIRECT, "No crane lifts 9 tons at \xEF\xAC\x81rst", vik, 1);
    (void)make_figure(make, FIGURE_COUNT, "40 lifts", quote);
    (void)make_figure(make, FIGURE_COUNT, "9 tons", 1);
    (void)make_figure(make, FIGURE_COUNT, "12 cafes", ROW_NONE);
    (void)make_figure(make, FIGURE_COUNT, "3 boats", ROW_NONE);
    (void)make_figure(make, FIGURE_COUNT, "70", ROW_NONE);
    for (size_t i = 0; i < make->figures.n; i++) {
        make->figures.v[i].has_value = true;
        make->figures.v[i].value = decimal_make(values[i], 0);
    }
    (void)make_done(make);
}

static void
test_quotes_and_figures(void **state)
{
    static const struct {
        const char *query, *quotes, *figures; /* that pass: a letter for each */
    } rows[] = {
        {"crane", "yy", "yyyyy"},
        {"crane lifts", "yy", "yyy--"},
        {"\"crane lifts\"", "-y", "-yy--"},
        {"cafe", "y-", "y----"},
        {"cafe*", "y-", "yyy--"},
        {"first", "-y", "-yy--"},
        {"gronby", "y-", "y----"},
        {"crane NOT lund", "yy", "yyy--"},
        {"idle OR owners", "y-", "y--yy"},
        {"NOT crane", "--", "-----"},
        {"heron", "--", "-----"},
        {"speaker:vik lifts", "yy", "yy---"},
        {"value>8", "yy", "yyy-y"},
        {"value:9 crane", "-y", "-y---"},
    };
    struct make make = {0};

    (void)state;
    make_article(&make, "0.txt", "Nothing but a heron was seen.");
    (void)make_done(&make);
    harbour(&make);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = query_parse(rows[i].query, 0, &error);
        struct search *search;

        assert_non_null(query);
        search = search_new(make.index, query);
        for (uint32_t id = 0; rows[i].quotes[id]; id++)
            assert_row(search_passes_quote(search, id) == (rows[i].quotes[id] == 'y'), "%s: quote %u", rows[i].query, id);
        for (uint32_t id = 0; rows[i].figures[id]; id++)
            assert_row(search_passes_figure(search, id) == (rows[i].figures[id] == 'y'), "%s: figure %u", rows[i].query, id);
        search_free(search);
        query_free(query);
        query_error_clear(&error);
    }
    make_free(&make);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_passed_over),
        cmocka_unit_test(test_quotes_and_figures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
