// SPDX-License-Identifier: MIT
// The stage: the process with its threads above, the kernel with its sockets below, and what crosses between them now.
#include "figures/stage/arrows.h"
#include "figures/stage/cards.h"
#include "figures/stage/programs.h"

namespace figures {
namespace {

void draw_ground(Sheet &sheet, const Scene &scene, const StageLayout &layout)
{
    const words::Language &language = scene.language;
    const QSizeF size = sheet.size();
    sheet.box({0, layout.boundary, size.width(), size.height() - layout.boundary}, Ink::kernel,
              QStringLiteral("kernel"));
    Shape &boundary = sheet.line({0, layout.boundary}, {size.width(), layout.boundary}, Ink::text);
    boundary.dashed = true;
    boundary.width = 2;
    boundary.id = QStringLiteral("boundary");
    const QString above = language.say("Figures", "PROCESS (user space)"), below = language.say("Figures", "KERNEL");
    Shape &process = sheet.text({measure::margin, layout.server.top() - 26, width_of(above, 13, true), 20}, above, Ink::muted);
    process.bold = true;
    Shape &kernel = sheet.text({measure::margin, layout.boundary + (layout.labels - layout.boundary) / 6, width_of(below, 13, true), 20}, below, Ink::muted,
                               Ink::kernel);
    kernel.bold = true;
    kernel.id = QStringLiteral("kernel title");
}

// Bytes that have left the client and are in no buffer yet.
void draw_sent(Sheet &sheet, const Scene &scene, const Sent &bytes)
{
    const replay::Socket &end = scene.world.sockets[size_t(bytes.socket)];
    if (end.receive_bytes.value_or(1) == 0) // behind bytes that wait already they have no bar of their own
        sheet.box(bytes.rect, Ink::copying, bytes_id(end, end.received)).radius = 3;
}

} // namespace

QSizeF stage_size(const Scene &scene)
{
    return programs_side_by_side(scene).size() > 1 ? programs_size(scene) : QSizeF(900, 420);
}

static Drawing draw_stage(const Scene &scene, QSizeF size)
{
    return at_least(stage_least(), size, [&](QSizeF place) {
        Sheet sheet(place);
        const StageLayout layout = stage_layout(scene, place);
        const std::vector<Crossing> crossing = crossings(scene, layout);
        draw_ground(sheet, scene, layout);
        draw_ways(sheet, crossing);
        server_card(sheet, scene, layout.server);
        for (const StageLayout::Peer &thread : layout.beside)
            peer_card(sheet, scene, thread);
        buffer_card(sheet, scene, layout.buffer);
        for (const StageLayout::Peer &peer : layout.peers)
            peer_card(sheet, scene, peer);
        const std::optional<Sent> bytes = sent(scene, layout);
        for (const StageLayout::Place &socket : layout.places) {
            if (!socket.standard.empty()) {
                standard_card(sheet, scene, socket);
                continue;
            }
            const bool arrived = bytes && !bytes->on_the_way && bytes->socket == socket.socket;
            socket_card(sheet, scene, socket, arrived ? bytes->rect : QRectF());
        }
        if (bytes && bytes->on_the_way)
            draw_sent(sheet, scene, *bytes);
        draw_words(sheet, crossing, layout);
        sheet.mark(scene.selected);
        return sheet.take();
    });
}

Drawing stage(const Scene &scene, QSizeF size)
{
    if (programs_side_by_side(scene).size() > 1)
        return draw_programs(scene, size);
    const auto shows_all = [&](QSizeF place) { return stage_layout(scene, place).shows_all(); };
    return enlarged(stage_size(scene), size, shows_all, [&](QSizeF place) { return draw_stage(scene, place); });
}

} // namespace figures
