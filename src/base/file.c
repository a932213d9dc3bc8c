/* Files and folders of the program's own: its cache, its history. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lede/base.h"

bool
file_make_folder(const char *path)
{
    struct text part = {0};
    bool made;

    text_puts(&part, path);
    for (size_t i = 1; i < part.n; i++)
        if (part.v[i] == '/') {
            part.v[i] = '\0';
            (void)mkdir(part.v, 0700);
            part.v[i] = '/';
        }
    made = mkdir(part.v, 0700) == 0 || errno == EEXIST;
    text_free(&part);
    return made;
}

int
file_write(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);

        if (n == 0)
            return EIO;
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
    return 0;
}
