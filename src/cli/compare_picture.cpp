// SPDX-License-Identifier: MIT
#include "cli/compared.h"

#include "lessons/comparison.h"

#include <algorithm>

namespace cli {

figures::ComparisonScene comparison_scene(const words::Language &language, const comparison::Result &result)
{
    figures::ComparisonScene scene{.language = language,
                                   .models = {},
                                   .work = lessons::workload_line(language, result.plan.workload),
                                   .notes = lessons::result_notes(language, result),
                                   .selected = {}};
    for (size_t i = 0; i < result.plan.entries.size(); ++i) {
        const comparison::Run *latest = result.latest(i);
        if (!latest)
            continue;
        figures::Compared &model = scene.models.emplace_back();
        model.name = QString::fromStdString(result.plan.entries[i].name());
        model.title = lessons::entry_title(language, result.plan.entries[i]);
        model.runs = result.measured(i);
        if (latest->failure)
            model.failure = lessons::failure(language, result.plan.entries[i], *latest->failure);
        else if (latest->trace)
            figures::show(model, replay::Replay(*latest->trace));
    }
    if (std::ranges::any_of(scene.models, [](const figures::Compared &model) { return model.runs.size() > 1; }))
        scene.notes.prepend(language.say("Comparison", "The small marks in the table are the single runs."));
    scene.notes.prepend(language.say("Comparison", "The picture shows one message of each model, taken from its latest run: of the half "
                                                   "before which the server had waited longer, the middle one by its delay."));
    return scene;
}

figures::SixScene slide_scene(const words::Language &language, const comparison::Result &result, const QString &title)
{
    figures::SixScene scene{.language = language, .rows = {}, .title = title};
    for (size_t i = 0; i < result.plan.entries.size() && scene.rows.size() < figures::most_in_six; ++i)
        if (const comparison::Run *latest = result.latest(i); latest && !latest->failure && latest->trace)
            if (auto row = figures::six_row(language, replay::Replay(*latest->trace), QString::fromStdString(result.plan.entries[i].name()), lessons::entry_title(language, result.plan.entries[i])))
                scene.rows.push_back(std::move(*row));
    return scene;
}

} // namespace cli
