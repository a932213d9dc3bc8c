/* `lede cache`: which index caches there are, and away with them. */
#ifndef LEDE_CACHES_H
#define LEDE_CACHES_H

#include "options.h"

int caches_run(const struct options *options);

#endif
