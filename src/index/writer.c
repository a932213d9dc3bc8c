#include "writer.h"

#include <errno.h>
#include <unistd.h>

enum { WRITER_BUFFER = 1 << 18 };

void
writer_open(struct writer *writer, int fd)
{
    *writer = (struct writer){.fd = fd};
}

static void
writer_out(struct writer *writer, const char *bytes, size_t len)
{
    while (len > 0 && writer->error == 0) {
        ssize_t n = write(writer->fd, bytes, len);

        if (n == 0)
            writer->error = EIO;
        else if (n < 0 && errno != EINTR)
            writer->error = errno;
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
}

bool
writer_flush(struct writer *writer)
{
    writer_out(writer, writer->buffer.v, writer->buffer.n);
    writer->buffer.n = 0;
    return writer->error == 0;
}

void
writer_put(struct writer *writer, const void *bytes, size_t len)
{
    writer->at += len;
    if (writer->buffer.n + len > WRITER_BUFFER)
        (void)writer_flush(writer);
    if (len >= WRITER_BUFFER)
        writer_out(writer, bytes, len);
    else if (len > 0)
        text_add(&writer->buffer, bytes, len);
}

void
writer_align(struct writer *writer, unsigned to)
{
    static const char zeros[64];

    while (writer->at % to)
        writer_put(writer, zeros, to - writer->at % to < sizeof zeros ? (size_t)(to - writer->at % to) : sizeof zeros);
}

void
writer_close(struct writer *writer)
{
    text_free(&writer->buffer);
}
