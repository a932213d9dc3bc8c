/* Unit tests of src/index/identity.c: one person, many names, over articles. */
#include "index_make.h"
#include "unit.h"

/* One article for each name, in which they say something; returns the resolved speaker of each. */
static void
speakers_of(struct make *make, enum entity_kind kind, const char *const *names, size_t n, uint32_t *ids)
{
    for (size_t i = 0; i < n; i++) {
        char path[64];

        (void)snprintf(path, sizeof path, "a%zu.txt", i);
        make_article(make, path, "It rained on the quay all day.");
        (void)make_quote(make, QUOTE_INDIRECT, "It rained", make_entity(make, kind, names[i]), 0);
        (void)make_done(make);
    }
    for (size_t i = 0; i < n; i++)
        ids[i] = index_speaker_of(make->index, (uint32_t)i, 0);
}

static void
test_who_is_the_same(void **state)
{
    static const struct {
        enum entity_kind kind;
        const char *a, *b;
        bool same;
    } rows[] = {
        {ENTITY_PERSON, "Nora Achterberg", "Nora Achterberg", true},
        {ENTITY_PERSON, "Nora Achterberg", "NORA ACHTERBERG", true},
        {ENTITY_PERSON, "Nora Achterberg", "Nora J. Achterberg", true},
        {ENTITY_PERSON, "Nora Achterberg", "Nora Ilse Achterberg", true},
        {ENTITY_PERSON, "René Müller", "Rene Muller", true},
        {ENTITY_PERSON, "Tomas Okafor", "Tomas Okafor Jr.", true},
        {ENTITY_PERSON, "Tomas Okafor", "Tomas Okafor, MP", true},
        {ENTITY_PERSON, "Nora Achterberg", "Achterberg", true},     /* the only one of that surname */
        {ENTITY_PERSON, "Nora Achterberg", "Lena Achterberg", false},
        {ENTITY_PERSON, "Nora Achterberg", "Nora Steen", false},
        {ENTITY_PERSON, "Achterberg", "Steen", false},
        {ENTITY_PERSON, "Nora", "Nora Achterberg", false},          /* a first name is no surname */
        {ENTITY_ORG, "Quay\xE2\x80\x91" "Side Foundation", "Quay-Side Foundation", true},
        {ENTITY_ORG, "Quay-Side Foundation", "Quay Side Foundation", true},
        {ENTITY_ORG, "The Quay Side Foundation", "Quay side foundation", true},
        {ENTITY_ORG, "Quay Side Foundation", "Quay Side Federation", false},
        {ENTITY_ORG, "Fishers, Packers and Shippers", "Fishers Packers and Shippers", true},
        {ENTITY_PLACE, "Québec", "Quebec", true},
        {ENTITY_PLACE, "Ottawa", "Oslo", false},
        {ENTITY_ROLE, "Senior officials", "senior officials", true},
        {ENTITY_ROLE, "Senior officials", "Officials", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        for (int swapped = 0; swapped < 2; swapped++) { /* whoever comes first */
            const char *const names[] = {swapped ? rows[i].b : rows[i].a, swapped ? rows[i].a : rows[i].b};
            struct make make = {0};
            uint32_t ids[2];

            speakers_of(&make, rows[i].kind, names, 2, ids);
            assert_row((ids[0] == ids[1]) == rows[i].same, "row %zu: '%s' and '%s'", i, names[0], names[1]);
            make_free(&make);
        }
}

static void
test_kinds_are_kept_apart(void **state)
{
    struct make make = {0};
    uint32_t person, place;

    (void)state;
    make_article(&make, "a.txt", "Sydney rained on Sydney.");
    person = make_entity(&make, ENTITY_PERSON, "Sydney");
    place = make_entity(&make, ENTITY_PLACE, "Sydney");
    (void)make_done(&make);
    assert_int_not_equal(index_speaker_of(make.index, 0, person), index_speaker_of(make.index, 0, place));
    make_free(&make);
}

/* "The company" is another one in the next article; "officials" are the same kind of people. */
static void
test_somebody_without_a_name_stays_in_the_article(void **state)
{
    static const struct {
        enum entity_kind kind;
        bool plural;
        const char *first, *name; /* as the article has it, as it is shown */
        bool same;
    } rows[] = {
        {ENTITY_ROLE, false, "spokesman", "Spokesman", false},
        {ENTITY_ROLE, false, "Spokesman", "Spokesman", false}, /* begins a sentence */
        {ENTITY_ROLE, false, "senior official", "Senior official", true},
        {ENTITY_ROLE, false, "Ostrian official", "Ostrian official", true},
        {ENTITY_ROLE, false, "spokesman for the Quay Trust", "Spokesman for the Quay Trust", true},
        {ENTITY_ROLE, true, "officials", "Officials", true},
        {ENTITY_ROLE, true, "senior officials", "Senior officials", true},
        {ENTITY_ORG, false, "company", "Company", false},
        {ENTITY_ORG, false, "report of 12 pages", "Report of 12 pages", true},
        {ENTITY_ORG, true, "accounts", "Accounts", true},
        {ENTITY_ORG, false, "Quay Company", "Quay Company", true},
        {ENTITY_ORG, false, "Post", "Post", true},
        {ENTITY_ORG, false, "Écluse", "Écluse", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        for (int alias = 0; alias < 2; alias++) { /* the user's word counts */
            struct make make = {0};
            uint32_t ids[3];

            make.index = index_new();
            if (alias)
                index_alias(make.index, "The one", rows[i].name, NULL);
            for (size_t a = 0; a < COUNT(ids); a++) {
                struct span first = {0, (uint32_t)strlen(rows[i].first)};
                uint32_t who;

                make_article(&make, a ? "b.txt" : "a.txt", rows[i].first);
                who = make_entity(&make, rows[i].kind, rows[i].name);
                make.entities.v[who].plural = rows[i].plural;
                make.entities.v[who].first = first;
                make_entity(&make, rows[i].kind, rows[i].name);
                make.entities.v[1] = make.entities.v[0];
                (void)make_done(&make);
                ids[a] = index_speaker_of(make.index, (uint32_t)a, 0);
                assert_row(ids[a] == index_speaker_of(make.index, (uint32_t)a, 1), "row %zu: two in one article", i);
            }
            assert_row((ids[0] == ids[1]) == (rows[i].same || alias), "row %zu, alias %d: '%s'", i, alias, rows[i].name);
            assert_row(ids[1] == ids[2], "row %zu: not the same when the file is read again", i);
            make_free(&make);
        }
}

static void
test_two_of_one_surname_stay_two_and_the_bare_one_is_neither(void **state)
{
    static const char *const names[] = {"Steen", "Lena Steen", "Arvid Steen", "steen"};
    struct make make = {0};
    uint32_t ids[COUNT(names)];

    (void)state;
    speakers_of(&make, ENTITY_PERSON, names, COUNT(names), ids);
    assert_int_not_equal(ids[1], ids[2]);
    assert_int_not_equal(ids[0], ids[1]);
    assert_int_not_equal(ids[0], ids[2]);
    assert_int_equal(ids[0], ids[3]);
    make_free(&make);
}

/* An id stays what it was; what it resolves to follows what is known. */
static void
test_a_bare_surname_is_resolved_as_more_becomes_known(void **state)
{
    static const char *const names[] = {"Steen", "Lena Steen", "Arvid Steen"};
    struct make make = {0};
    uint32_t ids[COUNT(names)];

    (void)state;
    speakers_of(&make, ENTITY_PERSON, names, 1, ids);
    assert_int_equal(ids[0], 0);
    make_free(&make);

    make = (struct make){0};
    speakers_of(&make, ENTITY_PERSON, names, 2, ids);
    assert_int_equal(index_speaker_resolve(make.index, 0), ids[1]);
    assert_int_equal(ids[0], ids[1]);
    make_free(&make);

    make = (struct make){0};
    speakers_of(&make, ENTITY_PERSON, names, 3, ids);
    assert_int_equal(index_speaker_resolve(make.index, 0), 0);
    make_free(&make);
}

static void
test_a_woman_is_not_the_man_of_that_surname(void **state)
{
    struct make make = {0};
    uint32_t he, she;

    (void)state;
    make_article(&make, "a.txt", "Rain.");
    he = make_entity(&make, ENTITY_PERSON, "Arvid Steen");
    make.entities.v[he].gender = GENDER_MALE;
    (void)make_done(&make);
    make_article(&make, "b.txt", "Rain.");
    she = make_entity(&make, ENTITY_PERSON, "Steen");
    make.entities.v[she].gender = GENDER_FEMALE;
    (void)make_done(&make);
    assert_int_not_equal(index_speaker_of(make.index, 0, he), index_speaker_of(make.index, 1, she));
    make_free(&make);
}

/* Homonyms: articles that tell their genders tell them apart; one that does not means the first. */
static void
test_a_man_and_a_woman_of_one_name_are_two(void **state)
{
    static const struct {
        const char *name;
        enum gender gender;
        uint32_t speaker, speaker_by_alias;
    } cases[] = {
        {"Robin Vale", GENDER_UNKNOWN, 0, 0}, {"Robin Vale", GENDER_MALE, 0, 0},      {"Robin Vale", GENDER_FEMALE, 1, 0},
        {"Robin Vale", GENDER_MALE, 0, 0},    {"Robin J. Vale", GENDER_FEMALE, 1, 0}, {"Robin Vale", GENDER_UNKNOWN, 0, 0},
        {"Steen", GENDER_FEMALE, 2, 1},       {"Steen", GENDER_MALE, 2, 1}, /* of a surname alone the gender is a guess */
    };

    (void)state;
    for (int alias = 0; alias < 2; alias++) {
        struct make make = {0};

        make.index = index_new();
        if (alias) { /* they are one all the same */
            index_alias(make.index, "Robin Vale", "Robin Vale", NULL);
            index_alias(make.index, "Robin Vale", "Robin J. Vale", NULL);
        }
        for (size_t i = 0; i < COUNT(cases); i++) {
            uint32_t who, speaker;

            make_article(&make, "a.txt", "Rain.");
            who = make_entity(&make, ENTITY_PERSON, cases[i].name);
            make.entities.v[who].gender = cases[i].gender;
            (void)make_done(&make);
            speaker = alias ? cases[i].speaker_by_alias : cases[i].speaker;
            assert_row(index_speaker_of(make.index, (uint32_t)i, who) == speaker, "row %zu, alias %d: %u", i, alias,
                       index_speaker_of(make.index, (uint32_t)i, who));
        }
        make_free(&make);
    }
}

static void
test_names_titles_roles_and_affiliations_come_together(void **state)
{
    struct make make = {0};
    struct speaker speaker;
    uint32_t who;

    (void)state;
    make_article(&make, "a.txt", "The harbour master of Quay\xE2\x80\x91Side  Foundation was dry.");
    who = make_entity(&make, ENTITY_PERSON, "Nora Achterberg");
    make_known_as(&make, who, "Commodore", "harbour master", "Quay\xE2\x80\x91Side  Foundation");
    (void)make_quote(&make, QUOTE_INDIRECT, "was dry", who, 0);
    (void)make_done(&make);
    make_article(&make, "b.txt", "A skipper of the Pilots Union and of Quay-Side Foundation was wet.");
    who = make_entity(&make, ENTITY_PERSON, "Nora Ilse Achterberg");
    make_known_as(&make, who, NULL, "skipper", "Pilots Union");
    (void)make_entity(&make, ENTITY_PERSON, "Nora Achterberg");
    make_known_as(&make, who + 1, NULL, NULL, "Quay-Side Foundation");
    (void)make_quote(&make, QUOTE_INDIRECT, "was wet", who, 0);
    (void)make_done(&make);

    index_speaker(make.index, index_speaker_of(make.index, 0, 0), &speaker);
    assert_string_equal(speaker.name, "Nora Ilse Achterberg");
    assert_int_equal(speaker.naliases, 2);
    assert_string_equal(speaker.aliases[0], "Commodore Nora Achterberg");
    assert_string_equal(speaker.aliases[1], "Nora Achterberg");
    assert_int_equal(speaker.naffiliations, 2);
    assert_string_equal(speaker.affiliations[0], "Quay-Side Foundation"); /* plain hyphen, single blank */
    assert_string_equal(speaker.affiliations[1], "Pilots Union");
    assert_string_equal(speaker.role, "Commodore"); /* an office before the name is a role; of those met as often, the first */
    assert_int_equal(speaker.nquotes, 2);
    assert_int_equal(speaker.narticles, 2);
    make_free(&make);
}

static void
test_names_of_articles_that_give_the_surname_alone(void **state)
{
    struct make make = {0};
    struct speaker speaker;

    (void)state;
    make_article(&make, "a.txt", "Rain.");
    make_known_as(&make, make_entity(&make, ENTITY_PERSON, "Lena Steen"), "Ms", NULL, NULL);
    (void)make_done(&make);
    make_article(&make, "b.txt", "Rain on the mayor.");
    make_known_as(&make, make_entity(&make, ENTITY_PERSON, "Steen"), "Ms", "the mayor", NULL);
    (void)make_done(&make);
    for (int again = 0; again < 2; again++) { /* asking changes nothing */
        index_speaker(make.index, 0, &speaker);
        assert_string_equal(speaker.name, "Lena Steen");
        assert_int_equal(speaker.naliases, 2);
        assert_string_equal(speaker.aliases[0], "Ms Steen");
        assert_string_equal(speaker.aliases[1], "Steen");
        assert_string_equal(speaker.role, "mayor");
    }
    make_article(&make, "c.txt", "Rain.");
    (void)make_entity(&make, ENTITY_PERSON, "Arvid Steen");
    (void)make_done(&make);
    index_speaker(make.index, 0, &speaker); /* now nobody knows which Steen that was */
    assert_int_equal(speaker.naliases, 1);
    assert_null(speaker.role);
    make_free(&make);
}

/* One wrong apposition does not rename a mayor. */
static void
test_the_role_is_what_most_articles_give(void **state)
{
    static const char *const texts[] = {"a skipper of sorts", "the Mayor of Quaytown", "Mayor of Quaytown", "An owner of cats"};
    static const char *const roles[] = {"a skipper", "the Mayor of Quaytown", "Mayor of Quaytown", "An owner"};
    static const char *const best[] = {"skipper", "skipper", "Mayor of Quaytown", "Mayor of Quaytown"};
    struct make make = {0};
    struct speaker speaker;

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        make_article(&make, "a.txt", texts[i]);
        make_known_as(&make, make_entity(&make, ENTITY_PERSON, "Una Berg"), "Ms", roles[i], NULL);
        (void)make_done(&make);
        index_speaker(make.index, 0, &speaker);
        assert_row(strcmp(speaker.role, best[i]) == 0, "after article %zu: %s", i, speaker.role);
    }
    assert_int_equal(speaker.naliases, 1);
    assert_string_equal(speaker.aliases[0], "Ms Berg"); /* no role, and goes with the surname */
    make_free(&make);
}

static void
test_speakers_are_matched_by_words_of_any_name(void **state)
{
    struct make make = {0};
    uint32_t who;

    (void)state;
    make_article(&make, "a.txt", "It was dry.");
    who = make_entity(&make, ENTITY_PERSON, "Zoë Achterberg");
    make_known_as(&make, who, "Commodore", NULL, NULL);
    (void)make_quote(&make, QUOTE_INDIRECT, "was dry", who, 0);
    (void)make_done(&make);
    assert_true(index_speaker_matches(make.index, 0, "achterberg zoe", true));
    assert_true(index_speaker_matches(make.index, 0, "commodore achterberg", true));
    assert_false(index_speaker_matches(make.index, 0, "acht", true));
    assert_true(index_speaker_matches(make.index, 0, "acht", false));
    assert_false(index_speaker_matches(make.index, 0, "zoe steen", false));
    make_free(&make);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_is_the_same),
        cmocka_unit_test(test_kinds_are_kept_apart),
        cmocka_unit_test(test_somebody_without_a_name_stays_in_the_article),
        cmocka_unit_test(test_two_of_one_surname_stay_two_and_the_bare_one_is_neither),
        cmocka_unit_test(test_a_bare_surname_is_resolved_as_more_becomes_known),
        cmocka_unit_test(test_a_woman_is_not_the_man_of_that_surname),
        cmocka_unit_test(test_a_man_and_a_woman_of_one_name_are_two),
        cmocka_unit_test(test_names_titles_roles_and_affiliations_come_together),
        cmocka_unit_test(test_names_of_articles_that_give_the_surname_alone),
        cmocka_unit_test(test_the_role_is_what_most_articles_give),
        cmocka_unit_test(test_speakers_are_matched_by_words_of_any_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
