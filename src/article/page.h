/* A page while its blocks are being found: its lines with what is seen on each at a glance. For src/article only. */
#ifndef LEDE_ARTICLE_PAGE_H
#define LEDE_ARTICLE_PAGE_H

#include "lede/article.h"

/* What a line looks like taken alone. All but LINE_PLAIN come from the phrase table (src/article/phrases) or a form of its own. */
enum line_class {
    LINE_PLAIN,
    LINE_SHARE,      /* "Copy link", "Tweet", "14K shares" */
    LINE_ADVERT,     /* "Advertisement", "Story continues below" */
    LINE_CREDIT,     /* of a picture, alone on its line: "Getty Images", "Photo: A. Name/Agency" */
    LINE_CAPTION,    /* a sentence or phrase with a credit at its end */
    LINE_TIME,       /* "2 hours ago", "17:07 IST", "Published Jun 5, 2026" */
    LINE_RELATED,    /* the heading of other stories: "Most read", "Read next" */
    LINE_TEASER,     /* one other story, on the line itself: "Read more: …", "Related: …" */
    LINE_VIDEO,      /* "ON NOW", "Watch: …", "00:49" */
    LINE_LEGAL,      /* "We use cookies …", "© 2024 …", "Back to top" */
    LINE_SUBSCRIBE,  /* "Already a subscriber?", "Sign in" */
    LINE_NEWSLETTER, /* "Enter your email address", "Get the briefing in your inbox" */
    LINE_AUTHOR,     /* heading of an author box: "About the author" */
    LINE_COMMENTS,   /* "12 comments", "Leave a reply" */
    LINE_TOPICS,     /* "Tags: a, b", "Related topics", "Filed under" */
    LINE_FOLLOW,     /* "Follow us on:" */
    LINE_READTIME,   /* "3 min read", "1,204 views", "A- A A+" */
    LINE_NOTE,       /* "Editor's note: …", "Correction: …", "The views are the author's" */
    LINE_THANKS,     /* credit of people: "(Reporting by A; editing by B)", "Additional research by N" */
    LINE_BIO,        /* "N is a reporter for …" */
    LINE_BYLINE,     /* "By A and B" */
    LINE_SECTION,    /* "Opinion", "World": a section of the paper, or a heading */
    LINE_KICKER,     /* "KEY POINTS", "Breaking" */
    LINE_CLASSES
};

enum line_flag {
    LINE_STOPPED = 1 << 0,   /* ends as a sentence does, closing marks aside */
    LINE_ASKS = 1 << 1,      /* ends in ? or ! */
    LINE_COLON = 1 << 2,     /* ends in a colon */
    LINE_SHOUTS = 1 << 3,    /* has capitals and no small letter */
    LINE_LOWER = 1 << 4,     /* begins with a small letter */
    LINE_QUOTED = 1 << 5,    /* begins with a quotation mark */
    LINE_SENTENCES = 1 << 6, /* a sentence ends inside; only where that decides */
    LINE_TABS = 1 << 7,      /* a row of a table */
    LINE_GAP = 1 << 8,       /* a blank line stands before it */
    LINE_CUE = 1 << 9,       /* has a word that page furniture is made of: inbox, newsletter, cookies … */
    LINE_AGAIN = 1 << 10,    /* the same line stands above */
    LINE_TWICE = 1 << 11,    /* the same line stands below */
    LINE_HINT = 1 << 12,     /* has a word of credits and disclaimers: contributed, views */
    LINE_DENSE = 1 << 13,    /* long, of letters beyond ASCII, and hardly a blank: a script that does not divide words */
    LINE_NAME = 1 << 14,     /* plain, and a person's name, or several */
    LINE_SOURCE = 1 << 15,   /* may stand below a pull quote to say whose it is */
    LINE_PROSE = 1 << 16,    /* can only be running text: long enough, and ended like a sentence */
    LINE_HEADLINE = 1 << 17, /* may be the headline */
};

struct line {
    struct span span;       /* without the white space at both ends; several lines of the file where it is hard-wrapped */
    uint32_t words;
    uint32_t first_word;    /* its words stand in page->words from here */
    uint32_t caps;          /* of them, those that begin with a capital */
    uint32_t digits;        /* digits in it */
    uint32_t flags;
    uint32_t hash;          /* of its bytes */
    uint32_t twin;          /* with LINE_AGAIN: the first line that is the same */
    uint8_t mark;           /* bytes of the list mark it begins with */
    uint8_t class;          /* enum line_class */
    uint8_t kind;           /* enum block_kind, once decided */
    bool decided, repeated;
    struct span shown;      /* what becomes block.words */
};

struct page {
    struct article *article;
    const char *text;
    struct line *lines;     /* those that are not blank */
    size_t n;
    uint32_t *words;        /* where each begins, of all lines, behind its marks */
    size_t first;           /* lines before it are a header block */
    size_t prose;           /* where running text begins at first sight, or n */
    size_t title;           /* line of the headline, or n */
    size_t body;            /* first line of the body, or n */
    size_t end;             /* behind the last line of the body */
    bool gaps;              /* paragraphs stand apart by blank lines */
};

/* Letters and figures of ASCII, whatever the locale. */
static inline bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool ascii_letter(char c) { return ascii_lower((char)(c | 0x20)); }
static inline bool ascii_alnum(char c) { return ascii_letter(c) || ascii_digit(c); }

/* measure.c: fills a line whose span is set; its words go to the end of *words. Text ends at text_end. */
struct words {
    uint32_t *v;
    size_t n, cap;
};
void measure_line(const char *text, const char *text_end, struct line *line, struct words *words);

/* words.c: moves the line's words behind their marks; sets how many begin with a capital, and LINE_CUE and LINE_HINT. */
void words_look(const char *text, const char *text_end, struct line *line, uint32_t *words);
/* The word at s begins with a capital, be it behind a quotation mark or a bracket. */
bool word_is_capital(const unsigned char *s, const unsigned char *end);
/*
 * The hash of a word, without regard to the case of ASCII letters; 0 for nothing. The lowest bit says that it is long enough
 * to mean something by itself (four letters).
 */
uint32_t word_hash(const char *s, size_t len);
/* The same of a word of the page that begins here, without the marks around it and "'s". */
uint32_t word_hash_at(const struct page *page, uint32_t at);
/*
 * The word stands in a vocabulary, without regard to case: for each initial a string of words in small letters with blanks
 * between them, or NULL.
 */
bool word_listed(struct slice word, const char *const by_initial[26]);

/* Was given beside the text (jsonl.c), and may not stand in it. */
static inline bool
page_is_given(const struct page *page, struct span field)
{
    return field.start > page->article->len;
}
/* The first of the lines at the top that say just this, without regard to the case of ASCII letters; n when none does. */
size_t page_line_of(const struct page *page, struct span field);

/* lines.c */
void lines_find(struct page *page);
struct slice line_slice(const struct page *page, size_t i);
/* Line i begins with all of line k. */
bool line_begins(const struct page *page, size_t i, size_t k);
static inline bool line_has(const struct line *line, unsigned flags) { return (line->flags & flags) != 0; }
/* s has these words (two letters or more) somewhere, without regard to case; these bytes, with regard to it. */
bool line_says(struct slice s, const char *words);
bool line_has_bytes(struct slice s, const char *bytes);
static inline bool line_is_prose(const struct line *line) { return line_has(line, LINE_PROSE); }

/* furniture.c */
enum line_class furniture_class(struct slice text, const struct line *line);

/* credit.c: LINE_CREDIT, LINE_CAPTION or LINE_PLAIN. */
enum line_class credit_class(struct slice text, const struct line *line);

/* note.c: "N is a reporter for …", "N contributed to this report", "The views are the author's". */
bool note_is_bio(struct slice text, const struct line *line);
bool note_is_thanks(struct slice text, const struct line *line);
bool note_is_disclaimer(struct slice text, const struct line *line);
bool note_has(struct slice text, const char *const *words, size_t n);

/* byline.c: the names of a line like "By A and B, Staff Writers"; empty when it is no such line. */
struct span byline_names(const char *text, struct span line);
bool byline_opens(struct slice line); /* with "By" or the like */
/* Two to four words that can be nothing but a person's name; or several such names. */
bool byline_is_name(struct slice text);
/* The same of line i (blocks.c), whatever its class; LINE_NAME says so of plain lines. */
bool line_names(const struct page *page, size_t i);
static inline bool
line_is_name(const struct page *page, size_t i)
{
    return line_has(&page->lines[i], LINE_NAME);
}
/* The outlet of "By N - The Daily - Thursday" or "By N | The Daily"; empty when there is none. */
struct span byline_outlet(const char *text, struct span line, struct span names);

/* date.c */
struct date {
    int year, month, day;   /* 0: not given */
    int hour, minute;       /* -1: not given */
};
/* Reads the date that begins at text[0]; returns the bytes it takes, 0 when there is none. */
size_t date_read(struct slice text, struct date *date);
/* The first date within text that has a year. */
bool date_find(struct slice text, struct date *date);
/* A line that says when, and nothing else; it has so many digits. */
bool date_is_line(struct slice text, uint32_t digits, struct date *date);
/* "2026", "2026-01-14", "2026-01-14T17:07:00Z" and the like, and nothing else. */
bool date_is_iso(struct slice text);
/* In ISO 8601, as exact as it is known. */
const char *date_keep(struct arena *arena, const struct date *date);
int date_compare(const struct date *a, const struct date *b);

/* header.c: "Title: …" lines above the first blank line; sets page->first. */
void header_read(struct page *page);

/* echo.c: which words of a few lines stand elsewhere in the page. */
struct echo;
struct echo *echo_new(void);
void echo_free(struct echo *echo);
/* Asks what of line i stands elsewhere, in the order of lines; the answer is good after echo_run(). */
enum echo_asked { ECHO_WORDS = 1, ECHO_RUNS = 2 };
void echo_add(struct echo *echo, const struct page *page, size_t i, unsigned what);
void echo_run(struct echo *echo, const struct page *page);
/* The share of the line's words (of four letters and more) that other lines have; 0 if not asked. */
double echo_words(const struct echo *echo, size_t i);
/* The share of its three-word runs; what was not asked is looked up now. */
double echo_runs(const struct echo *echo, const struct page *page, size_t i);
/* The share of its words, less sure the fewer they are: one of one counts 0.4, six of six 0.8. */
double echo_weight(const struct echo *echo, size_t i);

/* tags.c */
/* Words glued to each other, at `least` so many times: "CanadaChinaMark Carneytrade". */
bool tags_is_glued(struct slice text, size_t least);
/* "a, b, c": adds them to the article. */
void tags_split(struct page *page, struct slice list);
void tags_read(struct page *page, size_t i);

/* title.c, body.c, meta.c: the passes, in this order. */
/* The first line of running text that is not alone: where the headline is looked for. */
size_t title_text_begins(const struct page *page);
/* Marks the lines that may be the headline; when page->prose is known. */
void title_mark(struct page *page);
/* What of line i must be asked for, as bits of enum echo_asked. */
unsigned title_asks(const struct page *page, size_t i);
/* Line i stands where headlines and standfirsts do: not far from where running text begins. */
bool title_is_near(const struct page *page, size_t i);
void title_find(struct page *page, struct echo *echo);
void meta_find(struct page *page, const struct echo *echo);
/* A place, and mostly an agency or a day, before a dash: "KESSEL, Oct 3 (Hill Agency) - ". */
bool meta_has_dateline(struct slice text);
/* Marks a standfirst that the text repeats; when the text is known. */
void meta_repeated(struct page *page, const struct echo *echo);
/* Line i has the form of an attribution: for LINE_SOURCE. */
bool quote_names(const struct page *page, size_t i);
unsigned quote_asks(const struct page *page, size_t i);
/* True when line i is a pull quote and line i + 1 says whose. */
bool quote_is_pair(const struct page *page, const struct echo *echo, size_t i);
void body_find(struct page *page, struct echo *echo);

#endif
