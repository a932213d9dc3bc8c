/* The names of keys. */
#include <stdio.h>
#include <string.h>

#include "lede/keys.h"
#include "lede/utf.h"

static const struct {
    const char *name;
    uint32_t key;
} names[] = {
    {"Up", KEY_UP_ARROW}, {"Down", KEY_DOWN_ARROW}, {"Left", KEY_LEFT_ARROW}, {"Right", KEY_RIGHT_ARROW},
    {"Home", KEY_HOME_KEY}, {"End", KEY_END_KEY}, {"PageUp", KEY_PAGE_UP}, {"PageDown", KEY_PAGE_DOWN},
    {"Enter", KEY_RETURN}, {"Tab", KEY_TAB}, {"S-Tab", KEY_SHIFT_TAB}, {"Esc", KEY_ESCAPE}, {"Backspace", KEY_RUBOUT},
    {"Delete", KEY_DELETE}, {"Insert", KEY_INSERT}, {"Space", ' '},
};

enum { NNAMES = sizeof names / sizeof *names };

/* A terminal sends one and the same byte for these. */
static const struct {
    char letter;
    uint32_t key;
} twins[] = {{'i', KEY_TAB}, {'m', KEY_RETURN}, {'j', KEY_RETURN}, {'h', KEY_RUBOUT}, {'?', KEY_RUBOUT}, {'[', KEY_ESCAPE}};

static const char *
key_base_name(uint32_t base, char buf[8])
{
    for (int i = 0; i < NNAMES; i++)
        if (names[i].key == base)
            return names[i].name;
    if (base >= KEY_FUNCTION_1 && base <= KEY_FUNCTION_12)
        (void)snprintf(buf, 8, "F%u", (unsigned)(base - KEY_FUNCTION_1 + 1) % 100);
    else
        buf[utf_encode(base, buf)] = '\0';
    return buf;
}

const char *
key_write(uint32_t key, char buf[24])
{
    char base[8];

    (void)snprintf(buf, 24, "%s%s%s", key & KEY_CTRL ? "C-" : "", key & KEY_META ? "M-" : "",
                   key_base_name(key & ~(uint32_t)(KEY_CTRL | KEY_META), base));
    return buf;
}

static bool
key_read_function(const char **at, uint32_t *key)
{
    unsigned n;
    int used;

    if ((*at)[0] != 'F' || (*at)[1] < '1' || (*at)[1] > '9')
        return false;
    used = (*at)[1] == '1' && (*at)[2] >= '0' && (*at)[2] <= '2' ? 3 : 2;
    n = used == 3 ? 10u + (unsigned)((*at)[2] - '0') : (unsigned)((*at)[1] - '0');
    *at += used;
    *key = KEY_FUNCTION_1 + n - 1;
    return true;
}

static bool
key_read_base(const char **at, uint32_t *key)
{
    uint32_t cp;
    int used;

    for (int i = 0; i < NNAMES; i++)
        if (strncmp(*at, names[i].name, strlen(names[i].name)) == 0) {
            *at += strlen(names[i].name);
            *key = names[i].key;
            return true;
        }
    if (key_read_function(at, key))
        return true;
    if (!**at)
        return false;
    used = utf_decode(*at, strlen(*at), &cp);
    if (cp == UTF_REPLACEMENT || utf_is_hidden(cp) || utf_is_space(cp))
        return false;
    *at += used;
    *key = cp;
    return true;
}

/* C-D is what the terminal sends for C-d. */
static uint32_t
key_held(uint32_t base, uint32_t held)
{
    if (!(held & KEY_CTRL))
        return base | held;
    if (base >= 'A' && base <= 'Z')
        base += 'a' - 'A';
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
        if (base == (unsigned char)twins[i].letter)
            return twins[i].key | (held & KEY_META);
    return base | held;
}

bool
key_read(const char **at, uint32_t *key)
{
    const char *from = *at;
    uint32_t held = 0, base;

    /* "C-" with nothing behind it is the key C, and then the key -. */
    while ((from[0] == 'C' || from[0] == 'M') && from[1] == '-' && from[2] && from[2] != ' ') {
        held |= from[0] == 'C' ? KEY_CTRL : KEY_META;
        from += 2;
    }
    if (!key_read_base(&from, &base))
        return false;
    *key = key_held(base, held);
    *at = from;
    return true;
}
