/* A style as it stands in a theme's file: "#ffcc00 on 236 bold underline". */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lede/config.h"

static const struct {
    const char *name;
    int32_t color;
} colors[] = {
    {"default", COLOR_DEFAULT}, {"black", 0}, {"red", 1}, {"green", 2}, {"yellow", 3}, {"blue", 4}, {"magenta", 5}, {"cyan", 6},
    {"white", 7}, {"bright-black", 8}, {"grey", 8}, {"gray", 8}, {"bright-red", 9}, {"bright-green", 10}, {"bright-yellow", 11},
    {"bright-blue", 12}, {"bright-magenta", 13}, {"bright-cyan", 14}, {"bright-white", 15},
};

static const struct {
    const char *name;
    uint8_t attr;
} attributes[] = {
    {"bold", ATTR_BOLD}, {"dim", ATTR_DIM}, {"italic", ATTR_ITALIC}, {"underline", ATTR_UNDERLINE}, {"reverse", ATTR_REVERSE},
    {"normal", 0},
};

static bool
style_read_hex(const char *s, int32_t *color)
{
    size_t n = strspn(s, "0123456789abcdefABCDEF");
    unsigned long rgb = strtoul(s, NULL, 16);

    if (s[n] || (n != 6 && n != 3))
        return false;
    if (n == 3) /* #fc0 is #ffcc00 */
        rgb = (rgb >> 8) * 0x110000 + (rgb >> 4 & 0xF) * 0x1100 + (rgb & 0xF) * 0x11;
    *color = (int32_t)(COLOR_RGB | rgb);
    return true;
}

static bool
style_read_color(const char *s, int32_t *color)
{
    char *end;
    unsigned long n;

    if (*s == '#')
        return style_read_hex(s + 1, color);
    for (size_t i = 0; i < sizeof colors / sizeof *colors; i++)
        if (strcasecmp(colors[i].name, s) == 0) {
            *color = colors[i].color;
            return true;
        }
    n = strtoul(s, &end, 10);
    if (*s < '0' || *s > '9' || *end || n > 255)
        return false;
    *color = (int32_t)n;
    return true;
}

static bool
style_read_attribute(const char *s, uint8_t *attrs)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strcasecmp(attributes[i].name, s) == 0) {
            *attrs |= attributes[i].attr;
            return true;
        }
    return false;
}

bool
style_read(const char *s, struct style *style, const char **why)
{
    struct style read = {COLOR_DEFAULT, style->bg, 0};
    bool on = false, fg = false, bg = false;
    char word[32];
    size_t len;

    for (s += strspn(s, " \t"); *s; s += len, s += strspn(s, " \t")) {
        len = strcspn(s, " \t");
        *why = "not a colour or attribute";
        if (len >= sizeof word)
            return false;
        memcpy(word, s, len);
        word[len] = '\0';
        if (!on && strcasecmp(word, "on") == 0) {
            on = true;
            continue;
        }
        if (style_read_color(word, on ? &read.bg : &read.fg)) {
            *why = on ? "two backgrounds" : "two foregrounds; a background has 'on' before it";
            if (on ? bg : fg)
                return false;
            *(on ? &bg : &fg) = true;
            on = false;
            continue;
        }
        *why = word[0] == '#' ? "not a colour" : "not a colour or attribute";
        if (on || !style_read_attribute(word, &read.attrs))
            return false;
    }
    *why = "'on' has no colour behind it";
    if (on)
        return false;
    *style = read;
    return true;
}
