// SPDX-License-Identifier: MIT
#include "cli/event_lines.h"

#include "archive/json.h"
#include "calls/contradictions.h"
#include "words/chapters.h"
#include "words/sentences.h"

namespace cli {
namespace {

// Number, time of the run, duration, thread, the call as the program made it.
QString readable(const Terminal &terminal, const trace::Trace &trace, const trace::Event &event, const QString &number)
{
    const words::Language &language = terminal.language();
    const double since = (double(event.begin) - double(trace.run.began)) / 1e6;
    const QString lasted = !event.end ? terminal.say("Cli", "not ended")
                           : event.end == event.begin
                               ? QString()
                               : language.duration(qint64(uint64_t(event.end) - uint64_t(event.begin)));
    return QStringLiteral("%1 %2 %3  %4 %5")
        .arg(number, 6)
        .arg(language.number(since, 3) + QStringLiteral(" ms"), 14)
        .arg(lasted, 10)
        .arg(words::thread_name(language, trace, event.thread), -10)
        .arg(words::call_text(language, trace, event));
}

} // namespace

bool print_events(Terminal &terminal, const trace::Trace &trace, bool as_json)
{
    archive::JsonText json;
    const auto contradictions = as_json ? calls::contradictions(trace) : std::vector<calls::Contradiction>();
    auto next = contradictions.begin(); // they are in the order of the steps
    const auto print = [&](const trace::Event &event, std::optional<size_t> sequence) {
        if (!as_json)
            return terminal.line(readable(terminal, trace, event, sequence ? QString::number(*sequence) : QStringLiteral("-")));
        json.clear();
        std::string_view contradicts;
        for (; sequence && next != contradictions.end() && next->step == sequence; ++next)
            contradicts = calls::name(next->what);
        archive::write_event(json, trace, event, sequence, contradicts);
        return terminal.line(QByteArray::fromStdString(json.written()));
    };
    size_t told = 0; // chapters
    for (size_t i = 0; i < trace.events().size(); ++i) {
        for (; !as_json && told < trace.chapters.size() && trace.chapters[told].begin < trace.events()[i].end; ++told)
            terminal.line(words::chapter_words(terminal.language(), trace, told + 1));
        if (!print(trace.events()[i], i))
            return false;
    }
    for (const trace::Event &event : trace.in_flight())
        if (!print(event, {}))
            return false;
    return true;
}

} // namespace cli
