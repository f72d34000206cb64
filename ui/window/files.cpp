// SPDX-License-Identifier: MIT
#include "ui/window/files.h"

#include <QFileInfo>
#include <QSettings>

#include <new>

namespace ui {
namespace {

constexpr int most_recent = 8;

} // namespace

Files::Files(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
}

Files::~Files()
{
    if (m_kind == Kind::opening)
        cancel();
}

archive::Progress Files::reporting(Cancel cancel)
{
    return [this, cancel](qint64 done, qint64 total) {
        m_background.in_window([this, done, total] { emit progressed(done, total); });
        return !cancel->load();
    };
}

void Files::begin(Kind kind, const QString &path)
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_kind = kind;
    emit begun(kind, path);
}

void Files::end()
{
    m_cancel.reset();
    emit over();
}

void Files::cancel()
{
    if (m_cancel)
        m_cancel->store(true);
}

bool Files::open(const QString &path)
{
    if (busy())
        return false;
    begin(Kind::opening, path);
    m_background.run([this, path, cancel = m_cancel]() -> Background::After {
        std::unique_ptr<trace::Trace> trace;
        std::shared_ptr<Recording> recording;
        archive::Result result;
        std::vector<calls::Contradiction> contradictions;
        try {
            std::vector<archive::Bookmark> bookmarks;
            result = archive::open_marked(path, trace, bookmarks, reporting(cancel));
            if (result) {
                recording = std::make_shared<Recording>(std::move(trace));
                recording->bookmarks = std::move(bookmarks);
                contradictions = calls::contradictions(*recording->trace);
            }
        } catch (const std::bad_alloc &) {
            result.fault = archive::Fault::no_memory;
        }
        return [this, path, result, recording, cancel, contradictions]() mutable {
            end();
            if (cancel->load()) // even if it came too late to stop the reading
                result.fault = archive::Fault::cancelled;
            if (!result) {
                emit failed(result, path);
                return;
            }
            remember(path);
            emit opened(recording, path);
            if (result.unfinished)
                emit unfinished(path);
            if (!contradictions.empty())
                emit contradictory(recording, contradictions);
        };
    });
    return true;
}

bool Files::save(const QString &path)
{
    return write(Kind::saving, path, [bookmarks = m_session.recording()->bookmarks](const trace::Trace &trace, const QString &to, const archive::Progress &progress) {
        return archive::save_marked(trace, bookmarks, to, progress);
    });
}

bool Files::export_chrome(const QString &path)
{
    return export_by(path, archive::export_chrome);
}

bool Files::export_by(const QString &path, Writer writer)
{
    return write(Kind::exporting, path, std::move(writer));
}

bool Files::write(Kind kind, const QString &path, Writer writer)
{
    if (busy())
        return false;
    begin(kind, path);
    m_session.hold(true);
    m_background.run([this, kind, path, recording = kind == Kind::saving ? m_session.whole() : m_session.recording(), cancel = m_cancel, writer = std::move(writer)]() -> Background::After {
        const archive::Result result = writer(*recording->trace, path, reporting(cancel));
        return [this, kind, path, result, recording] {
            end();
            m_session.hold(false);
            if (!result) {
                emit failed(result, path);
                return;
            }
            if (kind == Kind::saving) {
                if (recording == m_session.whole())
                    m_session.set_saved();
                remember(path);
            }
            emit saved(kind, path);
        };
    });
    return true;
}

QStringList Files::recent() const
{
    return QSettings().value("recent").toStringList();
}

void Files::remember(const QString &path)
{
    QStringList files = recent();
    const QString whole = QFileInfo(path).absoluteFilePath();
    files.removeAll(whole);
    files.prepend(whole);
    while (files.size() > most_recent)
        files.removeLast();
    QSettings().setValue("recent", files);
    emit recent_changed();
}

} // namespace ui
