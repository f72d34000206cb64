// SPDX-License-Identifier: MIT
#include "ui/window/recovery.h"

#include "archive/iotrace.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <csignal>
#include <new>

namespace ui {
namespace {

constexpr int period_ms = 30'000;
constexpr size_t most_events = 2'000'000; // beyond it the copy would cost more memory than a lecture's recording is worth

} // namespace

Recovery::Recovery(Session &session, const QString &folder, QObject *parent)
    : QObject(parent), m_session(session),
      m_path(QDir(folder).filePath(QStringLiteral("recovery-%1.iotrace").arg(QCoreApplication::applicationPid())))
{
    QDir().mkpath(folder);
    connect(&session, &Session::started, this, &Recovery::restart);
    connect(&session, &Session::recording_changed, this, [this] {
        m_pending.clear();
        m_copy.reset();
        m_background.run([path = m_path]() -> Background::After {
            QFile::remove(path); // it was of the recording before
            return {};
        });
    });
    connect(&session, &Session::recorded, this, &Recovery::keep);
    connect(&session, &Session::stopped, this, &Recovery::write);
    m_timer.setInterval(period_ms);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::write);
}

Recovery::~Recovery()
{
    m_background.finish();
    QFile::remove(m_path);
}

QString Recovery::usual_folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QStringList Recovery::left(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("recovery-*.iotrace")}, QDir::Files, QDir::Time)) {
        const int pid = QStringView(name).mid(9, name.size() - 17).toInt();
        if (pid > 0 && kill(pid, 0) == -1 && errno == ESRCH)
            paths << dir.filePath(name);
    }
    return paths;
}

void Recovery::restart()
{
    m_events = 0;
    m_timer.start();
}

void Recovery::keep(const trace::Batch &batch)
{
    m_events += batch.events.size();
    if (m_events > most_events) {
        m_timer.stop();
        m_pending.clear();
        m_copy.reset();
        return;
    }
    m_pending.push_back(batch);
}

void Recovery::write()
{
    if (m_writing || m_pending.empty() || !m_session.unsaved())
        return;
    if (!m_copy)
        m_copy = std::make_shared<trace::Trace>();
    m_writing = true;
    m_background.run([this, copy = m_copy, run = m_session.trace().run, batches = std::exchange(m_pending, {}),
                      path = m_path]() mutable -> Background::After {
        try {
            copy->run = run;
            for (trace::Batch &batch : batches)
                copy->append(std::move(batch));
            archive::save(*copy, path);
        } catch (const std::bad_alloc &) {
            // The copy is a courtesy: without memory for it the recording itself goes on.
        }
        return [this] {
            m_writing = false;
            emit written();
        };
    });
}

} // namespace ui
