#include "scratch.h"

#include "unit.h"

#include <errno.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

static char home[4096], name[64];

int
scratch_enter(void **state)
{
    (void)strcpy(name, "/tmp/lede-unit-XXXXXX");
    *state = name;
    return getcwd(home, sizeof home) && mkdtemp(name) && chdir(name) == 0 ? 0 : -1;
}

static int
scratch_remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

int
scratch_remove(const char *folder)
{
    return nftw(folder, scratch_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

int
scratch_leave(void **state)
{
    return chdir(home) == 0 ? scratch_remove(*state) : -1;
}

void
scratch_put(const char *path, const char *bytes, size_t len)
{
    char folder[512];
    FILE *file;

    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
        assert_true(!*folder || mkdir(folder, 0700) == 0 || errno == EEXIST);
    }
    if (len == 0)
        len = strlen(bytes);
    file = fopen(path, "w");
    assert_row(file, "%s: %s", path, strerror(errno));
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}
