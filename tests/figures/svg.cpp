// SPDX-License-Identifier: MIT
// Every figure of every recording is well-formed XML at whatever step, and every font has a generic one behind it.
#include "archive/iotrace.h"
#include "figures/export.h"
#include "recording.h"
#include "room.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <cstring>

using namespace figures;

namespace {

// What a font must end in.
bool is_generic(QStringView family)
{
    return family == u"sans-serif" || family == u"monospace";
}

struct Read {
    QString fault; // why it is no XML, or which font names no generic one; empty: all is well
    QString texts; // of the whole picture, title and description too
    bool fixed = false; // some letters are of one width
};

Read read(const QByteArray &svg)
{
    Read all;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            all.texts += xml.text();
        if (const QStringView fonts = xml.attributes().value(QLatin1String("font-family")); xml.isStartElement() && !fonts.isEmpty()) {
            const QStringView last = fonts.sliced(fonts.lastIndexOf(u',') + 1).trimmed();
            all.fixed |= last == u"monospace";
            if (!is_generic(last) || fonts.size() == last.size())
                all.fault = QStringLiteral("the font is %1").arg(fonts);
        }
    }
    if (xml.hasError())
        all.fault = QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return all;
}

QByteArray svg(const Figure &figure, const replay::Replay &replay, replay::Instant instant, const words::Language &language)
{
    const replay::World world = replay.at(instant);
    const Scene scene{replay, world, instant, language, {}, QStringLiteral("socket 3")};
    return written(picture_of(figure, scene, Theme::of(ThemeName::light), {}), *format_of(QStringLiteral("a.svg")));
}

// A client and a server whose names, variables, files and bytes are what markup and terminals choke on.
trace::Trace &hostile(recording::Maker &maker, const std::string &name)
{
    trace::Trace &trace = recording::one_client(maker);
    for (trace::Thread &thread : trace.threads) {
        thread.name += name;
        for (std::string &variable : thread.variables)
            variable += name;
    }
    for (trace::Program &program : trace.programs)
        program.name += name;
    trace.run.server += name;
    trace.run.system = name;
    trace.files[1] = name + ".cpp";
    return trace;
}

} // namespace

class SvgTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void every_figure_is_well_formed_data()
    {
        QTest::addColumn<QString>("path");
        for (const QFileInfo &file : QDir(QStringLiteral(STORED_RECORDINGS)).entryInfoList({QStringLiteral("*.iotrace")}))
            QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
    }
    void every_figure_is_well_formed()
    {
        QFETCH(QString, path);
        std::unique_ptr<trace::Trace> trace;
        QVERIFY(archive::open(path, trace));
        const replay::Replay replay(*trace);
        QRandomGenerator random(7);
        for (const Figure &figure : all())
            for (int look = 0; look < 6; ++look) {
                const size_t step = size_t(random.bounded(int(trace->events().size())));
                const words::Language language(look % 2 ? QStringLiteral("vi") : QStringLiteral("en"));
                const QString fault = read(svg(figure, replay, replay.step(step), language)).fault;
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1, step %2: %3").arg(QLatin1String(figure.name)).arg(step).arg(fault)));
            }
    }

    void whatever_is_recorded_is_text_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("markup") << QByteArray("</text><a href='x'>R&D</a>");
        QTest::newRow("an attribute") << QByteArray("\" font-family=\"x\" font-family='");
        QTest::newRow("not to be escaped") << QByteArray("]]><![CDATA[<!-- &#1; &nbsp;");
        QTest::newRow("control characters") << QByteArray("\x01\x02\x08\x0b\x0c\x1b[31m\x1f\x7f", 12);
        QTest::newRow("the end of C") << QByteArray("a\0b", 3);
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\xc0\x80\xed\xa0\x80");
        QTest::newRow("no character") << QByteArray("\xef\xbf\xbe\xef\xbf\xbf");
        QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf");
        QTest::newRow("the other way round") << QByteArray("\xe2\x80\xae" "abc\xe2\x80\xac");
    }
    void whatever_is_recorded_is_text()
    {
        QFETCH(QByteArray, name);
        recording::Maker maker;
        const trace::Trace &trace = hostile(maker, name.toStdString());
        const replay::Replay replay(trace);
        const words::Language language;
        for (const Figure &figure : all())
            for (size_t step = 0; step < trace.events().size(); ++step) {
                const QString fault = read(svg(figure, replay, replay.step(step), language)).fault;
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1, step %2: %3").arg(QLatin1String(figure.name)).arg(step).arg(fault)));
            }
    }

    // A client sends what would end the text, and it is read back letter for letter.
    void a_clients_bytes_are_read_back()
    {
        recording::Maker maker;
        maker.lines("1000..2000 server recv(4, 4096) = 15 \"<a href='x'>R&D\"");
        const trace::Trace &trace = maker.take();
        const replay::Replay replay(trace);
        const Read found = read(svg(*named(u"crossing"), replay, replay.last(), words::Language()));
        QCOMPARE(found.fault, QString());
        QVERIFY2(found.texts.contains(QStringLiteral("<a href='x'>R&D")), qPrintable(found.texts));
        QVERIFY(found.fixed);
    }

    void title_and_description_are_text()
    {
        Picture picture{.size = {10, 10}, .title = QStringLiteral("<A & B>"), .description = QStringLiteral("</desc>&\u0001")};
        picture.paint = [](QPainter &) {};
        const Read found = read(written(picture, *format_of(QStringLiteral("a.svg"))));
        QCOMPARE(found.fault, QString());
        QVERIFY(found.texts.contains(QStringLiteral("<A & B>")) && found.texts.contains(QStringLiteral("</desc>&\ufffd")));
    }
};

ROOM_TEST(SvgTest)
#include "svg.moc"
