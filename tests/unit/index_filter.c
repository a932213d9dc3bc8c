/* Unit tests of src/index: what is listed, filters, lists of speakers, terms. */
#include "index_make.h"
#include "unit.h"

#include "lede/query.h"
#include "lede/utf.h"

/*
 * Two articles. Quotes: 0 Vik, a clause; 1 Vik, a fragment in it; 2 a scare quote; 3 a fragment of its own, nobody's;
 * 4 (second article) a pull quote; 5 the words in the text, Vik's; 6 of Steen and Vik.
 */
static void
two_articles(struct make *make)
{
    uint32_t vik, steen, row;

    make_article(make, "harbour/a.txt",
                 "The crane of 40 lifts was “slow and loud”, Ida Vik said.\nThe so-called “smart” crane cost $9m.\n"
                 "Some called it “a folly” of forty lifts.");
    vik = make_entity(make, ENTITY_PERSON, "Ida Vik");
    row = make_quote(make, QUOTE_INDIRECT, "The crane of 40 lifts was “slow and loud”", vik, 0);
    (void)make_quote(make, QUOTE_FRAGMENT, "slow and loud", vik, 0);
    (void)make_quote(make, QUOTE_SCARE, "smart", ENTITY_NONE, 1);
    (void)make_quote(make, QUOTE_FRAGMENT, "a folly", ENTITY_NONE, 2);
    (void)make_figure(make, FIGURE_COUNT, "40 lifts", row);
    (void)make_figure(make, FIGURE_MONEY, "$9m", ROW_NONE);
    row = make_figure(make, FIGURE_COUNT, "forty lifts", ROW_NONE);
    make->figures.v[row].same_as = 0;
    assert_int_equal(make_done(make), 0);

    make_article(make, "b.txt", "We will not pay for it\n“We will not pay for it, ever,” said Vik.\nBoth refused 9 offers.");
    steen = make_entity(make, ENTITY_PERSON, "Arvid Steen");
    vik = make_entity(make, ENTITY_PERSON, "Vik");
    (void)make_quote(make, QUOTE_PULL, "We will not pay for it", vik, 0);
    (void)make_quote(make, QUOTE_DIRECT, "We will not pay for it, ever,", vik, 1);
    make->quotes.v[0].repeats = 1;
    row = make_quote(make, QUOTE_INDIRECT, "Both refused 9 offers", steen, 2);
    make->quotes.v[row].speakers[make->quotes.v[row].nspeakers++] = vik;
    (void)make_figure(make, FIGURE_COUNT, "9 offers", row);
    assert_int_equal(make_done(make), 1);
}

static void
test_what_is_listed(void **state)
{
    static const bool listed[] = {true, false, false, true, false, true, true};
    struct make make = {0};

    (void)state;
    two_articles(&make);
    assert_int_equal(index_nquotes(make.index), COUNT(listed));
    for (uint32_t i = 0; i < COUNT(listed); i++)
        assert_row(index_quote_listed(make.index, i) == listed[i], "quote %u", i);
    make_free(&make);
}

/* A pull quote of somebody else's words is listed: it is another claim. */
static void
test_a_pull_quote_of_another_speaker_is_listed(void **state)
{
    struct make make = {0};

    (void)state;
    make_article(&make, "a.txt", "We pay\n“We pay,” she said.");
    (void)make_quote(&make, QUOTE_PULL, "We pay", make_entity(&make, ENTITY_PERSON, "Ida Vik"), 0);
    (void)make_quote(&make, QUOTE_DIRECT, "We pay,", make_entity(&make, ENTITY_PERSON, "Una Berg"), 1);
    make.quotes.v[0].repeats = 1;
    (void)make_done(&make);
    assert_true(index_quote_listed(make.index, 0));
    make_free(&make);
}

static void
test_places_and_ids(void **state)
{
    struct make make = {0};

    (void)state;
    two_articles(&make);
    assert_int_equal(index_narticles(make.index), 2);
    for (uint32_t id = 0; id < index_nquotes(make.index); id++) {
        struct place place = index_quote_place(make.index, id);
        assert_int_equal(index_quote_id(make.index, place.article, place.row), id);
        assert_ptr_equal(index_quote(make.index, id), &index_extract(make.index, place.article)->quotes[place.row]);
    }
    for (uint32_t id = 0; id < index_nfigures(make.index); id++) {
        struct place place = index_figure_place(make.index, id);
        assert_int_equal(index_figure_id(make.index, place.article, place.row), id);
        assert_ptr_equal(index_figure(make.index, id), &index_extract(make.index, place.article)->figures[place.row]);
    }
    make_free(&make);
}

static void
test_filters(void **state)
{
    enum { VIK, STEEN };
    static const struct {
        uint32_t speaker, article, kinds;
        const char *query, *quotes;
    } rows[] = {
        {ID_NONE, ID_NONE, 0, NULL, "0 3 5 6"},
        {VIK, ID_NONE, 0, NULL, "0 5 6"},                 /* "Vik" of the second article too */
        {STEEN, ID_NONE, 0, NULL, "6"},
        {ID_NONE, 0, 0, NULL, "0 3"},
        {VIK, 1, 0, NULL, "5 6"},
        {ID_NONE, ID_NONE, 1u << QUOTE_DIRECT, NULL, "5"},
        {ID_NONE, ID_NONE, 1u << QUOTE_DIRECT | 1u << QUOTE_FRAGMENT, NULL, "3 5"},
        {ID_NONE, ID_NONE, 1u << QUOTE_SCARE, NULL, ""},      /* never listed */
        {ID_NONE, ID_NONE, 0, "pay", "5"},
        {ID_NONE, ID_NONE, 0, "not pa*", "5"},
        {ID_NONE, ID_NONE, 0, "pay slow", ""},
        {VIK, 1, 1u << QUOTE_INDIRECT, "9", "6"},
    };
    struct make make = {0};
    struct ids ids = {0};

    (void)state;
    two_articles(&make);
    assert_int_equal(index_speaker_of(make.index, 0, 0), VIK);
    assert_int_equal(index_speaker_of(make.index, 1, 0), STEEN);
    assert_int_equal(index_speaker_of(make.index, 1, 1), VIK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = rows[i].query ? query_parse(rows[i].query, 0, &error) : NULL;
        const struct filter filter = {.speaker = rows[i].speaker, .article = rows[i].article, .quote_kinds = rows[i].kinds,
                                      .search = query ? search_new(make.index, query) : NULL};

        filter_quotes(make.index, &filter, &ids);
        search_free(filter.search);
        query_free(query);
        assert_row(strcmp(make_ids(&ids), rows[i].quotes) == 0, "row %zu: %s", i, make_ids(&ids));
    }
    vec_free(&ids);
    make_free(&make);
}

static void
test_filters_of_figures(void **state)
{
    static const struct {
        uint32_t speaker, article, kinds;
        const char *query, *figures;
    } rows[] = {
        {ID_NONE, ID_NONE, 0, NULL, "0 1 3"},         /* 2 says the same as 0 */
        {ID_NONE, 0, 0, NULL, "0 1"},
        {ID_NONE, ID_NONE, 1u << FIGURE_MONEY, NULL, "1"},
        {0, ID_NONE, 0, NULL, "0 3"},                 /* those that stand in a quote of Vik's */
        {1, ID_NONE, 0, NULL, "3"},
        {ID_NONE, ID_NONE, 0, "crane", "0 1"},        /* in the paragraph of the figure */
        {ID_NONE, ID_NONE, 0, "refused", "3"},
    };
    struct make make = {0};
    struct ids ids = {0};

    (void)state;
    two_articles(&make);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = rows[i].query ? query_parse(rows[i].query, 0, &error) : NULL;
        const struct filter filter = {.speaker = rows[i].speaker, .article = rows[i].article, .figure_kinds = rows[i].kinds,
                                      .search = query ? search_new(make.index, query) : NULL};

        filter_figures(make.index, &filter, &ids);
        search_free(filter.search);
        query_free(query);
        assert_row(strcmp(make_ids(&ids), rows[i].figures) == 0, "row %zu: %s", i, make_ids(&ids));
    }
    vec_free(&ids);
    make_free(&make);
}

static void
test_speakers_by_number_of_quotes(void **state)
{
    struct make make = {0};
    struct ids ids = {0};
    struct speaker speaker;

    (void)state;
    two_articles(&make);
    index_speakers_list(make.index, "", &ids);
    assert_string_equal(make_ids(&ids), "0 1");
    index_speakers_list(make.index, "ste", &ids);
    assert_string_equal(make_ids(&ids), "1");
    index_speakers_list(make.index, "nobody", &ids);
    assert_string_equal(make_ids(&ids), "");
    index_speaker_quotes(make.index, 0, false, &ids);
    assert_string_equal(make_ids(&ids), "0 5 6");
    index_speaker_quotes(make.index, 0, true, &ids);
    assert_string_equal(make_ids(&ids), "0 1 4 5 6");
    index_speaker(make.index, 0, &speaker);
    assert_int_equal(speaker.nquotes, 3);
    assert_int_equal(speaker.narticles, 2);
    assert_int_equal(speaker.noutlets, 2);
    assert_true(index_article_has_speaker(make.index, 0, 0));
    assert_false(index_article_has_speaker(make.index, 0, 1));
    assert_true(index_article_has_speaker(make.index, 1, 0)); /* as "Vik" there */
    assert_int_equal(index_quote_speaker(make.index, 3), ID_NONE);
    assert_int_equal(index_quote_speaker(make.index, 6), 1);
    assert_true(index_quote_is_by(make.index, 6, 0));
    vec_free(&ids);
    make_free(&make);
}

/* ---- terms ------------------------------------------------------------------------------- */

static void
test_terms(void **state)
{
    static const char *const texts[] = {
        "The crane in Québec lifts.", "A crane, a CRANE and cranberries.", "Nothing of that kind.", "",
        "Pneumonoultramicroscopicsilicovolcanoconiosisesandmore happens; so does C-47.",
    };
    static const struct {
        const char *words, *articles;
    } rows[] = {
        {"crane", "0 1"}, {"cran", "0 1"}, {"cranb", "1"},
        {"crane ", "0 1"},
        {"cran ", ""},                    /* a blank behind it: a whole word */
        {"crane lifts", "0"}, {"crane li", "0"}, {"li crane", ""},
        {"quebec", "0"}, {"QUEBEC", ""},  /* wants folded words */
        {"", ""}, {" ", ""}, {"zzz", ""}, {"crane zzz", ""},
        {"pneumonoultramicroscopicsilicovolcanoconiosisesandmore", "4"},
        {"c-47", "4"}, {"of ki", "2"},
    };
    struct make make = {0};
    struct ids ids = {0};

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        make_article(&make, "a.txt", texts[i]);
        (void)make_done(&make);
    }
    for (size_t i = 0; i < COUNT(rows); i++) {
        index_terms_find(make.index, rows[i].words, &ids);
        assert_row(strcmp(make_ids(&ids), rows[i].articles) == 0, "row %zu '%s': %s", i, rows[i].words, make_ids(&ids));
    }
    vec_free(&ids);
    make_free(&make);
}

/* Differences of ids that need one, two and three bytes; words that come after a search. */
static void
test_long_posting_lists(void **state)
{
    struct make make = {0};
    struct ids ids = {0};

    (void)state;
    for (uint32_t i = 0; i < 17000; i++) {
        make_article(&make, "a.txt", i == 0 || i == 130 || i == 16999 ? "pier" : "x");
        (void)make_done(&make);
        if (i == 0) {
            index_terms_find(make.index, "pi", &ids);
            assert_string_equal(make_ids(&ids), "0");
        }
    }
    index_terms_find(make.index, "pi", &ids);
    assert_string_equal(make_ids(&ids), "0 130 16999");
    index_terms_find(make.index, "x", &ids);
    assert_int_equal(ids.n, 16997);
    vec_free(&ids);
    make_free(&make);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_listed),
        cmocka_unit_test(test_a_pull_quote_of_another_speaker_is_listed),
        cmocka_unit_test(test_places_and_ids),
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_filters_of_figures),
        cmocka_unit_test(test_speakers_by_number_of_quotes),
        cmocka_unit_test(test_terms),
        cmocka_unit_test(test_long_posting_lists),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
