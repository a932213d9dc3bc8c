/* The roles of the screen. */
#include <string.h>

#include "lede/theme.h"

#define ROLE_ROW(id, name, letter) [ROLE_##id] = {name, letter},
static const struct {
    const char *name;
    char letter;
} table[ROLES] = {ROLE_TABLE(ROLE_ROW)};

const char *
role_name(enum role role)
{
    return table[role].name;
}

char
role_letter(enum role role)
{
    return table[role].letter;
}

bool
role_read(const char *name, enum role *role)
{
    for (int i = 0; i < ROLES; i++)
        if (strcmp(name, table[i].name) == 0) {
            *role = (enum role)i;
            return true;
        }
    return false;
}
