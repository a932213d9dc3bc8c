/* Completion scripts for shells, made from the tables of the command line. */
#ifndef LEDE_COMPLETION_H
#define LEDE_COMPLETION_H

#include <stdio.h>

/* Writes the script for "bash", "zsh" or "fish". */
void completion_print(FILE *out, const char *shell);

#endif
