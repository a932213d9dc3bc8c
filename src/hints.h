/* What is said on standard error when nothing fits what was asked for, which is no error. */
#ifndef LEDE_HINTS_H
#define LEDE_HINTS_H

#include "lede/dump.h"

/* No figure is in the unit of the choice: which units there are. */
void hints_units(const struct index *index, const struct dump_choice *choice);
/* Says nothing when somebody who is quoted is called as the choice has it; else who nearly is. */
void hints_speakers(const struct index *index, const struct dump_choice *choice);

#endif
