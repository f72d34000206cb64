// SPDX-License-Identifier: MIT
// Files that are cut off, damaged, foreign, newer or hostile: a fault or a sound recording, never a crash, never much
// memory.
#include "allocations.h"
#include "archive/iotrace.h"
#include "archive/json.h"
#include "recording.h"

#include "room.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <optional>
#include <random>
#include <set>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

using archive::Fault;
using trace::Trace;

// How many of the damages are tried: under the sanitizer each takes ten times as long.
#ifdef __SANITIZE_ADDRESS__
constexpr int one_of = 3;
#else
constexpr int one_of = 1;
#endif

class HostileTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cut_off_anywhere();
    void every_bit_turned();
    void random_damage();
    void enlarged_lengths();
    void foreign_data();
    void foreign();
    void a_newer_version();
    void a_call_of_a_newer_program();
    void calls_are_known_by_their_names();
    void more_after_the_end();
    void unknown_keys_are_skipped();
    void what_is_wrong_is_found_data();
    void what_is_wrong_is_found();
    void deeply_nested();
    void too_many_threads();

private:
    archive::Result open(const QByteArray &bytes);
    void must_be_fault_or_sound(const QByteArray &bytes);
    bool is_told(const trace::Event &event, std::optional<size_t> sequence);
    int m_memory = -1; // a file without a disk: tens of thousands are tried
    QByteArray m_small;
    std::unique_ptr<Trace> m_trace;
    std::set<std::string> m_told; // of each event of what is not damaged, what is an object of JSON
    size_t m_faults = 0, m_sound = 0;
};

Q_DECLARE_METATYPE(archive::Fault)

namespace {

// The file that opening is tried on has this written at `key` instead of what save() writes.
QByteArray replaced(QByteArray file, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = file.indexOf(from);
    if (at < 0)
        return {};
    return file.replace(at, from.size(), to);
}

// CBOR of a text shorter than 24 bytes.
QByteArray text(const char *characters)
{
    return char(0x60 + qstrlen(characters)) + QByteArray(characters);
}

} // namespace

void HostileTest::initTestCase()
{
    m_memory = memfd_create("tried", MFD_CLOEXEC);
    QVERIFY(m_memory != -1);
    const QTemporaryDir dir;
    const QString path = dir.filePath("small.iotrace");
    QVERIFY(archive::save(recording::everything(), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_small = file.readAll();
    QVERIFY(m_small.size() > 1000);
    QVERIFY(open(m_small));
    for (size_t i = 0; i < m_trace->events().size(); ++i) {
        archive::JsonText json;
        archive::write_event(json, *m_trace, m_trace->events()[i], i);
        QVERIFY(is_told(m_trace->events()[i], i));
        m_told.insert(json.written());
    }
}

void HostileTest::cleanupTestCase()
{
    QCOMPARE(::close(m_memory), 0);
}

void HostileTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
    m_faults = m_sound = 0;
}

archive::Result HostileTest::open(const QByteArray &bytes)
{
    if (ftruncate(m_memory, bytes.size()) != 0
        || pwrite(m_memory, bytes.constData(), size_t(bytes.size()), 0) != bytes.size())
        qFatal("cannot write the file to try");
    m_trace.reset();
    const QString path = QStringLiteral("/proc/self/fd/%1").arg(m_memory);
    allocations::forget();
    return archive::open(path, m_trace);
}

void HostileTest::must_be_fault_or_sound(const QByteArray &bytes)
{
    const archive::Result result = open(bytes);
    if (allocations::watched()) {
        QCOMPARE_LT(allocations::largest(), size_t(64 * 1024 + 32 * bytes.size()));
        QCOMPARE_LT(allocations::sum(), size_t(1024 * 1024 + 256 * bytes.size()));
    }
    QCOMPARE(bool(m_trace), bool(result));
    if (!result) {
        ++m_faults;
        QVERIFY(result.fault != Fault::cannot_read && result.fault != Fault::no_memory && result.fault != Fault::cancelled);
        return;
    }
    ++m_sound;
    int64_t last = 0;
    for (size_t i = 0; i < m_trace->events().size(); ++i) {
        const trace::Event &event = m_trace->events()[i];
        QVERIFY(event.begin >= 0 && event.begin <= event.end && event.end >= last);
        QVERIFY(event.thread < m_trace->threads.size() && event.call < trace::Call::count_ && event.count >= 1);
        QVERIFY(event.line == 0 || event.file < m_trace->files.size());
        if (event.call == trace::Call::select && event.flags & trace::payload_elsewhere) {
            const size_t words = m_trace->words.size();
            QVERIFY(event.words[0] <= words && event.words[1] <= words - event.words[0]);
        }
        QVERIFY(is_told(event, i));
        last = event.end;
    }
    for (const trace::Event &event : m_trace->in_flight())
        QVERIFY(is_told(event, {}));
}

// As an object of JSON. Most of a damaged recording is told as it was, and that is parsed once.
bool HostileTest::is_told(const trace::Event &event, std::optional<size_t> sequence)
{
    archive::JsonText json;
    archive::write_event(json, *m_trace, event, sequence);
    return m_told.contains(json.written()) || !QJsonDocument::fromJson(QByteArray::fromStdString(json.written())).object().isEmpty();
}

void HostileTest::cut_off_anywhere()
{
    for (qsizetype size = 0; size < m_small.size(); ++size) {
        const archive::Result result = open(m_small.first(size));
        const bool head = size < 20; // so little that it may be anything
        if (result.fault != Fault::truncated && !(head && result.fault == Fault::not_a_trace))
            QFAIL(qPrintable(QStringLiteral("cut at %1: fault %2 %3").arg(size).arg(int(result.fault)).arg(result.detail)));
        QVERIFY(!m_trace);
    }
}

void HostileTest::every_bit_turned()
{
    for (qsizetype bit = 0; bit < 8 * m_small.size(); bit += one_of) {
        QByteArray file = m_small;
        file[bit / 8] = char(file[bit / 8] ^ (1 << bit % 8));
        must_be_fault_or_sound(file);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("bit %1").arg(bit)));
    }
    QVERIFY(m_faults > 0 && m_sound > 0);
}

void HostileTest::random_damage()
{
    std::mt19937 random(20'240'501);
    for (int round = 0; round < 4000 / one_of; ++round) {
        QByteArray file = m_small;
        for (unsigned change = 0; change <= random() % 4; ++change) {
            const qsizetype at = qsizetype(random() % size_t(file.size()));
            switch (random() % 4) {
            case 0: file[at] = char(random()); break;
            case 1: file.remove(at, random() % 16); break;
            case 2: file.insert(at, file.mid(qsizetype(random() % size_t(file.size())), random() % 32)); break;
            case 3: file.insert(at, char(random())); break;
            }
        }
        must_be_fault_or_sound(file);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("round %1").arg(round)));
    }
    QVERIFY(m_faults > 0);
}

// At every byte that may begin an item: the same item, but with a huge number as its length, count or value.
void HostileTest::enlarged_lengths()
{
    for (qsizetype at = 3; at < m_small.size(); ++at)
        for (const char *number : {"\x1a\x7f\xff\xff\xff", "\x1b\x7f\xff\xff\xff\xff\xff\xff\xff", "\x1b\xff\xff\xff\xff\xff\xff\xff\xff"}) {
            const bool four = number[0] == 0x1a;
            QByteArray huge(number, four ? 5 : 9);
            huge[0] = char((m_small[at] & 0xe0) | huge[0]);
            must_be_fault_or_sound(m_small.first(at) + huge + m_small.sliced(at + 1));
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("byte %1").arg(at)));
        }
    QVERIFY(m_faults > 0);
}

void HostileTest::foreign_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray tag("\xd9\xd9\xf7", 3);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("JSON") << QByteArray("{\"format\": \"iotrace\", \"version\": 1}");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("text") << QByteArray("wait server blocked in select\n");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("CBOR without the tag") << QByteArray("\xa0", 1);
    QTest::newRow("other CBOR") << tag + "\x83\x01\x02\x03";
    QTest::newRow("empty map") << tag + '\xa0';
    QTest::newRow("other map") << tag + '\xa1' + text("version") + '\x01';
    QTest::newRow("other format") << tag + '\xa1' + text("format") + text("pcap");
    QTest::newRow("number as a key") << tag + "\xa1\x01\x02";
}

void HostileTest::foreign()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(open(bytes).fault, Fault::not_a_trace);
}

void HostileTest::a_newer_version()
{
    const QByteArray newer = replaced(m_small, text("version") + '\x03', text("version") + '\x04');
    const archive::Result result = open(newer);
    QCOMPARE(result.fault, Fault::newer_version);
    QCOMPARE(result.detail, QString("4"));
    QCOMPARE(open(newer.first(newer.indexOf("version") + 8) + '\xa0').fault, Fault::newer_version); // whatever follows
    QCOMPARE(open(replaced(m_small, text("version") + '\x03', text("version") + '\x20')).fault, Fault::damaged);
}

void HostileTest::a_call_of_a_newer_program()
{
    const archive::Result result = open(replaced(m_small, text("FD_ISSET"), text("FD_MOVED")));
    QCOMPARE(result.fault, Fault::newer_version);
    QCOMPARE(result.detail, QString("FD_MOVED"));
}

// Another program may number them otherwise.
void HostileTest::calls_are_known_by_their_names()
{
    QVERIFY(open(replaced(m_small, text("accept") + text("select"), text("select") + text("accept"))));
    const Trace here = recording::everything();
    for (size_t i = 0; i < here.events().size(); ++i) {
        const trace::Event &event = here.events()[i], &other = m_trace->events()[i];
        const auto swapped = [](trace::Call call) {
            return call == trace::Call::accept ? trace::Call::select
                : call == trace::Call::select  ? trace::Call::accept
                                               : call;
        };
        QCOMPARE(other.call, swapped(event.call));
        if (event.call == trace::Call::held)
            QCOMPARE(other.flags, uint16_t(swapped(trace::Call(event.flags))));
    }
}

void HostileTest::more_after_the_end()
{
    QCOMPARE(open(m_small + '\0').fault, Fault::damaged);
    const archive::Result result = open(m_small + m_small);
    QCOMPARE(result.fault, Fault::damaged);
    QCOMPARE(result.byte, m_small.size());
}

void HostileTest::unknown_keys_are_skipped()
{
    const QByteArray nested("\x82\xa1\x01\xfb\x3f\xf0\0\0\0\0\0\0\xd8\x40\x43"
                            "abc",
                            18);
    for (const char *before : {"run", "server", "files", "name", "dropped", "in_flight", "word_0"}) {
        QByteArray more = replaced(m_small, text(before), text("later") + nested + text(before));
        QVERIFY(!more.isEmpty());
        // one pair more in the map that holds it, where its length is written
        const QByteArray key(before);
        const QByteArray holder = key == "server" ? text("run")
            : key == "name"                       ? text("programs") + '\x82'
            : key == "word_0"                     ? QByteArray()
                                                  : QByteArray("\xd9\xd9\xf7", 3);
        if (!holder.isEmpty()) {
            const qsizetype map = more.indexOf(holder) + holder.size();
            more[map] = char(more[map] + 1);
        }
        const archive::Result result = open(more);
        QVERIFY2(result, qPrintable(QString("%1: %2").arg(before, result.detail)));
        QCOMPARE(recording::difference(recording::everything(), *m_trace), QString());
    }
}

void HostileTest::what_is_wrong_is_found_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *detail) {
        QTest::newRow(name) << from << to << QString(detail);
    };
    const QByteArray from = m_small.mid(m_small.indexOf(text("from") + '\x1b') + 6, 8);
    row("no job", text("job") + text("main"), text("job") + text("maid"), "job");
    row("a text that is no UTF-8", "client 1", "client \xff", "name");
    row("a text that is a number", text("server") + text("select"), text("server") + '\x01', "server");
    row("a port that is none", text("port") + "\x19\x9c\x41", text("port") + QByteArray("\x1a\x00\x01\x00\x00", 5), "port");
    row("many events in few bytes", text("end") + "\xd8\x46", text("end") + "\xd8\x40", "counts");
    row("times beyond all clocks", text("from") + "\x1b" + from,
        text("from") + "\x1b\x7f\xff\xff\xff\xff\xff\xff\xff", "time");
    row("a column missing", text("took"), text("look"), "took");
    row("a run twice", text("dropped") + '\x03', text("run") + '\xa0', "run twice");
    row("no run", text("run"), text("ran"), "no run");
    row("no files before events", text("files"), text("filez"), "before");
}

void HostileTest::what_is_wrong_is_found()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, detail);
    const QByteArray file = replaced(m_small, from, to);
    QVERIFY(!file.isEmpty());
    const archive::Result result = open(file);
    QCOMPARE(result.fault, Fault::damaged);
    QVERIFY2(result.detail.contains(detail), qPrintable(result.detail));
}

void HostileTest::deeply_nested()
{
    for (const char *container : {"\x81", "\x9f", "\xc6"}) {
        const QByteArray hostile = replaced(m_small, text("run"), text("deep") + QByteArray(container).repeated(1'000'000));
        QCOMPARE(open(hostile).fault, Fault::damaged);
    }
}

// An array that claims and has many small threads is cut off where no event could name them.
void HostileTest::too_many_threads()
{
    QByteArray threads = text("threads") + QByteArray("\x9f") + QByteArray("\xa0").repeated(65'537) + '\xff' + text("more");
    QCOMPARE(open(replaced(m_small, text("threads"), threads)).fault, Fault::damaged);
    threads.remove(threads.indexOf('\xa0'), 1);
    QVERIFY(open(replaced(m_small, text("threads"), threads)).fault != Fault::none);
}

ROOM_TEST(HostileTest)
#include "hostile_test.moc"
