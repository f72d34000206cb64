// SPDX-License-Identifier: MIT
#include "shown.h"

#include "ui/figure/view.h"
#include "ui/window/panels.h"

#include <QDeadlineTimer>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <algorithm>

namespace shown {

EmptySettings::EmptySettings()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

Window::Window(const QString &language, QSize size, ui::MainWindow::Beginning beginning, bool listening)
    : preferences(language), window(std::make_unique<ui::MainWindow>(preferences, beginning))
{
    preferences.set_motion(ui::Preferences::Motion::off);
    window->resize(size);
    window->show();
    if (listening && !comes_true([this] { return session().run() && session().run()->port() != 0; }))
        qFatal("the server does not listen");
}

Window::~Window()
{
    session().set_saved();
    window.reset();
}

ui::FigureView &Window::view(const char *figure)
{
    for (ui::FigureView *view : window->panels().views())
        if (qstrcmp(view->figure().name, figure) == 0)
            return *view;
    if (auto *view = window->findChild<ui::FigureView *>(QLatin1String(figure))) // inside a panel that is not a figure's alone
        return *view;
    qFatal("no such figure");
}

QStringList Window::words(const char *figure)
{
    QStringList words;
    for (const drawing::Shape &shape : view(figure).drawing().shapes)
        if (shape.kind == drawing::Shape::text)
            words << shape.words;
    return words;
}

bool Window::contains(const char *figure, const QString &text)
{
    return words(figure).join(QLatin1Char('\n')).contains(text);
}

void Window::connect_client(int number)
{
    QTest::mouseClick(window->findChild<QPushButton *>("connect"), Qt::LeftButton);
    const bool connected = comes_true([&] {
        const auto progress = session().run()->progress(number);
        return progress && progress->connected && std::ranges::count_if(session().trace().events(), [](const trace::Event &event) {
                   return event.call == trace::Call::accept && event.result >= 0;
               }) >= number;
    });
    if (!connected)
        qFatal("the client does not connect");
}

void fail_on_warning()
{
    QTest::failOnWarning(QRegularExpression("^(?!This plugin does not support propagateSizeHints)"));
}

bool comes_true(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 5000);
}

} // namespace shown
