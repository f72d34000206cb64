// SPDX-License-Identifier: MIT
#include "ui/window/recovery.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <csignal>
#include <new>

namespace ui {
namespace {

constexpr int period_ms = 500;

} // namespace

Recovery::Recovery(Session &session, const QString &folder, QObject *parent)
    : QObject(parent), m_session(session),
      m_path(QDir(folder).filePath(QStringLiteral("recovery-%1.iotrace").arg(QCoreApplication::applicationPid())))
{
    QDir().mkpath(folder);
    connect(&session, &Session::recording_changed, this, [this] {
        m_pending.clear();
        m_background.run([path = m_path, journal = std::exchange(m_journal, nullptr)]() -> Background::After {
            QFile::remove(path); // it was of the recording before
            return {};
        });
    });
    connect(&session, &Session::recorded, this, [this](const trace::Batch &batch) { m_pending.push_back(batch); });
    connect(&session, &Session::stopped, this, &Recovery::write);
    m_timer.setInterval(period_ms);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::write);
    m_timer.start();
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

void Recovery::write()
{
    if (m_writing || m_pending.empty() || !m_session.unsaved())
        return;
    if (!m_journal)
        m_journal = std::make_shared<std::optional<archive::Journal>>();
    m_writing = true;
    m_background.run([this, journal = m_journal, run = m_session.trace().run, batches = std::exchange(m_pending, {}),
                      path = m_path]() -> Background::After {
        try {
            if (!*journal)
                journal->emplace(path, run);
            for (const trace::Batch &batch : batches)
                (*journal)->take(batch);
            (*journal)->write(run);
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
