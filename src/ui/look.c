/* What a cell looks like: the theme's word, as far as the terminal can follow it. */
#include "look.h"

#include "color.h"
#include "lede/canvas.h"

/* What stands in for a colour where there is none. Only roles that tell something: decoration is just left away. */
static const uint8_t stand_ins[ROLES] = {
    [ROLE_TITLE] = ATTR_BOLD,
    [ROLE_QUOTE] = ATTR_UNDERLINE,
    [ROLE_INDIRECT] = ATTR_ITALIC,
    [ROLE_SPEAKER] = ATTR_BOLD,
    [ROLE_FIGURE] = ATTR_BOLD,
    [ROLE_HIT] = ATTR_REVERSE | ATTR_UNDERLINE,
    [ROLE_CURRENT] = ATTR_REVERSE,
    [ROLE_PANE_TITLE_FOCUS] = ATTR_BOLD,
    [ROLE_STATUS_FILTER] = ATTR_REVERSE,
    [ROLE_STATUS_PROBLEM] = ATTR_BOLD,
};

static bool
look_has_color(const struct style *style)
{
    return style->fg != COLOR_DEFAULT || style->bg != COLOR_DEFAULT;
}

static void
look_stand_in(struct style *style, unsigned attrs, struct look_depth depth)
{
    if (depth.colors < 8 && look_has_color(style))
        style->attrs |= (uint8_t)attrs;
}

static void
look_lay(struct style *style, const struct style *over, bool keep_color)
{
    if (over->fg != COLOR_DEFAULT && !keep_color)
        style->fg = over->fg;
    style->bg = over->bg;
    style->attrs |= over->attrs;
    if (style->attrs & ATTR_REVERSE) /* else the field would be grey where the letters are */
        style->attrs &= (uint8_t)~ATTR_DIM;
}

/*
 * A role with a field of its own (a hit, the filter) would drown in the field of the selection: its colours stay, and where
 * both fields are made by reversing, its own is turned back.
 */
static void
look_select(struct style *style, const struct style *over, const struct style *text, bool bar)
{
    if (style->attrs & ATTR_REVERSE || style->bg != text->bg)
        style->attrs ^= style->attrs & over->attrs & ATTR_REVERSE;
    else
        look_lay(style, over, bar);
}

static struct style
look_wanted(const struct theme *theme, enum role role, unsigned flags, struct look_depth depth)
{
    struct style style = theme->roles[role], selected = theme->selected;

    look_stand_in(&style, stand_ins[role], depth);
    look_stand_in(&selected, ATTR_REVERSE, depth);
    if (flags & CELL_ASIDE) {
        look_lay(&style, &theme->aside, false);
        style.attrs &= (uint8_t)~ATTR_BOLD;
    }
    if (flags & CELL_SELECTED)
        look_select(&style, &selected, &theme->roles[ROLE_TEXT], role == ROLE_BAR);
    else if (flags & CELL_SELECTED_AWAY)
        look_select(&style, &theme->selected_away, &theme->roles[ROLE_TEXT], role == ROLE_BAR);
    return style;
}

/* Letters that would be lost: the terminal's own colour may be that of the field, a deep blue-green may have become cyan. */
static bool
look_is_lost(const struct style *look, int colors)
{
    if (look->bg == COLOR_DEFAULT || colors >= 256)
        return false;
    return look->fg == COLOR_DEFAULT || look->fg == look->bg || (look->fg % 8 == COLOR_WHITE_OF_8 && color_is_light(look->bg));
}

/* Among few colours the middle greys have no like. A field of such a grey is black or white, and letters are its opposite. */
static void
look_reduce(struct style *to, const struct style *style, int colors)
{
    to->fg = color_reduce(style->fg, colors);
    to->bg = color_reduce(style->bg, colors);
    if (colors < 8)
        return;
    if (to->bg == COLOR_DEFAULT && style->bg != COLOR_DEFAULT)
        to->bg = color_is_light(style->bg) ? COLOR_WHITE_OF_8 : COLOR_BLACK_OF_8;
    if (style->fg != COLOR_DEFAULT && look_is_lost(to, colors))
        to->fg = color_is_light(to->bg) ? COLOR_BLACK_OF_8 : COLOR_WHITE_OF_8;
    else if (colors < 256 && color_is_light(to->bg))
        to->fg = color_darker(to->fg);
    else if (to->bg == COLOR_DEFAULT && to->fg == COLOR_YELLOW_OF_8 && style->fg != to->fg)
        to->fg = color_darker(to->fg); /* the ground may be white; red is read on black too */
}

/* Among 8 colours many terminals show bold black as grey: on the page it is underlined instead, on a field it is just black. */
static void
look_black(struct style *look, const struct style *style, const struct style *text)
{
    look->attrs &= (uint8_t)~ATTR_BOLD;
    if (style->bg == text->bg)
        look->attrs |= ATTR_UNDERLINE;
}

struct style
look_of(const struct theme *theme, enum role role, unsigned flags, struct look_depth depth)
{
    struct style style = look_wanted(theme, role, flags, depth), look = {0, 0, style.attrs};

    look_reduce(&look, &style, depth.colors);
    if (look.fg == COLOR_BLACK_OF_8 && look.attrs & ATTR_BOLD && !(look.attrs & ATTR_REVERSE) && depth.colors < 16)
        look_black(&look, &style, &theme->roles[ROLE_TEXT]);
    /* Dim is how a grey is shown where there is none. */
    if (color_reduce(style.fg, depth.colors) != COLOR_DEFAULT)
        look.attrs &= (uint8_t)~ATTR_DIM;
    /* Slanted letters alone say that speech is reported; a standfirst is known by its place. */
    if (look.attrs & ATTR_ITALIC && !depth.italics) {
        look.attrs &= (uint8_t)~ATTR_ITALIC;
        if (role == ROLE_INDIRECT && color_reduce(style.fg, depth.colors) == COLOR_DEFAULT)
            look.attrs |= ATTR_UNDERLINE;
    }
    return look;
}
