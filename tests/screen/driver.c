#include "driver.h"

#include "fixture.h"
#include "lede/utf.h"
#include "unit/unit.h"

static const char *const fixtures[] = {"01-gazette.txt", "02-northerner.txt", "03-column.txt", "04-wire.txt"};

void
driver_open_on(struct driver *driver, struct index *index, int width, int height, bool ascii)
{
    struct app_setup setup = {.problems = &driver->problems, .theme = theme_builtin(), .opened = "a folder", .ascii = ascii};

    *driver = (struct driver){.index = index ? index : index_new(), .keymap = keymap_new()};
    setup.index = driver->index;
    setup.keymap = driver->keymap;
    driver->app = app_new(&setup);
    driver->canvas = canvas_new(width, height);
    (void)app_resize(driver->app, width, height);
    (void)app_grown(driver->app, (struct loader_progress){0}, true);
}

void
driver_open(struct driver *driver, int width, int height)
{
    struct index *index = index_new();

    for (size_t i = 0; i < COUNT(fixtures); i++)
        (void)fixture_load(index, fixtures[i]);
    driver_open_on(driver, index, width, height, false);
}

void
driver_close(struct driver *driver)
{
    app_free(driver->app);
    canvas_free(driver->canvas);
    keymap_free(driver->keymap);
    index_free(driver->index);
    problems_free(&driver->problems);
}

static uint32_t
driver_named(const char **keys)
{
    const char *end = strchr(*keys, '>');
    char name[32];
    const char *at = name;
    uint32_t key;

    assert_non_null(end);
    (void)snprintf(name, sizeof name, "%.*s", (int)(end - *keys - 1), *keys + 1);
    assert_row(key_read(&at, &key) && !*at, "no such key: %s", name);
    *keys = end + 1;
    return key;
}

unsigned
driver_keys(struct driver *driver, const char *keys)
{
    unsigned answer = 0;

    while (*keys) {
        uint32_t key;

        if (*keys == '<' && strchr(keys, '>'))
            key = driver_named(&keys);
        else
            keys += utf_decode(keys, strlen(keys), &key);
        answer = app_key(driver->app, key);
    }
    return answer;
}

void
driver_resize(struct driver *driver, int width, int height)
{
    canvas_resize(driver->canvas, width, height);
    (void)app_resize(driver->app, width, height);
}

const char *
driver_row(struct driver *driver, int y)
{
    static char row[4096];
    size_t n = 0;

    app_draw(driver->app, driver->canvas);
    for (int x = 0; x < driver->canvas->width; x++) {
        const struct cell *cell = canvas_cell(driver->canvas, x, y);

        for (int i = 0; i <= CANVAS_MARKS && cell->ch[i] && n + 8 < sizeof row; i++)
            n += (size_t)utf_encode(cell->ch[i], row + n);
    }
    while (n && row[n - 1] == ' ')
        n--;
    row[n] = '\0';
    return row;
}

bool
driver_shows(struct driver *driver, const char *words)
{
    for (int y = 0; y < driver->canvas->height; y++)
        if (strstr(driver_row(driver, y), words))
            return true;
    return false;
}

char *
driver_print(struct driver *driver)
{
    char *out = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&out, &size);

    assert_non_null(file);
    app_draw(driver->app, driver->canvas);
    canvas_print(driver->canvas, file);
    (void)fclose(file);
    return out;
}
