/* Scrolling lists: the selection is always in view, with two lines of context, whatever the heights. */
#include "unit.h"
#include "view/list.h"

static int
one(const void *pane, size_t i)
{
    (void)pane;
    (void)i;
    return 1;
}

static int
mixed(const void *pane, size_t i)
{
    (void)pane;
    return (int)(i % 4) + 1;
}

/* Item 3 is taller than any view here. */
static int
tall(const void *pane, size_t i)
{
    (void)pane;
    return i == 3 ? 20 : 1;
}

static const struct list_heights ones = {one, NULL, false}, mixeds = {mixed, NULL, false}, talls = {tall, NULL, false};

static void
test_context(void **state)
{
    struct list list = {.n = 100, .height = 10};

    (void)state;
    list_step(&list, ones, 7);
    assert_int_equal(list.top, 0);
    list_step(&list, ones, 1);
    assert_int_equal(list.top, 1);
    list_step(&list, ones, -5);
    assert_int_equal(list.sel, 3);
    assert_int_equal(list.top, 1);
    list_step(&list, ones, -1);
    assert_int_equal(list.top, 0);
    list_step(&list, ones, 1000);
    assert_int_equal(list.sel, 99);
    assert_int_equal(list.top, 90);
    list_step(&list, ones, -1000);
    assert_int_equal(list.sel, 0);
    assert_int_equal(list.top, 0);
}

static void
test_pages(void **state)
{
    struct list list = {.n = 100, .height = 10};

    (void)state;
    list_page(&list, ones, 8);
    assert_int_equal(list.sel, 8);
    assert_int_equal(list.top, 8 - 2);
    list_page(&list, ones, 8);
    assert_int_equal(list.sel, 16);
    assert_int_equal(list.top, 14);
    list_page(&list, ones, -8);
    assert_int_equal(list.top, 6);
    list_page(&list, ones, 1000);
    assert_int_equal(list.sel, 99);
    list_page(&list, ones, -1000);
    assert_int_equal(list.sel, 0);
    assert_int_equal(list.top, 0);
}

static void
test_far_selection_stands_a_third_down(void **state)
{
    struct list list = {.n = 100, .height = 12};

    (void)state;
    list_select(&list, ones, 50);
    assert_int_equal(list.sel, 50);
    assert_int_equal(list.top, 46);
    list_select(&list, ones, 52);
    assert_int_equal(list.top, 46);
    list_select(&list, ones, 5000);
    assert_int_equal(list.sel, 99);
}

static int
two(const void *pane, size_t i)
{
    (void)pane;
    (void)i;
    return 2;
}

/* Rows of one height: most steps leave the view where it is, the others move it by half; two lines of context all the time. */
static void
test_even_rows_leap(void **state)
{
    static const struct list_heights even[] = {{one, NULL, true}, {two, NULL, true}};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct list list = {.n = 200, .height = 21};
        int rows = i ? 2 : 1, moved = 0;

        for (int step = 0; step < 398; step++) {
            struct list before = list;

            list_step(&list, even[i], step < 199 ? 1 : -1);
            assert_int_equal(list.sel, step < 199 ? step + 1 : 398 - step - 1);
            moved += list.top != before.top || list.skip != before.skip;
            if (list.sel > 2 && list.sel < 197)
                assert_true(list_line(&list, even[i]) >= 2 && list_line(&list, even[i]) + rows + 2 <= 21);
        }
        assert_true(moved > 0 && moved <= 398 / (10 / rows) + 2);
        assert_int_equal(list.top, 0);
    }
}

/* The selected item's lines are all between the edges, unless it is taller than the view. */
static void
check_in_view(const struct list *list, struct list_heights heights)
{
    int y = list_line(list, heights), height = heights.of(heights.pane, list->sel);

    assert_true(list->sel < list->n && list->top < list->n);
    assert_true(list->skip >= 0 && list->skip < heights.of(heights.pane, list->top));
    if (height <= list->height)
        assert_row(y >= 0 && y + height <= list->height, "item %zu at %d..%d of %d", list->sel, y, y + height, list->height);
}

static void
test_mixed_heights(void **state)
{
    (void)state;
    for (int height = 1; height < 14; height++) {
        struct list list = {.n = 37, .height = height};

        for (int i = 0; i < 40; i++, check_in_view(&list, mixeds))
            list_step(&list, mixeds, 1);
        for (int i = 0; i < 40; i++, check_in_view(&list, mixeds))
            list_step(&list, mixeds, -1);
        for (int i = 0; i < 20; i++, check_in_view(&list, mixeds))
            list_page(&list, mixeds, i % 5 ? height : -height);
        list.height = 3;
        list_show(&list, mixeds);
        check_in_view(&list, mixeds);
    }
}

/* An item taller than the view is scrolled through before the selection goes on. */
static void
test_tall_item(void **state)
{
    struct list list = {.n = 6, .height = 5, .sel = 3};
    int steps = 0;

    (void)state;
    list_show(&list, talls);
    assert_int_equal(list.top, 3);
    assert_int_equal(list.skip, 0);
    while (list.sel == 3 && steps < 100) {
        list_step(&list, talls, 1);
        steps++;
    }
    assert_int_equal(steps, 16);
    assert_int_equal(list.sel, 4);
    list_step(&list, talls, -1);
    assert_int_equal(list.sel, 3);
    assert_int_equal(list.skip, 15);
}

static void
test_empty_and_shrunk(void **state)
{
    struct list list = {.n = 0, .height = 5, .sel = 7, .top = 6, .skip = 3};
    struct list_row row;

    (void)state;
    list_show(&list, ones);
    list_step(&list, ones, 1);
    list_page(&list, ones, 1);
    list_scroll(&list, ones, 1);
    list_select(&list, ones, 3);
    assert_false(list_first(&list, ones, &row));
    list = (struct list){.n = 3, .height = 5, .sel = 70, .top = 60, .skip = 3};
    list_show(&list, ones);
    assert_int_equal(list.sel, 2);
    assert_int_equal(list.top, 0);
    list.height = 0;
    list_show(&list, ones);
    assert_false(list_first(&list, ones, &row));
}

/* Filtering keeps the eye's line: the selection can be put back where it was. */
static void
test_keep_line(void **state)
{
    struct list list = {.n = 50, .height = 10};
    int line;

    (void)state;
    list_select(&list, mixeds, 20);
    line = list_line(&list, mixeds);
    list.sel = 24;
    list_keep(&list, mixeds, line);
    assert_int_equal(list_line(&list, mixeds), line);
    list.sel = 0;
    list_keep(&list, mixeds, line);
    assert_int_equal(list_line(&list, mixeds), 0);
}

static void
test_rows(void **state)
{
    struct list list = {.n = 10, .height = 6, .sel = 3};
    struct list_row row;
    size_t i = 0;

    (void)state;
    list.top = 2, list.skip = 1;
    assert_true(list_first(&list, mixeds, &row));
    assert_int_equal(row.y, -1);
    do
        i = row.i;
    while (list_next(&list, mixeds, &row));
    assert_int_equal(i, 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_context),
        cmocka_unit_test(test_even_rows_leap),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_far_selection_stands_a_third_down),
        cmocka_unit_test(test_mixed_heights),
        cmocka_unit_test(test_tall_item),
        cmocka_unit_test(test_empty_and_shrunk),
        cmocka_unit_test(test_keep_line),
        cmocka_unit_test(test_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
