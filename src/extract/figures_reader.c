/* What the grammar asks about a token. */
#include "figures.h"

const struct token reader_nothing = {.shape = SCAN_STOP};

bool
reader_one_of(const struct reader *r, size_t i, const char *list)
{
    const struct token *t = reader_at(r, i);

    if (t->shape != SCAN_WORD && t->shape != SCAN_MARK)
        return false;
    return lists_has(r->lists, r->words, list, t->word, reader_slice(r, i));
}

bool
reader_said(const struct reader *r, size_t i, const char *word)
{
    return reader_one_of(r, i, word);
}

bool
reader_mark(const struct reader *r, size_t i, char mark)
{
    const struct token *t = reader_at(r, i);

    return t != &reader_nothing && t->end == t->start + 1 && r->text[t->start] == mark;
}

bool
reader_joined(const struct reader *r, size_t i)
{
    return reader_shape(r, i, SCAN_DASH) && reader_has(r, i, SCAN_GLUED) && reader_has(r, i + 1, SCAN_GLUED);
}

bool
reader_begins(const struct reader *r, size_t i)
{
    const struct token *t = reader_at(r, i), *before = reader_at(r, i - 1);

    return i == 0 || (t->flags & SCAN_LINE) || before->shape == SCAN_STOP || before->shape == SCAN_OPEN ||
           reader_mark(r, i - 1, ':') || reader_mark(r, i - 1, '"') ||
           (before->shape == SCAN_DASH && !(before->flags & SCAN_GLUED)) ||
           (before->shape == SCAN_CLOSE && reader_shape(r, i - 2, SCAN_STOP));
}
