/* `lede speakers`: names, aliases, affiliations, number of quotes and of sources. */
#include <string.h>

#include "lede/utf.h"
#include "rows.h"

static const char *const speakers_kinds[] = {
    [ENTITY_PERSON] = "person", [ENTITY_ORG] = "organisation", [ENTITY_PLACE] = "place", [ENTITY_ROLE] = "role"};

static void
speakers_strings(struct sink *sink, struct sink_key key, const char *const *v, size_t n)
{
    struct text all = {0};

    if (sink->form == SINK_JSON) {
        sink_put_key(sink, key);
        text_putc(sink->out, '[');
        for (size_t i = 0; i < n; i++) {
            text_puts(sink->out, i ? ", " : "");
            sink_json_string(sink->out, slice_str(v[i]));
        }
        text_putc(sink->out, ']');
    } else {
        for (size_t i = 0; i < n; i++)
            text_printf(&all, "%s%s", i ? "; " : "", v[i]);
        sink_put_string(sink, key, slice_of(all.v, all.n));
    }
    text_free(&all);
}

static void
speakers_row(struct sink *sink, const struct speaker *speaker)
{
    sink_open(sink);
    sink_name(sink, "name", speaker->name);
    sink_name(sink, "kind", speakers_kinds[speaker->kind]);
    speakers_strings(sink, SINK_KEY("aliases"), speaker->aliases, speaker->naliases);
    speakers_strings(sink, SINK_KEY("affiliations"), speaker->affiliations, speaker->naffiliations);
    sink_name(sink, "role", speaker->role);
    sink_count(sink, "quotes", speaker->nquotes);
    sink_count(sink, "articles", speaker->narticles);
    sink_count(sink, "sources", speaker->noutlets);
    sink_close(sink);
    sink_end_row(sink);
}

static void
speakers_join(struct text *out, const char *const *v, size_t n)
{
    out->n = 0;
    for (size_t i = 0; i < n; i++)
        text_printf(out, "%s%s", i ? "; " : "", v[i]);
    text_add(out, "", 0);
}

static void
speakers_item(FILE *out, const struct speaker *speaker, bool markdown)
{
    struct text list = {0}, line = {0};

    if (!markdown)
        text_printf(&line, "%4u in %-3u ", speaker->nquotes, speaker->noutlets);
    text_puts(&line, speaker->name);
    if (speaker->role)
        text_printf(&line, ", %s", speaker->role);
    speakers_join(&list, speaker->affiliations, speaker->naffiliations);
    if (list.n)
        text_printf(&line, ", %s", list.v);
    speakers_join(&list, speaker->aliases, speaker->naliases);
    if (list.n)
        text_printf(&line, " (also: %s)", list.v);
    if (markdown)
        text_printf(&line, " — %u %s in %u %s", speaker->nquotes, speaker->nquotes == 1 ? "quote" : "quotes", speaker->noutlets,
                    speaker->noutlets == 1 ? "source" : "sources");
    plain_line(out, markdown ? "- " : "", &line, markdown);
    text_free(&list);
    text_free(&line);
}

static bool
speakers_passes(const struct index *index, struct search *search, uint32_t id)
{
    struct ids quotes = {0};
    bool passes = false;

    index_speaker_quotes(index, id, false, &quotes);
    for (size_t i = 0; i < quotes.n && !passes; i++)
        passes = search_passes_quote(search, quotes.v[i]);
    vec_free(&quotes);
    return passes;
}

void
dump_speakers(FILE *out, const struct index *index, const struct dump_choice *choice, enum dump_format format)
{
    struct text row = {0};
    struct sink sink = {.out = &row, .stream = out, .form = SINK_CSV_HEADER};
    struct ids ids = {0};

    if (format == DUMP_CSV)
        speakers_row(&sink, &(struct speaker){.name = ""});
    sink.form = format == DUMP_CSV ? SINK_CSV : SINK_JSON;
    index_speakers_list(index, "", &ids);
    if (format == DUMP_TEXT && ids.n)
        fputs("quotes in sources\n", out);
    for (size_t i = 0; i < ids.n; i++) {
        struct speaker speaker;

        if (choice->speaker && !index_speaker_matches(index, ids.v[i], choice->speaker, !choice->speaker_begins))
            continue;
        if (choice->search && !speakers_passes(index, choice->search, ids.v[i]))
            continue;
        index_speaker(index, ids.v[i], &speaker);
        if (format == DUMP_JSONL || format == DUMP_CSV)
            speakers_row(&sink, &speaker);
        else
            speakers_item(out, &speaker, format == DUMP_MARKDOWN);
    }
    vec_free(&ids);
    text_free(&row);
}
