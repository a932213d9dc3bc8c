/*
 * Reads what lede prints for scripts and says it again as lines that grep and diff can work with; exits with 1 and a reason where
 * it is not well-formed. Needs nothing but the C library, so that it works where there is no jq and no python.
 *
 *   rows json   each line an object: "0.quotes.1.speaker=Ida Vik", strings unescaped but for line ends, null as an empty value
 *   rows csv    RFC 4180 with a header line: "0.speaker=Ida Vik"
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 32, ROOM = 1 << 16 };

static char name[ROOM], value[ROOM];
static const char *at;
static long row;

static void
die(const char *why)
{
    fprintf(stderr, "rows: row %ld: %s at: %.40s\n", row, why, at);
    exit(1);
}

static void
say(void)
{
    printf("%ld.%s=", row, name);
    for (const char *c = value; *c; c++)
        if (*c == '\n')
            fputs("\\n", stdout);
        else if (*c == '\r')
            fputs("\\r", stdout);
        else
            putchar(*c);
    putchar('\n');
}

static void
add(char *to, unsigned cp)
{
    size_t n = strlen(to);

    if (n + 5 > ROOM)
        die("too long");
    if (cp < 0x80)
        to[n++] = (char)cp;
    else if (cp < 0x800) {
        to[n++] = (char)(0xC0 | cp >> 6);
        to[n++] = (char)(0x80 | (cp & 63));
    } else if (cp < 0x10000) {
        to[n++] = (char)(0xE0 | cp >> 12);
        to[n++] = (char)(0x80 | (cp >> 6 & 63));
        to[n++] = (char)(0x80 | (cp & 63));
    } else {
        to[n++] = (char)(0xF0 | cp >> 18);
        to[n++] = (char)(0x80 | (cp >> 12 & 63));
        to[n++] = (char)(0x80 | (cp >> 6 & 63));
        to[n++] = (char)(0x80 | (cp & 63));
    }
    to[n] = '\0';
}

/* ---- JSON ----------------------------------------------------------------------------- */

static void
blanks(void)
{
    while (*at == ' ' || *at == '\t')
        at++;
}

static unsigned
hex(void)
{
    unsigned n = 0;

    for (int i = 0; i < 4; i++, at++) {
        if (!isxdigit((unsigned char)*at))
            die("a bad \\u escape");
        n = n * 16 + (unsigned)(isdigit((unsigned char)*at) ? *at - '0' : tolower((unsigned char)*at) - 'a' + 10);
    }
    return n;
}

static void
escape(char *to)
{
    static const char letters[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
    const char *letter = *at ? strchr(letters, *at) : NULL;
    unsigned cp;

    if (letter) {
        add(to, (unsigned char)means[letter - letters]);
        at++;
        return;
    }
    if (*at++ != 'u')
        die("a bad escape");
    cp = hex();
    if (cp >= 0xDC00 && cp < 0xE000)
        die("half a surrogate pair");
    if (cp >= 0xD800 && cp < 0xDC00) {
        unsigned low;

        if (at[0] != '\\' || at[1] != 'u')
            die("half a surrogate pair");
        at += 2;
        low = hex();
        if (low < 0xDC00 || low > 0xDFFF)
            die("half a surrogate pair");
        cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
    }
    add(to, cp ? cp : '0');
}

/* Valid UTF-8 only, for a strict reader refuses the rest. */
static void
bytes(char *to)
{
    unsigned char c = (unsigned char)*at;
    int n = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
    size_t len = strlen(to);

    if (c < 0x20)
        die("a control character in a string");
    if (n == 0 || len + 5 > ROOM)
        die("no UTF-8");
    to[len++] = *at++;
    while (--n > 0) {
        if (((unsigned char)*at & 0xC0) != 0x80)
            die("no UTF-8");
        to[len++] = *at++;
    }
    to[len] = '\0';
}

static void
string(char *to)
{
    if (*at++ != '"')
        die("no string");
    while (*at != '"') {
        if (!*at)
            die("a string without end");
        if (*at == '\\') {
            at++;
            escape(to);
        } else {
            bytes(to);
        }
    }
    at++;
}

static void
number(void)
{
    const char *start = at;

    at += *at == '-';
    if (!isdigit((unsigned char)*at) || (*at == '0' && isdigit((unsigned char)at[1])))
        die("a bad number");
    while (isdigit((unsigned char)*at))
        at++;
    if (*at == '.' && !isdigit((unsigned char)*++at))
        die("a bad fraction");
    while (isdigit((unsigned char)*at))
        at++;
    if (*at == 'e' || *at == 'E') {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        if (!isdigit((unsigned char)*at))
            die("a bad exponent");
        while (isdigit((unsigned char)*at))
            at++;
    }
    (void)snprintf(value, sizeof value, "%.*s", (int)(at - start), start);
}

static void
scalar(void)
{
    static const char *const words[] = {"null", "true", "false"};

    value[0] = '\0';
    if (*at == '"') {
        string(value);
    } else if (*at == '-' || isdigit((unsigned char)*at)) {
        number();
    } else {
        size_t i = 0;

        while (i < 3 && strncmp(at, words[i], strlen(words[i])) != 0)
            i++;
        if (i == 3)
            die("no value");
        at += strlen(words[i]);
        if (i > 0)
            (void)snprintf(value, sizeof value, "%s", words[i]);
    }
    say();
}

static void json(int depth);

static void
members(int depth, char close)
{
    size_t len = strlen(name);
    long n = 0;

    at++;
    blanks();
    if (*at == close) {
        at++;
        value[0] = '\0';
        say();
        return;
    }
    for (;; n++) {
        name[len] = '\0';
        if (len)
            add(name, '.');
        if (close == '}') {
            blanks();
            string(name);
            blanks();
            if (*at++ != ':')
                die("no colon");
        } else {
            (void)snprintf(name + strlen(name), 24, "%ld", n);
        }
        json(depth + 1);
        blanks();
        if (*at == close)
            break;
        if (*at++ != ',')
            die("no comma");
    }
    at++;
    name[len] = '\0';
}

static void
json(int depth)
{
    if (depth > DEPTH)
        die("too deep");
    blanks();
    if (*at == '{')
        members(depth, '}');
    else if (*at == '[')
        members(depth, ']');
    else
        scalar();
}

static void
read_json(const char *all)
{
    for (at = all; *at; row++) {
        name[0] = '\0';
        if (*at != '{')
            die("no object");
        json(0);
        if (*at++ != '\n')
            die("something behind the object");
    }
}

/* ---- CSV -------------------------------------------------------------------------------- */

static void
field(void)
{
    size_t n = 0;

    if (*at == '"') {
        for (at++; *at != '"' || *++at == '"'; at++) {
            if (!*at || n + 1 == ROOM)
                die("a field without end");
            value[n++] = *at;
        }
    } else {
        for (; *at && *at != ',' && *at != '\r'; at++) {
            if (*at == '"' || *at == '\n' || n + 1 == ROOM)
                die("a mark or line end in a bare field");
            value[n++] = *at;
        }
    }
    value[n] = '\0';
}

static void
read_csv(const char *all)
{
    static char heads[64][64];
    int n = 0, i;

    row = -1;
    for (at = all; *at; row++) {
        for (i = 0;; i++, at++) {
            field();
            if (i == 64 || (row >= 0 && i == n))
                die("more fields than names");
            if (row < 0)
                (void)snprintf(heads[i], sizeof *heads, "%.60s", value);
            else {
                (void)snprintf(name, sizeof name, "%s", heads[i]);
                say();
            }
            if (*at != ',')
                break;
        }
        if (row < 0)
            n = i + 1;
        if (i + 1 != n)
            die("fewer fields than names");
        if (strncmp(at, "\r\n", 2) != 0)
            die("no line end");
        at += 2;
    }
}

int
main(int argc, char **argv)
{
    size_t n = 0, cap = 1 << 16;
    char *all = malloc(cap);
    int c;

    while (all && (c = getchar()) != EOF) {
        if (c == 0)
            c = 1;
        if (n + 1 == cap)
            all = realloc(all, cap *= 2);
        if (all)
            all[n++] = (char)c;
    }
    if (!all || argc != 2)
        return 2;
    all[n] = '\0';
    if (strcmp(argv[1], "csv") == 0)
        read_csv(all);
    else
        read_json(all);
    free(all);
    return 0;
}
