/* Articles with their quotes and figures marked in the text: screens are tested without the extractor, and don't change with it. */
#ifndef LEDE_TEST_SCREEN_FIXTURE_H
#define LEDE_TEST_SCREEN_FIXTURE_H

#include "lede/index.h"

/*
 * A fixture is lines "kind: text", kind a block's name, or outlet, published. In the text stand marks, which may stand in one
 * another:
 *   {q Name|words}  a direct quote; g a fragment, i indirect speech, p a pull quote        {?|words}  a quote of nobody known
 *   {v|words}       the cue of the next quote
 *   {n|words}       the words that name the speaker of the quote before, else of the next  {s|words}  scare quotes
 *   {a Name|words}  somebody's affiliation
 *   {f kind value unit|words}  a figure ("-" for no unit)   {h|words}  the hedge of the next   {o|words}  what the last counts
 * A block "pull" is a quote of whom the attribution behind it names, a repeated block is marked by a '=' before its kind.
 * Adds the article to the index and returns its id.
 */
uint32_t fixture_add(struct index *index, const char *path, const char *source);
/* The same from tests/data/screen/NAME; fails the test when it can't be read. */
uint32_t fixture_load(struct index *index, const char *name);

#endif
