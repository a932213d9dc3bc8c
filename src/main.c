/* lede: arguments, wiring, exit codes. */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "caches.h"
#include "commands.h"
#include "complain.h"
#include "completion.h"
#include "options.h"
#include "read.h"

static int
main_usage(const struct options *options, struct error *error)
{
    complain("", error->sentence);
    if (options->wrong.sentence)
        complain_place(options->query, options->wrong.offset, options->wrong.len);
    fputs("Try 'lede --help'.\n", stderr);
    error_clear(error);
    return 2;
}

static int
main_run(const struct options *options)
{
    switch (options->command) {
    case COMMAND_READ:
        return read_run(options);
    case COMMAND_HELP:
        options_help(stdout);
        return 0;
    case COMMAND_VERSION:
        puts("lede " PACKAGE_VERSION);
        return 0;
    case COMMAND_COMPLETION:
        completion_print(stdout, options->shell);
        return 0;
    case COMMAND_CACHE:
        return caches_run(options);
    case COMMAND_LIST_ACTIONS:
        return read_list_actions(options);
    case COMMAND_LIST_THEMES:
        return read_list_themes();
    case COMMAND_CHECK_CONFIG:
        return read_check_config(options);
    default:
        return commands_run(options);
    }
}

static int
main_finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    if (errno != EPIPE) /* `lede … | head` has read enough: quiet */
        fprintf(stderr, "lede: standard output: %s\n", strerror(errno));
    return 1;
}

/* SIGBUS: a page of a mapped file cannot be had. */
static void
main_lost(int number)
{
    (void)number;
    mem_abandon("lede: the index cache in use was cut short, or its disk fails; --cache=never does without\n");
}

int
main(int argc, char **argv)
{
    struct options options;
    struct error error = {0};
    int status;

    mem_return_large();
    setlocale(LC_CTYPE, ""); /* characters alone: numbers and messages are the same everywhere */
    signal(SIGBUS, main_lost);
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of writing, seen where it is written */
    status = options_read(&options, argc, argv, &error) ? main_run(&options) : main_usage(&options, &error);
    options_clear(&options);
    return main_finish(status);
}
