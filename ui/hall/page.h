// SPDX-License-Identifier: MIT
// What the audience sees, as one drawing: one or two figures of the instant, the sentence beneath, above both where in the lesson it is.
// Laid out anew for every size; its letters can be read from the tenth row.
#pragma once

#include "figures/comparison/comparison.h"
#include "figures/options.h"
#include "ui/audience/invitation.h"

#include <memory>
#include <optional>

namespace ui {

struct HallPage {
    QString title;                  // of the lesson, or what was recorded
    QString chapter;                // its title; empty: there are none
    size_t number = 0, chapters = 0;
    QString heading, sentence;      // "Careful"; what is said or asked; without figures they are all there is
    QStringList choices;            // of a question that is open
    std::vector<const figures::Figure *> front; // one or two; without `look` the first is what matters most
    const figures::Figure *look = nullptr;      // of them, to be looked at
    QStringList parts;              // of that figure, the first that it has; else all of it
    std::shared_ptr<const figures::ComparisonScene> comparison{}; // of the figures of a comparison
    std::shared_ptr<const figures::OptionsScene> options{};       // of options_figure()
    std::optional<Invitation> invitation{};     // how the audience comes in: instead of figures
    bool operator==(const HallPage &) const = default;
};

// How two figures share their room.
struct HallPlaces {
    bool beside = false;
    qreal share = 0; // of the first; 0: not yet shared
    bool operator==(const HallPlaces &) const = default;
};

struct HallDrawing {
    drawing::Drawing drawing;
    QRectF looked_at;               // to be ringed; null: nothing is
    QRectF code;                    // where the QR code of the invitation goes; null: there is none
    std::vector<const figures::Figure *> shown;
    HallPlaces places;
    size_t pages = 1;               // of the table of options
};

// The smallest letters there are, as a share of the height.
inline constexpr qreal least_letters = 0.02;

// `size`: px. `letters`: how many times as large as they need to be. `before`: of the page before, of the same figures; they stay where
// they are as long as they can be read there.
HallDrawing hall_page(const figures::Scene &scene, const HallPage &page, QSizeF size, qreal letters = 1, HallPlaces before = {});

// The smallest letters of a drawing, px; 0: there are none.
qreal smallest_letters(const drawing::Drawing &drawing);

} // namespace ui
