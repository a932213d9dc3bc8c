/* What the files of this folder share: the index with its parts open. */
#ifndef LEDE_INDEX_INTERNAL_H
#define LEDE_INDEX_INTERNAL_H

#include <string.h>

#include "frozen.h"
#include "hash.h"
#include "lede/index.h"
#include "rows.h"
#include "store.h"
#include "terms.h"
#include "values.h"

VEC_TYPE(strings, const char *);

/* Keys ask for up to a million, so they are not pushed one by one. */
static inline void
ids_append(struct ids *ids, const uint32_t *v, size_t n)
{
    vec_reserve(ids, ids->n + n);
    if (n)
        memcpy(ids->v + ids->n, v, n * sizeof *v);
    ids->n += n;
}

/* A role as it was given, without its article, and how often. */
struct role_met {
    const char *role;
    uint32_t n;
};

/* One name met, with all that was met under it. Its number is the speaker id. */
struct identity {
    bool thawed;              /* false: it is in the image alone so far; see identity_at() */
    bool bare;                /* a surname alone: resolved by identity_resolve() */
    enum entity_kind kind;
    enum gender gender;
    const char *name, *key;
    const char *surname;      /* folded; persons only, else NULL */
    struct strings aliases, affiliations;
    struct strings shown;     /* aliases, with the names of the bare surnames that mean them; made by index_speaker() */
    VEC(struct role_met) roles;
    struct ids quotes;        /* those added, ascending; under the raw id. Those of the image come before */
    uint32_t nlisted;         /* listed ones among all */
};

/* Persons with the same surname. */
struct family {
    struct ids full, bare;
};

/* The user's word on a name; a chain for each folded alias. */
struct alias {
    const char *name;         /* whom it means */
    const char *folded;       /* the alias */
    const char *paths;        /* a shell pattern, or NULL */
    uint32_t next;            /* in the chain, or UINT32_MAX */
};

struct identities {
    const struct image *image; /* the first of them; NULL: none */
    struct arena *arena;      /* names, aliases, keys */
    VEC(struct alias) aliases;
    struct hash by_alias;     /* folded alias → the first of its chain */
    VEC(struct identity) v;
    struct hash by_key;       /* kind and folded name → identity, of those not in the image */
    struct hash by_name[ENTITY_ROLE + 1]; /* names as they were met → identity: what was met before is not folded again */
    struct text scratch;
    struct hash by_surname;   /* folded surname → families; those of the image when they were asked for */
    VEC(struct family) families;
};

/* An article made of its record again, because somebody looks at it. */
struct opened {
    uint32_t id;
    unsigned pins;
    uint64_t looked_at;
    struct arena *arena;
    struct article *article;
    const struct extract *extract;
};

/* The quotes of the speaker who was asked for last: all of articles that are there, ascending, and how many sources list them. */
struct spoken {
    bool known;
    uint32_t speaker, narticles, noutlets;
    uint64_t changes;         /* index_changes() then */
    struct ids all, listed;
};

/* A record made anew from the file, or an empty one where the file is not what it was. */
struct mended {
    bool lost;
    struct text record;
};

enum { CACHE_RECORDS = 1 << 16 }; /* where records begin in a file */

/* What was added to the image, in the same rows. Ids go on where those of the image end. */
struct index {
    const struct image *image; /* of the cache, or an empty one */
    struct arena *arena;       /* strings of what was added */
    VEC(struct document_row) documents;
    VEC(struct finds_row) finds;
    VEC(struct quote_row) quotes;
    VEC(uint8_t) quote_flags, figure_flags, figure_quotes;
    struct ids figure_values;  /* codes */
    struct values values;
    VEC(uint16_t) figure_units;
    struct ids entities;       /* the raw identity of each entity of each article */
    struct text paths;
    struct store *store;       /* records */
    struct numbers by_path;    /* of those added: the last article under a path */
    struct numbers sources;    /* by name, of those not in the image */
    struct strings source_names; /* of those not in the image */
    struct hash units;
    struct strings unit_names; /* of those not in the image */
    VEC(bool) dead;            /* by article; shorter than the articles: the rest live */
    uint32_t ndead;
    const char *const *roots;  /* what was opened, as it was given */
    size_t nroots;
    uint32_t first_late;       /* ids from here on are in no order: they came when the others were there; UINT32_MAX: none */
    struct ids order;          /* all ids in the order of the list, as far as it was asked for; unused while none is late */
    uint64_t changes;          /* adds and retirements so far */
    VEC(struct opened) opened;
    VEC(uint16_t) opened_at;   /* by article: 1 + its place in opened, or 0 */
    uint64_t looks;
    struct article_options reading; /* how files are read again whose records were damaged */
    const struct vocabulary *words; /* of the user's, for the same; or NULL */
    uint32_t *checked;         /* by article of the image: was its record looked at, and where is its new one: see records.c */
    VEC(struct mended) mended; /* new records in place of damaged ones */
    struct identities identities;
    struct spoken spoken;
    struct terms terms;
};

/* index.c */
/* Lets an empty index begin with an image, which must outlive it. */
void index_show_image(struct index *index, const struct image *image);
/* Records of the image that were damaged. */
uint32_t index_nmended(const struct index *index);
/* Rows by id, of the image or added. Here, since keys wait for loops over millions of them. */
static inline const struct document_row *
index_document(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->ndocuments;

    return id < n ? &index->image->documents[id] : &index->documents.v[id - n];
}
static inline const struct finds_row *
index_finds(const struct index *index, uint32_t article)
{
    uint32_t n = index->image->ndocuments;

    return article < n ? &index->image->finds[article] : &index->finds.v[article - n];
}
static inline const struct quote_row *
index_quote_row(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nquotes;

    return id < n ? &index->image->quotes[id] : &index->quotes.v[id - n];
}
static inline unsigned
index_quote_flags(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nquotes;

    return id < n ? index->image->quote_flags[id] : index->quote_flags.v[id - n];
}
static inline unsigned
index_quote_nspeakers(const struct index *index, uint32_t id)
{
    return index_quote_flags(index, id) >> QUOTE_NSPEAKERS;
}
static inline unsigned
index_figure_flags(const struct index *index, uint32_t id)
{
    uint32_t n = index->image->nfigures;

    return id < n ? index->image->figure_flags[id] : index->figure_flags.v[id - n];
}
uint32_t index_nentities(const struct index *index);
uint16_t index_figure_unit_number(const struct index *index, uint32_t id); /* the same for the same unit; UNIT_NONE, UNIT_OTHER */
uint32_t index_entity(const struct index *index, uint32_t at);
/* The rows of figures from this one on, to the last of its article. */
struct figure_rows {
    const uint8_t *flags, *quotes; /* quotes: see QUOTE_ROW_MOST */
    const uint32_t *values;        /* codes: the same for the same value, within an article */
};
struct figure_rows index_figure_rows(const struct index *index, uint32_t id);
/* The path of one that was added: its key in index->by_path. */
numbers_key index_path_key;
/* The article's path as the reader knows it, appended to *out. */
void index_put_path(const struct index *index, uint32_t id, struct text *out);

/* speakers.c */
/* All raw identities that are this speaker: itself, then the bare surnames that mean it. Returns how many; *raw is cleared first. */
size_t index_raw_ids(const struct index *index, uint32_t id, struct ids *raw);

/* spoken.c */
void spoken_free(struct spoken *spoken);

/* rebuild.c */
/* The index made anew from the records of this one, in the order of its list, with records in that file, unless it is -1. Only
   reads `old`. */
struct index *index_rebuild(const struct index *old, int fd);

/* records.c */
/* The whole record of an article; never damaged. */
struct slice index_record(const struct index *index, uint32_t id);
/* Was it damaged, and its file not what it was? Then it says nothing, and must not be taken for what the file says. */
bool index_record_lost(const struct index *index, uint32_t id);
/* A record of as many finds as the index knows of in the article, all empty; in the arena. */
struct slice records_empty(const struct index *index, uint32_t id, struct arena *arena);
void records_free(struct index *index);

/* opened.c */
const struct opened *opened_get(const struct index *index, uint32_t id);
void opened_free(struct index *index);

/* identity.c */
struct identity *identity_at(const struct identities *identities, uint32_t raw);
/* The raw id for an entity of an article; new when nobody had its key. */
uint32_t identity_of(struct identities *identities, const struct article *article, const struct entity *entity);
uint32_t identity_resolve(const struct identities *identities, uint32_t raw);
/* The bare surnames that mean this resolved speaker; NULL when none. */
const struct ids *identity_bare(const struct identities *identities, uint32_t id);
/* Has a quote, the last so far. */
void identity_add_quote(struct identities *identities, uint32_t raw, uint32_t quote, bool listed);
/* All quotes under the raw id, ascending, appended. */
void identity_quotes(const struct identities *identities, uint32_t raw, struct ids *out);
const char *identity_name(const struct identities *identities, uint32_t raw);
uint32_t identity_nlisted(const struct identities *identities, uint32_t raw);
void identities_image(struct identities *identities, const struct image *image);
void identities_free(struct identities *identities);

/* learn.c */
/* Takes what the article says of an entity; renamed: its name came from the user's rules. */
void identity_learn(struct identities *identities, uint32_t id, const struct article *article, const struct entity *entity,
                    bool renamed);
/* The role that most articles give; the first of those given as often. NULL when none. */
const char *identity_role(const struct identity *identity);

/* aliases.c */
void aliases_add(struct identities *identities, const char *name, const char *alias, const char *paths);
/* The name that the user's rules give to `name` in this article; `name` itself when none fits. */
const char *aliases_rename(struct identities *identities, const char *path, const char *name);
/* The folded form of a name, in the arena. */
char *identity_fold(struct arena *arena, const char *name);

#endif
