// SPDX-License-Identifier: MIT
// In the lecture hall: the audience's picture over the whole screen, driven by a clicker alone; with a second screen the picture goes there
// and the speaker's view stays here. The window behind stays as it is.
#pragma once

#include "ui/hall/page.h"

#include "lessons/followed.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace comparison {
struct Result;
}

class QKeyEvent;
class QScreen;
class QWidget;

namespace ui {

class Actions;
class Announcer;
class AudienceView;
class ComparisonRunner;
class Usher;
class Lecture;
class Preferences;
class Session;
class SpeakerView;
class Wakeful;

class Hall : public QObject {
    Q_OBJECT
public:
    // What it shows and drives. All outlive it.
    struct Around {
        QWidget &window;
        Session &session;
        Lecture &lecture;
        Preferences &preferences;
        const Actions &actions;
        Announcer &announcer;
        Usher &usher;
    };
    explicit Hall(const Around &around);
    ~Hall() override;

    enum class From : uint8_t { here, chapter }; // where the chapter begins
    void present(From from);
    void end();
    bool presenting() const { return m_audience != nullptr; }
    AudienceView *audience() const { return m_audience.get(); } // nullptr: nothing is presented
    SpeakerView *speaker() const { return m_speaker.get(); }    // nullptr: there is one screen

    // The speaker's view, on the window's screen: the audience's picture is on another.
    void show_speaker();
    // What the audience sees now.
    HallPage page() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void lesson_wanted(const QString &name);        // the next of the lecture
    void lesson_before_wanted(const QString &name); // as it was when it was left
    void screen_lost();                      // the audience's; its picture is on the window's now

private:
    void act(const QKeyEvent &key);
    bool is_ours(const QWidget &widget, const QKeyEvent &key) const;
    void forward();
    void go_past_goal();
    bool turn(int pages);
    void to_lesson_before();
    void put_comparison(HallPage &page, const lessons::Item &item) const;
    void put_options(HallPage &page) const;
    void follow_comparison();
    void backward();
    void to_chapter();
    void show();
    void place();
    void lose(QScreen *screen);
    HallPage lesson_page() const;
    HallPage shown_page() const;

    const Around m;
    std::unique_ptr<AudienceView> m_audience;
    std::unique_ptr<SpeakerView> m_speaker;
    std::unique_ptr<Wakeful> m_wakeful;
    QPointer<QScreen> m_screen;  // the audience's
    QPointer<QWidget> m_focus;   // that had the keyboard before
    bool m_invites = false;      // the audience sees how it comes in
    QString m_problem;           // why the lesson could not be run
    std::unique_ptr<ComparisonRunner> m_compared; // works the figures of a comparing lesson out
    mutable std::shared_ptr<const figures::OptionsScene> m_options; // the page of them that was shown last
    std::shared_ptr<const comparison::Result> m_comparing; // what m_compared was given last
    QString m_comparing_in;                                // its language
    size_t m_page = 0, m_page_of = 0; // of what is more than one page, and the item that it is of
    bool m_past_goal = false;    // the audience has seen the goal of the lesson that is being begun
};

} // namespace ui
