/*
 * words.ini: words that the user adds to those that the program knows.
 *
 *   [cues]
 *   burble = said
 *   [given]
 *   Osk = male
 */
#include <string.h>
#include <strings.h>

#include "ini.h"
#include "lede/config.h"

enum { FORMS = 5, ABBREVIATION = 5 /* letters before the stop that a word is looked up with */ };

static const char *const wordlist_sections[WORD_LISTS] = {
#define SECTION(name, section) section,
    WORD_LIST_TABLE(SECTION)
#undef SECTION
};

static const struct wordlist_class {
    enum wordlist list;
    const char *name;
    int group;
} wordlist_classes[WORD_CLASSES] = {
#define CLASS(name, list, text, group) {WORDS_##list, text, group},
    WORD_CLASS_TABLE(CLASS)
#undef CLASS
};

static bool
wordlist_read_section(const struct ini_line *line, enum wordlist *list)
{
    const char *near = nearest_name(line->entry->section, wordlist_sections, WORD_LISTS);

    for (int i = 0; i < WORD_LISTS; i++)
        if (strcasecmp(line->entry->section, wordlist_sections[i]) == 0) {
            *list = (enum wordlist)i;
            return true;
        }
    if (near)
        ini_complain(line->ini, line->entry, line->problems, "no list is called [%s]; did you mean [%s]?", line->entry->section, near);
    else
        ini_complain(line->ini, line->entry, line->problems,
                     "in no section that is known; words.ini has [cues], [titles], [given], [organisations] and [places]");
    return false;
}

/* NULL, or why this can't be looked up: a word of an article is letters, digits, hyphens and apostrophes. */
static const char *
wordlist_wrong_word(const char *word, enum wordlist list)
{
    size_t len = strlen(word), forms = 1, letters = 0;

    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)word[i];

        if (c == ' ' || c == '\t')
            return "that is more than one word";
        if (c == '/' && list == WORDS_CUES) {
            if (letters == 0 || ++forms > FORMS)
                return "the forms of a verb are BASE/THIRD PERSON/PAST/-ING/PARTICIPLE";
            letters = 0;
        } else if (c == '.' && list == WORDS_TITLES && i + 1 == len) {
            if (letters > ABBREVIATION)
                return "too long for an abbreviation; leave the stop out";
        } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
            letters++;
        else if (c >= 0x80)
            letters++;
        else if (!(c >= '0' && c <= '9') && c != '-' && c != '\'')
            return "a word has letters, digits, hyphens and apostrophes";
    }
    return letters ? NULL : "there are no letters";
}

static void
wordlist_unknown_class(const struct ini_line *line, enum wordlist list, const char *written)
{
    const char *names[WORD_CLASSES], *near;
    struct text all = {0};
    size_t n = 0;

    for (int i = 0; i < WORD_CLASSES; i++)
        if (wordlist_classes[i].list == list) {
            text_printf(&all, "%s%s", n ? ", " : "", wordlist_classes[i].name);
            names[n++] = wordlist_classes[i].name;
        }
    near = *written ? nearest_name(written, names, n) : NULL;
    if (!*written)
        ini_complain(line->ini, line->entry, line->problems, "a class is missing; [%s] has %s", wordlist_sections[list], all.v);
    else if (near)
        ini_complain(line->ini, line->entry, line->problems, "'%s' is no class of [%s]; did you mean '%s'?", written,
                     wordlist_sections[list], near);
    else
        ini_complain(line->ini, line->entry, line->problems, "'%s' is no class of [%s], which has %s", written,
                     wordlist_sections[list], all.v);
    text_free(&all);
}

/* The class of this name that goes with those given before. */
static bool
wordlist_add_class(const struct ini_line *line, enum wordlist list, const char *written, uint32_t *classes)
{
    int class = 0;

    while (class < WORD_CLASSES && (wordlist_classes[class].list != list || strcasecmp(wordlist_classes[class].name, written) != 0))
        class++;
    if (class == WORD_CLASSES) {
        wordlist_unknown_class(line, list, written);
        return false;
    }
    for (int i = 0; i < WORD_CLASSES; i++)
        if (*classes & 1u << i && i != class && wordlist_classes[i].group && wordlist_classes[i].group == wordlist_classes[class].group) {
            ini_complain(line->ini, line->entry, line->problems, "either %s or %s", wordlist_classes[i].name,
                         wordlist_classes[class].name);
            return false;
        }
    *classes |= 1u << class;
    return true;
}

static bool
wordlist_read_classes(const struct ini_line *line, enum wordlist list, uint32_t *classes)
{
    char *rest = arena_string(line->arena, line->entry->value, strlen(line->entry->value));
    const char *written;

    *classes = 0;
    while ((written = strtok_r(rest, " \t,", &rest)))
        if (!wordlist_add_class(line, list, written, classes))
            return false;
    if (!*classes)
        wordlist_unknown_class(line, list, "");
    return *classes != 0;
}

static void
wordlist_take(void *arg, const struct ini_line *line)
{
    const struct word_taker *taker = arg;
    struct added_word added = {.word = line->entry->key};
    const char *why;

    if (!wordlist_read_section(line, &added.list))
        return;
    why = wordlist_wrong_word(added.word, added.list);
    if (why) {
        ini_complain(line->ini, line->entry, line->problems, "%s", why);
        return;
    }
    if (wordlist_read_classes(line, added.list, &added.classes) && !taker->take(taker->arg, &added))
        ini_complain(line->ini, line->entry, line->problems, "there is no room for more words");
}

void
wordlists_load(const char *path, const struct word_taker *taker, struct problems *problems)
{
    ini_each(path, wordlist_take, (void *)taker, problems);
}
