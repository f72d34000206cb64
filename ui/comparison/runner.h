// SPDX-License-Identifier: MIT
// Does the runs of a comparison away from the window's thread, and works out what is shown of them.
#pragma once

#include "comparison/comparison.h"
#include "figures/comparison/comparison.h"
#include "ui/common/background.h"

#include <atomic>
#include <memory>

namespace ui {

// A finished value: what was measured, and the figure of it in one language.
struct Comparison {
    Comparison(std::shared_ptr<const comparison::Result> measured, const words::Language &spoken);

    const std::shared_ptr<const comparison::Result> result;
    const words::Language language;
    const figures::ComparisonScene scene; // refers to `language`
};

class ComparisonRunner : public QObject {
    Q_OBJECT
public:
    explicit ComparisonRunner(QObject *parent = nullptr);
    ~ComparisonRunner() override; // cancels, and waits for the run there is

    // Not while it is busy. progressed() follows, then over().
    void start(const comparison::Plan &plan, const words::Language &language);
    // What was measured elsewhere; over() follows. Not while it is busy.
    void show(std::shared_ptr<const comparison::Result> result, const words::Language &language);
    // The run there is is broken off; over() follows, with the runs that were finished.
    void cancel();
    bool busy() const { return m_cancel != nullptr; }
    // Works the figure out again, in another language; over() follows.
    void translate(const words::Language &language);
    // The latest; nullptr before the first.
    const std::shared_ptr<const Comparison> &latest() const { return m_latest; }

signals:
    void progressed(int done, int all); // runs
    void compared(); // the runs are done or broken off; over() follows
    void over();
    void failed(const QString &sentence); // no memory, no thread

private:
    void take(std::shared_ptr<const Comparison> comparison);

    std::shared_ptr<std::atomic<bool>> m_cancel; // of the runs under way
    std::shared_ptr<const Comparison> m_latest;
    Background m_background{1};
};

} // namespace ui
