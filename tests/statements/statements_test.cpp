// SPDX-License-Identifier: MIT
// What a statement is, what it does, and why one cannot be run: at which column, and what was expected.
#include "bench/machine.h"
#include "posix/context.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>
#include <fcntl.h>
#include <thread>

using namespace bench;
using namespace std::chrono_literals;

namespace {

// Executes one after the other in a machine of the calling thread, with a table of its own; the outcome of the last.
class Table {
public:
    std::variant<Outcome, Wrong> run(const std::vector<std::string> &lines)
    {
        std::variant<Outcome, Wrong> last;
        std::thread thread([&] {
            if (posix::own_descriptor_table())
                qFatal("no table");
            Machine machine;
            for (size_t i = 0; i < lines.size(); ++i) {
                auto parsed = parse(lines[i]);
                if (const auto *wrong = std::get_if<Wrong>(&parsed))
                    last = *wrong;
                else
                    last = machine.execute(std::get<Statement>(parsed), int(i) + 1);
                if (std::holds_alternative<Wrong>(last))
                    return;
            }
        });
        thread.join();
        return last;
    }
};

QString wrong(const std::variant<Outcome, Wrong> &result)
{
    const auto *found = std::get_if<Wrong>(&result);
    return found ? QStringLiteral("%1 at %2, %3").arg(int(found->what)).arg(found->column).arg(QString::fromStdString(found->word)) : QStringLiteral("nothing");
}

} // namespace

class StatementsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_cannot_be_run_is_told_with_its_column_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name, const QStringList &lines, Wrong::What what, int column) {
            QTest::newRow(name) << lines << int(what) << column;
        };
        row("a call that is none", {"s = sockt(AF_INET, SOCK_STREAM, 0);"}, Wrong::unknown_call, 5);
        row("no closing bracket", {"close(3"}, Wrong::expected, 8);
        row("no value", {"n = ;"}, Wrong::value_expected, 5);
        row("no value after an operator", {"n = 1 | ;"}, Wrong::value_expected, 9);
        row("an open text", {"write(1, \"abc, 3);"}, Wrong::open_text, 10);
        row("an escape", {"write(1, \"\\q\", 1);"}, Wrong::bad_escape, 11);
        row("a number", {"n = 12ab;"}, Wrong::bad_number, 5);
        row("a character", {"n = 4 @ 5;"}, Wrong::expected, 7);
        row("two statements", {"n = 4; m = 5;"}, Wrong::two_statements, 8);
        row("a declaration, and a statement", {"int a[3]; a[2] = 1;"}, Wrong::two_statements, 11);
        row("a condition", {"if (n) close(3);"}, Wrong::no_program, 1);
        row("a loop", {"while (1);"}, Wrong::no_program, 1);
        row("a function's end", {"return 0;"}, Wrong::no_program, 1);
        row("a function", {"int main() {"}, Wrong::no_program, 5);
        row("errno", {"errno;"}, Wrong::reads_errno, 1);
        row("a quotient", {"x = 1/0;"}, Wrong::unknown_operator, 6);
        row("a shift", {"x = 1 << 3;"}, Wrong::unknown_operator, 7);
        row("a product", {"x = (1+2)*3;"}, Wrong::unknown_operator, 10);
        row("a call compared", {"n = recv(3, b, 10, 0) < 0;"}, Wrong::unknown_operator, 23);
        row("equal to", {"n = 4;", "n == 4;"}, Wrong::unknown_operator, 3);
        row("no pointer is followed", {"n = *p;"}, Wrong::unknown_operator, 5);
        row("a large number", {"x = 99999999999;"}, Wrong::large_number, 5);
        row("a sum that no int holds", {"x = 2147483647 + 1;"}, Wrong::large_number, 16);
        row("larger than any", {"x = 99999999999999999999999;"}, Wrong::large_number, 5);
        row("two characters", {"c = 'ab';"}, Wrong::no_character, 5);
        row("a letter of two bytes", {QStringLiteral("c = 'é';")}, Wrong::no_character, 5);
        row("an open character", {"c = 'a;"}, Wrong::open_text, 5);
        row("a name of a call", {"socket = 4;"}, Wrong::reserved, 1);
        row("too few arguments", {"s = socket(AF_INET, SOCK_STREAM);"}, Wrong::wrong_count, 5);
        row("no variable", {"n = m + 1;"}, Wrong::unknown_name, 5);
        row("no set", {"n = 4;", "FD_ZERO(&n);"}, Wrong::other_kind, 10);
        row("a set without &", {"FD_ZERO(readfds);"}, Wrong::wrong_kind, 9);
        row("outside a set", {"FD_SET(2000, &readfds);"}, Wrong::outside_set, 8);
        row("below a set", {"n = -1;", "FD_SET(n, &readfds);"}, Wrong::outside_set, 8);
        row("select beyond its sets", {"select(1025, NULL, NULL, NULL, NULL);"}, Wrong::outside_set, 8);
        row("beyond a buffer", {"char b[10];", "read(0, b, 11);"}, Wrong::outside_array, 12);
        row("beyond a text", {"write(1, \"abc\", 5);"}, Wrong::outside_array, 17);
        row("a negative size", {"read(0, b, -1);"}, Wrong::outside_array, 12);
        row("beyond an array", {"int a[2];", "a[2] = 4;"}, Wrong::no_place, 1);
        row("beyond a list", {"struct aiocb r;", "list = {&r};", "list[3];"}, Wrong::no_place, 1);
        row("beyond a buffer, without a call", {"char b[4];", "n = b[9];"}, Wrong::no_place, 5);
        row("a text that is too long", {"char s[4] = \"hello\";"}, Wrong::no_room, 13);
        row("too many values", {"int a[2] = {1, 2, 3};"}, Wrong::no_room, 12);
        row("too much for a time", {"struct timeval tv = {1, 2, 3};"}, Wrong::other_values, 21);
        row("more than there are", {"fds = {{0, POLLIN}};", "poll(fds, 2, 0);"}, Wrong::outside_array, 11);
        row("an option's size", {"on = 1;", "setsockopt(3, SOL_SOCKET, SO_KEEPALIVE, &on, 8);"}, Wrong::outside_array, 46);
        row("a length that is a lie", {"len = 17;", "getsockname(3, &addr, &len);"}, Wrong::outside_array, 23);
        row("another address", {"addr = {AF_INET, htons(80), htonl(0x08080808)};", "connect(3, &addr, sizeof addr);"}, Wrong::other_address, 12);
        row("any address", {"addr = {AF_INET, htons(80), htonl(INADDR_ANY)};", "bind(3, &addr, sizeof addr);"}, Wrong::other_address, 9);
        row("htonl() forgotten", {"addr = {AF_INET, htons(80), INADDR_LOOPBACK};", "bind(3, &addr, sizeof addr);"}, Wrong::host_order, 9);
        row("another family", {"addr = {AF_UNIX, 1, 2};", "bind(3, &addr, sizeof addr);"}, Wrong::other_address, 9);
        row("another process", {"fcntl(0, F_SETOWN, 1);"}, Wrong::other_process, 20);
        row("another signal", {"fcntl(0, F_SETSIG, SIGKILL);"}, Wrong::other_signal, 20);
        row("another command", {"ioctl(0, 0x5412, &n);"}, Wrong::other_command, 10);
        row("another domain", {"s = socket(16, SOCK_RAW, 0);"}, Wrong::other_domain, 12);
        row("much memory", {"char b[2000000000];"}, Wrong::too_large, 6);
        row("a request without a buffer", {"struct aiocb r;", "aio_read(&r);"}, Wrong::no_buffer, 10);
        row("a request for more than its buffer", {"struct aiocb r;", "char b[4];", "r.aio_buf = b;", "r.aio_nbytes = 5;", "aio_read(&r);"}, Wrong::outside_array, 10);
        row("the stream of the C library", {"stdin = 4;"}, Wrong::reserved, 1);
        row("another stream", {"char line[80];", "fgets(line, 80, line);"}, Wrong::expected, 17);
        row("a line beyond its array", {"char line[80];", "fgets(line, 81, stdin);"}, Wrong::outside_array, 13);
        row("another type", {"int n;", "char n[4];"}, Wrong::other_kind, 6);
    }
    void what_cannot_be_run_is_told_with_its_column()
    {
        QFETCH(QStringList, lines);
        QFETCH(int, what);
        QFETCH(int, column);
        std::vector<std::string> all;
        for (const QString &line : lines)
            all.push_back(line.toStdString());
        const auto result = Table().run(all);
        const auto *found = std::get_if<Wrong>(&result);
        QVERIFY2(found && int(found->what) == what && found->column == column, qPrintable(wrong(result)));
    }

    void near_names_are_proposed()
    {
        const auto result = Table().run({"s = sockt(AF_INET, SOCK_STREAM, 0);"});
        QVERIFY(!std::get<Wrong>(result).nearest.empty());
        QCOMPARE(std::get<Wrong>(result).nearest.front(), std::string("socket"));
        const auto constant = Table().run({"s = socket(AF_INETT, SOCK_STREAM, 0);"});
        QCOMPARE(std::get<Wrong>(constant).nearest.front(), std::string("AF_INET"));
    }

    void what_is_not_near_is_not_proposed()
    {
        QVERIFY(std::get<Wrong>(Table().run({"kill(getpid(), 9);"})).nearest.empty());
        QCOMPARE(std::get<Wrong>(Table().run({"n = rcev(3, b, 10, 0);"})).nearest.front(), std::string("recv")); // two letters in each other's place
    }

    void a_refused_address_is_told_as_it_was_read()
    {
        QCOMPARE(std::get<Wrong>(Table().run({"addr = {AF_INET, 4000, INADDR_LOOPBACK};", "bind(3, &addr, sizeof addr);"})).word, std::string("1.0.0.127"));
    }

    void a_variable_alone_is_shown_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a text") << QStringList{"char b[10] = \"abc\";", "b;"} << "\"abc\"";
        QTest::newRow("a set") << QStringList{"FD_SET(4, &readfds);", "readfds"} << "{4}";
        QTest::newRow("a time") << QStringList{"struct timeval tv = {1, 5};", "tv;"} << "{1, 5}";
    }
    void a_variable_alone_is_shown()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, shown);
        std::vector<std::string> all;
        for (const QString &line : lines)
            all.push_back(line.toStdString());
        const auto result = Table().run(all);
        QVERIFY2(std::holds_alternative<Outcome>(result), qPrintable(wrong(result)));
        QCOMPARE(std::get<Outcome>(result).shown, shown.toStdString());
    }

    void values_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("value");
        QTest::newRow("arithmetic") << QStringList{"n = 2 + 3 - 1;"} << 4;
        QTest::newRow("bits") << QStringList{"f = O_RDWR | O_NONBLOCK;", "n = f & ~O_NONBLOCK;"} << O_RDWR;
        QTest::newRow("hexadecimal") << QStringList{"n = 0x1f;"} << 31;
        QTest::newRow("octal, a character") << QStringList{"n = 010 + '\\n';"} << 18;
        QTest::newRow("suffixes") << QStringList{"n = 5u + 0x10L;"} << 21;
        QTest::newRow("an assignment's value is what is held then") << QStringList{"int n;", "n = 4294967295;"} << -1;
        QTest::newRow("sizeof") << QStringList{"char b[7];", "n = sizeof b + sizeof(struct timeval);"} << 23;
        QTest::newRow("members") << QStringList{"struct timeval tv;", "tv.tv_usec = 5;", "n = tv.tv_usec + 1;"} << 6;
        QTest::newRow("arrays") << QStringList{"int a[3] = {4, 5};", "a[2] = a[1];", "n = a[0] + a[2];"} << 9;
        QTest::newRow("declared several") << QStringList{"int a = 1, b = 2;", "n = a + b"} << 3;
        QTest::newRow("a call's value") << QStringList{"n = socket(AF_INET, SOCK_STREAM, 0); // 3"} << 3;
        QTest::newRow("a cast") << QStringList{"addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)};", "s = socket(AF_INET, SOCK_STREAM, 0);",
                                               "n = bind(s, (struct sockaddr *)&addr, sizeof(struct sockaddr_in));"} << 0;
        QTest::newRow("a bit") << QStringList{"FD_SET(9, &s);", "t = s;", "n = FD_ISSET(9, &t) + FD_ISSET(8, &t)", "n = FD_ISSET(9, &t)"} << 1;
    }
    void values()
    {
        QFETCH(QStringList, lines);
        QFETCH(int, value);
        std::vector<std::string> all;
        for (const QString &line : lines)
            if (!line.contains("+ FD_ISSET")) // a call is no part of a sum
                all.push_back(line.toStdString());
        const auto result = Table().run(all);
        QVERIFY2(std::holds_alternative<Outcome>(result), qPrintable(wrong(result)));
        QCOMPARE(std::get<Outcome>(result).value, std::optional<int64_t>(value));
    }

    void comments_and_nothing()
    {
        for (const char *line : {"", "   ", "// close(3);", "# close(3);", "/* close(3); */", ";"}) {
            const auto parsed = parse(line);
            QVERIFY2(std::holds_alternative<Statement>(parsed) && std::get<Statement>(parsed).parts.empty(), line);
        }
    }
};

ROOM_TEST(StatementsTest)
#include "statements_test.moc"
