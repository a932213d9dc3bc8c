/*
 * Each theme at each depth of colour: what every role looks like on the terminal, against tests/screen/themes. Made anew, after
 * looking at every difference, by
 *     make check TESTS=tests/unit/themes LEDE_UPDATE_GOLDEN=1
 */
#include "unit.h"

#include "lede/canvas.h"
#include "lede/config.h"
#include "ui/look.h"

static const char *const themes[] = {"default", "dark", "light", "contrast", "mono", "solarized-dark", "solarized-light"};

static const struct {
    const char *name;
    struct look_depth depth;
} depths[] = {
    {"true", {1 << 24, true}}, {"256", {256, true}}, {"16", {16, true}}, {"8", {8, false}}, {"none", {0, true}},
    {"none, no italics", {0, false}},
};

/* What lies over a role, as canvas_print() marks it, and the roles it is shown on. */
static const struct {
    const char *name;
    unsigned flag;
} overs[] = {{"selected", CELL_SELECTED}, {"selected-away", CELL_SELECTED_AWAY}, {"aside", CELL_ASIDE}};
static const enum role under[] = {ROLE_TEXT, ROLE_DIM, ROLE_QUOTE, ROLE_INDIRECT, ROLE_FIGURE, ROLE_HIT, ROLE_STATUS_FILTER,
                                   ROLE_BAR};

static const char *
folder(void)
{
    const char *srcdir = getenv("LEDE_SRCDIR");

    return srcdir ? srcdir : ".";
}

/* The theme of the source, not one of that name that is installed. */
static struct theme *
load(const char *name)
{
    struct problems problems = {0};
    struct text path = {0};
    struct theme *theme;

    if (strcmp(name, "default") == 0)
        text_puts(&path, name);
    else
        text_printf(&path, "%s/themes/%s.ini", folder(), name);
    theme = theme_load(path.v, &problems);
    assert_row(theme && problems.n == 0, "%s: problems", path.v);
    text_free(&path);
    problems_free(&problems);
    return theme;
}

static void
add_color(struct text *out, int color, int colors)
{
    if (color == COLOR_DEFAULT)
        text_puts(out, "-");
    else if (colors > 256 && color > 7)
        text_printf(out, "#%06x", (unsigned)color);
    else
        text_printf(out, "%d", color);
}

static void
add_look(struct text *out, const struct theme *theme, enum role role, unsigned flags)
{
    static const char *const names[] = {"bold", "dim", "italic", "underline", "reverse"};

    for (size_t i = 0; i < COUNT(depths); i++) {
        struct style look = look_of(theme, role, flags, depths[i].depth);

        text_printf(out, "    %-17s ", depths[i].name);
        add_color(out, look.fg, depths[i].depth.colors);
        text_puts(out, " on ");
        add_color(out, look.bg, depths[i].depth.colors);
        for (size_t bit = 0; bit < COUNT(names); bit++)
            if (look.attrs & 1U << bit)
                text_printf(out, " %s", names[bit]);
        text_puts(out, "\n");
    }
}

static void
add_theme(struct text *out, const struct theme *theme)
{
    static const char *const borders[] = {"unicode", "ascii", "none"};

    text_printf(out, "border %s\n", borders[theme->border]);
    for (int role = 0; role < ROLES; role++) {
        text_printf(out, "%c %s\n", role_letter((enum role)role), role_name((enum role)role));
        add_look(out, theme, (enum role)role, 0);
    }
    for (size_t i = 0; i < COUNT(overs); i++)
        for (size_t j = 0; j < COUNT(under); j++) {
            text_printf(out, "%c %s over %s\n", role_letter(under[j]), overs[i].name, role_name(under[j]));
            add_look(out, theme, under[j], overs[i].flag);
        }
}

/* A canvas with a row of each role, then of each that something lies over: the golden file's key to the letters. */
static void
add_canvas(struct text *out)
{
    struct canvas *canvas = canvas_new(40, ROLES + (int)(COUNT(overs) * COUNT(under)));
    char *printed = NULL;
    size_t size;
    FILE *file = open_memstream(&printed, &size);
    int y = 0;

    assert_non_null(file);
    for (; y < ROLES; y++)
        (void)canvas_put(canvas, 0, y, 40, (enum role)y, slice_str(role_name((enum role)y)));
    for (size_t i = 0; i < COUNT(overs); i++)
        for (size_t j = 0; j < COUNT(under); j++, y++) {
            (void)canvas_put(canvas, 0, y, 40, under[j], slice_str(role_name(under[j])));
            canvas_flag(canvas, (struct rect){0, y, 20, 1}, overs[i].flag);
        }
    canvas_print(canvas, file);
    assert_int_equal(fclose(file), 0);
    text_add(out, printed, size);
    free(printed);
    canvas_free(canvas);
}

/* Compares with the golden file, or writes it. */
static bool
check_golden(const char *name, const struct text *text)
{
    const char *update = getenv("LEDE_UPDATE_GOLDEN");
    struct text path = {0}, golden = {0};
    FILE *file;
    bool same;
    size_t line = 1, at = 0;
    int c;

    text_printf(&path, "%s/tests/screen/themes/%s.txt", folder(), name);
    if (update && *update) {
        file = fopen(path.v, "w");
        assert_row(file, "can't write %s", path.v);
        assert_int_equal(fwrite(text->v, 1, text->n, file), text->n);
        assert_int_equal(fclose(file), 0);
    }
    file = fopen(path.v, "r");
    assert_row(file, "can't read %s", path.v);
    while ((c = getc(file)) != EOF)
        text_putc(&golden, (char)c);
    (void)fclose(file);
    same = golden.n == text->n && memcmp(golden.v, text->v, text->n) == 0;
    for (; !same && at < golden.n && at < text->n && golden.v[at] == text->v[at]; at++)
        line += text->v[at] == '\n';
    if (!same)
        print_error("%s:%zu: is now otherwise\n", path.v, line);
    text_free(&golden);
    text_free(&path);
    return same;
}

static void
test_looks(void **state)
{
    int wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(themes); i++) {
        struct theme *theme = load(themes[i]);
        struct text text = {0};

        add_theme(&text, theme);
        wrong += !check_golden(themes[i], &text);
        text_free(&text);
        theme_free(theme);
    }
    assert_int_equal(wrong, 0);
}

static void
test_letters(void **state)
{
    struct text text = {0};

    (void)state;
    add_canvas(&text);
    assert_true(check_golden("roles", &text));
    text_free(&text);
}

/* ---- what must be told apart -------------------------------------------------------------------- */

static const struct {
    enum role a, b;
    unsigned flags; /* of a */
} pairs[] = {
    {ROLE_QUOTE, ROLE_TEXT, 0}, {ROLE_INDIRECT, ROLE_TEXT, 0}, {ROLE_FIGURE, ROLE_TEXT, 0}, {ROLE_CURRENT, ROLE_TEXT, 0},
    {ROLE_CURRENT, ROLE_QUOTE, 0}, {ROLE_CURRENT, ROLE_INDIRECT, 0}, {ROLE_CURRENT, ROLE_FIGURE, 0}, {ROLE_HIT, ROLE_TEXT, 0},
    {ROLE_HIT, ROLE_QUOTE, 0}, {ROLE_HIT, ROLE_CURRENT, 0}, {ROLE_STATUS_FILTER, ROLE_STATUS, 0},
    {ROLE_STATUS_PROBLEM, ROLE_STATUS, 0}, {ROLE_TITLE, ROLE_TEXT, 0}, {ROLE_SPEAKER, ROLE_TEXT, 0}, {ROLE_SPEAKER, ROLE_QUOTE, 0},
    {ROLE_FIGURE, ROLE_QUOTE, 0}, {ROLE_PANE_TITLE_FOCUS, ROLE_PANE_TITLE, 0}, {ROLE_STATUS_KEY, ROLE_STATUS, 0},
    {ROLE_TEXT, ROLE_TEXT, CELL_SELECTED}, {ROLE_QUOTE, ROLE_QUOTE, CELL_SELECTED}, {ROLE_DIM, ROLE_DIM, CELL_SELECTED},
    {ROLE_INDIRECT, ROLE_INDIRECT, CELL_SELECTED}, {ROLE_FIGURE, ROLE_FIGURE, CELL_SELECTED}, {ROLE_TEXT, ROLE_TEXT, CELL_ASIDE},
};

static bool
same_look(const struct style *a, const struct style *b)
{
    return a->fg == b->fg && a->bg == b->bg && a->attrs == b->attrs;
}

/* At every depth; without colours it is the attributes that differ. */
static void
test_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(themes); i++) {
        struct theme *theme = load(themes[i]);

        for (size_t d = 0; d < COUNT(depths); d++)
            for (size_t p = 0; p < COUNT(pairs); p++) {
                struct style a = look_of(theme, pairs[p].a, pairs[p].flags, depths[d].depth);
                struct style b = look_of(theme, pairs[p].b, 0, depths[d].depth);

                assert_row(!same_look(&a, &b), "%s at %s: %s (flags %u) is like %s", themes[i], depths[d].name,
                           role_name(pairs[p].a), pairs[p].flags, role_name(pairs[p].b));
                if (depths[d].depth.colors == 0)
                    assert_int_equal(a.fg & a.bg & b.fg & b.bg, COLOR_DEFAULT);
            }
        theme_free(theme);
    }
}

/* Letters in the terminal's own colour on a field of ours may be white on white. */
static void
test_no_letters_of_unknown_colour_on_a_field(void **state)
{
    static const unsigned flags[] = {0, CELL_SELECTED, CELL_SELECTED_AWAY, CELL_ASIDE};

    (void)state;
    for (size_t i = 0; i < COUNT(themes); i++) {
        struct theme *theme = load(themes[i]);

        for (size_t n = 0; n < COUNT(depths) * ROLES * COUNT(flags); n++) {
            enum role role = (enum role)(n % ROLES);
            size_t d = n / ROLES % COUNT(depths), f = n / ROLES / COUNT(depths);
            struct style look = look_of(theme, role, flags[f], depths[d].depth);

            assert_row((look.fg == COLOR_DEFAULT) <= (look.bg == COLOR_DEFAULT), "%s at %s: %s (flags %u): only a field", themes[i],
                       depths[d].name, role_name(role), flags[f]);
            assert_row(look.bg == COLOR_DEFAULT || look.fg != look.bg || role == ROLE_RULE || role == ROLE_BAR,
                       "%s at %s: %s (flags %u): letters like their field", themes[i], depths[d].name, role_name(role), flags[f]);
        }
        theme_free(theme);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_told_apart),
        cmocka_unit_test(test_no_letters_of_unknown_colour_on_a_field),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
