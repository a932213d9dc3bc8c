/* The words that the figures' grammar knows, and the table in which the scanner looks them up. */
#include <string.h>

#include "hedges.h"
#include "lexicon.h"
#include "money.h"
#include "units.h"

/* Words that differ in their value: numbers, ordinals, parts, months, scales, factors. */
static const struct {
    const char *text;
    uint32_t classes;
    int32_t value;
} numbers[] = {
    {"zero", IS_SMALL, 0}, {"nought", IS_SMALL, 0}, {"naught", IS_SMALL, 0}, {"one", IS_SMALL, 1}, {"two", IS_SMALL, 2},
    {"three", IS_SMALL, 3}, {"four", IS_SMALL, 4}, {"five", IS_SMALL, 5}, {"six", IS_SMALL, 6}, {"seven", IS_SMALL, 7},
    {"eight", IS_SMALL, 8}, {"nine", IS_SMALL, 9}, {"ten", IS_SMALL, 10}, {"eleven", IS_SMALL, 11}, {"twelve", IS_SMALL, 12},
    {"thirteen", IS_SMALL, 13}, {"fourteen", IS_SMALL, 14}, {"fifteen", IS_SMALL, 15}, {"sixteen", IS_SMALL, 16},
    {"seventeen", IS_SMALL, 17}, {"eighteen", IS_SMALL, 18}, {"nineteen", IS_SMALL, 19}, {"twenty", IS_TENS, 20},
    {"thirty", IS_TENS, 30}, {"forty", IS_TENS, 40}, {"fourty", IS_TENS, 40}, {"fifty", IS_TENS, 50}, {"sixty", IS_TENS, 60},
    {"seventy", IS_TENS, 70}, {"eighty", IS_TENS, 80}, {"ninety", IS_TENS, 90},
    {"hundred", IS_HUNDRED, 2}, {"hundreds", IS_HUNDRED, 2},
    {"thousand", IS_SCALE, 3}, {"thousands", IS_SCALE, 3}, {"million", IS_SCALE, 6}, {"millions", IS_SCALE, 6},
    {"billion", IS_SCALE, 9}, {"billions", IS_SCALE, 9}, {"trillion", IS_SCALE, 12}, {"trillions", IS_SCALE, 12},
    {"quadrillion", IS_SCALE, 15}, {"lakh", IS_SCALE, 5}, {"lakhs", IS_SCALE, 5}, {"lac", IS_SCALE, 5}, {"crore", IS_SCALE, 7},
    {"crores", IS_SCALE, 7}, {"mn", IS_SCALE, 6}, {"mln", IS_SCALE, 6}, {"mil", IS_SCALE, 6}, {"mio", IS_SCALE, 6},
    {"bn", IS_SCALE, 9}, {"bln", IS_SCALE, 9}, {"bil", IS_SCALE, 9}, {"tn", IS_SCALE, 12}, {"trn", IS_SCALE, 12},
    {"tln", IS_SCALE, 12}, {"mrd", IS_SCALE, 9},
    {"dozen", IS_DOZEN, 12}, {"dozens", IS_DOZEN, 12}, {"dzs", IS_DOZEN, 12}, {"dozs", IS_DOZEN, 12}, {"doz", IS_DOZEN, 12},
    {"first", IS_ORDINAL, 1}, {"second", IS_ORDINAL, 2}, {"third", IS_ORDINAL, 3}, {"fourth", IS_ORDINAL, 4},
    {"fifth", IS_ORDINAL, 5}, {"sixth", IS_ORDINAL, 6}, {"seventh", IS_ORDINAL, 7}, {"eighth", IS_ORDINAL, 8},
    {"ninth", IS_ORDINAL, 9}, {"nineth", IS_ORDINAL, 9}, {"tenth", IS_ORDINAL, 10}, {"eleventh", IS_ORDINAL, 11},
    {"twelfth", IS_ORDINAL, 12}, {"thirteenth", IS_ORDINAL, 13}, {"fourteenth", IS_ORDINAL, 14}, {"fifteenth", IS_ORDINAL, 15},
    {"sixteenth", IS_ORDINAL, 16}, {"seventeenth", IS_ORDINAL, 17}, {"eighteenth", IS_ORDINAL, 18},
    {"nineteenth", IS_ORDINAL, 19}, {"twentieth", IS_ORDINAL, 20}, {"thirtieth", IS_ORDINAL, 30}, {"fortieth", IS_ORDINAL, 40},
    {"fiftieth", IS_ORDINAL, 50}, {"sixtieth", IS_ORDINAL, 60}, {"seventieth", IS_ORDINAL, 70}, {"eightieth", IS_ORDINAL, 80},
    {"ninetieth", IS_ORDINAL, 90}, {"hundredth", IS_ORDINAL, 100}, {"thousandth", IS_ORDINAL, 1000},
    {"millionth", IS_ORDINAL, 1000000}, {"billionth", IS_ORDINAL, 1000000000},
    {"twenties", IS_LEAD, 20}, {"thirties", IS_LEAD, 30}, {"forties", IS_LEAD, 40}, {"fifties", IS_LEAD, 50}, {"sixties", IS_LEAD, 60},
    {"seventies", IS_LEAD, 70}, {"eighties", IS_LEAD, 80}, {"nineties", IS_LEAD, 90},
    {"half", IS_PART, 2}, {"halves", IS_PART, 2}, {"quarter", IS_PART, 4}, {"quarters", IS_PART, 4}, {"thirds", IS_PART, 3},
    {"fourths", IS_PART, 4}, {"fifths", IS_PART, 5}, {"sixths", IS_PART, 6}, {"sevenths", IS_PART, 7}, {"eighths", IS_PART, 8},
    {"ninths", IS_PART, 9}, {"tenths", IS_PART, 10}, {"twelfths", IS_PART, 12}, {"sixteenths", IS_PART, 16},
    {"twentieths", IS_PART, 20}, {"hundredths", IS_PART, 100}, {"thousandths", IS_PART, 1000}, {"millionths", IS_PART, 1000000},
    {"billionths", IS_PART, 1000000000}, {"thirtieths", IS_PART, 30}, {"eleventh", IS_ORDINAL, 11},
    {"january", IS_MONTH, 1}, {"february", IS_MONTH, 2}, {"march", IS_MONTH, 3}, {"april", IS_MONTH, 4}, {"may", IS_MONTH, 5},
    {"june", IS_MONTH, 6}, {"july", IS_MONTH, 7}, {"august", IS_MONTH, 8}, {"september", IS_MONTH, 9}, {"october", IS_MONTH, 10},
    {"november", IS_MONTH, 11}, {"december", IS_MONTH, 12}, {"jan", IS_MONTH, 1}, {"feb", IS_MONTH, 2}, {"mar", IS_MONTH, 3},
    {"apr", IS_MONTH, 4}, {"jun", IS_MONTH, 6}, {"jul", IS_MONTH, 7}, {"aug", IS_MONTH, 8}, {"sep", IS_MONTH, 9},
    {"sept", IS_MONTH, 9}, {"oct", IS_MONTH, 10}, {"nov", IS_MONTH, 11}, {"dec", IS_MONTH, 12},
    {"sunday", IS_WEEKDAY, 0}, {"monday", IS_WEEKDAY, 1}, {"tuesday", IS_WEEKDAY, 2}, {"wednesday", IS_WEEKDAY, 3},
    {"thursday", IS_WEEKDAY, 4}, {"friday", IS_WEEKDAY, 5}, {"saturday", IS_WEEKDAY, 6},
    /* factors, in tenths */
    {"double", IS_GROWN, 20}, {"doubles", IS_GROWN, 20}, {"doubled", IS_GROWN, 20}, {"doubling", IS_GROWN, 20},
    {"triple", IS_GROWN, 30}, {"triples", IS_GROWN, 30}, {"tripled", IS_GROWN, 30}, {"tripling", IS_GROWN, 30},
    {"trebled", IS_GROWN, 30}, {"treble", IS_GROWN, 30}, {"trebling", IS_GROWN, 30}, {"quadruple", IS_GROWN, 40},
    {"quadrupled", IS_GROWN, 40}, {"quadrupling", IS_GROWN, 40}, {"quintupled", IS_GROWN, 50}, {"halve", IS_GROWN, 5},
    {"halved", IS_GROWN, 5}, {"halving", IS_GROWN, 5}, {"twice", IS_GROWN, 20}, {"thrice", IS_GROWN, 30},
    {"twofold", IS_GROWN, 20}, {"threefold", IS_GROWN, 30}, {"fourfold", IS_GROWN, 40}, {"fivefold", IS_GROWN, 50},
    {"sixfold", IS_GROWN, 60}, {"sevenfold", IS_GROWN, 70}, {"eightfold", IS_GROWN, 80}, {"ninefold", IS_GROWN, 90},
    {"tenfold", IS_GROWN, 100}, {"twentyfold", IS_GROWN, 200}, {"hundredfold", IS_GROWN, 1000}, {"thousandfold", IS_GROWN, 10000},
    {"square", IS_POWER, 2}, {"sq", IS_POWER, 2}, {"cubic", IS_POWER, 3}, {"cu", IS_POWER, 3},
};

/* Scale letters: only touching digits, in this case. MM as in finance; G as in physics and in specifications. */
static const struct {
    const char *text;
    int32_t value;
} letters[] = {{"k", 3}, {"K", 3}, {"m", 6}, {"M", 6}, {"MM", 6}, {"mm", 0}, {"b", 9}, {"B", 9}, {"t", 12}, {"T", 12}, {"G", 9}, {"BN", 9}};

/* Words that differ in nothing but themselves. */
static const struct {
    uint32_t classes;
    int32_t value;
    const char *list;
} lists[] = {
    {IS_PERCENT, 0, "percent percents pct pc percentage"},
    {0, 0, "bp bps"},
    {IS_SUFFIX, 0, "st nd rd th"},
    {IS_SEASON, 0, "spring summer autumn winter"},
    {IS_SEASON | IS_TREND, -1, "fall"},
    /* no class: the grammar asks for these by name, and what the table knows is asked faster */
    {0, 0, "x additional adds almost apart approached art asx ave avenue baby bad basis bc bce better bid big bigger blvd bottom boy "
           "cac calendar ch cheaper child christmas circa closing coming consecutive court crescent cubed current daughter dax "
           "debt deep dimensional drive early earn earned earning easter equals exceeded f faster fee final finals fine fined "
           "fiscal fold fortune front ftse girl good greater guess handed heavy high higher hiv hk homes imperial lane larger "
           "lasting lasts late latter league little long look losses man mast metric mid moon nasdaq nearly next nikkei non old "
           "olds once oneself opening past pays period pick picked piece ply point points post pre preceding price priced prize "
           "profit profits pronged r rank rate real reduction report right road roughly russell short sided slightly slower "
           "smaller solid someone son spends split squared star stars stayed stoxx straight street stronger successive sum taken "
           "taking tall teenager terrace thermal thick ticket timer times toddler tone top topped tsx upper wage wait waited waits "
           "way weigh weighed weighing weighs weight well wheel wheeled wheeler wide woman working wrong yo account adding addition advance "
           "amounts beat beats bob century display dr draw draws drew exchange fact figures footage gen gov levy mr mrs ms pen pm prices "
           "previously prof rent rep return screen secs sen sos stream streaming string strong sums tax test time total trade units "
           "values video videos weekends winning nights odd deg degree degrees attempt order effort ranked ranks ranking seeded rated "
           "sank sign signed back whereas although though raises add picked shed slash ish"},
    {IS_VAGUE, 0, "several few many couple"},
    {IS_LEAD, 0, "a an another all full whole half aged age ages last next this yesterday today tomorrow minus negative tens scores multi multimillion multibillion "
                 "multitrillion multithousand"},
    {IS_PERSON, 0, "people men women children police troops staff crew cattle sheep fish aircraft personnel deer feet teeth mice geese "
                   "media data criteria phenomena folk youth lice oxen alumni bacteria fungi nuclei larvae salmon trout shrimp "
                   "squid bison moose offspring headquarters spacecraft swine barracks crossroads species series clergy grandchildren schoolchildren "
                   "policemen policewomen firemen fishermen gunmen congressmen lawmen businessmen businesswomen salesmen servicemen airmen "
                   "israelis iraqis pakistanis saudis yemenis omanis kuwaitis qataris emiratis bangladeshis somalis taxis skis "
                   "marksmen grandmothers sportsmen lives wives knives halves shelves wolves thieves"},
    {IS_FLAT, 0, "business chinese japanese sales arms sports savings goods news overseas congress press express access class cross "
                 "glass gas bus mass gross less process success status virus campus texas us series species always previous various serious "
                 "religious indigenous famous dangerous homeless jobless wireless defenseless airlines communications operations "
                 "securities securities' earnings betting systems rights human-rights communist plus yes its this was has is as"},
    {IS_WORN, 0, "aid hand sight name names thoughts thought lady gentleman glance floor-plan light brother brothers sister sisters "
                 "party parties nature person time-time mortgage-backed hearted baked instance place"},
    {IS_CITIZEN, 0, "canadian australian american us singapore taiwan jamaican zealand kong swiss french belgian turkish italian "
                    "cfa mexican argentine philippine chilean colombian cuban danish norwegian swedish icelandic pakistani indian "
                    "nepalese kuwaiti iraqi jordanian serbian tunisian kenyan ugandan egyptian lebanese syrian irish british omani "
                    "saudi qatari japanese chinese czech moroccan german dutch finnish russian korean iranian yemeni hong new south polish "
                    "united states hungarian israeli emirati thai vietnamese malaysian indonesian brazilian nigerian ukrainian"},
    {IS_LABEL, 0, "part no nos number section sections sec article articles route highway interstate flight room formula channel radio page "
                  "pages chapter version ios android windows iphone ipad boeing airbus bowl vol volume gate platform terminal "
                  "line lines figure fig table exercise exercises question item unit apollo covid title clause rule act bill "
                  "resolution proposition amendment size grade level tier phase type model series mark class category psalm verse "
                  "studio explorer vostok soyuz voyager blink pier warehouse building suite apartment apt flat bus train tram "
                  "district ward sector block exit junction stage zone camp lot hall world catch fahrenheit area boulevard "
                  "route-nationale i-95 interstate-highway p pp nr nrs case bloc group groups u-boat falcon starship cannonball mi "
                  "agenda box port error build precinct week season episode psalm genesis exodus isaiah luke john "
                  "romans corinthians g-force flight-number chanel heinz"},
    {IS_TREND | IS_VERB, 1, "rose rise rises rising risen grew grow grows growing grown increased increase increases increasing climbed climb "
                  "climbs climbing jumped jump jumps jumping surged surge surges surging gained gain gains gaining soared soar soars "
                  "soaring advanced rallied rebounded swelled expanded edged-up added widened accelerated improved up spiked leapt "
                  "rocketed skyrocketed raised raise raising boosted boost lifted lift strengthened quickened ballooned"},
    {IS_TREND | IS_VERB, -1, "fell falls falling fallen declined decline declines declining dropped drop drops dropping slipped slip slips "
                   "slid slide slides plunged plunge plunges plunging tumbled tumble sank sink shrank shrink shrunk decreased decrease "
                   "decreases eased ease eases lost lose loses losing slumped slump contracted narrowed slowed plummeted dipped dip "
                   "dips weakened reduced reduce reducing cut cuts cutting down lowered lower lowering slashed slash retreated trimmed "
                   "shaved shed crashed dived cooled receded dwindled"},
    {IS_VERB, 0, "doesn didn isn wasn aren weren couldn wouldn shouldn hasn haven hadn don ain mustn "
                 "is are was were be been being has have had having do does did will would can could shall should must might am "
                 "said says say told tells asked added made makes make took takes take went goes go came comes come got gets get gave "
                 "gives give found find held hold kept keep led left let met paid pay put ran run saw seen see sent send set "
                 "sold sell showed shows show stood stand told thought think want wants won wrote became become began begin brought "
                 "bought buy built died die dies killed injured wounded hurt voted vote died lived live worked work used use uses "
                 "remain remained remains reached reach hit spent spend "
                 "estimated expected reported according including followed came marched attended gathered entered fled joined "
                 "signed issued arrested charged faced faces face needed need needs lasted last started start ended ends end "
                 "totaled totalled averaged cost costs sits sat opened opens closed closes called calls call "
                 "resigned agreed agree believe believes believed know knows knew feel felt support supports supported oppose opposed "
                 "survived escaped took voted filed received receive sought seek turned turn moved move "
                 "accounted reported won wins win may "},
    {IS_STOP, 0, "the a an of in on at by for to from with without into onto upon over under above below between among amid after before "
                 "during since until till through throughout across against along around about near beside besides behind beyond "
                 "within outside inside off out up down per via versus vs as than then and or but nor so yet if when while where why "
                 "how who whom whose which that this these those there here he she it they we i you him her them us me his hers its their theirs "
                 "our ours your my mine himself herself itself themselves not no none nobody nothing never ever also even only just "
                 "still already again too very much more most less least fewer other others another each every either neither both all any "
                 "some such same own because although though unless whether like unlike including excluding despite except "
                 "is are was were be been being am has have had do does did will would can could shall should must might ought "
                 "ago earlier later now today tomorrow yesterday tonight however meanwhile instead what whatever whichever "
                 "apiece together respectively altogether overall worldwide nationwide annually "
                 "alone ahead away back forward abroad everywhere dead alive worth compared"},
};

static inline bool
words_same(const struct word *word, uint64_t key, const char *text, size_t len)
{
    if (word->key != key || word->len != len)
        return false;
    if (word->letters)
        return len <= 8 || words_key(text + len - 8, 8, true) == word->tail;
    return word->exact ? memcmp(word->text, text, len) == 0 : slice_is_nocase(slice_of(text, len), word->text);
}

uint16_t
words_find(const struct words *words, uint64_t key, const char *text, size_t len)
{
    uint16_t any = 0;

    for (uint32_t slot = words_slot_of(key, len); words->slots[slot].word; slot = (slot + 1) % WORDS_SLOTS) {
        const struct word *word = &words->v.v[words->slots[slot].word];

        if (words->slots[slot].key != key || !words_same(word, key, text, len))
            continue;
        if (word->exact)
            return words->slots[slot].word;
        any = words->slots[slot].word;
    }
    return any;
}

static bool
words_is_small(const struct word *word)
{
    for (size_t k = 0; k < word->len; k++)
        if (word->text[k] >= 'A' && word->text[k] <= 'Z')
            return false;
    return true;
}

/*
 * Connects the words with those of the lexicon, which has all that are letters (lexicon.awk); the words are complete now. An exact
 * word goes before the one of any case.
 */
static void
words_finish(struct words *words)
{
    words->of = mem_zero(UINT16_MAX + 1, sizeof *words->of);
    words->classes = mem_alloc(words->v.n * sizeof *words->classes);
    words->classes[0] = 0;
    for (uint16_t i = 1; i < words->v.n; i++) {
        const struct word *word = &words->v.v[i];
        const struct lexicon_key key = lexicon_key_of(word->text, word->len);
        uint16_t *of = &words->of[lexicon_find(&key, word->text, word->len)];
        bool exact = *of & (uint16_t)~WORDS_CASE;

        words->classes[i] = word->classes;
        if (word->exact ? words_is_small(word) : !exact)
            *of = (uint16_t)((*of & WORDS_CASE) | i);
        *of |= word->exact ? WORDS_CASE : 0;
    }
    words->of[0] = 0; /* of strangers */
}

static bool
words_letters(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((text[i] | 0x20) < 'a' || (text[i] | 0x20) > 'z')
            return false;
    return len <= 16;
}

/* The entry for a word in this case (or in any), made when it is new. */
static struct word *
words_entry(struct words *words, const char *text, size_t len, bool exact)
{
    uint64_t key = words_key(text, len, false);
    uint32_t slot = words_slot_of(key, len);
    struct word *word;

    for (; words->slots[slot].word; slot = (slot + 1) % WORDS_SLOTS) {
        word = &words->v.v[words->slots[slot].word];
        if (word->exact == exact && words_same(word, key, text, len))
            return word;
    }
    words->slots[slot].word = (uint16_t)words->v.n;
    words->slots[slot].key = key;
    word = vec_add(&words->v);
    word->text = text;
    word->key = key;
    word->len = (uint8_t)len;
    word->exact = exact;
    word->letters = !exact && words_letters(text, len);
    word->tail = len > 8 ? words_key(text + len - 8, 8, true) : 0;
    return word;
}

/* An exact entry hides the one of any case ("m" the metre, "M"): it takes over what that one means. */
static void
words_inherit(struct words *words)
{
    for (size_t i = 1; i < words->v.n; i++) {
        struct word *exact = &words->v.v[i];

        if (!exact->exact)
            continue;
        for (uint32_t slot = words_slot_of(exact->key, exact->len); words->slots[slot].word; slot = (slot + 1) % WORDS_SLOTS) {
            const struct word *any = &words->v.v[words->slots[slot].word];

            if (any->exact || !words_same(any, exact->key, exact->text, exact->len))
                continue;
            exact->value = exact->value ? exact->value : any->value;
            exact->money = exact->money ? exact->money : any->money;
            exact->unit = exact->unit ? exact->unit : any->unit;
            exact->hedge = any->hedge;
            exact->classes |= any->classes;
        }
    }
}

static void
words_add_lists(struct words *words)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const char *at = lists[i].list;

        while (*at) {
            size_t len = strcspn(at, " ");

            if (len) {
                const char *copy = words->strings.v + words->strings.n;
                struct word *word;

                memcpy(words->strings.v + words->strings.n, at, len);
                words->strings.v[words->strings.n + len] = '\0';
                word = words_entry(words, copy, len, false);
                if (word->text == copy)
                    words->strings.n += len + 1;
                word->classes |= lists[i].classes;
                if (lists[i].value)
                    word->value = lists[i].value;
            }
            at += len + (at[len] == ' ');
        }
    }
}

static void
words_add_tables(struct words *words)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct word *word = words_entry(words, numbers[i].text, strlen(numbers[i].text), false);

        word->classes |= numbers[i].classes;
        word->value = numbers[i].value;
    }
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        struct word *word = words_entry(words, letters[i].text, strlen(letters[i].text), true);

        word->classes |= letters[i].value ? IS_LETTER : 0;
        word->value = letters[i].value;
    }
    for (size_t i = 1; i < money_nforms; i++) {
        struct word *word = words_entry(words, money_forms[i].text, strlen(money_forms[i].text), money_forms[i].exact);

        word->classes |= money_forms[i].classes;
        word->money = (int16_t)i;
    }
    for (size_t i = 1; i < unit_nforms; i++) {
        struct word *word = words_entry(words, unit_forms[i].text, strlen(unit_forms[i].text), unit_forms[i].exact);

        word->classes |= unit_forms[i].dimension == UNIT_TIME ? IS_TIME : IS_UNIT;
        word->unit = (int16_t)i;
    }
}

static void
words_add_hedges(struct words *words)
{
    for (size_t i = 0; i < hedge_nbefore; i++) {
        const char *last = strrchr(hedge_before[i].words, ' ');

        last = last ? last + 1 : hedge_before[i].words;
        if (!hedge_before[i].hedge)
            continue;
        words_entry(words, last, strlen(last), false)->classes |= IS_HEDGE;
    }
    for (size_t i = hedge_nbefore; i-- > 0;) { /* each word heads the chain of the forms that it ends, in their order */
        const char *last = strrchr(hedge_before[i].words, ' ');
        struct word *word;
        size_t before = last ? (size_t)(last - hedge_before[i].words) : 0, first = before;

        last = last ? last + 1 : hedge_before[i].words;
        while (first > 0 && hedge_before[i].words[first - 1] != ' ')
            first--;
        word = words_entry(words, last, strlen(last), false);
        words->hedges[i + 1] = (struct words_hedge){word->hedge, (uint8_t)before, hedge_before[i].words[first]};
        word->hedge = (uint8_t)(i + 1);
    }
}

struct words *
words_new(void)
{
    struct words *words = mem_zero(1, sizeof *words);
    size_t need = 1;

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        need += strlen(lists[i].list) + 1;
    words->strings.v = mem_alloc(need);
    words->strings.cap = need;
    (void)vec_add(&words->v); /* index 0: not known */
    words_add_tables(words);
    words_add_lists(words);
    words_add_hedges(words);
    words_inherit(words);
    words_finish(words);
    return words;
}

void
words_free(struct words *words)
{
    if (!words)
        return;
    vec_free(&words->v);
    mem_free(words->of);
    mem_free(words->classes);
    mem_free(words->strings.v);
    mem_free(words);
}
