/* UTF-8 and what stands behind it: width, graphemes, line breaks, folding. The only layer that knows libunistring. */
#ifndef LEDE_UTF_H
#define LEDE_UTF_H

#include "lede/base.h"

#define UTF_REPLACEMENT 0xFFFDu

/*
 * Decodes one code point at s[0..len), len > 0. Returns the number of bytes taken (1–4) and sets *cp;
 * at an invalid byte returns 1 and U+FFFD. Overlong forms, surrogates and > U+10FFFF are invalid.
 */
int utf_decode(const char *s, size_t len, uint32_t *cp);
/* The code point that ends at s[at), at > 0; the same rules. Returns its bytes. */
int utf_decode_before(const char *s, size_t at, uint32_t *cp);
/* Writes cp (made U+FFFD when it is no scalar value) to out and returns its bytes, 1–4. */
int utf_encode(uint32_t cp, char out[4]);
/* True when all of s is valid; *bad (may be NULL) is the offset of the first invalid byte. */
bool utf_valid(const char *s, size_t len, size_t *bad);
/* Decodes windows-1252 into arena memory, NUL-terminated; *out_len without the NUL. The five unassigned bytes become U+FFFD.
   The table is that of the WHATWG Encoding Standard's windows-1252, but for its five C1 pass-throughs. */
char *utf_from_windows_1252(struct arena *arena, const char *s, size_t len, size_t *out_len);
/* Copies s with each invalid byte made U+FFFD. */
char *utf_repair(struct arena *arena, const char *s, size_t len, size_t *out_len);

bool utf_is_space(uint32_t cp);      /* White_Space, U+200B too */
bool utf_is_letter(uint32_t cp);     /* general category L or M */
bool utf_is_upper(uint32_t cp);      /* Lu or Lt */
bool utf_is_lower(uint32_t cp);      /* Ll */
bool utf_is_digit(uint32_t cp);      /* Nd */
bool utf_is_alnum(uint32_t cp);      /* L, M or N */
uint32_t utf_lower(uint32_t cp);     /* simple lower-case mapping */

/*
 * THE width: columns that cp takes on the screen: 0, 1 or 2. Unprintable code points (see utf_is_hidden) have width 0.
 * Where libunistring and the terminals disagree, the terminals' reading is taken (see HACKING.md).
 */
int utf_width(uint32_t cp);
int utf_width_of(const char *s, size_t len); /* sum over graphemes; hidden code points count 0 */
/*
 * True for what must never reach a terminal: C0, DEL and C1 controls, bidi embeddings, overrides, isolates and marks,
 * zero-width space, word joiner, soft hyphen, BOM, tag characters, line and paragraph separators, noncharacters.
 * (ZWJ and ZWNJ are hidden too: joined emoji are shown apart, one column rule for all terminals.)
 */
bool utf_is_hidden(uint32_t cp);
/* The end (offset > at) of the grapheme that begins at s[at); at < len. Extended grapheme clusters, UAX #29. */
size_t utf_grapheme_end(const char *s, size_t len, size_t at);

/*
 * Where a line of s may break (UAX #14): writes one byte for each byte of s into marks: 'b' a break may stand before this
 * byte, '!' this byte is a line end itself, 0 none.
 */
void utf_line_breaks(const char *s, size_t len, char *marks);

/*
 * Appends the folded form of s: lower case (full Unicode case folding), accents removed, white space made single blanks,
 * hyphens and dashes '-', curly quotes straight, hidden code points dropped. For matching, not for showing.
 */
void utf_fold(struct text *out, const char *s, size_t len);
/*
 * Replaces out by s as it is shown in one line: white space single and none at the ends, no-break hyphens plain, hidden code
 * points dropped, invalid bytes U+FFFD.
 */
void utf_plain(struct text *out, const char *s, size_t len);
/* How many bytes at the start of s, which is no white space, utf_plain() takes as they stand; all: they are plain already. */
size_t utf_plain_run(const char *s, size_t len);
/*
 * Of folded text: the bytes of the code point at s[0..len), len > 0, and whether it belongs to a word: letters, marks, digits. Signs
 * of money, punctuation of any script and symbols do not.
 */
int utf_word_step(const char *s, size_t len, bool *part);
/* True when the folded words of needle all begin words of hay (whole: are words of hay). Both already folded. */
bool utf_words_match(const char *hay, const char *needle, bool whole);
/*
 * Finds the folded needle in s from offset `from`: sets *found to the byte range of s, or returns false. Case, accents,
 * hyphens, quotes as in utf_fold().
 */
bool utf_find(const char *s, size_t len, size_t from, const char *folded_needle, struct span *found);

#endif
