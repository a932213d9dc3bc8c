/* Looks words up in the table that lexicon.awk makes. */
#include <stdbool.h>

#include "lexicon.h"

struct lexicon_entry {
    uint64_t head;
    uint32_t len;
    uint32_t rest; /* of a word longer than head: its place in lexicon_long */
};

#include "lexicon_data.h"

/*
 * Compares by folding as the key does. A typographic hyphen or apostrophe takes three bytes, all of which stand for one
 * in the entry.
 */
static bool
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

/*
 * A perfect hash: each word has a slot to itself, so that there is nothing to probe, and no branch on whether the word is known,
 * which no processor can guess: a third of an article's words are strangers.
 */
uint16_t
lexicon_find(struct lexicon_key key, const char *at, size_t len)
{
    uint32_t hash = key.hash * LEXICON_SEED, move = lexicon_moves[hash >> 20];
    uint16_t word = lexicon_slots[(hash & 0xFFFFF) * (2 * move + 1) / 64 % LEXICON_SLOTS];
    const struct lexicon_entry *entry = &lexicon_entries[word];
    bool same = (entry->head == key.head) & (entry->len == key.len);

    if (key.len > sizeof key.head && same)
        same = lexicon_same(entry, at, len);
    return same ? word : 0;
}
