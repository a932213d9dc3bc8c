#!/bin/sh
# Stands for the tests of this folder where they cannot be built.
echo 'the tests in a pseudo-terminal need cmocka and libvterm (Debian: libcmocka-dev libvterm-dev)'
exit 77
