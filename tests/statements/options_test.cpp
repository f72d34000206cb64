// SPDX-License-Identifier: MIT
// Every row of the lecture's two tables, and each value held against a getsockopt() of this test's own.
#include "bench/options.h"
#include "room.h"

#include <QRegularExpression>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <set>
#include <sys/socket.h>
#include <unistd.h>

using namespace bench;

namespace {

// As the lecture has them, braces written out.
const std::vector<std::pair<const char *, std::vector<const char *>>> deck{
    {"SOL_SOCKET",
     {"SO_BROADCAST", "SO_DEBUG", "SO_DONTROUTE", "SO_ERROR", "SO_KEEPALIVE", "SO_LINGER", "SO_OOBINLINE", "SO_RCVBUF", "SO_SNDBUF", "SO_RCVLOWAT",
      "SO_SNDLOWAT", "SO_RCVTIMEO", "SO_SNDTIMEO", "SO_REUSEADDR", "SO_REUSEPORT", "SO_TYPE", "SO_USELOOPBACK"}},
    {"IPPROTO_IP",
     {"IP_HDRINCL", "IP_OPTIONS", "IP_RECVDSTADDR", "IP_RECVIF", "IP_TOS", "IP_TTL", "IP_MULTICAST_IF", "IP_MULTICAST_TTL", "IP_MULTICAST_LOOP",
      "IP_ADD_MEMBERSHIP", "IP_DROP_MEMBERSHIP", "IP_BLOCK_SOURCE", "IP_UNBLOCK_SOURCE", "IP_ADD_SOURCE_MEMBERSHIP", "IP_DROP_SOURCE_MEMBERSHIP"}},
    {"IPPROTO_ICMPV6", {"ICMP6_FILTER"}},
    {"IPPROTO_IPV6",
     {"IPV6_CHECKSUM", "IPV6_DONTFRAG", "IPV6_NEXTHOP", "IPV6_PATHMTU", "IPV6_RECVDSTOPTS", "IPV6_RECVHOPLIMIT", "IPV6_RECVHOPOPTS", "IPV6_RECVPATHMTU",
      "IPV6_RECVPKTINFO", "IPV6_RECVRTHDR", "IPV6_RECVTCLASS", "IPV6_UNICAST_HOPS", "IPV6_USE_MIN_MTU", "IPV6_V6ONLY", "IPV6_XXX", "IPV6_MULTICAST_IF",
      "IPV6_MULTICAST_HOPS", "IPV6_MULTICAST_LOOP", "IPV6_JOIN_GROUP", "IPV6_LEAVE_GROUP"}},
    {"IPPROTO_IP or IPPROTO_IPV6",
     {"MCAST_JOIN_GROUP", "MCAST_LEAVE_GROUP", "MCAST_BLOCK_SOURCE", "MCAST_UNBLOCK_SOURCE", "MCAST_JOIN_SOURCE_GROUP", "MCAST_LEAVE_SOURCE_GROUP"}},
    {"IPPROTO_TCP", {"TCP_MAXSEG", "TCP_NODELAY"}},
    {"IPPROTO_SCTP",
     {"SCTP_ADAPTION_LAYER", "SCTP_ASSOCINFO", "SCTP_AUTOCLOSE", "SCTP_DEFAULT_SEND_PARAM", "SCTP_DISABLE_FRAGMENTS", "SCTP_EVENTS",
      "SCTP_GET_PEER_ADDR_INFO", "SCTP_I_WANT_MAPPED_V4_ADDR", "SCTP_INITMSG", "SCTP_MAXBURST", "SCTP_MAXSEG", "SCTP_NODELAY", "SCTP_PEER_ADDR_PARAMS",
      "SCTP_PRIMARY_ADDR", "SCTP_RTOINFO", "SCTP_SET_PEER_PRIMARY_ADDR", "SCTP_STATUS"}},
};

// What getsockopt() says of a fresh socket, made here and not by what is tested.
struct Own {
    int error = 0;
    Bytes value;
};
Own ask(SocketKind kind, int level, int option, size_t room)
{
    const bool six = kind == SocketKind::tcp6 || kind == SocketKind::udp6 || kind == SocketKind::raw6;
    const bool raw = kind == SocketKind::raw || kind == SocketKind::raw6;
    const bool udp = kind == SocketKind::udp || kind == SocketKind::udp6;
    const int fd = ::socket(six ? AF_INET6 : AF_INET, raw ? SOCK_RAW : udp ? SOCK_DGRAM : SOCK_STREAM, raw ? six ? int(IPPROTO_ICMPV6) : int(IPPROTO_ICMP) : 0);
    if (fd == -1)
        return {errno, {}};
    int listener = -1;
    if (kind == SocketKind::tcp_connected) {
        listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *any = reinterpret_cast<sockaddr *>(&address);
        if (::bind(listener, any, size) || ::listen(listener, 1) || ::getsockname(listener, any, &size) || ::connect(fd, any, size))
            qFatal("no connection");
    }
    Own own{0, Bytes(room)};
    socklen_t size = socklen_t(room);
    if (::getsockopt(fd, level, option, own.value.data(), &size) == -1)
        own = {errno, {}};
    else
        own.value.resize(size);
    ::close(fd);
    if (listener != -1)
        ::close(listener);
    return own;
}

const OptionRow *row_named(std::string_view name)
{
    const auto rows = option_rows();
    const auto found = std::ranges::find(rows, name, &OptionRow::name);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

class OptionsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void every_row_of_the_lecture_is_there()
    {
        size_t count = 0;
        for (const auto &[level, names] : deck)
            for (const char *name : names) {
                const OptionRow *row = row_named(name);
                QVERIFY2(row && row->level == level, name);
                ++count;
            }
        QCOMPARE(count, size_t(78));
        std::set<std::string_view> names;
        for (const OptionRow &row : option_rows())
            QVERIFY2(names.insert(row.name).second, row.name.data());
    }

    void each_value_is_the_kernels_data()
    {
        QTest::addColumn<int>("kind");
        for (const SocketKind kind : socket_kinds())
            QTest::newRow(name_of(kind).data()) << int(kind);
    }
    void each_value_is_the_kernels()
    {
        QFETCH(int, kind);
        const auto of = SocketKind(kind);
        size_t values = 0;
        for (const OptionRow &row : option_rows()) {
            const OptionAnswer answer = ask_option(row, of);
            if (answer.missing == OptionAnswer::header || answer.missing == OptionAnswer::several) {
                QVERIFY2(answer.missing == OptionAnswer::several || !header_constant(row.name), row.name.data());
                continue;
            }
            const bool six = of == SocketKind::tcp6 || of == SocketKind::udp6 || of == SocketKind::raw6;
            const int level = row.level.starts_with("IPPROTO_IP or") ? (six ? IPPROTO_IPV6 : IPPROTO_IP) : *header_constant(row.level);
            const Own own = ask(of, level, *header_constant(row.name), row.layout == Layout::byte ? 1 : row.layout == Layout::integer ? 4 : 256);
            QVERIFY2(answer.error == own.error, row.name.data());
            QVERIFY2(!answer.value || *answer.value == own.value, row.name.data());
            QCOMPARE(answer.value.has_value(), own.error == 0);
            values += answer.value.has_value();
        }
        const bool refused = ask(of, SOL_SOCKET, SO_TYPE, 4).error != 0;
        QVERIFY(refused ? values == 0 : values > 15);
    }

    void what_is_set_is_read_back()
    {
        const auto number = [](const char *name, SocketKind kind) {
            const OptionAnswer answer = ask_option(*row_named(name), kind);
            return answer.read_back ? number_in(row_named(name)->layout, *answer.read_back).value_or(-1) : -1;
        };
        QCOMPARE(number("SO_RCVBUF", SocketKind::tcp), 20'000); // doubled, socket(7)
        QVERIFY(number("SO_SNDBUF", SocketKind::tcp) > 1'000);  // the floor
        QCOMPARE(number("SO_REUSEADDR", SocketKind::udp), 1);
        QCOMPARE(number("IP_TTL", SocketKind::udp), 33);
        const OptionAnswer low = ask_option(*row_named("SO_SNDLOWAT"), SocketKind::tcp);
        QCOMPARE(low.set_error, ENOPROTOOPT); // not changeable on Linux, socket(7)
        const OptionAnswer type = ask_option(*row_named("SO_TYPE"), SocketKind::udp);
        QVERIFY(!type.set_to && number_in(Layout::integer, *type.value) == SOCK_DGRAM);
    }

    void what_is_missing_says_where()
    {
        QCOMPARE(ask_option(*row_named("SO_USELOOPBACK"), SocketKind::tcp).missing, OptionAnswer::header);
        QCOMPARE(ask_option(*row_named("IPV6_V6ONLY"), SocketKind::tcp6).missing, OptionAnswer::nowhere);
        const OptionAnswer other = ask_option(*row_named("IPV6_V6ONLY"), SocketKind::tcp);
        QCOMPARE(other.missing, OptionAnswer::other_kind);
        QVERIFY(std::ranges::count(other.kinds, SocketKind::tcp6) == 1);
        QCOMPARE(ask_option(*row_named("IPV6_XXX"), SocketKind::tcp6).missing, OptionAnswer::several);
    }
};

ROOM_TEST(OptionsTest)
#include "options_test.moc"
