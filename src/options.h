/* The command line: one table for parsing and for --help. */
#ifndef LEDE_OPTIONS_H
#define LEDE_OPTIONS_H

#include "lede/dump.h"
#include "lede/ui.h"

enum command { COMMAND_READ, COMMAND_EXTRACT, COMMAND_QUOTES, COMMAND_FIGURES, COMMAND_SPEAKERS, COMMAND_SEARCH, COMMAND_CACHE,
               COMMAND_HELP, COMMAND_VERSION,
               COMMAND_CHECK_CONFIG, COMMAND_LIST_THEMES, COMMAND_LIST_ACTIONS, COMMAND_COMPLETION,
               COMMANDS };

/* One row a command that prints, and one an option: parsing, help, completion and the tests of the manual go by them. */
struct command_row {
    const char *name;
    enum command command;
    const char *does;
};
struct option_row {
    const char *name, *argument; /* argument: NULL for a switch */
    int code;                    /* below 256: its letter; from there on it has none */
    unsigned on;                 /* bit set of commands */
    const char *choices;         /* the words it takes, "@files", "@themes", or NULL */
    const char *does;
};
extern const struct command_row command_rows[];
extern const size_t ncommand_rows;
extern const struct option_row option_rows[];
extern const size_t noption_rows;

#define CACHE_UNSAID SIZE_MAX
struct options {
    enum command command;
    const char *shell;           /* COMMAND_COMPLETION */
    struct loader_options loader;
    size_t cache_from;           /* see collection_open(); CACHE_UNSAID: as the configuration has it */
    enum dump_format format;
    struct dump_choice choice;
    const char *query;           /* as it was given, or NULL; what choice has of it is owned */
    struct query_error wrong;    /* with it; then options_read() fails */
    const char *config, *theme;
    bool clear;                  /* COMMAND_CACHE: remove them */
    const char *const *paths;
    size_t npaths;
};

/* Reads argv. Returns true, or false with the reason in *error. Strings point into argv; *options is released with
   options_clear(). */
bool options_read(struct options *options, int argc, char **argv, struct error *error);
void options_clear(struct options *options);
void options_help(FILE *out);

#endif
