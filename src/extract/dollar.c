/*
 * Newspapers write "$" for the dollar of their readers and put letters before all others: the style books of The Canadian Press,
 * The Globe and Mail, the ABC (Australia) and the NZ Herald, and of the agencies, where it is the US dollar (Reuters Handbook of
 * Journalism, "dollar"; AP Stylebook, "dollars"; AFP; Bloomberg). So who wrote decides, and where that is not certain "$" stays.
 */
#include <string.h>

#include "dollar.h"

/* Agencies go before outlets: a Canadian paper that prints a story of the AP prints the AP's dollars. */
static const struct {
    const char *name, *mark, *iso; /* mark: in brackets behind the dateline */
} agencies[] = {
    {"Reuters", "(Reuters)", "USD"}, {"Associated Press", "(AP)", "USD"}, {"AP", "(AP)", "USD"}, {"AFP", "(AFP)", "USD"},
    {"Agence France-Presse", "(AFP)", "USD"}, {"Bloomberg", "(Bloomberg)", "USD"}, {"Bloomberg News", "(Bloomberg)", "USD"},
    {"Canadian Press", "(CP)", "CAD"}, {"Australian Associated Press", "(AAP)", "AUD"}, {"AAP", "(AAP)", "AUD"},
};

/* Country-code domains (IANA) of lands whose own dollar has the bare sign in their own English (Unicode CLDR, narrow symbols). */
static const struct {
    const char *suffix, *iso;
} domains[] = {
    {".ca", "CAD"}, {".au", "AUD"}, {".nz", "NZD"}, {".sg", "SGD"}, {".jm", "JMD"}, {".tt", "TTD"}, {".bb", "BBD"}, {".bs", "BSD"},
    {".bz", "BZD"}, {".fj", "FJD"}, {".gy", "GYD"}, {".gov", "USD"}, {".mil", "USD"}, {".us", "USD"},
    {"nytimes.com", "USD"}, {"washingtonpost.com", "USD"}, {"wsj.com", "USD"}, {"latimes.com", "USD"}, {"usatoday.com", "USD"},
    {"npr.org", "USD"}, {"cnn.com", "USD"}, {"cnbc.com", "USD"}, {"nbcnews.com", "USD"}, {"cbsnews.com", "USD"},
    {"foxnews.com", "USD"}, {"abcnews.go.com", "USD"}, {"politico.com", "USD"}, {"axios.com", "USD"}, {"apnews.com", "USD"},
    {"reuters.com", "USD"}, {"bloomberg.com", "USD"}, {"thehill.com", "USD"}, {"propublica.org", "USD"}, {"bostonglobe.com", "USD"},
    {"chicagotribune.com", "USD"}, {"theglobeandmail.com", "CAD"}, {"nationalpost.com", "CAD"}, {"financialpost.com", "CAD"},
    {"thestar.com", "CAD"}, {"torontosun.com", "CAD"}, {"vancouversun.com", "CAD"}, {"calgaryherald.com", "CAD"},
    {"edmontonjournal.com", "CAD"}, {"ottawacitizen.com", "CAD"}, {"montrealgazette.com", "CAD"}, {"winnipegfreepress.com", "CAD"},
    {"straitstimes.com", "SGD"}, {"channelnewsasia.com", "SGD"},
};

/* As they name themselves, without "The"; "ABC News" is two of them and stands for neither. */
static const struct {
    const char *name, *iso;
} outlets[] = {
    {"CBC", "CAD"}, {"CBC News", "CAD"}, {"CTV News", "CAD"}, {"Global News", "CAD"}, {"Globe and Mail", "CAD"},
    {"Toronto Star", "CAD"}, {"Toronto Sun", "CAD"}, {"National Post", "CAD"}, {"Financial Post", "CAD"},
    {"Montreal Gazette", "CAD"}, {"Ottawa Citizen", "CAD"}, {"Calgary Herald", "CAD"}, {"Edmonton Journal", "CAD"},
    {"Vancouver Sun", "CAD"}, {"Winnipeg Free Press", "CAD"}, {"BNN Bloomberg", "CAD"}, {"CP24", "CAD"}, {"iPolitics", "CAD"},
    {"Canadian Press", "CAD"}, {"Tyee", "CAD"},
    {"Sydney Morning Herald", "AUD"}, {"Australian", "AUD"}, {"Australian Financial Review", "AUD"}, {"SBS News", "AUD"},
    {"ABC News Australia", "AUD"}, {"ABC News (Australia)", "AUD"}, {"9News", "AUD"}, {"7News", "AUD"}, {"news.com.au", "AUD"},
    {"NZ Herald", "NZD"}, {"New Zealand Herald", "NZD"}, {"RNZ", "NZD"}, {"Straits Times", "SGD"}, {"CNA", "SGD"},
    {"New York Times", "USD"}, {"Washington Post", "USD"}, {"Wall Street Journal", "USD"}, {"Los Angeles Times", "USD"},
    {"USA Today", "USD"}, {"Chicago Tribune", "USD"}, {"Boston Globe", "USD"}, {"NPR", "USD"}, {"CNN", "USD"}, {"CNBC", "USD"},
    {"NBC News", "USD"}, {"CBS News", "USD"}, {"Fox News", "USD"}, {"Politico", "USD"}, {"Axios", "USD"}, {"ProPublica", "USD"},
    {"Hill", "USD"},
};

/* A land in the outlet's name: "Example Australia". */
static const struct {
    const char *word, *iso;
} lands[] = {{"Canada", "CAD"}, {"Canadian", "CAD"}, {"Australia", "AUD"}, {"Australian", "AUD"}, {"Singapore", "SGD"}};

static bool
dollar_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Does the text hold these words, as words and in this case? */
static bool
dollar_holds(struct slice text, const char *words)
{
    size_t len = strlen(words);
    const char *end = text.at + text.len;

    for (const char *at = text.at; (at = memchr(at, words[0], (size_t)(end - at))) && (size_t)(end - at) >= len; at++)
        if (memcmp(at, words, len) == 0 && (at == text.at || !dollar_is_letter(at[-1])) && (at + len == end || !dollar_is_letter(at[len])))
            return true;
    return false;
}

/* The one code that all agencies named here have in common; "" when they have not. NULL: none is named. */
static const char *
dollar_of_agency(struct slice text, bool marks)
{
    const char *iso = NULL;

    if (!text.len || (marks && !memchr(text.at, '(', text.len)))
        return NULL;
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        if (marks ? dollar_holds(text, agencies[i].mark) : dollar_holds(text, agencies[i].name))
            iso = iso && strcmp(iso, agencies[i].iso) != 0 ? "" : agencies[i].iso;
    return iso;
}

/* "OTTAWA (Reuters) -": the head of the first paragraph. */
static const char *
dollar_of_dateline(const struct article *article)
{
    enum { HEAD = 80 };

    for (size_t b = 0; b < article->nblocks; b++)
        if (article->blocks[b].kind == BLOCK_PARA) {
            struct slice head = article_slice(article, article->blocks[b].words);

            head.len = head.len < HEAD ? head.len : HEAD;
            return dollar_of_agency(head, true);
        }
    return NULL;
}

static const char *
dollar_of_host(struct slice url)
{
    size_t from = 0, end;

    for (size_t i = 0; i + 2 < url.len; i++)
        if (memcmp(url.at + i, "://", 3) == 0) {
            from = i + 3;
            break;
        }
    for (end = from; end < url.len && !strchr("/:?#", url.at[end]);)
        end++;
    if (end == from)
        return NULL;
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
        size_t len = strlen(domains[i].suffix);
        bool whole = domains[i].suffix[0] == '.' || end - from == len || (end - from > len && url.at[end - len - 1] == '.');

        if (whole && end - from >= len && slice_is_nocase(slice_of(url.at + end - len, len), domains[i].suffix))
            return domains[i].iso;
    }
    return NULL;
}

static const char *
dollar_of_outlet(struct slice outlet)
{
    if (slice_starts(outlet, "The ") || slice_starts(outlet, "the "))
        outlet = slice_of(outlet.at + 4, outlet.len - 4);
    if (!outlet.len)
        return NULL;
    for (size_t i = 0; i < sizeof outlets / sizeof *outlets; i++)
        if ((outlets[i].name[0] | 0x20) == (outlet.at[0] | 0x20) && slice_is_nocase(outlet, outlets[i].name))
            return outlets[i].iso;
    for (size_t i = 0; i < sizeof lands / sizeof *lands; i++)
        if (dollar_holds(outlet, lands[i].word))
            return lands[i].iso;
    return NULL;
}

static const char *
dollar_home(const struct article *article)
{
    const char *iso = dollar_of_dateline(article), *byline = dollar_of_agency(article_slice(article, article->byline), false);
    struct slice outlet = article_slice(article, article->outlet);

    if (iso && byline && strcmp(iso, byline) != 0)
        return NULL;
    iso = iso ? iso : byline;
    if (!iso)
        iso = dollar_of_agency(outlet, false);
    if (!iso)
        iso = dollar_of_outlet(outlet);
    if (!iso)
        iso = dollar_of_host(article_slice(article, article->url));
    return iso && iso[0] ? iso : NULL;
}

/* ---- abroad ------------------------------------------------------------------------------ */

enum { DOLLAR_REACH = 40 };

/* The lands that papers measure in dollars or report in them, each with what is said of them; without the codes' own. */
static bool
dollar_names_land(const struct reader *r, size_t i, const char *home)
{
    if (!reader_has(r, i, SCAN_UPPER))
        return false;
    if (reader_one_of(r, i, "canada canadian canadians"))
        return strcmp(home, "CAD") != 0;
    if (reader_one_of(r, i, "australia australian australians"))
        return strcmp(home, "AUD") != 0;
    if (reader_one_of(r, i, "zealand zealanders"))
        return strcmp(home, "NZD") != 0;
    if (reader_one_of(r, i, "singapore singaporean singaporeans"))
        return strcmp(home, "SGD") != 0;
    return reader_one_of(r, i,
                         "usa america american americans washington trump biden pentagon china chinese beijing mexico mexican japan "
                         "japanese tokyo europe european brussels britain british uk london india indian russia russian kremlin "
                         "germany german berlin france french paris brazil brazilian korea korean seoul ukraine ukrainian israel "
                         "israeli iran iranian taiwan taiwanese saudi global world worldwide international imf opec nasdaq dow");
}

/* Is the sentence of token i about another land than the code's? Then its "$" may well be that land's. */
static bool
dollar_is_abroad(const struct reader *r, size_t i, const char *home)
{
    size_t from = i, end = i;

    if (strcmp(home, "USD") == 0)
        return false; /* American papers and the agencies count the whole world in theirs */
    while (from > 0 && i - from < DOLLAR_REACH && !reader_shape(r, from - 1, SCAN_STOP) && !reader_has(r, from, SCAN_LINE))
        from--;
    while (end < r->n && end - i < DOLLAR_REACH && !reader_shape(r, end, SCAN_STOP) && !(end > i && reader_has(r, end, SCAN_LINE)))
        end++;
    for (size_t k = from; k < end; k++)
        if (dollar_names_land(r, k, home) || reader_one_of(r, k, "global worldwide") ||
            (reader_said(r, k, "us") && reader_has(r, k, SCAN_ALLCAPS)) ||
            (reader_said(r, k, "u") && reader_mark(r, k + 1, '.') && reader_said(r, k + 2, "s")))
            return true;
    return false;
}

/* ---- the article's figures -------------------------------------------------------------------- */

void
dollar_clear(struct dollars *dollars)
{
    dollars->declared = dollars->home = NULL;
    dollars->home_known = false;
    vec_clear(&dollars->abroad);
}

void
dollar_free(struct dollars *dollars)
{
    vec_free(&dollars->abroad);
}

static bool
dollar_is_bare(const struct figure *figure)
{
    return figure->kind == FIGURE_MONEY && figure->unit && figure->unit[0] == '$';
}

/* The home is looked for at the first "$": most articles have none. */
void
dollar_note(struct dollars *dollars, const struct reader *r, const struct article *article, const struct figure *figure,
             uint32_t row, size_t first)
{
    if (!dollar_is_bare(figure))
        return;
    if (!dollars->home_known)
        dollars->home = dollar_home(article);
    dollars->home_known = true;
    if (dollars->home && dollar_is_abroad(r, first, dollars->home))
        vec_push(&dollars->abroad, row);
}

/* Where the home's own dollars are marked as such ("C$5" in a Canadian paper), a bare "$" is somebody else's, or anybody's. */
static bool
dollar_marks_home(const struct dollars *dollars, const struct figure *figures, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (figures[i].kind == FIGURE_MONEY && figures[i].unit && strncmp(figures[i].unit, dollars->home, 3) == 0)
            return true;
    return false;
}

void
dollar_apply(const struct dollars *dollars, const struct article *article, struct figure *figures, size_t n)
{
    const char *iso = dollars->declared;
    size_t abroad = 0;

    if (!iso && dollars->home && !dollar_marks_home(dollars, figures, n))
        iso = dollars->home;
    for (size_t i = 0; iso && i < n; i++) {
        if (!dollars->declared && abroad < dollars->abroad.n && dollars->abroad.v[abroad] == i) {
            abroad++;
            continue;
        }
        if (dollar_is_bare(&figures[i]))
            figures[i].unit = figures[i].unit[1] ? arena_printf(article->arena, "%s%s", iso, figures[i].unit + 1) : iso;
    }
}
