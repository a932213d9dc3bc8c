/* Looks words up in the table that lexicon.awk makes. */
#include "lexicon.h"

#include "lexicon_data.h"

/*
 * Compares by folding as the hash does. A typographic hyphen or apostrophe takes three bytes, all of which stand for one
 * in the entry.
 */
static int
lexicon_same(const struct lexicon_entry *entry, const char *at, size_t len)
{
    size_t k = 0;

    for (size_t i = 0; i < len; i++, k++) {
        unsigned char c = (unsigned char)at[i];

        if (k >= entry->len)
            return 0;
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
            return 0;
    }
    return k == entry->len;
}

uint16_t
lexicon_find(const char *at, size_t len, uint32_t hash)
{
    for (uint32_t slot = hash % LEXICON_SLOTS; lexicon_slots[slot]; slot = slot + 1 < LEXICON_SLOTS ? slot + 1 : 0) {
        uint32_t found = lexicon_slots[slot];

        if (found >> 16 == hash >> 16 && lexicon_same(&lexicon_entries[found & 0xFFFF], at, len))
            return (uint16_t)(found & 0xFFFF);
    }
    return 0;
}
