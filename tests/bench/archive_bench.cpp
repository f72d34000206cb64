// SPDX-License-Identifier: MIT
// Saving, opening and exporting a recording of 1,000,000 events.
#include "archive/iotrace.h"
#include "archive/json.h"
#include "archive/recording.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <utility>

class ArchiveBench : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void save();
    void open();
    void export_chrome();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    QTemporaryDir m_dir;
    trace::Trace m_trace;
};

void ArchiveBench::initTestCase()
{
    m_trace = recording::busy(1'000'000 - recording::everything().events().size());
    QCOMPARE(m_trace.events().size(), size_t(1'000'000));
    QVERIFY(archive::save(m_trace, path("opened.iotrace")));
    qInfo("%.1f bytes an event", double(QFileInfo(path("opened.iotrace")).size()) / 1e6);
}

void ArchiveBench::save()
{
    QBENCHMARK {
        QVERIFY(archive::save(m_trace, path("saved.iotrace")));
    }
}

void ArchiveBench::open()
{
    QBENCHMARK {
        std::unique_ptr<trace::Trace> opened;
        QVERIFY(archive::open(path("opened.iotrace"), opened));
        QCOMPARE(opened->events().size(), m_trace.events().size());
    }
}

// Beside what it replaced: an object of each event, written by Qt. In seconds of the processor, whoever else uses it.
void ArchiveBench::export_chrome()
{
    std::clock_t before = std::clock();
    const auto seconds = [&before] {
        return double(std::clock() - std::exchange(before, std::clock())) / CLOCKS_PER_SEC;
    };
    QVERIFY(archive::export_chrome(m_trace, path("exported.json")));
    const double exported = seconds();
    qint64 bytes = 0;
    for (size_t i = 0; i < m_trace.events().size(); ++i)
        bytes += QJsonDocument(archive::event_json(m_trace, i)).toJson(QJsonDocument::Compact).size();
    const double made = seconds();
    qInfo("export_chrome: %.2f s for %lld bytes; by way of objects: %.2f s for %lld bytes", exported,
          QFileInfo(path("exported.json")).size(), made, bytes);
}

QTEST_GUILESS_MAIN(ArchiveBench)
#include "archive_bench.moc"
