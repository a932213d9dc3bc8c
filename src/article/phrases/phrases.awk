# Makes the table of phrases from the lists beside it. Phrases of one head (phrases.c) stand together in its bucket, sorted by
# bytes: the longer behind the shorter that it begins with. Plain POSIX awk; run with LC_ALL=C.
BEGIN {
    for (i = 1; i < 256; i++)
        ord[sprintf("%c", i)] = i
    buckets = 4096
    print "/* Made by phrases.awk from the lists of src/article/phrases. */"
}

# product(a, b) % 2^32 of numbers of 32 bits, in two halves, since awk counts to 2^53 only
function product(a, b,    low) {
    low = a % 65536
    return ((a - low) / 65536 * b % 65536 * 65536 + low * b) % 4294967296
}

# phrase_head(): four letters, or fewer and what is behind them; the hash is that of phrases_find()
function head(phrase,    n, i, c) {
    n = 0
    for (i = 0; i < 4; i++) {
        c = i < length(phrase) ? substr(phrase, i + 1, 1) : ""
        n += c == "" ? 0 : ord[c] * 2 ^ (8 * i)
        if (c !~ /[a-z]/)
            break
    }
    return n
}

# Its first eight bytes as a number, the first the lowest; and a mask of these
function eight(phrase,    bytes, mask, i) {
    for (i = 1; i <= 8 && i <= length(phrase); i++) {
        bytes = sprintf("%02x", ord[substr(phrase, i, 1)]) bytes
        mask = mask "ff"
    }
    return "{UINT64_C(0x" bytes "), UINT64_C(0x" mask ")}"
}

/^;/ || NF == 0 { next }
/^\[ask [a-z]+\]$/ { class = "0"; asks = "PHRASE_ASK_" toupper(substr($2, 1, length($2) - 1)); next }
/^\[[a-z]+\]$/ { class = "LINE_" toupper(substr($0, 2, length($0) - 2)); asks = "0"; next }
{
    most = 0
    if ($0 ~ /^[0-9]+: /) {
        most = $1 + 0
        sub(/^[0-9]+: /, "")
    }
    sub(/_$/, " ")
    phrase = $0 ""
    bucket = int(product(head(phrase), 2654435761) / (4294967296 / buckets))
    # sorted as they come: a bucket has few
    for (i = ++count[bucket]; i > 1 && phrases[bucket, i - 1] > phrase; i--) {
        phrases[bucket, i] = phrases[bucket, i - 1]
        rows[bucket, i] = rows[bucket, i - 1]
    }
    phrases[bucket, i] = phrase
    rows[bucket, i] = sprintf("{\"%s\", %s, %s, %d}", phrase, class, asks, most)
}

END {
    print "static const uint16_t phrase_starts[" buckets + 1 "] = {"
    for (i = 0; i < buckets; i++) {
        printf "%d,%s", total, i % 16 == 15 ? "\n" : " "
        total += count[i]
    }
    print total ",\n};"
    print "static const struct phrase_eight phrase_eights[] = {"
    for (i = 0; i < buckets; i++)
        for (k = 1; k <= count[i]; k++)
            print "    " eight(phrases[i, k]) ","
    print "};"
    print "static const struct phrase phrases[] = {"
    for (i = 0; i < buckets; i++)
        for (k = 1; k <= count[i]; k++)
            print "    " rows[i, k] ","
    print "};"
}
