// SPDX-License-Identifier: MIT
#include "words/chapters.h"

#include <algorithm>

namespace words {

size_t chapter_at(const trace::Trace &trace, int64_t time)
{
    const auto after = std::ranges::upper_bound(trace.chapters, time, {}, &trace::Chapter::begin);
    const bool over = after == trace.chapters.begin() || (std::prev(after)->end != 0 && std::prev(after)->end < time);
    return over ? 0 : size_t(after - trace.chapters.begin());
}

QString chapter_title(const Language &language, const trace::Chapter &chapter)
{
    const std::string code = language.code().toStdString();
    const auto in = std::ranges::find_if(chapter.titles, [&](const auto &title) { return title.first == code; });
    return chapter.titles.empty() ? QString() : QString::fromStdString(in == chapter.titles.end() ? chapter.titles.front().second : in->second);
}

QString chapter_words(const Language &language, const trace::Trace &trace, size_t chapter)
{
    if (chapter == 0 || chapter > trace.chapters.size())
        return {};
    return language.say("Words", "Chapter %1: %2", "its number, its title").arg(chapter).arg(chapter_title(language, trace.chapters[chapter - 1]));
}

} // namespace words
