# Makes the tables of lede-config.5 from those of the program:
#   awk -v table=options -f doc/tables.awk include/lede/config.h
#   awk -v table=roles -f doc/tables.awk include/lede/theme.h
# tests/meta/config_manual.sh compares them with what stands between the marks in lede-config.5, and says how to renew it.
/^#define / { on = ($0 ~ (table == "options" ? "OPTION_TABLE" : "ROLE_TABLE")) }
!on || !/^    X\(/ { next }
table == "options" {
    gsub(/^    X\(|\) *\\?$/, "")
    split($0, part, /, */)
    does = $0; sub(/^[^"]*"/, "", does); sub(/".*/, "", does)
    gsub(/_/, "-", part[1])
    if (part[2] == "SWITCH")
        printf ".It Ic %s No = Ar yes | no\n%s; %s by default\n", part[1], does, part[3] ? "yes" : "no"
    else if (part[2] == "NUMBER")
        printf ".It Ic %s No = Ar number\n%s; %s to %s, %s by default\n", part[1], does, part[4], part[5], part[3]
    else
        printf ".It Ic %s No = Ar %s\n%s\n", part[1], part[1] == "theme" ? "name" : "path", does
}
table == "roles" {
    split($0, part, "\"")
    does = $0; sub(/^[^*]*\* /, "", does); sub(/ \*\/.*/, "", does)
    printf ".It Ic %s\n%s\n", part[2], does
}
