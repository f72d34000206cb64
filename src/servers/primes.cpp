// SPDX-License-Identifier: MIT
// The work of a main flow that is blocked in no call.
#include "servers/server.h"

namespace servers {

int primes(long from, int numbers)
{
    int found = 0;
    for (long n = from | 1; n < from + numbers; n += 2) {
        long divisor = 3;
        while (divisor * divisor <= n && n % divisor != 0)
            divisor += 2;
        found += divisor * divisor > n;
    }
    return found;
}

} // namespace servers
