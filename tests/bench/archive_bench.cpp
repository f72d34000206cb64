// SPDX-License-Identifier: MIT
// Saving, opening and exporting a recording of 1,000,000 events.
#include "archive/iotrace.h"
#include "archive/recording.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

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

void ArchiveBench::export_chrome()
{
    QBENCHMARK_ONCE {
        QVERIFY(archive::export_chrome(m_trace, path("exported.json")));
    }
}

QTEST_GUILESS_MAIN(ArchiveBench)
#include "archive_bench.moc"
