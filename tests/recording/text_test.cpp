// SPDX-License-Identifier: MIT
// What is read from a line is what a printer of that event writes.
#include "recording/text.h"

#include "archive/iotrace.h"
#include "calls/names.h"
#include "room.h"

#include <QDirIterator>

#include <climits>
#include <csignal>
#include <fcntl.h>
#include <map>
#include <random>

using namespace recording;
using calls::Field;
using calls::Side;
using calls::Slot;
using calls::Type;

namespace {

bool is_timeout(Type type) { return type == Type::timeval || type == Type::timespec || type == Type::milliseconds; }
bool is_result(const Field &field) { return field.slot == Slot::result && field.side == Side::answered; }

// Those of a side: first what is written in a program, in that order.
const std::vector<const Field *> &fields(const calls::Row &row, Side side)
{
    static std::map<std::pair<Call, Side>, std::vector<const Field *>> of_rows;
    std::vector<const Field *> &all = of_rows[{row.call, side}];
    if (!all.empty())
        return all;
    const QString written = QString::fromUtf8(side == Side::asked ? row.written : row.answered);
    for (const Field &field : row.all())
        if (field.side == side && !is_result(field) && field.type != Type::set_variables)
            all.push_back(&field);
    std::ranges::stable_sort(all, {}, [&](const Field *field) {
        return size_t(written.indexOf(QRegularExpression("\\b" + QString::fromUtf8(field->name) + "\\b")));
    });
    return all;
}

std::string escaped(std::span<const std::byte> bytes)
{
    return QString::fromStdString(calls::quoted(bytes)).replace('"', "\\x22").toStdString();
}

std::string joined(const std::vector<std::string> &parts, const char *between)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : between) + part;
    return text;
}

std::string set_text(const trace::Trace &trace, const Event &event, int set, bool asked)
{
    std::vector<std::string> members;
    for (const int fd : trace::members(asked ? trace::asked(trace, event, set) : trace::answered(trace, event, set), INT_MAX))
        members.push_back(std::to_string(fd));
    return '{' + joined(members, ", ") + '}';
}

std::string value_text(const trace::Trace &trace, const Event &event, const Field &field, int64_t value)
{
    switch (field.type) {
    case Type::port: return ':' + std::to_string(value);
    case Type::variable: return (calls::has(event, calls::on_set) ? "&" : "") + trace::variable(trace, event, uint16_t(value));
    case Type::thread: return trace.threads[size_t(value)].name;
    case Type::state: return std::string(1, char(value));
    case Type::call: return std::string(calls::row(Call(value)).in_json());
    case Type::value: return std::to_string(value);
    default: return value < 0 && is_timeout(field.type) ? "NULL" : calls::name_of(field.type, value, calls::beside(event, field.type));
    }
}

std::string polled_text(const trace::Trace &trace, const Event &event, const Field &field)
{
    std::vector<std::string> all;
    for (const trace::Polled &one : trace::polled(trace, event, field.side == Side::answered))
        if (field.side == Side::asked || one.revents)
            all.push_back(std::to_string(one.fd) + ':'
                          + calls::name_of(field.type == Type::told ? Type::epoll_events : Type::poll_events,
                                           uint16_t(field.side == Side::asked ? one.events : one.revents)));
    return all.empty() && field.side == Side::answered ? "" : '{' + joined(all, ", ") + '}';
}

std::string text_of(const trace::Trace &trace, const Event &event)
{
    const calls::Row &row = calls::row(event.call);
    std::string text = std::to_string(event.begin);
    if (event.end != event.begin || calls::is_call(event.call))
        text += ".." + (event.end ? std::to_string(event.end) : "");
    text += ' ' + trace.threads[event.thread].name + ' ';
    if (row.has(calls::assigns)) {
        std::string name = trace::variable(trace, event, uint16_t(event.flags));
        if (event.call == Call::table_assigned) {
            const size_t inside = name.find("[]");
            const std::string index = event.fd >= 0 ? std::to_string(event.fd) : event.words[0] ? "0.." + std::to_string(event.words[0] - 1) : "";
            name = inside == name.npos ? name + '[' + index + ']' : name.insert(inside + 1, index);
        }
        text += name + " = " + (event.call != Call::set_assigned ? std::to_string(event.length) : event.fd < 0 ? "?" : trace::variable(trace, event, uint16_t(event.fd)));
    } else {
        Event whole = event, fresh;
        whole.end = fresh.end = std::max<int64_t>(event.end, 1); // of one in flight, too, what it was asked
        fresh.call = event.call;
        std::vector<std::string> parts;
        bool in_order = true;
        for (const Field *field : fields(row, Side::asked)) {
            if (field->type == Type::sets) {
                for (int set = 0; set < 3; ++set) {
                    const uint16_t variable = trace::select_flags::variable(event.flags, set);
                    const std::string name = variable == trace::unnamed_variable ? "" : trace::variable(trace, event, variable) + ' ';
                    parts.push_back(variable == trace::select_flags::none ? "NULL" : name + set_text(trace, event, set, true));
                }
            } else if (field->type == Type::pollfds) {
                parts.push_back(polled_text(trace, event, *field));
            } else if (const auto value = calls::value(whole, *field)) {
                in_order &= row.written.find(field->name) != row.written.npos;
                const std::string shown = value_text(trace, event, *field, *value);
                if (in_order || value != calls::value(fresh, *field))
                    parts.push_back(in_order ? shown : std::string(field->name) + '=' + shown);
            }
        }
        text += std::string(row.in_json()) + '(' + joined(parts, ", ") + ')';
    }
    if (event.end && (calls::is_call(event.call) || std::ranges::any_of(row.all(), is_result))) {
        std::string result = std::to_string(event.result);
        for (const Field &field : row.all())
            if (is_result(field) && calls::has_field(event, field) && !calls::constants(field.type).empty())
                result = event.result == -1 ? result : calls::name_of(field.type, event.result);
        text += " = " + result;
        if (event.result == -1 && event.error)
            text += ' ' + calls::error_name(event.error);
        for (const Field *field : fields(row, Side::answered)) {
            if (field->type == Type::sets) {
                for (int set = 0; set < 3 && calls::value(event, "nfds") > 0; ++set)
                    if (trace::select_flags::variable(event.flags, set) != trace::select_flags::none)
                        text += ' ' + set_text(trace, event, set, false);
            } else if (field->type == Type::left) {
                if (const auto left = trace::time_left(trace, event))
                    text += " timeout_left_ns=" + std::to_string(*left);
            } else if (field->slot == Slot::payload) {
                if (const std::string polled = polled_text(trace, event, *field); !polled.empty())
                    text += ' ' + polled;
            } else if (field->type == Type::preview) {
                if (const auto bytes = calls::preview(event); !bytes.empty())
                    text += " \"" + escaped(bytes) + '"';
            } else if (const auto value = calls::value(event, *field); value.value_or(0) != 0) {
                text += ' ' + (field->type == Type::port ? "" : std::string(field->name) + '=') + value_text(trace, event, *field, *value);
            }
        }
    }
    if (event.count > 1)
        text += " × " + std::to_string(event.count);
    if (event.line)
        text += " @" + std::to_string(event.line);
    return text;
}


// What a trace says, line by line.
QStringList lines(const trace::Trace &trace)
{
    QStringList all;
    for (const auto *events : {&trace.events(), &trace.in_flight()})
        for (const Event &event : *events)
            all += QString::fromStdString(text_of(trace, event)) + (events == &trace.in_flight() && event.end ? " …" : "");
    return all;
}

// A trace of the same threads that is read from these lines.
trace::Trace again(const trace::Trace &trace, const QStringList &lines)
{
    Builder builder;
    for (const trace::Thread &thread : trace.threads)
        builder.thread(thread.name, Part::server, thread.variables);
    if (const std::string wrong = read(builder, lines.join('\n').toStdString()); !wrong.empty())
        qFatal("%s", wrong.c_str());
    return builder.trace();
}

} // namespace

class TextTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    // Of each row an event with a number in each of its fields.
    void each_row_is_read_back()
    {
        for (const calls::Row &row : calls::rows())
            for (const int variant : {0, 1, 2, 3, 4, 5}) {
                Builder builder;
                const uint16_t server = builder.thread("server", Part::server, {"a", "b", "c", "d", "e", "f", "g", "h"});
                Event event = builder.call(server, row.call, 1000, 2000);
                std::mt19937 random{unsigned(variant)};
                const int64_t commands[] = {F_GETFL, F_SETFL, F_SETSIG, F_SETOWN_EX, F_GETFD, F_DUPFD};
                for (const Field &field : row.all()) {
                    int64_t value = 1 + int64_t(random() % 7);
                    switch (field.type) {
                    case Type::thread: value = 0; break;
                    case Type::command: value = commands[variant]; break;
                    case Type::state: value = 'S'; break;
                    case Type::port: value = 50'000 + variant; break;
                    case Type::signal: value = SIGIO; break;
                    default: break;
                    }
                    if (field.when == calls::When::always || calls::has_field(event, field))
                        calls::set(event, field.name, value);
                }
                if (trace::multiplexing.has(row.call))
                    continue; // their payloads are in what was stored
                Builder whole;
                whole.thread("server", Part::server, {"a", "b", "c", "d", "e", "f", "g", "h"});
                whole.add(event);
                const trace::Trace trace = whole.trace();
                const trace::Trace read = again(trace, lines(trace));
                QCOMPARE(lines(read), lines(trace));
                QVERIFY2(read.events().at(0) == event, qPrintable(lines(trace).at(0)));
            }
    }

    void stored_recordings_are_read_back()
    {
        QDirIterator entries(STORED_RECORDINGS, {"*.iotrace"});
        while (entries.hasNext()) {
            std::unique_ptr<trace::Trace> stored;
            QVERIFY(archive::open(entries.next(), stored));
            const trace::Trace read = again(*stored, lines(*stored));
            QCOMPARE(lines(read), lines(*stored));
            QCOMPARE(read.events().size(), stored->events().size());
            for (size_t i = 0; i < read.events().size(); ++i) {
                Event a = read.events()[i], b = stored->events()[i];
                b.file = 0;
                if (b.call == Call::held) // no row has these
                    b.fd = a.fd;
                if (b.call == Call::cqe_seen)
                    b.length = a.length;
                if (trace::has_words_elsewhere(b))
                    std::copy_n(a.words, 2, b.words); // where they are may be another place
                QVERIFY2(a == b, qPrintable(entries.fileName() + ": " + lines(*stored).at(qsizetype(i))));
            }
        }
    }

    void what_is_wrong_is_said_with_its_place_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *line, const char *said) { QTest::newRow(line) << line << said; };
        row("then server recv(4) = 3", "line 2, column 1: \"then\" is no time");
        row("10..20 recv(4) = 3", "line 2, column 8: a thread and its call are expected");
        row("10..20 server receive(4) = 3", "line 2, column 15: no call is named \"receive\"");
        row("10..20 server recv(4, 10, 0, 1) = 3", "line 2, column 30: recv() is asked no more than that");
        row("10..20 server recv(4, size=10) = 3", "line 2, column 23: recv() has no size");
        row("10..20 server recv(4, 10, MSG_PEAK) = 3", "line 2, column 27: \"MSG_PEAK\" is no flags of recv()");
        row("10..20 server recv(4, 10)", "line 2, column 26: \"=\" is expected");
        row("10..20 server recv(4, 10) = -1", "line 2, column 31: \"\" is no errno");
        row("10..20 server recv(4, 10) = 3 :5000", "line 2, column 31: recv() does not answer that");
        row("10..20 server recv(4, 10) = 3 \"abc", "line 2, column 31: this text has no end");
        row("10..20 server recv(4, 10 20) = 3", "line 2, column 26: \",\" or \")\" is expected");
        row("10..20 server connect(3, 7000) = 0", "line 2, column 26: \"7000\" is no port of connect()");
        row("10..20 server select(4, {64}) = 1 {4}", "line 2, column 26: a set has no room for this descriptor: nfds is 4");
        row("10..20 server poll({4:POLLIN}, 2) = 0", "line 2, column 15: nfds is 2, and 1 stand there");
        row("10..20 server close(4) = 0 or so", "line 2, column 28: close() does not answer that");
        row("10..20 server handler_begin(SIGIO, POLL_IN, band=POLLIN)", "line 2, column 50: handler_begin() has no band here");
    }
    void what_is_wrong_is_said_with_its_place()
    {
        QFETCH(QString, line);
        QFETCH(QString, said);
        Builder builder;
        const QString wrong = QString::fromStdString(read(builder, "# one\n" + line.toStdString()));
        QVERIFY2(wrong.startsWith(said), qPrintable(wrong));
    }

    // Whatever is changed, the line is wrong, or what is read from it is what its printer writes.
    void lines_that_were_changed()
    {
        const std::string good[] = {
            "1000..2150 server recv(4, 4096, MSG_PEEK) = 3 \"a\\x00\\n\" × 3 @52", "1000..2150 server select(70, a {3, 65}, NULL, {5}, 5ms) = 2 {65} {} timeout_left_ns=7",
            "1000.. server poll({4:POLLIN, 5:POLLIN|POLLOUT}, 2, 50ms)", "10..20 server poll({4:POLLIN}, 1) = 1 {4:POLLIN|POLLHUP}", "10 server client_FD[0..9] = -1",
            "10..20 server epoll_wait(5, 64, -1) = 3 {4:EPOLLIN, 5:EPOLLOUT, 6:EPOLLIN}", "10..20 server accept(3) = 5 :50001", "10 server handler_begin(SIGIO, POLL_IN, 4, band=POLLIN)",
            "10..20 server fcntl(3, F_SETOWN_EX, F_OWNER_TID, 4711) = 0", "10..20 server setsockopt(3, SOL_SOCKET, SO_LINGER, 1, bytes=0x500000001, size=8) = 0"};
        std::mt19937 random(4);
        int right = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string line = good[random() % std::size(good)];
            for (unsigned change = random() % 3; change-- > 0 && !line.empty();) {
                const size_t at = random() % line.size();
                switch (random() % 3) {
                case 0: line.erase(at, 1 + random() % 3); break;
                case 1: line.insert(at, 1, " {}(),=:\"-x9@"[random() % 13]); break;
                default: line[at] = " {}(),=:\"-x9@"[random() % 13];
                }
            }
            Builder builder;
            const std::string wrong = read(builder, line);
            if (!wrong.empty()) {
                QVERIFY2(wrong.starts_with("line 1, column "), wrong.c_str());
                continue;
            }
            const trace::Trace trace = builder.trace();
            if (lines(trace).size() != 1)
                continue; // only a comment is left
            QVERIFY2(lines(again(trace, lines(trace))) == lines(trace), line.c_str());
            ++right;
        }
        QVERIFY(right > 5'000);
    }

    void threads_and_variables_come_with_their_names()
    {
        Builder builder;
        builder.lines(R"(
            10..20 server    socket(AF_INET, SOCK_STREAM) = 3   # a comment
            30     server    readfds = allset
            40..50 client %d  connect(3, :7000) = 0
        )", 1);
        builder.lines_after(100, "5..9 control close(3) = 0");
        const trace::Trace trace = builder.trace();
        QCOMPARE(trace.threads.size(), size_t(3));
        QVERIFY(trace.threads[0].variables == (std::vector<std::string>{"readfds", "allset"}) && trace.programs.size() == 2);
        QVERIFY(trace.threads[1].name == "client 1" && trace::origin(trace, 1) == trace::Origin::script && trace::job(trace, 2) == trace::Job::control);
        QCOMPARE(trace.events().at(3).begin, int64_t(105));
    }
};

ROOM_TEST(TextTest)
#include "text_test.moc"
