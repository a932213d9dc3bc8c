/* Unit tests of src/index/query*.c and search*.c: what a query means, what is wrong with it and where, what it finds. */
#include <limits.h>

#include "index_make.h"
#include "unit.h"

#include "lede/query.h"
#include "lede/utf.h"

static void
set_span(struct make *make, struct span *span, const char *words)
{
    const char *at = strstr(make->article->text, words);

    assert_row(at, "the article does not say '%s'", words);
    *span = (struct span){(uint32_t)(at - make->article->text), (uint32_t)(at - make->article->text + (long)strlen(words))};
}

static uint32_t
figure_of(struct make *make, enum figure_kind kind, const char *words, uint32_t quote, double value, double high, const char *unit)
{
    uint32_t row = make_figure(make, kind, words, quote);
    struct figure *figure = &make->figures.v[row];

    figure->has_value = true;
    figure->value = decimal_from_double(value);
    figure->has_high = high > value;
    figure->high = decimal_from_double(high);
    figure->unit = unit;
    return row;
}

/*
 * Quotes: 0 Vik, reported, with 40; 1 Vik, a fragment in it; 2 a scare quote; 3 a fragment of nobody's. 4 (1) a pull quote of Vik's;
 * 5 Vik, direct, with 20 %; 6 of Steen and Vik, with 9. 7 (2) Steen, direct.
 * Figures: 0 40 lifts; 1 $9m; 2 40 lifts. 3 (1) 20 %; 4 9 to 12 offers. 5 (2) 2 billion euros, 6 5 km.
 */
static void
four_articles(struct make *make)
{
    uint32_t vik, steen, row;

    make_article(make, "harbour/2026/crane.txt",
                 "Harbour Post\nThe crane was “slow and loud”, Ida Vik said of the 40 lifts.\nThe so-called “smart” crane cost $9m in the "
                 "U.S. market.\nSome called it “a folly” of 40 lifts. Cranberries in Québec.");
    set_span(make, &make->article->outlet, "Harbour Post");
    make->article->published = "2026-01-14T17:07";
    vik = make_entity(make, ENTITY_PERSON, "Ida Vik");
    row = make_quote(make, QUOTE_INDIRECT, "The crane was “slow and loud”, Ida Vik said of the 40 lifts", vik, 0);
    (void)make_quote(make, QUOTE_FRAGMENT, "slow and loud", vik, 0);
    (void)make_quote(make, QUOTE_SCARE, "smart", ENTITY_NONE, 1);
    (void)make_quote(make, QUOTE_FRAGMENT, "a folly", ENTITY_NONE, 2);
    (void)figure_of(make, FIGURE_COUNT, "40", row, 40, 0, "lifts");
    (void)figure_of(make, FIGURE_MONEY, "$9m", ROW_NONE, 9e6, 0, "USD");
    row = figure_of(make, FIGURE_COUNT, "40 lifts. Cran", ROW_NONE, 40, 0, "lifts");
    make->figures.v[row].same_as = 0;
    assert_int_equal(make_done(make), 0);

    make_article(make, "b.txt", "We will not pay for it\n“We will not pay for it, ever, 20%,” said Vik.\nBoth refused 9 to 12 offers.");
    make->article->published = "2026-02";
    set_span(make, &make->article->title, "We will not pay for it");
    steen = make_entity(make, ENTITY_PERSON, "Arvid Steen");
    vik = make_entity(make, ENTITY_PERSON, "Vik");
    (void)make_quote(make, QUOTE_PULL, "We will not pay for it", vik, 0);
    (void)make_quote(make, QUOTE_DIRECT, "We will not pay for it, ever, 20%,", vik, 1);
    make->quotes.v[0].repeats = 1;
    row = make_quote(make, QUOTE_INDIRECT, "Both refused 9 to 12 offers", steen, 2);
    make->quotes.v[row].speakers[make->quotes.v[row].nspeakers++] = vik;
    (void)figure_of(make, FIGURE_PERCENT, "20%", 1, 20, 0, "%");
    (void)figure_of(make, FIGURE_COUNT, "9 to 12", row, 9, 12, "offers");
    assert_int_equal(make_done(make), 1);

    make_article(make, "c.txt", "Tidal Gazette\n“The crane pays for itself,” Steen said.\nIt cost 2 billion euros and stands 5 km off.");
    set_span(make, &make->article->outlet, "Tidal Gazette");
    make->article->seen_on = "2026-03-02";
    steen = make_entity(make, ENTITY_PERSON, "Steen");
    (void)make_quote(make, QUOTE_DIRECT, "The crane pays for itself,", steen, 0);
    (void)figure_of(make, FIGURE_MONEY, "2 billion euros", ROW_NONE, 2e9, 0, "EUR");
    (void)figure_of(make, FIGURE_MEASURE, "5 km", ROW_NONE, 5, 0, "km");
    assert_int_equal(make_done(make), 2);

    make_article(make, "d.txt", "");
    assert_int_equal(make_done(make), 3);
}

/* ---- what passes ------------------------------------------------------------------------- */

static void
find_all(struct search *search, const struct index *index, struct ids found[3])
{
    uint32_t next = 0, id;

    for (int i = 0; i < 3; i++)
        vec_clear(&found[i]);
    while ((id = search_next(search, SEARCH_ARTICLES, &next, UINT32_MAX, LONG_MAX)) != ID_NONE)
        vec_push(&found[0], id);
    for (id = 0; id < index_nquotes(index); id++)
        if (search_passes_quote(search, id))
            vec_push(&found[1], id);
    for (id = 0; id < index_nfigures(index); id++)
        if (search_passes_figure(search, id))
            vec_push(&found[2], id);
}

static void
test_what_passes(void **state)
{
    static const struct {
        const char *query, *found[3]; /* articles, quotes, figures */
    } rows[] = {
        {"crane", {"0 2", "0 7", "0 1"}},
        {"CRANE", {"0 2", "0 7", "0 1"}},
        {"cran*", {"0 2", "0 7", "0 1 2"}},
        {"quebec", {"0", "", "2"}}, {"QUÉBEC", {"0", "", "2"}},
        {"\"not pay\"", {"1", "4 5", "3"}}, {"“not pay”", {"1", "4 5", "3"}}, {"\"pay not\"", {"", "", ""}},
        {"\"not pa*\"", {"1", "4 5", "3"}}, {"\"no* pay\"", {"1", "4 5", "3"}}, {"\"not p\"", {"", "", ""}},
        {"u.s.", {"0", "", "1"}}, {"so-called", {"0", "", "1"}}, {"so called", {"0", "", "1"}},
        {"\"lifts the\"", {"", "", ""}},                    /* over the end of a paragraph */
        {"cost and", {"0 2", "", "5 6"}},
        {"crane AND pays", {"2", "7", ""}}, {"slow OR pays", {"0 2", "0 1 7", "0"}},
        {"crane pays OR offers", {"1 2", "6 7", "4"}},       /* AND before OR */
        {"crane (pays OR slow)", {"0 2", "0 7", "0"}},
        {"crane -pays", {"0", "0", "0 1"}}, {"crane NOT pays", {"0", "0", "0 1"}}, {"NOT NOT crane", {"0 2", "0 7", "0 1"}},
        {"-crane", {"1 3", "1 2 3 4 5 6", "2 3 4 5 6"}},
        {"-(crane OR pay)", {"3", "1 2 3 6", "2 4 5 6"}},
        {"and", {"0 2", "0 1", "0 5 6"}},                     /* only capitals are operators */
        {"speaker:vik", {"0 1", "0 1 4 5 6", "0 3 4"}}, {"Speaker: Vik", {"0 1", "0 1 4 5 6", "0 3 4"}},
        {"speaker:\"ida vik\"", {"0 1", "0 1 4 5 6", "0 3 4"}},    /* one person under both names */
        {"speaker:vi", {"", "", ""}}, {"speaker:vi*", {"0 1", "0 1 4 5 6", "0 3 4"}},
        {"speaker:vik speaker:steen", {"1", "6", "4"}},
        {"speaker:vik OR speaker:steen", {"0 1 2", "0 1 4 5 6 7", "0 3 4"}},
        {"outlet:harbour", {"0", "0 1 2 3", "0 1 2"}}, {"outlet:\"post harbour\"", {"0", "0 1 2 3", "0 1 2"}},
        {"outlet:b", {"1", "4 5 6", "3 4"}},                  /* without an outlet: the file's name */
        {"outlet:har", {"", "", ""}}, {"outlet:har*", {"0", "0 1 2 3", "0 1 2"}},
        {"kind:direct", {"1 2", "5 7", "3"}}, {"KIND:Direct", {"1 2", "5 7", "3"}},
        {"kind:fragment", {"0", "1 3", ""}}, {"kind:scare", {"0", "2", ""}}, {"kind:pull", {"", "4", ""}}, /* repeated, so not listed */
        {"kind:money", {"0 2", "", "1 5"}}, {"kind:percent", {"1", "5", "3"}}, {"kind:d*", {"1 2", "5 7", "3"}},
        {"value>39", {"0 2", "0", "0 1 2 5"}}, {"value>=40", {"0 2", "0", "0 1 2 5"}}, {"value>40", {"0 2", "", "1 5"}},
        {"value<9", {"2", "", "6"}}, {"value<=9", {"1 2", "6", "4 6"}}, {"value=11", {"1", "6", "4"}}, {"value:12", {"1", "6", "4"}},
        {"value:10..15", {"1", "6", "4"}}, {"value:1bn..", {"2", "", "5"}}, {"value:..5", {"2", "", "6"}},
        {"value = 9m", {"0", "", "1"}}, {"value>=\"9 million\"", {"0 2", "", "1 5"}}, {"value>1e9", {"2", "", "5"}},
        {"value>1.9bn value<2.1bn", {"2", "", "5"}}, {"value=20%", {"1", "5", "3"}}, {"value=20km", {"", "", ""}},
        {"value=$9m", {"0", "", "1"}}, {"value=€2bn", {"2", "", "5"}}, {"value=\"2 billion euros\"", {"2", "", "5"}},
        {"unit:usd", {"0", "", "1"}}, {"unit:$", {"0", "", "1"}}, {"unit:dollars", {"0", "", "1"}}, {"unit:euros", {"2", "", "5"}},
        {"unit:%", {"1", "5", "3"}}, {"unit:percent", {"1", "5", "3"}}, {"unit:kilometres", {"2", "", "6"}}, {"unit:LIFTS", {"0", "0", "0 2"}},
        {"unit:EUR value<1bn", {"", "", ""}},                 /* one figure has to be both */
        {"unit:EUR (value<1bn)", {"", "", ""}},
        {"unit:EUR unit:km", {"2", "", ""}},                  /* but a figure has one unit */
        {"kind:direct speaker:steen", {"2", "7", ""}},         /* and one quote */
        {"kind:count kind:money", {"0", "", ""}},
        {"speaker:steen value>10", {"1 2", "6", "4"}},
        {"date:2026", {"0 1 2", "0 1 2 3 4 5 6 7", "0 1 2 3 4 5 6"}}, {"date:2026-01", {"0", "0 1 2 3", "0 1 2"}},
        {"date:2026-01-14", {"0", "0 1 2 3", "0 1 2"}}, {"date:2026-02-10", {"", "", ""}}, {"date:2026-01..2026-02", {"0 1", "0 1 2 3 4 5 6", "0 1 2 3 4"}},
        {"date>2026-01", {"1 2", "4 5 6 7", "3 4 5 6"}}, {"date>=2026-03-02", {"2", "7", "5 6"}}, {"date<2026-03", {"0 1", "0 1 2 3 4 5 6", "0 1 2 3 4"}},
        {"date<=2026-02", {"0 1", "0 1 2 3 4 5 6", "0 1 2 3 4"}}, {"date:2026-02..", {"1 2", "4 5 6 7", "3 4 5 6"}}, {"-date:2026", {"3", "", ""}},
        {"title:pay", {"1", "4 5 6", "3 4"}}, {"headline:\"not pay\"", {"1", "4 5 6", "3 4"}}, {"title:ever", {"", "", ""}},
        {"path:2026", {"0", "0 1 2 3", "0 1 2"}}, {"path:\"Harbour/\"", {"0", "0 1 2 3", "0 1 2"}}, {"path:.txt", {"0 1 2 3", "0 1 2 3 4 5 6 7", "0 1 2 3 4 5 6"}},
        {"crane – … cost", {"0 2", "", "1"}},                  /* what is no word asks nothing */
        {"10:30 OR 5:30 OR km", {"2", "", "5 6"}}, {"Steen: crane", {"2", "", ""}}, {"\"kind:money\"", {"", "", ""}},
    };
    struct make make = {0};
    struct ids found[3] = {0};

    (void)state;
    four_articles(&make);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = query_parse(rows[i].query, 0, &error);
        struct search *search;

        assert_row(query, "%s: %s", rows[i].query, error.sentence);
        search = search_new(make.index, query);
        find_all(search, make.index, found);
        for (int unit = 0; unit < 3; unit++)
            assert_row(strcmp(make_ids(&found[unit]), rows[i].found[unit]) == 0, "%s: unit %d: '%s', not '%s'", rows[i].query, unit, make_ids(&found[unit]),
                       rows[i].found[unit]);
        search_free(search);
        query_free(query);
    }
    for (int unit = 0; unit < 3; unit++)
        vec_free(&found[unit]);
    make_free(&make);
}

/* ---- what is wrong ---------------------------------------------------------------------------- */

static void
test_what_is_wrong(void **state)
{
    static const struct {
        const char *query;
        size_t offset, len;
        bool unfinished;
        const char *sentence;
    } rows[] = {
        {"", 0, 0, true, "the query is empty"}, {"  … ", 0, 6, true, "the query is empty"},
        {"speeker:vik", 0, 7, false, "there is no such field; did you mean 'speaker'?"},
        {"crane http://x", 6, 4, false, "there is no such field; in quotation marks these are words"},
        {"vlaue>5", 0, 5, false, "there is no such field; did you mean 'value'?"},
        {"a \"b c", 2, 1, true, "this quotation mark is not closed"}, {"a “b", 2, 3, true, "this quotation mark is not closed"},
        {"a \"", 2, 1, true, "this quotation mark is not closed"},
        {"a (b OR c", 2, 1, true, "this parenthesis is not closed"}, {"a (", 2, 1, true, "something must come behind the parenthesis"},
        {"a ()", 2, 2, false, "nothing stands between the parentheses"}, {"a ( )", 2, 3, false, "nothing stands between the parentheses"},
        {"a) b", 1, 1, false, "no parenthesis is open here"}, {"\"\"", 0, 2, false, "nothing stands between the quotation marks"},
        {"a \"-\"", 2, 3, false, "nothing stands between the quotation marks"},
        {"a AND", 2, 3, true, "something must come behind AND"}, {"a OR ", 2, 2, true, "something must come behind OR"},
        {"NOT", 0, 3, true, "something must come behind NOT"}, {"AND a", 0, 3, false, "something must stand before AND"},
        {"OR a", 0, 2, false, "something must stand before OR"}, {"a AND OR b", 6, 2, false, "something must stand before OR"},
        {"(a AND) b", 3, 3, false, "something must stand between AND and the parenthesis"},
        {"(a -) b", 0, 0, false, NULL},
        {"kind:monney", 5, 6, false, "there is no such kind; did you mean 'money'?"},
        {"kind:xyz", 5, 3, false,
         "there is no such kind: there are direct, fragment, pull, indirect, scare, money, percent, count, number, ordinal, fraction, "
         "multiple, measure, duration, age, date"},
        {"value>much", 6, 4, false, "this is no number: 1.5bn, 10k, 1e9, 20% and $5m are"}, {"value>1,5", 6, 3, false, "this is no number: 1.5bn, 10k, 1e9, 20% and $5m are"},
        {"value>5..6", 6, 4, false, "a range stands behind ':' or '=' and has an end"}, {"value:..", 6, 2, false, "a range stands behind ':' or '=' and has an end"},
        {"value>", 0, 6, true, "a number must come behind this"}, {"speaker: AND b", 0, 8, true, "a name must come behind this"},
        {"speaker>vik", 0, 11, false, "this field is asked with ':'; value and date can be compared"},
        {"speaker:\"\"", 8, 2, false, "nothing stands between the quotation marks"}, {"outlet:--", 7, 2, false, "there is no word in this"},
        {"date:2026-13", 5, 7, false, "this is no date: 2026, 2026-01 and 2026-01-14 are"}, {"date:2026-02-30", 5, 10, false, "this is no date: 2026, 2026-01 and 2026-01-14 are"},
        {"date:2026-03..2026-01", 5, 16, false, "this range ends before it begins"},
        {"cr*ne", 2, 1, false, "a star stands behind the beginning of a word"}, {"*", 0, 1, false, "a star stands behind the beginning of a word"},
        {"a *b", 2, 1, false, "a star stands behind the beginning of a word"}, {"\"a * b\"", 3, 1, false, "a star stands behind the beginning of a word"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = query_parse(rows[i].query, 0, &error);

        if (rows[i].sentence) {
            assert_row(!query && error.sentence, "%s: nothing wrong", rows[i].query);
            assert_row(strcmp(error.sentence, rows[i].sentence) == 0, "%s: %s", rows[i].query, error.sentence);
            assert_row(error.offset == rows[i].offset && error.len == rows[i].len, "%s: at %zu, %zu", rows[i].query, error.offset, error.len);
            assert_row(error.unfinished == rows[i].unfinished, "%s: unfinished %d", rows[i].query, error.unfinished);
        } else {
            assert_row(query && !error.sentence, "%s: %s", rows[i].query, error.sentence);
        }
        query_free(query);
        query_error_clear(&error);
    }
}

static void
assert_refused(const struct text *text, const char *sentence)
{
    struct query_error error = {0};
    struct query *query = query_parse(text->v, 0, &error);

    assert_null(query);
    assert_string_equal(error.sentence, sentence);
    query = query_parse(text->v, QUERY_TYPING, &error);
    assert_non_null(query);
    assert_non_null(error.sentence);
    query_free(query);
    query_error_clear(&error);
}

static void
test_limits(void **state)
{
    struct text text = {0};
    struct query_error error = {0};

    (void)state;
    for (int i = 0; i < 32; i++)
        text_putc(&text, '(');
    text_putc(&text, 'a');
    for (int i = 0; i < 32; i++)
        text_putc(&text, ')');
    query_free(query_parse(text.v, 0, &error));
    assert_null(error.sentence);
    text.n = 0;
    for (int i = 0; i < 2000; i++)
        text_putc(&text, '(');
    text_puts(&text, "a");
    assert_refused(&text, "more than 32 parentheses within one another");
    text.n = 0;
    for (int i = 0; i < 64; i++)
        text_puts(&text, "a OR ");
    text_puts(&text, "b");
    assert_refused(&text, "more than 63 terms");
    text.n = 0;
    for (int i = 0; i < 33; i++)
        text_puts(&text, "a-");
    assert_refused(&text, "a phrase has at most 32 words");
    text.n = 0;
    for (int i = 0; i < 4097; i++)
        text_puts(&text, "-");
    assert_refused(&text, "a query has at most 4096 bytes");
    text_free(&text);
}

/* ---- while somebody types -------------------------------------------------------------------------- */

static void
test_typing(void **state)
{
    static const struct {
        const char *query, *articles, *whole;
    } rows[] = {
        {"cran", "0 2", "cran*"}, {"cran ", "", "cran "}, {"cra pay", "", "cra pay*"}, {"crane pay", "2", "crane pay*"},
        {"\"will not p", "1", "\"will not p*\""}, {"\"will not ", "1", "\"will not \""}, {"\"not pay\"", "1", "\"not pay\""},
        {"crane AND", "0 2", "crane "}, {"crane AND (pay OR", "", "crane AND (pay )"}, {"crane (slow OR pay", "0 2", "crane (slow OR pay*)"},
        {"crane (", "0 2", "crane "}, {"crane -", "0 2", "crane -"}, {"crane -pa", "0", "crane -pa*"}, {"NOT", "0 1 2 3", ""}, {"", "0 1 2 3", ""},
        {"speaker:", "0 1 2 3", ""}, {"speaker:ste", "1 2", "speaker:ste*"}, {"speaker:\"ida v", "0 1", "speaker:\"ida v*\""},
        {"kind:mon", "0 2", "kind:mon*"}, {"kind:monx", "0 1 2 3", "kind:monx*"}, {"kind:d", "1 2", "kind:d*"},
        {"value>", "0 1 2 3", ""}, {"value>1", "0 1 2", "value>1"}, {"date:2026-0", "0 1 2", "date:2026-0"}, {"date:2", "0 1 2", "date:2"}, {"date:2026-01-", "0", "date:2026-01-"},
        {"date:2026-01..2", "0 1 2", "date:2026-01..2"}, {"date:2026-02..2026-0", "1 2", "date:2026-02..2026-0"}, {"unit:lif", "0", "unit:lif*"},
        {"speeker:vik crane", "0 2", "speeker:vik crane*"}, {"crane) pay", "2", "crane) pay*"}, {"title:pa", "1", "title:pa*"},
    };
    struct make make = {0};
    struct ids found[3] = {0};
    struct text whole = {0};

    (void)state;
    four_articles(&make);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = query_parse(rows[i].query, QUERY_TYPING, &error);
        struct search *search = search_new(make.index, query);

        find_all(search, make.index, found);
        assert_row(strcmp(make_ids(&found[0]), rows[i].articles) == 0, "%s: %s", rows[i].query, make_ids(&found[0]));
        search_free(search);
        query_complete(rows[i].query, &whole);
        assert_row(strcmp(whole.v, rows[i].whole) == 0, "%s: %s", rows[i].query, whole.v);
        query_free(query);
        query_error_clear(&error);
    }
    for (int unit = 0; unit < 3; unit++)
        vec_free(&found[unit]);
    text_free(&whole);
    make_free(&make);
}

/* ---- hits -------------------------------------------------------------------------------------------------- */

static void
test_hits(void **state)
{
    static const struct {
        const char *query, *text, *hits;
    } rows[] = {
        {"crane", "The crane, a CRANE; cranes.", "crane|CRANE|"}, {"cran*", "cranes cranky", "cranes|cranky|"},
        {"\"slow and loud\"", "slow and\n  loud, slow and", "slow and\n  loud|"}, {"quebec -loud (a OR NOT b)", "Québec loud a b", "Québec|a|"},
        {"u.s.", "the U.S. and us", "U.S|"}, {"speaker:vik value>5 kind:direct", "vik 6 direct", ""}, {"title:crane", "a crane", "crane|"},
        {"\"a b\" b", "a b b", "a b|b|"}, {"international", "inter\xC2\xADnational", "inter\xC2\xADnational|"}, {"x", "", ""}, {"e\xCC\x81*", "cafe e\xCC\x81t", "e\xCC\x81t|"}, {"cafe", "cafe\xCC\x81 x", "cafe\xCC\x81|"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error error = {0};
        struct query *query = query_parse(rows[i].query, 0, &error);
        struct text hits = {0};
        struct span hit;

        assert_non_null(query);
        text_puts(&hits, "");
        for (size_t at = 0; query_find(query, rows[i].text, strlen(rows[i].text), at, &hit); at = hit.end) {
            text_add(&hits, rows[i].text + hit.start, hit.end - hit.start);
            text_putc(&hits, '|');
        }
        assert_row(strcmp(hits.v, rows[i].hits) == 0, "%s: %s", rows[i].query, hits.v);
        text_free(&hits);
        query_free(query);
    }
}

/* The look at bytes that comes before reading words misses nothing. */
static void
test_words_however_they_are_written(void **state)
{
    static const char *const texts[] = {
        "x\xE2\x80\x99s “harbour”", "HARBOUR", "a—harbour—b", "har\xC2\xAD" "bour", "har\xE2\x80\x8B" "bour", "h\xC3\xA4" "rbour", "ＨＡＲＢＯＵＲ", "harbou\xE2\x80\x8D" "r",
        "(Harbour)", "xharbour harbour", "harbour\xCC\x81", "h\xCC\x81" "arbour",
    };
    struct query_error error = {0};
    struct query *query = query_parse("harbour", 0, &error);

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct make make = {0};
        struct search *search;
        struct span hit;

        make_article(&make, "a.txt", texts[i]);
        (void)make_quote(&make, QUOTE_DIRECT, texts[i], ENTITY_NONE, 0);
        (void)make_done(&make);
        search = search_new(make.index, query);
        assert_row(query_find(query, texts[i], strlen(texts[i]), 0, &hit), "no hit in '%s'", texts[i]);
        assert_row(search_passes_article(search, 0) && search_passes_quote(search, 0), "not found: '%s'", texts[i]);
        search_free(search);
        make_free(&make);
    }
    query_free(query);
}

/* ---- against an oracle ------------------------------------------------------------------------------------------ */

/* Leaves that the oracle answers by looking at everything with the plainest means. */
enum leaf { LEAF_WORD, LEAF_PREFIX, LEAF_PHRASE, LEAF_VIK, LEAF_STEEN, LEAF_DIRECT, LEAF_MONEY, LEAF_ABOVE, LEAF_OUTLET, LEAF_DATE, LEAVES };
static const char *const leaves[LEAVES] = {"tide", "har*", "\"salt road\"", "speaker:vik", "speaker:steen", "kind:direct", "kind:money",
                                           "value>500", "outlet:gazette", "date:2026-02"};

struct asked {
    int unit;
    uint32_t article, row;
};

/* " the tide and the " : folded words between single blanks */
static bool
oracle_text(const struct index *index, const struct asked *asked, const char *wanted)
{
    const struct article *article = index_article(index, asked->article);
    const struct extract *extract = index_extract(index, asked->article);
    bool has = false;

    for (size_t b = 0; b < article->nblocks && !has; b++) {
        struct slice s = article_slice(article, article->blocks[b].words);
        struct text folded = {0}, plain = {0};

        if (asked->unit == 1 && extract->quotes[asked->row].block != b)
            continue;
        if (asked->unit == 2 && extract->figures[asked->row].block != b)
            continue;
        if (asked->unit == 1)
            s = article_slice(article, extract->quotes[asked->row].span);
        utf_fold(&folded, s.at, s.len);
        text_putc(&plain, ' ');
        for (size_t i = 0; i < folded.n; i++)
            if ((folded.v[i] >= 'a' && folded.v[i] <= 'z') || (folded.v[i] >= '0' && folded.v[i] <= '9'))
                text_putc(&plain, folded.v[i]);
            else if (plain.v[plain.n - 1] != ' ')
                text_putc(&plain, ' ');
        text_putc(&plain, ' ');
        has = strstr(plain.v, wanted) != NULL;
        text_free(&folded);
        text_free(&plain);
    }
    return has;
}

static bool
oracle_quote(const struct index *index, uint32_t article, uint32_t row, enum leaf leaf)
{
    const struct extract *extract = index_extract(index, article);
    const struct quote *quote = &extract->quotes[row];

    if (leaf == LEAF_DIRECT)
        return quote->kind == QUOTE_DIRECT;
    return quote->nspeakers && strcmp(extract->entities[quote->speakers[0]].name, leaf == LEAF_VIK ? "Ida Vik" : "Arvid Steen") == 0;
}

static bool
oracle_figure(const struct figure *figure, enum leaf leaf)
{
    return leaf == LEAF_MONEY ? figure->kind == FIGURE_MONEY : decimal_to_double(figure->value) > 500;
}

static bool
oracle_leaf(const struct index *index, const struct asked *asked, enum leaf leaf)
{
    const struct extract *extract = index_extract(index, asked->article);
    bool has = false;

    switch (leaf) {
    case LEAF_WORD:
        return oracle_text(index, asked, " tide ");
    case LEAF_PREFIX:
        return oracle_text(index, asked, " har");
    case LEAF_PHRASE:
        return oracle_text(index, asked, " salt road ");
    case LEAF_VIK:
    case LEAF_STEEN:
    case LEAF_DIRECT:
        if (asked->unit == 1)
            return oracle_quote(index, asked->article, asked->row, leaf);
        if (asked->unit == 2)
            return extract->figures[asked->row].quote != ROW_NONE &&
                   oracle_quote(index, asked->article, extract->figures[asked->row].quote, leaf);
        for (uint32_t i = 0; i < extract->nquotes; i++)
            has |= oracle_quote(index, asked->article, i, leaf);
        return has;
    case LEAF_MONEY:
    case LEAF_ABOVE:
        for (uint32_t i = 0; i < extract->nfigures; i++)
            if (asked->unit == 0 || (asked->unit == 1 && extract->figures[i].quote == asked->row) || (asked->unit == 2 && i == asked->row))
                has |= oracle_figure(&extract->figures[i], leaf);
        return has;
    case LEAF_OUTLET:
        return asked->article % 3 == 0;
    default:
        return asked->article % 4 == 1;
    }
}

/* xorshift64*, Vigna 2016 */
static uint32_t
random_below(uint64_t *seed, uint32_t below)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (uint32_t)((*seed * UINT64_C(2685821657736338717)) >> 32) % below;
}

/* A tree as an array, in the order of reading it: leaf, or operator with the number of its children. */
struct shape {
    char op; /* 'l', '&', '|', '!' */
    enum leaf leaf;
    int n;
};
struct shapes {
    struct shape v[64];
    int n;
};

static bool
is_alone(enum leaf leaf) /* so that no two terms of one AND are made one */
{
    return leaf < LEAF_VIK || leaf >= LEAF_OUTLET;
}

static void
grow(struct shapes *shapes, uint64_t *seed, int depth, bool alone)
{
    struct shape *shape = &shapes->v[shapes->n++];
    uint32_t what = depth == 0 || shapes->n > 40 ? 0 : random_below(seed, 5);

    *shape = (struct shape){"ll&|!"[what], LEAF_WORD, what < 2 ? 0 : what == 4 ? 1 : 2 + (int)random_below(seed, 2)};
    if (what < 2) {
        do
            shape->leaf = (enum leaf)random_below(seed, LEAVES);
        while (alone && !is_alone(shape->leaf));
        return;
    }
    for (int i = 0; i < shape->n; i++)
        grow(shapes, seed, depth - 1, (shape->op == '&' || (shape->op == '!' && alone)) && i > 0);
}

static void
write_shape(const struct shapes *shapes, int *at, uint64_t *seed, struct text *out)
{
    struct shape shape = shapes->v[(*at)++];

    if (shape.op == 'l') {
        text_puts(out, leaves[shape.leaf]);
        return;
    }
    if (shape.op == '!')
        text_puts(out, random_below(seed, 2) ? "NOT " : "-");
    text_puts(out, "(");
    for (int i = 0; i < shape.n; i++) {
        if (i)
            text_puts(out, shape.op == '|' ? " OR " : random_below(seed, 2) ? " AND " : " ");
        write_shape(shapes, at, seed, out);
    }
    text_puts(out, ")");
}

static bool
ask_shape(const struct shapes *shapes, int *at, const struct index *index, const struct asked *asked)
{
    struct shape shape = shapes->v[(*at)++];
    bool all = true, any = false;

    if (shape.op == 'l')
        return oracle_leaf(index, asked, shape.leaf);
    for (int i = 0; i < shape.n; i++) {
        bool one = ask_shape(shapes, at, index, asked);

        all &= one;
        any |= one;
    }
    return shape.op == '&' ? all : shape.op == '|' ? any : !any;
}

static void
many_articles(struct make *make, uint64_t *seed)
{
    static const char *const openings[] = {"The tide", "A harbour", "The Harvest salt road", "Salt, road", "The road of salt", "No tides"};

    for (uint32_t i = 0; i < 90; i++) {
        struct text text = {0};
        uint32_t vik, steen, row;
        char path[16];

        for (int p = 0; p < 3; p++)
            text_printf(&text, "%s stays %d%d.\n“%s goes %d.”\n", openings[random_below(seed, 6)], p, (int)random_below(seed, 90),
                        openings[random_below(seed, 6)], p + 100 * (int)random_below(seed, 9));
        text_puts(&text, "Gazette\n");
        (void)snprintf(path, sizeof path, "%u.txt", i);
        make_article(make, path, text.v);
        if (i % 3 == 0)
            set_span(make, &make->article->outlet, "Gazette");
        make->article->published = i % 4 == 1 ? "2026-02-11" : i % 4 == 2 ? "2026-03" : NULL;
        vik = make_entity(make, ENTITY_PERSON, "Ida Vik");
        steen = make_entity(make, ENTITY_PERSON, "Arvid Steen");
        for (size_t b = 0; b < make->article->nblocks; b++) {
            struct slice words = article_slice(make->article, make->article->blocks[b].words);
            struct text line = {0}, number = {0};
            size_t digits = 0;

            while (digits < words.len && (words.at[digits] < '0' || words.at[digits] > '9'))
                digits++;
            if (digits == words.len)
                continue;
            text_add(&line, words.at, words.len - 1);
            text_add(&number, words.at + digits, 1);
            row = ROW_NONE;
            if (random_below(seed, 3)) {
                row = make_quote(make, random_below(seed, 2) ? QUOTE_DIRECT : QUOTE_INDIRECT, "", random_below(seed, 2) ? vik : steen, (uint32_t)make->quotes.n);
                make->quotes.v[row].span = make->article->blocks[b].words;
                make->quotes.v[row].block = (uint32_t)b;
            }
            (void)figure_of(make, random_below(seed, 2) ? FIGURE_MONEY : FIGURE_COUNT, "", row, random_below(seed, 1000), 0, NULL);
            make->figures.v[make->figures.n - 1].span = make->article->blocks[b].words;
            make->figures.v[make->figures.n - 1].block = (uint32_t)b;
            text_free(&line);
            text_free(&number);
        }
        (void)make_done(make);
        text_free(&text);
    }
}

static void
compare(const struct make *make, const struct shapes *shapes, const char *text)
{
    struct query_error error = {0};
    struct query *query = query_parse(text, 0, &error);
    struct search *search;

    assert_row(query, "%s: %s", text, error.sentence);
    search = search_new(make->index, query);
    for (uint32_t id = 0; id < index_narticles(make->index); id++) {
        struct asked asked = {0, id, 0};
        const struct extract *extract = index_extract(make->index, id);
        int at = 0;

        assert_row(search_passes_article(search, id) == ask_shape(shapes, &at, make->index, &asked), "%s: article %u", text, id);
        for (asked.unit = 1, asked.row = 0; asked.row < extract->nquotes; asked.row++, at = 0) {
            at = 0;
            assert_row(search_passes_quote(search, index_quote_id(make->index, id, asked.row)) == ask_shape(shapes, &at, make->index, &asked),
                       "%s: quote %u of %u", text, asked.row, id);
        }
        for (asked.unit = 2, asked.row = 0; asked.row < extract->nfigures; asked.row++) {
            at = 0;
            assert_row(search_passes_figure(search, index_figure_id(make->index, id, asked.row)) == ask_shape(shapes, &at, make->index, &asked),
                       "%s: figure %u of %u", text, asked.row, id);
        }
    }
    search_free(search);
    query_free(query);
}

static void
test_against_an_oracle(void **state)
{
    uint64_t seed = 7;
    struct make make = {0};
    struct text text = {0};

    (void)state;
    many_articles(&make, &seed);
    for (int i = 0; i < 400; i++) {
        struct shapes shapes = {.n = 0};
        int at = 0;

        grow(&shapes, &seed, 4, false);
        text.n = 0;
        write_shape(&shapes, &at, &seed, &text);
        compare(&make, &shapes, text.v);
    }
    text_free(&text);
    make_free(&make);
}

/* ---- in slices ------------------------------------------------------------------------------------------------ */

static void
test_slices(void **state)
{
    struct query_error error = {0};
    struct query *query = query_parse("\"not pay\" OR crane", 0, &error);
    struct make make = {0};
    struct search *search;
    struct ids found = {0};
    uint32_t next = 0, slices = 0;

    (void)state;
    four_articles(&make);
    search = search_new(make.index, query);
    while (next < 4) {
        uint32_t id = search_next(search, SEARCH_ARTICLES, &next, 4, search_spent(search) + 1);

        if (id != ID_NONE)
            vec_push(&found, id);
        slices++;
    }
    assert_string_equal(make_ids(&found), "0 1 2");
    assert_in_range(slices, 3, 5);
    search_free(search);
    query_free(query);
    vec_free(&found);
    make_free(&make);
}

/* A search knows what there was when it was made; what came since is another search's. */
static void
test_the_index_grows_under_a_search(void **state)
{
    static const char *const later[] = {"Una Berg", "Olav Moe", "Ida Vik"};
    struct query_error error = {0};
    struct query *query = query_parse("speaker:vik", 0, &error);
    struct make make = {0};
    struct search *search;

    (void)state;
    make_article(&make, "0.txt", "“It is slow,” Vik said.");
    (void)make_quote(&make, QUOTE_DIRECT, "It is slow,", make_entity(&make, ENTITY_PERSON, "Vik"), 0);
    (void)make_done(&make);
    search = search_new(make.index, query);
    assert_true(search_passes_article(search, 0));
    for (size_t i = 0; i < COUNT(later); i++) { /* the last is who Vik was */
        char path[8];

        (void)snprintf(path, sizeof path, "%zu.txt", i + 1);
        make_article(&make, path, "“It is fast,” said somebody.");
        (void)make_quote(&make, QUOTE_DIRECT, "It is fast,", make_entity(&make, ENTITY_PERSON, later[i]), 0);
        (void)make_done(&make);
    }
    assert_true(index_quote_speaker(make.index, 0) > 1);
    (void)search_passes_quote(search, 0);
    assert_false(search_passes_article(search, 3));
    assert_false(search_passes_quote(search, 3));
    search_free(search);
    search = search_new(make.index, query);
    assert_true(search_passes_quote(search, 0) && search_passes_quote(search, 3) && search_passes_article(search, 3));
    index_retire(make.index, 3);
    search_free(search);
    search = search_new(make.index, query);
    assert_false(search_passes_article(search, 3));
    assert_true(search_passes_article(search, 0));
    search_free(search);
    query_free(query);
    make_free(&make);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_passes),     cmocka_unit_test(test_what_is_wrong),     cmocka_unit_test(test_limits), cmocka_unit_test(test_typing),
        cmocka_unit_test(test_hits), cmocka_unit_test(test_words_however_they_are_written), cmocka_unit_test(test_against_an_oracle), cmocka_unit_test(test_slices),
        cmocka_unit_test(test_the_index_grows_under_a_search),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
