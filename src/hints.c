#include "hints.h"

#include <string.h>

#include "complain.h"
#include "lede/utf.h"

VEC_TYPE(hints_names, const char *);

enum { HINTS_MOST_UNITS = 24, HINTS_MOST_SPEAKERS = 3 };

/* A unit that no figure has is no error, but whoever asked wants to know how the units there are called. */
void
hints_units(const struct index *index, const struct dump_choice *choice)
{
    struct units units = {0};
    struct text text = {0};

    for (uint32_t id = 0; id < index_nfigures(index); id++)
        if (!choice->figure_kinds || choice->figure_kinds & 1u << index_figure_kind(index, id))
            units_add(&units, index_figure_kind(index, id), index_figure_unit(index, id), true);
    units_sort(&units);
    text_printf(&text, "no figures in “%s”", choice->unit);
    for (size_t i = 0; i < units.v.n && i < HINTS_MOST_UNITS; i++)
        text_printf(&text, "%s %s (%u)", i ? "," : "; there are", units.v.v[i].unit, units.v.v[i].n);
    if (units.v.n > HINTS_MOST_UNITS)
        text_printf(&text, " and %zu more", units.v.n - HINTS_MOST_UNITS);
    complain("", text.v);
    units_free(&units);
    text_free(&text);
}

/* ---- speakers ---------------------------------------------------------------------------- */

static void
hints_folded(struct arena *arena, struct hints_names *names, struct ids *owners, const char *name, uint32_t id)
{
    struct text folded = {0};
    const char *kept, *last;

    utf_fold(&folded, name, strlen(name));
    kept = arena_string(arena, folded.v ? folded.v : "", folded.n);
    last = strrchr(kept, ' ');
    vec_push(names, kept);
    vec_push(owners, id);
    if (last) { /* a surname */
        vec_push(names, last + 1);
        vec_push(owners, id);
    }
    text_free(&folded);
}

/* Who is called nearly so, or ID_NONE. */
static uint32_t
hints_nearest(const struct index *index, const struct ids *speakers, const char *folded)
{
    struct arena *arena = arena_new();
    struct hints_names names = {0};
    struct ids owners = {0};
    uint32_t found = ID_NONE;
    const char *near;

    for (size_t i = 0; i < speakers->n; i++) {
        struct speaker speaker;

        index_speaker_named(index, speakers->v[i], &speaker);
        hints_folded(arena, &names, &owners, speaker.name, speakers->v[i]);
    }
    near = nearest_name(folded, names.v, names.n);
    for (size_t i = 0; near && i < names.n && found == ID_NONE; i++)
        if (names.v[i] == near)
            found = owners.v[i];
    vec_free(&names);
    vec_free(&owners);
    arena_free(arena);
    return found;
}

static bool
hints_is_known(const struct index *index, const struct dump_choice *choice)
{
    struct ids quotes = {0};
    bool known = false;

    for (uint32_t id = 0; id < index_nspeakers(index) && !known; id++)
        if (index_speaker_matches(index, id, choice->speaker, !choice->speaker_begins)) {
            index_speaker_quotes(index, index_speaker_resolve(index, id), true, &quotes);
            known = quotes.n > 0;
        }
    vec_free(&quotes);
    return known;
}

static void
hints_name(const struct index *index, uint32_t id, const char *before, struct text *text)
{
    struct speaker speaker;

    index_speaker_named(index, id, &speaker);
    text_printf(text, "%s%s", before, speaker.name);
}

void
hints_speakers(const struct index *index, const struct dump_choice *choice)
{
    struct ids ids = {0};
    struct text text = {0};
    uint32_t near;

    if (hints_is_known(index, choice))
        return;
    text_printf(&text, "no speaker is called “%s%s”", choice->speaker, choice->speaker_begins ? "*" : "");
    index_speakers_list(index, choice->speaker, &ids);
    if (ids.n && !choice->speaker_begins) {
        text_printf(&text, "; “%s*” finds", choice->speaker);
        for (size_t i = 0; i < ids.n && i < HINTS_MOST_SPEAKERS; i++)
            hints_name(index, ids.v[i], i ? ", " : " ", &text);
        if (ids.n > HINTS_MOST_SPEAKERS)
            text_printf(&text, " and %zu more", ids.n - HINTS_MOST_SPEAKERS);
    } else {
        index_speakers_list(index, "", &ids);
        near = hints_nearest(index, &ids, choice->speaker);
        if (near != ID_NONE)
            hints_name(index, near, "; the nearest is ", &text);
    }
    complain("", text.v);
    vec_free(&ids);
    text_free(&text);
}
