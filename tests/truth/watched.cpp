// SPDX-License-Identifier: MIT
#include "truth/watched.h"

#include "truth/strace_log.h"

void WatchedTest::initTestCase()
{
    QVERIFY2(strace::is_installed(), "strace is missing: apt-get install strace");
    if (!strace::may_trace())
        QSKIP("this system does not let strace trace");
}
