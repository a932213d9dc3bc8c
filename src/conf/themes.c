/* Themes from files: found, read over their base, listed. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ini.h"
#include "lede/config.h"

enum { THEMES_MAX_BASES = 8 };

/* A theme with the memory of its name. */
struct theme_file {
    struct theme theme; /* first: what callers get is a pointer to it */
    struct arena *arena;
};

/* ---- finding ---------------------------------------------------------------------------- */

/* The folders of themes, the user's first. */
static size_t
themes_folders(struct arena *arena, const char *folders[2])
{
    size_t n = 0;

    folders[n] = config_path(arena, "themes");
    n += folders[n] != NULL;
    folders[n++] = config_data_path(arena, "themes");
    return n;
}

static const char *
themes_find(struct arena *arena, const char *name)
{
    const char *folders[2];
    size_t len = strlen(name), n;

    if (strchr(name, '/') || (len > 4 && strcmp(name + len - 4, ".ini") == 0))
        return name;
    n = themes_folders(arena, folders);
    for (size_t i = 0; i < n; i++) {
        const char *path = arena_printf(arena, "%s/%s.ini", folders[i], name);
        if (access(path, R_OK) == 0)
            return path;
    }
    return NULL;
}

static int
themes_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
themes_add_folder(struct arena *arena, const char *folder, struct theme_names *names)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;

    while (dir && (entry = readdir(dir))) {
        size_t len = strlen(entry->d_name);

        if (entry->d_name[0] != '.' && len > 4 && strcmp(entry->d_name + len - 4, ".ini") == 0)
            vec_push(names, arena_string(arena, entry->d_name, len - 4));
    }
    if (dir)
        (void)closedir(dir);
}

void
theme_list(struct arena *arena, struct theme_names *names)
{
    const char *folders[2];
    size_t n = themes_folders(arena, folders), kept = 0;

    vec_clear(names);
    vec_push(names, theme_builtin()->name);
    for (size_t i = 0; i < n; i++)
        themes_add_folder(arena, folders[i], names);
    qsort(names->v, names->n, sizeof *names->v, themes_compare);
    for (size_t i = 0; i < names->n; i++)
        if (i == 0 || strcmp(names->v[i], names->v[kept - 1]) != 0)
            names->v[kept++] = names->v[i];
    names->n = kept;
}

/* ---- reading ------------------------------------------------------------------------------- */

static struct style *
themes_style(struct theme *theme, const char *key)
{
    enum role role;

    if (strcasecmp(key, "selected") == 0)
        return &theme->selected;
    if (strcasecmp(key, "selected-away") == 0)
        return &theme->selected_away;
    if (strcasecmp(key, "aside") == 0)
        return &theme->aside;
    return role_read(key, &role) ? &theme->roles[role] : NULL;
}

static const char *
themes_nearest_role(const char *key)
{
    const char *names[ROLES + 3];

    for (int i = 0; i < ROLES; i++)
        names[i] = role_name((enum role)i);
    names[ROLES] = "selected";
    names[ROLES + 1] = "selected-away";
    names[ROLES + 2] = "aside";
    return nearest_name(key, names, ROLES + 3);
}

static void
themes_take_role(struct theme *theme, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    struct style *style = themes_style(theme, entry->key);
    const char *why, *near;

    if (style) {
        if (!style_read(entry->value, style, &why))
            ini_complain(ini, entry, problems, "%s; using the default", why);
        return;
    }
    near = themes_nearest_role(entry->key);
    if (near)
        ini_complain(ini, entry, problems, "no such role; did you mean '%s'?", near);
    else
        ini_complain(ini, entry, problems, "no such role");
}

static void
themes_take_border(struct theme *theme, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    if (strcasecmp(entry->value, "unicode") == 0)
        theme->border = BORDER_UNICODE;
    else if (strcasecmp(entry->value, "ascii") == 0)
        theme->border = BORDER_ASCII;
    else if (strcasecmp(entry->value, "none") == 0)
        theme->border = BORDER_NONE;
    else
        ini_complain(ini, entry, problems, "not one of unicode, ascii, none; using the default");
}

static bool themes_read(struct theme_file *file, const char *name, int depth, struct problems *problems);

/* The base comes first, wherever its line stands. */
static void
themes_take_base(struct theme_file *file, const struct ini *ini, int depth, struct problems *problems)
{
    for (size_t i = 0; i < ini_count(ini); i++) {
        const struct ini_entry *entry = ini_entry(ini, i);

        if (strcasecmp(entry->section, "theme") != 0 || strcasecmp(entry->key, "base") != 0)
            continue;
        if (depth == THEMES_MAX_BASES)
            ini_complain(ini, entry, problems, "bases stand on each other in a circle, or too deep");
        else if (!themes_read(file, entry->value, depth + 1, problems))
            ini_complain(ini, entry, problems, "no such theme; using the built-in");
    }
}

static void
themes_take(struct theme_file *file, const struct ini *ini, const struct ini_entry *entry, struct problems *problems)
{
    static const char *const keys[] = {"base", "border"};
    const char *near;

    if (strcasecmp(entry->section, "roles") == 0)
        themes_take_role(&file->theme, ini, entry, problems);
    else if (strcasecmp(entry->section, "theme") != 0)
        ini_complain(ini, entry, problems, "no such section; a theme has [theme] and [roles]");
    else if (strcasecmp(entry->key, "border") == 0)
        themes_take_border(&file->theme, ini, entry, problems);
    else if (strcasecmp(entry->key, "base") != 0) {
        near = nearest_name(entry->key, keys, 2);
        ini_complain(ini, entry, problems, "no such key%s%s%s", near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    }
}

/* Lays a theme over what file has. False when there is none of that name; then nothing is said. */
static bool
themes_read(struct theme_file *file, const char *name, int depth, struct problems *problems)
{
    const char *path = themes_find(file->arena, name);
    struct ini *ini;

    if (!path) {
        if (strcmp(name, theme_builtin()->name) != 0)
            return false;
        file->theme = *theme_builtin();
        return true;
    }
    ini = ini_load(path, problems);
    if (!ini)
        return true; /* said so */
    themes_take_base(file, ini, depth, problems);
    for (size_t i = 0; i < ini_count(ini); i++)
        themes_take(file, ini, ini_entry(ini, i), problems);
    ini_free(ini);
    return true;
}

static void
themes_complain(const char *name, struct problems *problems)
{
    struct arena *arena = arena_new();
    struct theme_names names = {0};
    const char *near;

    theme_list(arena, &names);
    near = nearest_name(name, names.v, names.n);
    if (near)
        problems_add(problems, name, "no theme of this name; did you mean '%s'?", near);
    else
        problems_add(problems, name, "no theme of this name; --list-themes lists them");
    vec_free(&names);
    arena_free(arena);
}

struct theme *
theme_load(const char *name, struct problems *problems)
{
    struct theme_file *file = mem_zero(1, sizeof *file);

    file->arena = arena_new();
    file->theme = *theme_builtin();
    if (!themes_read(file, name, 0, problems)) {
        themes_complain(name, problems);
        theme_free(&file->theme);
        return NULL;
    }
    file->theme.name = arena_string(file->arena, name, strlen(name));
    return &file->theme;
}

void
theme_free(struct theme *theme)
{
    struct theme_file *file = (struct theme_file *)theme;

    if (!theme)
        return;
    arena_free(file->arena);
    mem_free(file);
}
