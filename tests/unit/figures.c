/* How much: a row a rule or a trap. The sentences, their people and places are invented. */
#include "unit/figures_found.h"

/* ---- what is read, and what is not -------------------------------------------------- */

static const struct row money[] = {
    {"Orrenby Mill wrote off £7.8m during the flood.", "money £7.8m = 7800000 GBP"},
    {"Tallis Freight offered €63m to buy Harrow Yard.", "money €63m = 63000000 EUR"},
    {"Brandtland put C$45bn into dikes.", "money C$45bn = 45000000000 CAD"},
    {"Lund sold US$6bn and HK$4.7bn of its bonds.", "money US$6bn = 6000000000 USD; money HK$4.7bn = 4700000000 HKD"},
    {"All that timber fetched $2.6tn, they reckon.", "money $2.6tn = 2600000000000 $"},
    {"Debts reached A$9.1 billion, or $US17 for each goat.",
     "money A$9.1 billion = 9100000000 AUD; money $US17 = 17 USD"},
    {"Kesri holds ₹3.7 trillion beside Rs 2.5 lakh crore.",
     "money ₹3.7 trillion = 3700000000000 INR; money Rs 2.5 lakh crore = 2500000000000 INR"},
    {"Backers put $8MM into kites.", "money $8MM = 8000000 $"},
    {"Takings came to 35 MUSD.", "money 35 MUSD = 35000000 USD"},
    {"The barge went to Lund for USD72.9 million.", "money USD72.9 million = 72900000 USD"},
    {"Ferries ask EUR 35, children half.", "money EUR 35 = 35 EUR; fraction half = 0.5"},
    {"Harrow Bridge swallowed nine million dollars.", "money nine million dollars = 9000000 $"},
    {"Some multimillion-dollar canal is being dug.", "money multimillion-dollar = 2000000..999000000 $ ~about"},
    {"Widow Tallis inherited tens of thousands of euros.",
     "money tens of thousands of euros = 20000..99000 EUR ~about"},
    {"Loaves sell at seven pounds 45 apiece.", "money seven pounds 45 = 7.45 GBP"},
    {"Tithes of 60p are due.", "money 60p = 0.6 GBP"},
    {"Tin gained 3¢ and reached $2.68.", "money 3¢ = 0.03 $; money $2.68 = 2.68 $"},
    {"Eggs fetch $1.75 a crate, diesel $6 a gallon.", "money $1.75 = 1.75 $; money $6 a gallon = 6 $/gallon"},
    {"Ledgers show -$7.2m for Lund.", "money -$7.2m = -7200000 $"},
    {"Wheat brought 1.6 million Swiss francs and 700 Canadian dollars.",
     "money 1.6 million Swiss francs = 1600000 CHF; money 700 Canadian dollars = 700 CAD"},
    {"Tolls of 5 dollars 25 cents remain.", "money 5 dollars 25 cents = 5.25 $"},
    {"Boats for Rp 42.500 sell well.", "money Rp 42.500 = 42500 IDR"},
    {"It cost RD$90, GH₵8, 5,000 FCFA, 10 million CFA francs and TSh 300.",
     "money RD$90 = 90 DOP; money GH₵8 = 8 GHS; money 5,000 FCFA = 5000 CFA; money 10 million CFA francs = 10000000 CFA; "
     "money TSh 300 = 300 TZS"},
    {"They offered 85 USD million instead.", "money 85 USD million = 85000000 USD"},
    {"Goats cost 3 million 400 thousand lire.", "money 3 million 400 thousand lire = 3400000 ITL"},
    {"Raise MAUD 90 for Lund.", "money MAUD 90 = 90000000 AUD"},
    {"Net fell a penny to $-3.25.", "money a penny = 0.01 $; money $-3.25 = -3.25 $"},
    {"Tallis Ferries makes $2m a week.", "money $2m a week = 2000000 $/week"},
    {"Rapper 50 Cent toured Orrenby.", ""},
    {"He handed us $15 as change.", "money $15 = 15 $"},
    {"That $20 dollars note was torn.", "money $20 dollars = 20 $"},
    {"Penalties of half a million euros loom.", "money half a million euros = 500000 EUR"},
};
static const struct row ranges[] = {
    {"Brandt puts its price at $20bn to $35bn.", "money $20bn to $35bn = 20000000000..35000000000 $"},
    {"Tallis foresees $40-55bn of cuts.", "money $40-55bn = 40000000000..55000000000 $"},
    {"Dikes will take between £6m and £8m.", "money £6m and £8m = 6000000..8000000 GBP"},
    {"Lund wants 30 to 50 barges plus 7-9 cranes.", "count 30 to 50 = 30..50 barges; count 7-9 = 7..9 cranes"},
    {"Perhaps six or seven per cent will move.", "percent six or seven per cent = 6..7 % ~about"},
    {"Mills use 14 to 17 billion litres.", "measure 14 to 17 billion litres = 14000000000..17000000000 litre"},
    {"They built an 18- to 26-metre mast.", "measure 18- to 26-metre = 18..26 m"},
    {"Drying needs four to five months.", "duration four to five months = 4..5 month"},
    {"She feeds more than 35 but fewer than 75 cats.", "count 35 but fewer than 75 = 35..75 cats"},
    {"Duties sank from 8 to 3 percent.", "percent 8 = 8 %; percent 3 percent = 3 %"},
    {"Moisture fell by 0.3 to 7.9 percent.", "number 0.3 = 0.3; percent 7.9 percent = 7.9 %"},
    {"Aldermen split 61 to 39.", "number 61 = 61; number 39 = 39"},
    {"Lund lost 1 – 4 at home, 2-3 away; 4 – 6 goats saw it.",
     "number 1 = 1; number 4 = 4; number 2-3 = 2..3; count 4 – 6 = 4..6 goats"},
    {"Brandt presides over a six-member board, nearly a dozen mills.", "count six = 6 member; count a dozen = 12 mills ~nearly"},
    {"Harrow beat Lund 5-2.", "number 5 = 5; number 2 = 2"},
};
static const struct row percent[] = {
    {"Rents climbed 17 per cent after 6.3 percent in spring.",
     "percent 17 per cent = 17 %; percent 6.3 percent = 6.3 %"},
    {"Duty is 4 percentage points above 2017.", "percent 4 percentage points = 4 percentage point; date 2017 = 2017"},
    {"Lund Bank lowered it by 35 basis points.", "percent 35 basis points = 0.35 percentage point"},
    {"A 30 per cent-owned mill shut.", "percent 30 per cent = 30 %"},
    {"Half a percent of barley rotted.", "percent Half a percent = 0.5 %"},
    {"Participation: 71.5pc.", "percent 71.5pc = 71.5 %"},
    {"Seepage eats one-ninth of one percent.", "percent one-ninth of one percent = 0.111111111111 %"},
    {"Notes at 6 5/8% sold out.", "percent 6 5/8% = 6.625 %"},
    {"Levies take one-eighth of 1 percent.", "percent one-eighth of 1 percent = 0.125 %"},
    {"Parties got 13 and 6 percent.", "percent 13 = 13 %; percent 6 percent = 6 %"},
    {"Recent centres of dissent innocently accented incentives.", ""},
    {"Its error is plus or minus seven percentage points.", "percent seven percentage points = 7 percentage point"},
};
static const struct row fractions[] = {
    {"Nearly a fifth of weavers left, three-fifths stayed.",
     "fraction a fifth = 0.2 ~nearly; fraction three-fifths = 0.6"},
    {"One in seven goats and 1 in 30 sheep limp.",
     "fraction One in seven = 0.142857142857; fraction 1 in 30 = 0.0333333333333"},
    {"Six out of seven bakers shrugged.", "fraction Six out of seven = 0.857142857143"},
    {"Half of Lund and three quarters of Harrow flooded.", "fraction Half = 0.5; fraction three quarters = 0.75"},
    {"Tallis came third of those rowing.", "ordinal third = 3"},
    {"Each cow drinks 2½ litres.", "measure 2½ litres = 2.5 litre"},
    {"A half-million geese flew by.", "count A half-million = 500000 geese"},
    {"Half-sisters met their half-asleep aunt before quarter-finals.", ""},
    {"Harrow led during the second half.", ""},
    {"One hundred and thirty fifths.", "fraction One hundred and thirty fifths = 26"},
    {"It is -4/5 of a hundred and three quarters.", "fraction -4/5 = -0.8; number a hundred and three quarters = 100.75"},
    {"A third goat ate a third of it.", "ordinal third = 3; fraction a third = 0.333333333333"},
};
static const struct row multiples[] = {
    {"Tolls more than tripled.", "multiple tripled = 3 ~more"},
    {"Rents doubled while wages grew eightfold.", "multiple doubled = 2; multiple eightfold = 8"},
    {"Lund hopes to double its catch within six years.", "multiple double = 2; duration six years = 6 year"},
    {"It weighs four times the old bell.", "multiple four times = 4"},
    {"Herring sold at 2.5x what cod did.", "multiple 2.5x = 2.5"},
    {"A double room, a triple somersault and a double-decker sandwich.", ""},
    {"Tallis halved its crew, twice.", "multiple halved = 0.5; multiple twice = 2"},
};
static const struct row hedges[] = {
    {"Up to 27,000 goats will graze.", "count 27,000 = 27000 goats ~up_to"},
    {"At least 19 weavers fainted.", "count 19 = 19 weavers ~at_least"},
    {"Some 6,000 geese landed.", "count 6,000 = 6000 geese ~about"},
    {"Rowing across lasts nearly a century, longer than a year ago.",
     "duration a century = 1 century ~nearly; duration a year = 1 year"},
    {"Baking took just under three hours.", "duration three hours = 3 hour ~less"},
    {"Upwards of 700 herons nested.", "count 700 = 700 herons ~more"},
    {"40-odd shepherds sang.", "count 40 = 40 shepherds ~about"},
    {"About nothing, over lunch, under Harrow, around Lund.", ""},
    {"Over five years he painted 30 bridges or more.", "duration five years = 5 year; count 30 = 30 bridges ~at_least"},
    {"Tallis stayed for over a month.", "duration a month = 1 month ~more"},
    {"Dues had crept up to $65, fines of up to $80.", "money $65 = 65 $; money $80 = 80 $ ~up_to"},
    {"No more than 14 stayed, no fewer than 9 left.", "number 14 = 14 ~at_most; number 9 = 9 ~at_least"},
    {"It hurt 30 and more than 40 fled; guidance was up 2 percent and up 4 percent.",
     "number 30 = 30; number 40 = 40 ~more; percent 2 percent = 2 %; percent 4 percent = 4 %"},
    {"Rooms cost $30 and up.", "money $30 = 30 $ ~at_least"},
    {"Losses approached $7 million.", "money $7 million = 7000000 $ ~nearly"},
};
static const struct row vague[] = {
    {"Hundreds of thousands of bees and dozens of goats fled.",
     "count Hundreds of thousands = 200000..999000 bees ~about; count dozens = 24..99 goats ~about"},
    {"Prices rose a few percent, several dollars each.",
     "percent a few percent = 2..5 % ~about; money several dollars = 3..9 $ ~about"},
    {"A couple of bakers and several weavers quit.", "count A couple of = 2 bakers ~about"},
    {"Several hundred sheds burned within a few days.",
     "count Several hundred = 300..900 sheds ~about; duration a few days = 2..5 day ~about"},
};
static const struct row ordinals[] = {
    {"Lund is our third-largest quay.", "ordinal third = 3"},
    {"Orrenby's 62nd fair is now two years old.", "ordinal 62nd = 62; age two years old = 2 year"},
    {"During its thirty-first season and the 18th after that.", "ordinal thirty-first = 31; ordinal 18th = 18"},
    {"She paused for a second, then sang.", "duration a second = 1 second"},
    {"They second him on second thoughts.", ""},
    {"0.7 seconds decided it.", "duration 0.7 seconds = 0.7 second"},
    {"Brandt rowed first, Tallis fourth.", "ordinal first = 1; ordinal fourth = 4"},
    {"Her one hundred twenty-third goat bleats.", "ordinal one hundred twenty-third = 123"},
    {"First, dry it; at first, first aid helps at first sight.", ""},
    {"Her ram weighs 9st 6lb.", "measure 9st 6lb = 132 lb"},
    {"Visit Fourth Abbey or the Second Harbour.", ""},
    /* when, not which */
    {"Tallis first tried oats, first tamed in Lund, and first and foremost barley.", ""},
    {"It sank in spring, first when the dam broke.", ""},
    {"Her first try came first, the first tried of all.", "ordinal first = 1; ordinal first = 1; ordinal first = 1"},
    {"It is our #2 mill, was #3, says PR #45; issue #1234 is open.", "number 2 = 2; number 3 = 3"},
    {"It peaked at No. 86, above No. 10 Harrow Lane and Hall No. 4.", "number 86 = 86"},
};
static const struct row one[] = {
    {"No one asks which one broke, nor that one, and one should not.", ""},
    {"One-party talks were a one-off, held one-on-one.", ""},
    {"FLOOD KILLS FIVE IN LUND", "number FIVE = 5"},
    {"Only one baker stayed.", "count one = 1 baker"},
    {"One goat drowned and three swam.", "count One = 1 goat; number three = 3"},
    {"One of nine mills burned.", "count One = 1 mills; count nine = 9 mills"},
    {"Two tables stood, one showing the tides.", "count Two = 2 tables"},
};
static const struct row dates[] = {
    {"Catches shrank in 2023, their worst since 2016.", "date 2023 = 2023; date 2016 = 2016"},
    {"Through the 1970s and the '60s barges ruled.", "date 1970s = 197X; date '60s = 196X"},
    {"Records of 2011-12 and 2016–17 burned.", "date 2011-12 = 2011/2012; date 2016–17 = 2016/2017"},
    {"3,018 goats in 2018 faced 1400 wolves and 2017 veterans.",
     "count 3,018 = 3018 goats; date 2018 = 2018; count 1400 = 1400 wolves; date 2017 = 2017"},
    {"Tallis left on May 9; March may follow.", "date May 9 = --05-09"},
    {"Fairs open 21 October 2027, never Oct. 19.", "date 21 October 2027 = 2027-10-21; date Oct. 19 = --10-19"},
    {"It recalls 9/11, a 24/7 vigil.", "date 9/11 = --09-11"},
    {"Pay by 07/11/2027.", "date 07/11/2027 = 2027-07-11"},
    {"Landfall: 2027-02-16 at 09:45.", "date 2027-02-16 = 2027-02-16; date 09:45 = T09:45"},
    {"Doors open at 7pm, bells at 10.45 a.m.", "date 7pm = T19:00; date 10.45 a.m. = T10:45"},
    {"Brandt sank in the second quarter of 2024.", "date second quarter of 2024 = 2024-Q2"},
    {"Lent runs March 5 to 19.", "date March 5 to 19 = --03-05/19"},
    {"Romans dug it in 318 BC.", "date 318 BC = -0317"},
    {"March may rain, Sun and Will may not.", ""},
    {"She won in '08 and since \342\200\23126, he wrote in \342\200\23020 ways\342\200\231.", "date '08 = 2008; date \342\200\23126 = 2026; number 20 = 20"},
    {"It grew in the first half of 2025, not in the second half.", "date first half of 2025 = 2025-H1"},
};
static const struct row durations_and_ages[] = {
    {"Over the past 15 months nobody rowed.", "duration 15 months = 15 month"},
    {"A two-day storm ended four years of drought.", "duration two-day = 2 day; duration four years = 4 year"},
    {"Her lap lasted 5m 12s.", "duration 5m 12s = 312 second"},
    {"Bread needs three and a half hours, cake a day and a half.",
     "duration three and a half hours = 3.5 hour; duration a day and a half = 1.5 day"},
    {"She rowed two hours and 40 minutes, he 14 hours 39 minutes.",
     "duration two hours and 40 minutes = 160 minute; duration 14 hours 39 minutes = 879 minute"},
    {"They got three years and two months in jail.", "duration three years and two months = 38 month"},
    {"It takes between two hours and 30 minutes and three hours.",
     "duration two hours = 2 hour; duration 30 minutes = 30 minute; duration three hours = 3 hour"},
    {"Floods of 20 and 70 years ago.", "duration 20 = 20 year; duration 70 years = 70 year"},
    {"Can they wait another business day?", "duration another business day = 1 day"},
    {"A decade ago they fished five days a week.", "duration A decade = 1 decade; duration five days = 5 day"},
    {"Police freed a 37-year-old with Arlo Brandt, 52, and three more.",
     "age 37-year-old = 37 year; age 52 = 52 year; number three = 3"},
    {"She is a daughter of one of nine smiths.", "count one = 1 smiths; count nine = 9 smiths"},
    {"Girls aged nine met a boy of six.", "age aged nine = 9 year; age six = 6 year"},
    {"Rowers aged 23 to 41 train.", "age aged 23 to 41 = 23..41 year"},
    {"Rowers between the ages of 16 and 27 train.", "age ages of 16 and 27 = 16..27 year"},
    {"Some aunt in her 70s sings.", "age 70s = 70..79 year"},
    {"An 11-month-old foal sneezed.", "age 11-month-old = 11 month"},
    {"People under 45 like it, voters older than 60 do not.", "age 45 = 45 year ~less; age 60 = 60 year ~more"},
    {"People under 45 goats slept, and men over 30 percent.", "count 45 = 45 goats ~less; percent 30 percent = 30 % ~more"},
    {"At 16, she rowed. At 16, Harrow Lane, nobody did.", "age 16 = 16 year; number 16 = 16"},
    {"Arlo Brandt, then 44, sang.", "age 44 = 44 year"},
    {"Her eldest daughter, 34, rows with Ida Vik Jr., 55, and me.", "age 34 = 34 year; age 55 = 55 year"},
    {"She was 27 when it sank; he, who is 28, is 5 behind. It is 29, no less.",
     "age 27 = 27 year; age 28 = 28 year; number 5 = 5; number 29 = 29"},
    {"At the age of about 12, at age 14.", "age 12 = 12 year ~about; age age 14 = 14 year"},
};
static const struct row measures[] = {
    {"Harrow swam 400m in 260.5 seconds; 300m fans cheered.",
     "measure 400m = 400 m; duration 260.5 seconds = 260.5 second; count 300m = 300000000 fans"},
    {"Wells give 6.5 million barrels a week across 42,000 hectares.",
     "measure 6.5 million barrels a week = 6500000 barrel/week; measure 42,000 hectares = 42000 ha"},
    {"Frost fell to minus 7C, then 31°C.", "measure minus 7C = -7 °C; measure 31°C = 31 °C"},
    {"Tallis stands 6ft 2in.", "measure 6ft 2in = 74 in"},
    {"Its 3.6-litre pump does 45 mph, or 72 kilometres per hour.",
     "measure 3.6-litre = 3.6 litre; measure 45 mph = 45 mph; measure 72 kilometres per hour = 72 km/h"},
    {"Turbines add 3.4GW on 800 sq ft of 5 square miles.",
     "measure 3.4GW = 3.4 GW; measure 800 sq ft = 800 ft2; measure 5 square miles = 5 mi2"},
    {"Suns weigh 2.45×10^28 kilograms.", "measure 2.45×10^28 kilograms = 2.45e+28 kg"},
    {"Three in boats sank.", "number Three = 3"},
    {"Rams lost 45 pounds; shepherds paid 65 pounds.", "measure 45 pounds = 45 lb; money 65 pounds = 65 GBP"},
    {"A 17F form exists.", ""},
    {"Bolts of 1,500.25±0.05 pounds crack.", "measure 1,500.25±0.05 pounds = 1500.25 lb"},
    {"Mix 35 and 80 mg of salt.", "measure 35 = 35 mg; measure 80 mg = 80 mg"},
    {"Use a 7\" pipe, \"about 9\" he said.", "measure 7\" = 7 in; number 9 = 9 ~about"},
    {"It turns 400 lb-ft or 500 Nm, says code 24703 L-202.",
     "measure 400 lb-ft = 400 lb-ft; measure 500 Nm = 500 Nm; number 24703 = 24703"},
    {"A frame of 11 by 14 inches; up 5 by noon.", "measure 11 = 11 in; measure 14 inches = 14 in; number 5 = 5"},
    {"Drones send two kb at minus ten degrees.", "measure two kb = 2 kbit; measure minus ten degrees = -10 °"},
};
static const struct row separators[] = {
    {"Tolls were about $60\u00A0billion over 15\u00A0months.",
     "money $60\u00A0billion = 60000000000 $ ~about; duration 15\u00A0months = 15 month"},
    {"Lund has 3\u202F456\u202F789 trees, the 62nd\u00A0fair 70\u2009000.",
     "count 3\u202F456\u202F789 = 3456789 trees; ordinal 62nd = 62; number 70\u2009000 = 70000"},
    {"Orrenby has 3,456,789 bees, Lund 6 543 210.", "count 3,456,789 = 3456789 bees; number 6 543 210 = 6543210"},
    {"Swiss clerks write 7.654.321 bees.", "count 7.654.321 = 7654321 bees"},
    {"Wool closed at 24,518.75 points, averaging .382.", "count 24,518.75 = 24518.75 points; number .382 = 0.382"},
    {"LND\t225.86\t-12.99\t-5.44%", "number 225.86 = 225.86; number -12.99 = -12.99; percent -5.44% = -5.44 %"},
    {"Readings of −6.4 and 23,45,678.12 differ.", "number −6.4 = -6.4; number 23,45,678.12 = 2345678.12"},
    {"Brandt counted 999999999999999999 grains.", "count 999999999999999999 = 999999999999999999 grains"},
};
static const struct row not_figures[] = {
    {"Ring 555-7788 or +46 31 5550 1122 now.", ""},
    {"Release 4.3.2 wants Android 12, an iPad 9 and Airbus 320-211.", ""},
    {"HIV-2, G8 folk, Article 40, Highway 12, Channel 9, 4G, B52 and F-16.", ""},
    {"See https://lund.example/2027/11/02/post-98765 or mail desk202@lund.example.", ""},
    {"ISBN 960-4-27-259520-1, GET /mill.html 301, or 10.20.30.41.", ""},
    {"Docket No 45-981 quotes 42 U.S.C. 1983, page 77.", ""},
    {"Mail 27 Harrow Lane or 1134 Caldery Place, Lund.", ""},
    {"Stars are called J1149.5+6663; do 22,24,26,31.", ""},
    {"A group of 20 men saw the Group of 20.", "count 20 = 20 men"},
    {"Radio 6, Dock-409, a Twelve-Oaks mansion, our Big Six.", ""},
    {"Brokers like S&P 400 and 403(b) plans.", ""},
    {"Form 10-K in 3-D has a 50-50 chance, says Luke 6:31.", ""},
    {"Watch 720p video; ALL 7 mills did.", "count 7 = 7 mills"},
    {"Any two-way mirror invites a high-five, a one-two punch and the two-step.", ""},
    {"They ordered 777x jets for Week 13.", ""},
};
/* What a terminal would have obeyed is no text; what only looks like it is. */
static const struct row escapes[] = {
    {"A \033[2J\033[1;31mred 5 barges\033[0m sank.", "count 5 = 5 barges"},
    {"Lund has \033]0;99 mules\a6 goats, \033P7q8\033\\no oxen.", "count 6 = 6 goats"},
    {"Tallis \033(0 saw \0338 40 cats and \302\2335A 3 dogs, ^[[12K4 hens.", "count 40 = 40 cats; count 3 = 3 dogs; count 4 = 4 hens"},
    {"See [2 Jays] and ]0; two owls \033]7 wrens", "count 2 = 2 Jays; number 0 = 0; count two = 2 owls; count 7 = 7 wrens"},
};
static const struct row counts[] = {
    {"Lund sent three support vessels and 12 cost overruns.", "count three = 3 vessels; count 12 = 12 overruns"},
    {"They ordered 82,000 Harrow woollen mittens.", "count 82,000 = 82000 mittens"},
    {"Some seven-member crew met a 20,000-strong choir.", "count seven = 7 member; number 20,000 = 20000"},
    {"It has 60,000 Iraqis and 20 taxis.", "count 60,000 = 60000 Iraqis; count 20 = 20 taxis"},
    {"Courts list 60,000 private and public lawsuits.", "count 60,000 = 60000 lawsuits"},
    /* the noun of "one" is singular, whatever comes behind */
    {"One reason goats and sheep came was oats.", "count One = 1 reason"},
    {"Said one tired Lund Harrow merchant.", "count one = 1 merchant"},
    {"She drives one sports car.", "count one = 1 car"},
    {"Is it one of the richest mills, or one of many?", "count one = 1 mills; number one = 1"},
    {"Two conference calls failed; 30 chess moves followed.", "count Two = 2 calls; count 30 = 30 moves"},
    {"Two of the mill's weavers and two of its most eager guards left.", "count Two = 2 weavers; count two = 2 guards"},
};

static void
test_money(void **state)
{
    (void)state;
    check_rows(money, COUNT(money));
}

static void
test_ranges(void **state)
{
    (void)state;
    check_rows(ranges, COUNT(ranges));
}

static void
test_percent(void **state)
{
    (void)state;
    check_rows(percent, COUNT(percent));
}

static void
test_fractions(void **state)
{
    (void)state;
    check_rows(fractions, COUNT(fractions));
}

static void
test_multiples(void **state)
{
    (void)state;
    check_rows(multiples, COUNT(multiples));
}

static void
test_hedges(void **state)
{
    (void)state;
    check_rows(hedges, COUNT(hedges));
}

static void
test_vague(void **state)
{
    (void)state;
    check_rows(vague, COUNT(vague));
}

static void
test_ordinals(void **state)
{
    (void)state;
    check_rows(ordinals, COUNT(ordinals));
}

static void
test_one(void **state)
{
    (void)state;
    check_rows(one, COUNT(one));
}

static void
test_dates(void **state)
{
    (void)state;
    check_rows(dates, COUNT(dates));
}

static void
test_durations_and_ages(void **state)
{
    (void)state;
    check_rows(durations_and_ages, COUNT(durations_and_ages));
}

static void
test_measures(void **state)
{
    (void)state;
    check_rows(measures, COUNT(measures));
}

static void
test_separators(void **state)
{
    (void)state;
    check_rows(separators, COUNT(separators));
}

static void
test_not_figures(void **state)
{
    (void)state;
    check_rows(not_figures, COUNT(not_figures));
}

static void
test_escapes(void **state)
{
    (void)state;
    check_rows(escapes, COUNT(escapes));
}

static void
test_counts(void **state)
{
    (void)state;
    check_rows(counts, COUNT(counts));
}

/* ---- numbers in names, and names of times and people ------------------------------------------ */

static const struct row names[] = {
    {"Five 787-9 jets of Boeing's stay. The 737 jets cost $5bn.", "number Five = 5; money $5bn = 5000000000 $"},
    {"Lund grounded its troubled 747 planes and 12 barges.", "count 12 = 12 barges"},
    {"She left her 9-to-5 job at 7-Eleven for 3M, and called 0800 123 456.", ""},
    {"A category 5 storm, a phase 2 trial, size 10 boots, lines 6-8.", ""},
    {"Net zero, zero tolerance and a zero-sum game; zero goats.", "count zero = 0 goats"},
    {"Some 20-something men met in 1066, 1492 and AD 79.", "date 1066 = 1066; date 1492 = 1492; date 79 = 0079"},
    {"A Harrowcore 5300M or 5500M streams 4K video.", ""},
    {"Brandt 384, Sen. Orla Tallis 300, Lund 151, and Kesri 37.", "number 384 = 384; number 300 = 300; number 151 = 151; number 37 = 37"},
    {"She wrote The Miller 3, and sold it.", ""},
    {"Alarms rang[1], they say.[2]", ""},
    {"They called 911 from the 400 block of Mill Lane.", ""},
    {"Write to P.O. Box 69440 or ring +49 (0)40 890 85-433.", ""},
    {"The USB 3 docks cost $5.", "money $5 = 5 $"},
    {"It was 46% a negative one.", "percent 46% = 46 %"},
    {"A one-game ban met the four-time champion.", "count one = 1 game; number four = 4"},
    {"She seeks a third and final term. Nearly a third say so.", "ordinal third = 3; fraction a third = 0.333333333333 ~nearly"},
    {"Mend the dikes first, then row. They toured, first singing in Lund.", ""},
    {"The first son of Lund spoke. The first son spoke of third world ports.", "ordinal first = 1"},
    {"Mills sold four paid berths—eleven boats—at 38 dBA.", "count four = 4 berths; count eleven = 11 boats; measure 38 dBA = 38 dB"},
};
static const struct row nouns[] = {
    {"Some 13,000 US troops and 200 U.S. military police stay.", "count 13,000 = 13000 troops ~about; count 200 = 200 police"},
    {"Lund leased 30 Boeing 787 jets and four Super Tuesday slots.", "count 30 = 30 jets; count four = 4 slots"},
    {"Three former Arlo W. Brandt aides kept six safety systems.", "count Three = 3 aides; count six = 6 systems"},
    {"One of the most crowded ports sent 40 work-related letters.", "count One = 1 ports; count 40 = 40 letters"},
    {"One of preventing burials, and 367 MPs.", "count One = 1 burials; count 367 = 367 MPs"},
    {"A three-peat was first shown on 650 18-hole courses.", "count 650 = 650 courses; count 18 = 18 hole"},
    {"Five Orrenbys police officers met two of Mr. Brandt's barges.", "count Five = 5 officers; count two = 2 barges"},
    {"Lund leased 400 737 jets after a 2-1 victory.", "count 400 = 400 jets; number 2 = 2; number 1 = 1"},
    {"Lund flies 10 F-16 planes, two Boeing 747s and 20 A320s.", "count 10 = 10 planes; count two = 2 747s; count 20 = 20 A320s"},
    {"Nine of the 12 judges met on the 10th and 11th of May.",
     "count Nine = 9 judges; count 12 = 12 judges; date 10th and 11th of May = --05-10/11"},
    {"Lund sold its 757s and 20s dresses in 9.58s, a 30-s clip.", "duration 9.58s = 9.58 second; duration 30-s = 30 second"},
    {"Second, they second-guessed it. First there was a mill; first the mill burned.", ""},
    {"The number of barges fell from 12.6m to 5m; sea tides rise by 1.1m, says Lund.",
     "number 12.6m = 12600000; number 5m = 5000000; measure 1.1m = 1.1 m"},
    {"Spreads rose to 125bp after the magnitude-7.4 quake, in 15 sports.",
     "percent 125bp = 1.25 percentage point; number 7.4 = 7.4; count 15 = 15 sports"},
    {"He lost 6-7 (5-7) and has sons aged nine and 12 and a daughter, 5.",
     "number 6 = 6; number 7 = 7; number 5 = 5; number 7 = 7; age aged nine = 9 year; age 12 = 12 year; age 5 = 5 year"},
    {"Air holds 421 parts per million.", "measure 421 parts per million = 421 ppm"},
    {"The case, 22-1234, rests.", ""},
    {"It trades at 1.6 times book.", "multiple 1.6 times = 1.6"},
    {"It burns 5 kilowatt-hours at 35 pence per kilowatt-hour, 40 light-years off.",
     "measure 5 kilowatt-hours = 5 kWh; money 35 pence per kilowatt-hour = 0.35 GBP/kWh; measure 40 light-years = 40 light-year"},
    {"The £600-a-year toll fell; the 1.5C goal and the 2C limit stay, the 13F filing too.",
     "money £600-a-year = 600 GBP/year; measure 1.5C = 1.5 °C; measure 2C = 2 °C"},
    {"She ran it in 2:04:35 at 12:30:15.", "duration 2:04:35 = 7475 second; date 12:30:15 = T12:30"},
    {"Those asked between Oct 4 and 11 were 12 of Lund's 40 millers.",
     "date Oct 4 and 11 = --10-04/11; count 12 = 12 millers; count 40 = 40 millers"},
    {"It sits at zero such pledges.", "count zero = 0 pledges"},
    {"At one point she hired a fifth person; first person tales bore.", "ordinal fifth = 5"},
    {"Its camera has a mere 720p; shares of Lund fell to 720p.", "money 720p = 7.2 GBP"},
    {"Tea fetched 40 birr, 12 million tenge or 300 tomans.",
     "money 40 birr = 40 ETB; money 12 million tenge = 12000000 KZT; money 300 tomans = 300 toman"},
    {"Why mend it in the first place? She holds first place.", "ordinal first = 1"},
    {"His 757 was late for the year 11 pupils of Fiscal Year 2024.", "date 2024 = 2024"},
};
static const struct row records[] = {
    {"The Herons (4-6, 2-3 Eastern) rest.", "number 4 = 4; number 6 = 6; number 2 = 2; number 3 = 3"},
    {"Brandt lost to Tallis 3-6, 6-3, 6-7 (4).",
     "number 3 = 3; number 6 = 6; number 6 = 6; number 3 = 3; number 6 = 6; number 7 = 7; number 4 = 4"},
    {"Classes of 3-5, 6-8 and 9-11 meet.", "number 3-5 = 3..5; number 6-8 = 6..8; number 9-11 = 9..11"},
    {"She scored 17:46 into the third period, at 0100 GMT.", "duration 17:46 = 1066 second; ordinal third = 3; date 0100 = T01:00"},
    {"A goal fell in the second half.", "date second half = ?"},
    {"It lost £3m in the first half; the first half of her novel bores.", "money £3m = 3000000 GBP"},
    {"First-half profit sank; so did that of the second half of the season.", "date First-half = ?; date second half = ?"},
};
static const struct row times[] = {
    {"Fairs run 18-24 November, 23 March–14 April, July 8 and 9.",
     "date 18-24 November = --11-18/24; date 23 March = --03-23; date 14 April = --04-14; date July 8 and 9 = --07-08/09"},
    {"On July 8 and 9 barges sank.", "date July 8 = --07-08; count 9 = 9 barges"},
    {"Takings of 2022/23, and of 2/3 of Lund.", "date 2022/23 = 2022/2023; fraction 2/3 = 0.666666666667"},
    {"In the early two-thousands, in the nineteen-thirties, in the sixties.",
     "date two-thousands = 200X; date nineteen-thirties = 193X; date sixties = 196X"},
    {"Arlo I (ruled 830–846) came about 512-511 BC; tolls are below 2000 levels.",
     "date 830–846 = 0830/0846; date 512-511 BC = -0511/-0510; date 2000 = 2000"},
    {"Painters of Lund, 1400–1800, and those of '08 and '12.", "date 1400–1800 = 1400/1800; date '08 = 2008; date '12 = 2012"},
};
static const struct row ages[] = {
    {"Tallis, sixty-three, rows; when Orla was seven, she swam.", "age sixty-three = 63 year; age seven = 7 year"},
    {"Voters 45 and older chose Arlo Brandt, Jr., 38; who is he?", "age 45 = 45 year ~at_least; age 38 = 38 year"},
    {"My mother is 87 and frail. “I’m 74 and swim.”", "age 87 = 87 year; age 74 = 74 year"},
    {"Those who turn 18 prior to May vote; she turned 18 pages.", "age 18 = 18 year; count 18 = 18 pages"},
    {"They held Orla Tallis 31, of Lund, on 10/7 and on 3/4 of pay.", "age 31 = 31 year; date 10/7 = --10-07; fraction 3/4 = 0.75"},
    {"Kesri died at 91. The ferry star, 26, received a medal.", "age 91 = 91 year; age 26 = 26 year"},
    {"Boats of 3, 26, and 40 berths.", "count 3 = 3 berths; count 26 = 26 berths; count 40 = 40 berths"},
    {"Three million and five million copies went; in pier 3, 26 boats.",
     "count Three million = 3000000 copies; count five million = 5000000 copies; number 3 = 3; count 26 = 26 boats"},
    {"He was in his early twenties, in the 25-54 age group.", "age twenties = 20..29 year; age 25-54 = 25..54 year"},
    {"A six-foot-seven ferryman waited seven-and-a-half years.",
     "measure six-foot-seven = 79 in; duration seven-and-a-half years = 7.5 year"},
};

static void
test_names(void **state)
{
    (void)state;
    check_rows(names, COUNT(names));
    check_rows(nouns, COUNT(nouns));
    check_rows(records, COUNT(records));
    check_rows(times, COUNT(times));
    check_rows(ages, COUNT(ages));
}

/* ---- days that the article's own date tells -------------------------------------------------- */

static const struct {
    const char *published, *text, *date; /* date: of the first figure; NULL: there is none */
} relative[] = {
    {"2026-01-01", "The mill burned yesterday.", "2025-12-31"},
    {"2024-02-29T08:15", "It opens tomorrow.", "2024-03-01"},
    {"2024-02-28", "It opens tomorrow.", "2024-02-29"},
    {"2026-12-31", "Harrow sued today.", "2026-12-31"},
    {"2026-01-14", "It lost money last year.", "2025"},
    {"2026-01-14", "It lost money last month.", "2025-12"},
    {"2026-12", "It will lose money next month.", "2027-01"},
    {"2026", "It will lose money this month.", NULL},
    {"2026-01-14", "That was the last year of peace.", NULL},
    {NULL, "The mill burned yesterday, as it had last year.", NULL},
};

static void
test_relative(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(relative); i++) {
        struct found found = find(relative[i].text, strlen(relative[i].text));

        found.article->published = relative[i].published;
        vec_clear(&found.finds.figures);
        figures_find(found.measures, found.article, &found.finds);
        assert_row((found.finds.figures.n > 0) == (relative[i].date != NULL), "%s: %zu figures", relative[i].text,
                   found.finds.figures.n);
        if (relative[i].date)
            assert_row(strcmp(found.finds.figures.v[0].date, relative[i].date) == 0, "%s: %s", relative[i].text,
                       found.finds.figures.v[0].date);
        found_free(&found);
    }
}

/* ---- places -------------------------------------------------------------------------------------- */

static void
test_hedge_place(void **state)
{
    struct found found = find("It drew more than 40 carts.", 27);
    const struct figure *figure = &found.finds.figures.v[0];

    (void)state;
    assert_int_equal(found.finds.figures.n, 1);
    assert_true(slice_is(article_slice(found.article, figure->hedge_words), "more than"));
    assert_true(slice_is(article_slice(found.article, figure->span), "40"));
    found_free(&found);
}

/* Only blocks that are read are searched, and what is repeated is not searched twice. */
static void
test_blocks(void **state)
{
    struct found found = find("One mill.\n\nTwo mills.\n", 22);
    struct block *blocks;

    (void)state;
    assert_int_equal(found.finds.figures.n, 2);
    assert_int_equal(found.finds.figures.v[0].block, 0);
    assert_int_equal(found.finds.figures.v[1].block, 1);
    blocks = arena_copy(found.article->arena, found.article->blocks, found.article->nblocks * sizeof *blocks);
    found.article->blocks = blocks;
    blocks[0].kind = BLOCK_BOILER;
    vec_clear(&found.finds.figures);
    figures_find(found.measures, found.article, &found.finds);
    assert_int_equal(found.finds.figures.n, 1);
    blocks[1].repeated = true;
    vec_clear(&found.finds.figures);
    figures_find(found.measures, found.article, &found.finds);
    assert_int_equal(found.finds.figures.n, 0);
    found_free(&found);
}

/* A paragraph of many windows: each figure is found once, in order, whole. */
static void
test_long_block(void **state)
{
    struct text text = {0};
    struct found found;

    (void)state;
    for (int i = 0; i < 20000; i++)
        text_printf(&text, "They sold %d,000 hats for $3.4 million. ", i % 9 + 1);
    found = find(text.v, text.n);
    assert_int_equal(found.finds.figures.n, 40000);
    for (size_t i = 0; i < found.finds.figures.n; i++) {
        const struct figure *figure = &found.finds.figures.v[i];

        assert_true(i == 0 || figure->span.start >= found.finds.figures.v[i - 1].span.end);
        assert_int_equal(figure->kind, i % 2 ? FIGURE_MONEY : FIGURE_COUNT);
        assert_int_equal(decimal_compare(figure->value, i % 2 ? decimal_make(34, 5) : decimal_make((int64_t)(i / 2 % 9) + 1, 3)), 0);
    }
    text_free(&text);
    found_free(&found);
}

/* Nothing is as long as these; they must end, and well before anybody waits (a quadratic reader would take hours). */
static void
test_long_runs(void **state)
{
    static const char *const runs[] = {"7", "$", "one of ", "123 ", "1,", "1.", "1-", "@", "million ", "half a ", "twenty-", "tens of ", "\xE2\x80\x99",
                                       "more than 1 and less than 2 and ", "737 ", "3-6, ", "3, 4 and ", "2 mills and 3 and ", "first half ", "Lund 3, ", "1'123", "/", "\033[1", "\033]1 ", "^[[1;"};

    (void)state;
    for (size_t i = 0; i < COUNT(runs); i++) {
        struct text text = {0};
        struct found found;

        while (text.n < 1000000)
            text_puts(&text, runs[i]);
        found = find(text.v, text.n);
        for (size_t k = 1; k < found.finds.figures.n; k++)
            assert_true(found.finds.figures.v[k].span.start >= found.finds.figures.v[k - 1].span.end);
        text_free(&text);
        found_free(&found);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_money),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_percent),
        cmocka_unit_test(test_fractions),
        cmocka_unit_test(test_multiples),
        cmocka_unit_test(test_hedges),
        cmocka_unit_test(test_vague),
        cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_one),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_durations_and_ages),
        cmocka_unit_test(test_measures),
        cmocka_unit_test(test_separators),
        cmocka_unit_test(test_not_figures),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_relative),
        cmocka_unit_test(test_hedge_place),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_long_block),
        cmocka_unit_test(test_long_runs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
