/* Looks words up in the table that lexicon.awk makes. */
#include <stdbool.h>

#include "lexicon.h"

struct lexicon_entry {
    uint64_t head;
    const char *word; /* NULL: head has it all */
    size_t len;
};

#include "lexicon_data.h"

/*
 * Compares by folding as the key does. A typographic hyphen or apostrophe takes three bytes, all of which stand for one
 * in the entry.
 */
static bool
lexicon_same(const struct lexicon_entry *entry, const char *at, size_t len)
{
    size_t k = 0;

    for (size_t i = 0; i < len; i++, k++) {
        unsigned char c = (unsigned char)at[i];

        if (k >= entry->len)
            return false;
        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c | 0x20);
        else if (c == 0xE2 && i + 2 < len && (unsigned char)at[i + 1] == 0x80) {
            unsigned char last = (unsigned char)at[i + 2];

            if (last == 0x99 || last == 0x90 || last == 0x91) {
                c = last == 0x99 ? '\'' : '-';
                i += 2;
            }
        }
        if ((unsigned char)entry->word[k] != c)
            return false;
    }
    return k == entry->len;
}

uint16_t
lexicon_find(const struct lexicon_key *key, const char *at, size_t len)
{
    uint32_t found;

    for (uint32_t slot = key->hash % LEXICON_SLOTS; (found = lexicon_slots[slot]); slot = (slot + 1) % LEXICON_SLOTS) {
        const struct lexicon_entry *entry = &lexicon_entries[found & 0xFFFF];

        if (found >> 16 == key->hash >> 16 && entry->head == key->head && entry->len == key->len &&
            (!entry->word || lexicon_same(entry, at, len)))
            return (uint16_t)(found & 0xFFFF);
    }
    return 0;
}
