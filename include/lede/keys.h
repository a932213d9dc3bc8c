/* Keys, what they do, and the map between. */
#ifndef LEDE_KEYS_H
#define LEDE_KEYS_H

#include "lede/base.h"

/* A key is a number: a code point (with KEY_CTRL or KEY_META set where held), or one of the named keys. Control letters are
   KEY_CTRL | 'a' …, never 1–26; Enter, Tab, Escape and Backspace have names of their own. */
enum {
    KEY_CTRL = 1 << 24,
    KEY_META = 1 << 25,
    KEY_NONE = 0,
    KEY_NAMED = 0x110000,      /* beyond Unicode */
    KEY_UP_ARROW = KEY_NAMED, KEY_DOWN_ARROW, KEY_LEFT_ARROW, KEY_RIGHT_ARROW,
    KEY_HOME_KEY, KEY_END_KEY, KEY_PAGE_UP, KEY_PAGE_DOWN,
    KEY_RETURN, KEY_TAB, KEY_SHIFT_TAB, KEY_ESCAPE, KEY_RUBOUT, KEY_DELETE, KEY_INSERT,
    KEY_FUNCTION_1, KEY_FUNCTION_12 = KEY_FUNCTION_1 + 11,
    KEY_NAMED_END
};

/* One table: every action with its name in configuration and help, its group there, and the keys that do it by default. */
#define ACTION_TABLE(X) \
    X(DOWN,          "down",           MOVE,   "j Down",          "one line or row down") \
    X(UP,            "up",             MOVE,   "k Up",            "one line or row up") \
    X(HALF_DOWN,     "half-page-down", MOVE,   "C-d",             "half a page down") \
    X(HALF_UP,       "half-page-up",   MOVE,   "C-u",             "half a page up") \
    X(PAGE_DOWN,     "page-down",      MOVE,   "Space PageDown C-f", "a page down") \
    X(PAGE_UP,       "page-up",        MOVE,   "b PageUp C-b",    "a page up") \
    X(TOP,           "top",            MOVE,   "gg Home",         "to the first line; with a count to that line or paragraph") \
    X(BOTTOM,        "bottom",         MOVE,   "G End",           "to the last line; with a count to that line or paragraph") \
    X(NEXT_MARK,     "next-mark",      MOVE,   "w",               "to the next quote or figure of the article") \
    X(PREVIOUS_MARK, "previous-mark",  MOVE,   "W",               "to the quote or figure before") \
    X(NEXT_ARTICLE,  "next-article",   MOVE,   "J ]",             "open the next article") \
    X(PREVIOUS_ARTICLE, "previous-article", MOVE, "K [",          "open the article before") \
    X(FOCUS_NEXT,    "focus-next",     PANES,  "Tab Right l",     "to the next pane") \
    X(FOCUS_PREVIOUS, "focus-previous", PANES, "S-Tab Left h",    "to the pane before") \
    X(FOCUS_LIST,    "focus-list",     PANES,  "1",               "to the list of articles") \
    X(FOCUS_ARTICLE, "focus-article",  PANES,  "2",               "to the article") \
    X(FOCUS_QUOTES,  "focus-quotes",   PANES,  "3",               "to the quotes") \
    X(FOCUS_FIGURES, "focus-figures",  PANES,  "4",               "to the figures") \
    X(ZOOM,          "zoom",           PANES,  "z",               "the whole screen for this pane, and back") \
    X(OPEN,          "open",           PANES,  "Enter",           "open what is selected at its place") \
    X(BACK,          "back",           PANES,  "Esc",             "back: close, unzoom, take the filter off") \
    X(SPEAKER,       "speaker",        FILTER, "s",               "only this speaker, in all sources") \
    X(SPEAKERS,      "speakers",       FILTER, "S",               "list the speakers; type to narrow") \
    X(SCOPE,         "scope",          FILTER, "a",               "quotes and figures: of this article, or of all sources") \
    X(WORDS,         "words",          FILTER, "F",               "find in all articles: words, phrases, fields") \
    X(FIGURE_SORT,   "figure-sort",    FILTER, "o",               "sort figures by place, size within each unit, or kind") \
    X(KIND,          "kind",           FILTER, "t",               "only one kind of quote or figure; again for the next kind") \
    X(UNIT,          "unit",           FILTER, "u",               "only figures in one unit; again for the next one") \
    X(SEARCH,        "search",         FIND,   "/",               "find in this pane") \
    X(SEARCH_NEXT,   "search-next",    FIND,   "n",               "the next hit; with nothing searched for, the next place of this figure") \
    X(SEARCH_PREVIOUS, "search-previous", FIND, "N",              "the hit before") \
    X(FURNITURE,     "furniture",      OTHER,  "v",               "show or hide the furniture of the page") \
    X(PROBLEMS,      "problems",       OTHER,  "!",               "what could not be read") \
    X(HELP,          "help",           OTHER,  "? F1",            "these keys") \
    X(THEME,         "theme",          OTHER,  "T",               "the next theme") \
    X(REDRAW,        "redraw",         OTHER,  "C-l",             "draw the screen anew") \
    X(SUSPEND,       "suspend",        OTHER,  "C-z",             "stop; fg comes back") \
    X(QUIT,          "quit",           OTHER,  "q",               "close what is open on top, else leave") \
    X(QUIT_NOW,      "quit-now",       OTHER,  "Q C-c",           "leave at once")

#define ACTION_ENUM(id, name, group, keys, does) ACTION_##id,
enum action { ACTION_NONE, ACTION_TABLE(ACTION_ENUM) ACTIONS };
#undef ACTION_ENUM

enum action_group { GROUP_MOVE, GROUP_PANES, GROUP_FILTER, GROUP_FIND, GROUP_OTHER, ACTION_GROUPS };

const char *action_name(enum action action);            /* "half-page-down"; static */
const char *action_does(enum action action);            /* for help; static */
enum action_group action_group(enum action action);
const char *action_group_name(enum action_group group); /* "Moving", … */
bool action_read(const char *name, enum action *action);

/* "C-d", "Enter", "S-Tab", "F5", "é", "Space": written into buf, at most 24 bytes; returns buf. */
const char *key_write(uint32_t key, char buf[24]);
/* Reads one key's name at *at, moves *at behind it. False when it is none. "gg" is two keys. */
bool key_read(const char **at, uint32_t *key);

/* Sequences of one or two keys → actions. */
struct keymap;
struct keymap *keymap_new(void);                        /* the default keys of the table */
void keymap_free(struct keymap *keymap);
/* Binds a sequence ("gg", "C-d"); ACTION_NONE unbinds. A sequence that begins with, or is the beginning of, another replaces it. */
bool keymap_bind(struct keymap *keymap, const char *sequence, enum action action, struct error *error);
/* Would binding the sequence take a key from the action? False when it is no sequence. */
bool keymap_takes(const struct keymap *keymap, const char *sequence, enum action action);
/* Takes all keys from an action. */
void keymap_unbind(struct keymap *keymap, enum action action);
/* first is KEY_NONE, or a key for which *more was set. *more: the key begins a longer sequence. */
enum action keymap_find(const struct keymap *keymap, uint32_t first, uint32_t key, bool *more);
/* The keys of an action as text ("j, Down"); "" when it has none. Owned by the keymap, valid until the next keymap_bind(). */
const char *keymap_keys(const struct keymap *keymap, enum action action);

#endif
