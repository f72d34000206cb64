// SPDX-License-Identifier: MIT
#include "posix/recorded.h"

#include "posix/killed.h"

#include <netinet/in.h>

namespace traced {

void wait_at_gate(posix::Gate *gate, Recorder *recorder, const Slot &next)
{
    if (gate->killed())
        return posix::end_if_killed(posix::context());
    const int error = errno;
    const bool asked = next.line != 0 && gate->comes_to(uint32_t(next.call)); // without a line it is a look, which nobody asks about
    if (!asked && !gate->closed())
        return;
    Slot held = next;
    held.call = Call::held;
    held.flags = uint16_t(next.call);
    held.length = 0;
    Slot *slot = recorder ? recorder->open(held) : nullptr;
    if (asked)
        gate->wait_for_answer();
    gate->pass();
    if (slot)
        recorder->close(slot, {});
    errno = error;
    posix::end_if_killed(posix::context());
}

int port_of(const sockaddr *address)
{
    return address && address->sa_family == AF_INET ? ntohs(reinterpret_cast<const sockaddr_in *>(address)->sin_port) : 0;
}

} // namespace traced
