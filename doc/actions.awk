# Makes the list of actions in lede.1 from ACTION_TABLE of include/lede/keys.h and the names of the groups in src/conf/action.c:
#   awk -f doc/actions.awk src/conf/action.c include/lede/keys.h
# tests/meta/manual.sh compares it with what stands in lede.1.
match($0, /\[GROUP_[A-Z]+\] = "/) {
    group = substr($0, RSTART + 1); sub(/\].*/, "", group)
    title = $0; sub(/^[^"]*"/, "", title); sub(/".*/, "", title)
    titles[group] = title
}
/^    X\(/ {
    split($0, part, "\"")
    group = part[3]; gsub(/[ ,]/, "", group)
    if (group != last) {
        if (last) print ".El"
        print ".Ss " titles["GROUP_" group] "\n.Bl -tag -width Ds"
        last = group
    }
    n = split(part[4], key, " ")
    printf ".It Ic %s :", part[2]
    for (i = 1; i <= n; i++)
        printf " Li %s%s", key[i] ~ /^[A-Za-z0-9]/ ? "" : "\\&", key[i]
    print "\n" part[6]
}
END { print ".El" }
