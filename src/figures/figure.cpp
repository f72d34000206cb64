// SPDX-License-Identifier: MIT
// The catalogue of figures.
#include "figures/figure.h"

namespace figures {

std::span<const Figure> all()
{
    using words::Language;
    static const Figure figures[] = {
        {"stage", [](const Language &l) { return l.say("Figures", "Process and kernel", "title of a figure"); },
         stage_size, stage},
        {"sets", [](const Language &l) { return l.say("Figures", "Asked and answered", "title of a figure"); },
         sets_size, sets},
        {"client_FD", [](const Language &l) { return l.say("Figures", "Table client_FD[]", "title of a figure"); },
         client_table_size, client_table},
        {"tables", [](const Language &l) { return l.say("Figures", "client_FD[] and the sets", "title of a figure"); },
         tables_size, tables},
        {"crossing",
         [](const Language &l) { return l.say("Figures", "Calls and returns", "title of a figure"); },
         crossing_size, crossing, true},
        {"phases", [](const Language &l) { return l.say("Figures", "The two phases of a read", "title of a figure"); },
         phases_size, phases},
        {"timeline", [](const Language &l) { return l.say("Figures", "Timeline", "title of a figure"); },
         timeline_size, timeline, true},
        {"listing", [](const Language &l) { return l.say("Figures", "Source code", "title of a figure"); },
         listing_size, listing},
        {"words", [](const Language &l) { return l.say("Figures", "What happens", "title of a figure"); },
         explanation_size, explanation},
        {"terminal", [](const Language &l) { return l.say("Figures", "Terminal", "title of a figure"); },
         terminal_size, terminal},
        {"totals", [](const Language &l) { return l.say("Figures", "Measured figures", "title of a figure"); },
         totals_size, totals},
        {"overview", [](const Language &l) { return l.say("Figures", "Overview", "title of a figure"); },
         overview_size, overview, true},
    };
    return figures;
}

const Figure *named(QStringView name)
{
    for (const Figure &figure : all())
        if (name == QLatin1String(figure.name))
            return &figure;
    return nullptr;
}

} // namespace figures
