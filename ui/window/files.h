// SPDX-License-Identifier: MIT
// Opening and saving recordings away from the window's thread, with progress and a way to cancel; the files used lately.
#pragma once

#include "archive/iotrace.h"
#include "ui/common/background.h"
#include "ui/live/session.h"

#include "calls/contradictions.h"

#include <QStringList>

#include <atomic>

namespace ui {

class Files : public QObject {
    Q_OBJECT
public:
    explicit Files(Session &session, QObject *parent = nullptr);
    ~Files() override; // what is being written is finished, what is being read is not

    enum class Kind : uint8_t { opening, saving, exporting };

    // Reads a recording; opened() or failed() follows. What is shown stays until the new one is complete. One thing is done
    // at a time: false if something is under way.
    bool open(const QString &path);
    // Writes the recording shown, also what is hidden of it; saved() or failed() follows.
    bool save(const QString &path);
    // Writes it as Chrome trace JSON; saved() or failed() follows.
    bool export_chrome(const QString &path);
    // The same as `writer` does it, which is called away from the window's thread.
    using Writer = std::function<archive::Result(const trace::Trace &trace, const QString &path, const archive::Progress &progress)>;
    bool export_by(const QString &path, Writer writer);
    void cancel();
    bool busy() const { return m_cancel != nullptr; }

    // Most recent first; at most eight.
    QStringList recent() const;

signals:
    void begun(Files::Kind kind, const QString &path);
    void progressed(qint64 done, qint64 total); // bytes
    void over();
    void opened(std::shared_ptr<ui::Recording> recording, const QString &path);
    void unfinished(const QString &path); // what was opened was kept while its run went on, which did not end in order
    void contradictory(std::shared_ptr<ui::Recording> recording, const std::vector<calls::Contradiction> &all); // what was opened
    void saved(Files::Kind kind, const QString &path);
    void failed(const archive::Result &result, const QString &path);
    void recent_changed();

private:
    using Cancel = std::shared_ptr<std::atomic<bool>>;
    archive::Progress reporting(Cancel cancel);
    bool write(Kind kind, const QString &path, Writer writer);
    void begin(Kind kind, const QString &path);
    void end();
    void remember(const QString &path);

    Session &m_session;
    Cancel m_cancel;
    Kind m_kind = Kind::opening;
    Background m_background{1};
};

} // namespace ui
