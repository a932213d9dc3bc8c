/*
 * Whole screens after scripted keys, against tests/screen/golden. Made anew, after looking at every difference, by
 *     make check TESTS=tests/unit/view_screens LEDE_UPDATE_GOLDEN=1
 */
#include "screen/driver.h"
#include "unit/unit.h"

static const struct {
    const char *name;
    int width, height;
    const char *keys;
} screens[] = {
    {"open-200x50", 200, 50, ""},
    {"open-120x40", 120, 40, ""},
    {"open-80x24", 80, 24, ""},
    {"open-40x12", 40, 12, ""},
    {"open-1x1", 1, 1, ""},
    {"list-120x40", 120, 40, "1j"},
    {"list-80x24", 80, 24, "1j"},
    {"marks-120x40", 120, 40, "www"},
    {"speaker-120x40", 120, 40, "3s"},
    {"speaker-80x24", 80, 24, "3sjj"},
    {"speakers-80x24", 80, 24, "Sor"},
    {"speakers-40x12", 40, 12, "S"},
    {"opened-120x40", 120, 40, "3sj<Enter>"},
    {"all-sources-120x40", 120, 40, "a3jjj"},
    {"figures-120x40", 120, 40, "4jj"},
    {"figures-size-80x24", 80, 24, "4zaoj"},
    {"figures-unit-80x24", 80, 24, "a4u"},
    {"figures-kind-40x12", 40, 12, "4oo"},
    {"unnamed-80x24", 80, 24, "JJ"},
    {"furniture-80x24", 80, 24, "vG"},
    {"search-80x24", 80, 24, "/BRIDGE"},
    {"words-120x40", 120, 40, "Fferr"},
    {"no-words-80x24", 80, 24, "Fzebra"},
    {"query-wrong-80x24", 80, 24, "Fferry OR kind:mony"},
    {"query-120x40", 120, 40, "Fbridge OR \"the crossing\"<Enter>2nn"},
    {"query-empty-40x12", 40, 12, "F"},
    {"no-quotes-80x24", 80, 24, "JJJ3"},
    {"help-80x24", 80, 24, "?"},
    {"current-80x24", 80, 24, "3jj"},
    {"denied-80x24", 80, 24, "J3"},
    {"zoom-120x40", 120, 40, "z"},
    {"zoom-mark-120x40", 120, 40, "zwww"},
};

static void
test_path(char path[512], const char *folder, const char *name, const char *suffix)
{
    (void)snprintf(path, 512, "%s/tests/screen/golden/%s%s", folder, name, suffix);
}

static char *
read_all(const char *path)
{
    FILE *file = fopen(path, "r");
    struct text text = {0};
    int c;

    if (!file)
        return NULL;
    while ((c = getc(file)) != EOF)
        text_putc(&text, (char)c);
    (void)fclose(file);
    text_add(&text, "", 0);
    return text.v;
}

static bool
write_all(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    if (!file)
        return false;
    fputs(text, file);
    return fclose(file) == 0;
}

/* Prints a unified diff; the screen as it is stays in the build folder. */
static void
show_difference(const char *golden, const char *actual, const char *name)
{
    char command[1200], path[64];

    (void)snprintf(path, sizeof path, "screen-%.40s.out", name);
    if (!write_all(path, actual))
        return;
    (void)snprintf(command, sizeof command, "diff -u '%s' '%s' >&2", golden, path);
    if (system(command) == 0)
        print_error("%s: no difference found by diff\n", name);
    (void)remove(path);
}

static void
test_screens(void **state)
{
    const char *folder = getenv("LEDE_SRCDIR"), *update = getenv("LEDE_UPDATE_GOLDEN");
    int wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(screens); i++) {
        struct driver driver;
        char path[512], *actual, *golden;

        driver_open(&driver, screens[i].width, screens[i].height);
        (void)driver_keys(&driver, screens[i].keys);
        actual = driver_print(&driver);
        test_path(path, folder ? folder : ".", screens[i].name, ".txt");
        if (update && *update) {
            assert_true(write_all(path, actual));
        } else {
            golden = read_all(path);
            if (!golden || strcmp(golden, actual) != 0) {
                print_error("screen %s (keys \"%s\") is not as in %s\n", screens[i].name, screens[i].keys, path);
                show_difference(path, actual, screens[i].name);
                wrong++;
            }
            mem_free(golden);
        }
        free(actual);
        driver_close(&driver);
    }
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_screens)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
