/* Which figures can be compared, and how large each is then. */
#include <stdlib.h>
#include <string.h>

#include "figures.h"

/*
 * Units of one scale, each as so many of the scale's own: the SI's where it has one. Months and years are those of the Gregorian
 * calendar on average; pounds and feet are exact by the agreement of 1959; US gallons, pints and bushels, NIST Handbook 44.
 */
static const struct {
    const char *unit, *scale;
    double times;
} sizes[] = {
    {"m", "m", 1}, {"km", "m", 1e3}, {"cm", "m", 1e-2}, {"mm", "m", 1e-3}, {"dm", "m", 0.1}, {"µm", "m", 1e-6}, {"nm", "m", 1e-9},
    {"pm", "m", 1e-12}, {"mi", "m", 1609.344}, {"yd", "m", 0.9144}, {"ft", "m", 0.3048}, {"in", "m", 0.0254},
    {"fathom", "m", 1.8288}, {"furlong", "m", 201.168}, {"light-year", "m", 9.4607304725808e15},
    {"m2", "m2", 1}, {"km2", "m2", 1e6}, {"cm2", "m2", 1e-4}, {"mm2", "m2", 1e-6}, {"ha", "m2", 1e4}, {"ac", "m2", 4046.8564224},
    {"ft2", "m2", 0.09290304}, {"yd2", "m2", 0.83612736}, {"in2", "m2", 0.00064516}, {"mi2", "m2", 2589988.110336},
    {"litre", "litre", 1}, {"ml", "litre", 1e-3}, {"cl", "litre", 1e-2}, {"m3", "litre", 1e3}, {"km3", "litre", 1e12},
    {"cm3", "litre", 1e-3}, {"mm3", "litre", 1e-6}, {"mi3", "litre", 4.168181825440579584e12}, {"ft3", "litre", 28.316846592},
    {"yd3", "litre", 764.554857984}, {"in3", "litre", 0.016387064}, {"gallon", "litre", 3.785411784},
    {"pint", "litre", 0.473176473}, {"quart", "litre", 0.946352946}, {"barrel", "litre", 158.987294928},
    {"bushel", "litre", 35.23907016688}, {"tsp", "litre", 0.00492892159375}, {"tbsp", "litre", 0.01478676478125},
    {"cup", "litre", 0.2365882365},
    {"kg", "kg", 1}, {"g", "kg", 1e-3}, {"mg", "kg", 1e-6}, {"µg", "kg", 1e-9}, {"ng", "kg", 1e-12}, {"t", "kg", 1e3},
    {"kt", "kg", 1e6}, {"Mt", "kg", 1e9}, {"Gt", "kg", 1e12}, {"ton", "kg", 907.18474}, {"lb", "kg", 0.45359237},
    {"oz", "kg", 0.028349523125}, {"stone", "kg", 6.35029318}, {"carat", "kg", 2e-4}, {"dwt", "kg", 1016.0469088},
    {"km/h", "km/h", 1}, {"mph", "km/h", 1.609344}, {"m/s", "km/h", 3.6}, {"knot", "km/h", 1.852},
    {"byte", "byte", 1}, {"bit", "byte", 0.125}, {"kB", "byte", 1e3}, {"MB", "byte", 1e6}, {"GB", "byte", 1e9}, {"TB", "byte", 1e12},
    {"PB", "byte", 1e15}, {"EB", "byte", 1e18}, {"KiB", "byte", 1024}, {"kbit", "byte", 125}, {"Mbit", "byte", 125e3},
    {"Gbit", "byte", 125e6},
    {"W", "W", 1}, {"kW", "W", 1e3}, {"MW", "W", 1e6}, {"GW", "W", 1e9}, {"TW", "W", 1e12}, {"hp", "W", 745.69987158227022},
    {"bhp", "W", 745.69987158227022},
    {"J", "J", 1}, {"kJ", "J", 1e3}, {"MJ", "J", 1e6}, {"Wh", "J", 3600}, {"kWh", "J", 3.6e6}, {"MWh", "J", 3.6e9},
    {"GWh", "J", 3.6e12}, {"TWh", "J", 3.6e15}, {"cal", "J", 4.184}, {"kcal", "J", 4184}, {"Btu", "J", 1055.05585262},
    {"BTU", "J", 1055.05585262}, {"eV", "J", 1.602176634e-19}, {"MeV", "J", 1.602176634e-13}, {"GeV", "J", 1.602176634e-10},
    {"TeV", "J", 1.602176634e-7},
    {"V", "V", 1}, {"kV", "V", 1e3}, {"mV", "V", 1e-3}, {"Hz", "Hz", 1}, {"kHz", "Hz", 1e3}, {"MHz", "Hz", 1e6}, {"GHz", "Hz", 1e9},
    {"Pa", "Pa", 1}, {"hPa", "Pa", 100}, {"kPa", "Pa", 1e3}, {"MPa", "Pa", 1e6}, {"bar", "Pa", 1e5}, {"mbar", "Pa", 100},
    {"psi", "Pa", 6894.757293168}, {"Sv", "Sv", 1}, {"mSv", "Sv", 1e-3}, {"Gy", "Gy", 1}, {"mGy", "Gy", 1e-3},
    {"ppm", "ppm", 1}, {"ppb", "ppm", 1e-3}, {"TEU", "TEU", 1}, {"TEUs", "TEU", 1},
};

/* Of durations, and of ages, which stand apart by their kind. */
static const struct {
    const char *unit;
    double days;
} times[] = {
    {"year", 365.2425}, {"day", 1}, {"month", 30.436875}, {"week", 7}, {"hour", 1 / 24.0}, {"minute", 1 / 1440.0},
    {"second", 1 / 86400.0}, {"millisecond", 1 / 86400e3}, {"night", 1}, {"weekend", 2}, {"quarter", 91.310625},
    {"decade", 3652.425}, {"century", 36524.25}, {"millennium", 365242.5}, {"megayear", 365.2425e6}, {"gigayear", 365.2425e9},
};

static void
size_of_measure(struct figure_size *size)
{
    if (strcmp(size->scale, "°F") == 0) {
        *size = (struct figure_size){"°C", (size->size - 32) / 1.8, true};
        return;
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (strcmp(size->scale, sizes[i].unit) == 0) {
            *size = (struct figure_size){sizes[i].scale, size->size * sizes[i].times, true};
            return;
        }
}

static void
size_of_time(struct figure_size *size, bool age)
{
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (strcmp(size->scale, times[i].unit) == 0) {
            *size = (struct figure_size){age ? "year" : "day", size->size * times[i].days / (age ? times[0].days : 1), true};
            return;
        }
}

/* "2026-01-14" as a number that grows with time, in days of months of 31; a date without its year has no place among others. */
static void
size_of_date(const char *date, struct figure_size *size)
{
    static const int days[] = {372, 31, 1};
    const char *at = date ? date + (date[0] == '-') : "";
    int field = 0;

    if (*at < '0' || *at > '9')
        return;
    for (; field < 3 && *at >= '0' && *at <= '9'; field++) {
        char *end;
        double n = (double)strtol(at, &end, 10);

        if (*end == 'X')
            n *= 10;
        size->size += (field ? n - 1 : n) * days[field];
        at = *end == '-' ? end + 1 : end;
        if (*at == 'Q' && at[1] >= '1' && at[1] <= '4')
            size->size += (at[1] - '1') * 93;
        if (*at == 'H' && at[1] == '2')
            size->size += 186;
    }
    size->size *= date[0] == '-' ? -1 : 1;
    size->has = true;
}

struct figure_size
figure_size_of(enum figure_kind kind, const char *unit, bool has, double value)
{
    struct figure_size size = {"", has ? value : 0, has};

    if (!unit || kind == FIGURE_COUNT)
        return size;
    size.scale = unit;
    if (has && kind == FIGURE_MEASURE)
        size_of_measure(&size);
    else if (has && (kind == FIGURE_DURATION || kind == FIGURE_AGE))
        size_of_time(&size, kind == FIGURE_AGE);
    return size;
}

struct figure_size
figure_size(const struct figure *figure)
{
    struct figure_size size = {"", 0, false};

    if (figure->kind != FIGURE_DATE)
        return figure_size_of(figure->kind, figure->unit, figure->has_value,
                              figure->has_value ? decimal_to_double(figure->value) : 0);
    size_of_date(figure->date, &size);
    return size;
}
