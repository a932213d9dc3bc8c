/* Unit tests of how an article is cut into words: once for speech, and of that again for the figures. */
#include "unit.h"

#include "extract/letters.h"
#include "extract/lexicon.h"
#include "extract/scan.h"
#include "extract/tokens.h"

/* ---- sixteen bytes at once ----------------------------------------------------------------- */

static struct letters
letters_one_by_one(const unsigned char *s)
{
    struct letters letters = {0};

    for (; letters.n < 16; letters.n++) {
        const unsigned char small = s[letters.n] | 0x20;
        uint64_t *part = letters.n < 8 ? &letters.head : &letters.tail;

        if (small < 'a' || small > 'z')
            break;
        *part |= (uint64_t)small << 8 * (letters.n % 8);
        letters.large |= (unsigned)(s[letters.n] != small) << letters.n;
    }
    return letters;
}

static void
check_letters(const unsigned char *s, struct letters got)
{
    const struct letters want = letters_one_by_one(s);

    assert_row(got.head == want.head && got.tail == want.tail && got.n == want.n && got.large == want.large,
               "%.16s: %u letters, large %x; want %u, %x", (const char *)s, got.n, got.large, want.n, want.large);
}

static void
test_letters_are_read_as_one_by_one(void **state)
{
    static const char some[] = "aZ mq[`{@\x80\xC1\xFFzA\n";
    unsigned char s[17] = {0};
    uint32_t random = 1;

    (void)state;
    for (unsigned byte = 0; byte < 256; byte++)
        for (unsigned at = 0; at < 16; at++) {
            memset(s, at % 2 ? 'Q' : 'r', 16);
            s[at] = (unsigned char)byte;
            check_letters(s, letters_read(s));
        }
    for (int round = 0; round < 20000; round++) {
        for (unsigned at = 0; at < 16; at++) {
            random = random * 1664525 + 1013904223;
            s[at] = (unsigned char)(random >> 28 ? some[(random >> 20) % 5] : some[(random >> 20) % (sizeof some - 1)]);
        }
        check_letters(s, letters_read(s));
    }
}

/* ---- words of both tables ------------------------------------------------------------------- */

static bool
is_plain(const struct word *word)
{
    for (size_t i = 0; i < word->len; i++)
        if ((word->text[i] | 0x20) < 'a' || (word->text[i] | 0x20) > 'z')
            return false;
    return word->len && word->len < 16;
}

/* lexicon.awk reads the tables of the figures for that: of a plain word the figures know nothing else than its number there. */
static void
test_the_lexicon_has_the_plain_words_of_the_figures(void **state)
{
    struct words *words = words_new();

    (void)state;
    for (size_t i = 1; i < words->v.n; i++) {
        const struct word *word = words_at(words, (uint16_t)i);
        const struct lexicon_key key = lexicon_key_of(word->text, word->len);

        if (is_plain(word))
            assert_row(lexicon_find(&key, word->text, word->len) != 0, "%s is not in the lexicon", word->text);
    }
    words_free(words);
}

/* ---- the figures' tokens, with and without those of speech ----------------------------------- */

static const char *const texts[] = {
    "Three mills closed, and two more may. Tolls rose 4 percent, to £7.50 a cart.",
    "PCs, TVs and MPs; USD 40m, MUSD 3, usd 5, Usd 6, 3 in, 3 IN, 3 In. All of ALL 400",
    "see http://mill.example/two/three or HTTPS://mill.example, www.mill.example and name@mill.example/one two",
    "one\u00A0mill, 2\u00AA mills, mill\u00AA two, caf\u00E9 three, \u201Cfour\u201D five\u2014six seven\u2019s eight",
    "twenty-one don't o'clock mid-May year-old U.S. troops, Mr. Oke, No. 5, Jan. 3. no. Then",
    "abcdefghijklmno abcdefghijklmnop abcdefghijklmnopq straightforward. telecommunications, one",
    "km2 3km m3 G7 covid19 4x4 two2 2two",
    "one  two\tthree\nfour\n\nfive. six.\nseven,eight ,nine .ten",
    "a\u2010b c\u2011d e\u2018f g\u200Bh i\u2028j",
    "Two of Orrenby, or ORRENBY, and orrenby.", "", " ", "a", "one", "one.", "one two", "million",
};

/* With words of the user's, too, whose numbers the figures do not know. */
static void
check_same_tokens(const char *text, size_t len, const struct vocabulary *own)
{
    struct words *words = words_new();
    struct tokens speech = {.own = own};
    scan_tokens with = {0}, without = {.known = &scan_unknown};

    tokens_clear(&speech);
    (void)tokens_scan(&speech, text, len, (struct span){0, (uint32_t)len});
    with.known = speech.v;
    assert_int_equal(scan_text(words, text, 0, (uint32_t)len, (uint32_t)len, &with),
                     scan_text(words, text, 0, (uint32_t)len, (uint32_t)len, &without));
    assert_row(with.n == without.n && with.nnotable == without.nnotable && with.nmarks == without.nmarks, "%s", text);
    for (size_t i = 0; i < with.n; i++)
        assert_row(with.v[i].start == without.v[i].start && with.v[i].end == without.v[i].end &&
                       with.v[i].classes == without.v[i].classes && with.v[i].word == without.v[i].word &&
                       with.v[i].shape == without.v[i].shape && with.v[i].flags == without.v[i].flags,
                   "token %zu of %s: %.*s", i, text, (int)(without.v[i].end - without.v[i].start), text + without.v[i].start);
    for (size_t i = 0; i < with.nnotable; i++)
        assert_int_equal(with.notable[i], without.notable[i]);
    scan_free(&with);
    scan_free(&without);
    tokens_free(&speech);
    words_free(words);
}

/* The last words of a text are not read sixteen bytes at a time: so each text stands before others, too. */
static void
test_figures_take_the_words_of_speech_as_they_would_cut_them(void **state)
{
    const struct added_word word = {.list = WORDS_PLACES, .word = "Orrenby"};
    struct vocabulary *own = vocabulary_new();
    struct text text = {0};

    (void)state;
    assert_true(vocabulary_add(own, &word));
    text_puts(&text, "");
    for (size_t i = 0; i < COUNT(texts); i++) {
        check_same_tokens(texts[i], strlen(texts[i]), i % 2 ? own : NULL);
        text_printf(&text, "%s ", texts[i]);
    }
    check_same_tokens(text.v, text.n, own);
    for (size_t cut = 0; cut < text.n; cut++) { /* wherever a text ends */
        const char kept = text.v[cut];

        if (((unsigned char)kept & 0xC0) == 0x80)
            continue;
        text.v[cut] = '\0';
        check_same_tokens(text.v, cut, cut % 2 ? own : NULL);
        text.v[cut] = kept;
    }
    text_free(&text);
    vocabulary_free(own);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_are_read_as_one_by_one),
        cmocka_unit_test(test_the_lexicon_has_the_plain_words_of_the_figures),
        cmocka_unit_test(test_figures_take_the_words_of_speech_as_they_would_cut_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
