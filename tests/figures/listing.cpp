// SPDX-License-Identifier: MIT
// The listing is the file that was compiled, and lights the statement the server is at.
#include "figures/figure.h"
#include "figures/listing/statements.h"
#include "recording.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace figures;

namespace {

QStringList file_on_disk(const QString &name)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/src/servers/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    lines.removeLast();
    return lines;
}

int line_of(const QStringList &text, const QString &words)
{
    for (int i = 0; i < text.size(); ++i)
        if (text[i].contains(words))
            return i + 1;
    qFatal("%s", qPrintable(words));
}

// A server that is asleep in the select() of select.cpp, and a client's step after it.
trace::Trace &at_select(recording::Maker &maker, int line)
{
    maker.lines(R"(
        100                   server    FD_ZERO(&allset) @23
        1000..                server    select(4, readfds {}) @%d
        5'000'000..5'001'000  client 1  socket(AF_INET, SOCK_STREAM) = 3 @1
        6'000'000..6'001'000  client 1  connect(3, :7000) = 0
    )", line);
    return maker.take();
}

Drawing drawn(const replay::Replay &replay, replay::Instant instant, QSizeF size = {560, 620},
              const char *language = "en", int first_line = 0)
{
    const replay::World world = replay.at(instant);
    const words::Language said{QString::fromLatin1(language)};
    return listing({replay, world, instant, said, {}, {}, false, first_line, false}, size);
}

QStringList lit(const Drawing &drawing)
{
    QStringList ids;
    for (const Part &part : drawing.parts)
        ids += part.id;
    return ids;
}

} // namespace

class ListingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void it_is_the_file_that_was_compiled()
    {
        const words::Language language;
        for (const char *file : {"select.cpp", "blocking.cpp", "listening_socket.cpp"}) {
            QVERIFY(listing_text(QString(file)).size() > 20);
            QCOMPARE(listing_text(QString(file)), file_on_disk(QString(file)));
        }
        QCOMPARE(listing_text(QStringLiteral("none.cpp")), QStringList());
        QCOMPARE(listing_text(QStringLiteral("../i18n/iomodels_vi.qm")), QStringList());
        QCOMPARE(listing_text(QString()), QStringList());
    }

    // The code is untouched; each comment is said in each language, or is code itself.
    void comments_are_translated()
    {
        const words::Language vi("vi"), en("en");
        QCOMPARE(commented("    recv(fd); // -1: a free slot", vi), QString("    recv(fd); // -1: ô trống"));
        QCOMPARE(commented("  s = \"// -1: a free slot\";", vi), QString("  s = \"// -1: a free slot\";"));
        static const QRegularExpression code(QStringLiteral("^(namespace.*|exit\\(1\\)|FILE \\*.*|Ctrl-D|SPDX-.*|clang-.*)$"));
        QStringList missing;
        for (const QString &file : QDir(":/listings").entryList()) {
            for (const QString &line : listing_text(file)) {
                QCOMPARE(commented(line, en), line);
                const QString said = commented(line, vi);
                for (const Stretch &stretch : stretches(line)) {
                    if (stretch.style != Stretch::comment)
                        continue;
                    QCOMPARE(said.first(stretch.from), line.first(stretch.from));
                    const QString comment = line.mid(stretch.from + 2).trimmed();
                    if (said == line && !comment.isEmpty() && !code.match(comment).hasMatch())
                        missing += file + ": " + comment;
                }
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable("\n" + missing.join('\n')));
    }

    void the_line_of_the_call_is_lit_and_sleeping_is_said()
    {
        const int line = line_of(file_on_disk(QStringLiteral("select.cpp")), QStringLiteral("= select("));
        recording::Maker maker;
        const replay::Replay replay(at_select(maker, line));
        const Drawing drawing = drawn(replay, replay.last());
        QCOMPARE(lit(drawing), QStringList{QStringLiteral("line %1").arg(line)});
        QVERIFY(drawing.parts.front().sentence.contains(QLatin1String("select(maxfd + 1")));
        QVERIFY(recording::all_words(drawing).contains(QLatin1String("asleep here")));
        const Shape *mark = nullptr;
        for (const Shape &shape : drawing.shapes)
            if (shape.words == QStringLiteral("▸"))
                mark = &shape;
        QVERIFY(mark);
        QVERIFY(std::abs(mark->rect.center().y() - drawing.parts.front().rect.center().y()) < 1);
        // In the middle third.
        QVERIFY(mark->rect.top() > drawing.size.height() / 4 && mark->rect.top() < drawing.size.height() * 0.7);
    }

    void the_server_stays_lit_at_a_step_of_a_client()
    {
        const int line = line_of(file_on_disk(QStringLiteral("select.cpp")), QStringLiteral("= select("));
        recording::Maker maker;
        const trace::Trace &trace = at_select(maker, line);
        const replay::Replay replay(trace);
        const Drawing drawing = drawn(replay, replay.step(trace.events().size() - 1));
        QCOMPARE(lit(drawing), QStringList{QStringLiteral("line %1").arg(line)});
        QVERIFY(recording::all_words(drawing).contains(QLatin1String("connect(3")));
        const Drawing before = drawn(replay, replay.step(0));
        QCOMPARE(lit(before), QStringList{QStringLiteral("line 23")});
        QVERIFY(!recording::all_words(before).contains(QLatin1String("asleep here")));
    }

    void after_a_handler_it_is_where_the_main_flow_was()
    {
        recording::Maker maker;
        maker.trace.files = {"sigio.cpp"};
        maker.lines(R"(
            100       server  step = 0 @40
            200       server  handler_begin(SIGIO)
            300..310  server  recv(4, 4096) = 3 @30
            400       server  handler_end(SIGIO)
            500       server  thread_end()
        )");
        const replay::Replay replay(maker.take());
        QCOMPARE(lit(drawn(replay, replay.step(2))), QStringList{QStringLiteral("line 30")});
        for (const size_t step : {0, 1, 3, 4})
            QCOMPARE(lit(drawn(replay, replay.step(step))), QStringList{QStringLiteral("line 40")});
    }

    void before_its_first_line_the_servers_own_file_is_shown()
    {
        recording::Maker maker;
        maker.lines("100 server thread_begin()");
        maker.take().programs[0].listing = "select_udp.cpp";
        const replay::Replay replay(maker.trace);
        QVERIFY(recording::all_words(drawn(replay, replay.last())).contains(QLatin1String("select_udp.cpp")));
        QVERIFY(!recording::all_words(drawn(replay, replay.last())).contains(QLatin1String("no listing")));
    }

    void it_can_be_scrolled()
    {
        recording::Maker maker;
        const replay::Replay replay(at_select(maker, 39));
        const Drawing drawing = drawn(replay, replay.last(), {560, 620}, "en", 60);
        const QString words = recording::all_words(drawing);
        QVERIFY(words.contains(QLatin1String(" 60 ")));
        QVERIFY(!words.contains(QLatin1String(" 59 ")));
        QVERIFY(recording::flaws(drawn(replay, replay.last(), {560, 620}, "en", 100'000)).isEmpty());
    }

    void a_line_that_is_not_there_lights_nothing()
    {
        recording::Maker maker;
        const replay::Replay replay(at_select(maker, 60'000));
        QCOMPARE(lit(drawn(replay, replay.last())), QStringList());
        recording::Maker other;
        other.trace.files = {"stranger.cpp"};
        const replay::Replay stranger(at_select(other, 5));
        const QString of_stranger = recording::all_words(drawn(stranger, stranger.last()));
        QVERIFY(of_stranger.contains(QLatin1String("no listing")) && of_stranger.contains(QLatin1String("stranger.cpp")));
        QVERIFY(!of_stranger.contains(QLatin1String("compiled")));
        const trace::Trace none;
        const replay::Replay nothing(none);
        QCOMPARE(recording::all_words(drawn(nothing, nothing.first())).trimmed(), QString("Nothing has been recorded yet."));
    }

    void nothing_is_cut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSizeF>("size");
        for (const char *language : {"en", "vi"})
            for (const QSizeF &size : {QSizeF(560, 620), QSizeF(280, 310), QSizeF(150, 100), QSizeF(2240, 2480)})
                QTest::addRow("%s %g x %g", language, size.width(), size.height()) << QString(language) << size;
    }

    void nothing_is_cut()
    {
        QFETCH(QString, language);
        QFETCH(QSizeF, size);
        recording::Maker maker;
        const trace::Trace &trace = at_select(maker, 39);
        const replay::Replay replay(trace);
        for (const replay::Instant &at : {replay.last(), replay.step(0), replay.step(trace.events().size() - 1)}) {
            const QStringList flaws = recording::flaws(drawn(replay, at, size, qPrintable(language)));
            QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join('\n')));
        }
    }

    void statements_go_to_their_end()
    {
        const QStringList text{
            QStringLiteral("int a = f(1,"),           // 1
            QStringLiteral("          g(2)); // ("),  // 2
            QStringLiteral("if (a == ')')"),          // 3
            QStringLiteral("    return \"(\";"),      // 4
            QStringLiteral("b ="),                    // 5
            QStringLiteral("    a;"),                 // 6
            QStringLiteral("for (long i = 1'000; i; ++i) {"), // 7
            QStringLiteral("    work(i);"),           // 8
            QStringLiteral("open(("),                 // 9: never closed
        };
        const QList<Lines> expected{{1, 2}, {1, 2}, {3, 3}, {4, 4}, {5, 6}, {5, 6}, {7, 7}, {8, 8}, {9, 9}};
        for (int line = 1; line <= text.size(); ++line)
            QVERIFY2(statement_at(text, line) == expected[line - 1], qPrintable(QString::number(line)));
        QVERIFY((statement_at(text, 99) == Lines{99, 99}));
    }

    void stretches_cover_the_line()
    {
        for (const QString &line : file_on_disk(QStringLiteral("select.cpp"))) {
            qsizetype end = 0;
            for (const Stretch &stretch : stretches(line)) {
                QCOMPARE(stretch.from, end);
                end += stretch.size;
            }
            QCOMPARE(end, line.size());
        }
        const auto found = stretches(QStringLiteral("int x = 1; // if"));
        QCOMPARE(found.front().style, Stretch::keyword);
        QCOMPARE(found.back().style, Stretch::comment);
        QCOMPARE(found.back().size, qsizetype(5));
    }

    void rows_hold_all_of_a_line()
    {
        for (const QString &line :
             file_on_disk(QStringLiteral("select.cpp")) + QStringList{QString(), QString(300, u'x')})
            for (const int columns : {20, 41, 200}) {
                QString together;
                for (const Row &row : rows_of(line, columns)) {
                    QVERIFY(row.indent + row.size <= columns);
                    together += line.mid(row.from, row.size);
                }
                QCOMPARE(together.remove(u' '), QString(line).remove(u' '));
            }
    }
};

ROOM_TEST(ListingTest)
#include "listing.moc"
