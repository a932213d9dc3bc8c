/* What is said about a figure: what it counts, where it goes, when; which is the same; whose dollars. All is invented. */
#include "unit/figures_found.h"

/* ---- what a figure counts, where it goes, when ------------------------------------------ */

static const struct {
    const char *text;
    size_t figure;
    const char *of;
    const char *trend;
    const char *period;
} about[] = {
    {"Sales of barley fell by 12.7 percent in 2021.", 0, "Sales of barley", "down", "in 2021"},
    {"Canada–U.S. business: roughly $3 trillion", 0, "Canada–U.S. business", NULL, ""},
    {"Business with Lund was about $60 billion over the past 15 months.", 0, "Business with Lund", NULL,
     "over the past 15 months"},
    {"In 2024, rents rose 5 percent.", 1, "rents", "up", "In 2024"},
    {"Some 23 percent of sailors agreed.", 0, "sailors", NULL, ""},
    {"Canal traffic: roughly $3 trillion last year.", 0, "Canal traffic", NULL, "last year"},
    {"The port handled $3 million in goods.", 0, "goods", NULL, ""},
    {"The mill hired 200 new weavers.", 0, "new weavers", NULL, ""},
    {"They ordered 82,000 Harrow woollen mittens.", 0, "Harrow woollen mittens", NULL, ""},
    {"It is the third largest town.", 0, "largest town", NULL, ""},
    {"A fifth of the herd died.", 0, "herd", NULL, ""},
    {"Tolls more than tripled.", 0, "Tolls", "up", ""},
    {"It halved its crew.", 0, "crew", "down", ""},
    {"She picked up all 66 delegates.", 0, "delegates", NULL, ""},
    {"There was a 5 percent drop.", 0, "", "down", ""},
    {"There was a 5 percent drop in exports of oats.", 0, "exports", "down", ""},
    {"There was a 5 percent drop in May.", 0, "", "down", ""},
    {"They want a $7,500 weaving credit.", 0, "weaving credit", NULL, ""},
    {"The mill’s €2 billion plan failed.", 0, "plan", NULL, ""},
    {"The $5 fee covers the boat.", 0, "fee", NULL, ""},
    {"A $4 breakfast special sells.", 0, "breakfast special", NULL, ""},
    {"She has a $4 million net worth.", 0, "net worth", NULL, ""},
    {"The $5 million Lund authorized is gone.", 0, "", NULL, ""},
    {"They have $5 million goats do not need.", 0, "", NULL, ""},
    {"The Lund choir climbed to No. 31 in the league.", 0, "", NULL, ""},
    /* nouns that look like verbs, and objects of verbs of change */
    {"A third of the Harrow vote will go to her.", 0, "Harrow vote", NULL, ""},
    {"It cut canal tolls by 5 percent.", 0, "canal tolls", "down", ""},
    {"The mill raised the weekly wage to $15.", 0, "weekly wage", "up", ""},
    {"The ferry guild raised $15 million.", 0, "", NULL, ""},
    {"Rents were up from 37 percent.", 0, "Rents", NULL, ""},
    {"Weavers make up about a third of the town.", 0, "town", NULL, ""},
    {"Ms. Tallis promised growth and vowed to add 5 percent tolls.", 0, "", NULL, ""},
    {"Ms. Tallis will get 24.", 0, "", NULL, ""},
    {"The fee for ferries and barges is $12.", 0, "", NULL, ""},
    {"They won in five of the past six rounds.", 0, "rounds", NULL, ""},
    {"There was a toll increase of almost $20 million.", 0, "toll", "up", ""},
    {"It saw a decline of 5 percent.", 0, "", "down", ""},
    {"The plan could free up $42 million.", 0, "", NULL, ""},
    {"Salt is added to only 10 percent of the bread.", 0, "bread", NULL, ""},
    {"The total for bread that year was $5 million.", 0, "", NULL, ""},
    {"They put a 35% duty on oats.", 0, "duty", NULL, ""},
    {"It has a 5 percent rise in view.", 0, "view", "up", ""},
    {"About 40% of Brandts' goats left.", 0, "Brandts' goats", NULL, ""},
    {"They gave two weeks' notice to 5 percent.", 1, "", NULL, ""},
    {"He paid a fine of $250,000.", 0, "fine", NULL, ""},
    {"It has a range of up to 277 miles.", 0, "range", NULL, ""},
    {"The poll has a margin of error of 3 percent.", 0, "margin of error", NULL, ""},
    {"Lund has long-term debts of over $7 million.", 0, "long-term debts", NULL, ""},
    {"They signed contracts worth more than $5 million.", 0, "contracts", NULL, ""},
    {"A deal valued at $8 million fell through.", 0, "deal", NULL, ""},
    {"It lost a total of $5 million, in excess of $4 million.", 0, "", NULL, ""},
    {"He is a father of four.", 0, "", NULL, ""},
    {"Lund dreams of a 70 percent cut in noise.", 0, "noise", "down", ""},
    {"She won 41 percent of the vote.", 0, "vote", NULL, ""},
    {"They paid a fifth of the cost to Lund.", 0, "cost", NULL, ""},
    {"Seven of Lund’s 44 delegates signed.", 0, "delegates", NULL, ""},
    {"It cost $22 in current Harrow dollars.", 0, "", NULL, ""},
    {"About 1 in 6 view it so.", 0, "", NULL, ""},
    {"About 1 in 6 voters do.", 0, "voters", NULL, ""},
    {"The plan, which involved reducing the holes to 18.", 0, "holes", NULL, ""},
    {"That number has dropped to 35 percent.", 0, "", "down", ""},
    {"They want to bring the cost of barley down to $5.", 0, "cost of barley", "down", ""},
    {"The number of goats that died from colds in Lund was up by 5 percent.", 0, "", "up", ""},
    {"The mill regularly reached 40 degrees.", 0, "mill", NULL, ""},
    {"Read by: Arlo Brandt Price: £3", 0, "", NULL, ""},
    {"It moved to raise the price of oats to $5.", 0, "price of oats", "up", ""},
    {"She lost the vote, 54 percent to 46.", 0, "", NULL, ""},
    {"He racked up $15,000 in fines.", 0, "fines", NULL, ""},
    {"The notes rose 7/32 in price.", 0, "notes", "up", ""},
    {"The answer was plain: 59% refuse.", 0, "", NULL, ""},
    {"Lund fares no better: 54% have left.", 0, "", NULL, ""},
    {"Lund owes trillions of euros in new toll cuts or gifts.", 0, "new toll cuts", NULL, ""},
    {"At the fair, where tickets cost $10, it rained.", 0, "tickets", NULL, ""},
    /* periods of other things */
    {"Two sailors met in Lund in 2021.", 0, "sailors", NULL, ""},
    {"All three were released in 2021.", 0, "", NULL, ""},
    {"The harbour held two sailors until 2021.", 0, "sailors", NULL, ""},
    {"Sales of $4 billion were the weakest since 2019.", 0, "", NULL, ""},
    {"In the 2008 race, tolls rose 5 percent.", 1, "tolls", "up", ""},
    {"In 2021, the guild vowed to build a $4 million mill.", 1, "mill", NULL, ""},
    {"It needs a 60-mile round trip.", 0, "round trip", NULL, ""},
    {"They spent $4 million in the day after the storm.", 0, "", NULL, ""},
    {"It paid $4 million for last year’s winner.", 0, "", NULL, ""},
    {"They sold a 15-inch bolt in 2021.", 0, "bolt", NULL, ""},
    {"Tolls rose 5 percent year over year.", 0, "Tolls", "up", ""},
    {"The last minute cost them 5 percent.", 0, "", NULL, ""},
    {"Tolls rose by 5 percent from a year earlier.", 0, "Tolls", "up", ""},
    {"She sang hundreds of times and rowed for years.", 0, "times", NULL, ""},
    {"The fine that Lund can levy on barges is $40.", 0, "", NULL, ""},
    {"In the 62nd minute Brandt rowed.", 0, "minute", NULL, ""},
    {"A drum of $40 in value.", 0, "drum", NULL, ""},
    {"Lund sells $4 billion of 10-year notes.", 0, "notes", NULL, ""},
    {"Tin fell by 3 cents, or 1.3%, to $74.", 1, "Tin", "down", ""},
    {"Tin closed 2% higher at $74.", 0, "", "up", ""},
    {"She took her third consecutive win.", 0, "consecutive win", NULL, ""},
    {"Since the 14th century and continues.", 0, "century", NULL, ""},
    {"Tin futures settled 0.3% lower at $1,998.", 1, "", "down", ""},
    {"It rose, for a weekly gain of 2%.", 0, "", "up", ""},
    {"It is to reach an 80 percent reduction.", 0, "", "down", ""},
};

static void
test_about(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(about); i++) {
        struct found found = find(about[i].text, strlen(about[i].text));
        const struct figure *figure = &found.finds.figures.v[about[i].figure];
        const char *trend;

        assert_row(found.finds.figures.n > about[i].figure, "%s: no figure", about[i].text);
        trend = trend_name(figure->trend);
        assert_row(slice_is(article_slice(found.article, figure->of), about[i].of), "%s: of", about[i].text);
        assert_row(slice_is(article_slice(found.article, figure->period), about[i].period), "%s: period", about[i].text);
        assert_row((trend == NULL) == (about[i].trend == NULL) && (!trend || strcmp(trend, about[i].trend) == 0), "%s: trend",
                   about[i].text);
        found_free(&found);
    }
}

/* ---- the same figure twice ----------------------------------------------------------------- */

static const struct {
    const char *text;
    uint32_t same; /* of the last figure */
} twice[] = {
    {"Business with Lund was about $60 billion.\nLund trade: about $60 billion", 0},
    {"Tolls were about $60 billion.\nDebt: $81 billion", ROW_NONE},
    {"Tolls were about $60 billion.\nLevies of Lund: about $60 billion", 0},
    {"It is the second-largest town.\nIts mill is the second-largest mill.", ROW_NONE},
    {"Rents were over $80.\nDues: up to $80", ROW_NONE},
    {"It has 12 boats.\nThe other port has 12 boats.", 0},
    {"It has 12 boats.\nThe other port has 12 mules.", ROW_NONE},
    {"One of two.\nOne of three.", ROW_NONE},
    {"It began in 2018.\nIt ended in 2018.", 0},
    {"Turnout was 61 percent.\nIt was 61 kilometres.", ROW_NONE},
    {"It paid $5 and then $5 and then $5.", 0},
    {"It closed 412 accounts.\nThe 412 users complain.", 0},
    {"It closed 412 accounts and 412 shops.", ROW_NONE},
    {"It needs 1,406 votes.\nShe has 1,406, he said.", 0},
    {"It needs 12 votes.\nShe has 12, he said.", ROW_NONE},
    {"It took two years.\nShe got two years in jail.", ROW_NONE},
    {"They talked for 31 hours.\nThe 31-hour talk ended.", 0},
    {"It closed 1,500 accounts.\nThe 1,500 shops complain.", ROW_NONE},
    {"It has 50 boats. The port has over 50 boats.\nIt has under 50 boats.", ROW_NONE},
};

static void
test_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(twice); i++) {
        struct found found = find(twice[i].text, strlen(twice[i].text));
        size_t n = found.finds.figures.n;

        assert_row(n >= 2, "%s: %zu figures", twice[i].text, n);
        assert_row(found.finds.figures.v[n - 1].same_as == twice[i].same, "%s: same as %u", twice[i].text,
                   found.finds.figures.v[n - 1].same_as);
        found_free(&found);
    }
}

/* Lists show the one that says most; of two that say as much, the first. */
static void
test_fullest(void **state)
{
    static const struct {
        const char *text;
        uint32_t fuller; /* of the first */
    } rows[] = {
        {"Debt of $60 million\nIts debt is about $60 million.", 1},
        {"Debt: $60 million\nIts debt was $60 million in 2021.", 1},
        {"They need about $60 million.\nIts debt was $60 million in 2021.", 1}, /* two things weigh more than a hedge */
        {"Its debt is about $60 million.\nDebt: $60 million", 0},
        {"It paid $5.\nIt paid $5.\nIt paid $5.", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));
        uint32_t fuller = found.finds.figures.v[0].fuller;

        assert_row(fuller == rows[i].fuller, "%s: %u", rows[i].text, fuller);
        found_free(&found);
    }
}

/* ---- what can be compared ----------------------------------------------------------------------- */

static void
test_size(void **state)
{
    static const struct {
        const char *text, *scale;
        double size;
        bool has;
    } rows[] = {
        {"It fell $3 million short.", "$", 3e6, true},
        {"It pays €2 a day.", "EUR/day", 2, true},
        {"It has 40 mills.", "", 40, true},
        {"It lies 5 miles off.", "m", 8046.72, true},
        {"It has 2 hectares.", "m2", 20000, true},
        {"It drank 3 barrels.", "litre", 476.961884784, true},
        {"It held 3 tonnes.", "kg", 3000, true},
        {"It was 50°F.", "°C", 10, true},
        {"It took 36 hours.", "day", 1.5, true},
        {"It took two weeks.", "day", 14, true},
        {"It is 6 months old.", "year", 0.5, true},
        {"It gave 3 barrels a week.", "barrel/week", 3, true},
        {"It rose 5 percentage points.", "percentage point", 5, true},
        {"Founded in 318 BC.", "", -317 * 372, true},
        {"It closed on March 5.", "", 0, false},
        {"In the 1970s it sank.", "", 1970 * 372, true},
        {"It sank on 2 March 2024.", "", 2024 * 372 + 2 * 31 + 1, true},
        {"It sank in the second quarter of 2024.", "", 2024 * 372 + 93, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct found found = find(rows[i].text, strlen(rows[i].text));
        struct figure_size size = figure_size(&found.finds.figures.v[0]);
        double off = size.size - rows[i].size;

        assert_row(strcmp(size.scale, rows[i].scale) == 0, "%s: %s", rows[i].text, size.scale);
        assert_row(size.has == rows[i].has, "%s: %d", rows[i].text, size.has);
        assert_row(!size.has || (off < 1e-6 * (1 + rows[i].size * rows[i].size) && off > -1e-6 * (1 + rows[i].size * rows[i].size)),
                   "%s: %g", rows[i].text, size.size);
        found_free(&found);
    }
}

/* ---- whose dollars ------------------------------------------------------------------------------ */

static const struct row dollars[] = {
    {"Lund owes $40 and pays $2 a day. All amounts are in Canadian dollars.",
     "money $40 = 40 CAD; money $2 a day = 2 CAD/day"},
    {"(Figures in U.S. dollars.) Lund owes $40, £3.", "money $40 = 40 USD; money £3 = 3 GBP"},
    {"Lund owes $40. She paid in Canadian dollars.", "money $40 = 40 $"},
    {"Lund owes $40.", "money $40 = 40 $"},
};

static void
test_dollars(void **state)
{
    (void)state;
    check_rows(dollars, COUNT(dollars));
}

/* By whose custom: a page with its outlet, byline, address and dateline. */
static void
test_dollars_of_outlets(void **state)
{
    static const struct {
        const char *head, *body, *unit; /* of the first figure */
    } rows[] = {
        {"Outlet: The Orrenby Post Canada", "Lund owes $40 for oats.", "CAD"},
        {"Outlet: Orrenby Post", "Lund owes $40 for oats.", "$"},
        {"Outlet: ABC News", "Lund owes $40 for oats.", "$"},
        {"Outlet: CBC News", "Lund owes 40 dollars for oats.", "CAD"},
        {"Outlet: CBC News", "Lund owes $40 a day for oats.", "CAD/day"},
        {"Outlet: CBC News", "The U.S. owes $40 for oats.", "$"},
        {"Outlet: CBC News", "Oats trade with China was worth $40.", "$"},
        {"Outlet: CBC News", "Beijing heard nothing. Lund owes $40.", "CAD"},
        {"Outlet: CBC News", "Lund owes $40. Harrow owes C$60.", "$"},
        {"Outlet: CBC News", "Lund owes $40. Harrow owes US$60.", "CAD"},
        {"Outlet: CBC News", "Lund owes $40. All amounts are in U.S. dollars.", "USD"},
        {"Outlet: CBC News\nByline: Arlo Brandt, The Associated Press", "Lund owes $40.", "USD"},
        {"Outlet: CBC News\nByline: Arlo Brandt, The Canadian Press and The Associated Press", "Lund owes $40.", "$"},
        {"Outlet: Orrenby Post", "LUND (Reuters) - Harrow owes $40 to China.", "USD"},
        {"Outlet: Orrenby Post\nByline: Arlo Brandt, Reuters", "LUND (CP) - Harrow owes $40.", "$"},
        {"URL: https://www.orrenby.example/2026/a", "Lund owes $40.", "$"},
        {"URL: https://news.orrenby.ca/2026/a", "Lund owes $40.", "CAD"},
        {"URL: https://orrenby.com.au:443/a", "Lund owes $40.", "AUD"},
        {"URL: https://orrenby.example/about.ca", "Lund owes $40.", "$"},
        {"URL: https://notreuters.com/a", "Lund owes $40.", "$"},
        {"Outlet: CBC News", "Lund owes £40.", "GBP"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text page = {0};
        struct found found = {.measures = measures_new()};

        text_printf(&page, "Title: Oats\n%s\n\n%s What is left of them went to the goats of the town, Ada Moor said.\n", rows[i].head, rows[i].body);
        found.article = article_parse("test.txt", page.v, page.n, &(struct article_options){0}, NULL);
        figures_find(found.measures, found.article, &found.finds);
        assert_row(found.finds.figures.n > 0 && strcmp(found.finds.figures.v[0].unit, rows[i].unit) == 0, "%s / %s: %s", rows[i].head,
                   rows[i].body, found.finds.figures.n ? found.finds.figures.v[0].unit : "none");
        text_free(&page);
        found_free(&found);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_about),
        cmocka_unit_test(test_twice),
        cmocka_unit_test(test_fullest),
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_dollars),
        cmocka_unit_test(test_dollars_of_outlets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
