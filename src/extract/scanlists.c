/* Lists of words, read once and then asked by a bit. */
#include <string.h>

#include "scan.h"

void
lists_free(struct lists *lists)
{
    mem_free(lists->rows);
    memset(lists, 0, sizeof *lists);
}

/* The slot of a list, or a free one. */
static size_t
lists_slot(const struct lists *lists, const char *list)
{
    size_t slot = lists_slot_of(list);

    while (lists->slots[slot] && lists->v[lists->slots[slot]] != list)
        slot = (slot + 1) % LISTS_SLOTS;
    return slot;
}

/* Sets the bits of all words that are written so, in any case ("C" and "c" are two). Returns whether one is of any case. */
static bool
lists_set(struct lists *lists, const struct words *words, uint16_t number, const char *text, size_t len)
{
    uint64_t key = words_key(text, len, false);
    bool any = false;

    for (uint32_t slot = words_slot_of(key, len); words->slots[slot].word; slot = (slot + 1) % WORDS_SLOTS) {
        uint16_t word = words->slots[slot].word;

        if (words->slots[slot].key == key && slice_is_nocase(slice_of(text, len), words_at(words, word)->text)) {
            lists->rows[(size_t)word * LISTS_ROW + number / 64] |= UINT64_C(1) << number % 64;
            any |= !words_at(words, word)->exact;
        }
    }
    return any;
}

/* A bit by the first letter and the length: few words that are not in a list share one with one that is. */
static uint64_t
lists_trait(const char *text, size_t len)
{
    return UINT64_C(1) << (((unsigned char)text[0] | 0x20u) + 11 * len) % 64;
}

/* Gives a list its number; when all are given, 0. */
static uint16_t
lists_read(struct lists *lists, const struct words *words, const char *list)
{
    uint16_t number = (uint16_t)(lists->n + 1);

    if (number == LISTS_MOST)
        return 0;
    if (!lists->rows)
        lists->rows = mem_zero(words->v.n, LISTS_ROW * sizeof *lists->rows);
    lists->n = lists->slots[lists_slot(lists, list)] = number;
    lists->v[number] = lists->closed[number] = list;
    for (const char *at = list; *at; at += *at == ' ') {
        size_t len = strcspn(at, " ");

        if (len && !lists_set(lists, words, number, at, len)) {
            lists->closed[number] = NULL;
            lists->others[number] |= lists_trait(at, len);
        }
        at += len;
    }
    return number;
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
    uint16_t number = lists->slots[lists_slot(lists, list)];

    if (!number && !(number = lists_read(lists, words, list)))
        return lists_has_text(list, text); /* more lists than there are bits: slower, not wrong */
    if (word)
        return lists_bit(lists, word, number);
    return text.len && (lists->others[number] & lists_trait(text.at, text.len)) && lists_has_text(list, text);
}
