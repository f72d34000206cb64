// SPDX-License-Identifier: MIT
// File > Export slides: the pictures of the whole lecture, made away from the window's thread.
#pragma once

#include "cli/slides.h"
#include "ui/common/background.h"

#include <atomic>
#include <memory>

class QWidget;

namespace ui {

class Actions;
class Announcer;
class MessageBar;
class Preferences;
class StatusLine;

class SlideActions : public QObject {
    Q_OBJECT
public:
    // What it speaks to. All outlive it; `window` is what its dialog belongs to.
    struct Around {
        QWidget &window;
        const Actions &actions;
        const Preferences &preferences;
        MessageBar &messages;
        StatusLine &status;
        Announcer &announcer;
    };
    explicit SlideActions(const Around &around);
    ~SlideActions() override; // cancels, and waits for the run there is

    // Not while it is busy.
    void start(const cli::SlidesWish &wish);
    // over() follows; nothing is written.
    void cancel();
    bool busy() const { return m_cancel != nullptr; }

signals:
    void progressed(int done, int all); // pictures
    void over(const cli::SlidesDone &outcome);

private:
    void choose();
    void say(const cli::SlidesWish &wish, const cli::SlidesDone &outcome);

    const Around m;
    std::shared_ptr<std::atomic<bool>> m_cancel; // of what is under way
    Background m_background{1};
};

} // namespace ui
