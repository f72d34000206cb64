// SPDX-License-Identifier: MIT
// A recording that is kept while it is made opens as what was recorded by then, wherever the program was ended.
#include "archive/journal.h"
#include "recording.h"
#include "room.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using archive::Fault;
using archive::Journal;
using trace::Trace;

class JournalTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void parts_are_the_whole_data();
    void parts_are_the_whole();
    void cut_off_anywhere_it_opens();
    void damage_is_a_fault_or_sound();
    void parts_of_others_are_refused();
    void a_limit_is_told_and_leaves_the_beginning();
    void it_goes_or_gets_another_name();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    QByteArray journal(const Trace &trace, size_t parts);
    archive::Result open(const QByteArray &bytes);
    QTemporaryDir m_dir;
    std::unique_ptr<Trace> m_opened;
};

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The trace as it might have come: in `parts` batches, of which every event's thread was told before. With `late`, the last event
// of each batch comes with the next one.
std::vector<trace::Batch> batches(const Trace &trace, size_t parts, bool late)
{
    std::vector<trace::Batch> all(parts);
    if (parts == 0)
        return all;
    const auto &events = trace.events();
    for (size_t i = 0; i < events.size(); ++i) {
        const size_t part = i * parts / events.size(), next = (i + 1) * parts / events.size();
        trace::Batch &batch = all[late && next != part ? std::min(next, parts - 1) : part];
        trace::Event event = events[i];
        if (trace::has_words_elsewhere(event)) {
            const auto payload = trace::payload::all(event, trace.words);
            trace::payload::stands_at(event, batch.words.size(), payload.size());
            batch.words.insert(batch.words.end(), payload.begin(), payload.end());
        }
        batch.events.push_back(event);
    }
    for (trace::Batch &batch : all)
        std::ranges::stable_sort(batch.events, {}, &trace::Event::end);
    all[0].programs = trace.programs;
    all[0].threads = trace.threads;
    for (size_t i = 0; i < trace.threads.size(); ++i)
        all[0].thread_index.push_back(i);
    all[0].files = trace.files;
    all[0].chapters = trace.chapters;
    all[0].dropped = trace.dropped;
    trace::Batch &first = all[0]; // in flight since then, and no more is said of it
    first.in_flight = trace.in_flight();
    first.in_flight_changed = true;
    for (trace::Event &event : first.in_flight)
        if (trace::has_words_elsewhere(event)) {
            const auto payload = trace::payload::all(event, trace.words);
            trace::payload::stands_at(event, first.words.size(), payload.size());
            first.words.insert(first.words.end(), payload.begin(), payload.end());
        }
    return all;
}

} // namespace

QByteArray JournalTest::journal(const Trace &trace, size_t parts)
{
    Journal kept(path("kept.iotrace"), {});
    for (const trace::Batch &batch : batches(trace, parts, false)) {
        kept.take(batch);
        kept.write(trace.run);
    }
    return content(path("kept.iotrace"));
}

archive::Result JournalTest::open(const QByteArray &bytes)
{
    QFile file(path("tried.iotrace"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the file to try");
    file.close();
    m_opened.reset();
    return archive::open(file.fileName(), m_opened);
}

void JournalTest::parts_are_the_whole_data()
{
    QTest::addColumn<int>("parts");
    QTest::addColumn<bool>("late");
    for (const int parts : {1, 2, 7, 40}) {
        QTest::addRow("%d", parts) << parts << false;
        QTest::addRow("%d, some late", parts) << parts << true;
    }
}

void JournalTest::parts_are_the_whole()
{
    QFETCH(int, parts);
    QFETCH(bool, late);
    const Trace trace = recording::busy(3'000);
    Journal kept(path("whole.iotrace"), {});
    for (const trace::Batch &batch : batches(trace, size_t(parts), late)) {
        kept.take(batch);
        QVERIFY(kept.write(trace.run));
        QVERIFY(kept.write(trace.run)); // nothing more: no part
    }
    QVERIFY(kept.has_parts());
    std::unique_ptr<Trace> opened;
    const archive::Result result = archive::open(path("whole.iotrace"), opened);
    QVERIFY2(result, qPrintable(result.detail));
    QVERIFY(result.unfinished);
    QCOMPARE(recording::difference(trace, *opened), QString());
    QVERIFY(archive::save(*opened, path("finished.iotrace")));
    QVERIFY(!archive::open(path("finished.iotrace"), opened).unfinished);
    QCOMPARE(recording::difference(trace, *opened), QString());
}

void JournalTest::cut_off_anywhere_it_opens()
{
    const Trace trace = recording::everything();
    const QByteArray whole = journal(trace, 5), head = journal(trace, 0);
    QVERIFY(whole.startsWith(head) && head.size() > 100);
    size_t events = 0;
    QRandomGenerator random(5);
    for (qsizetype length = 1; length <= whole.size(); length = length == whole.size() ? length + 1 : std::min(length + random.bounded(1, 9), whole.size())) {
        const archive::Result result = open(whole.first(length));
        if (length < head.size()) {
            QVERIFY(!result);
            continue;
        }
        QVERIFY2(result && result.unfinished, qPrintable(QStringLiteral("%1: %2").arg(length).arg(result.detail)));
        QVERIFY(m_opened->events().size() >= events);
        events = m_opened->events().size();
    }
    QCOMPARE(events, trace.events().size());
}

void JournalTest::damage_is_a_fault_or_sound()
{
    const QByteArray whole = journal(recording::everything(), 4);
    QRandomGenerator random(3);
    int faults = 0, sound = 0;
    for (int i = 0; i < 2'000; ++i) {
        QByteArray tried = whole;
        for (int many = random.bounded(1, 4); many > 0; --many)
            tried[random.bounded(int(tried.size()))] = char(random.bounded(256));
        const archive::Result result = open(tried);
        QCOMPARE(bool(m_opened), bool(result));
        ++(result ? sound : faults);
        for (size_t event = 1; result && event < m_opened->events().size(); ++event) {
            QVERIFY(m_opened->events()[event].end >= m_opened->events()[event - 1].end);
            QVERIFY(m_opened->events()[event].thread < m_opened->threads.size());
        }
    }
    QVERIFY(faults > 100 && sound > 100);
}

// A part says its number: what belongs to another journal, or to none, is no part of this one.
void JournalTest::parts_of_others_are_refused()
{
    const Trace trace = recording::everything();
    const QByteArray head = journal(trace, 0), one = journal(trace, 1), two = journal(trace, 2);
    const QByteArray second = two.sliced(journal(trace, 2).lastIndexOf(QByteArray("\xd9\xd9\xf7", 3)));
    QVERIFY(archive::save(trace, path("finished.iotrace")));
    const QByteArray finished = content(path("finished.iotrace"));
    for (const QByteArray &wrong : {head + head, head + second, one + one, one + finished, finished + second, two + QByteArray(20, '\0'), one + "no part of a recording"}) {
        const archive::Result result = open(wrong);
        QCOMPARE(result.fault, Fault::damaged);
    }
    QCOMPARE(open(finished + second).byte, finished.size());
}

void JournalTest::a_limit_is_told_and_leaves_the_beginning()
{
    std::signal(SIGXFSZ, SIG_IGN);
    const Trace trace = recording::busy(2'000);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{rlim_t(journal(trace, 20).size() / 2), before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    Journal kept(path("limited.iotrace"), {});
    for (const trace::Batch &batch : batches(trace, 20, false)) {
        kept.take(batch);
        kept.write(trace.run);
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(kept.result().fault, Fault::cannot_write);
    QVERIFY(!kept.result().detail.isEmpty() && kept.has_parts());
    kept.take(batches(trace, 1, false)[0]);
    QVERIFY(!kept.write(trace.run)); // no hole: what has failed is over
    QVERIFY(archive::open(path("limited.iotrace"), m_opened));
    const size_t events = m_opened->events().size();
    QVERIFY(events > 500 && events < 1'500);
    for (size_t i = 0; i < events; ++i)
        QCOMPARE(m_opened->events()[i].end, trace.events()[i].end);
    kept.remove();
    QVERIFY(!QFile::exists(path("limited.iotrace")));
}

void JournalTest::it_goes_or_gets_another_name()
{
    QVERIFY(!Journal(m_dir.filePath("nowhere/a.iotrace"), {}).result());
    const Trace trace = recording::everything();
    Journal kept(path("a.iotrace"), {});
    QVERIFY(kept.result() && !kept.has_parts());
    kept.take(batches(trace, 1, false)[0]);
    QVERIFY(kept.write_to_disk(trace.run));
    QVERIFY(!kept.rename(m_dir.filePath("nowhere/b.iotrace")));
    QVERIFY(kept.rename(path("b.iotrace")));
    QVERIFY(!QFile::exists(path("a.iotrace")) && archive::open(path("b.iotrace"), m_opened));
    QCOMPARE(recording::difference(trace, *m_opened), QString());
    kept.remove();
    QVERIFY(!QFile::exists(path("b.iotrace")));
}

ROOM_TEST(JournalTest)
#include "journal_test.moc"
