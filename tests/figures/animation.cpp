// SPDX-License-Identifier: MIT
// A GIF, read again by giflib: its frames, how long they stand, and what is seen once they lie on each other. A WebP, by libwebpdemux.
#include "figures/animation.h"
#include "figures/export.h"
#include "lesson7.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <gif_lib.h>
#include <webp/demux.h>

#include <numeric>

using namespace figures;
using recording::Lesson7;

namespace {

struct Gif {
    explicit Gif(const QString &path) : file(DGifOpenFileName(path.toLocal8Bit().constData(), nullptr))
    {
        if (!file || DGifSlurp(file) != GIF_OK)
            return;
        QImage picture(file->SWidth, file->SHeight, QImage::Format_RGB32);
        picture.fill(Qt::magenta);
        for (int i = 0; i < file->ImageCount; ++i) {
            const SavedImage &one = file->SavedImages[i];
            GraphicsControlBlock control;
            DGifSavedExtensionToGCB(file, i, &control);
            ms.push_back(control.DelayTime * 10);
            areas.push_back({one.ImageDesc.Left, one.ImageDesc.Top, one.ImageDesc.Width, one.ImageDesc.Height});
            for (int y = 0; y < one.ImageDesc.Height; ++y)
                for (int x = 0; x < one.ImageDesc.Width; ++x)
                    if (const int place = one.RasterBits[y * one.ImageDesc.Width + x]; place != control.TransparentColor) {
                        const GifColorType &colour = file->SColorMap->Colors[place];
                        picture.setPixel(one.ImageDesc.Left + x, one.ImageDesc.Top + y, qRgb(colour.Red, colour.Green, colour.Blue));
                    }
            frames.push_back(picture.copy());
        }
    }
    ~Gif() { DGifCloseFile(file, nullptr); }
    Gif(const Gif &) = delete;
    Gif &operator=(const Gif &) = delete;

    GifFileType *file;
    std::vector<int> ms = {};
    std::vector<QRect> areas = {};
    std::vector<QImage> frames = {};
};

int apart(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) + std::abs(qBlue(one) - qBlue(other));
}

} // namespace

class AnimationTest : public QObject {
    Q_OBJECT

    const Lesson7 m_lesson;
    const words::Language m_language;
    QTemporaryDir m_folder;

    Film film(ThemeName theme = ThemeName::light) const
    {
        return {.replay = *m_lesson.replay, .figure = *named(u"stage"), .language = m_language, .theme = Theme::of(theme)};
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void frames_stand_in_proportion_to_the_time_that_went_by()
    {
        const std::vector<int> fair = stands({1'000'000, 2'000'000, 4'000'000}, 3'500);
        QCOMPARE(fair, (std::vector<int>{500, 1'000, 2'000}));
        const std::vector<int> bounded = stands({10, 10, 3'000'000'000}, 20'000); // 10 ns of 3 s could not be seen
        QCOMPARE(bounded, (std::vector<int>{shortest_frame, shortest_frame, longest_frame}));
        const std::vector<int> many = stands(std::vector<int64_t>(500, 1'000), 20'000);
        QCOMPARE(std::accumulate(many.begin(), many.end(), 0), 500 * shortest_frame);
        QCOMPARE(stands({0, -5, 0}, 1'000).size(), size_t(3)); // of one instant, or of times that contradict each other
        QVERIFY(stands({}, 1'000).empty());
    }

    void every_moment_is_a_frame_data()
    {
        QTest::addColumn<ThemeName>("theme");
        for (const ThemeName theme : theme_names)
            QTest::newRow(name_of(theme)) << theme;
    }

    void every_moment_is_a_frame()
    {
        QFETCH(const ThemeName, theme);
        const Film asked = film(theme);
        const std::vector<Frame> frames = frames_of(asked);
        size_t moments = 1;
        for (auto now = m_lesson.replay->first(), next = m_lesson.replay->next(now); next != now; next = m_lesson.replay->next(now)) {
            now = next;
            ++moments;
        }
        QCOMPARE(frames.size(), moments);
        const Animation animation = animation_of(asked, frames);
        const QString path = m_folder.filePath(QStringLiteral("all.gif"));
        QVERIFY(save(animation, path));
        QVERIFY(QFile(path).size() <= 3'000'000);
        const Gif gif(path);
        const QSet<QRgb> exact(animation.exact.begin(), animation.exact.end());
        QCOMPARE(gif.ms, animation.stands);
        QVERIFY(std::accumulate(gif.ms.begin(), gif.ms.end(), 0) <= std::max(asked.whole, int(moments) * shortest_frame + longest_frame));
        QCOMPARE(gif.frames.size(), moments);
        qint64 drawn = 0;
        for (size_t i = 0; i < moments; ++i) {
            drawn += qint64(gif.areas[i].width()) * gif.areas[i].height();
            const QImage wanted = animation.image(i);
            QCOMPARE(gif.frames[i].size(), wanted.size());
            qint64 off = 0;
            for (int y = 0; y < wanted.height(); ++y) {
                const auto *line = reinterpret_cast<const QRgb *>(wanted.constScanLine(y)), *seen = reinterpret_cast<const QRgb *>(gif.frames[i].constScanLine(y));
                for (int x = 0; x < wanted.width(); ++x) {
                    off += apart(line[x], seen[x]) > 60;
                    if (line[x] != seen[x] && exact.contains(line[x]))
                        QCOMPARE(seen[x], line[x]); // an area's colour says something: it stays what it is
                }
            }
            QVERIFY2(off * 1'000 < qint64(wanted.width()) * wanted.height(), qPrintable(QString::number(off))); // a rim of a letter now and then
        }
        QVERIFY(drawn < qint64(moments) * gif.file->SWidth * gif.file->SHeight); // only what differs
    }

    void webp_loses_nothing()
    {
        Film asked = film(ThemeName::dark);
        asked.range = {Axis::events, 10, 30};
        const std::vector<Frame> frames = frames_of(asked);
        const Animation animation = animation_of(asked, frames);
        const QString path = m_folder.filePath(QStringLiteral("all.webp"));
        QVERIFY(save(animation, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const WebPData data{reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
        WebPAnimDecoderOptions options;
        QVERIFY(WebPAnimDecoderOptionsInit(&options));
        options.color_mode = MODE_BGRA;
        const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder *)> decoder(WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
        WebPAnimInfo info;
        QVERIFY(decoder && WebPAnimDecoderGetInfo(decoder.get(), &info));
        QCOMPARE(info.loop_count, 0u); // again and again
        int until = 0;
        QImage seen;
        for (size_t i = 0; i < frames.size(); ++i) {
            const int end = std::accumulate(animation.stands.begin(), animation.stands.begin() + ptrdiff_t(i) + 1, 0);
            if (until < end) { // frames that are alike stand once
                uint8_t *pixels = nullptr;
                QVERIFY(WebPAnimDecoderGetNext(decoder.get(), &pixels, &until));
                seen = QImage(pixels, int(info.canvas_width), int(info.canvas_height), QImage::Format_RGB32).copy();
            }
            QCOMPARE(seen, animation.image(i).convertToFormat(QImage::Format_RGB32));
            QVERIFY(until >= end);
        }
        QCOMPARE(until, std::accumulate(animation.stands.begin(), animation.stands.end(), 0));
        QVERIFY(!WebPAnimDecoderHasMoreFrames(decoder.get()));
    }

    void a_range_of_steps_and_a_size_are_kept()
    {
        Film asked = film();
        asked.range = {Axis::events, 10, 16};
        asked.size = {450, 300};
        asked.scale = 2;
        const std::vector<Frame> frames = frames_of(asked);
        QCOMPARE(frames.front().instant, m_lesson.replay->step(10));
        QVERIFY(frames.back().instant.complete <= 16);
        const QString path = m_folder.filePath(QStringLiteral("some.GIF"));
        QVERIFY(save(animation_of(asked, frames), path));
        const Gif gif(path);
        QCOMPARE(gif.frames.size(), frames.size());
        QCOMPARE(QSize(gif.file->SWidth, gif.file->SHeight), QSize(900, 600));
        QCOMPARE(gif.ms.back(), longest_frame); // the end is to be read
    }

    void no_half_file_is_left()
    {
        const Film asked = film();
        const std::vector<Frame> frames = frames_of(asked);
        const Animation animation = animation_of(asked, frames);
        const QString path = m_folder.filePath(QStringLiteral("kept.gif"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
        before.close();
        qint64 told = 0;
        const archive::Result cancelled = save(animation, path, [&](qint64 done, qint64 all) {
            told = std::max(told, done);
            return done < 3 && all == qint64(frames.size());
        });
        QCOMPARE(cancelled.fault, archive::Fault::cancelled);
        QCOMPARE(told, 3);
        QCOMPARE(QFile(path).size(), 6);
        QCOMPARE(save(animation, m_folder.filePath(QStringLiteral("no/such.gif"))).fault, archive::Fault::cannot_write);
        Animation without_memory = animation;
        without_memory.image = [](size_t) { return QImage(); };
        QCOMPARE(save(without_memory, path).fault, archive::Fault::no_memory);
        QCOMPARE(save(without_memory, m_folder.filePath(QStringLiteral("kept.webp"))).fault, archive::Fault::no_memory);
        QCOMPARE(QFile(path).size(), 6);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("kept*")}).size(), 1);
    }

    void chapters_can_be_frames()
    {
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        const int64_t second = recording::began + 2'000'000;
        trace.chapters = {{.begin = recording::began, .end = second, .titles = {{"en", "One"}}}, {.begin = second, .end = 0, .titles = {{"en", "Two"}}}};
        const replay::Replay replay(trace);
        Film asked{.replay = replay, .figure = *named(u"stage"), .language = m_language, .theme = Theme::of(ThemeName::light), .each = Frames::chapters};
        const std::vector<Frame> frames = frames_of(asked);
        QCOMPARE(frames.size(), size_t(2));
        QVERIFY(frames[0].instant.time < second); // its own end, where the next has not begun
        QVERIFY(recording::all_words(drawn(asked, frames, 0)).contains(QStringLiteral("Chapter 1")));
        QVERIFY(recording::all_words(drawn(asked, frames, 1)).contains(QStringLiteral("Chapter 2")));
        const std::vector<int> stand = animation_of(asked, frames).stands;
        QCOMPARE(std::max(stand[0], stand[1]), longest_frame);
        QVERIFY((frames[0].lasted < frames[1].lasted) == (stand[0] < stand[1]));
    }
};

ROOM_TEST(AnimationTest)

#include "animation.moc"
