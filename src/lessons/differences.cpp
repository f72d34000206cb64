// SPDX-License-Identifier: MIT
#include "lessons/differences.h"

#include "calls/verbs.h"
#include "words/parts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace lessons {
namespace {

using trace::Event;

struct Differing {
    const words::Language &language;
    const replay::Replay &replay;
    const Item &item;
    const QJsonValue &given;
    const Event &event; // that the question is about
    std::vector<Difference> all{};

    const trace::Trace &trace() const { return replay.trace(); }
    QString name_of(uint16_t variable) const { return QString::fromStdString(trace::variable(trace(), event, variable)); }

    // The bits that one of the two has and the other has not.
    static std::set<int> odd(const QJsonValue &one, const QJsonValue &other)
    {
        std::set<int> bits;
        for (const QJsonValue &each : one.toArray())
            bits.insert(each.toInt());
        for (const QJsonValue &each : other.toArray())
            if (!bits.erase(each.toInt()))
                bits.insert(each.toInt());
        return bits;
    }

    void of_select()
    {
        constexpr const char *names[] = {"readfds", "writefds", "exceptfds"};
        const QJsonValue &right = item.answer->value;
        const auto in_set = [](const QJsonValue &of, const char *set) { return of.isObject() ? of[QLatin1String(set)] : of; };
        for (int which = 0; which < 3; ++which) {
            const uint16_t variable = trace::select_flags::variable(event.flags, which);
            if (variable == trace::select_flags::none)
                continue;
            const QString name = name_of(variable);
            const auto asked = trace::asked(trace(), event, which), answered = trace::answered(trace(), event, which);
            for (const int bit : odd(in_set(right, names[which]), in_set(given, names[which]))) {
                const auto on = [bit](std::span<const uint64_t> words) { return size_t(bit) / 64 < words.size() && (words[size_t(bit) / 64] >> (bit % 64) & 1); };
                all.push_back({{QStringLiteral("bit %1 out %2").arg(name).arg(bit), QStringLiteral("bit %1 %2").arg(name).arg(bit)},
                               words::answered_bit_sentence(language, name, bit, on(asked), on(answered))});
            }
        }
    }

    void of_macro()
    {
        const QString name = QString::fromStdString(calls::variable_of(trace(), event));
        const QJsonArray right = item.answer->value.toArray();
        for (const int bit : odd(right, given))
            all.push_back({{QStringLiteral("bit %1 %2").arg(name).arg(bit)}, words::bit_sentence(language, name, bit, right.contains(bit))});
    }

    void of_poll()
    {
        const replay::World world = replay.at(replay.step(*item.step));
        for (const replay::Polling &polling : world.pollings)
            for (size_t i = 0; i < polling.entries.size() && polling.event == item.step; ++i)
                if (const auto &entry = polling.entries[i]; item.question->of.isEmpty() ? entry.revents != 0 : item.question->of.toInt() == entry.fd)
                    all.push_back({{QStringLiteral("pollfd %1").arg(i)}, words::pollfd_sentence(language, int(i), entry, true)});
    }

    // The slot that was written, and the one that was thought to be.
    void of_slot()
    {
        if (!item.answer->shown_by)
            return;
        const Event &written = trace().events()[*item.answer->shown_by];
        const QString name = QString::fromStdString(calls::variable_of(trace(), written));
        const replay::World world = replay.at(replay.step(*item.answer->shown_by));
        const replay::Table *table = world.table(name.toStdString());
        for (const qint64 slot : std::set<qint64>{item.answer->value.toInteger(), given.toInteger()})
            if (table && slot >= 0 && (table->size == 0 || slot < table->size)) {
                const int value = size_t(slot) < table->values.size() ? table->values[size_t(slot)] : table->empty;
                all.push_back({{QStringLiteral("slot %1 %2").arg(name).arg(slot), QStringLiteral("pollfd %1").arg(slot)},
                               words::slot_sentence(language, name, int(slot), value, table->empty, slot == table->changed)});
            }
    }
};

} // namespace

std::vector<Difference> differences(const words::Language &language, const replay::Replay &replay, const Item &item, const QJsonValue &given)
{
    const auto &events = replay.trace().events();
    if (!item.question || !item.answer || !item.step || *item.step >= events.size() || is_right(*item.answer, given))
        return {};
    Differing differing{language, replay, item, given, events[*item.step]};
    const calls::Row &row = calls::row(differing.event.call);
    if (item.question->about == About::slot)
        differing.of_slot();
    else if (item.question->about == About::bits && row.field("sets"))
        differing.of_select();
    else if (item.question->about == About::bits && row.field("fds"))
        differing.of_poll();
    else if (item.question->about == About::bits && row.has(calls::on_set))
        differing.of_macro();
    constexpr size_t most = 8; // who is wrong in more has not met the idea: what is said beside it helps him more
    if (differing.all.size() > most)
        differing.all.resize(most);
    return std::move(differing.all);
}

} // namespace lessons
