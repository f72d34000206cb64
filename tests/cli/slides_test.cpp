// SPDX-License-Identifier: MIT
// iomodels slides: names that sort, letters that are large enough, and nothing half-written.
#include "cli/program.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTransform>
#include <QXmlStreamReader>

#include <csignal>
#include <cmath>

using program::run;

class SlidesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void letters_are_large_and_names_sort_data();
    void letters_are_large_and_names_sort();
    void the_decks_states_are_pictures();
    void every_option_is_on_a_slide();
    void an_empty_folder_is_filled();
    void wrong_usage_is_explained_data();
    void wrong_usage_is_explained();
    void what_is_there_stays();
    void what_cannot_be_written_leaves_nothing();
    void a_signal_leaves_nothing();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    // What stands in the folder that holds all others.
    QStringList around() const { return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    QTemporaryDir m_folder;
};

namespace {

struct Seen {
    QStringList texts;
    double smallest = 1; // letters, of the height
    QString title, smallest_text;
    bool good = false;
};

Seen seen(const QString &path)
{
    static const QRegularExpression matrix("matrix\\(([-0-9.e]+)[ ,]+([-0-9.e]+)[ ,]+([-0-9.e]+)[ ,]+([-0-9.e]+)");
    Seen all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    std::vector<double> scales{1}, sizes{0};
    double height = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement) {
            scales.pop_back();
            sizes.pop_back();
        }
        if (token != QXmlStreamReader::StartElement)
            continue;
        const auto found = matrix.match(xml.attributes().value("transform").toString());
        const auto at = [&](int i) { return found.captured(i).toDouble(); };
        scales.push_back(scales.back() * (found.hasMatch() ? std::sqrt(std::abs(at(1) * at(4) - at(2) * at(3))) : 1));
        const QString size = xml.attributes().value("font-size").toString();
        sizes.push_back(size.isEmpty() ? sizes.back() : QString(size).remove(QRegularExpression("[^0-9.]")).toDouble());
        if (xml.name() == u"svg")
            height = xml.attributes().value("viewBox").toString().section(' ', 3, 3).toDouble();
        if (xml.name() != u"text" && xml.name() != u"title")
            continue;
        const bool title = xml.name() == u"title";
        const double letter = sizes.back() * scales.back() / height;
        scales.pop_back();
        sizes.pop_back();
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        if (title)
            all.title = text;
        else if (!text.isEmpty()) {
            all.texts += text;
            if (letter < all.smallest) {
                all.smallest = letter;
                all.smallest_text = text;
            }
        }
    }
    all.good = !xml.hasError() && height > 0;
    return all;
}

} // namespace

void SlidesTest::letters_are_large_and_names_sort_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("aspect");
    for (const char *language : {"vi", "en"})
        for (const char *aspect : {"16:9", "4:3"})
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(language, aspect))) << QString(language) << QString(aspect);
}

// The whole lecture.
void SlidesTest::letters_are_large_and_names_sort()
{
    QFETCH(QString, language);
    QFETCH(QString, aspect);
    const QString folder = file("all-" + language + QString(aspect).replace(':', '-'));
    const auto answer = run({"slides", "--lang", language, "--format", "svg", "--aspect", aspect, "-o", folder});
    QVERIFY2(answer.code == 0, answer.err.constData());
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    static const QRegularExpression form("^(L[01][0-9]|M|X)-([1-9])-[a-z0-9]+(-[a-z0-9]+)*\\.svg$");
    QString row;
    int number = 0;
    QSet<QString> rows;
    for (const QString &name : names) {
        const auto match = form.match(name);
        QVERIFY2(match.hasMatch(), qPrintable(name));
        number = match.captured(1) == row ? number + 1 : 1;
        row = match.captured(1);
        rows += row;
        QCOMPARE(match.captured(2).toInt(), number); // they sort as they were made, and none is missing
        const Seen slide = seen(folder + '/' + name);
        QVERIFY2(slide.good && !slide.title.isEmpty(), qPrintable(name));
        QVERIFY2(slide.smallest >= 0.0175, qPrintable(QStringLiteral("%1: “%2” has %3 %").arg(name, slide.smallest_text).arg(slide.smallest * 100)));
    }
    for (int i = 1; i <= 14; ++i)
        QVERIFY(rows.contains(QStringLiteral("L%1").arg(i, 2, 10, QChar('0'))));
    QVERIFY(rows.contains("M") && names.contains("L07-2-first-client.svg"));
}

void SlidesTest::the_decks_states_are_pictures()
{
    QCOMPARE(run({"slides", "--lang", "en", "--rows", "L7,l09", "-o", file("seven")}).code, 0);
    const auto texts = [&](const char *name) { return seen(file(QStringLiteral("seven/") + name)).texts; };
    const QStringList one = texts("L07-1-only-the-listening-socket.svg"), two = texts("L07-2-first-client.svg"), four = texts("L07-4-first-client-ends.svg");
    for (const QStringList &all : {one, two, four})
        QVERIFY(all.contains("client_FD[]") && all.contains("allset") && all.contains("readfds"));
    QVERIFY(one.contains("maxfd + 1 = 4") && two.contains("maxfd + 1 = 5") && four.contains("maxfd + 1 = 6"));
    QVERIFY(texts("L09-1-figure-6-6.svg").contains("Asynchronous I/O"));
    QCOMPARE(QDir(file("seven")).entryList(QDir::Files).size(), 7);
}

void SlidesTest::every_option_is_on_a_slide()
{
    QCOMPARE(run({"slides", "--lang", "en", "--rows", "L12", "-o", file("options")}).code, 0);
    QStringList texts;
    for (const QString &name : QDir(file("options")).entryList({"L12-*-deck-s-two-tables.svg"}, QDir::Files))
        texts += seen(file("options/") + name).texts;
    const QList<QByteArray> all = run({"options", "--csv"}).out.trimmed().split('\n').mid(1);
    QVERIFY(all.size() > 80);
    for (const QByteArray &row : all)
        QVERIFY2(texts.contains(QString::fromUtf8(row.left(row.indexOf(',')))), row.constData());
}

void SlidesTest::an_empty_folder_is_filled()
{
    QVERIFY(QDir().mkpath(file("empty")));
    QCOMPARE(run({"slides", "--format", "png", "--rows", "L02", "-o", file("empty")}).code, 0);
    QCOMPARE(QDir(file("empty")).entryList({"*.png"}, QDir::Files).size(), 3);
}

void SlidesTest::wrong_usage_is_explained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QString folder = file("wrong");
    QTest::newRow("nowhere") << QStringList{} << "Say where to";
    QTest::newRow("no format") << QStringList{"--format", "gif", "-o", folder} << "A format is png, svg or pdf";
    QTest::newRow("no aspect") << QStringList{"--aspect", "1:1", "-o", folder} << "--aspect is 16:9 or 4:3";
    QTest::newRow("no row") << QStringList{"--rows", "L15", "-o", folder} << "There is no row \"L15\"";
    QTest::newRow("no theme") << QStringList{"--theme", "pink", "-o", folder} << "There is no theme \"pink\"";
}

void SlidesTest::wrong_usage_is_explained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const auto answer = run(QStringList{"slides"} + arguments);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains(says.toUtf8()) && answer.err.count('\n') == 1, answer.err);
    QVERIFY(!QDir(file("wrong")).exists());
}

void SlidesTest::what_is_there_stays()
{
    QVERIFY(QDir().mkpath(file("full")));
    QFile mine(file("full/mine.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    for (const QString &there : {file("full"), file("full/mine.txt")}) {
        const auto answer = run({"slides", "--rows", "L02", "-o", there});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("is there already") && answer.err.count('\n') == 1, answer.err);
    }
    QCOMPARE(QDir(file("full")).entryList(QDir::Files), QStringList("mine.txt"));
}

void SlidesTest::what_cannot_be_written_leaves_nothing()
{
    const auto nowhere = run({"slides", "--rows", "L02", "-o", file("no/such/folder")});
    QCOMPARE(nowhere.code, 1);
    QVERIFY2(nowhere.err.contains("cannot be written") && nowhere.err.count('\n') == 1, nowhere.err);
    const QStringList before = around();
    // No room for a picture, as on a full disk.
    const auto full = program::shell(QStringLiteral("ulimit -f 1; \"$iomodels\" slides --rows L02 -o %1").arg(file("no-room")));
    QCOMPARE(full.code, 1);
    QVERIFY2(full.err.contains("cannot be written") && full.err.count('\n') == 1, full.err);
    QCOMPARE(around(), before);
}

void SlidesTest::a_signal_leaves_nothing()
{
    const QStringList before = around();
    QProcess process;
    program::prepare(process, {"slides", "-o", file("early")});
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(around().size() > before.size(), 20'000); // the pictures so far, beside
    const QStringList now = around();
    const QString beside = (QSet<QString>(now.begin(), now.end()) - QSet<QString>(before.begin(), before.end())).values().value(0);
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(file(beside)).isEmpty(), 20'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("nothing was written"));
    QCOMPARE(around(), before);
}

ROOM_TEST(SlidesTest)
#include "slides_test.moc"
