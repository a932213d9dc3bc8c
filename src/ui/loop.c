#include <stdio.h>

#include "lede/ui.h"

int
ui_run(const struct ui_options *options)
{
    (void)options;
    fputs("lede: the reader is not there yet\n", stderr);
    return 1;
}
