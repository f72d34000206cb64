// SPDX-License-Identifier: MIT
#include "drawing/animation.h"

#include "archive/new_file.h"
#include "drawing/picture.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace drawing {
namespace {

constexpr AnimationFormat moving_formats[] = {
    {"gif", "GIF", largest_side, write_gif},
    {"webp", "WebP", 16'383, write_webp}, // WEBP_MAX_DIMENSION
};

int stand(int64_t ns, double ms_a_ns)
{
    const double ms = std::round(double(std::max<int64_t>(ns, 0)) * ms_a_ns / frame_unit) * frame_unit;
    return int(std::clamp(ms, double(shortest_frame), double(longest_frame)));
}

} // namespace

std::span<const AnimationFormat> animation_formats()
{
    return moving_formats;
}

const AnimationFormat *animation_format_of(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto found = std::ranges::find(moving_formats, suffix, [](const AnimationFormat &format) { return QLatin1String(format.suffix); });
    return found == std::end(moving_formats) ? nullptr : found;
}

QStringList animation_suffixes(const QString &before)
{
    QStringList all;
    for (const AnimationFormat &format : moving_formats)
        all += before + QLatin1String(format.suffix);
    return all;
}

std::vector<int> stands(const std::vector<int64_t> &ns, int whole)
{
    const auto at = [&](double ms_a_ns) {
        std::vector<int> each(ns.size());
        std::ranges::transform(ns, each.begin(), [&](int64_t one) { return stand(one, ms_a_ns); });
        return each;
    };
    // The whole grows with the scale, whose powers of two are searched: from a century in a ms to where the longest stands as long as any may.
    const int64_t longest = ns.empty() ? 1 : std::max<int64_t>(std::ranges::max(ns), 1);
    double low = -62, high = std::log2(longest_frame / double(longest));
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        const std::vector<int> each = at(std::exp2(middle));
        (std::accumulate(each.begin(), each.end(), int64_t(0)) > whole ? high : low) = middle;
    }
    return at(std::exp2(low));
}

archive::Result save(const Animation &animation, const QString &path, const archive::Progress &progress)
{
    return archive::new_file(path, [&](QIODevice &file, const archive::StillGood &still_good) {
        animation_format_of(path)->write(animation, file, [&](size_t written) {
            still_good();
            if (progress && !progress(qint64(written), qint64(animation.stands.size())))
                throw archive::Broken{archive::Fault::cancelled, {}};
        });
    });
}

} // namespace drawing
