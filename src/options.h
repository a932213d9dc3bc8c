/* The command line: one table for parsing and for --help. */
#ifndef LEDE_OPTIONS_H
#define LEDE_OPTIONS_H

#include "lede/dump.h"
#include "lede/ui.h"

enum command { COMMAND_READ, COMMAND_EXTRACT, COMMAND_QUOTES, COMMAND_FIGURES, COMMAND_SPEAKERS, COMMAND_HELP, COMMAND_VERSION,
               COMMAND_CHECK_CONFIG, COMMAND_LIST_THEMES, COMMAND_LIST_ACTIONS, COMMANDS };

struct options {
    enum command command;
    struct loader_options loader;
    enum dump_format format;
    struct dump_choice choice;
    const char *config, *theme;
    const char *const *paths;
    size_t npaths;
};

/* Reads argv. Returns true, or false with the reason in *error. Strings point into argv; *options is released with
   options_clear(). */
bool options_read(struct options *options, int argc, char **argv, struct error *error);
void options_clear(struct options *options);
void options_help(FILE *out);

#endif
