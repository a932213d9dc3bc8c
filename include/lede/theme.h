/* Themes: what each role of the screen looks like. */
#ifndef LEDE_THEME_H
#define LEDE_THEME_H

#include "lede/base.h"

/* Every role of the screen, its name in a theme's file, and the letter that stands for it in golden screens. */
#define ROLE_TABLE(X) \
    X(TEXT,            "text",            '.') /* reading text */ \
    X(DIM,             "dim",             'd') /* metadata, sources, hints */ \
    X(TITLE,           "title",           'T') /* the headline */ \
    X(STANDFIRST,      "standfirst",      'S') /* the standfirst under it */ \
    X(HEADING,         "heading",         'H') /* section headings in the article */ \
    X(PULL,            "pull",            'P') /* a pull quote */ \
    X(FURNITURE,       "furniture",       'b') /* furniture of the page, when shown */ \
    X(QUOTE,           "quote",           'q') /* marked speech, in the text and in its pane */ \
    X(INDIRECT,        "indirect",        'i') /* reported speech without marks */ \
    X(SPEAKER,         "speaker",         'N') /* a speaker's name */ \
    X(FIGURE,          "figure",          '#') /* a figure */ \
    X(HEDGE,           "hedge",           'h') /* what stands before a figure: about, nearly, up to */ \
    X(HIT,             "hit",             '/') /* what a search found */ \
    X(CURRENT,         "current",         'C') /* the quote or figure under the cursor, in the text */ \
    X(RULE,            "rule",            '|') /* lines between panes */ \
    X(PANE_TITLE,      "pane-title",      't') /* the title of a pane */ \
    X(PANE_TITLE_FOCUS, "pane-title-focus", 'F') /* the title of the pane that has the keys */ \
    X(STATUS,          "status",          's') /* the status line */ \
    X(STATUS_FILTER,   "status-filter",   'f') /* what is filtered, there and in the titles */ \
    X(STATUS_PROBLEM,  "status-problem",  '!') /* how many problems there are */ \
    X(STATUS_KEY,      "status-key",      'K') /* a key's name in the status line */ \
    X(BAR,             "bar",             '>') /* the bar before the selected row */ \
    X(PROMPT,          "prompt",          ':') /* what is typed */ \
    X(KEY,             "key",             'k') /* a key's name in help */

#define ROLE_ENUM(id, name, letter) ROLE_##id,
enum role { ROLE_TABLE(ROLE_ENUM) ROLES };
#undef ROLE_ENUM

const char *role_name(enum role role);
char role_letter(enum role role);
bool role_read(const char *name, enum role *role);

enum { ATTR_BOLD = 1, ATTR_DIM = 2, ATTR_ITALIC = 4, ATTR_UNDERLINE = 8, ATTR_REVERSE = 16 };
enum { COLOR_DEFAULT = -1 }; /* the terminal's own */

/* A colour: COLOR_DEFAULT, or 0–255 as in xterm's table, or COLOR_RGB | 0xRRGGBB. */
enum { COLOR_RGB = 1 << 24 };

struct style {
    int32_t fg, bg;
    uint8_t attrs;
};

enum border { BORDER_UNICODE, BORDER_ASCII, BORDER_NONE };

/*
 * A cell's look is its role's style; in a selected row (of the pane with the keys, or of another pane) the background and
 * attributes of `selected` or `selected_away` are laid over it, and in an article that a filter sets back those of `aside`.
 */
struct theme {
    const char *name;
    struct style roles[ROLES];
    struct style selected, selected_away, aside; /* fg COLOR_DEFAULT: keep the role's */
    enum border border;
};

/* The built-in look; static. It is drawn on the terminal's own background and tells everything apart without colour too. */
const struct theme *theme_builtin(void);

#endif
