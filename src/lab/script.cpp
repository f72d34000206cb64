// SPDX-License-Identifier: MIT
#include "calls/keys.h"
#include "calls/schema.h"
#include "lab/script.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace lab {
namespace {

constexpr int most_clients = 2000, most_programs = 100;
constexpr int first_descriptor = 3; // 0, 1 and 2 are not the server's own
constexpr int64_t most_bytes = int64_t(1) << 30, most_pause = 3'600'000'000'000;

struct Fault {
    ScriptProblem::What what;
    std::string word;
    bench::Wrong wrong{};
};

// The words of one line; a text in quotes is one word that begins with the quote. A statement of C has its own escapes: only \" is ours.
std::vector<std::string> words_of(std::string_view line)
{
    std::vector<std::string> words;
    const auto in_c = [&words] { return words.size() == 1 && (words[0] == "bench" || words[0] == "refused"); };
    size_t i = 0;
    while (i < line.size()) {
        if (line[i] == ' ' || line[i] == '\t' || line[i] == '\r') {
            ++i;
        } else if (line[i] == '#') {
            break;
        } else if (line[i] == '"') {
            std::string word = "\"";
            for (++i; i < line.size() && line[i] != '"'; ++i) {
                if (line[i] == '\\' && i + 1 < line.size() && in_c()) {
                    word += line[i + 1] == '"' ? "\"" : line.substr(i, 2);
                    ++i;
                } else if (line[i] == '\\' && i + 1 < line.size()) {
                    ++i;
                    word += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
                } else {
                    word += line[i];
                }
            }
            if (i == line.size())
                throw Fault{ScriptProblem::open_quote, word};
            ++i;
            words.push_back(word);
        } else {
            const size_t end = line.find_first_of(" \t\r#\"", i);
            words.emplace_back(line.substr(i, end - i));
            i = end == line.npos ? line.size() : end;
        }
    }
    return words;
}

// Reads the words of a line one after the other.
class Reader {
public:
    explicit Reader(std::vector<std::string> words) : m_words(std::move(words)) {}

    bool more() const { return m_next < m_words.size(); }
    std::string next()
    {
        if (!more())
            throw Fault{ScriptProblem::missing_word, m_words.empty() ? "" : m_words.back()};
        return m_words[m_next++];
    }
    bool accept(std::string_view word)
    {
        if (!more() || m_words[m_next] != word)
            return false;
        ++m_next;
        return true;
    }
    bool number_next() const { return more() && m_words[m_next][0] >= '0' && m_words[m_next][0] <= '9'; }
    int64_t number(int64_t least, int64_t most)
    {
        const std::string word = next();
        return number(word, word, least, most);
    }
    // One client, or a range: 3, 1..500.
    void clients(Action &action)
    {
        const std::string word = next();
        const size_t dots = word.find("..");
        action.first = int(number(std::string_view(word).substr(0, dots), word, 1, most_clients));
        action.last = dots == word.npos ? action.first
                                        : int(number(std::string_view(word).substr(dots + 2), word, action.first, most_clients));
    }
    void end() const
    {
        if (more())
            throw Fault{ScriptProblem::extra_word, m_words[m_next]};
    }

private:
    static int64_t number(std::string_view digits, const std::string &word, int64_t least, int64_t most)
    {
        int64_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size() || value < least || value > most)
            throw Fault{ScriptProblem::bad_number, word};
        return value;
    }

    std::vector<std::string> m_words;
    size_t m_next = 0;
};

// "…": a text.
std::string parse_text(Reader &words)
{
    const std::string text = words.next();
    if (text[0] != '"')
        throw Fault{ScriptProblem::no_text, text};
    return text.substr(1);
}

trace::Call parse_blocked_in(Reader &words, const std::string &before)
{
    if (!words.accept("in"))
        throw Fault{ScriptProblem::missing_word, before};
    const std::string call = words.next();
    const trace::Call named = calls::named(call);
    if (named == trace::Call::count_ || !calls::is_call(named))
        throw Fault{ScriptProblem::unknown_call, call};
    return named;
}

// type "…", type end, type interrupt
void parse_type(Reader &words, Action &action)
{
    action.kind = Action::type;
    if (words.accept("end"))
        action.kind = Action::type_end;
    else if (words.accept("interrupt"))
        action.text = calls::interrupt_key;
    else
        action.text = parse_text(words);
}

// close descriptor 5; close terminal, program 2 close terminal
void parse_close(Reader &words, Action &action)
{
    action.kind = Action::close_descriptor;
    const std::string what = words.next();
    if (what == "terminal") {
        action.kind = Action::hang_up;
        action.first = std::max(action.first, 1);
    } else if (what == "descriptor" && !action.first) {
        action.count = words.number(first_descriptor, INT32_MAX);
    } else {
        throw Fault{ScriptProblem::unknown_action, "close " + what};
    }
}

// program 2 NAME, program 2 type "…", program 2 close terminal
void parse_program(Reader &words, Action &action)
{
    action.first = int(words.number(1, most_programs));
    const std::string what = words.next();
    if (what == "type")
        return parse_type(words, action);
    if (what == "close")
        return parse_close(words, action);
    const servers::Server *named = what[0] == '"' ? nullptr : servers::named(what);
    if (!named || !named->serve)
        throw Fault{ScriptProblem::no_program, what};
    action.kind = Action::add_program;
    action.text = what;
}

// wait program 2 …; without a number: the first
void parse_wait_program(Reader &words, Action &action)
{
    action.first = words.number_next() ? int(words.number(1, most_programs)) : 1;
    const std::string condition = words.next();
    if (condition == "blocked") {
        action.kind = Action::wait_program_asleep;
        action.call = parse_blocked_in(words, condition);
    } else if (condition == "shows") {
        action.kind = Action::wait_shows;
        action.text = parse_text(words);
    } else if (condition == "ended") {
        action.kind = Action::wait_over;
    } else {
        throw Fault{ScriptProblem::unknown_condition, condition};
    }
}

void parse_bytes(Reader &words, Action &action)
{
    action.count = words.number(1, most_bytes);
    if (!words.accept("bytes"))
        words.accept("byte");
}

void parse_client(Reader &words, Action &action)
{
    words.clients(action);
    const std::string verb = words.next();
    if (verb == "connect") {
        action.kind = Action::connect;
    } else if (verb == "send") {
        const bool urgent = words.accept("urgent");
        action.kind = urgent ? Action::send_urgent : Action::send;
        const std::string what = words.next();
        if (urgent && (what[0] != '"' || what.size() == 1))
            throw Fault{ScriptProblem::no_text, what};
        if (what[0] == '"') {
            action.text = what.substr(1);
        } else {
            Reader again({what});
            action.count = again.number(0, most_bytes);
            if (!words.accept("bytes") && !words.accept("byte"))
                throw Fault{words.more() ? ScriptProblem::bad_unit : ScriptProblem::missing_word, what};
        }
    } else if (verb == "receive") {
        action.kind = words.accept("urgent") ? Action::receive_urgent : Action::receive;
        if (action.kind == Action::receive && words.more())
            parse_bytes(words, action);
    } else if (verb == "shutdown") {
        action.kind = Action::shutdown;
    } else if (verb == "close") {
        action.kind = Action::close;
    } else if (verb == "reset") {
        action.kind = Action::reset;
    } else {
        throw Fault{ScriptProblem::unknown_action, verb};
    }
}

// A statement of C, which must be one; whether it can be run is known only then.
void parse_statement(Reader &words, Action &action)
{
    action.text = parse_text(words);
    auto parsed = bench::parse(action.text);
    if (auto *wrong = std::get_if<bench::Wrong>(&parsed))
        throw Fault{ScriptProblem::no_statement, action.text, *std::move(wrong)};
    if (std::get<bench::Statement>(parsed).parts.empty())
        throw Fault{ScriptProblem::no_text, action.text};
}

// bench "…", bench in program 2, bench in server, bench type "…"
void parse_bench(Reader &words, Action &action)
{
    if (words.accept("in")) {
        action.kind = Action::sit_in;
        action.first = 1;
        if (words.accept("program"))
            action.first = int(words.number(1, most_programs));
        else if (const std::string whom = words.next(); whom != "server")
            throw Fault{ScriptProblem::unknown_action, "bench in " + whom};
    } else if (words.accept("type")) {
        parse_type(words, action);
        action.kind = action.kind == Action::type ? Action::bench_type : Action::bench_type_end;
    } else {
        action.kind = Action::give;
        parse_statement(words, action);
    }
}

void parse_wait_bench(Reader &words, Action &action)
{
    const std::string condition = words.next();
    action.kind = Action::wait_bench_idle;
    if (condition == "blocked") {
        action.kind = Action::wait_bench_asleep;
        action.call = parse_blocked_in(words, condition);
    } else if (condition != "idle") {
        throw Fault{ScriptProblem::unknown_condition, condition};
    }
}

void parse_wait(Reader &words, Action &action)
{
    const std::string whom = words.next();
    if (whom == "server") {
        const std::string condition = words.next();
        if (condition == "blocked") {
            action.kind = Action::wait_asleep;
            action.call = parse_blocked_in(words, condition);
        } else if (condition == "held") {
            action.kind = Action::wait_held;
        } else if (condition == "accepted") {
            action.kind = Action::wait_accepted;
            action.count = words.number(1, INT32_MAX);
        } else if (condition == "handlers") {
            action.kind = Action::wait_signals;
            action.count = words.number(1, INT32_MAX);
        } else {
            throw Fault{ScriptProblem::unknown_condition, condition};
        }
    } else if (whom == "client") {
        words.clients(action);
        const std::string condition = words.next();
        if (condition == "received") {
            action.kind = Action::wait_received;
            parse_bytes(words, action);
        } else if (condition == "closed") {
            action.kind = Action::wait_closed;
        } else {
            throw Fault{ScriptProblem::unknown_condition, condition};
        }
    } else if (whom == "program") {
        parse_wait_program(words, action);
    } else if (whom == "bench") {
        parse_wait_bench(words, action);
    } else {
        throw Fault{ScriptProblem::unknown_condition, whom};
    }
}

void parse_server(Reader &words, Action &action)
{
    const std::string verb = words.next();
    if (verb != "holds" && verb != "takes")
        throw Fault{ScriptProblem::unknown_action, verb};
    action.kind = verb == "holds" ? Action::hold_signals : Action::take_signals;
    if (!words.accept("signals"))
        throw Fault{words.more() ? ScriptProblem::unknown_action : ScriptProblem::missing_word,
                    words.more() ? words.next() : verb};
}

// In ns: 200 ms, 200ms, 2 s.
int64_t parse_duration(Reader &words)
{
    std::string number = words.next(), unit;
    const size_t digits = number.find_first_not_of("0123456789");
    if (digits == 0 || digits == number.npos) {
        unit = words.next();
    } else { // 200ms
        unit = number.substr(digits);
        number.resize(digits);
    }
    const int64_t ns = unit == "ms" ? 1'000'000 : unit == "s" ? 1'000'000'000 : 0;
    if (!ns)
        throw Fault{ScriptProblem::bad_unit, unit};
    Reader again({number});
    return again.number(0, most_pause / ns) * ns;
}

// What is done to the server: interrupt server; or to another program, or the bench: interrupt program 2, interrupt bench.
Action to_server(Action::Kind kind, const std::string &verb, Reader &words, int line)
{
    if (kind == Action::interrupt && words.accept("program"))
        return {.kind = Action::interrupt_program, .line = line, .first = int(words.number(1, most_programs))};
    if (kind == Action::interrupt && words.accept("bench"))
        return {.kind = Action::interrupt_bench, .line = line};
    if (const std::string whom = words.next(); whom != "server")
        throw Fault{ScriptProblem::unknown_action, verb + " " + whom};
    return {.kind = kind, .line = line};
}

void parse_chapter(Reader &words, Action &action)
{
    action.kind = Action::chapter;
    const std::string title = words.next();
    if (title[0] != '"' || title.size() == 1)
        throw Fault{ScriptProblem::no_text, title};
    action.titles = {{"", title.substr(1)}};
}

// What the run is to be begun with; true if the line says such a thing.
bool parse_wish(Reader &words, Script &script)
{
    if (!words.accept("with"))
        return false;
    Wishes &wishes = script.wishes;
    const auto duration = [&] { return std::chrono::microseconds(parse_duration(words) / 1000); };
    if (words.accept("timeout")) {
        wishes.timeout = duration();
    } else if (words.accept("pause")) {
        wishes.pause = duration();
    } else if (words.accept("send-buffer")) {
        wishes.send_buffer = int(words.number(1, most_bytes));
        if (!words.accept("bytes"))
            words.accept("byte");
    } else if (words.accept("free")) {
        if (!words.accept("descriptors"))
            throw Fault{words.more() ? ScriptProblem::unknown_action : ScriptProblem::missing_word, words.more() ? words.next() : "free"};
        wishes.free_descriptors = int(words.number(1, 1000));
    } else if (words.accept("stdin")) {
        if (!words.accept("pipe"))
            throw Fault{words.more() ? ScriptProblem::unknown_action : ScriptProblem::missing_word, words.more() ? words.next() : "stdin"};
        wishes.stdin_pipe = true;
    } else if (words.accept("edge")) {
        wishes.edge_triggered = true;
    } else if (words.accept("notify")) {
        const std::string how = words.next();
        wishes.notify = servers::notify_named(how);
        if (!wishes.notify)
            throw Fault{ScriptProblem::unknown_action, "with notify " + how};
    } else {
        for (const char *word : {"queued", "signals"})
            if (!words.accept(word))
                throw Fault{ScriptProblem::unknown_action, words.next()};
        wishes.queued_signals = true;
    }
    words.end();
    return true;
}

Action parse_line(Reader words, int line)
{
    Action action;
    action.line = line;
    const std::string verb = words.next();
    if (verb == "client")
        parse_client(words, action);
    else if (verb == "wait")
        parse_wait(words, action);
    else if (verb == "program")
        parse_program(words, action);
    else if (verb == "type")
        action.first = 1, parse_type(words, action);
    else if (verb == "bench")
        parse_bench(words, action);
    else if (verb == "refused")
        action.kind = Action::give_refused, parse_statement(words, action);
    else if (verb == "server")
        parse_server(words, action);
    else if (verb == "pause")
        action = {.kind = Action::pause, .line = line, .count = parse_duration(words)};
    else if (verb == "interrupt")
        action = to_server(Action::interrupt, verb, words, line);
    else if (verb == "hold")
        action = to_server(Action::hold, verb, words, line);
    else if (verb == "release")
        action = to_server(Action::release, verb, words, line);
    else if (verb == "close")
        parse_close(words, action);
    else if (verb == "chapter")
        parse_chapter(words, action);
    else if (verb == "stop")
        action.kind = Action::stop;
    else
        throw Fault{ScriptProblem::unknown_action, verb};
    words.end();
    return action;
}

} // namespace

std::variant<Script, ScriptProblem> parse(std::string_view text)
{
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf"; // some editors begin a file with it
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    Script script;
    int line = 0;
    while (!text.empty()) {
        ++line;
        const size_t end = text.find('\n');
        const std::string_view this_line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        try {
            auto words = words_of(this_line);
            if (words.empty())
                continue;
            Reader reader(std::move(words));
            if (!parse_wish(reader, script))
                script.actions.push_back(parse_line(std::move(reader), line));
        } catch (const Fault &fault) {
            return ScriptProblem{fault.what, line, fault.word, 0, fault.wrong};
        }
    }
    return script;
}

} // namespace lab
