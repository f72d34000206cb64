// SPDX-License-Identifier: MIT
// The key to a question is what the recording surely tells, or there is none.
#include "lessons/followed.h"
#include "lessons/question.h"
#include "replay/builder.h"
#include "room.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace recording;
using lessons::About;
using lessons::Ask;

namespace {

constexpr int readfds = 0;

// A server with one connection, descriptor 4, to client 1.
struct Pair {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server, {"readfds"});
    uint16_t client = builder.thread("client 1", recording::Part::client);
    Pair()
    {
        builder.call(server, Call::socket, 20, 30, -1, 3).flags = SOCK_STREAM;
        builder.call(server, Call::listen, 60, 70, 3, 0, 5);
        builder.call(server, Call::getsockname, 80, 90, 3, 0, 7000);
        builder.call(client, Call::socket, 95, 97, -1, 3).flags = SOCK_STREAM;
        builder.call(client, Call::connect, 100, 150, 3, 0, 7000);
        builder.call(client, Call::getsockname, 160, 170, 3, 0, 50001);
        builder.call(server, Call::accept, 110, 180, 3, 4, 50001);
    }
};

std::optional<lessons::Answer> answer(const trace::Trace &trace, const char *before, About about)
{
    const replay::Replay replay(trace);
    Ask ask;
    ask.about = about;
    ask.before = *lessons::moment(QStringLiteral("before ") + QLatin1String(before));
    return lessons::answer(words::Language(), replay, ask);
}

} // namespace

class QuestionTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_is_not_known_is_not_asked()
    {
        for (const auto &[sent, phase] : {std::pair(900, "copy"), {1990, ""}, {2050, "both"}}) { // over before recv() begins; going on then; begun later
            Pair pair;
            pair.builder.call(pair.client, Call::send, sent, sent + 50, 3, 3, 3);
            pair.builder.call(pair.server, Call::recv, 2000, 2200, 4, 3, 4096);
            const trace::Trace trace = pair.builder.trace();
            const auto phases = answer(trace, "recv:1", About::phase), asleep = answer(trace, "recv:1", About::asleep);
            QCOMPARE(phases ? phases->value.toString() : QString(), QLatin1String(phase));
            QCOMPARE(asleep.has_value(), phases.has_value());
        }
    }

    void sets_of_a_call_that_failed_are_as_they_were_asked()
    {
        Pair pair;
        pair.builder.step(pair.server, Call::fd_set, 200, readfds, 3);
        pair.builder.step(pair.server, Call::fd_set, 210, readfds, 4);
        Event &select = pair.builder.failed(pair.server, Call::select, 300, 400, 5, EINTR);
        select.flags = Builder::only_read(readfds);
        select.words[0] = 0x18;
        const auto bits = answer(pair.builder.trace(), "select:1", About::bits);
        QVERIFY(bits);
        QCOMPARE(bits->value.toArray(), (QJsonArray{3, 4}));
    }
};

ROOM_TEST(QuestionTest)
#include "question.moc"
