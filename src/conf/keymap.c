/* Sequences of one or two keys, and what they do. */
#include <string.h>

#include "lede/keys.h"

struct binding {
    uint32_t keys[2]; /* the second is KEY_NONE in a sequence of one */
    enum action action;
};

struct keymap {
    VEC(struct binding) bindings; /* in the order they were made: that of the help */
    struct text keys[ACTIONS];
};

#define KEYMAP_ROW(id, name, group, keys, does) [ACTION_##id] = keys,
static const char *const defaults[ACTIONS] = {ACTION_TABLE(KEYMAP_ROW)};

static bool
keymap_read(const char *sequence, uint32_t keys[2], struct error *error)
{
    const char *at = sequence;
    int n = 0;

    keys[0] = keys[1] = KEY_NONE;
    while (*at) {
        uint32_t key;

        if (!key_read(&at, &key)) {
            error_set(error, STATUS_INVALID, "'%s' is not a key", sequence);
            return false;
        }
        if (n == 2) {
            error_set(error, STATUS_INVALID, "'%s' is more than two keys", sequence);
            return false;
        }
        keys[n++] = key;
    }
    if (n == 0)
        error_set(error, STATUS_INVALID, "no key is named");
    return n > 0;
}

/* Is one the other, or its beginning? Then they cannot both be there. */
static bool
keymap_clash(const uint32_t a[2], const uint32_t b[2])
{
    return a[0] == b[0] && (a[1] == b[1] || a[1] == KEY_NONE || b[1] == KEY_NONE);
}

static void
keymap_put(struct keymap *keymap, const uint32_t keys[2], enum action action)
{
    size_t kept = 0;

    for (size_t i = 0; i < keymap->bindings.n; i++)
        if (!keymap_clash(keymap->bindings.v[i].keys, keys))
            keymap->bindings.v[kept++] = keymap->bindings.v[i];
    keymap->bindings.n = kept;
    if (action != ACTION_NONE)
        vec_push(&keymap->bindings, ((struct binding){{keys[0], keys[1]}, action}));
}

/* Writes the keys of each action as help shows them. */
static void
keymap_write(struct keymap *keymap)
{
    char buf[24];

    for (int i = 0; i < ACTIONS; i++) {
        keymap->keys[i].n = 0;
        text_puts(&keymap->keys[i], "");
    }
    for (size_t i = 0; i < keymap->bindings.n; i++) {
        const struct binding *binding = &keymap->bindings.v[i];
        struct text *text = &keymap->keys[binding->action];

        text_printf(text, "%s%s", text->n > 0 ? ", " : "", key_write(binding->keys[0], buf));
        if (binding->keys[1] != KEY_NONE)
            text_puts(text, key_write(binding->keys[1], buf));
    }
}

static void
keymap_put_defaults(struct keymap *keymap, enum action action)
{
    const char *at = defaults[action];

    while (*at) {
        uint32_t keys[2] = {KEY_NONE, KEY_NONE};

        at += strspn(at, " ");
        for (int n = 0; n < 2 && key_read(&at, &keys[n]); n++)
            ;
        keymap_put(keymap, keys, action);
    }
}

struct keymap *
keymap_new(void)
{
    struct keymap *keymap = mem_zero(1, sizeof *keymap);

    for (int i = ACTION_NONE + 1; i < ACTIONS; i++)
        keymap_put_defaults(keymap, (enum action)i);
    keymap_write(keymap);
    return keymap;
}

void
keymap_free(struct keymap *keymap)
{
    if (!keymap)
        return;
    for (int i = 0; i < ACTIONS; i++)
        text_free(&keymap->keys[i]);
    vec_free(&keymap->bindings);
    mem_free(keymap);
}

bool
keymap_bind(struct keymap *keymap, const char *sequence, enum action action, struct error *error)
{
    uint32_t keys[2];

    if (!keymap_read(sequence, keys, error))
        return false;
    keymap_put(keymap, keys, action);
    keymap_write(keymap);
    return true;
}

bool
keymap_takes(const struct keymap *keymap, const char *sequence, enum action action)
{
    struct error error = {0};
    uint32_t keys[2];
    bool takes = false;

    if (keymap_read(sequence, keys, &error))
        for (size_t i = 0; i < keymap->bindings.n; i++)
            takes |= keymap->bindings.v[i].action == action && keymap_clash(keymap->bindings.v[i].keys, keys);
    error_clear(&error);
    return takes;
}

void
keymap_unbind(struct keymap *keymap, enum action action)
{
    size_t kept = 0;

    for (size_t i = 0; i < keymap->bindings.n; i++)
        if (keymap->bindings.v[i].action != action)
            keymap->bindings.v[kept++] = keymap->bindings.v[i];
    keymap->bindings.n = kept;
    keymap_write(keymap);
}

enum action
keymap_find(const struct keymap *keymap, uint32_t first, uint32_t key, bool *more)
{
    const uint32_t keys[2] = {first == KEY_NONE ? key : first, first == KEY_NONE ? KEY_NONE : key};

    *more = false;
    for (size_t i = 0; i < keymap->bindings.n; i++) {
        const struct binding *binding = &keymap->bindings.v[i];

        if (binding->keys[0] != keys[0])
            continue;
        if (binding->keys[1] == keys[1])
            return binding->action;
        if (keys[1] == KEY_NONE)
            *more = true;
    }
    return ACTION_NONE;
}

const char *
keymap_keys(const struct keymap *keymap, enum action action)
{
    return keymap->keys[action].v;
}
