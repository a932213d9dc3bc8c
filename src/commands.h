/* The commands that print. */
#ifndef LEDE_COMMANDS_H
#define LEDE_COMMANDS_H

#include "options.h"

/* Runs the command, prints on standard output, problems on standard error. Returns the exit status: 0, or 1 when something could
   not be read or written. */
int commands_run(const struct options *options);

#endif
