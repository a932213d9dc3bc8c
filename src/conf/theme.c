/* The built-in look. */
#include "lede/theme.h"

/*
 * The terminal's own background may be black or white, so the hues stand in the middle: a luminance near 0.18 has a contrast
 * of about 4.5 to both. Blue-green against orange is the pair that the colour-blind tell apart best. Each hue has a sign or
 * an attribute beside it, for terminals without colours:
 *
 *   speech    blue-green; it stands in marks, and reported speech, which has none, is italic
 *   figures   orange and bold
 *   filter    magenta, on a field of its own
 *
 * A style of ATTR_REVERSE names field and letters the other way round: without colours the field is still there.
 */
enum {
    GREY = 243,
    SPEECH = 31,
    NUMBERS = 130,
    FILTER = 126,
    CHOSEN = 61,
    FOUND = 178,
    ALARM = 160,
    PAPER = 231,
    INK = 16,
    OWN = COLOR_DEFAULT,
};

static const struct theme builtin = {
    .name = "default",
    .roles = {
        [ROLE_TEXT] = {OWN, OWN, 0},
        [ROLE_DIM] = {GREY, OWN, ATTR_DIM},
        [ROLE_TITLE] = {OWN, OWN, ATTR_BOLD},
        [ROLE_STANDFIRST] = {OWN, OWN, ATTR_ITALIC},
        [ROLE_HEADING] = {OWN, OWN, ATTR_BOLD},
        [ROLE_PULL] = {SPEECH, OWN, ATTR_BOLD | ATTR_ITALIC},
        [ROLE_FURNITURE] = {GREY, OWN, ATTR_DIM},
        [ROLE_QUOTE] = {SPEECH, OWN, 0},
        [ROLE_INDIRECT] = {SPEECH, OWN, ATTR_ITALIC},
        [ROLE_SPEAKER] = {OWN, OWN, ATTR_BOLD},
        [ROLE_FIGURE] = {NUMBERS, OWN, ATTR_BOLD},
        [ROLE_HEDGE] = {NUMBERS, OWN, 0},
        [ROLE_HIT] = {FOUND, INK, ATTR_REVERSE | ATTR_BOLD},
        [ROLE_CURRENT] = {CHOSEN, PAPER, ATTR_REVERSE},
        [ROLE_RULE] = {GREY, OWN, ATTR_DIM},
        [ROLE_PANE_TITLE] = {GREY, OWN, ATTR_DIM},
        [ROLE_PANE_TITLE_FOCUS] = {OWN, OWN, ATTR_BOLD | ATTR_UNDERLINE},
        [ROLE_STATUS] = {GREY, OWN, ATTR_DIM},
        [ROLE_STATUS_FILTER] = {FILTER, PAPER, ATTR_REVERSE | ATTR_BOLD},
        [ROLE_STATUS_PROBLEM] = {ALARM, OWN, ATTR_BOLD},
        [ROLE_STATUS_KEY] = {OWN, OWN, ATTR_BOLD},
        [ROLE_BAR] = {CHOSEN, OWN, 0}, /* like the row behind it, so that both are one stretch for the terminal */
        [ROLE_PROMPT] = {OWN, OWN, ATTR_BOLD},
        [ROLE_KEY] = {OWN, OWN, ATTR_BOLD},
    },
    .selected = {CHOSEN, PAPER, ATTR_REVERSE},
    .selected_away = {OWN, OWN, 0}, /* its bar says it */
    .aside = {GREY, OWN, ATTR_DIM},
    .border = BORDER_UNICODE,
};

const struct theme *
theme_builtin(void)
{
    return &builtin;
}
