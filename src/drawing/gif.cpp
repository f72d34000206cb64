// SPDX-License-Identifier: MIT
// GIF, by giflib: one palette for all frames, and of each frame only the rectangle that differs from the one before.
#include "drawing/animation.h"

#include "archive/format.h"

#include <QHash>
#include <QIODevice>

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <utility>

namespace drawing {
namespace {

constexpr size_t colours = 128, nothing = colours - 1; // the last stands for what stays as it is
constexpr size_t most_looked_at = 24;                  // frames whose colours are counted

using Row = std::vector<GifByteType>;

// Colours and their places in the palette.
class GifPalette {
public:
    // The colours to be kept, then those that most pixels have: first of all that are clearly different, then of all.
    GifPalette(const std::vector<QRgb> &exact, const QHash<QRgb, qint64> &counts)
    {
        std::vector<std::pair<qint64, QRgb>> often;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            often.emplace_back(it.value(), it.key());
        std::ranges::sort(often, std::greater());
        for (const QRgb colour : exact)
            if (counts.contains(colour))
                add(colour);
        for (const auto &[count, colour] : often)
            if (m_colours.empty() || difference(colour, nearest(colour)) > clearly_different)
                add(colour);
        for (const auto &[count, colour] : often)
            add(colour);
    }

    GifByteType place(QRgb colour)
    {
        const auto known = m_places.constFind(colour);
        if (known != m_places.constEnd())
            return *known;
        const auto place = std::ranges::find(m_colours, nearest(colour)) - m_colours.begin();
        return *m_places.insert(colour, GifByteType(place));
    }

    std::array<GifColorType, colours> gif_colours() const
    {
        std::array<GifColorType, colours> all{};
        std::ranges::transform(m_colours, all.begin(),
                               [](QRgb colour) { return GifColorType{GifByteType(qRed(colour)), GifByteType(qGreen(colour)), GifByteType(qBlue(colour))}; });
        return all;
    }

private:
    static constexpr int clearly_different = 9 * 16 * 16;

    static int difference(QRgb one, QRgb other)
    {
        const int red = qRed(one) - qRed(other), green = qGreen(one) - qGreen(other), blue = qBlue(one) - qBlue(other);
        return 2 * red * red + 4 * green * green + 3 * blue * blue; // as eyes weigh them
    }
    QRgb nearest(QRgb colour) const
    {
        return *std::ranges::min_element(m_colours, {}, [&](QRgb other) { return difference(colour, other); });
    }
    void add(QRgb colour)
    {
        if (m_colours.size() == nothing || m_places.contains(colour))
            return;
        m_places.insert(colour, GifByteType(m_colours.size()));
        m_colours.push_back(colour);
    }

    std::vector<QRgb> m_colours;
    QHash<QRgb, GifByteType> m_places;
};

QImage frame(const Animation &animation, size_t index)
{
    const QImage image = animation.image(index).convertToFormat(QImage::Format_RGB32);
    if (image.isNull())
        throw archive::Broken{archive::Fault::no_memory, {}};
    return image;
}

QHash<QRgb, qint64> counted(const Animation &animation, const GoOn &go_on)
{
    QHash<QRgb, qint64> counts;
    const size_t all = animation.stands.size(), looks = std::min(all, most_looked_at);
    for (size_t i = 0; i < looks; ++i) {
        const QImage image = frame(animation, i * all / looks);
        go_on(0);
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x)
                ++counts[line[x] | 0xff000000];
        }
    }
    return counts;
}

class GifFrames {
public:
    GifFrames(QIODevice &file, QSize size, const GifPalette &palette) : m_size(size)
    {
        int error = 0;
        m_gif = EGifOpen(&file, [](GifFileType *gif, const GifByteType *bytes, int length) {
            return int(static_cast<QIODevice *>(gif->UserData)->write(reinterpret_cast<const char *>(bytes), length));
        }, &error);
        if (!m_gif)
            throw archive::Broken{archive::Fault::no_memory, {}};
        EGifSetGifVersion(m_gif, true);
        const auto known = palette.gif_colours();
        ColorMapObject *map = GifMakeMapObject(int(colours), known.data());
        const bool good = map && EGifPutScreenDesc(m_gif, size.width(), size.height(), 8, 0, map) == GIF_OK;
        GifFreeMapObject(map);
        check(good);
        constexpr unsigned char again_for_ever[] = {1, 0, 0};
        check(EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK && EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") == GIF_OK
              && EGifPutExtensionBlock(m_gif, sizeof again_for_ever, again_for_ever) == GIF_OK && EGifPutExtensionTrailer(m_gif) == GIF_OK);
    }
    ~GifFrames()
    {
        if (m_gif)
            EGifCloseFile(m_gif, nullptr);
    }
    GifFrames(const GifFrames &) = delete;
    GifFrames &operator=(const GifFrames &) = delete;

    void put(const std::vector<Row> &rows, int ms)
    {
        const bool first = m_before.empty();
        const QRect changed = first ? QRect({}, m_size) : difference(rows);
        const GraphicsControlBlock control{DISPOSE_DO_NOT, false, ms / frame_unit, first ? NO_TRANSPARENT_COLOR : int(nothing)};
        GifByteType packed[4];
        const size_t length = EGifGCBToExtension(&control, packed);
        check(EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, int(length), packed) == GIF_OK
              && EGifPutImageDesc(m_gif, changed.left(), changed.top(), changed.width(), changed.height(), false, nullptr) == GIF_OK);
        for (int y = changed.top(); y <= changed.bottom(); ++y) {
            Row line(rows[size_t(y)].begin() + changed.left(), rows[size_t(y)].begin() + changed.right() + 1);
            for (size_t x = 0; !first && x < line.size(); ++x)
                if (m_before[size_t(y)][size_t(changed.left()) + x] == line[x])
                    line[x] = GifByteType(nothing);
            check(EGifPutLine(m_gif, line.data(), int(line.size())) == GIF_OK);
        }
        m_before = rows;
    }

    void finish()
    {
        const bool good = EGifCloseFile(std::exchange(m_gif, nullptr), nullptr) == GIF_OK;
        check(good);
    }

private:
    static void check(bool good)
    {
        if (!good)
            throw archive::Broken{archive::Fault::no_memory, {}}; // a write that failed is the file's to tell, and it was asked before
    }

    // Around all that differs; a pixel of what does not, as a frame is never empty.
    QRect difference(const std::vector<Row> &rows) const
    {
        int left = m_size.width(), right = -1, top = m_size.height(), bottom = -1;
        for (int y = 0; y < m_size.height(); ++y) {
            const Row &now = rows[size_t(y)], &before = m_before[size_t(y)];
            const auto begin = std::ranges::mismatch(now, before).in1;
            if (begin == now.end())
                continue;
            const auto end = std::mismatch(now.rbegin(), now.rend(), before.rbegin()).first.base();
            left = std::min(left, int(begin - now.begin()));
            right = std::max(right, int(end - now.begin()) - 1);
            top = std::min(top, y);
            bottom = y;
        }
        return right < 0 ? QRect(0, 0, 1, 1) : QRect(QPoint(left, top), QPoint(right, bottom));
    }

    const QSize m_size;
    GifFileType *m_gif = nullptr;
    std::vector<Row> m_before;
};

std::vector<Row> rows_of(const QImage &image, GifPalette &palette)
{
    std::vector<Row> rows(size_t(image.height()), Row(size_t(image.width())));
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        std::transform(line, line + image.width(), rows[size_t(y)].begin(), [&](QRgb colour) { return palette.place(colour | 0xff000000); });
    }
    return rows;
}

} // namespace

void write_gif(const Animation &animation, QIODevice &file, const GoOn &go_on)
{
    GifPalette palette(animation.exact, counted(animation, go_on));
    GifFrames frames(file, frame(animation, 0).size(), palette);
    for (size_t i = 0; i < animation.stands.size(); ++i) {
        frames.put(rows_of(frame(animation, i), palette), animation.stands[i]);
        go_on(i + 1);
    }
    frames.finish();
}

} // namespace drawing
