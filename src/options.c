#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lede/utf.h"
#include "options.h"

#define ON(command) (1u << (command))
#define ON_LISTS (ON(COMMAND_QUOTES) | ON(COMMAND_FIGURES) | ON(COMMAND_SPEAKERS) | ON(COMMAND_SEARCH))
#define ON_PRINTERS (ON(COMMAND_EXTRACT) | ON_LISTS)
#define ON_INDEXED (ON(COMMAND_READ) | ON_LISTS)
#define ON_ALL (ON(COMMAND_READ) | ON_PRINTERS)

const struct command_row command_rows[] = {
    {"extract", COMMAND_EXTRACT, "blocks, quotes and figures of each article, as JSON Lines"},
    {"quotes", COMMAND_QUOTES, "who said what"},
    {"figures", COMMAND_FIGURES, "which figures were given"},
    {"speakers", COMMAND_SPEAKERS, "who is quoted, how often, in how many sources"},
    {"search", COMMAND_SEARCH, "which articles have what is asked"},
    {"cache", COMMAND_CACHE, "the index caches: which there are, or --clear"},
};

enum { OPTION_FORMAT = 256, OPTION_BODY, OPTION_JOBS, OPTION_SPEAKER, OPTION_KIND, OPTION_UNIT, OPTION_CONFIG, OPTION_THEME,
       OPTION_MAX_SIZE, OPTION_MAX_FILES, OPTION_MAX_DEPTH, OPTION_CHECK_CONFIG, OPTION_LIST_THEMES, OPTION_LIST_ACTIONS,
       OPTION_COMPLETION, OPTION_INPUT, OPTION_CACHE, OPTION_STATUS, OPTION_CLEAR };

const struct option_row option_rows[] = {
    {"format", "FORMAT", OPTION_FORMAT, ON_PRINTERS, "text jsonl csv markdown", "text, jsonl, csv or markdown (extract: jsonl)"},
    {"query", "QUERY", 'q', ON_LISTS, NULL, "only what this asks for: words, \"phrases\", speaker:, value>, …"},
    {"speaker", "NAME", OPTION_SPEAKER, ON(COMMAND_QUOTES) | ON(COMMAND_SPEAKERS), NULL,
     "only speakers with these words in a name; nadj*: that begin so"},
    {"kind", "KIND", OPTION_KIND, ON(COMMAND_QUOTES) | ON(COMMAND_FIGURES), "@kinds",
     "only this kind (direct, …; money, …); may be repeated"},
    {"unit", "UNIT", OPTION_UNIT, ON(COMMAND_FIGURES), NULL, "only figures in this unit"},
    {"input", "FORMAT", OPTION_INPUT, ON_ALL, "text jsonl", "text, or jsonl: each line is an article as a JSON object"},
    {"cache", "WHEN", OPTION_CACHE, ON_INDEXED, "auto always never", "keep and use an index cache: auto (from 500 articles), always or never"},
    {"body", NULL, OPTION_BODY, ON_ALL, NULL, "the whole text is reading text: look for no headline or furniture"},
    {"jobs", "N", OPTION_JOBS, ON_ALL, NULL, "worker threads (default: one a processor)"},
    {"max-size", "MIB", OPTION_MAX_SIZE, ON_ALL, NULL, "refuse larger files (default 64)"},
    {"max-files", "N", OPTION_MAX_FILES, ON_ALL, NULL, "stop after so many (default 1000000)"},
    {"max-depth", "N", OPTION_MAX_DEPTH, ON_ALL, NULL, "levels of folders (default 32)"},
    {"config", "FILE", OPTION_CONFIG, ON(COMMAND_READ), "@files", "read this in place of lede/lede.ini in the configuration folder"},
    {"theme", "NAME", OPTION_THEME, ON(COMMAND_READ), "@themes", "colours and borders"},
    {"status", NULL, OPTION_STATUS, ON(COMMAND_CACHE), NULL, "say which there are (the default)"},
    {"clear", NULL, OPTION_CLEAR, ON(COMMAND_CACHE), NULL, "remove that of these folders; without a path those of all collections"},
    {"check-config", NULL, OPTION_CHECK_CONFIG, ON(COMMAND_READ), NULL, "say what is wrong with the configuration, and exit"},
    {"list-themes", NULL, OPTION_LIST_THEMES, ON(COMMAND_READ), NULL, "list the themes, and exit"},
    {"list-actions", NULL, OPTION_LIST_ACTIONS, ON(COMMAND_READ), NULL, "list what keys can be bound to, and exit"},
    {"completion", "SHELL", OPTION_COMPLETION, ON(COMMAND_READ), "bash zsh fish", "print completions for bash, zsh or fish, and exit"},
    {"help", NULL, 'h', ON_ALL | ON(COMMAND_CACHE), NULL, "print this, and exit"},
    {"version", NULL, 'V', ON_ALL | ON(COMMAND_CACHE), NULL, "print the version, and exit"},
};

enum { NOPTIONS = sizeof option_rows / sizeof *option_rows, NCOMMANDS = sizeof command_rows / sizeof *command_rows };
const size_t noption_rows = NOPTIONS, ncommand_rows = NCOMMANDS;

void
options_help(FILE *out)
{
    fputs("usage: lede [OPTION…] [PATH…]\n", out);
    for (int i = 0; i < NCOMMANDS; i++)
        fprintf(out, "       lede %s [OPTION…] %s\n", command_rows[i].name, command_rows[i].command == COMMAND_CACHE ? "[PATH…]" : "PATH…");
    fputs("\nRead news articles beside who said what and which figures were given, in all of them.\n"
          "A PATH is a file, a folder (its .txt, .text and .md files at any depth) or - for standard input.\n\n", out);
    fprintf(out, "  %-22s open the reader (default: the sample articles)\n", "lede");
    for (int i = 0; i < NCOMMANDS; i++)
        fprintf(out, "  lede %-17s %s\n", command_rows[i].name, command_rows[i].does);
    putc('\n', out);
    for (int i = 0; i < NOPTIONS; i++) {
        char flag[40];

        (void)snprintf(flag, sizeof flag, option_rows[i].code < 256 ? "-%c, --%s%s%s" : "%c   --%s%s%s",
                       option_rows[i].code < 256 ? option_rows[i].code : ' ', option_rows[i].name, option_rows[i].argument ? "=" : "", option_rows[i].argument ? option_rows[i].argument : "");
        fprintf(out, "  %-22s %s", flag, option_rows[i].does);
        if (option_rows[i].on != ON_ALL && !(option_rows[i].on & ON(COMMAND_READ)) && option_rows[i].on != ON_PRINTERS) {
            const char *comma = " [";

            for (int c = 0; c < NCOMMANDS; c++)
                if (option_rows[i].on & ON(command_rows[c].command)) {
                    fprintf(out, "%s%s", comma, command_rows[c].name);
                    comma = ", ";
                }
            putc(']', out);
        }
        putc('\n', out);
    }
    fputs("\nIn the reader, ? shows the keys. Exit status: 0; 1 when something could not be read; 2 for wrong usage.\n", out);
}

/* ---- arguments of options ------------------------------------------------------------ */

static bool
options_number(const char *s, const char *name, unsigned long least, unsigned long most, unsigned long *value,
               struct error *error)
{
    char *end;

    errno = 0;
    *value = strtoul(s, &end, 10);
    if (errno || end == s || *end || *s == '-' || *value < least || *value > most) {
        error_set(error, STATUS_INVALID, "--%s: '%s' is not a number from %lu to %lu", name, s, least, most);
        return false;
    }
    return true;
}

static bool
options_kind(struct options *options, const char *name, struct error *error)
{
    enum quote_kind quote;
    enum figure_kind figure;

    if (options->command == COMMAND_QUOTES && quote_kind_read(name, &quote))
        options->choice.quote_kinds |= 1u << quote;
    else if (options->command == COMMAND_FIGURES && figure_kind_read(name, &figure))
        options->choice.figure_kinds |= 1u << figure;
    else {
        struct text all = {0};
        bool quotes = options->command == COMMAND_QUOTES;

        for (int i = 0; i < (quotes ? (int)QUOTE_KINDS : (int)FIGURE_KINDS); i++)
            text_printf(&all, "%s%s", i ? ", " : "",
                        quotes ? quote_kind_name((enum quote_kind)i) : figure_kind_name((enum figure_kind)i));
        error_set(error, STATUS_INVALID, "--kind: '%s' is none of %s", name, all.v);
        text_free(&all);
        return false;
    }
    return true;
}

static bool
options_speaker(struct options *options, const char *name, struct error *error)
{
    size_t len = strlen(name);
    struct text folded = {0};

    options->choice.speaker_begins = len > 1 && name[len - 1] == '*';
    utf_fold(&folded, name, len - options->choice.speaker_begins);
    mem_free((char *)options->choice.speaker);
    options->choice.speaker = folded.v;
    if (folded.n == 0)
        error_set(error, STATUS_INVALID, "--speaker: the name is empty");
    return folded.n > 0;
}

static bool
options_query(struct options *options, const char *query, struct error *error)
{
    query_free((struct query *)options->choice.query);
    options->query = query;
    options->choice.query = query_parse(query, 0, &options->wrong);
    if (!options->choice.query)
        error_set(error, STATUS_INVALID, "--query: %s", options->wrong.sentence);
    return options->choice.query;
}

/* As a query asks for it. No mark can stand within marks there, and in no unit either. */
static bool
options_unit(struct options *options, const char *unit, struct error *error)
{
    struct query_error wrong = {0};
    struct text query = {0};
    bool named = false;

    text_puts(&query, "unit:\"");
    for (const char *at = unit; *at; at++) {
        text_putc(&query, *at == '"' ? ' ' : *at);
        named |= *at != '"' && *at != ' ';
    }
    text_putc(&query, '"');
    query_free((struct query *)options->choice.unit_query);
    options->choice.unit = unit;
    options->choice.unit_query = named ? query_parse(query.v, 0, &wrong) : NULL;
    if (!options->choice.unit_query)
        error_set(error, STATUS_INVALID, "--unit: %s", named ? wrong.sentence : "no unit is named");
    query_error_clear(&wrong);
    text_free(&query);
    return options->choice.unit_query;
}

static bool
options_format(struct options *options, const char *name, struct error *error)
{
    if (dump_format_read(name, &options->format) && (options->command != COMMAND_EXTRACT || options->format == DUMP_JSONL))
        return true;
    error_set(error, STATUS_INVALID, "--format: '%s' is none of %s", name,
              options->command == COMMAND_EXTRACT ? "jsonl" : "text, jsonl, csv, markdown");
    return false;
}

static bool
options_input(struct options *options, const char *name, struct error *error)
{
    options->loader.jsonl = strcmp(name, "jsonl") == 0;
    if (options->loader.jsonl || strcmp(name, "text") == 0)
        return true;
    error_set(error, STATUS_INVALID, "--input: '%s' is none of text, jsonl", name);
    return false;
}

static bool
options_cache(struct options *options, const char *when, struct error *error)
{
    static const struct {
        const char *when;
        size_t from;
    } rows[] = {{"auto", CACHE_UNSAID}, {"always", 1}, {"never", 0}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(when, rows[i].when) == 0) {
            options->cache_from = rows[i].from;
            return true;
        }
    error_set(error, STATUS_INVALID, "--cache: '%s' is none of auto, always, never", when);
    return false;
}

static bool
options_take(struct options *options, int code, const char *argument, struct error *error)
{
    unsigned long n = 0;

    switch (code) {
    case OPTION_FORMAT:
        return options_format(options, argument, error);
    case 'q':
        return options_query(options, argument, error);
    case OPTION_SPEAKER:
        return options_speaker(options, argument, error);
    case OPTION_KIND:
        return options_kind(options, argument, error);
    case OPTION_UNIT:
        return options_unit(options, argument, error);
    case OPTION_INPUT:
        return options_input(options, argument, error);
    case OPTION_CACHE:
        return options_cache(options, argument, error);
    case OPTION_STATUS:
    case OPTION_CLEAR:
        options->clear = code == OPTION_CLEAR;
        return true;
    case OPTION_BODY:
        options->loader.article.body = true;
        return true;
    case OPTION_JOBS:
        if (!options_number(argument, "jobs", 1, 64, &n, error))
            return false;
        options->loader.jobs = (unsigned)n;
        return true;
    case OPTION_MAX_SIZE:
        if (!options_number(argument, "max-size", 1, 2047, &n, error))
            return false;
        options->loader.article.max_bytes = (size_t)n << 20;
        return true;
    case OPTION_MAX_FILES:
        if (!options_number(argument, "max-files", 1, 4000000000UL, &n, error))
            return false;
        options->loader.max_files = n;
        return true;
    case OPTION_MAX_DEPTH:
        if (!options_number(argument, "max-depth", 1, 1000, &n, error))
            return false;
        options->loader.max_depth = (unsigned)n;
        return true;
    case OPTION_CONFIG:
        options->config = argument;
        return true;
    case OPTION_THEME:
        options->theme = argument;
        return true;
    case OPTION_CHECK_CONFIG:
        options->command = COMMAND_CHECK_CONFIG;
        return true;
    case OPTION_LIST_THEMES:
        options->command = COMMAND_LIST_THEMES;
        return true;
    case OPTION_LIST_ACTIONS:
        options->command = COMMAND_LIST_ACTIONS;
        return true;
    case OPTION_COMPLETION:
        options->command = COMMAND_COMPLETION;
        options->shell = argument;
        if (strcmp(argument, "bash") == 0 || strcmp(argument, "zsh") == 0 || strcmp(argument, "fish") == 0)
            return true;
        error_set(error, STATUS_INVALID, "--completion: '%s' is none of bash, zsh, fish", argument);
        return false;
    case 'h':
        options->command = COMMAND_HELP;
        return true;
    default:
        options->command = COMMAND_VERSION;
        return true;
    }
}

/* ---- the line ---------------------------------------------------------------------------- */

/* "quotes" is a command when it stands first and no file has that name; ./quotes is always the file. */
static enum command
options_command(int argc, char **argv)
{
    for (int i = 0; argc > 1 && i < NCOMMANDS; i++)
        if (strcmp(argv[1], command_rows[i].name) == 0)
            return command_rows[i].command;
    return COMMAND_READ;
}

/* "quotse": a first word that is no file may be a slip of the finger, and what stands behind it is then no matter. */
static bool
options_mistyped(int argc, char **argv, struct error *error)
{
    const char *names[NCOMMANDS], *near;

    if (argc < 2 || argv[1][0] == '-' || access(argv[1], F_OK) == 0)
        return false;
    for (int i = 0; i < NCOMMANDS; i++)
        names[i] = command_rows[i].name;
    near = nearest_name(argv[1], names, NCOMMANDS);
    if (near)
        error_set(error, STATUS_INVALID, "'%s' is neither a command nor a file or folder; did you mean '%s'?", argv[1], near);
    return near;
}

static const char *
options_command_name(enum command command)
{
    for (int i = 0; i < NCOMMANDS; i++)
        if (command_rows[i].command == command)
            return command_rows[i].name;
    return "the reader";
}

static bool
options_parse(struct options *options, int argc, char **argv, enum command command, struct error *error)
{
    struct option longs[NOPTIONS + 1] = {{0}};
    int code;

    for (int i = 0; i < NOPTIONS; i++)
        longs[i] = (struct option){option_rows[i].name, option_rows[i].argument ? required_argument : no_argument, NULL, option_rows[i].code};
    opterr = 0;
    optind = 1;
    while ((code = getopt_long(argc, argv, ":hVq:", longs, NULL)) != -1) {
        int i = 0;

        if (code == ':' || code == '?') {
            const char *word = argv[optind - 1];
            error_set(error, STATUS_INVALID, code == ':' ? "%s needs a value" : "unknown option %s", word);
            return false;
        }
        while (option_rows[i].code != code)
            i++;
        if (!(option_rows[i].on & ON(command))) {
            error_set(error, STATUS_INVALID, "--%s is not for %s", option_rows[i].name, options_command_name(command));
            return false;
        }
        if (!options_take(options, code, optarg, error))
            return false;
    }
    return true;
}

bool
options_read(struct options *options, int argc, char **argv, struct error *error)
{
    enum command command = options_command(argc, argv);
    int skip = command != COMMAND_READ;

    *options = (struct options){.command = command, .cache_from = CACHE_UNSAID, .format = command == COMMAND_EXTRACT ? DUMP_JSONL : DUMP_TEXT};
    options->choice.columns = 78;
    if (command == COMMAND_READ && options_mistyped(argc, argv, error))
        return false;
    if (!options_parse(options, argc - skip, argv + skip, command, error))
        return false;
    options->paths = (const char *const *)argv + skip + optind;
    options->npaths = (size_t)(argc - skip - optind);
    if (skip && options->command == command && command != COMMAND_CACHE && options->npaths == 0) {
        error_set(error, STATUS_INVALID, "%s needs a file or folder, or - for standard input", options_command_name(command));
        return false;
    }
    if (options->command == COMMAND_SEARCH && !options->query) {
        error_set(error, STATUS_INVALID, "search needs a query: -q QUERY");
        return false;
    }
    return true;
}

void
options_clear(struct options *options)
{
    mem_free((char *)options->choice.speaker);
    options->choice.speaker = NULL;
    query_free((struct query *)options->choice.query);
    options->choice.query = NULL;
    query_free((struct query *)options->choice.unit_query);
    options->choice.unit_query = NULL;
    query_error_clear(&options->wrong);
}
