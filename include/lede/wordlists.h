/* The words that users add to those that are known: which lists there are, and what a word of each may be. */
#ifndef LEDE_WORDLISTS_H
#define LEDE_WORDLISTS_H

#include "lede/base.h"

/* The sections of words.ini. */
#define WORD_LIST_TABLE(X) \
    X(CUES,          "cues") \
    X(TITLES,        "titles") \
    X(GIVEN,         "given") \
    X(ORGANISATIONS, "organisations") \
    X(PLACES,        "places")

/* What stands behind the '='. Of the classes of a list that have the same group a word has one; 0 goes with all. */
#define WORD_CLASS_TABLE(X) \
    X(SAID,         CUES,          "said",    1) \
    X(CLAIMED,      CUES,          "claimed", 1) \
    X(DENIED,       CUES,          "denied",  1) \
    X(ASKED,        CUES,          "asked",   1) \
    X(WROTE,        CUES,          "wrote",   1) \
    X(STRONG,       CUES,          "strong",  2) \
    X(WEAK,         CUES,          "weak",    2) \
    X(MARKS,        CUES,          "marks",   2) \
    X(TOLD,         CUES,          "told",    0) \
    X(TITLE_ANY,    TITLES,        "any",     1) \
    X(TITLE_MALE,   TITLES,        "male",    1) \
    X(TITLE_FEMALE, TITLES,        "female",  1) \
    X(TITLE_OFFICE, TITLES,        "office",  0) \
    X(GIVEN_ANY,    GIVEN,         "any",     1) \
    X(GIVEN_MALE,   GIVEN,         "male",    1) \
    X(GIVEN_FEMALE, GIVEN,         "female",  1) \
    X(ORG_WORD,     ORGANISATIONS, "word",    1) \
    X(ORG_NAME,     ORGANISATIONS, "name",    1) \
    X(PLACE_SPEAKS, PLACES,        "speaks",  1)

enum wordlist {
#define WORD_LIST_ENUM(name, section) WORDS_##name,
    WORD_LIST_TABLE(WORD_LIST_ENUM)
#undef WORD_LIST_ENUM
    WORD_LISTS
};
enum word_class {
#define WORD_CLASS_ENUM(name, list, text, group) WORD_##name,
    WORD_CLASS_TABLE(WORD_CLASS_ENUM)
#undef WORD_CLASS_ENUM
    WORD_CLASSES
};

struct added_word {
    enum wordlist list;
    const char *word;     /* one word; of a cue its forms may follow, parted by '/'; a title may end with a stop */
    uint32_t classes;     /* bit set of enum word_class, of this list */
};

#endif
