// SPDX-License-Identifier: MIT
// A timeline's frame while it is panned, 1920 x 1080, drawn and painted: the median of many, for one and for ten
// million events. Times are those of the processor, so that other programs count less.
// bench_timeline [EVENTS [CLIENTS [VISIBLE [FRAMES]]]]
#include "recording/builder.h"
#include "figures/figure.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

using trace::Call;

// A select() server and `clients` that send and receive in turn; about `count` events.
trace::Trace recorded(size_t count, int clients)
{
    trace::Trace trace;
    trace.run.server = "select";
    trace.run.began = 1'000'000'000;
    recording::Builder builder(0, 4000);
    builder.thread("server", recording::Part::server, {"allset", "readfds"});
    for (int i = 1; i <= clients; ++i)
        builder.thread("client " + std::to_string(i), recording::Part::client);
    int64_t now = trace.run.began;
    std::vector<int64_t> asks(size_t(clients) + 1, now); // when each client began to wait for its answer
    uint64_t random = 12345;
    for (size_t made = 0; made < count; made += 7) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        const int client = 1 + int(random >> 40) % clients, fd = 3 + client;
        const int64_t wait = 3'000 + int64_t(random >> 33) % 20'000;
        builder.call(uint16_t(client), Call::send, now + wait - 1'500, now + wait - 200, 3, 100, 100);
        builder.select(0, now, now + wait, 16, 1, 0xfff8, uint64_t(1) << fd);
        builder.step(0, Call::fd_isset, now + wait + 200, 1, fd).result = 1;
        builder.call(0, Call::recv, now + wait + 300, now + wait + 1'900, fd, 100, 4096);
        builder.call(0, Call::send, now + wait + 2'000, now + wait + 5'000, fd, 100, 100);
        builder.call(uint16_t(client), Call::recv, now + wait - 100, now + wait + 6'000, 3, 100, 4096);
        builder.step(0, Call::set_assigned, now + wait + 6'100, 1, 0);
        now += wait + 6'500;
    }
    trace.append(builder.batch());
    return trace;
}

// ms of the processor that this thread has taken.
double taken()
{
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

struct Times {
    double draw, paint, frame; // medians, ms
    size_t shapes;             // the most there were, and boxes that are one shape
};

Times panned(const replay::Replay &replay, figures::Axis axis, double share, int frames_measured)
{
    const words::Language language;
    const replay::Instant instant = replay.step(replay.trace().events().size() / 2);
    const replay::World world = replay.at(instant);
    const drawing::Theme theme = drawing::Theme::of(drawing::ThemeName::light);
    const figures::Range whole = figures::resolved({axis, 0, 0}, replay);
    const double span = (whole.to - whole.from) * share;
    QImage image(1920, 1080, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> drawing, painting, frames;
    size_t shapes = 0;
    for (int frame = 0; frame < frames_measured; ++frame) {
        // By a page or, where all is visible, by a hair, so that it stays so.
        const double moved = span * (share < 1 ? 1 : 0.01) * (frame % 120 - 60) / 120;
        const double from = whole.from + (whole.to - whole.from - span) * 0.5 + moved;
        const figures::Scene scene{replay, world, instant, language, {axis, from, from + span}, {}, false, 0, false};
        const double start = taken();
        const drawing::Drawing drawn = figures::timeline(scene, image.size());
        drawing.push_back(taken() - start);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawing::paint(drawn, theme, painter);
        painter.end();
        frames.push_back(taken() - start);
        painting.push_back(frames.back() - drawing.back());
        size_t painted = drawn.shapes.size();
        for (const drawing::Shape &shape : drawn.shapes)
            painted += shape.places.size();
        shapes = std::max(shapes, painted);
    }
    const auto median = [](std::vector<double> &values) {
        std::ranges::nth_element(values, values.begin() + ptrdiff_t(values.size() / 2));
        return values[values.size() / 2];
    };
    return {median(drawing), median(painting), median(frames), shapes};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    std::printf("%10s %8s %7s %9s %8s %9s %9s %9s\n", "events", "clients", "axis", "visible", "shapes", "draw ms",
                "paint ms", "frame ms");
    std::vector<size_t> counts{1'000'000, 10'000'000}; // or as many events, clients and visible ones as asked for
    std::vector<int> crowds{3, 12};
    std::vector<double> zooms{1e7, 1e6, 1e5, 1e4, 1e3, 1e2};
    if (argc > 1)
        counts = {QByteArray(argv[1]).toULongLong()};
    if (argc > 2)
        crowds = {QByteArray(argv[2]).toInt()};
    if (argc > 3)
        zooms = {QByteArray(argv[3]).toDouble()};
    const int frames_measured = argc > 4 ? QByteArray(argv[4]).toInt() : 120;
    for (const size_t count : counts)
        for (const int clients : crowds) {
            const trace::Trace trace = recorded(count, clients);
            const replay::Replay replay(trace);
            for (const figures::Axis axis : {figures::Axis::time, figures::Axis::events})
                for (const double visible : zooms) {
                    if (visible > double(count))
                        continue;
                    const Times times = panned(replay, axis, visible / double(count), frames_measured);
                    std::printf("%10zu %8d %7s %9.0f %8zu %9.2f %9.2f %9.2f\n", trace.events().size(), clients,
                                axis == figures::Axis::time ? "time" : "events", visible, times.shapes, times.draw,
                                times.paint, times.frame);
                    std::fflush(stdout);
                }
        }
    return 0;
}
