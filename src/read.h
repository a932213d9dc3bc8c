/* The reader, as the command line and the configuration want it. */
#ifndef LEDE_READ_H
#define LEDE_READ_H

#include "options.h"

int read_run(const struct options *options);          /* returns the exit status */
int read_list_actions(const struct options *options);
int read_list_themes(void);
int read_check_config(const struct options *options); /* 1 when something is wrong */

#endif
