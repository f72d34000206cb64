// SPDX-License-Identifier: MIT
// Whatever a file that was opened claims, every figure can be drawn: no crash, no text beside the sheet.
#include "recording.h"

#include "room.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace figures;

namespace {

// Small numbers, so that things meet, and now and then the extremes of the type.
template <typename T>
T some(QRandomGenerator &random)
{
    switch (random.bounded(12)) {
    case 0: return std::numeric_limits<T>::max();
    case 1: return std::numeric_limits<T>::min();
    case 2: return T(random.generate64());
    default: return T(random.bounded(8)) - T(std::numeric_limits<T>::is_signed ? 1 : 0);
    }
}

trace::Batch some_events(QRandomGenerator &random, uint16_t threads)
{
    trace::Batch batch;
    int64_t now = 1'000;
    for (int i = 0; i < 400; ++i) {
        trace::Event event;
        event.call = trace::Call(random.bounded(int(trace::Call::count_)));
        event.thread = uint16_t(random.bounded(int(threads)));
        event.begin = random.bounded(50) == 0 ? some<int64_t>(random) : now;
        now += random.bounded(2'000);
        event.end = std::max<int64_t>(now, 1);
        event.length = some<int64_t>(random);
        event.words[0] = some<uint64_t>(random);
        event.words[1] = some<uint64_t>(random);
        event.result = some<int32_t>(random);
        event.fd = some<int32_t>(random);
        event.count = std::max<uint32_t>(1, some<uint32_t>(random));
        event.line = some<uint16_t>(random);
        event.flags = some<uint16_t>(random);
        event.error = some<uint8_t>(random);
        batch.events.push_back(event);
    }
    for (uint16_t thread = 0; thread < threads; ++thread) {
        trace::Event flying = batch.events[size_t(random.bounded(400))];
        flying.thread = thread;
        flying.end = 0;
        batch.in_flight.push_back(flying);
    }
    batch.in_flight_changed = true;
    return batch;
}

} // namespace

class AnyRecordingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void it_can_be_drawn_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void it_can_be_drawn()
    {
        QFETCH(uint, seed);
        QRandomGenerator random(seed);
        trace::Trace trace;
        trace.run.server = "select";
        trace.files = {"select.cpp"};
        const uint16_t threads = uint16_t(random.bounded(1, 7));
        trace::Batch batch = some_events(random, threads);
        batch.programs = {{"one"}, {"two", trace::Origin::script}, {"three"}};
        for (uint16_t i = 0; i < threads; ++i) {
            batch.thread_index.push_back(i);
            batch.threads.push_back({"client " + std::to_string(i),
                                     uint16_t(random.bounded(4)),
                                     trace::Job(random.bounded(3)),
                                     some<int32_t>(random),
                                     {"client_FD", "maxfd", "allset", "readfds"}});
        }
        trace.append(std::move(batch));
        const replay::Replay replay(trace);
        const words::Language language(seed % 2 ? QStringLiteral("vi") : QStringLiteral("en"));
        const Theme theme = Theme::of(seed % 3 ? ThemeName::light : ThemeName::print);
        Drawing before;
        for (int look = 0; look < 5; ++look) {
            const replay::Instant instant = look == 0 ? replay.last() : replay.step(size_t(random.bounded(400)));
            const replay::World world = replay.at(instant);
            const Scene scene{replay, world, instant,      language, {}, QStringLiteral("socket 3"),
                              false,  0,     look % 2 == 0};
            for (const Figure &figure : all()) {
                const QSizeF size(random.bounded(30, 1500), random.bounded(30, 900));
                const Drawing drawing = figure.draw(scene, size);
                QImage image(drawing.size.toSize(), QImage::Format_RGB32);
                QPainter painter(&image);
                paint(between(before, drawing, 0.4), theme, painter);
                painter.end();
                for (const Shape &shape : drawing.shapes)
                    QVERIFY2(shape.kind != Shape::text ||
                                 QRectF(-1, -1, size.width() + 2, size.height() + 2).contains(shape.rect) ||
                                 shape.words.isEmpty(),
                             qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(figure.name), shape.words)));
                before = drawing;
            }
        }
    }
};

ROOM_TEST(AnyRecordingTest)
#include "any_recording.moc"
