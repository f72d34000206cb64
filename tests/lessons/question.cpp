// SPDX-License-Identifier: MIT
// The key to a question is what the recording surely tells, or there is none.
#include "lessons/followed.h"
#include "lessons/question.h"
#include "lessons/quiz.h"
#include "replay/pair.h"
#include "room.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace recording;
using lessons::About;
using lessons::Ask;

namespace {

constexpr int readfds = 0;

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
            pair.message(3, sent, sent + 50, 2000, 2200);
            const trace::Trace trace = pair.builder.trace();
            const auto phases = answer(trace, "recv:1", About::phase), asleep = answer(trace, "recv:1", About::asleep);
            QCOMPARE(phases ? phases->value.toString() : QString(), QLatin1String(phase));
            QCOMPARE(asleep.has_value(), phases.has_value());
        }
    }

    // Behind the call it runs again.
    void that_it_sleeps_is_seen_while_it_does()
    {
        Pair pair;
        pair.message(3, 2050, 2100, 2000, 2200);
        const trace::Trace trace = pair.builder.trace();
        const auto right = answer(trace, "recv:1", About::asleep);
        QVERIFY(right && right->value.toBool() && right->shown_at);
        QCOMPARE(int(replay::Replay(trace).at(*right->shown_at).threads[pair.server].state), int(replay::State::asleep));
    }

    void an_examination_tells_no_answers()
    {
        const lessons::Quiz quiz = lessons::quiz(words::Language("en"), 7, 8, [] { return false; });
        QVERIFY(quiz.questions.size() == 8 && quiz.runs.size() > 1);
        bool waits = false;
        for (const lessons::QuizRun &run : quiz.runs) {
            QVERIFY2(!run.script.contains("wait ") && !run.script.contains("chapter \"") && !run.script.contains(u'#'), qPrintable(run.script));
            QVERIFY(!run.script.contains(QStringLiteral("…\n…")));
            waits |= run.script.contains(u'…');
        }
        QVERIFY(waits);
    }

    void a_sleep_that_goes_on_is_not_to_sleep_again()
    {
        Pair pair;
        pair.builder.lines(R"(
            2900..2950  client 1  send(3, 3) = 3
            1000..3000  server    select(5, readfds {3, 4}) = 1 {4}
            3100..3200  server    recv(4, 4096) = 3
        )");
        trace::Trace trace = pair.builder.trace();
        trace.chapters.push_back({.begin = 2000, .end = 4000});
        const replay::Replay replay(trace);
        Ask ask;
        ask.about = About::asleep;
        ask.before = *lessons::moment(u"before chapter:1");
        for (const bool again : {false, true}) {
            ask.again = again;
            const auto asleep = lessons::answer(words::Language(), replay, ask);
            QVERIFY(asleep);
            QCOMPARE(asleep->value.toBool(), !again);
        }
    }

    void who_comes_later_is_not_offered()
    {
        Builder builder;
        builder.thread("server", recording::Part::server);
        for (const char *name : {"client 1", "client 2", "client 3"})
            builder.thread(name, recording::Part::client);
        const trace::Trace trace = builder.trace();
        const replay::Replay replay(trace);
        Ask ask;
        ask.about = About::who;
        ask.before = *lessons::moment(u"before recv:1");
        for (const int clients : {2, 3, 4}) {
            ask.clients = clients;
            QCOMPARE(lessons::choices(words::Language(), replay, ask).size(), size_t(clients));
        }
    }

    void sets_of_a_call_that_failed_are_as_they_were_asked()
    {
        Pair pair;
        pair.builder.lines(R"(
            200       server  FD_SET(3, &readfds)
            210       server  FD_SET(4, &readfds)
            300..400  server  select(5, readfds {3, 4}) = -1 EINTR
        )");
        const auto bits = answer(pair.builder.trace(), "select:1", About::bits);
        QVERIFY(bits);
        QCOMPARE(bits->value.toArray(), (QJsonArray{3, 4}));
    }
};

ROOM_TEST(QuestionTest)
#include "question.moc"
