#include <errno.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "collection.h"
#include "commands.h"
#include "complain.h"
#include "lede/dump.h"

enum { MOST_UNITS = 24 };

/* What is printed goes out before the next article is waited for: the other end of a pipe may send no more until it has it. */
static bool
commands_next(struct loader *loader, struct loaded *loaded)
{
    return !ferror(stdout) && (loader_next(loader, false, loaded) || (fflush(stdout) == 0 && loader_next(loader, true, loaded)));
}

static int
commands_extract(struct loader *loader)
{
    struct loaded loaded;
    int status = 0;

    while (commands_next(loader, &loaded)) {
        if (loaded.error.status == STATUS_OK) {
            fwrite(loaded.row.v, 1, loaded.row.n, stdout);
        } else {
            complain(loaded.path, loaded.error.sentence);
            status = 1;
        }
        loaded_clear(&loaded);
    }
    return status;
}

static int
commands_index(struct index *index, struct loader *loader)
{
    struct loaded loaded;
    int status = 0;

    while (loader_next(loader, true, &loaded)) {
        if (loaded.article) {
            index_add(index, loaded.article, loaded.extract);
        } else {
            complain(loaded.path, loaded.error.sentence);
            status = 1;
        }
        loaded_clear(&loaded);
    }
    return status;
}

/* The width of the terminal, if that is where the text goes; prose is no wider than 100. */
static int
commands_columns(void)
{
    struct winsize size;

    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return 78;
    return size.ws_col < 40 ? 40 : size.ws_col > 100 ? 100 : size.ws_col;
}

/* A unit that no figure has is no error, but whoever asked wants to know how the units there are called. */
static void
commands_say_units(const struct index *index, const struct dump_choice *choice)
{
    bool counts = choice->figure_kinds == 1u << FIGURE_COUNT;
    struct units units = {0};
    struct text text = {0};

    for (uint32_t id = 0; id < index_nfigures(index); id++)
        if (!choice->figure_kinds || choice->figure_kinds & 1u << index_figure(index, id)->kind)
            units_add(&units, index_figure(index, id), counts);
    units_sort(&units);
    text_printf(&text, "no figures in “%s”", choice->unit);
    for (size_t i = 0; i < units.v.n && i < MOST_UNITS; i++)
        text_printf(&text, "%s %s (%u)", i ? "," : "; there are", units.v.v[i].unit, units.v.v[i].n);
    if (units.v.n > MOST_UNITS)
        text_printf(&text, " and %zu more", units.v.n - MOST_UNITS);
    complain("", text.v);
    units_free(&units);
    text_free(&text);
}

static int
commands_print(const struct options *options, struct loader *loader)
{
    struct problems problems = {0};
    struct index *index = collection_index(options->paths, options->npaths, &problems);
    struct dump_choice choice = options->choice;
    int status = commands_index(index, loader);
    size_t printed = 0;

    complain_all(&problems);
    problems_free(&problems);

    choice.columns = commands_columns();
    if (options->command == COMMAND_QUOTES)
        dump_quotes(stdout, index, &choice, options->format);
    else if (options->command == COMMAND_FIGURES)
        printed = dump_figures(stdout, index, &choice, options->format);
    else
        dump_speakers(stdout, index, &choice, options->format);
    if (choice.unit && !printed)
        commands_say_units(index, &choice);
    index_free(index);
    return status;
}

int
commands_run(const struct options *options)
{
    struct loader_options loading = options->loader;
    struct loader *loader;
    int status, reason;

    if (options->command == COMMAND_EXTRACT)
        loading.render = dump_article;
    loader = loader_start(options->paths, options->npaths, &loading);
    status = options->command == COMMAND_EXTRACT ? commands_extract(loader) : commands_print(options, loader);
    reason = errno; /* of a write that failed, if one did: main() says it */
    loader_free(loader);
    errno = reason;
    return status;
}
