#include "lede/ui.h"

int
ui_run(const struct ui_options *options, struct error *error)
{
    (void)options;
    error_set(error, STATUS_IO, "the reader is not there yet");
    return 1;
}
