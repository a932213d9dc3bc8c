/*
 * The reader of JSON: every rule of RFC 8259 from both sides. The classes are those of the JSONTestSuite (N. Seriot, "Parsing
 * JSON is a minefield"): structure, arrays, objects, numbers, strings; what it leaves open is at the end.
 */
#include "unit.h"

#include "article/json.h"
#include "lede/utf.h"

#define TEXT(literal) {literal, sizeof(literal) - 1}

/* Reads it as article_parse_json() reads a line: UTF-8, one value, nothing behind. */
static bool
reads(const char *text, size_t len, struct json *json)
{
    char *exact = malloc(len ? len : 1); /* so that the sanitizer sees a step too far */
    bool good;

    memcpy(exact, text, len);
    *json = (struct json){.text = exact, .at = exact, .end = exact + len};
    good = utf_valid(exact, len, NULL) && json_skip(json) && json_ends(json);
    free(exact);
    return good;
}

static const struct slice good[] = {
    /* structure */
    TEXT("{}"), TEXT("[]"), TEXT("null"), TEXT("true"), TEXT("false"), TEXT("\"\""), TEXT("-1"), TEXT("0"), TEXT(" []\t\r\n "),
    TEXT("\"asd\""), TEXT("[ ]"), TEXT("{ }"), TEXT("[[]   ]"), TEXT("[\"\"]"), TEXT("[null, 1, \"1\", {}]"), TEXT("[1,null,null,null,2]"),
    TEXT("[1\n]"), TEXT(" [1]"), TEXT("[2] "), TEXT("[false]"), TEXT("\"\x7F\""),
    /* objects */
    TEXT("{\"asd\":\"sdf\", \"dfg\":\"fgh\"}"), TEXT("{\"asd\":\"sdf\"}"), TEXT("{\"a\":\"b\",\"a\":\"c\"}"), TEXT("{\"a\":\"b\",\"a\":\"b\"}"),
    TEXT("{\"\":0}"), TEXT("{\"foo\\u0000bar\": 42}"), TEXT("{\"min\": -1.0e+28, \"max\": 1.0e+28}"), TEXT("{\"a\":[]}"),
    TEXT("{\"title\":\"\\u041f\\u043e\\u043b\" }"), TEXT("{\n\"a\": \"b\"\n}"), TEXT("{\"x\":[{\"id\": \"x\"}], \"id\": {\"y\":{\"z\":[]}}}"),
    /* numbers */
    TEXT("[123e65]"), TEXT("[0e+1]"), TEXT("[0e1]"), TEXT("[ 4]"), TEXT("[-0.000000000000000000000000000000000000000000000000001]"),
    TEXT("[20e1]"), TEXT("[-0]"), TEXT("[-123]"), TEXT("[-1]"), TEXT("[1E22]"), TEXT("[1E-2]"), TEXT("[1E+2]"), TEXT("[123e45]"),
    TEXT("[123.456e78]"), TEXT("[1e-2]"), TEXT("[1e+2]"), TEXT("[123]"), TEXT("[123.456789]"), TEXT("[0.0]"), TEXT("[-0.0e-0]"),
    /* strings */
    TEXT("[\"\\u0060\\u012a\\u12AB\"]"), TEXT("[\"\\uD801\\udc37\"]"), TEXT("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]"), TEXT("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"),
    TEXT("[\"\\\\u0000\"]"), TEXT("[\"\\\"\"]"), TEXT("[\"a/*b*/c/*d//e\"]"), TEXT("[\"\\\\a\"]"), TEXT("[\"\\\\n\"]"), TEXT("[\"\\u0012\"]"),
    TEXT("[\"\\uFFFF\"]"), TEXT("[\"asd\"]"), TEXT("[ \"asd\"]"), TEXT("[\"\\uDBFF\\uDFFF\"]"), TEXT("[\"new\\u00A0line\"]"),
    TEXT("[\"\xF4\x8F\xBF\xBF\"]"), TEXT("[\"\xEF\xBF\xBF\"]"), TEXT("[\"\\u0000\"]"), TEXT("[\"\\u002c\"]"), TEXT("[\"\xCF\x80\"]"),
    TEXT("[\"\xF0\x9B\xBF\xBF\"]"), TEXT("[\"asd \"]"), TEXT("\" \""), TEXT("[\"\\u0821\"]"), TEXT("[\"\\u0123\"]"), TEXT("[\"\xE2\x80\xA8\"]"),
    TEXT("[\"\xE2\x80\xA9\"]"), TEXT("[\"\\u0061\\u30af\\u30EA\\u30b9\"]"), TEXT("[\"new\\u000Aline\"]"), TEXT("[\"\x7F\"]"),
    TEXT("[\"\\uA66D\"]"), TEXT("[\"\xE2\x8D\x82\xE3\x88\xB4\xE2\x8D\x82\"]"), TEXT("[\"\\u005C\"]"), TEXT("[\"\\u0022\"]"),
    TEXT("[\"\\u200B\"]"), TEXT("[\"\\u2064\"]"), TEXT("[\"\\uFDD0\"]"), TEXT("[\"\\uFFFE\"]"), TEXT("[\"a\x7F"  "a\"]"),
    /* left open by the RFC: read, since only what is kept must be sayable in UTF-8 */
    TEXT("[\"\\uD800\"]"), TEXT("[\"\\uDADA\"]"), TEXT("[\"\\uD888\\u1234\"]"), TEXT("[\"\\uDd1e\\uD834\"]"), TEXT("{\"\\uDFAA\":0}"),
    TEXT("[0.4e00669999999999999999999999999999999999999999999999969999999006]"), TEXT("[-1e+9999]"), TEXT("[1.5e+9999]"),
    TEXT("[123123123123123123123123123123]"), TEXT("[-237462374673276894279832749832423479823246327846]"),
};

static const struct {
    struct slice text;
    const char *wrong; /* how the reason begins; NULL: is not UTF-8 */
} bad[] = {
    /* structure */
    {TEXT(""), "not JSON: it breaks off"},
    {TEXT(" "), "not JSON: it breaks off"},
    {TEXT("["), "not JSON: it breaks off"},
    {TEXT("[\""), "not JSON: a string has no end"},
    {TEXT("[\"asd"), "not JSON: a string has no end"},
    {TEXT("[\"a\""), "not JSON: a comma or ] is missing"},
    {TEXT("{"), "not JSON: a name in marks is missing"},
    {TEXT("{\""), "not JSON: a string has no end"},
    {TEXT("{\"a\""), "not JSON: a colon is missing"},
    {TEXT("{\"a\":"), "not JSON: it breaks off"},
    {TEXT("{\"a\": true"), "not JSON: a comma or } is missing"},
    {TEXT("{]"), "not JSON: a name in marks is missing"},
    {TEXT("[}"), "not JSON: a value is missing"},
    {TEXT("]"), "not JSON: a value is missing"},
    {TEXT("}"), "not JSON: a value is missing"},
    {TEXT(","), "not JSON: a value is missing"},
    {TEXT("*"), "not JSON: a value is missing"},
    {TEXT("<.>"), "not JSON: a value is missing"},
    {TEXT("[<null>]"), "not JSON: a value is missing"},
    {TEXT("'a'"), "not JSON: a value is missing"},
    {TEXT("aÃ¥"), "not JSON: a value is missing"},
    {TEXT("[1]x"), "not JSON: something stands behind the end"},
    {TEXT("[1]]"), "not JSON: something stands behind the end"},
    {TEXT("[][]"), "not JSON: something stands behind the end"},
    {TEXT("{}}"), "not JSON: something stands behind the end"},
    {TEXT("{\"a\": true} \"x\""), "not JSON: something stands behind the end"},
    {TEXT("\"\"x"), "not JSON: something stands behind the end"},
    {TEXT("2@"), "not JSON: something stands behind the end"},
    {TEXT("{}/**/"), "not JSON: something stands behind the end"},
    {TEXT("{}#"), "not JSON: something stands behind the end"},
    {TEXT("[1]\0"), "not JSON: something stands behind the end"},
    {TEXT("\0"), "not JSON: a value is missing"},
    {TEXT("[\0]"), "not JSON: a value is missing"},
    {TEXT("\v[]"), "not JSON: a value is missing"},
    {TEXT("\f[]"), "not JSON: a value is missing"},
    {TEXT("\xEF\xBB\xBF{}"), "not JSON: a value is missing"}, /* the mark at the head of a file is passed over by its reader */
    {TEXT("\xE2\x81\xA0"), "not JSON: a value is missing"},
    {TEXT("[\xC2\xA0]"), "not JSON: a value is missing"},
    /* words */
    {TEXT("nul"), "not JSON: a value is missing"},
    {TEXT("[nul]"), "not JSON: a value is missing"},
    {TEXT("[tru]"), "not JSON: a value is missing"},
    {TEXT("[fals]"), "not JSON: a value is missing"},
    {TEXT("[True]"), "not JSON: a value is missing"},
    {TEXT("[NaN]"), "not JSON: a value is missing"},
    {TEXT("[Inf]"), "not JSON: a value is missing"},
    {TEXT("nulll"), "not JSON: something stands behind the end"},
    {TEXT("[truee]"), "not JSON: a comma or ] is missing"},
    /* arrays */
    {TEXT("[1 true]"), "not JSON: a comma or ] is missing"},
    {TEXT("[\"\": 1]"), "not JSON: a comma or ] is missing"},
    {TEXT("[\"\"],"), "not JSON: something stands behind the end"},
    {TEXT("[,1]"), "not JSON: a value is missing"},
    {TEXT("[,]"), "not JSON: a value is missing"},
    {TEXT("[1,,2]"), "not JSON: a value is missing"},
    {TEXT("[\"x\",,]"), "not JSON: a value is missing"},
    {TEXT("[\"\",]"), "not JSON: a value is missing"},
    {TEXT("[1,]"), "not JSON: a value is missing"},
    {TEXT("[1,"), "not JSON: it breaks off"},
    {TEXT("[1,\n1\n,1"), "not JSON: a comma or ] is missing"},
    {TEXT("[{}"), "not JSON: a comma or ] is missing"},
    {TEXT("[3[4]]"), "not JSON: a comma or ] is missing"},
    {TEXT("[a"), "not JSON: a value is missing"},
    {TEXT("[*]"), "not JSON: a value is missing"},
    {TEXT("[:1]"), "not JSON: a value is missing"},
    {TEXT("[1}"), "not JSON: a comma or ] is missing"},
    /* objects */
    {TEXT("{\"x\", null}"), "not JSON: a colon is missing"},
    {TEXT("{\"x\"::\"b\"}"), "not JSON: a value is missing"},
    {TEXT("{\"a\" b}"), "not JSON: a colon is missing"},
    {TEXT("{\"a\" \"b\"}"), "not JSON: a colon is missing"},
    {TEXT("{:\"b\"}"), "not JSON: a name in marks is missing"},
    {TEXT("{key: 1}"), "not JSON: a name in marks is missing"},
    {TEXT("{'a':0}"), "not JSON: a name in marks is missing"},
    {TEXT("{1:1}"), "not JSON: a name in marks is missing"},
    {TEXT("{null:null}"), "not JSON: a name in marks is missing"},
    {TEXT("{[: \"x\"}"), "not JSON: a name in marks is missing"},
    {TEXT("{\"id\":0,}"), "not JSON: a name in marks is missing"},
    {TEXT("{\"id\":0,,,,,}"), "not JSON: a name in marks is missing"},
    {TEXT("{,\"id\":0}"), "not JSON: a name in marks is missing"},
    {TEXT("{\"a\":\"b\",,\"c\":\"d\"}"), "not JSON: a name in marks is missing"},
    {TEXT("{\"a\":\"a\" 123}"), "not JSON: a comma or } is missing"},
    {TEXT("{\"a\":\"b\"]"), "not JSON: a comma or } is missing"},
    {TEXT("{\"a\":}"), "not JSON: a value is missing"},
    {TEXT("{\"a\":\"b\"}#{}"), "not JSON: something stands behind the end"},
    {TEXT("{\"a\":/*comment*/\"b\"}"), "not JSON: a value is missing"},
    {TEXT("{\"a\":\"b\"}//"), "not JSON: something stands behind the end"},
    {TEXT("{\"a\" : \"b\" , \"c\" }"), "not JSON: a colon is missing"},
    /* numbers */
    {TEXT("[-]"), "not JSON: no such number"},
    {TEXT("[-01]"), "not JSON: no such number"},
    {TEXT("[01]"), "not JSON: no such number"},
    {TEXT("[012]"), "not JSON: no such number"},
    {TEXT("[-012]"), "not JSON: no such number"},
    {TEXT("[1.]"), "not JSON: no such number"},
    {TEXT("[-2.]"), "not JSON: no such number"},
    {TEXT("[2.e3]"), "not JSON: no such number"},
    {TEXT("[2.e+3]"), "not JSON: no such number"},
    {TEXT("[0.e1]"), "not JSON: no such number"},
    {TEXT("[0E]"), "not JSON: no such number"},
    {TEXT("[0E+]"), "not JSON: no such number"},
    {TEXT("[0.3e]"), "not JSON: no such number"},
    {TEXT("[0.3e+]"), "not JSON: no such number"},
    {TEXT("[1.0e-]"), "not JSON: no such number"},
    {TEXT("[9.e+]"), "not JSON: no such number"},
    {TEXT("[1eE2]"), "not JSON: no such number"},
    {TEXT("[- 1]"), "not JSON: no such number"},
    {TEXT("[-foo]"), "not JSON: no such number"},
    {TEXT("[-Infinity]"), "not JSON: no such number"},
    {TEXT("[-NaN]"), "not JSON: no such number"},
    {TEXT("[-.123]"), "not JSON: no such number"},
    {TEXT("[--2.]"), "not JSON: no such number"},
    {TEXT("-"), "not JSON: no such number"},
    {TEXT("1e"), "not JSON: no such number"},
    {TEXT("[+1]"), "not JSON: a value is missing"},
    {TEXT("[++1234]"), "not JSON: a value is missing"},
    {TEXT("[.123]"), "not JSON: a value is missing"},
    {TEXT("[.2e-3]"), "not JSON: a value is missing"},
    {TEXT("[.-1]"), "not JSON: a value is missing"},
    {TEXT("[Infinity]"), "not JSON: a value is missing"},
    {TEXT("[\xEF\xBC\x91]"), "not JSON: a value is missing"},
    {TEXT("[0x1]"), "not JSON: a comma or ] is missing"},
    {TEXT("[0x42]"), "not JSON: a comma or ] is missing"},
    {TEXT("[1 000.0]"), "not JSON: a comma or ] is missing"},
    {TEXT("[1+2]"), "not JSON: a comma or ] is missing"},
    {TEXT("[1.2a-3]"), "not JSON: a comma or ] is missing"},
    {TEXT("[0.1.2]"), "not JSON: a comma or ] is missing"},
    {TEXT("[1.8011670033376514H-308]"), "not JSON: a comma or ] is missing"},
    {TEXT("[-123.123foo]"), "not JSON: a comma or ] is missing"},
    {TEXT("[-1x]"), "not JSON: a comma or ] is missing"},
    {TEXT("[1_000]"), "not JSON: a comma or ] is missing"},
    /* strings */
    {TEXT("[\"\\\"]"), "not JSON: a string has no end"},
    {TEXT("\"\\"), "not JSON: no such escape"},
    {TEXT("[\"\\\x00\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\\\\\\"]"), "not JSON: a string has no end"},
    {TEXT("[\"\\\t\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\\xF0\x9F\x8C\x80\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\a\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\x00\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\'\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\UA66D\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\u\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\u00A\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\u00G0\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\u 123\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\u-123\"]"), "not JSON: no such escape"},
    {TEXT("\"\\u123"), "not JSON: no such escape"},
    {TEXT("[\"\\uD834\\uDd\"]"), "not JSON: no such escape"},
    {TEXT("[\"\\uD800\\\"]"), "not JSON: a string has no end"},
    {TEXT("[\"\\uD800\\u1x\"]"), "not JSON: no such escape"},
    {TEXT("[\\u0020\"asd\"]"), "not JSON: a value is missing"},
    {TEXT("[\\n]"), "not JSON: a value is missing"},
    {TEXT("['single']"), "not JSON: a value is missing"},
    {TEXT("abc"), "not JSON: a value is missing"},
    {TEXT("[\"new\nline\"]"), "not JSON: a control character"},
    {TEXT("[\"\t\"]"), "not JSON: a control character"},
    {TEXT("[\"a\x00""a\"]"), "not JSON: a control character"},
    {TEXT("[\"123456789\x1F\"]"), "not JSON: a control character"},
    /* not UTF-8 */
    {TEXT("[\"\xFF\"]"), NULL},
    {TEXT("[\"\xE0\xFF\"]"), NULL},
    {TEXT("[\"\xC0\xAF\"]"), NULL},             /* overlong */
    {TEXT("[\"\xF4\xBF\xBF\xBF\"]"), NULL},     /* beyond U+10FFFF */
    {TEXT("[\"\xED\xA0\x80\"]"), NULL},         /* half a surrogate pair */
    {TEXT("[\"\x81\"]"), NULL},
    {TEXT("[\"\xE9\"]"), NULL},                 /* Latin-1 */
    {TEXT("\xFF\xFE[\0\"\0\xE9\0\"\0]\0"), NULL}, /* UTF-16 */
    {TEXT("{\"a\":\xE5}"), NULL},
};

static void
test_good(void **state)
{
    struct json json;

    (void)state;
    for (size_t i = 0; i < COUNT(good); i++)
        assert_row(reads(good[i].at, good[i].len, &json), "%s: %s", good[i].at, json.wrong);
}

static void
test_bad(void **state)
{
    struct json json;

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        const char *wrong = bad[i].wrong;

        assert_row(!reads(bad[i].text.at, bad[i].text.len, &json), "row %zu is read: %s", i, bad[i].text.at);
        assert_row(wrong ? json.wrong && strncmp(json.wrong, wrong, strlen(wrong)) == 0 : !json.wrong, "row %zu: %s: %s", i,
                   bad[i].text.at, json.wrong ? json.wrong : "not UTF-8");
    }
}

/* Whatever is cut off a good value, at whatever place, it is bad (but for a number or blanks at the end). */
static void
test_cut_off(void **state)
{
    static const char whole[] = "{\"a\\n\": [1.5e-3, {\"b\": [[], {}, \"\\uD83D\\uDE00\"]}, true, null, -0]}";
    struct json json;

    (void)state;
    assert_true(reads(whole, sizeof whole - 1, &json));
    for (size_t len = 0; len < sizeof whole - 1; len++)
        assert_row(!reads(whole, len, &json), "%.*s", (int)len, whole);
}

static void
test_depth(void **state)
{
    struct text deep = {0};
    struct json json;

    (void)state;
    for (int i = 0; i < JSON_DEEPEST; i++)
        text_puts(&deep, i % 2 ? "{\"a\":" : "[");
    text_puts(&deep, "1");
    for (int i = JSON_DEEPEST; i-- > 0;)
        text_puts(&deep, i % 2 ? "}" : "]");
    assert_true(reads(deep.v, deep.n, &json));
    deep.n = 0;
    for (int i = 0; i < 100000; i++)
        text_puts(&deep, "[");
    assert_false(reads(deep.v, deep.n, &json));
    assert_string_equal(json.wrong, "nested too deep");
    deep.n = 0;
    for (int i = 0; i < 100000; i++)
        text_puts(&deep, "[{\"\":");
    assert_false(reads(deep.v, deep.n, &json));
    text_free(&deep);
}

/* ---- what a string means ------------------------------------------------------------------- */

static const struct {
    const char *raw, *means; /* NULL: it can't be said */
    const char *wrong;
    int column;
} strings[] = {
    {"", "", NULL, 0},
    {"abc", "abc", NULL, 0},
    {"\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t", NULL, 0},
    {"\\u0041\\u00e9\\u20AC", "A\xC3\xA9\xE2\x82\xAC", NULL, 0},
    {"\\ud83d\\ude00!", "\xF0\x9F\x98\x80!", NULL, 0},
    {"\\uD800\\uDC00", "\xF0\x90\x80\x80", NULL, 0},
    {"\\uDBFF\\uDFFF", "\xF4\x8F\xBF\xBF", NULL, 0},
    {"\\\\ud800", "\\ud800", NULL, 0},
    {"12345678\\n12345678", "12345678\n12345678", NULL, 0},
    {"é\\u0000", NULL, "U+0000 in a string", 3},
    {"ab\\ud800", NULL, "half a surrogate pair", 4},
    {"\\udc00", NULL, "half a surrogate pair", 2},
    {"\\ud800\\n", NULL, "half a surrogate pair", 2},
    {"\\ud800\\u0041", NULL, "half a surrogate pair", 2},
    {"\\ud800\\ud800\\udc00", NULL, "half a surrogate pair", 2},
    {"\\udc00\\ud800", NULL, "half a surrogate pair", 2},
    {"\\ud800x", NULL, "half a surrogate pair", 2},
};

static void
test_strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(strings); i++) {
        char line[100], out[100];
        int n = snprintf(line, sizeof line, "\"%s\"", strings[i].raw);
        struct json json = {.text = line, .at = line, .end = line + n};
        struct slice raw;
        size_t len = 0;

        assert_row(json_string(&json, &raw), "%s: %s", line, json.wrong);
        assert_int_equal(raw.len, strlen(strings[i].raw));
        assert_row(json_decode(&json, raw, out, &len) == (strings[i].means != NULL), "%s: %s", line, json.wrong);
        if (strings[i].means) {
            assert_row(slice_is(slice_of(out, len), strings[i].means), "%s: %.*s", line, (int)len, out);
            assert_true(len <= raw.len);
        } else {
            assert_string_equal(json.wrong, strings[i].wrong);
            assert_int_equal(json_column(&json, json.at), strings[i].column);
        }
    }
}

/* Every place of the eight bytes that are looked at together. */
static void
test_ends_of_strings(void **state)
{
    (void)state;
    for (size_t len = 0; len < 40; len++)
        for (int c = 0; c < 256; c++) {
            char line[64] = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
            struct json json = {.text = line, .at = line, .end = line + len + 3};
            struct slice raw;

            line[len + 1] = (char)c;
            line[len + 2] = '"';
            if (c == '\\' || c < 0x20)
                assert_false(json_string(&json, &raw));
            else
                assert_true(json_string(&json, &raw) && raw.len == (c == '"' ? len : len + 1));
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),    cmocka_unit_test(test_bad),     cmocka_unit_test(test_cut_off),
        cmocka_unit_test(test_depth),   cmocka_unit_test(test_strings), cmocka_unit_test(test_ends_of_strings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
