/* The words that are known: the table that lexicon.awk makes. */
#include "lexicon.h"

#include "lede/eight.h"
#include "lede/extract.h"
#include "vocabulary.h"

#include "lexicon_data.h"

const uint32_t lexicon_nwords = sizeof lexicon_of / sizeof *lexicon_of;

/* Folds as the key does. A typographic hyphen or apostrophe takes three bytes, all of which stand for one in the word. */
bool
lexicon_folds_to(const char *at, size_t len, const char *word, size_t word_len)
{
    size_t k = 0;

    for (size_t i = 0; i < len; i++, k++) {
        unsigned char c = (unsigned char)at[i];

        if (k >= word_len)
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
    return k == word_len;
}

bool
lexicon_same(const struct lexicon_entry *entry, const char *at, size_t len)
{
    return lexicon_folds_to(at, len, lexicon_long[entry->rest], entry->len);
}

enum cue_class
extract_cue_class(struct slice cue, const struct vocabulary *words)
{
    const uint64_t *of = vocabulary_classes(words);

    for (size_t i = 0, end; i < cue.len; i = end + 1) {
        struct lexicon_key key;
        uint64_t classes;
        uint16_t word;

        for (end = i; end < cue.len && cue.at[end] != ' ' && cue.at[end] != '\n'; end++)
            ;
        key = lexicon_key_of(cue.at + i, end - i);
        word = lexicon_find(&key, cue.at + i, end - i);
        if (!word && words)
            word = vocabulary_find(words, key.hash, cue.at + i, end - i);
        classes = of[word];
        if (classes & LEX_CUE)
            return classes & LEX_DENIED ? CUE_DENIED : classes & LEX_CLAIMED ? CUE_CLAIMED : classes & LEX_ASKED ? CUE_ASKED : CUE_PLAIN;
    }
    return CUE_PLAIN;
}

struct lexicon_key
lexicon_key_of(const char *at, size_t len)
{
    struct lexicon_key key = {0};

    for (size_t i = 0; i < len; i += 16) {
        uint64_t eight[2] = {0};

        for (size_t k = 0; k < 2 && i + 8 * k < len; k++) {
            size_t left = len - i - 8 * k;

            eight[k] = eight_load((const unsigned char *)at + i + 8 * k, left < 8 ? left : 8);
            eight[k] |= eight_between(eight[k], 'A', 'Z') >> 2; /* a flag is 0x80, the bit of small letters 0x20 */
        }
        lexicon_add(&key, eight[0], eight[1], len - i < 16 ? (unsigned)(len - i) : 16);
    }
    return key;
}
