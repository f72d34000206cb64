// SPDX-License-Identifier: MIT
// iomodels compare --from: the book's figure 6.6 from recordings that are there.
#include "cli/program.h"
#include "room.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

using program::run;

class CompareFilesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void one_message_by_five_models();
    void with_its_table_a_title_and_the_size_of_the_slide();
    void what_cannot_be_compared_is_said_in_a_sentence_data();
    void what_cannot_be_compared_is_said_in_a_sentence();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    QStringList m_five;
};

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void CompareFilesTest::initTestCase()
{
    for (const QStringList &server : {QStringList{"blocking-udp"}, {"nonblocking-udp"}, {"select-udp"}, {"sigio-udp"}, {"aio-udp", "--notify", "signal"}, {"blocking"}}) {
        const QString recording = file(server[0] + ".iotrace");
        const auto answer = run(QStringList{"run"} + server + QStringList{"--script", "one-datagram", "--save", recording});
        QVERIFY2(answer.code == 0, answer.err.constData());
        if (server[0] != u"blocking")
            m_five += recording;
    }
    QFile silent(file("silent.txt"));
    QVERIFY(silent.open(QIODevice::WriteOnly) && silent.write("client 1 connect\nstop\n") > 0);
    silent.close();
    QCOMPARE(run({"run", "blocking-udp", "--script", file("silent.txt"), "--save", file("silent.iotrace")}).code, 0);
    QFile damaged(file("damaged.iotrace"));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(content(m_five[0]).chopped(40)) > 0);
}

void CompareFilesTest::one_message_by_five_models()
{
    const auto answer = run(QStringList{"compare", "--from"} + m_five + QStringList{"--lang", "vi", "-o", file("six.svg")});
    QVERIFY2(answer.code == 0, answer.err.constData());
    const QString svg = QString::fromUtf8(content(file("six.svg")));
    for (const char *said : {"5 mô hình vào/ra, cùng một datagram 5", "4 mô hình chỉ khác nhau ở giai đoạn 1, còn giai đoạn 2 thì mô hình nào cũng tự làm", "Blocking I/O", "Non-blocking I/O", "I/O multiplexing",
                             "Signal-driven I/O", "Asynchronous I/O", "bị chặn trong ", "ngủ ở cả hai giai đoạn", "báo: đã đọc xong", "bên phải phóng to"})
        QVERIFY2(svg.contains(QString::fromUtf8(said)), said);
    QVERIFY(!svg.contains(QString::fromUtf8("số lời gọi hệ thống"))); // no table
    QVERIFY(svg.indexOf("Blocking I/O") < svg.indexOf("Asynchronous I/O"));
}

void CompareFilesTest::with_its_table_a_title_and_the_size_of_the_slide()
{
    const QStringList title{"--title", "Which one waits?"};
    QCOMPARE(run(QStringList{"compare", "--from"} + m_five + title + QStringList{"--table", "in", "--lang", "en", "-o", file("table.svg")}).code, 0);
    const QString svg = QString::fromUtf8(content(file("table.svg")));
    QVERIFY(svg.contains("Which one waits?") && svg.contains("failed polls") && svg.contains("sigio-udp.iotrace"));
    QCOMPARE(run(QStringList{"compare", "--from"} + m_five + title + QStringList{"--size", "960x540", "-o", file("slide.png")}).code, 0);
    QCOMPARE(QImage(file("slide.png")).size(), QSize(1920, 1080));
    QVERIFY(content(file("slide.png")).size() > 10'000);
}

void CompareFilesTest::what_cannot_be_compared_is_said_in_a_sentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("code");
    const QStringList out{"-o", file("out.svg")};
    const auto row = [](const char *name, const QStringList &arguments, const char *sentence, int code) { QTest::newRow(name) << arguments << QString::fromUtf8(sentence) << code; };
    row("one is damaged", QStringList{m_five[1], file("damaged.iotrace")} + out, "damaged.iotrace", 1);
    row("one is not there", QStringList{m_five[1], file("nowhere.iotrace")} + out, "nowhere.iotrace", 1);
    row("nothing was read in one", QStringList{m_five[1], file("silent.iotrace")} + out, "no message of a client was read in it", 1);
    row("UDP and TCP", QStringList{m_five[0], file("blocking.iotrace")} + out, "over UDP and", 1);
    row("nowhere to write", QStringList{m_five[0], "-o", file("no/such/folder.svg")}, "cannot be written", 1);
    row("no picture", {m_five[0]}, "Say where to", 2);
    row("no format", {m_five[0], "-o", file("out.txt")}, "ends in", 2);
    row("over a recording", {m_five[0], "-o", m_five[0]}, "ends in", 2);
    row("new runs as well", QStringList{m_five[0], "--models", "select"} + out, "--models is for new runs", 2);
    row("a table that is neither", QStringList{m_five[0], "--table", "both"} + out, "--table is in or out", 2);
    row("no size", QStringList{m_five[0], "--size", "large"} + out, "A size is", 2);
    row("too many", QStringList(m_five + m_five) + out, "has room for 8", 2);
}

void CompareFilesTest::what_cannot_be_compared_is_said_in_a_sentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    QFETCH(int, code);
    const auto answer = run(QStringList{"compare", "--from"} + arguments + QStringList{"--lang", "en"});
    const QString said = QString::fromUtf8(answer.err);
    QCOMPARE(answer.code, code);
    QVERIFY2(said.contains(sentence), answer.err.constData());
    QCOMPARE(said.count(u'\n'), 1);
    QVERIFY(!QFile::exists(file("out.svg")));
}

ROOM_TEST(CompareFilesTest)
#include "compare_files_test.moc"
