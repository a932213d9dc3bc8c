/* Sixteen bytes at once against one by one; this file is built twice, with the processor's instructions and in plain C. */
#include "unit.h"

#include "lede/base.h"
#include "lede/sixteen.h"

enum { TRIES = 2000 };

/* Bytes that tests like: the ends of ranges, and any. */
static void
fill(unsigned char bytes[16], uint32_t *seed)
{
    static const unsigned char edges[] = {0, 1, 0x1F, ' ', '/', '0', '9', ':', '@', 'A', 'Z', '[', 'a', 'z', '{', 0x7F, 0x80, 0xA0, 0xC2, 0xFF};

    for (int i = 0; i < 16; i++) {
        *seed = *seed * 1664525 + 1013904223;
        bytes[i] = *seed >> 31 ? (unsigned char)(*seed >> 20) : edges[(*seed >> 8) % sizeof edges];
    }
}

static void
test_questions(void **state)
{
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < TRIES; round++) {
        unsigned char bytes[16];
        struct sixteen x;
        unsigned blanks = 0, c2 = 0, digits = 0, controls = 0, small = 0, high = 0;

        fill(bytes, &seed);
        x = sixteen_load(bytes);
        for (int i = 0; i < 16; i++) {
            blanks |= (unsigned)(bytes[i] == ' ') << i;
            c2 |= (unsigned)(bytes[i] == 0xC2) << i;
            digits |= (unsigned)(bytes[i] >= '0' && bytes[i] <= '9') << i;
            controls |= (unsigned)(bytes[i] < 0x20) << i;
            high |= (unsigned)(bytes[i] >= 0x80) << i;
        }
        assert_int_equal(sixteen_equal(x, ' '), blanks);
        assert_int_equal(sixteen_equal(x, 0xC2), c2);
        assert_int_equal(sixteen_between(x, '0', '9'), digits);
        assert_int_equal(sixteen_between(x, 0, 0x1F), controls);
        for (int i = 0; i < 16; i++)
            small |= (unsigned)((bytes[i] & 0x20) != 0) << i;
        assert_int_equal(sixteen_bit5(x), small);
        assert_int_equal(sixteen_bit5(sixteen_without(sixteen_or(x, 0x20), x)), ~small & 0xFFFF);
        assert_int_equal(sixteen_high(x), high);
        for (unsigned n = 0; n <= 16; n++)
            for (unsigned i = 0; i < 16; i++)
                assert_int_equal(sixteen_eight(sixteen_head(sixteen_or(x, 0x20), n), i > 7) >> 8 * (i % 8) & 0xFF,
                                 i < n ? bytes[i] | 0x20 : 0);
    }
}

/* What is behind the end of a text is blank, whether it may be read or not. */
static void
test_ends(void **state)
{
    uint32_t seed = 11;

    (void)state;
    for (size_t left = 0; left <= 20; left++)
        for (int may = 0; may < 2; may++) {
            unsigned char bytes[32] = {0}, *exact = mem_alloc(left + 1), shown[16];
            struct sixteen x;
            uint64_t halves[2];

            fill(bytes, &seed);
            fill(bytes + 16, &seed);
            memcpy(exact, bytes, left);
            x = may ? sixteen_load_of(bytes, left, sizeof bytes) : sixteen_load_of(exact, left, left);
            for (int half = 0; half < 2; half++) {
                halves[half] = sixteen_eight(x, half);
                eight_store(shown + 8 * half, halves[half]);
            }
            for (size_t i = 0; i < 16; i++)
                assert_row(shown[i] == (i < left ? bytes[i] : ' '), "byte %zu of %zu", i, left);
            mem_free(exact);
        }
}

static void
test_bits(void **state)
{
    (void)state;
    for (unsigned bits = 0; bits <= 0xFFFF; bits++) {
        unsigned n = 0, first = 16;

        for (unsigned i = 16; i-- > 0;)
            if (bits >> i & 1) {
                n++;
                first = i;
            }
        assert_int_equal(sixteen_counts(bits), n);
        assert_int_equal(sixteen_counts(bits << 16 | 5), n << 16 | 2);
        assert_int_equal(sixteen_first(bits), first);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_questions),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_bits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
