/* ini files, styles, options, themes: each wrong line with its exact message, the rest read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "conf/ini.h"
#include "lede/config.h"

static char folder[] = "/tmp/lede-config-XXXXXX";
static char path[64];

static void
write_file(const char *name, const char *text, size_t len)
{
    FILE *f;

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

/* The problems as lines, the folder cut. */
static void
join(const struct problems *problems, struct text *out)
{
    text_free(out);
    text_add(out, "", 0);
    for (size_t i = 0; i < problems->n; i++) {
        const char *where = problems->v[i].where;

        if (strncmp(where, folder, strlen(folder)) == 0)
            where += strlen(folder) + 1;
        text_printf(out, "%s: %s\n", where, problems->v[i].what);
    }
}

static void
test_ini_lines(void **state)
{
    static const struct {
        const char *text, *entries, *problems;
    } cases[] = {
        {"", "", ""},
        {"# only\n; comments\n\n", "", ""},
        {"[a]\nk = v\n", "a/k=v/2 ", ""},
        {"\xEF\xBB\xBF[a]\nk = v", "a/k=v/2 ", ""},
        {"k = v\r\n", "/k=v/1 ", ""},
        {"[a]\nfg = #ffcc00\n", "a/fg=#ffcc00/2 ", ""},
        {"[a]\nfg = #ffcc00 ; gold\n", "a/fg=#ffcc00/2 ", ""},
        {"[a]\nk = \"x ; y\" # said\n", "a/k=x ; y/2 ", ""},
        {"[a]\nk = 'say \"so\"'\n", "a/k=say \"so\"/2 ", ""},
        {"[a]\nk =\nl = \"\"\n", "a/k=/2 a/l=/3 ", ""},
        {"[a]\nk = a;b=c\n", "a/k=a;b=c/2 ", ""},
        {"[a]\nKey Word = \xC3\x89t\xC3\xA9\n", "a/Key Word=\xC3\x89t\xC3\xA9/2 ", ""},
        {"[a]\nno equals\nk = v\n", "a/k=v/3 ", "f.ini:2: 'no equals': neither [section] nor key = value\n"},
        {"[a\nk = v\n", "/k=v/2 ", "f.ini:1: '[a': ']' is missing\n"},
        {"[]\nk = v\n", "/k=v/2 ", "f.ini:1: '[]': the section has no name\n"},
        {"[a:b]\nk = v\n", "/k=v/2 ", "f.ini:1: '[a:b]': the name of a section holds no ':'\n"},
        {"= v\nk = w\n", "/k=w/2 ", "f.ini:1: '= v': there is no key before '='\n"},
        {"k = \"v\nl = w\n", "/l=w/2 ", "f.ini:1: 'k = \"v': the closing mark is missing\n"},
        {"k = \"v\" w\nl = w\n", "/l=w/2 ", "f.ini:1: 'k = \"v\" w': there is text behind the closing mark\n"},
        {"k = it's \"v\"\nl = w\n", "/l=w/2 ", "f.ini:1: 'k = it's \"v\"': a value can't hold both sorts of marks\n"},
        {"k = \xFF\nl = w\n", "/l=w/2 ", "f.ini:1: 'k = \xFF': not UTF-8\n"},
        {"[a]\nk = 1\nK = 2\n", "a/K=2/3 ", "f.ini:3: 'K': given before, in line 2; this one counts\n"},
        {"[a]\nk = v\\\nl = w\n", "a/k=v\\/2 a/l=w/3 ", ""},
    };

    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct problems problems = {0};
        struct text got = {0};
        struct ini *ini;

        write_file("f.ini", cases[c].text, strlen(cases[c].text));
        ini = ini_load(path, &problems);
        assert_non_null(ini);
        text_add(&got, "", 0);
        for (size_t i = 0; i < ini_count(ini); i++) {
            const struct ini_entry *e = ini_entry(ini, i);
            text_printf(&got, "%s/%s=%s/%u ", e->section, e->key, e->value, e->line);
        }
        assert_string_equal(got.v, cases[c].entries);
        join(&problems, &got);
        assert_string_equal(got.v, cases[c].problems);
        text_free(&got);
        problems_free(&problems);
        ini_free(ini);
    }
}

static void
test_ini_files(void **state)
{
    struct problems problems = {0};
    struct text got = {0}, big = {0};

    (void)state;
    (void)snprintf(path, sizeof path, "%s/none.ini", folder);
    assert_null(ini_load(path, &problems));
    assert_null(ini_load(folder, &problems));
    for (int i = 0; i < 200000; i++)
        text_puts(&big, "# long\n");
    write_file("big.ini", big.v, big.n);
    assert_null(ini_load(path, &problems));
    problems.v[1].where[0] = '\0';
    join(&problems, &got);
    assert_string_equal(got.v, "none.ini: No such file or directory\n: is not a file\nbig.ini: is too large for a configuration\n");
    text_free(&got);
    text_free(&big);
    problems_free(&problems);
}

static void
test_nearest(void **state)
{
    static const char *const names[] = {"quote", "figure", "speaker", "heading"};

    (void)state;
    assert_string_equal(nearest_name("qoute", names, 4), "quote");
    assert_string_equal(nearest_name("speakr", names, 4), "speaker");
    assert_string_equal(nearest_name("headings", names, 4), "heading");
    assert_null(nearest_name("zebra", names, 4));
    assert_null(nearest_name("", names, 4));
}

static void
test_styles(void **state)
{
    static const struct {
        const char *text;
        int32_t fg, bg;
        int attrs;
        const char *why; /* NULL: it is right */
    } cases[] = {
        {"", COLOR_DEFAULT, COLOR_DEFAULT, 0, NULL},
        {"red", 1, COLOR_DEFAULT, 0, NULL},
        {"  236 on Default  bold underline", 236, COLOR_DEFAULT, ATTR_BOLD | ATTR_UNDERLINE, NULL},
        {"#ffcc00 on #102", COLOR_RGB | 0xffcc00, COLOR_RGB | 0x110022, 0, NULL},
        {"on bright-blue dim italic", COLOR_DEFAULT, 12, ATTR_DIM | ATTR_ITALIC, NULL},
        {"normal", COLOR_DEFAULT, COLOR_DEFAULT, 0, NULL},
        {"#ffcc0", 0, 0, 0, "not a colour"},
        {"256", 0, 0, 0, "not a colour or attribute"},
        {"-1", 0, 0, 0, "not a colour or attribute"},
        {"purpleish", 0, 0, 0, "not a colour or attribute"},
        {"red blue", 0, 0, 0, "two foregrounds; a background has 'on' before it"},
        {"on red on blue", 0, 0, 0, "two backgrounds"},
        {"red on", 0, 0, 0, "'on' has no colour behind it"},
        {"red on bold", 0, 0, 0, "not a colour or attribute"},
    };

    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct style style = {COLOR_DEFAULT, COLOR_DEFAULT, 0};
        const char *why = "";
        bool right = style_read(cases[c].text, &style, &why);

        assert_int_equal(right, cases[c].why == NULL);
        if (!right) {
            assert_string_equal(why, cases[c].why);
            continue;
        }
        assert_int_equal(style.fg, cases[c].fg);
        assert_int_equal(style.bg, cases[c].bg);
        assert_int_equal(style.attrs, cases[c].attrs);
    }
}

/* So that "quote = green" over a dark theme is no patch of another background. */
static void
test_a_background_left_out_stays(void **state)
{
    static const struct {
        const char *text;
        int32_t fg, bg;
    } cases[] = {
        {"green", 2, 234}, {"bold", COLOR_DEFAULT, 234}, {"green on default", 2, COLOR_DEFAULT}, {"green on 17", 2, 17},
        {"green on", 5, 234}, {"no-colour", 5, 234},
    };

    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct style style = {5, 234, ATTR_ITALIC};
        const char *why;

        (void)style_read(cases[c].text, &style, &why);
        assert_int_equal(style.fg, cases[c].fg);
        assert_int_equal(style.bg, cases[c].bg);
    }
}

static void
test_options(void **state)
{
    static const char text[] = "[options]\n"
                               "max-size = 12\n"
                               "jobs = many\n"
                               "max-files = 0\n"
                               "ascii = maybe\n"
                               "collecton = /news\n"
                               "theme = dusk\n"
                               "[keys]\n"
                               "down = x C-n\n"
                               "half-page-dwn = d\n"
                               "zoom =\n"
                               "up = Hyper-k\n"
                               "[other]\n"
                               "a = b\n";
    struct problems problems = {0};
    struct text got = {0};
    struct config *config;
    bool more;

    (void)state;
    write_file("lede.ini", text, strlen(text));
    config = config_load(path, &problems);
    assert_int_equal(config->max_size, 12);
    assert_int_equal(config->jobs, 0);
    assert_int_equal(config->max_files, 1000000);
    assert_false(config->ascii);
    assert_null(config->collection);
    assert_string_equal(config->theme, "dusk");
    assert_int_equal(keymap_find(config->keymap, KEY_NONE, 'x', &more), ACTION_DOWN);
    assert_int_equal(keymap_find(config->keymap, KEY_NONE, KEY_CTRL | 'n', &more), ACTION_DOWN);
    assert_int_equal(keymap_find(config->keymap, KEY_NONE, 'j', &more), ACTION_NONE);
    assert_string_equal(keymap_keys(config->keymap, ACTION_ZOOM), "");
    join(&problems, &got);
    assert_string_equal(got.v,
                        "lede.ini:3: 'jobs = many': not a number from 0 to 64; using the default\n"
                        "lede.ini:4: 'max-files = 0': not a number from 1 to 4000000; using the default\n"
                        "lede.ini:5: 'ascii = maybe': neither yes nor no; using the default\n"
                        "lede.ini:6: 'collecton = /news': no such option; did you mean 'collection'?\n"
                        "lede.ini:10: 'half-page-dwn = d': no such action; did you mean 'half-page-down'?\n"
                        "lede.ini:12: 'up = Hyper-k': 'Hyper-k' is more than two keys\n"
                        "lede.ini:14: 'a = b': in no section that is known; lede.ini has [options] and [keys]\n");
    text_free(&got);
    problems_free(&problems);
    config_free(config);
}

static void
test_themes(void **state)
{
    static const char child[] = "[theme]\nbase = %s/base.ini\nborder = dotted\n[roles]\nquote = #ffcc0\nfigur = red\n"
                                "text = red bold\nselected = on 3\n[colours]\nx = y\n";
    static const char base[] = "[theme]\nborder = ascii\nbse = none\n[roles]\nquote = 33\ntitle = 5\n";
    static const char circle[] = "[theme]\nbase = %s/circle.ini\n[roles]\ntitle = 7\n";
    struct problems problems = {0};
    struct text got = {0}, text = {0};
    struct theme *theme;

    (void)state;
    write_file("base.ini", base, strlen(base));
    text_printf(&text, child, folder);
    write_file("child.ini", text.v, text.n);
    theme = theme_load(path, &problems);
    assert_non_null(theme);
    assert_int_equal(theme->border, BORDER_ASCII);
    assert_int_equal(theme->roles[ROLE_QUOTE].fg, 33);
    assert_int_equal(theme->roles[ROLE_TITLE].fg, 5);
    assert_int_equal(theme->roles[ROLE_TEXT].fg, 1);
    assert_int_equal(theme->roles[ROLE_TEXT].attrs, ATTR_BOLD);
    assert_int_equal(theme->selected.bg, 3);
    assert_int_equal(theme->roles[ROLE_FIGURE].fg, theme_builtin()->roles[ROLE_FIGURE].fg);
    theme_free(theme);
    join(&problems, &got);
    assert_string_equal(got.v, "base.ini:3: 'bse = none': no such key; did you mean 'base'?\n"
                               "child.ini:3: 'border = dotted': not one of unicode, ascii, none; using the default\n"
                               "child.ini:5: 'quote = #ffcc0': not a colour; using the default\n"
                               "child.ini:6: 'figur = red': no such role; did you mean 'figure'?\n"
                               "child.ini:10: 'x = y': no such section; a theme has [theme] and [roles]\n");
    problems_free(&problems);
    text.n = 0;
    text_printf(&text, circle, folder);
    write_file("circle.ini", text.v, text.n);
    theme = theme_load(path, &problems);
    assert_int_equal(theme->roles[ROLE_TITLE].fg, 7);
    assert_int_equal(problems.n, 1);
    theme_free(theme);
    problems_free(&problems);
    assert_null(theme_load("defualt", &problems));
    join(&problems, &got);
    assert_string_equal(got.v, "defualt: no theme of this name; did you mean 'default'?\n");
    problems_free(&problems);
    text_free(&text);
    text_free(&got);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ini_lines), cmocka_unit_test(test_ini_files), cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_a_background_left_out_stays),
        cmocka_unit_test(test_styles),    cmocka_unit_test(test_options),   cmocka_unit_test(test_themes),
    };
    char command[80];
    int failed;

    if (!mkdtemp(folder))
        return 99;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    (void)snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command) != 0 ? 99 : failed;
}
