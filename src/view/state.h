/* The reader's state, and what its files do with it. */
#ifndef LEDE_VIEW_STATE_H
#define LEDE_VIEW_STATE_H

#include "layout.h"
#include "lede/app.h"
#include "lede/query.h"
#include "list.h"
#include "prompt.h"
#include "reader.h"

enum overlay { OVERLAY_NONE, OVERLAY_SPEAKERS, OVERLAY_HELP, OVERLAY_PROBLEMS };
enum asking { ASK_NOTHING, ASK_SEARCH, ASK_WORDS };
enum { UNIT_MAX = 40 };
enum figure_sort { SORT_PLACE, SORT_SIZE, SORT_KIND, SORTS };

/* What is shown: the filter that all panes share. A value but for words, which are owned. */
struct choice {
    uint32_t speaker;            /* resolved id, or ID_NONE */
    bool all;                    /* of all sources, not of the open article alone */
    char *words;                 /* the query as typed; NULL when there is none */
    uint32_t quote_kinds, figure_kinds; /* as in struct filter */
    enum figure_sort sort;
    char unit[UNIT_MAX];         /* of figures, as far as it fits; "" for all */
};

/* A pane that is being filled with what the query finds: the articles, or places in the order, before `next` are done. */
struct sweep {
    uint32_t next;
    bool more;
};

/* A pane that lists ids. */
struct view {
    struct ids ids;
    struct list list;
    uint32_t counts[16];         /* of each kind, before the filter by kind */
};

/* What is lit in texts and lists, and what n goes to: a search in the pane, or the words of the query. */
struct lit {
    const char *pattern;         /* folded, or "" */
    const struct query *query;   /* or NULL */
};

/* What a speaker has in an article. */
struct share {
    uint32_t nquotes, nfigures;
};

enum frame_kind { FRAME_LIST, FRAME_OPEN, FRAME_FILTER, FRAME_ZOOM };
/* Filters that go round by a key: each comes off alone, whatever was chosen since. */
enum narrowing { NARROW_NONE, NARROW_QUOTES, NARROW_FIGURES, NARROW_UNIT };

/* Where a list was. */
struct list_place {
    uint32_t id;
    int line;
    bool any;
};

/* Where one was before going deeper. */
struct frame {
    enum frame_kind kind;
    enum narrowing narrowing;    /* of a FRAME_FILTER */
    enum pane focus, margin;
    bool zoom;
    struct choice choice;
    struct reader_place place;
    struct list_place lists[PANES];
};

/* A quote wrapped for its pane. */
struct wrapped {
    uint32_t id;
    int width;
    bool cut;                    /* too long to be shown whole */
    struct lines lines;
};
enum { PLACES_MAX = 8 };
enum { APP_WRAPPED = 256, APP_NAMES = 128, APP_FRAMES = 64, MESSAGE_MAX = 200 };

/* A line of the speakers' overlay, counted when it is first seen. */
struct speaker_row {
    uint32_t id, nquotes, nsources;
    bool counted;
};

/* A line of help. */
struct help_line {
    char *key, *does;            /* key NULL: a heading */
    enum role role;
};

struct app {
    struct app_setup setup;
    int width, height;
    unsigned answer;             /* APP_*, gathered while a key is acted on */
    enum pane focus, margin;
    bool zoom;
    struct layout layout;
    struct choice choice;
    struct reader reader;
    struct view views[PANES];    /* that of the article is unused */
    VEC(struct frame) back;
    struct frame anchor;         /* where the last key left off, when the size changed since */
    bool anchored;

    /* the filter's effect on articles */
    struct query *query;         /* as far as choice.words go; NULL: nothing is asked */
    struct search *search;       /* for it; NULL, too, where it asks nothing */
    struct query_error wrong;    /* with what is typed */
    struct text applied;         /* when something is: the rest, which is applied all the same */
    uint32_t searched;           /* of so many articles */
    struct sweep sweeps[PANES];
    struct ids order;            /* of all articles, for the sweep of the list */
    struct ids said_quotes, said_figures; /* of the speaker, over all articles: those that are listed */
    uint32_t sources;            /* in which the speaker is quoted */
    struct text who, surname, about; /* the speaker's name, in full and for short; role and bodies */
    uint32_t seen;               /* articles that the views have taken in */
    uint64_t seen_changes;       /* index_changes() then */
    uint32_t *article_counts;    /* two an article: quotes, figures, plus 1; 0: not counted yet */
    size_t narticle_counts;

    /* caches */
    struct wrapped wrapped[APP_WRAPPED];
    struct { uint32_t id; bool valid; const char *name; } names[APP_NAMES];
    struct text scratch;
    int figure_lead, figure_tail; /* columns of hedge and number, and of what follows the digits */

    /* overlays and prompts */
    enum overlay overlay;
    struct list overlay_list;
    struct prompt prompt;
    enum asking asking;
    struct past *past, *own_past; /* the second only where the caller keeps none */
    struct recall recall;
    VEC(struct speaker_row) speakers; /* all */
    struct ids narrowed;         /* rows of speakers that match what was typed */
    VEC(struct help_line) help;
    char *sought, *sought_before; /* the search as typed; "" when none */
    char *pattern;               /* the same, folded */
    bool asked_last, asked_last_before; /* the query came after the search: its words are hits */
    struct span hit, hit_before; /* the last one found in the article */
    struct frame search_from;

    /* keys */
    uint32_t pending;            /* first key of a sequence */
    long count;
    bool counting;
    uint32_t digit;              /* the last key, when it was a digit that focused a pane; else 0 */
    struct frame digit_from;     /* where one was before it, or before the first digit of such a count */
    bool count_of_panes;         /* so far each digit focused a pane: taken back when it turns out to be a count */

    /* the status line */
    char message[MESSAGE_MAX];
    struct loader_progress progress;
    bool loading, wants_stop;
    bool told_gone;              /* that the file of the open article is */
    bool settled;                /* all was there once, settled_alive articles the last time */
    uint32_t settled_alive;
};

/* changes.c */
/* The article of the same file as this one, if the file changed; else this one. */
uint32_t changes_now(const struct app *app, uint32_t article);
/* Is there no file of the open article any more? */
bool changes_gone(const struct app *app);
/* Files changed, came late or went: the open article follows its file. True when the lists are to be made anew. */
bool changes_follow(struct app *app);
/* Says how many came or went since all was there the last time. */
void changes_tell(struct app *app, bool done);

/* app.c */
void app_layout(struct app *app);              /* after size, focus or zoom changed */
void app_say(struct app *app, const char *fmt, ...) LEDE_PRINTF(2, 3);
void app_focus(struct app *app, enum pane pane);
void app_open(struct app *app, uint32_t article);
/* The list that has the keys (of the overlay or the focused pane), or NULL in the article. */
struct list *app_list(struct app *app, struct list_heights *heights);
struct list_heights app_heights(struct app *app, enum pane pane);
uint32_t app_selected(const struct app *app, enum pane pane); /* an id, or ID_NONE */
const char *app_speaker_name(struct app *app, uint32_t speaker); /* valid until the index grows */
const char *app_key_of(const struct app *app, enum action action, char buf[24]); /* its first key, for hints */

/* follow.c */
void follow_moved(struct app *app);            /* the selection in the focused pane moved: the others follow */
void follow_mark(struct app *app);             /* the lists select what is current in the article */
void follow_focus(struct app *app);            /* the pane that got the keys says what is current */
/* A speaker was chosen at a quote of theirs (or ID_NONE): the lists select that, else the nearest in the open article. */
void follow_speaker(struct app *app, uint32_t quote);

/* actions.c */
void actions_run(struct app *app, enum action action, long count);

/* choose.c: the ids that pass the filter */
void choose_articles(struct app *app);
void choose_quotes_of(struct app *app, uint32_t article);  /* appends what passes of an article */
void choose_figures_of(struct app *app, uint32_t article);
void choose_resort(struct app *app);           /* the list of figures, after more was appended */
void choose_quotes(struct app *app);
void choose_figures(struct app *app);
/* The units of the figures that pass all else, most frequent first; the caller frees them. */
void choose_units(struct app *app, struct units *units);
void choose_all(struct app *app);              /* after the filter changed */
void choose_grown(struct app *app, bool done); /* after the index grew */
void choose_opened(struct app *app);           /* after another article was opened */
size_t view_find(const struct view *view, uint32_t id); /* its place in the list, or n */
/* What an article holds: listed quotes, figures. */
void choose_counts(struct app *app, uint32_t article, uint32_t *nquotes, uint32_t *nfigures);

/* who.c: the chosen speaker */
void who_choose(struct app *app);              /* after the speaker, or what they said, changed */
struct share who_share(const struct app *app, uint32_t article); /* no quotes: nothing of the speaker */

/* sort.c: the figures in the order that was chosen; those that are alike there stay as they come */
void sort_figures(const struct app *app, struct ids *ids);

/* places.c: where the figure under the cursor stands besides */
uint32_t places_of(const struct app *app, struct place place, uint32_t rows[PLACES_MAX]); /* how many; the first of them in rows */
bool places_next(struct app *app, bool back);  /* to the next one, round the end; false where there is but one */

/* back.c */
void back_push(struct app *app, enum frame_kind kind);
/* Around a change of a kind or unit: before it, and after it. The way back is to where there was none. */
void back_narrow(struct app *app, enum narrowing narrowing);
void back_narrowed(struct app *app, enum narrowing narrowing);
bool choice_narrows(const struct choice *choice, enum narrowing narrowing);
/* What back_pop() would do, in a word or two ("query off"); NULL when there is nothing to go back to. */
const char *back_says(const struct app *app);
bool back_pop(struct app *app);                /* false when there is nothing to go back to */
void back_drop(struct app *app);               /* forgets the last frame */
void back_drop_list(struct app *app);          /* in the list: the way back to it is done */
bool back_holds(const struct app *app, enum frame_kind kind);
struct frame back_frame(struct app *app, enum frame_kind kind);
void back_restore(struct app *app, struct frame *frame); /* frees what the frame owns */
void back_restore_places(struct app *app, const struct frame *frame); /* selections and scrolling alone */
void frame_free(struct frame *frame);

/* find.c: search in the pane */
void find_open(struct app *app);
void find_typed(struct app *app);
void find_done(struct app *app);
void find_left(struct app *app);
void find_again(struct app *app, bool back);
void find_clear(struct app *app);              /* nothing is searched for any more */
struct lit find_lit(const struct app *app);    /* whose hits are shown */
bool lit_is(const struct lit *lit);            /* is anything? */
/* The next hit in s from offset `from` on. */
bool lit_find(const struct lit *lit, const char *s, size_t len, size_t from, struct span *hit);

/* sweep.c: what a query finds, a slice at a time */
void sweep_query(struct app *app);             /* after choice.words, or the index, changed: nothing was looked at yet */
void sweep_free(struct app *app);
void sweep_start(struct app *app, enum pane pane); /* the first slice, into the cleared list of the pane */
void sweep_all(struct app *app, enum pane pane);   /* to the end */
extern const char sweep_says[];                /* what stands in the pane while there is nothing yet */
bool sweep_is_on(const struct app *app, enum pane pane); /* there may be more to come */

/* words.c: the query */
void words_open(struct app *app);
void words_typed(struct app *app);
void words_done(struct app *app);
void words_left(struct app *app);
/* The query that holds, as text; NULL when none does. */
const char *words_shown(const struct app *app);

/* applied.c: of a query that is being typed, what the parser does not pass over. Replaces *out. */
void applied_query(const char *typed, struct text *out);

/* a file a pane */
int articles_height(const void *app, size_t i);
void articles_draw(struct app *app, struct canvas *canvas);
int quotes_height(const void *app, size_t i);
void quotes_draw(struct app *app, struct canvas *canvas);
int figures_height(const void *app, size_t i);
void figures_draw(struct app *app, struct canvas *canvas);
void figures_measure(struct app *app);
void article_draw(struct app *app, struct canvas *canvas);
void titles_draw(struct app *app, struct canvas *canvas);
void status_draw(struct app *app, struct canvas *canvas);

/* overlays */
void speakers_open(struct app *app);
void speakers_key(struct app *app, uint32_t key);
void speakers_typed(struct app *app);
void speakers_draw(struct app *app, struct canvas *canvas);
/* Sets the filter; quote: where the speaker was found, or ID_NONE. */
void speakers_follow(struct app *app, uint32_t speaker, uint32_t quote);
void help_open(struct app *app);
int help_height(const void *app, size_t i);
void help_draw(struct app *app, struct canvas *canvas);
void help_free(struct app *app);
void problems_open(struct app *app);
int problems_height(const void *app, size_t i);
void problems_draw(struct app *app, struct canvas *canvas);
int one_line(const void *app, size_t i);

/* draw.c: what panes share */
/* "113,636": counts look the same everywhere. */
const char *draw_number(size_t n, char buf[DECIMAL_GROUPED_BUF]);
/* Draws the bar and the background of a selected row; the first of them has the cursor when the pane has the keys. */
void draw_selected(struct app *app, struct canvas *canvas, enum pane pane, struct rect rect, bool first);
/* Text in one line, cut at its width, with the hits of the search lit; returns the columns used. */
int draw_text(const struct app *app, struct canvas *canvas, struct rect rect, enum role role, struct slice s);
/* Words of help in an empty pane. */
void draw_empty(struct canvas *canvas, struct rect rect, const char *text);
/* "Harbour Post · ¶7", "Harbour Post · standfirst"; without the source when it is NULL. */
void draw_place(struct text *out, const struct slice *source, const struct app *app, struct place place, uint32_t block);
void draw_rules(struct app *app, struct canvas *canvas);

#endif
