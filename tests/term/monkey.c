/*
 * Random keys and sizes: it neither ends by itself nor hangs, and says nothing that it should not. The seed is fixed;
 * LEDE_MONKEY_SECONDS=600 runs on with new ones, for a build with --enable-sanitize.
 */
#include <signal.h>
#include <time.h>

#include "lede/base.h"
#include "pty.h"
#include "strict.h"

enum { ROUNDS = 30, KEYS = 25 };

/* An Escape is the last of a round: a key at once behind it would be Alt and that key. */
static const char *const keys[] = {
    "j", "k", "J", "K", "\004", "\025", " ", "b", "gg", "G", "w", "W", "]", "[", "\t", "\033[Z", "h", "l", "1", "2", "3", "4", "z",
    "\r", "s", "S", "a", "F", "o", "t", "/", "n", "N", "v", "!", "?", "\014", "10j", "3G", "\033[A", "\033[B", "\033[5~", "\033[6~",
    "\033[H", "\033[F", "x", "e", "é", "漢", "\177", "\033[200~the council\nand 4\033[201~", "99999999999", "g", "\025", "\027", "\001",
};

static uint32_t
monkey_next(uint32_t *seed)
{
    *seed ^= *seed << 13; /* xorshift, Marsaglia 2003 */
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void
monkey_round(struct pty *pty, uint32_t *seed)
{
    size_t len, at;
    const char *bytes;

    for (int i = 0; i < KEYS; i++) {
        pty_send(pty, keys[monkey_next(seed) % COUNT(keys)]);
        if (monkey_next(seed) % 40 == 0)
            pty_resize(pty, (int)(2 + monkey_next(seed) % 220), (int)(1 + monkey_next(seed) % 60));
    }
    if (monkey_next(seed) % 2)
        pty_send(pty, "\033");
    pty_sync(pty);
    bytes = pty_bytes(pty, &len);
    assert_row(strict_is_clean(bytes, len, true, &at), "byte %zu: %02x", at, (unsigned char)bytes[at]);
    pty_forget(pty);
}

static void
monkey_run(uint32_t seed, int rounds)
{
    struct pty *pty = pty_start(&(struct pty_setup){0});

    print_message("seed %u\n", seed);
    (void)pty_frame(pty);
    pty_until(pty, "Ferry council");
    for (int i = 0; i < rounds; i++)
        monkey_round(pty, &seed);
    pty_signal(pty, SIGTERM);
    assert_int_equal(pty_wait(pty), 128 + SIGTERM);
    assert_string_equal(pty_stderr(pty), "");
    pty_free(pty);
}

static void
test_random_keys(void **state)
{
    const char *seconds = getenv("LEDE_MONKEY_SECONDS");
    time_t until = time(NULL) + (seconds ? atoi(seconds) : 0);
    uint32_t seed = 20310302;

    (void)state;
    do
        monkey_run(seed++, ROUNDS);
    while (time(NULL) < until);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_keys)};

    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
