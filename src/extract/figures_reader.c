/* What the grammar asks about a token. */
#include "figures.h"

/* Where the bits of a list do not tell: it is new, or has words that the table does not know. */
bool
reader_looks_up(const struct reader *r, size_t i, const char *list)
{
    const struct scan_token *t = reader_at(r, i);

    return (t->shape == SCAN_WORD || t->shape == SCAN_MARK) && lists_has(r->lists, r->words, list, t->word, reader_slice(r, i));
}

bool
reader_begins(const struct reader *r, size_t i)
{
    const struct scan_token *t = reader_at(r, i), *before = reader_at(r, i - 1);

    return i == 0 || (t->flags & SCAN_LINE) || before->shape == SCAN_STOP || before->shape == SCAN_OPEN ||
           reader_mark(r, i - 1, ':') || reader_mark(r, i - 1, '"') ||
           (before->shape == SCAN_DASH && !(before->flags & SCAN_GLUED)) ||
           (before->shape == SCAN_CLOSE && reader_shape(r, i - 2, SCAN_STOP));
}
