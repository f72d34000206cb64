// SPDX-License-Identifier: MIT
// Pages of lessons' runs: they fit, they hold what was recorded, and nothing that was recorded becomes a part of the page.
#include "archive/json.h"
#include "page/course.h"
#include "page/pages.h"
#include "page/text.h"
#include "room.h"

#include <QTemporaryFile>

#include <csignal>

using namespace pages;

namespace {

// Every text, which is a list with one for each language, wherever it is called so.
int texts_checked(const QJsonValue &value, QString &wrong, const QString &name = {})
{
    static const QStringList texts{"title", "text", "told", "ran", "name"};
    int checked = 0;
    if (value.isArray() && texts.contains(name) && value.toArray().at(0).isString()) {
        for (const QJsonValue &text : value.toArray())
            if (text.toString().isEmpty())
                wrong = name;
        if (value.toArray().size() != qsizetype(page::languages().size()))
            wrong = name;
        return 1;
    }
    if (value.isArray())
        for (const QJsonValue &each : value.toArray())
            checked += texts_checked(each, wrong);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            if (each.key() != "listings") // whose text is lines
                checked += texts_checked(each.value(), wrong, each.key());
    }
    return checked;
}

page::Page page_of(const Played &of, const QString &name)
{
    return page::page_of({*of.recorded.trace, of.plan.lesson.get(), name, {}});
}

// Nothing is asked for from anywhere: all there is of the kind is SVG's name space.
bool asks_for_nothing(QByteArray html)
{
    html.replace("http://www.w3.org/2000/svg", "");
    return !html.contains("http:") && !html.contains("https:") && !html.contains(" src=") && !html.contains("@import") && !html.contains("<link") && !html.contains("url(//");
}

} // namespace

class PageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_lesson_fits_and_is_complete_data()
    {
        QTest::addColumn<int>("least_steps");
        for (const auto &[name, steps] : {std::pair("two-inputs-select", 40), {"two-phases", 30}, {"blocking-udp", 30}, {"fcntl-flags", 20}, {"select-server", 100},
                                          {"stdin-stdio-trap", 40}, {"socket-options", 20}, {"epoll", 40}})
            QTest::newRow(name) << steps;
    }
    void a_lesson_fits_and_is_complete()
    {
        QFETCH(int, least_steps);
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        const Played of = played({.lesson = name});
        QVERIFY(of.recorded.trace && !of.recorded.problem && !of.recorded.script_problem);
        const page::Page page = page_of(of, name);
        QVERIFY(!page.html.isEmpty());
        QVERIFY2(page.html.size() <= 300'000, QByteArray::number(page.html.size()));
        QVERIFY2(int(page.steps) >= least_steps, QByteArray::number(qulonglong(page.steps)));
        QVERIFY(asks_for_nothing(page.html));

        const QJsonObject data = data_of(page.html);
        QCOMPARE(data["format"].toString(), "iomodels page");
        QCOMPARE(size_t(data["steps"].toArray().size()), page.steps);
        QCOMPARE(data["languages"].toArray().size(), qsizetype(page::languages().size()));
        QString wrong;
        QVERIFY(texts_checked(data, wrong) > 10);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        int asked = 0;
        for (const QJsonValue &item : data["story"].toArray())
            asked += item["kind"].toString() == "ask";
        QCOMPARE(size_t(asked), page.questions);
    }

    void it_holds_what_was_recorded()
    {
        const Played of = played({.lesson = "select-server"});
        const trace::Trace &trace = *of.recorded.trace;
        const page::Page page = page_of(of, "select-server");
        QCOMPARE(page.left_out, 0u);
        const QJsonObject data = data_of(page.html), events = data["events"].toObject();
        const QJsonArray numbers = events["seq"].toArray(), texts = data["texts"].toArray();
        QVERIFY(numbers.size() > 100);
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            const QJsonObject event = archive::event_json(trace, size_t(numbers[i].toInt()));
            QCOMPARE(events["begin"][i].toInteger() + trace.begin(), event["begin_ns"].toInteger());
            QCOMPARE(events["end"][i].toInteger() + trace.begin(), event["end_ns"].toInteger());
            QCOMPARE(data["threads"][events["thread"][i].toInt()]["name"][1].toString(), event["thread"].toString());
            if (!event["result"].isNull())
                QCOMPARE(events["result"][i].toInt(), event["result"].toInt());
            if (!event["source"].isNull())
                QVERIFY(event["source"].toString().endsWith(":" + QString::number(events["line"][i].toInt())));
            const QString call = texts[events["call"][i].toInt()].toString();
            const QString name = event["call"].toString();
            QVERIFY2(call.startsWith(name) || call.startsWith(QString(name).replace('_', ' ')), qPrintable(call));
        }
        // Every event is there but those seen from outside, which nobody steps to.
        for (size_t i = 0; i < trace.events().size(); ++i)
            if (!QString(archive::event_json(trace, i)["call"].toString()).startsWith("observed"))
                QVERIFY2(numbers.contains(qint64(i)), QByteArray::number(qulonglong(i)));
        for (const QJsonValue &figure : data["figures"].toArray())
            QCOMPARE(figure["steps"].toArray().size(), data["steps"].toArray().size());
        const QJsonArray listing = data["listings"]["select.cpp"]["text"].toArray(); // in each language: its comments are
        QCOMPARE(size_t(listing.size()), page::languages().size());
        QVERIFY(listing[0] != listing[1] && listing[0].toArray().size() == listing[1].toArray().size());
    }

    void what_is_said_of_a_client_shows_the_client()
    {
        const Played of = played({.lesson = "chat-select"});
        const page::Page page = page_of(of, "chat-select");
        const QJsonObject data = data_of(page.html);
        const auto file_at = [&](const QJsonValue &item) {
            const QJsonArray step = data["steps"][item["step"].toInt()].toArray();
            return data["texts"][step[7].toInt()][0].toString();
        };
        int of_client = 0;
        for (const QJsonValue &item : data["story"].toArray())
            if (item["id"].toString() == "program 2 select:1 maxfd") {
                QCOMPARE(file_at(item), "chat_select.cpp");
                ++of_client;
            } else if (item["kind"].toString() == "goal") {
                QCOMPARE(file_at(item), "chat_server.cpp");
            }
        QCOMPARE(of_client, 1);
    }

    void what_a_client_sends_is_no_part_of_the_page()
    {
        QTemporaryFile script;
        QVERIFY(script.open());
        script.write("client 1 connect\nclient 1 send \"</script><img src=x onerror=alert(1)>\"\nwait client 1 received 37\nwait server blocked in select\n");
        script.close();
        const Played of = played({.server = "select", .script = script.fileName()});
        QVERIFY(of.recorded.trace && !of.recorded.script_problem);
        const page::Page page = page_of(of, "</script><b>");
        QVERIFY(asks_for_nothing(page.html));
        QVERIFY(!page.html.contains("<img") && !page.html.contains("<b>"));
        QCOMPARE(page.html.count("</script>"), 2);
        QVERIFY(QJsonDocument(data_of(page.html)["texts"].toArray()).toJson().contains("</script><img")); // and it is not lost
    }

    void what_a_lesson_says_is_no_part_of_the_page()
    {
        lessons::LessonFile lesson = lessons::lesson_of_lecture("two-phases");
        for (auto &[code, text] : lesson.title.by_language)
            text = "</title></script><script>alert(1)</script>";
        const Played of = played({.lesson = "two-phases"});
        const page::Page page = page::page_of({*of.recorded.trace, &lesson, "two-phases", {}});
        QCOMPARE(page.html.count("</script>"), 2);
        QCOMPARE(page.html.count("</title>"), 1);
        const QByteArray index = page::course_of({{lesson, "a.html", page.strip, 1, 1}}, {});
        QCOMPARE(index.count("</script>"), 2);
        QVERIFY(asks_for_nothing(index));
    }

    void it_can_be_cancelled()
    {
        const Played of = played({.lesson = "fcntl-flags"});
        const page::Page page = page::page_of({*of.recorded.trace, nullptr, "a", {}}, [](size_t step, size_t) { return step < 3; });
        QVERIFY(page.cancelled && page.html.isEmpty());
    }

    void a_word_of_the_page_is_there_in_every_language()
    {
        const QJsonObject words = page::ui_words();
        QVERIFY(words.size() > 50);
        for (auto word = words.begin(); word != words.end(); ++word)
            for (const QJsonValue &text : word.value().toArray())
                QVERIFY2(!text.toString().isEmpty(), qPrintable(word.key()));
        // Those that the scripts say.
        QRegularExpression said(R"(words\.say\('(\w+)')");
        for (const char *name : {"common.js", "drawing.js", "timeline.js", "questions.js", "page.js", "course.js"})
            for (auto found = said.globalMatch(QString::fromUtf8(page::resource(name))); found.hasNext();) {
                const QString word = found.next().captured(1);
                QVERIFY2(word == "kind" || words.contains(word), qPrintable(word));
            }
    }
};

ROOM_TEST(PageTest)
#include "page_test.moc"
