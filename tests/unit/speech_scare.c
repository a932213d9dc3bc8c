/* Unit tests of what stands in marks without being said: scare quotes, titles, nicknames, headlines. All names are invented. */
#include "speech_found.h"

struct row {
    const char *text;
    const char *rows; /* of what stands in marks: "s" scare or "q" speech, its speaker or "?", its words; joined by "; " */
};

static void
print_marked(struct text *out, const struct found *found, bool turns)
{
    for (size_t i = 0; i < found->finds.quotes.n; i++) {
        const struct quote *quote = &found->finds.quotes.v[i];

        if (quote->kind == QUOTE_INDIRECT && !turns)
            continue;
        text_printf(out, "%s%c ", out->n ? "; " : "", quote->kind == QUOTE_SCARE ? 's' : 'q');
        print_speakers(out, found, quote);
        text_printf(out, " %.*s", (int)span_len(quote->span), found->article->text + quote->span.start);
    }
}

static void
check_row(const struct row *row, bool turns)
{
    struct found found = find(row->text, strlen(row->text));
    struct text got = {0};

    text_puts(&got, "");
    print_marked(&got, &found, turns);
    assert_row(strcmp(got.v, row->rows) == 0, "%s\n--- wanted\n%s\n--- got\n%s", row->text, row->rows, got.v);
    text_free(&got);
    found_free(&found);
}

#define CHECK(rows) \
    for (size_t i = 0; i < COUNT(rows); i++) \
    check_row(&(rows)[i], false)

static void
test_attitude(void **state)
{
    static const struct row rows[] = {
        {"Dorn Aumann cut short his lament for the “lost harbour” on Monday.", "q Dorn Aumann lost harbour"},
        {"Ella Quist has never hidden her support for the “night ferry” in town.", "q Ella Quist night ferry"},
        {"Millers oppose a levy called the “flour toll” this year.", "q Millers flour toll"},
        {"There is a reference to “slow trains” in the book.", "q ? slow trains"},
        {"The hills are known as the “blue teeth” of the coast.", "q ? blue teeth"},
        {"Ella Quist is wary of the “night ferry” in town.", "q Ella Quist night ferry"},
        {"Some were told to “smile” more.", "q ? smile"},
        {"It was cold when she resigned over the “second ledger” affair.", "s ? second ledger"},
        {"The bus stops at the “old mill” by the river.", "s ? old mill"},
        {"The so-called “expert” left.", "s ? expert"},
        {"Aumann believed that the road, which is long, went on to the “old mill” by the river.", "s ? old mill"},
        {"A “smart” meter costs less.", "s ? smart"},
    };

    (void)state;
    CHECK(rows);
}

static void
test_titles(void **state)
{
    static const struct row rows[] = {
        {"Her memoir, “Salt on the Window,” came out in May.", "s ? Salt on the Window,"},
        {"Quist spoke on Radio Lund's “Morning Desk,” where Quist said the road is closed.", "s ? Morning Desk,"},
        {"According to “Smoke on the Moor: How a Valley Lost Its Trains and Found Its Voice,” Quist left early.",
         "s ? Smoke on the Moor: How a Valley Lost Its Trains and Found Its Voice,"},
        {"They played “Night Ferry” (1987) twice.", "s ? Night Ferry"},
        {"The wall says “No more tolls for millers” (2009).", "s ? No more tolls for millers"},
        {"Aumann hopes to see the show “Lake of Glass” in June.", "s ? Lake of Glass"},
        {"Backers dubbed it the “Lund Lake Plan” at once.", "q Backers Lund Lake Plan"},
        {"One of her reads, “This Kind of Rain,” by Dorn Aumann, is long.", "s ? This Kind of Rain,"},
        {"“This Kind of Rain” by Dorn Aumann is long.", "s ? This Kind of Rain"},
        {"Quist answered a question on “Morning Desk” about it.", "s ? Morning Desk"},
        {"Aumann likes “Lake of Glass” best.", "s ? Lake of Glass"},
        {"Fans point at “We are late” (Lund poster, 2003) as well.", "s ? We are late"},
        {"Quist said that Dorn Aumann refers to it as “Ferries for All” at times.", "q Quist Ferries for All"},
        {"He wore a cap with “Captain” on it.", "s ? Captain"},
        {"Some liked a letter from an account called “Lund Talk.” They are old.", "s ? Lund Talk."},
        {"Aumann believes in a programme called “Lake of Glass” that he saw.", "s ? Lake of Glass"},
        {"The list has films and TV shows from Lund, “Lake of Glass,” and more.", "s ? Lake of Glass,"},
    };

    (void)state;
    CHECK(rows);
}

static void
test_headlines(void **state)
{
    static const struct row rows[] = {
        {"Aumann calls toll plan 'a bad joke'\n\nDorn Aumann said: \"It is a bad joke. It will not do.\" He added: \"Never.\"",
         "s ? a bad joke; q Dorn Aumann It is a bad joke. It will not do.; q Dorn Aumann Never."},
        {"Aumann rips 'slow' trains;\nHe lashes out over 'lost years'\n\n\"It is late,\" Dorn Aumann said. \"Too late.\" He said \"no\" to more.",
         "s ? slow; s ? lost years; q Dorn Aumann It is late,; q Dorn Aumann Too late.; q Dorn Aumann no"},
        {"Dorn Aumann heckles a driver: 'You are late again.'\n\n\"It is late,\" Dorn Aumann said. \"Too late.\"",
         "s ? You are late again.; q Dorn Aumann It is late,; q Dorn Aumann Too late."},
        /* the house style may mix its marks: a paragraph that begins with them is no headline */
        {"The pool is “beyond repair”, leaders said.\n\n‘It was safe,’ said Ella Quist. “It is not,” said Dorn Aumann.",
         "q Leaders beyond repair; q Ella Quist It was safe,; q Dorn Aumann It is not,"},
    };

    (void)state;
    CHECK(rows);
}

static void
test_speakers(void **state)
{
    static const struct row rows[] = {
        {"“It is hard to come back,” said the welder, who lives in Lund.", "q Welder It is hard to come back,"},
        {"Traders were annoyed, with Ella Quist calling it a “paper bridge” on Monday.", "q Ella Quist paper bridge"},
        {"“There are worms with more spine,” the letter reads.", "q Letter There are worms with more spine,"},
        {"“The road is closed,” Ella Quist (D-R.I.) said.", "q Ella Quist The road is closed,"},
        {"“I was late,” I said. “I was very late indeed.”", "q ? I was late,; q ? I was very late indeed."},
        {"Ella Quist said: “It was late. “And it was dark,” she said.", "q Ella Quist It was late.; q Ella Quist And it was dark,"},
        {"“They see it. “", "q ? They see it."}, /* the last mark of a paragraph closes, whatever its shape */
    };

    (void)state;
    CHECK(rows);
}

/* A conversation as it was written down: rows are the turns. */
static void
test_turns(void **state)
{
    static const struct row rows[] = {
        {"“Late,” said Dorn Aumann. “So it is,” said Ella Quist.\n\nAUMANN: It is late. Go on.\n\nELLA QUIST: Well, “late” it is.\n\nAUMANN: So be it.",
         "q Dorn Aumann Late,; q Ella Quist So it is,; "
         "q Dorn Aumann It is late. Go on.; q Ella Quist Well, “late” it is.; q Dorn Aumann So be it."},
        {"Dorn Aumann met Ella Quist.\n\nDorn Aumann: It is late.\n\nElla Quist: It is.\n\nDorn Aumann: So be it.",
         "q Dorn Aumann It is late.; q Ella Quist It is.; q Dorn Aumann So be it."},
        /* nobody speaks twice: a list */
        {"NORTH: Rain at times.\n\nSOUTH: Dry and cold.\n\nEAST: Some sun.", ""},
        /* relatives, each once */
        {"Dorn Aumann: Theft.\n\nElla Quist: Theft.\n\nLars Aumann: Theft.", ""},
        {"DEAR ABEL: I am late.\n\nDEAR LATE: You are.\n\nDEAR ABEL: He is.", ""},
        {"Flour: two cups.\n\nWater: one cup.\n\nFlour: more of it.", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_row(&rows[i], true);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attitude),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_speakers),
        cmocka_unit_test(test_turns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
