// SPDX-License-Identifier: MIT
// The page for browsers: what is typed in it meets the real server, within the same limits.
#include "audience/web.h"
#include "room.h"
#include "visit.h"

#include <cerrno>
#include <csignal>

using namespace visit;
using audience::Door, audience::Limits, audience::Web;
using trace::Call;

namespace {

const QByteArray page = "<!doctype html><title>a page</title>";

struct Opened {
    Server server;
    std::unique_ptr<Door> door;
    std::unique_ptr<Web> web;
    explicit Opened(const Limits &limits = {}) : door(door_to(server, limits))
    {
        auto made = Web::open(here, 0, page.toStdString(), *door, limits);
        if (!std::holds_alternative<std::unique_ptr<Web>>(made))
            qFatal("no page");
        web = std::move(std::get<std::unique_ptr<Web>>(made));
    }
    Visitor browser(uint32_t from = from_a) const { return Visitor(web->port(), from); }
};

QByteArray answered(const Visitor &browser, const QByteArray &request)
{
    QByteArray answer;
    browser.send(request);
    while (!answer.endsWith("\r\n\r\n")) {
        const QByteArray next = browser.receive(1);
        if (next.isEmpty())
            break;
        answer += next;
    }
    return answer;
}

// RFC 6455, 4.1.
bool upgraded(const Visitor &browser, const QByteArray &protocol = "audience")
{
    const QByteArray answer = answered(browser, "GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + protocol + "\r\n\r\n");
    return answer.startsWith("HTTP/1.1 101");
}

// A message of fewer than 126 bytes, masked with zeros: RFC 6455, 5.2.
QByteArray message(const QByteArray &text)
{
    return QByteArray("\x81") + char(0x80 | text.size()) + QByteArray(4, '\0') + text;
}

QByteArray received(const Visitor &browser)
{
    const QByteArray head = browser.receive(2);
    return head.size() == 2 ? browser.receive(uchar(head[1]) & 0x7f) : QByteArray();
}

} // namespace

class WebTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void the_page_is_served()
    {
        const Opened opened;
        const Visitor browser = opened.browser();
        const QByteArray head = answered(browser, "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
        QVERIFY2(head.startsWith("HTTP/1.1 200 OK") && head.toLower().contains("content-security-policy: default-src 'none'"), head);
        QCOMPARE(browser.receive(page.size()), page);
    }

    void what_is_typed_goes_to_the_server_and_back()
    {
        Opened opened;
        Visitor browser = opened.browser();
        QVERIFY(upgraded(browser));
        QVERIFY(browser.send(message("xin chào\n")));
        QCOMPARE(received(browser), QByteArray("xin chào\n"));
        QVERIFY(soon([&] { return opened.door->tally().in.size() == 1; }));
        QVERIFY(opened.door->tally().in[0].by_browser && opened.door->tally().in[0].host == from_a);
        browser.close();
        QVERIFY(soon([&] { return opened.door->tally().in.empty() && opened.server.calls(Call::close).size() == 1; }));
    }

    void each_browser_is_a_client_of_its_own()
    {
        Opened opened;
        const Visitor one = opened.browser(), other = opened.browser(from_b);
        QVERIFY(upgraded(one) && upgraded(other));
        QVERIFY(one.send(message("a")) && other.send(message("b")));
        QCOMPARE(received(one), QByteArray("a"));
        QCOMPARE(received(other), QByteArray("b"));
        QCOMPARE(opened.server.calls(Call::accept).size(), size_t(2));
    }

    void the_server_s_end_is_told()
    {
        Opened opened;
        const Visitor browser = opened.browser();
        QVERIFY(upgraded(browser) && browser.send(message("a")) && received(browser) == "a");
        opened.server.run.stop();
        QVERIFY(browser.gone() != ETIMEDOUT);
    }

    void the_limits_are_the_door_s()
    {
        Opened opened({.a_host = 1});
        const Visitor one = opened.browser(), second = opened.browser();
        QVERIFY(upgraded(one) && one.send(message("a")) && received(one) == "a");
        QVERIFY(upgraded(second));
        QCOMPARE(received(second), QByteArray("\x0f\xa1")); // 4001: it is not the server that ended it
        const Visitor by_nc(opened.door->port());
        QVERIFY(by_nc.gone() != ETIMEDOUT);
        QCOMPARE(opened.server.calls(Call::accept).size(), size_t(1));
    }

    void what_is_no_browser_does_no_harm_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no HTTP") << QByteArray(1 << 16, 'x');
        QTest::newRow("a head without end") << QByteArray("GET / HTTP/1.1\r\nA: ") + QByteArray(1 << 16, 'x');
        QTest::newRow("another file") << QByteArray("GET /../../etc/passwd HTTP/1.1\r\nHost: here\r\n\r\n");
        QTest::newRow("a message beyond all bounds") << QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0", 14) + QByteArray(1 << 16, 'x');
    }
    void what_is_no_browser_does_no_harm()
    {
        QFETCH(QByteArray, sent);
        Opened opened;
        std::vector<Visitor> hostile;
        for (int i = 0; i < 40; ++i) { // beyond those that one address may have
            hostile.push_back(opened.browser());
            if (sent.startsWith('\x81'))
                upgraded(hostile.back());
            ::send(hostile.back().fd, sent.data(), size_t(sent.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        }
        const Visitor browser = opened.browser(from_b);
        QVERIFY(upgraded(browser) && browser.send(message("abc")));
        QCOMPARE(received(browser), QByteArray("abc"));
        QVERIFY(opened.server.calls(Call::accept).size() <= size_t(1 + Limits().a_host));
    }

    // It is the whole process's, and a listing may have set it.
    void the_process_s_signals_stay()
    {
        const auto before = std::signal(SIGPIPE, SIG_DFL);
        {
            const Opened opened;
        }
        QVERIFY(std::signal(SIGPIPE, before) == SIG_DFL);
    }
};

ROOM_TEST(WebTest)
#include "web_test.moc"
