// SPDX-License-Identifier: MIT
#include "room.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace {

struct Test {
    std::string name;
    room::Run run;
};

std::vector<Test> &tests()
{
    static std::vector<Test> all; // made by the first file that adds its test, whichever that is
    return all;
}

} // namespace

bool room::add(const char *file, Run run)
{
    tests().push_back({std::filesystem::path(file).stem().string(), run});
    return true;
}

int room::run(int argc, char **argv)
{
    const auto asked = std::ranges::find_if(tests(), [&](const Test &test) { return argc > 1 && test.name == argv[1]; });
    if (asked != tests().end()) {
        std::rotate(argv + 1, argv + 2, argv + argc); // Qt Test is not to see the name
        return asked->run(argc - 1, argv);
    }
    if (tests().empty())
        std::fputs("no test has been added to this program\n", stderr);
    int failures = tests().empty();
    for (const Test &test : tests())
        failures += test.run(argc, argv);
    return failures;
}
