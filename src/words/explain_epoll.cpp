// SPDX-License-Identifier: MIT
// epoll: the interest list and the ready list.
#include "words/explain.h"

namespace words {

QString explain_epoll(const Step &step)
{
    if (!step.begins && trace::is_call(step.event.call) && step.event.result == -1)
        return failed(step);
    return step.language.say("Explain", "%1 does this: %2.").arg(step.subject(), call_text(step.language, step.trace, step.event));
}

} // namespace words
