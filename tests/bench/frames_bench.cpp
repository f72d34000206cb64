// SPDX-License-Identifier: MIT
// The window while the busy non-blocking server polls: does its thread answer sixty times a second, does memory stay flat?
// Usage: bench_frames [SECONDS [SERVER]]; otherwise a minute of nonblocking.
#include "ui/common/preferences.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr double frame_ms = 1000. / 60;

// Memory in use, KiB: proc(5), VmRSS.
long resident()
{
    long pages = 0;
    if (FILE *file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%*d %ld", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return pages * 4;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int seconds = argc > 1 ? atoi(argv[1]) : 60;
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    ui::Preferences preferences("vi");
    ui::MainWindow window(preferences, {.server = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("nonblocking")});
    window.resize(1280, 720);
    window.show();

    // A client that says something twice a second, so that there is something to draw.
    QTimer talk;
    QObject::connect(&talk, &QTimer::timeout, [&] {
        const auto run = window.session().run();
        if (!run)
            return;
        if (run->clients() == 0) {
            run->add_client();
            run->tell(1, {clients::Command::connect, {}, 0});
        }
        run->tell(1, {clients::Command::send, "abc", 0});
        run->tell(1, {clients::Command::receive, {}, 3});
    });
    talk.start(500);

    // A timer due every sixtieth of a second: how late it comes is how long the window's thread was busy with something else.
    std::vector<double> late;
    QElapsedTimer clock;
    clock.start();
    double due = 0;
    long early = 0;
    QTimer frame;
    frame.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frame, &QTimer::timeout, [&] {
        const double now = double(clock.nsecsElapsed()) / 1e6;
        if (now < due)
            return;
        late.push_back(now - due);
        due = (double(int64_t(now / frame_ms)) + 1) * frame_ms;
        if (!early && now > 10'000)
            early = resident();
        if (now > seconds * 1000.)
            QApplication::exit(); // quit() would ask whether to save the recording
    });
    frame.start(1);
    QApplication::exec();

    std::ranges::sort(late);
    const auto share = [&](double part) { return late[std::min(late.size() - 1, size_t(double(late.size()) * part))]; };
    const auto missed = late.end() - std::ranges::upper_bound(late, frame_ms);
    std::printf("%zu frames in %d s (%.1f a second), of which %td came later than a frame; late by: median %.1f ms, 99 %% %.1f ms, most %.1f ms\n",
                late.size(), seconds, double(late.size()) / seconds, missed, share(0.5), share(0.99), late.back());
    std::printf("%zu events in the recording; resident after 10 s %ld KiB, at the end %ld KiB\n", window.session().trace().events().size(),
                early, resident());
    return 0;
}
