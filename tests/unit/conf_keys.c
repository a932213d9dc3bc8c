/* Keys by name, the key map, and the tables of actions and roles. */
#include "unit.h"

#include "lede/keys.h"
#include "lede/theme.h"

static void
test_names_are_read_and_written(void **state)
{
    static const struct {
        const char *name;
        uint32_t key;
    } keys[] = {
        {"j", 'j'}, {"G", 'G'}, {"é", 0xE9}, {"-", '-'}, {"Space", ' '}, {"Down", KEY_DOWN_ARROW}, {"PageUp", KEY_PAGE_UP},
        {"Esc", KEY_ESCAPE}, {"Enter", KEY_RETURN}, {"S-Tab", KEY_SHIFT_TAB}, {"F1", KEY_FUNCTION_1},
        {"F9", KEY_FUNCTION_1 + 8}, {"F12", KEY_FUNCTION_12}, {"C-d", KEY_CTRL | 'd'}, {"M-x", KEY_META | 'x'},
        {"C-M-x", KEY_CTRL | KEY_META | 'x'}, {"C-Left", KEY_CTRL | KEY_LEFT_ARROW}, {"M-Enter", KEY_META | KEY_RETURN},
        {"C-Space", KEY_CTRL | ' '},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        const char *at = keys[i].name;
        uint32_t key;
        char buf[24];

        assert_true(key_read(&at, &key));
        assert_string_equal(at, "");
        assert_int_equal(key, keys[i].key);
        assert_string_equal(key_write(key, buf), keys[i].name);
    }
}

/* A terminal sends one byte for both, so they must be one key. */
static void
test_twins_are_one_key(void **state)
{
    static const struct {
        const char *name;
        uint32_t key;
    } twins[] = {{"C-D", KEY_CTRL | 'd'}, {"C-i", KEY_TAB}, {"C-m", KEY_RETURN}, {"C-j", KEY_RETURN}, {"C-h", KEY_RUBOUT},
                 {"C-[", KEY_ESCAPE}};

    (void)state;
    for (size_t i = 0; i < COUNT(twins); i++) {
        const char *at = twins[i].name;
        uint32_t key;

        assert_true(key_read(&at, &key));
        assert_int_equal(key, twins[i].key);
    }
}

static void
test_no_keys(void **state)
{
    static const char *const wrong[] = {"", " ", "\t", "\033", "\xC2\x9B", "\xFF", "\xE2\x80\xAE"};

    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        const char *at = wrong[i];
        uint32_t key = 42;

        assert_false(key_read(&at, &key));
        assert_ptr_equal(at, wrong[i]);
        assert_int_equal(key, 42);
    }
}

static void
test_c_and_minus_are_keys_too(void **state)
{
    const char *at = "C-";
    uint32_t key;

    (void)state;
    assert_true(key_read(&at, &key));
    assert_int_equal(key, 'C');
    assert_true(key_read(&at, &key));
    assert_int_equal(key, '-');
}

/* ---- the map ------------------------------------------------------------------------- */

static enum action
find(const struct keymap *keymap, const char *keys)
{
    uint32_t first, second;
    enum action action;
    bool more;

    assert_true(key_read(&keys, &first));
    action = keymap_find(keymap, KEY_NONE, first, &more);
    if (!*keys)
        return more ? ACTIONS : action;
    assert_true(more);
    assert_int_equal(action, ACTION_NONE);
    assert_true(key_read(&keys, &second));
    return keymap_find(keymap, first, second, &more);
}

static void
test_default_keys(void **state)
{
    struct keymap *keymap = keymap_new();

    (void)state;
    assert_int_equal(find(keymap, "j"), ACTION_DOWN);
    assert_int_equal(find(keymap, "Down"), ACTION_DOWN);
    assert_int_equal(find(keymap, "Space"), ACTION_PAGE_DOWN);
    assert_int_equal(find(keymap, "C-b"), ACTION_PAGE_UP);
    assert_int_equal(find(keymap, "g"), ACTIONS); /* the first of two */
    assert_int_equal(find(keymap, "gg"), ACTION_TOP);
    assert_int_equal(find(keymap, "gx"), ACTION_NONE);
    assert_int_equal(find(keymap, "x"), ACTION_NONE);
    assert_string_equal(keymap_keys(keymap, ACTION_TOP), "gg, Home");
    assert_string_equal(keymap_keys(keymap, ACTION_PAGE_DOWN), "Space, PageDown, C-f");
    keymap_free(keymap);
}

/* No default key may take another's away. */
static void
test_every_default_key_holds(void **state)
{
    struct keymap *keymap = keymap_new();

#define CHECK(id, name, group, keys, does) \
    { \
        char words[] = keys, *rest = words; \
        for (const char *key; (key = strtok_r(rest, " ", &rest));) \
            assert_int_equal(find(keymap, key), ACTION_##id); \
    }
    (void)state;
    ACTION_TABLE(CHECK)
#undef CHECK
    keymap_free(keymap);
}

static void
test_binding(void **state)
{
    struct keymap *keymap = keymap_new();
    struct error error = {0};

    (void)state;
    assert_true(keymap_bind(keymap, "x", ACTION_DOWN, &error));
    assert_int_equal(find(keymap, "x"), ACTION_DOWN);
    assert_string_equal(keymap_keys(keymap, ACTION_DOWN), "j, Down, x");
    assert_true(keymap_bind(keymap, "j", ACTION_UP, &error)); /* another's key goes over */
    assert_string_equal(keymap_keys(keymap, ACTION_DOWN), "Down, x");
    assert_true(keymap_bind(keymap, "g", ACTION_ZOOM, &error)); /* the beginning of gg replaces it */
    assert_int_equal(find(keymap, "g"), ACTION_ZOOM);
    assert_string_equal(keymap_keys(keymap, ACTION_TOP), "Home");
    assert_true(keymap_bind(keymap, "ga", ACTION_QUIT, &error)); /* and the other way round */
    assert_int_equal(find(keymap, "ga"), ACTION_QUIT);
    assert_string_equal(keymap_keys(keymap, ACTION_ZOOM), "z");
    assert_true(keymap_bind(keymap, "x", ACTION_NONE, &error));
    assert_int_equal(find(keymap, "x"), ACTION_NONE);
    keymap_free(keymap);
}

static void
test_wrong_bindings_say_why(void **state)
{
    static const struct {
        const char *sequence, *sentence;
    } wrong[] = {
        {"", "no key is named"},
        {"abc", "'abc' is more than two keys"},
        {"a b", "'a b' is not a key"},
    };
    struct keymap *keymap = keymap_new();

    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct error error = {0};

        assert_false(keymap_bind(keymap, wrong[i].sequence, ACTION_DOWN, &error));
        assert_int_equal(error.status, STATUS_INVALID);
        assert_string_equal(error.sentence, wrong[i].sentence);
        error_clear(&error);
    }
    assert_string_equal(keymap_keys(keymap, ACTION_DOWN), "j, Down");
    keymap_free(keymap);
}

/* ---- tables ---------------------------------------------------------------------------- */

static void
test_actions_by_name(void **state)
{
    enum action action;

    (void)state;
    for (int i = ACTION_NONE + 1; i < ACTIONS; i++) {
        assert_true(action_read(action_name((enum action)i), &action));
        assert_int_equal(action, i);
        assert_true(*action_does(action));
        assert_true(action_group(action) < ACTION_GROUPS);
    }
    for (int i = 0; i < ACTION_GROUPS; i++)
        assert_non_null(action_group_name((enum action_group)i));
    assert_false(action_read("fly", &action));
}

static void
test_roles_by_name(void **state)
{
    char letters[ROLES + 1] = "";
    enum role role;

    (void)state;
    for (int i = 0; i < ROLES; i++) {
        assert_true(role_read(role_name((enum role)i), &role));
        assert_int_equal(role, i);
        assert_null(strchr(letters, role_letter(role))); /* golden screens tell all roles apart */
        letters[i] = role_letter(role);
        letters[i + 1] = '\0';
    }
    assert_false(role_read("fog", &role));
}

/* What a reader without colours must still tell apart: these differ by attributes alone. */
static void
test_builtin_theme_needs_no_colour(void **state)
{
    static const enum role apart[][2] = {
        {ROLE_TEXT, ROLE_FIGURE}, {ROLE_TEXT, ROLE_INDIRECT}, {ROLE_TEXT, ROLE_SPEAKER}, {ROLE_TEXT, ROLE_CURRENT},
        {ROLE_TEXT, ROLE_HIT}, {ROLE_HIT, ROLE_CURRENT}, {ROLE_QUOTE, ROLE_CURRENT}, {ROLE_FIGURE, ROLE_CURRENT},
        {ROLE_FIGURE, ROLE_INDIRECT}, {ROLE_STATUS, ROLE_STATUS_FILTER}, {ROLE_PANE_TITLE, ROLE_PANE_TITLE_FOCUS},
        {ROLE_TEXT, ROLE_TITLE}, {ROLE_TEXT, ROLE_KEY},
    };
    const struct theme *theme = theme_builtin();

    (void)state;
    for (size_t i = 0; i < COUNT(apart); i++)
        assert_int_not_equal(theme->roles[apart[i][0]].attrs, theme->roles[apart[i][1]].attrs);
    assert_int_not_equal(theme->selected.attrs, 0);
    assert_int_not_equal(theme->selected.attrs, theme->selected_away.attrs);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_read_and_written),
        cmocka_unit_test(test_twins_are_one_key),
        cmocka_unit_test(test_no_keys),
        cmocka_unit_test(test_c_and_minus_are_keys_too),
        cmocka_unit_test(test_default_keys),
        cmocka_unit_test(test_every_default_key_holds),
        cmocka_unit_test(test_binding),
        cmocka_unit_test(test_wrong_bindings_say_why),
        cmocka_unit_test(test_actions_by_name),
        cmocka_unit_test(test_roles_by_name),
        cmocka_unit_test(test_builtin_theme_needs_no_colour),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
