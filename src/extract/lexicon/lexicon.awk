# Makes the word table of the extractor from the lists beside it: one entry a lower-cased word with the classes of all lists,
# and an open-addressed hash table. Plain POSIX awk; run with LC_ALL=C. The hash is that of lexicon_add() in lexicon.h.
BEGIN {
    for (i = 1; i < 256; i++)
        ord[sprintf("%c", i)] = i
    size = 32768 # the table is about a third full
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
    add(n > 3 ? form[4] : ing(form[1]), classes " ING")
    if (n > 4)
        add(form[5], classes " PARTICIPLE")
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

# lexicon_mix(): a product of 32 bits in two halves, since awk counts to 2^53 only; then the halves change places.
function mix(hash, four,    low) {
    hash = (hash + four) % 4294967296
    low = hash % 65536
    hash = ((hash - low) / 65536 * 2654435761 % 65536 * 65536 + low * 2654435761) % 4294967296
    low = hash % 65536
    return low * 65536 + (hash - low) / 65536
}

function four(word, at,    n, i) {
    n = 0
    for (i = 3; i >= 0; i--)
        n = n * 256 + (at + i <= length(word) ? ord[substr(word, at + i, 1)] : 0)
    return n
}

function head(word,    hex, i) {
    hex = ""
    for (i = 8; i > 0; i--)
        hex = hex (i <= length(word) ? sprintf("%02x", ord[substr(word, i, 1)]) : "")
    return "UINT64_C(0x" hex ")"
}

END {
    for (i = 1; i <= words; i++) {
        word = order[i]
        h = 0
        for (k = 1; k <= length(word); k += 8)
            h = mix(mix(h, four(word, k)), four(word, k + 4))
        slot = h % size
        while (slot in taken)
            slot = (slot + 1) % size
        taken[slot] = i
        tag[i] = int(h / 65536)
    }
    printf "#define LEXICON_SLOTS %du\n#define LEXICON_WORDS %du\n", size, words + 1
    print "const uint64_t lexicon_of[LEXICON_WORDS] = {\n    0,"
    for (i = 1; i <= words; i++) {
        class = flags[order[i]]
        sub(/^ /, "", class)
        gsub(/ /, " | ", class)
        printf "    %s,\n", class
    }
    print "};\nstatic const struct lexicon_entry lexicon_entries[LEXICON_WORDS] = {\n    {0, 0, 0},"
    for (i = 1; i <= words; i++) {
        word = order[i]
        text = word
        gsub(/\\/, "\\\\", text)
        gsub(/"/, "\\\"", text)
        printf "    {%s, %s, %d},\n", head(word), (length(word) > 8 ? "\"" text "\"" : "0"), length(word)
    }
    print "};\n/* The upper half of the hash, so that most strangers are told by it, and the entry. */\nstatic const uint32_t lexicon_slots[LEXICON_SLOTS] = {"
    line = "   "
    for (i = 0; i < size; i++) {
        line = line " " ((i in taken) ? sprintf("%.0f", tag[taken[i]] * 65536 + taken[i]) : 0) ","
        if (length(line) > 120) {
            print line
            line = "   "
        }
    }
    print line "\n};"
}
