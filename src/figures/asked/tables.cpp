// SPDX-License-Identifier: MIT
// The deck's pair: client_FD[], and beside it the sets that select() is asked with.
#include "drawing/sheet.h"
#include "figures/cast.h"

namespace figures {
namespace {

constexpr qreal table_share = 0.3, apart = 12, head = 26;

} // namespace

QSizeF tables_size(const Scene &scene)
{
    const QSizeF table = client_table_size(scene), rows = sets_size(scene);
    return {table.width() + apart + rows.width(), head + std::max(table.height(), rows.height())};
}

Drawing tables(const Scene &scene, QSizeF size)
{
    const QSizeF least(912, 300); // enlarged where there is more room than that
    const qreal factor = std::max(1.0, std::min(size.width() / least.width(), size.height() / least.height()));
    return scaled(at_least(least, size / factor, [&](QSizeF place_there) {
        Sheet sheet(place_there);
        const qreal left = std::round(std::min(place_there.width() * table_share, client_table_size(scene).width() * 1.1)), high = place_there.height() - head;
        const auto title = [&](qreal x, qreal width, const char *figure) {
            Shape &words = sheet.text({x + measure::margin, 2, width - measure::margin, head - 4}, named(QString::fromLatin1(figure))->title(scene.language), Ink::muted);
            words.bold = true;
            narrow(words);
        };
        title(0, left, "client_FD");
        title(left + apart, place_there.width() - left - apart, "sets");
        sheet.line({left + apart / 2, 4}, {left + apart / 2, place_there.height() - 4}, Ink::line);
        Drawing whole = sheet.take();
        place(whole, client_table(scene, {left, high}), {0, head});
        place(whole, sets(scene, {place_there.width() - left - apart, high}), {left + apart, head});
        return whole;
    }), factor);
}

} // namespace figures
