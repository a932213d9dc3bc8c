/* What keys can be bound to. */
#include <string.h>

#include "lede/keys.h"

#define ACTION_ROW(id, name, group, keys, does) [ACTION_##id] = {name, does, GROUP_##group},
static const struct {
    const char *name, *does;
    enum action_group group;
} table[ACTIONS] = {ACTION_TABLE(ACTION_ROW)};

static const char *const groups[ACTION_GROUPS] = {
    [GROUP_MOVE] = "Moving",
    [GROUP_PANES] = "Panes",
    [GROUP_FILTER] = "Filters",
    [GROUP_FIND] = "Finding",
    [GROUP_OTHER] = "The rest",
};

const char *
action_name(enum action action)
{
    return table[action].name ? table[action].name : "none";
}

const char *
action_does(enum action action)
{
    return table[action].does ? table[action].does : "";
}

enum action_group
action_group(enum action action)
{
    return table[action].group;
}

const char *
action_group_name(enum action_group group)
{
    return groups[group];
}

bool
action_read(const char *name, enum action *action)
{
    for (int i = ACTION_NONE; i < ACTIONS; i++)
        if (strcmp(name, action_name((enum action)i)) == 0) {
            *action = (enum action)i;
            return true;
        }
    return false;
}
