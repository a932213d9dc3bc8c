/*
 * What frame after frame made of the screen, by scrolling, erasing and half a row here and there, is what a terminal shows that
 * got the whole screen anew. CONT after random keys asks for that as Ctrl-L does, and ends no count and no message.
 */
#include <signal.h>

#include "lede/base.h"
#include "pty.h"

enum { BATCHES = 6, KEYS = 6 };

/* No Escape: a key at once behind it would be Alt and that key. */
static const char *const keys[] = {
    "j", "j", "j", "j", "k", "k", "3j", "4k", "\004", "\025", "\033[5~", "\033[6~", "gg", "G", "w", "w", "W", "]", "[", "\t",
    "1", "2", "3", "4", "z", "z", "s", "a", "t", "n", "N", "?", "?", "o",
};

struct shown {
    char row[40][1024];
    struct pty_look looks[40][121];
    int x, y;
    bool visible;
};

static uint32_t
repaint_next(uint32_t *seed)
{
    *seed ^= *seed << 13; /* xorshift, Marsaglia 2003 */
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void
repaint_look_at(struct pty *pty, struct shown *shown, int cols, int rows)
{
    memset(shown, 0, sizeof *shown);
    for (int y = 0; y < rows; y++) {
        (void)snprintf(shown->row[y], sizeof shown->row[y], "%s", pty_row(pty, y));
        for (int x = 0; x < cols; x++)
            shown->looks[y][x] = pty_look(pty, x, y);
    }
    pty_cursor(pty, &shown->x, &shown->y, &shown->visible);
}

/* Of a blank only what can be seen. */
static bool
repaint_same_look(const struct pty_look *a, const struct pty_look *b, bool blank)
{
    if (a->bg != b->bg || a->underline != b->underline || a->reverse != b->reverse)
        return false;
    return (blank && !a->reverse) || (a->fg == b->fg && a->bold == b->bold && a->italic == b->italic);
}

static void
repaint_compare(struct pty *pty, const struct shown *before, const struct shown *after, int cols, int rows, const char *typed)
{
    for (int y = 0; y < rows; y++) {
        assert_row(strcmp(before->row[y], after->row[y]) == 0, "row %d after %s:\n%s\nshould be\n%s\n", y, typed, before->row[y],
                   after->row[y]);
        for (int x = 0; x < cols; x++)
            assert_row(repaint_same_look(&before->looks[y][x], &after->looks[y][x], pty_blank(pty, x, y)),
                       "look of row %d, column %d after %s: %s\n", y, x, typed, after->row[y]);
    }
    assert_row(before->x == after->x && before->y == after->y && before->visible == after->visible,
               "cursor %d,%d after %s; should be %d,%d\n", before->x, before->y, typed, after->x, after->y);
}

static void
repaint_batch(struct pty *pty, uint32_t *seed, int cols, int rows)
{
    static struct shown before, after;
    struct text typed = {0};

    for (int i = 0; i < KEYS; i++) {
        const char *key = keys[repaint_next(seed) % COUNT(keys)];

        for (int times = repaint_next(seed) % 4 == 0 ? 5 : 1; times > 0; times--) {
            pty_send(pty, key);
            pty_listen(pty, 4); /* long enough, mostly, for a frame of its own; nothing hangs on it */
        }
        text_printf(&typed, " %s", key[0] == '\033' ? key + 1 : key);
    }
    pty_sync(pty);
    pty_sync(pty); /* the width it had */
    repaint_look_at(pty, &before, cols, rows);
    pty_signal(pty, SIGCONT);
    (void)pty_frame(pty);
    repaint_look_at(pty, &after, cols, rows);
    repaint_compare(pty, &before, &after, cols, rows, typed.v);
    text_free(&typed);
}

/* Were margins ever set? */
static bool
repaint_scrolled(struct pty *pty)
{
    size_t len;
    const char *s = pty_bytes(pty, &len);

    while ((s = strstr(s, "\033["))) {
        size_t digits = strspn(s += 2, "0123456789;");

        if (digits && s[digits] == 'r')
            return true;
    }
    return false;
}

static void
test_repaint_changes_nothing(void **state)
{
    static const struct {
        const char *term;
        int cols, rows;
        const char *first;
        bool scrolls; /* the terminal does, within margins */
    } rows[] = {
        {"xterm-256color", 120, 40, "2", false}, {"xterm-256color", 110, 16, "2z", true}, {"xterm", 80, 14, "2z", true},
        {"screen", 100, 16, "2z", true}, {"linux", 66, 12, "2", true}, {"vt220", 80, 24, "2", false},
    };
    uint32_t seed = 20310305;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct pty *pty = pty_start(&(struct pty_setup){.term = rows[i].term, .cols = rows[i].cols, .rows = rows[i].rows});

        if (!pty_wait_or_frame(pty)) { /* else this system has no terminfo entry of that name */
            print_message("%s, %d × %d, seed %u\n", rows[i].term, rows[i].cols, rows[i].rows, seed);
            pty_until(pty, "Ferry council");
            (void)pty_keys(pty, rows[i].first);
            for (int batch = 0; batch < BATCHES; batch++)
                repaint_batch(pty, &seed, rows[i].cols, rows[i].rows);
            assert_true(!rows[i].scrolls || repaint_scrolled(pty));
            pty_signal(pty, SIGTERM);
            assert_int_equal(pty_wait(pty), 128 + SIGTERM);
        }
        pty_free(pty);
    }
}

/* A long story, so that there is something to scroll. */
static int
repaint_fixture(void **state)
{
    struct text text = {0};

    if (fixture_make(state) < 0)
        return -1;
    text_puts(&text, "Title: Ferry council hears the islands\nOutlet: Tern Harbour Courier\nDate: 2031-03-06\n");
    for (int i = 1; i <= 30; i++)
        text_printf(&text, "\nThe night boat carried %d,%03d islanders in week %d, the harbour master counts, and the deck took "
                    "about $%d.%d million. “It leaks in the same place, week for week, and %d of us have said so,” said %s.\n",
                    i, 37 * i, i, i, i % 10, i + 1, i % 3 ? "Mora Quill, who chairs the council" : "Edda Varn");
    fixture_write("0-islands.txt", text.v, text.n);
    text_free(&text);
    return 0;
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_repaint_changes_nothing)};

    return cmocka_run_group_tests(tests, repaint_fixture, fixture_remove);
}
