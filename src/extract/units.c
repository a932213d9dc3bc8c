/*
 * Units. SI: the 9th SI brochure (2019), tables 2 to 8; imperial and US customary: NIST Handbook 44, appendix C; data: IEC
 * 80000-13, but "kB", "Mb" as papers mix them. A symbol needs its exact case; a word does not.
 */
#include "units.h"

#define WORD(text, unit, dim) {text, unit, NULL, 0, dim, false}
#define WORDS(one, many, unit, dim) WORD(one, unit, dim), WORD(many, unit, dim)
#define SYMBOL(text, dim) {text, text, NULL, 0, dim, true}
#define SYMBOL_OF(text, unit, dim) {text, unit, NULL, 0, dim, true}
#define TIME_WORD(text, unit, seconds) {text, unit, NULL, seconds, UNIT_TIME, false}
#define TIME_SYMBOL(text, unit, seconds) {text, unit, NULL, seconds, UNIT_TIME, true}

const struct unit_form unit_forms[] = {
    {NULL},
    /* length */
    WORDS("metre", "metres", "m", UNIT_LENGTH), WORDS("meter", "meters", "m", UNIT_LENGTH), SYMBOL("m", UNIT_LENGTH),
    WORDS("kilometre", "kilometres", "km", UNIT_LENGTH), WORDS("kilometer", "kilometers", "km", UNIT_LENGTH),
    SYMBOL("km", UNIT_LENGTH), SYMBOL_OF("kms", "km", UNIT_LENGTH), SYMBOL_OF("Km", "km", UNIT_LENGTH),
    WORDS("centimetre", "centimetres", "cm", UNIT_LENGTH), WORDS("centimeter", "centimeters", "cm", UNIT_LENGTH),
    SYMBOL("cm", UNIT_LENGTH), WORDS("millimetre", "millimetres", "mm", UNIT_LENGTH),
    WORDS("millimeter", "millimeters", "mm", UNIT_LENGTH), SYMBOL("mm", UNIT_LENGTH), SYMBOL("dm", UNIT_LENGTH),
    WORDS("micrometre", "micrometres", "µm", UNIT_LENGTH), WORDS("micron", "microns", "µm", UNIT_LENGTH),
    SYMBOL("µm", UNIT_LENGTH), WORDS("nanometre", "nanometres", "nm", UNIT_LENGTH),
    WORDS("nanometer", "nanometers", "nm", UNIT_LENGTH), SYMBOL("nm", UNIT_LENGTH),
    WORDS("picometre", "picometer", "pm", UNIT_LENGTH), WORDS("picometres", "picometers", "pm", UNIT_LENGTH),
    WORDS("mile", "miles", "mi", UNIT_LENGTH), SYMBOL("mi", UNIT_LENGTH),
    WORDS("yard", "yards", "yd", UNIT_LENGTH), SYMBOL_OF("yds", "yd", UNIT_LENGTH), SYMBOL("yd", UNIT_LENGTH),
    {"foot", "ft", "in", 12, UNIT_LENGTH, false}, {"feet", "ft", "in", 12, UNIT_LENGTH, false},
    {"ft", "ft", "in", 12, UNIT_LENGTH, true}, WORDS("inch", "inches", "in", UNIT_LENGTH), SYMBOL("in", UNIT_LENGTH),
    SYMBOL_OF("ins", "in", UNIT_LENGTH), WORDS("fathom", "fathoms", "fathom", UNIT_LENGTH),
    WORD("light-years", "light-year", UNIT_LENGTH), WORDS("furlong", "furlongs", "furlong", UNIT_LENGTH),
    /* area; squares of lengths are made by the grammar */
    WORDS("hectare", "hectares", "ha", UNIT_AREA), SYMBOL("ha", UNIT_AREA), WORDS("acre", "acres", "ac", UNIT_AREA),
    SYMBOL_OF("m²", "m2", UNIT_AREA), SYMBOL_OF("km²", "km2", UNIT_AREA), SYMBOL("m2", UNIT_AREA), SYMBOL("km2", UNIT_AREA),
    SYMBOL("ft2", UNIT_AREA), SYMBOL_OF("sqft", "ft2", UNIT_AREA), SYMBOL_OF("sqm", "m2", UNIT_AREA), SYMBOL("cm2", UNIT_AREA),
    /* volume */
    WORDS("litre", "litres", "litre", UNIT_VOLUME), WORDS("liter", "liters", "litre", UNIT_VOLUME),
    SYMBOL_OF("L", "litre", UNIT_VOLUME), SYMBOL_OF("l", "litre", UNIT_VOLUME), SYMBOL("ml", UNIT_VOLUME),
    SYMBOL_OF("mL", "ml", UNIT_VOLUME), SYMBOL("cl", UNIT_VOLUME), WORDS("millilitre", "millilitres", "ml", UNIT_VOLUME),
    WORDS("milliliter", "milliliters", "ml", UNIT_VOLUME), WORDS("gallon", "gallons", "gallon", UNIT_VOLUME),
    WORDS("pint", "pints", "pint", UNIT_VOLUME), WORDS("quart", "quarts", "quart", UNIT_VOLUME),
    WORDS("barrel", "barrels", "barrel", UNIT_VOLUME), SYMBOL_OF("bbl", "barrel", UNIT_VOLUME),
    WORDS("bushel", "bushels", "bushel", UNIT_VOLUME), SYMBOL("m3", UNIT_VOLUME), SYMBOL_OF("m³", "m3", UNIT_VOLUME),
    SYMBOL("km3", UNIT_VOLUME), SYMBOL_OF("km³", "km3", UNIT_VOLUME), SYMBOL("cm3", UNIT_VOLUME),
    WORDS("teaspoon", "teaspoons", "tsp", UNIT_VOLUME), WORDS("tablespoon", "tablespoons", "tbsp", UNIT_VOLUME),
    SYMBOL("tsp", UNIT_VOLUME), SYMBOL("tbsp", UNIT_VOLUME), WORDS("cup", "cups", "cup", UNIT_VOLUME),
    /* mass */
    WORDS("gram", "grams", "g", UNIT_MASS), WORDS("gramme", "grammes", "g", UNIT_MASS), SYMBOL("g", UNIT_MASS),
    WORDS("kilogram", "kilograms", "kg", UNIT_MASS), WORDS("kilogramme", "kilogrammes", "kg", UNIT_MASS),
    WORDS("kilo", "kilos", "kg", UNIT_MASS), SYMBOL("kg", UNIT_MASS), SYMBOL_OF("kgs", "kg", UNIT_MASS),
    SYMBOL_OF("Kg", "kg", UNIT_MASS), WORDS("milligram", "milligrams", "mg", UNIT_MASS), SYMBOL("mg", UNIT_MASS),
    WORDS("microgram", "micrograms", "µg", UNIT_MASS), WORDS("microgramme", "microgrammes", "µg", UNIT_MASS),
    SYMBOL("µg", UNIT_MASS), SYMBOL_OF("μg", "µg", UNIT_MASS), SYMBOL_OF("mcg", "µg", UNIT_MASS), SYMBOL("ng", UNIT_MASS),
    WORDS("tonne", "tonnes", "t", UNIT_MASS), WORDS("ton", "tons", "ton", UNIT_MASS), SYMBOL("t", UNIT_MASS),
    WORDS("kilotonne", "kilotonnes", "kt", UNIT_MASS), WORDS("kiloton", "kilotons", "kt", UNIT_MASS),
    WORDS("megatonne", "megatonnes", "Mt", UNIT_MASS), WORDS("megaton", "megatons", "Mt", UNIT_MASS), SYMBOL("Mt", UNIT_MASS),
    WORDS("gigatonne", "gigatonnes", "Gt", UNIT_MASS), WORDS("gigaton", "gigatons", "Gt", UNIT_MASS), SYMBOL("Gt", UNIT_MASS),
    {"pound", "lb", "oz", 16, UNIT_MASS, false}, {"pounds", "lb", "oz", 16, UNIT_MASS, false},
    {"lb", "lb", "oz", 16, UNIT_MASS, true}, {"lbs", "lb", "oz", 16, UNIT_MASS, true},
    WORDS("ounce", "ounces", "oz", UNIT_MASS), SYMBOL("oz", UNIT_MASS),
    {"stone", "stone", "lb", 14, UNIT_MASS, false}, {"st", "stone", "lb", 14, UNIT_MASS, true},
    WORDS("carat", "carats", "carat", UNIT_MASS), WORDS("drachm", "drachma", "drachm", UNIT_MASS),
    /* speed */
    SYMBOL("mph", UNIT_SPEED), SYMBOL_OF("kph", "km/h", UNIT_SPEED), SYMBOL_OF("kmh", "km/h", UNIT_SPEED),
    SYMBOL_OF("kmph", "km/h", UNIT_SPEED), WORDS("knot", "knots", "knot", UNIT_SPEED), SYMBOL("rpm", UNIT_SPEED),
    SYMBOL("mpg", UNIT_OTHER), WORDS("kilometre-hour", "kilometres-hour", "km/h", UNIT_SPEED),
    /* heat: "degrees" and the letter are put together by the grammar */
    WORD("celsius", "°C", UNIT_HEAT), WORD("celcius", "°C", UNIT_HEAT), WORD("centigrade", "°C", UNIT_HEAT),
    WORD("fahrenheit", "°F", UNIT_HEAT), WORD("farenheit", "°F", UNIT_HEAT), SYMBOL_OF("C", "°C", UNIT_HEAT),
    SYMBOL_OF("F", "°F", UNIT_HEAT), WORDS("℃", "℃", "°C", UNIT_HEAT), WORDS("℉", "℉", "°F", UNIT_HEAT),
    WORDS("degree", "degrees", "°", UNIT_HEAT), SYMBOL_OF("deg", "°", UNIT_HEAT), WORDS("kelvin", "kelvins", "K", UNIT_HEAT),
    /* data */
    WORDS("bit", "bits", "bit", UNIT_DATA), WORDS("byte", "bytes", "byte", UNIT_DATA),
    WORDS("kilobyte", "kilobytes", "kB", UNIT_DATA), WORDS("megabyte", "megabytes", "MB", UNIT_DATA),
    WORDS("gigabyte", "gigabytes", "GB", UNIT_DATA), WORDS("terabyte", "terabytes", "TB", UNIT_DATA),
    WORDS("petabyte", "petabytes", "PB", UNIT_DATA), WORDS("exabyte", "exabytes", "EB", UNIT_DATA),
    WORDS("megabit", "megabits", "Mbit", UNIT_DATA), WORDS("gigabit", "gigabits", "Gbit", UNIT_DATA),
    WORDS("kibibyte", "kibibytes", "KiB", UNIT_DATA), SYMBOL_OF("KB", "kB", UNIT_DATA), SYMBOL("kB", UNIT_DATA), SYMBOL_OF("kb", "kbit", UNIT_DATA),
    SYMBOL("MB", UNIT_DATA), SYMBOL_OF("mb", "Mbit", UNIT_DATA), SYMBOL_OF("Mb", "Mbit", UNIT_DATA), SYMBOL("GB", UNIT_DATA),
    SYMBOL_OF("Gb", "Gbit", UNIT_DATA), SYMBOL("TB", UNIT_DATA), SYMBOL_OF("Mbps", "Mbit/s", UNIT_DATA),
    SYMBOL_OF("Gbps", "Gbit/s", UNIT_DATA), SYMBOL_OF("mbps", "Mbit/s", UNIT_DATA),
    WORDS("megapixel", "megapixels", "megapixel", UNIT_DATA),
    /* energy, power and the rest of physics that reaches newspapers */
    WORDS("watt", "watts", "W", UNIT_ENERGY), SYMBOL("W", UNIT_ENERGY), WORDS("kilowatt", "kilowatts", "kW", UNIT_ENERGY),
    SYMBOL("kW", UNIT_ENERGY), WORDS("megawatt", "megawatts", "MW", UNIT_ENERGY), SYMBOL("MW", UNIT_ENERGY),
    WORDS("gigawatt", "gigawatts", "GW", UNIT_ENERGY), SYMBOL("GW", UNIT_ENERGY), WORDS("terawatt", "terawatts", "TW", UNIT_ENERGY),
    SYMBOL("TW", UNIT_ENERGY), SYMBOL("Wh", UNIT_ENERGY), SYMBOL("kWh", UNIT_ENERGY), SYMBOL("MWh", UNIT_ENERGY),
    SYMBOL("GWh", UNIT_ENERGY), SYMBOL("TWh", UNIT_ENERGY), WORD("kilowatt-hours", "kWh", UNIT_ENERGY),
    WORDS("joule", "joules", "J", UNIT_ENERGY), SYMBOL("J", UNIT_ENERGY), SYMBOL("kJ", UNIT_ENERGY), SYMBOL("MJ", UNIT_ENERGY),
    WORDS("calorie", "calories", "cal", UNIT_ENERGY), SYMBOL("kcal", UNIT_ENERGY), WORD("horsepower", "hp", UNIT_ENERGY),
    SYMBOL("hp", UNIT_ENERGY), SYMBOL("bhp", UNIT_ENERGY), WORDS("volt", "volts", "V", UNIT_OTHER), SYMBOL("V", UNIT_OTHER),
    SYMBOL("kV", UNIT_OTHER), SYMBOL("mV", UNIT_OTHER), WORDS("amp", "amps", "A", UNIT_OTHER), SYMBOL("mAh", UNIT_OTHER),
    WORDS("hertz", "hertz", "Hz", UNIT_OTHER), SYMBOL("Hz", UNIT_OTHER), SYMBOL("kHz", UNIT_OTHER), SYMBOL("MHz", UNIT_OTHER),
    SYMBOL("GHz", UNIT_OTHER), WORDS("gigahertz", "gigahertz", "GHz", UNIT_OTHER), WORDS("megahertz", "megahertz", "MHz", UNIT_OTHER),
    WORDS("decibel", "decibels", "dB", UNIT_OTHER), SYMBOL("dB", UNIT_OTHER), SYMBOL_OF("dBA", "dB", UNIT_OTHER),
    SYMBOL_OF("dBa", "dB", UNIT_OTHER), WORDS("newton", "newtons", "N", UNIT_OTHER),
    WORDS("pascal", "pascals", "Pa", UNIT_OTHER), SYMBOL("hPa", UNIT_OTHER), SYMBOL("kPa", UNIT_OTHER), SYMBOL("MPa", UNIT_OTHER),
    SYMBOL("psi", UNIT_OTHER), SYMBOL("Nm", UNIT_OTHER), WORDS("bar", "bars", "bar", UNIT_OTHER), WORDS("millibar", "millibars", "mbar", UNIT_OTHER),
    SYMBOL("eV", UNIT_ENERGY), SYMBOL("MeV", UNIT_ENERGY), SYMBOL("GeV", UNIT_ENERGY), SYMBOL("TeV", UNIT_ENERGY),
    WORDS("sievert", "sieverts", "Sv", UNIT_OTHER), SYMBOL("mSv", UNIT_OTHER), SYMBOL("Gy", UNIT_OTHER), SYMBOL("mGy", UNIT_OTHER),
    WORDS("radian", "radians", "rad", UNIT_OTHER), SYMBOL("ppm", UNIT_OTHER), SYMBOL("ppb", UNIT_OTHER), SYMBOL("Btu", UNIT_ENERGY),
    SYMBOL("BTU", UNIT_ENERGY), WORDS("lumen", "lumens", "lm", UNIT_OTHER), SYMBOL_OF("tpd", "t/day", UNIT_MASS),
    SYMBOL_OF("bpd", "barrel/day", UNIT_VOLUME), SYMBOL_OF("boepd", "barrel/day", UNIT_VOLUME), SYMBOL_OF("dwt", "dwt", UNIT_MASS),
    SYMBOL("TEU", UNIT_OTHER), SYMBOL("TEUs", UNIT_OTHER),
    /* time */
    TIME_WORD("second", "second", 1), TIME_WORD("seconds", "second", 1), TIME_WORD("sec", "second", 1), TIME_WORD("secs", "second", 1),
    TIME_SYMBOL("s", "second", 1), TIME_SYMBOL("ms", "millisecond", 0), TIME_WORD("millisecond", "millisecond", 0),
    TIME_WORD("milliseconds", "millisecond", 0), TIME_WORD("minute", "minute", 60), TIME_WORD("minutes", "minute", 60),
    TIME_WORD("min", "minute", 60), TIME_WORD("mins", "minute", 60), TIME_WORD("hour", "hour", 3600),
    TIME_WORD("hours", "hour", 3600), TIME_WORD("hr", "hour", 3600), TIME_WORD("hrs", "hour", 3600), TIME_SYMBOL("h", "hour", 3600),
    TIME_WORD("day", "day", 86400), TIME_WORD("days", "day", 86400), TIME_WORD("night", "night", 86400),
    TIME_WORD("nights", "night", 86400), TIME_WORD("week", "week", 604800), TIME_WORD("weeks", "week", 604800),
    TIME_WORD("weekend", "weekend", 172800), TIME_WORD("weekends", "weekend", 172800),
    TIME_WORD("fortnight", "fortnight", 1209600), TIME_WORD("fortnights", "fortnight", 1209600),
    TIME_WORD("month", "month", 2592000), TIME_WORD("months", "month", 2592000), TIME_SYMBOL("mo", "month", 2592000),
    TIME_WORD("quarter", "quarter", 7776000), TIME_WORD("quarters", "quarter", 7776000),
    TIME_WORD("year", "year", 31536000), TIME_WORD("years", "year", 31536000), TIME_WORD("yr", "year", 31536000),
    TIME_WORD("yrs", "year", 31536000), TIME_SYMBOL("ys", "year", 31536000), TIME_WORD("decade", "decade", 315360000),
    TIME_WORD("decades", "decade", 315360000), TIME_WORD("century", "century", 0), TIME_WORD("centuries", "century", 0),
    TIME_WORD("millennium", "millennium", 0), TIME_WORD("millennia", "millennium", 0), TIME_SYMBOL("Ma", "megayear", 0),
    TIME_SYMBOL("Ga", "gigayear", 0),
};
const size_t unit_nforms = sizeof unit_forms / sizeof *unit_forms;
