// SPDX-License-Identifier: MIT
// The C names of signals, of what they tell, and of what is asked for them.
#include "archive/constants.h"

#include <QStringList>

#include <csignal>
#include <cstring>
#include <fcntl.h>

namespace archive {
namespace {

struct Constant {
    int64_t value;
    const char *name;
};

constexpr Constant codes[] = {
    {POLL_IN, "POLL_IN"},     {POLL_OUT, "POLL_OUT"}, {POLL_MSG, "POLL_MSG"},     {POLL_ERR, "POLL_ERR"},
    {POLL_PRI, "POLL_PRI"},   {POLL_HUP, "POLL_HUP"}, {SI_KERNEL, "SI_KERNEL"},   {SI_USER, "SI_USER"},
    {SI_QUEUE, "SI_QUEUE"},   {SI_TIMER, "SI_TIMER"}, {SI_ASYNCIO, "SI_ASYNCIO"}, {SI_SIGIO, "SI_SIGIO"},
    {SI_TKILL, "SI_TKILL"},
};
constexpr Constant action_bits[] = {
    {SA_NOCLDSTOP, "SA_NOCLDSTOP"}, {SA_NOCLDWAIT, "SA_NOCLDWAIT"}, {SA_SIGINFO, "SA_SIGINFO"}, {SA_ONSTACK, "SA_ONSTACK"},
    {SA_RESTART, "SA_RESTART"},     {SA_NODEFER, "SA_NODEFER"},     {int64_t(uint32_t(SA_RESETHAND)), "SA_RESETHAND"},
};
constexpr Constant ways[] = {{SIG_BLOCK, "SIG_BLOCK"}, {SIG_UNBLOCK, "SIG_UNBLOCK"}, {SIG_SETMASK, "SIG_SETMASK"}};
constexpr Constant owners[] = {{F_OWNER_TID, "F_OWNER_TID"}, {F_OWNER_PID, "F_OWNER_PID"}, {F_OWNER_PGRP, "F_OWNER_PGRP"}};

template <size_t N>
QString name_in(const Constant (&table)[N], int64_t value)
{
    for (const Constant &constant : table)
        if (constant.value == value)
            return QString::fromLatin1(constant.name);
    return QString::number(value);
}

} // namespace

QString signal_name(qint64 signal)
{
    if (signal == SIGIO) // the C library calls it SIGPOLL
        return QStringLiteral("SIGIO");
    if (signal >= SIGRTMIN && signal <= SIGRTMAX)
        return signal == SIGRTMIN ? QStringLiteral("SIGRTMIN") : QStringLiteral("SIGRTMIN+%1").arg(signal - SIGRTMIN);
    const char *name = signal > 0 && signal < NSIG ? sigabbrev_np(int(signal)) : nullptr;
    return name ? QStringLiteral("SIG") + QString::fromLatin1(name) : QString::number(signal);
}

QString signal_set(quint64 mask)
{
    QStringList names;
    for (int signal = 1; signal <= 64; ++signal)
        if (mask >> (signal - 1) & 1)
            names += signal_name(signal);
    return names.isEmpty() ? QStringLiteral("0") : names.join(QLatin1Char('|'));
}

QString signal_code(int code)
{
    return name_in(codes, code);
}

QString signal_action_flags(quint64 flags)
{
    QStringList names;
    for (const Constant &bit : action_bits)
        if (flags & quint64(bit.value)) {
            names += QString::fromLatin1(bit.name);
            flags &= ~quint64(bit.value);
        }
    if (flags)
        names += QStringLiteral("0x") + QString::number(flags, 16);
    return names.isEmpty() ? QStringLiteral("0") : names.join(QLatin1Char('|'));
}

QString signal_mask_way(int way)
{
    return name_in(ways, way);
}

QString signal_owner_type(qint64 type)
{
    return name_in(owners, type);
}

} // namespace archive
