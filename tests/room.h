// SPDX-License-Identifier: MIT
// A room has one test program. Each of its test files adds its class; the program runs the file whose name it is given first
// ("test_replay urgent_test …"), or all; further arguments are Qt Test's.
#pragma once

#include <QTest>

namespace room {

using Run = int (*)(int argc, char **argv); // returns the number of failures

// Adds the test that stands in `file`; true.
bool add(const char *file, Run run);

// What main() returns: the number of failures.
int run(int argc, char **argv);

} // namespace room

#define ROOM_TEST(Class)                                                                                                                                       \
    [[maybe_unused]] static const bool added = room::add(__FILE__, [](int argc, char **argv) {                                                                 \
        Class test;                                                                                                                                            \
        return QTest::qExec(&test, argc, argv);                                                                                                                \
    });
