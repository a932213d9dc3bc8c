/* What every unit test begins with: cmocka wants these before it, in this order. */
#ifndef LEDE_TEST_UNIT_H
#define LEDE_TEST_UNIT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In a table-driven test: says which row it is that fails. */
#define assert_row(condition, ...) \
    do { \
        if (!(condition)) { \
            print_error(__VA_ARGS__); \
            print_error("\n"); \
            fail(); \
        } \
    } while (0)

#endif
