/* Exact decimal numbers: what a newspaper writes is decimal, and a reader wants it back to the last digit. */
#ifndef LEDE_DECIMAL_H
#define LEDE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* digits × 10^exponent. Exact up to 18 significant digits; normalised: no trailing zero in digits unless it is 0. */
struct decimal {
    int64_t digits;
    int32_t exponent;
};

struct decimal decimal_make(int64_t digits, int32_t exponent);
/* Rounds to 12 significant digits; for thirds and the like. */
struct decimal decimal_from_double(double value);
double decimal_to_double(struct decimal d);
/* These lose digits beyond the 18th, by rounding half away from zero. */
struct decimal decimal_add(struct decimal a, struct decimal b);
struct decimal decimal_mul(struct decimal a, struct decimal b);
int decimal_compare(struct decimal a, struct decimal b); /* <0, 0, >0 */
bool decimal_is_integer(struct decimal d);
/* Writes the number as JSON would have it ("80000000000", "0.25", "1.99e+30"), at most 63 bytes and the NUL; returns buf. */
#define DECIMAL_BUF 64
char *decimal_print(struct decimal d, char buf[DECIMAL_BUF]);
/* The same; returns where the NUL is. */
char *decimal_write(struct decimal d, char buf[DECIMAL_BUF]);
/* The same with commas between thousands, for people ("80,000,000,000"). */
#define DECIMAL_GROUPED_BUF 96
char *decimal_print_grouped(struct decimal d, char buf[DECIMAL_GROUPED_BUF]);

#endif
