    /* file, rows, found, right, extra */
    {"harbour-british.txt", 13, 13, 13, 3},
    {"prairie-wire.txt", 14, 14, 14, 2},
    {"long-speech.txt", 13, 13, 13, 0},
    {"column.txt", 9, 9, 9, 0},
    {"courthouse.txt", 12, 12, 12, 2},
    {"summit.txt", 14, 14, 14, 3},
    {"hard.txt", 9, 8, 5, 2},
