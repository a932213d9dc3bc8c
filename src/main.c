/* lede: arguments, wiring, exit codes. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>

#include "commands.h"
#include "completion.h"
#include "options.h"

static int
main_usage(struct error *error)
{
    fprintf(stderr, "lede: %s\nTry 'lede --help'.\n", error->sentence);
    error_clear(error);
    return 2;
}

/* The samples: in the source folder when it runs from there, else where they were installed. */
static const char *
main_samples(void)
{
    struct stat st;

    return stat(LEDE_DATADIR "/articles", &st) == 0 ? LEDE_DATADIR "/articles" : "articles";
}

static int
main_read(const struct options *options)
{
    const char *samples[] = {main_samples()};
    struct ui_options ui = {options->paths, options->npaths, options->loader, options->config, options->theme};

    if (ui.npaths == 0) {
        ui.paths = samples;
        ui.npaths = 1;
    }
    return ui_run(&ui);
}

static int
main_run(const struct options *options)
{
    switch (options->command) {
    case COMMAND_READ:
        return main_read(options);
    case COMMAND_HELP:
        options_help(stdout);
        return 0;
    case COMMAND_VERSION:
        puts("lede " PACKAGE_VERSION);
        return 0;
    case COMMAND_COMPLETION:
        completion_print(stdout, options->shell);
        return 0;
    default:
        return commands_run(options);
    }
}

int
main(int argc, char **argv)
{
    struct options options;
    struct error error = {0};
    int status;

    setlocale(LC_ALL, "");
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of writing, seen where it is written */
    status = options_read(&options, argc, argv, &error) ? main_run(&options) : main_usage(&error);
    options_clear(&options);
    return status;
}
