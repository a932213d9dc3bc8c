/*
 * iniparser, with its traps met. iniparser 4.1 takes an unquoted "#ffcc00" for a comment, drops the whole file for one malformed
 * line, says nothing of duplicates, and its getters crash on a section named [a:b]. So the lines are looked through first: what
 * is wrong is reported with its line and left out, values are put in marks, and only then iniparser reads the file.
 */
#include <errno.h>
#include <fcntl.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ini.h"
#include "lede/utf.h"

enum { INI_MAX_FILE = 1 << 20, INI_MAX_LINE = 900 /* iniparser's buffer is 1024 */, INI_MAX_NAME = 100 };

struct ini {
    struct arena *arena;
    const char *path;
    VEC(struct ini_entry) entries;
};

/* What stands in a line; slices into it. */
struct line {
    enum { LINE_EMPTY, LINE_SECTION, LINE_ENTRY, LINE_WRONG } kind;
    struct slice name, value;
    const char *why; /* LINE_WRONG */
};

static struct line
ini_wrong(const char *why)
{
    return (struct line){.kind = LINE_WRONG, .why = why};
}

static struct line
ini_read_section(struct slice s)
{
    struct line line = {.kind = LINE_SECTION};
    const char *end = memchr(s.at, ']', s.len);

    if (!end)
        return ini_wrong("']' is missing");
    line.name = slice_trim(slice_of(s.at + 1, (size_t)(end - s.at) - 1));
    if (line.name.len == 0)
        return ini_wrong("the section has no name");
    if (memchr(line.name.at, ':', line.name.len))
        return ini_wrong("the name of a section holds no ':'");
    return line;
}

/* Marks around the value are taken off, a comment behind it too. */
static struct line
ini_read_value(struct slice name, struct slice s)
{
    struct line line = {.kind = LINE_ENTRY, .name = name};

    s = slice_trim(s);
    if (s.len && (s.at[0] == '"' || s.at[0] == '\'')) {
        const char *end = memchr(s.at + 1, s.at[0], s.len - 1);
        struct slice rest;

        if (!end)
            return ini_wrong("the closing mark is missing");
        line.value = slice_of(s.at + 1, (size_t)(end - s.at) - 1);
        rest = slice_trim(slice_of(end + 1, s.len - line.value.len - 2));
        if (rest.len && rest.at[0] != ';' && rest.at[0] != '#')
            return ini_wrong("there is text behind the closing mark");
        return line;
    }
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] == ';' && (i == 0 || s.at[i - 1] == ' ' || s.at[i - 1] == '\t'))
            s.len = i;
    line.value = slice_trim(s);
    if (memchr(line.value.at, '"', line.value.len) && memchr(line.value.at, '\'', line.value.len))
        return ini_wrong("a value can't hold both sorts of marks");
    return line;
}

static struct line
ini_read_line(struct slice s)
{
    const char *equals;
    struct slice name;

    if (s.len == 0 || s.at[0] == '#' || s.at[0] == ';')
        return (struct line){.kind = LINE_EMPTY};
    if (s.len > INI_MAX_LINE)
        return ini_wrong("the line is too long");
    if (!utf_valid(s.at, s.len, NULL) || memchr(s.at, '\0', s.len))
        return ini_wrong("not UTF-8");
    if (s.at[0] == '[')
        return ini_read_section(s);
    equals = memchr(s.at, '=', s.len);
    if (!equals)
        return ini_wrong("neither [section] nor key = value");
    name = slice_trim(slice_of(s.at, (size_t)(equals - s.at)));
    if (name.len == 0)
        return ini_wrong("there is no key before '='");
    if (name.len > INI_MAX_NAME)
        return ini_wrong("the key is too long");
    return ini_read_value(name, slice_of(equals + 1, s.len - (size_t)(equals - s.at) - 1));
}

static void
ini_complain_line(const struct ini *ini, unsigned number, struct slice text, const char *why, struct problems *problems)
{
    char where[600];

    (void)snprintf(where, sizeof where, "%.500s:%u", ini->path, number);
    problems_add(problems, where, "'%.*s': %s", (int)(text.len < 60 ? text.len : 60), text.at, why);
}

static void
ini_add(struct ini *ini, const char *section, const struct line *line, unsigned number, struct problems *problems)
{
    char *key = arena_string(ini->arena, line->name.at, line->name.len);

    for (size_t i = 0; i < ini->entries.n; i++) {
        struct ini_entry *before = &ini->entries.v[i];

        if (strcasecmp(before->section, section) == 0 && strcasecmp(before->key, key) == 0) {
            char why[80];

            (void)snprintf(why, sizeof why, "given before, in line %u; this one counts", before->line);
            ini_complain_line(ini, number, line->name, why, problems);
            memmove(before, before + 1, (ini->entries.n - i - 1) * sizeof *before);
            ini->entries.n--;
        }
    }
    vec_push(&ini->entries, ((struct ini_entry){section, key, NULL, number}));
}

/* Looks the lines through; writes the good ones to clean, in the form that iniparser takes as it is meant. */
static void
ini_look_through(struct ini *ini, struct slice text, struct text *clean, struct problems *problems)
{
    const char *section = "";
    unsigned number = 0;

    while (text.len) {
        const char *newline = memchr(text.at, '\n', text.len);
        size_t len = newline ? (size_t)(newline - text.at) : text.len;
        struct slice s = slice_trim(slice_of(text.at, len));
        struct line line = ini_read_line(s);
        char mark;

        number++;
        text = slice_of(text.at + len + (newline != NULL), text.len - len - (newline != NULL));
        switch (line.kind) {
        case LINE_EMPTY:
            break;
        case LINE_WRONG:
            ini_complain_line(ini, number, s, line.why, problems);
            break;
        case LINE_SECTION:
            section = arena_string(ini->arena, line.name.at, line.name.len);
            text_printf(clean, "[%s]\n", section);
            break;
        case LINE_ENTRY:
            ini_add(ini, section, &line, number, problems);
            mark = memchr(line.value.at, '"', line.value.len) ? '\'' : '"';
            text_printf(clean, "%.*s=%c%.*s%c\n", (int)line.name.len, line.name.at, mark, (int)line.value.len, line.value.at, mark);
            break;
        }
    }
}

/* iniparser 4.1 takes the name of a file and nothing else. */
static dictionary *
ini_parse(const struct text *clean)
{
    char path[] = "/tmp/lede-ini-XXXXXX", proc[40];
    dictionary *dict = NULL;
    int fd = -1;

#ifdef MFD_CLOEXEC
    fd = memfd_create("lede-ini", MFD_CLOEXEC);
#endif
    if (fd < 0) {
        fd = mkstemp(path);
        if (fd < 0)
            return NULL;
        (void)unlink(path);
    }
    (void)snprintf(proc, sizeof proc, "/dev/fd/%d", fd);
    if (write(fd, clean->v, clean->n) == (ssize_t)clean->n && lseek(fd, 0, SEEK_SET) == 0)
        dict = iniparser_load(proc);
    (void)close(fd);
    return dict;
}

/* Fills the values of the entries from the dictionary. */
static void
ini_take_values(struct ini *ini, const dictionary *dict)
{
    for (size_t i = 0; i < ini->entries.n; i++) {
        struct ini_entry *entry = &ini->entries.v[i];
        char *name = arena_printf(ini->arena, "%s:%s", entry->section, entry->key);
        const char *value = iniparser_getstring(dict, name, "");

        entry->value = arena_string(ini->arena, value, strlen(value));
    }
}

static bool
ini_read_file(const char *path, struct text *text, struct problems *problems)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;
    ssize_t got = -1;

    if (fd >= 0 && fstat(fd, &st) == 0 && !S_ISREG(st.st_mode)) {
        problems_add(problems, path, "is not a file");
        (void)close(fd);
        return false;
    }
    while (fd >= 0 && (got = read(fd, text_room(text, 4096), 4096)) > 0 && text->n < INI_MAX_FILE)
        text->n += (size_t)got;
    if (fd < 0 || got < 0)
        problems_add(problems, path, "%s", strerror(errno));
    else if (got > 0)
        problems_add(problems, path, "is too large for a configuration");
    if (fd >= 0)
        (void)close(fd);
    return fd >= 0 && got == 0;
}

struct ini *
ini_load(const char *path, struct problems *problems)
{
    struct text text = {0}, clean = {0};
    struct slice all;
    struct ini *ini;
    dictionary *dict;

    if (!ini_read_file(path, &text, problems)) {
        text_free(&text);
        return NULL;
    }
    ini = mem_zero(1, sizeof *ini);
    ini->arena = arena_new();
    ini->path = arena_string(ini->arena, path, strlen(path));
    all = slice_of(text.v, text.n);
    if (slice_starts(all, "\xEF\xBB\xBF"))
        all = slice_of(all.at + 3, all.len - 3);
    text_add(&clean, "", 0);
    ini_look_through(ini, all, &clean, problems);
    dict = ini_parse(&clean);
    if (dict) {
        ini_take_values(ini, dict);
        iniparser_freedict(dict);
    } else {
        problems_add(problems, path, "could not be parsed");
        ini->entries.n = 0;
    }
    text_free(&text);
    text_free(&clean);
    return ini;
}

void
ini_each(const char *path, void (*each)(void *arg, const struct ini_line *line), void *arg, struct problems *problems)
{
    struct ini *ini = access(path, F_OK) == 0 ? ini_load(path, problems) : NULL;
    struct ini_line line = {.ini = ini, .arena = arena_new(), .problems = problems};

    for (size_t i = 0; ini && i < ini_count(ini); i++) {
        line.entry = ini_entry(ini, i);
        each(arg, &line);
    }
    arena_free(line.arena);
    ini_free(ini);
}

void
ini_free(struct ini *ini)
{
    if (!ini)
        return;
    vec_free(&ini->entries);
    arena_free(ini->arena);
    mem_free(ini);
}

const char *
ini_path(const struct ini *ini)
{
    return ini->path;
}

size_t
ini_count(const struct ini *ini)
{
    return ini->entries.n;
}

const struct ini_entry *
ini_entry(const struct ini *ini, size_t at)
{
    return &ini->entries.v[at];
}

void
ini_complain(const struct ini *ini, const struct ini_entry *entry, struct problems *problems, const char *fmt, ...)
{
    struct text why = {0};
    char where[600], reason[400];
    va_list args;

    va_start(args, fmt);
    (void)vsnprintf(reason, sizeof reason, fmt, args);
    va_end(args);
    (void)snprintf(where, sizeof where, "%.500s:%u", ini->path, entry->line);
    text_printf(&why, "'%s = %s': %s", entry->key, entry->value, reason);
    problems_add(problems, where, "%s", why.v);
    text_free(&why);
}
