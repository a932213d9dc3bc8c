/* The lines of a file or pipe as they come, however many: only one is held at a time. */
#ifndef LEDE_INDEX_LINES_H
#define LEDE_INDEX_LINES_H

#include "lede/article.h"

struct lines {
    const struct article_options *options;
    int fd;             /* read from; not closed */
    int stop;           /* readable when reading shall end, or -1 */
    struct text bytes;  /* what was read; the line begins at `from` */
    size_t from, looked; /* no line end stands before `looked` */
    uint64_t number;    /* of the line that was given last, from 1 */
    bool ended, dropping; /* dropping: the rest of a line that is too long */
};

enum lines_got { LINES_END, LINES_LINE, LINES_WRONG };

/*
 * The next line that is not blank, without its end, valid until the next call; a byte order mark before the first is passed
 * over. LINES_WRONG: the line is too long (STATUS_REFUSED; the next call goes on behind it), or the file can't be read further
 * (STATUS_IO; the next call gives LINES_END).
 */
enum lines_got lines_next(struct lines *lines, struct slice *line, struct error *error);
void lines_free(struct lines *lines);

#endif
