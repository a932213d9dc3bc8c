/*
 * Unit tests of the cache: an index that began with a file of the cache gives the same answers as one made of the articles anew,
 * whatever changed in between and whatever happened to the file.
 */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cache_describe.h"
#include "index/cachefile.h"
#include "index/internal.h"
#include "index/pack.h"
#include "lede/import.h"
#include "scratch.h"

/* ---- a scratch folder with a collection "c", the working directory of each test ------------------- */

static const char *scratch;

struct file {
    const char *path, *bytes;
    size_t len; /* 0: to the NUL */
};

static const struct file collection[] = {
    {"c/a.txt", "Title: Quay is rebuilt\nOutlet: Quay Gazette\nDate: 2026-01-14\n\n“The harbour will be open by May,” said Mara Ilves, the harbour master "
                "of Port Sorrel. It cost $12 million, said Olev Tamm, an engineer.\n\nIlves said the ferry was late. “It was late by 12 per cent.”\n", 0},
    {"c/b.txt", "Ferry returns\n\n“Nobody asked the crews,” said Kadri Tamm, a union leader. Tamm said 40 crews were away.\n", 0},
    {"c/c.md", "Harbour master speaks\n\n“We count every ton,” said Ilves. Ilves, director of the Sorrel Trust, said 3,400 tons came in.\n", 0},
    {"c/empty.txt", "", 0},
    {"c/blank.txt", "\n \n\t\n", 0},
    {"c/latin.txt", "Caf\xE9 on the quay\n\nThe caf\xE9 cost \x80" "5 million, said Ren\xE9 Aubin. \x93It is dear,\x94 he said.\n", 0},
    {"c/bad.txt", "Broken \x81\x9D bytes\n\n\xE2\x28\xA1 said Mara Ilves, \x81 “and more than 700 people came.”\n", 0},
    {"c/bom.txt", "\xEF\xBB\xBFMarked at its head\n\nMr Tamm said: “Two ferries are enough.”\n", 0},
    {"c/sub/a.txt", "Title: Same name, other folder\nOutlet: Quay Gazette\n\n“I never said that,” Anu Lepik said. Lepik said 5% was a guess.\n", 0},
    {"c/sub-a.txt", "Between the folders\n\nAnu Lepik, a clerk, said the quay was 300 metres long. “The quay is short,” she said.\n", 0},
    {"c/sub.txt", "A file with the folder's name\n\n“It is what it is,” said Port Sorrel Council. The Council said 9 in 10 agreed.\n", 0},
    {"c/sub/deep/\xC3\xB6.txt", "Umlaut in the path\n\nMara Ilves and Olev Tamm said it would cost between $2 million and $3 million.\n", 0},
};

static int
enter_scratch(void **state)
{
    int status = scratch_enter(state);

    scratch = *state;
    for (size_t i = 0; status == 0 && i < COUNT(collection); i++)
        scratch_put(collection[i].path, collection[i].bytes, collection[i].len);
    return status;
}

/* ---- a collection that is opened ----------------------------------------------------------------- */

/* How it is opened; all zero is "c", with a cache in the folder "cache" for any number of articles. */
struct how {
    const char *const *roots;
    size_t nroots;
    const char *folder, *settings;
    size_t cache_from;
    bool uncached, body, stop_at_once;
};

struct opened_collection {
    const char *root;
    struct index *index;
    struct cache *cache;
    struct import *import;
    size_t ntook, nfailed;
};

static void
open_collection(struct opened_collection *opened, const struct how *how)
{
    const char *const *roots = how->roots ? how->roots : &opened->root;
    size_t nroots = how->roots ? how->nroots : 1;
    struct cache_setup setup = {.folder = how->folder ? how->folder : "cache", .roots = roots, .nroots = nroots,
                                .reading = {.body = how->body}, .settings = how->settings ? how->settings : "as ever"};
    struct import_setup import = {.paths = roots, .npaths = nroots, .loader = {.article = setup.reading, .jobs = 2},
                                  .cache_from = how->cache_from ? how->cache_from : 1};
    struct loaded failed;
    enum import_state state;

    *opened = (struct opened_collection){.root = "c", .index = index_new()};
    index_alias(opened->index, "Mara Ilves-Orav", "Mara Ilves", NULL);
    index_alias(opened->index, "Kadri Tamm", "Tamm", "*/b*.txt");
    import.index = opened->index;
    if (!how->uncached)
        import.cache = opened->cache = cache_new(&setup);
    opened->import = import_start(&import);
    if (how->stop_at_once)
        import_stop(opened->import);
    while ((state = import_next(opened->import, true, &failed)) != IMPORT_DONE) {
        opened->ntook += state == IMPORT_TOOK;
        opened->nfailed += state == IMPORT_FAILED;
        if (state == IMPORT_FAILED)
            loaded_clear(&failed);
    }
}

static void
close_collection(struct opened_collection *opened)
{
    import_free(opened->import);
    index_free(opened->index);
    cache_free(opened->cache);
}

static void
save_collection(struct opened_collection *opened)
{
    struct error error = {0};

    if (!cache_save(opened->cache, opened->index, &error))
        fail_msg("%s", error.sentence);
}

/* Opens, saves and closes; returns how many articles were read. */
static size_t
make_cache(const struct how *how)
{
    struct opened_collection opened;

    open_collection(&opened, how);
    save_collection(&opened);
    close_collection(&opened);
    return opened.ntook;
}

/* The name of the one file of the cache. */
static const char *
cache_file(void)
{
    static char name[128];
    const char *root = "c";
    struct arena *arena = arena_new();

    (void)snprintf(name, sizeof name, "%s", cache_name(arena, "cache", &root, 1));
    arena_free(arena);
    return name;
}

/* ---- comparing -------------------------------------------------------------------------------- */

/* What there is to be seen without a cache; the caller frees it with mem_free(). */
static char *
describe_fresh(const char *below, bool loose)
{
    struct how how = {.uncached = true};
    struct opened_collection opened;
    struct text text = {0};

    open_collection(&opened, &how);
    cache_describe(opened.index, below, loose, &text);
    close_collection(&opened);
    return text.v;
}

static void
assert_describes(const char *label, const struct index *index, const char *below, bool loose, const char *want)
{
    struct text got = {0};
    size_t at = 0, line;

    cache_describe(index, below, loose, &got);
    while (want[at] && got.v[at] == want[at])
        at++;
    for (line = at; line > 0 && want[line - 1] != '\n'; line--)
        ;
    assert_row(got.v[at] == want[at], "%s: '%.*s' in place of '%.*s'", label, (int)strcspn(got.v + line, "\n"), got.v + line,
               (int)strcspn(want + line, "\n"), want + line);
    text_free(&got);
}

/* Opens with the cache: as many files are read, and all is as without. */
static void
assert_opens(const char *label, const struct how *how, size_t reads)
{
    char *want = describe_fresh("c/", true);
    struct opened_collection opened;

    open_collection(&opened, how);
    assert_row(opened.ntook == reads, "%s: %zu files were read, not %zu", label, opened.ntook, reads);
    assert_describes(label, opened.index, "c/", true, want);
    close_collection(&opened);
    mem_free(want);
}

static const struct how usual = {0};

static void
test_same_answers(void **state)
{
    static const size_t from[] = {1, 2, 5, COUNT(collection), COUNT(collection) + 1};
    char *want = describe_fresh("c/", false);

    (void)state;
    for (size_t i = 0; i < COUNT(from); i++) {
        struct how how = {.cache_from = from[i]};
        struct opened_collection opened;

        (void)unlink(cache_file());
        open_collection(&opened, &how);
        assert_describes("while it is made", opened.index, "c/", false, want);
        save_collection(&opened);
        assert_describes("when it is saved", opened.index, "c/", false, want);
        close_collection(&opened);
        assert_int_equal(opened.ntook, COUNT(collection));
        open_collection(&opened, &how);
        assert_int_equal(opened.ntook, 0);
        assert_true(index_in_order(opened.index));
        assert_describes("when it is loaded", opened.index, "c/", false, want);
        save_collection(&opened);
        assert_describes("when it is saved again", opened.index, "c/", false, want);
        close_collection(&opened);
        open_collection(&opened, &how);
        assert_int_equal(opened.ntook, 0);
        assert_describes("when that is loaded", opened.index, "c/", false, want);
        index_replace(&opened.index);
        assert_describes("when it is made anew of its records", opened.index, "c/", false, want);
        close_collection(&opened);
    }
    mem_free(want);
}

static void
test_an_empty_collection(void **state)
{
    const char *root = "none";
    struct how how = {.roots = &root, .nroots = 1};

    (void)state;
    assert_int_equal(mkdir("none", 0700), 0);
    assert_int_equal(make_cache(&how), 0);
    assert_int_equal(make_cache(&how), 0);
    scratch_put("none/first.txt", "The first of all.\n", 0);
    assert_int_equal(make_cache(&how), 1);
    assert_int_equal(make_cache(&how), 0);
}

/* ---- what changed in between -------------------------------------------------------------------- */

static void
do_nothing(void)
{
}

static void
do_add(void)
{
    scratch_put("c/b-later.txt", "Later than b\n\n“I came late,” said Mara Ilves, a late harbour master. Ilves paid $7.\n", 0);
    scratch_put("c/sub/zzz.txt", "At the end\n\nJaan Ilves said the ferry was sold. “Sold,” said Jaan Ilves.\n", 0);
    scratch_put("c/0.txt", "At the beginning\n\nOlev Tamm said nothing. “Nothing,” Olev Tamm said.\n", 0);
}

static void
do_change(void)
{
    scratch_put("c/c.md", "Harbour master is silent\n\n“I know him not,” said Mart Orav. Ilves said 3,500 tons came in.\n", 0);
    scratch_put("c/empty.txt", "No longer empty, says Anu Lepik: “Full.”\n", 0);
    scratch_put("c/a.txt", "", 0);
}

static void
do_delete(void)
{
    assert_int_equal(unlink("c/b.txt"), 0);
    assert_int_equal(unlink("c/sub/a.txt"), 0);
    assert_int_equal(unlink("c/bom.txt"), 0);
}

static void
do_all(void)
{
    do_change();
    do_add();
    do_delete();
}

static void
do_move(void)
{
    assert_int_equal(rename("c/a.txt", "c/moved.txt"), 0);
    assert_int_equal(rename("c/sub", "c/other"), 0);
}

static void
do_swap(void)
{
    assert_int_equal(rename("c/a.txt", "c/x"), 0);
    assert_int_equal(rename("c/b.txt", "c/a.txt"), 0);
    assert_int_equal(rename("c/x", "c/b.txt"), 0);
}

static void
do_delete_everything(void)
{
    assert_int_equal(scratch_remove("c"), 0);
    assert_int_equal(mkdir("c", 0700), 0);
}

static void
do_unreadable(void)
{
    assert_int_equal(unlink("c/a.txt"), 0);
    scratch_put("c/a.txt", "bin\0ary", 7);
}

static const struct {
    const char *label;
    void (*change)(void);
    size_t reads;
} changes[] = {
    {"nothing", do_nothing, 0}, {"added", do_add, 3}, {"changed", do_change, 3}, {"deleted", do_delete, 0}, {"all of it", do_all, 6},
    {"moved", do_move, 3}, {"swapped", do_swap, 2}, {"emptied", do_delete_everything, 0}, {"refused", do_unreadable, 0},
};

static void
assert_change(size_t row)
{
    const char *label = changes[row].label;
    struct opened_collection opened;
    char *loose, *strict;

    make_cache(&usual);
    changes[row].change();
    loose = describe_fresh("c/", true);
    strict = describe_fresh("c/", false);
    open_collection(&opened, &usual);
    assert_row(opened.ntook == changes[row].reads, "%s: %zu files were read", label, opened.ntook);
    assert_describes(label, opened.index, "c/", true, loose);
    save_collection(&opened);
    assert_describes(label, opened.index, "c/", true, loose);
    index_replace(&opened.index);
    assert_describes(label, opened.index, "c/", false, strict);
    close_collection(&opened);
    open_collection(&opened, &usual);
    assert_row(opened.ntook == 0, "%s: %zu files were read again", label, opened.ntook);
    assert_describes(label, opened.index, "c/", false, strict);
    close_collection(&opened);
    mem_free(loose);
    mem_free(strict);
}

static void
test_changes(void **state)
{
    for (size_t i = 0; i < COUNT(changes); i++) {
        if (i)
            assert_int_equal(enter_scratch(state), 0);
        assert_change(i);
        if (i + 1 < COUNT(changes))
            assert_int_equal(scratch_leave(state), 0);
    }
}

/* Of as many bytes, at the time of the old one: only the bytes tell. */
static void
test_time_stamps_that_lie(void **state)
{
    struct timespec times[2];
    struct stat st;

    (void)state;
    make_cache(&usual);
    for (int i = 0; i < 3; i++) {
        static const char *const states[] = {"Alpha said 10", "Gamma said 20", "Omega said 30"};

        assert_int_equal(stat("c/b.txt", &st), 0);
        times[0] = st.st_atim;
        times[1] = st.st_mtim;
        scratch_put("c/b.txt", states[i], 0);
        assert_int_equal(utimensat(AT_FDCWD, "c/b.txt", times, 0), 0);
        assert_opens(states[i], &usual, 1);
        make_cache(&usual);
        assert_opens(states[i], &usual, 0);
    }
}

/* ---- which cache is whose ------------------------------------------------------------------------ */

static void
test_other_settings(void **state)
{
    struct how other = {.settings = "other rules"}, body = {.settings = "body", .body = true};

    (void)state;
    make_cache(&usual);
    assert_opens("the same", &usual, 0);
    assert_opens("other settings", &other, COUNT(collection));
    make_cache(&body);
    assert_opens("the settings of before, after others", &usual, COUNT(collection));
}

static void
test_spellings_of_the_folder(void **state)
{
    static char absolute[128], linked[128];
    const char *spellings[] = {"c/", "c//", "./c", ".//c/.", absolute, linked, "link", "link/", "c/../c", "c/sub/.."};

    (void)state;
    assert_int_equal(symlink("c", "link"), 0);
    (void)snprintf(absolute, sizeof absolute, "%s/c", scratch);
    (void)snprintf(linked, sizeof linked, "%s/link/", scratch);
    make_cache(&usual);
    for (size_t i = 0; i < COUNT(spellings); i++) {
        struct how cached = {.roots = &spellings[i], .nroots = 1}, uncached = {.roots = &spellings[i], .nroots = 1, .uncached = true};
        struct opened_collection with, without;
        struct text want = {0};

        open_collection(&without, &uncached);
        cache_describe(without.index, "no such folder", false, &want);
        open_collection(&with, &cached);
        assert_row(with.ntook == 0, "%s: %zu files were read", spellings[i], with.ntook);
        assert_describes(spellings[i], with.index, "no such folder", false, want.v);
        if (i % 2)
            save_collection(&with); /* what one spelling wrote the next can read */
        close_collection(&with);
        close_collection(&without);
        text_free(&want);
    }
}

static void
test_several_folders(void **state)
{
    static const char *const roots[][3] = {
        {"c", "d"}, {"d", "c"}, {"c", "c/sub"}, {"c/sub", "c"}, {"c", "./c"}, {"c/", "d", "c"}, {"c/sub", "d", "."}, {"c", "link"},
    };

    (void)state;
    scratch_put("d/a.txt", "Another a\n\n“From d,” said Mara Ilves. It was 17% of it.\n", 0);
    scratch_put("d/sub/a.txt", "Another one below\n\n“From below,” said Olev Tamm. It was 18% of it.\n", 0);
    assert_int_equal(symlink("c", "link"), 0);
    for (size_t i = 0; i < COUNT(roots); i++) {
        size_t n = roots[i][2] ? 3 : 2;
        struct how cached = {.roots = roots[i], .nroots = n}, uncached = {.roots = roots[i], .nroots = n, .uncached = true};
        struct opened_collection with, without;
        struct text want = {0};

        open_collection(&without, &uncached);
        cache_describe(without.index, "no such folder", false, &want);
        (void)scratch_remove("cache"); /* of the same folder under another name, perhaps */
        assert_int_equal(make_cache(&cached), without.ntook);
        open_collection(&with, &cached);
        assert_row(with.ntook == 0, "%s, %s: %zu files were read", roots[i][0], roots[i][1], with.ntook);
        assert_describes(roots[i][0], with.index, "no such folder", false, want.v);
        close_collection(&with);
        close_collection(&without);
        text_free(&want);
    }
}

static void
test_what_has_no_cache(void **state)
{
    static const char *const roots[][2] = {{"c/a.txt"}, {"none"}, {"-"}, {"c", "c/a.txt"}, {"line\nbreak"}};

    (void)state;
    assert_int_equal(mkdir("line\nbreak", 0700), 0);
    for (size_t i = 0; i < COUNT(roots); i++) {
        struct cache_setup setup = {.folder = "cache", .roots = roots[i], .nroots = roots[i][1] ? 2 : 1, .settings = ""};

        assert_row(!cache_new(&setup), "%s has a cache", roots[i][0]);
    }
}

/* ---- damage ------------------------------------------------------------------------------------- */

struct bytes {
    char *v;
    size_t n;
};

static struct bytes
read_cache(void)
{
    FILE *file = fopen(cache_file(), "r");
    struct bytes bytes = {0};
    struct stat st;

    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &st), 0);
    bytes.n = (size_t)st.st_size;
    bytes.v = mem_alloc(bytes.n);
    assert_int_equal(fread(bytes.v, 1, bytes.n, file), bytes.n);
    (void)fclose(file);
    return bytes;
}

static void
write_cache(const struct bytes *bytes, size_t len)
{
    FILE *file;

    (void)unlink(cache_file());
    file = fopen(cache_file(), "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->v, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* With this file all is as without; returns how many articles were read. */
static size_t
opens_with(const char *label, size_t at, const char *want)
{
    struct opened_collection opened;
    char where[80];

    (void)snprintf(where, sizeof where, "%s, byte %zu", label, at);
    open_collection(&opened, &usual);
    assert_describes(where, opened.index, "c/", true, want);
    close_collection(&opened);
    return opened.ntook;
}

static struct cacheheader
header_of(const struct bytes *bytes)
{
    struct cacheheader header;

    memcpy(&header, bytes->v, sizeof header);
    return header;
}

static void
set_header(struct bytes *bytes, struct cacheheader *header)
{
    header->sum = checksum_64(header, offsetof(struct cacheheader, sum));
    memcpy(bytes->v, header, sizeof *header);
}

/* As if it had been written long after the articles: they are not looked at more closely. */
static void
trust_time_stamps(struct bytes *bytes)
{
    struct cacheheader header = header_of(bytes);

    header.opened += 3600;
    set_header(bytes, &header);
}

/* Nothing is written again for nothing. */
static void
test_wants_to_be_saved(void **state)
{
    struct opened_collection opened;
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    open_collection(&opened, &usual);
    assert_true(cache_wants_save(opened.cache, opened.index)); /* all files had to be compared */
    save_collection(&opened);
    assert_false(cache_wants_save(opened.cache, opened.index));
    index_retire(opened.index, 0);
    assert_true(cache_wants_save(opened.cache, opened.index));
    cache_leave(opened.cache, opened.index); /* another process does it */
    assert_false(cache_wants_save(opened.cache, opened.index));
    save_collection(&opened);
    close_collection(&opened);
    make_cache(&usual);
    bytes = read_cache();
    trust_time_stamps(&bytes);
    write_cache(&bytes, bytes.n);
    open_collection(&opened, &usual);
    assert_false(cache_wants_save(opened.cache, opened.index));
    close_collection(&opened);
    do_add();
    open_collection(&opened, &usual);
    assert_true(cache_wants_save(opened.cache, opened.index));
    close_collection(&opened);
    mem_free(bytes.v);
}

static void
test_cut_short(void **state)
{
    char *want = describe_fresh("c/", true);
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    for (size_t len = 0; len < bytes.n; len += len < 700 ? 23 : len < bytes.n - 300 ? bytes.n / 41 : 37) {
        write_cache(&bytes, len);
        assert_row(opens_with("cut", len, want) == COUNT(collection), "a file of %zu bytes was used", len);
    }
    mem_free(bytes.v);
    mem_free(want);
}

static void
test_flipped_sections(void **state)
{
    char *want = describe_fresh("c/", true);
    struct cacheheader header;
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    header = header_of(&bytes);
    for (int section = 0; section < SECTIONS; section++) {
        struct extent extent = header.extents[section];

        assert_row(extent.len > 0, "section %d is empty and tests nothing", section);
        for (size_t i = 0; i < extent.len; i += extent.len / 3 + 1) {
            bytes.v[extent.at + i] ^= (char)(1 << i % 8);
            write_cache(&bytes, bytes.n);
            assert_row(opens_with("flipped", extent.at + i, want) == COUNT(collection), "section %d: damage was not seen", section);
            bytes.v[extent.at + i] ^= (char)(1 << i % 8);
        }
    }
    write_cache(&bytes, bytes.n);
    assert_int_equal(opens_with("whole again", 0, want), 0);
    mem_free(bytes.v);
    mem_free(want);
}

static void
test_flipped_header(void **state)
{
    char *want = describe_fresh("c/", true);
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    for (size_t i = 0; i < sizeof(struct cacheheader); i += 5) {
        bytes.v[i] ^= (char)(1 << i % 8);
        write_cache(&bytes, bytes.n);
        assert_row(opens_with("header", i, want) == COUNT(collection), "byte %zu of the header: damage was not seen", i);
        bytes.v[i] ^= (char)(1 << i % 8);
    }
    mem_free(bytes.v);
    mem_free(want);
}

static void
swap_order(struct cacheheader *header)
{
    header->order = 0x04030201;
}

static void
raise_version(struct cacheheader *header)
{
    header->version++;
}

static void
change_rows(struct cacheheader *header)
{
    header->rows ^= 1;
}

static void
change_settings(struct cacheheader *header)
{
    header->settings += 2;
}

static void
change_length(struct cacheheader *header)
{
    header->file_len--;
}

static void
move_section(struct cacheheader *header)
{
    header->extents[SECTION_QUOTES].at = UINT64_MAX - 7;
}

static void
lengthen_section(struct cacheheader *header)
{
    header->extents[SECTION_DOCUMENTS].len = UINT64_MAX;
}

static void
unalign_section(struct cacheheader *header)
{
    header->extents[SECTION_LISTS].at += 1;
}

static void
test_headers_of_others(void **state)
{
    static const struct {
        void (*change)(struct cacheheader *);
        const char *unfit; /* for `lede cache --status`; NULL: fit but for other settings */
    } rows[] = {
        {swap_order, "of a machine with another byte order"}, {raise_version, "of another version"}, {change_rows, "of another version"},
        {change_settings, NULL}, {change_length, "cut short"}, {move_section, "damaged"}, {lengthen_section, "damaged"},
        {unalign_section, "damaged"},
    };
    char *want = describe_fresh("c/", true);
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cacheheader own = header_of(&bytes), header = own;
        struct cachefile file = {0};
        const char *unfit;

        rows[i].change(&header);
        set_header(&bytes, &header);
        write_cache(&bytes, bytes.n);
        unfit = cachefile_open(&file, cache_file(), NULL, 0);
        assert_row(rows[i].unfit ? unfit && strcmp(unfit, rows[i].unfit) == 0 : !unfit, "row %zu: '%s'", i, unfit ? unfit : "fit");
        cachefile_close(&file);
        assert_row(opens_with("header", i, want) == COUNT(collection), "row %zu: the file was used", i);
        set_header(&bytes, &own);
    }
    mem_free(bytes.v);
    mem_free(want);
}

/* Where the record of an article lies in the file. */
static struct document_row
row_of(const struct bytes *bytes, size_t article)
{
    struct cacheheader header = header_of(bytes);
    struct document_row row;

    memcpy(&row, bytes->v + header.extents[SECTION_DOCUMENTS].at + article * sizeof row, sizeof row);
    return row;
}

static void
test_flipped_records(void **state)
{
    char *want = describe_fresh("c/", true);
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    for (int trusted = 0; trusted < 2; trusted++) {
        bytes = read_cache();
        if (trusted)
            trust_time_stamps(&bytes);
        for (size_t article = 0; article < COUNT(collection); article++) {
            struct document_row row = row_of(&bytes, article);

            for (size_t i = 0; i < row.len; i += row.len / 7 + 1) {
                size_t reads;

                bytes.v[row.record + i] ^= 0x10;
                write_cache(&bytes, bytes.n);
                reads = opens_with("record", row.record + i, want);
                assert_row(reads <= 1 && (!trusted || reads == 0), "article %zu: %zu were read", article, reads);
                bytes.v[row.record + i] ^= 0x10;
            }
        }
        mem_free(bytes.v);
    }
    mem_free(want);
}

static void
test_all_records_lost(void **state)
{
    char *want = describe_fresh("c/", true);
    struct opened_collection opened;
    struct cacheheader header;
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    trust_time_stamps(&bytes);
    header = header_of(&bytes);
    memset(bytes.v + CACHE_RECORDS, 0, header.extents[SECTION_DOCUMENTS].at - CACHE_RECORDS);
    write_cache(&bytes, bytes.n);
    open_collection(&opened, &usual);
    assert_int_equal(opened.ntook, 0);
    assert_describes("records of zeros", opened.index, "c/", true, want);
    assert_int_equal(index_nmended(opened.index), COUNT(collection));
    assert_true(cache_wants_save(opened.cache, opened.index));
    save_collection(&opened);
    close_collection(&opened);
    open_collection(&opened, &usual);
    assert_describes("mended and saved", opened.index, "c/", true, want);
    assert_int_equal(index_nmended(opened.index), 0);
    close_collection(&opened);
    mem_free(bytes.v);
    mem_free(want);
}

/* A damaged record of a file that was not looked at yet, but changed: an empty article, and never more than until the next start. */
static void
test_a_lost_record_is_read_again(void **state)
{
    struct how stopped = {.stop_at_once = true};
    struct opened_collection opened;
    struct document_row row;
    struct timespec times[2];
    struct bytes bytes;
    struct stat st;

    (void)state;
    assert_int_equal(stat("c/a.txt", &st), 0);
    make_cache(&usual);
    bytes = read_cache();
    trust_time_stamps(&bytes);
    row = row_of(&bytes, 0);
    bytes.v[row.record + row.len / 2] ^= 4;
    write_cache(&bytes, bytes.n);
    scratch_put("c/a.txt", "Other words, by Anu Lepik.\n", 0);
    open_collection(&opened, &stopped);
    assert_int_equal(opened.ntook, 0);
    assert_int_equal(index_narticles(opened.index), COUNT(collection));
    assert_string_equal(index_article(opened.index, 0)->path, "c/a.txt");
    assert_true(index_record_lost(opened.index, 0));
    assert_int_equal(index_article(opened.index, 0)->nblocks, 1);
    assert_true(index_extract(opened.index, 0)->nquotes > 0);
    save_collection(&opened);
    close_collection(&opened);
    scratch_put("c/a.txt", collection[0].bytes, 0);
    times[0] = st.st_atim;
    times[1] = st.st_mtim;
    assert_int_equal(utimensat(AT_FDCWD, "c/a.txt", times, 0), 0);
    mem_free(bytes.v);
    bytes = read_cache();
    trust_time_stamps(&bytes);
    write_cache(&bytes, bytes.n);
    assert_opens("the file as it was", &usual, 1);
    mem_free(bytes.v);
}

/* ---- stopped, refused, in the way ------------------------------------------------------------------ */

/* What was not compared before Esc is not believed more for it. */
static void
test_stopped_while_comparing(void **state)
{
    struct how stopped = {.stop_at_once = true};
    struct opened_collection opened;
    struct cacheheader before;
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    before = header_of(&bytes);
    before.opened -= 1000;
    set_header(&bytes, &before);
    write_cache(&bytes, bytes.n);
    mem_free(bytes.v);
    open_collection(&opened, &stopped);
    save_collection(&opened);
    close_collection(&opened);
    bytes = read_cache();
    assert_int_equal(header_of(&bytes).opened, before.opened);
    mem_free(bytes.v);
    make_cache(&usual);
    bytes = read_cache();
    assert_true(header_of(&bytes).opened > before.opened);
    mem_free(bytes.v);
}

static void
test_folders_that_cannot_be_used(void **state)
{
    static const char *const folders[] = {"c/a.txt", "c/a.txt/below", "/proc/lede", ""};
    char *want = describe_fresh("c/", false);

    (void)state;
    for (size_t i = 0; i < COUNT(folders); i++) {
        struct how how = {.folder = folders[i]};
        struct opened_collection opened;
        struct error error = {0};

        open_collection(&opened, &how);
        assert_describes(folders[i], opened.index, "c/", false, want);
        assert_row(!cache_save(opened.cache, opened.index, &error), "'%s' was written to", folders[i]);
        assert_true(error.status == STATUS_IO && !strstr(error.sentence, "Success"));
        assert_describes(folders[i], opened.index, "c/", false, want);
        error_clear(&error);
        close_collection(&opened);
    }
    mem_free(want);
}

/* What stands in place of the file is not followed, opened or waited for; where it can be replaced it is. */
static void
test_what_stands_in_place_of_the_file(void **state)
{
    char *want = describe_fresh("c/", true);
    struct bytes bytes;

    (void)state;
    make_cache(&usual);
    bytes = read_cache();
    assert_int_equal(rename(cache_file(), "elsewhere"), 0);
    assert_int_equal(symlink("../elsewhere", cache_file()), 0);
    assert_int_equal(opens_with("a link", 0, want), COUNT(collection));
    make_cache(&usual);
    assert_int_equal(opens_with("no link any more", 0, want), 0);
    assert_int_equal(unlink(cache_file()), 0);
    assert_int_equal(mkfifo(cache_file(), 0600), 0);
    assert_int_equal(opens_with("a FIFO", 0, want), COUNT(collection));
    assert_int_equal(unlink(cache_file()), 0);
    assert_int_equal(mkdir(cache_file(), 0700), 0);
    assert_int_equal(opens_with("a folder", 0, want), COUNT(collection));
    if (geteuid() == 0) {
        assert_int_equal(rmdir(cache_file()), 0);
        write_cache(&bytes, bytes.n);
        assert_int_equal(chown(cache_file(), 12345, 12345), 0);
        assert_int_equal(opens_with("of another user", 0, want), COUNT(collection));
    }
    mem_free(bytes.v);
    mem_free(want);
}

static void
test_modes_and_leavings(void **state)
{
    struct opened_collection opened;
    struct stat st;

    (void)state;
    (void)umask(0);
    make_cache(&usual);
    assert_int_equal(stat("cache", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_int_equal(stat(cache_file(), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    (void)umask(022);
    assert_int_equal(unlink(cache_file()), 0);
    scratch_put("cache/dead.lede.12.begun", "half", 0);
    assert_int_equal(mkfifo("cache/fifo.begun", 0600), 0);
    open_collection(&opened, &usual);
    assert_int_equal(access("cache/dead.lede.12.begun", F_OK), -1);
    close_collection(&opened); /* not saved: what was begun goes */
    assert_int_equal(unlink("cache/fifo.begun") == 0 || errno == ENOENT, 1);
    assert_int_equal(rmdir("cache"), 0);
}

int
main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, enter_scratch, scratch_leave)
    const struct CMUnitTest tests[] = {
        TEST(test_same_answers), TEST(test_an_empty_collection), TEST(test_changes), TEST(test_time_stamps_that_lie), TEST(test_other_settings),
        TEST(test_spellings_of_the_folder), TEST(test_several_folders), TEST(test_what_has_no_cache), TEST(test_wants_to_be_saved), TEST(test_cut_short),
        TEST(test_flipped_sections), TEST(test_flipped_header), TEST(test_headers_of_others), TEST(test_flipped_records),
        TEST(test_all_records_lost), TEST(test_a_lost_record_is_read_again), TEST(test_stopped_while_comparing),
        TEST(test_folders_that_cannot_be_used), TEST(test_what_stands_in_place_of_the_file), TEST(test_modes_and_leavings),
    };

    return cmocka_run_group_tests_name("cache", tests, NULL, NULL);
}
