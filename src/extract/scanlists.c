/* Lists of words, read once and then asked by a bit. */
#include <string.h>

#include "scan.h"

void
lists_free(struct lists *lists)
{
    for (size_t i = 0; i < LISTS_SLOTS; i++)
        mem_free(lists->v[i].bits);
    memset(lists, 0, sizeof *lists);
}

static size_t
lists_slot(const struct lists *lists, const char *list)
{
    size_t slot = lists_slot_of(list);

    while (lists->v[slot].list && lists->v[slot].list != list)
        slot = (slot + 1) % LISTS_SLOTS;
    return slot;
}

/* Sets the bits of all words that are written so, in any case ("C" and "c" are two). Returns whether there is one. */
static bool
lists_set(uint64_t *bits, const struct words *words, const char *text, size_t len)
{
    uint64_t key = words_key(text, len, false);
    bool any = false;

    for (uint32_t slot = words_slot_of(key, len); words->slots[slot].word; slot = (slot + 1) % WORDS_SLOTS) {
        uint16_t word = words->slots[slot].word;

        if (words->slots[slot].key == key && slice_is_nocase(slice_of(text, len), words_at(words, word)->text)) {
            bits[word / 64] |= UINT64_C(1) << word % 64;
            any |= !words_at(words, word)->exact;
        }
    }
    return any;
}

static void
lists_read(struct lists *lists, const struct words *words, const char *list, size_t slot)
{
    uint64_t *bits = mem_zero(words->v.n / 64 + 1, sizeof *bits);

    lists->v[slot] = (struct list){list, list, bits};
    for (const char *at = list; *at; at += *at == ' ') {
        size_t len = strcspn(at, " ");

        if (!lists_set(bits, words, at, len))
            lists->v[slot].closed = NULL;
        at += len;
    }
}

static bool
lists_has_text(const char *list, struct slice text)
{
    for (const char *at = list; *at; at += *at == ' ') {
        size_t len = strcspn(at, " "), k = 0;

        while (len == text.len && k < len && at[k] == (text.at[k] >= 'A' && text.at[k] <= 'Z' ? text.at[k] + 32 : text.at[k]))
            k++;
        if (len && k == len)
            return true;
        at += len;
    }
    return false;
}

bool
lists_has(struct lists *lists, const struct words *words, const char *list, uint16_t word, struct slice text)
{
    size_t slot = lists_slot(lists, list);

    if (!lists->v[slot].list)
        lists_read(lists, words, list, slot);
    if (word)
        return lists->v[slot].bits[word / 64] >> word % 64 & 1;
    return !lists->v[slot].closed && lists_has_text(list, text);
}
