// SPDX-License-Identifier: MIT
// Whatever is typed, nothing outside the bench's variables is touched: under the address sanitizer.
#include "bench/machine.h"
#include "room.h"

#include "posix/context.h"

#include <QRegularExpression>

#include <random>
#include <thread>

using namespace bench;

namespace {

constexpr int inputs = 100'000;

// Words of the language and what is near them, put together at random: some of it parses, and runs.
class Noise {
public:
    explicit Noise(unsigned seed) : m_random(seed)
    {
        for (const KnownCall &call : known_calls())
            m_words.emplace_back(call.name);
        for (const std::string_view name : constant_names())
            m_words.emplace_back(name);
        for (const char *word : {"n", "s", "buffer", "readfds", "tv", "fds", "addr", "ends", "len", "ev", "mask", "act", "r", "list", "int", "char", "struct timeval",
                                 "struct pollfd", "struct sockaddr_in", "fd_set", "sizeof", "htons", "0", "1", "3", "4", "17", "1024", "4096", "4097", "2000",
                                 "-1", "0x7fffffff", "4294967295", "\"abc\"", "\"", "'a'", "(", ")", "[", "]", "{", "}", ",", ";", "=", "&", "|", "+", "-", "~",
                                 ".", "tv_sec", "revents", "aio_nbytes", "aio_buf", "aio_fildes", "//", "/*", "*/", "#", "\\", "\xff", "@"})
            m_words.emplace_back(word);
    }
    size_t below(size_t bound) { return std::uniform_int_distribution<size_t>(0, bound - 1)(m_random); }
    std::string words()
    {
        std::string text;
        for (size_t i = below(14) + 1; i > 0; --i)
            text += m_words[below(m_words.size())] + (below(3) ? " " : "");
        return text;
    }
    // A call with about the right arguments, at its right places.
    std::string call()
    {
        const KnownCall &call = known_calls()[below(known_calls().size())];
        std::string text = (below(2) ? "n = " : "") + std::string(call.name) + "(";
        for (size_t i = 0; i < call.arity(); ++i)
            text += (i ? ", " : "") + argument(call.parameters[i].is);
        return text + (below(20) ? ");" : ");;");
    }
    std::string bytes()
    {
        std::string text(below(60), ' ');
        for (char &c : text)
            c = char(below(256));
        return text;
    }
    std::string changed(std::string text)
    {
        for (size_t i = below(3); i > 0 && !text.empty(); --i)
            below(2) ? text.erase(below(text.size()), 1) : text.insert(below(text.size()), 1, char(below(128)));
        return text;
    }

private:
    std::string one_of(std::initializer_list<const char *> all) { return *(all.begin() + below(all.size())); }
    std::string argument(Param is)
    {
        if (below(12) == 0)
            return words();
        switch (is) {
        case Param::number: return below(2) ? m_words[below(m_words.size())] : one_of({"0", "3", "4", "s", "n", "AF_INET", "SOCK_STREAM", "1", "65", "1023"});
        case Param::size: return one_of({"0", "1", "4", "16", "128", "sizeof buffer", "sizeof n", "sizeof addr", "4096", "100000", "-1", "2147483647"});
        case Param::in:
        case Param::out: return one_of({"buffer", "b", "\"text\"", "n", "&n", "buffer2"});
        case Param::set: return one_of({"&readfds", "&writefds", "NULL", "&n", "readfds"});
        case Param::pollfds: return one_of({"fds", "&fds", "&fds[1]", "&fds[9]", "NULL", "tv"});
        case Param::events: return one_of({"ev", "&ev[1]", "&ev[99]"});
        case Param::pair: return one_of({"ends", "n", "fds"});
        case Param::request: return one_of({"&r", "&r2", "r", "NULL"});
        case Param::requests: return one_of({"list", "&list", "r"});
        case Param::null: return "NULL";
        default: return one_of({"&n", "&len", "&tv", "&addr", "&mask", "&act", "&ev", "&buffer", "&lin", "NULL", "&ends"});
        }
    }
    std::mt19937 m_random;
    std::vector<std::string> m_words;
};

bool never_sleeps(calls::Call call)
{
    return !calls::has(call, calls::waits);
}

} // namespace

class FuzzTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void a_hundred_thousand_inputs()
    {
        size_t executed = 0, refused = 0;
        std::thread thread([&] {
            if (posix::own_descriptor_table())
                qFatal("no table");
            Noise noise(7);
            std::unique_ptr<Machine> machine;
            for (int i = 0; i < inputs; ++i) {
                if (i % 500 == 0) {
                    posix::own_descriptor_table(); // what has been opened goes
                    machine = std::make_unique<Machine>(false, never_sleeps);
                    for (const char *line : {"tv = {0, 1000};", "fds = {{0, POLLIN}, {4, POLLOUT}};", "addr = {AF_INET, 0, htonl(INADDR_LOOPBACK)};",
                                             "mask = {SIGIO};", "act = {count, SA_RESTART};", "struct epoll_event ev[3];", "lin = {1, 0};", "r.aio_buf = buffer;", "r.aio_nbytes = 100;", "r.aio_fildes = 3;", "list = {&r, &r2};"})
                        machine->execute(std::get<Statement>(parse(line)), 1);
                }
                const size_t way = noise.below(10);
                const std::string text = way < 3 ? noise.words() : way < 4 ? noise.bytes() : way < 7 ? noise.call() : noise.changed(noise.call());
                auto parsed = parse(text);
                if (const auto *wrong = std::get_if<Wrong>(&parsed)) {
                    ++refused;
                    if (wrong->column < 1 || size_t(wrong->column) > text.size() + 1)
                        qFatal("column %d of %s", wrong->column, text.c_str());
                    continue;
                }
                const auto outcome = machine->execute(std::get<Statement>(parsed), 1 + i % 60'000);
                if (std::holds_alternative<Wrong>(outcome))
                    ++refused;
                else
                    ++executed;
            }
        });
        thread.join();
        QVERIFY2(executed > 2'000 && refused > 20'000, qPrintable(QStringLiteral("%1 executed, %2 refused").arg(executed).arg(refused)));
    }

    // Braces within braces, signs before signs: as deep as anybody likes.
    void nested_deeply()
    {
        for (const char *one : {"(", "{", "-", "~", "&", "a[", "f(", "sizeof ", "(struct sockaddr *)"}) {
            std::string text = "n = ";
            while (text.size() < 3'900)
                text += one;
            QVERIFY2(std::holds_alternative<Wrong>(parse(text)), one);
        }
        std::string sum = "n = 1";
        while (sum.size() < 3'900)
            sum += "+1";
        QVERIFY(std::holds_alternative<Wrong>(parse(sum)));
        QCOMPARE(std::get<Wrong>(parse(std::string(100'000, 'x'))).what, Wrong::too_long);
    }
};

ROOM_TEST(FuzzTest)
#include "fuzz_test.moc"
