/* The currencies. Codes: ISO 4217:2015 with amendments to 177; signs: Unicode's Sc; what newspapers write besides. */
#include "money.h"

#define SIGN IS_MONEY, true
#define CODE IS_MONEY | IS_CODE, true
#define CODE_ANY IS_MONEY | IS_CODE, false
#define NAME IS_MONEY, false
#define PREFIX IS_PREFIX, true
#define PREFIX_ANY IS_PREFIX, false

/* A code alone: most lands' codes are written in capitals and mean nothing else beside a number. */
#define ISO(code) {code, code, 0, CODE}
/* "MUSD": millions, as Nordic companies write them. Whole words, since lexicon.awk reads the strings of this file. */
#define MEGA(mega, kilo, code) {mega, code, 6, CODE}, {kilo, code, 3, CODE}

const struct money_form money_forms[] = {
    {NULL},
    /* signs; "$" may be any dollar or peso, and "kr" any crown: the text or the outlet has to say */
    {"$", "$", 0, SIGN}, {"＄", "$", 0, SIGN}, {"¢", "$", -2, SIGN}, {"￠", "$", -2, SIGN},
    {"£", "GBP", 0, SIGN}, {"₤", "GBP", 0, SIGN}, {"￡", "GBP", 0, SIGN}, {"€", "EUR", 0, SIGN}, {"¥", "JPY", 0, SIGN},
    {"￥", "JPY", 0, SIGN}, {"₹", "INR", 0, SIGN}, {"₨", "INR", 0, SIGN}, {"₩", "KRW", 0, SIGN}, {"₽", "RUB", 0, SIGN},
    {"₺", "TRY", 0, SIGN}, {"₪", "ILS", 0, SIGN}, {"₫", "VND", 0, SIGN}, {"₱", "PHP", 0, SIGN}, {"₦", "NGN", 0, SIGN},
    {"₴", "UAH", 0, SIGN}, {"฿", "THB", 0, SIGN}, {"₡", "CRC", 0, SIGN}, {"₲", "PYG", 0, SIGN}, {"₵", "GHS", 0, SIGN},
    {"₸", "KZT", 0, SIGN}, {"₼", "AZN", 0, SIGN}, {"₾", "GEL", 0, SIGN}, {"₭", "LAK", 0, SIGN}, {"₮", "MNT", 0, SIGN},
    {"֏", "AMD", 0, SIGN}, {"₿", "BTC", 0, SIGN}, {"₣", "CHF", 0, SIGN}, {"₶", "₶", 0, SIGN}, {"₧", "ESP", 0, SIGN},
    {"﷼", "IRR", 0, SIGN}, {"¤", "¤", 0, SIGN}, {"৳", "BDT", 0, SIGN}, {"៛", "KHR", 0, SIGN},
    /* letters before "$" */
    {"US", "USD", 0, PREFIX}, {"C", "CAD", 0, PREFIX_ANY}, {"CA", "CAD", 0, PREFIX}, {"CDN", "CAD", 0, PREFIX},
    {"Cdn", "CAD", 0, PREFIX}, {"Can", "CAD", 0, PREFIX}, {"CAN", "CAD", 0, PREFIX}, {"A", "AUD", 0, PREFIX}, {"AU", "AUD", 0, PREFIX},
    {"Aus", "AUD", 0, PREFIX}, {"NZ", "NZD", 0, PREFIX}, {"HK", "HKD", 0, PREFIX_ANY}, {"S", "SGD", 0, PREFIX},
    {"SG", "SGD", 0, PREFIX}, {"NT", "TWD", 0, PREFIX}, {"R", "BRL", 0, PREFIX}, {"Mex", "MXN", 0, PREFIX},
    {"MX", "MXN", 0, PREFIX}, {"J", "JMD", 0, PREFIX}, {"TT", "TTD", 0, PREFIX}, {"FJ", "FJD", 0, PREFIX},
    {"BDS", "BBD", 0, PREFIX}, {"EC", "XCD", 0, PREFIX}, {"N", "NAD", 0, PREFIX}, {"CL", "CLP", 0, PREFIX}, {"COL", "COP", 0, PREFIX},
    {"AR", "ARS", 0, PREFIX}, {"U", "USD", 0, PREFIX}, {"E", "EGP", 0, PREFIX}, {"LE", "EGP", 0, CODE}, {"B", "BND", 0, PREFIX},
    {"RD", "DOP", 0, PREFIX}, {"BZ", "BZD", 0, PREFIX}, {"Z", "ZWL", 0, PREFIX}, {"ZIM", "ZWL", 0, PREFIX}, {"GH", "GHS", 0, PREFIX},
    {"CUC", "CUC", 0, PREFIX}, {"T", "TOP", 0, PREFIX}, {"WS", "WST", 0, PREFIX}, {"SI", "SBD", 0, PREFIX}, {"L", "LRD", 0, PREFIX},
    /* codes; the four that are also written small */
    {"USD", "USD", 0, CODE_ANY}, {"EUR", "EUR", 0, CODE_ANY}, {"GBP", "GBP", 0, CODE_ANY}, {"RMB", "CNY", 0, CODE_ANY},
    {"CAD", "CAD", 0, CODE}, {"AUD", "AUD", 0, CODE_ANY}, {"NZD", "NZD", 0, CODE_ANY}, {"JPY", "JPY", 0, CODE_ANY},
    {"MXN", "MXN", 0, CODE_ANY}, {"cad", "CAD", 0, CODE}, {"CHF", "CHF", 0, CODE_ANY}, {"INR", "INR", 0, CODE_ANY},
    {"CNY", "CNY", 0, CODE_ANY}, {"BTC", "BTC", 0, CODE_ANY},
    ISO("AED"), ISO("AFN"), ISO("ALL"), ISO("AMD"), ISO("ANG"), ISO("AOA"), ISO("ARS"), ISO("AWG"), ISO("AZN"), ISO("BAM"),
    ISO("BBD"), ISO("BDT"), ISO("BGN"), ISO("BHD"), ISO("BIF"), ISO("BMD"), ISO("BND"), ISO("BOB"), ISO("BRL"), ISO("BSD"),
    ISO("BTN"), ISO("BWP"), ISO("BYN"), ISO("BZD"), ISO("CDF"), ISO("CLP"), ISO("COP"), ISO("CRC"), ISO("CUP"), ISO("CVE"),
    ISO("CZK"), ISO("DJF"), ISO("DKK"), ISO("DOP"), ISO("DZD"), ISO("EGP"), ISO("ERN"), ISO("ETB"), ISO("FJD"), ISO("FKP"),
    ISO("GEL"), ISO("GHS"), ISO("GIP"), ISO("GMD"), ISO("GNF"), ISO("GTQ"), ISO("GYD"), ISO("HKD"), ISO("HNL"), ISO("HRK"),
    ISO("HTG"), ISO("HUF"), ISO("IDR"), ISO("ILS"), ISO("IQD"), ISO("IRR"), ISO("ISK"), ISO("JMD"), ISO("JOD"), ISO("KES"),
    ISO("KGS"), ISO("KHR"), ISO("KMF"), ISO("KPW"), ISO("KRW"), ISO("KWD"), ISO("KYD"), ISO("KZT"), ISO("LAK"), ISO("LBP"),
    ISO("LKR"), ISO("LRD"), ISO("LSL"), ISO("LTL"), ISO("LVL"), ISO("LYD"), ISO("MAD"), ISO("MDL"), ISO("MGA"), ISO("MKD"),
    ISO("MMK"), ISO("MNT"), ISO("MOP"), ISO("MRU"), ISO("MUR"), ISO("MVR"), ISO("MWK"), ISO("MYR"), ISO("MZN"), ISO("NAD"),
    ISO("NGN"), ISO("NIO"), ISO("NOK"), ISO("NPR"), ISO("OMR"), ISO("PAB"), ISO("PEN"), ISO("PGK"), ISO("PHP"), ISO("PKR"),
    ISO("PLN"), ISO("PYG"), ISO("QAR"), ISO("RON"), ISO("RSD"), ISO("RUB"), ISO("RWF"), ISO("SAR"), ISO("SBD"), ISO("SCR"),
    ISO("SDG"), ISO("SEK"), ISO("SGD"), ISO("SLL"), ISO("SOS"), ISO("SRD"), ISO("SSP"), ISO("SYP"), ISO("SZL"), ISO("THB"),
    ISO("TJS"), ISO("TMT"), ISO("TND"), ISO("TRY"), ISO("TTD"), ISO("TWD"), ISO("TZS"), ISO("UAH"), ISO("UGX"), ISO("UYU"),
    ISO("UZS"), ISO("VES"), ISO("VND"), ISO("XAF"), ISO("XCD"), ISO("XOF"), ISO("XPF"), ISO("YER"), ISO("ZAR"), ISO("ZMW"),
    /* withdrawn, but in archives */
    ISO("ATS"), ISO("BEF"), ISO("DEM"), ISO("ESP"), ISO("FIM"), ISO("FRF"), ISO("GRD"), ISO("IEP"), ISO("ITL"), ISO("NLG"),
    ISO("PTE"), ISO("SKK"), ISO("EEK"),
    MEGA("MUSD", "kUSD", "USD"), MEGA("MEUR", "kEUR", "EUR"), MEGA("MGBP", "kGBP", "GBP"),
    MEGA("MSEK", "kSEK", "SEK"), MEGA("MNOK", "kNOK", "NOK"), MEGA("MDKK", "kDKK", "DKK"),
    MEGA("MCHF", "kCHF", "CHF"), MEGA("MAUD", "kAUD", "AUD"), MEGA("MCAD", "kCAD", "CAD"),
    /* short forms that stand before or after the number */
    {"Rs", "INR", 0, CODE_ANY}, {"Re", "INR", 0, CODE}, {"RM", "MYR", 0, CODE}, {"Rp", "IDR", 0, CODE}, {"KD", "KWD", 0, CODE},
    {"Kč", "CZK", 0, CODE}, {"KČ", "CZK", 0, CODE}, {"zł", "PLN", 0, CODE}, {"Zł", "PLN", 0, CODE}, {"ZŁ", "PLN", 0, CODE}, {"Ft", "HUF", 0, SIGN},
    {"kr", "kr", 0, CODE_ANY}, {"Fr", "CHF", 0, CODE}, {"SFr", "CHF", 0, CODE}, {"DM", "DEM", 0, CODE},
    {"Dh", "AED", 0, CODE}, {"Dhs", "AED", 0, CODE}, {"TL", "TRY", 0, CODE}, {"lei", "RON", 0, NAME}, {"руб", "RUB", 0, CODE},
    {"рублей", "RUB", 0, NAME}, {"р", "RUB", 0, SIGN}, {"Р", "RUB", 0, SIGN}, {"грн", "UAH", 0, NAME}, {"лв", "BGN", 0, NAME},
    {"тг", "KZT", 0, NAME}, {"тенге", "KZT", 0, NAME}, {"сом", "KGS", 0, NAME},
    {"円", "JPY", 0, NAME}, {"元", "CNY", 0, NAME}, {"원", "KRW", 0, NAME}, {"บาท", "THB", 0, NAME}, {"đ", "VND", 0, NAME},
    {"Đ", "VND", 0, NAME}, {"din", "RSD", 0, NAME}, {"kn", "HRK", 0, NAME}, {"KM", "BAM", 0, SIGN}, {"NIS", "ILS", 0, CODE}, {"Bs", "BOB", 0, CODE},
    {"جنيه", "EGP", 0, NAME}, {"درهم", "AED", 0, NAME}, {"ريال", "SAR", 0, NAME}, {"دينار", "دينار", 0, NAME}, {"Ksh", "KES", 0, CODE}, {"KSh", "KES", 0, CODE},
    {"TSh", "TZS", 0, CODE}, {"Tsh", "TZS", 0, CODE}, {"USh", "UGX", 0, CODE}, {"Ush", "UGX", 0, CODE}, {"Shs", "shilling", 0, CODE},
    /* of the West or the Central African bank: which, only the place tells */
    {"CFA", "CFA", 0, NAME}, {"FCFA", "CFA", 0, NAME},
    /* names, with and without the plural; what only some land's paper would say of its own money keeps the name */
    {"dollar", "$", 0, NAME}, {"dollars", "$", 0, NAME}, {"buck", "$", 0, NAME}, {"bucks", "$", 0, NAME},
    {"cent", "$", -2, NAME}, {"cents", "$", -2, NAME}, {"c", "$", -2, SIGN}, {"dime", "$", -1, NAME}, {"dimes", "$", -1, NAME},
    {"p", "GBP", -2, SIGN}, {"pence", "GBP", -2, NAME}, {"penny", "$", -2, NAME}, {"pennies", "$", -2, NAME},
    {"pound", "GBP", 0, NAME}, {"pounds", "GBP", 0, NAME}, {"sterling", "GBP", 0, NAME}, {"quid", "GBP", 0, NAME},
    {"euro", "EUR", 0, NAME}, {"euros", "EUR", 0, NAME}, {"yen", "JPY", 0, NAME}, {"yuan", "CNY", 0, NAME},
    {"renminbi", "CNY", 0, NAME}, {"rupee", "INR", 0, NAME}, {"rupees", "INR", 0, NAME}, {"rupiah", "IDR", 0, NAME},
    {"rouble", "RUB", 0, NAME}, {"roubles", "RUB", 0, NAME}, {"ruble", "RUB", 0, NAME}, {"rubles", "RUB", 0, NAME},
    {"franc", "franc", 0, NAME}, {"francs", "franc", 0, NAME}, {"lira", "lira", 0, NAME}, {"liras", "lira", 0, NAME},
    {"lire", "ITL", 0, NAME}, {"peso", "peso", 0, NAME}, {"pesos", "peso", 0, NAME}, {"peseta", "ESP", 0, NAME},
    {"pesetas", "ESP", 0, NAME}, {"krona", "SEK", 0, NAME}, {"kronor", "SEK", 0, NAME}, {"krone", "kr", 0, NAME},
    {"kroner", "kr", 0, NAME}, {"crowns", "kr", 0, NAME}, {"koruna", "CZK", 0, NAME}, {"korunas", "CZK", 0, NAME},
    {"zloty", "PLN", 0, NAME}, {"zlotys", "PLN", 0, NAME}, {"forint", "HUF", 0, NAME}, {"forints", "HUF", 0, NAME},
    {"ringgit", "MYR", 0, NAME}, {"baht", "THB", 0, NAME}, {"won", "KRW", 0, NAME}, {"rand", "ZAR", 0, NAME},
    {"shekel", "ILS", 0, NAME}, {"shekels", "ILS", 0, NAME}, {"dirham", "AED", 0, NAME}, {"dirhams", "AED", 0, NAME},
    {"riyal", "SAR", 0, NAME}, {"riyals", "SAR", 0, NAME}, {"rial", "IRR", 0, NAME}, {"rials", "IRR", 0, NAME},
    {"dinar", "dinar", 0, NAME}, {"dinars", "dinar", 0, NAME}, {"naira", "NGN", 0, NAME}, {"hryvnia", "UAH", 0, NAME},
    {"hryvnias", "UAH", 0, NAME}, {"taka", "BDT", 0, NAME}, {"dong", "VND", 0, NAME}, {"reais", "BRL", 0, NAME},
    {"shilling", "shilling", 0, NAME}, {"shillings", "shilling", 0, NAME}, {"markka", "FIM", 0, NAME},
    {"guilder", "NLG", 0, NAME}, {"guilders", "NLG", 0, NAME}, {"deutschmarks", "DEM", 0, NAME}, {"marks", "DEM", 0, NAME},
    {"schillings", "ATS", 0, NAME}, {"drachmas", "GRD", 0, NAME}, {"escudos", "PTE", 0, NAME},
    {"kwacha", "kwacha", 0, NAME}, {"cedi", "GHS", 0, NAME}, {"cedis", "GHS", 0, NAME}, {"birr", "ETB", 0, NAME},
    {"lek", "ALL", 0, NAME}, {"tenge", "KZT", 0, NAME}, {"manat", "manat", 0, NAME}, {"manats", "manat", 0, NAME},
    {"lari", "GEL", 0, NAME}, {"kyat", "MMK", 0, NAME}, {"kyats", "MMK", 0, NAME}, {"riel", "KHR", 0, NAME},
    {"riels", "KHR", 0, NAME}, {"tugrik", "MNT", 0, NAME}, {"tugriks", "MNT", 0, NAME}, {"pula", "BWP", 0, NAME},
    {"kwanza", "AOA", 0, NAME}, {"kwanzas", "AOA", 0, NAME}, {"bolivar", "VES", 0, NAME},
    {"bolivars", "VES", 0, NAME}, {"bolivares", "VES", 0, NAME}, {"bolivianos", "BOB", 0, NAME},
    {"quetzales", "GTQ", 0, NAME}, {"lempiras", "HNL", 0, NAME}, {"cordobas", "NIO", 0, NAME},
    {"colones", "CRC", 0, NAME}, {"guaranies", "PYG", 0, NAME}, {"leva", "BGN", 0, NAME}, {"leu", "RON", 0, NAME},
    {"kuna", "HRK", 0, NAME}, {"vatu", "VUV", 0, NAME}, {"ouguiya", "MRU", 0, NAME}, {"dalasi", "GMD", 0, NAME},
    {"ariary", "MGA", 0, NAME}, {"meticais", "MZN", 0, NAME}, {"nakfa", "ERN", 0, NAME}, {"gourdes", "HTG", 0, NAME},
    {"afghanis", "AFN", 0, NAME}, {"rufiyaa", "MVR", 0, NAME}, {"ngultrum", "BTN", 0, NAME},
    {"somoni", "TJS", 0, NAME}, {"patacas", "MOP", 0, NAME}, {"toman", "toman", 0, NAME},
    {"tomans", "toman", 0, NAME}, {"maloti", "LSL", 0, NAME}, {"emalangeni", "SZL", 0, NAME},
    {"drams", "AMD", 0, NAME},
    {"Br", "ETB", 0, CODE}, {"Nfk", "ERN", 0, CODE}, {"FBu", "BIF", 0, CODE}, {"Fdj", "DJF", 0, CODE}, {"MK", "MWK", 0, SIGN},
    {"bitcoin", "BTC", 0, NAME}, {"bitcoins", "BTC", 0, NAME}, {"satoshi", "BTC", -8, NAME}, {"satoshis", "BTC", -8, NAME},
};
const size_t money_nforms = sizeof money_forms / sizeof *money_forms;

static const struct {
    const char *land, *unit, *iso;
} lands[] = {
    {"canadian", "$", "CAD"},     {"australian", "$", "AUD"},   {"american", "$", "USD"},     {"us", "$", "USD"},      {"states", "$", "USD"},
    {"singapore", "$", "SGD"},    {"taiwan", "$", "TWD"},       {"jamaican", "$", "JMD"},     {"zealand", "$", "NZD"},
    {"kong", "$", "HKD"},         {"swiss", "franc", "CHF"},    {"french", "franc", "FRF"},   {"belgian", "franc", "BEF"},
    {"turkish", "lira", "TRY"},   {"italian", "lira", "ITL"},   {"mexican", "peso", "MXN"},   {"argentine", "peso", "ARS"},
    {"philippine", "peso", "PHP"}, {"chilean", "peso", "CLP"},  {"colombian", "peso", "COP"}, {"cuban", "peso", "CUP"},
    {"danish", "kr", "DKK"},      {"norwegian", "kr", "NOK"},   {"swedish", "kr", "SEK"},     {"icelandic", "kr", "ISK"},
    {"pakistani", "INR", "PKR"},  {"indian", "INR", "INR"},     {"nepalese", "INR", "NPR"},   {"kuwaiti", "dinar", "KWD"},
    {"iraqi", "dinar", "IQD"},    {"jordanian", "dinar", "JOD"}, {"serbian", "dinar", "RSD"}, {"tunisian", "dinar", "TND"},
    {"kenyan", "shilling", "KES"}, {"ugandan", "shilling", "UGX"}, {"egyptian", "GBP", "EGP"}, {"lebanese", "GBP", "LBP"},
    {"syrian", "GBP", "SYP"},     {"irish", "GBP", "IEP"},      {"british", "GBP", "GBP"},    {"omani", "IRR", "OMR"},
    {"saudi", "SAR", "SAR"},      {"qatari", "SAR", "QAR"},     {"japanese", "JPY", "JPY"},   {"chinese", "CNY", "CNY"},
    {"czech", "kr", "CZK"},       {"moroccan", "AED", "MAD"},   {"german", "DEM", "DEM"},     {"dutch", "NLG", "NLG"},
    {"finnish", "FIM", "FIM"},    {"russian", "RUB", "RUB"},    {"korean", "KRW", "KRW"},     {"iranian", "IRR", "IRR"},
    {"yemeni", "IRR", "YER"},     {"cfa", "franc", "CFA"},
};

const char *
money_of_land(struct slice land, const char *unit)
{
    for (size_t i = 0; i < sizeof lands / sizeof *lands; i++)
        if (slice_is_nocase(land, lands[i].land) && slice_is(slice_str(unit), lands[i].unit))
            return lands[i].iso;
    return NULL;
}
