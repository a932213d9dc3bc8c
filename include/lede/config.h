/* The user's configuration: options, keys, themes, and where they are looked for. */
#ifndef LEDE_CONFIG_H
#define LEDE_CONFIG_H

#include "lede/keys.h"
#include "lede/theme.h"
#include "lede/wordlists.h"

/* One table: every option with its name in the file, type, default, range and meaning. */
#define OPTION_TABLE(X) \
    X(collection, STRING, NULL,  0, 0,          "what is opened when no path is given") \
    X(theme,      STRING, NULL,  0, 0,          "the name of a theme, or the path of its file") \
    X(jobs,       NUMBER, 0,     0, 64,         "worker threads; 0: one a processor") \
    X(max_size,   NUMBER, 64,    1, 2047,       "largest file, in MiB") \
    X(max_files,  NUMBER, 1000000, 1, 4000000,  "most files of a collection") \
    X(max_depth,  NUMBER, 32,    1, 1000,       "levels of folders") \
    X(cache_from, NUMBER, 500,   0, 4000000,    "articles from which on a collection has an index cache; 0: never") \
    X(history,    NUMBER, 100,   0, 10000,      "searches and queries that are kept for the next time; 0: none") \
    X(ascii,      SWITCH, 0,     0, 1,          "draw marks and rules in ASCII, whatever the locale")

#define OPTION_FIELD_STRING const char *
#define OPTION_FIELD_NUMBER unsigned
#define OPTION_FIELD_SWITCH bool
#define OPTION_FIELD(name, type, initial, least, most, does) OPTION_FIELD_##type name;
struct config {
    OPTION_TABLE(OPTION_FIELD)
    struct keymap *keymap;
    struct problems taken;      /* keys that lines took from actions which have no line of their own: perhaps not meant */
    struct arena *arena;
};
#undef OPTION_FIELD

/*
 * Reads path, or with NULL lede/lede.ini in the configuration folder ($XDG_CONFIG_HOME, else ~/.config), whose absence is no
 * problem. Never fails: a wrong line is added to problems ("path:line" and "'key = value': reason; using the default") and costs
 * that line. Free with config_free().
 */
struct config *config_load(const char *path, struct problems *problems);
void config_free(struct config *config);

/* The path of `name` ("aliases.ini", "themes/dark.ini") in the configuration folder; in the arena. NULL when there is no home. */
const char *config_path(struct arena *arena, const char *name);
/* The path of `name` in the folder of what can be made again: below $XDG_CACHE_HOME/lede, else ~/.cache/lede. "" is that folder. */
const char *config_cache_path(struct arena *arena, const char *name);
/* The path of `name` in the folder of what is remembered: below $XDG_STATE_HOME/lede, else ~/.local/state/lede. */
const char *config_state_path(struct arena *arena, const char *name);
/* The path of the folder `name` ("articles", "themes") among the installed files, or, when lede was not installed, beside the program,
   or else below this folder. */
const char *config_data_path(struct arena *arena, const char *name);

/* ---- who is who ------------------------------------------------------------------------ */

struct alias_taker {
    /* Whoever is called `alias` is `name`, in articles whose paths match `paths` (NULL: all). Strings are gone afterwards. */
    void (*take)(void *arg, const char *name, const char *alias, const char *paths);
    void *arg;
};
/* Reads an aliases.ini; its absence is no problem. Wrong lines are added to problems. */
void aliases_load(const char *path, const struct alias_taker *taker, struct problems *problems);

/* ---- words of one's own ---------------------------------------------------------------- */

struct word_taker {
    bool (*take)(void *arg, const struct added_word *word); /* strings are gone afterwards; false: there is no room for it */
    void *arg;
};
/* Reads a words.ini; its absence is no problem. Wrong lines are added to problems. */
void wordlists_load(const char *path, const struct word_taker *taker, struct problems *problems);

/* ---- themes ---------------------------------------------------------------------------- */

/*
 * Finds a theme by name (in the configuration folder's themes/, among the installed ones, "default") or by path (with a '/' or
 * ending in ".ini"). Wrong lines cost that line and are added to problems. Returns NULL, with a problem, when there is none of
 * that name. Free with theme_free().
 */
struct theme *theme_load(const char *name, struct problems *problems);
void theme_free(struct theme *theme);
/* The names of all themes that theme_load() finds, sorted, each once; strings in the arena, the list to be freed with vec_free(). */
struct theme_names { const char **v; size_t n, cap; };
void theme_list(struct arena *arena, struct theme_names *names);
/* "#ffcc00 on 236 bold": colours by name, number (0–255) or #rrggbb, "default", attributes. A background that
   is left out stays what it was in *style. False with *why (static) set, and *style as it was. */
bool style_read(const char *s, struct style *style, const char **why);

#endif
