#include "lines.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { LINES_CHUNK = 1 << 16 };

/* Waits for input, or for the word to stop. A FIFO that nobody has opened for writing yet is waited for, too. */
static bool
lines_wait(const struct lines *lines)
{
    struct pollfd fds[] = {{.fd = lines->fd, .events = POLLIN}, {.fd = lines->stop, .events = POLLIN}};

    while (poll(fds, 2, -1) < 0)
        if (errno != EINTR && errno != EAGAIN)
            return true; /* then read() says what is wrong */
    return fds[1].revents == 0;
}

/* Reads some more behind what there is; false at the end. */
static bool
lines_fill(struct lines *lines, struct error *error)
{
    ssize_t got;
    char *room;

    if (lines->from > 0) {
        memmove(lines->bytes.v, lines->bytes.v + lines->from, lines->bytes.n - lines->from);
        lines->bytes.n -= lines->from;
        lines->looked -= lines->from;
        lines->from = 0;
    }
    room = text_room(&lines->bytes, LINES_CHUNK);
    do {
        if (!lines_wait(lines))
            return false;
        got = read(lines->fd, room, LINES_CHUNK);
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    if (got < 0)
        error_set(error, STATUS_IO, "%s", strerror(errno));
    else
        lines->bytes.n += (size_t)got;
    return got > 0;
}

/* The bytes up to the next line end, or to the end of what was read, when that is all; false when more must be read. */
static bool
lines_cut(struct lines *lines, struct slice *line)
{
    size_t from = lines->from, looked = lines->looked;
    const char *end = looked < lines->bytes.n ? memchr(lines->bytes.v + looked, '\n', lines->bytes.n - looked) : NULL;

    lines->looked = lines->bytes.n;
    if (!end)
        return false;
    *line = slice_of(lines->bytes.v + from, (size_t)(end - lines->bytes.v) - from);
    lines->from = lines->looked = (size_t)(end + 1 - lines->bytes.v);
    lines->number++;
    return true;
}

static bool
lines_last(struct lines *lines, struct slice *line)
{
    *line = slice_of(lines->bytes.v + lines->from, lines->bytes.n - lines->from);
    lines->from = lines->looked = lines->bytes.n;
    lines->number += line->len > 0 || lines->dropping;
    return line->len > 0;
}

/* What is already too long is not kept: its number is that of the line which comes to an end later. */
static void
lines_drop(struct lines *lines)
{
    if (lines->dropping || !article_fits(lines->bytes.n - lines->from, lines->options, NULL)) {
        lines->dropping = true;
        lines->from = lines->looked = lines->bytes.n;
    }
}

static bool
lines_is_blank(struct slice line)
{
    while (line.len > 0 && strchr(" \t\r", line.at[line.len - 1]) && line.at[line.len - 1])
        line.len--;
    return line.len == 0;
}

static enum lines_got
lines_take(struct lines *lines, struct slice *line, struct error *error)
{
    bool dropped = lines->dropping;

    lines->dropping = false;
    if (lines->number == 1 && slice_starts(*line, "\xEF\xBB\xBF"))
        *line = slice_of(line->at + 3, line->len - 3);
    if (!dropped && article_fits(line->len, lines->options, error))
        return LINES_LINE;
    if (dropped)
        (void)article_fits(SIZE_MAX, lines->options, error);
    return LINES_WRONG;
}

enum lines_got
lines_next(struct lines *lines, struct slice *line, struct error *error)
{
    for (;;) {
        if (lines_cut(lines, line)) {
            if (lines->dropping || !lines_is_blank(*line))
                return lines_take(lines, line, error);
            continue;
        }
        if (lines->ended)
            return LINES_END;
        lines_drop(lines);
        if (lines_fill(lines, error))
            continue;
        lines->ended = true;
        if (error && error->status != STATUS_OK)
            return LINES_WRONG;
        if ((lines_last(lines, line) && !lines_is_blank(*line)) || lines->dropping)
            return lines_take(lines, line, error);
    }
}

void
lines_free(struct lines *lines)
{
    text_free(&lines->bytes);
}
