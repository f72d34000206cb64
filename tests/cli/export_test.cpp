// SPDX-License-Identifier: MIT
// iomodels export: every figure in both languages and themes, judged by the words and cells that are in the file.
#include "cli/program.h"
#include "room.h"

#include "archive/iotrace.h"
#include "replay/replay.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <csignal>

class ExportTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void pictures_hold_words_and_cells_data();
    void pictures_hold_words_and_cells();
    void bits_and_slots_are_those_of_the_recording_data();
    void bits_and_slots_are_those_of_the_recording();
    void size_and_scale_are_kept();
    void print_is_free_of_colour();
    void a_server_is_run_for_its_picture();
    void the_pictures_of_the_book_data();
    void the_pictures_of_the_book();
    void the_whole_recording_goes_to_perfetto();
    void an_animation_of_a_lesson_or_a_recording();
    void an_animation_interrupted_leaves_no_file();
    void the_recording_is_not_replaced();
    void failures_are_explained_and_leave_no_file_data();
    void failures_are_explained_and_leave_no_file();

private:
    // Exports the figure; answers the file, or an empty name when that failed.
    QString exported(const QStringList &options, const QString &name);

    QTemporaryDir m_folder;
    QString m_recording;
};

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Each text of an SVG file, in its order; empty if the file is not well-formed.
QStringList svg_texts(const QString &path)
{
    QXmlStreamReader reader(content(path));
    QStringList texts;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("text"))
            texts += reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    }
    return reader.hasError() ? QStringList() : texts;
}

// The words of a PDF file, by pdftotext(1), and how many pages it has.
QString pdf_text(const QString &path, int &pages)
{
    QProcess process;
    process.start("pdftotext", {"-layout", path, "-"}, QIODevice::ReadOnly);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    pages = int(text.count(QChar::FormFeed));
    return text;
}

int distinct_colours(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colours += image.pixel(x, y);
    return int(colours.size());
}

// Letters that Vietnamese has and English has not.
bool is_vietnamese(const QString &text)
{
    static const QRegularExpression letters(QString::fromUtf8("[ăđơưạảấầậắặẹếềệịọốồộớờợụứừự]"));
    return text.contains(letters);
}

// What every version of a figure shows, whatever its language.
const QMap<QString, QStringList> cells{
    {"stage", {"fd 3", "fd 4", "recv(4, buffer, 4096, 0) = 3 \"abc\""}},
    {"sets", {"fd_set", "allset", "readfds", "0", "1", "maxfd + 1 = 5"}},
    {"client_FD", {"client_FD[]", "FD_SETSIZE = 1024", "[0]", "4", "[1]", "-1", "[1023]"}},
    {"tables", {"client_FD[]", "FD_SETSIZE = 1024", "allset", "readfds", "maxfd + 1 = 5"}},
    {"crossing", {"recv(4, buffer, 4096, 0)", "= 3 \"abc\""}},
    {"phases", {"select()", "recv(4, buffer, 4096, 0)"}},
    {"timeline", {"server", "client 1", "client 3"}},
    {"listing", {"select.cpp"}},
    {"words", {"recv(4, buffer, 4096, 0) = 3 \"abc\""}},
    {"terminal", {}}, // this program has none, and the picture says so
    {"totals", {"3"}},
    {"overview", {"allset", "client_FD[]", "fd 4"}},
};

} // namespace

void ExportTest::initTestCase()
{
    m_recording = m_folder.filePath("lesson.iotrace");
    const auto answer = program::run({"run", "select", "--script", "select", "--save", m_recording});
    QVERIFY2(answer.code == 0, answer.err.constData());
}

void ExportTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
}

QString ExportTest::exported(const QStringList &options, const QString &name)
{
    const QString path = m_folder.filePath(name);
    const auto answer = program::run(QStringList{"export", m_recording} + options + QStringList{"-o", path});
    if (answer.code == 0 && answer.out.isEmpty() && answer.err.isEmpty())
        return path;
    qWarning("%d: %s", answer.code, answer.err.constData());
    return {};
}

void ExportTest::pictures_hold_words_and_cells_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("lang");
    QTest::addColumn<QString>("theme");
    const auto names = program::run({"list", "figures"}).out.split('\n');
    for (const QByteArray &name : names) {
        if (name.isEmpty())
            continue;
        for (const char *lang : {"vi", "en"})
            for (const char *theme : {"light", "print"})
                QTest::addRow("%s %s %s", name.constData(), lang, theme)
                    << QString(name) << QString(lang) << QString(theme);
    }
}

void ExportTest::pictures_hold_words_and_cells()
{
    QFETCH(QString, figure);
    QFETCH(QString, lang);
    QFETCH(QString, theme);
    QVERIFY2(cells.contains(figure), "a figure this test does not know");
    const QStringList options{"--figure", figure, "--at", "recv:1", "--lang", lang, "--theme", theme};
    const QString name = figure + '-' + lang + '-' + theme;

    const QStringList texts = svg_texts(exported(options, name + ".svg"));
    QVERIFY(!texts.isEmpty());
    for (const QString &cell : cells[figure])
        QVERIFY2(!texts.filter(cell).isEmpty(), qPrintable(cell + " is not in: " + texts.join(" | ")));
    QCOMPARE(is_vietnamese(texts.join(' ')), lang == "vi");

    int pages = 0;
    const QString printed = pdf_text(exported(options, name + ".pdf"), pages);
    QCOMPARE(pages, 1);
    for (const QString &cell : cells[figure])
        QVERIFY2(printed.contains(cell), qPrintable(cell + " is not in: " + printed));

    const QImage image(exported(options + QStringList{"--scale", "1"}, name + ".png"));
    QVERIFY(!image.isNull());
    QVERIFY(distinct_colours(image) > 8);
}

void ExportTest::bits_and_slots_are_those_of_the_recording_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("asked"); // the bits 0 to 6
    QTest::addColumn<QStringList>("table");
    QTest::newRow("first client") << "recv:1" << "0 0 0 1 1 0 0" << QStringList{"[0]", "4", "[1]", "-1"};
    QTest::newRow("second client") << "recv:2" << "0 0 0 1 1 1 0" << QStringList{"[0]", "4", "[1]", "5"};
    QTest::newRow("first client gone") << "select:6" << "0 0 0 1 0 1 0" << QStringList{"[0]", "-1", "[1]", "5"};
}

void ExportTest::bits_and_slots_are_those_of_the_recording()
{
    QFETCH(QString, at);
    QFETCH(QString, asked);
    QFETCH(QStringList, table);
    const QStringList sets = svg_texts(exported({"--figure", "sets", "--at", at}, "bits.svg"));
    const qsizetype row = sets.indexOf("in");
    QVERIFY2(row > 0, qPrintable(sets.join(" | ")));
    QCOMPARE(sets.mid(row + 1, 7).join(' '), asked);

    QStringList slots_shown = svg_texts(exported({"--figure", "client_FD", "--at", at}, "slots.svg"));
    slots_shown = slots_shown.filter(QRegularExpression("^(\\[?-?[0-9]+\\]?)$"));
    QCOMPARE(slots_shown.mid(0, 4), table);
}

void ExportTest::size_and_scale_are_kept()
{
    const QImage small(exported({"--figure", "sets", "--at", "recv:1", "--size", "900x300", "--scale", "1"}, "small."
                                                                                                             "png"));
    QCOMPARE(small.size(), QSize(900, 300));
    const QImage large(exported({"--figure", "sets", "--at", "recv:1", "--size", "900x300", "--scale", "3"}, "large."
                                                                                                             "png"));
    QCOMPARE(large.size(), QSize(2700, 900));
    QXmlStreamReader reader(content(exported({"--figure", "sets", "--at", "recv:1", "--size", "900x300"}, "size.svg")));
    QVERIFY(reader.readNextStartElement());
    QCOMPARE(reader.attributes().value("viewBox").toString(), QString("0 0 900 300"));
}

void ExportTest::print_is_free_of_colour()
{
    const auto saturation = [](const QImage &image) {
        int most = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, image.pixelColor(x, y).hsvSaturation());
        return most;
    };
    QCOMPARE(saturation(QImage(exported({"--figure", "overview", "--at", "recv:1", "--theme", "print"}, "print.png"))),
             0);
    QVERIFY(saturation(QImage(exported({"--figure", "overview", "--at", "recv:1"}, "light.png"))) > 100);
}

void ExportTest::a_server_is_run_for_its_picture()
{
    for (const char *server : {"select", "blocking"}) {
        const QString path = m_folder.filePath("fresh.svg");
        const auto answer = program::run({"export", server, "--figure", "stage", "--at", "recv:1", "-o", path});
        QVERIFY2(answer.code == 0, answer.err.constData());
        QVERIFY(!svg_texts(path).filter("fd 4").isEmpty());
    }
}

void ExportTest::the_pictures_of_the_book_data()
{
    QTest::addColumn<QStringList>("server");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *title, const QStringList &server, const QStringList &said) { QTest::newRow(title) << server << said; };
    row("6.1", {"blocking-udp"}, {"Hình 6.1 · Blocking I/O", "tiến trình bị chặn"});
    row("6.2", {"nonblocking-udp"}, {"Hình 6.2 · Non-blocking I/O", "tiến trình chạy tiếp", "= -1 EAGAIN"});
    row("6.3", {"select-udp"}, {"Hình 6.3 · I/O multiplexing", "tiến trình bị chặn", "trong select()"});
    row("6.4", {"sigio-udp"}, {"Hình 6.4 · Signal-driven I/O", "SIGIO: có thể bắt đầu đọc"});
    row("6.5", {"aio-udp", "--notify", "signal"}, {"Hình 6.5 · Asynchronous I/O", "SIGRTMIN+1: đã đọc xong", "tiến trình chạy tiếp", "aio_return({4, …}) = 5"});
    row("6.5, suspended", {"aio-udp", "--notify", "suspend"}, {"Hình 6.5 · Asynchronous I/O", "trong aio_suspend()"});
    row("6.5, by a thread", {"aio-udp", "--notify", "thread"}, {"Hình 6.5 · Asynchronous I/O", "một luồng chỉ để báo: đã đọc xong"});
}

// The figure of a real run names its model, and both phases.
void ExportTest::the_pictures_of_the_book()
{
    QFETCH(QStringList, server);
    QFETCH(QStringList, said);
    const QString file = m_folder.filePath("one.iotrace"), picture = m_folder.filePath("one.svg");
    auto answer = program::run(QStringList{"run"} + server + QStringList{"--script", "one-datagram", "--save", file});
    QVERIFY2(answer.code == 0, answer.err.constData());
    answer = program::run({"export", file, "--figure", "phases", "--lang", "vi", "-o", picture});
    QVERIFY2(answer.code == 0, answer.err.constData());
    const QString texts = svg_texts(picture).join(u'\n');
    for (const QString &one : said + QStringList{"Giai đoạn 1: chờ dữ liệu đến", "Giai đoạn 2: copy", "datagram đến, 5", "vào hạt nhân trong khoảng từ 0 đến"})
        QVERIFY2(texts.contains(one), qPrintable(one + "\n" + texts));
}

void ExportTest::the_whole_recording_goes_to_perfetto()
{
    const auto document = QJsonDocument::fromJson(content(exported({}, "perfetto.json")));
    const QJsonArray events = document.isArray() ? document.array() : document["traceEvents"].toArray();
    QVERIFY(events.size() > 90);
    QVERIFY(std::ranges::any_of(events, [](const QJsonValue &event) {
        return event["name"] == "recv" && event["ph"] == "X" && event["args"].isObject();
    }));
}

void ExportTest::an_animation_of_a_lesson_or_a_recording()
{
    QImageReader whole(exported({"--theme", "dark", "--lang", "vi"}, "whole.gif")), some(exported({"--figure", "sets", "--range", "20-29", "--size", "600x300"}, "some.gif"));
    QVERIFY(whole.imageCount() > some.imageCount());
    std::unique_ptr<trace::Trace> trace;
    QVERIFY(archive::open(m_recording, trace));
    const replay::Replay replay(*trace);
    int moments = 1; // from that after step 20
    for (replay::Instant now = replay.step(20); (now = replay.next(now)).complete <= 30;) // to that after step 29
        ++moments;
    QCOMPARE(some.imageCount(), moments);
    QCOMPARE(some.size(), QSize(600, 300));
    QVERIFY(QFile(whole.fileName()).size() <= 3'000'000);
    const QString path = m_folder.filePath("lesson.gif");
    const auto answer = program::run({"export", "two-phases", "--frames", "chapters", "--seconds", "5", "-o", path});
    QVERIFY2(answer.code == 0, answer.err.constData());
    QCOMPARE(QImageReader(path).imageCount(), 4); // its chapters
    const QString still = m_folder.filePath("lesson.png");
    const auto drawn = program::run({"export", "two-phases", "--figure", "stage", "--at", "recv:1", "-o", still});
    QVERIFY2(drawn.code == 0 && QFile::exists(still), drawn.err.constData());
}

void ExportTest::an_animation_interrupted_leaves_no_file()
{
    QTemporaryDir folder;
    QProcess process;
    program::prepare(process, {"export", m_recording, "-o", folder.filePath("a.gif"), "--scale", "4"});
    process.start();
    const auto writes = [&] {
        const QFileInfoList open = QDir(QStringLiteral("/proc/%1/fd").arg(process.processId())).entryInfoList(QDir::System | QDir::Files);
        return std::ranges::any_of(open, [&](const QFileInfo &file) { return file.symLinkTarget().startsWith(folder.path()); });
    };
    QTRY_VERIFY(writes());
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError().count('\n'), 1);
    QVERIFY2(QDir(folder.path()).isEmpty(), qPrintable(QDir(folder.path()).entryList().join(u' ')));
}

void ExportTest::the_recording_is_not_replaced()
{
    const QString recording = m_folder.filePath("recording.json"), picture = m_folder.filePath("recording.svg");
    QVERIFY(QFile::copy(m_recording, recording) && QFile::link(recording, picture));
    const QByteArray before = content(recording);
    for (const QString &to : {recording, picture}) {
        const auto answer = program::run({"export", recording, "--figure", "sets", "-o", to});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains("would replace the recording"), answer.err);
        QCOMPARE(content(recording), before);
    }
}

void ExportTest::failures_are_explained_and_leave_no_file_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("png") << "/nowhere/a.png" << QStringList{} << QByteArray("/nowhere/a.png cannot be written");
    QTest::newRow("svg") << "/nowhere/a.svg" << QStringList{} << QByteArray("/nowhere/a.svg cannot be written");
    QTest::newRow("pdf") << "/nowhere/a.pdf" << QStringList{} << QByteArray("/nowhere/a.pdf cannot be written");
    QTest::newRow("gif") << "/nowhere/a.gif" << QStringList{} << QByteArray("/nowhere/a.gif cannot be written");
    QTest::newRow("gif without chapters") << m_folder.filePath("chapters.gif") << QStringList{"--frames", "chapters"} << QByteArray("has no chapters");
    QTest::newRow("gif of a range") << m_folder.filePath("range.gif") << QStringList{"--range", "5-99999"} << QByteArray("There is no step 99999");
    QTest::newRow("gif too large") << m_folder.filePath("large.gif") << QStringList{"--size", "30000x30000", "--scale", "2"} << QByteArray("too large");
    QTest::newRow("webp") << "/nowhere/a.webp" << QStringList{} << QByteArray("/nowhere/a.webp cannot be written");
    QTest::newRow("webp too large") << m_folder.filePath("large.webp") << QStringList{"--size", "16384x100"} << QByteArray("at most 16383 pixels");
    QTest::newRow("json") << "/nowhere/a.json" << QStringList{} << QByteArray("/nowhere/a.json");
    QTest::newRow("too large") << m_folder.filePath("large.png") << QStringList{"--size", "30000x30000", "--scale", "2"}
                               << QByteArray("too large");
    QTest::newRow("moment") << m_folder.filePath("moment.png") << QStringList{"--at", "99999"}
                            << QByteArray("There is no step 99999");
    QTest::newRow("range") << m_folder.filePath("range.png") << QStringList{"--figure", "crossing", "--range", "5-99999"}
                           << QByteArray("There is no step 99999");
}

void ExportTest::failures_are_explained_and_leave_no_file()
{
    QFETCH(QString, path);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, sentence);
    QFile::remove(path);
    if (!path.endsWith(".json") && !options.contains("--figure")) // the whole recording
        options << "--figure" << "sets";
    const auto answer = program::run(QStringList{"export", m_recording, "-o", path} + options);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains(sentence), answer.err.constData());
    QCOMPARE(answer.err.count('\n'), 1);
    QVERIFY(!QFile::exists(path));
}

ROOM_TEST(ExportTest)
#include "export_test.moc"
