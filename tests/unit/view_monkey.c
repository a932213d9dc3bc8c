/* Random keys, pastes, sizes and arrivals, from a fixed seed: nothing crashes, and the canvas stays whole. */
#include "lede/utf.h"
#include "screen/driver.h"
#include "screen/fixture.h"
#include "unit/unit.h"

enum { RUNS = 40, STEPS = 250 };

static uint32_t
monkey_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
    return (uint32_t)(*seed >> 33);
}

static uint32_t
monkey_key(uint64_t *seed)
{
    static const char often[] = "jjjkkwWJKsSaFtozvG/nNgg1234567890z!?qlh oooaaa";
    uint32_t dice = monkey_next(seed) % 10;

    if (dice < 6)
        return (uint32_t)often[monkey_next(seed) % (sizeof often - 1)];
    if (dice < 8)
        return KEY_NAMED + monkey_next(seed) % (KEY_NAMED_END - KEY_NAMED);
    if (dice == 8)
        return KEY_CTRL | ('a' + monkey_next(seed) % 26);
    return monkey_next(seed) % 0x3000 + 0x20;
}

/* Every wide character has its right half, nothing hidden came in, the cursor is on the screen or hidden. */
static void
check_canvas(const struct canvas *canvas)
{
    for (int y = 0; y < canvas->height; y++)
        for (int x = 0; x < canvas->width; x++) {
            const struct cell *cell = canvas_cell(canvas, x, y);

            assert_true(cell->role < ROLES);
            if (cell->width == 0) {
                assert_true(x > 0 && canvas_cell(canvas, x - 1, y)->width == 2);
                continue;
            }
            assert_false(utf_is_hidden(cell->ch[0]));
            assert_int_equal(cell->width, utf_width(cell->ch[0]));
            if (cell->width == 2)
                assert_true(x + 1 < canvas->width && canvas_cell(canvas, x + 1, y)->width == 0);
        }
    assert_true(canvas->cursor_x >= -1 && (canvas->width == 0 || canvas->cursor_x < canvas->width));
    assert_true(canvas->cursor_y >= -1 && (canvas->height == 0 || canvas->cursor_y < canvas->height));
}

static void
monkey_step(struct driver *driver, uint64_t *seed, uint32_t *grown)
{
    uint32_t dice = monkey_next(seed) % 100;

    if (dice < 4) {
        driver_resize(driver, (int)(monkey_next(seed) % 210), (int)(monkey_next(seed) % 60));
    } else if (dice < 5) {
        driver_resize(driver, (int)(monkey_next(seed) % 6), (int)(monkey_next(seed) % 6));
    } else if (dice < 6) {
        (void)app_paste(driver->app, "orme\n\x1b[31m\xE6\xA9\x8B\xCC\x81", 15);
    } else if (dice < 8 && *grown < 6) {
        static const char *const names[] = {"01-gazette.txt", "02-northerner.txt", "03-column.txt", "04-wire.txt"};

        (void)fixture_load(driver->index, names[monkey_next(seed) % 4]);
        ++*grown;
        (void)app_grown(driver->app, (struct loader_progress){.found = 6, .taken = *grown}, *grown == 6);
    } else if (dice < 9) {
        problems_add(&driver->problems, "file", "%s", "could not be read, for a reason that takes more than one line to tell");
    } else {
        if (dice < 14)
            app_paused(driver->app);
        (void)app_key(driver->app, monkey_key(seed));
    }
}

static void
test_random_keys(void **state)
{
    uint64_t seed = 20260203;

    (void)state;
    for (int run = 0; run < RUNS; run++) {
        struct driver driver;
        uint32_t grown = 0;

        if (run % 2)
            driver_open(&driver, 120, 40);
        else
            driver_open_on(&driver, NULL, 80, 24, run % 4 == 0);
        for (int step = 0; step < STEPS; step++) {
            monkey_step(&driver, &seed, &grown);
            if (step % 4)
                continue;
            app_draw(driver.app, driver.canvas);
            check_canvas(driver.canvas);
        }
        driver_close(&driver);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_keys)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
