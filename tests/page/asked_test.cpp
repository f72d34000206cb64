// SPDX-License-Identifier: MIT
// While a question of the lecture is open, no figure tells its answer, also where all of the recording is there to be drawn from, as in a page:
// none prints select()'s first argument, none writes the call with its result.
#include "figures/figure.h"
#include "lessons/followed.h"
#include "lessons/until.h"
#include "page/pages.h"
#include "page/story.h"
#include "room.h"
#include "words/sentences.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <csignal>

using namespace pages;

namespace {

QStringList texts_of(const figures::Drawing &drawing)
{
    QStringList texts;
    for (const drawing::Shape &shape : drawing.shapes)
        if (shape.kind == drawing::Shape::text)
            texts += shape.words;
    return texts;
}

const QRegularExpression &bound()
{
    static const QRegularExpression words(QStringLiteral("^(maxfd \\+ 1|nfds) = \\d"));
    return words;
}

} // namespace

class AskedTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void no_figure_tells_what_is_asked_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *each : lessons::lecture())
            if (!lessons::lesson_of_lecture(QString::fromLatin1(each)).comparison)
                QTest::newRow(each) << QString::fromLatin1(each);
    }
    void no_figure_tells_what_is_asked()
    {
        QFETCH(QString, name);
        const Played of = played({.lesson = name});
        QVERIFY(of.recorded.trace && !of.recorded.problem && !of.recorded.script_problem);
        const trace::Trace &trace = *of.recorded.trace;
        const replay::Replay replay(trace);
        const words::Language language(QStringLiteral("en"));
        for (const lessons::Item &item : lessons::follow(*of.plan.lesson, replay, language).items) {
            if (!item.question)
                continue;
            const trace::Trace cut = lessons::until(trace, item.instant);
            const replay::Replay so_far(cut);
            const QString told = item.answer && item.answer->step ? words::call_text(trace, trace.events()[*item.answer->step]) : QString();
            const bool bound_asked = item.question->about == lessons::About::maxfd;
            const uint16_t front = lessons::program_of(trace, item).value_or(0);
            const auto drawn = [&](const replay::Replay &of_it, const figures::Figure &figure) {
                const replay::World world = of_it.at(item.instant);
                const figures::Scene scene{.replay = of_it, .world = world, .instant = item.instant, .language = language, .range = {}, .selected = {},
                                           .compact = true, .front = front, .bound_asked = bound_asked};
                return texts_of(figure.draw(scene, {900, 400}));
            };
            for (const char *each : {"stage", "sets", "client_FD", "tables", "terminal", "crossing", "phases", "words", "listing"}) {
                const figures::Figure &figure = *figures::named(QString::fromLatin1(each));
                const QStringList texts = drawn(replay, figure);
                QVERIFY2(!bound_asked || texts.filter(bound()).isEmpty(), qPrintable(item.moment + u' ' + texts.filter(bound()).join(u' ')));
                if (!told.isEmpty() && texts.contains(told)) // then another call has had it before
                    QVERIFY2(drawn(so_far, figure).contains(told), qPrintable(item.moment + u' ' + QLatin1String(each) + u' ' + told));
            }
        }
    }

    // Its steps are drawn once, before anybody answers.
    void a_page_withholds_the_first_argument()
    {
        const Played of = played({.lesson = "select-server"});
        const page::Page page = page::page_of({*of.recorded.trace, of.plan.lesson.get(), "select-server", {}});
        const QJsonObject data = data_of(page.html);
        const QJsonArray texts = data["texts"].toArray(), shapes = data["shapes"].toArray();
        const auto tells = [&](int step) {
            for (const QJsonValue &figure : data["figures"].toArray()) {
                // A number of the numbers of shapes, of each language.
                for (const QJsonValue &number : texts[figure["steps"][step].toInt()].toArray())
                    for (const QJsonValue &shape : texts[number.toInt()].toArray())
                        for (const QJsonValue &value : shapes[shape.toInt()].toArray())
                            if (bound().match(value.toString()).hasMatch())
                                return true;
            }
            return false;
        };
        int asked = 0;
        for (const QJsonValue &item : data["story"].toArray())
            if (item["about"].toString() == "maxfd") {
                ++asked;
                QVERIFY(!tells(item["step"].toInt()));
                QVERIFY(tells(item["after"].toInt()));
            }
        QCOMPARE(asked, 2);
    }
};

ROOM_TEST(AskedTest)
#include "asked_test.moc"
