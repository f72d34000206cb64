// SPDX-License-Identifier: MIT
// Every name has its number, both ways.
#include "calls/names.h"
#include "room.h"


#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <set>
#include <sys/epoll.h>
#include <sys/socket.h>

using namespace calls;

class NamesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void there_and_back();
    void one_name_one_number();
    void joined_bits();
    void options_have_levels();
    void signals_and_errors();
    void numbers_without_a_name();
    void bytes_as_in_c();
};

namespace {

std::vector<Type> named_types()
{
    std::vector<Type> all;
    for (int type = 0; type <= int(Type::told); ++type)
        if (!constants(Type(type)).empty())
            all.push_back(Type(type));
    return all;
}

} // namespace

void NamesTest::there_and_back()
{
    QVERIFY(named_types().size() > 15);
    for (const Type type : named_types())
        for (const Constant &constant : constants(type)) {
            QCOMPARE(number_of(type, constant.name, constant.level), std::optional(constant.value));
            const std::string name = name_of(type, constant.value, constant.level);
            QVERIFY2(number_of(type, name, constant.level) == constant.value, name.c_str());
            if (type != Type::status_flags) // which has an access mode as well
                QCOMPARE(name, std::string(constant.name));
        }
}

void NamesTest::one_name_one_number()
{
    for (const Type type : named_types()) {
        std::set<std::string_view> names;
        std::set<std::pair<int64_t, int64_t>> values;
        for (const Constant &constant : constants(type)) {
            QVERIFY2(names.insert(constant.name).second, constant.name.data());
            QVERIFY2(values.insert({constant.level, constant.value}).second, constant.name.data());
        }
    }
}

void NamesTest::joined_bits()
{
    QCOMPARE(name_of(Type::epoll_events, EPOLLIN | EPOLLET), std::string("EPOLLIN|EPOLLET"));
    QCOMPARE(name_of(Type::epoll_events, 0), std::string("0"));
    QCOMPARE(name_of(Type::status_flags, O_RDWR | O_NONBLOCK), std::string("O_RDWR|O_NONBLOCK"));
    QCOMPARE(name_of(Type::socket_type, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC), std::string("SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC"));
    QCOMPARE(name_of(Type::message_flags, MSG_OOB | 0x1000), std::string("MSG_OOB|0x1000"));
    QCOMPARE(number_of(Type::message_flags, "MSG_OOB|0x1000"), std::optional<int64_t>(MSG_OOB | 0x1000));
    QCOMPARE(number_of(Type::status_flags, "O_NONBLOCK|O_ASYNC"), std::optional<int64_t>(O_NONBLOCK | O_ASYNC));
    QCOMPARE(number_of(Type::message_flags, "MSG_OOB|MSG_NONSENSE"), std::optional<int64_t>());
    QCOMPARE(number_of(Type::message_flags, ""), std::optional<int64_t>());
}

void NamesTest::options_have_levels()
{
    QCOMPARE(name_of(Type::option, SO_LINGER, SOL_SOCKET), std::string("SO_LINGER"));
    QCOMPARE(name_of(Type::option, TCP_CONGESTION, IPPROTO_TCP), std::string("TCP_CONGESTION")); // the same number
    QCOMPARE(name_of(Type::option, SO_LINGER, IPPROTO_IPV6), std::string("13"));
    QCOMPARE(number_of(Type::option, "TCP_NODELAY", IPPROTO_TCP), std::optional<int64_t>(TCP_NODELAY));
    QCOMPARE(number_of(Type::option, "TCP_NODELAY", SOL_SOCKET), std::optional<int64_t>());
}

void NamesTest::signals_and_errors()
{
    QCOMPARE(name_of(Type::si_code, POLL_IN, SIGIO), std::string("POLL_IN"));
    QCOMPARE(name_of(Type::si_code, POLL_IN, SIGRTMIN + 1), std::string("POLL_IN"));
    QCOMPARE(name_of(Type::si_code, CLD_EXITED, SIGCHLD), std::string("CLD_EXITED")); // the same number
    QCOMPARE(name_of(Type::si_code, SEGV_MAPERR, SIGSEGV), std::string("1"));
    QCOMPARE(name_of(Type::si_code, SI_TKILL, SIGCHLD), std::string("SI_TKILL"));
    QCOMPARE(name_of(Type::signal, SIGIO), std::string("SIGIO"));
    QCOMPARE(name_of(Type::signal, SIGRTMIN), std::string("SIGRTMIN"));
    QCOMPARE(name_of(Type::signal, SIGRTMIN + 2), std::string("SIGRTMIN+2"));
    QCOMPARE(name_of(Type::signal_mask, int64_t(1) << (SIGIO - 1) | int64_t(1) << (SIGUSR1 - 1)), std::string("SIGUSR1|SIGIO"));
    for (int signal = 1; signal <= 64; ++signal) {
        QCOMPARE(number_of(Type::signal, name_of(Type::signal, signal)), std::optional<int64_t>(signal));
        const int64_t bit = int64_t(uint64_t(1) << (signal - 1));
        QCOMPARE(number_of(Type::signal_mask, name_of(Type::signal_mask, bit)), std::optional<int64_t>(bit));
    }
    QCOMPARE(error_name(EAGAIN), std::string("EAGAIN"));
    QCOMPARE(number_of(Type::error, "ECONNRESET"), std::optional<int64_t>(ECONNRESET));
    QCOMPARE(error_name(250), std::string("250"));
}

void NamesTest::numbers_without_a_name()
{
    QCOMPARE(name_of(Type::bytes, 4096), std::string("4096"));
    QCOMPARE(name_of(Type::hexadecimal, 255), std::string("0xff"));
    QCOMPARE(name_of(Type::domain, 99), std::string("99"));
    QCOMPARE(number_of(Type::domain, "99"), std::optional<int64_t>(99));
    QCOMPARE(number_of(Type::bytes, "-1"), std::optional<int64_t>(-1));
    QCOMPARE(number_of(Type::bytes, "12x"), std::optional<int64_t>());
}

void NamesTest::bytes_as_in_c()
{
    const char bytes[] = "a\"\\\n\t\x7f";
    QCOMPARE(quoted(std::as_bytes(std::span(bytes, sizeof bytes))), std::string("a\"\\\\\\n\\t\\x7f\\x00"));
}

ROOM_TEST(NamesTest)
#include "names_test.moc"
