/* What keys do: the way in and back, the links between panes, filters, search, sizes. */
#include "lede/utf.h"
#include "screen/driver.h"
#include "screen/fixture.h"
#include "unit.h"
#include "view/state.h"

/* ---- one way in, one way out --------------------------------------------------------------- */

/* Keys that go deeper, and the keys that come back: the screen is then what it was before. */
static void
test_back_to_where_one_was(void **state)
{
    static const struct {
        const char *what, *before, *keys;
        int width;
    } rows[] = {
        {"speaker of a quote", "3jj", "s<Esc>", 120},
        {"speaker, then moved about", "wwjj", "sjjj1jj2G<Esc>", 120},
        {"speaker from the figures, to and fro", "4jj", "s<Esc>", 120},
        {"speaker chosen by name", "3j", "Shann<Enter>jj<Esc>", 120},
        {"speakers looked at", "jjj", "Sor<Down><Esc>", 120},
        {"a quote of another article opened", "a3jjjjjj", "<Enter>jjj<Esc>", 120},
        {"filter, open, back, back", "3", "sj<Enter>ww<Esc><Esc>", 120},
        {"filter, filter, back, back", "3", "sSvest<Enter>jj<Esc><Esc>", 120},
        {"zoom and back", "jjj", "z<Esc>", 120},
        {"zoom by its own key", "jjj", "zz", 120},
        {"words typed and left", "3j", "Fferry<Esc>", 120},
        {"words chosen and undone", "jj", "Fferry<Enter>jj<Esc>", 120},
        {"words edited to nothing", "jj", "Ffe<Backspace><Backspace><Enter>", 120},
        {"help and back", "jj", "?jjjj<Esc>", 120},
        {"help by its own key", "jj", "??", 120},
        {"help left by q", "jj", "?q", 120},
        {"search left", "jjj", "/crossings<Esc>", 120},
        {"search in a list left", "1", "/agency<Esc>", 120},
        {"search in the quotes left, the page scrolled", "3jj2jjjj3", "/unheard of<Esc>", 120},
        {"search in the quotes left behind a hit", "a3jj2jjjj3", "/keep it<Esc>", 80},
        {"narrow: figure opened", "4jj", "<Enter>jj<Esc>", 60},
        {"narrow: speaker", "3j", "s2j3j<Esc>", 60},
        {"two panes: quote opened", "a3jjj", "<Enter>q", 80},
        {"a quote of the open article opened", "jjjjjj3", "<Enter><Esc>", 80},
        {"a quote of the open article opened, and on", "jjjjjjjjjjj3", "<Enter>jjjjjj<Esc>", 80},
        {"a quote out of view opened", "3gg2GGG3", "<Enter><Esc>", 80},
        {"a figure of the open article opened", "jj4", "<Enter>jj<Esc>", 120},
        {"narrow: a quote of the open article opened", "jjj3", "<Enter>jjjj<Esc>", 40},
        {"narrow: a figure of the open article opened", "4jjj", "<Enter>GG<Esc>", 40},
        {"a count of digits that are panes, taken back by nothing", "jj", "12<F12>", 120},
        {"a count in the quotes, come from the figures", "jj4j3k", "14<F12>", 80},
        {"a count in the article, the way to the list", "1<Enter>jj", "12<F12>", 80},
        {"furniture there and back", "jjjj", "vv", 80},
        {"scope there and back", "3j", "aa", 120},
        {"a unit and back", "4j", "u<Esc>", 120},
        {"a unit from the article, with one pane", "jj", "uu<Esc>", 60},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;
        char *before, *after;

        driver_open(&driver, rows[i].width, 30);
        (void)driver_keys(&driver, rows[i].before);
        before = driver_print(&driver);
        (void)driver_keys(&driver, rows[i].keys);
        (void)driver_keys(&driver, "<F12>"); /* bound to nothing: takes a message away */
        after = driver_print(&driver);
        assert_row(strcmp(before, after) == 0, "%s: %s\nis not\n%s", rows[i].what, after, before);
        free(before);
        free(after);
        driver_close(&driver);
    }
}

/* From wherever one is in a pane, at any size: Enter, about in the article, Esc. */
static void
test_back_from_anywhere(void **state)
{
    static const char *const before[] = {"j", "jj", "k", "G", "w", "W", "3", "4", "2", "a", "o", "J", "<C-d>", "3j", "4j"};
    static const char *const within[] = {"j", "k", "G", "w", "W", "<C-d>", "gg", "<F12>"};
    static const int sizes[][2] = {{120, 40}, {120, 16}, {80, 24}, {80, 12}, {60, 20}, {40, 12}};
    uint32_t seed = 7;

    (void)state;
    for (int run = 0; run < 600; run++) {
        const int *size = sizes[run % 6];
        struct text keys = {0};
        struct driver driver;
        char *was, *is;

        driver_open(&driver, size[0], size[1]);
        for (int i = 0; i < 7; i++)
            text_puts(&keys, before[(seed = seed * 1664525u + 1013904223u) / 65536 % COUNT(before)]);
        text_puts(&keys, seed >> 30 & 1 ? "<F12>3" : "<F12>4");
        (void)driver_keys(&driver, keys.v);
        (void)driver_keys(&driver, "<F12>");
        was = driver_print(&driver);
        text_puts(&keys, "<Enter>");
        (void)driver_keys(&driver, "<Enter>");
        for (int i = 0; i < 5; i++) {
            const char *key = within[(seed = seed * 1664525u + 1013904223u) / 65536 % COUNT(within)];

            text_puts(&keys, key);
            (void)driver_keys(&driver, key);
        }
        (void)driver_keys(&driver, "<Esc><F12>");
        is = driver_print(&driver);
        if (!strstr(was, "No quotes") && !strstr(was, "No figures"))
            assert_row(strcmp(was, is) == 0, "%dx%d %s: %s\nis not\n%s", size[0], size[1], keys.v, is, was);
        free(was);
        free(is);
        text_free(&keys);
        driver_close(&driver);
    }
}

/* A filter comes off; what was opened under it by going on stays open. */
static void
test_filter_off_leaves_the_article(void **state)
{
    static const char *const filters[] = {"Sorme<Enter>", "3s", "Fbridge<Enter>"};

    (void)state;
    for (size_t i = 0; i < COUNT(filters); i++) {
        struct driver driver;

        driver_open(&driver, 120, 40);
        (void)driver_keys(&driver, filters[i]);
        (void)driver_keys(&driver, "Jjj<Esc>");
        assert_row(driver_shows(&driver, "Ferries are to carry those"), "%s", filters[i]);
        assert_row(driver_shows(&driver, "Quotes  5 here") && !driver_shows(&driver, "✕"), "%s", filters[i]);
        driver_close(&driver);
    }
}

static void
test_list_is_one_step_back(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 60, 20);
    (void)driver_keys(&driver, "1j<Enter>");
    assert_true(driver_shows(&driver, "A bridge too far"));
    (void)driver_keys(&driver, "1j<Enter>1j<Enter><Esc>");
    assert_true(driver_shows(&driver, "Low Water"));
    assert_true(driver_shows(&driver, "Orrin Bay Gazette")); /* the list again */
    assert_int_equal(driver_keys(&driver, "q") & APP_QUIT, APP_QUIT);
    driver_close(&driver);
}

static void
test_quit(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 120, 30);
    assert_int_equal(driver_keys(&driver, "3sq") & APP_QUIT, 0);
    assert_int_equal(driver_keys(&driver, "q") & APP_QUIT, APP_QUIT);
    assert_int_equal(driver_keys(&driver, "?Q") & APP_QUIT, APP_QUIT);
    assert_int_equal(driver_keys(&driver, "<C-z>") & APP_SUSPEND, APP_SUSPEND);
    assert_int_equal(driver_keys(&driver, "<C-l>") & APP_REPAINT, APP_REPAINT);
    assert_int_equal(driver_keys(&driver, "<F12>"), 0);
    driver_close(&driver);
}

/* ---- links ------------------------------------------------------------------------------------ */

/* After keys, a row of the screen holds these words. */
static void
test_shows(void **state)
{
    static const struct {
        const char *what, *keys, *words;
        int width;
        bool not_shown;
    } rows[] = {
        {"all quotes of a speaker", "3s", "Quotes  4 in 3 sources  Orme", 120, false},
        {"the status line names the filter", "3s", "Orme ✕  all sources", 120, false},
        {"the list counts what is theirs", "3s", "The Northern… 2“  0#", 120, false},
        {"s from the article, on the quote at the cursor", "5Gs", "Quotes", 120, false},
        {"sorted by kind", "4oo", "figures by kind", 120, false},
        {"s on a figure in nobody's quote", "4js", "this figure stands in nobody's quote", 120, false},
        {"s on a quote of nobody", "3Gs", "nobody is known to have said this", 120, false},
        {"s twice", "3ss", "words of Tessa Orme already", 120, false},
        {"a figure that the speaker is not the first to give", "Svest<Enter>", "Figures  1 in all  Vester", 120, false},
        {"speakers with counts", "S", "4 quotes in 3 sources", 120, false},
        {"narrowed by a part of the name", "Sruy", "Speakers  1 of 3", 120, false},
        {"narrowed to nobody", "Sxyz<Enter>", "Nobody of that name is quoted.", 120, false},
        {"rubbed out again", "Sxyz<C-u>", "Speakers  3 of 3", 120, false},
        {"an affiliation", "Shan", "Delft Street Institute", 120, false},
        {"all sources", "a", "Quotes  11 in all", 120, false},
        {"opened at its place", "a3jjjjjj<Enter>", "The Northerner", 120, false},
        {"wide scope is on the status line", "a", "all sources", 120, false},
        {"wide scope is no filter that Back takes off", "a", "✕", 120, true},
        {"narrow: whose article it is", "", "¶ · 5 %  Orrin Bay Gazette", 40, false},
        {"narrow: whose article it is, on the way", "J5G", "%  The North", 40, false},
        {"narrow: not beside the figures", "4", "Orrin Bay Gaz", 40, true},
        {"kind of quote", "3t", "Quotes  3 here  direct", 120, false},
        {"kind of figure", "4t", "Figures  3 here  percent", 120, true},
        {"kind of figure, in the order of kinds", "4t", "Figures  1 here  money", 120, false},
        {"kinds come round to all", "4tttttt", "Figures  7 here", 120, false},
        {"normalised on selection", "4jj", "= 48,500,000 EUR", 120, false},
        {"said in two places", "4", "×2", 120, false},
        {"no headline", "JJ", "no headline: these are its first words", 120, false},
        {"wide characters", "JJ", "橋は三年で直る、と技師は言う。", 120, false},
        {"furniture hidden", "", "Copy link", 120, true},
        {"furniture shown with its class", "v", "boiler: Copy link", 120, false},
        {"first article", "K", "this is the first article", 120, false},
        {"last article", "9J", "Coastline Agency · 3 February 2026", 120, false},
        {"behind the last", "9JJ", "this is the last article", 120, false},
        {"no quotes: which key helps", "9J", "No quotes here. a shows those", 120, false},
        {"no problems", "!", "everything could be read", 120, false},
        {"words leave articles", "Fferry", "1 of 4 articles", 120, false},
        {"words and J", "Fcrossings<Enter>J", "Coastline Agency · 3 February 2026", 120, false},
        {"a query leaves quotes of all sources", "Ftimetable", "Quotes  1 in all  “timetable”", 160, false},
        {"Enter: a beginning stays one", "Ffer<Enter>", "Articles  1 of 4  “fer*”", 160, false},
        {"Enter: what is open is closed", "F(ferry OR \"swing br<Enter>", "“(ferry OR \"swing br*\")”", 160, false},
        {"Enter: an operator at the end asks nothing", "Fferry AND <Enter>", "“ferry” ✕", 160, false},
        {"a query in the article alone", "Ftimetable<Enter>a", "Quotes  0 here  “timetable*”", 160, false},
        {"by a speaker", "Fspeaker:vester<Enter>", "Quotes  3 in all  “speaker:vester*”", 160, false},
        {"by a figure", "Fkind:money value>40m<Enter>", "Figures  1 in all  “kind:money value>40m”", 160, false},
        {"a wrong query: what is wrong", "Fferry kind:mony", "there is no such kind; did you mean 'money'?", 120, false},
        {"a wrong query: what is right is found all the same", "Fferry kind:mony", "1 of 4 articles", 120, false},
        {"a wrong query: the title has what is right", "Fferry kind:mony tide", "Articles  0 of 4  “ferry tide”", 160, false},
        {"unfinished: the title has what is whole", "Fferry value>", "Articles  1 of 4  “ferry”", 160, false},
        {"nothing right: no title says it", "Fkind:mony x", "Articles  0 of 4  “x”", 160, false},
        {"a wrong query is not taken, and the cursor goes there", "Fferry spaeker:vik<Enter>X", "find in all: ferry Xspaeker:vik", 120, false},
        {"unfinished: what is waited for", "Fferry value>", "a number must come behind this", 120, false},
        {"before a query what can be asked", "F", "words “phrases” speaker: outlet: title: date: kind: value> unit: path:", 120, false},
        {"hits of a query: n goes from one to the next", "Fbridge<Enter>2nn", "hit 2 of 6", 120, false},
        {"a search is lit after a query", "Fbridge<Enter>2/council<Enter>", "hit 1 of", 120, false},
        {"n in a list that a query left", "Fbridge<Enter>3n", "hit 2 of", 120, false},
        {"the query before", "Fferry<Enter>FX<Up>", "find in all: ferry*", 120, false},
        {"the query before, and back to what was typed", "Fferry<Enter>F<C-u>tide<Up><Down>", "find in all: tide", 120, false},
        {"the search before", "/tide<Enter>/ferry<Enter>/<Up><Up>", "/tide", 120, false},
        {"the search before is found as it comes", "/council<Enter>/<Up>", "hit 1 of", 120, false},
        {"searches are no queries", "/tide<Enter>F<Up>", "find in all: tide", 120, true},
        {"Up and Down at the ends", "Fa<Up><Up><Down>b", "find in all: ab", 120, false},
        {"help tells of queries", "?<Space><Space>", "value>", 120, false},
        {"prompt", "/abc<Left>x", "/abxc", 80, false},
        {"prompt: wide, before a mark that joins it, and no room", "/\xCC\x81<Home>橋", "/", 3, false},
        {"prompt: words rubbed out", "/one two<C-w>x", "/one x", 80, false},
        {"count", "10j", "¶1 of 4", 80, false},
        {"count of digits that are panes", "012j", "¶2 of 4", 80, false},
        {"to a paragraph", "3G", "¶3 of 4", 80, true},
        {"to a paragraph by a count", "03G", "¶3 of 4", 80, false},
        {"to the end", "G", "¶4 of 4 · 100 %", 80, false},
        {"a key of other readers", "x", "x does nothing; ? shows the keys", 80, false},
        {"a key that is none is no key of a sequence", "gx", "x does nothing", 80, false},
        {"a filter keeps its sign where it is cut", "3sFferry OR timetable<Enter>", "Orme ✕  “ferry OR timetabl… ✕", 40, false},
        {"both filters where there is room", "3sFferry<Enter>", "Orme ✕  “ferry*” ✕  all sources", 120, false},
        {"tabs", "", "Articles 4  Article  Quotes 4  Figures 7", 60, false},
        {"tabs show the filter", "3s", "Orme", 70, false},
        {"tabs show the kind", "3t", "direct", 70, false},
        {"no such mark", "GG", "Follow us", 80, true},
        {"no more marks", "Gwww", "no quote or figure after this one", 80, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;
        char *screen;

        driver_open(&driver, rows[i].width, 40);
        (void)driver_keys(&driver, rows[i].keys);
        screen = driver_print(&driver);
        assert_row(driver_shows(&driver, rows[i].words) != rows[i].not_shown, "%s (%s): %s'%s' on\n%s", rows[i].what, rows[i].keys,
                   rows[i].not_shown ? "" : "no ", rows[i].words, screen);
        free(screen);
        driver_close(&driver);
    }
}

/* Of a query that is being typed, what is shown is what is applied: read without a mistake it finds the same. */
static void
test_applied(void **state)
{
    static const struct {
        const char *typed, *applied;
    } rows[] = {
        {"ferry", "ferry"},
        {"", ""},
        {"kind:mony", ""},
        {"ferry kind:mony", "ferry"},
        {"kind:mony OR ferry tide", "ferry tide"},
        {"ferry AND kind:mony OR tide", "ferry OR tide"},
        {"NOT kind:mony ferry", "ferry"},
        {"NOT NOT kind:mony ferry", "ferry"},
        {"-kind:mony ferry", "ferry"},
        {"ferry spaeker:\"mora quill\" tide", "ferry tide"},
        {"title:\"lo* *st\" ferry", "ferry"},
        {"(ferry AND value>abc) tide", "(ferry) tide"},
        {"(ferry OR kind:mony", "(ferry)"},
        {"ferry () tide", "ferry tide"},
        {"ferry) tide", "ferry tide"},
        {"a OR OR b", "a OR b"},
        {"value>", ""},
        {"ferry \"swing br", "ferry \"swing br*\""},
        {"ferry date>2026-0", "ferry date>2026"},
        {"date>x ferry date:2026-01-1", "ferry date:2026-01"},
        {"date:2026-02..2026-01 ferry", "ferry"},
        {"kind:mony spaeker:x value>a outlet<b ferry", "ferry"},
        {"value> abc ferry", "ferry"},
        {"NOT kind: mony ferry", "ferry"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query_error wrong = {0};
        struct text out = {0};

        applied_query(rows[i].typed, &out);
        assert_row(strcmp(out.v, rows[i].applied) == 0, "%s: “%s”, not “%s”", rows[i].typed, out.v, rows[i].applied);
        query_free(query_parse(out.v, 0, &wrong));
        assert_row(!wrong.sentence || !out.n, "%s: %s", out.v, wrong.sentence);
        query_error_clear(&wrong);
        text_free(&out);
    }
}

/* The text of all cells of a role, line by line. */
static const char *
role_text(struct driver *driver, enum role role)
{
    static char out[2048];
    size_t n = 0;

    app_draw(driver->app, driver->canvas);
    for (int y = 0; y < driver->canvas->height; y++) {
        size_t before = n;

        for (int x = 0; x < driver->canvas->width; x++) {
            const struct cell *cell = canvas_cell(driver->canvas, x, y);

            if (cell->role == role && cell->width && n + 8 < sizeof out)
                n += (size_t)utf_encode(cell->ch[0], out + n);
        }
        if (n > before)
            out[n++] = ' ';
    }
    out[n ? n - 1 : 0] = '\0';
    return out;
}

static void
test_current_mark(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 200, 50);
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "two years");
    (void)driver_keys(&driver, "w");
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "two years");
    (void)driver_keys(&driver, "w");
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "seven");
    (void)driver_keys(&driver, "W");
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "two years");
    (void)driver_keys(&driver, "3j");
    assert_non_null(strstr(role_text(&driver, ROLE_CURRENT), "his members had read"));
    (void)driver_keys(&driver, "4G");
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "11,000");
    driver_close(&driver);
}

/* A row of another article leaves the open one alone until Enter. */
/* A scope is no filter: only what Back takes off has the filter's hue. */
static void
test_scope_is_no_filter(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 120, 40);
    (void)driver_keys(&driver, "a");
    assert_true(driver_shows(&driver, "all sources"));
    assert_string_equal(role_text(&driver, ROLE_STATUS_FILTER), "");
    (void)driver_keys(&driver, "s");
    assert_null(strstr(role_text(&driver, ROLE_STATUS_FILTER), "all sources"));
    assert_non_null(strstr(role_text(&driver, ROLE_STATUS_FILTER), "✕"));
    driver_close(&driver);
}

static void
test_other_articles_stay_closed(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 120, 40);
    (void)driver_keys(&driver, "a3G");
    assert_true(driver_shows(&driver, "Council votes to close the swing bridge for two years"));
    (void)driver_keys(&driver, "<Enter>");
    assert_true(driver_shows(&driver, "There is a sentence about bridges that my grandmother"));
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "honest choices are made before the money is gone, not after");
    driver_close(&driver);
}

/* Digits typed at once make a count where one was; after a pause they are for themselves. */
static void
test_digits(void **state)
{
    static const struct {
        const char *first, *paused, *title, *shows;
    } rows[] = {
        {"12j", NULL, "Orrin Bay Gazette", "¶2 of 4"},
        {"10j", NULL, "Orrin Bay Gazette", "¶1 of 4"},
        {"1", "5j", "Articles", "4 ¶"},
        {"15j", NULL, "Orrin Bay Gazette", "¶2 of 4"},
        {"412", "j", "Orrin Bay Gazette", "7 %"},
        {"32", "j", "Orrin Bay Gazette", "7 %"},
        {"31", "j", "Articles", "4 ¶"},
        {"32j", NULL, "Orrin Bay Gazette", "100 %"},
        {"3", "2", "Orrin Bay Gazette", "4 ¶"},
        {"50", "j", "Orrin Bay Gazette", "100 %"},
        {"3", "4", "Figures", "4 ¶"},
        {"g", "g", "Orrin Bay Gazette", "4 ¶"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;

        driver_open(&driver, 80, 40);
        (void)driver_keys(&driver, rows[i].first);
        if (rows[i].paused) {
            app_paused(driver.app);
            (void)driver_keys(&driver, rows[i].paused);
        }
        assert_row(strcmp(role_text(&driver, ROLE_PANE_TITLE_FOCUS), rows[i].title) == 0, "%s: %s", rows[i].first,
                   role_text(&driver, ROLE_PANE_TITLE_FOCUS));
        assert_row(driver_shows(&driver, rows[i].shows), "%s: %s", rows[i].first, driver_row(&driver, 39));
        driver_close(&driver);
    }
}

/* With a speaker chosen, what is selected is what they say in the open article, if they do. */
static void
test_speaker_of_the_open_article(void **state)
{
    static const struct {
        const char *keys, *current;
    } rows[] = {
        {"Sorme<Enter>", "The bridge has done"},
        {"JSorme<Enter>", "the first of them"},
        {"JGSorme<Enter>", "not a day later"},           /* none behind the cursor: the last before it */
        {"JSvest<Enter>", "Has anyone counted"},
        {"J1gg2Svest<Enter>", "Has anyone counted"},
        {"a3ggJSvest<Enter>", "Has anyone counted"},
        {"a3GkkkSvest<Enter>", "his members had read"},
        {"J3Gs", "Has anyone counted"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;

        driver_open(&driver, 160, 60);
        (void)driver_keys(&driver, rows[i].keys);
        assert_row(strstr(role_text(&driver, ROLE_CURRENT), rows[i].current), "%s: %s", rows[i].keys,
                   role_text(&driver, ROLE_CURRENT));
        driver_close(&driver);
    }
}

static void
test_articles_step_back(void **state)
{
    struct driver driver;
    int aside = 0;

    (void)state;
    driver_open(&driver, 120, 40);
    (void)driver_keys(&driver, "3s");
    app_draw(driver.app, driver.canvas);
    for (int y = 0; y < 40; y++)
        if (canvas_cell(driver.canvas, 2, y)->flags & CELL_ASIDE) {
            assert_true(y == 7 || y == 8);
            aside++;
        }
    assert_int_equal(aside, 2);
    driver_close(&driver);
}

/* ---- searching ---------------------------------------------------------------------------------- */

static void
test_search(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 80, 24);
    (void)driver_keys(&driver, "/CROSSINGS<Enter>");
    assert_string_equal(role_text(&driver, ROLE_HIT), "crossingscrossings"); /* in the text and in the pane beside it */
    (void)driver_keys(&driver, "n");
    assert_true(driver_shows(&driver, "search went on from the top"));
    (void)driver_keys(&driver, "gg/bridge<Enter>");
    app_draw(driver.app, driver.canvas);
    assert_int_equal(driver.canvas->cursor_y, 1);
    (void)driver_keys(&driver, "n");
    app_draw(driver.app, driver.canvas);
    assert_int_equal(driver.canvas->cursor_y, 10);
    (void)driver_keys(&driver, "N");
    app_draw(driver.app, driver.canvas);
    assert_int_equal(driver.canvas->cursor_y, 1);
    (void)driver_keys(&driver, "/nothing like it<Enter>");
    assert_true(driver_shows(&driver, "not found: nothing like it"));
    (void)driver_keys(&driver, "/Nothing LIKE it<Enter>");
    assert_true(driver_shows(&driver, "not found: Nothing LIKE it"));
    (void)driver_keys(&driver, "1/agency<Enter>");
    assert_true(canvas_cell(driver.canvas, 0, 7)->flags == 0);
    app_draw(driver.app, driver.canvas);
    assert_int_equal(driver.canvas->cursor_y, 7);
    driver_close(&driver);
}

/* Where among the hits one is, and of how many; Esc and an empty search end it. */
static void
test_search_goes_on(void **state)
{
    static const struct {
        const char *keys, *shows;
        bool lit;
    } rows[] = {
        {"/bridge<Enter>", "hit 1 of 6", true},
        {"/bridge<Enter>nn", "hit 3 of 6", true},
        {"/bridge<Enter>N", "hit 6 of 6 · search went on from the end", true},
        {"/bridge", "hit 1 of 6", true},
        {"/bridge<Enter>n<Esc>", "s speaker", false},
        {"/bridge<Enter>n<Esc>n", "place 2 of 2", false},
        {"/bridge<Enter>n<Esc>/<Up><Enter>", "hit 2 of 6", true},
        {"/bridge<Esc>", "s speaker", false},
        {"/bridge<Esc>n", "place 2 of 2", false},
        {"/bridge<Enter>n/quay<Esc>n", "hit 3 of 6", true},
        {"/bridge<Enter>/quay<Esc>", "s speaker", true},
        {"/bridge<Enter><Esc>/quay<Esc>", "s speaker", false},
        {"/bridge<Enter>/<Enter>", "s speaker", false},
        {"/bridge<Enter>/<Enter>n", "place 2 of 2", false},
        {"1/bay<Enter>n", "hit 2 of 2", true},
        {"3n", "nothing was searched for yet", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;

        driver_open(&driver, 120, 60);
        (void)driver_keys(&driver, rows[i].keys);
        assert_row(driver_shows(&driver, rows[i].shows), "%s: %s", rows[i].keys, driver_row(&driver, 59));
        assert_row((role_text(&driver, ROLE_HIT)[0] != '\0') == rows[i].lit, "%s: %s", rows[i].keys, role_text(&driver, ROLE_HIT));
        driver_close(&driver);
    }
}

/* Counting ends where it would be felt. */
static void
test_hits_are_counted_so_far(void **state)
{
    struct index *index = index_new();
    struct driver driver;
    struct text text = {0};

    (void)state;
    text_puts(&text, "title: Long\npara: ");
    for (int i = 0; i < 1200; i++)
        text_puts(&text, "tide and ");
    text_puts(&text, "\n");
    (void)fixture_add(index, "long.txt", text.v);
    text_free(&text);
    driver_open_on(&driver, index, 80, 24, false);
    (void)driver_keys(&driver, "/tide<Enter>nn");
    assert_true(driver_shows(&driver, "hit 3 of 999+"));
    (void)driver_keys(&driver, "G/tide<Enter>");
    assert_false(driver_shows(&driver, "hit "));
    driver_close(&driver);
}

static void
test_search_in_quotes(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 120, 40);
    (void)driver_keys(&driver, "a3/timetable<Enter><Enter>");
    assert_string_equal(role_text(&driver, ROLE_CURRENT), "It is a"); /* and then the hit */
    assert_non_null(strstr(role_text(&driver, ROLE_HIT), "timetable"));
    driver_close(&driver);
}

/* ---- what is certain ------------------------------------------------------------------------------ */

/* Whoever was inferred is marked quietly, whoever is unknown plainly; a name, a role, an attribution not at all. */
static void
test_certainty(void **state)
{
    static const struct {
        enum quote_found found;
        const char *place;
    } rows[] = {{FOUND_NAMED, "¶1"}, {FOUND_PRONOUN, "¶1 ~"}, {FOUND_ROLE, "¶1"}, {FOUND_ATTRIBUTION, "¶1"},
                {FOUND_CONTINUED, "¶1 ~"}, {FOUND_FLOATING, "¶1 ~"}, {FOUND_UNKNOWN, "¶1 ?"}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct index *index = index_new();
        struct driver driver;
        const char *row = "";

        (void)fixture_add(index, "a.txt", "title: Low\npara: {q Ada Moor|Tides turn for all of us}, said {n|Ada Moor}.\n");
        ((struct quote *)index_extract(index, 0)->quotes)->found = rows[i].found; /* the fixture's own */
        driver_open_on(&driver, index, 120, 40, false);
        for (int y = 0; y < 40 && !strstr(row, "¶1"); y++)
            row = driver_row(&driver, y);
        row = strstr(row, "¶1");
        assert_row(row && strcmp(row, rows[i].place) == 0, "found %d: '%s' is not '%s'", (int)rows[i].found, row ? row : "",
                   rows[i].place);
        driver_close(&driver);
    }
}

/* What a query finds in many articles comes in slices; what one looks at stays where it is. */
static void
test_a_query_goes_on_while_no_key_waits(void **state)
{
    struct index *index = index_new();
    struct driver driver;
    int slices = 0;

    (void)state;
    for (int i = 0; i < 900; i++) {
        char path[24], source[200];

        (void)snprintf(path, sizeof path, "%d.txt", i);
        (void)snprintf(source, sizeof source, "title: Low %d\npara: {q Ada Moor|%s for all of us}, said {n|Ada Moor}, {f count %d boat|%d boats}.\n", i,
                       i % 2 ? "Tides turn" : "Tides, turn", i, i);
        (void)fixture_add(index, path, source);
    }
    driver_open_on(&driver, index, 160, 40, false);
    (void)driver_keys(&driver, "F\"tides turn");
    assert_true(app_has_work(driver.app));
    assert_true(driver_shows(&driver, "+ of 900 articles"));
    (void)driver_keys(&driver, "<Enter>3jj");
    assert_true(app_has_work(driver.app));
    assert_true(driver_shows(&driver, "Quotes  200+ in all"));
    assert_true(driver_shows(&driver, "▌“Tides"));
    assert_false(driver_shows(&driver, "Looking through"));
    for (; app_has_work(driver.app); slices++)
        (void)app_work(driver.app);
    assert_in_range(slices, 2, 200);
    assert_true(driver_shows(&driver, "Articles 900  “"));
    assert_true(driver_shows(&driver, "Quotes  900 in all  “"));
    assert_true(driver_shows(&driver, "Figures  900 in all  “"));
    assert_int_equal(app_work(driver.app), 0);
    (void)driver_keys(&driver, "<Esc>F\"turn tides\"");
    assert_true(driver_shows(&driver, "Looking through all articles"));
    while (app_has_work(driver.app))
        (void)app_work(driver.app);
    assert_true(driver_shows(&driver, "No article passes"));
    (void)driver_keys(&driver, "<Esc>");
    assert_false(app_has_work(driver.app));
    assert_true(driver_shows(&driver, "Quotes  1 here"));
    driver_close(&driver);
}

/* The span of a vague word serves to sort; shown is only what somebody said. */
static void
test_vague_words_have_no_value(void **state)
{
    static const struct {
        const char *words;
        enum hedge hedge;
        bool shown;
    } rows[] = {{"dozens", HEDGE_ABOUT, false}, {"two or three", HEDGE_NONE, true}, {"about 24 to 99", HEDGE_ABOUT, true}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct index *index = index_new();
        struct driver driver;
        struct figure *figure;
        char source[96];

        (void)snprintf(source, sizeof source, "title: Low\npara: They saw {f count 24 boat|%s} of them.\n", rows[i].words);
        (void)fixture_add(index, "a.txt", source);
        figure = (struct figure *)index_extract(index, 0)->figures; /* the fixture's own */
        figure->has_high = true;
        figure->high = decimal_make(99, 0);
        figure->hedge = rows[i].hedge;
        driver_open_on(&driver, index, 120, 40, false);
        (void)driver_keys(&driver, "4");
        assert_row(driver_shows(&driver, "= 24 to 99") == rows[i].shown, "%s", rows[i].words);
        driver_close(&driver);
    }
}

/* ---- sizes ------------------------------------------------------------------------------------------ */

/* Whatever the sizes between, what stood at the cursor stands there again. */
static void
test_resize_keeps_the_place(void **state)
{
    static const int sizes[][2] = {{80, 24}, {200, 50}, {40, 12}, {1, 1}, {0, 0}, {7, 3}, {71, 9}, {72, 10}, {119, 2}};
    struct driver driver;
    char *before, *after;

    (void)state;
    driver_open(&driver, 120, 20);
    (void)driver_keys(&driver, "04G");
    before = driver_print(&driver);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        driver_resize(&driver, sizes[i][0], sizes[i][1]);
        free(driver_print(&driver));
        if (sizes[i][0] >= 40)
            assert_true(driver_shows(&driver, "Keep it") || sizes[i][1] < 4);
    }
    driver_resize(&driver, 120, 20);
    after = driver_print(&driver);
    assert_string_equal(before, after);
    free(before);
    free(after);
    driver_close(&driver);
}

/* ---- arriving ------------------------------------------------------------------------------------------ */

static void
test_nothing_jumps_while_articles_arrive(void **state)
{
    static struct cell before[120 * 40];
    struct driver driver;

    (void)state;
    driver_open_on(&driver, NULL, 120, 40, false);
    assert_true(driver_shows(&driver, "No articles in a folder."));
    (void)fixture_load(driver.index, "01-gazette.txt");
    (void)app_grown(driver.app, (struct loader_progress){.found = 3, .taken = 1}, false);
    assert_true(driver_shows(&driver, "Council votes to close"));
    assert_true(driver_shows(&driver, "reading 1 of 3"));
    (void)driver_keys(&driver, "wwa3jj");
    app_draw(driver.app, driver.canvas);
    memcpy(before, driver.canvas->cells, sizeof before);
    (void)fixture_load(driver.index, "02-northerner.txt");
    (void)app_grown(driver.app, (struct loader_progress){.found = 3, .taken = 2}, false);
    assert_true(driver_shows(&driver, "The Northe"));
    assert_true(driver_shows(&driver, "Quotes  9 in all"));
    for (int y = 1; y < 39; y++) /* what was there stays; new rows stand behind it */
        for (int x = 23; x < 120; x++)
            if (before[y * 120 + x].ch[0] != ' ' && before[y * 120 + 89].role != ROLE_PANE_TITLE)
                assert_int_equal(canvas_cell(driver.canvas, x, y)->ch[0], before[y * 120 + x].ch[0]);
    driver_close(&driver);
}

/* Whoever opens one file that is none of ours is told why, not how the names of articles end. */
static void
test_an_empty_screen_says_why(void **state)
{
    static const struct {
        const char *where;
        bool shown;
    } rows[] = {{"a folder", true}, {"a folder/b.txt", true}, {"a folder:12", true}, {"a folder too", false}, {"lede.ini:3", false}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct driver driver;

        driver_open_on(&driver, NULL, 120, 40, false);
        problems_add(&driver.problems, rows[i].where, "is binary, not text");
        (void)app_grown(driver.app, (struct loader_progress){0}, true);
        assert_row(driver_shows(&driver, "is binary, not text. Leave with q.") == rows[i].shown, "row %zu", i);
        assert_row(driver_shows(&driver, "its name ends") != rows[i].shown, "row %zu", i);
        driver_close(&driver);
    }
}

static void
test_filter_takes_in_what_arrives(void **state)
{
    struct driver driver;

    (void)state;
    driver_open_on(&driver, NULL, 120, 40, false);
    (void)fixture_load(driver.index, "01-gazette.txt");
    (void)app_grown(driver.app, (struct loader_progress){0}, false);
    (void)driver_keys(&driver, "3s");
    assert_true(driver_shows(&driver, "Quotes  1 in 1 source  Orme"));
    (void)fixture_load(driver.index, "02-northerner.txt");
    (void)app_grown(driver.app, (struct loader_progress){0}, true);
    assert_true(driver_shows(&driver, "Quotes  3 in 2 sources  Orme"));
    driver_close(&driver);
}

static void
test_problems(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 80, 24);
    problems_add(&driver.problems, "a/b.txt", "%s", "not an article: binary");
    (void)app_grown(driver.app, (struct loader_progress){0}, true);
    assert_true(driver_shows(&driver, "1 problem !"));
    (void)app_grown(driver.app, (struct loader_progress){.found = 113636, .taken = 4000}, false);
    assert_true(driver_shows(&driver, "reading 4,000 of 113,636"));
    (void)driver_keys(&driver, "!");
    assert_true(driver_shows(&driver, "a/b.txt: not an article: binary"));
    driver_close(&driver);
}

static void
test_escape_stops_loading(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 80, 24);
    (void)app_grown(driver.app, (struct loader_progress){.found = 9, .taken = 4}, false);
    (void)driver_keys(&driver, "z<Esc>");
    assert_false(app_wants_stop(driver.app));
    (void)driver_keys(&driver, "<Esc>");
    assert_true(app_wants_stop(driver.app));
    (void)app_grown(driver.app, (struct loader_progress){.found = 9, .taken = 5}, true);
    assert_false(app_wants_stop(driver.app));
    driver_close(&driver);
}

static void
test_paste(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 80, 24);
    assert_int_equal(app_paste(driver.app, "qqq", 3), 0);
    (void)driver_keys(&driver, "/");
    assert_int_equal(app_paste(driver.app, "two\nyears\x1b", 10), APP_REDRAW);
    assert_true(driver_shows(&driver, "/two years"));
    assert_non_null(strstr(role_text(&driver, ROLE_HIT), "two years"));
    driver_close(&driver);
}

static void
test_ascii(void **state)
{
    struct index *index = index_new();
    struct driver driver;

    (void)state;
    (void)fixture_load(index, "01-gazette.txt");
    (void)fixture_load(index, "03-column.txt");
    driver_open_on(&driver, index, 120, 40, true);
    (void)driver_keys(&driver, "J3s");
    app_draw(driver.app, driver.canvas);
    for (int y = 0; y < 40; y++)
        for (int x = 0; x < 120; x++)
            assert_true(canvas_cell(driver.canvas, x, y)->ch[0] < 0x7F && canvas_cell(driver.canvas, x, y)->ch[0] >= ' ');
    assert_true(driver_shows(&driver, "Cafe owners - naive"));
    driver_close(&driver);
}

/* A paragraph of a megabyte: lines around the view alone, from any place. */
static void
test_long_article(void **state)
{
    struct index *index = index_new();
    struct driver driver;
    struct text text = {0};

    (void)state;
    text_puts(&text, "title: Long\npara: ");
    while (text.n < 1000000)
        text_printf(&text, "word%zu ", text.n);
    text_puts(&text, "the end\n");
    (void)fixture_add(index, "long.txt", text.v);
    text_free(&text);
    driver_open_on(&driver, index, 80, 24, false);
    (void)driver_keys(&driver, "G");
    assert_true(driver_shows(&driver, "the end"));
    assert_true(driver_shows(&driver, "100 %"));
    (void)driver_keys(&driver, "99j99k/word500");
    assert_true(driver_shows(&driver, "word500"));
    driver_resize(&driver, 60, 24);
    assert_true(driver_shows(&driver, "word500"));
    driver_close(&driver);
}

static void
test_help_is_of_the_live_keys(void **state)
{
    struct driver driver;

    (void)state;
    driver_open(&driver, 80, 60);
    assert_int_equal(keymap_find(driver.keymap, KEY_NONE, 'x', &(bool){false}), ACTION_NONE);
    assert_true(keymap_bind(driver.keymap, "x", ACTION_ZOOM, NULL));
    assert_true(keymap_bind(driver.keymap, "?", ACTION_NONE, NULL));
    assert_true(driver_shows(&driver, "F1 help"));
    (void)driver_keys(&driver, "<F1>");
    assert_true(driver_shows(&driver, "z, x"));
    driver_close(&driver);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_back_to_where_one_was),
        cmocka_unit_test(test_back_from_anywhere),
        cmocka_unit_test(test_filter_off_leaves_the_article),
        cmocka_unit_test(test_list_is_one_step_back),
        cmocka_unit_test(test_quit),
        cmocka_unit_test(test_shows),
        cmocka_unit_test(test_applied),
        cmocka_unit_test(test_current_mark),
        cmocka_unit_test(test_scope_is_no_filter),
        cmocka_unit_test(test_other_articles_stay_closed),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_speaker_of_the_open_article),
        cmocka_unit_test(test_articles_step_back),
        cmocka_unit_test(test_search),
        cmocka_unit_test(test_search_goes_on),
        cmocka_unit_test(test_hits_are_counted_so_far),
        cmocka_unit_test(test_search_in_quotes),
        cmocka_unit_test(test_certainty),
        cmocka_unit_test(test_a_query_goes_on_while_no_key_waits),
        cmocka_unit_test(test_vague_words_have_no_value),
        cmocka_unit_test(test_resize_keeps_the_place),
        cmocka_unit_test(test_nothing_jumps_while_articles_arrive),
        cmocka_unit_test(test_an_empty_screen_says_why),
        cmocka_unit_test(test_filter_takes_in_what_arrives),
        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_escape_stops_loading),
        cmocka_unit_test(test_paste),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_long_article),
        cmocka_unit_test(test_help_is_of_the_live_keys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
