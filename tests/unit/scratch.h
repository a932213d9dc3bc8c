/* A folder of its own for each test, that is entered before it and removed behind it. */
#ifndef LEDE_TEST_SCRATCH_H
#define LEDE_TEST_SCRATCH_H

#include <stddef.h>

/* For cmocka_unit_test_setup_teardown(). *state is the folder's path; it is the working directory until scratch_leave(). */
int scratch_enter(void **state);
int scratch_leave(void **state);
/* Writes a file, below folders that are made; len 0: to the NUL. */
void scratch_put(const char *path, const char *bytes, size_t len);
/* Removes a folder with all that is in it; as remove(). */
int scratch_remove(const char *folder);

#endif
