/* "Did you mean": by Damerau's distance (Communications of the ACM 7:171, 1964). */
#include <string.h>

#include "lede/base.h"

enum { NEAREST_MAX_NAME = 100 };

static size_t
nearest_least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Steps from a to b: a letter more, less, other, or two changed about. Both at most NEAREST_MAX_NAME long. */
static size_t
nearest_distance(const char *a, const char *b)
{
    size_t rows[3][NEAREST_MAX_NAME + 1];
    size_t n = strlen(a), m = strlen(b);

    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *row = rows[i % 3], *before = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];

        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            row[j] = nearest_least(before[j - 1] + (a[i - 1] != b[j - 1]), nearest_least(before[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = nearest_least(row[j], two[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

const char *
nearest_name(const char *written, const char *const *names, size_t n)
{
    const char *best = NULL;
    size_t least = strlen(written) / 3 + 1;

    if (strlen(written) > NEAREST_MAX_NAME)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t distance = strlen(names[i]) <= NEAREST_MAX_NAME ? nearest_distance(written, names[i]) : least;

        if (distance < least || (distance == least && !best && distance <= 2)) {
            best = names[i];
            least = distance;
        }
    }
    return best;
}
