/*
 * Blocks of pasted pages. The pages stand in tests/data/pasted: each line with what it has to be found as ("para| words"), the
 * metadata above as "=name value". All of them are invented.
 */
#include "unit.h"

#include "lede/article.h"

enum { MOST_LINES = 200 };

/* ---- pages with their answers ----------------------------------------------------- */

struct sheet {
    struct text page; /* what is parsed */
    struct {
        uint32_t at;
        enum block_kind kind;
    } lines[MOST_LINES]; /* those that are not blank */
    size_t nlines;
    char *wants[MOST_LINES]; /* "title Words", without "=" */
    size_t nwants;
    char *file;
};

static char *
sheet_read(const char *name)
{
    const char *folder = getenv("LEDE_SRCDIR");
    char path[1024];
    char *bytes = calloc(1, 1 << 16);
    FILE *file;

    snprintf(path, sizeof path, "%s/tests/data/pasted/%s.page", folder ? folder : ".", name);
    file = fopen(path, "rb");
    if (!file)
        fail_msg("cannot read %s", path);
    (void)!fread(bytes, 1, (1 << 16) - 1, file);
    fclose(file);
    return bytes;
}

static void
sheet_line(struct sheet *sheet, char *line, const char *newline)
{
    char *bar = strchr(line, '|');

    if (line[0] == '#')
        return;
    if (line[0] == '=') {
        sheet->wants[sheet->nwants++] = line + 1;
        return;
    }
    if (!bar)
        fail_msg("no kind: %s", line);
    *bar = '\0';
    if (bar > line) {
        sheet->lines[sheet->nlines].at = (uint32_t)sheet->page.n;
        if (!block_kind_read(line, &sheet->lines[sheet->nlines++].kind))
            fail_msg("no kind of block: %s", line);
    }
    text_puts(&sheet->page, bar[1] == ' ' ? bar + 2 : bar + 1);
    text_puts(&sheet->page, newline);
}

static struct sheet *
sheet_open(const char *name, const char *before, const char *newline)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);

    sheet->file = sheet_read(name);
    text_puts(&sheet->page, before);
    for (char *line = sheet->file; *line;) {
        char *end = strchr(line, '\n');

        if (end)
            *end = '\0';
        sheet_line(sheet, line, newline);
        line = end ? end + 1 : line + strlen(line);
    }
    return sheet;
}

static void
sheet_close(struct sheet *sheet)
{
    text_free(&sheet->page);
    free(sheet->file);
    free(sheet);
}

/* ---- what must hold for any article ------------------------------------------------- */

static bool
is_blank_between(const char *text, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (strchr(" \t\r\n\v\f", text[i]))
            continue;
        if (i + 1 < to && memcmp(text + i, "\xC2\xA0", 2) == 0)
            i++;
        else if (i == 0 && to >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
            i += 2;
        else
            return false;
    }
    return true;
}

static void
assert_covered(const struct article *a, const char *name)
{
    uint32_t end = 0;

    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        assert_row(b->span.start >= end && b->span.end > b->span.start && b->span.end <= a->len, "%s: block %zu out of order",
                   name, i);
        assert_row(is_blank_between(a->text, end, b->span.start), "%s: words before block %zu are in no block", name, i);
        assert_row(span_holds(b->span, b->words), "%s: block %zu: words outside its span", name, i);
        end = b->span.end;
    }
    assert_row(is_blank_between(a->text, end, a->len), "%s: words at the end are in no block", name);
}

static struct article *
parse(const char *bytes, size_t len)
{
    struct error error = {0};
    struct article *a = article_parse("page.txt", bytes, len, NULL, &error);

    if (!a)
        fail_msg("refused: %s", error.sentence);
    assert_covered(a, "page.txt");
    return a;
}

static const struct block *
block_at(const struct article *a, uint32_t at)
{
    for (size_t i = 0; i < a->nblocks; i++)
        if (a->blocks[i].span.start <= at && at < a->blocks[i].span.end)
            return &a->blocks[i];
    return NULL;
}

static void
assert_field(const char *page, const char *name, struct slice got, const char *want)
{
    assert_row(slice_is(got, want), "%s: %s is '%.*s', wanted '%s'", page, name, (int)got.len, got.at ? got.at : "", want);
}

static void
assert_tags(const char *page, const struct article *a, const char *want)
{
    struct text got = {0};

    text_puts(&got, "");
    for (size_t i = 0; i < a->ntags; i++) {
        struct slice tag = article_slice(a, a->tags[i]);
        text_puts(&got, i ? "; " : "");
        text_add(&got, tag.at, tag.len);
    }
    assert_row(strcmp(got.v, want) == 0, "%s: tags are '%s', wanted '%s'", page, got.v, want);
    text_free(&got);
}

static void
assert_want(const char *page, const struct article *a, char *want)
{
    char *value = strchr(want, ' ');
    struct slice name = {want, value ? (size_t)(value - want) : strlen(want)};

    value = value ? value + 1 : want + strlen(want);
    if (slice_is(name, "title"))
        assert_field(page, "title", article_slice(a, a->title), value);
    else if (slice_is(name, "standfirst"))
        assert_field(page, "standfirst", article_slice(a, a->standfirst), value);
    else if (slice_is(name, "byline"))
        assert_field(page, "byline", article_slice(a, a->byline), value);
    else if (slice_is(name, "outlet"))
        assert_field(page, "outlet", article_slice(a, a->outlet), value);
    else if (slice_is(name, "url"))
        assert_field(page, "url", article_slice(a, a->url), value);
    else if (slice_is(name, "published"))
        assert_field(page, "published", slice_str(a->published), value);
    else if (slice_is(name, "seen"))
        assert_field(page, "seen_on", slice_str(a->seen_on), value);
    else if (slice_is(name, "tags"))
        assert_tags(page, a, value);
    else if (slice_is(name, "blocks"))
        assert_int_equal(a->nblocks, atoi(value));
    else if (slice_is(name, "repeated"))
        for (size_t i = 0; i < a->nblocks; i++)
            assert_row(a->blocks[i].repeated == (strcmp(block_kind_name(a->blocks[i].kind), value) == 0),
                       "%s: block %zu repeated?", page, i);
    else
        fail_msg("%s: no field '%s'", page, want);
}

static void
check_sheet(const char *name, const char *before, const char *newline)
{
    struct sheet *sheet = sheet_open(name, before, newline);
    struct article *a = parse(sheet->page.v, sheet->page.n);

    for (size_t i = 0; i < sheet->nlines; i++) {
        const struct block *b = block_at(a, sheet->lines[i].at);

        assert_row(b && b->kind == sheet->lines[i].kind, "%s: got %s, wanted %s: %.60s", name,
                   b ? block_kind_name(b->kind) : "no block", block_kind_name(sheet->lines[i].kind),
                   a->text + sheet->lines[i].at);
    }
    for (size_t i = 0; i < sheet->nwants; i++)
        assert_want(name, a, sheet->wants[i]);
    article_free(a);
    sheet_close(sheet);
}

static const char *const sheets[] = {
    "standfirst-share-byline",
    "player-and-excerpts",
    "repeated-standfirst-caption",
    "no-headline",
    "metadata-above-text",
    "header-block",
    "header-short",
    "live-captions",
    "unmarked-list",
    "end-notes",
    "hard-wrapped",
    "content-markers",
    "newsletter-box",
    "dotted-byline",
    "dateline-end-note",
    "glued-tags-one-attribution",
    "name-or-heading",
    "no-running-text", "header-above-headline", "short-lines",
    "undivided-script",
};

static void
test_each_line_is_what_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sheets); i++)
        check_sheet(sheets[i], "", "\n");
}

/* Offsets go on counting the byte order mark; no block begins with it, and no line ends with a carriage return. */
static void
test_byte_order_mark_and_carriage_returns_change_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sheets); i++) {
        check_sheet(sheets[i], "\xEF\xBB\xBF", "\n");
        check_sheet(sheets[i], "", "\r\n");
        check_sheet(sheets[i], "\xEF\xBB\xBF", "\r\n");
    }
}

/* What a reader is shown of a block: without list mark, label, "By" and what is glued to the names. */
static void
test_words_are_what_is_shown(void **state)
{
    static const struct {
        const char *sheet, *line, *words;
    } rows[] = {
        {"player-and-excerpts", "EXCERPT: Growers want a second line to the coast, while the town fears for its meadows and its quiet.\n",
         "Growers want a second line to the coast, while the town fears for its meadows and its quiet."},
        {"standfirst-share-byline", "- Fares: unchanged", "Fares: unchanged until the end of next year"},
        {"metadata-above-text", "By Meg TarrowStaff Writer", "Meg Tarrow"},
        {"header-block", "Title: Beekeepers", "Beekeepers count their losses after the late frost"},
        {"header-block", "Outlet: Meadow", "Meadow Gazette"},
        {"no-headline", "That leaves", "That leaves the owners in an awkward place."},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sheet *sheet = sheet_open(rows[i].sheet, "", "\n");
        struct article *a = parse(sheet->page.v, sheet->page.n);
        const char *line = strstr(sheet->page.v, rows[i].line);
        const struct block *b = line ? block_at(a, (uint32_t)(line - sheet->page.v)) : NULL;

        assert_row(b != NULL, "%s: no block at '%s'", rows[i].sheet, rows[i].line);
        assert_field(rows[i].sheet, "words", article_slice(a, b->words), rows[i].words);
        article_free(a);
        sheet_close(sheet);
    }
}

/* ---- bylines ---------------------------------------------------------------------------- */

#define STORY                                                                                                                    \
    "The ferry to the outer islands sailed again on Monday after eleven days of storm, and the first passengers to step ashore " \
    "were a vet and two crates of hens.\nThe harbour office said that the timetable of winter would hold until the end of the "  \
    "month, "                                                                                                                    \
    "weather and the engine permitting.\nNobody in the queue believed it, and the office did not seem to either, said a baker "  \
    "who had waited.\n"

static void
test_bylines_give_the_names_alone(void **state)
{
    static const struct {
        const char *line, *names;
    } rows[] = {
        {"By Nora Fenwick", "Nora Fenwick"},
        {"by Nora Fenwick", "Nora Fenwick"},
        {"BY NORA FENWICK", "NORA FENWICK"},
        {"By Nora Fenwick and Tam Ostrow", "Nora Fenwick and Tam Ostrow"},
        {"By Nora Fenwick, Tam Ostrow and Li Marsh", "Nora Fenwick, Tam Ostrow and Li Marsh"},
        {"By Nora Fenwick, Political Editor", "Nora Fenwick"},
        {"By Nora Fenwick, Senior Reporter in Kessel", "Nora Fenwick"},
        {"By Nora Fenwick / Harbour Post Staff Writers", "Nora Fenwick"},
        {"By Nora Fenwick - The Harbour Times - Thursday, February 12, 2026", "Nora Fenwick"},
        {"By Nora Fenwick | Harbour News", "Nora Fenwick"},
        {"By Nora Fenwick Harbour News", "Nora Fenwick"},
        {"By N.B. Fenwick Harbour News", "N.B. Fenwick"},
        {"by Nora FenwickFeb. 12, 2026 10:20 pm", "Nora Fenwick"},
        {"By Nora FenwickStaff Writer", "Nora Fenwick"},
        {"BY NORA FENWICKSTAFF WRITER", "NORA FENWICK"},
        {"By NoraTwitter", "Nora"},
        {"By Nora Fenwick0", "Nora Fenwick"},
        {"by Nora LaFarge Feb. 12, 2026 10:00 pm", "Nora LaFarge"},
        {"By April White", "April White"},
        {"By Theresa May, Foreign Editor", "Theresa May"},
        {"By Nora McAllister", "Nora McAllister"},
        {"By Ludo van der Meer", "Ludo van der Meer"},
        {"By Nora Fenwick@norafen Feb 12, 2026, 11:47am EST", "Nora Fenwick"},
        {"By Nora Fenwick in Kessel", "Nora Fenwick"},
        {"By Nora Fenwick in Kessel and Tam Ostrow", "Nora Fenwick in Kessel and Tam Ostrow"}, /* one span: none is lost */
        {"Nora Fenwick · Harbour News ·", "Nora Fenwick"},
        {"By Ferryline Staff", "Ferryline Staff"},
        {"By Staff Reports -", "Staff Reports"},
        {"By THE HARBOUR PRESS", "THE HARBOUR PRESS"},
        {"By Reuters", "Reuters"},
        {"Nora Fenwick - Feb 12, 2026, 10:31 pm CST", "Nora Fenwick"},
        {"Nora Fenwick", "Nora Fenwick"},
        {"By\nNora Fenwick", "Nora Fenwick"},
        {"By subject", ""},
        {"By signing up, you agree to receive letters from us.", ""},
        {"PHOTOGRAPH: Nora Fenwick", ""},
        {"Harbour News", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char page[2048];
        int n = snprintf(page, sizeof page, "Ferry sails again after eleven days of storm\n%s\nCopy link\n" STORY, rows[i].line);
        struct article *a = parse(page, (size_t)n);
        struct slice got = article_slice(a, a->byline);

        assert_row(slice_is(got, rows[i].names), "'%s': got '%.*s'", rows[i].line, (int)got.len, got.at);
        article_free(a);
    }
}

static void
test_bylines_may_name_the_outlet(void **state)
{
    static const struct {
        const char *line, *outlet;
    } rows[] = {
        {"By Nora Fenwick - The Harbour Times - Thursday, February 12, 2026", "The Harbour Times"},
        {"By Nora Fenwick | Harbour News", "Harbour News"},
        {"By Nora Fenwick | Special to the Harbour Press", ""},
        {"By Nora Fenwick", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char page[2048];
        int n = snprintf(page, sizeof page, "Ferry sails again after eleven days of storm\n%s\n" STORY, rows[i].line);
        struct article *a = parse(page, (size_t)n);

        assert_field(rows[i].line, "outlet", article_slice(a, a->outlet), rows[i].outlet);
        article_free(a);
    }
}

/* ---- dates -------------------------------------------------------------------------------- */

static void
test_dates_become_iso(void **state)
{
    static const struct {
        const char *line, *iso;
    } rows[] = {
        {"February 12, 2026", "2026-02-12"},
        {"Feb. 12, 2026", "2026-02-12"},
        {"Published Feb 12, 2026 • 3 minute read", "2026-02-12"},
        {"February 12, 2026 at 5:07 pm", "2026-02-12T17:07"},
        {"February 12, 2026, 12:30 a.m. EST", "2026-02-12T00:30"},
        {"12 February 2026 • 4:45pm", "2026-02-12T16:45"},
        {"Thu 12 Feb 2026 12.42 CET", "2026-02-12T12:42"},
        {"Published: February 12, 2026 | Last Updated: February 13, 2026", "2026-02-12"},
        {"Posted on 2026-02-12", "2026-02-12"},
        {"2026-02-12T17:07:00Z", "2026-02-12T17:07"},
        {"Feb 12, 2026, 17:07 IST", "2026-02-12T17:07"},
        {"Updated 11:54, 12 Feb 2026", "2026-02-12"},
        {"02/27/26 6:38 AM", "2026-02-27T06:38"},
        {"27.02.2026", "2026-02-27"},
        {"PUBLISHED THU, FEB 12 20267:00 AM EST", "2026-02-12T07:00"},
        {"7 hours ago", ""},
        {"03/04/26", ""}, /* March or April? Not guessed. */
        {"February 31", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char page[2048];
        int n = snprintf(page, sizeof page, "Ferry sails again after eleven days of storm\nBy Nora Fenwick\n%s\n" STORY,
                         rows[i].line);
        struct article *a = parse(page, (size_t)n);

        assert_field(rows[i].line, "published", slice_str(a->published), rows[i].iso);
        article_free(a);
    }
}

/* ---- furniture, a class a row --------------------------------------------------------------- */

static void
test_furniture_between_paragraphs_is_dropped_and_the_flow_goes_on(void **state)
{
    static const struct {
        const char *lines;
        enum block_kind kind;
    } rows[] = {
        {"Copy link", BLOCK_BOILER},
        {"Link copied!", BLOCK_BOILER},
        {"14K shares", BLOCK_BOILER},
        {"FacebookTwitterWhatsAppEmail", BLOCK_BOILER},
        {"Advertisement 2", BLOCK_BOILER},
        {"Story continues below", BLOCK_BOILER},
        {"Getty Images", BLOCK_CAPTION},
        {"The ferry at the quay. (Photo/Hill Agency)", BLOCK_CAPTION},
        {"The ferry at the quay. Photograph: A. Fenwick/Hill Agency", BLOCK_CAPTION},
        {"17:07 IST", BLOCK_BOILER},
        {"Read more: The hens that would not board", BLOCK_BOILER},
        {"Related articles\nThe hens that would not board", BLOCK_BOILER},
        {"ON NOW", BLOCK_BOILER},
        {"00:49", BLOCK_BOILER},
        {"We use cookies to make this page better.", BLOCK_BOILER},
        {"Already a subscriber? Sign in", BLOCK_BOILER},
        {"Enter your email address", BLOCK_BOILER},
        {"By signing up you agree to our terms of use and to our newsletter.", BLOCK_BOILER},
        {"12 comments", BLOCK_BOILER},
        {"Follow us on Facebook and Instagram", BLOCK_BOILER},
        {"3 min read", BLOCK_BOILER},
        {"Editor's note: The number of hens has been corrected.", BLOCK_DISCLAIMER},
        {"(Reporting by Nora Fenwick; editing by Tam Ostrow)", BLOCK_CREDIT},
        {"Tags: ferries, hens", BLOCK_TAGS},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char page[4096];
        int n = snprintf(
            page, sizeof page,
            "Ferry sails again after eleven days of storm\nBy Nora Fenwick\n" STORY "%s\n" STORY
            "A second boat waits behind the mole for a spare part that is on its way from the yard, the harbour office said.\n",
            rows[i].lines);
        struct article *a = parse(page, (size_t)n);
        uint32_t at = (uint32_t)(strstr(strstr(page, "a baker who"), "\n") - page) + 1;
        const struct block *b = block_at(a, at);

        assert_row(b && b->kind == rows[i].kind, "'%s': %s", rows[i].lines, b ? block_kind_name(b->kind) : "no block");
        assert_row(a->blocks[a->nblocks - 1].kind == BLOCK_PARA, "'%s': the text behind it is lost", rows[i].lines);
        article_free(a);
    }
}

/* What sounds like furniture but is said in the story. */
static void
test_sentences_with_words_of_furniture_stay(void **state)
{
    static const char *const rows[] = {
        "Reuters reported on Tuesday that the yard had lost half of its welders, which the yard denies.",
        "“Subscribe to nothing,” she said, and laughed.",
        "The advertisement that the yard had printed in spring promised a ferry within a year of the order.",
        "He asked the office to share this story with the passengers, and it did so with a megaphone.",
        "By Monday evening the queue reached as far as the church, a baker who stood in it said.",
        "The photo of the captain hung in the hall until Friday, when somebody took it home.",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char page[4096];
        int n = snprintf(page, sizeof page, "Ferry sails again after eleven days of storm\nBy Nora Fenwick\n" STORY "%s\n" STORY,
                         rows[i]);
        struct article *a = parse(page, (size_t)n);
        const struct block *b = block_at(a, (uint32_t)(strstr(page, rows[i]) - page));

        assert_row(b && b->kind == BLOCK_PARA, "'%s': %s", rows[i], b ? block_kind_name(b->kind) : "no block");
        article_free(a);
    }
}

/* ---- tags ------------------------------------------------------------------------------------- */

static void
test_tags_are_split(void **state)
{
    static const struct {
        const char *line, *tags;
    } rows[] = {
        {"FerriesOuter IslandsStormWinter timetable", "Ferries; Outer Islands; Storm; Winter timetable"},
        {"Tags: ferries, outer islands, storm", "ferries; outer islands; storm"},
        {"Filed under: ferries | storm", "ferries; storm"},
        {"FerriesNora Fenwickstormharbour", "Ferries; Nora Fenwick; storm; harbour"},
        {"Tags: ferries", "ferries"},
        {"TopicsFerriesOuter IslandsStorm", "Ferries; Outer Islands; Storm"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char page[4096];
        int n = snprintf(page, sizeof page, "Ferry sails again after eleven days of storm\nBy Nora Fenwick\n" STORY "%s\n",
                         rows[i].line);
        struct article *a = parse(page, (size_t)n);

        assert_tags(rows[i].line, a, rows[i].tags);
        article_free(a);
    }
}

/* ---- extremes ------------------------------------------------------------------------------------- */

static void
test_nothing_and_nearly_nothing(void **state)
{
    static const struct {
        const char *text;
        size_t blocks;
    } rows[] = {
        {"", 0},
        {"\n", 0},
        {"\r\n\r\n", 0},
        {" \t \n", 0},
        {"\xC2\xA0\n", 0},
        {"\xEF\xBB\xBF", 0},
        {"\xEF\xBB\xBF\n", 0},
        {"a", 1},
        {"-", 1},
        {"- ", 1},
        {"•", 1},
        {"Ferry", 1},
        {"Ferry\nFerry\nFerry", 3},
        {"Title:", 1},
        {"Title:\n\nTags: ,;|\n", 2},
        {"By", 1},
        {"By\nBy\nBy", 3},
        {"By ", 1},
        {"(", 1},
        {")", 1},
        {"()", 1},
        {"/", 1},
        {"Tags:", 1},
        {"\"\"\"\"", 1},
        {"| | |", 1},
        {"Photo: ", 1},
        {"— @", 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct article *a = parse(rows[i].text, strlen(rows[i].text));

        assert_row(a->nblocks == rows[i].blocks, "row %zu: %zu blocks", i, a->nblocks);
        assert_true(article_headline(a, NULL).len > 0);
        article_free(a);
    }
}

static void
test_furniture_alone_has_no_headline(void **state)
{
    static const char page[] = "Skip to content\nSign in\nShare\nFacebook\nAdvertisement\nMost read\nPrivacy policy\n";
    struct article *a = parse(page, strlen(page));
    bool marked;

    (void)state;
    assert_true(span_empty(a->title));
    for (size_t i = 0; i < a->nblocks; i++)
        assert_row(a->blocks[i].kind == BLOCK_BOILER, "block %zu is %s", i, block_kind_name(a->blocks[i].kind));
    assert_true(article_headline(a, &marked).len > 0);
    assert_true(marked);
    article_free(a);
}

/* A page of n times the same bytes: nothing but the time and memory it takes is asked of it, and that words are covered. */
static void
check_repeated(const char *piece, size_t total, size_t least_blocks, size_t most_blocks)
{
    size_t n = strlen(piece), len = total / n * n;
    char *page = malloc(len + 1);
    struct article *a;

    for (size_t at = 0; at < len; at += n)
        memcpy(page + at, piece, n);
    page[len] = '\0';
    a = parse(page, len);
    assert_row(a->nblocks >= least_blocks && a->nblocks <= most_blocks, "'%.20s': %zu blocks", piece, a->nblocks);
    article_free(a);
    free(page);
}

static void
test_ten_megabytes_of_anything(void **state)
{
    static const size_t mega = 1 << 20;

    (void)state;
    check_repeated("ferry ", 10 * mega, 1, 1); /* one line */
    check_repeated("\n", mega, 0, 0);          /* a million empty lines */
    check_repeated("\r\n", mega, 0, 0);
    check_repeated("\xE2\x80\x9C", 3 * mega, 1, 1); /* quotation marks */
    check_repeated("a\n", 2 * mega, 1, 300000);     /* a million lines of one letter: joined beyond a limit */
    check_repeated("By Ann Lee\n", 2 * mega, 1, 300000);
    check_repeated("Tags: AaBbCcDd\n", 2 * mega, 1, 300000);
    check_repeated("A quiet day.\nAnn Lee\n", 2 * mega, 1, 300000);
    check_repeated("Foo bar\nA quiet day.\nAnn Lee\n", 2 * mega, 1, 300000);
    check_repeated("Foo\nPhoto: Bar\n\n", 2 * mega, 1, 300000);
    check_repeated("It was said that the harbour would open soon.\nGetty Images\n", 2 * mega, 1, 300000);
    check_repeated("Read more\nIt was said that the harbour would open soon.\n", 2 * mega, 1, 300000);
    check_repeated("(", 2 * mega, 1, 1);
    check_repeated("AaBb", 2 * mega, 1, 1);
    check_repeated("Jan 1, 2020 ", 2 * mega, 1, 1);
    check_repeated("- item:\n", 2 * mega, 1, 300000);
}

static void
test_body_takes_every_line_as_a_paragraph(void **state)
{
    static const char page[] = "\xEF\xBB\xBF"
                               "Copy link\r\n\r\nBy Ann Lee\n \xC2\xA0 \nThe end";
    struct article_options options = {.body = true};
    struct article *a = article_parse("page.txt", page, strlen(page), &options, NULL);

    (void)state;
    assert_non_null(a);
    assert_covered(a, "body");
    assert_int_equal(a->nblocks, 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(a->blocks[i].kind, BLOCK_PARA);
    assert_int_equal(a->blocks[0].span.start, 3);
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_line_is_what_it_is),
        cmocka_unit_test(test_byte_order_mark_and_carriage_returns_change_nothing),
        cmocka_unit_test(test_words_are_what_is_shown),
        cmocka_unit_test(test_bylines_give_the_names_alone),
        cmocka_unit_test(test_bylines_may_name_the_outlet),
        cmocka_unit_test(test_dates_become_iso),
        cmocka_unit_test(test_furniture_between_paragraphs_is_dropped_and_the_flow_goes_on),
        cmocka_unit_test(test_sentences_with_words_of_furniture_stay),
        cmocka_unit_test(test_tags_are_split),
        cmocka_unit_test(test_nothing_and_nearly_nothing),
        cmocka_unit_test(test_furniture_alone_has_no_headline),
        cmocka_unit_test(test_ten_megabytes_of_anything),
        cmocka_unit_test(test_body_takes_every_line_as_a_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
