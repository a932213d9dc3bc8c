#include "finds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lede/utf.h"

void
finds_failed(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

/* In range, and cutting no character. */
static bool
is_fair(const struct article *article, struct span span)
{
    return span.start <= span.end && span.end <= article->len && ((unsigned char)article->text[span.start] & 0xC0) != 0x80 &&
           ((unsigned char)article->text[span.end] & 0xC0) != 0x80;
}

/* The same, or in what was given beside the text. */
static bool
is_fair_given(const struct article *article, struct span span)
{
    struct slice slice = article_slice(article, span);

    return span.start > article->len ? span.start <= span.end && utf_valid(slice.at, slice.len, NULL) : is_fair(article, span);
}

static bool
is_string(const char *string)
{
    return !string || utf_valid(string, strlen(string), NULL);
}

static bool
is_normal(struct decimal d)
{
    return decimal_compare(decimal_make(d.digits, d.exponent), d) == 0 && (d.digits % 10 || (!d.digits && !d.exponent));
}

static void
check_blocks(const struct article *article)
{
    uint32_t end = 0;

    for (size_t i = 0; i < article->nblocks; i++) {
        const struct block *block = &article->blocks[i];

        CHECK(is_fair(article, block->span) && !span_empty(block->span));
        CHECK(block->span.start >= end);
        CHECK(is_fair(article, block->words) && span_holds(block->span, block->words));
        CHECK((unsigned)block->kind < BLOCK_KINDS);
        end = block->span.end;
    }
}

static void
check_article(const struct article *article)
{
    CHECK(utf_valid(article->text, article->len, NULL));
    CHECK(article->text[article->len] == '\0' && article->path_kind <= PATH_NONE);
    check_blocks(article);
    CHECK(is_fair_given(article, article->title) && is_fair_given(article, article->standfirst) && is_fair_given(article, article->byline));
    CHECK(is_fair_given(article, article->outlet) && is_fair_given(article, article->url));
    CHECK(article->encoding && is_string(article->encoding));
    CHECK(is_string(article->published) && is_string(article->seen_on));
    for (size_t i = 0; i < article->ntags; i++)
        CHECK(is_fair_given(article, article->tags[i]));
}

static void
check_entities(const struct article *article, const struct extract *extract)
{
    for (size_t i = 0; i < extract->nentities; i++) {
        const struct entity *entity = &extract->entities[i];

        CHECK(entity->kind <= ENTITY_ROLE && entity->gender <= GENDER_FEMALE);
        CHECK(entity->name && entity->name[0] && is_string(entity->name) && is_string(entity->title));
        CHECK(is_fair(article, entity->role) && is_fair(article, entity->affiliation) && is_fair(article, entity->first));
    }
    for (size_t i = 0; i < extract->nmentions; i++) {
        const struct mention *mention = &extract->mentions[i];

        CHECK(is_fair(article, mention->span) && !span_empty(mention->span));
        CHECK(mention->entity < extract->nentities);
        CHECK(i == 0 || extract->mentions[i - 1].span.start <= mention->span.start);
    }
}

static void
check_quote(const struct article *article, const struct extract *extract, size_t row)
{
    const struct quote *quote = &extract->quotes[row], *before = row ? quote - 1 : NULL;

    CHECK(is_fair(article, quote->span) && !span_empty(quote->span));
    CHECK(is_fair(article, quote->speaker) && is_fair(article, quote->cue));
    CHECK(!before || before->span.start < quote->span.start ||
          (before->span.start == quote->span.start && before->span.end >= quote->span.end));
    CHECK((unsigned)quote->kind < QUOTE_KINDS && (unsigned)quote->found < FOUND_KINDS);
    CHECK(quote->block < article->nblocks && block_is_searched(article->blocks[quote->block].kind));
    CHECK(span_holds(article->blocks[quote->block].span, quote->span));
    CHECK(quote->confidence >= 0 && quote->confidence <= 1);
    CHECK(quote->nspeakers <= QUOTE_MAX_SPEAKERS);
    for (int i = 0; i < quote->nspeakers; i++)
        CHECK(quote->speakers[i] < extract->nentities);
    CHECK(quote->nspeakers == 0 || quote->found != FOUND_UNKNOWN);
    CHECK(quote->utterance < extract->nquotes);
    CHECK(quote->repeats == ROW_NONE || (quote->kind == QUOTE_PULL && quote->repeats < extract->nquotes && quote->repeats != row));
}

static void
check_figure(const struct article *article, const struct extract *extract, size_t row)
{
    const struct figure *figure = &extract->figures[row];

    CHECK(is_fair(article, figure->span) && !span_empty(figure->span));
    CHECK(row == 0 || extract->figures[row - 1].span.end <= figure->span.start);
    CHECK((unsigned)figure->kind < FIGURE_KINDS && (unsigned)figure->hedge < HEDGES && (unsigned)figure->trend < TRENDS);
    CHECK(!figure->has_high || figure->has_value);
    CHECK(is_fair(article, figure->of) && is_fair(article, figure->period) && is_fair(article, figure->hedge_words));
    CHECK(figure->block < article->nblocks && span_holds(article->blocks[figure->block].span, figure->span));
    CHECK(block_is_searched(article->blocks[figure->block].kind));
    CHECK(figure->quote == ROW_NONE ||
          (figure->quote < extract->nquotes && span_holds(extract->quotes[figure->quote].span, figure->span)));
    CHECK(figure->same_as == ROW_NONE || figure->same_as < row);
    CHECK(figure->fuller == 0 || (figure->fuller > row && figure->fuller < extract->nfigures));
    CHECK(is_string(figure->unit) && is_string(figure->date));
    CHECK(is_normal(figure->value) && is_normal(figure->high));
}

void
finds_check(const struct article *article, const struct extract *extract)
{
    check_article(article);
    check_entities(article, extract);
    for (size_t i = 0; i < extract->nquotes; i++)
        check_quote(article, extract, i);
    for (size_t i = 0; i < extract->nfigures; i++)
        check_figure(article, extract, i);
}
