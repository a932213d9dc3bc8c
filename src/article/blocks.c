/* Blocks: what each line of a pasted page is. */
#include <string.h>

#include "lede/article.h"
#include "lede/utf.h"

void
blocks_plain(struct article *article)
{
    VEC(struct block) blocks = {0};
    const char *text = article->text;

    for (size_t at = 0; at < article->len;) {
        const char *newline = memchr(text + at, '\n', article->len - at);
        size_t end = newline ? (size_t)(newline - text) : article->len;
        struct slice line = slice_trim(slice_of(text + at, end - at));

        if (line.len) {
            struct span span = {(uint32_t)(line.at - text), (uint32_t)(line.at - text + line.len)};
            vec_push(&blocks, ((struct block){.span = span, .words = span, .kind = BLOCK_PARA}));
        }
        at = end + 1;
    }
    article->blocks = arena_copy(article->arena, blocks.v, blocks.n * sizeof *blocks.v);
    article->nblocks = blocks.n;
    vec_free(&blocks);
}

void
blocks_find(struct article *article)
{
    blocks_plain(article);
}
