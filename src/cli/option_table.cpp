// SPDX-License-Identifier: MIT
#include "cli/option_table.h"

#include "lessons/option_words.h"
#include "words/quoted.h"

namespace cli {

using words::as_text;

figures::OptionsScene options_scene(const words::Language &language, bench::SocketKind kind)
{
    figures::OptionsScene scene{.language = language, .of = language.say("Bench", "a fresh socket: %1").arg(as_text(bench::name_of(kind))), .lines = {}};
    for (const bench::OptionRow &row : bench::option_rows()) {
        const bench::OptionAnswer answer = bench::ask_option(row, kind);
        figures::OptionLine &line = scene.lines.emplace_back();
        line.level = as_text(row.level);
        line.name = as_text(row.name);
        line.type = as_text(row.type);
        line.get = row.get;
        line.set = row.set;
        line.flag = row.flag;
        line.value = lessons::value_text(row, answer.value);
        line.set_to = lessons::value_text(row, answer.set_to);
        line.read_back = lessons::value_text(row, answer.read_back);
        line.made = lessons::made_of(language, row, answer);
        line.here = answer.missing == bench::OptionAnswer::nowhere;
        line.other = answer.set_error || (answer.set_to && answer.read_back && *answer.set_to != *answer.read_back);
    }
    return scene;
}

} // namespace cli
