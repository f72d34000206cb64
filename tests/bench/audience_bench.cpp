// SPDX-License-Identifier: MIT
// The window with an audience of whom somebody means ill: does its thread answer sixty times a second, what does the server do, and how long
// waits somebody honest for his echo? Usage: bench_audience [SECONDS]: so long for each kind of harm; otherwise ten.
#include "audience/entrance.h"
#include "calls/schema.h"
#include "ui/audience/usher.h"
#include "ui/common/preferences.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

constexpr double frame_ms = 1000. / 60;
constexpr uint32_t here = 0x7f000002;

int come(int port, uint32_t from, bool waits = true)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | (waits ? 0 : SOCK_NONBLOCK), 0);
    sockaddr_in source{}, target{};
    source.sin_family = target.sin_family = AF_INET;
    source.sin_addr.s_addr = htonl(from);
    target.sin_addr.s_addr = htonl(here);
    target.sin_port = htons(uint16_t(port));
    ::bind(fd, reinterpret_cast<sockaddr *>(&source), sizeof source);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&target), sizeof target) == -1 && waits) {
        ::close(fd);
        return -1;
    }
    return fd;
}

// Does harm until it is ended.
[[noreturn]] void do_harm(const QByteArray &how, int port)
{
    const std::string much(1 << 20, 'x');
    const linger at_once{1, 0};
    std::vector<int> held;
    for (uint32_t i = 0;; ++i) {
        const uint32_t from = 0x7f000010 + i % 60;
        if (how == "flood") {
            ::close(come(port, from));
        } else if (how == "reset") {
            const int fd = come(port, from);
            ::send(fd, "abc", 3, MSG_NOSIGNAL);
            ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
            ::close(fd);
        } else if (how == "half-open") {
            const int fd = come(port, from), on = 1;
            ::setsockopt(fd, IPPROTO_TCP, TCP_REPAIR, &on, sizeof on);
            ::close(fd);
        } else {
            if (held.size() < 200)
                held.push_back(come(port, from));
            for (const int fd : held)
                if (how == "megabytes")
                    ::send(fd, much.data(), much.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (held.size() == 200)
                usleep(1000);
        }
    }
}

struct Spread {
    std::vector<double> all;
    double share(double part) const { return all.empty() ? 0 : all[std::min(all.size() - 1, size_t(double(all.size()) * part))]; }
};

void measure(const char *how, int seconds, const char *program)
{
    ui::Preferences preferences("vi");
    ui::MainWindow window(preferences, {});
    window.resize(1280, 720);
    window.show();
    QElapsedTimer clock;
    clock.start();
    while (!(window.session().run() && window.session().run()->port() != 0))
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    if (!window.usher().let_in(QStringLiteral("127.0.0.2"), {}))
        qFatal("%s", qPrintable(window.usher().problem()));
    const bool by_web = qstrcmp(how, "web") == 0;
    const int port = window.usher().invitation().port, attacked = by_web ? window.usher().invitation().web_port : port;
    std::atomic<bool> over = false;
    Spread echo, late;
    std::thread honest([&] {
        const int fd = come(port, 0x7f0000c8);
        char bytes[3];
        while (!over) {
            const auto began = std::chrono::steady_clock::now();
            if (::send(fd, "abc", 3, MSG_NOSIGNAL) != 3 || ::recv(fd, bytes, 3, MSG_WAITALL) != 3)
                break;
            echo.all.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
        ::close(fd);
    });
    QProcess enemy;
    if (qstrcmp(how, "nobody") != 0)
        enemy.start(QString::fromLocal8Bit(program), {by_web ? QStringLiteral("flood") : QString::fromLatin1(how), QString::number(attacked)});
    clock.restart();
    double due = 0;
    QTimer frame;
    frame.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frame, &QTimer::timeout, [&] {
        const double now = double(clock.nsecsElapsed()) / 1e6;
        if (now < due)
            return;
        late.all.push_back(now - due);
        due = (double(int64_t(now / frame_ms)) + 1) * frame_ms;
        if (now > seconds * 1000.)
            QApplication::exit();
    });
    frame.start(1);
    QApplication::exec();
    const audience::Tally tally = window.usher().tally();
    over = true;
    enemy.kill();
    enemy.waitForFinished();
    honest.join();
    window.usher().close();
    long calls = 0;
    for (const trace::Event &event : window.session().trace().events())
        calls += calls::is_system_call(event.call) ? long(event.count) : 0;
    std::ranges::sort(late.all);
    std::ranges::sort(echo.all);
    std::printf("%-10s window late: median %.1f, 99 %% %.1f, most %.1f ms; echo: median %.1f, 99 %% %.1f, most %.1f ms (%zu); server: %.0f calls/s, %.0f events/s; "
                "let in %lld, turned away %lld, sent out %lld\n",
                how, late.share(0.5), late.share(0.99), late.share(1), echo.share(0.5), echo.share(0.99), echo.share(1), echo.all.size(), double(calls) / seconds, double(window.session().trace().events().size()) / seconds,
                static_cast<long long>(tally.let_in), static_cast<long long>(tally.turned_away), static_cast<long long>(tally.sent_out));
    std::fflush(stdout);
    window.session().set_saved();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3)
        do_harm(argv[1], atoi(argv[2]));
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    const int seconds = argc > 1 ? atoi(argv[1]) : 10;
    for (const char *how : {"nobody", "silence", "flood", "reset", "half-open", "megabytes", "web"})
        measure(how, seconds, argv[0]);
    return 0;
}
