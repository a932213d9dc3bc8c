/* A folder of articles, made for the test, gone at the end. */
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

static char folder[64];

/* Names, places and sentences are invented. */
static const struct {
    const char *name, *text;
} articles[] = {
    {"a-harbour.txt",
     "Title: Ferry council delays the night boat\n"
     "Outlet: Tern Harbour Courier\n"
     "Date: 2031-03-02\n"
     "\n"
     "The night boat to Orrin Island will not sail before June, the ferry council decided on Tuesday.\n"
     "\n"
     "“We will not put people on a deck that leaks,” said Mora Quill, who chairs the council. Repairs are to cost about "
     "$4.2 million.\n"
     "\n"
     "According to the harbour master, some 1,800 islanders use the boat in a usual week, 12 per cent more than two years "
     "ago.\n"},
    {"b-island.txt",
     "Title: Islanders count the cost of a missing boat\n"
     "Outlet: Orrin Sentinel\n"
     "Date: 2031-03-03\n"
     "\n"
     "Shops on Orrin Island expect to lose a third of their trade.\n"
     "\n"
     "“A deck can be mended in a fortnight,” said Edda Varn, who sells nets. Quill said the council “hears every word” "
     "of it.\n"
     "\n"
     "The island has 2,300 people and one doctor.\n"},
    {"c-budget.txt",
     "Title: A harbour budget in three columns\n"
     "Outlet: Coastline Weekly\n"
     "Date: 2031-03-05\n"
     "\n"
     "The council will borrow $3 million, its first loan since 2019, to mend the ferry.\n"
     "\n"
     "“It is the cheapest money we were ever offered,” Mora Quill told the Weekly.\n"},
};

const char *
fixture_folder(void)
{
    return folder;
}

void
fixture_write(const char *name, const char *bytes, size_t len)
{
    char path[256];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

int
fixture_make(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/lede-term-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    for (size_t i = 0; i < COUNT(articles); i++)
        fixture_write(articles[i].name, articles[i].text, strlen(articles[i].text));
    return 0;
}

int
fixture_remove(void **state)
{
    pid_t pid = fork();

    (void)state;
    if (pid == 0) {
        execlp("rm", "rm", "-rf", "--", folder, (char *)NULL);
        _exit(127);
    }
    return waitpid(pid, NULL, 0) == pid ? 0 : -1;
}
