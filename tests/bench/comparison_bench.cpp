// SPDX-License-Identifier: MIT
// Opening the comparison of all models, its runs included, until its figure is drawn.
#include "ui/comparison/runner.h"

#include "figures/comparison/comparison.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <cstdio>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const words::Language language;
    for (const bool all : {false, true}) {
        const comparison::Plan plan{all ? comparison::every() : comparison::usual(), {}, 1};
        QElapsedTimer timer;
        timer.start();
        ui::ComparisonRunner runner;
        QEventLoop loop;
        QObject::connect(&runner, &ui::ComparisonRunner::over, &loop, &QEventLoop::quit);
        runner.start(plan, language);
        loop.exec();
        const drawing::Drawing drawing = figures::comparison(runner.latest()->scene, {});
        std::printf("%zu models, %d runs each, %zu shapes: %.2f s (at most 5)\n", plan.entries.size(), plan.workload.repeats,
                    drawing.shapes.size(), double(timer.nsecsElapsed()) * 1e-9);
    }
    return 0;
}
