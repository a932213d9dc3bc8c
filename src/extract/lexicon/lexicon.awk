# Makes the word table of the extractor from the lists beside it: one entry a lower-cased word with the classes of all lists,
# and a hash table in which each word has a slot of its own. Plain POSIX awk; run with LC_ALL=C. The hash is that of lexicon_add() in lexicon.h.
BEGIN {
    for (i = 1; i < 256; i++)
        ord[sprintf("%c", i)] = i
    print "/* Made by lexicon.awk from the lists of src/extract/lexicon. */"
}

function add(word, classes,    n, part, i) {
    word = tolower(word)
    if (!(word in flags)) {
        order[++words] = word
        flags[word] = ""
    }
    n = split(classes, part, " ")
    for (i = 1; i <= n; i++)
        if (index(flags[word] " ", " LEX_" part[i] " ") == 0)
            flags[word] = flags[word] " LEX_" part[i]
}

# The regular forms of English; what differs is written out in the list.
function third(v) {
    if (v ~ /[^aeiou]y$/) return substr(v, 1, length(v) - 1) "ies"
    return v ~ /(s|sh|ch|x|z|o)$/ ? v "es" : v "s"
}
function past(v) {
    if (v ~ /[^aeiou]y$/) return substr(v, 1, length(v) - 1) "ied"
    return v ~ /e$/ ? v "d" : v "ed"
}
function ing(v) { return v ~ /[^eo]e$/ ? substr(v, 1, length(v) - 1) "ing" : v "ing" }

# The words of the figures' tables: all that are letters, of no class here. One look then tells both who a word is.
FILENAME ~ /\.c$/ {
    while (match($0, /"[^"]*"/)) {
        n = split(substr($0, RSTART + 1, RLENGTH - 2), part, " ")
        $0 = substr($0, RSTART + RLENGTH)
        for (i = 1; i <= n; i++)
            if (part[i] ~ /^[A-Za-z]+$/)
                add(part[i], "")
    }
    next
}

{ sub(/#.*/, "") }
NF == 0 { next }
{ file = FILENAME; sub(/.*\//, "", file) }

file == "cues.txt" && /^=/ {
    for (i = 1; i <= NF; i++)
        add(substr($i, 2), "NOUN")
    next
}
file == "cues.txt" {
    n = split($1, form, "/")
    classes = "CUE " ($2 == "said" ? "" : toupper($2)) " " toupper($3)
    for (i = 4; i <= NF; i++)
        classes = classes " " toupper($i)
    add(form[1], classes " BASE")
    add(n > 1 ? form[2] : third(form[1]), classes " THIRD")
    add(n > 2 ? form[3] : past(form[1]), classes " PAST")
    if (n < 4 || form[4] != "-")
        add(n > 3 ? form[4] : ing(form[1]), classes " ING")
    if (n > 4)
        add(form[5], classes " PARTICIPLE")
    next
}
file == "attitudes.txt" && /^=/ {
    for (i = 1; i <= NF; i++)
        add(substr($i, 2), "ATTITUDE")
    next
}
file == "attitudes.txt" {
    n = split($1, form, "/")
    add(form[1], "ATTITUDE")
    add(n > 1 ? form[2] : third(form[1]), "ATTITUDE")
    add(n > 2 ? form[3] : past(form[1]), "ATTITUDE")
    add(n > 3 ? form[4] : ing(form[1]), "ATTITUDE")
    if (n > 4)
        add(form[5], "ATTITUDE")
    next
}
file == "titles.txt" {
    classes = "TITLE"
    for (i = 2; i <= NF; i++)
        classes = classes " " ($i == "m" ? "MALE" : $i == "f" ? "FEMALE" : toupper($i))
    if (classes ~ /OFFICE/)
        classes = classes " ROLE"
    add($1, classes)
    if (classes ~ /ABBR/)
        add($1 ".", classes)
    next
}
file == "given.txt" {
    g = $1
    for (i = 2; i <= NF; i++)
        add($i, "GIVEN " (g == "m:" ? "GIVEN_MALE" : g == "f:" ? "GIVEN_FEMALE" : ""))
    next
}
file == "orgs.txt" {
    named = $1 == "name:"
    for (i = 1 + named; i <= NF; i++) add($i, named ? "ORG_NAME" : "ORG")
    next
}
file == "places.txt" {
    gsub(/\\ /, " ")
    for (i = 1; i <= NF; i++) add($i, "PLACE")
    next
}
file == "roles.txt" {
    common = ""
    for (i = 1; i <= NF; i++)
        if ($i == "m" || $i == "f" || $i == "thing" || $i == "body")
            common = common " " ($i == "m" ? "MALE" : $i == "f" ? "FEMALE" : toupper($i))
    for (i = 1; i <= NF; i++) {
        if ($i == "m" || $i == "f" || $i == "thing" || $i == "body")
            continue
        n = split($i, form, "/")
        add(form[1], "ROLE" common)
        add(n > 1 ? form[2] : form[1] "s", "ROLE PLURAL" common)
    }
    next
}
file == "words.txt" {
    class = $1
    sub(/:$/, "", class)
    gsub(/-/, "_", class)
    for (i = 2; i <= NF; i++) {
        add($i, "W_" toupper(class))
        if (class == "abbr")
            add($i ".", "W_" toupper(class))
    }
    next
}

# product(a, b) % 2^32 of numbers of 32 bits, in two halves, since awk counts to 2^53 only
function product(a, b,    low) {
    low = a % 65536
    return ((a - low) / 65536 * b % 65536 * 65536 + low * b) % 4294967296
}

# Numbers of 64 bits are two halves of 32. Adds (high, low) to (sum_high, sum_low).
function add64(high, low) {
    sum_low += low
    sum_high = (sum_high + high + (sum_low >= 4294967296)) % 4294967296
    sum_low %= 4294967296
}

# Adds (high, low) * (by_high, by_low).
function add_product(high, low, by_high, by_low,    a, b, middle, lowest) {
    a = int(low / 65536)
    b = int(by_low / 65536)
    middle = a * (by_low % 65536) + low % 65536 * b
    lowest = low % 65536 * (by_low % 65536) + middle % 65536 * 65536
    add64((a * b + int(middle / 65536) + int(lowest / 4294967296) + product(high, by_low) + product(low, by_high)) % 4294967296,
          lowest % 4294967296)
}

# lexicon_fold()
function fold(    high, low) {
    add64(0, sum_high)
    high = sum_high
    low = sum_low
    sum_high = sum_low = 0
    add_product(high, low, 3605593784, 1714016403)
}

# lexicon_add(), for all of a word
function hash_of(word,    k) {
    sum_high = sum_low = 0
    for (k = 1; k <= length(word); k += 16) {
        fold()
        add_product(four(word, k + 4), four(word, k), 2654435769, 2135587861)
        add_product(four(word, k + 12), four(word, k + 8), 3266489917, 668265295)
    }
    fold()
    return sum_high
}

function four(word, at,    n, i) {
    n = 0
    for (i = 3; i >= 0; i--)
        n = n * 256 + (at + i <= length(word) ? ord[substr(word, at + i, 1)] : 0)
    return n
}

# Eight bytes of the word as a number, the first the lowest
function eight(word, at,    hex, i) {
    hex = ""
    for (i = 7; i >= 0; i--)
        hex = hex (at + i <= length(word) ? sprintf("%02x", ord[substr(word, at + i, 1)]) : "")
    return hex == "" ? "0" : "UINT64_C(0x" hex ")"
}

# Gives each word of a bucket a slot that is free: tries the bucket's multipliers one after the other. Returns the one, or 0.
function place(members,    part, n, move, i, k, slot, ok) {
    n = split(members, part, " ")
    for (move = 1; move < 65536; move += 2) {
        ok = 1
        for (i = 1; i <= n && ok; i++) {
            slot = int(product(hash[part[i]], move) * slots / 4294967296)
            ok = !(slot in taken)
            if (ok)
                taken[slot] = part[i]
        }
        if (ok)
            return move
        for (k = 1; k < i - 1; k++)
            delete taken[int(product(hash[part[k]], move) * slots / 4294967296)]
    }
    return 0
}

# Hash and displace (Belazzougui, Botelho, Dietzfelbinger 2009): the largest buckets first, while there is most room.
function place_all(    i, b, n, most) {
    most = 0
    for (i = 1; i <= words; i++) {
        b = int(hash[i] * buckets / 4294967296)
        bucket[b] = bucket[b] " " i
        if (++fill[b] > most)
            most = fill[b]
    }
    for (n = most; n > 0; n--)
        for (b = 0; b < buckets; b++)
            if (fill[b] == n && !(moves[b] = place(bucket[b])))
                return 0
    return 1
}

function numbers(list, n,    line, i) {
    line = "   "
    for (i = 0; i < n; i++) {
        line = line " " ((i in list) ? list[i] : 0) ","
        if (length(line) > 120) {
            print line
            line = "   "
        }
    }
    print line
}

END {
    slots = 16384 # LEXICON_SLOTS; about two thirds of them are taken
    buckets = 4096 # LEXICON_BUCKETS
    for (i = 1; i <= words; i++)
        hash[i] = hash_of(order[i])
    if (!place_all()) {
        print "lexicon.awk: no place for all words: more slots, or buckets, or other factors in hash_of()" > "/dev/stderr"
        exit 1
    }
    printf "const uint64_t lexicon_of[%d] = {\n    0,\n", words + 1
    for (i = 1; i <= words; i++) {
        class = flags[order[i]]
        sub(/^ /, "", class)
        gsub(/ /, " | ", class)
        printf "    %s,\n", class == "" ? "0" : class
    }
    print "};\nconst struct lexicon lexicon = {{"
    numbers(moves, buckets)
    print "}, {"
    for (i = 0; i < slots; i++) {
        if (!(i in taken)) {
            print "    {0, 0, 0, 0, 0},"
            continue
        }
        word = order[taken[i]]
        if (length(word) > 16)
            long[++longs] = word
        printf "    {%s, %s, %d, %d, %d},\n", eight(word, 1), eight(word, 9), length(word), taken[i], (length(word) > 16 ? longs - 1 : 0)
    }
    printf "}};\nstatic const char *const lexicon_long[%d] = {\n", longs
    for (i = 1; i <= longs; i++) {
        gsub(/\\/, "\\\\", long[i])
        gsub(/"/, "\\\"", long[i])
        print "    \"" long[i] "\","
    }
    print "};"
}
