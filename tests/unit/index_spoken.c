/* Unit tests of src/index/spoken.c: what a speaker says over all articles, against a look at each quote and figure. */
#include "index_make.h"
#include "unit.h"

enum { ARTICLES = 60, MANY = 300 /* quotes: more than a row counts in a byte */, VALUES = 7, TEXT = 1 << 16 };

static const char *const names[] = {"Ida Vik", "Vik", "Arvid Steen", "Una Berg", "Omar Lindqvist"};

struct luck {
    uint32_t state;
};

static uint32_t
luck(struct luck *luck, uint32_t below)
{
    luck->state = luck->state * 1664525 + 1013904223;
    return (luck->state >> 8) % below;
}

/* Three figures a line, the last behind the quote. */
static void
write_text(char *text, uint32_t nquotes)
{
    size_t n = 0;

    for (uint32_t i = 0; i < nquotes; i++)
        n += (size_t)snprintf(text + n, TEXT - n, "The q%ux crew on the quay counted f%ua tons and f%ub casks, not f%uc of them.\n\n", i, i, i, i);
    (void)snprintf(text + n, TEXT - n, "Nobody else was there that day.");
}

/* Of equal values some say the same: the first in front, and now and then a fuller one behind it. */
static void
make_same(struct make *make, struct luck *dice)
{
    uint32_t first[VALUES];

    memset(first, 0xFF, sizeof first);
    for (uint32_t row = 0; row < make->figures.n; row++) {
        struct figure *figure = &make->figures.v[row];
        uint32_t value = luck(dice, VALUES);

        figure->has_value = true;
        figure->value = decimal_make(value + 1, 0);
        if (first[value] == UINT32_MAX)
            first[value] = row;
        else if (luck(dice, 3))
            figure->same_as = first[value];
        if (figure->same_as != ROW_NONE && luck(dice, 4) == 0)
            make->figures.v[first[value]].fuller = row;
    }
}

static void
make_said(struct make *make, struct luck *dice, uint32_t nquotes)
{
    static char text[TEXT];
    static const enum quote_kind kinds[] = {QUOTE_DIRECT, QUOTE_INDIRECT, QUOTE_SCARE};
    uint32_t entities[COUNT(names)];
    char path[32], from[32], words[160], a[16], b[16], c[16];

    write_text(text, nquotes);
    (void)snprintf(path, sizeof path, "%s%u.txt", luck(dice, 3) ? "harbour" : "quay", luck(dice, 1000000));
    make_article(make, path, text);
    for (size_t i = 0; i < COUNT(names); i++)
        entities[i] = make_entity(make, ENTITY_PERSON, names[i]);
    for (uint32_t i = 0; i < nquotes; i++) {
        uint32_t who = luck(dice, COUNT(names) + 1), row;

        (void)snprintf(from, sizeof from, "q%ux", i);
        (void)snprintf(words, sizeof words, "q%ux crew on the quay counted f%ua tons and f%ub casks", i, i, i);
        (void)snprintf(a, sizeof a, "f%ua", i);
        (void)snprintf(b, sizeof b, "f%ub", i);
        (void)snprintf(c, sizeof c, "f%uc", i);
        row = make_quote(make, kinds[luck(dice, COUNT(kinds))], words, who < COUNT(names) ? entities[who] : ENTITY_NONE, i);
        if (who < COUNT(names) && luck(dice, 4) == 0)
            make->quotes.v[row].speakers[make->quotes.v[row].nspeakers++] = entities[luck(dice, COUNT(names))];
        (void)make_figure(make, FIGURE_NUMBER, a, row);
        (void)make_figure(make, FIGURE_NUMBER, b, row);
        (void)make_figure(make, FIGURE_NUMBER, c, ROW_NONE);
    }
    make_same(make, dice);
    (void)make_done(make);
}

/* ---- as the headers say it ------------------------------------------------------------ */

static bool
says(const struct index *index, uint32_t article, uint32_t row, uint32_t speaker)
{
    uint32_t quote = index_extract(index, article)->figures[row].quote;

    return quote != ROW_NONE && index_quote_is_by(index, index_quote_id(index, article, quote), speaker);
}

static bool
lists(const struct index *index, uint32_t article, uint32_t row, uint32_t speaker)
{
    const struct extract *extract = index_extract(index, article);
    uint32_t shown = extract_shown_figure(extract, row);

    if (!says(index, article, row, speaker) || shown == row)
        return says(index, article, row, speaker);
    if (says(index, article, shown, speaker))
        return false;
    for (uint32_t i = 0; i < row; i++)
        if (extract_shown_figure(extract, i) == shown && says(index, article, i, speaker))
            return false;
    return true;
}

static void
assert_ids(const struct ids *got, const struct ids *want, const char *what, uint32_t speaker)
{
    bool same = got->n == want->n && (got->n == 0 || memcmp(got->v, want->v, got->n * sizeof *got->v) == 0);

    assert_row(same, "%s of speaker %u: %zu, wanted %zu", what, speaker, got->n, want->n);
}

static void
assert_quotes(const struct index *index, uint32_t speaker, bool all)
{
    struct ids got = {0}, want = {0};

    for (uint32_t id = 0; id < index_nquotes(index); id++)
        if (index_alive(index, index_quote_place(index, id).article) && (all || index_quote_listed(index, id)) &&
            index_quote_is_by(index, id, speaker))
            vec_push(&want, id);
    index_speaker_quotes(index, speaker, all, &got);
    assert_ids(&got, &want, all ? "all quotes" : "quotes", speaker);
    vec_free(&got);
    vec_free(&want);
}

static void
assert_figures(const struct index *index, uint32_t speaker)
{
    struct ids got = {0}, want = {0}, one = {0}, wanted = {0};

    for (uint32_t article = 0; article < index_narticles(index); article++) {
        vec_clear(&wanted);
        for (uint32_t row = 0; row < index_extract(index, article)->nfigures; row++)
            if (lists(index, article, row, speaker))
                vec_push(&wanted, index_figure_id(index, article, row));
        index_article_speaker_figures(index, article, speaker, &one);
        assert_ids(&one, &wanted, "figures in an article", speaker);
        for (size_t i = 0; index_alive(index, article) && i < wanted.n; i++)
            vec_push(&want, wanted.v[i]);
    }
    index_speaker_figures(index, speaker, &got);
    assert_true(want.n > 0);
    assert_ids(&got, &want, "figures", speaker);
    vec_free(&got);
    vec_free(&want);
    vec_free(&one);
    vec_free(&wanted);
}

static void
assert_counts(const struct index *index, uint32_t id)
{
    struct ids quotes = {0}, articles = {0}, sources = {0};
    struct speaker speaker, named;

    index_speaker(index, id, &speaker);
    index_speaker_quotes(index, id, false, &quotes);
    for (size_t i = 0; i < quotes.n; i++) {
        uint32_t article = index_quote_place(index, quotes.v[i]).article;
        size_t k = 0;

        if (articles.n && articles.v[articles.n - 1] == article)
            continue;
        vec_push(&articles, article);
        while (k < sources.n && sources.v[k] != index_article_source(index, article))
            k++;
        if (k == sources.n)
            vec_push(&sources, index_article_source(index, article));
    }
    assert_int_equal(speaker.nquotes, quotes.n);
    assert_int_equal(speaker.narticles, articles.n);
    assert_int_equal(speaker.noutlets, sources.n);
    index_speaker_named(index, id, &named);
    assert_string_equal(named.name, speaker.name);
    assert_int_equal(named.naliases, speaker.naliases);
    vec_free(&quotes);
    vec_free(&articles);
    vec_free(&sources);
}

static void
assert_all(const struct index *index)
{
    for (uint32_t id = 0; id < index_nspeakers(index); id++)
        if (index_speaker_resolve(index, id) == id) {
            assert_quotes(index, id, true);
            assert_quotes(index, id, false);
            assert_figures(index, id);
            assert_counts(index, id);
        }
}

static void
test_said(void **state)
{
    struct make make = {0};
    struct luck dice = {5};

    (void)state;
    for (uint32_t i = 0; i < ARTICLES; i++)
        make_said(&make, &dice, i == 20 ? MANY : luck(&dice, 9));
    assert_true(index_speaker_resolve(make.index, 1) == 0); /* "Vik" is Ida Vik */
    assert_all(make.index);
    for (uint32_t article = 3; article < ARTICLES; article += 4)
        index_retire(make.index, article); /* what was known before must not be told again */
    assert_all(make.index);
    make_said(&make, &dice, 5);
    assert_all(make.index);
    make_free(&make);
}

/* One who has a word in few of many articles is looked for in another way. */
static void
test_seldom(void **state)
{
    struct make make = {0};
    struct luck dice = {11};

    (void)state;
    for (int i = 0; i < 400; i++) {
        make_article(&make, "a.txt", "Nothing was said that day, and 40 boats came in.");
        (void)make_figure(&make, FIGURE_COUNT, "40", ROW_NONE);
        (void)make_done(&make);
        if (i % 100 == 50)
            make_said(&make, &dice, 4);
    }
    assert_all(make.index);
    make_free(&make);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_said),
        cmocka_unit_test(test_seldom),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
