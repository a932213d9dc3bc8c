#include <string.h>

#include "lede/dump.h"

bool
dump_format_read(const char *name, enum dump_format *format)
{
    static const char *const names[DUMP_FORMATS] = {"text", "jsonl", "csv", "markdown"};

    for (int i = 0; i < DUMP_FORMATS; i++)
        if (strcmp(names[i], name) == 0) {
            *format = (enum dump_format)i;
            return true;
        }
    return false;
}
