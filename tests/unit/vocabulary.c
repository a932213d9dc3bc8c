/* Words of the user's: from lines of words.ini to who said what. All words, people and places are invented. */
#include "unit.h"

#include <unistd.h>

#include "lede/config.h"
#include "lede/extract.h"

static char folder[] = "/tmp/lede-words-XXXXXX";

static bool
take(void *arg, const struct added_word *word)
{
    return vocabulary_add(arg, word);
}

/* The words of these lines; the problems, without the path, in *out. */
static struct vocabulary *
words_of(const char *lines, struct text *out)
{
    struct vocabulary *words = vocabulary_new();
    const struct word_taker taker = {take, words};
    struct problems problems = {0};
    char path[64];
    FILE *f;

    (void)snprintf(path, sizeof path, "%s/words.ini", folder);
    f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(lines, f) >= 0);
    assert_int_equal(fclose(f), 0);
    wordlists_load(path, &taker, &problems);
    text_puts(out, "");
    for (size_t i = 0; i < problems.n; i++)
        text_printf(out, "%s: %s\n", problems.v[i].where + strlen(folder) + 1, problems.v[i].what);
    problems_free(&problems);
    assert_int_equal(unlink(path), 0);
    return words;
}

/* "SPEAKER (KIND): WORDS" of each quote, parted by '|'. */
static void
read_quotes(const char *text, const struct vocabulary *words, struct text *out)
{
    static const char *const kinds[] = {"person", "organisation", "place", "role"};
    const struct article_options options = {.body = true};
    struct error error = {0};
    struct article *article = article_parse("test.txt", text, strlen(text), &options, &error);
    struct extractor *extractor = extractor_new_with(words);
    const struct extract *extract;

    assert_non_null(article);
    extract = extract_article(extractor, article);
    text_puts(out, "");
    for (size_t i = 0; i < extract->nquotes; i++) {
        const struct quote *quote = &extract->quotes[i];
        size_t len = quote->span.end - quote->span.start;
        const struct entity *who = quote->nspeakers ? &extract->entities[quote->speakers[0]] : NULL;

        if (text[quote->span.start + len - 1] == ',')
            len--;
        text_printf(out, "%s%s (%s): %.*s", i ? "|" : "", who ? who->name : "?", who ? kinds[who->kind] : "-",
                    (int)len, text + quote->span.start);
    }
    extractor_free(extractor);
    article_free(article);
}

static void
test_found(void **state)
{
    static const struct {
        const char *lines, *text, *without, *with;
    } cases[] = {
        /* a verb, in its forms, regular and not */
        {"[cues]\nburble = said\n", "“The goats were fed,” burbled Ida Vik.", "? (-): The goats were fed",
         "Ida Vik (person): The goats were fed"},
        {"[cues]\nBurble = said\n", "Ida Vik burbles that the goats were fed.", "", "Ida Vik (person): the goats were fed"},
        {"[cues]\nquarry = said\n", "Ida Vik quarried that the goats were fed.", "", "Ida Vik (person): the goats were fed"},
        {"[cues]\nblab/blabs/blabbed/blabbing = denied\n", "Ida Vik blabbed that the goats were fed.", "",
         "Ida Vik (person): the goats were fed"},
        /* a weak one needs "that" or marks, a strong one neither */
        {"[cues]\nburble = said\n", "Ida Vik burbled the goats were fed.", "", ""},
        {"[cues]\nburble = said strong\n", "Ida Vik burbled the goats were fed.", "", "Ida Vik (person): the goats were fed"},
        {"[cues]\nburble = told strong\n", "Ida Vik burbled reporters the goats were fed.", "", "Ida Vik (person): the goats were fed"},
        /* whose gender a pronoun asks for */
        {"[given]\nQuillo = female\nBrimm = male\n",
         "“We won,” said Quillo Ander.\n\n“We slept,” said Brimm Osk.\n\n“They lost,” she said.",
         "Quillo Ander (person): We won|Brimm Osk (person): We slept|Brimm Osk (person): They lost",
         "Quillo Ander (person): We won|Brimm Osk (person): We slept|Quillo Ander (person): They lost"},
        {"[given]\nMary = male\n", "“We won,” said Mary Ander.\n\n“They lost,” he said.",
         NULL, "Mary Ander (person): We won|Mary Ander (person): They lost"},
        /* "Cllr." ends no sentence, and is no given name */
        {"[titles]\nCllr. = any\n", "“We won,” said Cllr. Osten Marr on Monday.", NULL, "Osten Marr (person): We won"},
        {"[titles]\nReevess = office female\n", "“We won,” said Reevess Osten Marr.", NULL, "Osten Marr (person): We won"},
        /* a body, a place */
        {"[organisations]\ngazebo = word\n", "Harbour Lane Gazebo said the goats were fed.", NULL,
         "Harbour Lane Gazebo (organisation): the goats were fed"},
        {"[organisations]\nVexmar = name\n", "“We won,” Vexmar said.", NULL, "Vexmar (organisation): We won"},
        {"[places]\nTarsk-on-Olm = speaks\n", "Tarsk-on-Olm said the goats were fed.", NULL, "Tarsk-on-Olm (place): the goats were fed"},
        {"[places]\nN’Tarsk = speaks\n", "N'Tarsk said the goats were fed.", NULL, "N'Tarsk (place): the goats were fed"},
        /* a word of one list stays what it is in the others */
        {"[given]\nOttawa = female\n", "Ottawa said the goats were fed.", "Ottawa (place): the goats were fed",
         "Ottawa (place): the goats were fed"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text problems = {0}, without = {0}, with = {0};
        struct vocabulary *words = words_of(cases[i].lines, &problems);

        assert_string_equal(problems.v, "");
        read_quotes(cases[i].text, NULL, &without);
        read_quotes(cases[i].text, words, &with);
        if (cases[i].without)
            assert_row(strcmp(without.v, cases[i].without) == 0, "row %zu, without: %s", i, without.v);
        else /* another speaker, or another kind of speaker */
            assert_row(strcmp(without.v, cases[i].with) != 0, "row %zu: the same without", i);
        assert_row(strcmp(with.v, cases[i].with) == 0, "row %zu, with: %s", i, with.v);
        vocabulary_free(words);
        text_free(&problems);
        text_free(&without);
        text_free(&with);
    }
}

/* What the reader's pane shows of a verb is what the user's list says of it. */
static void
test_classes_of_cues(void **state)
{
    static const struct {
        const char *cue;
        enum cue_class without, with;
    } cases[] = {
        {"grumbolled", CUE_PLAIN, CUE_DENIED}, {"has Grumbolled", CUE_PLAIN, CUE_DENIED}, {"flanxes", CUE_PLAIN, CUE_CLAIMED},
        {"denied", CUE_DENIED, CUE_PLAIN},     {"alleged", CUE_CLAIMED, CUE_CLAIMED},
    };
    struct text problems = {0};
    struct vocabulary *words = words_of("[cues]\ngrumboll = denied\nflanx = claimed\ndeny = said\n", &problems);

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_row(extract_cue_class(slice_str(cases[i].cue), NULL) == cases[i].without, "'%s' without", cases[i].cue);
        assert_row(extract_cue_class(slice_str(cases[i].cue), words) == cases[i].with, "'%s' with", cases[i].cue);
    }
    vocabulary_free(words);
    text_free(&problems);
}

static void
test_wrong_lines(void **state)
{
    static const struct {
        const char *lines, *problems;
    } cases[] = {
        {"", ""},
        {"[cues]\nburble = said, strong ; as in the harbour\n[GIVEN]\nOsk = MALE\n", ""},
        {"burble = said\n",
         "words.ini:1: 'burble = said': in no section that is known; words.ini has [cues], [titles], [given], [organisations] and [places]\n"},
        {"[cuse]\nburble = said\n", "words.ini:2: 'burble = said': no list is called [cuse]; did you mean [cues]?\n"},
        {"[cues]\nburble = sayd\n", "words.ini:2: 'burble = sayd': 'sayd' is no class of [cues]; did you mean 'said'?\n"},
        {"[given]\nOsk = unheard-of\n", "words.ini:2: 'Osk = unheard-of': 'unheard-of' is no class of [given], which has any, male, female\n"},
        {"[places]\nTarsk =\n", "words.ini:2: 'Tarsk = ': a class is missing; [places] has speaks\n"},
        {"[cues]\nburble = said denied\n", "words.ini:2: 'burble = said denied': either said or denied\n"},
        {"[given]\nOsk = male female\n", "words.ini:2: 'Osk = male female': either male or female\n"},
        {"[places]\nPort Tarsk = speaks\n", "words.ini:2: 'Port Tarsk = speaks': that is more than one word\n"},
        {"[places]\nTar(sk) = speaks\n", "words.ini:2: 'Tar(sk) = speaks': a word has letters, digits, hyphens and apostrophes\n"},
        {"[places]\n12 = speaks\n", "words.ini:2: '12 = speaks': there are no letters\n"},
        {"[cues]\na/b/c/d/e/f = said\n",
         "words.ini:2: 'a/b/c/d/e/f = said': the forms of a verb are BASE/THIRD PERSON/PAST/-ING/PARTICIPLE\n"},
        {"[titles]\nConstable. = any\n", "words.ini:2: 'Constable. = any': too long for an abbreviation; leave the stop out\n"},
        {"[cues]\nnonsense\nburble = said\n", "words.ini:2: 'nonsense': neither [section] nor key = value\n"},
        {"[given]\nOsk = male\nosk = female\n", "words.ini:3: 'osk': given before, in line 2; this one counts\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text problems = {0};

        vocabulary_free(words_of(cases[i].lines, &problems));
        assert_string_equal(problems.v, cases[i].problems);
        text_free(&problems);
    }
}

/* A wrong line costs that line only. */
static void
test_rest_is_read(void **state)
{
    struct text problems = {0}, quotes = {0};
    struct vocabulary *words = words_of("[cues]\nbabble = sayd\nburble = said\n", &problems);

    (void)state;
    read_quotes("“The goats were fed,” burbled Ida Vik.", words, &quotes);
    assert_string_equal(quotes.v, "Ida Vik (person): The goats were fed");
    vocabulary_free(words);
    text_free(&problems);
    text_free(&quotes);
}

/* More words than there are numbers: what has room is found, the rest is refused. */
static void
test_many_words(void **state)
{
    struct vocabulary *words = vocabulary_new();
    struct text quotes = {0};
    char name[24];
    int added = 0;

    (void)state;
    for (int i = 0; i < 70000; i++) {
        (void)snprintf(name, sizeof name, "Tarsk%d", i);
        added += vocabulary_add(words, &(struct added_word){WORDS_PLACES, name, 1u << WORD_PLACE_SPEAKS});
    }
    assert_in_range(added, 40000, 65535);
    read_quotes("Tarsk7 said the goats were fed. Tarsk39999 said the goats slept.", words, &quotes);
    assert_string_equal(quotes.v, "Tarsk7 (place): the goats were fed|Tarsk39999 (place): the goats slept");
    vocabulary_free(words);
    text_free(&quotes);
}

static int
make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_classes_of_cues), cmocka_unit_test(test_wrong_lines),
        cmocka_unit_test(test_rest_is_read),
        cmocka_unit_test(test_many_words),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
