/* Words and punctuation of an article, in 16 bytes each. */
#ifndef LEDE_EXTRACT_TOKENS_H
#define LEDE_EXTRACT_TOKENS_H

#include "lede/article.h"
#include "vocabulary.h"

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_STOP,
    TOKEN_QUESTION,
    TOKEN_EXCLAMATION,
    TOKEN_COMMA,
    TOKEN_COLON,
    TOKEN_SEMICOLON,
    TOKEN_DASH,
    TOKEN_OPEN,       /* ( [ */
    TOKEN_CLOSE,      /* ) ] */
    TOKEN_ELLIPSIS,
    TOKEN_MARK,       /* a quotation mark; an apostrophe that stands at the edge of a word is one at first */
    TOKEN_POSSESSIVE, /* 's */
    TOKEN_CLITIC,     /* 're 've 'd 'll 'm */
    TOKEN_SYMBOL
};

enum token_shape {
    SHAPE_CAPITAL = 1,  /* the first letter is large */
    SHAPE_CAPITALS = 2, /* all letters are, two at least */
    SHAPE_SPACE = 4,    /* white space or the start of the block before it */
    SHAPE_ABBR = 8,     /* ends with a stop that belongs to it: "Mr.", "U.S." */
    SHAPE_INITIAL = 16, /* "J." */
    SHAPE_DIGIT = 32,
    SHAPE_PLAIN = 64,   /* up to fifteen ASCII letters and nothing else: what the figures take as it is */
    SHAPE_CAPITAL2 = 128, /* of a plain word: the first two letters are large */
};

enum token_mark {
    MARK_NONE, MARK_STRAIGHT2, MARK_OPEN2, MARK_CLOSE2, MARK_LOW9, MARK_LEFT, MARK_RIGHT, MARK_STRAIGHT1, MARK_OPEN1, MARK_CLOSE1
};

struct token {
    uint32_t start;
    uint32_t hash;  /* of the folded word */
    uint16_t len;
    uint16_t word;  /* in the lexicon, or, behind its words, in the vocabulary; 0 is none */
    uint8_t kind, shape, mark;
};

/* In the order of the text; one more stands behind the last, which starts at UINT32_MAX. */
struct tokens {
    struct token *v;
    size_t n, cap;
    uint32_t *capitals; /* the words that begin with a capital, which alone may be names: as much room as v has */
    size_t ncapitals;
    uint32_t *marks; /* the quotation marks; as much room, too */
    size_t nmarks;
    const struct vocabulary *own; /* the user's words; NULL when there are none */
};

/* What a block holds, so that most blocks need no second look. */
enum { BLOCK_HAS_MARK = 1, BLOCK_HAS_CUE = 2, BLOCK_HAS_CAPITALS = 4 /* Most Words Are Large: a headline */ };
enum { HEADLINE_TOKENS = 40, HEADLINE_WORDS = 4, HEADLINE_LETTERS = 4 }; /* at most; at least; at least, of a word that counts */

void tokens_clear(struct tokens *tokens);
void tokens_free(struct tokens *tokens);
/* Appends the tokens of text[span) and returns the BLOCK_HAS_ flags, but _CUE. len: of the text, which has a NUL there. */
unsigned tokens_scan(struct tokens *tokens, const char *text, size_t len, struct span span);

static inline uint32_t token_end(const struct token *token) { return token->start + token->len; }

#endif
