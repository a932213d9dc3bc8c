/* The ini layer: any bytes as lede.ini, as a theme, as aliases.ini. What comes out is in range, and every problem has its place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/mman.h>

#include "lede/config.h"
#include "lede/utf.h"

#define CHECK(what) ((what) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
take_alias(void *arg, const char *name, const char *alias, const char *paths)
{
    (void)arg;
    CHECK(name && *name && alias && *alias && (!paths || *paths));
}

static void
check_style(struct style style)
{
    CHECK(style.fg >= COLOR_DEFAULT && (style.fg < 256 || (style.fg & COLOR_RGB)));
    CHECK(style.bg >= COLOR_DEFAULT && (style.bg < 256 || (style.bg & COLOR_RGB)));
}

static void
check_problems(const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++) {
        CHECK(problems->v[i].where && problems->v[i].what && *problems->v[i].what);
        CHECK(strlen(problems->v[i].where) > 0 || problems->n > 0);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct alias_taker taker = {take_alias, NULL};
    struct problems problems = {0};
    struct config *config;
    struct theme *theme;
    char path[40];
    int fd = memfd_create("fuzz.ini", 0);

    CHECK(fd >= 0);
    CHECK(write(fd, data, size) == (ssize_t)size);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    config = config_load(path, &problems);
    CHECK(config->jobs <= 64 && config->max_size >= 1 && config->max_size <= 2047 && config->max_depth >= 1);
    for (int i = 1; i < ACTIONS; i++)
        CHECK(keymap_keys(config->keymap, (enum action)i));
    config_free(config);
    theme = theme_load(path, &problems);
    CHECK(theme);
    for (int i = 0; i < ROLES; i++)
        check_style(theme->roles[i]);
    check_style(theme->selected);
    theme_free(theme);
    aliases_load(path, &taker, &problems);
    check_problems(&problems);
    problems_free(&problems);
    (void)close(fd);
    return 0;
}
