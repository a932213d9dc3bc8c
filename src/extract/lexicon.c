/* The words that are known: the table that lexicon.awk makes. */
#include "lexicon.h"

#include "lexicon_data.h"

/*
 * Compares by folding as the key does. A typographic hyphen or apostrophe takes three bytes, all of which stand for one
 * in the entry.
 */
bool
lexicon_same(const struct lexicon_entry *entry, const char *at, size_t len)
{
    const char *word = lexicon_long[entry->rest];
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
        if ((unsigned char)word[k] != c)
            return false;
    }
    return k == entry->len;
}
