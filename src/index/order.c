/* The order of the list: that of the arguments, below a folder that of the bytes of the paths, also for what came late. */
#include <string.h>

#include "internal.h"

void
index_roots(struct index *index, const char *const *roots, size_t nroots)
{
    index->roots = roots;
    index->nroots = nroots;
}

void
index_settled(struct index *index)
{
    if (index->first_late == UINT32_MAX)
        index->first_late = index_narticles(index);
}

bool
index_in_order(const struct index *index)
{
    return index->ndead == 0 && index_narticles(index) <= index->first_late;
}

/* The first path given that this is, or is below. */
static size_t
order_root(const struct index *index, const char *path)
{
    size_t i = 0, at;

    while (i < index->nroots && strcmp(path, index->roots[i]) != 0 && !image_path_below(index->roots[i], path, &at))
        i++;
    return i;
}

static int
order_compare(const struct index *index, uint32_t a, uint32_t b)
{
    struct text x = {0}, y = {0};
    size_t i, j;
    int sign;

    index_put_path(index, a, &x);
    index_put_path(index, b, &y);
    i = order_root(index, x.v);
    j = order_root(index, y.v);
    sign = i != j ? (i > j) - (i < j) : strcmp(x.v, y.v);
    text_free(&x);
    text_free(&y);
    return sign;
}

/* Puts one that came late in its place. Of two under one path the earlier is retired. */
static void
order_insert(const struct index *index, struct ids *order, uint32_t id)
{
    size_t low = 0, high = order->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (order_compare(index, order->v[middle], id) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    vec_push(order, id);
    memmove(order->v + low + 1, order->v + low, (order->n - 1 - low) * sizeof *order->v);
    order->v[low] = id;
}

void
index_list(const struct index *index, struct ids *out)
{
    struct ids *order = (struct ids *)&index->order; /* it is a cache */
    uint32_t n = index_narticles(index);

    vec_clear(out);
    if (n <= index->first_late) {
        for (uint32_t id = 0; id < n; id++)
            if (index_alive(index, id))
                vec_push(out, id);
        return;
    }
    for (uint32_t id = (uint32_t)order->n; id < n; id++)
        if (id < index->first_late)
            vec_push(order, id);
        else
            order_insert(index, order, id);
    for (uint32_t i = 0; i < n; i++)
        if (index_alive(index, order->v[i]))
            vec_push(out, order->v[i]);
}
