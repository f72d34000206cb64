// SPDX-License-Identifier: MIT
// What is saved is what is opened, and saving never costs the file that was there.
#include "archive/bookmarks.h"
#include "archive/format.h"
#include "archive/iotrace.h"
#include "recording.h"
#include "room.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using archive::Fault;
using recording::difference;
using trace::Event;
using trace::Trace;

class ArchiveTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void round_trip_data();
    void round_trip();
    void any_values_survive();
    void the_smallest_and_largest_words_survive();
    void bookmarks_survive();
    void a_recording_replaces_an_older_one();
    void opening_fails_and_leaves_the_trace_alone_data();
    void opening_fails_and_leaves_the_trace_alone();
    void saving_fails_and_leaves_the_file_alone_data();
    void saving_fails_and_leaves_the_file_alone();
    void a_full_disk_leaves_the_file_alone();
    void a_disk_full_at_the_end_is_noticed();
    void cancelling_leaves_the_file_alone();
    void cancelling_leaves_the_trace_alone();
    void progress_goes_from_nothing_to_all();
    void a_recording_takes_little_room();

private:
    QString path(const char *name = "a.iotrace") const { return m_dir.filePath(QLatin1String(name)); }
    QByteArray content(const QString &path) const;
    void write(const QString &path, const QByteArray &bytes) const;
    QTemporaryDir m_dir;
};

void ArchiveTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
    QVERIFY(m_dir.isValid());
}

QByteArray ArchiveTest::content(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ArchiveTest::write(const QString &path, const QByteArray &bytes) const
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void ArchiveTest::round_trip_data()
{
    QTest::addColumn<qint64>("events");
    QTest::newRow("nothing recorded") << qint64(-1);
    QTest::newRow("one of everything") << qint64(0);
    QTest::newRow("one chunk and one event") << qint64(65'536 - 33 + 1);
    QTest::newRow("three chunks") << qint64(150'000);
}

void ArchiveTest::round_trip()
{
    QFETCH(qint64, events);
    Trace saved = events < 0 ? Trace() : recording::busy(size_t(events));
    if (events == 0) // "chapters" may be missing
        saved.chapters = {{5, 9, {{"a", "first"}, {"b", "erst"}}}, {9, 0, {{"", "second"}}}};
    QVERIFY(archive::save(saved, path()));
    std::unique_ptr<Trace> opened;
    const archive::Result result = archive::open(path(), opened);
    QVERIFY2(result, qPrintable(result.detail));
    QCOMPARE(difference(saved, *opened), QString());
    // and what was opened can be saved and opened again
    QVERIFY(archive::save(*opened, path()));
    QVERIFY(archive::open(path(), opened));
    QCOMPARE(difference(saved, *opened), QString());
}

// Every field from one end of its range to the other, alone in a column of otherwise equal values and not.
void ArchiveTest::any_values_survive()
{
    Trace saved = recording::everything();
    trace::Batch batch;
    const int64_t lengths[] = {0, -1, 127, -128, 255, -129, 32'767, 65'535, INT32_MAX, INT32_MIN, UINT32_MAX,
                               INT64_MAX, INT64_MIN};
    for (int64_t length : lengths) {
        Event event = recording::call(trace::Call::send, int(length), length, int(length & 0xffff), int(length),
                                      int(length & 0xff));
        event.count = uint32_t(std::max<int64_t>(1, length & UINT32_MAX));
        event.line = uint16_t(length | 1);
        event.file = uint32_t(length & 1);
        event.end = int64_t(1) << 61;
        event.words[0] = uint64_t(length);
        batch.events.push_back(event);
    }
    batch.events.back().end = INT64_MAX;
    saved.append(std::move(batch));
    QVERIFY(archive::save(saved, path()));
    std::unique_ptr<Trace> opened;
    const archive::Result result = archive::open(path(), opened);
    QVERIFY2(result, qPrintable(result.detail));
    QCOMPARE(difference(saved, *opened), QString());
}

void ArchiveTest::the_smallest_and_largest_words_survive()
{
    for (uint64_t word : {uint64_t(0), uint64_t(255), uint64_t(1) << 16, uint64_t(1) << 63, UINT64_MAX}) {
        Trace saved = recording::everything();
        trace::Batch batch;
        batch.in_flight_changed = true;
        Event event = recording::call(trace::Call::recv, 4, 8, 0, 8);
        event.begin = 1;
        event.words[0] = word; // the only event of its chunk: one integer stands for the column
        batch.in_flight = {event};
        saved.append(std::move(batch));
        QVERIFY(archive::save(saved, path()));
        std::unique_ptr<Trace> opened;
        QVERIFY(archive::open(path(), opened));
        const Event &read = opened->in_flight().front();
        QCOMPARE(read.words[0], word);
    }
}

// Beside the recording, which is the same with them and without; who does not ask for them opens it all the same.
void ArchiveTest::bookmarks_survive()
{
    const Trace saved = recording::everything();
    const std::vector<archive::Bookmark> marked = {{5, 1, "recv(4, …) = 3 \"abc\""}, {INT64_MAX, 60'000'000, ""}};
    QVERIFY(archive::save_marked(saved, marked, path()));
    std::unique_ptr<Trace> opened;
    std::vector<archive::Bookmark> found = {{1, 1, "of another one"}};
    QVERIFY(archive::open_marked(path(), opened, found));
    QVERIFY(found == marked);
    QCOMPARE(difference(saved, *opened), QString());
    QVERIFY(archive::open(path(), opened));
    QCOMPARE(difference(saved, *opened), QString());
    QVERIFY(archive::save(saved, path()));
    QVERIFY(archive::open_marked(path(), opened, found));
    QVERIFY(found.empty());
    QVERIFY(archive::save_marked(saved, std::vector<archive::Bookmark>(archive::format::most_bookmarks + 1), path()));
    QCOMPARE(archive::open(path(), opened).fault, archive::Fault::damaged);
}

void ArchiveTest::a_recording_replaces_an_older_one()
{
    QVERIFY(archive::save(recording::busy(1000), path()));
    QVERIFY(archive::save(recording::everything(), path()));
    std::unique_ptr<Trace> opened;
    QVERIFY(archive::open(path(), opened));
    QCOMPARE(difference(recording::everything(), *opened), QString());
}

void ArchiveTest::opening_fails_and_leaves_the_trace_alone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("missing") << path("missing.iotrace") << Fault::cannot_read;
    QTest::newRow("a folder") << m_dir.path() << Fault::cannot_read;
    QTest::newRow("a device") << QStringLiteral("/dev/zero") << Fault::not_a_trace;
    QTest::newRow("no name") << QString() << Fault::cannot_read;
}

void ArchiveTest::opening_fails_and_leaves_the_trace_alone()
{
    QFETCH(QString, name);
    QFETCH(Fault, fault);
    auto trace = std::make_unique<Trace>();
    const Trace *const before = trace.get();
    const archive::Result result = archive::open(name, trace);
    QCOMPARE(result.fault, fault);
    QVERIFY(fault != Fault::cannot_read || !result.detail.isEmpty());
    QCOMPARE(trace.get(), before);
}

void ArchiveTest::saving_fails_and_leaves_the_file_alone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << path("missing/a.iotrace");
    QTest::newRow("a folder") << m_dir.path();
    QTest::newRow("a device") << QStringLiteral("/dev/full");
    QTest::newRow("a link to a device") << path("link to full");
    QTest::newRow("no name") << QString();
}

void ArchiveTest::saving_fails_and_leaves_the_file_alone()
{
    QFETCH(QString, name);
    QFile::link(QStringLiteral("/dev/full"), path("link to full"));
    const bool was_file = QFileInfo(name).isFile(), was_there = QFileInfo::exists(name);
    for (const auto write : {archive::save, archive::export_chrome}) {
        const archive::Result result = write(recording::everything(), name, {});
        QCOMPARE(result.fault, name.endsWith(u"full") ? Fault::not_a_file : Fault::cannot_write);
        QCOMPARE(result.detail.isEmpty(), name.endsWith(u"full"));
        QCOMPARE(QFileInfo::exists(name), was_there);
        QCOMPARE(QFileInfo(name).isFile(), was_file);
    }
}

// A limit on the size of files stands for the full disk: write(2) fails half way, for root too.
void ArchiveTest::a_full_disk_leaves_the_file_alone()
{
    write(path(), "the old one");
    const QFileInfoList before = QDir(m_dir.path()).entryInfoList(QDir::Files);
    rlimit old;
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto old_action = std::signal(SIGXFSZ, SIG_IGN);
    const Trace large = recording::busy(150'000);
    const rlimit tight = {1'000'000, old.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    int asked = 0;
    const archive::Result saved = archive::save(large, path(), [&](qint64, qint64) { return ++asked; });
    const archive::Result exported = archive::export_chrome(large, path());
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, old_action);
    for (const archive::Result &result : {saved, exported}) {
        QCOMPARE(result.fault, Fault::cannot_write);
        QVERIFY(!result.detail.isEmpty());
    }
    QCOMPARE(content(path()), QByteArray("the old one"));
    QCOMPARE(QDir(m_dir.path()).entryInfoList(QDir::Files).size(), before.size()); // nothing half-written left behind
}

// Full with the very last byte, which the buffer keeps until the end.
void ArchiveTest::a_disk_full_at_the_end_is_noticed()
{
    for (const auto save : {archive::save, archive::export_chrome}) {
        QVERIFY(save(recording::everything(), path(), {}));
        const QByteArray whole = content(path());
        rlimit old;
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const auto old_action = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight = {rlim_t(whole.size()) - 1, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const archive::Result result = save(recording::everything(), path(), {});
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, old_action);
        QCOMPARE(result.fault, Fault::cannot_write);
        QCOMPARE(result.detail, qt_error_string(EFBIG));
        QCOMPARE(content(path()), whole);
    }
}

void ArchiveTest::cancelling_leaves_the_file_alone()
{
    write(path(), "the old one");
    const qsizetype files = QDir(m_dir.path()).entryList(QDir::Files).size();
    for (const auto save : {archive::save, archive::export_chrome})
        for (int answers : {0, 1}) { // at the beginning; at the end at the latest
            int asked = 0;
            const auto result = save(recording::busy(100'000), path(), [&](qint64, qint64) { return asked++ < answers; });
            QCOMPARE(result.fault, Fault::cancelled);
            QCOMPARE(content(path()), QByteArray("the old one"));
            QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files).size(), files);
        }
}

void ArchiveTest::cancelling_leaves_the_trace_alone()
{
    QVERIFY(archive::save(recording::busy(100'000), path()));
    for (int answers : {0, 1}) {
        auto trace = std::make_unique<Trace>();
        const Trace *const before = trace.get();
        int asked = 0;
        QCOMPARE(archive::open(path(), trace, [&](qint64, qint64) { return asked++ < answers; }).fault, Fault::cancelled);
        QCOMPARE(trace.get(), before);
    }
}

void ArchiveTest::progress_goes_from_nothing_to_all()
{
    const Trace large = recording::busy(100'000);
    const auto watch = [&](const auto &work) {
        std::vector<qint64> told;
        qint64 all = 0;
        QVERIFY(work([&](qint64 done, qint64 total) {
            told.push_back(done);
            all = total;
            return true;
        }));
        QVERIFY(told.size() >= 2);
        QCOMPARE(told.front(), 0);
        QCOMPARE(told.back(), all);
        QVERIFY(std::ranges::is_sorted(told));
        QVERIFY(all > 0);
    };
    watch([&](const archive::Progress &progress) { return bool(archive::save(large, path(), progress)); });
    std::unique_ptr<Trace> opened;
    watch([&](const archive::Progress &progress) { return bool(archive::open(path(), opened, progress)); });
    watch([&](const archive::Progress &progress) { return bool(archive::export_chrome(large, path(), progress)); });
}

void ArchiveTest::a_recording_takes_little_room()
{
    QVERIFY(archive::save(recording::busy(100'000), path()));
    const double each = double(QFileInfo(path()).size()) / 100'000;
    QVERIFY2(each < 48, qPrintable(QString::number(each)));
}

ROOM_TEST(ArchiveTest)
#include "archive_test.moc"
