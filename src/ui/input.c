/* The bytes a terminal sends, as keys and pasted text. */
#include "input.h"

#include <string.h>

#include "lede/keys.h"
#include "lede/utf.h"

enum { ESC = 0x1B, RUBOUT = 0x7F, PASTE_MOST = 1 << 20 /* bytes of a paste that are kept */ };

static const char paste_end[] = "\033[201~";

struct learned {
    char bytes[16];
    size_t len;
    uint32_t key;
};

struct input {
    VEC(struct learned) learned;
    struct text bytes;   /* not yet understood: from .at on */
    size_t at;
    bool expired;        /* what is there is all there is */
    bool pasting;
    struct text paste;
};

struct input *
input_new(void)
{
    return mem_zero(1, sizeof(struct input));
}

void
input_free(struct input *input)
{
    if (!input)
        return;
    vec_free(&input->learned);
    text_free(&input->bytes);
    text_free(&input->paste);
    mem_free(input);
}

void
input_learn(struct input *input, const char *bytes, uint32_t key)
{
    struct learned learned = {.len = strlen(bytes), .key = key};

    /* A single printable byte would take a letter away. */
    if (learned.len < 2 || learned.len > sizeof learned.bytes)
        return;
    memcpy(learned.bytes, bytes, learned.len);
    vec_push(&input->learned, learned);
}

void
input_feed(struct input *input, const char *bytes, size_t len)
{
    if (input->at > 0) {
        memmove(input->bytes.v, input->bytes.v + input->at, input->bytes.n - input->at);
        input->bytes.n -= input->at;
        input->at = 0;
    }
    text_add(&input->bytes, bytes, len);
    input->expired = false;
}

/* ---- sequences ----------------------------------------------------------------------- */

/* A reading of the bytes at hand: how many were taken, or that more are needed. */
enum { NOT_THIS = 0, MORE = -1 };

static int
input_read_learned(const struct input *input, const char *s, size_t len, uint32_t *key)
{
    int result = NOT_THIS;

    for (size_t i = 0; i < input->learned.n; i++) {
        const struct learned *learned = &input->learned.v[i];
        size_t n = len < learned->len ? len : learned->len;

        if (memcmp(s, learned->bytes, n) != 0)
            continue;
        if (n == learned->len) {
            *key = learned->key;
            return (int)n;
        }
        result = MORE;
    }
    return result;
}

static const struct {
    char final;
    uint32_t key;
} finals[] = {
    {'A', KEY_UP_ARROW}, {'B', KEY_DOWN_ARROW}, {'C', KEY_RIGHT_ARROW}, {'D', KEY_LEFT_ARROW}, {'H', KEY_HOME_KEY},
    {'F', KEY_END_KEY}, {'Z', KEY_SHIFT_TAB}, {'M', KEY_RETURN}, {'P', KEY_FUNCTION_1}, {'Q', KEY_FUNCTION_1 + 1},
    {'R', KEY_FUNCTION_1 + 2}, {'S', KEY_FUNCTION_1 + 3},
};

/* ESC [ n ~ : what DEC's keyboards sent. */
static const uint32_t numbered[] = {
    [1] = KEY_HOME_KEY, [2] = KEY_INSERT, [3] = KEY_DELETE, [4] = KEY_END_KEY, [5] = KEY_PAGE_UP, [6] = KEY_PAGE_DOWN,
    [7] = KEY_HOME_KEY, [8] = KEY_END_KEY, [11] = KEY_FUNCTION_1, [12] = KEY_FUNCTION_1 + 1, [13] = KEY_FUNCTION_1 + 2,
    [14] = KEY_FUNCTION_1 + 3, [15] = KEY_FUNCTION_1 + 4, [17] = KEY_FUNCTION_1 + 5, [18] = KEY_FUNCTION_1 + 6,
    [19] = KEY_FUNCTION_1 + 7, [20] = KEY_FUNCTION_1 + 8, [21] = KEY_FUNCTION_1 + 9, [23] = KEY_FUNCTION_1 + 10,
    [24] = KEY_FUNCTION_12,
};

enum { PASTE_BEGINS = 200 };

static uint32_t
input_final(char final)
{
    for (size_t i = 0; i < sizeof finals / sizeof *finals; i++)
        if (finals[i].final == final)
            return finals[i].key;
    return KEY_NONE;
}

/* xterm's second number is one more than the sum of Shift 1, Alt 2 and Control 4. Shift is not told apart. */
static uint32_t
input_held(uint32_t key, unsigned modifiers)
{
    unsigned held = modifiers > 0 ? modifiers - 1 : 0;

    return key == KEY_NONE ? key : key | (held & 2 ? KEY_META : 0) | (held & 4 ? KEY_CTRL : 0);
}

static uint32_t
input_control_key(struct input *input, const char *s, size_t len)
{
    unsigned numbers[2] = {0, 0};
    int at = 0;

    for (size_t i = 2; i + 1 < len; i++) {
        if (s[i] == ';')
            at++;
        else if (s[i] < '0' || s[i] > '9')
            return KEY_NONE; /* an answer to a question we did not ask */
        else if (at < 2 && numbers[at] < 1000)
            numbers[at] = 10 * numbers[at] + (unsigned)(s[i] - '0');
    }
    if (s[len - 1] != '~')
        return input_held(input_final(s[len - 1]), numbers[1]);
    if (numbers[0] == PASTE_BEGINS) {
        input->pasting = true;
        input->paste.n = 0;
        text_puts(&input->paste, "");
    }
    return numbers[0] < sizeof numbered / sizeof *numbered ? input_held(numbered[numbers[0]], numbers[1]) : KEY_NONE;
}

/* ESC [, parameters, one letter (ECMA-48). Sets KEY_NONE for what means nothing here. */
static int
input_read_control(struct input *input, const char *s, size_t len, uint32_t *key)
{
    size_t n = 2;

    while (n < len && (unsigned char)s[n] >= 0x20 && (unsigned char)s[n] < 0x40)
        n++;
    if (n == len)
        return MORE;
    if ((unsigned char)s[n] < 0x40 || (unsigned char)s[n] > 0x7E)
        return (int)n; /* broken off: what comes next is a key of its own */
    *key = input_control_key(input, s, n + 1);
    return (int)n + 1;
}

static uint32_t
input_byte_key(unsigned char c)
{
    switch (c) {
    case '\r':
    case '\n':
        return KEY_RETURN;
    case '\t':
        return KEY_TAB;
    case '\b':
    case RUBOUT:
        return KEY_RUBOUT;
    case ESC:
        return KEY_ESCAPE;
    case 0:
        return KEY_CTRL | ' ';
    default:
        return KEY_CTRL | (c <= 26 ? c + 'a' - 1u : c + '@' + 0u);
    }
}

/* A character or a control byte. */
static int
input_read_plain(const struct input *input, const char *s, size_t len, uint32_t *key)
{
    unsigned char c = (unsigned char)s[0];
    size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
    int n;

    if (c < 0x20 || c == RUBOUT) {
        *key = input_byte_key(c);
        return 1;
    }
    if (len < need && !input->expired)
        return MORE;
    n = utf_decode(s, len, key);
    if (*key == UTF_REPLACEMENT || utf_is_hidden(*key))
        *key = KEY_NONE;
    return n;
}

static int
input_read_escape(struct input *input, const char *s, size_t len, uint32_t *key)
{
    int n;

    if (len == 1)
        return MORE;
    if (s[1] == '[')
        return input_read_control(input, s, len, key);
    if (s[1] == 'O') {
        if (len == 2)
            return MORE;
        *key = input_final(s[2]);
        return *key == KEY_NONE ? NOT_THIS : 3;
    }
    if (s[1] == ESC)
        return NOT_THIS; /* the first is a key, the second may begin a sequence */
    n = input_read_plain(input, s + 1, len - 1, key);
    if (n > 0 && *key != KEY_NONE)
        *key |= KEY_META;
    return n > 0 ? n + 1 : n;
}

/* Nothing follows: an Escape alone, Alt-[ or Alt-O; or a sequence that broke off, whose digits are no keys. */
static int
input_read_alone(const char *s, size_t len, uint32_t *key)
{
    if (len == 1 || (s[1] != '[' && s[1] != 'O')) {
        *key = KEY_ESCAPE;
        return 1;
    }
    *key = len == 2 ? KEY_META | (uint32_t)s[1] : KEY_NONE;
    return (int)len;
}

static int
input_read(struct input *input, const char *s, size_t len, uint32_t *key)
{
    int n = input_read_learned(input, s, len, key);

    if (n == NOT_THIS && s[0] == ESC)
        n = input_read_escape(input, s, len, key);
    else if (n == NOT_THIS)
        n = input_read_plain(input, s, len, key);
    if (n > 0 || (n == MORE && !input->expired))
        return n;
    return s[0] == ESC ? input_read_alone(s, len, key) : input_read_plain(input, s, len, key);
}

/* ---- pasted text ------------------------------------------------------------------------ */

static void
input_add_pasted(struct input *input, const char *s, size_t len)
{
    for (size_t i = 0; i < len && input->paste.n < PASTE_MOST;) {
        uint32_t cp;
        int n = utf_decode(s + i, len - i, &cp);

        if (utf_is_space(cp))
            text_putc(&input->paste, ' ');
        else if (cp != UTF_REPLACEMENT && !utf_is_hidden(cp))
            text_add(&input->paste, s + i, (size_t)n);
        i += (size_t)n;
    }
}

/* Takes pasted bytes as far as they are there; true when the paste has ended. */
static bool
input_paste(struct input *input)
{
    const size_t mark = sizeof paste_end - 1;
    const char *s = input->bytes.v + input->at;
    size_t len = input->bytes.n - input->at, n = 0;
    bool ended;

    while (n + mark <= len && memcmp(s + n, paste_end, mark) != 0)
        n++;
    ended = n + mark <= len;
    for (int back = 0; !ended && back < 3 && n > 0 && (s[n] & 0xC0) == 0x80; back++)
        n--; /* the rest of this character may still come */
    input_add_pasted(input, s, n);
    input->at += ended ? n + mark : n;
    input->pasting = !ended;
    return ended;
}

bool
input_next(struct input *input, struct input_event *event)
{
    *event = (struct input_event){0};
    while (input->at < input->bytes.n) {
        uint32_t key = KEY_NONE;
        int n;

        if (input->pasting) {
            if (!input_paste(input))
                return false;
            *event = (struct input_event){KEY_NONE, input->paste.v, input->paste.n};
            return true;
        }
        n = input_read(input, input->bytes.v + input->at, input->bytes.n - input->at, &key);
        if (n == MORE)
            return false;
        input->at += (size_t)n;
        if (key != KEY_NONE) {
            event->key = key;
            return true;
        }
    }
    return false;
}

bool
input_unfinished(const struct input *input)
{
    return input->at < input->bytes.n && !input->pasting;
}

void
input_expire(struct input *input)
{
    input->expired = true;
}
