/* The index: all articles in memory, with speakers, quotes, figures and terms by id, and the filters that make views of them. */
#ifndef LEDE_INDEX_H
#define LEDE_INDEX_H

#include "lede/extract.h"

#define ID_NONE UINT32_MAX
VEC_TYPE(ids, uint32_t);
/* How many of the ids, which ascend, are less than this one: its place among them, or the one it would have. */
static inline size_t
ids_before(const struct ids *ids, uint32_t id)
{
    size_t low = 0, high = ids->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (ids->v[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/*
 * Append-only: an id, once given, means the same article, quote, figure or speaker until index_free(). Ids of articles,
 * quotes and figures count up from 0 in the order of index_add(). An article whose file changed or went is retired: its ids
 * stay, but nothing of it is listed. Not thread-safe.
 */
struct index *index_new(void);
void index_free(struct index *index);
/*
 * What the user knows better (aliases.ini): whoever an article calls `alias` is the speaker `name`, in the articles whose paths
 * match the shell pattern `paths` (fnmatch(3); NULL: in all). So two names are merged, one is split by article, or renamed.
 * Compared folded. Holds for articles added afterwards; the first rule that fits counts.
 */
void index_alias(struct index *index, const char *name, const char *alias, const char *paths);
/* Takes the article in and frees it; extract lives in its arena. Returns the article's id. */
uint32_t index_add(struct index *index, struct article *article, const struct extract *extract);
/* The same in two steps. What it takes of an article, as bytes appended to *packed: for worker threads … */
void index_pack(struct text *packed, const struct article *article, const struct extract *extract);
/* … and the taking in, of those bytes. The article stays the caller's. */
uint32_t index_add_packed(struct index *index, const struct article *article, const struct extract *extract, struct slice packed);

uint32_t index_narticles(const struct index *index);   /* ids of articles, retired ones too */
uint32_t index_nalive(const struct index *index);      /* articles that are not retired */
bool index_alive(const struct index *index, uint32_t article);
void index_retire(struct index *index, uint32_t article);
/* The article of a path as it was given or found, the last added of several; ID_NONE when there is none or it is retired. */
uint32_t index_find_path(const struct index *index, const char *path);
/* Counts additions and retirements: when it is the same, so is all else. */
uint64_t index_changes(const struct index *index);
/* The paths that the articles are of, as they were given: they tell the place of an article that comes late. Must outlive it. */
void index_roots(struct index *index, const char *const *roots, size_t nroots);
/* All that was there is added, in its order: what comes from now on comes late. */
void index_settled(struct index *index);
/* Are ids in the order of the list, and is none retired? If not, index_replace() puts an index in their place that is made anew of
   what this one has; ids are other ones then. */
bool index_in_order(const struct index *index);
void index_replace(struct index **index);
/* Those not retired, in the order of the list: that of index_add(), but changed and late ones in their
   place by path. *out is cleared first. */
void index_list(const struct index *index, struct ids *out);

/*
 * An article and what it says, made of a compact record when somebody asks (some 10 µs). Valid until INDEX_OPEN other
 * articles were asked for, or longer while it is held; index_extract() lives as long as index_article().
 */
enum { INDEX_OPEN = 256 };
const struct article *index_article(const struct index *index, uint32_t id);
const struct extract *index_extract(const struct index *index, uint32_t id);
void index_hold(const struct index *index, uint32_t article, bool hold); /* counts */

/* What lists show, without making the article: cheap. Valid until the next index_add(). */
struct slice index_headline(const struct index *index, uint32_t article, bool *made);  /* see article_headline() */
uint32_t index_article_source(const struct index *index, uint32_t article);            /* a number for each outlet */
uint32_t index_nsources(const struct index *index);
struct slice index_source_name(const struct index *index, uint32_t source);            /* see article_source() */

/* ---- quotes and figures ------------------------------------------------------- */

/* Where a quote or figure stands: the article's id and the row in its extract. */
struct place {
    uint32_t article, row;
};

uint32_t index_nquotes(const struct index *index);
struct place index_quote_place(const struct index *index, uint32_t id);
const struct quote *index_quote(const struct index *index, uint32_t id);
uint32_t index_quote_id(const struct index *index, uint32_t article, uint32_t row);
/* False for what is there but not listed on its own: scare quotes, fragments whose clause is a row, pull quotes that repeat a
   listed quote of the same speaker. */
bool index_quote_listed(const struct index *index, uint32_t id);
/* The same of a quote whose article may be gone: its file went, but it is still read. */
bool index_quote_was_listed(const struct index *index, uint32_t id);

/* The id of the first quote of an article; also for index_narticles(), so that one article's end where the next one's begin. */
uint32_t index_first_quote(const struct index *index, uint32_t article);
uint32_t index_first_figure(const struct index *index, uint32_t article);
/* Its kind and words, without making the article: cheap. */
enum quote_kind index_quote_kind(const struct index *index, uint32_t id);
struct slice index_quote_words(const struct index *index, uint32_t id);

uint32_t index_nfigures(const struct index *index);
struct place index_figure_place(const struct index *index, uint32_t id);
const struct figure *index_figure(const struct index *index, uint32_t id);
uint32_t index_figure_id(const struct index *index, uint32_t article, uint32_t row);
/* Cheap, as above. */
enum figure_kind index_figure_kind(const struct index *index, uint32_t id);
bool index_figure_repeats(const struct index *index, uint32_t id);  /* lists show another of its article that says the same */
bool index_figure_quoted(const struct index *index, uint32_t id);   /* it stands in a quote … */
uint32_t index_figure_quote(const struct index *index, uint32_t article, uint32_t row); /* … this one; else ID_NONE */
const char *index_figure_unit(const struct index *index, uint32_t id);
/* Both ends; the same when it is no range. False: it has no value (a date, …). */
bool index_figure_value(const struct index *index, uint32_t id, double *low, double *high);
/* The low end, of a date the number by which dates are sorted: what figure_size_of() takes. False: there is none. */
bool index_figure_number(const struct index *index, uint32_t id, double *number);

/* ---- speakers ------------------------------------------------------------------ */

/*
 * A speaker is one person, body, place or role over all articles. Strings and arrays belong to the index and are valid until
 * the next index_add().
 */
struct speaker {
    uint32_t id;
    enum entity_kind kind;
    const char *name;            /* the fullest */
    const char *const *aliases;  /* all other forms met, titles included; in the order met */
    size_t naliases;
    const char *const *affiliations; /* in the order met, spellings that differ by hyphens or case once */
    size_t naffiliations;
    const char *role;            /* the one that most articles give, without "a" or "the"; NULL when none */
    uint32_t nquotes;            /* listed ones */
    uint32_t narticles;          /* articles with a listed quote of theirs */
    uint32_t noutlets;           /* outlets (or files, where no outlet is known) among those */
};

/* Ids run from 0 to index_nspeakers() - 1. One that turned out to be another (a bare surname whose only bearer is known) has
   that other's id in index_speaker_resolve(); only ids that resolve to themselves are speakers of their own. */
uint32_t index_nspeakers(const struct index *index);
uint32_t index_speaker_resolve(const struct index *index, uint32_t id);
void index_speaker(const struct index *index, uint32_t id, struct speaker *speaker);
/* The same without the counts, for which all their quotes are gone through. */
void index_speaker_named(const struct index *index, uint32_t id, struct speaker *speaker);
/* The resolved speaker of an entity of an article. */
uint32_t index_speaker_of(const struct index *index, uint32_t article, uint32_t entity);
/* The resolved first speaker of a quote, or ID_NONE. */
uint32_t index_quote_speaker(const struct index *index, uint32_t quote);
/* Is the quote (among others, perhaps) this resolved speaker's? */
bool index_quote_is_by(const struct index *index, uint32_t quote, uint32_t speaker);
/* Does the article hold a listed quote of this resolved speaker? */
bool index_article_has_speaker(const struct index *index, uint32_t article, uint32_t speaker);
/* Do all words of `folded` (see utf_fold) occur in one name or alias of the speaker, whole or as beginnings of words? */
bool index_speaker_matches(const struct index *index, uint32_t id, const char *folded, bool whole);

/* The quotes of a resolved speaker, ascending; only the listed ones, or all. *out is cleared first. */
void index_speaker_quotes(const struct index *index, uint32_t id, bool all, struct ids *out);

/*
 * The figures in quotes of a resolved speaker, listed or not, ascending: of those of an article that say the same the one that says
 * most, or, where they did not say that one, the first of theirs. *out is cleared first.
 */
void index_speaker_figures(const struct index *index, uint32_t id, struct ids *out);
/* Those of one article, which may be retired. */
void index_article_speaker_figures(const struct index *index, uint32_t article, uint32_t speaker, struct ids *out);

/* Speakers that have listed quotes and whose names match folded words by prefix ("" matches all), most quotes first, then by
   name. *out is cleared first; the caller frees it with vec_free(). */
void index_speakers_list(const struct index *index, const char *folded, struct ids *out);

/* ---- terms ------------------------------------------------------------------------ */

/* Ids of the articles that hold all the folded words, the last one as a prefix; ascending. *out is cleared first. */
void index_terms_find(const struct index *index, const char *folded, struct ids *out);

/* ---- filters ------------------------------------------------------------------------ */

struct search;
/* A value; FILTER_ALL passes everything that is listed. */
struct filter {
    uint32_t speaker;            /* resolved id, or ID_NONE for any */
    uint32_t article;            /* or ID_NONE for all sources */
    uint32_t quote_kinds;        /* bit set of enum quote_kind; 0 for all */
    uint32_t figure_kinds;       /* bit set of enum figure_kind; 0 for all */
    struct search *search;       /* of this index, see lede/query.h; NULL for any */
};
#define FILTER_ALL ((struct filter){.speaker = ID_NONE, .article = ID_NONE})

/* *out is cleared first; ascending. Figures pass a speaker when they stand in a quote of theirs. */
void filter_quotes(const struct index *index, const struct filter *filter, struct ids *out);
/* Of figures of an article that say the same only the one that says most passes. */
void filter_figures(const struct index *index, const struct filter *filter, struct ids *out);

/* ---- units ------------------------------------------------------------------------------ */

struct units_count {
    const char *unit;
    uint32_t n;
};
/* How many figures there are of each unit. All zero is none yet; units_free() frees it, the strings too. */
struct units {
    VEC(struct units_count) v;
    struct hash *slots;
    struct arena *strings;
    struct { const char *unit; size_t place; } met[64]; /* by address: the index hands out the same one again and again */
};
/* Counts a figure that has a unit. The nouns of counts are too many to choose from and count only where they are asked for. */
void units_add(struct units *units, enum figure_kind kind, const char *unit, bool nouns);
/* The place of a unit in v, added when it is new. The word is copied: what an article holds may come and go. */
size_t units_place(struct units *units, const char *unit);
/* Most frequent first, then by name. Nothing can be added afterwards. */
void units_sort(struct units *units);
void units_free(struct units *units);

/* ---- loading ---------------------------------------------------------------------------- */

struct loader_options {
    struct article_options article;
    const struct vocabulary *words; /* of the user's; NULL for none. Outlives the loader */
    unsigned jobs;               /* worker threads; 0: as many as there are processors */
    size_t max_files;            /* 0: 1,000,000 */
    unsigned max_depth;          /* of folders; 0: 32 */
    bool jsonl;                  /* what is found holds JSON Lines: each line is an article, of any number */
    /* When set, the workers call it for each article and free that at once: rows come out in place of articles. */
    void (*render)(struct text *row, const struct article *article, const struct extract *extract);
    bool keep;                   /* rows and articles come out */
    /* When set, called in the finder's thread for each file: true when it need not be read. Times in ns since the epoch; that of
       the change is the system's own (ctime): nobody can set it back. */
    bool (*known)(void *arg, const char *path, int64_t mtime_ns, int64_t ctime_ns, uint64_t size);
    void *known_arg;
};

/*
 * Finds the articles under paths (files, folders, "-") and reads them in worker threads. What is read comes out in the order of
 * the arguments, within a folder in the order of the bytes of the paths, within a file in the order of its lines, whatever the
 * number of workers; a bounded number of articles is held at a time.
 */
struct loader;
struct loader *loader_start(const char *const *paths, size_t npaths, const struct loader_options *options);
/* Stops the workers, frees what nobody took. */
void loader_free(struct loader *loader);
/* Readable when something can be taken; for poll(). Belongs to the loader. */
int loader_fd(const struct loader *loader);

struct loaded {
    struct article *article;     /* the taker's; NULL when it was rendered, or not read: then error says why */
    const struct extract *extract;
    struct text row;             /* what was rendered */
    char *path;                  /* of a line: "FILE:LINE" */
    struct error error;          /* STATUS_OK when it was read */
};
void loaded_clear(struct loaded *loaded);     /* frees all but the article */
/* The same, and where this row was another may be written: memory that has just been used is the fastest. */
void loader_reuse(struct loader *loader, struct loaded *loaded);
/* Takes the next; false when none is ready (wait false) or all are taken. */
bool loader_next(struct loader *loader, bool wait, struct loaded *loaded);
bool loader_done(struct loader *loader);      /* everything is taken */
struct loader_progress {
    size_t found, taken;
    bool counting;               /* folders are still being looked through: found grows */
};
struct loader_progress loader_progress(struct loader *loader);

#endif
