// SPDX-License-Identifier: MIT
// From the start of the program to its first painted window: the program begins anew each time; the median of many.
#include "ui/common/preferences.h"
#include "ui/figure/view.h"
#include "ui/window/main_window.h"
#include "ui/window/panels.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace {

constexpr int times = 15;

double seconds_now()
{
    timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

// Ends the program once the stage has been painted, and with it all of the window, and says when that was.
class FirstPicture : public QObject {
public:
    explicit FirstPicture(QObject *stage) : m_stage(stage) { stage->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        m_stage->removeEventFilter(this);
        QTimer::singleShot(0, [] { // after the painting
            std::printf("%.6f\n", seconds_now());
            std::fflush(stdout);
            _exit(0);
        });
        return false;
    }

private:
    QObject *const m_stage;
};

int show_window(int argc, char **argv)
{
    QApplication app(argc, argv);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromLocal8Bit(argv[1]));
    ui::Preferences preferences("vi");
    ui::MainWindow window(preferences, {});
    const FirstPicture picture(window.panels().stage().viewport());
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2)
        return show_window(argc, argv);
    const QTemporaryDir settings;
    std::vector<double> taken;
    QProcess program;
    for (int i = 0; i < times; ++i) {
        const double begin = seconds_now();
        program.start(QString::fromLocal8Bit(argv[0]), {settings.path()});
        program.waitForFinished(-1);
        taken.push_back(program.readAllStandardOutput().toDouble() - begin);
    }
    std::sort(taken.begin(), taken.end());
    std::printf("start to first picture: median %.3f s, fastest %.3f s, slowest %.3f s\n", taken[taken.size() / 2], taken.front(),
                taken.back());
    return 0;
}
