/* Articles that would take the terminal over: nothing of them reaches it but text. */
#include <signal.h>

#include "lede/base.h"
#include "pty.h"
#include "strict.h"

static void
check_clean(struct pty *pty, bool utf8)
{
    size_t len, at;
    const char *bytes = pty_bytes(pty, &len);

    if (!strict_is_clean(bytes, len, utf8, &at)) {
        for (size_t i = at > 20 ? at - 20 : 0; i < len && i < at + 20; i++)
            print_error("%s%02x", i == at ? " > " : " ", (unsigned char)bytes[i]);
        print_error("\n");
        fail_msg("byte %zu of %zu should not be there", at, len);
    }
}

/* The test of the test: what must be found is found. */
static void
test_strict_finds(void **state)
{
    static const struct {
        const char *bytes;
        bool clean;
    } rows[] = {
        {"plain \xC3\xA9\r\n", true}, {"\033[1;31mred\033[m\033(B\033[H\033[2J\033[?25l\033[?1049h\033[22;0;0t", true},
        {"\033]0;title\007", false}, {"\033]8;;http://x\033\\", false}, {"\033P1$r\033\\", false}, {"\033_x\033\\", false},
        {"\033^x\033\\", false}, {"\033X", false}, {"\033c", false}, {"\033[6n", false}, {"\033[?1000h", false}, {"\033[21t", false},
        {"\033[>c", false}, {"\033[0q", false}, {"\007", false}, {"\177", false}, {"\xC2\x9B" "31m", false}, {"\x9B" "31m", false},
        {"\xE2\x80\xAE", false}, {"\xE2\x80\x8B", false}, {"\xC0\xAF", false}, {"\xED\xA0\x80", false}, {"\033", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t at;

        assert_row(strict_is_clean(rows[i].bytes, strlen(rows[i].bytes), true, &at) == rows[i].clean, "row %zu", i);
    }
}

/* Opens an article, walks through all panes and lists, and looks at every byte that came; told is said at the end. */
static void
check_told(const char *name, const struct text *text, const char *env, const char *told)
{
    /* An Escape is one only when nothing follows at once: so each stands at an end. */
    static const char *const walk[] = {"2Ggg 3jG4jG1jGkS\033", "?\033", "a3Gv2Gzggz/e\rn\033", "!\033", "3jsG\033", "\033"};
    struct pty_setup setup = {.cols = 100, .rows = 30, .env = {env}};
    char path[256];
    struct pty *pty;

    fixture_write(name, text->v, text->n);
    (void)snprintf(path, sizeof path, "%s/%s", fixture_folder(), name);
    setup.args[0] = path;
    pty = pty_start(&setup);
    (void)pty_frame(pty);
    for (size_t i = 0; i < COUNT(walk); i++) {
        pty_send(pty, walk[i]);
        pty_sync(pty);
        check_clean(pty, !env);
    }
    pty_signal(pty, SIGTERM);
    (void)pty_wait(pty);
    check_clean(pty, !env);
    if (told)
        assert_non_null(strstr(pty_stderr(pty), told));
    else
        assert_string_equal(pty_stderr(pty), "");
    pty_free(pty);
}

static void
check_article(const char *name, const struct text *text, const char *env)
{
    check_told(name, text, env, NULL);
}

static void
add_story(struct text *text, const char *evil, size_t len)
{
    text_puts(text, "Title: A ");
    text_add(text, evil, len);
    text_puts(text, "headline\nOutlet: Tern");
    text_add(text, evil, len);
    text_puts(text, " Courier\n\nMora Quill, who ");
    text_add(text, evil, len);
    text_puts(text, "chairs the council, said: “The deck ");
    text_add(text, evil, len);
    text_puts(text, "leaks.” It costs $4");
    text_add(text, evil, len);
    text_puts(text, ".2 million, says Edda ");
    text_add(text, evil, len);
    text_puts(text, "Varn.\n");
    for (int i = 0; i < 40; i++) /* a file that is all controls would be refused as binary */
        text_puts(text, "\nThe night boat does not sail before June, and nobody on Orrin Island is told why, not even the doctor.\n");
}

static void
check_evil(const char *evil, size_t len)
{
    struct text text = {0};

    add_story(&text, evil, len);
    check_article("evil.txt", &text, NULL);
    check_article("evil.txt", &text, "LC_ALL=C");
    text_free(&text);
}

static void
test_c0_controls(void **state)
{
    char all[31];
    size_t n = 0;

    (void)state;
    for (char c = 1; c < 32; c++)
        if (c != '\n' && c != '\r')
            all[n++] = c;
    all[n++] = 127;
    check_evil(all, n);
}

static void
test_c1_controls(void **state)
{
    char all[64];

    (void)state;
    for (int i = 0; i < 32; i++) {
        all[2 * i] = '\xC2';
        all[2 * i + 1] = (char)(0x80 + i);
    }
    check_evil(all, sizeof all);
}

static void
test_sequences(void **state)
{
    static const char evil[] =
        "\033]0;pwned\007" "\033]52;c;cHduZWQ=\007" "\033]8;;http://pwned.example\033\\" "\033P$q\"p\033\\" "\033_G\033\\"
        "\033^x\033\\" "\033Xx\033\\" "\033[6n" "\033[c" "\033[>c" "\033[21t" "\033[?1000h" "\033[?1049l" "\033[2J" "\033[31m"
        "\033c" "\033#8" "\033(0" "\033[5i" "\033[!p" "\302\233" "31m" "\302\235" "0;x\302\234" "\302\220" "x\302\234";

    (void)state;
    check_evil(evil, sizeof evil - 1);
}

static void
test_bidi_and_zero_width(void **state)
{
    static const char evil[] =
        "\xE2\x80\xAE" "\xE2\x80\xAD" "\xE2\x80\xAA" "\xE2\x80\xAB" "\xE2\x80\xAC" "\xE2\x81\xA6" "\xE2\x81\xA7" "\xE2\x81\xA8"
        "\xE2\x81\xA9" "\xE2\x80\x8E" "\xE2\x80\x8F" "\xD8\x9C" "\xE2\x80\x8B" "\xE2\x80\x8C" "\xE2\x80\x8D" "\xE2\x81\xA0"
        "\xEF\xBB\xBF" "\xC2\xAD" "\xE2\x80\xA8" "\xE2\x80\xA9" "\xF3\xA0\x81\x81" "\xEF\xB8\x8F" "\xEF\xBF\xBE";

    (void)state;
    check_evil(evil, sizeof evil - 1);
}

/* Marks without number on one letter, wide characters at every edge, and widths that libraries disagree about. */
static void
test_odd_widths(void **state)
{
    struct text evil = {0};

    (void)state;
    text_puts(&evil, "a");
    for (int i = 0; i < 5000; i++)
        text_puts(&evil, "\xCC\x81");
    for (int i = 0; i < 200; i++)
        text_puts(&evil, "漢字");
    text_puts(&evil, "\xE4\xB7\x80\xE3\x89\x88\xD8\x80\xE0\xB2\xBF👩‍👩‍👧🇨🇦\xEF\xBF\xBD");
    check_evil(evil.v, evil.n);
    text_free(&evil);
}

static void
test_not_utf8(void **state)
{
    static const char invalid[] = "\xC0\xAF\xE0\x80\xAF\xED\xA0\x80\xED\xBF\xBF\xF4\x90\x80\x80\xFE\xFF\x80\xC3";
    static const char windows[] = "\x93the deck\x94 \x96 caf\xE9 \x80";

    (void)state;
    check_evil(invalid, sizeof invalid - 1);
    check_evil(windows, sizeof windows - 1);
}

static void
test_a_line_of_ten_megabytes(void **state)
{
    struct text text = {0};

    (void)state;
    text_puts(&text, "Title: A long line\n\n");
    while (text.n < 10 << 20)
        text_puts(&text, "“It leaks”, said Mora Quill.\033[31m It costs $4.2 million.\302\233" "2J ");
    text_puts(&text, "\n");
    check_article("long.txt", &text, NULL);
    text.n = 0;
    while (text.n < 10 << 20) /* one word, quotes that never end */
        text_puts(&text, "““x\302\217\033]0;");
    check_article("long.txt", &text, NULL);
    text_free(&text);
}

static void
test_a_million_empty_lines(void **state)
{
    struct text text = {0};

    (void)state;
    text_puts(&text, "Title: Much paper\n\n“It leaks”, said Mora Quill.\n");
    for (int i = 0; i < 500000; i++)
        text_puts(&text, "\n\r\n");
    text_puts(&text, "It costs $4.2 million, says Edda Varn.\n");
    check_article("empty.txt", &text, NULL);
    text_free(&text);
}

static void
test_a_million_marks_on_a_letter(void **state)
{
    struct text text = {0};

    (void)state;
    text_puts(&text, "Title: A heap\n\n“It le");
    for (int i = 0; i < 1000000; i++)
        text_puts(&text, "\xCC\x81");
    text_puts(&text, "aks”, said Mora Quill. It costs $4.2 million.\n");
    check_article("marks.txt", &text, NULL);
    check_article("marks.txt", &text, "LC_ALL=C");
    text_free(&text);
}

/* What has NUL bytes is no text: it is told, and its bytes are not shown. */
static void
test_nul_bytes(void **state)
{
    struct text text = {0};

    (void)state;
    add_story(&text, "", 0);
    text_add(&text, "\0\033]0;pwned\007\0", 12);
    add_story(&text, "", 0);
    check_told("nul.txt", &text, NULL, "nul.txt: is binary, not text\n");
    check_told("nul.txt", &text, "LC_ALL=C", "nul.txt: is binary, not text\n");
    text_free(&text);
}

/* A file's name is not to be trusted either. */
static void
test_names_of_files(void **state)
{
    struct text text = {0};

    (void)state;
    text_puts(&text, "No headline here, only a sentence that says “it leaks”.\n");
    check_article("\033]0;pwned\007\302\233" "31m\xE2\x80\xAE\377.txt", &text, NULL);
    text_free(&text);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strict_finds),
        cmocka_unit_test(test_c0_controls),
        cmocka_unit_test(test_c1_controls),
        cmocka_unit_test(test_sequences),
        cmocka_unit_test(test_bidi_and_zero_width),
        cmocka_unit_test(test_odd_widths),
        cmocka_unit_test(test_not_utf8),
        cmocka_unit_test(test_a_line_of_ten_megabytes),
        cmocka_unit_test(test_a_million_empty_lines),
        cmocka_unit_test(test_a_million_marks_on_a_letter),
        cmocka_unit_test(test_nul_bytes),
        cmocka_unit_test(test_names_of_files),
    };

    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
