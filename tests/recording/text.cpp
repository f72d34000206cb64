// SPDX-License-Identifier: MIT
#include "recording/text.h"

#include "calls/names.h"

#include <QtGlobal>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace recording {
namespace {

using calls::Field;
using calls::Side;
using calls::Slot;
using calls::Type;

bool in_name(char c) { return std::isalnum(uint8_t(c)) || c == '_'; }
bool is_timeout(const Field &field) { return field.type == Type::timeval || field.type == Type::timespec || field.type == Type::milliseconds; }
bool is_result(const Field &field) { return field.slot == Slot::result && field.side == Side::answered; }

// The fields of a side in the order in which a line has them.
std::vector<const Field *> fields(const calls::Row &row, Side side)
{
    const std::string_view written = side == Side::asked ? row.written : row.answered;
    const auto place = [&](const Field *field) {
        size_t at = written.find(field->name), end = at + field->name.size();
        while (at != written.npos && ((at > 0 && in_name(written[at - 1])) || (end < written.size() && in_name(written[end]))))
            at = written.find(field->name, at + 1), end = at + field->name.size();
        return at;
    };
    std::vector<const Field *> all;
    for (const Field &field : row.all())
        if (field.side == side && !is_result(field) && field.type != Type::set_variables)
            all.push_back(&field);
    std::ranges::stable_sort(all, {}, place);
    return all;
}

// As C writes it, or with a unit of time.
std::optional<int64_t> integer(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, '\'');
    char *end = nullptr;
    const uint64_t number = std::strtoull(digits.c_str(), &end, 0);
    for (const auto &[unit, ns] : {std::pair("", 1u), std::pair("us", 1'000u), std::pair("ms", 1'000'000u), std::pair("s", 1'000'000'000u)})
        if (end != digits.c_str() && std::strcmp(end, unit) == 0)
            return int64_t(number * ns);
    return {};
}

struct Wrong {
    size_t column;
    std::string what;
};

// One line, from left to right.
class Line {
public:
    Line(Builder &builder, std::string_view text, int64_t time) : m_builder(builder), m_text(text), m_time(time) {}
    void read();

private:
    std::string_view rest() const { return m_text.substr(m_at); }
    bool sees(std::string_view what)
    {
        m_from = m_at = std::min(m_text.find_first_not_of(' ', m_at), m_text.size());
        return rest().starts_with(what);
    }
    bool takes(std::string_view what) { return sees(what) && (m_at += what.size(), true); }
    bool at_end() { return sees("#") || m_at == m_text.size(); }
    std::string_view word(auto belongs)
    {
        for (sees(""); m_at < m_text.size() && belongs(m_text[m_at]);)
            ++m_at;
        return m_text.substr(m_from, m_at - m_from);
    }
    std::string_view word() { return word([](char c) { return in_name(c) || std::strchr("|+-':?&", c); }); }
    std::string_view name() { return word(in_name); }
    int64_t number(const char *what) { return known(integer(word([](char c) { return in_name(c) || c == '-' || c == '\''; })), what); }

    [[noreturn]] void wrong(const std::string &what) const { throw Wrong{m_from, what}; }
    std::string called() const { return std::string(calls::row(m_event.call).in_json()) + "()"; }
    // What was taken last must be one.
    template <typename Value>
    Value known(std::optional<Value> value, std::string_view what) const
    {
        return value ? *value : throw Wrong{m_from, '"' + std::string(m_text.substr(m_from, m_at - m_from)) + "\" is no " + std::string(what)};
    }
    void expect(std::string_view what)
    {
        if (!takes(what))
            wrong('"' + std::string(what) + "\" is expected");
    }
    void list(std::string_view open, std::string_view close, auto item)
    {
        for (expect(open); !takes(close);) {
            item();
            if (!takes(",") && !sees(close))
                wrong("\",\" or \"" + std::string(close) + "\" is expected");
        }
    }

    void assignment();
    void arguments();
    void argument(const Field &field);
    void answers();
    void data(const Field &field);
    void set(int which, Side side);
    void polled(const Field &field);
    void put_payload();

    Builder &m_builder;
    std::string_view m_text;
    size_t m_at = 0, m_from = 0; // m_from: where what was taken last begins
    int64_t m_time;
    Event m_event;
    // The payload.
    std::vector<uint64_t> m_sets[2][3]; // by side
    int m_answered = 0;                 // sets, so far
    std::vector<trace::Polled> m_polled;
    std::optional<int64_t> m_left;
};

void Line::read()
{
    m_event.begin = m_event.end = m_time + number("time");
    if (takes(".."))
        m_event.end = rest().starts_with(' ') ? 0 : m_time + number("time");
    // The thread's name may have blanks: the last word before the first parenthesis or sign is the call's name, or the variable's.
    const std::string_view before = word([](char c) { return c != '(' && c != '='; });
    const size_t end = before.find_last_not_of(' ') + 1, name = before.substr(0, end).find_last_of(' ') + 1;
    if (name == 0 || m_at == m_text.size())
        wrong("a thread and its call are expected: server recv(4, 4096) = 3");
    m_event.thread = m_builder.thread_named(before.substr(0, before.find_last_not_of(' ', name - 1) + 1));
    m_from += name;
    if (rest().starts_with('=')) {
        m_at = m_from;
        assignment();
    } else {
        const auto row = std::ranges::find(calls::rows(), before.substr(name, end - name), &calls::Row::in_json);
        m_event.call = row == calls::rows().end() ? Call::count_ : row->call;
        const size_t at = m_from;
        if (m_event.call == Call::count_)
            wrong("no call is named \"" + std::string(before.substr(name, end - name)) + '"');
        arguments();
        if (m_event.end && (calls::is_call(row->call) || std::ranges::any_of(row->all(), is_result)))
            answers();
        m_from = at;
        put_payload();
    }
    if (takes("×"))
        m_event.count = uint32_t(number("number of times"));
    const bool may_go_on = takes("…");
    if (takes("@"))
        m_event.line = uint16_t(number("line"));
    if (!at_end())
        wrong('"' + std::string(rest()) + "\" is too much");
    m_builder.add(m_event, m_event.end == 0 || may_go_on);
}

// Of a set, a table's slot, or a number.
void Line::assignment()
{
    std::string name(word([](char c) { return c != ' ' && c != '='; }));
    const size_t open = name.find('['), close = name.find(']', std::min(open, name.size()));
    if (close != name.npos) {
        m_event.call = Call::table_assigned;
        std::string_view index = std::string_view(name).substr(open + 1, close - open - 1);
        if (index.starts_with("0.."))
            m_event.words[0] = uint64_t(known(integer(index.substr(3)), "index")) + 1;
        else if (!index.empty())
            m_event.fd = int(known(integer(index), "index"));
        name = name.substr(0, open) + (close + 1 < name.size() ? "[]" : "") + name.substr(close + 1);
    }
    m_event.flags = m_builder.variable(m_event.thread, name);
    expect("=");
    const std::string_view value = word();
    const auto number = integer(value);
    if (m_event.call == Call::count_)
        m_event.call = number ? Call::number_assigned : Call::set_assigned;
    if (m_event.call != Call::set_assigned)
        m_event.length = known(number, "number");
    else if (value != "?")
        m_event.fd = m_builder.variable(m_event.thread, value);
}

void Line::arguments()
{
    const std::vector<const Field *> all = fields(calls::row(m_event.call), Side::asked);
    if (m_event.call == Call::select)
        m_event.flags = trace::select_flags::passed(trace::select_flags::none, trace::select_flags::none, trace::select_flags::none);
    for (const Field *field : all)
        if (is_timeout(*field))
            calls::set(m_event, field->name, -1);
    auto next = all.begin();
    list("(", ")", [&] {
        const std::string_view given = name();
        const size_t from = m_from;
        const bool named = takes("=");
        const auto field = named ? std::ranges::find(all, given, &Field::name)
                                 : std::find_if(next, all.end(), [&](const Field *each) { return calls::has_field(m_event, *each); });
        m_from = from;
        if (field == all.end())
            wrong(called() + (named ? " has no " + std::string(given) : " is asked no more than that"));
        if (!named) {
            m_at = from;
            next = field + 1;
        }
        argument(**field);
    });
}

// What stands in the place of a field, asked or answered.
void Line::argument(const Field &field)
{
    switch (field.type) {
    case Type::preview: return data(field);
    case Type::pollfds:
    case Type::told: return polled(field);
    case Type::left: m_left = number("time"); return;
    case Type::sets:
        if (field.side == Side::answered) {
            while (m_answered < 3 && trace::select_flags::variable(m_event.flags, m_answered) == trace::select_flags::none)
                ++m_answered;
            return m_answered < 3 ? set(m_answered++, Side::answered) : wrong("select() was asked about no more sets");
        }
        for (int which = 0; which == 0 || (which < 3 && takes(",")); ++which)
            set(which, Side::asked);
        return;
    default: break;
    }
    const bool named = field.type == Type::thread || field.type == Type::variable; // "client 1", "client[].fd"
    const std::string_view text = named ? word([](char c) { return c != ',' && c != ')'; }) : word();
    std::optional<int64_t> value;
    switch (field.type) {
    case Type::port: value = text.starts_with(':') ? integer(text.substr(1)) : std::nullopt; break;
    case Type::variable: value = m_builder.variable(m_event.thread, text.substr(text.starts_with('&'))); break;
    case Type::thread: value = m_builder.thread_named(text); break;
    case Type::state: value = text.size() == 1 ? std::optional<int64_t>(text[0]) : std::nullopt; break;
    case Type::call:
        if (const auto row = std::ranges::find(calls::rows(), text, &calls::Row::in_json); row != calls::rows().end())
            value = int64_t(row->call);
        break;
    default:
        value = text == "NULL" && is_timeout(field) ? -1 : integer(text);
        if (!value)
            value = calls::number_of(field.type, text, calls::beside(m_event, field.type));
    }
    if (!calls::set(m_event, field.name, known(value, std::string(field.name) + " of " + called())))
        wrong(called() + " has no " + std::string(field.name) + " here");
}

void Line::answers()
{
    const calls::Row &row = calls::row(m_event.call);
    expect("=");
    const std::string_view text = word();
    std::optional<int64_t> result = integer(text);
    for (const Field &field : row.all())
        if (!result && is_result(field))
            result = calls::number_of(field.type, text);
    m_event.result = int32_t(known(result, "result of " + called()));
    if (m_event.result == -1 && (sees("E") || calls::is_call(m_event.call))) {
        const std::string_view error = word();
        m_event.error = uint8_t(known(error.empty() ? std::nullopt : calls::number_of(Type::error, error), "errno"));
    }
    const std::vector<const Field *> all = fields(row, Side::answered);
    while (!at_end() && !sees("×") && !sees("…") && !sees("@")) {
        const std::string_view given = name();
        const auto field = std::ranges::find_if(all, [&](const Field *each) {
            return !given.empty() ? each->name == given
                : sees("\"")      ? each->type == Type::preview
                : sees(":")       ? each->type == Type::port
                                  : sees("{") && each->slot == Slot::payload;
        });
        if (field == all.end())
            wrong(called() + " does not answer that");
        if (!given.empty())
            expect("=");
        argument(**field);
    }
}

// The first bytes, as C writes them between quotes.
void Line::data(const Field &field)
{
    std::string bytes;
    for (expect("\""); !rest().starts_with('"'); ++m_at) {
        if (m_at == m_text.size())
            wrong("this text has no end");
        const size_t escape = rest().size() > 1 && rest()[0] == '\\' ? std::string_view("nrtx\\").find(rest()[1]) : std::string_view::npos;
        bytes += escape == std::string_view::npos ? rest()[0] : escape == 3 ? char(integer("0x" + std::string(rest().substr(2, 2))).value_or(0)) : "\n\r\t \\"[escape];
        m_at += escape == std::string_view::npos ? 0 : escape == 3 ? std::min<size_t>(3, rest().size() - 1) : 1;
    }
    ++m_at;
    std::memcpy(m_event.words, bytes.data(), std::min<size_t>(bytes.size(), field.slot == Slot::both_words ? 16 : 8));
}

// One of select's three sets.
void Line::set(int which, Side side)
{
    if (side == Side::asked && takes("NULL"))
        return;
    const auto per_set = size_t(trace::payload::words_per_set(m_event.fd));
    if (side == Side::asked) {
        const std::string_view variable = name();
        m_event.flags &= ~(uint32_t(255) << 8 * which);
        m_event.flags |= uint32_t(variable.empty() ? trace::unnamed_variable : m_builder.variable(m_event.thread, variable)) << 8 * which;
        m_sets[0][which].resize(per_set);
        m_sets[1][which].resize(per_set);
    }
    list("{", "}", [&] {
        const auto fd = size_t(number("descriptor"));
        if (fd / 64 >= per_set)
            wrong("a set has no room for this descriptor: nfds is " + std::to_string(m_event.fd));
        m_sets[side == Side::answered][which][fd / 64] |= uint64_t(1) << fd % 64;
    });
}

// {4:POLLIN, 5:POLLIN|POLLOUT}
void Line::polled(const Field &field)
{
    list("{", "}", [&] {
        const int fd = int(number("descriptor"));
        const auto asked = std::ranges::find_if(m_polled, [&](const trace::Polled &one) { return one.fd == fd && !one.revents; });
        if (field.side == Side::answered && field.type == Type::pollfds && asked == m_polled.end())
            wrong("poll() was not asked about this descriptor");
        expect(":");
        const std::string_view text = word();
        const auto events = int16_t(known(calls::number_of(field.type == Type::told ? Type::epoll_events : Type::poll_events, text), "event"));
        if (field.side == Side::asked)
            m_polled.push_back({fd, events, 0});
        else if (field.type == Type::told)
            m_polled.push_back({fd, 0, events});
        else
            asked->revents = events;
    });
}

// It stands in the event's words, or elsewhere.
void Line::put_payload()
{
    if (m_event.call == Call::poll && m_event.fd != int(m_polled.size()))
        wrong("nfds is " + std::to_string(m_event.fd) + ", and " + std::to_string(m_polled.size()) + " stand there");
    std::vector<uint64_t> words;
    for (const int side : {0, 1}) {
        for (const std::vector<uint64_t> &set : m_sets[side])
            words.insert(words.end(), set.begin(), set.end());
        if (m_left)
            words.push_back(uint64_t(side ? *m_left : m_event.length));
        for (const trace::Polled &one : m_polled)
            if (side || m_event.call == Call::poll)
                words.push_back(trace::word_of({one.fd, one.events, side ? one.revents : int16_t(0)}));
    }
    if (words.size() > 2) {
        m_event.flags |= trace::payload_elsewhere;
        trace::payload::stands_at(m_event, m_builder.words(words), words.size());
    } else {
        std::ranges::copy(words, m_event.words);
    }
}

} // namespace

std::string read(Builder &builder, std::string_view text, int64_t time)
{
    for (int line = 1; !text.empty(); ++line) {
        const std::string_view one = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        try {
            if (const size_t begin = one.find_first_not_of(' '); begin != one.npos && one[begin] != '#')
                Line(builder, one, builder.since() + time).read();
        } catch (const Wrong &wrong) {
            return "line " + std::to_string(line) + ", column " + std::to_string(wrong.column + 1) + ": " + wrong.what + ": " + std::string(one);
        }
    }
    return {};
}

void Builder::lines_from(int64_t time, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    std::string text(size_t(std::vsnprintf(nullptr, 0, format, again)) + 1, ' ');
    va_end(again);
    std::vsnprintf(text.data(), text.size(), format, arguments);
    text.pop_back();
    if (const std::string wrong = read(*this, text, time); !wrong.empty())
        qFatal("%s", wrong.c_str());
}

void Builder::lines(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    lines_from(0, format, arguments);
    va_end(arguments);
}

void Builder::lines_after(int64_t time, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    lines_from(time, format, arguments);
    va_end(arguments);
}

uint16_t Builder::thread_named(std::string_view name)
{
    const auto found = std::ranges::find(m_threads, name, &trace::Thread::name);
    if (found != m_threads.end())
        return uint16_t(found - m_threads.begin());
    const auto is = [&](std::string_view part) { return name.starts_with(part); };
    return thread(std::string(name), is("client") ? Part::client : is("control") ? Part::control : is("notification") ? Part::notification : Part::server);
}

uint16_t Builder::variable(uint16_t thread, std::string_view name)
{
    std::vector<std::string> &all = m_threads[thread].variables;
    const auto found = std::ranges::find(all, name);
    if (found != all.end())
        return uint16_t(found - all.begin());
    all.emplace_back(name);
    told(thread);
    return uint16_t(all.size() - 1);
}

} // namespace recording
