/* The reader: loading begun, the terminal opened, and both ended. */
#include "lede/ui.h"

#include "loop.h"
#include "signals.h"
#include "term.h"

static int
ui_show(const struct ui_options *options, struct loading *loading, struct error *error)
{
    const struct loop_setup setup = {
        .loading = loading,
        .keymap = options->keymap,
        .theme = options->theme,
        .opened = options->import->npaths > 0 ? options->import->paths[0] : "",
        .past = options->past,
        .ascii = options->ascii || term_is_ascii(),
        .next_theme = options->next_theme,
        .arg = options->arg,
    };
    int ended_by;

    if (!term_open(error))
        return 1;
    ended_by = loop_run(&setup);
    term_close();
    return ended_by ? 128 + ended_by : options->problems->n > 0 ? 1 : 0;
}

int
ui_run(const struct ui_options *options, struct error *error)
{
    struct loading loading;
    int status = 1;

    /* Before curses: the workers read while the terminal is got ready. */
    loading_start(&loading, options->import, options->problems);
    if (signals_open()) {
        status = ui_show(options, &loading, error);
        signals_close();
    } else {
        error_set(error, STATUS_IO, "the system gives no pipe");
    }
    loading_end(&loading);
    return status;
}
