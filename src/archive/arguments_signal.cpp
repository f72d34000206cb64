// SPDX-License-Identifier: MIT
// Signals: how they are asked for, held back and delivered.
#include "archive/arguments.h"
#include "archive/constants.h"

namespace archive {

using trace::Call;

QJsonObject signal_arguments(const trace::Event &event)
{
    const auto key = [](const char *name) { return QString::fromLatin1(name); };
    switch (event.call) {
    case Call::sigaction:
        return {{key("signal"), signal_name(event.length)},
                {key("handler"), event.words[1] ? key("handler") : key("SIG_DFL")},
                {key("flags"), signal_action_flags(event.words[0])}};
    case Call::pthread_sigmask:
        return {{key("how"), signal_mask_way(event.flags)}, {key("signals"), signal_set(quint64(event.length))},
                {key("before"), event.end && event.result != -1 ? QJsonValue(signal_set(event.words[0])) : QJsonValue()}};
    case Call::handler_begin: {
        const int code = int16_t(event.flags);
        QJsonObject object{{key("signal"), signal_name(event.length)}, {key("code"), signal_code(code)},
                           {key("fd"), event.fd < 0 ? QJsonValue() : QJsonValue(event.fd)}};
        if (event.fd >= 0)
            object.insert(key("band"), poll_events(int(event.words[0] & 0xffff)));
        else if (code < 0)
            object.insert(key("value"), QStringLiteral("0x%1").arg(event.words[0], 0, 16));
        return object;
    }
    default: return {{key("signal"), signal_name(event.length)}};
    }
}

} // namespace archive
