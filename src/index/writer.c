#include "writer.h"

enum { WRITER_BUFFER = 1 << 18 };

void
writer_open(struct writer *writer, int fd)
{
    *writer = (struct writer){.fd = fd};
}

static void
writer_out(struct writer *writer, const char *bytes, size_t len)
{
    if (writer->error == 0)
        writer->error = file_write(writer->fd, bytes, len);
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
